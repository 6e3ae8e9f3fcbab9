#include "rectification/judge.h"

#include <algorithm>

#include "core/likeness.h"
#include "rectification/workflow_rules.h"

namespace aedile::detail {

namespace {

bool has(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Whether both are known, and nobody can tell them apart.
bool are_one(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && is_same_name(a, b); }

/// Whether two codes name two things; who or what is not known yet is no other.
bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

/// Whether work has been reported when a ticket is there: it waits for somebody who looks.
bool waits_for_look_back(const CompiledWorkflow& workflow, StateId state) {
  const auto leaves_by = [&](CommandKind kind) {
    const auto rows = workflow.rows(state);
    return std::any_of(rows.begin(), rows.end(),
                       [&](const CompiledTransition& row) { return workflow.command(row.command).kind == kind; });
  };
  return leaves_by(CommandKind::verify_pass) && !leaves_by(CommandKind::report_done);
}

}  // namespace

MergeBar merge_bar(const TicketBook& book, const CompiledWorkflow& workflow, const Ticket* ticket,
                   const TicketCommand& command) {
  const Ticket* const into = book.find(command.into);
  if (into == nullptr || into == ticket || into->workflow() != workflow ||
      !workflow.state(into->state()).takes_merges || into->changed_at() > command.happened ||
      into->recorded_at() > command.recorded) {
    return MergeBar::ticket;
  }
  if (ticket == nullptr) return MergeBar::none;
  // Whoever answers for the one answers for the other: lateness does not change hands.
  const bool other_unit = !ticket->unit().empty() && !are_one(ticket->unit(), into->unit());
  if (other_unit || differ(ticket->subject().site, into->subject().site) ||
      differ(ticket->subject().item, into->subject().item)) {
    return MergeBar::subject;
  }
  if (waits_for_look_back(workflow, into->state()) && !waits_for_look_back(workflow, ticket->state())) {
    return MergeBar::reported;
  }
  return MergeBar::none;
}

StepBar step_bar(const TicketBook& book, const Ticket* ticket, std::string_view step) {
  const auto had = [&](const std::string& name) { return ticket != nullptr && has(ticket->steps(), name); };
  const std::optional<Ladder>& ladder = book.setup().ladder;
  if (!ladder) return had(std::string(step)) ? StepBar::taken : StepBar::none;
  if (step.empty()) return StepBar::missing;
  for (const LadderStep& each : ladder->steps) {
    const std::string key = ladder->id + "/" + each.code;
    if (step == key || step == each.code) return had(key) || had(each.code) ? StepBar::taken : StepBar::none;
  }
  return StepBar::unknown;
}

bool holds_of_no_ticket(Guard guard) {
  switch (guard) {
    case Guard::not_doer:
    case Guard::not_unit_of_doer:
    case Guard::unassigned:
    case Guard::not_returned:
    case Guard::deadline_not_passed:
    case Guard::no_open_request:
    case Guard::not_suspended:
    case Guard::parts_ended:
      return true;
    default:
      return false;
  }
}

const TicketRequest* Judge::request(const CompiledTransition& row) const {
  const std::optional<RequestKind> kind = request_of(workflow_.command(row.command).kind);
  return ticket_ == nullptr || !kind ? nullptr : ticket_->request(*kind);
}

/// The role that decides next.
const std::string* Judge::asked_role(const CompiledTransition& row) const {
  const TicketRequest* const open = request(row);
  if (open == nullptr) return nullptr;
  const RequestKind kind = *request_of(workflow_.command(row.command).kind);
  const std::vector<std::string>& approvals = request_rules(workflow_.workflow(), kind).approvals;
  return open->level < approvals.size() ? &approvals[open->level] : nullptr;
}

const std::string* Judge::role_of(const CompiledTransition& row, const TicketActor& actor) const {
  const std::vector<std::string>& roles = workflow_.transition(row).roles;
  // Of several roles that decide, the one that is asked.
  if (is_decision(workflow_.command(row.command).kind)) {
    const std::string* const asked = asked_role(row);
    if (asked != nullptr && has(roles, *asked) && has(actor.roles, *asked)) return asked;
  }
  for (const std::string& role : roles) {
    if (has(actor.roles, role)) return &role;
  }
  return nullptr;
}

bool Judge::holds(Guard guard, const CompiledTransition& row, const Asked& asked) const {
  if (ticket_ == nullptr) return holds_of_no_ticket(guard);
  const Person& person = asked.actor.person;
  const Ticket& ticket = *ticket_;
  const std::optional<RequestKind> kind = request_of(workflow_.command(row.command).kind);
  const auto left = [&](RequestKind of) { return ticket.granted(of) < request_rules(workflow_.workflow(), of).most; };
  switch (guard) {
    case Guard::not_doer:
      return !ticket.is_doer(person.id);
    case Guard::not_unit_of_doer:
      // Whoever answers for the fault gains by its end, also before anybody has begun with the work.
      return !ticket.is_doer(person.id) && !ticket.is_unit_of_doer(person.unit) && !are_one(person.unit, ticket.unit());
    case Guard::is_assignee:
      return are_one(ticket.assignee(), person.id);
    case Guard::assigned:
      return !ticket.assignee().empty();
    case Guard::unassigned:
      return ticket.assignee().empty();
    case Guard::of_unit:
      return are_one(person.unit, ticket.unit());
    case Guard::not_returned:
      return !ticket.came_by_return();
    case Guard::returned:
      return ticket.came_by_return();
    case Guard::deadline_not_passed:
      return !ticket.overdue(asked.at);
    case Guard::deadline_passed:
      return ticket.overdue(asked.at);
    case Guard::extensions_left:
      return left(RequestKind::extension);
    case Guard::suspensions_left:
      return left(RequestKind::suspension);
    case Guard::appeals_left:
      return ticket.appeals() < workflow_.workflow().appeal.most;
    case Guard::late:
      return ticket.was_late();
    case Guard::no_open_request:
      return !kind || ticket.request(*kind) == nullptr;
    case Guard::request_open:
      return kind && ticket.request(*kind) != nullptr;
    case Guard::not_requester: {
      const TicketRequest* const open = request(row);
      const auto is_actor = [&](const std::string& id) { return is_same_name(id, person.id); };
      return open == nullptr ||
             (!is_actor(open->by.id) && std::none_of(open->approved_by.begin(), open->approved_by.end(), is_actor));
    }
    case Guard::is_asked: {
      const std::string* const role = asked_role(row);
      return role == nullptr || (asked.role != nullptr && *asked.role == *role);
    }
    case Guard::not_suspended:
      return !ticket.suspended(asked.at);
    case Guard::suspended:
      return ticket.suspended(asked.at);
    case Guard::evidence_newer_than_closing:
      if (!ticket.ended_at()) return false;
      return asked.command == nullptr ||
             std::all_of(asked.command->evidence.begin(), asked.command->evidence.end(),
                         [&](const TicketEvidence& piece) { return piece.taken > *ticket.ended_at(); });
    case Guard::verification_failed:
      return ticket.has_ended() && ticket.failed_since_end();
    case Guard::parts_ended: {
      const std::vector<std::string> parts = book_.parts_of(ticket.id());
      return std::all_of(parts.begin(), parts.end(),
                         [&](const std::string& part) { return book_.find(part)->has_ended(); });
    }
    case Guard::exemption_over:
      return ticket.exempt_until() && *ticket.exempt_until() <= asked.at;
  }
  throw ContractError("not a value of Guard");
}

bool Judge::given(Field field, const CompiledTransition& row, const TicketCommand& command) const {
  switch (field) {
    case Field::reason:
      return !is_blank(command.reason);
    case Field::evidence:
      return !command.evidence.empty() &&
             std::all_of(command.evidence.begin(), command.evidence.end(), [&](const TicketEvidence& piece) {
               return is_sha256(piece.file.sha256) && piece.taken <= command.happened;
             });
    case Field::criteria: {
      const std::vector<Named>& criteria = workflow_.command(row.command).criteria;
      return std::all_of(criteria.begin(), criteria.end(),
                         [&](const Named& criterion) { return has(command.criteria, criterion.code); });
    }
    case Field::assignee:
      return command.assignee && !command.assignee->empty();
    case Field::unit:
      return command.unit && !command.unit->empty();
    case Field::until: {
      if (!command.until || *command.until <= command.happened) return false;
      if (workflow_.command(row.command).kind != CommandKind::request_suspension) return true;
      const std::chrono::days longest(workflow_.workflow().suspension_days);
      return command.until->sys_seconds() - command.happened.sys_seconds() <= longest;
    }
    case Field::decision:
      return command.decision.has_value();
    case Field::into:
      return merge_bar(book_, workflow_, ticket_, command) == MergeBar::none;
    case Field::parts: {
      for (std::size_t i = 0; i < command.parts.size(); ++i) {
        const std::string& id = command.parts[i].ticket;
        const bool twice = std::any_of(command.parts.begin(), command.parts.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const TicketPart& other) { return other.ticket == id; });
        if (id.empty() || twice || book_.find(id) != nullptr || book_.forgotten().contains(id)) return false;
      }
      return !command.parts.empty();
    }
    case Field::limit:
      return command.limit.has_value();
  }
  throw ContractError("not a value of Field");
}

Verdict Judge::judge(const TicketCommand& command, CommandId id) const {
  Verdict verdict;
  if (ticket_ != nullptr && command.happened < ticket_->changed_at()) {
    verdict.bar = Verdict::Bar::time;
    return verdict;
  }
  if (command.recorded < command.happened || (ticket_ != nullptr && command.recorded < ticket_->recorded_at())) {
    verdict.bar = Verdict::Bar::recorded;
    return verdict;
  }
  if (command.actor.person.id.empty()) {
    verdict.bar = Verdict::Bar::actor;
    return verdict;
  }
  const auto rows = workflow_.rows(ticket_ == nullptr ? StateId() : ticket_->state(), id);
  verdict.bar = rows.empty() ? Verdict::Bar::state : Verdict::Bar::role;
  for (const CompiledTransition& row : rows) {
    const std::string* const role = role_of(row, command.actor);
    if (role == nullptr) continue;
    const Asked asked{command.actor, command.happened, &command, role};
    const Transition& transition = workflow_.transition(row);
    std::vector<Guard> unmet;
    std::vector<Field> missing;
    for (const Guard guard : transition.guards) {
      if (!holds(guard, row, asked)) unmet.push_back(guard);
    }
    for (const Field field : transition.requires_) {
      if (!given(field, row, command)) missing.push_back(field);
    }
    if (unmet.empty() && missing.empty()) {
      const bool escalates = workflow_.command(row.command).kind == CommandKind::escalate;
      const bool barred = escalates && step_bar(book_, ticket_, command.step) != StepBar::none;
      return {barred ? Verdict::Bar::step : Verdict::Bar::none, &row, role, {}, {}};
    }
    // Several rows may refuse: the first is told.
    if (verdict.bar == Verdict::Bar::row) continue;
    verdict = {Verdict::Bar::row, &row, role, std::move(unmet), std::move(missing)};
  }
  return verdict;
}

bool Judge::open_to(const CompiledTransition& row, const TicketActor& actor, Instant as_of) const {
  const std::string* const role = role_of(row, actor);
  if (role == nullptr || actor.person.id.empty()) return false;
  const Asked asked{actor, as_of, nullptr, role};
  const std::vector<Guard>& guards = workflow_.transition(row).guards;
  return std::all_of(guards.begin(), guards.end(), [&](Guard guard) { return holds(guard, row, asked); });
}

bool Judge::holds_by_itself(const CompiledTransition& row, Instant as_of) const {
  static const TicketActor nobody{};
  const Asked asked{nobody, as_of, nullptr, nullptr};
  const std::vector<Guard>& guards = workflow_.transition(row).guards;
  return std::all_of(guards.begin(), guards.end(), [&](Guard guard) { return holds(guard, row, asked); });
}

}  // namespace aedile::detail
