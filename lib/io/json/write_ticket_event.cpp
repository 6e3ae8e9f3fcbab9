#include "io/json/rectification_format.h"

namespace aedile::json {

void write(Writer& json, const Person& person) {
  json.begin_object();
  json.required("id", person.id);
  json.optional("unit", person.unit);
  json.end_object();
}

void write(Writer& json, const TicketEvidence& piece) {
  json.begin_object();
  json.required("sha256", piece.file.sha256);
  json.optional("name", piece.file.name);
  json.required("taken", piece.taken);
  json.end_object();
}

void write(Writer& json, const FindingReference& finding) {
  json.begin_object();
  json.required("visit", finding.visit);
  json.required("finding", finding.finding);
  json.end_object();
}

void write(Writer& json, const TicketSubject& subject) {
  json.begin_object();
  json.optional("title", subject.title);
  json.optional("site", subject.site);
  json.optional("location", subject.location);
  json.optional("site_class", subject.site_class);
  json.optional("item", subject.item);
  json.optional("fault_class", subject.fault_class);
  json.optional("severity", subject.severity);
  json.optional("findings", subject.findings);
  json.end_object();
}

void write(Writer& json, const TicketLink& link) {
  json.begin_object();
  json.required("kind", link.kind);
  json.required("ticket", link.ticket);
  json.end_object();
}

void write(Writer& json, const TicketOpening& opening) {
  json.begin_object();
  json.required("workflow", opening.workflow);
  json.required("edition", opening.edition);
  json.optional("calendar", opening.calendar);
  json.optional("subject", opening.subject);
  json.end_object();
}

void write(Writer& json, const Deadline& deadline) {
  json.begin_object();
  json.required("start", deadline.start);
  json.required("limit", deadline.limit);
  json.optional("day_end", deadline.rules.day_end);
  json.optional("rest_day", deadline.rules.rest_day, RestDayRoll::next);
  json.required("due", deadline.due);
  json.optional("last_day", deadline.last_day);
  json.optional("rolled_from", deadline.rolled_from);
  json.required("calendar", deadline.calendar);
  json.required("version", deadline.version);
  json.end_object();
}

void write(Writer& json, const WorkingSpan& span) {
  json.begin_object();
  json.required("begin", span.begin);
  json.required("end", span.end);
  json.end_object();
}

void write(Writer& json, const SetDeadline& set) {
  json.begin_object();
  json.required("limit", set.limit);
  json.optional("deadline", set.deadline);
  json.optional("original", set.original);
  json.optional("added", set.added);
  json.optional("pauses", set.pauses);
  json.end_object();
}

void write(Writer& json, const TicketEvent& event) {
  json.begin_object();
  json.required("ticket", event.ticket);
  json.required("number", event.number);
  json.required("happened", event.happened);
  json.required("recorded", event.recorded);
  json.required("kind", event.kind);
  json.optional("command", event.command);
  json.optional("actor", event.actor);
  json.optional("role", event.role);
  json.optional("from", event.from);
  json.required("to", event.to);
  json.optional("reason", event.reason);
  json.optional("evidence", event.evidence);
  json.optional("criteria", event.criteria);
  json.optional("assignee", event.assignee);
  json.optional("unit", event.unit);
  json.optional("until", event.until);
  json.optional("limit", event.limit);
  json.optional("outcome", event.outcome);
  json.optional("doers", event.doers);
  json.optional("limits", event.limits);
  json.optional("deadlines", event.deadlines);
  json.optional("links", event.links);
  json.optional("effects", event.effects);
  json.optional("step", event.step);
  json.optional("notice", event.notice);
  json.optional("opening", event.opening);
  json.end_object();
}

}  // namespace aedile::json
