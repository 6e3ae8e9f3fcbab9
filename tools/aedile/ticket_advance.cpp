// aedile ticket advance: what time has brought, and what waits for somebody or for a calendar.
#include <algorithm>

#include "aedile/journal/unit_ledger.h"
#include "aedile/ladder_print.h"
#include "aedile/rectification/day_and_time.h"
#include "aedile/texts.h"
#include "aedile/texts_ticket.h"
#include "aedile/ticket_desk.h"
#include "aedile/ticket_print.h"

namespace aedile::tool {

namespace {

using UnitSteps = std::vector<std::pair<std::string, UnitStep>>;

struct Advanced {
  Receipt tickets;
  UnitReceipt units;
  UnitSteps units_waiting{};  ///< without anybody who takes them
};

/// The steps of units that nobody has taken.
Result<UnitSteps> open_unit_steps(TicketJournal& tickets, Instant as_of) {
  UnitSteps open;
  const TicketLedger& ledger = tickets.ledger();
  if (!ledger.regulations()->unit_ladder) return open;
  const Result<JournalView> view = tickets.journal().view();
  if (!view) return view.diagnostics();
  const Result<UnitLedger> units = fold_units(*view, ledger, {.happened = as_of});
  if (!units) return units.diagnostics();
  for (const auto& [unit, record] : units->units()) {
    const Result<Climb> climb = climb_of(ledger, *units, unit);
    if (!climb) return climb.diagnostics();
    for (const UnitStep& step : climb->steps) {
      const bool taken = std::find(record.steps.begin(), record.steps.end(), step.key) != record.steps.end();
      if (!taken) open.emplace_back(unit, step);
    }
  }
  return open;
}

void write(JsonWriter& json, const WaitingStep& waiting) {
  json.begin_object().key("for").string(to_string(waiting.waits_for)).key("ticket").string(waiting.ticket);
  if (!waiting.step.empty()) json.key("step").string(waiting.step);
  if (!waiting.limit.empty()) json.key("limit").string(waiting.limit);
  if (waiting.due) json.key("due").string(waiting.due->to_string());
  if (waiting.waits_for == WaitsFor::supervisor) {
    json.key("roles").begin_array();
    for (const std::string& role : waiting.roles) json.string(role);
    json.end_array();
  }
  json.end_object();
}

void print_json(const Advanced& advanced, Console& console) {
  std::string text;
  JsonWriter json(text);
  write_receipt(json, advanced.tickets);
  json.key("unit_steps").begin_array();
  for (const auto& [unit, step] : advanced.units.steps) {
    json.begin_object().key("unit").string(unit).key("key").string(step.key).key("occasion").string(step.occasion);
    json.key("effect").string(to_string(step.effect)).key("in_a_row").number(step.in_a_row);
    json.key("within_year").number(step.within_year);
    if (step.answer_by) json.key("answer_by").string(step.answer_by->due.to_string());
    json.end_object();
  }
  json.end_array().key("waiting").begin_array();
  for (const WaitingStep& waiting : advanced.tickets.waiting) write(json, waiting);
  for (const auto& [unit, step] : advanced.units_waiting) {
    json.begin_object().key("for").string(to_string(WaitsFor::supervisor)).key("unit").string(unit);
    json.key("step").string(step.key).end_object();
  }
  json.end_array().end_object();
  console.out << text << '\n';
}

std::string shown_roles(const Ticket& ticket, const std::vector<std::string>& roles, const Console& console) {
  const std::vector<Named>& named = ticket.workflow().workflow().roles;
  std::string text;
  for (const std::string& role : roles) {
    if (!text.empty()) text += console.language == Language::zh ? "、" : ", ";
    const auto found = std::find_if(named.begin(), named.end(), [&](const Named& each) { return each.code == role; });
    const bool titled = found != named.end() && !found->title.empty() && found->title.in(console.language) != role;
    text += titled ? found->title.in(console.language) + " " + role : role;
  }
  return text;
}

void print(const WaitingStep& waiting, const TicketLedger& ledger, Console& console) {
  const Ticket& ticket = *ledger.book().find(waiting.ticket);
  const auto line = [&](const Message& message, std::vector<std::string> arguments) {
    for (std::string& argument : arguments) argument = on_one_line(argument);
    console.out << console.text(message, std::move(arguments)) << '\n';
  };
  if (!waiting.limit.empty()) {
    line(texts::limit_waits_for_calendar, {waiting.ticket, limit_title(ticket, waiting.limit, console)});
  } else if (waiting.step.empty()) {
    line(texts::ladder_waits_for_calendar, {waiting.ticket});
  } else {
    const bool somebody = waiting.waits_for == WaitsFor::supervisor;
    line(somebody ? texts::waits_for_supervisor : texts::waits_for_calendar,
         {waiting.ticket, waiting.step, step_title(ledger, waiting.step, console),
          day_and_time(TicketDesk::zone(ledger), *waiting.due), shown_roles(ticket, waiting.roles, console)});
  }
}

void print_people(const Advanced& advanced, const TicketLedger& ledger, Console& console) {
  const bool nothing = advanced.tickets.events.empty() && advanced.units.steps.empty();
  const bool none_waits = advanced.tickets.waiting.empty() && advanced.units_waiting.empty();
  if (nothing) console.out << console.text(none_waits ? texts::ticket_nothing : texts::ticket_nothing_yet) << '\n';
  print_receipt(advanced.tickets, ledger, false, console);
  const std::optional<UnitLadder>& ladder = ledger.regulations()->unit_ladder;
  for (const auto& [unit, step] : advanced.units.steps) {
    print_unit_step(console, TicketDesk::zone(ledger), *ladder, unit, step);
  }
  for (const WaitingStep& waiting : advanced.tickets.waiting) print(waiting, ledger, console);
  for (const auto& [unit, step] : advanced.units_waiting) {
    console.out << console.text(texts::waits_for_actor,
                                {on_one_line(unit), ladder->steps[step.step].code,
                                 step_name(ladder->steps[step.step], console), on_one_line(step.occasion)})
                << '\n';
  }
}

}  // namespace

int ticket_advance(const TicketAdvanceArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console, arguments.json ? "ticket_receipt/1" : "");
  std::optional<TicketJournal> tickets = desk.open_for_writing();
  if (!tickets) return desk.finish();
  const TicketLedger& ledger = tickets->ledger();
  const std::optional<Instant> as_of = desk.time(ledger, arguments.moment.at);
  const std::optional<Instant> recorded = desk.recorded(ledger, arguments.moment.recorded, as_of);
  std::optional<TicketActor> actor;
  if (!arguments.moment.as.empty()) actor = desk.actor(ledger, arguments.moment.as);
  if (!as_of || !recorded || desk.log().has_errors()) return desk.finish();
  // What time brings is recorded when it came, at the earliest.
  if (!desk.may_record(ledger, std::max(*as_of, *recorded))) return desk.finish();
  std::optional<Receipt> receipt = desk.written(tickets->advance(*as_of, *recorded, actor), *tickets, *recorded);
  if (!receipt) return desk.finish();
  Advanced advanced{std::move(*receipt), {}};
  if (actor) {
    if (auto units = desk.value(climb_units(*tickets, actor->person.id, *as_of, *recorded))) {
      advanced.units = std::move(*units);
    }
  } else if (auto open = desk.value(open_unit_steps(*tickets, *as_of))) {
    advanced.units_waiting = std::move(*open);
  }
  const int code = desk.finish();
  if (code != exit_fine) return code;
  if (arguments.json) {
    print_json(advanced, console);
  } else if (!console.quiet) {
    print_people(advanced, ledger, console);
  }
  return code;
}

}  // namespace aedile::tool
