// The events of tickets.
#include "io/json/messages.h"
#include "io/json/rectification_format.h"

namespace aedile::json {

void read(Reader& reader, Value value, Person& out) {
  ObjectReader object(reader, value);
  object.required("id", out.id);
  object.optional("unit", out.unit);
  object.finish();
}

void read(Reader& reader, Value value, TicketEvidence& out) {
  ObjectReader object(reader, value);
  object.required("sha256", out.file.sha256);
  object.optional("name", out.file.name);
  object.required("taken", out.taken);
  object.finish();
}

void read(Reader& reader, Value value, FindingReference& out) {
  ObjectReader object(reader, value);
  object.required("visit", out.visit);
  object.required("finding", out.finding);
  object.finish();
}

void read(Reader& reader, Value value, TicketSubject& out) {
  ObjectReader object(reader, value);
  object.optional("title", out.title);
  object.optional("site", out.site);
  object.optional("location", out.location);
  object.optional("site_class", out.site_class);
  object.optional("item", out.item);
  object.optional("fault_class", out.fault_class);
  object.optional("severity", out.severity);
  object.optional("findings", out.findings);
  object.finish();
}

void read(Reader& reader, Value value, TicketLink& out) {
  ObjectReader object(reader, value);
  object.required("kind", out.kind);
  object.required("ticket", out.ticket);
  object.finish();
}

void read(Reader& reader, Value value, TicketOpening& out) {
  ObjectReader object(reader, value);
  object.required("workflow", out.workflow);
  object.required("edition", out.edition);
  object.optional("calendar", out.calendar);
  object.optional("subject", out.subject);
  object.finish();
}

void read(Reader& reader, Value value, Deadline& out) {
  ObjectReader object(reader, value);
  object.required("start", out.start);
  object.required("limit", out.limit);
  object.optional("day_end", out.rules.day_end);
  object.optional("rest_day", out.rules.rest_day);
  object.required("due", out.due);
  object.optional("last_day", out.last_day);
  object.optional("rolled_from", out.rolled_from);
  object.required("calendar", out.calendar);
  object.required("version", out.version);
  object.finish();
}

void read(Reader& reader, Value value, WorkingSpan& out) {
  ObjectReader object(reader, value);
  object.required("begin", out.begin);
  object.required("end", out.end);
  object.finish();
}

void read(Reader& reader, Value value, SetDeadline& out) {
  ObjectReader object(reader, value);
  object.required("limit", out.limit);
  object.optional("deadline", out.deadline);
  object.optional("original", out.original);
  object.optional("added", out.added);
  object.optional("pauses", out.pauses);
  object.finish();
}

void read(Reader& reader, Value value, TicketEvent& out) {
  ObjectReader object(reader, value);
  object.required("ticket", out.ticket);
  object.required("number", out.number);
  object.required("happened", out.happened);
  object.required("recorded", out.recorded);
  object.required("kind", out.kind);
  object.optional("command", out.command);
  object.optional("actor", out.actor);
  object.optional("role", out.role);
  object.optional("from", out.from);
  object.required("to", out.to);
  object.optional("reason", out.reason);
  object.optional("evidence", out.evidence);
  object.optional("criteria", out.criteria);
  object.optional("assignee", out.assignee);
  object.optional("unit", out.unit);
  object.optional("until", out.until);
  object.optional("limit", out.limit);
  object.optional("outcome", out.outcome);
  object.optional("doers", out.doers);
  object.optional("limits", out.limits);
  object.optional("deadlines", out.deadlines);
  object.optional("links", out.links);
  object.optional("effects", out.effects);
  object.optional("step", out.step);
  object.optional("notice", out.notice);
  object.optional("opening", out.opening);
  object.finish();
}

}  // namespace aedile::json
