// What findings cost and what fixing them gains, under caps, vetoes, free allowances and bonuses; compared with scoring
// the shorter records from scratch.

#include "aedile/scoring/what_if.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "aedile/framework/builder.h"
#include "support/scored_case.h"

namespace aedile::test {
namespace {

Points points(std::string_view text) { return Points::parse(text).value(); }

CompiledFramework compiled_by(const FrameworkBuilder& builder) {
  Result<Framework> built = builder.build();
  if (!built) throw std::runtime_error(errors_of(built.diagnostics()));
  Result<CompiledFramework> program = compile(std::move(built).value());
  if (!program) throw std::runtime_error(errors_of(program.diagnostics()));
  return std::move(program).value();
}

struct Seen {
  std::string item;
  std::uint32_t count = 1;
  std::string severity = {};
};

VisitRecord visit_with(const std::vector<Seen>& seen) {
  VisitRecord visit;
  visit.id = "V";
  for (const Seen& one : seen) {
    FindingRecord finding;
    finding.item = one.item;
    finding.count = one.count;
    if (!one.severity.empty()) finding.attributes = {{"severity", one.severity}};
    visit.findings.push_back(finding);
  }
  return visit;
}

WhatIf what_if_of(const CompiledFramework& program, const VisitRecord& visit) {
  EncodedVisit coded;
  const Diagnostics problems = Encoder(program).encode(visit, coded);
  if (problems.has_errors()) throw std::runtime_error(errors_of(problems));
  return what_if(program, *coded.applicability, coded.visit(), coded.observations()).value();
}

std::vector<FixPlanStep> plan_of(const CompiledFramework& program, const VisitRecord& visit, std::size_t limit = 100) {
  EncodedVisit coded;
  const Diagnostics problems = Encoder(program).encode(visit, coded);
  if (problems.has_errors()) throw std::runtime_error(errors_of(problems));
  return fix_plan(program, *coded.applicability, coded.visit(), coded.observations(), limit).value();
}

std::vector<std::string> gains(const WhatIf& result) {
  std::vector<std::string> list;
  for (const Fix& fix : result.fixes) list.push_back(fix.gain.to_string());
  return list;
}

/// "row+gain" of each step.
std::vector<std::string> steps(const std::vector<FixPlanStep>& plan) {
  std::vector<std::string> list;
  for (const FixPlanStep& step : plan) list.push_back(std::to_string(step.row) + "+" + step.gain.to_string());
  return list;
}

using Words = std::vector<std::string>;

/// Item 1 with the rule, worth 10; item 2 with 1 point off for each finding, worth 20.
CompiledFramework two_items(const Rule& rule) {
  return compiled_by(FrameworkBuilder("demo", "1")
                         .attribute("severity", {"minor", "fatal"})
                         .root("total", "Total", [&](NodeBuilder& total) {
                           total.item("1", "First", "10").rule(rule);
                           total.item("2", "Second", "20").rule(Deduction{.each = {.points = Points::of(1)}});
                         }));
}

TEST(WhatIf, GivesEachFindingItsCost) {
  const CompiledFramework program = two_items(Deduction{.each = {.points = Points::of(2)}});
  const WhatIf result = what_if_of(program, visit_with({{"1"}, {"2", 3}, {"1", 2}}));
  EXPECT_EQ(result.total, points("21"));
  EXPECT_EQ(gains(result), (Words{"2", "3", "4"}));
  EXPECT_EQ(result.fixes[1].row, 1u);
  EXPECT_EQ(result.fixes[1].item, *program.find("2"));
  EXPECT_EQ(result.fixes[1].without, points("24"));
  EXPECT_EQ(result.fixes[1].item_gain, points("3"));
}

TEST(WhatIf, SaysThatUnderACapOneFixMayGainNothing) {
  const CompiledFramework program = two_items(Deduction{.each = {.points = Points::of(2), .cap = Points::of(4)}});
  const WhatIf result = what_if_of(program, visit_with({{"1"}, {"1"}, {"1"}, {"2"}}));
  EXPECT_EQ(result.total, points("25"));
  EXPECT_EQ(gains(result), (Words{"0", "0", "0", "1"}));
}

TEST(WhatIf, CountsTheFreeAllowanceOfTheOthers) {
  const CompiledFramework program = two_items(Deduction{.each = {.points = Points::of(2), .free = 1}});
  EXPECT_EQ(gains(what_if_of(program, visit_with({{"1"}}))), (Words{"0"}));
  EXPECT_EQ(gains(what_if_of(program, visit_with({{"1"}, {"1"}, {"1", 2}}))), (Words{"2", "2", "4"}));
}

TEST(WhatIf, SeesBeyondTheItemWhereAVetoHoldsTheTotal) {
  const CompiledFramework program =
      two_items(Veto{.when = {{"severity", {"fatal"}}}, .on = "total", .ceiling = Points::of(15)});
  const WhatIf result = what_if_of(program, visit_with({{"1", 1, "fatal"}, {"2", 2}}));
  EXPECT_EQ(result.total, points("15"));
  EXPECT_EQ(gains(result), (Words{"13", "0"}));
  EXPECT_EQ(result.fixes[0].item_gain, points("0"));
  EXPECT_EQ(result.fixes[1].item_gain, points("2"));
}

TEST(WhatIf, ShowsAMeritAsALossIfItHadNotBeen) {
  const CompiledFramework program = two_items(Bonus{.each = {.points = Points::of(3), .cap = Points::of(5)}});
  const WhatIf result = what_if_of(program, visit_with({{"1"}, {"1"}, {"2"}}));
  EXPECT_EQ(gains(result), (Words{"-2", "-2", "1"}));
}

TEST(WhatIf, OpensAGateForTheBonus) {
  const CompiledFramework program =
      compiled_by(FrameworkBuilder("demo", "1").root("total", "Total", [](NodeBuilder& total) {
        total.item("1", "Basic", "100").rule(Deduction{.each = {.points = Points::of(4)}});
        total.item("2", "Extra", "0")
            .role(Role::adds)
            .rule(Bonus{.each = {.points = Points::of(5), .cap = Points::of(5)},
                        .gate = MarkCondition{"1", {.at_least = Points::of(95)}}});
      }));
  const WhatIf result = what_if_of(program, visit_with({{"1"}, {"1"}, {"2"}}));
  EXPECT_EQ(result.total, points("92"));
  EXPECT_EQ(gains(result), (Words{"9", "9", "0"}));
}

TEST(WhatIf, HasNoGainWhereThereIsNoMark) {
  const CompiledFramework program =
      compiled_by(FrameworkBuilder("demo", "1").root("total", "Total", [](NodeBuilder& total) {
        total.aggregation({.not_observed = Missing::not_scored});
        total.item("1", "Counted", "10").rule(Deduction{.each = {.points = Points::of(2)}});
        total.item("2", "Checked", "10").rule(Checklist{});
      }));
  const WhatIf result = what_if_of(program, visit_with({{"1"}}));
  EXPECT_EQ(result.total, std::nullopt);
  EXPECT_EQ(result.fixes[0].without, std::nullopt);
  EXPECT_EQ(result.fixes[0].gain, points("0"));
  EXPECT_EQ(result.fixes[0].item_gain, points("2"));
  EXPECT_TRUE(plan_of(program, visit_with({{"1"}})).empty());
}

TEST(WhatIf, ReportsTheProblemsOfTheVisit) {
  const CompiledFramework program = two_items(Deduction{.each = {.points = Points::of(2)}});
  Finding stray;
  stray.item = program.root();
  const std::vector<Finding> findings{stray};
  EXPECT_TRUE(what_if(program, program.all(), {}, {findings, {}, {}}).diagnostics().contains("bad_item"));
  EXPECT_TRUE(fix_plan(program, program.all(), {}, {findings, {}, {}}, 3).diagnostics().contains("bad_item"));
}

TEST(FixPlan, TakesTheBestGainFirstAndTheFirstOfEquals) {
  const CompiledFramework program = two_items(Deduction{.each = {.points = Points::of(2)}});
  const VisitRecord visit = visit_with({{"2"}, {"1"}, {"2", 5}, {"1"}});
  EXPECT_EQ(steps(plan_of(program, visit)), (Words{"2+5", "1+2", "3+2", "0+1"}));
  EXPECT_EQ(steps(plan_of(program, visit, 2)), (Words{"2+5", "1+2"}));
  EXPECT_EQ(plan_of(program, visit).back().total, points("30"));
}

TEST(FixPlan, ClearsAWholeItemWhereNoSingleFixGains) {
  const CompiledFramework program = two_items(WholeItem{});
  const VisitRecord visit = visit_with({{"1"}, {"2"}, {"1"}, {"1"}});
  EXPECT_EQ(steps(plan_of(program, visit)), (Words{"1+1", "0+0", "2+0", "3+10"}));
}

TEST(FixPlan, ShowsTheGainOfAClearedItemWhereItArises) {
  const CompiledFramework program = two_items(Deduction{.each = {.points = Points::of(2), .cap = Points::of(4)}});
  EXPECT_EQ(steps(plan_of(program, visit_with({{"1"}, {"1"}, {"1"}}))), (Words{"0+0", "1+2", "2+2"}));
}

TEST(FixPlan, PrefersTheItemThatGainsMostWhenCleared) {
  const CompiledFramework program =
      compiled_by(FrameworkBuilder("demo", "1").root("total", "Total", [](NodeBuilder& total) {
        total.item("1", "Small", "5").rule(WholeItem{});
        total.item("2", "Large", "50").rule(WholeItem{});
      }));
  EXPECT_EQ(steps(plan_of(program, visit_with({{"1"}, {"1"}, {"2"}, {"2"}}))), (Words{"2+0", "3+50", "0+0", "1+5"}));
}

TEST(FixPlan, FindsTheVetoesOfSeveralItemsTogetherAndNothingElse) {
  const CompiledFramework program =
      compiled_by(FrameworkBuilder("demo", "1").root("total", "Total", [](NodeBuilder& total) {
        for (const char* code : {"1", "2", "3"})
          total.item(code, code, "10").rule(Veto{.when = {}, .on = "total", .ceiling = Points::of(12)});
        total.item("4", "Fine", "10").rule(Deduction{.each = {.points = Points::of(1)}});
      }));
  EXPECT_EQ(steps(plan_of(program, visit_with({{"4"}, {"3"}, {"1"}}))), (Words{"1+0", "2+27", "0+1"}));
}

TEST(FixPlan, NeverFixesAMerit) {
  const CompiledFramework program = two_items(Bonus{.each = {.points = Points::of(3), .cap = Points::of(5)}});
  EXPECT_EQ(steps(plan_of(program, visit_with({{"1"}, {"1"}, {"2"}}))), (Words{"2+1"}));
}

TEST(FixPlan, LeavesOutStepsThatTheLimitMadeVain) {
  const CompiledFramework program = two_items(WholeItem{});
  EXPECT_EQ(steps(plan_of(program, visit_with({{"2"}, {"1"}, {"1"}, {"1"}}), 3)), (Words{"0+1"}));
}

// --- the plain twin: encode and score the shorter record from scratch ---

VisitRecord without_rows(const VisitRecord& visit, const std::vector<std::uint32_t>& rows) {
  VisitRecord shorter = visit;
  shorter.findings.clear();
  for (std::uint32_t i = 0; i < visit.findings.size(); ++i)
    if (std::find(rows.begin(), rows.end(), i) == rows.end()) shorter.findings.push_back(visit.findings[i]);
  return shorter;
}

RC_GTEST_PROP(WhatIf, EqualsTheOracleOnTheRecordWithoutTheFinding, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const WhatIf result = what_if_of(program, drawn.visit);
  RC_ASSERT(result.fixes.size() == drawn.visit.findings.size());
  const std::optional<Points> total = oracle_score(drawn.framework, drawn.visit).total().mark;
  RC_ASSERT(result.total == total);
  for (std::uint32_t i = 0; i < drawn.visit.findings.size(); ++i) {
    const Fix& fix = result.fixes[i];
    RC_ASSERT(fix.row == i);
    const std::optional<Points> without = oracle_score(drawn.framework, without_rows(drawn.visit, {i})).total().mark;
    RC_ASSERT(fix.without == without);
    RC_ASSERT(fix.gain == (total && without ? *without - *total : Points{}));
  }
}

RC_GTEST_PROP(FixPlan, ReachesTheTotalsItPromisesByTheBestStepAtEachTurn, ()) {
  const ScoredCase drawn = *any_scored_case({.max_depth = 2});
  const CompiledFramework program = compiled(drawn.framework);
  const std::vector<FixPlanStep> plan = plan_of(program, drawn.visit);
  std::vector<std::uint32_t> fixed;
  std::optional<Points> before = oracle_score(drawn.framework, drawn.visit).total().mark;
  for (const FixPlanStep& step : plan) {
    RC_ASSERT(std::find(fixed.begin(), fixed.end(), step.row) == fixed.end());
    Points best;  // of all single fixes at this point
    for (std::uint32_t i = 0; i < drawn.visit.findings.size(); ++i) {
      if (std::find(fixed.begin(), fixed.end(), i) != fixed.end()) continue;
      std::vector<std::uint32_t> tried = fixed;
      tried.push_back(i);
      best = std::max(best, *oracle_score(drawn.framework, without_rows(drawn.visit, tried)).total().mark - *before);
    }
    fixed.push_back(step.row);
    RC_ASSERT(step.total == oracle_score(drawn.framework, without_rows(drawn.visit, fixed)).total().mark);
    RC_ASSERT(step.gain == *step.total - *before);
    // Within a group that is taken together another finding may gain more for the moment; never where a step is single.
    if (step.gain > Points{} && fixed.size() == 1) RC_ASSERT(step.gain == best);
    before = step.total;
  }
  if (!plan.empty()) RC_ASSERT(plan.back().gain > Points{});
}

}  // namespace
}  // namespace aedile::test
