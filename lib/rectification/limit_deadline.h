// When a ticket's limit is over: pauses and extensions taken into account.
#pragma once

#include <span>

#include "aedile/calendar/deadline.h"
#include "aedile/calendar/working_calendar.h"
#include "aedile/rectification/ticket.h"

namespace aedile::detail {

/// The deadline of a limit that has begun, as the workflow writes it. Nothing where it stands still, or waits for an
/// event without a date. Hours and working days go by the working clock with its pauses; of calendar days, those at
/// whose end the clock stands still are not counted; dates and events stay where they are. An extension begins where
/// the deadline stood: days are counted from the last day, hours from the instant. Errors: those of `due`.     Cost:
/// O(extensions · (pauses
/// + that of the calendar)).
Result<std::optional<Deadline>> limit_deadline(const WorkingCalendar& calendar, const TicketLimit& limit,
                                               const WorkflowLimit& written, std::span<const Event> events);

}  // namespace aedile::detail
