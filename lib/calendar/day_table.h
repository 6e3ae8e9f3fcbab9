// What a WorkingCalendar looks things up in: its days and hours as flat arrays of seconds since 1970, with sums.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/calendar/working_calendar.h"

namespace aedile::detail {

/// From `begin` up to `end`, in seconds since 1970 UTC.
struct WorkSpan {
  std::int64_t begin;
  std::int64_t end;
};

struct DayTable {
  std::string id;
  std::string version;
  std::string source;
  TimeZone zone;
  std::optional<Date> known_from;
  Date first;

  std::vector<std::int64_t> day_start;  ///< of each day; one more: where the last one ends
  std::vector<DayKind> kinds;
  std::map<std::int32_t, LocalText> titles;  ///< of those days that have one

  std::vector<WorkSpan> spans;               ///< in order, none empty, none across a midnight
  std::vector<std::uint32_t> first_span;     ///< of each day; one more
  std::vector<std::int64_t> worked;          ///< seconds of the spans before each; one more
  std::vector<std::int32_t> working_before;  ///< working days before each day; one more
  std::vector<std::int32_t> working_days;    ///< their day numbers

  std::int32_t days() const { return static_cast<std::int32_t>(kinds.size()); }
  Date date(std::int32_t day) const { return first.plus_days(day); }
  Date last() const { return date(days() - 1); }
  bool covers(Date day) const { return first <= day && day.days_since(first) < days(); }
  std::int32_t number(Date day) const { return static_cast<std::int32_t>(day.days_since(first)); }
  std::int64_t begin() const { return day_start.front(); }
  std::int64_t end() const { return day_start.back(); }
  std::string name() const { return id + '@' + version; }

  /// The day that a second of the table belongs to; its end belongs to the last.
  std::int32_t day_of(std::int64_t second) const;
  /// Working seconds from the beginning of the table.
  std::int64_t worked_until(std::int64_t second) const;
};

/// The beginnings of `days` days from `first` on, and where the last of them ends.
std::vector<std::int64_t> day_starts(const TimeZone& zone, Date first, std::int32_t days);

/// Puts spans, which are in order and do not overlap, into the days of the table, cut at each midnight, and sums up.
void fill(DayTable& table, const std::vector<WorkSpan>& spans);

inline std::int64_t seconds_of(Instant instant) { return instant.sys_seconds().time_since_epoch().count(); }
inline Instant instant_of(std::int64_t second) {
  return Instant(std::chrono::sys_seconds(std::chrono::seconds(second)));
}

}  // namespace aedile::detail
