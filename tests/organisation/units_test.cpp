// Units of a compiled organisation: territory and lines as of a day, and who stands for a unit that has ended.
#include <gtest/gtest.h>

#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using testing::compiled;
using testing::day;
using testing::sound_organisation;

class Units : public ::testing::Test {
 protected:
  UnitId unit(const char* code) const { return town.find_unit(code).value(); }
  std::string codes(const std::vector<UnitId>& units) const {
    std::string text;
    for (const UnitId id : units) text += (text.empty() ? "" : " ") + town.unit(id).code;
    return text;
  }
  std::string chain(const char* site, const char* on) const {
    return codes(town.chain(*town.find_site(site), day(on)));
  }

  CompiledOrganisation town = compiled(sound_organisation());
};

TEST_F(Units, AreFoundByCode) {
  EXPECT_EQ(town.unit(unit("east")).kind, UnitKind::community);
  EXPECT_FALSE(town.find_unit("nobody"));
  EXPECT_FALSE(town.find_site("east"));
  EXPECT_THROW(town.unit(UnitId(99)), ContractError);
  EXPECT_THROW(town.site(SiteId{}), ContractError);
}

TEST_F(Units, AMergedUnitExistsInAprilAndIsItsHeirInMay) {
  EXPECT_EQ(codes(town.heirs(unit("old"), day("2026-04-30"))), "old");
  EXPECT_EQ(codes(town.heirs(unit("old"), day("2026-05-01"))), "east");
  EXPECT_EQ(chain("C1", "2026-04-30"), "old s1 city");
  EXPECT_EQ(chain("C1", "2026-05-01"), "east s1 city");
}

TEST_F(Units, ASplitHasSeveralHeirsAndNoOnlyOne) {
  Organisation source = sound_organisation();
  source.units[3].successors = {"west", "east"};
  source.sites.erase(source.sites.begin() + 1);
  town = compiled(source);
  EXPECT_EQ(codes(town.heirs(unit("old"), day("2026-05-01"))), "west east");
  EXPECT_FALSE(town.heir(unit("old"), day("2026-05-01")).valid());
}

TEST_F(Units, HeirsFollowTwoMergersAndNameEachOnce) {
  Organisation source = sound_organisation();
  source.units[4].valid.until = day("2026-09-30");
  source.units[4].successors = {"west", "north"};
  source.units[3].successors = {"east", "west"};
  source.sites.erase(source.sites.begin() + 1);
  town = compiled(source);
  EXPECT_EQ(codes(town.heirs(unit("old"), day("2026-10-01"))), "west north");
}

TEST_F(Units, NobodyStandsForAUnitBeforeItBegins) {
  Organisation source = sound_organisation();
  source.units[9].valid.from = day("2026-02-01");
  town = compiled(source);
  EXPECT_EQ(codes(town.heirs(unit("g2"), day("2026-01-31"))), "");
  EXPECT_EQ(codes(town.chain(unit("g2"), day("2026-01-31"))), "");
  EXPECT_EQ(codes(town.chain(unit("g2"), day("2026-02-01"))), "g2 west s1 city");
}

TEST_F(Units, TerritoryMovesOnItsDay) {
  EXPECT_EQ(chain("C2", "2026-05-31"), "north s1 city");
  EXPECT_EQ(chain("C2", "2026-06-01"), "north s2 city");
}

TEST_F(Units, ASiteHasNoChainOutsideItsDays) {
  EXPECT_EQ(chain("P1", "2026-01-31"), "");
  EXPECT_EQ(chain("P1", "2026-02-01"), "g2 west s1 city");
}

TEST_F(Units, LinesRunAcross) {
  EXPECT_EQ(codes(town.superiors(unit("wu"), day("2026-03-01"))), "cg1");
  EXPECT_TRUE(town.answers_to(unit("wu"), unit("cgj"), day("2026-03-01")));
  EXPECT_TRUE(town.answers_to(unit("wu"), unit("city"), day("2026-03-01")));
  EXPECT_TRUE(town.answers_to(unit("jj"), unit("jj"), day("2026-03-01")));
  EXPECT_FALSE(town.answers_to(unit("wu"), unit("jj"), day("2026-03-01")));
  EXPECT_FALSE(town.answers_to(unit("cgj"), unit("wu"), day("2026-03-01")));
}

TEST_F(Units, TopmostComeFirst) {
  std::vector<bool> seen(town.unit_count(), false);
  for (const UnitId id : town.topmost_first()) {
    seen[id.index()] = true;
    for (const Membership& above : town.unit(id).within) EXPECT_TRUE(seen[unit(above.unit.c_str()).index()]);
  }
  EXPECT_EQ(town.topmost_first().size(), town.unit_count());
}

TEST(UnitKinds, HaveWords) {
  for (int i = 0; i <= static_cast<int>(UnitKind::person); ++i) {
    const auto kind = static_cast<UnitKind>(i);
    EXPECT_EQ(parse_unit_kind(to_string(kind)), kind);
  }
  EXPECT_FALSE(parse_unit_kind("village"));
  EXPECT_EQ(parse_party_role("linked"), PartyRole::linked);
}

TEST(Validity, IncludesBothEnds) {
  const Validity spring{day("2026-03-01"), day("2026-05-31")};
  EXPECT_TRUE(spring.holds(day("2026-03-01")));
  EXPECT_TRUE(spring.holds(day("2026-05-31")));
  EXPECT_FALSE(spring.holds(day("2026-06-01")));
  EXPECT_FALSE(spring.overlaps({day("2026-06-01"), std::nullopt}));
  EXPECT_TRUE(spring.overlaps({std::nullopt, day("2026-03-01")}));
  EXPECT_TRUE(Validity{}.covers(spring));
  EXPECT_FALSE(spring.covers({}));
  EXPECT_EQ(spring.common({day("2026-04-01"), std::nullopt}), (Validity{day("2026-04-01"), day("2026-05-31")}));
  EXPECT_EQ(spring.to_string(), "2026-03-01..2026-05-31");
  EXPECT_EQ(Validity{}.to_string(), "..");
}

}  // namespace
}  // namespace aedile
