// What rectification does to marks, from the ticket to the scorecard: through the scheme's rules, once.
#include <gtest/gtest.h>

#include "aedile/io/framework_json.h"
#include "aedile/rectification/score_effects.h"
#include "aedile/scoring/scorer.h"

namespace aedile {
namespace {

/// 四方区: two points for each fault found on patrol, doubled when the limit has passed; the second return costs three
/// times as much; what is rectified in time is restored.
CompiledFramework scheme() {
  const char* const text = R"({
    "aedile": "framework/1", "id": "patrol", "edition": "2026", "title": "patrol",
    "attributes": [{"name": "recurrence", "values": ["1", "2", "3", "4", "5", "6", "7", "8", "9"]}],
    "root": {"code": "total", "title": "total", "full_marks": 100, "rules": [
      {"kind": "deduction", "points": 2, "modifiers": [
        {"when": {"overdue": "yes"}, "times": 2},
        {"when": {"recurrence": "1"}, "times": 2},
        {"when": {"recurrence": ["2", "3", "4", "5", "6", "7", "8", "9"]}, "times": 3},
        {"when": {"corrected": "yes"}, "times": 0}]}]}})";
  const Result<Framework> read = read_framework(text, "patrol.json");
  EXPECT_TRUE(read) << read.diagnostics();
  return compile(*read).value();
}

Points mark(const ScoredTicket& ticket, const ScoreEffectRules& rules, int applied = 1) {
  FindingRecord finding{.item = "total"};
  for (int i = 0; i < applied; ++i) finding = with_effects(std::move(finding), ticket, rules);
  VisitRecord visit{.id = "V1"};
  visit.findings.push_back(finding);
  const auto card = score(scheme(), visit);
  EXPECT_TRUE(card) << card.diagnostics();
  return *card->mark();
}

const ScoreEffectRules all{.restore_when_timely = true, .degrees = true};

TEST(RectificationAndScores, EachEffectIsOneOfTheSchemesRules) {
  EXPECT_EQ(mark({}, all), Points::of(98));
  EXPECT_EQ(mark({.overdue = true}, all), Points::of(96));
  EXPECT_EQ(mark({.overdue = true, .excused = true}, all), Points::of(98));
  EXPECT_EQ(mark({.closed = true}, all), Points::of(100));
  EXPECT_EQ(mark({.overdue = true, .closed = true}, all), Points::of(96));
  EXPECT_EQ(mark({.times_returned = 1}, all), Points::of(96));
  EXPECT_EQ(mark({.times_returned = 4}, all), Points::of(94));
  EXPECT_EQ(mark({.overdue = true, .times_returned = 2}, all), Points::of(88));
}

TEST(RectificationAndScores, NothingIsDoubledTwice) {
  EXPECT_EQ(mark({.overdue = true, .times_returned = 2}, all, 3), Points::of(88));
}

TEST(RectificationAndScores, ThePolicysMultipliersAreThoseOfTheScheme) {
  const auto modifiers = recurrence_modifiers({.multipliers = {Factor::of(2), Factor::of(3)}});
  const CompiledFramework compiled = scheme();
  const Framework& source = compiled.source();
  const auto& rule = std::get<Deduction>(source.nodes[0].rules[0]);
  ASSERT_EQ(modifiers.size(), 2u);
  EXPECT_EQ(rule.each.modifiers[1], modifiers[0]);
  EXPECT_EQ(rule.each.modifiers[2], modifiers[1]);
}

TEST(RectificationAndScores, TheBureauLosesAFifthOfWhatTheStreetLoses) {
  const Points lost = Points::of(100) - mark({.overdue = true}, all);
  const Attribution posted = attribute(lost, with_bureau("街道", "环卫公司"), 2);
  EXPECT_EQ(posted.postings[0].amount, Points::of(4));
  EXPECT_EQ(posted.postings[1].amount, Points::parse("0.8").value());
  EXPECT_EQ(posted.total, Points::parse("4.8").value());
}

}  // namespace
}  // namespace aedile
