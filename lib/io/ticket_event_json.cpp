#include "aedile/io/ticket_event_json.h"

#include "io/json/document.h"
#include "io/json/reader.h"
#include "io/json/rectification_format.h"

namespace aedile {

Result<TicketEvent> read_ticket_event(std::string_view text, std::string file_name) {
  const Result<json::Document> document = json::Document::parse(text, std::move(file_name));
  if (!document) return document.diagnostics();
  json::Reader reader(*document);
  json::report_duplicate_keys(reader);
  TicketEvent event;
  json::read(reader, document->root(), event);
  Diagnostics problems = std::move(reader.problems());
  problems.sort_by_place();
  if (problems.has_errors()) return problems;
  return {std::move(event), std::move(problems)};
}

void append_ticket_event(std::string& out, const TicketEvent& event) {
  json::Writer writer(out, JsonWriter::Layout::compact);
  json::write(writer, event);
}

std::string write_ticket_event(const TicketEvent& event) {
  std::string text;
  append_ticket_event(text, event);
  return text;
}

Result<std::vector<TicketEvent>> read_ticket_events(std::string_view text, const std::string& file_name) {
  std::vector<TicketEvent> events;
  Diagnostics problems;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<TicketEvent> event = read_ticket_event(line, file_name);
    for (Diagnostic problem : event.diagnostics()) {
      problem.place.line = number;
      problems.add(std::move(problem));
    }
    if (event) events.push_back(std::move(*event));
  }
  if (problems.has_errors()) return problems;
  return {std::move(events), std::move(problems)};
}

std::string write_ticket_events(const std::vector<TicketEvent>& events) {
  std::string text;
  for (const TicketEvent& event : events) {
    append_ticket_event(text, event);
    text += '\n';
  }
  return text;
}

}  // namespace aedile
