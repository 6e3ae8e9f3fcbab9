#pragma once
/// From a ticket and its events to what ladders, statistics, recurrence, look-back and re-inspections ask for.
///
///   TicketStatistics march;
///   for (const Ticket& ticket : book.tickets()) {
///     march.add(ticket_facts(ticket, events_of(ticket.id()), as_of, calendar).value());
///   }
///   steps_due(ladder, calendar, *ladder_case(ticket, ticket.limits().front()), as_of, ladder_keys(ladder, ticket));
///
/// Everything here is a question; nothing is kept that the events do not say.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aedile/calendar/working_calendar.h"
#include "aedile/core/period.h"
#include "aedile/rectification/fault_recurrence.h"
#include "aedile/rectification/ladder.h"
#include "aedile/rectification/look_back.h"
#include "aedile/rectification/notice_number.h"
#include "aedile/rectification/reinspection.h"
#include "aedile/rectification/statistics.h"
#include "aedile/rectification/ticket_book.h"

namespace aedile {

/// What the workflow calls things, where statistics ask for them.
struct FactNames {
  std::string filing_limit{};    ///< code of the limit for filing; empty: those that begin before the case is filed
  std::string dispatch_limit{};  ///< code of that for dispatching; empty: those that begin between filing and dispatch
  PeriodKind period = PeriodKind::month;
  friend bool operator==(const FactNames&, const FactNames&) = default;
};

/// The ticket as statistics count it.
/// events: all of the ticket's, in order; the ticket is their fold.
/// It is dispatched by the first event of kind issue or assign, or that names the responsible unit, as an opening may;
/// filed by that or an earlier one of kind accept; handled by the first of kind report_done. Working time lies between
/// dispatch and the last report of done, without suspensions.
/// Each limit is judged by itself, for whoever stood in it: those of the names for the desks that file and dispatch,
/// all others for the responsible unit; only these make the ticket `due` and `late`.     Errors: outside_calendar.
/// Cost: O(events · log events).
Result<TicketFacts> ticket_facts(const Ticket& ticket, std::span<const TicketEvent> events, Instant as_of,
                                 const WorkingCalendar& calendar, const FactNames& names = {});

/// All tickets of a book, counted, each by the calendar of its deadlines. A ticket is late, too, if one of its unit
/// that was merged into it was. events: of all its tickets, in the order in which they were recorded. Errors:
/// outside_calendar, unknown_calendar_of_ticket.     Cost: O(events · log events).
Result<TicketStatistics> count_tickets(const TicketBook& book, std::span<const TicketEvent> events, Instant as_of,
                                       const FactNames& names = {});

/// What a ladder asks of one of the ticket's limits; nothing while that has no deadline and never stood still.
std::optional<LadderCase> ladder_case(const Ticket& ticket, const TicketLimit& limit);
/// The keys of the steps of this ladder that the ticket has had: events of kind escalate name them.
std::vector<std::string> ladder_keys(const Ladder& ladder, const Ticket& ticket);

/// The ticket as something that can come back: closed, or nothing. area: of its site.
/// times: how often the fault had come back when the ticket was opened.
std::optional<ClosedFault> closed_fault(const Ticket& ticket, const WorkingCalendar& calendar, std::string area = {},
                                        std::uint32_t times = 0);
/// The ticket as a re-inspection knows it. scope: of the inspection that looks again.
KnownFault known_fault(const Ticket& ticket, std::string scope);
/// The ticket as a draw for look-back knows it: closed, or nothing.
std::optional<ClosedTicket> closed_ticket(const Ticket& ticket);

/// Folds the number of an event's notice, if it has one of that pattern. Errors: those of NoticeNumbers::apply.
Diagnostics take_number(NoticeNumbers& numbers, const TicketEvent& event, const NumberPattern& pattern,
                        const std::string& series);

}  // namespace aedile
