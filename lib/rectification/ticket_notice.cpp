#include "aedile/rectification/ticket_notice.h"

#include "aedile/rectification/day_and_time.h"
#include "rectification/messages_notice.h"

namespace aedile {

namespace {

/// Whom the notice went to, and the event that said so: at the issue, or, where it was issued before anybody answered
/// for it, the first unit that did. Whoever answers for it later was not given this notice.
struct Addressee {
  std::string unit;
  const TicketEvent* event;
};
Addressee addressee(std::span<const TicketEvent> events, const TicketEvent& issued) {
  Addressee found{{}, &issued};
  for (const TicketEvent& event : events) {
    if (event.number > issued.number && !found.unit.empty()) break;
    if (event.unit && *event.unit != found.unit) found = {*event.unit, event.number > issued.number ? &event : &issued};
  }
  return found;
}

const Deadline* first_set(const TicketEvent& event) {
  for (const SetDeadline& set : event.deadlines) {
    if (set.deadline) return &*set.deadline;
  }
  return nullptr;
}

/// The deadline that was set when the unit got it, else at the issue, else that of the ticket's first limit.
const Deadline* deadline_of(const Ticket& ticket, const TicketEvent& given, const TicketEvent& issued) {
  for (const TicketEvent* const event : {&given, &issued}) {
    if (const Deadline* const set = first_set(*event)) return set;
  }
  for (const TicketLimit& limit : ticket.limits()) {
    if (limit.deadline) return &*limit.deadline;
  }
  return nullptr;
}

/// The ticket's subject as the one finding, or once for each of several, with the evidence that it was issued on.
void fill_findings(Notice& notice, const TicketSubject& subject, const TicketEvent& issued, Language language) {
  if (!notice.findings.empty()) return;
  NoticeFinding finding{.item = subject.item,
                        .description = subject.title.empty() ? subject.item : subject.title,
                        .location = subject.location};
  for (const TicketEvidence& piece : issued.evidence) finding.evidence.push_back(piece.file.sha256);
  if (subject.findings.size() < 2) {
    notice.findings.push_back(std::move(finding));
    return;
  }
  const std::string about = finding.description;
  for (const FindingReference& each : subject.findings) {
    finding.description =
        Text(messages::notice_one_of_findings, {about, each.visit, std::to_string(each.finding)}).in(language);
    notice.findings.push_back(finding);
  }
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
  const Addressee given = addressee(events, *issued);
  const Deadline* const deadline = deadline_of(ticket, *given.event, *issued);
  if (deadline == nullptr) return std::nullopt;
  const TicketSubject& subject = ticket.subject();
  form.number = issued->notice;
  form.ticket = ticket.id();
  form.unit = given.unit;
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
    if (link.kind == LinkKind::recurrence_of && form.recurrence_of.empty()) {
      form.recurrence_of = Text(messages::notice_before_of_ticket, {link.ticket}).in(language);
    }
  }
  if (!leaf.empty()) form.verification = verification_code(form.number, form.ticket, leaf);
  fill_findings(form, subject, *issued, language);
  return form;
}

}  // namespace aedile
