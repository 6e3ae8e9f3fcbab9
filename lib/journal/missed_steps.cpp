#include "journal/missed_steps.h"

#include <algorithm>

#include "aedile/rectification/setup_lookup.h"
#include "aedile/rectification/ticket_facts.h"
#include "rectification/late_step.h"

namespace aedile::detail {

Result<std::vector<DueStep>> steps_of(const Ladder& ladder, const TicketSetup& setup, const Ticket& ticket,
                                      Instant until, std::span<const std::string> taken) {
  std::vector<DueStep> none;
  if (ticket.limits().empty()) return none;
  const std::optional<LadderCase> then = ladder_case(ticket, ticket.limits().front());
  if (!then) return none;
  const CalendarHistory* const calendar = find_calendar(setup, then->deadline.calendar);
  if (calendar == nullptr) return none;
  const WorkingCalendar* const version = calendar->find(then->deadline.version);
  return steps_due(ladder, version == nullptr ? calendar->latest() : *version, *then, until, taken);
}

Result<bool> may_have_missed(const Ladder& ladder, const TicketSetup& setup, const Ticket& ticket) {
  const std::vector<std::string> taken = ladder_keys(ladder, ticket);
  if (ticket.events() == 1 || ticket.limits().empty() || taken.size() == ladder.steps.size()) return false;
  const TicketLimit& limit = ticket.limits().front();
  const bool moved = limit.started != ticket.opened_at() || !limit.added.empty() || !limit.pauses.empty() ||
                     limit.stands_since.has_value();
  if (moved) return true;
  const bool is_final = limit.met && ticket.rework() == 0 && ticket.reopenings() == 0;
  const auto steps = steps_of(ladder, setup, ticket, is_final ? *limit.met : ticket.changed_at(), taken);
  if (!steps) return steps.diagnostics();
  return !steps->empty();
}

Result<std::vector<TicketEvent>> missed_steps(const Ladder& ladder, const std::shared_ptr<const TicketSetup>& setup,
                                              std::span<const TicketEvent> events, const TicketCommand& escalate,
                                              std::vector<std::string> taken) {
  std::vector<TicketEvent> missed;
  TicketBook then(setup);
  for (std::size_t i = 0; i + 1 < events.size(); ++i) {
    const Diagnostics problems = then.apply(events[i]);
    if (problems.has_errors()) return problems;
    const Ticket& ticket = *then.find(escalate.ticket);
    // What comes at the instant of an event comes after it: an answer is in time then.
    const Instant until(events[i + 1].happened.sys_seconds() - std::chrono::seconds(1));
    if (until < ticket.changed_at()) continue;
    const auto steps = steps_of(ladder, *setup, ticket, until, taken);
    if (!steps) return steps.diagnostics();
    for (const DueStep& step : *steps) {
      TicketCommand command = escalate;
      command.happened = std::max(step.due, ticket.changed_at());
      command.step = step.key;
      if (step.answer_by) command.until = step.answer_by->due;
      if (!then.may(command).allowed) continue;
      Result<std::vector<TicketEvent>> made = then.decide(command);
      if (!made) return made;
      // Where a step moves the ticket it cannot be taken after what came later.
      if (made->size() != 1 || !is_aside(made->front())) continue;
      taken.push_back(step.key);
      missed.push_back(std::move(made->front()));
    }
  }
  return missed;
}

}  // namespace aedile::detail
