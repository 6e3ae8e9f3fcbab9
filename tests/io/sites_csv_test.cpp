// The site ledger as a table: there and back without a change, and every problem at its cell.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "aedile/io/sites_csv.h"
#include "organisation/generate.h"
#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using Lines = std::vector<std::string>;

struct Read {
  std::optional<SiteTable> table;
  ProblemLog log;

  explicit Read(const std::string& text) {
    std::istringstream in(text);
    table = read_sites(in, "s.csv", log);
  }
};

Lines places_of(const Diagnostics& diagnostics) {
  Lines lines;
  for (const Diagnostic& problem : diagnostics)
    lines.push_back(to_string(problem.place) + ' ' + std::string(problem.code()));
  return lines;
}

std::string written(const std::vector<Site>& sites) {
  std::ostringstream out;
  write_sites(out, sites);
  return out.str();
}

TEST(SitesCsv, WritesEveryFactInItsColumn) {
  EXPECT_EQ(written(testing::sound_organisation().sites),
            "site,site_class,name,name_en,name_zh,cell,latitude,longitude,address,contact,phone,valid_from,valid_until,"
            "area_m2\n"
            "P1,park,河畔公园,,,g2,30.2741,-120.1551,,,,2026-02-01,2026-12-31,5200\n"
            "C1,community,旧社区,,,old,,,,张主任,555,,,\n"
            "C2,community,,North,北社区,north,,,,,,,,\n"
            "F1,shop,面馆,,,g1a,,,,,,,,\n");
}

RC_GTEST_PROP(SitesCsvLaws, WrittenSitesReadBackTheSame, ()) {
  const std::vector<Site> sites = testing::any_organisation().sites;
  const Read read(written(sites));
  RC_ASSERT(read.table.has_value());
  RC_ASSERT(read.table->sites() == sites);
  RC_ASSERT(written(read.table->sites()) == written(sites));
}

TEST(SitesCsv, ReadsColumnsInAnyOrder) {
  const Read read("owner,site_class,site\ncity,park,P1\n");
  ASSERT_TRUE(read.table) << read.log.shown();
  EXPECT_EQ(read.table->sites()[0], (Site{.code = "P1", .site_class = "park", .attributes = {{"owner", "city"}}}));
}

TEST(SitesCsv, ReportsEveryProblemAtItsCell) {
  const Read read(
      "site,site_class,cell,latitude,longitude,valid_from\n"
      "P1,park,g,30.12345678,x,2026-02-30\n"
      ",park,g,,,\n"
      "P1,park,g,1,,\n"
      "P2,park,g,,2,\n");
  EXPECT_FALSE(read.table);
  EXPECT_EQ(
      places_of(read.log.shown()),
      (Lines{"s.csv:2:11 too_many_decimals", "s.csv:2:23 bad_number", "s.csv:2:25 bad_date", "s.csv:3:1 missing_site",
             "s.csv:4:1 duplicate_site", "s.csv:4:11 half_coordinates", "s.csv:5:12 half_coordinates"}));
}

TEST(SitesCsv, RefusesANameInNoLanguage) {
  const Read read("site,site_class,name,name_\nP1,park,North,Nord\nP2,park,South,\n");
  EXPECT_FALSE(read.table);
  EXPECT_EQ(places_of(read.log.shown()), Lines{"s.csv:2:15 name_without_language"});
}

TEST(SitesCsv, NeedsSitesAndClasses) {
  const Read read("code,name\nP1,x\n");
  EXPECT_FALSE(read.table);
  EXPECT_EQ(read.log.error_count(), 2u) << read.log.shown();
}

TEST(SitesCsv, GivesProblemsOfTheOrganisationTheirCells) {
  const Read read(
      "site,site_class,name,cell,latitude,longitude,name_zh,phone/fax\n"
      "X0,park,x,g1,,,,\n"
      "X1,garden,\"two\nlines\",g9,91,0,\xE5\x9B\xAD,7\n");
  ASSERT_TRUE(read.table) << read.log.shown();
  Organisation town = testing::sound_organisation();
  const std::size_t first = town.sites.size();
  for (const Site& site : read.table->sites()) town.sites.push_back(site);
  town.sites[first + 1].title = LocalText(std::vector<std::pair<std::string, std::string>>{{"zh", "\xFF"}});
  town.sites[first + 1].attributes[0].second.clear();
  EXPECT_EQ(places_of(read.table->placed(validate(town), first)),
            (Lines{"s.csv:4:16 text_not_utf8", "s.csv:3:4 undeclared_site_class", "s.csv:4:8 site_outside_grid",
                   "s.csv:4:11 coordinates_range", "s.csv:4:20 empty_text"}));
}

TEST(SitesCsv, LeavesProblemsOfOtherSitesAsTheyAre) {
  const Read read("site,site_class,cell\nP1,park,g1\n");
  Organisation town = testing::sound_organisation();
  town.sites[0].cell = "g9";
  town.sites.push_back(read.table->sites()[0]);
  EXPECT_EQ(places_of(read.table->placed(validate(town), 4)),
            (Lines{"s.csv:2:1 code_taken", "/sites/0/cell site_outside_grid"}));
}

TEST(SiteVisits, AreReadFromAnyTableWithSiteAndDate) {
  std::istringstream in("visit,date,site\nV1,2026-03-02,P1\nV2,,P2\nV3,2026-03-05,\n");
  ProblemLog log;
  const auto visits = read_site_visits(in, "v.csv", log);
  ASSERT_TRUE(visits) << log.shown();
  EXPECT_EQ(*visits, (std::vector<SiteVisit>{{"P1", testing::day("2026-03-02")}}));
}

TEST(SiteVisits, WithBadDatesAreReported) {
  std::istringstream in("site,date\nP1,2 March\n");
  ProblemLog log;
  EXPECT_FALSE(read_site_visits(in, "v.csv", log));
  EXPECT_EQ(places_of(log.shown()), Lines{"v.csv:2:4 bad_date"});
}

}  // namespace
}  // namespace aedile
