// Means over parts whose full marks have no small common multiple: guard digits still decide them, so that a large
// framework is not a slow one.

#include <gtest/gtest.h>

#include <random>

#include "aedile/scoring/scorer.h"

namespace aedile {
namespace {

constexpr std::size_t branches = 5, items_of_branch = 40;

/// Full marks of hundredths without common divisors, a weighted mean of shares at every inner node.
CompiledFramework framework() {
  Framework made{.id = "wide", .edition = "1", .title = "wide"};
  Node total{.code = "total"};
  total.aggregation.by = Aggregator::weighted_mean;
  made.nodes.push_back(total);
  int hundredths = 1009;
  for (std::size_t b = 0; b < branches; ++b) {
    Node branch{.code = "b" + std::to_string(b), .parent = 0};
    branch.aggregation.by = Aggregator::weighted_mean;
    branch.weight = Weight::of(static_cast<int>(b) + 3);
    made.nodes.push_back(branch);
    const std::size_t above = made.nodes.size() - 1;
    for (std::size_t i = 0; i < items_of_branch; ++i, hundredths += 7) {
      Node item{.code = "b" + std::to_string(b) + "i" + std::to_string(i), .parent = above};
      item.weight = Weight::of(1 + static_cast<int>(i % 9));
      item.full_marks = Points::from_scaled(hundredths * (Points::unit / 100));
      item.rules.push_back(Deduction{.each = {.points = Points::from_scaled(Points::unit / 100 * 37)}});
      made.nodes.push_back(item);
    }
  }
  return compile(made).value();
}

TEST(WideMeans, AreDecidedByGuardDigitsAndEqualExactMarks) {
  const CompiledFramework compiled = framework();
  std::mt19937 random(7);
  Scorer scorer(compiled), reference(compiled);
  std::vector<NodeId> items;
  for (std::size_t i = 0; i < compiled.size(); ++i)
    if (compiled.is_item(NodeId{i})) items.emplace_back(i);
  for (int visit = 0; visit < 200; ++visit) {
    std::vector<NodeId> left_out;
    for (auto n = random() % 30; n > 0; --n) left_out.push_back(items[random() % items.size()]);
    const Applicability applies = compiled.applicability_except(compiled.applicability(left_out));
    std::vector<Finding> findings;
    for (auto n = random() % 24; n > 0; --n) {
      const NodeId item = items[random() % items.size()];
      if (applies.applies(item)) findings.push_back({.item = item, .count = static_cast<std::uint32_t>(random() % 40)});
    }
    for (int again = 0; again < 2; ++again) {  // the second time the sums of the baseline are known
      const Result<Scorecard> card = scorer.score(applies, {}, {.findings = findings});
      const Result<Scorecard> exact = reference.score_exactly(applies, {}, {.findings = findings});
      ASSERT_TRUE(card && exact);
      for (std::size_t n = 0; n < compiled.size(); ++n) ASSERT_EQ(card->mark(NodeId{n}), exact->mark(NodeId{n})) << n;
    }
  }
  EXPECT_EQ(scorer.fallbacks(), 0u);
}

}  // namespace
}  // namespace aedile
