#pragma once
/// Steps of the ladder that came while nobody asked: which they are, and what they would have been when they came.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "aedile/rectification/ladder.h"
#include "aedile/rectification/ticket_book.h"

namespace aedile::detail {

/// The steps that have come by `until` and the ticket has not had.
Result<std::vector<DueStep>> steps_of(const Ladder& ladder, const TicketSetup& setup, const Ticket& ticket,
                                      Instant until, std::span<const std::string> taken);

/// Whether a step may have come before the ticket's last event and not been taken then: the deadline moved, or the step
/// stands before that event, and before the answer where that is final.
Result<bool> may_have_missed(const Ladder& ladder, const TicketSetup& setup, const Ticket& ticket);

/// The steps that came between the events of a ticket, each decided by what was so when it came. `taken`: keys of the
/// steps that it had. Cost: O(events · steps).
Result<std::vector<TicketEvent>> missed_steps(const Ladder& ladder, const std::shared_ptr<const TicketSetup>& setup,
                                              std::span<const TicketEvent> events, const TicketCommand& escalate,
                                              std::vector<std::string> taken);

}  // namespace aedile::detail
