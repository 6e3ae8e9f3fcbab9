// China's working days as published: counting, adding, rolling, two versions of a year.
#include <gtest/gtest.h>

#include "aedile/calendar/recurrence.h"
#include "calendar/calendars.h"
#include "calendar/shared_vectors.h"

namespace aedile::test {
namespace {

TEST(China, WorksOnTheDaysThatThePublishedCalendarWorks) {
  const auto vectors = shared_vectors("cn_calendar_2004_2026_compact.json");
  AEDILE_SKIP_WITHOUT(vectors);
  EXPECT_EQ(china().first(), date_of((*vectors)["valid_from"]));
  EXPECT_EQ(china().last(), date_of((*vectors)["valid_through"]));
  for (const auto& year : (*vectors)["years"].GetObject()) {
    std::set<Date> holidays;
    std::set<Date> makeup;
    for (const auto& date : year.value["holidays"].GetArray()) holidays.insert(date_of(date));
    for (const auto& date : year.value["makeup_workdays"].GetArray()) makeup.insert(date_of(date));
    const Period days = Period::parse(year.name.GetString()).value();
    for (Date date = days.first(); date <= days.last(); date = date.plus_days(1)) {
      const bool working = makeup.contains(date) || (date.weekday() <= 5 && !holidays.contains(date));
      ASSERT_EQ(china().is_working(date).value(), working) << date;
    }
    EXPECT_EQ(china().working_days(days.first(), days.last()).value(), year.value["working_days_total"].GetInt());
  }
}

TEST(China, NamesHolidaysAsThePublishedCalendarDoes) {
  const auto vectors = shared_vectors("cn_calendar_2023_2026.json");
  AEDILE_SKIP_WITHOUT(vectors);
  for (const auto& year : (*vectors)["years"].GetObject()) {
    for (const auto& entry : year.value["holidays"].GetArray()) {
      const CalendarDay day = china().day(date_of(entry["date"])).value();
      EXPECT_EQ(day.kind, DayKind::holiday) << day.date;
      EXPECT_EQ(day.title.in(Language::zh), entry["zh"].GetString()) << day.date;
    }
    for (const auto& entry : year.value["makeup_workdays"].GetArray()) {
      EXPECT_EQ(china().day(date_of(entry["date"])).value().kind, DayKind::makeup);
    }
  }
}

class ChinaVectors : public ::testing::Test {
 protected:
  void SetUp() override {
    vectors_ = shared_vectors("cn_workday_vectors.json");
    AEDILE_SKIP_WITHOUT(vectors_);
  }
  const rapidjson::Value& cases(const char* key) const { return (*vectors_)[key]; }

 private:
  std::optional<rapidjson::Document> vectors_;
};

TEST_F(ChinaVectors, SayWhichDaysAreWorked) {
  for (const auto& each : cases("upstream_is_working").GetArray()) {
    EXPECT_EQ(china().is_working(date_of(each["date"])).value(), each["working"].GetBool());
  }
}

TEST_F(ChinaVectors, CountWorkingDays) {
  for (const auto& each : cases("upstream_counts").GetArray()) {
    const Date start = date_of(each["start"]);
    const Date end = date_of(each["end"]);
    const std::int64_t working = china().working_days(start, end).value();
    EXPECT_EQ(working, each["working"].GetInt());
    EXPECT_EQ(end.days_since(start) + 1 - working, each["non_working"].GetInt());
    int on_weekdays = 0;
    for (Date date = start; date <= end; date = date.plus_days(1)) {
      if (china().is_working(date).value() && date.weekday() <= 5) ++on_weekdays;
    }
    EXPECT_EQ(on_weekdays, each["working_on_weekdays"].GetInt());
  }
  for (const auto& each : cases("derived_between").GetArray()) {
    EXPECT_EQ(china().working_days(date_of(each["start"]), date_of(each["end"])).value(), each["working"].GetInt());
  }
}

TEST_F(ChinaVectors, BalanceHolidaysAndMakeUpDaysInEveryYear) {
  for (const auto& each : cases("upstream_year_invariant")["rows"].GetArray()) {
    const Period year = Period::parse(std::to_string(each["year"].GetInt())).value();
    int balance = 0;
    for (Date date = year.first(); date <= year.last(); date = date.plus_days(1)) {
      const bool working = china().is_working(date).value();
      if (date.weekday() <= 5 && !working) ++balance;
      if (date.weekday() > 5 && working) --balance;
    }
    EXPECT_EQ(balance, each["weekday_holidays_minus_weekend_workdays"].GetInt()) << year;
  }
}

TEST_F(ChinaVectors, AddWorkingDays) {
  for (const auto& each : cases("derived_add").GetArray()) {
    const Date start = date_of(each["start"]);
    const int days = each["workdays"].GetInt();
    EXPECT_EQ(china().add_working_days(start, days).value(), date_of(each["due"])) << start << " + " << days;
    // The same as a deadline: 24:00 of the last day, wherever in the day of the start the limit begins.
    const Instant begin(china().start_of(start).value().sys_seconds() + std::chrono::hours(15));
    const Deadline deadline = due(china(), begin, WorkingDays(days)).value();
    EXPECT_EQ(deadline.last_day, date_of(each["due"]));
    EXPECT_EQ(deadline.due, china().end_of(date_of(each["due"])).value());
  }
  for (const auto& each : cases("derived_sub").GetArray()) {
    EXPECT_EQ(china().add_working_days(date_of(each["start"]), each["workdays"].GetInt()).value(),
              date_of(each["due"]));
  }
}

TEST_F(ChinaVectors, FindTheNeighboursOfARestDay) {
  for (const auto& each : cases("derived_non_working_anchor").GetArray()) {
    const Date date = date_of(each["date"]);
    EXPECT_EQ(china().is_working(date).value(), each["working"].GetBool()) << date;
    EXPECT_EQ(china().add_working_days(date, 0).value(), date_of(each["next_working_or_same"])) << date;
    EXPECT_EQ(china().working_day_before_or_on(date).value(), date_of(each["prev_working_or_same"])) << date;
    EXPECT_EQ(china().add_working_days(date, 1).value(), date_of(each["plus1"])) << date;
    EXPECT_EQ(china().add_working_days(date, -1).value(), date_of(each["minus1"])) << date;
  }
}

TEST_F(ChinaVectors, RollCalendarDaysOffRestDays) {
  for (const auto& each : cases("derived_calendar_days_roll").GetArray()) {
    const Date raw = date_of(each["raw_last_day"]);
    const Date last = date_of(each["last_day"]);
    const CalendarDays days(each["calendar_days"].GetInt());
    const Deadline deadline = due(china(), china().start_of(date_of(each["start"])).value(), days).value();
    EXPECT_EQ(deadline.last_day, last);
    EXPECT_EQ(deadline.rolled_from, raw == last ? std::nullopt : std::optional<Date>(raw));
    EXPECT_EQ(deadline.due, china().end_of(last).value());
  }
}

TEST_F(ChinaVectors, ScheduleTheNinthNineteenthAndTwentyNinth) {
  const auto dates_by = [](RestDays policy) {
    return recurrence({.pattern = DaysOfMonth{{9, 19, 29}},
                       .rest_days = policy,
                       .first = day("2024-01-01"),
                       .last = day("2026-12-31")},
                      china())
        .value()
        .list();
  };
  std::vector<Date> kept;
  std::vector<Date> skipped;
  std::set<Date> next;
  std::set<Date> previous;
  for (const auto& each : cases("derived_schedule_9_19_29").GetArray()) {
    if (!each["exists"].GetBool()) continue;
    kept.push_back(date_of(each["date"]));
    if (each["working"].GetBool()) skipped.push_back(date_of(each["date"]));
    next.insert(date_of(each["policy_next"]));
    previous.insert(date_of(each["policy_prev"]));
  }
  EXPECT_EQ(dates_by(RestDays::keep), kept);
  EXPECT_EQ(dates_by(RestDays::skip), skipped);
  EXPECT_EQ(dates_by(RestDays::next), std::vector<Date>(next.begin(), next.end()));
  EXPECT_EQ(dates_by(RestDays::previous), std::vector<Date>(previous.begin(), previous.end()));
}

TEST(ChinaRevisions, MoveDeadlinesAsPublished) {
  const auto vectors = shared_vectors("cn_calendar_revisions.json");
  AEDILE_SKIP_WITHOUT(vectors);
  int seen = 0;
  for (const auto& revision : (*vectors)["revisions"].GetArray()) {
    const std::string revised = revision["known_from"].GetString();
    const WorkingCalendar* const after = china_history().find(revised);
    ASSERT_NE(after, nullptr) << revised;
    EXPECT_EQ(after->known_from(), day(revised.c_str()));
    const WorkingCalendar& before = *(after - 1);
    for (const auto& each : revision["cases"].GetArray()) {
      const Date start = date_of(each["start"]);
      const WorkingDays days(each["workdays"].GetInt());
      const Date original_day = date_of(each["due_original"]);
      const Date revised_day = date_of(each["due_revised"]);
      const Deadline set = due(before, before.start_of(start).value(), days).value();
      EXPECT_EQ(set.last_day, original_day) << start;
      EXPECT_EQ(set.version, before.version());
      const Instant as_of = after->start_of(*after->known_from()).value();
      const auto under = [&](RevisionPolicy policy) {
        return revise(china_history(), set, policy, as_of).value().in_force.last_day;
      };
      EXPECT_EQ(under(RevisionPolicy::freeze), original_day) << start;
      EXPECT_EQ(under(RevisionPolicy::recompute), revised_day) << start;
      EXPECT_EQ(under(RevisionPolicy::never_earlier), std::max(original_day, revised_day)) << start;
      ++seen;
    }
  }
  EXPECT_EQ(seen, 21);
}

TEST(ChinaShipped, NamesASourceForEveryVersionAndEndsWithTheLastNotice) {
  for (const WorkingCalendar& version : china_history().versions()) EXPECT_FALSE(version.source().empty());
  EXPECT_EQ(china().first(), day("2004-01-01"));
  EXPECT_EQ(china().last(), day("2026-12-31"));
  EXPECT_EQ(china().zone().name(), "Asia/Shanghai");
}

TEST(ChinaShipped, IsWrittenAsTheLibraryWritesCalendars) {
  EXPECT_EQ(write_calendar(shipped_calendar("cn").value()), shipped_calendar_text("cn"));
  EXPECT_TRUE(shipped_calendar("cn").diagnostics().empty()) << shipped_calendar("cn").diagnostics();
  EXPECT_TRUE(shipped_calendar("zz").diagnostics().contains("unknown_calendar"));
}

}  // namespace
}  // namespace aedile::test
