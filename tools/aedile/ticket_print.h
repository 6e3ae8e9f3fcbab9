// How tickets and their events are shown.
#pragma once

#include "aedile/console.h"
#include "aedile/journal/ticket_journal.h"

namespace aedile::tool {

// What the workflow calls things, in the language of the console.
std::string state_title(const Ticket& ticket, const std::string& state, const Console& console);
std::string command_title(const Ticket& ticket, const TicketEvent& event, const Console& console);
std::string limit_title(const Ticket& ticket, const std::string& limit, const Console& console);
/// "  the return of {0}"
const Message& link_name(LinkKind kind);

/// Of a limit without a deadline that does not stand still: whether an event has no date yet; else the calendar does
/// not reach far enough.
bool waits_for_event(const TicketLimit& limit);

/// What the regulations call that person, with the id; nobody acted: time did.
std::string actor_name(const TicketLedger& ledger, const std::string& id, const Console& console);
/// For people: a line, and one for each particular.
void print_event(const TicketEvent& event, const TicketLedger& ledger, Console& console);
/// For programs: what matters of it, as a value.
void write_event(JsonWriter& json, const TicketEvent& event);
/// Events that have just been recorded.
void print_receipt(const Receipt& receipt, const TicketLedger& ledger, bool json, Console& console);
/// The members of such an object, which stays open.
void write_receipt(JsonWriter& json, const Receipt& receipt);
/// What the ladder calls the step, or what it does; empty for one that it does not have.
std::string step_title(const TicketLedger& ledger, const std::string& key, const Console& console);

}  // namespace aedile::tool
