#pragma once
/// When something is due.
///
///   const WorkingCalendar cn = …;                                                         // Asia/Shanghai
///   const Instant start = Instant::parse("2024-02-08T10:00:00+08:00").value();            // a Thursday
///   const Deadline deadline = due(cn, start, WorkingDays(5)).value();
///   deadline.last_day == Date::of(2024, 2, 21);                                           // after the Spring Festival
///   cn.zone().print(deadline.due) == "2024-02-22T00:00:00+08:00";                         // 24:00 of the 21st
///   due(cn, start, CalendarDays(3)).value().last_day == Date::of(2024, 2, 18);            // the 11th is a rest day
///
/// The day of the start is not counted (Civil Code of China, art. 201). What is done at the instant `due` is in time.

#include <optional>
#include <span>
#include <string>

#include "aedile/calendar/duration.h"
#include "aedile/calendar/working_calendar.h"
#include "aedile/core/result.h"

namespace aedile {

/// At what time of its last day a limit in days, or a fixed date, is due.
enum class DayEnd {
  midnight,   ///< 24:00 (art. 203: the last day ends at 24:00)
  closing,    ///< when the working hours end (art. 203: where there are business hours); a rest day, at 24:00
  same_time,  ///< at the time of day of the start; outside working hours, the next opening
};

/// Where the last of several calendar days is a rest day.
enum class RestDayRoll {
  next,      ///< the first working day after it (art. 203)
  previous,  ///< the last working day before it
  keep,
};

std::string_view to_string(DayEnd day_end);
std::string_view to_string(RestDayRoll roll);

struct DeadlineRules {
  DayEnd day_end = DayEnd::midnight;
  RestDayRoll rest_day = RestDayRoll::next;  ///< for calendar days
  friend bool operator==(const DeadlineRules&, const DeadlineRules&) = default;
};

/// Something with a name that happens at a known time.
struct Event {
  std::string name;
  Instant at;
  friend bool operator==(const Event&, const Event&) = default;
};

struct Deadline {
  Instant start;
  TimeLimit limit;
  DeadlineRules rules;
  Instant due;
  std::optional<Date> last_day;     ///< of limits in days and fixed dates
  std::optional<Date> rolled_from;  ///< the rest day that calendar days would have ended on
  std::string calendar;             ///< id of the calendar
  std::string version;              ///< its version that this was computed with

  bool in_time(Instant done) const { return done <= due; }
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// The deadline of a limit that begins at `start`.
/// events: looked up by name for BeforeEvent; the first of that name after `start` counts.
/// Errors: outside_calendar, unknown_event, date_before_start (a date before the start; days rolled back, or ended by
/// closing, to before it: a limit never ends before it begins).     Throws ContractError for a negative duration.
/// Cost: O(1) for days, O(log days) for hours, O(events).
Result<Deadline> due(const WorkingCalendar& calendar, Instant start, const TimeLimit& limit,
                     const DeadlineRules& rules = {}, std::span<const Event> events = {});

/// The instant that lies `lead` before a deadline, as a ladder needs it: hours backwards from `due`, on the working
/// clock for working hours; days backwards from the last day, to the same time of day as the deadline's. One working
/// day before Monday 24:00 is Friday 24:00.     Errors: outside_calendar.     Throws ContractError if it is negative.
Result<Instant> ahead_of(const WorkingCalendar& calendar, const Deadline& deadline, const Duration& lead);

/// The instant from which `duration` leads to `end`, backwards; days keep the time of day, and outside working hours
/// the closing before it counts.     Errors: outside_calendar.     Throws ContractError if it is negative.
Result<Instant> back_from(const WorkingCalendar& calendar, Instant end, const Duration& duration);

}  // namespace aedile
