#include "aedile/calendar/deadline.h"

#include <gtest/gtest.h>

#include <type_traits>

#include "calendar/calendars.h"
#include "calendar/random_calendar.h"

namespace aedile::test {
namespace {

// ---- what must not compile

template <class A, class B>
concept Compare = requires(A a, B b) {
  a == b;
};
template <class A, class B>
concept Order = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept Add = requires(A a, B b) {
  a + b;
};

template <class A, class B>
constexpr bool kept_apart = !std::is_convertible_v<A, B> && !std::is_constructible_v<A, B> &&
                            !std::is_assignable_v<A&, B> && !Compare<A, B> && !Order<A, B> && !Add<A, B>;

static_assert(kept_apart<ContinuousHours, WorkingHours> && kept_apart<WorkingHours, ContinuousHours>);
static_assert(kept_apart<ContinuousHours, WorkingDays> && kept_apart<WorkingDays, ContinuousHours>);
static_assert(kept_apart<ContinuousHours, CalendarDays> && kept_apart<CalendarDays, ContinuousHours>);
static_assert(kept_apart<WorkingHours, WorkingDays> && kept_apart<WorkingDays, WorkingHours>);
static_assert(kept_apart<WorkingHours, CalendarDays> && kept_apart<CalendarDays, WorkingHours>);
static_assert(kept_apart<WorkingDays, CalendarDays> && kept_apart<CalendarDays, WorkingDays>);
static_assert(!std::is_convertible_v<int, WorkingDays> && !std::is_convertible_v<int, CalendarDays>);
static_assert(!std::is_convertible_v<std::chrono::hours, WorkingHours>);
static_assert(!std::is_convertible_v<std::chrono::hours, ContinuousHours>);
static_assert(!std::is_convertible_v<int, Duration> && !std::is_convertible_v<std::chrono::hours, Duration>);
static_assert(Compare<WorkingHours, WorkingHours> && Add<WorkingHours, WorkingHours>);

const WorkingCalendar& office() {
  static const WorkingCalendar calendar = [] {
    Calendar written = plain_office();
    for (std::size_t weekday = 0; weekday < 5; ++weekday) {
      written.week[weekday] = {hours("08:30", "12:00"), hours("13:30", "18:00")};
    }
    return compile(written).value().latest();
  }();
  return calendar;
}

TEST(Deadline, OfFourEndsAtFourTimesByItsKind) {
  const Instant friday = at("2026-03-06T16:00:00Z");
  const auto due_at = [&](const TimeLimit& limit) { return due(office(), friday, limit).value().due; };
  EXPECT_EQ(due_at(ContinuousHours::hours(4)), at("2026-03-06T20:00:00Z"));
  EXPECT_EQ(due_at(WorkingHours::hours(4)), at("2026-03-09T10:30:00Z"));
  EXPECT_EQ(due_at(WorkingDays(4)), at("2026-03-13T00:00:00Z"));
  EXPECT_EQ(due_at(CalendarDays(4)), at("2026-03-11T00:00:00Z"));
}

TEST(Deadline, RecordsWhatItWasComputedWith) {
  const Deadline deadline = due(china(), at("2024-02-08T02:00:00Z"), CalendarDays(3)).value();
  EXPECT_EQ(deadline.calendar, "cn");
  EXPECT_EQ(deadline.version, "2025-11-04");
  EXPECT_EQ(deadline.last_day, day("2024-02-18"));
  EXPECT_EQ(deadline.rolled_from, day("2024-02-11"));
  EXPECT_TRUE(deadline.in_time(deadline.due));
  EXPECT_FALSE(deadline.in_time(Instant(deadline.due.sys_seconds() + std::chrono::seconds(1))));
}

TEST(Deadline, RollsOffRestDaysAsItIsTold) {
  const auto last_day = [](RestDayRoll roll) {
    return due(china(), at("2024-02-08T02:00:00Z"), CalendarDays(3), {.rest_day = roll}).value().last_day;
  };
  EXPECT_EQ(last_day(RestDayRoll::next), day("2024-02-18"));
  EXPECT_EQ(last_day(RestDayRoll::previous), day("2024-02-09"));
  EXPECT_EQ(last_day(RestDayRoll::keep), day("2024-02-11"));
}

TEST(Deadline, EndsWithTheDayTheHoursOrAtTheSameTime) {
  const auto due_at = [](const char* start, DayEnd end) {
    return due(office(), at(start), WorkingDays(2), {.day_end = end}).value().due;
  };
  EXPECT_EQ(due_at("2026-03-04T10:00:00Z", DayEnd::midnight), at("2026-03-07T00:00:00Z"));
  EXPECT_EQ(due_at("2026-03-04T10:00:00Z", DayEnd::closing), at("2026-03-06T18:00:00Z"));
  EXPECT_EQ(due_at("2026-03-04T10:00:00Z", DayEnd::same_time), at("2026-03-06T10:00:00Z"));
  EXPECT_EQ(due_at("2026-03-04T20:00:00Z", DayEnd::same_time), at("2026-03-09T08:30:00Z"));
  // A fixed date that is a rest day has no closing: it ends with the day.
  EXPECT_EQ(
      due(office(), at("2026-03-04T10:00:00Z"), OnDate{day("2026-03-07")}, {.day_end = DayEnd::closing}).value().due,
      at("2026-03-08T00:00:00Z"));
}

TEST(Deadline, OfNoDaysIsTheFirstWorkingDayFromTheStartOn) {
  EXPECT_EQ(due(office(), at("2026-03-06T10:00:00Z"), WorkingDays(0)).value().last_day, day("2026-03-06"));
  EXPECT_EQ(due(office(), at("2026-03-07T10:00:00Z"), WorkingDays(0)).value().last_day, day("2026-03-09"));
}

TEST(Deadline, NeverEndsBeforeItBegins) {
  const auto code = [](const char* start, const TimeLimit& limit, const DeadlineRules& rules) {
    const Result<Deadline> deadline = due(office(), at(start), limit, rules);
    return deadline ? std::string() : std::string(deadline.diagnostics().items().front().code());
  };
  // From Saturday one calendar day, a Sunday, rolled back to Friday.
  EXPECT_EQ(code("2026-03-07T10:00:00Z", CalendarDays(1), {.rest_day = RestDayRoll::previous}), "date_before_start");
  EXPECT_EQ(code("2026-03-06T10:00:00Z", CalendarDays(1), {.rest_day = RestDayRoll::previous}), "");
  // On Wednesday after closing.
  const DeadlineRules closing{.day_end = DayEnd::closing};
  EXPECT_EQ(code("2026-03-04T23:00:00Z", WorkingDays(0), closing), "date_before_start");
  EXPECT_EQ(code("2026-03-04T23:00:00Z", OnDate{day("2026-03-04")}, closing), "date_before_start");
  EXPECT_EQ(code("2026-03-04T10:00:00Z", WorkingDays(0), closing), "");
}

TEST(Deadline, OnADateIsKeptAsItIs) {
  const Deadline deadline = due(china(), at("2026-09-25T02:00:00Z"), OnDate{day("2026-10-01")}).value();
  EXPECT_EQ(deadline.last_day, day("2026-10-01"));
  EXPECT_EQ(deadline.due, at("2026-10-01T16:00:00Z"));
  EXPECT_TRUE(
      due(china(), at("2026-10-02T02:00:00Z"), OnDate{day("2026-10-01")}).diagnostics().contains("date_before_start"));
}

TEST(Deadline, BeforeAnEventIsThatEvent) {
  const std::vector<Event> events{{"meeting", at("2026-03-02T09:00:00Z")},
                                  {"review", at("2026-03-05T09:00:00Z")},
                                  {"meeting", at("2026-03-09T09:00:00Z")}};
  const Instant start = at("2026-03-04T10:00:00Z");
  EXPECT_EQ(due(office(), start, BeforeEvent{"meeting"}, {}, events).value().due, at("2026-03-09T09:00:00Z"));
  EXPECT_TRUE(due(office(), start, BeforeEvent{"census"}, {}, events).diagnostics().contains("unknown_event"));
}

TEST(Deadline, OutsideTheCalendarIsAnErrorNotAGuess) {
  const Instant late = at("2026-12-30T10:00:00Z");
  EXPECT_TRUE(due(china(), at("2027-01-04T02:00:00Z"), WorkingDays(1)).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(due(china(), late, WorkingDays(5)).diagnostics().contains("beyond_calendar"));
  EXPECT_TRUE(due(china(), late, CalendarDays(5)).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(due(china(), late, CalendarDays(2'000'000'000)).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(due(china(), late, WorkingHours::hours(100)).diagnostics().contains("beyond_calendar"));
  EXPECT_TRUE(due(china(), late, ContinuousHours::hours(100)).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(
      due(china(), late, ContinuousHours(std::chrono::seconds::max())).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(due(china(), late, OnDate{day("2027-01-01")}).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(
      back_from(china(), at("2004-01-05T02:00:00Z"), WorkingDays(20)).diagnostics().contains("beyond_calendar"));
  EXPECT_TRUE(back_from(china(), at("2004-01-05T02:00:00Z"), ContinuousHours::hours(24 * 20))
                  .diagnostics()
                  .contains("outside_calendar"));
  // What ends with the last day is known.
  EXPECT_EQ(due(china(), late, WorkingDays(1)).value().due, at("2026-12-31T16:00:00Z"));
}

TEST(Deadline, HoldsCallersToTheirContract) {
  const Instant start = at("2026-03-04T10:00:00Z");
  EXPECT_THROW(static_cast<void>(due(office(), start, WorkingDays(-1))), ContractError);
  EXPECT_THROW(static_cast<void>(due(office(), start, CalendarDays(-1))), ContractError);
  EXPECT_THROW(static_cast<void>(due(office(), start, WorkingHours::hours(-1))), ContractError);
  EXPECT_THROW(static_cast<void>(due(office(), start, ContinuousHours::hours(-1))), ContractError);
  EXPECT_THROW(static_cast<void>(back_from(office(), start, WorkingDays(-1))), ContractError);
  EXPECT_THROW(static_cast<void>(back_from(office(), start, ContinuousHours::hours(-1))), ContractError);
}

TEST(Reminder, LiesAheadOnTheClockOfItsKind) {
  const Deadline monday = due(office(), at("2026-03-05T10:00:00Z"), WorkingDays(2)).value();
  ASSERT_EQ(monday.last_day, day("2026-03-09"));
  EXPECT_EQ(ahead_of(office(), monday, WorkingDays(1)).value(), at("2026-03-07T00:00:00Z"));   // Friday 24:00
  EXPECT_EQ(ahead_of(office(), monday, CalendarDays(1)).value(), at("2026-03-09T00:00:00Z"));  // Sunday 24:00
  EXPECT_EQ(ahead_of(office(), monday, WorkingHours::hours(1)).value(), at("2026-03-09T17:00:00Z"));
  EXPECT_EQ(ahead_of(office(), monday, ContinuousHours::hours(1)).value(), at("2026-03-09T23:00:00Z"));
  const Deadline hourly = due(office(), at("2026-03-06T16:00:00Z"), WorkingHours::hours(4)).value();
  EXPECT_EQ(ahead_of(office(), hourly, WorkingDays(1)).value(), at("2026-03-06T10:30:00Z"));
  EXPECT_EQ(ahead_of(office(), hourly, WorkingHours::hours(3)).value(), at("2026-03-06T17:00:00Z"));
}

TEST(Duration, ReadsAsPeopleSayIt) {
  EXPECT_EQ(describe(Duration(WorkingDays(5))).in(), "5 working days");
  EXPECT_EQ(describe(Duration(WorkingDays(5))).in(Language::zh), "5 个工作日");
  EXPECT_EQ(describe(Duration(WorkingDays(1))).in(), "1 working day");
  EXPECT_EQ(describe(Duration(CalendarDays(10))).in(Language::zh), "10 日");
  EXPECT_EQ(describe(Duration(WorkingHours::minutes(90))).in(), "1 h 30 min of working time");
  EXPECT_EQ(describe(Duration(ContinuousHours::hours(3))).in(Language::zh), "3 小时（连续计时）");
  EXPECT_EQ(describe(Duration(WorkingHours::minutes(90))).in(Language::zh), "1 小时 30 分钟（工作时）");
  EXPECT_EQ(describe(Duration(ContinuousHours::seconds(-61))).in(), "-1 min 1 s of continuous time");
  EXPECT_EQ(describe(TimeLimit(OnDate{day("2026-03-01")})).in(), "on 2026-03-01");
  EXPECT_EQ(describe(TimeLimit(BeforeEvent{"meeting"})).in(Language::zh), "在“meeting”之前");
}

TEST(Revision, IsOnlyOfTheSameCalendarAndAKnownVersion) {
  Deadline set = due(china(), at("2026-03-02T02:00:00Z"), WorkingDays(5)).value();
  set.calendar = "other";
  EXPECT_TRUE(
      revise(china_history(), set, RevisionPolicy::recompute, set.due).diagnostics().contains("other_calendar"));
  set.calendar = "cn";
  set.version = "draft";
  EXPECT_TRUE(revise(china_history(), set, RevisionPolicy::recompute, set.due)
                  .diagnostics()
                  .contains("unknown_calendar_version"));
}

TEST(Revision, ThatIsNotKnownYetChangesNothing) {
  const WorkingCalendar& early = china_history().versions().front();
  const Deadline set = due(early, at("2019-03-01T02:00:00Z"), WorkingDays(42)).value();
  const RevisedDeadline before =
      revise(china_history(), set, RevisionPolicy::recompute, at("2019-03-21T15:59:59Z")).value();
  EXPECT_TRUE(before.under.empty());
  EXPECT_EQ(before.in_force, set);
  const RevisedDeadline after =
      revise(china_history(), set, RevisionPolicy::recompute, at("2019-03-21T16:00:00Z")).value();
  EXPECT_EQ(after.under.size(), 1u);
  EXPECT_NE(after.in_force.due, set.due);
  EXPECT_EQ(after.set, set);
}

RC_GTEST_PROP(RevisionLaw, NeverEarlierIsTheLatestOfAll, ()) {
  const WorkingCalendar& own = china_history().versions()[static_cast<std::size_t>(*rc::gen::inRange(0, 4))];
  const Date start = day("2019-01-01").plus_days(*rc::gen::inRange(0, 340));
  const Result<Deadline> set = due(own, own.start_of(start).value(), WorkingDays(*rc::gen::inRange(0, 60)));
  if (!set) return;
  const Instant as_of = at("2019-01-01T00:00:00Z");
  const Instant then(as_of.sys_seconds() + std::chrono::days(*rc::gen::inRange(0, 900)));
  const auto policy = [&](RevisionPolicy p) { return revise(china_history(), *set, p, then).value(); };
  const RevisedDeadline never = policy(RevisionPolicy::never_earlier);
  Instant latest = set->due;
  for (const Deadline& under : never.under) latest = std::max(latest, under.due);
  RC_ASSERT(never.in_force.due == latest);
  RC_ASSERT(policy(RevisionPolicy::freeze).in_force == *set);
  const Deadline recomputed = policy(RevisionPolicy::recompute).in_force;
  RC_ASSERT(recomputed == (never.under.empty() ? *set : never.under.back()));
}

}  // namespace
}  // namespace aedile::test
