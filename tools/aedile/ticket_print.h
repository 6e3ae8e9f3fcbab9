// How tickets and their events are shown.
#pragma once

#include "aedile/console.h"
#include "aedile/journal/ticket_journal.h"

namespace aedile::tool {

// What the workflow calls things, in the language of the console.
std::string state_title(const Ticket& ticket, const std::string& state, const Console& console);
std::string command_title(const Ticket& ticket, const TicketEvent& event, const Console& console);
std::string limit_title(const Ticket& ticket, const std::string& limit, const Console& console);

/// For people: a line, and one for each particular.
void print_event(const TicketEvent& event, const Ticket& ticket, const TimeZone& zone, Console& console);
/// For programs: what matters of it, as a value.
void write_event(JsonWriter& json, const TicketEvent& event);
/// Events that have just been recorded.
void print_receipt(const Receipt& receipt, const TicketLedger& ledger, bool json, Console& console);

}  // namespace aedile::tool
