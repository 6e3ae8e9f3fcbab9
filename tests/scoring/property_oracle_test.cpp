// Every score equals the oracle's to the last digit, whichever way it is worked out.

#include <gtest/gtest.h>

#include "support/scored_case.h"

namespace aedile::test {
namespace {

constexpr int visits_per_framework = 6;

// One random framework, several visits, each compared with the oracle node by node.
void expect_the_oracle_is_right(const Flavour& flavour) {
  const Framework framework = *any_framework_to_score(flavour);
  const CompiledFramework program = compiled(framework);
  Scorer scorer(program);
  for (int i = 0; i < visits_per_framework; ++i) {
    const VisitRecord visit = *any_visit_to(framework, flavour);
    const EncodedVisit coded = encoded(program, visit);
    const OracleCard expected = oracle_score(framework, visit);
    const auto compare = [&](const char* how, const Scorecard& card) {
      const std::string found = differences(program, card, expected);
      if (!found.empty()) RC_FAIL(std::string(how) + ":\n" + found);
    };
    compare("plain", scored(scorer, coded));
    compare("with derivation", scored(scorer, coded, Derive::yes));
    Result<Scorecard> exact = scorer.score_exactly(*coded.applicability, coded.visit(), coded.observations());
    RC_ASSERT(exact.ok());
    compare("exactly", *exact);
  }
}

RC_GTEST_PROP(Scores, EqualTheOracle, ()) { expect_the_oracle_is_right({}); }

RC_GTEST_PROP(Scores, EqualTheOracleWhereTiesAtRoundingBoundariesAreCommon, ()) {
  expect_the_oracle_is_right({.tied = true});
}

RC_GTEST_PROP(Scores, EqualTheOracleOnWideTrees, ()) {
  expect_the_oracle_is_right({.max_depth = 1, .max_children = 20, .cycles = false});
}

RC_GTEST_PROP(Scores, EqualTheOracleOnChains, ()) { expect_the_oracle_is_right({.max_depth = 9, .max_children = 2}); }

RC_GTEST_PROP(Scores, EqualTheOracleWithoutMerits, ()) {
  expect_the_oracle_is_right({.merits = false, .only_shares = true});
}

RC_GTEST_PROP(Derivations, AddUpToTheValueOfEveryNode, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const Scorecard card = scored(program, drawn.visit, Derive::yes);
  RC_ASSERT(card.derivation() != nullptr);
  for (std::uint32_t i = 0; i < card.size(); ++i) {
    const NodeId node{i};
    Rational sum;
    for (const Step& step : card.derivation()->steps(node)) sum += step.amount;
    if (card.status(node) != Status::scored) continue;
    if (sum != card.derivation()->value(node)) {
      RC_FAIL(std::string(program.code(node)) + ": steps sum to " + sum.to_string() + ", not " +
              card.derivation()->value(node).to_string());
    }
    RC_ASSERT(card.mark(node) == sum.rounded_to<Points>(drawn.framework.marks));
  }
}

RC_GTEST_PROP(Derivations, ChangeNoBitOfTheScore, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const Scorecard plain = scored(program, drawn.visit);
  const Scorecard derived = scored(program, drawn.visit, Derive::yes);
  RC_ASSERT(plain == derived);
  RC_ASSERT(plain.derivation() == nullptr);
}

// A finding that no table has points for is refused by both, and the library scores nothing.
RC_GTEST_PROP(Scores, AreRefusedWhereTheOracleRefuses, ()) {
  const Flavour flavour{.max_depth = 2, .branch_checks = false};
  Framework framework = *any_framework_to_score(flavour);
  for (Node& node : framework.nodes) {
    for (Rule& rule : node.rules) {
      std::visit(
          [](auto& kind) {
            if constexpr (requires { kind.each; }) {
              if (!kind.each.points.by.empty() && chance(50)) kind.each.points.otherwise.reset();
            }
          },
          rule);
    }
  }
  const Result<CompiledFramework> result = compile(framework);
  RC_PRE(result.ok());
  const VisitRecord visit = *any_visit_to(framework, flavour);
  const EncodedVisit coded = encoded(*result, visit);
  Scorer scorer(*result);
  std::string refusal;
  try {
    (void)oracle_score(framework, visit);
  } catch (const OracleError& error) {
    refusal = error.what();
  }
  const Result<Scorecard> card = scorer.score(coded);
  RC_CLASSIFY(!refusal.empty(), refusal);
  RC_ASSERT(card.ok() == refusal.empty());
  if (!refusal.empty()) RC_ASSERT(card.diagnostics().contains(refusal));
}

}  // namespace
}  // namespace aedile::test
