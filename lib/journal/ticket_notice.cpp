#include "aedile/journal/ticket_notice.h"

#include <algorithm>

#include "aedile/io/ticket_event_json.h"
#include "core/excerpt.h"
#include "journal/messages_tickets.h"

namespace aedile {

namespace {

const TimeZone& zone_of(const TicketSetup& setup, const Ticket& ticket) {
  const auto found = std::find_if(setup.calendars.begin(), setup.calendars.end(),
                                  [&](const CalendarHistory& each) { return each.id() == ticket.opening().calendar; });
  return (found == setup.calendars.end() ? setup.calendars.front() : *found).latest().zone();
}

/// "24:00" of the day that ends then, not "00:00" of the next.
void say_deadline(Notice& notice, const Deadline& deadline, const TimeZone& zone) {
  const LocalTime end = zone.local(deadline.due);
  const bool midnight = end.of_day.count() == 0;
  notice.last_day = midnight ? end.date.plus_days(-1) : end.date;
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(end.of_day).count();
  const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  notice.last_time = midnight ? "24:00" : two(minutes / 60) + ":" + two(minutes % 60);
}

}  // namespace

Result<Notice> notice_of(const JournalView& view, const TicketLedger& ledger, std::string_view id) {
  const Ticket* const ticket = ledger.regulations() == nullptr ? nullptr : ledger.book().find(id);
  for (const std::uint64_t seq : ledger.history(id)) {
    const Result<JournalEvent> stored = view.event(seq);
    if (!stored) return stored.diagnostics();
    const Result<TicketEvent> event = read_ticket_event(stored->entry.payload, "event " + std::to_string(seq));
    if (!event) return event.diagnostics();
    if (event->notice.empty()) continue;
    const TimeZone& zone = zone_of(*ledger.regulations()->setup, *ticket);
    Notice notice{.number = event->notice, .ticket = std::string(id)};
    if (ledger.regulations()->notices) notice.authority = ledger.regulations()->notices->authority;
    notice.unit = event->unit.value_or(ticket->unit());
    const TicketSubject& subject = ticket->subject();
    notice.site = subject.site;
    notice.inspected_by = event->actor.id;
    notice.issued_on = notice.inspected_on = notice.last_day = zone.local(event->happened).date;
    if (!event->deadlines.empty() && event->deadlines.front().deadline) {
      say_deadline(notice, *event->deadlines.front().deadline, zone);
      notice.limit = describe(event->deadlines.front().deadline->limit).in(Language::zh);
    }
    for (const TicketLink& link : ticket->links()) {
      if (link.kind == LinkKind::recurrence_of) notice.recurrence_of = link.ticket;
    }
    NoticeFinding finding{.item = subject.item, .description = subject.title, .location = subject.location};
    for (const TicketEvidence& piece : event->evidence) finding.evidence.push_back(piece.file.sha256);
    notice.findings.push_back(std::move(finding));
    notice.verification = verification_code(notice.number, notice.ticket, to_hex(leaf_hash(*stored)));
    return notice;
  }
  return {Place{}, messages::no_notice_of_ticket, {detail::excerpt(id)}};
}

}  // namespace aedile
