// Visits of nothing but findings are scored in 64 bits (scoring/quick.h): to the same bits as with exact fractions, and
// whatever is not for that way finds its work space as if nothing had been tried.

#include <gtest/gtest.h>

#include "framework/program.h"
#include "scoring/changes.h"
#include "support/scored_case.h"

namespace aedile::test {
namespace {

constexpr int visits_per_framework = 12;

struct Kind {
  bool common = false;  // only what is always scored in 64 bits
  bool tied = false;    // few places, halves and quarters: marks on rounding boundaries all the time
  int most_children = 5;
};

Points hundredths(int count) { return Points::from_scaled(count * (Points::unit / 100)); }

class Draw {
 public:
  explicit Draw(Kind kind) : kind_(kind) {}

  Framework draw() {
    framework_.id = framework_.edition = "findings";
    framework_.title = "findings";
    framework_.marks.places = kind_.tied ? pick(0, 1) : kind_.common || chance(70) ? 2 : pick(0, 9);
    if (!kind_.common && chance(10)) framework_.marks.mode = Rounding::half_even;
    framework_.attributes = {{"severity", {}, {{"minor", {}}, {"serious", {}}, {"fatal", {}}}},
                             {"area", {}, {{"inside", {}}, {"outside", {}}}}};
    branch(std::nullopt, "total", pick(1, kind_.most_children > 10 ? 2 : 3));
    return framework_;
  }

 private:
  std::size_t add(std::optional<std::size_t> parent, const std::string& code) {
    Node node{.code = code, .title = code, .parent = parent};
    node.weight = Weight::of(kind_.tied ? pick(1, 2) : pick(1, 9));
    framework_.nodes.push_back(node);
    return framework_.nodes.size() - 1;
  }

  void branch(std::optional<std::size_t> parent, const std::string& code, int levels) {
    const std::size_t at = add(parent, code);
    Aggregation aggregation;
    aggregation.by = kind_.common || chance(kind_.tied ? 60 : 80) ? Aggregator::weighted_mean : Aggregator::sum;
    if (!kind_.common && aggregation.by == Aggregator::weighted_mean && chance(15)) {
      aggregation.base = hundredths(pick(0, 500));
      framework_.nodes[at].full_marks = Points::of(pick(60, 100));
    }
    // Thirds of one point: two of them make a half, of which neither is exact.
    if (kind_.tied && aggregation.by == Aggregator::weighted_mean && !framework_.nodes[at].full_marks)
      framework_.nodes[at].full_marks = Points::of(one_of<int>({1, 2, 5, 100}));
    if (!kind_.common && chance(30)) aggregation.not_applicable = Missing::leave_out;
    framework_.nodes[at].aggregation = aggregation;
    if (!kind_.common && chance(15)) framework_.nodes[at].round = MarkRounding{Rounding::half_up, pick(0, 3)};
    if (!parent || chance(20)) draw_grades(framework_.nodes[at]);
    above_.push_back(code);
    const int children = pick(1, kind_.most_children);
    for (int c = 0; c < children; ++c) {
      const std::string below = code + "." + std::to_string(c);
      if (levels > 1 && chance(80))
        branch(at, below, levels - 1);
      else
        item(at, below);
    }
    above_.pop_back();
  }

  static void draw_grades(Node& node) {
    node.grades = {{"A", {}, {.at_least = Points::of(90)}},
                   {"B", {}, {.at_least = Points::of(60), .below = Points::of(90)}},
                   {"C", {}, {.below = Points::of(60)}}};
  }

  PerOccurrence occurrence(Points full) {
    PerOccurrence each;
    if (chance(15)) {
      each.points.otherwise = hundredths(pick(0, 200));
    } else {
      each.points.by = {"severity"};
      for (const char* severity : {"minor", "serious", "fatal"})
        each.points.cells.push_back({{severity}, kind_.tied ? hundredths(25 * pick(0, 8)) : hundredths(pick(0, 400))});
      if (chance(50)) each.points.otherwise = hundredths(pick(0, 50));
    }
    if (!kind_.common && chance(10)) {
      each.points = {};
      each.points.by = {"severity", "area"};
      for (const char* severity : {"minor", "serious", "fatal"})
        for (const char* area : {"inside", "outside"})
          each.points.cells.push_back({{severity, area}, hundredths(pick(0, 400))});
      each.points.otherwise = Points::of(1);
    }
    if (chance(40)) each.cap = chance(50) ? full : std::min(full, hundredths(pick(0, 300)));
    if (chance(12)) each.free = static_cast<std::uint32_t>(pick(1, 3));
    if (chance(12)) each.modifiers.push_back({{{"repeat", {"yes"}}}, Factor::of(2), hundredths(pick(-30, 30))});
    if (chance(10)) {
      each.once = true;
      each.once_per = {"location"};
    }
    if (!kind_.common && chance(5)) each.modifiers.push_back({{}, *Factor::parse("0.333333333"), {}});
    return each;
  }

  void item(std::size_t parent, const std::string& code) {
    Node& item = framework_.nodes[add(parent, code)];
    const Points full = kind_.tied ? Points::of(1 << pick(0, 3)) : hundredths(pick(100, 1500));
    item.full_marks = full;
    item.rules.push_back(Deduction{occurrence(full)});
    if (!kind_.common && chance(10)) item.rules.push_back(WholeItem{{{"severity", {"fatal"}}}});
    if (!kind_.common && chance(5)) {
      Bonus bonus{occurrence(full), {}};
      bonus.each.cap = Points::of(1);
      item.rules.push_back(bonus);
    }
    if (!kind_.common && chance(5)) {
      Penalty penalty{occurrence(full), one_of(above_)};
      penalty.each.cap = Points::of(1);
      item.rules.push_back(penalty);
    }
    if (!kind_.common && chance(5)) item.round = MarkRounding{Rounding::half_up, pick(0, 2)};
    if (!kind_.common && chance(5)) item.lowest = std::nullopt;
    if (!kind_.common && chance(3))
      framework_.nodes[0].ceilings.push_back({{code, {.below = Points::of(1)}}, Points::of(70), {}});
    if (chance(12)) {
      Veto veto{{{"severity", {"fatal", "serious"}}}, one_of(above_), hundredths(pick(0, 10000)), {}};
      if (veto.on == "total" && chance(50)) veto.grade = "B";
      if (veto.grade && chance(50)) veto.ceiling.reset();
      item.rules.push_back(veto);
    }
  }

  Kind kind_;
  Framework framework_;
  std::vector<std::string> above_;
};

std::vector<NodeId> items_of(const CompiledFramework& compiled) {
  std::vector<NodeId> items;
  for (std::size_t i = 0; i < compiled.size(); ++i)
    if (compiled.is_item(NodeId{i})) items.emplace_back(i);
  return items;
}

Applicability any_applicability(const CompiledFramework& compiled, const std::vector<NodeId>& items) {
  std::vector<NodeId> left_out;
  for (const NodeId item : items)
    if (chance(15)) left_out.push_back(item);
  if (left_out.size() == items.size()) left_out.pop_back();
  return compiled.applicability_except(compiled.applicability(left_out));
}

Finding any_finding(NodeId item) {
  Finding finding{.item = item, .count = static_cast<std::uint32_t>(chance(70) ? 1 : pick(0, 9))};
  finding.values[detail::slot_severity] = static_cast<ValueCode>(pick(1, 3));
  finding.values[detail::slot_location] = static_cast<ValueCode>(pick(0, 2));
  finding.values[detail::slot_repeat] = static_cast<ValueCode>(pick(0, 2));
  return finding;
}

std::vector<Finding> any_findings(const std::vector<NodeId>& items, const Applicability& applies) {
  std::vector<Finding> findings;
  for (int left = pick(0, 16); left > 0; --left) {
    const NodeId item = one_of(items);
    if (applies.applies(item)) findings.push_back(any_finding(item));
  }
  return findings;
}

/// Each visit with the profiles mixed, some with a check, some that cannot be scored: work space is shared by all.
void expect_exact_bits(Kind kind) {
  const CompiledFramework compiled = test::compiled(Draw(kind).draw());
  const std::vector<NodeId> items = items_of(compiled);
  const std::vector<Applicability> profiles = {compiled.all(), any_applicability(compiled, items),
                                               any_applicability(compiled, items)};
  const ScoreOptions options{.ignore_not_applicable = chance(30)};
  Scorer scorer(compiled, options), reference(compiled, options);
  Scorecard card;
  for (int visit = 0; visit < visits_per_framework; ++visit) {
    const Applicability& applies = one_of(profiles);
    std::vector<Finding> findings = any_findings(items, applies);
    if (chance(10)) findings.push_back(any_finding(one_of(items)));  // perhaps where it does not apply
    if (chance(5)) findings.push_back(any_finding(NodeId{pick(0, 1) == 0 ? std::uint32_t{0} : 1'000'000u}));
    if (chance(5) && !findings.empty()) findings.back().values[detail::slot_severity] = 0;  // perhaps without points
    if (chance(5) && !findings.empty()) findings.back().count = 0xFFFFFFFFu;
    std::vector<Check> checks;
    if (chance(10)) checks.push_back({.item = one_of(items), .result = CheckResult::not_checked});
    const Observations seen{.findings = findings, .checks = checks};
    const Scorecard before = card;
    const Diagnostics problems = scorer.score_into(applies, {}, seen, card);
    const Result<Scorecard> exact = reference.score_exactly(applies, {}, seen);
    RC_ASSERT(problems.has_errors() == !exact.ok());
    if (exact) {
      RC_ASSERT(card == *exact);
      RC_ASSERT(card.ignored_findings() == exact->ignored_findings());
    } else {
      RC_ASSERT(problems == exact.diagnostics());
      RC_ASSERT(card == before);
    }
  }
}

RC_GTEST_PROP(FindingsAlone, GiveTheBitsOfExactFractions, ()) { expect_exact_bits({}); }

RC_GTEST_PROP(FindingsAlone, GiveTheBitsOfExactFractionsWhereMarksLieOnBoundaries, ()) {
  expect_exact_bits({.tied = true});
}

RC_GTEST_PROP(FindingsAlone, GiveTheBitsOfExactFractionsWherePartsAreMany, ()) {
  expect_exact_bits({.most_children = 20});
}

/// Of a scheme with two places.
bool some_mark_is_a_tie(const CompiledFramework& compiled, const Scorecard& card) {
  for (std::size_t n = 0; n < compiled.size(); ++n) {
    if (card.status(NodeId{n}) != Status::scored) continue;
    const Rational steps = card.derivation()->value(NodeId{n}) * Rational(100);
    if (steps.denominator() == "2") return true;
  }
  return false;
}

// What is left to the other ways are marks that lie on a boundary and are not exact themselves. Else the properties
// above would compare the plain way with itself.
RC_GTEST_PROP(FindingsAlone, OfTheCommonKindAreScoredInSixtyFourBits, ()) {
  const CompiledFramework compiled =
      test::compiled(Draw({.common = true, .most_children = chance(20) ? 30 : 5}).draw());
  const std::vector<NodeId> items = items_of(compiled);
  const std::vector<Applicability> profiles = {compiled.all(), any_applicability(compiled, items)};
  detail::ScoringByChanges by_changes(compiled.program());
  detail::ObservationIndex index;
  index.resize(compiled.size());
  Scorer reference(compiled);
  for (int visit = 0; visit < visits_per_framework; ++visit) {
    const Applicability& applies = one_of(profiles);
    const std::vector<Finding> findings = any_findings(items, applies);
    const Observations seen{.findings = findings};
    const Result<Scorecard> exact = reference.score_exactly(applies, {}, seen);
    RC_ASSERT(exact.ok());
    std::vector<Points> marks;
    const bool scored =
        by_changes.score_quickly(applies, {}, seen, index, false,
                                 [&](const detail::Reported& reported, const auto& changes, std::uint32_t ignored) {
                                   RC_ASSERT(ignored == 0u);
                                   marks = reported.marks;
                                   for (const auto& change : changes) marks[change.node] = change.mark;
                                 });
    if (!scored) {
      RC_ASSERT(some_mark_is_a_tie(compiled, *reference.score(applies, {}, seen, Derive::yes)));
      continue;
    }
    for (std::size_t n = 0; n < compiled.size(); ++n) RC_ASSERT(exact->mark(NodeId{n}).value_or(Points{}) == marks[n]);
  }
}

/// A total over nodes of `branches` items each; every item has a fault that costs `lost` of its full marks.
struct Level {
  Aggregator total;
  std::vector<std::vector<Points>> full_marks;  // by branch and item
  Rational lost;
};
Framework of_two_levels(const Level& level) {
  Framework framework{.id = "two levels", .edition = "1", .title = "two levels"};
  framework.marks.places = 2;
  Node total{.code = "total", .title = "total"};
  total.aggregation.by = level.total;
  framework.nodes.push_back(total);
  for (const std::vector<Points>& items : level.full_marks) {
    const std::string code = "b" + std::to_string(framework.nodes.size());
    Node branch{.code = code, .title = code, .parent = 0};
    branch.aggregation.by = Aggregator::weighted_mean;
    if (level.total == Aggregator::sum) branch.full_marks = Points::of(1);
    const std::size_t above = framework.nodes.size();
    framework.nodes.push_back(branch);
    for (const Points full : items) {
      Node item{.code = code + "." + std::to_string(framework.nodes.size()), .title = "item", .parent = above};
      item.full_marks = full;
      item.rules.push_back(Deduction{.each = {.points = *(Rational(full) * level.lost).exactly<Points>()}});
      framework.nodes.push_back(item);
    }
  }
  return framework;
}

Points total_with(const CompiledFramework& compiled, const std::vector<Finding>& findings) {
  Scorer scorer(compiled);
  const Scorecard card = scorer.score(compiled.all(), {}, {.findings = findings}).value();
  EXPECT_EQ(card, scorer.score_exactly(compiled.all(), {}, {.findings = findings}).value());
  return *card.mark();
}

// Three times 2.125 ÷ 3: no part is exact, nothing is left over by the sum, and the true value is a tie.
TEST(FindingsAlone, ASumOfPartsThatAreNotExactIsNotExact) {
  const std::vector<Points> items(3, Points::of(1));
  const CompiledFramework compiled = test::compiled(of_two_levels({Aggregator::sum, {items, items, items}, {7, 8}}));
  std::vector<Finding> findings;
  for (const NodeId item : items_of(compiled))
    if (item.index() % 3 == 1) findings.push_back({.item = item});
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(total_with(compiled, findings).to_string(), "2.13");
}

// Full marks without a common multiple, so that shares are cut; all items lose the same part, and the total is a tie.
TEST(FindingsAlone, AMeanByCutSharesIsNotExact) {
  std::vector<std::vector<Points>> items(4);
  for (int i = 0; i < 40; ++i) items[static_cast<std::size_t>(i % 4)].push_back(hundredths(1009 + 7 * i));
  const CompiledFramework compiled = test::compiled(of_two_levels({Aggregator::weighted_mean, items, {127, 800}}));
  std::vector<Finding> findings;
  for (const NodeId item : items_of(compiled)) findings.push_back({.item = item});
  EXPECT_EQ(total_with(compiled, findings).to_string(), "84.13");
}

}  // namespace
}  // namespace aedile::test
