// Days and instants against a plain calendar that counts one day at a time.
#include "aedile/core/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "core/generators.h"

namespace aedile {
namespace {

Date date(std::string_view text) { return Date::parse(text).value(); }
Instant instant(std::string_view text) { return Instant::parse(text).value(); }

template <class T>
std::string code_of(const Result<T>& result) {
  return result.ok() ? "ok" : std::string(result.diagnostics().items().front().code());
}

/// The calendar as school teaches it.
struct PlainDay {
  int year = 1;
  unsigned month = 1;
  unsigned day = 1;
  unsigned weekday = 1;  // 0001-01-01 was a Monday

  static bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
  static unsigned days_in(int year, unsigned month) {
    constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && leap(year) ? 1 : 0);
  }
  void advance() {
    weekday = weekday % 7 + 1;
    if (++day <= days_in(year, month)) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

TEST(Date, AgreesWithThePlainCalendarOnEveryDayOfTenThousandYears) {
  const Date first = *Date::of(1, 1, 1);
  std::int64_t count = 0;
  for (PlainDay plain; plain.year <= 9999; plain.advance(), ++count) {
    const Date d = first.plus_days(count);
    const std::optional<Date> same = Date::of(plain.year, plain.month, plain.day);
    const bool agree = same == d && d.year() == plain.year && d.month() == plain.month && d.day() == plain.day &&
                       d.weekday() == plain.weekday &&
                       d.last_of_month().days_since(d) == PlainDay::days_in(plain.year, plain.month) - plain.day;
    ASSERT_TRUE(agree) << plain.year << '-' << plain.month << '-' << plain.day << " is not " << d;
  }
  EXPECT_EQ(count, 3'652'059);
}

TEST(Date, OfExistsOnlyForDaysThatExist) {
  EXPECT_TRUE(Date::of(2024, 2, 29));
  EXPECT_FALSE(Date::of(2026, 2, 29));
  EXPECT_FALSE(Date::of(1900, 2, 29));
  EXPECT_TRUE(Date::of(2000, 2, 29));
  EXPECT_FALSE(Date::of(2026, 0, 1));
  EXPECT_FALSE(Date::of(2026, 13, 1));
  EXPECT_FALSE(Date::of(2026, 4, 31));
  EXPECT_FALSE(Date::of(2026, 4, 0));
  EXPECT_FALSE(Date::of(0, 12, 31));
  EXPECT_FALSE(Date::of(10000, 1, 1));
  EXPECT_FALSE(Date::of(2026, 257, 1)) << "257 is 1 in a byte";
  EXPECT_FALSE(Date::of(2026, 1, 257));
  EXPECT_FALSE(Date::of(2026 + 65536, 1, 1));
}

TEST(DateText, IsTheIsoFormAndNothingElse) {
  EXPECT_EQ(date("2026-11-22"), Date::of(2026, 11, 22));
  EXPECT_EQ(date("0001-01-01").to_string(), "0001-01-01");
  EXPECT_EQ(Date().to_string(), "1970-01-01");
  for (const std::string_view text :
       {"",           "2026",       "2026-11",     "2026-1-22",   "2026-11-2",   "26-11-22",
        "2026/11/22", "20261122",   "2026-11-22 ", " 2026-11-22", "2026-11-22T", "2026-02-29",
        "2026-13-01", "2026-00-10", "2026-04-31",  "0000-01-01",  "10000-01-01", "-001-01-01",
        "+026-11-22", "2026-11--2", "２026-11-22", "2026-11-2x"}) {
    EXPECT_EQ(code_of(Date::parse(text)), "bad_date") << text;
  }
  EXPECT_EQ(
      to_string(Date::parse("2026-02-30").diagnostics().items().front()),
      "error: \"2026-02-30\" is not a date; write a day that exists as YYYY-MM-DD, such as 2026-11-22 [bad_date]");
}

RC_GTEST_PROP(DateText, PrintingThenParsingIsTheIdentity, ()) {
  const Date d = *test::any_date();
  RC_ASSERT(date(d.to_string()) == d);
  RC_ASSERT((d.to_string() < Date().to_string()) == (d < Date()));
}

RC_GTEST_PROP(DateArithmetic, AddingDaysAndCountingThemAreInverse, ()) {
  const Date a = *test::any_date();
  const Date b = *test::any_date();
  RC_ASSERT(a.plus_days(b.days_since(a)) == b);
  RC_ASSERT(a.days_since(b) == -b.days_since(a));
  RC_ASSERT((a < b) == (b.days_since(a) > 0));
}

TEST(DateArithmetic, AMissingDayBecomesTheMonthsLast) {
  EXPECT_EQ(date("2026-01-31").plus_months(1), date("2026-02-28"));
  EXPECT_EQ(date("2024-01-31").plus_months(1), date("2024-02-29"));
  EXPECT_EQ(date("2026-02-28").plus_months(1), date("2026-03-28")) << "not the month's end";
  EXPECT_EQ(date("2024-02-29").plus_months(12), date("2025-02-28"));
  EXPECT_EQ(date("2024-02-29").plus_months(48), date("2028-02-29"));
  EXPECT_EQ(date("2026-03-31").plus_months(-1), date("2026-02-28"));
  EXPECT_EQ(date("2026-01-15").plus_months(-1), date("2025-12-15"));
  EXPECT_EQ(date("2026-12-31").plus_months(2), date("2027-02-28"));
  EXPECT_EQ(date("2024-02-10").last_of_month(), date("2024-02-29"));
  EXPECT_EQ(date("9999-12-31").last_of_month(), date("9999-12-31"));
}

RC_GTEST_PROP(DateArithmetic, AddingMonthsKeepsTheDayWhereItExists, ()) {
  const Date d = *test::any_date();
  const int months = *rc::gen::inRange(-500, 500);
  const int target = d.year() * 12 + static_cast<int>(d.month()) - 1 + months;
  RC_PRE(target >= 12 && target < 120'000);
  const Date moved = d.plus_months(months);
  const unsigned month = static_cast<unsigned>(target % 12) + 1;
  RC_ASSERT(moved.year() == target / 12);
  RC_ASSERT(moved.month() == month);
  RC_ASSERT(moved.day() == std::min(d.day(), PlainDay::days_in(target / 12, month)));
}

TEST(DateArithmetic, ThrowsOutsideTheCalendar) {
  constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();
  const Date first = date("0001-01-01");
  const Date last = date("9999-12-31");
  EXPECT_THROW((void)last.plus_days(1), OverflowError);
  EXPECT_THROW((void)first.plus_days(-1), OverflowError);
  EXPECT_THROW((void)last.plus_days(huge), OverflowError);
  EXPECT_THROW((void)first.plus_days(-huge - 1), OverflowError);
  EXPECT_THROW((void)last.plus_days(std::int64_t{1} << 32), OverflowError) << "must not wrap in 32 bits";
  EXPECT_THROW((void)last.plus_months(1), OverflowError);
  EXPECT_THROW((void)first.plus_months(-1), OverflowError);
  EXPECT_THROW((void)first.plus_months(huge), OverflowError);
  EXPECT_THROW((void)first.plus_months(-huge - 1), OverflowError);
  EXPECT_EQ(first.plus_months(9999 * 12 - 1), date("9999-12-01"));
  EXPECT_EQ(first.plus_days(last.days_since(first)), last);
}

TEST(InstantText, IsBroughtToUtc) {
  EXPECT_EQ(instant("2026-11-22T08:30:00+08:00").to_string(), "2026-11-22T00:30:00Z");
  EXPECT_EQ(instant("2026-11-22T08:30:00-03:30").to_string(), "2026-11-22T12:00:00Z");
  EXPECT_EQ(instant("2026-01-01T00:00:00+14:00").to_string(), "2025-12-31T10:00:00Z");
  EXPECT_EQ(instant("2026-11-22T00:30:00Z"), instant("2026-11-22T08:30:00+08:00"));
  EXPECT_EQ(instant("1969-12-31T23:59:59Z").to_string(), "1969-12-31T23:59:59Z") << "before the epoch";
  EXPECT_EQ(instant("2026-11-22t00:30:00z"), instant("2026-11-22T00:30:00-00:00")) << "both allowed by RFC 3339";
  EXPECT_EQ(instant("2026-11-22T00:30:00.000Z"), instant("2026-11-22T00:30:00Z"));
  EXPECT_EQ(Instant().to_string(), "1970-01-01T00:00:00Z");
  std::ostringstream out;
  out << instant("2026-11-22T08:30:00+23:59") << ' ' << date("2026-11-22");
  EXPECT_EQ(out.str(), "2026-11-21T08:31:00Z 2026-11-22");
}

TEST(InstantText, IsStrict) {
  for (const std::string_view text : {"",
                                      "2026-11-22",
                                      "2026-11-22T08:30:00",
                                      "2026-11-22T08:30Z",
                                      "2026-11-22 08:30:00Z",
                                      "2026-11-22T8:30:00Z",
                                      "2026-11-22T24:00:00Z",
                                      "2026-11-22T08:60:00Z",
                                      "2026-11-22T08:30:61Z",
                                      "2026-11-22T08:30:00+24:00",
                                      "2026-11-22T08:30:00+08:60",
                                      "2026-11-22T08:30:00+0800",
                                      "2026-11-22T08:30:00+08",
                                      "2026-11-22T08:30:00+8:00",
                                      "2026-11-22T08:30:00ZZ",
                                      "2026-11-22T08:30:00Z ",
                                      "2026-11-22T08:30:00.Z",
                                      "2026-11-22T08:30:00.5Z",
                                      "2026-11-22T08:30:00,0Z",
                                      "2026-02-29T08:30:00Z",
                                      "2026-11-22T-8:30:00Z",
                                      "0001-01-01T00:00:00+00:01",
                                      "9999-12-31T23:59:59-00:01",
                                      "9999-12-31T23:59:00-00:01",
                                      "2026-11-22T08:30:60",
                                      "2026-11-22T08:61:60Z"}) {
    EXPECT_EQ(code_of(Instant::parse(text)), "bad_instant") << text;
  }
  EXPECT_EQ(instant("0001-01-01T00:01:00+00:01").to_string(), "0001-01-01T00:00:00Z");
  EXPECT_EQ(instant("9999-12-31T23:58:59-00:01").to_string(), "9999-12-31T23:59:59Z");
}

TEST(InstantText, RefusesALeapSecondAndSaysSo) {
  const Result<Instant> result = Instant::parse("2016-12-31T23:59:60Z");
  ASSERT_FALSE(result);
  EXPECT_EQ(to_string(result.diagnostics().items().front()),
            "error: \"2016-12-31T23:59:60Z\" names a leap second, which cannot be represented; write second 59 or the "
            "minute after it [leap_second]");
}

RC_GTEST_PROP(InstantText, PrintingThenParsingIsTheIdentity, ()) {
  const Date d = *test::any_date();
  const int second = *rc::gen::inRange(0, 86'400);
  const Instant i(d.sys_days() + std::chrono::seconds(second));
  RC_ASSERT(instant(i.to_string()) == i);
  RC_ASSERT(i.to_string().substr(0, 10) == d.to_string());
}

}  // namespace
}  // namespace aedile
