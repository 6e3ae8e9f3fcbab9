// aedile ticket closed: the table of closed tickets that recurrence and look-back go by.
#include <map>

#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/csv.h"
#include "aedile/io/sites_csv.h"
#include "aedile/org.h"
#include "aedile/output.h"
#include "aedile/rectification/ticket_facts.h"
#include "aedile/rectification/ticket_scores.h"
#include "aedile/texts.h"
#include "aedile/ticket_desk.h"

namespace aedile::tool {

namespace {

const std::vector<std::string> columns{"ticket", "item",   "site",  "location",   "area",
                                       "found",  "closed", "times", "site_class", "severity"};

std::map<std::string, std::string> areas_in(const std::string& file, TicketDesk& desk) {
  std::map<std::string, std::string> areas;
  if (file.empty()) return areas;
  InputFile input(file);
  ProblemLog log(desk.console().problem_limit);
  const auto table = read_sites(input.stream(), input.name(), log);
  desk.note(log.shown());
  if (!table) return areas;
  for (const Site& site : table->sites()) areas[site.code] = site.cell;
  return areas;
}

}  // namespace

int ticket_closed(const TicketClosedArguments& arguments, Console& console) {
  const Date from = arguments.from.empty() ? *Date::of(1, 1, 1) : day_argument(arguments.from);
  const Date until = arguments.until.empty() ? *Date::of(9999, 12, 31) : day_argument(arguments.until);
  if (until < from) throw UsageFailure{Text(texts::dates_reversed, {arguments.from, arguments.until})};
  TicketDesk desk(arguments.journal, console);
  const std::optional<TicketLedger> ledger = desk.read(arguments.as_of);
  if (!ledger || !desk.adopted(*ledger)) return desk.finish();
  const std::map<std::string, std::string> areas = areas_in(arguments.sites, desk);
  if (desk.log().has_errors()) return desk.finish();
  OutputFile output(arguments.output, console);
  CsvWriter csv(output.stream());
  csv.record(columns);
  const WorkingCalendar& calendar = TicketDesk::calendar(*ledger);
  for (const Ticket& ticket : ledger->book().tickets()) {
    const auto area = areas.find(ticket.subject().site);
    const std::optional<ClosedFault> closed = closed_fault(
        ticket, calendar, area == areas.end() ? std::string() : area->second, times_returned(ledger->book(), ticket));
    if (!closed || closed->closed < from || until < closed->closed) continue;
    const FaultSighting& found = closed->found;
    const std::vector<std::string> row{closed->ticket,
                                       found.item,
                                       found.site,
                                       found.location,
                                       found.area,
                                       found.day.to_string(),
                                       closed->closed.to_string(),
                                       std::to_string(closed->times),
                                       ticket.subject().site_class,
                                       ticket.subject().severity};
    csv.record(row);
  }
  output.commit();
  return desk.finish();
}

}  // namespace aedile::tool
