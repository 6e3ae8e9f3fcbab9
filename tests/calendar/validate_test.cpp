// Everything that can be wrong with a calendar, each on its own, at its place.
#include <gtest/gtest.h>

#include <functional>

#include "calendar/calendars.h"

namespace aedile::test {
namespace {

struct Spoiled {
  const char* code;
  const char* pointer;
  std::function<void(Calendar&)> spoil;
};

CalendarVersion later(const char* name, const char* known_from) {
  return {.version = name, .known_from = day(known_from)};
}

const std::vector<Spoiled>& all_spoiled() {
  static const std::vector<Spoiled> list{
      {"calendar_without_id", "/id", [](Calendar& c) { c.id.clear(); }},
      {"unknown_time_zone", "/zone", [](Calendar& c) { c.zone = "Asia/Atlantis"; }},
      {"time_zone_data_ends", "/versions/0/last",
       [](Calendar& c) {
         c.zone = "Europe/Berlin";
         c.versions[0].last = day("2038-03-01");
       }},
      {"time_of_day_range", "/week/mon/1", [](Calendar& c) { c.week[0][1].close.minute = 1441; }},
      {"hours_order", "/week/mon/1", [](Calendar& c) { c.week[0][1].close = c.week[0][1].open; }},
      {"hours_order", "/versions/0/shifts/2026-03-01/0",
       [](Calendar& c) {
         c.versions[0].shifts = {{day("2026-03-01"), {hours("22:00", "06:00")}}};
       }},
      {"hours_overlap", "/week/tue/1", [](Calendar& c) { c.week[1][1].open = c.week[1][0].open; }},
      {"hours_overlap", "/makeup_hours/1",
       [](Calendar& c) {
         c.makeup_hours = std::vector<Hours>{hours("09:00", "12:00"), hours("11:59", "13:00")};
       }},
      {"no_working_hours", "/week", [](Calendar& c) { c.week = {}; }},
      {"no_makeup_hours", "/versions/0/makeup",
       [](Calendar& c) {
         c.week[0].clear();
         c.versions[0].makeup = {{day("2026-03-01"), day("2026-03-01"), {}}};
       }},
      {"no_versions", "/versions", [](Calendar& c) { c.versions.clear(); }},
      {"too_many_versions", "/versions", [](Calendar& c) { c.versions.resize(1001); }},
      {"version_without_name", "/versions/0/version", [](Calendar& c) { c.versions[0].version.clear(); }},
      {"duplicate_version", "/versions/1/version", [](Calendar& c) { c.versions.push_back(later("1", "2026-03-01")); }},
      {"known_from_missing", "/versions/1",
       [](Calendar& c) {
         c.versions.push_back(later("2", "2026-03-01"));
         c.versions[1].known_from.reset();
       }},
      {"known_from_order", "/versions/2/known_from",
       [](Calendar& c) {
         c.versions.push_back(later("2", "2026-03-01"));
         c.versions.push_back(later("3", "2026-03-01"));
       }},
      {"validity_missing", "/versions/0", [](Calendar& c) { c.versions[0].last.reset(); }},
      {"calendar_validity_order", "/versions/0/last", [](Calendar& c) { c.versions[0].last = day("2025-12-31"); }},
      {"validity_too_long", "/versions/0/last", [](Calendar& c) { c.versions[0].last = day("2226-01-01"); }},
      {"validity_shrinks", "/versions/1/last",
       [](Calendar& c) {
         c.versions.push_back(later("2", "2026-03-01"));
         c.versions[1].last = day("2026-12-30");
       }},
      {"days_order", "/versions/0/holidays/0",
       [](Calendar& c) {
         c.versions[0].holidays = {{day("2026-03-02"), day("2026-03-01"), {}}};
       }},
      {"day_outside_validity", "/versions/0/makeup/0",
       [](Calendar& c) {
         c.versions[0].makeup = {{day("2026-12-31"), day("2027-01-01"), {}}};
       }},
      {"day_outside_validity", "/versions/0/breaks/2025-12-31",
       [](Calendar& c) {
         c.versions[0].breaks = {{day("2025-12-31"), {hours("10:00", "11:00")}}};
       }},
      {"day_twice", "/versions/0/holidays/1",
       [](Calendar& c) {
         c.versions[0].holidays = {{day("2026-03-01"), day("2026-03-08"), {}},
                                   {day("2026-03-05"), day("2026-03-05"), {}}};
       }},
      {"day_of_two_kinds", "/versions/0/makeup/0",
       [](Calendar& c) {
         c.versions[0].holidays = {{day("2026-03-01"), day("2026-03-01"), {}}};
         c.versions[0].makeup = {{day("2026-03-01"), day("2026-03-01"), {}}};
       }},
      {"duplicate_hours_date", "/versions/0/shifts/2026-03-01",
       [](Calendar& c) {
         c.versions[0].shifts = {{day("2026-03-01"), {}}, {day("2026-03-01"), {}}};
       }},
      {"shift_on_holiday", "/versions/0/shifts/2026-03-01",
       [](Calendar& c) {
         c.versions[0].holidays = {{day("2026-03-01"), day("2026-03-01"), {}}};
         c.versions[0].shifts = {{day("2026-03-01"), {hours("09:00", "10:00")}}};
       }},
      {"makeup_without_effect", "/versions/0/makeup/0",
       [](Calendar& c) {
         c.versions[0].makeup = {{day("2026-03-02"), day("2026-03-02"), {}}};
       }},
      {"usual_without_effect", "/versions/0/usual/0",
       [](Calendar& c) {
         c.versions[0].usual = {{day("2026-03-02"), day("2026-03-02"), {}}};
       }},
      {"break_without_hours", "/versions/0/breaks/2026-03-02/0",
       [](Calendar& c) {
         c.versions[0].breaks = {{day("2026-03-02"), {hours("12:00", "13:00")}}};
       }},
  };
  return list;
}

TEST(CalendarValidation, AcceptsAPlainCalendar) {
  EXPECT_TRUE(validate(plain_office()).empty()) << validate(plain_office());
}

TEST(CalendarValidation, ReportsEachFaultAloneAndAtItsPlace) {
  for (const Spoiled& each : all_spoiled()) {
    Calendar calendar = plain_office();
    each.spoil(calendar);
    const Diagnostics found = validate(calendar);
    ASSERT_FALSE(found.empty()) << each.code;
    EXPECT_EQ(found.items().front().code(), each.code) << found;
    EXPECT_EQ(found.items().front().place.pointer, each.pointer) << found;
    EXPECT_EQ(found.size(), 1u) << found;
    EXPECT_EQ(compile(calendar).ok(), !found.has_errors());
  }
}

TEST(CalendarValidation, ReportsEverythingAtOnce) {
  Calendar calendar = plain_office("Nowhere");
  calendar.id.clear();
  calendar.week[0].push_back(hours("16:00", "18:00"));
  calendar.versions[0].holidays = {{day("2027-01-01"), day("2027-01-01"), {}}};
  const Diagnostics found = validate(calendar);
  EXPECT_EQ(found.error_count(), 4u) << found;
}

TEST(TimeOfDay, IsReadStrictly) {
  EXPECT_EQ(TimeOfDay::parse("08:30").value().minute, 510);
  EXPECT_EQ(TimeOfDay::parse("24:00").value().to_string(), "24:00");
  for (const char* text : {"", "8:30", "08:60", "24:01", "25:00", "08:30:00", "08-30", "-1:00"}) {
    EXPECT_TRUE(TimeOfDay::parse(text).diagnostics().contains("bad_time_of_day")) << text;
  }
}

}  // namespace
}  // namespace aedile::test
