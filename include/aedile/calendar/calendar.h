#pragma once
/// A calendar as people write it: a week, its exceptions, and in which version each became known.
///
///   Calendar cn{.id = "cn", .zone = "Asia/Shanghai", .first = *Date::of(2019, 1, 1)};
///   for (std::size_t weekday = 0; weekday < 5; ++weekday) cn.week[weekday] = {{{8 * 60 + 30}, {17 * 60 + 30}}};
///   cn.versions.push_back({.version = "2018-12-06", .last = Date::of(2019, 12, 31)});
///   cn.versions.back().holidays.push_back({*Date::of(2019, 5, 1), *Date::of(2019, 5, 1), "Labour Day"});
///   const CalendarHistory history = compile(cn).value();               // calendar_history.h
///   history.latest().is_working(*Date::of(2019, 5, 1)).value() == false;
///
/// What a day is, in this order: outside `first` … `last`, unknown; a holiday, without hours; a day with shifts, these;
/// a make-up working day (调休), `makeup_hours`; any other day, the hours of its weekday. Breaks are then taken out of
/// the hours. A working day is a day that has hours left.
///
/// A version holds only what is new in it: it adds days to those of the versions before, and what it says of a day
/// replaces what they said. So one file keeps what was known when.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/message.h"

namespace aedile {

/// To the minute, 00:00 … 24:00.
struct TimeOfDay {
  std::uint16_t minute = 0;  ///< since midnight, 0 … 1,440

  /// "HH:MM".   Errors: bad_time_of_day.
  static Result<TimeOfDay> parse(std::string_view text);
  std::string to_string() const;
  friend auto operator<=>(TimeOfDay, TimeOfDay) = default;
};

/// From `open` up to, but not including, `close`.
struct Hours {
  TimeOfDay open;
  TimeOfDay close;
  friend bool operator==(const Hours&, const Hours&) = default;
};

/// Days from `first` to `last`, both included, with what they are called.
struct NamedDays {
  Date first{};
  Date last{};
  LocalText title{};
  friend bool operator==(const NamedDays&, const NamedDays&) = default;
};

/// Hours of single dates.
using DatedHours = std::vector<std::pair<Date, std::vector<Hours>>>;

/// What became known at one time.
struct CalendarVersion {
  std::string version{};             ///< its name, unique in the calendar
  std::optional<Date> known_from{};  ///< only the first version may leave it out: then it has always been known
  std::string source{};              ///< the notice it was taken from
  std::optional<Date> last{};        ///< last day that is known from now on; left out: as in the version before
  std::vector<NamedDays> holidays{};
  std::vector<NamedDays> makeup{};  ///< make-up working days
  std::vector<NamedDays> usual{};   ///< days that are neither any more, as a version before had it
  DatedHours shifts{};              ///< hours of these dates instead of those of their weekday
  DatedHours breaks{};              ///< taken out of the hours of these dates
  friend bool operator==(const CalendarVersion&, const CalendarVersion&) = default;
};

struct Calendar {
  std::string id{};  ///< the same for all versions
  LocalText title{};
  std::string zone = "UTC";                          ///< IANA name
  std::array<std::vector<Hours>, 7> week{};          ///< Monday first
  std::optional<std::vector<Hours>> makeup_hours{};  ///< of make-up working days; left out: those of Monday
  Date first{};                                      ///< first day that is known
  std::vector<CalendarVersion> versions{};           ///< in the order in which they became known
  friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// The longest stretch from `first` to `last`.
inline constexpr int max_calendar_years = 200;

/// Everything that is wrong with a calendar, at JSON pointers of the calendar file (docs/formats/calendar.md).
/// Errors: calendar_without_id, unknown_time_zone, no_time_zone_data, time_zone_data_ends, time_of_day_range,
/// hours_order, hours_overlap, no_working_hours, no_makeup_hours, no_versions, version_without_name, duplicate_version,
/// known_from_missing, known_from_order, validity_missing, calendar_validity_order, validity_too_long,
/// validity_shrinks, days_order, day_outside_validity, day_twice, day_of_two_kinds, duplicate_hours_date.
/// Warnings: shift_on_holiday, makeup_without_effect, usual_without_effect, break_without_hours.
/// Cost: O(days + entries · log entries).
Diagnostics validate(const Calendar& calendar);

}  // namespace aedile
