#pragma once
/// Civil dates, and instants on the time line.
///
///   Date d = Date::parse("2026-11-22").value();
///   d.plus_days(9).to_string() == "2026-12-01";
///   Date::of(2026, 1, 31)->plus_months(1).to_string() == "2026-02-28";   // a missing day becomes the month's last
///   Instant::parse("2026-11-22T08:30:00+08:00")->to_string() == "2026-11-22T00:30:00Z";
///
/// Proleptic Gregorian, years 1–9999. Nothing here reads a clock: callers pass the date or the instant. Not for
/// working days, nor for time zones with daylight saving.

#include <chrono>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "aedile/core/result.h"

namespace aedile {

/// A day of the civil calendar, years 1–9999.
class Date {
 public:
  /// 1970-01-01
  constexpr Date() = default;
  /// Unchecked: the caller answers for the years 1–9999.
  constexpr explicit Date(std::chrono::sys_days day) : day_(day) {}
  /// Month 1–12, day 1–31. Nothing if there is no such day or the year lies outside 1–9999.
  static std::optional<Date> of(int year, unsigned month, unsigned day);
  /// "YYYY-MM-DD" only. Errors: bad_date.
  static Result<Date> parse(std::string_view text);

  int year() const;          ///< 1–9999
  unsigned month() const;    ///< 1–12
  unsigned day() const;      ///< 1–31
  unsigned weekday() const;  ///< ISO: Monday 1 … Sunday 7
  /// The same day for the standard library's own arithmetic.
  std::chrono::sys_days sys_days() const { return day_; }

  /// That many days later, earlier where negative. Throws OverflowError outside the years 1–9999.
  Date plus_days(std::int64_t days) const;
  /// The same day of the month `months` later; where that month is shorter, its last day (31 Jan + 1 → 28 or 29 Feb,
  /// 28 Feb + 1 → 28 Mar). Throws OverflowError outside the years 1–9999.
  Date plus_months(std::int64_t months) const;
  /// The last day of this month.
  Date last_of_month() const;
  /// Whole days from `earlier` to this; negative if that is later.
  std::int64_t days_since(Date earlier) const { return (day_ - earlier.day_).count(); }

  std::string to_string() const;  ///< "YYYY-MM-DD"
  friend constexpr bool operator==(Date, Date) = default;
  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  std::chrono::sys_days day_{};
};

/// As to_string.
std::ostream& operator<<(std::ostream& out, Date date);

/// A point on the time line, to the second, in UTC.
class Instant {
 public:
  /// 1970-01-01T00:00:00Z
  constexpr Instant() = default;
  /// Unchecked: the caller answers for the years 1–9999.
  constexpr explicit Instant(std::chrono::sys_seconds time) : time_(time) {}
  /// RFC 3339 with seconds and an offset: "2026-11-22T08:30:00+08:00", "…Z". A fraction of a second may only be zeros.
  /// Errors: bad_instant, leap_second (second 60).
  static Result<Instant> parse(std::string_view text);

  /// The same instant for the standard library's own arithmetic.
  std::chrono::sys_seconds sys_seconds() const { return time_; }
  std::string to_string() const;  ///< "YYYY-MM-DDThh:mm:ssZ"
  friend constexpr bool operator==(Instant, Instant) = default;
  friend constexpr auto operator<=>(Instant, Instant) = default;

 private:
  std::chrono::sys_seconds time_{};
};

/// As to_string.
std::ostream& operator<<(std::ostream& out, Instant instant);

}  // namespace aedile
