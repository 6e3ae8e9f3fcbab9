// How tickets and their events are shown.
#pragma once

#include "aedile/console.h"
#include "aedile/journal/unit_ledger.h"

namespace aedile::tool {

// What the workflow calls things, in the language of the console.
std::string state_title(const Ticket& ticket, const std::string& state, const Console& console);
std::string command_title(const Ticket& ticket, const TicketEvent& event, const Console& console);
std::string limit_title(const Ticket& ticket, const std::string& limit, const Console& console);

/// What the regulations call that person, with the id; nobody acted: time did.
std::string actor_name(const TicketLedger& ledger, const std::string& id, const Console& console);
/// For people: a line, and one for each particular.
void print_event(const TicketEvent& event, const TicketLedger& ledger, Console& console);
/// For programs: what matters of it, as a value.
void write_event(JsonWriter& json, const TicketEvent& event);
/// Events that have just been recorded.
void print_receipt(const Receipt& receipt, const TicketLedger& ledger, bool json, Console& console);
/// For programs: what `aedile ticket advance` has recorded.
void print_advance(const Receipt& receipt, const UnitReceipt& units, Console& console);

}  // namespace aedile::tool
