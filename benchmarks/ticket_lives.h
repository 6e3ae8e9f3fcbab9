#pragma once
// The commands of tickets in "street_notice", the same on every machine.

#include <cstddef>
#include <vector>

#include "aedile/rectification/ticket_command.h"

namespace aedile::workload {

/// Commands of a whole life: opened, started, an extension asked for, reported, failed, reported again, closed.
inline constexpr std::size_t commands_of_a_life = 7;

/// The life of the ticket of that number; if it is not whole, its first two commands.
std::vector<TicketCommand> life(std::size_t number, bool whole);

}  // namespace aedile::workload
