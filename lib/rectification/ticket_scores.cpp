#include "aedile/rectification/ticket_scores.h"

#include <algorithm>

namespace aedile {

std::uint32_t times_returned(const TicketBook& book, const Ticket& ticket) {
  std::uint32_t times = 0;
  // No chain is longer than the book, whatever links events claim.
  for (const Ticket* at = &ticket; at != nullptr && times < book.size();) {
    const auto link = std::find_if(at->links().begin(), at->links().end(),
                                   [](const TicketLink& each) { return each.kind == LinkKind::recurrence_of; });
    if (link == at->links().end()) break;
    ++times;
    at = book.find(link->ticket);
  }
  return times;
}

ScoredTicket scored_ticket(const TicketBook& book, const Ticket& ticket, Instant as_of) {
  return {.overdue = ticket.was_late() || ticket.overdue(as_of),
          .excused = ticket.lateness_exempt(),
          .closed = ticket.ending() == Ending::closed,
          .times_returned = times_returned(book, ticket)};
}

}  // namespace aedile
