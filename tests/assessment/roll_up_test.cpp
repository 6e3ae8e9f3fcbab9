// What a roll-up makes of marks, and what it says about schemes and rows that do not fit.

#include "aedile/assessment/roll_up.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aedile/assessment/live_roll_up.h"
#include "assessment/plain_roll_up.h"

namespace aedile {
namespace {

using ::testing::ElementsAre;

Points points(const char* text) { return Points::parse(text).value(); }
Weight weight(const char* text) { return Weight::parse(text).value(); }

/// Three sites on two streets of one city; announced marks weigh 0.4, covert ones 0.6.
RollUpScheme town() {
  RollUpScheme scheme;
  scheme.levels = {{"site", 3, {0, 0, 1}}, {"street", 2, {0, 0}}, {"city", 1, {}}};
  scheme.modes = {{Mode::announced, weight("0.4")}, {Mode::covert, weight("0.6")}};
  return scheme;
}
enum : std::uint32_t { announced, covert };
enum : std::size_t { site, street, city };
enum : std::uint32_t { january, february, march, april, first_quarter = 12, second_quarter, year = 16 };

std::vector<std::string> codes_of(const RollUpScheme& scheme) {
  std::vector<std::string> codes;
  const Result<RollUp> refused = RollUp::create(scheme);
  for (const Diagnostic& problem : refused.diagnostics())
    codes.push_back(to_string(problem.place) + " " + std::string(problem.code()));
  return codes;
}

TEST(RollUp, ModesAreWeighedUnitsAreAveragedAndWhatIsMissingIsLeftOut) {
  LiveRollUp town_year{RollUpSums(*RollUp::create(town()))};
  for (const SiteMark& mark : {SiteMark{0, january, announced, Points::of(80)},
                               {0, january, announced, Points::of(90)},
                               {0, january, covert, Points::of(70)},
                               {1, january, covert, Points::of(81)}})
    EXPECT_FALSE(town_year.add(mark));
  EXPECT_EQ(town_year.mark(site, january, 0), Points::of(76));
  EXPECT_EQ(town_year.mark(site, january, 1), Points::of(81));
  EXPECT_EQ(town_year.mark(site, january, 2), no_mark);
  EXPECT_EQ(town_year.mark(street, january, 0), points("78.5"));
  EXPECT_EQ(town_year.mark(street, january, 1), no_mark);
  EXPECT_EQ(town_year.mark(city, january, 0), points("78.5"));
  EXPECT_EQ(town_year.mark(city, february, 0), no_mark);
  EXPECT_EQ(town_year.mark(city, year, 0), points("78.5"));
}

TEST(RollUp, AYearIsTheMeanOfItsQuartersAndAQuarterThatOfItsMonths) {
  LiveRollUp live{RollUpSums(*RollUp::create(town()))};
  live.add({0, january, covert, Points::of(80)});
  live.add({0, march, covert, Points::of(90)});
  live.add({0, april, covert, Points::of(60)});
  EXPECT_EQ(live.mark(city, first_quarter, 0), Points::of(85));
  EXPECT_EQ(live.mark(city, second_quarter, 0), Points::of(60));
  EXPECT_EQ(live.mark(city, year, 0), points("72.5")) << "not 76.67, the mean of the months";
}

TEST(RollUp, PublishedValuesAreRoundedOnceFromTheExactOnes) {
  RollUpScheme scheme = town();
  scheme.modes.clear();
  scheme.rounding.places = 3;
  LiveRollUp live{RollUpSums(*RollUp::create(scheme))};
  live.add({.site = 0, .mark = points("80.0049")});
  live.add({.site = 0, .mark = points("80.0050")});
  EXPECT_EQ(live.mark(site, january, 0), points("80.005"));
  EXPECT_EQ(live.published(site, january, 0), points("80")) << "80.00495 is below 80.005";
  live.add({.site = 1, .mark = points("80.00505")});
  EXPECT_EQ(live.published(street, january, 0), points("80.01")) << "80.005, a tie, goes up";
}

TEST(RollUp, TiesThatNoNumberOfSpareDigitsDecidesAreDecided) {
  // A third and two thirds of a hundredth above 80: their mean is 80.005, which no whole number of grains can say.
  RollUpScheme scheme = town();
  scheme.levels = {{"site", 38, std::vector<std::uint32_t>(38, 0)}, {"street", 1, {}}};
  for (std::size_t u = 19; u < 38; ++u) scheme.levels[0].parent[u] = 1;
  scheme.levels[1] = {"street", 2, {0, 0}};
  scheme.levels.push_back({"city", 1, {}});
  scheme.modes.clear();
  const RollUp roll_up = *RollUp::create(scheme);
  RollUpSums sums(roll_up);
  for (std::uint32_t u = 0; u < 38; ++u) {
    const bool more = u < 6 || (u >= 19 && u < 32);
    sums.add({.site = u, .mark = more ? points("80.01") : Points::of(80)});
  }
  std::vector<Points> published(roll_up.size());
  const RollUpReport report = sums.roll_up({.marks = {}, .published = published});
  EXPECT_EQ(published[roll_up.position(2, january, 0)], points("80.01")) << "(6/19 + 13/19) / 2 of a hundredth";
  EXPECT_GE(report.undecided, 1U);
  EXPECT_EQ(LiveRollUp(sums).published(2, january, 0), points("80.01"));
}

TEST(RollUp, RowsThatDoNotFitAreListedWithTheirReasonAndNotUsed) {
  RollUpSums sums(*RollUp::create(town()));
  const std::vector<std::uint8_t> sites{0, 3, 0, 0, 0, 0, 0}, months{0, 12, 12, 0, 0, 0, 0}, modes{0, 2, 2, 2, 0, 0, 0};
  const std::vector<Points> marks{Points::of(100),         no_mark,       no_mark, no_mark, no_mark,
                                  points("100.000000001"), points("-0.1")};
  const MarkReport report = sums.add({.site = sites, .period = months, .mode = modes, .mark = marks}, threads(2));
  EXPECT_EQ(report.added, 1U);
  EXPECT_THAT(report.rejected,
              ElementsAre(RejectedMark{1, MarkFault::no_such_site}, RejectedMark{2, MarkFault::no_such_period},
                          RejectedMark{3, MarkFault::no_such_mode}, RejectedMark{4, MarkFault::not_scored},
                          RejectedMark{5, MarkFault::out_of_range}, RejectedMark{6, MarkFault::out_of_range}));
  EXPECT_THAT(report.rejected_by, ElementsAre(1, 1, 1, 1, 2, 0));
  EXPECT_EQ(sums.marks(), 1U);
}

TEST(RollUp, AMarkThatIsNotThereCannotBeTakenBack) {
  RollUpSums sums(*RollUp::create(town()));
  const SiteMark mark{1, january, covert, Points::of(70)};
  EXPECT_EQ(sums.take_back(mark), MarkFault::not_there);
  sums.add(mark);
  EXPECT_EQ(sums.take_back({1, january, covert, Points::of(71)}), MarkFault::not_there);
  EXPECT_EQ(sums.take_back({1, january, covert, Points::of(69)}), MarkFault::not_there) << "1 would be left of no mark";
  EXPECT_EQ(sums.take_back({9, january, covert, Points::of(70)}), MarkFault::no_such_site);
  EXPECT_EQ(sums.marks(), 1U);
  EXPECT_FALSE(sums.take_back(mark));
  EXPECT_EQ(sums, RollUpSums(sums.roll_up()));
}

TEST(RollUp, AnyNumberOfMarksIsSummedExactly) {
  RollUpScheme scheme = town();
  scheme.highest = Points::of(10000);
  const RollUp roll_up = *RollUp::create(scheme);
  std::vector<std::uint32_t> sites(200'000, 1);
  std::vector<Points> marks(200'000, Points::of(10000));
  marks[70'000] = Points{};
  RollUpSums once(roll_up), twice(roll_up);
  once.add({.site = sites, .period = {}, .mode = {}, .mark = marks}, threads(2));
  const std::size_t half = 100'000;
  twice.add({.site = std::span<const std::uint32_t>(sites).first(half), .mark = std::span(marks).first(half)});
  RollUpSums rest(roll_up);
  rest.add({.site = std::span<const std::uint32_t>(sites).first(half), .mark = std::span(marks).subspan(half)});
  twice.merge(rest);
  EXPECT_EQ(once, twice);
  EXPECT_EQ(LiveRollUp(once).mark(city, january, 0), points("9999.95"));
  std::vector<Points> values(roll_up.size());
  once.roll_up({.marks = values, .published = {}}, threads(2));
  EXPECT_EQ(values[roll_up.position(city, year, 0)], points("9999.95"));
  for (std::size_t r = 1; r < marks.size(); ++r) ASSERT_FALSE(twice.take_back({1, january, announced, marks[r]}));
  EXPECT_EQ(LiveRollUp(twice).mark(city, january, 0), Points::of(10000));
  EXPECT_EQ(twice.marks(), 1U);
}

TEST(RollUp, AYearOfDaysAndALargeHierarchyAreThatOfPlainFractions) {
  RollUpScheme scheme;
  scheme.base_periods = 366;
  scheme.groups = {{}, {{0, 100, 366}}};
  for (std::uint32_t day = 0; day < 366; ++day) scheme.groups[0].parts.push_back(day);
  scheme.levels = {{"site", 70, {}}, {"city", 2, {}}};
  for (std::uint32_t u = 0; u < 70; ++u) scheme.levels[0].parent.push_back(u % 7 == 0);
  scheme.modes = {
      {Mode::announced, weight("0.333333333")}, {Mode::covert, weight("0.1")}, {Mode::look_back, weight("7")}};
  std::vector<SiteMark> rows;
  std::uint64_t state = 1;
  const auto next = [&](std::uint64_t below) {
    state = state * 6364136223846793005 + 1442695040888963407;
    return (state >> 33) % below;
  };
  for (int r = 0; r < 9000; ++r)
    rows.push_back({static_cast<std::uint32_t>(next(70)), static_cast<std::uint32_t>(next(next(2) == 0 ? 366 : 3)),
                    static_cast<std::uint32_t>(next(3)),
                    Points::from_scaled(static_cast<std::int64_t>(next(2'000'000'000)))});
  const RollUp roll_up = *RollUp::create(scheme);
  RollUpSums sums(roll_up);
  for (const SiteMark& row : rows) sums.add(row);
  std::vector<Points> marks(roll_up.size());
  sums.roll_up({.marks = marks, .published = {}}, threads(3));
  const test::PlainRollUp plain(scheme, rows);
  for (std::size_t level = 0; level < 2; ++level)
    for (const std::uint32_t period : {0U, 2U, 100U, 366U, 367U})
      for (std::size_t unit = 0; unit < roll_up.units(level); unit += 3)
        EXPECT_EQ(marks[roll_up.position(level, period, unit)], plain.rounded(level, period, unit, scheme.rounding));
}

TEST(RollUp, EveryProblemOfASchemeIsReportedAtOnce) {
  RollUpScheme scheme;
  scheme.levels = {{"site", 3, {0, 2, 0}}, {"", 2, {0}}, {"site", 0, {1}}};
  scheme.modes = {{Mode::covert, Weight{}}, {Mode::covert, Weight::max()}, {Mode::announced, Weight::of(1)}};
  scheme.base_periods = 2;
  scheme.groups = {{{0, 0}}, {{}}, {{4}}};
  scheme.lowest = Points::of(100);
  scheme.rounding.places = 10;
  scheme.published.places = -1;
  EXPECT_THAT(codes_of(scheme), ElementsAre("/levels/0/parent/1 roll_up_parent", "/levels/1/name roll_up_name",
                                            "/levels/1/parent roll_up_parents", "/levels/1/parent/0 roll_up_parent",
                                            "/levels/2/name roll_up_name", "/levels/2/units roll_up_units",
                                            "/levels/2/parent roll_up_parents", "/modes/0/weight roll_up_weight",
                                            "/modes/1/mode roll_up_mode", "/modes/2/weight roll_up_weight",
                                            "/groups/0/parts/1 roll_up_group", "/groups/1/parts roll_up_empty_group",
                                            "/groups/2/parts/0 roll_up_group", "/highest roll_up_range",
                                            "/rounding/places roll_up_places", "/published/places roll_up_places"));
}

TEST(RollUp, NothingToRollUpAndTooMuchAreProblems) {
  RollUpScheme scheme;
  scheme.base_periods = 0;
  scheme.groups.clear();
  EXPECT_THAT(codes_of(scheme), ElementsAre("/levels roll_up_levels", "/base_periods roll_up_periods"));
  scheme.base_periods = 366;
  scheme.levels = {{"site", std::size_t{1} << 40, {}}};
  EXPECT_THAT(codes_of(scheme), ElementsAre("/levels roll_up_size"));
  scheme.levels[0].units = 1;
  scheme.lowest = Points::min();
  EXPECT_THAT(codes_of(scheme), ElementsAre("/highest roll_up_range"));
  scheme.lowest = Points::of(-9901);
  EXPECT_THAT(codes_of(scheme), ElementsAre("/highest roll_up_range"));
}

TEST(RollUp, BrokenContractsThrow) {
  const RollUp roll_up = *RollUp::create(town());
  RollUpSums sums(roll_up);
  const std::vector<std::uint8_t> two{0, 0};
  const std::vector<Points> one{Points::of(1)};
  EXPECT_THROW(sums.add({.site = two, .mark = one}), ContractError);
  EXPECT_THROW(sums.add({.site = {}, .mark = one}), ContractError);
  std::vector<Points> out(roll_up.size() - 1);
  EXPECT_THROW(sums.roll_up({.marks = out, .published = {}}), ContractError);
  EXPECT_THROW(sums.roll_up({.marks = {}, .published = out}), ContractError);
  EXPECT_THROW(roll_up.position(3, 0, 0), ContractError);
  EXPECT_THROW(roll_up.position(city, 17, 0), ContractError);
  EXPECT_THROW(roll_up.position(city, 0, 1), ContractError);
  EXPECT_THROW(roll_up.units(3), ContractError);
  EXPECT_THROW(LiveRollUp(sums).mark(city, 0, 1), ContractError);
  EXPECT_THROW(sums.merge(RollUpSums(*RollUp::create(town()))), ContractError);
}

}  // namespace
}  // namespace aedile
