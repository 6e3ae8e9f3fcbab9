#pragma once
/// One version of a calendar, ready for questions: is this a working day, when are 5 working days over, how much
/// working time lies between two instants.
///
///   WorkingCalendar cn = compile(shipped_calendar("cn").value()).value().latest();         // io/calendar_json.h
///   cn.is_working(*Date::of(2024, 2, 18)).value() == true;               // a Sunday worked for the Spring Festival
///   cn.add_working_days(*Date::of(2024, 2, 8), 1).value() == *Date::of(2024, 2, 9);
///   cn.add_working_days(*Date::of(2024, 2, 8), 2).value() == *Date::of(2024, 2, 18);       // 10–17 February: holidays
///   cn.add_working_days(*Date::of(2027, 1, 4), 1);          // error outside_calendar: that year is not known yet
///
/// Immutable and cheap to copy (one pointer); threads share it. Hours are half open: at the closing instant the
/// calendar is not active any more, yet a limit that is used up exactly there is due at that instant.
///
/// A day lasts from its first midnight to that of the next day, in the calendar's zone. All answers about days cost
/// O(1), those about hours O(hours of a day) or O(log days).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aedile/calendar/calendar.h"
#include "aedile/calendar/duration.h"
#include "aedile/calendar/time_zone.h"
#include "aedile/core/date.h"
#include "aedile/core/result.h"

namespace aedile {

namespace detail {
struct DayTable;
}

/// Why a day is as it is.
enum class DayKind {
  usual,    ///< as its weekday
  holiday,  ///< no hours
  makeup,   ///< a make-up working day
  shift,    ///< with hours of its own
};

std::string_view to_string(DayKind kind);

/// From `begin` up to, but not including, `end`.
struct WorkingSpan {
  Instant begin;
  Instant end;
  friend bool operator==(const WorkingSpan&, const WorkingSpan&) = default;
};

struct CalendarDay {
  Date date;
  DayKind kind = DayKind::usual;
  LocalText title;                 ///< of the holiday or make-up day, if it has one
  std::vector<WorkingSpan> spans;  ///< in order; a working day has at least one
  bool working() const { return !spans.empty(); }
};

class WorkingCalendar {
 public:
  /// For compile(Calendar), all_of, any_of.
  explicit WorkingCalendar(std::shared_ptr<const detail::DayTable> table);

  const std::string& id() const;
  const std::string& version() const;
  const std::string& source() const;
  const TimeZone& zone() const;
  std::optional<Date> known_from() const;
  /// The days that are known; everything below is an error outside them.
  Date first() const;
  Date last() const;
  bool covers(Date date) const { return first() <= date && date <= last(); }
  /// From the beginning of the first day to the end of the last, both included.
  bool covers(Instant instant) const;

  // All that follow:  Errors: outside_calendar.

  /// The day that an instant belongs to; the end of the last day counts as that day.
  Result<Date> date_of(Instant instant) const;
  /// The instant at which the day begins; it ends where the next one begins.
  Result<Instant> start_of(Date date) const;
  Result<Instant> end_of(Date date) const;
  /// All that is known of a day.     Cost: O(hours of the day).
  Result<CalendarDay> day(Date date) const;

  Result<bool> is_working(Date date) const;
  /// The n-th working day after `start`, which itself is not counted; before it for a negative n; for 0 the first
  /// working day on or after it.
  Result<Date> add_working_days(Date start, std::int64_t n) const;
  /// The last working day on or before `date`.
  Result<Date> working_day_before_or_on(Date date) const;
  /// Number of working days from `from` to `to`, both included; 0 if `to` is before `from`.
  Result<std::int64_t> working_days(Date from, Date to) const;
  /// The instant at which the hours of a working day end; of a rest day, at which the day ends.
  Result<Instant> closing_of(Date date) const;

  /// Whether the instant lies in working hours.
  Result<bool> active(Instant instant) const;
  /// The working time from `from` to `to`; 0 if `to` is before `from`.
  Result<WorkingHours> working_time(Instant from, Instant to) const;
  /// The instant at which `length` of working time has passed since `start`: where it is used up exactly, the closing
  /// instant; for no length, the first active instant at or after `start`. Throws ContractError if it is negative.
  Result<Instant> add_working_time(Instant start, WorkingHours length) const;
  /// The same backwards: the last instant from which `length` of working time remains until `end`: an opening where it
  /// is used up exactly; for no length, `end` itself if it ends active time, else the closing before it.
  Result<Instant> subtract_working_time(Instant end, WorkingHours length) const;

 private:
  std::shared_ptr<const detail::DayTable> table_;
};

/// Active where all of the calendars are, or where at least one is; known where all are, in the zone of the first.
/// A day is a working day if it then has working time. Its version names the versions it was made of: "a@1 & b@3".
/// Throws ContractError for no calendars.     Errors: no_common_days.     Cost: O(hours of all).
Result<WorkingCalendar> all_of(std::string id, const std::vector<WorkingCalendar>& calendars);
Result<WorkingCalendar> any_of(std::string id, const std::vector<WorkingCalendar>& calendars);

}  // namespace aedile
