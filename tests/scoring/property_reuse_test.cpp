// Work space that is used again, and used side by side, changes nothing; and what-if says what rescoring says.

#include <gtest/gtest.h>

#include <thread>

#include "aedile/scoring/what_if.h"
#include "support/scored_case.h"

namespace aedile::test {
namespace {

constexpr int visits_per_framework = 8;

std::vector<VisitRecord> some_visits(const Framework& framework) {
  std::vector<VisitRecord> visits;
  for (int i = 0; i < visits_per_framework; ++i) visits.push_back(*any_visit_to(framework));
  return visits;
}

bool same_steps(const CompiledFramework& framework, const Derivation& a, const Derivation& b) {
  for (std::uint32_t n = 0; n < framework.size(); ++n) {
    const auto left = a.steps(NodeId{n});
    const auto right = b.steps(NodeId{n});
    const auto same = [](const Step& x, const Step& y) {
      return x.kind == y.kind && x.amount == y.amount && x.factor == y.factor && x.other == y.other &&
             x.rule == y.rule && x.row == y.row && x.count == y.count && x.detail == y.detail && x.ground == y.ground;
    };
    if (!std::equal(left.begin(), left.end(), right.begin(), right.end(), same)) return false;
    if (a.value(NodeId{n}) != b.value(NodeId{n})) return false;
  }
  return true;
}

RC_GTEST_PROP(AReusedScorecard, EqualsAFreshOne, ()) {
  const Framework framework = *any_framework_to_score();
  const CompiledFramework program = compiled(framework);
  Scorer reused_scorer(program);
  Scorecard reused;
  for (const VisitRecord& visit : some_visits(framework)) {
    const EncodedVisit coded = encoded(program, visit);
    const Derive derive = chance(40) ? Derive::yes : Derive::no;
    const Diagnostics problems =
        reused_scorer.score_into(*coded.applicability, coded.visit(), coded.observations(), reused, derive);
    RC_ASSERT(problems.empty());
    const Scorecard fresh = scored(program, visit, derive);
    RC_ASSERT(reused == fresh);
    RC_ASSERT((reused.derivation() == nullptr) == (derive == Derive::no));
    if (derive == Derive::yes) RC_ASSERT(same_steps(program, *reused.derivation(), *fresh.derivation()));
  }
}

/// One scorer for all visits: what one of them changed must be as before for the next.
void derivations_equal_those_of_every_node(const Flavour& flavour) {
  const Framework framework = *any_framework_to_score(flavour);
  const CompiledFramework program = compiled(framework);
  Scorer by_changes(program), reference(program);
  for (int i = 0; i < visits_per_framework; ++i) {
    const EncodedVisit coded = encoded(program, *any_visit_to(framework, flavour));
    const Scorecard card = scored(by_changes, coded, Derive::yes);
    const Result<Scorecard> whole =
        reference.score_exactly(*coded.applicability, coded.visit(), coded.observations(), Derive::yes);
    RC_ASSERT(whole.ok());
    RC_ASSERT(card == *whole);
    RC_ASSERT(same_steps(program, *card.derivation(), *whole->derivation()));
  }
}

RC_GTEST_PROP(ADerivation, EqualsThatOfEveryNodeAnew, ()) { derivations_equal_those_of_every_node({}); }

RC_GTEST_PROP(ADerivation, EqualsThatOfEveryNodeAnewOnWideTrees, ()) {
  derivations_equal_those_of_every_node({.max_depth = 2, .max_children = 15, .only_shares = true});
}

RC_GTEST_PROP(AReusedScorecard, IsLeftAsItWasWhereAVisitCannotBeScored, ()) {
  const Framework framework = *any_framework_to_score();
  const CompiledFramework program = compiled(framework);
  Scorer scorer(program);
  const EncodedVisit good = encoded(program, *any_visit_to(framework));
  EncodedVisit bad = encoded(program, *any_visit_to(framework));
  bad.findings.push_back(Finding{.item = NodeId{program.size()}});
  Scorecard card = scored(scorer, good);
  const Scorecard before = card;
  const Diagnostics problems = scorer.score_into(*bad.applicability, bad.visit(), bad.observations(), card);
  RC_ASSERT(problems.contains("bad_item"));
  RC_ASSERT(card == before);
  RC_ASSERT(scored(scorer, good) == before);
}

RC_GTEST_PROP(AReusedEncoder, EqualsAFreshOne, ()) {
  const Framework framework = *any_framework_to_score();
  const CompiledFramework program = compiled(framework);
  Encoder encoder(program);
  EncodedVisit reused;
  for (const VisitRecord& visit : some_visits(framework)) {
    RC_ASSERT(!encoder.encode(visit, reused).has_errors());
    const EncodedVisit fresh = encoded(program, visit);
    RC_ASSERT(*reused.applicability == *fresh.applicability);
    RC_ASSERT(reused.date == fresh.date);
    RC_ASSERT(reused.attributes == fresh.attributes);
    const auto same_list = [](const auto& a, const auto& b, auto same) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
    };
    RC_ASSERT(same_list(reused.findings, fresh.findings, [](const Finding& a, const Finding& b) {
      return a.item == b.item && a.count == b.count && a.values == b.values && a.row == b.row;
    }));
    RC_ASSERT(same_list(reused.readings, fresh.readings, [](const Reading& a, const Reading& b) {
      return a.item == b.item && a.name == b.name && a.is_label == b.is_label && a.quantity == b.quantity &&
             a.label == b.label && a.row == b.row;
    }));
    RC_ASSERT(same_list(reused.checks, fresh.checks, [](const Check& a, const Check& b) {
      return a.item == b.item && a.criterion == b.criterion && a.result == b.result && a.row == b.row;
    }));
  }
}

RC_GTEST_PROP(SeveralThreads, WithAScorerEachGiveTheSameBits, ()) {
  const Framework framework = *any_framework_to_score();
  const CompiledFramework program = compiled(framework);
  std::vector<EncodedVisit> visits;
  std::vector<Scorecard> expected;
  for (const VisitRecord& visit : some_visits(framework)) {
    visits.push_back(encoded(program, visit));
    Scorer scorer(program);
    expected.push_back(scored(scorer, visits.back()));
  }
  constexpr std::size_t thread_count = 4;
  std::vector<std::vector<Scorecard>> found(thread_count);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < thread_count; ++t) {
    threads.emplace_back([&, t] {
      Scorer scorer(program);
      // Each begins elsewhere, so that they are never at the same visit by design.
      for (std::size_t i = 0; i < visits.size(); ++i) {
        Result<Scorecard> card = scorer.score(visits[(i + t) % visits.size()], t % 2 ? Derive::yes : Derive::no);
        if (card) found[t].push_back(std::move(card).value());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t t = 0; t < thread_count; ++t) {
    RC_ASSERT(found[t].size() == visits.size());
    for (std::size_t i = 0; i < visits.size(); ++i) RC_ASSERT(found[t][i] == expected[(i + t) % visits.size()]);
  }
}

RC_GTEST_PROP(WhatIf, SaysWhatScoringWithoutTheFindingSays, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const EncodedVisit coded = encoded(program, drawn.visit);
  const Scorecard with = scored(program, drawn.visit);
  Result<WhatIf> result = what_if(program, *coded.applicability, coded.visit(), coded.observations());
  RC_ASSERT(result.ok());
  RC_ASSERT(result->total == with.mark());
  RC_ASSERT(result->fixes.size() == drawn.visit.findings.size());
  for (std::size_t i = 0; i < result->fixes.size(); ++i) {
    const Fix& fix = result->fixes[i];
    RC_ASSERT(fix.row == i);
    RC_ASSERT(fix.item == coded.findings[i].item);
    VisitRecord less = drawn.visit;
    less.findings.erase(less.findings.begin() + static_cast<std::ptrdiff_t>(i));
    const Scorecard without = scored(program, less);
    RC_ASSERT(fix.without == without.mark());
    const auto gain = [](const std::optional<Points>& to, const std::optional<Points>& from) {
      return to && from ? *to - *from : Points{};
    };
    RC_ASSERT(fix.gain == gain(without.mark(), with.mark()));
    RC_ASSERT(fix.item_gain == gain(without.mark(fix.item), with.mark(fix.item)));
  }
}

RC_GTEST_PROP(FixPlan, TotalsAreThoseOfScoringWithoutTheFindingsFixedSoFar, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const EncodedVisit coded = encoded(program, drawn.visit);
  const std::size_t limit = static_cast<std::size_t>(pick(0, 6));
  const auto plan = fix_plan(program, *coded.applicability, coded.visit(), coded.observations(), limit);
  RC_ASSERT(plan.ok());
  RC_ASSERT(plan->size() <= limit);
  VisitRecord less = drawn.visit;
  std::vector<std::size_t> left(drawn.visit.findings.size());
  for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
  std::optional<Points> before = scored(program, less).mark();
  for (const FixPlanStep& step : *plan) {
    const auto at = std::find(left.begin(), left.end(), std::size_t{step.row});
    RC_ASSERT(at != left.end());  // nothing is fixed twice
    less.findings.erase(less.findings.begin() + (at - left.begin()));
    left.erase(at);
    const std::optional<Points> after = scored(program, less).mark();
    RC_ASSERT(step.total == after);
    RC_ASSERT(step.gain == (after && before ? *after - *before : Points{}));
    before = after;
  }
}

}  // namespace
}  // namespace aedile::test
