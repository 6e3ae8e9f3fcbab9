// S2, S3, S7 and S8 of examples/systems/: what the descriptions say, and what the data give.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "aedile/io/framework_items.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/organisation_json.h"
#include "aedile/io/sites_csv.h"
#include "aedile/organisation/decomposition.h"
#include "aedile/organisation/posting.h"
#include "aedile/organisation/territory.h"

namespace aedile {
namespace {

const std::string systems = AEDILE_SOURCE_DIR "/examples/systems/";

Date day(const char* text) { return Date::parse(text).value(); }

std::vector<Site> sites_of(const std::string& name) {
  std::ifstream in(systems + name, std::ios::binary);
  ProblemLog log;
  const auto table = read_sites(in, name, log);
  EXPECT_TRUE(table) << log.shown();
  return table->sites();
}

CompiledOrganisation organisation_of(const std::string& folder, const std::string& sites = {}) {
  Result<Organisation> read = load_organisation(systems + folder + "/organisation.json", Validate::later);
  EXPECT_TRUE(read) << read.diagnostics();
  if (!sites.empty()) read->sites = sites_of(sites);
  Result<CompiledOrganisation> compiled = compile(*read);
  EXPECT_TRUE(compiled) << compiled.diagnostics();
  return *compiled;
}

/// "shop-1 lead 4/5, taoyuan supporting"
std::string who(const CompiledOrganisation& organisation, const char* item, const char* site, const char* on) {
  const Responsibility answer = organisation.who(item, *organisation.find_site(site), day(on)).value();
  std::string text;
  for (const ResponsibleUnit& unit : answer.units) {
    text += (text.empty() ? "" : ", ") + organisation.unit(unit.unit).code + " " + std::string(to_string(unit.role));
    if (!unit.share.is_zero()) text += " " + unit.share.to_string();
  }
  return text;
}

class TargetDecomposition : public ::testing::Test {
 protected:
  DecompositionSheet sheet(const char* unit) const {
    return decompose(city, items, *city.find_unit(unit), day("2026-06-01"));
  }
  CompiledOrganisation city = organisation_of("s2_target_decomposition");
  std::vector<ItemDescription> items =
      item_descriptions(load_framework(AEDILE_SOURCE_DIR "/examples/national/scheme.json").value());
};

TEST_F(TargetDecomposition, GivesEveryItemOneLeadTheFrameworksOwn) {
  EXPECT_EQ(items.size(), 114u);
  EXPECT_EQ(check_items(city, items, day("2026-06-01")).to_string(), "");
}

TEST_F(TargetDecomposition, DividesAllItemsAndMarksAmongTheDepartments) {
  DecompositionSheet::Sum sum;
  std::size_t leading = 0;
  for (std::size_t i = 0; i < city.unit_count(); ++i) {
    const DecompositionSheet::Sum led = decompose(city, items, UnitId(i), day("2026-06-01")).led;
    sum.items += led.items;
    sum.full_marks += led.full_marks;
    leading += led.items == 0 ? 0 : 1;
  }
  EXPECT_EQ(sum.items, 114u);
  EXPECT_EQ(sum.full_marks, Points::of(120));
  EXPECT_EQ(leading, 25u);
}

TEST_F(TargetDecomposition, BreaksOneBureausEighteenItemsDownToSectionsAndPersons) {
  const DecompositionSheet bureau = sheet("市城市管理局");
  EXPECT_EQ(bureau.led, (DecompositionSheet::Sum{18, Points::parse("17.5").value(), 0}));
  for (const auto& units : {std::vector<const char*>{"市容科", "环卫科", "综合科"},
                            std::vector<const char*>{"王科长", "李科员", "赵科长", "钱科员", "孙科长", "周科员"}}) {
    DecompositionSheet::Sum sum;
    for (const char* unit : units) {
      const DecompositionSheet part = sheet(unit);
      EXPECT_EQ(part.broken_down.items, 18 / units.size()) << unit;
      sum.items += part.broken_down.items;
      sum.full_marks += part.broken_down.full_marks;
      for (const DecompositionSheet::Row& row : part.rows) {
        EXPECT_EQ(row.lead, *city.find_unit("市城市管理局"));
        EXPECT_EQ(row.targets.size(), 1u);
        EXPECT_TRUE(city.source().targets[row.targets[0]].deadline) << unit;
      }
    }
    EXPECT_EQ(sum, bureau.led);
  }
}

TEST_F(TargetDecomposition, LinksLeadersAtThreeLevels) {
  for (const DecompositionSheet::Row& row : sheet("市城市管理局").rows) EXPECT_EQ(row.linked.size(), 3u);
  EXPECT_EQ(sheet("市长").linked.items, 114u);
}

TEST(SiteLedgerOfAStreet, Has83SitesOf16Classes) {
  const CompiledOrganisation street = organisation_of("s3_site_ledger", "s3_site_ledger/sites-2026-04.csv");
  std::map<std::string, int> classes;
  for (const Site& site : street.source().sites) ++classes[site.site_class];
  EXPECT_EQ(street.site_count(), 83u);
  EXPECT_EQ(classes.size(), 16u);
  EXPECT_EQ(classes["community"], 8);
  EXPECT_EQ(classes["back_lane"], 10);
  EXPECT_EQ(classes["hospital"], 3);
  EXPECT_EQ(street.source().site_classes.size(), 16u);
}

TEST(SiteLedgerOfAStreet, ChangedInSixPlacesFromMarchToApril) {
  const std::vector<SiteChange> changes =
      changes_between(sites_of("s3_site_ledger/sites-2026-03.csv"), sites_of("s3_site_ledger/sites-2026-04.csv"));
  std::map<SiteChange::Kind, int> kinds;
  for (const SiteChange& change : changes) ++kinds[change.kind];
  EXPECT_EQ(kinds[SiteChange::Kind::added], 1);
  EXPECT_EQ(kinds[SiteChange::Kind::removed], 1);
  EXPECT_EQ(kinds[SiteChange::Kind::changed], 4);
  ASSERT_EQ(changes.size(), 6u);
  EXPECT_EQ(changes[0].site, "D005");
  EXPECT_EQ(changes[0].facts, (std::vector<SiteChange::Fact>{{"contact", "孙主任", "杨主任"}}));
  EXPECT_EQ(changes.back().site, "D083");
}

TEST(SiteLedgerOfAStreet, WasVisitedAt63SitesInApril) {
  const CompiledOrganisation street = organisation_of("s3_site_ledger", "s3_site_ledger/sites-2026-04.csv");
  std::ifstream in(systems + "s3_site_ledger/visits.csv", std::ios::binary);
  ProblemLog log;
  const auto visits = read_site_visits(in, "visits.csv", log);
  ASSERT_TRUE(visits) << log.shown();
  const Period april = Period::parse("2026-04").value();
  const SiteCoverage seen = coverage(street.source().sites, *visits, april);
  EXPECT_EQ(seen.all, (CoverageCount{83, 63, 76}));
  EXPECT_EQ(seen.never.size(), 20u);
  EXPECT_EQ(seen.never.front(), "D004");
  EXPECT_TRUE(seen.strays.empty());
  EXPECT_EQ(seen.classes.size(), 16u);
  const TerritoryCoverage levels = coverage_by_unit(street, *visits, april);
  const Territory territory(street, april.last());
  CoverageCount communities;
  for (const UnitId unit : territory.children(*street.find_unit("donghu"))) communities += levels.units[unit.index()];
  EXPECT_EQ(communities, seen.all);
  EXPECT_EQ(levels.units[street.find_unit("city")->index()], seen.all);
}

TEST(RectificationGroups, AreTwelveOver16ClassesAnd83Sites) {
  const CompiledOrganisation street = organisation_of("s7_rectification_groups", "s3_site_ledger/sites-2026-04.csv");
  std::map<std::string, int> sites_of_group;
  std::set<std::string> leaders;
  for (std::size_t s = 0; s < street.site_count(); ++s) {
    const Responsibility answer = street.who("6.1.1", SiteId(s), day("2026-05-12")).value();
    ++sites_of_group[street.unit(answer.lead()).code];
    EXPECT_EQ(answer.units[0].share, Rational(1, 2));
    EXPECT_EQ(answer.units.back().role, PartyRole::linked);
    leaders.insert(street.unit(answer.units.back().unit).code);
  }
  EXPECT_EQ(street.source().rules.size(), 12u);
  EXPECT_EQ(sites_of_group.size(), 12u);
  EXPECT_EQ(leaders.size(), 12u);
  EXPECT_EQ(sites_of_group["catering"], 11);
  EXPECT_EQ(sites_of_group["community"], 11);
  EXPECT_EQ(sites_of_group["lanes"], 10);
  int all = 0;
  for (const auto& [group, count] : sites_of_group) all += count;
  EXPECT_EQ(all, 83);
}

class ThreeLevelGrid : public ::testing::Test {
 protected:
  CompiledOrganisation city = organisation_of("s8_three_level_grid");
};

TEST_F(ThreeLevelGrid, GoesDownToTheStairwell) {
  std::map<UnitKind, int> kinds;
  for (const Unit& unit : city.source().units) ++kinds[unit.kind];
  EXPECT_EQ(kinds[UnitKind::city], 1);
  EXPECT_EQ(kinds[UnitKind::street], 2);
  EXPECT_EQ(kinds[UnitKind::community], 5);
  EXPECT_EQ(kinds[UnitKind::grid_cell], 45);
  EXPECT_EQ(city.source().contracts.size(), 37u);
  EXPECT_EQ(city.chain(*city.find_site("G1"), day("2026-05-12")).size(), 6u);
  EXPECT_EQ(validate(city.source()).to_string(), "");
}

TEST_F(ThreeLevelGrid, AttributesEightyTwentyToTerritoryAndDepartment) {
  EXPECT_EQ(who(city, "6.1.2", "F1", "2026-05-12"),
            "taoyuan lead 4/5, cgj supporting 1/5, hwj supporting, staff-taoyuan-road1 linked, leader-taoyuan linked, "
            "leader-city-1 linked");
  EXPECT_EQ(who(city, "6.2.1", "B1", "2026-05-12"),
            "taoyuan lead 1, hwj supporting 1/5, cgj supporting, staff-taoyuan-road1 linked, leader-taoyuan linked, "
            "leader-city-1 linked");
  EXPECT_EQ(who(city, "6.2.1", "T1", "2026-05-12"), "hwj lead 1, cgj supporting, leader-city-1 linked");
}

TEST_F(ThreeLevelGrid, PostsEachPointOnceToASumThatIsStated) {
  const auto post = [&](const char* item, const char* site) {
    const Responsibility answer = city.who(item, *city.find_site(site), day("2026-05-12")).value();
    const Attribution split = attribute(Points::of(5), shares_of(city, answer), 2);
    std::string text = split.total.to_string() + ":";
    for (const Posting& posting : split.postings) text += " " + posting.unit + " " + posting.amount.to_string();
    return text;
  };
  EXPECT_EQ(post("6.1.2", "F1"), "5: taoyuan 4 cgj 1");
  EXPECT_EQ(post("6.2.1", "B1"), "6: taoyuan 5 hwj 1");
  EXPECT_EQ(post("6.2.1", "T1"), "5: hwj 5");
}

TEST_F(ThreeLevelGrid, HoldsAShopToItsThreeResponsibilitiesFromMarchOn) {
  EXPECT_EQ(who(city, "6.1.1", "F1", "2026-02-28").substr(0, 16), "taoyuan lead 4/5");
  EXPECT_EQ(who(city, "6.1.1", "F1", "2026-03-01").substr(0, 36), "shop-1 lead 4/5, taoyuan supporting,");
}

TEST_F(ThreeLevelGrid, LeavesAprilToTheCommunityThatWasMerged) {
  EXPECT_EQ(who(city, "6.1.2", "F9", "2026-04-30").substr(0, 15), "laojie lead 4/5");
  EXPECT_EQ(who(city, "6.1.2", "F9", "2026-05-01").substr(0, 16), "yingyue lead 4/5");
}

TEST_F(ThreeLevelGrid, CountsTheSameAtEveryLevel) {
  std::vector<std::int64_t> own(city.unit_count(), 0);
  for (std::size_t s = 0; s < city.site_count(); ++s) ++own[city.cell(SiteId(s)).index()];
  const auto counts = [&](const char* on) {
    const auto sums = Territory(city, day(on)).roll_up(std::span<const std::int64_t>(own));
    EXPECT_EQ(sums.outside, 0);
    std::string text;
    for (const char* unit : {"city", "donghu", "xiguan", "taoyuan", "yingyue", "laojie", "songtao", "guangming"}) {
      text += std::to_string(sums.at[city.find_unit(unit)->index()]) + " ";
    }
    return text;
  };
  EXPECT_EQ(counts("2026-04-30"), "42 25 17 8 8 8 8 8 ");
  EXPECT_EQ(counts("2026-05-31"), "42 25 17 8 16 0 8 8 ");
}

}  // namespace
}  // namespace aedile
