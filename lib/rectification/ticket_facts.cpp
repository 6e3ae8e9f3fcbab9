#include "aedile/rectification/ticket_facts.h"

#include <algorithm>
#include <unordered_map>

#include "aedile/calendar/working_clock.h"
#include "core/excerpt.h"
#include "rectification/messages_around.h"
#include "rectification/messages_ticket.h"

namespace aedile {

namespace {

/// Who stands in a limit: whoever files, whoever dispatches, or the responsible unit.
enum class Stage { filing, dispatch, handling };

/// What the events say that the ticket does not keep.
struct Story {
  bool filed = false;
  bool looked_back = false;
  bool first_passed = false;
  std::optional<Instant> dispatched;
  std::optional<Instant> reported;
  std::vector<WorkingSpan> suspensions;
  std::vector<std::pair<std::string, Stage>> begun;  ///< the limits in the order in which they began first

  Stage stage_of(const std::string& limit) const {
    const auto found = std::find_if(begun.begin(), begun.end(), [&](const auto& each) { return each.first == limit; });
    return found == begun.end() ? Stage::handling : found->second;
  }
};

bool grants(const TicketEvent& event) { return event.outcome == Outcome::granted; }

void end_suspension(Story& story, Instant at) {
  if (!story.suspensions.empty()) story.suspensions.back().end = std::min(story.suspensions.back().end, at);
}

Story story_of(std::span<const TicketEvent> events) {
  Story story;
  for (const TicketEvent& event : events) {
    // Whoever names the responsible unit has dispatched the case, and filed it if nobody had before.
    const bool dispatches =
        event.kind == CommandKind::issue || event.kind == CommandKind::assign || (event.unit && !event.unit->empty());
    if (dispatches && !story.dispatched) story.dispatched = event.happened;
    story.filed = story.filed || dispatches || event.kind == CommandKind::accept;
    for (const SetDeadline& set : event.deadlines) {
      const bool known = std::any_of(story.begun.begin(), story.begun.end(),
                                     [&](const auto& each) { return each.first == set.limit; });
      if (known) continue;
      const Stage stage = story.dispatched ? Stage::handling : story.filed ? Stage::dispatch : Stage::filing;
      story.begun.emplace_back(set.limit, stage);
    }
    switch (event.kind) {
      case CommandKind::report_done:
        story.reported = event.happened;
        break;
      case CommandKind::verify_pass:
      case CommandKind::verify_fail:
        if (!story.looked_back) story.first_passed = event.kind == CommandKind::verify_pass;
        story.looked_back = true;
        break;
      case CommandKind::request_suspension:
      case CommandKind::decide_suspension:
        if (grants(event) && event.until) story.suspensions.push_back({event.happened, *event.until});
        break;
      case CommandKind::resume:
        end_suspension(story, event.happened);
        break;
      default:
        break;
    }
  }
  return story;
}

TicketFate fate_of(const Ticket& ticket, bool filed) {
  const std::optional<Ending> ending = ticket.ending();
  if (!ending) return filed ? TicketFate::open : TicketFate::not_filed;
  switch (*ending) {
    case Ending::closed:
      return TicketFate::closed;
    case Ending::replied:
      return TicketFate::replied;
    case Ending::exempted:
      return TicketFate::exempted;
    case Ending::voided:
      return filed ? TicketFate::voided : TicketFate::not_filed;
    case Ending::merged:
      return TicketFate::merged;
  }
  throw ContractError("ticket_facts: not a value of Ending");
}

/// Whether work is reported while the limit runs: it is for whoever does that work.
bool is_worked_in(const CompiledWorkflow& workflow, LimitId limit) {
  for (std::size_t i = 0; i < workflow.workflow().states.size(); ++i) {
    const StateId state{i};
    if (workflow.clock(limit, state) != LimitClock::running) continue;
    const auto rows = workflow.rows(state);
    if (std::any_of(rows.begin(), rows.end(), [&](const CompiledTransition& row) {
          return workflow.command(row.command).kind == CommandKind::report_done;
        })) {
      return true;
    }
  }
  return false;
}

/// A limit that was named is of the stage for which it was named; any other of that in which it began.
Stage stage_of(const CompiledWorkflow& workflow, LimitId id, const Story& story, const FactNames& names) {
  const std::string& limit = workflow.limit(id).code;
  if (limit == names.filing_limit) return Stage::filing;
  if (limit == names.dispatch_limit) return Stage::dispatch;
  const Stage stage = story.stage_of(limit);
  if (stage != Stage::handling && is_worked_in(workflow, id)) return Stage::handling;
  if (stage == Stage::filing && !names.filing_limit.empty()) return Stage::dispatch;
  return stage;
}

struct Kept {
  bool late = false;  ///< a limit of the stage was not kept
  bool due = false;   ///< the deadline of one has come
};

/// Each limit is judged by itself, for whoever stood in it.
Kept kept(const Ticket& ticket, const Story& story, const FactNames& names, Stage stage, Instant as_of) {
  Kept kept;
  for (const TicketLimit& limit : ticket.limits()) {
    if (stage_of(ticket.workflow(), limit.limit, story, names) != stage) continue;
    const bool over = limit.deadline && limit.deadline->due < as_of;
    kept.late = kept.late || limit.late || (limit.runs() && over);
    kept.due = kept.due || (limit.deadline && limit.deadline->due <= as_of);
  }
  // What was late was due, though its limit may have begun anew since.
  kept.due = kept.due || kept.late;
  return kept;
}

Result<std::optional<std::int64_t>> working_seconds(const Story& story, const WorkingCalendar& calendar) {
  if (!story.dispatched || !story.reported || *story.reported < *story.dispatched) {
    return std::optional<std::int64_t>();
  }
  std::vector<ClockEvent> events{{ClockEvent::start, *story.dispatched, {}}};
  for (std::size_t i = 0; i < story.suspensions.size(); ++i) {
    const WorkingSpan& span = story.suspensions[i];
    if (span.end <= span.begin) continue;
    events.push_back({ClockEvent::pause, span.begin, std::to_string(i)});
    events.push_back({ClockEvent::resume, span.end, std::to_string(i)});
  }
  const Result<WorkingClock> clock = WorkingClock::replay(calendar, std::move(events));
  if (!clock) return clock.diagnostics();
  const Result<WorkingHours> elapsed = clock->elapsed(*story.reported);
  if (!elapsed) return elapsed.diagnostics();
  return std::optional<std::int64_t>(elapsed->length().count());
}

bool links_to(const Ticket& ticket, LinkKind kind) {
  return std::any_of(ticket.links().begin(), ticket.links().end(),
                     [&](const TicketLink& link) { return link.kind == kind; });
}

/// That of the ticket, else that of its unit, else that of all; empty: the first.
std::string calendar_of(const Ticket& ticket, const TicketSetup& setup) {
  if (!ticket.opening().calendar.empty()) return ticket.opening().calendar;
  const auto own = setup.calendar_of_unit.find(ticket.unit());
  return own != setup.calendar_of_unit.end() ? own->second : setup.calendar;
}

using EventsOfTickets = std::unordered_map<std::string_view, std::vector<TicketEvent>>;

/// Whether one of its unit that was merged into it was late: being merged does not take that back.
bool took_in_late(const TicketBook& book, const Ticket& ticket, const EventsOfTickets& events, const FactNames& names) {
  return std::any_of(ticket.links().begin(), ticket.links().end(), [&](const TicketLink& link) {
    if (link.kind != LinkKind::took_in) return false;
    const Ticket* const taken = book.find(link.ticket);
    const auto own = events.find(link.ticket);
    if (taken == nullptr || own == events.end() || taken->unit() != ticket.unit()) return false;
    return kept(*taken, story_of(own->second), names, Stage::handling, taken->changed_at()).late ||
           took_in_late(book, *taken, events, names);
  });
}

}  // namespace

Result<TicketFacts> ticket_facts(const Ticket& ticket, std::span<const TicketEvent> events, Instant as_of,
                                 const WorkingCalendar& calendar, const FactNames& names) {
  const Story story = story_of(events);
  const Result<Date> opened = calendar.date_of(ticket.opened_at());
  if (!opened) return opened.diagnostics();
  const Result<std::optional<std::int64_t>> seconds = working_seconds(story, calendar);
  if (!seconds) return seconds.diagnostics();
  TicketFacts facts;
  facts.ticket = ticket.id();
  facts.unit = ticket.unit();
  facts.site_class = ticket.subject().site_class;
  facts.item = ticket.subject().item;
  facts.period = Period::containing(names.period, *opened).to_string();
  facts.fate = fate_of(ticket, story.filed);
  const Kept handling = kept(ticket, story, names, Stage::handling, as_of);
  facts.due = handling.due;
  facts.handled = story.reported.has_value();
  facts.late = handling.late;
  facts.excused = ticket.lateness_exempt();
  facts.suspended = ticket.suspended(as_of);
  facts.recurrence = links_to(ticket, LinkKind::recurrence_of);
  facts.verified = story.looked_back;
  facts.passed_first = story.first_passed;
  facts.returned = ticket.returns() > 0;
  facts.filed_on_time = !kept(ticket, story, names, Stage::filing, as_of).late;
  facts.dispatched = story.dispatched.has_value();
  facts.dispatched_on_time = !kept(ticket, story, names, Stage::dispatch, as_of).late;
  facts.send_backs = ticket.rework();
  facts.extensions = ticket.granted(RequestKind::extension);
  facts.working_seconds = *seconds;
  return facts;
}

Result<TicketStatistics> count_tickets(const TicketBook& book, std::span<const TicketEvent> events, Instant as_of,
                                       const FactNames& names) {
  EventsOfTickets of_ticket;
  for (const TicketEvent& event : events) of_ticket[event.ticket].push_back(event);
  TicketStatistics statistics;
  Diagnostics problems;
  for (const Ticket& ticket : book.tickets()) {
    const std::string id = calendar_of(ticket, book.setup());
    const auto& calendars = book.setup().calendars;
    const auto calendar = std::find_if(calendars.begin(), calendars.end(),
                                       [&](const CalendarHistory& each) { return id.empty() || each.id() == id; });
    if (calendar == calendars.end()) {
      problems.error({}, messages::unknown_calendar_of_ticket, {ticket.id(), id});
      continue;
    }
    Result<TicketFacts> facts = ticket_facts(ticket, of_ticket[ticket.id()], as_of, calendar->latest(), names);
    if (facts) {
      if (took_in_late(book, ticket, of_ticket, names)) facts->late = facts->due = true;
      statistics.add(*facts);
    } else {
      problems.append(facts.diagnostics());
    }
  }
  if (problems.has_errors()) return problems;
  if (!book.forgotten().empty()) {
    std::string which;
    for (const auto& [ticket, since] : book.forgotten()) which += (which.empty() ? "" : ", ") + detail::excerpt(ticket);
    problems.warning({}, messages::tickets_left_out, {std::to_string(book.forgotten().size()), which});
  }
  return {std::move(statistics), std::move(problems)};
}

std::optional<LadderCase> ladder_case(const Ticket& ticket, const TicketLimit& limit) {
  if (!limit.deadline) return std::nullopt;
  LadderCase result{.ticket = ticket.id(), .start = limit.started, .deadline = *limit.deadline, .pauses = limit.pauses};
  result.paused_since = limit.stands_since;
  result.answered = limit.met;
  if (!result.answered && ticket.has_ended()) result.answered = ticket.ended_at();
  return result;
}

std::vector<std::string> ladder_keys(const Ladder& ladder, const Ticket& ticket) {
  std::vector<std::string> keys;
  for (const LadderStep& step : ladder.steps) {
    const std::string key = ladder.id + "/" + step.code;
    const auto& had = ticket.steps();
    if (std::find(had.begin(), had.end(), key) != had.end() ||
        std::find(had.begin(), had.end(), step.code) != had.end()) {
      keys.push_back(key);
    }
  }
  return keys;
}

std::optional<ClosedFault> closed_fault(const Ticket& ticket, const WorkingCalendar& calendar, std::string area,
                                        std::uint32_t times) {
  if (ticket.ending() != Ending::closed || !ticket.ended_at()) return std::nullopt;
  const TicketSubject& subject = ticket.subject();
  const Date found = calendar.zone().local(ticket.opened_at()).date;
  return ClosedFault{ticket.id(),
                     {subject.item, subject.site, subject.location, std::move(area), found},
                     calendar.zone().local(*ticket.ended_at()).date,
                     times};
}

KnownFault known_fault(const Ticket& ticket, std::string scope) {
  KnownFault fault{.ticket = ticket.id(),
                   .item = ticket.subject().item,
                   .site = ticket.subject().site,
                   .location = ticket.subject().location,
                   .scope = std::move(scope),
                   .clock_start = ticket.issued_at().value_or(ticket.opened_at())};
  if (const std::optional<Ending> ending = ticket.ending()) {
    switch (*ending) {
      case Ending::closed:
        fault.state = KnownState::closed;
        break;
      case Ending::replied:
        fault.state = KnownState::replied;
        break;
      case Ending::exempted:
        fault.state = KnownState::exempt;
        fault.exempt_until = ticket.exempt_until();
        break;
      case Ending::voided:
        fault.state = KnownState::not_a_fault;
        break;
      case Ending::merged:
        fault.state = KnownState::out_of_scope;
        break;
    }
  }
  return fault;
}

std::optional<ClosedTicket> closed_ticket(const Ticket& ticket) {
  if (ticket.ending() != Ending::closed) return std::nullopt;
  return ClosedTicket{ticket.id(), ticket.subject().site_class, ticket.subject().severity};
}

Diagnostics take_number(NoticeNumbers& numbers, const TicketEvent& event, const NumberPattern& pattern,
                        const std::string& series) {
  const std::optional<NoticeNumber> number = pattern.read(event.notice, series);
  return number ? numbers.apply(*number) : Diagnostics();
}

}  // namespace aedile
