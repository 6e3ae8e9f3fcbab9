// What time does to tickets: their deadlines, and what they come to without anybody.
#include <algorithm>

#include "core/excerpt.h"
#include "rectification/decide.h"
#include "rectification/fold_limits.h"
#include "rectification/limit_deadline.h"
#include "rectification/messages_ticket.h"

namespace aedile::detail {

namespace {

const TicketLimit* limit_of(const Ticket* ticket, LimitId id) {
  if (ticket == nullptr) return nullptr;
  const std::vector<TicketLimit>& limits = ticket->limits();
  const auto found =
      std::find_if(limits.begin(), limits.end(), [&](const TicketLimit& limit) { return limit.limit == id; });
  return found == limits.end() ? nullptr : &*found;
}

bool is_set(const TicketEvent& event, const std::string& limit) {
  return std::any_of(event.deadlines.begin(), event.deadlines.end(),
                     [&](const SetDeadline& set) { return set.limit == limit; });
}

bool goes_by_event(const TicketLimit& limit) {
  const auto by_event = [](const TimeLimit& length) { return std::holds_alternative<BeforeEvent>(length); };
  return by_event(limit.original) || std::any_of(limit.added.begin(), limit.added.end(), by_event);
}

/// Where a limit begins whose date has come or passed: where it began before, at the latest with that day. So it is
/// overdue at once.
Instant start_on_date(const TimeZone& zone, const OnDate& on, const TicketLimit* before, Instant at) {
  if (zone.local(at).date < on.date) return at;
  const Instant day = zone.instant(on.date, {});
  return before == nullptr ? day : std::min(before->started, day);
}

bool can_be_added_to(const TimeLimit& limit) {
  return !std::holds_alternative<OnDate>(limit) && !std::holds_alternative<BeforeEvent>(limit);
}

}  // namespace

const std::string& Decider::calendar_of(const TicketLimit& limit, const TicketOpening& opening,
                                        const std::string& unit) const {
  if (limit.last && !limit.last->calendar.empty()) return limit.last->calendar;
  return opening.calendar.empty() ? setup_.calendar_of(unit) : opening.calendar;
}

Diagnostics Decider::compute(const CompiledWorkflow& workflow, const TicketLimit& limit, const std::string& calendar,
                             Instant at, const std::string& ticket, SetDeadline& set) const {
  Diagnostics problems;
  const std::string& code = workflow.limit(limit.limit).code;
  if (!can_be_added_to(limit.original) &&
      std::find(limit.added.begin(), limit.added.end(), limit.original) != limit.added.end()) {
    problems.error({}, messages::ticket_date_extension, {excerpt(ticket), "", code});
    return problems;
  }
  const KnownCalendar* const known = setup_.calendar(calendar);
  if (known == nullptr) {
    problems.error({}, messages::ticket_calendar, {excerpt(ticket), code, excerpt(calendar)});
    return problems;
  }
  // A deadline that was set goes on by the version it was set with.
  const WorkingCalendar* version = limit.last ? known->history->find(limit.last->version) : nullptr;
  if (version == nullptr) version = known->at(at);
  if (version == nullptr) {
    problems.error({}, messages::ticket_calendar_unknown_then,
                   {excerpt(ticket), code, excerpt(calendar), at.to_string()});
    return problems;
  }
  Result<std::optional<Deadline>> deadline =
      limit_deadline(*version, limit, workflow.limit(limit.limit), setup_.setup->events);
  if (!deadline) return deadline.diagnostics();
  if (*deadline) set.deadline = std::move(**deadline);
  return problems;
}

Diagnostics Decider::say_deadlines(const CompiledWorkflow& workflow, const Ticket* ticket, TicketEvent& event,
                                   Cause cause) const {
  Diagnostics problems;
  const std::vector<WorkflowLimit>& limits = workflow.workflow().limits;
  if (limits.empty()) return problems;
  const StateId to = workflow.find_state(event.to);
  const std::string& unit = event.unit ? *event.unit : ticket == nullptr ? std::string() : ticket->unit();
  const TicketOpening& opening = ticket == nullptr ? *event.opening : ticket->opening();
  const bool ends = workflow.state(to).ending.has_value();
  for (std::size_t i = 0; i < limits.size(); ++i) {
    const LimitId id{i};
    const TicketLimit* const before = limit_of(ticket, id);
    const bool anew = begins(workflow, id, before, event, to);
    if (!anew && (before == nullptr || !may_move(*before, workflow, event, to))) continue;
    // Whatever stood still is over with the ticket; it gets its deadline when the ticket is taken up again.
    if (ends && workflow.clock(id, to) != LimitClock::running) continue;
    TicketLimit after;
    SetDeadline set{.limit = limits[i].code};
    if (anew) {
      if (is_set(event, limits[i].code)) continue;
      set.original = length_of(workflow, id, event.limits);
      const bool given = std::any_of(event.limits.begin(), event.limits.end(),
                                     [&](const auto& own) { return own.first == limits[i].code; });
      if (ticket != nullptr && !given) {
        set.original = length_of(workflow, id, ticket->own_limits());
      }
      if (!set.original) continue;
      after.limit = id;
      after.started = event.happened;
      after.original = *set.original;
      const OnDate* const on = std::get_if<OnDate>(&after.original);
      if (on != nullptr && !given && (before != nullptr || cause == Cause::time)) {
        const KnownCalendar* const known = setup_.calendar(calendar_of(after, opening, unit));
        const WorkingCalendar* const version = known == nullptr ? nullptr : known->at(event.happened);
        if (version != nullptr) after.started = start_on_date(version->zone(), *on, before, event.happened);
      }
      if (ticket != nullptr && ticket->suspended(event.happened)) {
        after.pauses.push_back({event.happened, *ticket->suspended_until()});
      }
    } else {
      after = *before;
      const auto until = ticket->suspended_until();
      if (!advance(after, workflow, event, to, until)) continue;
    }
    const std::string& calendar = calendar_of(after, opening, unit);
    Diagnostics none = compute(workflow, after, calendar, event.happened, event.ticket, set);
    if (cause == Cause::command) problems.append(std::move(none));
    event.deadlines.push_back(std::move(set));
  }
  return problems;
}

TicketEvent Decider::own_event(const Ticket& ticket, const CompiledTransition& row, Instant happened,
                               Instant recorded) const {
  const CompiledWorkflow& workflow = ticket.workflow();
  const WorkflowCommand& command = workflow.command(row.command);
  return {.ticket = ticket.id(),
          .number = ticket.events() + 1,
          .happened = happened,
          .recorded = recorded,
          .kind = command.kind,
          .command = command.code,
          .from = ticket.state_code(),
          .to = workflow.state(row.to).code,
          .effects = workflow.transition(row).effects};
}

Diagnostics Decider::follow(const CompiledWorkflow& workflow, const Ticket* before, Events& events, Cause cause) const {
  Diagnostics problems;
  std::optional<Ticket> ticket;
  if (before == nullptr) {
    ticket = Ticket::opened(workflow, events.front()).value();
  } else {
    ticket = *before;
    problems = ticket->apply(events.front());
  }
  while (problems.empty()) {
    const auto rows = workflow.set_off_by(Trigger::itself, ticket->state());
    const Judge judge(book_, workflow, &*ticket);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const CompiledTransition& each) {
      return judge.holds_by_itself(each, ticket->changed_at());
    });
    if (row == rows.end()) break;
    TicketEvent event = own_event(*ticket, *row, ticket->changed_at(), ticket->recorded_at());
    problems = say_deadlines(workflow, &*ticket, event, cause);
    if (problems.empty()) problems = ticket->apply(event);
    events.push_back(std::move(event));
  }
  return problems;
}

namespace {

/// When the guards that time fulfils are fulfilled; nothing: never, as things stand.
std::optional<Instant> time_of(const Ticket& ticket, const Transition& row) {
  Instant at = ticket.changed_at();
  for (const Guard guard : row.guards) {
    std::optional<Instant> then = at;
    if (guard == Guard::exemption_over) then = ticket.exempt_until();
    if (guard == Guard::not_suspended) then = ticket.suspended_until().value_or(at);
    if (guard == Guard::deadline_passed) {
      then = ticket.next_due();
      if (then) then = Instant(then->sys_seconds() + std::chrono::seconds(1));
    }
    if (!then) return std::nullopt;
    at = std::max(at, *then);
  }
  return at;
}

}  // namespace

Result<std::vector<TicketEvent>> Decider::elapsed(const Ticket& ticket, Instant as_of) const {
  Events events;
  if (ticket.workflow().set_off_by(Trigger::clock, ticket.state()).empty()) return events;
  Ticket now = ticket;
  // A row that fires twice at one instant would do so for ever.
  std::vector<std::uint32_t> fired;
  for (;;) {
    std::optional<Instant> first;
    const CompiledTransition* next = nullptr;
    for (const CompiledTransition& row : now.workflow().set_off_by(Trigger::clock, now.state())) {
      const std::optional<Instant> at = time_of(now, now.workflow().transition(row));
      if (!at || *at > as_of || (first && *first <= *at)) continue;
      if (*at == now.changed_at() && std::find(fired.begin(), fired.end(), row.row) != fired.end()) continue;
      if (!Judge(book_, now.workflow(), &now).holds_by_itself(row, *at)) continue;
      first = at;
      next = &row;
    }
    if (next == nullptr) return events;
    if (*first != now.changed_at()) fired.clear();
    fired.push_back(next->row);
    TicketEvent event = own_event(now, *next, *first, std::max(as_of, now.recorded_at()));
    Diagnostics problems = say_deadlines(now.workflow(), &now, event, Cause::time);
    if (!problems.empty()) return problems;
    Events chain{std::move(event)};
    if (!now.workflow().set_off_by(Trigger::itself, next->to).empty()) {
      problems = follow(now.workflow(), &now, chain, Cause::time);
    }
    for (TicketEvent& each : chain) {
      if (problems.empty()) problems = now.apply(each);
      events.push_back(std::move(each));
    }
    if (!problems.empty()) return problems;
  }
}

Result<std::optional<TicketEvent>> Decider::revised(const Ticket& ticket, Instant as_of) const {
  const CompiledWorkflow& workflow = ticket.workflow();
  const RevisionPolicy policy = workflow.workflow().revision;
  TicketEvent event{.ticket = ticket.id(),
                    .number = ticket.events() + 1,
                    .happened = std::max(as_of, ticket.changed_at()),
                    .recorded = std::max(as_of, ticket.recorded_at()),
                    .kind = CommandKind::set_deadline,
                    .from = ticket.state_code(),
                    .to = ticket.state_code()};
  for (const TicketLimit& limit : ticket.limits()) {
    if (!limit.runs() || limit.stands_since) continue;
    // One that waits for an event without a date is set as soon as there is one, whatever the policy.
    if (limit.deadline && policy == RevisionPolicy::freeze) continue;
    const KnownCalendar* const known = setup_.calendar(calendar_of(limit, ticket.opening(), ticket.unit()));
    const WorkingCalendar* const version = known == nullptr ? nullptr : known->at(as_of);
    if (version == nullptr) continue;
    if (limit.deadline && version->version() == limit.deadline->version && !goes_by_event(limit)) continue;
    const Result<std::optional<Deadline>> under =
        limit_deadline(*version, limit, workflow.limit(limit.limit), setup_.setup->events);
    // What cannot be had under this version stays as it is, and keeps no other from being moved.
    if (!under || !*under) continue;
    const bool earlier = limit.deadline && (*under)->due < limit.deadline->due;
    if (limit.deadline && (*under)->due == limit.deadline->due) continue;
    if (earlier && policy == RevisionPolicy::never_earlier) continue;
    event.deadlines.push_back({workflow.limit(limit.limit).code, **under, {}, {}, {}});
  }
  if (event.deadlines.empty()) return std::optional<TicketEvent>();
  return std::optional<TicketEvent>(std::move(event));
}

}  // namespace aedile::detail
