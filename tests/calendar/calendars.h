// Calendars for tests.
#pragma once

#include "aedile/calendar/calendar_history.h"
#include "aedile/io/calendar_json.h"

namespace aedile::test {

inline Date day(const char* text) { return Date::parse(text).value(); }
inline Instant at(const char* text) { return Instant::parse(text).value(); }

inline Hours hours(const char* open, const char* close) {
  return {TimeOfDay::parse(open).value(), TimeOfDay::parse(close).value()};
}

inline const CalendarHistory& china_history() {
  static const CalendarHistory history = compile(shipped_calendar("cn").value()).value();
  return history;
}
inline const WorkingCalendar& china() { return china_history().latest(); }

/// Monday to Friday 09:00–12:00 and 13:00–17:00, known for 2026.
inline Calendar plain_office(std::string zone = "UTC") {
  Calendar office{.id = "office", .title = {}, .zone = std::move(zone), .first = day("2026-01-01")};
  for (std::size_t weekday = 0; weekday < 5; ++weekday) {
    office.week[weekday] = {hours("09:00", "12:00"), hours("13:00", "17:00")};
  }
  office.versions.push_back({.version = "1", .last = day("2026-12-31")});
  return office;
}

}  // namespace aedile::test
