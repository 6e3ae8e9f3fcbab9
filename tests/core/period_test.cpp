// Assessment periods: they tile the calendar, and their labels name them.
#include "aedile/core/period.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <sstream>

#include "core/generators.h"

namespace aedile {
namespace {

Date date(std::string_view text) { return Date::parse(text).value(); }
Period period(std::string_view label) { return Period::parse(label).value(); }

TEST(PeriodLabel, OfEveryKindNamesItsDays) {
  struct Row {
    std::string_view label;
    PeriodKind kind;
    std::string_view first, last;
  };
  for (const Row& row :
       std::initializer_list<Row>{{"2026-11-22", PeriodKind::day, "2026-11-22", "2026-11-22"},
                                  {"2026-W47", PeriodKind::week, "2026-11-16", "2026-11-22"},
                                  {"2026-11-1/3", PeriodKind::third_of_month, "2026-11-01", "2026-11-10"},
                                  {"2026-11-2/3", PeriodKind::third_of_month, "2026-11-11", "2026-11-20"},
                                  {"2026-11-3/3", PeriodKind::third_of_month, "2026-11-21", "2026-11-30"},
                                  {"2026-02-3/3", PeriodKind::third_of_month, "2026-02-21", "2026-02-28"},
                                  {"2024-02-3/3", PeriodKind::third_of_month, "2024-02-21", "2024-02-29"},
                                  {"2026-11-1/2", PeriodKind::half_month, "2026-11-01", "2026-11-15"},
                                  {"2026-12-2/2", PeriodKind::half_month, "2026-12-16", "2026-12-31"},
                                  {"2026-11", PeriodKind::month, "2026-11-01", "2026-11-30"},
                                  {"2024-02", PeriodKind::month, "2024-02-01", "2024-02-29"},
                                  {"2026-Q1", PeriodKind::quarter, "2026-01-01", "2026-03-31"},
                                  {"2026-Q4", PeriodKind::quarter, "2026-10-01", "2026-12-31"},
                                  {"2026-H1", PeriodKind::half_year, "2026-01-01", "2026-06-30"},
                                  {"2026-H2", PeriodKind::half_year, "2026-07-01", "2026-12-31"},
                                  {"2026", PeriodKind::year, "2026-01-01", "2026-12-31"},
                                  {"0001", PeriodKind::year, "0001-01-01", "0001-12-31"},
                                  {"9999-Q4", PeriodKind::quarter, "9999-10-01", "9999-12-31"},
                                  {"2026-04-20..2026-06-30", PeriodKind::campaign, "2026-04-20", "2026-06-30"},
                                  {"2026-04-20..2026-04-20", PeriodKind::campaign, "2026-04-20", "2026-04-20"}}) {
    const Result<Period> result = Period::parse(row.label);
    ASSERT_TRUE(result) << result.diagnostics();
    EXPECT_EQ(result->kind(), row.kind) << row.label;
    EXPECT_EQ(result->first(), date(row.first)) << row.label;
    EXPECT_EQ(result->last(), date(row.last)) << row.label;
    EXPECT_EQ(result->to_string(), row.label);
    EXPECT_EQ(result->days(), date(row.last).days_since(date(row.first)) + 1);
  }
}

TEST(PeriodLabel, RejectsWhatNamesNoPeriod) {
  for (const std::string_view text : {"",
                                      "26",
                                      "20260",
                                      "2026-",
                                      "2026-Q0",
                                      "2026-Q5",
                                      "2026-q4",
                                      "2026-Q",
                                      "2026-Q44",
                                      "2026-H0",
                                      "2026-H3",
                                      "2026-W00",
                                      "2025-W53",
                                      "2026-W54",
                                      "2026-W7",
                                      "2026-W470",
                                      "9999-W52",
                                      "2026-00",
                                      "2026-13",
                                      "2026-1",
                                      "2026-11-0/3",
                                      "2026-11-4/3",
                                      "2026-11-3/2",
                                      "2026-11-0/2",
                                      "2026-11-1/4",
                                      "2026-11-1/1",
                                      "2026-13-1/2",
                                      "2026-11-1/",
                                      "2026-11-1/33",
                                      "2026-11-31",
                                      "2026-02-29",
                                      "2026-11-2",
                                      "0000",
                                      "0000-W01",
                                      "0000-11",
                                      "2026 ",
                                      " 2026",
                                      "2026-11-22..",
                                      "..2026-11-22",
                                      "2026-11-22..2026-11-21",
                                      "2026-11-22...2026-11-23",
                                      "2026-11-22..2026-11-23..2026-11-24",
                                      "2026-11-22 .. 2026-11-23",
                                      "2026..2027",
                                      "2026-11-22-",
                                      "Q4-2026",
                                      "全年"}) {
    const Result<Period> result = Period::parse(text);
    EXPECT_FALSE(result) << text << " was read as " << result.value();
    EXPECT_TRUE(result.diagnostics().contains("bad_period")) << text;
  }
}

TEST(PeriodWeek, BelongsToTheIsoYearOfItsThursday) {
  EXPECT_EQ(Period::containing(PeriodKind::week, date("2021-01-03")).to_string(), "2020-W53");
  EXPECT_EQ(Period::containing(PeriodKind::week, date("2021-01-04")).to_string(), "2021-W01");
  EXPECT_EQ(Period::containing(PeriodKind::week, date("2024-12-30")).to_string(), "2025-W01");
  EXPECT_EQ(Period::containing(PeriodKind::week, date("2027-01-01")).to_string(), "2026-W53");
  EXPECT_EQ(period("2026-W01").first(), date("2025-12-29"));
  EXPECT_EQ(period("2020-W53").last(), date("2021-01-03"));
}

TEST(PeriodWeek, IsTheFiftyThirdExactlyInLongYears) {
  for (int year = 1; year < 9999; ++year) {
    const Date first = *Date::of(year, 1, 1);
    const bool leap = Date::of(year, 2, 29).has_value();
    const bool has_53 = first.weekday() == 4 || (leap && first.weekday() == 3);
    const std::string label = Date::of(year, 1, 1)->to_string().substr(0, 4) + "-W53";
    ASSERT_EQ(Period::parse(label).ok(), has_53) << label;
  }
}

TEST(PeriodWeek, ThatLeavesTheCalendarIsRefused) {
  EXPECT_THROW((void)Period::containing(PeriodKind::week, date("9999-12-31")), OverflowError);
  EXPECT_THROW((void)Period::containing(PeriodKind::week, date("9999-12-26")).next(), OverflowError);
  EXPECT_EQ(Period::containing(PeriodKind::week, date("0001-01-01")).to_string(), "0001-W01");
}

TEST(PeriodNeighbours, EndWithTheCalendar) {
  EXPECT_THROW((void)period("9999").next(), OverflowError);
  EXPECT_THROW((void)period("0001").previous(), OverflowError);
  EXPECT_EQ(period("9998").next(), period("9999"));
}

TEST(PeriodNeighbours, CrossMonthsAndYears) {
  EXPECT_EQ(period("2026-Q4").next(), period("2027-Q1"));
  EXPECT_EQ(period("2026-H1").previous(), period("2025-H2"));
  EXPECT_EQ(period("2024-02-2/3").next(), period("2024-02-3/3"));
  EXPECT_EQ(period("2024-02-3/3").next(), period("2024-03-1/3"));
  EXPECT_EQ(period("2024-03-01").previous(), period("2024-02-29"));
  EXPECT_EQ(period("2026-W53").next(), period("2027-W01"));
}

RC_GTEST_PROP(PeriodTiling, EveryDayIsInExactlyOnePeriodOfAKind, ()) {
  const Date day = *test::any_date();
  RC_PRE(day.year() > 1 && day.year() < 9999);
  for (const PeriodKind kind : test::derived_kinds) {
    const Period p = Period::containing(kind, day);
    RC_ASSERT(p.kind() == kind);
    RC_ASSERT(p.contains(day));
    RC_ASSERT(p.next().first() == p.last().plus_days(1));
    RC_ASSERT(p.previous().last() == p.first().plus_days(-1));
    RC_ASSERT(p.next().previous() == p);
    RC_ASSERT(Period::containing(kind, p.first()) == p);
    RC_ASSERT(Period::containing(kind, p.last()) == p);
    RC_ASSERT(Period::containing(kind, p.last().plus_days(1)) != p);
  }
}

RC_GTEST_PROP(PeriodTiling, LabelsReadBackAsTheirPeriods, ()) {
  const Date day = *test::any_date();
  RC_PRE(day.year() < 9999);
  for (const PeriodKind kind : test::derived_kinds) {
    const Period p = Period::containing(kind, day);
    RC_ASSERT(period(p.to_string()) == p);
  }
  const Period campaign = Period::campaign(day, day.plus_days(*rc::gen::inRange(0, 300)));
  RC_ASSERT(period(campaign.to_string()) == campaign);
}

TEST(PeriodTiling, FourCenturiesOfEveryKindHaveDistinctLabelsAndTheRightNumber) {
  // 400 years are 146 097 days, which are 20 871 whole weeks: the Gregorian cycle.
  const std::pair<PeriodKind, std::size_t> expected[] = {
      {PeriodKind::day, 146'097},      {PeriodKind::week, 20'871}, {PeriodKind::third_of_month, 14'400},
      {PeriodKind::half_month, 9'600}, {PeriodKind::month, 4'800}, {PeriodKind::quarter, 1'600},
      {PeriodKind::half_year, 800},    {PeriodKind::year, 400}};
  for (const auto& [kind, count] : expected) {
    std::set<std::string> labels;
    const Date start = date("2001-01-01");  // a Monday
    for (Period p = Period::containing(kind, start); p.first() < date("2401-01-01"); p = p.next()) {
      labels.insert(p.to_string());
    }
    EXPECT_EQ(labels.size(), count) << to_string(kind);
  }
}

TEST(PeriodContains, ComparesWholePeriods) {
  EXPECT_TRUE(period("2026").contains(period("2026-Q4")));
  EXPECT_TRUE(period("2026-Q4").contains(period("2026-Q4")));
  EXPECT_FALSE(period("2026-Q4").contains(period("2026")));
  EXPECT_FALSE(period("2026").contains(period("2026-W53")));
  EXPECT_FALSE(period("2026-11").contains(date("2026-12-01")));
  EXPECT_NE(period("2026-11-22"), period("2026-11-22..2026-11-22")) << "the kind counts too";
}

TEST(PeriodCampaign, HasGivenDaysAndNoNeighbours) {
  const Period p = Period::campaign(date("2026-04-20"), date("2026-06-30"));
  EXPECT_EQ(p.days(), 72);
  EXPECT_THROW((void)p.next(), ContractError);
  EXPECT_THROW((void)p.previous(), ContractError);
  EXPECT_THROW((void)Period::containing(PeriodKind::campaign, date("2026-04-20")), ContractError);
  EXPECT_THROW((void)Period::campaign(date("2026-04-20"), date("2026-04-19")), ContractError);
  std::ostringstream out;
  out << p;
  EXPECT_EQ(out.str(), "2026-04-20..2026-06-30");
}

TEST(PeriodKindText, ReadsBack) {
  for (const PeriodKind kind : test::derived_kinds) EXPECT_EQ(parse_period_kind(to_string(kind)), kind);
  EXPECT_EQ(parse_period_kind("campaign"), PeriodKind::campaign);
  EXPECT_EQ(to_string(PeriodKind::third_of_month), "third_of_month");
  EXPECT_EQ(parse_period_kind("decade"), std::nullopt);
}

}  // namespace
}  // namespace aedile
