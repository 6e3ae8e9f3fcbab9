#pragma once
/// Events of tickets as JSON, one object an event: docs/formats/workflow.md.
///
///   std::string line = write_ticket_event(event);        // compact, on one line, no line end
///   read_ticket_event(line, "events.jsonl").value() == event;
///
/// What is empty is left out. The text of an event is canonical: reading it and writing it again gives the same bytes.

#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/rectification/ticket_event.h"

namespace aedile {

/// Errors: those of the reader, listed in docs/formats/framework.md.
Result<TicketEvent> read_ticket_event(std::string_view text, std::string file_name);
std::string write_ticket_event(const TicketEvent& event);
/// Appended to `out`, without allocating where that is large enough.
void append_ticket_event(std::string& out, const TicketEvent& event);

/// JSON lines: one event a line, empty lines are skipped. Errors: those of every line, at its line of the file.
Result<std::vector<TicketEvent>> read_ticket_events(std::string_view text, const std::string& file_name);
std::string write_ticket_events(const std::vector<TicketEvent>& events);

std::string_view ticket_event_schema();

}  // namespace aedile
