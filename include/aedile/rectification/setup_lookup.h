#pragma once
/// What tickets go by, found by name.
///
///   find_workflow(setup, "street_notice")->edition() == "2";        // the latest of editions 1 and 2
///   usual_calendar(setup).latest().zone().name() == "Asia/Shanghai";

#include <string_view>

#include "aedile/rectification/ticket_book.h"

namespace aedile {

/// An empty edition: the latest. nullptr if there is none.     Cost: O(workflows).
const CompiledWorkflow* find_workflow(const TicketSetup& setup, std::string_view id, std::string_view edition = {});

/// nullptr if there is none of that id.     Cost: O(calendars).
const CalendarHistory* find_calendar(const TicketSetup& setup, std::string_view id);

/// The calendar of units that have none of their own.     Throws ContractError if the setup has no calendar.
const CalendarHistory& usual_calendar(const TicketSetup& setup);

}  // namespace aedile
