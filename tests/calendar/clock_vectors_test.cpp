// The published cases of working clocks, each by the operation that it names.
#include <gtest/gtest.h>

#include "aedile/calendar/working_clock.h"
#include "calendar/calendars.h"
#include "calendar/shared_vectors.h"

namespace aedile::test {
namespace {

std::vector<Hours> hours_in(const rapidjson::Value& pairs) {
  std::vector<Hours> list;
  for (const auto& pair : pairs.GetArray()) list.push_back(hours(pair[0].GetString(), pair[1].GetString()));
  return list;
}

DatedHours dated(const rapidjson::Value& calendar, const char* key) {
  DatedHours result;
  if (!calendar.HasMember(key)) return result;
  for (const auto& member : calendar[key].GetObject())
    result.emplace_back(date_of(member.name), hours_in(member.value));
  return result;
}

WorkingCalendar calendar_in(const std::string& id, const rapidjson::Value& written) {
  Calendar calendar{.id = id, .title = {}, .zone = written["tz"].GetString(), .first = day("2004-01-01")};
  constexpr const char* keys[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (std::size_t weekday = 0; weekday < 7; ++weekday) {
    if (written["hours"].HasMember(keys[weekday])) calendar.week[weekday] = hours_in(written["hours"][keys[weekday]]);
  }
  CalendarVersion version{.version = "1", .last = day("2026-12-31")};
  if (written.HasMember("holidays")) {
    for (const auto& date : written["holidays"].GetArray())
      version.holidays.push_back({date_of(date), date_of(date), {}});
  }
  version.shifts = dated(written, "shifts");
  version.breaks = dated(written, "breaks");
  calendar.versions.push_back(version);
  return compile(calendar).value().latest();
}

/// Pauses as events, each with a cause of its own.
WorkingClock clock_in(const WorkingCalendar& calendar, const rapidjson::Value& each) {
  std::vector<ClockEvent> events{{ClockEvent::start, instant_of(each["start"]), {}}};
  int number = 0;
  if (each.HasMember("pauses")) {
    for (const auto& pause : each["pauses"].GetArray()) {
      const std::string cause = std::to_string(number++);
      events.push_back({ClockEvent::pause, instant_of(pause[0]), cause});
      events.push_back({ClockEvent::resume, instant_of(pause[1]), cause});
    }
  }
  return WorkingClock::replay(calendar, events).value();
}

TEST(ClockVectors, AllHold) {
  const auto vectors = shared_vectors("working_clock.json");
  AEDILE_SKIP_WITHOUT(vectors);
  std::map<std::string, WorkingCalendar> calendars;
  for (const auto& each : (*vectors)["calendars"].GetObject()) {
    calendars.emplace(each.name.GetString(), calendar_in(each.name.GetString(), each.value));
  }
  int seen = 0;
  for (const auto& each : (*vectors)["cases"].GetArray()) {
    SCOPED_TRACE(each["id"].GetString());
    ++seen;
    const WorkingCalendar& calendar = calendars.at(each["calendar"].GetString());
    const std::string operation = each["op"].GetString();
    if (operation == "active") {
      EXPECT_EQ(calendar.active(instant_of(each["at"])).value(), each["expect"].GetBool());
    } else if (operation == "due") {
      const auto limit = WorkingHours::seconds(each["duration_s"].GetInt64());
      EXPECT_EQ(clock_in(calendar, each).due(limit).value(), instant_of(each["expect"]));
    } else if (operation == "elapsed") {
      const auto expected = WorkingHours::seconds(static_cast<std::int64_t>(each["expect_s"].GetDouble()));
      EXPECT_EQ(clock_in(calendar, each).elapsed(instant_of(each["end"])).value(), expected);
    } else if (operation == "due_back") {
      const auto length = WorkingHours::seconds(each["duration_s"].GetInt64());
      EXPECT_EQ(WorkingClock(calendar).back(instant_of(each["start"]), length).value(), instant_of(each["expect"]));
    } else if (operation == "add_workdays_keep_time") {
      const Result<Deadline> deadline =
          due(calendar, instant_of(each["start"]), WorkingDays(each["days"].GetInt()), {.day_end = DayEnd::same_time});
      EXPECT_EQ(deadline.value().due, instant_of(each["expect"]));
      EXPECT_EQ(deadline.value().last_day, calendar.date_of(deadline.value().due).value());
    } else if (operation == "sub_workdays_keep_time") {
      EXPECT_EQ(back_from(calendar, instant_of(each["start"]), WorkingDays(each["days"].GetInt())).value(),
                instant_of(each["expect"]));
    } else {
      ADD_FAILURE() << "an operation that this test does not know: " << operation;
    }
  }
  EXPECT_EQ(seen, 85);
}

}  // namespace
}  // namespace aedile::test
