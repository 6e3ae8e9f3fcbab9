#pragma once
/// Four kinds of duration that do not convert into each other.
///
///   const WorkingDays five(5);                       // the end of the 5th working day after the day of the start
///   const auto forty = WorkingHours::hours(40);      // 40 hours while the office is open
///   five == forty;                                   // does not compile: they end at different times
///   WorkingHours::hours(1) + WorkingHours::minutes(30) == WorkingHours::minutes(90);
///   describe(Duration(five)).in(Language::zh) == "5 个工作日";
///
///   type              中文       4 of them from Friday 16:00, hours 08:30–12:00 and 13:30–18:00, Monday to Friday
///   ContinuousHours   紧急工作时  Friday 20:00
///   WorkingHours      工作时      Monday 10:30
///   WorkingDays       工作日      Thursday 24:00: the day of the start is not counted
///   CalendarDays      日          Tuesday 24:00
///
/// Source: Civil Code of China, articles 200–203; the limits of city management, GB/T 30428.8.

#include <chrono>
#include <compare>
#include <cstdint>
#include <ostream>
#include <string>
#include <variant>

#include "aedile/core/date.h"
#include "aedile/core/message.h"

namespace aedile {

/// Time to the second. May be negative: what is left of a limit that has passed.
template <class Tag>
class TimeSpan {
 public:
  constexpr TimeSpan() = default;
  constexpr explicit TimeSpan(std::chrono::seconds length) : length_(length) {}
  static constexpr TimeSpan hours(std::int32_t count) { return TimeSpan(std::chrono::hours(count)); }
  static constexpr TimeSpan minutes(std::int32_t count) { return TimeSpan(std::chrono::minutes(count)); }
  static constexpr TimeSpan seconds(std::int64_t count) { return TimeSpan(std::chrono::seconds(count)); }

  constexpr std::chrono::seconds length() const { return length_; }

  friend constexpr bool operator==(TimeSpan, TimeSpan) = default;
  friend constexpr auto operator<=>(TimeSpan, TimeSpan) = default;
  friend constexpr TimeSpan operator+(TimeSpan a, TimeSpan b) { return TimeSpan(a.length_ + b.length_); }
  friend constexpr TimeSpan operator-(TimeSpan a, TimeSpan b) { return TimeSpan(a.length_ - b.length_); }

 private:
  std::chrono::seconds length_{};
};

/// A number of days.
template <class Tag>
class DayCount {
 public:
  constexpr DayCount() = default;
  constexpr explicit DayCount(std::int32_t count) : count_(count) {}

  constexpr std::int32_t count() const { return count_; }

  friend constexpr bool operator==(DayCount, DayCount) = default;
  friend constexpr auto operator<=>(DayCount, DayCount) = default;

 private:
  std::int32_t count_ = 0;
};

using ContinuousHours = TimeSpan<struct ContinuousTag>;
using WorkingHours = TimeSpan<struct WorkingTag>;
using WorkingDays = DayCount<struct WorkingTag>;
using CalendarDays = DayCount<struct CalendarTag>;

/// One of the four.
using Duration = std::variant<ContinuousHours, WorkingHours, WorkingDays, CalendarDays>;

/// "5 working days", "1 h 30 min of working time"; in Chinese too.
Text describe(const Duration& duration);
std::ostream& operator<<(std::ostream& out, const Duration& duration);

/// A fixed date. It is kept as it is, rest day or not.
struct OnDate {
  Date date;
  friend bool operator==(const OnDate&, const OnDate&) = default;
};

/// Before something happens, such as the next meeting, whose time is known to the caller.
struct BeforeEvent {
  std::string event;
  friend bool operator==(const BeforeEvent&, const BeforeEvent&) = default;
};

/// All ways in which a deadline (整改时限) is set.
using TimeLimit = std::variant<ContinuousHours, WorkingHours, WorkingDays, CalendarDays, OnDate, BeforeEvent>;

Text describe(const TimeLimit& limit);

}  // namespace aedile
