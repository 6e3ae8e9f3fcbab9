// Whether the evidence that is given shows anything.
#pragma once

#include <cstdint>
#include <string_view>

#include "aedile/rectification/ticket_book.h"

namespace aedile::detail {

/// The beginning of a SHA-256, by which a ticket knows a file again. That two files share it happens once in 2⁶⁴.
std::uint64_t mark_of(std::string_view sha256);

/// An error for each piece that shows nothing, of whatever command: an empty file, the same file twice, one that is no
/// SHA-256 or comes from the future; and of a verification or a reopening one that is not new, by when it was taken or
/// because it was handed in before, with this ticket, one merged into it or the whole that it was split from.
Diagnostics unfit_evidence(const TicketBook& book, const Ticket* ticket, CommandKind kind,
                           const TicketCommand& command);

}  // namespace aedile::detail
