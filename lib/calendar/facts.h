// What is known of the days of a calendar after each of its versions: the versions added up.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "aedile/calendar/calendar.h"
#include "aedile/calendar/working_calendar.h"

namespace aedile::detail {

/// Opening and closing in minutes of the day, in order and apart.
using Minutes = std::vector<std::pair<std::int32_t, std::int32_t>>;

/// The hours in order, those that meet as one.
Minutes minutes_of(const std::vector<Hours>& hours);
/// What is left of hours without breaks.
Minutes without(const Minutes& hours, const Minutes& breaks);

class Facts {
 public:
  /// `days`: from the calendar's first day on.
  Facts(const Calendar& calendar, std::int32_t days);

  /// Adds a version. Its days must lie in the calendar.
  void add(const CalendarVersion& version);

  DayKind kind(std::int32_t day) const;
  /// Hours without breaks taken out; none on a holiday.
  Minutes hours_before_breaks(std::int32_t day) const;
  Minutes hours(std::int32_t day) const;
  /// What the hours would be if this were a day as any other.
  const Minutes& usual_hours(std::int32_t day) const { return week_[weekday(day)]; }
  const Minutes& makeup_hours() const { return makeup_; }
  const std::map<std::int32_t, LocalText>& titles() const { return titles_; }

 private:
  std::size_t weekday(std::int32_t day) const { return (first_weekday_ + static_cast<std::size_t>(day)) % 7; }
  void set(const std::vector<NamedDays>& entries, DayKind kind);
  std::int32_t number(Date day) const { return static_cast<std::int32_t>(day.days_since(first_)); }

  Date first_;
  std::size_t first_weekday_;  ///< Monday 0
  std::array<Minutes, 7> week_;
  Minutes makeup_;
  std::vector<DayKind> kinds_;  ///< without shifts
  std::map<std::int32_t, LocalText> titles_;
  std::map<std::int32_t, Minutes> shifts_;
  std::map<std::int32_t, Minutes> breaks_;
};

}  // namespace aedile::detail
