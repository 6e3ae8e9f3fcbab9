#include "rectification/decide.h"

#include <algorithm>

#include "core/excerpt.h"
#include "core/likeness.h"
#include "rectification/evidence_checks.h"
#include "rectification/fold_limits.h"
#include "rectification/messages_ticket.h"
#include "rectification/particulars.h"
#include "rectification/workflow_rules.h"

namespace aedile::detail {

namespace {

bool is_negative(const TimeLimit& limit) {
  return std::visit(
      [](const auto& length) {
        if constexpr (requires { length.length(); }) {
          return length.length() < std::chrono::seconds(0);
        } else if constexpr (requires { length.count(); }) {
          return length.count() < 0;
        } else {
          return false;
        }
      },
      limit);
}

/// Whether work is reported from a state: whoever it is assigned to there handles it.
bool is_worked_on(const CompiledWorkflow& workflow, StateId state) {
  const auto rows = workflow.rows(state);
  return std::any_of(rows.begin(), rows.end(), [&](const CompiledTransition& row) {
    return workflow.command(row.command).kind == CommandKind::report_done;
  });
}

}  // namespace

Diagnostics Decider::find(const TicketCommand& command, Subject& subject) const {
  Diagnostics problems = out_of_years(command);
  problems.append(unseen_in(command));
  if (!problems.empty()) return problems;
  const auto refuse = [&](const Message& message, std::vector<std::string> arguments) {
    problems.error({}, message, std::move(arguments));
    return problems;
  };
  if (command.opening) {
    subject.workflow = setup_.workflow(command.opening->workflow, command.opening->edition);
    if (subject.workflow == nullptr) {
      return refuse(messages::unknown_workflow,
                    {excerpt(command.opening->workflow), excerpt(command.opening->edition)});
    }
    if (command.ticket.empty()) return refuse(messages::ticket_no_id, {});
    if (book_.find(command.ticket) != nullptr || book_.forgotten().contains(command.ticket)) {
      return refuse(messages::duplicate_ticket, {excerpt(command.ticket)});
    }
  } else {
    subject.ticket = book_.find(command.ticket);
    const auto gone = book_.forgotten().find(command.ticket);
    if (gone != book_.forgotten().end()) {
      return refuse(messages::ticket_forgotten, {excerpt(command.ticket), std::to_string(gone->second)});
    }
    if (subject.ticket == nullptr) return refuse(messages::no_such_ticket, {excerpt(command.ticket)});
    subject.workflow = &subject.ticket->workflow();
  }
  subject.command = subject.workflow->find_command(command.command);
  if (!subject.command.valid()) {
    std::string known;
    for (const WorkflowCommand& each : subject.workflow->workflow().commands) {
      known += (known.empty() ? "" : ", ") + each.code;
    }
    return refuse(messages::ticket_unknown_command, {excerpt(command.ticket), excerpt(command.command), known});
  }
  return problems;
}

Diagnostics Decider::check_limits(const Subject& subject, const TicketCommand& command) const {
  Diagnostics problems;
  for (std::size_t i = 0; i < command.limits.size(); ++i) {
    const auto& [code, length] = command.limits[i];
    const std::vector<std::string> arguments{excerpt(command.ticket), command.command, excerpt(code)};
    const auto here = command.limits.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(command.limits.begin(), here, [&](const auto& other) { return other.first == here->first; })) {
      problems.error({}, messages::ticket_limit_twice, arguments);
    }
    if (!subject.workflow->find_limit(code).valid()) problems.error({}, messages::ticket_unknown_limit, arguments);
    if (is_negative(length)) problems.error({}, messages::ticket_negative_limit, arguments);
  }
  if (command.limit && is_negative(*command.limit)) {
    problems.error({}, messages::ticket_negative_limit, {excerpt(command.ticket), command.command, command.command});
  }
  return problems;
}

void Decider::say_what_was_done(const Subject& subject, const CompiledTransition& row, const TicketCommand& command,
                                const std::string& role, TicketEvent& event) const {
  const CompiledWorkflow& workflow = *subject.workflow;
  const Transition& written = workflow.transition(row);
  const CommandKind kind = workflow.command(row.command).kind;
  event.ticket = command.ticket;
  event.number = subject.ticket == nullptr ? 1 : subject.ticket->events() + 1;
  event.happened = command.happened;
  event.recorded = command.recorded;
  event.kind = kind;
  event.command = command.command;
  event.actor = command.actor.person;
  event.role = role;
  if (row.from.valid()) event.from = workflow.state(row.from).code;
  event.to = workflow.state(row.to).code;
  event.reason = command.reason;
  event.evidence = command.evidence;
  event.criteria = command.criteria;
  event.effects = written.effects;
  if (kind == CommandKind::escalate) event.step = command.step;
  event.notice = command.notice;
  if (hands_over(kind)) event.limits = command.limits;
  if (hands_over(kind) || asks_for(written, Field::unit)) event.unit = command.unit;
  if (hands_over(kind) || asks_for(written, Field::assignee)) event.assignee = command.assignee;
  // Whoever handled it for another unit does so no more.
  if (event.unit && !event.assignee && subject.ticket != nullptr && !subject.ticket->assignee().empty()) {
    event.assignee = "";
  }
  if (has_effect(event, EffectKind::assign_actor)) event.assignee = command.actor.person.id;
  if (kind == CommandKind::unassign) event.assignee = "";
  // The end of an exemption; by when a step of the ladder is to be answered.
  if (kind == CommandKind::exempt || kind == CommandKind::escalate || asks_for(written, Field::until)) {
    event.until = command.until;
  }
  if (kind == CommandKind::merge) event.links.push_back({LinkKind::merged_into, command.into});
  if (kind == CommandKind::open) {
    TicketOpening opening = *command.opening;
    opening.edition = workflow.edition();
    event.opening = std::move(opening);
    event.links = command.links;
    if (!event.unit) event.unit = "";
  }
}

void Decider::say_outcome(const Ticket& ticket, const CompiledWorkflow& workflow, const TicketCommand& command,
                          TicketEvent& event) const {
  const std::optional<RequestKind> kind = request_of(event.kind);
  if (!kind) return;
  const RequestRules& rules = request_rules(workflow.workflow(), *kind);
  const bool by_granted = workflow.workflow().extension_adds == ExtensionAdds::granted;
  if (!is_decision(event.kind)) {
    // Whoever decides last need not be asked, and where nobody decides it is granted.
    const auto own = std::find(rules.approvals.begin(), rules.approvals.end(), event.role);
    const bool granted = rules.approvals.empty() || (own != rules.approvals.end() && own + 1 == rules.approvals.end());
    event.outcome = granted ? Outcome::granted : Outcome::pending;
    // What was asked for is kept, whatever the workflow adds.
    if (*kind == RequestKind::extension) event.limit = command.limit;
    if (*kind == RequestKind::suspension) event.until = command.until;
    return;
  }
  const TicketRequest& request = *ticket.request(*kind);
  if (!*command.decision) {
    event.outcome = Outcome::refused;
  } else if (request.level + 1 < rules.approvals.size()) {
    event.outcome = Outcome::pending;
  } else {
    event.outcome = Outcome::granted;
    if (by_granted) event.limit = request.limit;
    event.until = request.until;
  }
}

void Decider::say_doers(const Subject& subject, TicketEvent& event) const {
  if (makes_doer(event.kind)) event.doers.push_back(event.actor);
  if (subject.ticket == nullptr) return;
  const Ticket& ticket = *subject.ticket;
  const bool leaves =
      event.kind == CommandKind::assign || event.kind == CommandKind::unassign || event.kind == CommandKind::return_;
  const bool handled =
      event.kind == CommandKind::report_done || (leaves && is_worked_on(*subject.workflow, ticket.state()));
  const bool by_handler = is_same_name(ticket.assignee(), event.actor.id);
  if (handled && !ticket.assignee().empty() && !by_handler) {
    event.doers.push_back({ticket.assignee(), ticket.unit()});
  }
  if (handled && by_handler && !makes_doer(event.kind)) event.doers.push_back(event.actor);
}

Result<std::vector<TicketEvent>> Decider::decide(const TicketCommand& command, Verdict* verdict) const {
  Subject subject;
  Diagnostics problems = find(command, subject);
  if (!problems.empty()) return problems;
  Verdict found = Judge(book_, *subject.workflow, subject.ticket).judge(command, subject.command);
  if (!found.allowed()) problems = told(found, book_, *subject.workflow, subject.ticket, command);
  if (found.row != nullptr) {
    problems.append(not_taken(*subject.workflow, *found.row, command));
    const auto missing = [&](Field field) {
      return std::find(found.missing.begin(), found.missing.end(), field) != found.missing.end();
    };
    const CommandKind kind = subject.workflow->command(subject.command).kind;
    if (!missing(Field::evidence)) problems.append(unfit_evidence(book_, subject.ticket, kind, command));
    problems.append(says_nothing(command, missing(Field::reason)));
    if (kind == CommandKind::open) problems.append(unfit_links(book_, command));
  }
  if (problems.empty() && (!command.limits.empty() || command.limit)) problems = check_limits(subject, command);
  Events events(1);
  if (problems.empty()) problems = make(subject, *found.row, *found.role, command, events);
  if (verdict != nullptr) *verdict = std::move(found);
  if (!problems.empty()) return problems;
  return events;
}

Diagnostics Decider::make(const Subject& subject, const CompiledTransition& row, const std::string& role,
                          const TicketCommand& command, Events& events) const {
  say_what_was_done(subject, row, command, role, events.front());
  if (subject.ticket != nullptr) say_outcome(*subject.ticket, *subject.workflow, command, events.front());
  say_doers(subject, events.front());
  Diagnostics problems = say_deadlines(*subject.workflow, subject.ticket, events.front());
  const CommandKind kind = events.front().kind;
  if (kind == CommandKind::split) problems.append(add_parts(subject, row, command, events));
  if (kind == CommandKind::merge && !command.into.empty()) {
    problems.append(add_taking_in(*subject.ticket, command, events));
  }
  if (problems.empty() && !subject.workflow->set_off_by(Trigger::itself, row.to).empty()) {
    problems = follow(*subject.workflow, subject.ticket, events);
  }
  return problems;
}

bool Decider::is_open(const Ticket& ticket, const CompiledTransition& row, const TicketActor& actor,
                      Instant as_of) const {
  const CompiledWorkflow& workflow = ticket.workflow();
  const Judge judge(book_, workflow, &ticket);
  if (!judge.open_to(row, actor, as_of)) return false;
  // What is asked for decides where its deadline will be.
  if (asks_for(workflow.transition(row), Field::limit)) return true;
  TicketCommand command{.command = workflow.command(row.command).code, .ticket = ticket.id(), .actor = actor};
  command.happened = as_of;
  command.recorded = std::max(as_of, ticket.recorded_at());
  command.decision = false;  // which is always open
  Events events(1);
  return make({&workflow, &ticket, row.command}, row, *judge.role_of(row, actor), command, events).empty();
}

Diagnostics Decider::add_parts(const Subject& subject, const CompiledTransition& row, const TicketCommand& command,
                               Events& events) const {
  const Ticket& whole = *subject.ticket;
  const CompiledWorkflow& workflow = *subject.workflow;
  Diagnostics problems;
  for (const TicketPart& part : command.parts) {
    TicketEvent event{.ticket = part.ticket,
                      .number = 1,
                      .happened = command.happened,
                      .recorded = command.recorded,
                      .kind = CommandKind::open,
                      .actor = command.actor.person,
                      .role = events.front().role,
                      .to = workflow.state(row.parts_to).code,
                      .unit = part.unit.empty() ? whole.unit() : part.unit,
                      .doers = whole.doers(),
                      .limits = whole.own_limits(),
                      .links = {{LinkKind::split_from, whole.id()}}};
    TicketOpening opening = whole.opening();
    opening.subject = part.subject;
    event.opening = std::move(opening);
    // The time that the whole has used up is used up for its parts.
    for (const TicketLimit& limit : whole.limits()) {
      if (!limit.runs() || workflow.clock(limit.limit, row.parts_to) != LimitClock::running) continue;
      event.deadlines.push_back(
          {workflow.limit(limit.limit).code, limit.deadline, limit.original, limit.added, limit.pauses});
    }
    problems.append(say_deadlines(workflow, nullptr, event));
    events.push_back(std::move(event));
  }
  return problems;
}

Diagnostics Decider::add_taking_in(const Ticket& ticket, const TicketCommand& command, Events& events) const {
  const Ticket& into = *book_.find(command.into);
  TicketEvent event{.ticket = into.id(),
                    .number = into.events() + 1,
                    .happened = command.happened,
                    .recorded = command.recorded,
                    .kind = CommandKind::take_in,
                    .actor = command.actor.person,
                    .role = events.front().role,
                    .from = into.state_code(),
                    .to = into.state_code(),
                    .doers = ticket.doers(),
                    .links = {{LinkKind::took_in, ticket.id()}}};
  Diagnostics problems = take_over_time(ticket, into, event);
  events.push_back(std::move(event));
  return problems;
}

Diagnostics Decider::take_over_time(const Ticket& from, const Ticket& into, TicketEvent& event) const {
  Diagnostics problems;
  for (const TicketLimit& own : into.limits()) {
    const auto other = std::find_if(from.limits().begin(), from.limits().end(),
                                    [&](const TicketLimit& each) { return each.limit == own.limit; });
    if (other == from.limits().end() || !own.runs() || !own.deadline || !other->runs() || !other->deadline) continue;
    TicketLimit after = *other;
    if (into.suspended(event.happened)) after.pauses.push_back({event.happened, *into.suspended_until()});
    SetDeadline set{.limit = into.workflow().limit(own.limit).code,
                    .original = other->original,
                    .added = other->added,
                    .pauses = other->pauses};
    problems.append(compute(into.workflow(), after, calendar_of(after, into.opening(), into.unit()), event.happened,
                            into.id(), set));
    if (set.deadline && set.deadline->due < own.deadline->due) event.deadlines.push_back(std::move(set));
  }
  return problems;
}

}  // namespace aedile::detail
