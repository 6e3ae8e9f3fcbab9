// The site ledger: what changed between two editions, what was visited, at every level.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "aedile/organisation/site_ledger.h"
#include "aedile/organisation/territory.h"
#include "organisation/generate.h"
#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using testing::day;
using testing::sound_organisation;

std::string written(const std::vector<SiteChange>& changes) {
  std::string text;
  for (const SiteChange& change : changes) {
    text += std::string(to_string(change.kind)) + " " + change.site;
    for (const auto& fact : change.facts) text += " " + fact.name + "[" + fact.before + ">" + fact.after + "]";
    text += "\n";
  }
  return text;
}

TEST(ChangesBetween, NamesEveryFactThatDiffers) {
  const std::vector<Site> before = sound_organisation().sites;
  std::vector<Site> after = before;
  after[1].contact = "李主任";
  after[1].phone.clear();
  after[0].at->latitude = testing::degrees("30.2742");
  after[0].attributes = {{"area_m2", "5300"}, {"owner", "city"}};
  after[2].title = "North";
  after.erase(after.begin() + 3);
  after.insert(after.begin(), Site{.code = "N1", .site_class = "park", .cell = "east"});
  EXPECT_EQ(written(changes_between(before, after)),
            "changed P1 latitude[30.2741>30.2742] area_m2[5200>5300] owner[>city]\n"
            "changed C1 contact[张主任>李主任] phone[555>]\n"
            "changed C2 name_en[North>] name_zh[北社区>] name[>North]\n"
            "removed F1\n"
            "added N1\n");
}

TEST(ChangesBetween, FindsNothingBetweenEqualEditionsInAnotherOrder) {
  const std::vector<Site> before = sound_organisation().sites;
  std::vector<Site> after = before;
  std::reverse(after.begin(), after.end());
  EXPECT_TRUE(changes_between(before, after).empty());
}

RC_GTEST_PROP(ChangesLaws, TurnAroundWithTheEditions, ()) {
  const std::vector<Site> before = testing::any_organisation().sites;
  const std::vector<Site> after = testing::any_organisation().sites;
  std::vector<std::string> there;
  std::vector<std::string> back;
  for (const SiteChange& change : changes_between(before, after)) {
    if (change.kind == SiteChange::Kind::added) there.push_back("-" + change.site);
    if (change.kind == SiteChange::Kind::removed) there.push_back("+" + change.site);
    for (const auto& fact : change.facts) there.push_back(change.site + fact.name + fact.after + ">" + fact.before);
  }
  for (const SiteChange& change : changes_between(after, before)) {
    if (change.kind == SiteChange::Kind::added) back.push_back("+" + change.site);
    if (change.kind == SiteChange::Kind::removed) back.push_back("-" + change.site);
    for (const auto& fact : change.facts) back.push_back(change.site + fact.name + fact.before + ">" + fact.after);
  }
  std::sort(there.begin(), there.end());
  std::sort(back.begin(), back.end());
  RC_ASSERT(there == back);
}

TEST(Coverage, CountsPerClassAndNamesWhatWasNeverVisited) {
  const std::vector<Site> sites = sound_organisation().sites;
  const std::vector<SiteVisit> visits{{"C1", day("2026-03-02")},
                                      {"C1", day("2026-03-31")},
                                      {"F1", day("2026-04-01")},
                                      {"X9", day("2026-03-05")},
                                      {"C2", day("2026-03-05")}};
  const SiteCoverage seen = coverage(sites, visits, Period::parse("2026-03").value());
  ASSERT_EQ(seen.classes.size(), 3u);
  EXPECT_EQ(seen.classes[0].site_class, "park");
  EXPECT_EQ(seen.classes[0].count, (CoverageCount{1, 0, 0}));
  EXPECT_EQ(seen.classes[1].site_class, "community");
  EXPECT_EQ(seen.classes[1].count, (CoverageCount{2, 2, 3}));
  EXPECT_EQ(seen.all, (CoverageCount{4, 2, 3}));
  EXPECT_EQ(seen.all.rate(), Rational(1, 2));
  EXPECT_EQ(seen.never, (std::vector<std::string>{"P1", "F1"}));
  EXPECT_EQ(seen.strays, (std::vector<SiteVisit>{{"X9", day("2026-03-05")}}));
}

TEST(Coverage, LeavesOutSitesThatDoNotExistInThePeriod) {
  const SiteCoverage seen = coverage(sound_organisation().sites, std::vector<SiteVisit>{{"P1", day("2026-01-15")}},
                                     Period::parse("2026-01").value());
  EXPECT_EQ(seen.all.sites, 3);
  EXPECT_EQ(seen.strays.size(), 1u);
  EXPECT_EQ(CoverageCount{}.rate(), Rational(1));
}

RC_GTEST_PROP(CoverageLaws, TerritoryAndClassesAgreeAtEveryLevel, ()) {
  const CompiledOrganisation town = compile(testing::any_organisation()).value();
  std::vector<SiteVisit> visits;
  for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
    visits.push_back({"P" + std::to_string(*rc::gen::inRange(0, 7)), testing::any_day()});
  }
  const Period period = Period::containing(PeriodKind::quarter, testing::any_day());
  const SiteCoverage flat = coverage(town.source().sites, visits, period);
  const TerritoryCoverage levels = coverage_by_unit(town, visits, period);
  const Territory territory(town, period.last());
  CoverageCount sum = levels.outside;
  for (const UnitId root : territory.roots()) sum += levels.units[root.index()];
  RC_ASSERT(sum == flat.all);
  CoverageCount classes;
  for (const auto& each : flat.classes) classes += each.count;
  RC_ASSERT(classes == flat.all);
  RC_ASSERT(flat.all.sites - flat.all.visited == static_cast<std::int64_t>(flat.never.size()));
}

}  // namespace
}  // namespace aedile
