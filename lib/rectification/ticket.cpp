#include "aedile/rectification/ticket.h"

#include <algorithm>

#include "core/excerpt.h"
#include "core/likeness.h"
#include "rectification/evidence_checks.h"
#include "rectification/fold_limits.h"
#include "rectification/late_step.h"
#include "rectification/messages_ticket.h"
#include "rectification/workflow_rules.h"

namespace aedile {

namespace {

bool by_id(const Person& a, const Person& b) { return a.id < b.id || (a.id == b.id && a.unit < b.unit); }

/// What fits any event, also the first.
Diagnostics misplaced(const CompiledWorkflow& workflow, const TicketEvent& event, StateId to, Instant changed,
                      Instant recorded) {
  Diagnostics problems;
  const auto say = [&](const Message& message, std::vector<std::string> more) {
    more.insert(more.begin(), {detail::excerpt(event.ticket), std::to_string(event.number)});
    problems.error({}, message, std::move(more));
  };
  if (!to.valid()) say(messages::event_unknown_state, {detail::excerpt(event.to)});
  for (const SetDeadline& set : event.deadlines) {
    if (!workflow.find_limit(set.limit).valid()) say(messages::event_unknown_limit, {detail::excerpt(set.limit)});
  }
  if (event.happened < changed || event.recorded < recorded || event.recorded < event.happened) {
    say(messages::event_order, {});
  }
  return problems;
}

}  // namespace

Result<Ticket> Ticket::opened(const CompiledWorkflow& workflow, const TicketEvent& event) {
  if (!event.opening || event.number != 1 || event.kind != CommandKind::open || !event.from.empty()) {
    return {Place{}, messages::event_no_opening, {detail::excerpt(event.ticket)}};
  }
  if (event.opening->workflow != workflow.id() || event.opening->edition != workflow.edition()) {
    return {Place{},
            messages::event_other_workflow,
            {detail::excerpt(event.ticket), detail::excerpt(event.opening->workflow),
             detail::excerpt(event.opening->edition)}};
  }
  const StateId to = workflow.find_state(event.to);
  Diagnostics problems = misplaced(workflow, event, to, event.happened, event.happened);
  if (!problems.empty()) return problems;
  Result<Ticket> ticket(Ticket{workflow});
  ticket->id_ = event.ticket;
  ticket->opening_ = event.opening;
  ticket->opened_at_ = event.happened;
  ticket->fold(event, to);
  return ticket;
}

Diagnostics Ticket::unfit(const TicketEvent& event, StateId to) const {
  Diagnostics problems;
  if (event.number != events_ + 1 || event.opening) {
    problems.error({}, messages::event_number,
                   {detail::excerpt(event.ticket), std::to_string(event.number), std::to_string(events_)});
    return problems;
  }
  // A step is taken when its time came, though it may be written down after what came later.
  const bool aside = detail::is_aside(event);
  problems = misplaced(workflow_, event, to, aside ? opened_at_ : changed_at_, recorded_at_);
  if (event.from != state_code()) {
    problems.error({}, messages::event_state,
                   {detail::excerpt(event.ticket), std::to_string(event.number), detail::excerpt(event.from),
                    detail::excerpt(state_code())});
  }
  return problems;
}

Diagnostics Ticket::apply(const TicketEvent& event) {
  const StateId to = workflow_.find_state(event.to);
  Diagnostics problems = unfit(event, to);
  if (problems.empty()) fold(event, to);
  return problems;
}

void Ticket::fold(const TicketEvent& event, StateId to) {
  const bool had_ended = state_.valid() && has_ended();
  const bool aside = events_ > 0 && event.happened < changed_at_;
  if (!aside) fold_limits(event, to);
  fold_kind(event);
  events_ = event.number;
  changed_at_ = aside ? changed_at_ : event.happened;
  recorded_at_ = event.recorded;
  state_ = to;
  if (has_ended() && !had_ended) {
    ended_at_ = event.happened;
    ended_with_ = event.number;
    to_verify_since_ = event.happened;
    failed_since_end_ = false;
  }
  fold_evidence(event);
  if (event.unit) unit_ = *event.unit;
  if (event.assignee) assignee_ = *event.assignee;
  if (detail::has_effect(event, EffectKind::unassign)) assignee_.clear();
  for (const Person& doer : event.doers) {
    const auto at = std::lower_bound(doers_.begin(), doers_.end(), doer, by_id);
    if (at == doers_.end() || *at != doer) doers_.insert(at, doer);
  }
  links_.insert(links_.end(), event.links.begin(), event.links.end());
  if (!event.step.empty()) steps_.push_back(event.step);
}

void Ticket::fold_evidence(const TicketEvent& event) {
  const bool anew = event.kind == CommandKind::open || event.kind == CommandKind::report_done ||
                    event.kind == CommandKind::verify_fail || event.kind == CommandKind::reopen ||
                    event.kind == CommandKind::take_in;
  if (anew) to_verify_since_ = event.happened;
  for (const TicketEvidence& piece : event.evidence) {
    const std::uint64_t mark = detail::mark_of(piece.file.sha256);
    if (handed_in_.empty()) handed_in_.reserve(4);
    if (handed_in_with(mark) == 0) handed_in_.push_back({mark, event.number});
  }
}

std::uint32_t Ticket::handed_in_with(std::uint64_t mark) const {
  const auto found =
      std::find_if(handed_in_.begin(), handed_in_.end(), [&](const HandedIn& each) { return each.mark == mark; });
  return found == handed_in_.end() ? 0 : found->event;
}

void Ticket::fold_kind(const TicketEvent& event) {
  switch (event.kind) {
    case CommandKind::issue:
      if (!issued_at_) issued_at_ = event.happened;
      break;
    case CommandKind::return_:
      ++returns_;
      returned_ = true;
      break;
    case CommandKind::assign:
      returned_ = false;
      break;
    case CommandKind::unassign:
      assignee_.clear();
      break;
    case CommandKind::verify_pass:
      exempt_until_.reset();
      break;
    case CommandKind::verify_fail:
      // Of a ticket that has ended it is a look-back that failed: what to do about it is decided then.
      if (has_ended()) {
        failed_since_end_ = true;
      } else {
        ++rework_;
      }
      break;
    case CommandKind::request_extension:
    case CommandKind::decide_extension:
    case CommandKind::request_suspension:
    case CommandKind::decide_suspension:
    case CommandKind::appeal:
    case CommandKind::decide_appeal:
      fold_request(*detail::request_of(event.kind), event);
      break;
    case CommandKind::resume:
      suspended_until_ = event.happened;
      break;
    case CommandKind::exempt:
      exempt_until_ = event.until;
      break;
    case CommandKind::expire:
      exempt_until_.reset();
      break;
    case CommandKind::reopen:
      ++reopenings_;
      exempt_until_.reset();
      break;
    case CommandKind::open:
    case CommandKind::accept:
    case CommandKind::start:
    case CommandKind::report_done:
    case CommandKind::reply:
    case CommandKind::void_:
    case CommandKind::merge:
    case CommandKind::take_in:
    case CommandKind::split:
    case CommandKind::escalate:
    case CommandKind::set_deadline:
    case CommandKind::note:
      break;
  }
}

const TicketRequest* Ticket::request(RequestKind kind) const {
  const auto found = std::find_if(requests_.begin(), requests_.end(),
                                  [&](const TicketRequest& request) { return request.kind == kind; });
  return found == requests_.end() ? nullptr : &*found;
}

void Ticket::fold_request(RequestKind kind, const TicketEvent& event) {
  const auto of_kind = [&](const TicketRequest& request) { return request.kind == kind; };
  if (!detail::is_decision(event.kind)) {
    if (kind == RequestKind::appeal) ++appeals_;
    std::erase_if(requests_, of_kind);
    TicketRequest request{.kind = kind,
                          .by = event.actor,
                          .at = event.happened,
                          .reason = event.reason,
                          .limit = event.limit,
                          .until = event.until};
    // Whoever decides need not ask, nor need those before be asked.
    const std::vector<std::string>& approvals = detail::request_rules(workflow_.workflow(), kind).approvals;
    const auto own = std::find(approvals.begin(), approvals.end(), event.role);
    if (own != approvals.end()) request.level = static_cast<std::uint32_t>(own - approvals.begin()) + 1;
    requests_.push_back(std::move(request));
  } else {
    for (TicketRequest& request : requests_) {
      if (request.kind != kind) continue;
      ++request.level;
      request.approved_by.push_back(event.actor.id);
    }
  }
  if (event.outcome == Outcome::pending) return;
  if (event.outcome == Outcome::granted) {
    ++granted_[static_cast<std::size_t>(kind)];
    if (kind == RequestKind::suspension) suspended_until_ = event.until;
    if (kind == RequestKind::appeal) lateness_exempt_ = true;
  }
  std::erase_if(requests_, of_kind);
}

void Ticket::fold_limits(const TicketEvent& event, StateId to) {
  own_limits_.insert(own_limits_.end(), event.limits.begin(), event.limits.end());
  for (TicketLimit& limit : limits_) {
    if (!detail::begins(workflow_, limit.limit, &limit, event, to)) {
      detail::advance(limit, workflow_, event, to, suspended_until_);
    }
  }
  for (const SetDeadline& set : event.deadlines) {
    const LimitId id = workflow_.find_limit(set.limit);
    auto limit =
        std::find_if(limits_.begin(), limits_.end(), [&](const TicketLimit& each) { return each.limit == id; });
    if (limit == limits_.end()) limit = limits_.insert(limits_.end(), TicketLimit{.limit = id});
    if (set.original) {
      // A limit that begins anew after its deadline was not kept before.
      const bool overdue = limit->runs() && limit->deadline && event.happened > limit->deadline->due;
      *limit = TicketLimit{.limit = id,
                           .deadline = {},
                           .last = {},
                           .started = set.deadline ? set.deadline->start : event.happened,
                           .original = *set.original,
                           .added = set.added,
                           .pauses = set.pauses,
                           .late = limit->late || overdue};
      // Work that is suspended does not begin before it is resumed.
      if (suspended(event.happened)) limit->pauses.push_back({event.happened, *suspended_until_});
    }
    limit->deadline = set.deadline;
    if (set.deadline) limit->last = set.deadline;
  }
}

bool Ticket::is_doer(std::string_view person) const {
  return std::any_of(doers_.begin(), doers_.end(),
                     [&](const Person& doer) { return detail::is_same_name(doer.id, person); });
}

bool Ticket::is_unit_of_doer(std::string_view unit) const {
  return !unit.empty() && std::any_of(doers_.begin(), doers_.end(),
                                      [&](const Person& doer) { return detail::is_same_name(doer.unit, unit); });
}

std::optional<Instant> Ticket::next_due() const {
  std::optional<Instant> next;
  for (const TicketLimit& limit : limits_) {
    if (limit.runs() && limit.deadline && (!next || limit.deadline->due < *next)) next = limit.deadline->due;
  }
  return next;
}

bool Ticket::was_late() const {
  return std::any_of(limits_.begin(), limits_.end(), [](const TicketLimit& limit) { return limit.late; });
}

}  // namespace aedile
