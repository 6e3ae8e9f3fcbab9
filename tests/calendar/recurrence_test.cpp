#include "aedile/calendar/recurrence.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "calendar/calendars.h"

namespace aedile::test {
namespace {

RecurrenceRule in(const char* first, const char* last, RecurrencePattern pattern, RestDays rest_days = RestDays::keep) {
  return {.pattern = std::move(pattern), .rest_days = rest_days, .first = day(first), .last = day(last)};
}

std::string dates(const Result<Recurrence>& made) {
  if (!made) return made.diagnostics().to_string();
  std::string text;
  for (const Date date : *made) text += (text.empty() ? "" : " ") + date.to_string();
  return text;
}

TEST(Recurrence, OnDaysOfTheMonthFollowsItsPolicies) {
  const DaysOfMonth days{{9, 19, 29}};
  EXPECT_EQ(dates(recurrence(in("2026-02-01", "2026-03-31", days, RestDays::next), china())),
            "2026-02-09 2026-02-24 2026-03-09 2026-03-19 2026-03-30");
  EXPECT_EQ(dates(recurrence(in("2026-02-01", "2026-03-31", DaysOfMonth{{29}, ShortMonth::last_day}))),
            "2026-02-28 2026-03-29");
  EXPECT_EQ(dates(recurrence(in("2026-02-01", "2026-03-31", DaysOfMonth{{28, 29, 30, 31}, ShortMonth::last_day}))),
            "2026-02-28 2026-03-28 2026-03-29 2026-03-30 2026-03-31");
}

TEST(Recurrence, MovedIntoTheRangeBelongsToIt) {
  // The 15th to the 23rd of February are holidays; the 19th comes to lie on the 24th.
  EXPECT_EQ(dates(recurrence(in("2026-02-20", "2026-02-24", DaysOfMonth{{19}}, RestDays::next), china())),
            "2026-02-24");
  EXPECT_EQ(dates(recurrence(in("2026-02-10", "2026-02-14", DaysOfMonth{{19}}, RestDays::previous), china())),
            "2026-02-14");
}

TEST(Recurrence, ByHalvesThirdsAndLongerPeriods) {
  EXPECT_EQ(dates(recurrence(in("2026-02-01", "2026-02-28", DayOfPeriod{PeriodKind::half_month, 1}))),
            "2026-02-01 2026-02-16");
  EXPECT_EQ(dates(recurrence(in("2026-02-01", "2026-02-28", DayOfPeriod{PeriodKind::third_of_month, 11}))),
            "2026-02-10 2026-02-20 2026-02-28");
  EXPECT_EQ(dates(recurrence(in("2026-01-01", "2026-12-31", DayOfPeriod{PeriodKind::quarter, 366}))),
            "2026-03-31 2026-06-30 2026-09-30 2026-12-31");
}

TEST(Recurrence, ByWeekdaysAndSteps) {
  EXPECT_EQ(dates(recurrence(in("2026-03-01", "2026-03-16", Weekdays{{1}}))), "2026-03-02 2026-03-09 2026-03-16");
  EXPECT_EQ(recurrence(in("2026-01-01", "2026-12-31", Weekdays{{1, 2, 3, 4, 5, 6, 7}})).value().list().size(), 365u);
  using Unit = EveryN::Unit;
  EXPECT_EQ(dates(recurrence(in("2026-03-01", "2026-03-12", EveryN{5, Unit::days, day("2026-03-20")}))),
            "2026-03-05 2026-03-10");
  EXPECT_EQ(dates(recurrence(in("2026-03-01", "2026-03-31", EveryN{2, Unit::weeks, day("2026-01-07")}))),
            "2026-03-04 2026-03-18");
  EXPECT_EQ(dates(recurrence(in("2026-02-01", "2026-05-31", EveryN{1, Unit::months, day("2026-12-31")}))),
            "2026-02-28 2026-03-31 2026-04-30 2026-05-31");
  EXPECT_EQ(
      dates(recurrence(in("2026-02-09", "2026-03-02", EveryN{3, Unit::working_days, day("2026-02-25")}), china())),
      "2026-02-10 2026-02-13 2026-02-25 2026-02-28");  // 10 to 14, 24 to 28 February are worked
}

TEST(Recurrence, OnTheLastWorkingDay) {
  EXPECT_EQ(dates(recurrence(in("2026-01-01", "2026-05-31", LastWorkingDay{PeriodKind::month}), china())),
            "2026-01-30 2026-02-28 2026-03-31 2026-04-30 2026-05-29");
  // The week of 16 February has no working day.
  EXPECT_EQ(dates(recurrence(in("2026-02-09", "2026-03-01", LastWorkingDay{PeriodKind::week}), china())),
            "2026-02-14 2026-02-28");
}

TEST(Recurrence, LeavesOutExceptionsAndAddsDates) {
  RecurrenceRule rule = in("2026-03-01", "2026-03-31", DaysOfMonth{{9, 19, 29}}, RestDays::next);
  rule.except = {day("2026-03-30")};
  rule.also = {day("2026-04-01"), day("2026-03-10"), day("2026-03-10"), day("2026-03-19")};
  EXPECT_EQ(dates(recurrence(rule, china())), "2026-03-09 2026-03-10 2026-03-19");
}

TEST(Recurrence, AsksForTheNextDateOnly) {
  const Recurrence daily = recurrence(in("0001-01-01", "9999-12-31", Weekdays{{1, 2, 3, 4, 5, 6, 7}})).value();
  EXPECT_EQ(daily.after(day("2026-03-01")), day("2026-03-02"));
  EXPECT_EQ(daily.on_or_after(day("2026-03-01")), day("2026-03-01"));
  EXPECT_EQ(daily.after(day("9999-12-31")), std::nullopt);
  EXPECT_TRUE(daily.contains(day("9999-12-31")));
  EXPECT_EQ(daily.list(Period::parse("2026-03").value()).size(), 31u);
}

TEST(Recurrence, ThatNeverComesIsAnErrorNotALoop) {
  const auto never = [](const Result<Recurrence>& made) {
    return !made && made.diagnostics().contains("recurrence_never");
  };
  EXPECT_TRUE(never(recurrence(in("2026-02-01", "2026-02-28", DaysOfMonth{{29}}))));
  EXPECT_TRUE(never(
      recurrence(in("0001-02-01", "9999-12-31", EveryN{4'000'000'000, EveryN::Unit::months, day("0001-01-01")}))));
  EXPECT_TRUE(
      never(recurrence(in("0001-01-02", "9999-12-31", EveryN{4'000'000'000, EveryN::Unit::weeks, day("0001-01-01")}))));
  EXPECT_TRUE(
      never(recurrence(in("2026-10-01", "2026-10-07", Weekdays{{1, 2, 3, 4, 5, 6, 7}}, RestDays::skip), china())));
  RecurrenceRule excepted = in("2026-03-01", "2026-03-31", DaysOfMonth{{9}});
  excepted.except = {day("2026-03-09")};
  EXPECT_TRUE(never(recurrence(excepted)));
}

TEST(Recurrence, SaysWhatIsWrongWithARule) {
  const auto code = [](const Result<Recurrence>& made) {
    EXPECT_FALSE(made);
    return made ? std::string() : std::string(made.diagnostics().items().front().code());
  };
  const char* const first = "2026-03-01";
  const char* const last = "2026-03-31";
  EXPECT_EQ(code(recurrence(in(last, first, DaysOfMonth{{9}}))), "recurrence_range");
  EXPECT_EQ(code(recurrence(in(first, last, DaysOfMonth{}))), "recurrence_without_days");
  EXPECT_EQ(code(recurrence(in(first, last, DaysOfMonth{{0}}))), "recurrence_day_range");
  EXPECT_EQ(code(recurrence(in(first, last, DaysOfMonth{{32}}))), "recurrence_day_range");
  EXPECT_EQ(code(recurrence(in(first, last, Weekdays{{8}}))), "recurrence_day_range");
  EXPECT_EQ(code(recurrence(in(first, last, DayOfPeriod{PeriodKind::half_month, 0}))), "recurrence_day_range");
  EXPECT_EQ(code(recurrence(in(first, last, DayOfPeriod{PeriodKind::day, 1}))), "recurrence_kind");
  EXPECT_EQ(code(recurrence(in(first, last, LastWorkingDay{PeriodKind::campaign}), china())), "recurrence_kind");
  EXPECT_EQ(code(recurrence(in(first, last, EveryN{0, EveryN::Unit::days, day(first)}))), "recurrence_step");
  EXPECT_EQ(code(recurrence(in(first, last, IrregularDates{0, PeriodKind::month, "s"}), china())), "recurrence_step");
  EXPECT_EQ(code(recurrence(in(first, last, IrregularDates{2, PeriodKind::month, ""}), china())), "recurrence_seed");
  EXPECT_EQ(code(recurrence(in(first, last, LastWorkingDay{}))), "recurrence_needs_calendar");
  EXPECT_EQ(code(recurrence(in(first, last, Weekdays{{1}}, RestDays::next))), "recurrence_needs_calendar");
  EXPECT_EQ(code(recurrence(in("2026-12-01", "2027-01-31", Weekdays{{1}}), china())), "outside_calendar");
  EXPECT_EQ(code(recurrence(in("2026-12-01", "2026-12-31", LastWorkingDay{PeriodKind::week}), china())),
            "outside_calendar");
  EXPECT_EQ(code(recurrence(in(first, last, EveryN{2, EveryN::Unit::working_days, day("2026-03-01")}), china())),
            "anchor_at_rest");
  EXPECT_EQ(code(recurrence(in(first, last, EveryN{2, EveryN::Unit::working_days, day("2027-03-01")}), china())),
            "outside_calendar");
}

TEST(IrregularDates, CanBeDrawnAgainByAnybodyWithTheSeed) {
  // for d in $(working days of March 2026); do printf 's3cret|2026-03|%s' $d | sha256sum; done | sort | head -2
  EXPECT_EQ(dates(recurrence(in("2026-03-01", "2026-03-31", IrregularDates{2, PeriodKind::month, "s3cret"}), china())),
            "2026-03-06 2026-03-17");
}

TEST(IrregularDates, OfAPartAreThoseOfTheWhole) {
  const auto drawn = [](const char* first, const char* last) {
    return recurrence(in(first, last, IrregularDates{4, PeriodKind::month, "seed"}), china()).value().list();
  };
  std::vector<Date> parts = drawn("2026-03-01", "2026-03-17");
  for (const Date date : drawn("2026-03-18", "2026-04-30")) parts.push_back(date);
  EXPECT_EQ(parts, drawn("2026-03-01", "2026-04-30"));
}

TEST(IrregularDates, ChangeOnlyWhereTheDayDrawnIsLost) {
  RecurrenceRule rule = in("2026-01-01", "2026-12-31", IrregularDates{3, PeriodKind::month, "seed"});
  const std::vector<Date> before = recurrence(rule, china()).value().list();
  rule.except = {before[4]};
  const std::vector<Date> after = recurrence(rule, china()).value().list();
  std::vector<Date> kept;
  std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(kept));
  EXPECT_EQ(after.size(), before.size());
  EXPECT_EQ(kept.size(), before.size() - 1);
}

TEST(IrregularDates, AreAsLikelyOnAnyDay) {
  // March 2026 has 22 working days; 2 of them for each of 4,000 seeds. χ² with 21 degrees of freedom: 46.8 at 0.1 %.
  std::map<Date, int> hits;
  for (int seed = 0; seed < 4000; ++seed) {
    const IrregularDates pattern{2, PeriodKind::month, "seed " + std::to_string(seed)};
    const Recurrence drawn = recurrence(in("2026-03-01", "2026-03-31", pattern), china()).value();
    for (const Date date : drawn) ++hits[date];
  }
  ASSERT_EQ(hits.size(), 22u);
  const double expected = 8000.0 / 22;
  double chi_squared = 0;
  for (const auto& [date, count] : hits) chi_squared += (count - expected) * (count - expected) / expected;
  EXPECT_LT(chi_squared, 46.8);
}

TEST(IrregularDates, WithoutEnoughDaysSayWhichPeriodHasTooFew) {
  const Result<Recurrence> made =
      recurrence(in("2026-02-09", "2026-03-01", IrregularDates{3, PeriodKind::week, "s"}), china());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.diagnostics().size(), 1u);
  EXPECT_TRUE(made.diagnostics().contains("too_few_days"));
  EXPECT_EQ(made.diagnostics().items().front().text.arguments().front(), "2026-W08");
}

TEST(Merged, GivesTheDatesOfAllOnce) {
  const std::vector<Recurrence> rules{recurrence(in("2026-03-01", "2026-03-31", DaysOfMonth{{9, 19}})).value(),
                                      recurrence(in("2026-03-01", "2026-03-31", Weekdays{{1}})).value()};
  const std::vector<Date> expected{day("2026-03-02"), day("2026-03-09"), day("2026-03-16"),
                                   day("2026-03-19"), day("2026-03-23"), day("2026-03-30")};
  EXPECT_EQ(merged(rules), expected);
}

// ---- laws, on random rules over the calendar of China

RecurrenceRule any_rule() {
  const auto any_kind = [] {
    return *rc::gen::element(PeriodKind::week, PeriodKind::third_of_month, PeriodKind::half_month, PeriodKind::month,
                             PeriodKind::quarter, PeriodKind::half_year, PeriodKind::year);
  };
  const auto any_days = [](unsigned most) {
    return *rc::gen::nonEmpty(rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(1u, most + 1)));
  };
  RecurrenceRule rule;
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      rule.pattern = DaysOfMonth{any_days(31), *rc::gen::element(ShortMonth::skip, ShortMonth::last_day)};
      break;
    case 1:
      rule.pattern = DayOfPeriod{any_kind(), *rc::gen::inRange(1u, 40u)};
      break;
    case 2:
      rule.pattern = Weekdays{any_days(7)};
      break;
    case 3:
      rule.pattern = LastWorkingDay{any_kind()};
      break;
    default: {
      const Date anchor = day("2015-01-05").plus_days(*rc::gen::inRange(0, 2000));
      rule.pattern = EveryN{
          *rc::gen::inRange(1u, 40u),
          *rc::gen::element(EveryN::Unit::days, EveryN::Unit::weeks, EveryN::Unit::months, EveryN::Unit::working_days),
          china().add_working_days(anchor, 0).value()};
    }
  }
  rule.rest_days = *rc::gen::element(RestDays::keep, RestDays::skip, RestDays::next, RestDays::previous);
  rule.first = day("2010-01-01").plus_days(*rc::gen::inRange(0, 4000));
  rule.last = rule.first.plus_days(*rc::gen::inRange(0, 500));
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
    rule.except.push_back(rule.first.plus_days(*rc::gen::inRange(0, 500)));
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    rule.also.push_back(rule.first.plus_days(*rc::gen::inRange(0, 500)));
  return rule;
}

bool works(Date date) { return china().is_working(date).value(); }

/// Whether a day is nominally one of the rule's dates, straight from what its pattern says.
bool is_nominal(const RecurrencePattern& pattern, Date date) {
  if (const auto* const p = std::get_if<DaysOfMonth>(&pattern)) {
    const auto has = [&](unsigned wanted) { return std::count(p->days.begin(), p->days.end(), wanted) > 0; };
    if (has(date.day())) return true;
    if (p->short_month == ShortMonth::skip || date != date.last_of_month()) return false;
    return std::any_of(p->days.begin(), p->days.end(), [&](unsigned wanted) { return wanted > date.day(); });
  }
  if (const auto* const p = std::get_if<DayOfPeriod>(&pattern)) {
    const Period period = Period::containing(p->kind, date);
    const std::int64_t number = date.days_since(period.first()) + 1;
    return number == p->day || (date == period.last() && p->day > number);
  }
  if (const auto* const p = std::get_if<Weekdays>(&pattern)) {
    return std::count(p->weekdays.begin(), p->weekdays.end(), date.weekday()) > 0;
  }
  if (const auto* const p = std::get_if<LastWorkingDay>(&pattern)) {
    if (!works(date)) return false;
    for (Date later = date.plus_days(1); later <= Period::containing(p->kind, date).last();
         later = later.plus_days(1)) {
      if (works(later)) return false;
    }
    return true;
  }
  const EveryN& every = std::get<EveryN>(pattern);
  switch (every.unit) {
    case EveryN::Unit::days:
      return date.days_since(every.anchor) % every.n == 0;
    case EveryN::Unit::weeks:
      return date.days_since(every.anchor) % (7 * std::int64_t{every.n}) == 0;
    case EveryN::Unit::months: {
      const int months = (date.year() - every.anchor.year()) * 12 + static_cast<int>(date.month()) -
                         static_cast<int>(every.anchor.month());
      return months % static_cast<int>(every.n) == 0 && every.anchor.plus_months(months) == date;
    }
    case EveryN::Unit::working_days:
      break;
  }
  if (!works(date)) return false;
  int steps = 0;
  for (Date at = std::min(date, every.anchor); at < std::max(date, every.anchor); at = at.plus_days(1)) {
    if (works(at)) ++steps;
  }
  return steps % static_cast<int>(every.n) == 0;
}

/// Every date of a rule, by looking at each day from a month before its range to a month behind it.
std::vector<Date> plain_list(const RecurrenceRule& rule) {
  std::set<Date> found;
  for (Date nominal = rule.first.plus_days(-31); nominal <= rule.last.plus_days(31); nominal = nominal.plus_days(1)) {
    if (!is_nominal(rule.pattern, nominal)) continue;
    if (rule.rest_days == RestDays::skip && !works(nominal)) continue;
    Date date = nominal;
    if (rule.rest_days == RestDays::next || rule.rest_days == RestDays::previous) {
      while (!works(date)) date = date.plus_days(rule.rest_days == RestDays::next ? 1 : -1);
    }
    if (std::count(rule.except.begin(), rule.except.end(), date) == 0) found.insert(date);
  }
  found.insert(rule.also.begin(), rule.also.end());
  return {found.lower_bound(rule.first), found.upper_bound(rule.last)};
}

RC_GTEST_PROP(RecurrenceLaw, GivesTheDatesOfItsPlainTwin, ()) {
  const RecurrenceRule rule = any_rule();
  const Result<Recurrence> made = recurrence(rule, china());
  const std::vector<Date> expected = plain_list(rule);
  if (!made) {
    RC_ASSERT(made.diagnostics().contains("recurrence_never"));
    RC_ASSERT(expected.empty());
    return;
  }
  RC_ASSERT(made->list() == expected);
}

RC_GTEST_PROP(RecurrenceLaw, IsOrderedWithoutRepeatsInsideItsRangeAndAgreesWithItself, ()) {
  const Result<Recurrence> made = recurrence(any_rule(), china());
  if (!made) return;
  const std::vector<Date> list = made->list();
  RC_ASSERT(!list.empty());
  RC_ASSERT(std::adjacent_find(list.begin(), list.end(), std::greater_equal<Date>()) == list.end());
  RC_ASSERT((made->rule().first <= list.front() && list.back() <= made->rule().last));
  const Date asked = made->rule().first.plus_days(*rc::gen::inRange(-40, 540));
  const auto next = std::upper_bound(list.begin(), list.end(), asked);
  RC_ASSERT(made->after(asked) == (next == list.end() ? std::nullopt : std::optional<Date>(*next)));
  RC_ASSERT(made->contains(asked) == std::binary_search(list.begin(), list.end(), asked));
}

RC_GTEST_PROP(RecurrenceLaw, OfTwoAdjoiningStretchesIsThatOfTheWhole, ()) {
  RecurrenceRule rule = any_rule();
  const auto list = [](const RecurrenceRule& each) {
    const Result<Recurrence> made = recurrence(each, china());
    return made ? made->list() : std::vector<Date>();
  };
  const std::vector<Date> whole = list(rule);
  const Date cut = rule.first.plus_days(*rc::gen::inRange(0, 500));
  if (cut >= rule.last) return;
  RecurrenceRule front = rule;
  front.last = cut;
  RecurrenceRule rest = rule;
  rest.first = cut.plus_days(1);
  std::vector<Date> parts = list(front);
  for (const Date date : list(rest)) parts.push_back(date);
  RC_ASSERT(parts == whole);
}

}  // namespace
}  // namespace aedile::test
