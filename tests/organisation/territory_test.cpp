// The territory as of a day: sums that agree at every level, of everything, whoever has merged since.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "aedile/organisation/territory.h"
#include "organisation/generate.h"
#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using testing::compiled;
using testing::day;
using testing::sound_organisation;

TEST(Territory, CountsAMergedUnitsFiguresWithItsHeir) {
  const CompiledOrganisation town = compiled(sound_organisation());
  const auto at = [&](const char* code) { return town.find_unit(code)->index(); };
  std::vector<std::int64_t> own(town.unit_count(), 0);
  own[at("old")] = 3;
  own[at("east")] = 4;
  own[at("g1a")] = 2;
  own[at("north")] = 5;
  own[at("cgj")] = 1;
  const auto april = Territory(town, day("2026-04-30")).roll_up(std::span<const std::int64_t>(own));
  EXPECT_EQ(april.at[at("old")], 3);
  EXPECT_EQ(april.at[at("east")], 4);
  EXPECT_EQ(april.at[at("s1")], 14);
  const auto june = Territory(town, day("2026-06-01")).roll_up(std::span<const std::int64_t>(own));
  EXPECT_EQ(june.at[at("old")], 0);
  EXPECT_EQ(june.at[at("east")], 7);
  EXPECT_EQ(june.at[at("west")], 2);
  EXPECT_EQ(june.at[at("s1")], 9);
  EXPECT_EQ(june.at[at("s2")], 5);
  EXPECT_EQ(june.at[at("city")], 15);
  EXPECT_EQ(june.outside, 0);
}

TEST(Territory, CountsASplitUnitsFiguresWhereItLay) {
  Organisation source = sound_organisation();
  source.units[3].successors = {"east", "west"};
  source.sites.erase(source.sites.begin() + 1);
  const CompiledOrganisation town = compiled(source);
  const Territory may(town, day("2026-05-01"));
  EXPECT_EQ(may.place(*town.find_unit("old")), *town.find_unit("s1"));
  EXPECT_FALSE(may.has(*town.find_unit("old")));
}

TEST(Territory, LeavesOutsideWhatIsNotThereYet) {
  Organisation source = sound_organisation();
  source.units[9].valid.from = day("2026-02-01");
  const CompiledOrganisation town = compiled(source);
  std::vector<Points> own(town.unit_count(), Points::of(1));
  const auto sums = Territory(town, day("2026-01-31")).roll_up(std::span<const Points>(own));
  EXPECT_EQ(sums.outside, Points::of(1));
  EXPECT_THROW(Territory(town, day("2026-01-31")).roll_up(std::span<const Points>(own).first(3)), ContractError);
}

TEST(Territory, ListsRootsAndChildrenInDocumentOrder) {
  const CompiledOrganisation town = compiled(sound_organisation());
  const Territory june(town, day("2026-06-01"));
  const auto codes = [&](const std::vector<UnitId>& units) {
    std::string text;
    for (const UnitId unit : units) text += town.unit(unit).code + " ";
    return text;
  };
  EXPECT_EQ(codes(june.children(*town.find_unit("city"))), "s1 s2 cgj jj ");
  EXPECT_EQ(codes(june.children(*town.find_unit("s2"))), "north ");
  EXPECT_EQ(codes(june.roots()), "city cg1 wu li he ");
}

RC_GTEST_PROP(TerritoryLaws, EveryLevelAgreesAndNothingIsDropped, ()) {
  const CompiledOrganisation town = compile(testing::any_organisation()).value();
  const Territory territory(town, testing::any_day());
  std::vector<std::int64_t> own;
  for (std::size_t i = 0; i < town.unit_count(); ++i) own.push_back(*rc::gen::inRange(0, 1000));
  const auto sums = territory.roll_up(std::span<const std::int64_t>(own));
  std::vector<std::int64_t> here(own.size(), 0);  // figures that belong to a unit itself
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (const UnitId place = territory.place(UnitId(i)); place.valid()) here[place.index()] += own[i];
  }
  std::int64_t roots = sums.outside;
  for (std::size_t i = 0; i < own.size(); ++i) {
    std::int64_t below = 0;
    for (const UnitId child : territory.children(UnitId(i))) below += sums.at[child.index()];
    RC_ASSERT(sums.at[i] == here[i] + below);
  }
  for (const UnitId root : territory.roots()) roots += sums.at[root.index()];
  RC_ASSERT(roots == std::accumulate(own.begin(), own.end(), std::int64_t{0}));
}

}  // namespace
}  // namespace aedile
