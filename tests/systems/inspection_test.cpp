// S4 and the planning half of S10: what their programmes plan, with every number pinned.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "aedile/calendar/calendar_history.h"
#include "aedile/inspection/assignment.h"
#include "aedile/io/calendar_json.h"
#include "aedile/io/inspection_csv.h"
#include "aedile/io/inspection_json.h"
#include "aedile/io/organisation_json.h"
#include "aedile/io/sites_csv.h"

namespace aedile {
namespace {

const std::filesystem::path systems = std::filesystem::path(AEDILE_SOURCE_DIR) / "examples" / "systems";

CompiledOrganisation street() {
  Organisation organisation =
      load_organisation(systems / "s3_site_ledger" / "organisation.json", Validate::later).value();
  std::ifstream in(systems / "s3_site_ledger" / "sites-2026-04.csv", std::ios::binary);
  ProblemLog log;
  organisation.sites = read_sites(in, "sites-2026-04.csv", log)->sites();
  return compile(std::move(organisation)).value();
}

WorkingCalendar china() { return compile(shipped_calendar("cn").value()).value().latest(); }

ProgrammePlan plan_of(const std::filesystem::path& programme) {
  const Result<ProgrammePlan> plan = generate(load_programme(systems / programme).value(), street(), china(), "604");
  EXPECT_TRUE(plan) << plan.diagnostics();
  EXPECT_TRUE(plan.diagnostics().empty()) << plan.diagnostics();
  return *plan;
}

using Counts = std::map<std::string, int>;

/// The part of an id between its first and its second "/": the rule.
std::string rule_of(const PlannedVisit& visit) {
  const std::size_t first = visit.id.find('/') + 1;
  return visit.id.substr(first, visit.id.find('/', first) - first);
}

TEST(S4, PlansEveryFrequencyAndMode) {
  const ProgrammePlan plan = plan_of("s4_modes/programme.json");
  Counts rules;
  std::map<std::string, Counts> modes;
  std::map<std::string, std::set<Date>> dates;
  for (const PlannedVisit& visit : plan.visits) {
    ++rules[rule_of(visit)];
    ++modes[rule_of(visit)][std::string(to_string(visit.mode))];
    dates[rule_of(visit)].insert(visit.date);
  }
  EXPECT_EQ(rules,
            (Counts{{"daily", 63}, {"half-monthly", 18}, {"monday-evening", 36}, {"regular", 40}, {"third-party", 3}}));
  // Five dates: the 9th, the 20th (the 19th is a Sunday), the 29th, and two that the seed draws.
  EXPECT_EQ(dates["regular"].size(), 5u);
  EXPECT_TRUE(dates["regular"].contains(*Date::of(2026, 4, 9)));
  EXPECT_TRUE(dates["regular"].contains(*Date::of(2026, 4, 20)));
  EXPECT_TRUE(dates["regular"].contains(*Date::of(2026, 4, 29)));
  EXPECT_EQ(modes["regular"], (Counts{{"announced", 16}, {"covert", 24}}));
  EXPECT_EQ(dates["monday-evening"].size(), 4u);
  EXPECT_EQ(dates["half-monthly"], (std::set<Date>{*Date::of(2026, 4, 1), *Date::of(2026, 4, 16)}));
  EXPECT_EQ(dates["third-party"], (std::set<Date>{*Date::of(2026, 4, 30)}));
  EXPECT_EQ(static_cast<std::int64_t>(dates["daily"].size()),
            china().working_days(*Date::of(2026, 4, 1), *Date::of(2026, 4, 30)).value());
}

TEST(S4, SendsInspectorsWithoutConflict) {
  const ProgrammePlan plan = plan_of("s4_modes/programme.json");
  std::ifstream in(systems / "s4_modes" / "inspectors.csv", std::ios::binary);
  ProblemLog log;
  const std::vector<Inspector> inspectors = read_inspectors(in, "inspectors.csv", log).value();
  const Assignment assigned = assign(plan.visits, inspectors).value();
  EXPECT_EQ(assigned.visits.size(), 126u);
  EXPECT_EQ(assigned.unassigned.size(), 34u);
  EXPECT_EQ(assigned.kilometres, 1338);
  std::map<std::string, const PlannedVisit*> visits;
  for (const PlannedVisit& visit : plan.visits) visits[visit.id] = &visit;
  for (const AssignedVisit& visit : assigned.visits) {
    const std::set<std::string> team(visit.inspectors.begin(), visit.inspectors.end());
    const PlannedVisit& planned = *visits.at(visit.visit);
    const bool of_c1 = std::count(planned.units.begin(), planned.units.end(), "c1") > 0;
    EXPECT_FALSE(of_c1 && team.contains("chen")) << visit.visit;                  // chen's own community
    EXPECT_FALSE(planned.site == "D001" && team.contains("li"));                  // li has contracted for it
    EXPECT_FALSE(planned.site == "D003" && team.contains("sun"));                 // sun's relatives
    EXPECT_FALSE(visit.date == *Date::of(2026, 4, 20) && team.contains("zhou"));  // on leave
  }
}

TEST(S4, DrawsThreeThreeAndTwoRoads) {
  DrawTerms terms = load_draw_terms(systems / "s4_modes" / "roads.json").value();
  std::ifstream in(systems / "s4_modes" / "roads.csv", std::ios::binary);
  ProblemLog log;
  terms.candidates = read_candidates(in, "roads.csv", log).value();
  Counts roads;
  for (const Candidate& candidate : terms.candidates) ++roads[candidate.stratum];
  EXPECT_EQ(roads, (Counts{{"back", 47}, {"main", 33}, {"rural", 21}}));
  EXPECT_EQ(commitment(terms).value(), "18b8624b8b7715e7290e4f6505b700d3d2ec6987efd921bd8650b043518c0060");
  const Draw drawn = draw(terms, "604").value();
  std::vector<std::string> ids;
  for (const DrawnCandidate& each : drawn.drawn) ids.push_back(each.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"R107", "R136", "R128", "R020", "R015", "R029", "R219", "R216"}));
}

TEST(S10, PlansFourteenActionsInTwoPhases) {
  const ProgrammePlan survey = plan_of("s10_campaigns/survey.json");
  Counts surveyed;
  std::set<std::string> sites;
  for (const PlannedVisit& visit : survey.visits) {
    ++surveyed[rule_of(visit)];
    sites.insert(visit.site);
    EXPECT_EQ(visit.mode, Mode::announced);
  }
  EXPECT_EQ(surveyed.size(), 14u);
  EXPECT_EQ(survey.visits.size(), 120u);
  EXPECT_EQ(sites.size(), 68u);

  const ProgrammePlan concentrated = plan_of("s10_campaigns/concentrated.json");
  Counts modes;
  std::map<std::string, std::map<Date, std::set<std::string>>> by_rule;
  for (const PlannedVisit& visit : concentrated.visits) {
    ++modes[std::string(to_string(visit.mode))];
    by_rule[rule_of(visit)][visit.date].insert(visit.site);
  }
  EXPECT_EQ(by_rule.size(), 14u);
  EXPECT_EQ(concentrated.visits.size(), 106u);
  EXPECT_EQ(modes, (Counts{{"covert", 52}, {"supervision", 54}}));
  // No site twice running within an action.
  for (const auto& [rule, dates] : by_rule) {
    std::set<std::string> before;
    for (const auto& [date, visited] : dates) {
      for (const std::string& site : visited) EXPECT_FALSE(before.contains(site)) << rule << " " << date;
      before = visited;
    }
  }
}

}  // namespace
}  // namespace aedile
