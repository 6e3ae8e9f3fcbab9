// Random calendars of four weeks around a change of the clocks, and a plain twin that steps through them by the minute.
#pragma once

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "aedile/calendar/working_clock.h"
#include "calendar/calendars.h"

namespace aedile::test {

inline constexpr int known_days = 28;

inline Calendar any_calendar() {
  // Hours keep clear of 01:00–04:00, where clocks change: what a time that occurs twice means is tested by itself.
  const std::vector<std::vector<Hours>> patterns{{},
                                                 {hours("09:00", "17:00")},
                                                 {hours("08:30", "12:00"), hours("13:30", "18:00")},
                                                 {hours("00:00", "01:00"), hours("22:00", "24:00")},
                                                 {hours("06:15", "06:16"), hours("12:00", "12:07")}};
  const auto any_hours = [&] { return *rc::gen::elementOf(patterns); };
  Calendar calendar{.id = "any",
                    .zone = *rc::gen::element<std::string>("UTC", "Asia/Shanghai", "Europe/Berlin"),
                    .makeup_hours = std::vector<Hours>{hours("10:00", "16:30")},
                    .first = day("2026-03-16")};
  for (auto& weekday : calendar.week) weekday = any_hours();
  calendar.week[static_cast<std::size_t>(*rc::gen::inRange(0, 7))] = patterns[1];
  calendar.versions.push_back({.version = "1", .last = calendar.first.plus_days(known_days - 1)});
  CalendarVersion& version = calendar.versions.back();
  for (int i = 0; i < known_days; ++i) {
    const Date date = calendar.first.plus_days(i);
    switch (*rc::gen::weightedElement<int>({{12, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 4}})) {
      case 1:
        version.holidays.push_back({date, date, {}});
        break;
      case 2:
        version.makeup.push_back({date, date, {}});
        break;
      case 3:
        version.shifts.emplace_back(date, any_hours());
        break;
      case 4:
        version.breaks.emplace_back(date, std::vector<Hours>{hours("11:00", "14:00")});
        break;
      default:
        break;
    }
  }
  return calendar;
}

/// Every minute of a calendar, active or not, found from the calendar as written.
class MinuteTwin {
 public:
  explicit MinuteTwin(const Calendar& calendar) {
    const CalendarVersion& facts = calendar.versions.front();
    const TimeZone zone = TimeZone::find(calendar.zone).value();
    begin_ = zone.instant(calendar.first, std::chrono::seconds(0));
    const Instant end = zone.instant(*facts.last, std::chrono::hours(24));
    for (Instant now = begin_; now < end; now = plus(now, 1)) {
      const LocalTime shown = zone.local(now);
      const auto minute = static_cast<int>(shown.of_day.count() / 60);
      active_.push_back(contains(hours_of(calendar, facts, shown.date), minute) &&
                        !contains(dated(facts.breaks, shown.date).value_or(std::vector<Hours>()), minute));
    }
  }

  Instant begin() const { return begin_; }
  int minutes() const { return static_cast<int>(active_.size()); }
  Instant at(int minute) const { return plus(begin_, minute); }
  bool active(int minute) const { return active_[static_cast<std::size_t>(minute)]; }
  void pause(int from, int to) { std::fill(active_.begin() + from, active_.begin() + to, false); }

  int elapsed(int from, int to) const {
    int count = 0;
    for (int minute = from; minute < to; ++minute) count += active(minute) ? 1 : 0;
    return count;
  }
  std::optional<int> due(int from, int length) const {
    for (int minute = from; minute < minutes(); ++minute) {
      if (!active(minute)) continue;
      if (length == 0) return minute;
      if (--length == 0) return minute + 1;
    }
    return std::nullopt;
  }
  std::optional<int> back(int to, int length) const {
    for (int minute = to - 1; minute >= 0; --minute) {
      if (!active(minute)) continue;
      if (length == 0) return minute + 1;
      if (--length == 0) return minute;
    }
    return std::nullopt;
  }

 private:
  static Instant plus(Instant from, int minutes) { return Instant(from.sys_seconds() + std::chrono::minutes(minutes)); }
  static bool among(const std::vector<NamedDays>& list, Date date) {
    return std::any_of(list.begin(), list.end(),
                       [&](const NamedDays& days) { return days.first <= date && date <= days.last; });
  }
  static std::optional<std::vector<Hours>> dated(const DatedHours& list, Date date) {
    for (const auto& [on, hours] : list) {
      if (on == date) return hours;
    }
    return std::nullopt;
  }
  static std::vector<Hours> hours_of(const Calendar& calendar, const CalendarVersion& facts, Date date) {
    if (among(facts.holidays, date)) return {};
    if (const auto shift = dated(facts.shifts, date)) return *shift;
    if (among(facts.makeup, date)) return *calendar.makeup_hours;
    return calendar.week[date.weekday() - 1];
  }
  static bool contains(const std::vector<Hours>& list, int minute) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Hours& hours) { return hours.open.minute <= minute && minute < hours.close.minute; });
  }

  Instant begin_;
  std::vector<bool> active_;
};

/// A calendar, its twin, a start, and pauses that may overlap.
struct ClockCase {
  WorkingCalendar calendar;
  MinuteTwin twin;  ///< with the pauses taken out
  MinuteTwin without_pauses;
  int start;
  std::vector<std::pair<int, int>> pauses;

  std::vector<ClockEvent> events() const {
    std::vector<ClockEvent> list{{ClockEvent::start, twin.at(start)}};
    for (std::size_t i = 0; i < pauses.size(); ++i) {
      list.push_back({ClockEvent::pause, twin.at(pauses[i].first), "cause " + std::to_string(i)});
      list.push_back({ClockEvent::resume, twin.at(pauses[i].second), "cause " + std::to_string(i)});
    }
    return list;
  }
  WorkingClock clock() const { return WorkingClock::replay(calendar, events()).value(); }
};

inline ClockCase any_clock() {
  const Calendar written = any_calendar();
  const MinuteTwin plain(written);
  ClockCase made{compile(written).value().latest(), plain, plain, *rc::gen::inRange(0, plain.minutes()), {}};
  const int count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i) {
    const int from = *rc::gen::inRange(0, plain.minutes());
    const int to = std::min(plain.minutes(), from + *rc::gen::inRange(1, 5000));
    made.pauses.emplace_back(from, to);
    made.twin.pause(from, to);
  }
  return made;
}

}  // namespace aedile::test
