// What rectification does to marks, through the rules of a scheme and nothing else.
#include "aedile/rectification/score_effects.h"

#include <gtest/gtest.h>

namespace aedile {
namespace {

TEST(ScoreEffects, AreAttributesThatRulesRead) {
  const ScoreEffectRules all{.restore_when_timely = true, .degrees = true};
  EXPECT_EQ(score_effects({}, all), AttributeTexts{});
  EXPECT_EQ(score_effects({.overdue = true, .times_returned = 2}, all),
            (AttributeTexts{{"overdue", "yes"}, {"repeat", "yes"}, {"recurrence", "2"}}));
  EXPECT_EQ(score_effects({.closed = true}, all), (AttributeTexts{{"corrected", "yes"}}));
  EXPECT_EQ(score_effects({.closed = true, .times_returned = 12}, {.degrees = true}),
            (AttributeTexts{{"repeat", "yes"}, {"recurrence", "9"}}));
}

TEST(ScoreEffects, RestoreNothingThatWasLateUnlessItIsExcused) {
  const ScoreEffectRules restoring{.restore_when_timely = true};
  EXPECT_EQ(score_effects({.overdue = true, .closed = true}, restoring), (AttributeTexts{{"overdue", "yes"}}));
  EXPECT_EQ(score_effects({.overdue = true, .excused = true, .closed = true}, restoring),
            (AttributeTexts{{"corrected", "yes"}}));
}

TEST(ScoreEffects, AreOfNoEffectTwice) {
  FindingRecord finding{.item = "6.1.1"};
  finding.attributes = {{"severity", "major"}, {"repeat", "no"}};
  const ScoredTicket ticket{.overdue = true, .times_returned = 1};
  const FindingRecord once = with_effects(finding, ticket, {});
  EXPECT_EQ(once.attributes, (AttributeTexts{{"severity", "major"}, {"overdue", "yes"}, {"repeat", "yes"}}));
  EXPECT_EQ(with_effects(once, ticket, {}), once);
}

TEST(ScoreEffects, GiveTheSchemeTheMultipliersOfThePolicy) {
  const auto modifiers = recurrence_modifiers({.multipliers = {Factor::of(2), Factor::of(3)}});
  ASSERT_EQ(modifiers.size(), 2u);
  EXPECT_EQ(modifiers[0].when, (Filter{{"recurrence", {"1"}}}));
  EXPECT_EQ(modifiers[0].times, Factor::of(2));
  EXPECT_EQ(modifiers[1].when, (Filter{{"recurrence", {"2", "3", "4", "5", "6", "7", "8", "9"}}}));
  EXPECT_TRUE(recurrence_modifiers({}).empty());
}

TEST(ScoreEffects, TheBureauLosesAPartOfWhatTheStreetLoses) {
  const Attribution lost = attribute(Points::of(5), with_bureau("street", "bureau"), 2);
  EXPECT_EQ(lost.total, Points::of(6));
  EXPECT_EQ(lost.postings[0].amount, Points::of(5));
  EXPECT_EQ(lost.postings[1].amount, Points::of(1));
  EXPECT_THROW(static_cast<void>(with_bureau("s", "b", Rational(-1))), ContractError);
}

}  // namespace
}  // namespace aedile
