// Assignments by example: each barrier, the reasons for what is left over, the rules of a plan.
#include "aedile/inspection/assignment.h"

#include <gtest/gtest.h>

#include <functional>

namespace aedile {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }

PlannedVisit visit(std::string id, std::string site, std::uint32_t inspectors = 1,
                   std::string_view date = "2026-11-09") {
  PlannedVisit planned{.id = std::move(id), .date = day(date)};
  planned.site = std::move(site);
  planned.inspectors = inspectors;
  planned.needs_lead = false;
  return planned;
}

std::vector<Inspector> people(std::vector<std::string> ids) {
  std::vector<Inspector> inspectors;
  for (std::string& id : ids) inspectors.push_back({.id = std::move(id)});
  return inspectors;
}

using Team = std::vector<std::string>;

TEST(Assignment, SharesTheLoadFairly) {
  const Assignment plan =
      assign({visit("a", "1"), visit("b", "2"), visit("c", "3"), visit("d", "4")}, people({"li", "wu", "chen", "zhao"}))
          .value();
  EXPECT_EQ(plan.loads, (std::vector<InspectorLoad>{{"chen", 1}, {"li", 1}, {"wu", 1}, {"zhao", 1}}));
  EXPECT_EQ(plan.cost, 4 * 1000);
  EXPECT_TRUE(plan.unassigned.empty());
}

TEST(Assignment, CountsTheLoadBeforeThePlanAndOfTheDaysBefore) {
  std::vector<Inspector> inspectors = people({"li", "wu"});
  inspectors[0].load_before = 3;
  const Assignment plan = assign({visit("a", "1", 1, "2026-11-09"), visit("b", "2", 1, "2026-11-10"),
                                  visit("c", "3", 1, "2026-11-11"), visit("d", "4", 1, "2026-11-12")},
                                 inspectors)
                              .value();
  // wu until both have had three; the fourth is anybody's.
  EXPECT_GE(plan.loads[1].visits, 3u);
  EXPECT_EQ(plan.loads[0].visits + plan.loads[1].visits, 4u);
  EXPECT_EQ(plan.cost, 1000 * (1 + 3 + 5 + 7));
}

TEST(Assignment, PrefersTheNearerWhereLoadIsEqual) {
  const auto at = [](std::int64_t longitude) { return Coordinates{Degrees::of(30), Degrees::of(longitude)}; };
  std::vector<Inspector> inspectors = people({"east", "west"});
  inspectors[0].base = at(121);
  inspectors[1].base = at(119);
  PlannedVisit in_the_east = visit("a", "1");
  in_the_east.at = at(121);
  PlannedVisit in_the_west = visit("b", "2");
  in_the_west.at = at(119);
  const Assignment plan = assign({in_the_west, in_the_east}, inspectors).value();
  EXPECT_EQ(plan.visits[0].inspectors, Team{"east"});
  EXPECT_EQ(plan.visits[1].inspectors, Team{"west"});
  EXPECT_EQ(plan.kilometres, 0);
  // Both to the one in the east: the other comes 193 km.
  PlannedVisit both = in_the_east;
  both.inspectors = 2;
  EXPECT_EQ(assign({both}, inspectors)->kilometres, 193);
}

PlannedVisit timed(std::string id, std::string_view start, std::string_view end, std::uint32_t inspectors = 1) {
  PlannedVisit planned = visit(id, "s" + id, inspectors);
  planned.start = Instant::parse("2026-11-09T" + std::string(start) + ":00Z").value();
  planned.end = Instant::parse("2026-11-09T" + std::string(end) + ":00Z").value();
  return planned;
}

TEST(Assignment, SendsNobodyToTwoVisitsAtOneTime) {
  const std::vector<PlannedVisit> both{timed("a", "08:00", "10:00"), timed("b", "09:00", "11:00")};
  const Result<Assignment> plan = assign(both, people({"li"}));
  ASSERT_EQ(plan->visits.size(), 1u);
  EXPECT_EQ(plan->visits[0].visit, "a");
  ASSERT_EQ(plan->unassigned.size(), 1u);
  EXPECT_EQ(plan->unassigned[0].reason, UnassignedVisit::Reason::taken);
  EXPECT_EQ(plan->unassigned[0].excluded, (std::vector<BarrierCount>{{Barrier::overlap, 1, {"li"}}}));
  EXPECT_EQ(assign(both, people({"li", "wu"}))->visits.size(), 2u);
  // One that begins as the other ends does not overlap, nor does one without hours.
  EXPECT_EQ(assign({both[0], timed("c", "10:00", "11:00")}, people({"li"}))->visits.size(), 2u);
  EXPECT_EQ(assign({both[0], visit("d", "4")}, people({"li"}))->visits.size(), 2u);
  // The night before reaches into the day.
  PlannedVisit night = timed("e", "20:00", "23:00");
  night.end = Instant::parse("2026-11-10T02:00:00Z").value();
  PlannedVisit early = timed("f", "08:00", "09:00");
  early.date = day("2026-11-10");
  early.start = Instant::parse("2026-11-10T01:00:00Z").value();
  early.end = Instant::parse("2026-11-10T03:00:00Z").value();
  EXPECT_EQ(assign({night, early}, people({"li"}))->unassigned.size(), 1u);
}

TEST(Assignment, GivesAChainOfOverlapsToWhoeverIsFree) {
  const std::vector<PlannedVisit> chain{timed("a", "08:00", "10:00"), timed("b", "09:00", "11:00"),
                                        timed("c", "10:00", "12:00"), timed("d", "11:00", "13:00")};
  const Assignment plan = assign(chain, people({"li", "wu"})).value();
  EXPECT_TRUE(plan.unassigned.empty());
  EXPECT_EQ(plan.loads, (std::vector<InspectorLoad>{{"li", 2}, {"wu", 2}}));
}

TEST(Assignment, RefusesHoursThatEndBeforeTheyBegin) {
  const Result<Assignment> plan = assign({timed("a", "10:00", "10:00")}, people({"li"}));
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.diagnostics().to_string().find("visit_hours_reversed") != std::string::npos, true);
}

/// A day far beyond what eighty people can do: which 400 of the 600 visits are kept is known.
TEST(Assignment, OfACrowdedDayKeepsTheFirstVisits) {
  std::vector<PlannedVisit> visits;
  for (int v = 0; v < 600; ++v) visits.push_back(visit("v" + std::to_string(1000 + v), "s", 2));
  std::vector<Inspector> inspectors;
  for (int i = 0; i < 80; ++i) inspectors.push_back({.id = "i" + std::to_string(100 + i), .capacity_per_day = 10});
  const Assignment plan = assign(visits, inspectors).value();
  ASSERT_EQ(plan.visits.size(), 400u);
  EXPECT_EQ(plan.visits.back().visit, "v1399");
  for (const InspectorLoad& load : plan.loads) EXPECT_EQ(load.visits, 10u);
}

TEST(Assignment, PutsALeadFirstInEveryTeamThatNeedsOne) {
  std::vector<Inspector> inspectors = people({"a", "b", "c", "d"});
  inspectors[2].lead = true;  // only c may lead, two visits a day
  std::vector<PlannedVisit> visits{visit("1", "s1", 2), visit("2", "s2", 2), visit("3", "s3", 2)};
  for (PlannedVisit& planned : visits) planned.needs_lead = true;
  const Assignment plan = assign(visits, inspectors).value();
  ASSERT_EQ(plan.visits.size(), 2u);
  for (const AssignedVisit& assigned : plan.visits) {
    EXPECT_EQ(assigned.inspectors.size(), 2u);
    EXPECT_EQ(assigned.inspectors[0], "c");
    EXPECT_NE(assigned.inspectors[1], "c");
  }
  ASSERT_EQ(plan.unassigned.size(), 1u);
  EXPECT_EQ(plan.unassigned[0],
            (UnassignedVisit{
                "3", day("2026-11-09"), UnassignedVisit::Reason::taken, 2, 4, 1, {{Barrier::capacity, 1, {"c"}}}}));
}

TEST(Assignment, NamesWhatKeepsEachInspectorFromAVisit) {
  PlannedVisit planned = visit("v", "P041");
  planned.district = "east";
  planned.units = {"grid-3", "street-1"};
  planned.qualifications = {"food"};
  std::vector<Inspector> inspectors =
      people({"away", "elsewhere", "unqualified", "own", "contract", "contract-2", "kin", "kin-2", "last", "later"});
  for (Inspector& inspector : inspectors) inspector.qualifications = {"food", "fire"};
  inspectors[0].absences = {{day("2026-11-09"), day("2026-11-20")}};
  inspectors[1].districts = {"west"};
  inspectors[2].qualifications = {"fire"};
  inspectors[3].own_units = {"street-1"};
  inspectors[4].own_contracts = {"P041"};
  inspectors[5].own_contracts = {"grid-3"};
  inspectors[6].kin_sites = {"P041"};
  inspectors[7].kin_units = {"grid-3"};
  inspectors[9].valid.from = day("2026-12-01");
  AssignmentOptions options;
  options.past = {{"P041", day("2026-10-09"), {"own"}}, {"P041", day("2026-10-19"), {"last", "who has left"}}};
  const Result<Assignment> plan = assign({planned}, inspectors, options);
  ASSERT_TRUE(plan);
  ASSERT_EQ(plan->unassigned.size(), 1u);
  EXPECT_EQ(plan->unassigned[0], (UnassignedVisit{"v",
                                                  day("2026-11-09"),
                                                  UnassignedVisit::Reason::too_few,
                                                  1,
                                                  0,
                                                  0,
                                                  {{Barrier::absent, 2, {"away", "later"}},
                                                   {Barrier::district, 1, {"elsewhere"}},
                                                   {Barrier::qualification, 1, {"unqualified"}},
                                                   {Barrier::own_unit, 1, {"own"}},
                                                   {Barrier::own_contract, 2, {"contract", "contract-2"}},
                                                   {Barrier::kinship, 2, {"kin", "kin-2"}},
                                                   {Barrier::rotation, 1, {"last"}}}}));
  EXPECT_EQ(plan.diagnostics().to_string(),
            "/visits/0: warning: visit \"v\" on 2026-11-09 takes 1 inspector, but only 0 may go (excluded: absent 2 "
            "(away later), district 1 (elsewhere), qualification 1 (unqualified), own_unit 1 (own), own_contract 2 "
            "(contract contract-2), kinship 2 (kin kin-2), rotation 1 (last)); send others, or lift what can be lifted "
            "[visit_too_few]\n");
  options.language = Language::zh;
  EXPECT_EQ(
      assign({planned}, inspectors, options).diagnostics().to_string(Language::zh),
      "/visits/0: warning: 2026-11-09 的检查“v”需要 1 名检查人员，只有 0 名可派（被排除：当天缺勤 2 名（away later）、"
      "不在本辖区 1 名（elsewhere）、资质不符 1 名（unqualified）、属本单位 1 名（own）、"
      "属本人包保 2 名（contract contract-2）、亲属回避 2 名（kin kin-2）、上次已检查 1 名（last））；"
      "请另派人员或调整限制 [visit_too_few]\n");
  // Each barrier lifted by itself lets exactly that inspector go.
  inspectors[3].own_units.clear();
  EXPECT_EQ(assign({planned}, inspectors, options)->visits[0].inspectors, Team{"own"});
}

TEST(Assignment, CountsWhomItDoesNotName) {
  std::vector<Inspector> inspectors = people({"a", "b", "c"});
  for (Inspector& inspector : inspectors) inspector.districts = {"west"};
  PlannedVisit planned = visit("v", "s");
  planned.district = "east";
  AssignmentOptions options;
  options.name_up_to = 2;
  EXPECT_EQ(assign({planned}, inspectors, options)->unassigned[0].excluded,
            (std::vector<BarrierCount>{{Barrier::district, 3, {}}}));
}

TEST(Assignment, SaysWhereOnlyALeadIsMissing) {
  PlannedVisit planned = visit("v", "s", 2);
  planned.needs_lead = true;
  const Result<Assignment> plan = assign({planned}, people({"a", "b", "c"}));
  EXPECT_EQ(plan->unassigned[0].reason, UnassignedVisit::Reason::no_lead);
  EXPECT_TRUE(plan.diagnostics().contains("visit_no_lead"));
}

TEST(Assignment, SendsNobodyToTheSameSiteTwiceRunning) {
  std::vector<PlannedVisit> visits;
  for (const char* date : {"2026-11-09", "2026-11-19", "2026-11-29"}) visits.push_back(visit(date, "P041", 1, date));
  std::vector<Inspector> inspectors = people({"a", "b"});
  inspectors[1].load_before = 50;  // b is to be spared, and goes all the same
  const Assignment plan = assign(visits, inspectors).value();
  EXPECT_EQ(plan.visits[0].inspectors, Team{"a"});
  EXPECT_EQ(plan.visits[1].inspectors, Team{"b"});
  EXPECT_EQ(plan.visits[2].inspectors, Team{"a"});
}

TEST(Assignment, GivesUpALaterVisitAndNeverHalfOfTwo) {
  // Two inspectors, one visit each a day: either visit can be carried out, not both.
  std::vector<Inspector> inspectors = people({"a", "b"});
  for (Inspector& inspector : inspectors) inspector.capacity_per_day = 1;
  const Assignment plan = assign({visit("2", "t", 2), visit("1", "s", 2)}, inspectors).value();
  ASSERT_EQ(plan.visits.size(), 1u);
  EXPECT_EQ(plan.visits[0].visit, "1");
  EXPECT_EQ(plan.visits[0].inspectors, (Team{"a", "b"}));
  EXPECT_EQ(plan.unassigned[0].visit, "2");
  EXPECT_EQ(plan.unassigned[0].excluded, (std::vector<BarrierCount>{{Barrier::capacity, 2, {"a", "b"}}}));
}

TEST(Assignment, ReportsEveryProblemOfItsInput) {
  std::vector<Inspector> inspectors = people({"a", "a", ""});
  inspectors[0].capacity_per_day = 0;
  inspectors[1].capacity_per_day = 1001;
  inspectors[2].load_before = 1'000'001;
  std::vector<PlannedVisit> visits{visit("v", "s"), visit("v", ""), visit("w\n", "s", 0), visit("x", "s", 101)};
  AssignmentOptions options;
  options.load_cost = options.kilometre_cost = 1'000'001;
  std::vector<std::string> found;
  const Diagnostics problems = assign(visits, inspectors, options).diagnostics();
  for (const Diagnostic& problem : problems) {
    found.push_back(problem.place.pointer + " " + std::string(problem.code()));
  }
  EXPECT_EQ(found, (std::vector<std::string>{
                       "/visits/1/id duplicate_planned_visit", "/visits/1/site empty_text",
                       "/visits/2/id control_character", "/visits/2/inspectors team_size_range",
                       "/visits/3/inspectors team_size_range", "/inspectors/0/capacity_per_day capacity_range",
                       "/inspectors/1/id duplicate_inspector", "/inspectors/1/capacity_per_day capacity_range",
                       "/inspectors/2/id empty_text", "/inspectors/2/load_before load_range",
                       "/load_cost assignment_cost_range", "/kilometre_cost assignment_cost_range"}));
}

TEST(Assignment, OfNothingIsNothing) {
  EXPECT_TRUE(assign({}, {})->visits.empty());
  EXPECT_EQ(assign({visit("v", "s")}, {})->unassigned.size(), 1u);
  EXPECT_EQ(assign({}, people({"a"}))->loads.size(), 1u);
}

TEST(Barrier, HasANameAndATitle) {
  for (std::size_t b = 0; b < barrier_count; ++b) {
    EXPECT_FALSE(to_string(static_cast<Barrier>(b)).empty());
    EXPECT_NE(title(static_cast<Barrier>(b)).in(Language::en), title(static_cast<Barrier>(b)).in(Language::zh));
  }
}

}  // namespace
}  // namespace aedile
