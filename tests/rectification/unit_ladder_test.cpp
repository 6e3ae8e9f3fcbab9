// The ladder of a unit, and the lists that reach its verdicts.
#include "aedile/rectification/unit_ladder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/rectification/listing.h"
#include "calendar/calendars.h"

namespace aedile {
namespace {

using test::china;
using test::day;
using Lines = std::vector<std::string>;

UnitLadder jiangmen() {
  UnitLadder ladder{.id = "jiangmen"};
  ladder.steps = {{"talk-1", FailuresInARow{1}, LadderEffect::talk, WorkingDays(5)},
                  {"talk-2", FailuresInARow{2}, LadderEffect::talk, WorkingDays(5)},
                  {"account", FailuresInARow{3}, LadderEffect::accountability}};
  return ladder;
}

/// "fp-f": failed, passed, no data, failed; a week each, beginning with that of 5 January 2018.
std::vector<Occasion> weeks(std::string_view verdicts, Date first = day("2018-01-05")) {
  std::vector<Occasion> occasions;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Verdict verdict = verdicts[i] == 'f'   ? Verdict::failed
                            : verdicts[i] == 'p' ? Verdict::passed
                                                 : Verdict::no_data;
    occasions.push_back(
        {"W" + std::to_string(101 + i), first.plus_days(7 * static_cast<std::int64_t>(i)), verdict, {}});
  }
  return occasions;
}

Lines climbed(const UnitLadder& ladder, const std::vector<Occasion>& occasions) {
  Lines lines;
  const Climb result = climb(ladder, occasions, china()).value();
  for (const UnitStep& step : result.steps) lines.push_back(step.key.substr(step.key.find('/') + 1));
  return lines;
}

TEST(UnitLadder, ClimbsWithTheRowOfFailuresAndFallsWithOneThatPassed) {
  EXPECT_EQ(climbed(jiangmen(), weeks("fffpf")), (Lines{"talk-1/W101", "talk-2/W102", "account/W103", "talk-1/W105"}));
}

TEST(UnitLadder, NeitherCountsNorBreaksWhereThereIsNoData) {
  EXPECT_EQ(climbed(jiangmen(), weeks("f-f")), (Lines{"talk-1/W101", "talk-2/W103"}));
  UnitLadder ladder = jiangmen();
  ladder.no_data = NoData::breaks;
  EXPECT_EQ(climbed(ladder, weeks("f-f")), (Lines{"talk-1/W101", "talk-1/W103"}));
  ladder.no_data = NoData::counts;
  EXPECT_EQ(climbed(ladder, weeks("f-f")), (Lines{"talk-1/W101", "talk-2/W102", "account/W103"}));
}

TEST(UnitLadder, StatesWhatHappensBeyondItsLastStep) {
  UnitLadder ladder = jiangmen();
  EXPECT_EQ(climbed(ladder, weeks("ffff")).back(), "account/W104");
  ladder.beyond_last = BeyondLast::restart;
  EXPECT_EQ(climbed(ladder, weeks("ffff")).back(), "talk-1/W104");
  ladder.beyond_last = BeyondLast::nothing;
  EXPECT_EQ(climbed(ladder, weeks("ffff")).size(), 3u);
}

TEST(UnitLadder, CountsWithinTheYearApartFromTheRow) {
  UnitLadder ladder{.id = "u"};
  ladder.steps = {{"third", FailuresInYear{3}, LadderEffect::circular}};
  EXPECT_EQ(climbed(ladder, weeks("fpfpf")), (Lines{"third/W105"}));
  // Two in December, one in January: by the calendar's year never three, within twelve months they are.
  const std::vector<Occasion> winter = weeks("fpfpf", day("2017-12-01"));
  EXPECT_EQ(climbed(ladder, weeks("fpfpf", day("2017-12-08"))), Lines{});
  EXPECT_EQ(climbed(ladder, winter), (Lines{"third/W105"}));
  ladder.year = YearWindow::twelve_months;
  EXPECT_EQ(climbed(ladder, weeks("fpfpf", day("2017-12-08"))), (Lines{"third/W105"}));
}

TEST(UnitLadder, HappensOnceAtItsCountWithinTheYear) {
  const UnitLadder ladder{.id = "u", .steps = {{"second", FailuresInYear{2}, LadderEffect::circular}}};
  EXPECT_EQ(climbed(ladder, weeks("ffff")), (Lines{"second/W102"}));
}

TEST(UnitLadder, LeavesOutWhatIsTwelveMonthsOld) {
  const UnitLadder ladder{
      .id = "u", .steps = {{"second", FailuresInYear{2}, LadderEffect::circular}}, .year = YearWindow::twelve_months};
  std::vector<Occasion> two = weeks("ff", day("2017-03-10"));
  two[1].day = day("2018-03-10");
  EXPECT_EQ(climbed(ladder, two), Lines{});
  two[1].day = day("2018-03-09");
  EXPECT_EQ(climbed(ladder, two), (Lines{"second/W102"}));
}

TEST(UnitLadder, EndsTheRowWithTheYearWhereItIsToldSo) {
  UnitLadder ladder = jiangmen();
  EXPECT_EQ(climbed(ladder, weeks("ff", day("2017-12-29"))).back(), "talk-2/W102");
  ladder.row_ends_with_year = true;
  EXPECT_EQ(climbed(ladder, weeks("ff", day("2017-12-29"))).back(), "talk-1/W102");
}

TEST(UnitLadder, GivesATalkFiveWorkingDaysAfterTheDayItIsJudged) {
  const Climb result = climb(jiangmen(), weeks("f", day("2018-04-20")), china()).value();
  // Monday 23 to Friday 27 April 2018; the Saturday 28th was worked as well, and is the sixth.
  EXPECT_EQ(result.steps.front().answer_by->last_day, day("2018-04-27"));
  EXPECT_EQ(result.counters, (UnitCounters{1, 1}));
}

TEST(UnitLadder, SaysItsGround) {
  std::vector<Occasion> occasions = weeks("ff");
  occasions[1].ground = "81.2 %";
  const Climb result = climb(jiangmen(), occasions, china()).value();
  EXPECT_EQ(result.steps[1].ground.in(Language::en), "W102: failure number 2 in a row, 2 within the year: 81.2 %");
  EXPECT_EQ(result.steps[1].ground.in(Language::zh), "W102：连续第 2 次，年内累计第 2 次：81.2 %");
}

TEST(UnitLadder, RefusesAnOccasionThatIsToldInTwoWays) {
  std::vector<Occasion> occasions = weeks("fp");
  occasions.push_back(occasions[0]);
  EXPECT_TRUE(climb(jiangmen(), occasions, china()));
  occasions.back().verdict = Verdict::passed;
  EXPECT_TRUE(climb(jiangmen(), occasions, china()).diagnostics().contains("occasion_differs"));
}

TEST(UnitLadder, IsCheckedWholly) {
  UnitLadder ladder = jiangmen();
  ladder.steps.push_back({"again", FailuresInARow{2}, LadderEffect::talk});
  ladder.steps.push_back({"never", FailuresInYear{0}, LadderEffect::talk});
  EXPECT_TRUE(validate(ladder).contains("duplicate_ladder_count"));
  EXPECT_TRUE(validate(ladder).contains("ladder_count_range"));
  EXPECT_THROW(static_cast<void>(climb(ladder, {}, china())), ContractError);
}

/// A row counted by hand, for the ladder of Jiangmen.
std::uint32_t plain_row(std::string_view verdicts) {
  std::uint32_t row = 0;
  for (const char c : verdicts) row = c == 'f' ? row + 1 : c == 'p' ? 0 : row;
  return row;
}

RC_GTEST_PROP(UnitLadderLaws, OrderAndRepetitionOfTheTellingDoNotMatter, ()) {
  const std::string verdicts = *rc::gen::container<std::string>(rc::gen::element('f', 'p', '-'));
  std::vector<Occasion> occasions = weeks(verdicts);
  const Climb once = climb(jiangmen(), occasions, china()).value();
  RC_ASSERT(once.counters.in_a_row == plain_row(verdicts));
  const std::vector<Occasion> again = occasions;
  occasions.insert(occasions.end(), again.begin(), again.end());
  for (std::size_t i = occasions.size(); i > 1; --i)
    std::swap(occasions[i - 1], occasions[*rc::gen::inRange<std::size_t>(0, i)]);
  RC_ASSERT(climb(jiangmen(), occasions, china()).value() == once);
}

Lines units(const std::vector<ListedRate>& rates) {
  Lines names;
  for (const ListedRate& rate : rates) names.push_back(rate.unit);
  return names;
}

const ListRule departments{.group = "department", .red = 2, .black = 2};
const std::vector<ListedRate> week{{"a", "department", 10, 10}, {"b", "department", 9, 10}, {"c", "department", 0, 0},
                                   {"d", "department", 1, 4},   {"e", "department", 2, 8},  {"f", "department", 18, 20},
                                   {"g", "department", 1, 2},   {"x", "district", 0, 9}};

TEST(Lists, ListAllThatAreTied) {
  const GroupLists lists = red_and_black(departments, week).value();
  EXPECT_EQ(units(lists.red), (Lines{"a", "b", "f"}));  // 9 of 10 and 18 of 20 are one rate
  EXPECT_EQ(units(lists.black), (Lines{"d", "e"}));
  EXPECT_EQ(units(lists.without_data), (Lines{"c"}));
  EXPECT_EQ(lists.ranked, 6u);
}

TEST(Lists, OrNoneOfThem) {
  ListRule rule = departments;
  rule.black = 1;
  rule.ties = ListTies::exclude_all;
  const GroupLists lists = red_and_black(rule, week).value();
  EXPECT_EQ(units(lists.red), (Lines{"a"}));
  EXPECT_EQ(units(lists.black), Lines{});
}

TEST(Lists, NeverHoldOneUnitTwiceNorExposeOneThatDidEverything) {
  const ListRule rule{.group = "g", .red = 1, .black = 3};
  const std::vector<ListedRate> few{{"a", "g", 1, 1}, {"b", "g", 0, 1}};
  const GroupLists lists = red_and_black(rule, few).value();
  EXPECT_EQ(units(lists.red), (Lines{"a"}));
  EXPECT_EQ(units(lists.black), (Lines{"b"}));
  const std::vector<ListedRate> perfect{{"a", "g", 1, 1}, {"b", "g", 2, 2}};
  EXPECT_EQ(units(red_and_black({.group = "g", .black = 1}, perfect)->black), Lines{});
}

TEST(Lists, ReachTheVerdictOfALadder) {
  const GroupLists lists = red_and_black(departments, week).value();
  EXPECT_EQ(verdict_of(lists, "a"), Verdict::passed);
  EXPECT_EQ(verdict_of(lists, "d"), Verdict::failed);
  EXPECT_EQ(verdict_of(lists, "c"), Verdict::no_data);
}

TEST(Lists, RefuseRatesThatCannotBe) {
  const std::vector<ListedRate> wrong{{"a", "g", 3, 2}, {"b", "g", -1, 2}, {"c", "g", 1, 2}, {"c", "g", 1, 2}};
  const auto lists = red_and_black({.group = "g"}, wrong);
  EXPECT_EQ(lists.diagnostics().error_count(), 3u);
  EXPECT_TRUE(lists.diagnostics().contains("duplicate_listed_unit"));
}

}  // namespace
}  // namespace aedile
