// Whether a command that comes again under its key is the one that was carried out.
#pragma once

#include <span>

#include "aedile/rectification/ticket_command.h"

namespace aedile::detail {

/// events: what the command under that key made happen, its own first. They keep all that a command can ask for, so it
/// is compared with them; only the roles of whoever acts, and when it is written down, may differ.
bool is_same_request(std::span<const TicketEvent> events, const TicketCommand& command);

}  // namespace aedile::detail
