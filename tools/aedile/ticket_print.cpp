#include "aedile/ticket_print.h"

#include <algorithm>

#include "aedile/rectification/day_and_time.h"
#include "aedile/texts.h"
#include "aedile/texts_rectify.h"
#include "aedile/texts_ticket.h"
#include "aedile/ticket_desk.h"

namespace aedile::tool {

namespace {

const WorkflowLimit* limit_named(const Ticket& ticket, const std::string& code) {
  const LimitId id = ticket.workflow().find_limit(code);
  return id.valid() ? &ticket.workflow().limit(id) : nullptr;
}

std::string named(const LocalText& title, const std::string& code, const Console& console) {
  return printable(title.empty() ? code : title.in(console.language));
}

// As in the event's own format.
void write_time(JsonWriter& json, std::string_view prefix, std::int64_t seconds) {
  const auto [unit, size] = seconds % 3600 == 0 ? std::pair("hours", 3600)
                            : seconds % 60 == 0 ? std::pair("minutes", 60)
                                                : std::pair("seconds", 1);
  json.key(std::string(prefix) + unit).number(seconds / size);
}
void write_length(JsonWriter& json, WorkingDays days) { json.key("working_days").number(days.count()); }
void write_length(JsonWriter& json, CalendarDays days) { json.key("calendar_days").number(days.count()); }
void write_length(JsonWriter& json, WorkingHours hours) { write_time(json, "working_", hours.length().count()); }
void write_length(JsonWriter& json, ContinuousHours hours) { write_time(json, "", hours.length().count()); }
void write_length(JsonWriter& json, const OnDate& on) { json.key("on").string(on.date.to_string()); }
void write_length(JsonWriter& json, const BeforeEvent& before) { json.key("before").string(before.event); }

}  // namespace

std::string step_title(const TicketLedger& ledger, const std::string& key, const Console& console) {
  const std::optional<Ladder>& ladder = ledger.regulations()->ladder;
  if (!ladder) return {};
  for (const LadderStep& step : ladder->steps) {
    if (key == ladder->id + "/" + step.code) return named(step.title, title(step.effect).in(console.language), console);
  }
  return {};
}

std::string state_title(const Ticket& ticket, const std::string& state, const Console& console) {
  const StateId id = ticket.workflow().find_state(state);
  return id.valid() ? named(ticket.workflow().state(id).title, state, console) : printable(state);
}

std::string command_title(const Ticket& ticket, const TicketEvent& event, const Console& console) {
  const CommandId id = ticket.workflow().find_command(event.command);
  if (!id.valid()) {
    return console.text(event.kind == CommandKind::open      ? texts::ticket_split_off
                        : event.kind == CommandKind::take_in ? texts::ticket_took_in
                                                             : texts::ticket_moved_deadline);
  }
  return named(ticket.workflow().command(id).title, event.command, console);
}

std::string limit_title(const Ticket& ticket, const std::string& limit, const Console& console) {
  const WorkflowLimit* const found = limit_named(ticket, limit);
  return found != nullptr ? named(found->title, limit, console) : printable(limit);
}

const Message& link_name(LinkKind kind) {
  switch (kind) {
    case LinkKind::recurrence_of:
      return texts::link_recurrence_of;
    case LinkKind::propagated_from:
      return texts::link_propagated_from;
    case LinkKind::split_from:
      return texts::link_split_from;
    case LinkKind::merged_into:
      return texts::link_merged_into;
    case LinkKind::took_in:
      return texts::link_took_in;
  }
  throw ContractError("not a value of LinkKind");
}

bool waits_for_event(const TicketLimit& limit) {
  const auto by_event = [](const TimeLimit& length) { return std::holds_alternative<BeforeEvent>(length); };
  return by_event(limit.original) || std::any_of(limit.added.begin(), limit.added.end(), by_event);
}

std::string actor_name(const TicketLedger& ledger, const std::string& id, const Console& console) {
  if (id.empty()) return console.text(texts::ticket_by_clock);
  const auto& people = ledger.regulations()->people;
  const auto found =
      std::find_if(people.begin(), people.end(), [&](const RegisteredPerson& each) { return each.id == id; });
  if (found == people.end() || found->title.empty() || found->title.in(console.language) == id) return id;
  return found->title.in(console.language) + " " + id;
}

namespace {

std::string joined(const std::vector<std::string>& words, const Console& console) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += console.language == Language::zh ? "、" : ", ";
    text += word;
  }
  return text;
}

/// The tickets that the event split off.
std::vector<std::string> parts_of(const TicketEvent& event, const TicketBook& book) {
  std::vector<std::string> parts;
  if (event.kind != CommandKind::split) return parts;
  for (const std::string& part : book.parts_of(event.ticket)) {
    if (const Ticket* const ticket = book.find(part); ticket != nullptr && ticket->opened_at() == event.happened) {
      parts.push_back(part);
    }
  }
  return parts;
}

template <class Line>
void print_whom(const Message& message, const std::string& whom, const Line& line, const Console& console) {
  line(message, {whom.empty() ? console.text(texts::ticket_nobody_word) : whom});
}

}  // namespace

void print_event(const TicketEvent& event, const TicketLedger& ledger, Console& console) {
  const Ticket& ticket = *ledger.book().find(event.ticket);
  const TimeZone& zone = TicketDesk::zone(ledger);
  // What people wrote must not look like another line of the history.
  const auto line = [&](const Message& message, std::vector<std::string> arguments) {
    for (std::string& argument : arguments) argument = on_one_line(argument);
    console.out << console.text(message, std::move(arguments)) << '\n';
  };
  line(texts::ticket_event_line,
       {event.ticket, command_title(ticket, event, console), state_title(ticket, event.to, console),
        actor_name(ledger, event.actor.id, console), day_and_time(zone, event.happened)});
  if (!event.notice.empty()) line(texts::ticket_event_notice, {event.notice});
  if (!event.step.empty()) line(texts::ticket_event_step, {event.step, step_title(ledger, event.step, console)});
  if (event.unit) print_whom(texts::ticket_event_unit, *event.unit, line, console);
  if (event.assignee) {
    const std::string name = event.assignee->empty() ? "" : actor_name(ledger, *event.assignee, console);
    print_whom(texts::ticket_event_assignee, name, line, console);
  }
  for (const TicketLink& link : event.links) {
    console.out << "  ";
    line(link_name(link.kind), {link.ticket});
  }
  for (const std::string& part : parts_of(event, ledger.book())) line(texts::ticket_event_part, {part});
  if (!event.criteria.empty()) line(texts::ticket_event_criteria, {joined(event.criteria, console)});
  if (!event.reason.empty()) line(texts::ticket_event_reason, {event.reason});
  for (const TicketEvidence& piece : event.evidence) {
    line(texts::ticket_event_evidence,
         {piece.file.name, piece.file.sha256.substr(0, 16), day_and_time(zone, piece.taken)});
  }
  if (event.limit) {
    const bool asked = event.kind == CommandKind::request_extension;
    line(asked ? texts::ticket_event_asked : texts::ticket_event_length, {describe(*event.limit).in(console.language)});
  }
  if (event.outcome) {
    const Message& outcome = *event.outcome == Outcome::granted   ? texts::ticket_granted
                             : *event.outcome == Outcome::refused ? texts::ticket_refused
                                                                  : texts::ticket_pending;
    console.out << "    " << console.text(outcome) << '\n';
  }
  if (event.until && event.step.empty()) line(texts::ticket_event_until, {day_and_time(zone, *event.until)});
  if (event.until && !event.step.empty()) {
    console.out << "    " << console.text(texts::ladder_answer, {day_and_time(zone, *event.until)}) << '\n';
  }
  for (const SetDeadline& set : event.deadlines) {
    if (set.deadline) {
      line(texts::ticket_event_due, {limit_title(ticket, set.limit, console), day_and_time(zone, set.deadline->due)});
    } else if (set.original) {
      const LimitId id = ticket.workflow().find_limit(set.limit);
      const StateId to = ticket.workflow().find_state(event.to);
      const bool runs = id.valid() && to.valid() && ticket.workflow().clock(id, to) == LimitClock::running;
      line(std::holds_alternative<BeforeEvent>(*set.original) ? texts::ticket_event_waits
           : runs                                             ? texts::ticket_event_no_calendar
                                                              : texts::ticket_event_stands,
           {limit_title(ticket, set.limit, console), describe(*set.original).in(console.language)});
    }
  }
}

void write_event(JsonWriter& json, const TicketEvent& event) {
  json.begin_object().key("ticket").string(event.ticket).key("number").number(event.number);
  json.key("kind").string(to_string(event.kind)).key("command").string(event.command);
  json.key("actor").string(event.actor.id).key("happened").string(event.happened.to_string());
  json.key("recorded").string(event.recorded.to_string());
  json.key("from").string(event.from).key("to").string(event.to);
  if (!event.reason.empty()) json.key("reason").string(event.reason);
  if (!event.notice.empty()) json.key("notice").string(event.notice);
  if (!event.step.empty()) json.key("step").string(event.step);
  if (event.unit) json.key("unit").string(*event.unit);
  if (event.assignee) json.key("assignee").string(*event.assignee);
  if (!event.criteria.empty()) {
    json.key("criteria").begin_array();
    for (const std::string& criterion : event.criteria) json.string(criterion);
    json.end_array();
  }
  if (!event.links.empty()) {
    json.key("links").begin_array();
    for (const TicketLink& link : event.links) {
      json.begin_object().key("kind").string(to_string(link.kind)).key("ticket").string(link.ticket).end_object();
    }
    json.end_array();
  }
  if (event.outcome) json.key("outcome").string(to_string(*event.outcome));
  if (event.limit) {
    json.key("limit").begin_object();
    std::visit([&](const auto& length) { write_length(json, length); }, *event.limit);
    json.end_object();
  }
  if (event.until) json.key("until").string(event.until->to_string());
  if (!event.evidence.empty()) {
    json.key("evidence").begin_array();
    for (const TicketEvidence& piece : event.evidence) {
      json.begin_object().key("name").string(piece.file.name).key("sha256").string(piece.file.sha256);
      json.key("taken").string(piece.taken.to_string()).end_object();
    }
    json.end_array();
  }
  if (!event.deadlines.empty()) {
    json.key("deadlines").begin_array();
    for (const SetDeadline& set : event.deadlines) {
      json.begin_object().key("limit").string(set.limit);
      if (set.deadline) json.key("due").string(set.deadline->due.to_string());
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_receipt(JsonWriter& json, const Receipt& receipt) {
  json.begin_object().key("aedile").string("ticket_receipt/1").key("repeated").boolean(receipt.repeated);
  json.key("seqs").begin_array();
  for (const std::uint64_t seq : receipt.seqs) json.number(seq);
  json.end_array().key("events").begin_array();
  for (const TicketEvent& event : receipt.events) write_event(json, event);
  json.end_array();
}

void print_receipt(const Receipt& receipt, const TicketLedger& ledger, bool json, Console& console) {
  if (json) {
    std::string text;
    JsonWriter writer(text);
    write_receipt(writer, receipt);
    writer.end_object();
    console.out << text << '\n';
    return;
  }
  if (console.quiet) return;
  if (receipt.repeated) console.out << console.text(texts::ticket_repeated) << '\n';
  for (const TicketEvent& event : receipt.events) print_event(event, ledger, console);
}

}  // namespace aedile::tool
