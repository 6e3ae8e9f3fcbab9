#include "aedile/calendar/working_calendar.h"

#include <gtest/gtest.h>

#include "calendar/random_calendar.h"

namespace aedile::test {
namespace {

WorkingCalendar compiled(const Calendar& calendar) { return compile(calendar).value().latest(); }

TEST(WorkingCalendar, TellsWhyADayIsAsItIs) {
  const CalendarDay festival = china().day(day("2026-02-17")).value();
  EXPECT_EQ(festival.kind, DayKind::holiday);
  EXPECT_EQ(festival.title.in(Language::en), "Spring Festival");
  EXPECT_FALSE(festival.working());
  const CalendarDay makeup = china().day(day("2026-02-28")).value();  // a Saturday
  EXPECT_EQ(makeup.kind, DayKind::makeup);
  const std::vector<WorkingSpan> expected{{at("2026-02-28T00:30:00Z"), at("2026-02-28T04:00:00Z")},
                                          {at("2026-02-28T05:30:00Z"), at("2026-02-28T10:00:00Z")}};
  EXPECT_EQ(makeup.spans, expected);
  EXPECT_EQ(china().day(day("2026-03-02")).value().kind, DayKind::usual);
  EXPECT_EQ(to_string(DayKind::makeup), "makeup");
}

TEST(WorkingCalendar, KnowsNothingOutsideItsDays) {
  const WorkingCalendar office = compiled(plain_office());
  const Date outside = day("2027-01-01");
  const Instant late = at("2027-01-01T00:00:01Z");
  EXPECT_TRUE(office.is_working(outside).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.day(outside).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.add_working_days(outside, 1).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.working_day_before_or_on(outside).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.working_days(outside, outside).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.working_days(office.first(), outside).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.start_of(outside).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.end_of(outside).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.closing_of(outside).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.date_of(late).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.active(late).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.working_time(late, late).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.working_time(at("2026-01-01T00:00:00Z"), late).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.add_working_time(late, WorkingHours()).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.subtract_working_time(late, WorkingHours()).diagnostics().contains("outside_calendar"));
  EXPECT_TRUE(office.add_working_days(office.first(), 100'000).diagnostics().contains("beyond_calendar"));
  EXPECT_TRUE(office.add_working_days(office.last(), std::numeric_limits<std::int64_t>::max())
                  .diagnostics()
                  .contains("beyond_calendar"));
  EXPECT_TRUE(office.add_working_days(office.first(), std::numeric_limits<std::int64_t>::min())
                  .diagnostics()
                  .contains("beyond_calendar"));
  EXPECT_TRUE(
      office.add_working_time(at("2026-12-31T17:00:00Z"), WorkingHours()).diagnostics().contains("beyond_calendar"));
  EXPECT_TRUE(office.subtract_working_time(at("2026-01-01T09:00:00Z"), WorkingHours())
                  .diagnostics()
                  .contains("beyond_calendar"));
  // The end of the last day is still known.
  EXPECT_EQ(office.date_of(at("2027-01-01T00:00:00Z")).value(), day("2026-12-31"));
  EXPECT_FALSE(office.active(at("2027-01-01T00:00:00Z")).value());
}

TEST(WorkingCalendar, RefusesNegativeLengths) {
  const WorkingCalendar office = compiled(plain_office());
  EXPECT_THROW(static_cast<void>(office.add_working_time(at("2026-03-02T09:00:00Z"), WorkingHours::seconds(-1))),
               ContractError);
  EXPECT_THROW(static_cast<void>(office.subtract_working_time(at("2026-03-02T09:00:00Z"), WorkingHours::seconds(-1))),
               ContractError);
}

TEST(WorkingCalendar, IsClosedAtTheClosingInstantYetDueThere) {
  const WorkingCalendar office = compiled(plain_office());
  EXPECT_TRUE(office.active(at("2026-03-02T16:59:59Z")).value());
  EXPECT_FALSE(office.active(at("2026-03-02T17:00:00Z")).value());
  EXPECT_EQ(office.add_working_time(at("2026-03-02T16:00:00Z"), WorkingHours::hours(1)).value(),
            at("2026-03-02T17:00:00Z"));
  EXPECT_EQ(office.add_working_time(at("2026-03-02T17:00:00Z"), WorkingHours()).value(), at("2026-03-03T09:00:00Z"));
  EXPECT_EQ(office.subtract_working_time(at("2026-03-03T10:00:00Z"), WorkingHours::hours(1)).value(),
            at("2026-03-03T09:00:00Z"));
  EXPECT_EQ(office.closing_of(day("2026-03-02")).value(), at("2026-03-02T17:00:00Z"));
  EXPECT_EQ(office.closing_of(day("2026-03-01")).value(), at("2026-03-02T00:00:00Z"));
}

TEST(WorkingCalendar, CountsTheHoursThatAreThereWhenClocksChange) {
  Calendar night = plain_office("Europe/Berlin");
  night.week[6] = {hours("00:00", "24:00")};
  const WorkingCalendar calendar = compiled(night);
  const auto length = [&](const char* date) {
    return calendar.working_time(calendar.start_of(day(date)).value(), calendar.end_of(day(date)).value()).value();
  };
  EXPECT_EQ(length("2026-03-22"), WorkingHours::hours(24));
  EXPECT_EQ(length("2026-03-29"), WorkingHours::hours(23));
  EXPECT_EQ(length("2026-10-25"), WorkingHours::hours(25));
  night.week[6] = {hours("02:30", "02:45")};
  EXPECT_FALSE(compiled(night).is_working(day("2026-03-29")).value());  // that quarter of an hour did not exist
  EXPECT_TRUE(compiled(night).is_working(day("2026-10-25")).value());
}

TEST(WorkingCalendar, SkipsADayThatItsZoneSkipped) {
  Calendar samoa{.id = "ws", .zone = "Pacific/Apia", .first = day("2011-12-01")};
  for (auto& weekday : samoa.week) weekday = {hours("09:00", "17:00")};
  samoa.versions.push_back({.version = "1", .last = day("2012-01-31")});
  const WorkingCalendar calendar = compiled(samoa);
  EXPECT_EQ(calendar.start_of(day("2011-12-30")).value(), calendar.end_of(day("2011-12-30")).value());
  EXPECT_FALSE(calendar.is_working(day("2011-12-30")).value());
  EXPECT_EQ(calendar.add_working_days(day("2011-12-29"), 1).value(), day("2011-12-31"));
  EXPECT_EQ(calendar.date_of(calendar.start_of(day("2011-12-31")).value()).value(), day("2011-12-31"));
}

TEST(WorkingCalendar, OfALaterVersionReplacesWhatWasSaidOfADay) {
  Calendar written = plain_office();
  written.versions[0].holidays = {{day("2026-03-02"), day("2026-03-03"), "fair"}};
  written.versions[0].shifts = {{day("2026-03-05"), {hours("09:00", "10:00")}}};
  written.versions.push_back({.version = "2", .known_from = day("2026-02-01")});
  written.versions[1].usual = {{day("2026-03-02"), day("2026-03-02"), {}}};
  written.versions[1].makeup = {{day("2026-03-07"), day("2026-03-07"), "fair"}};
  written.versions[1].shifts = {{day("2026-03-05"), {hours("09:00", "11:00")}}};
  const CalendarHistory history = compile(written).value();
  const WorkingCalendar& before = history.versions()[0];
  const WorkingCalendar& after = history.versions()[1];
  EXPECT_FALSE(before.is_working(day("2026-03-02")).value());
  EXPECT_TRUE(after.is_working(day("2026-03-02")).value());
  EXPECT_TRUE(after.day(day("2026-03-02")).value().title.empty());
  EXPECT_FALSE(after.is_working(day("2026-03-03")).value());
  EXPECT_FALSE(before.is_working(day("2026-03-07")).value());
  EXPECT_TRUE(after.is_working(day("2026-03-07")).value());
  EXPECT_EQ(before.closing_of(day("2026-03-05")).value(), at("2026-03-05T10:00:00Z"));
  EXPECT_EQ(after.closing_of(day("2026-03-05")).value(), at("2026-03-05T11:00:00Z"));
  EXPECT_EQ(history.known_at(at("2026-01-31T23:59:59Z"))->version(), "1");
  EXPECT_EQ(history.known_at(at("2026-02-01T00:00:00Z"))->version(), "2");
  EXPECT_EQ(history.find("3"), nullptr);
  written.versions[0].known_from = day("2026-01-15");
  EXPECT_EQ(compile(written).value().known_at(at("2026-01-14T00:00:00Z")), nullptr);
}

TEST(JointCalendar, NamesItsPartsAndTheDaysTheyShare) {
  Calendar other = plain_office();
  other.id = "other";
  other.first = day("2026-02-01");
  other.versions[0].last = day("2027-06-30");
  const WorkingCalendar both = all_of("both", {compiled(plain_office()), compiled(other)}).value();
  EXPECT_EQ(both.version(), "office@1 & other@1");
  EXPECT_EQ(any_of("either", {compiled(plain_office()), compiled(other)}).value().version(), "office@1 | other@1");
  EXPECT_EQ(both.first(), day("2026-02-01"));
  EXPECT_EQ(both.last(), day("2026-12-31"));
  other.first = day("2027-02-01");
  EXPECT_TRUE(all_of("both", {compiled(plain_office()), compiled(other)}).diagnostics().contains("no_common_days"));
  EXPECT_THROW(static_cast<void>(all_of("none", {})), ContractError);
}

TEST(JointCalendar, KeepsHolidaysWithTheirTitles) {
  Calendar fair = plain_office();
  fair.versions[0].holidays = {{day("2026-03-02"), day("2026-03-02"), "fair"}};
  const WorkingCalendar office = compiled(plain_office());
  const CalendarDay closed = all_of("both", {office, compiled(fair)}).value().day(day("2026-03-02")).value();
  EXPECT_EQ(closed.kind, DayKind::holiday);
  EXPECT_EQ(closed.title.in(Language::en), "fair");
  EXPECT_TRUE(any_of("either", {office, compiled(fair)}).value().is_working(day("2026-03-02")).value());
}

RC_GTEST_PROP(JointCalendarLaw, IsActiveWhereAllOrAnyAre, ()) {
  Calendar a = any_calendar();
  Calendar b = any_calendar();
  b.zone = a.zone;
  const WorkingCalendar first = compiled(a);
  const WorkingCalendar second = compiled(b);
  const WorkingCalendar both = all_of("both", {first, second}).value();
  const WorkingCalendar either = any_of("either", {first, second}).value();
  const Instant begin = first.start_of(first.first()).value();
  for (int i = 0; i < 200; ++i) {
    const Instant now(begin.sys_seconds() + std::chrono::minutes(*rc::gen::inRange(0, 24 * 60 * (known_days - 1))));
    const bool in_first = first.active(now).value();
    const bool in_second = second.active(now).value();
    RC_ASSERT(both.active(now).value() == (in_first && in_second));
    RC_ASSERT(either.active(now).value() == (in_first || in_second));
  }
  for (int i = 0; i < known_days; ++i) {
    const Date date = a.first.plus_days(i);
    RC_ASSERT(either.is_working(date).value() == (first.is_working(date).value() || second.is_working(date).value()));
    RC_ASSERT((!both.is_working(date).value() || either.is_working(date).value()));
    RC_ASSERT(both.is_working(date).value() == both.day(date).value().working());
  }
}

RC_GTEST_PROP(WorkingDaysLaw, AddAndCountAsStepsByTheDayDo, ()) {
  const Calendar written = any_calendar();
  const WorkingCalendar calendar = compiled(written);
  const MinuteTwin twin(written);
  std::vector<bool> worked;
  for (int i = 0; i < known_days; ++i) {
    const Date date = written.first.plus_days(i);
    const auto minute = [&](Instant at) {
      return static_cast<int>((at.sys_seconds() - twin.begin().sys_seconds()).count() / 60);
    };
    worked.push_back(twin.elapsed(minute(calendar.start_of(date).value()), minute(calendar.end_of(date).value())) > 0);
    RC_ASSERT(calendar.is_working(date).value() == worked.back());
  }
  const int start = *rc::gen::inRange(0, known_days);
  const int days = *rc::gen::inRange(-20, 21);
  std::optional<Date> expected;
  int left = days > 0 ? days : days < 0 ? -days : 1;
  for (int i = days == 0 ? start : days > 0 ? start + 1 : start - 1; i >= 0 && i < known_days; i += days < 0 ? -1 : 1) {
    if (!worked[static_cast<std::size_t>(i)] || --left > 0) continue;
    expected = written.first.plus_days(i);
    break;
  }
  const Result<Date> found = calendar.add_working_days(written.first.plus_days(start), days);
  RC_ASSERT(found.ok() == expected.has_value());
  RC_ASSERT((!found || *found == *expected));
  const int end = *rc::gen::inRange(0, known_days);
  const std::int64_t count = end < start ? 0 : std::count(worked.begin() + start, worked.begin() + end + 1, true);
  RC_ASSERT(calendar.working_days(written.first.plus_days(start), written.first.plus_days(end)).value() == count);
}

}  // namespace
}  // namespace aedile::test
