// Published numbers, each reproduced by a scheme that is nothing but data. Sources stand beside each group.

#include <gtest/gtest.h>

#include "support/scheme_text.h"

namespace aedile::test {
namespace {

// SonarQube's rating of a debt ratio: grid 0.1, 0.2, 0.5, 1, the upper edge belongs to the better letter. In per cent,
// since readings have six decimals.
TEST(SonarQubeBands, BelongToTheLetterWhoseUpperEdgeTheyReach) {
  const Scheme scheme(R"({
    "code": "debt", "title": "debt", "full_marks": 5,
    "rules": [{"kind": "bands", "readings": ["ratio"], "otherwise": 1, "bands": [
      {"total": {"at_most": 10}, "points": 5}, {"total": {"above": 10, "at_most": 20}, "points": 4},
      {"total": {"above": 20, "at_most": 50}, "points": 3}, {"total": {"above": 50, "at_most": 100}, "points": 2}]}],
    "grades": [{"code": "A", "at_least": 5}, {"code": "B", "at_least": 4, "below": 5},
               {"code": "C", "at_least": 3, "below": 4}, {"code": "D", "at_least": 2, "below": 3},
               {"code": "E", "below": 2}]})");
  const std::vector<std::pair<const char*, const char*>> cases{
      {"0", "A"},  {"5", "A"},  {"9.999999", "A"}, {"10", "A"},  {"15", "B"}, {"20", "B"},
      {"25", "C"}, {"50", "C"}, {"65", "D"},       {"100", "D"}, {"101", "E"}};
  for (const auto& [ratio, letter] : cases) {
    EXPECT_EQ(scheme.grade(Seen().reading("debt", "ratio", ratio)), letter) << ratio;
  }
}

// --- CISO Assistant, test_compliance_assessment_scoring.py: A {A1 80, A2 60}, B {B1 40, B2 100 with weight 3} ---

std::string scored_item(const std::string& code, int full, int weight) {
  return R"({"code": ")" + code + R"(", "title": "requirement", "full_marks": )" + std::to_string(full) +
         R"(, "weight": )" + std::to_string(weight) + R"(, "rules": [{"kind": "rate", "numerator": "score"}]})";
}

const Scheme& ciso_average() {
  static const Scheme scheme(R"({"code": "total", "title": "average", "aggregation": {"by": "weighted_mean"},
    "children": [)" + scored_item("A1", 100, 1) +
                             "," + scored_item("A2", 100, 1) + "," + scored_item("B1", 100, 1) + "," +
                             scored_item("B2", 100, 3) + "]}");
  return scheme;
}

const Scheme& ciso_sum() {
  static const Scheme scheme(
      R"({"code": "total", "title": "sum", "aggregation": {"by": "sum", "not_applicable": "leave_out"}, "children": [)" +
      scored_item("A1", 100, 1) + "," + scored_item("A2", 100, 1) + "," + scored_item("B1", 100, 1) + "," +
      scored_item("B2", 300, 1) + "]}");
  return scheme;
}

const Scheme& ciso_average_of_averages() {
  static const Scheme scheme(
      R"({"code": "total", "title": "average of averages", "aggregation": {"by": "weighted_mean"}, "children": [
        {"code": "A", "title": "A", "aggregation": {"by": "weighted_mean"}, "children": [)" +
      scored_item("A1", 100, 1) + "," + scored_item("A2", 100, 1) +
      R"(]}, {"code": "B", "title": "B", "aggregation": {"by": "weighted_mean"}, "children": [)" +
      scored_item("B1", 100, 1) + "," + scored_item("B2", 100, 3) + "]}]}");
  return scheme;
}

Seen ciso_scores(const std::string& without = "") {
  Seen seen;
  for (const auto& [item, score] :
       std::vector<std::pair<std::string, std::string>>{{"A1", "80"}, {"A2", "60"}, {"B1", "40"}, {"B2", "100"}}) {
    if (item != without) seen.reading(item, "score", score);
  }
  return seen;
}

TEST(CisoTree, HasTheThreePublishedTotals) {
  EXPECT_EQ(ciso_average().mark(ciso_scores()), "80");
  EXPECT_EQ(ciso_sum().mark(ciso_scores()), "480");
  EXPECT_EQ(ciso_average_of_averages().mark(ciso_scores()), "77.5");
}

TEST(CisoTree, LeavesOutWhatIsNotApplicable) {
  const Seen seen = ciso_scores("B2").check("B2", CheckResult::not_applicable);
  EXPECT_EQ(ciso_average().mark(seen), "60");
  EXPECT_EQ(ciso_sum().mark(seen), "180");
  EXPECT_EQ(ciso_average_of_averages().mark(seen), "55");
}

TEST(CisoTree, LeavesOutWhatIsNotScored) {
  EXPECT_EQ(ciso_average().mark(ciso_scores("A2")), "84");
  EXPECT_EQ(ciso_average_of_averages().mark(ciso_scores("A2")), "82.5");
}

// What does not apply counts as its target maturity 3: the better of what was scored and a constant 3.
TEST(CisoTree, CountsWhatIsNotApplicableAsItsAnchorWhereTheSchemeSaysSo) {
  const std::string anchored = R"({"code": "B2+", "title": "at least 3", "full_marks": 100, "weight": 3,
    "aggregation": {"by": "maximum"}, "children": [)" +
                               scored_item("B2", 100, 1) +
                               R"(, {"code": "anchor", "title": "target 3", "full_marks": 100, "start": 3}]})";
  const Scheme average(
      R"({"code": "total", "title": "average", "aggregation": {"by": "weighted_mean"}, "children": [)" +
      scored_item("A1", 100, 1) + "," + scored_item("A2", 100, 1) + "," + scored_item("B1", 100, 1) + "," + anchored +
      "]}");
  const Scheme of_averages(
      R"({"code": "total", "title": "average of averages", "round": {"rounding": "down", "places": 1},
        "aggregation": {"by": "weighted_mean"}, "children": [
        {"code": "A", "title": "A", "aggregation": {"by": "weighted_mean"}, "children": [)" +
      scored_item("A1", 100, 1) + "," + scored_item("A2", 100, 1) +
      R"(]}, {"code": "B", "title": "B", "aggregation": {"by": "weighted_mean"}, "children": [)" +
      scored_item("B1", 100, 1) + "," + anchored + "]}]}");
  const Seen seen = ciso_scores("B2").check("B2", CheckResult::not_applicable);
  EXPECT_EQ(average.mark(seen), "31.5");
  EXPECT_EQ(of_averages.mark(seen), "41.1");
  EXPECT_EQ(average.mark(ciso_scores()), "80");
}

// There it is −1, a number like any other; here it is no mark.
TEST(CisoTree, HasNoMarkWhereNothingIsScored) {
  EXPECT_EQ(ciso_average().mark(Seen()), "not_observed");
  EXPECT_EQ(ciso_average_of_averages().mark(Seen()), "not_observed");
}

// --- COINr, tests/testthat/test-aggregate.R ---

std::string mean_of_marks(const std::string& by, const std::vector<std::pair<int, int>>& marks_weights) {
  std::string text =
      R"({"code": "total", "title": "mean", "aggregation": {"basis": "marks", "by": ")" + by + R"("}, "children": [)";
  int number = 0;
  for (const auto& [mark, weight] : marks_weights) {
    text += (number ? "," : "") + std::string(R"({"code": "x)") + std::to_string(number) +
            R"(", "title": "x", "full_marks": 10, "start": )" + std::to_string(mark) + R"(, "weight": )" +
            std::to_string(weight) + "}";
    ++number;
  }
  return text + "]}";
}

TEST(CoinrMeans, AreTheirDoublesRoundedToNineDecimals) {
  EXPECT_EQ(Scheme(mean_of_marks("geometric_mean", {{1, 1}, {2, 1}, {3, 1}})).mark(Seen()), "1.817120593");
  EXPECT_EQ(Scheme(mean_of_marks("geometric_mean", {{1, 1}, {2, 1}, {3, 2}})).mark(Seen()), "2.059767144");
  EXPECT_EQ(Scheme(mean_of_marks("harmonic_mean", {{1, 2}, {2, 1}, {3, 1}})).mark(Seen()), "1.411764706");
}

TEST(CoinrMeans, WithAZeroAreZeroInsteadOfAnError) {
  EXPECT_EQ(Scheme(mean_of_marks("geometric_mean", {{0, 1}, {2, 1}, {3, 1}})).mark(Seen()), "0");
  EXPECT_EQ(Scheme(mean_of_marks("harmonic_mean", {{0, 1}, {2, 1}, {3, 1}})).mark(Seen()), "0");
}

// --- Code4HR, open-health-inspection-app#167 ---

TEST(Code4HrRestaurant, LosesTwoPointsAndMoreForWhatIsCriticalOrRepeated) {
  const Scheme scheme(R"({"code": "total", "title": "restaurant", "full_marks": 100, "rules": [
      {"kind": "deduction", "points": 2, "modifiers": [
        {"when": {"critical": "yes"}, "plus": 1.5}, {"when": {"repeat": "yes"}, "plus": 1.5},
        {"when": {"corrected": "yes"}, "plus": -0.5}]}]})",
                      R"("attributes": [{"name": "critical", "values": ["yes", "no"]}],)");
  Seen seen;
  seen.finding("total", 1, {{"critical", "yes"}, {"repeat", "yes"}});
  seen.finding("total", 1, {{"critical", "yes"}, {"corrected", "yes"}});
  seen.finding("total");
  EXPECT_EQ(scheme.mark(seen), "90");
}

TEST(Code4HrRestaurant, WeighsItsLastThreeVisits) {
  const Scheme scheme(R"({"code": "total", "title": "restaurant", "full_marks": 100,
      "cycles": {"by": "visit", "cycles": [{"value": "last", "weight": 0.6}, {"value": "before", "weight": 0.3},
                                           {"value": "first", "weight": 0.1}]},
      "rules": [{"kind": "deduction", "points": 2}]})",
                      R"("attributes": [{"name": "visit", "values": ["last", "before", "first"]}],)");
  Seen seen;
  seen.finding("total", 5, {{"visit", "last"}}).finding("total", 3, {{"visit", "first"}});
  EXPECT_EQ(scheme.mark(seen), "93.4");  // 0.6 · 90 + 0.3 · 100 + 0.1 · 94
}

// --- NSPIRE, table of 88 FR 43371 ---

const Scheme& nspire() {
  const auto area = [](const std::string& code, const std::string& table) {
    return R"({"code": ")" + code + R"(", "title": "area", "role": "deducts", "rules": [{"kind": "tally",
      "points": {"by": "severity", "table": )" +
           table + R"(}, "once": ["defect", "location"], "divide_by": "units"}]})";
  };
  static const Scheme scheme(
      R"({"code": "total", "title": "property", "full_marks": 100, "aggregation": {"base": 100},
        "grades": [{"code": "pass", "at_least": 60}, {"code": "fail", "above": 30, "below": 60},
                   {"code": "enforcement", "at_most": 30}],
        "ceilings": [{"when": {"node": "unit", "at_least": 30}, "grade": "fail"}], "children": [)" +
          area("outside", R"({"LT": 49.6, "severe": 12.2, "moderate": 4.5, "low": 2})") + "," +
          area("inside", R"({"LT": 54.5, "severe": 13.4, "moderate": 5, "low": 2.2})") + "," +
          area("unit", R"({"LT": 60, "severe": 14.8, "moderate": 5.5, "low": 2.4})") + "]}",
      R"("attributes": [{"name": "severity", "values": ["LT", "severe", "moderate", "low"]}, {"name": "defect"}],
         "visit_attributes": ["units"],)");
  return scheme;
}

AttributeTexts defect(const std::string& severity, const std::string& location) {
  return {{"severity", severity}, {"defect", "door"}, {"location", location}};
}

TEST(Nspire, HasTheScoresOfItsExamples) {
  Seen one;
  one.attribute("units", "10").finding("unit", 1, defect("LT", "1"));
  EXPECT_EQ(nspire().mark(one), "94");
  one.finding("inside", 1, defect("severe", "hall")).finding("outside", 1, defect("moderate", "yard"));
  EXPECT_EQ(nspire().mark(one), "92.21");
  Seen three;
  three.attribute("units", "10");
  for (const char* unit : {"1", "2", "3"}) three.finding("unit", 1, defect("severe", unit));
  EXPECT_EQ(nspire().mark(three), "95.56");
  EXPECT_EQ(nspire().grade(three), "pass");
}

TEST(Nspire, CountsADuplicateAtOneLocationOnce) {
  Seen seen;
  seen.attribute("units", "10").finding("unit", 3, defect("LT", "1")).finding("unit", 1, defect("LT", "1"));
  EXPECT_EQ(nspire().mark(seen), "94");
}

TEST(Nspire, FailsBelowSixtyAndWhereUnitsAloneReachThirty) {
  Seen seen;
  seen.attribute("units", "2").finding("unit", 1, defect("LT", "1"));
  EXPECT_EQ(nspire().mark(seen), "70");
  EXPECT_EQ(nspire().grade(seen), "fail");
  seen.finding("outside", 1, defect("LT", "yard"));
  EXPECT_EQ(nspire().mark(seen), "45.2");
  seen.finding("inside", 1, defect("LT", "hall"));
  EXPECT_EQ(nspire().mark(seen), "17.95");
  EXPECT_EQ(nspire().grade(seen), "enforcement");
}

// --- CMS nursing-home health inspection ---

TEST(NursingHome, WeighsItsCyclesByExactThirds) {
  const Scheme scheme(
      R"({"code": "health", "title": "health inspections",
        "cycles": {"by": "cycle", "cycles": [{"value": "1", "weight": 3}, {"value": "2", "weight": 2},
                                             {"value": "3", "weight": 1}]},
        "rules": [{"kind": "tally", "points": {"by": ["letter", "substandard"], "otherwise": 0, "table": {
            "D": {"no": 4}, "E": {"no": 8}, "F": {"no": 16, "yes": 20}, "G": {"no": 20}, "H": {"no": 35, "yes": 40},
            "I": {"no": 45, "yes": 50}, "J": {"no": 50, "yes": 75}, "K": {"no": 100, "yes": 125},
            "L": {"no": 150, "yes": 175}}},
          "scale": {"reading": "revisits", "factors": {"1": 1, "2": 1.5, "3": 1.7, "4": 1.85}}}]})",
      R"("attributes": [{"name": "cycle", "values": ["1", "2", "3"]}, {"name": "substandard", "values": ["yes", "no"]},
         {"name": "letter", "values": ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"]}],)");
  const auto deficiency = [](const char* cycle, const char* letter, const char* substandard = "no") {
    return AttributeTexts{{"cycle", cycle}, {"letter", letter}, {"substandard", substandard}};
  };
  Seen seen;
  seen.finding("health", 1, deficiency("1", "D")).finding("health", 1, deficiency("1", "G"));
  seen.reading("health", "revisits", "2", {{"cycle", "1"}});
  seen.finding("health", 1, deficiency("2", "E")).finding("health", 4, deficiency("2", "C"));
  seen.finding("health", 1, deficiency("3", "J", "yes"));
  const Scorecard card = scheme.score(seen);
  EXPECT_EQ(card.derivation()->value(scheme.program().root()), Rational(199, 6));  // 36 ÷ 2 + 8 ÷ 3 + 75 ÷ 6
  EXPECT_EQ(card.mark()->to_string(), "33.166666667");
  EXPECT_EQ(card.mark(*scheme.program().find("health@1"))->to_string(), "36");
  EXPECT_EQ(scheme.mark(Seen()
                            .reading("health", "revisits", "4", {{"cycle", "2"}})
                            .finding("health", 1, deficiency("2", "L", "yes"))),
            "107.916666667");  // 175 · 1.85 ÷ 3
}

// --- cnspec: values 0 (not collected), 20, 100; three more are switched off ---

std::string cnspec(const std::string& by, const std::vector<int>& weights) {
  std::string text = R"({"code": "total", "title": "policy", "aggregation": {"by": ")" + by + R"("}, "children": [)";
  for (std::size_t i = 0; i < weights.size(); ++i) {
    text += (i ? "," : "") + scored_item("q" + std::to_string(i + 1), 100, weights[i]);
  }
  return text + "]}";
}

Seen cnspec_values() {
  Seen seen;
  seen.check("q1", CheckResult::not_checked).reading("q2", "score", "20").reading("q3", "score", "100");
  for (const char* off : {"q4", "q5", "q6"}) seen.check(off, CheckResult::not_applicable);
  return seen;
}

TEST(Cnspec, HasTheThreePublishedScores) {
  EXPECT_EQ(Scheme(cnspec("weighted_mean", {1, 1, 1, 1, 1, 1})).mark(cnspec_values()), "60");
  EXPECT_EQ(Scheme(cnspec("weighted_mean", {1, 2, 3, 3, 3, 3})).mark(cnspec_values()), "68");
  EXPECT_EQ(Scheme(cnspec("minimum", {1, 1, 1, 1, 1, 1})).mark(cnspec_values()), "20");
}

// Completed by 0, 20 and 100 per cent: the second has five parts of which one was seen.
TEST(Cnspec, HasThePublishedCompletion) {
  std::string five;
  for (int i = 1; i <= 5; ++i) five += (i > 1 ? "," : "") + scored_item("q2." + std::to_string(i), 100, 1);
  const Scheme scheme(R"({"code": "total", "title": "policy", "aggregation": {"by": "weighted_mean"}, "children": [)" +
                      scored_item("q1", 100, 1) +
                      R"(, {"code": "q2", "title": "q2", "aggregation": {"by": "weighted_mean"}, "children": [)" +
                      five + "]}," + scored_item("q3", 100, 1) + "," + scored_item("q4", 100, 1) + "]}");
  Seen seen;
  seen.reading("q2.1", "score", "20").reading("q3", "score", "100").check("q4", CheckResult::not_applicable);
  const Scorecard card = scheme.score(seen);
  EXPECT_EQ(card.completion().to_string(), "0.4");
  EXPECT_EQ(card.mark()->to_string(), "60");
}

// --- MDN HTTP Observatory: thirteen grades, and a bonus only from a base of 90 ---

const Scheme& observatory() {
  static const std::vector<std::pair<int, const char*>> edges{
      {100, "A+"}, {90, "A"},  {85, "A-"}, {80, "B+"}, {70, "B"},  {65, "B-"}, {60, "C+"},
      {50, "C"},   {45, "C-"}, {40, "D+"}, {30, "D"},  {25, "D-"}, {0, "F"}};
  std::string grades;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    grades += (i ? "," : "") + std::string(R"({"code": ")") + edges[i].second + '"';
    if (i + 1 < edges.size()) grades += R"(, "at_least": )" + std::to_string(edges[i].first);
    if (i > 0) grades += R"(, "below": )" + std::to_string(edges[i - 1].first);
    grades += "}";
  }
  static const Scheme scheme(R"({"code": "total", "title": "site", "grades": [)" + grades + R"(], "children": [
        {"code": "base", "title": "tests", "full_marks": 100, "rules": [{"kind": "deduction", "points": 1}]},
        {"code": "extra", "title": "bonus", "role": "adds", "full_marks": 50, "start": 0, "rules": [
          {"kind": "bonus", "points": 5, "cap": 50, "gate": {"node": "base", "at_least": 90}}]}]})");
  return scheme;
}

TEST(Observatory, GradesByLowerEdgesThatBelongToTheBetterGrade) {
  const std::vector<std::pair<std::uint32_t, const char*>> lost{
      {0, "A+"},  {1, "A"},   {10, "A"},  {11, "A-"}, {15, "A-"}, {16, "B+"}, {20, "B+"}, {21, "B"},  {30, "B"},
      {31, "B-"}, {35, "B-"}, {36, "C+"}, {40, "C+"}, {41, "C"},  {50, "C"},  {51, "C-"}, {55, "C-"}, {56, "D+"},
      {60, "D+"}, {61, "D"},  {70, "D"},  {71, "D-"}, {75, "D-"}, {76, "F"},  {100, "F"}, {200, "F"}};
  for (const auto& [points, grade] : lost) {
    EXPECT_EQ(observatory().grade(Seen().finding("base", points)), grade) << points;
  }
}

TEST(Observatory, GivesTheBonusOnlyFromABaseOfNinety) {
  EXPECT_EQ(observatory().mark(Seen().finding("base", 10).finding("extra", 3)), "105");
  EXPECT_EQ(observatory().grade(Seen().finding("base", 10).finding("extra", 3)), "A+");
  EXPECT_EQ(observatory().mark(Seen().finding("base", 11).finding("extra", 3)), "89");
}

// --- SafetyCulture: answer score × weight ---

TEST(SafetyCulture, ScoresAChoiceByItsShareOfTheBestChoice) {
  const Scheme scheme(R"({"code": "q", "title": "question", "full_marks": 20, "rules": [
      {"kind": "letters", "reading": "answer", "shares": {"5": 1, "3": 0.6, "0": 0}}]})");
  EXPECT_EQ(scheme.mark(Seen().reading("q", "answer", "3")), "12");
  EXPECT_EQ(scheme.score(Seen().reading("q", "answer", "3")).possible(scheme.program().root()), Points::of(20));
}

TEST(SafetyCulture, SumsTheAnswersOfAMultipleChoice) {
  const Scheme scheme(R"({"code": "q", "title": "question", "full_marks": 8, "rules": [
      {"kind": "tally", "points": {"by": "answer", "table": {"a": 1, "b": 2, "c": 0, "d": 5}}, "once": ["answer"]}]})",
                      R"("attributes": [{"name": "answer", "values": ["a", "b", "c", "d"]}],)");
  Seen seen;
  EXPECT_EQ(scheme.mark(seen), "0");
  for (const char* answer : {"a", "b", "c", "d", "d"}) seen.finding("q", 1, {{"answer", answer}});
  EXPECT_EQ(scheme.mark(seen), "8");
}

// --- Wilson's interval at 95 %, deepeval#3077 ---

TEST(WilsonInterval, StandsBesideTheRate) {
  const Scheme scheme(R"({"code": "r", "title": "rate", "full_marks": 10,
      "rules": [{"kind": "rate", "numerator": "k", "denominator": "n"}]})");
  const auto interval = [&](const char* k, const char* n) {
    const Scorecard card = scheme.score(Seen().reading("r", "k", k).reading("r", "n", n));
    std::string text;
    for (const Step& step : card.derivation()->steps(scheme.program().root())) {
      if (step.kind == StepKind::interval_low) text += step.factor.to_decimal_string();
      if (step.kind == StepKind::interval_high) text += " " + step.factor.to_decimal_string();
    }
    return text;
  };
  EXPECT_EQ(interval("1", "1"), "20.654931 100");
  EXPECT_EQ(interval("34", "40"), "70.927676 92.938812");
}

}  // namespace
}  // namespace aedile::test
