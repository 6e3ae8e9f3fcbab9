// aedile ticket judge, units: how units stand.
#include <algorithm>

#include "aedile/input.h"
#include "aedile/io/rectification_csv.h"
#include "aedile/journal/unit_ledger.h"
#include "aedile/ladder_print.h"
#include "aedile/texts.h"
#include "aedile/texts_rectify.h"
#include "aedile/texts_ticket.h"
#include "aedile/ticket_desk.h"
#include "aedile/ticket_print.h"

namespace aedile::tool {

namespace {

const Message& shown(Verdict verdict) {
  return verdict == Verdict::passed   ? texts::verdict_passed
         : verdict == Verdict::failed ? texts::verdict_failed
                                      : texts::verdict_no_data;
}

void print_occasion(const std::string& unit, const Occasion& occasion, const Console& console) {
  const std::string ground = occasion.ground.empty() ? "" : console.text(texts::unit_ground, {occasion.ground});
  console.out << console.text(texts::unit_judged, {unit, occasion.id, console.text(shown(occasion.verdict)), ground})
              << '\n';
}

bool taken(const UnitRecord& record, const UnitStep& step) {
  return std::find(record.steps.begin(), record.steps.end(), step.key) != record.steps.end();
}

void write_unit(JsonWriter& json, const TimeZone& zone, const std::string& unit, const UnitRecord& record,
                const Climb& climb, const Console& console) {
  json.begin_object().key("unit").string(unit).key("in_a_row").number(climb.counters.in_a_row);
  json.key("within_year").number(climb.counters.within_year).key("occasions").begin_array();
  for (const JudgedOccasion& each : record.occasions) {
    json.begin_object().key("occasion").string(each.occasion.id).key("day").string(each.occasion.day.to_string());
    json.key("verdict").string(to_string(each.occasion.verdict)).key("ground").string(each.occasion.ground);
    json.key("seq").number(each.seq).end_object();
  }
  json.end_array().key("steps").begin_array();
  for (const UnitStep& step : climb.steps) {
    json.begin_object().key("key").string(step.key).key("occasion").string(step.occasion);
    json.key("day").string(step.day.to_string()).key("effect").string(to_string(step.effect));
    json.key("in_a_row").number(step.in_a_row).key("within_year").number(step.within_year);
    if (step.answer_by) json.key("answer_by").string(zone.print(step.answer_by->due));
    json.key("ground").string(step.ground.in(console.language)).key("recorded").boolean(taken(record, step));
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace

int ticket_judge(const TicketJudgeArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console);
  std::optional<TicketJournal> tickets = desk.open_for_writing();
  if (!tickets) return desk.finish();
  const TicketLedger& ledger = tickets->ledger();
  const std::optional<Instant> happened = desk.time(ledger, arguments.moment.at);
  const std::optional<Instant> recorded =
      arguments.moment.recorded.empty() ? happened : desk.time(ledger, arguments.moment.recorded);
  const std::optional<TicketActor> actor = desk.actor(ledger, arguments.moment.as);
  if (!happened || !recorded || !actor) return desk.finish();
  UnitLadderFile rules{.lists = ledger.regulations()->lists};
  if (ledger.regulations()->unit_ladder) rules.ladder = *ledger.regulations()->unit_ladder;
  InputFile input(arguments.occasions);
  ProblemLog log(console.problem_limit);
  const std::optional<UnitOccasions> read = read_occasions(input.stream(), input.name(), log, rules);
  desk.note(log.shown());
  if (!read) return desk.finish();
  const std::optional<UnitReceipt> receipt =
      desk.value(judge_units(*tickets, read->by_unit, actor->person, *happened, *recorded));
  const int code = desk.finish();
  if (!receipt || console.quiet) return code;
  for (const auto& [unit, occasion] : receipt->judged) print_occasion(unit, occasion, console);
  console.out << console.text(texts::units_counted,
                              {std::to_string(receipt->judged.size()), std::to_string(receipt->repeated)})
              << '\n';
  return code;
}

int ticket_units(const TicketUnitsArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console, arguments.json ? "units/1" : "");
  const std::optional<TicketLedger> ledger = desk.read(arguments.as_of);
  if (!ledger) return desk.finish();
  const std::optional<UnitLedger> units = desk.value(fold_units(*desk.view(), *ledger, desk.when()));
  if (!units) return desk.finish();
  if (!arguments.unit.empty() && units->units().find(arguments.unit) == units->units().end()) {
    desk.problem(texts::no_such_unit_here, {arguments.unit});
  }
  std::vector<std::pair<std::string, Climb>> climbs;
  for (const auto& [unit, record] : units->units()) {
    if (!arguments.unit.empty() && unit != arguments.unit) continue;
    std::optional<Climb> climb = desk.value(climb_of(*ledger, *units, unit));
    if (!climb) return desk.finish();
    climbs.emplace_back(unit, std::move(*climb));
  }
  if (desk.log().has_errors()) return desk.finish();
  const TimeZone& zone = TicketDesk::zone(*ledger);
  if (arguments.json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("aedile").string("units/1").key("units").begin_array();
    for (const auto& [unit, climb] : climbs) {
      write_unit(json, zone, unit, units->units().find(unit)->second, climb, console);
    }
    json.end_array().end_object();
    console.out << text << '\n';
    return desk.finish();
  }
  if (climbs.empty()) console.out << console.text(texts::no_units) << '\n';
  for (const auto& [unit, climb] : climbs) {
    const UnitRecord& record = units->units().find(unit)->second;
    const UnitLadder& ladder = *ledger->regulations()->unit_ladder;
    for (const UnitStep& step : climb.steps) {
      print_unit_step(console, zone, ladder, unit, step);
      if (!taken(record, step)) console.out << console.text(texts::unit_step_open) << '\n';
    }
    console.out << console.text(texts::unit_stands, {unit, std::to_string(climb.counters.in_a_row),
                                                     std::to_string(climb.counters.within_year)})
                << '\n';
  }
  return desk.finish();
}

}  // namespace aedile::tool
