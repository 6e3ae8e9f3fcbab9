#include "aedile/rectification/setup_lookup.h"

#include <algorithm>

#include "aedile/core/exceptions.h"

namespace aedile {

const CompiledWorkflow* find_workflow(const TicketSetup& setup, std::string_view id, std::string_view edition) {
  const auto found = std::find_if(setup.workflows.rbegin(), setup.workflows.rend(), [&](const CompiledWorkflow& each) {
    return each.id() == id && (edition.empty() || each.edition() == edition);
  });
  return found == setup.workflows.rend() ? nullptr : &*found;
}

const CalendarHistory* find_calendar(const TicketSetup& setup, std::string_view id) {
  const auto found = std::find_if(setup.calendars.begin(), setup.calendars.end(),
                                  [&](const CalendarHistory& each) { return each.id() == id; });
  return found == setup.calendars.end() ? nullptr : &*found;
}

const CalendarHistory& usual_calendar(const TicketSetup& setup) {
  if (setup.calendars.empty()) throw ContractError("usual_calendar: no calendar");
  const CalendarHistory* const named = find_calendar(setup, setup.calendar);
  return named == nullptr ? setup.calendars.front() : *named;
}

}  // namespace aedile
