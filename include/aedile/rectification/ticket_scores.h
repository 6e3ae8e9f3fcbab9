#pragma once
/// From a ticket in its book to what it does to scores.
///
///   // T-9 is linked to T-7, T-12 to T-9: the same fault at the same place, for the third time.
///   times_returned(book, *book.find("T-12")) == 2;
///   finding = with_effects(finding, scored_ticket(book, *book.find("T-12"), as_of), rules);     // score_effects.h

#include <cstdint>

#include "aedile/rectification/score_effects.h"
#include "aedile/rectification/ticket_book.h"

namespace aedile {

/// How often the fault had come back when the ticket was opened: the length of the chain of tickets it is linked to as
/// their return. A ticket that is not in the book ends the chain.     Cost: O(length of the chain).
std::uint32_t times_returned(const TicketBook& book, const Ticket& ticket);

/// The ticket as of an instant; the book is as of it too.
ScoredTicket scored_ticket(const TicketBook& book, const Ticket& ticket, Instant as_of);

}  // namespace aedile
