// aedile ticket allowed, show, due, stats: what the journal says.
#include <algorithm>

#include "aedile/core/exceptions.h"
#include "aedile/rectification/day_and_time.h"
#include "aedile/rectification/ticket_facts.h"
#include "aedile/texts.h"
#include "aedile/texts_ticket.h"
#include "aedile/ticket_desk.h"
#include "aedile/ticket_print.h"

namespace aedile::tool {

namespace {

class Json {
 public:
  explicit Json(const char* format) : writer(text_) { writer.begin_object().key("aedile").string(format); }
  void print(Console& console) {
    writer.end_object();
    console.out << text_ << '\n';
  }

 private:
  std::string text_;

 public:
  JsonWriter writer;
};

std::string name_of(const Ticket& ticket, const std::string& command, const Console& console) {
  const CommandId id = ticket.workflow().find_command(command);
  const LocalText& title = ticket.workflow().command(id).title;
  return printable(title.empty() ? command : title.in(console.language));
}

/// What the command line calls it; in Chinese with the word that a clerk knows.
std::string option_of(Field field, const Console& console) {
  switch (field) {
    case Field::reason:
      return console.text(texts::takes_reason);
    case Field::evidence:
      return console.text(texts::takes_evidence);
    case Field::criteria:
      return console.text(texts::takes_criteria);
    case Field::assignee:
      return console.text(texts::takes_assignee);
    case Field::unit:
      return console.text(texts::takes_unit);
    case Field::until:
      return console.text(texts::takes_until);
    case Field::decision:
      return console.text(texts::takes_decision);
    case Field::into:
      return console.text(texts::takes_into);
    case Field::parts:
      return console.text(texts::takes_parts);
    case Field::limit:
      return console.text(texts::takes_limit);
  }
  throw ContractError("not a value of Field");
}

std::string joined(const std::vector<Field>& fields, const Console& console) {
  std::string text;
  for (const Field field : fields) {
    if (!text.empty()) text += console.language == Language::zh ? "、" : ", ";
    text += option_of(field, console);
  }
  return text;
}

void print_limit(const Ticket& ticket, const TicketLimit& limit, std::optional<Instant> at, const TimeZone& zone,
                 Console& console) {
  const std::string title = limit_title(ticket, ticket.workflow().limit(limit.limit).code, console);
  const auto line = [&](const Message& message, std::vector<std::string> arguments) {
    console.out << console.text(message, std::move(arguments)) << '\n';
  };
  if (!limit.deadline && !limit.stands_since) {
    line(waits_for_event(limit) ? texts::ticket_due_waits : texts::ticket_due_no_calendar,
         {title, describe(limit.original).in(console.language)});
  } else if (!limit.deadline) {
    line(texts::ticket_due_stands, {title});
  } else if (limit.met) {
    line(limit.late ? texts::ticket_due_late : texts::ticket_due_met,
         {title, day_and_time(zone, limit.deadline->due), day_and_time(zone, *limit.met)});
  } else if (at && limit.deadline->due < *at) {
    line(texts::ticket_due_over, {title, day_and_time(zone, limit.deadline->due)});
  } else {
    line(limit.late ? texts::ticket_due_late_before : texts::ticket_due_line,
         {title, day_and_time(zone, limit.deadline->due)});
  }
}

void print_ticket(const Ticket& ticket, std::optional<Instant> at, const TimeZone& zone, Console& console) {
  const auto line = [&](const Message& message, const std::string& text) {
    if (!text.empty()) console.out << console.text(message, {text}) << '\n';
  };
  const TicketSubject& subject = ticket.subject();
  const LocalText& title = ticket.workflow().workflow().title;
  console.out << console.text(texts::ticket_head,
                              {ticket.id(), title.empty() ? ticket.workflow().id() : title.in(console.language)})
              << '\n';
  line(texts::ticket_state, state_title(ticket, ticket.state_code(), console));
  line(texts::ticket_about, subject.title);
  line(texts::ticket_place, subject.site + (subject.location.empty() ? "" : " " + subject.location));
  line(texts::ticket_item, subject.item);
  std::string findings;
  for (const FindingReference& each : subject.findings) {
    if (!findings.empty()) findings += console.language == Language::zh ? "、" : ", ";
    findings += each.visit + "#" + std::to_string(each.finding);
  }
  line(texts::ticket_findings, findings);
  line(texts::ticket_unit, ticket.unit());
  line(texts::ticket_assignee, ticket.assignee());
  std::string doers;
  for (const Person& doer : ticket.doers()) doers += (doers.empty() ? "" : ", ") + doer.id;
  line(texts::ticket_doers, doers);
  for (const TicketLimit& limit : ticket.limits()) print_limit(ticket, limit, at, zone, console);
  if (ticket.rework() + ticket.returns() + ticket.granted(RequestKind::extension) > 0) {
    console.out << console.text(texts::ticket_counts,
                                {std::to_string(ticket.rework()), std::to_string(ticket.returns()),
                                 std::to_string(ticket.granted(RequestKind::extension))})
                << '\n';
  }
  for (const TicketLink& link : ticket.links()) {
    console.out << console.text(link_name(link.kind), {link.ticket}) << '\n';
  }
}

void write_ticket(JsonWriter& json, const Ticket& ticket, std::optional<Instant> at) {
  const TicketSubject& subject = ticket.subject();
  json.begin_object().key("ticket").string(ticket.id()).key("workflow").string(ticket.workflow().id());
  json.key("edition").string(ticket.workflow().edition()).key("state").string(ticket.state_code());
  json.key("ending");
  if (ticket.ending()) {
    json.string(to_string(*ticket.ending()));
  } else {
    json.null();
  }
  json.key("title").string(subject.title).key("site").string(subject.site).key("item").string(subject.item);
  json.key("severity").string(subject.severity).key("unit").string(ticket.unit());
  json.key("assignee").string(ticket.assignee()).key("doers").begin_array();
  for (const Person& doer : ticket.doers()) json.string(doer.id);
  json.end_array().key("limits").begin_array();
  for (const TicketLimit& limit : ticket.limits()) {
    json.begin_object().key("limit").string(ticket.workflow().limit(limit.limit).code);
    if (limit.deadline) json.key("due").string(limit.deadline->due.to_string());
    if (limit.runs() && !limit.deadline && !limit.stands_since) {
      json.key("waits_for").string(waits_for_event(limit) ? "event" : to_string(WaitsFor::calendar));
    }
    if (limit.met) json.key("met").string(limit.met->to_string());
    json.key("late").boolean(limit.late || (at && limit.runs() && limit.deadline && limit.deadline->due < *at));
    json.end_object();
  }
  json.end_array().key("rework").number(ticket.rework()).key("returns").number(ticket.returns());
  json.key("extensions").number(ticket.granted(RequestKind::extension)).key("links").begin_array();
  for (const TicketLink& link : ticket.links()) {
    json.begin_object().key("kind").string(to_string(link.kind)).key("ticket").string(link.ticket).end_object();
  }
  json.end_array();
}

int show_all(const TicketLedger& ledger, std::optional<Instant> at, bool as_json, Console& console) {
  if (as_json) {
    Json json("tickets/1");
    json.writer.key("tickets").begin_array();
    for (const Ticket& ticket : ledger.book().tickets()) {
      write_ticket(json.writer, ticket, at);
      json.writer.end_object();
    }
    json.writer.end_array();
    json.print(console);
    return exit_fine;
  }
  if (ledger.book().size() == 0) console.out << console.text(texts::ticket_no_tickets) << '\n';
  for (const Ticket& ticket : ledger.book().tickets()) {
    console.out << printable(ticket.id()) << "  " << state_title(ticket, ticket.state_code(), console);
    for (const std::string& each : {ticket.unit(), ticket.subject().site, ticket.subject().title}) {
      if (!each.empty()) console.out << "  " << printable(each);
    }
    console.out << '\n';
  }
  return exit_fine;
}

}  // namespace

int ticket_allowed(const TicketAllowedArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console, arguments.json ? "ticket_allowed/1" : "");
  const std::optional<TicketLedger> ledger = desk.read({});
  if (!ledger) return desk.finish();
  TicketCommand asked{.ticket = arguments.ticket};
  if (!desk.moment(*ledger, arguments.moment, asked)) return desk.finish();
  const auto allowed = desk.value(ledger->book().allowed(arguments.ticket, asked.actor, asked.happened));
  if (!allowed) return desk.finish();
  const Ticket& ticket = *ledger->book().find(arguments.ticket);
  if (arguments.json) {
    Json json("ticket_allowed/1");
    json.writer.key("ticket").string(ticket.id()).key("commands").begin_array();
    for (const AllowedCommand& each : *allowed) {
      json.writer.begin_object().key("command").string(each.command).key("to").string(each.to);
      json.writer.key("requires").begin_array();
      for (const Field field : each.requires_) json.writer.string(to_string(field));
      json.writer.end_array().end_object();
    }
    json.writer.end_array();
    json.print(console);
  } else {
    if (allowed->empty()) {
      console.out << console.text(texts::ticket_may_nothing, {arguments.moment.as, ticket.id()}) << '\n';
    }
    for (const AllowedCommand& each : *allowed) {
      console.out << printable(each.command) << "  " << name_of(ticket, each.command, console) << " → "
                  << state_title(ticket, each.to, console);
      if (!each.requires_.empty()) console.out << console.text(texts::ticket_takes, {joined(each.requires_, console)});
      console.out << '\n';
    }
  }
  return desk.finish();
}

int ticket_show(const TicketShowArguments& arguments, Console& console) {
  const char* const format = arguments.ticket.empty() ? "tickets/1" : "ticket/1";
  TicketDesk desk(arguments.journal, console, arguments.json ? format : "");
  const std::optional<TicketLedger> ledger = desk.read(arguments.as_of);
  if (!ledger) return desk.finish();
  const std::optional<Instant> at = desk.when().happened;
  if (arguments.ticket.empty()) return show_all(*ledger, at, arguments.json, console);
  const Ticket* const ticket = ledger->book().find(arguments.ticket);
  if (ticket == nullptr) {
    desk.problem(texts::ticket_none, {arguments.ticket});
    return desk.finish();
  }
  const auto events = desk.value(ticket_events(*desk.view(), *ledger, arguments.ticket));
  if (!events) return desk.finish();
  if (arguments.json) {
    Json json("ticket/1");
    json.writer.key("ticket");
    write_ticket(json.writer, *ticket, at);
    json.writer.end_object().key("events").begin_array();
    for (const TicketEvent& event : *events) write_event(json.writer, event);
    json.writer.end_array();
    json.print(console);
    return desk.finish();
  }
  const TimeZone& zone = TicketDesk::zone(*ledger);
  print_ticket(*ticket, at, zone, console);
  console.out << console.text(texts::ticket_history) << '\n';
  for (const TicketEvent& event : *events) print_event(event, *ledger, console);
  return desk.finish();
}

int ticket_due(const TicketDueArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console, arguments.json ? "tickets_due/1" : "");
  const std::optional<TicketLedger> ledger = desk.read(arguments.as_of);
  if (!ledger) return desk.finish();
  std::optional<Instant> until;
  if (!arguments.until.empty()) until = desk.until(*ledger, arguments.until);
  if (desk.log().has_errors()) return desk.finish();
  const std::vector<DueTicket> due = ledger->book().due(*desk.when().happened, until);
  if (arguments.json) {
    Json json("tickets_due/1");
    json.writer.key("due").begin_array();
    for (const DueTicket& each : due) {
      json.writer.begin_object().key("ticket").string(each.ticket).key("limit").string(each.limit);
      json.writer.key("due").string(each.due.to_string()).key("overdue").boolean(each.overdue).end_object();
    }
    json.writer.end_array();
    json.print(console);
    return desk.finish();
  }
  const TimeZone& zone = TicketDesk::zone(*ledger);
  if (due.empty()) console.out << console.text(texts::ticket_not_due) << '\n';
  for (const DueTicket& each : due) {
    const Ticket& ticket = *ledger->book().find(each.ticket);
    console.out << day_and_time(zone, each.due) << "  " << printable(each.ticket) << "  "
                << limit_title(ticket, each.limit, console) << "  " << printable(ticket.unit()) << "  "
                << printable(ticket.subject().title);
    if (each.overdue) console.out << "  " << console.text(texts::ticket_is_overdue);
    console.out << '\n';
  }
  return desk.finish();
}

int ticket_stats(const TicketStatsArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console, arguments.rates.json ? "rates/1" : "");
  const std::optional<TicketLedger> ledger = desk.read(arguments.as_of);
  if (!ledger) return desk.finish();
  std::vector<TicketEvent> events;
  for (const Ticket& ticket : ledger->book().tickets()) {
    auto own = desk.value(ticket_events(*desk.view(), *ledger, ticket.id()));
    if (!own) return desk.finish();
    std::move(own->begin(), own->end(), std::back_inserter(events));
  }
  // Of each ticket they are in order already, and of one instant they keep it.
  std::stable_sort(events.begin(), events.end(),
                   [](const TicketEvent& a, const TicketEvent& b) { return a.recorded < b.recorded; });
  const std::optional<TicketStatistics> all = desk.value(count_tickets(ledger->book(), events, *desk.when().happened));
  if (!all) return desk.finish();
  KnownNames known;
  for (const RegisteredPerson& person : ledger->regulations()->people) known.units.insert(person.unit);
  return show_rates(*all, desk.log(), arguments.rates, console, known);
}

}  // namespace aedile::tool
