#pragma once
/// Time zones by their IANA names, with every change of the clock that the system's tz database knows.
///
///   TimeZone berlin = TimeZone::find("Europe/Berlin").value();
///   berlin.instant(*Date::of(2026, 7, 1), std::chrono::hours(9)).to_string() == "2026-07-01T07:00:00Z";   // summer
///   berlin.instant(*Date::of(2026, 1, 5), std::chrono::hours(9)).to_string() == "2026-01-05T08:00:00Z";
///   berlin.print(Instant::parse("2026-07-01T07:00:00Z").value()) == "2026-07-01T09:00:00+02:00";
///
/// When clocks go forward some times of day do not exist: they stand for the moment of the change. When they go back
/// some occur twice: the first one is meant. So the later of two times of one day is never the earlier instant.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "aedile/core/date.h"

namespace aedile {

/// What a calendar and a clock on the wall show.
struct LocalTime {
  Date date;
  std::chrono::seconds of_day{};  ///< since midnight as the clock shows it: 0 … 86,399

  friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

class TimeZone {
 public:
  /// UTC
  TimeZone();
  /// "Asia/Shanghai", "Europe/Berlin", "UTC".   Errors: unknown_time_zone, no_time_zone_data.
  static Result<TimeZone> find(std::string_view name);

  const std::string& name() const { return name_; }
  /// Throws OverflowError where the date is outside the years 1–9999.     Cost: O(log changes).
  LocalTime local(Instant instant) const;
  /// `of_day`: 0 … 24 hours; throws ContractError outside.     Cost: O(log changes).
  Instant instant(Date date, std::chrono::seconds of_day) const;
  /// The last instant whose offset is known, where the database ends although the zone goes on changing its clocks:
  /// commonly the end of 2037. Nothing for zones that keep one offset.
  std::optional<Instant> known_until() const;

  /// RFC 3339 with the offset: "2026-11-22T08:30:00+08:00"; in UTC where that has seconds, as local times before 1900.
  std::string print(Instant instant) const;
  /// RFC 3339 with an offset; or without one, then in this zone: "2026-11-22T08:30", "2026-11-22T08:30:00",
  /// "2026-11-22" (the start of that day).     Errors: bad_local_time, leap_second.
  Result<Instant> parse(std::string_view text) const;

  friend bool operator==(const TimeZone& a, const TimeZone& b) { return a.name_ == b.name_; }

 private:
  struct Rules;
  std::string name_;
  std::shared_ptr<const Rules> rules_;  ///< nullptr: UTC
};

}  // namespace aedile
