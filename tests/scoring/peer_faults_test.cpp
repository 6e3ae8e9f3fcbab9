// Faults seen in other engines, one test each that says what is right.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/scheme_text.h"

namespace aedile::test {
namespace {

std::string items(int count, const std::string& rules, const std::string& more = "") {
  std::string text;
  for (int i = 1; i <= count; ++i) {
    text += (i > 1 ? "," : "") + std::string(R"({"code": ")") + std::to_string(i) +
            R"(", "title": "item", "full_marks": 1, "rules": [)" + rules + "]" + more + "}";
  }
  return text;
}

// Elsewhere float32 sums drift with the number of rules: 66.666664.
TEST(TwoThirdsOfManyRules, AreExactlyTwoThirds) {
  constexpr int count = 3000;
  const Scheme scheme(R"({"code": "total", "title": "total", "aggregation": {"by": "weighted_mean"}, "children": [)" +
                      items(count, R"({"kind": "checklist"})") + "]}");
  VisitRecord visit;
  for (int i = 1; i <= count; ++i) {
    CheckRecord check;
    check.item = std::to_string(i);
    check.result = i % 3 == 0 ? CheckResult::fail : CheckResult::pass;
    visit.checks.push_back(check);
  }
  const Result<Scorecard> card = score(scheme.program(), visit, Derive::yes);
  ASSERT_TRUE(card.ok());
  EXPECT_EQ(card->mark()->to_string(), "66.666666667");
  EXPECT_EQ(card->derivation()->value(NodeId{0u}), Rational(200, 3));
}

// Elsewhere a reweighting was written to the result, and the score used the old weights.
TEST(WeightsInTheDerivation, AreTheOnesThatMadeTheScore) {
  const Scheme scheme(R"({"code": "total", "title": "total", "aggregation": {"by": "weighted_mean"}, "children": [
      {"code": "a", "title": "a", "full_marks": 10, "weight": 5, "start": 7},
      {"code": "b", "title": "b", "full_marks": 10, "weight": 3, "start": 4},
      {"code": "c", "title": "c", "full_marks": 10, "weight": 2}]})");
  const Scorecard card = scheme.score(Seen().check("c", CheckResult::not_applicable));
  Rational from_parts;
  Rational weights;
  for (const Step& step : card.derivation()->steps(NodeId{0u})) {
    if (step.kind != StepKind::part) continue;
    weights += step.factor;
    from_parts += step.factor * Rational(card.mark(step.other).value()) / Rational(10) * Rational(100);
    EXPECT_EQ(step.amount, step.factor * Rational(card.mark(step.other).value()) * Rational(10));
  }
  EXPECT_EQ(weights, Rational(1));
  EXPECT_EQ(from_parts, card.derivation()->value(NodeId{0u}));
  EXPECT_EQ(card.mark()->to_string(), "58.75");
}

// Elsewhere of repeated instances of a rule only the first counted.
TEST(RepeatedRulesAndRepeatedFindings, AllCount) {
  const Scheme scheme(R"({"code": "total", "title": "total", "full_marks": 20, "rules": [
      {"kind": "deduction", "points": 2}, {"kind": "deduction", "points": 2}, {"kind": "deduction", "points": 2}]})");
  EXPECT_EQ(scheme.mark(Seen().finding("total").finding("total")), "8");
}

// Elsewhere integers cut what is behind the point.
TEST(Fractions, AreNotCut) {
  const Scheme scheme(R"({"code": "total", "title": "total", "aggregation": {"by": "weighted_mean"}, "children": [)" +
                      items(3, R"({"kind": "deduction", "points": 1})") + "]}");
  EXPECT_EQ(scheme.mark(Seen().finding("1")), "66.666666667");
  EXPECT_EQ(scheme.mark(Seen().finding("1").finding("2")), "33.333333333");
}

// Elsewhere a weight of 0 was read as unset, and so as 1.
TEST(AWeightOfZero, CountsForNothing) {
  const Scheme scheme(R"({"code": "total", "title": "total", "aggregation": {"by": "weighted_mean"}, "children": [
      {"code": "a", "title": "a", "full_marks": 10}, {"code": "b", "title": "b", "full_marks": 10, "weight": 0,
       "rules": [{"kind": "deduction", "points": 10}]}]})");
  EXPECT_EQ(scheme.mark(Seen().finding("b")), "100");
  EXPECT_EQ(scheme.mark(Seen().finding("b"), "b"), "0");
}

// Elsewhere a missing weight made an item critical.
TEST(AMissingWeight, IsOne) {
  const Scheme scheme(R"({"code": "total", "title": "total", "aggregation": {"by": "weighted_mean"}, "children": [
      {"code": "a", "title": "a", "full_marks": 10, "weight": 3},
      {"code": "b", "title": "b", "full_marks": 10, "rules": [{"kind": "deduction", "points": 10}]}]})");
  EXPECT_EQ(scheme.mark(Seen().finding("b")), "75");
}

// Elsewhere bands stood in the code, or upside down.
TEST(BandsUpsideDown, AreRefused) {
  const Result<Framework> framework = read_framework(R"({"aedile": "framework/1", "id": "t", "edition": "1",
      "title": "t", "root": {"code": "total", "title": "total", "full_marks": 100, "grades": [
        {"code": "C", "at_least": 0}, {"code": "B", "at_least": 60}, {"code": "A", "at_least": 90}]}})",
                                                     "bands");
  ASSERT_FALSE(framework.ok());
  EXPECT_TRUE(framework.diagnostics().contains("band_unreachable"));
}

// Elsewhere doubles added in another order turned 27 into 26.
TEST(SumsThatAreWhole, StayWholeInEveryOrder) {
  const Scheme scheme(R"({"code": "total", "title": "total", "round": {"rounding": "floor", "places": 0}, "rules": [
      {"kind": "tally", "points": {"by": "kind", "table": {"a": 0.1, "b": 0.7, "c": 26.2}}}]})",
                      R"("attributes": [{"name": "kind", "values": ["a", "b", "c"]}],)");
  std::vector<std::string> kinds{"a", "b", "c"};
  do {
    Seen seen;
    for (const std::string& kind : kinds) seen.finding("total", 1, {{"kind", kind}});
    EXPECT_EQ(scheme.mark(seen), "27");
  } while (std::next_permutation(kinds.begin(), kinds.end()));
}

// Elsewhere a map keyed by score lost the second of two equal ones.
TEST(PartsWithEqualMarks, AllCount) {
  const Scheme scheme(R"({"code": "total", "title": "total", "aggregation": {"by": "weighted_mean"}, "children": [
      {"code": "a", "title": "a", "full_marks": 10, "start": 5}, {"code": "b", "title": "b", "full_marks": 10, "start": 5},
      {"code": "c", "title": "c", "full_marks": 10}]})");
  EXPECT_EQ(scheme.mark(Seen()), "66.666666667");
}

// Elsewhere a low finding raised a score that was a mean over findings.
TEST(ALesserFault, NeverRaisesTheScore) {
  const Scheme scheme(R"({"code": "total", "title": "total", "full_marks": 10, "rules": [{"kind": "deduction",
      "points": {"by": "severity", "table": {"low": 0.1, "high": 5}}, "free": 1, "cap": 8}]})",
                      R"("attributes": [{"name": "severity", "values": ["low", "high"]}],)");
  Seen seen;
  std::string before = "10";
  for (const char* severity : {"high", "low", "high", "low", "low"}) {
    seen.finding("total", 1, {{"severity", severity}});
    const std::string after = scheme.mark(seen);
    EXPECT_LE(*Points::parse(after), *Points::parse(before));
    before = after;
  }
  EXPECT_EQ(before, "2");  // the cap bites
}

// Elsewhere what does not apply counted as passed.
TEST(NotApplicable, IsNoPass) {
  const Scheme scheme(R"({"code": "total", "title": "total", "full_marks": 100, "rules": [{"kind": "checklist",
      "criteria": ["a", "b", "c", "d"]}]})");
  Seen seen;
  seen.check("total", CheckResult::pass, "a").check("total", CheckResult::fail, "b");
  seen.check("total", CheckResult::not_applicable, "c").check("total", CheckResult::not_applicable, "d");
  EXPECT_EQ(scheme.mark(seen), "50");
}

// Elsewhere 84.49999999967 became 84.5 and then 85.
TEST(AMark, IsRoundedOnce) {
  const Scheme scheme(R"({"code": "total", "title": "total", "full_marks": 84.5, "rules": [
      {"kind": "deduction", "points": 0.000000001, "divide_by": "units"}]})",
                      R"("marks": {"places": 0}, "visit_attributes": ["units"],)");
  EXPECT_EQ(scheme.mark(Seen().attribute("units", "3").finding("total")), "84");
  EXPECT_EQ(scheme.mark(Seen().attribute("units", "3")), "85");
}

// Elsewhere a binary 0.29 · 100 was cut to 28.
TEST(TwentyNinePerCent, IsNotCutToTwentyEight) {
  const Scheme scheme(R"({"code": "total", "title": "total", "full_marks": 100,
      "rules": [{"kind": "letters", "reading": "answer", "shares": {"a": 0.29}}]})",
                      R"("marks": {"rounding": "down", "places": 0},)");
  EXPECT_EQ(scheme.mark(Seen().reading("total", "answer", "a")), "29");
}

// A threshold is met by the mark that people see.
TEST(EightyThree, IsEightyThreeAtTheThreshold) {
  const Scheme scheme(R"({"code": "total", "title": "total", "full_marks": 100,
      "grades": [{"code": "fine", "at_least": 83}, {"code": "talk", "below": 83}],
      "rules": [{"kind": "deduction", "points": 0.1}]})");
  EXPECT_EQ(scheme.grade(Seen().finding("total", 170)), "fine");
  EXPECT_EQ(scheme.grade(Seen().finding("total", 171)), "talk");
}

}  // namespace
}  // namespace aedile::test
