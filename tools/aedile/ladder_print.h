// How steps of ladders are shown.
#pragma once

#include "aedile/calendar/time_zone.h"
#include "aedile/console.h"
#include "aedile/rectification/unit_ladder.h"

namespace aedile::tool {

/// A title of its own, or that of its effect.
template <class Step>
std::string step_name(const Step& step, const Console& console) {
  const LocalText shown = step.title.empty() ? title(step.effect) : step.title;
  return printable(shown.in(console.language));
}

/// Ground, its own clock and clause, a line each.
void print_step_details(const Console& console, const TimeZone& zone, const LocalText& ground,
                        const std::optional<Deadline>& answer_by, const LocalText& clause);

/// A line, and one for each detail.
void print_unit_step(const Console& console, const TimeZone& zone, const UnitLadder& ladder, const std::string& unit,
                     const UnitStep& step);

}  // namespace aedile::tool
