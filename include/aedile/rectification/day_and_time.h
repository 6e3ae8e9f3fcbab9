#pragma once
/// An instant as notices and grounds say it: the day and the time on the wall, and 24:00 for the end of a day.
///
///   day_and_time(shanghai, deadline.due) == "2026-03-12 24:00";      // not 00:00 of the 13th
///   day_and_time(shanghai, at_quarter_past_nine) == "2026-03-10 09:15";
///
/// For people; programs read RFC 3339.

#include <string>

#include "aedile/calendar/time_zone.h"

namespace aedile {

/// Seconds are shown where they are not 0.
std::string day_and_time(const TimeZone& zone, Instant instant);

/// Whether the clocks of all places tell it inside the years 1 to 9999: from 0001-01-02T00:00:00Z, before
/// 9999-12-31T00:00:00Z.
bool told_by_every_clock(Instant instant);

}  // namespace aedile
