#pragma once
/// What would have come about, but for somebody to take it or a calendar that reaches further.

#include <vector>

#include "aedile/journal/ticket_journal.h"
#include "aedile/rectification/ladder.h"
#include "aedile/rectification/ticket_book.h"

namespace aedile::detail {

/// The roles in which the workflow lets people escalate, in its order; none: nobody ever may.
std::vector<std::string> roles_that_escalate(const CompiledWorkflow& workflow);

/// Somebody of all these roles, who has had nothing to do with any ticket.
TicketActor anybody_of(std::vector<std::string> roles);

/// Steps that have come by `as_of`, but whose own time to answer lies beyond the ticket's calendar: they are not among
/// `steps`, which are those that can be taken. taken: keys of the steps that the ticket has had.
Result<std::vector<WaitingStep>> steps_without_answer(const Ladder& ladder, const TicketSetup& setup,
                                                      const Ticket& ticket, Instant as_of,
                                                      std::span<const std::string> taken,
                                                      std::span<const DueStep> steps);

/// Limits that run, and have no deadline because their calendar does not reach it.
std::vector<WaitingStep> limits_without_calendar(const TicketBook& book);

}  // namespace aedile::detail
