#include "journal/waiting_steps.h"

#include <algorithm>

#include "journal/missed_steps.h"

namespace aedile::detail {

namespace {

bool waits_for_event(const TicketLimit& limit) {
  const auto by_event = [](const TimeLimit& length) { return std::holds_alternative<BeforeEvent>(length); };
  return by_event(limit.original) || std::any_of(limit.added.begin(), limit.added.end(), by_event);
}

}  // namespace

std::vector<std::string> roles_that_escalate(const CompiledWorkflow& workflow) {
  std::vector<std::string> roles;
  for (const Transition& row : workflow.workflow().transitions) {
    const CommandId command = workflow.find_command(row.command);
    if (!command.valid() || workflow.command(command).kind != CommandKind::escalate) continue;
    for (const std::string& role : row.roles) {
      if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
    }
  }
  return roles;
}

TicketActor anybody_of(std::vector<std::string> roles) { return {{"*", "*"}, std::move(roles)}; }

Result<std::vector<WaitingStep>> steps_without_answer(const Ladder& ladder, const TicketSetup& setup,
                                                      const Ticket& ticket, Instant as_of,
                                                      std::span<const std::string> taken,
                                                      std::span<const DueStep> steps) {
  std::vector<WaitingStep> waiting;
  const bool any_answer = std::any_of(ladder.steps.begin(), ladder.steps.end(),
                                      [](const LadderStep& step) { return step.answer_within.has_value(); });
  if (!any_answer) return waiting;
  Ladder unanswered = ladder;
  for (LadderStep& step : unanswered.steps) step.answer_within.reset();
  const auto come = steps_of(unanswered, setup, ticket, as_of, taken);
  if (!come) return come.diagnostics();
  for (const DueStep& step : *come) {
    const bool there =
        std::any_of(steps.begin(), steps.end(), [&](const DueStep& each) { return each.key == step.key; });
    if (!there) waiting.push_back({.ticket = ticket.id(), .step = step.key, .due = step.due});
  }
  return waiting;
}

std::vector<WaitingStep> limits_without_calendar(const TicketBook& book) {
  std::vector<WaitingStep> waiting;
  for (const Ticket& ticket : book.tickets()) {
    for (const TicketLimit& limit : ticket.limits()) {
      if (!limit.runs() || limit.deadline || limit.stands_since || waits_for_event(limit)) continue;
      waiting.push_back({.ticket = ticket.id(), .limit = ticket.workflow().limit(limit.limit).code});
    }
  }
  return waiting;
}

}  // namespace aedile::detail
