#include "aedile/rectification/ticket_notice.h"

#include "aedile/rectification/day_and_time.h"

namespace aedile {

namespace {

/// The deadline that an event set, or that the ticket's first limit has.
const Deadline* deadline_of(const Ticket& ticket, const TicketEvent& event) {
  for (const SetDeadline& set : event.deadlines) {
    if (set.deadline) return &*set.deadline;
  }
  for (const TicketLimit& limit : ticket.limits()) {
    if (limit.deadline) return &*limit.deadline;
  }
  return nullptr;
}

/// The ticket's subject as the one finding, with the evidence that it was issued on.
void fill_finding(Notice& notice, const TicketSubject& subject, const TicketEvent& issued) {
  if (!notice.findings.empty()) return;
  NoticeFinding finding{.item = subject.item,
                        .description = subject.title.empty() ? subject.item : subject.title,
                        .location = subject.location};
  for (const TicketEvidence& piece : issued.evidence) finding.evidence.push_back(piece.file.sha256);
  notice.findings.push_back(std::move(finding));
}

}  // namespace

std::optional<Notice> ticket_notice(const Ticket& ticket, std::span<const TicketEvent> events,
                                    const WorkingCalendar& calendar, Notice form, std::string_view leaf,
                                    Language language) {
  const TicketEvent* issued = nullptr;
  for (const TicketEvent& event : events) {
    if (!event.notice.empty()) issued = &event;
  }
  if (issued == nullptr) return std::nullopt;
  const Deadline* const deadline = deadline_of(ticket, *issued);
  if (deadline == nullptr) return std::nullopt;
  const TicketSubject& subject = ticket.subject();
  form.number = issued->notice;
  form.ticket = ticket.id();
  form.unit = ticket.unit();
  if (form.site.empty()) form.site = subject.site;
  form.issued_on = calendar.zone().local(issued->happened).date;
  if (form.inspected_on == Date() || form.inspected_on > form.issued_on) {
    form.inspected_on = calendar.zone().local(ticket.opened_at()).date;
  }
  if (form.inspected_by.empty()) form.inspected_by = issued->actor.id;
  const std::string due = day_and_time(calendar.zone(), deadline->due);
  form.last_day = Date::parse(std::string_view(due).substr(0, 10)).value();
  form.last_time = due.substr(11);
  form.limit = describe(deadline->limit).in(language);
  for (const TicketLink& link : ticket.links()) {
    if (link.kind == LinkKind::recurrence_of && form.recurrence_of.empty()) form.recurrence_of = link.ticket;
  }
  if (!leaf.empty()) form.verification = verification_code(form.number, form.ticket, leaf);
  fill_finding(form, subject, *issued);
  return form;
}

}  // namespace aedile
