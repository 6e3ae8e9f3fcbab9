#pragma once
/// The notice of a ticket, from the event that issued it.
///
///   Notice form{.authority = "河畔街道创建文明城市工作指挥部办公室", .contact = "王主任 0571-5550101"};
///   const auto notice = ticket_notice(ticket, events, calendar, form, leaf_hash, Language::zh);
///   notice->number == "创整〔2026〕0012号"; notice->last_day == 12 March; notice->limit == "5 个工作日";
///
/// What no event says (authority, contact, consequence, the words of findings) is taken from the form; what events say
/// stands in its place.

#include <optional>
#include <span>
#include <string_view>

#include "aedile/calendar/working_calendar.h"
#include "aedile/rectification/notice.h"
#include "aedile/rectification/ticket.h"

namespace aedile {

/// Nothing if no event of the ticket carries the number of a notice, or if the ticket has no deadline.
/// events: all of the ticket's, in order; the last that carries a number counts.
/// leaf: hash of the journal's entry of that event, for the verification code; empty: no code.
/// language: of the limit in words. Without findings in the form the ticket's subject is the one finding, or once for
/// each of its findings where it has several, with the evidence of that event. Unit and deadline are those that the
/// notice went out with: that of the issue, or of the first unit that the ticket was given to where it was issued
/// before. Who answers for it afterwards was sent no notice by that. The unit may be empty.
std::optional<Notice> ticket_notice(const Ticket& ticket, std::span<const TicketEvent> events,
                                    const WorkingCalendar& calendar, Notice form, std::string_view leaf = {},
                                    Language language = Language::zh);

}  // namespace aedile
