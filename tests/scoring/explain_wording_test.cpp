// Sentences of steps, one by one; what the explanation of a whole card shows and what it leaves out; contracts.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aedile/framework/builder.h"
#include "aedile/scoring/explain.h"
#include "aedile/scoring/scorer.h"

namespace aedile {
namespace {

using testing::HasSubstr;
using testing::Not;

LocalText both(std::string en, std::string zh) { return LocalText({{"en", std::move(en)}, {"zh", std::move(zh)}}); }

CompiledFramework street() {
  FrameworkBuilder builder("demo", "2026");
  builder.attribute(Attribute{"severity", {}, {{"minor", both("minor", "轻微")}, {"fatal", both("fatal", "重大")}}})
      .attribute(Attribute{"area", both("area", "区域"), {}})
      .root("total", both("Total", "总分"), [](NodeBuilder& total) {
        total.grade({"A", both("good", "良好"), {.at_least = Points::of(60)}})
            .grade({"B", {}, {.below = Points::of(60)}});
        total.item("1", both("Streets", "道路"), "60")
            .clause(both("2 off for each fault", "每处扣 2 分"), "§ 7")
            .rule(Deduction{.each = {.points = Points::of(2),
                                     .once = true,
                                     .once_per = {"location", "area"},
                                     .modifiers = {{.when = {{"severity", {"minor", "fatal"}}, {"repeat", {"no"}}},
                                                    .times = Factor::of(2),
                                                    .plus = Points::of(-1)}},
                                     .cap = Points::of(6)}});
        total.item("2", both("Squares", "广场"), "40")
            .rule(Rate{.numerator = "clean", .denominator = "all", .target = Quantity::of(90)});
      });
  const Result<Framework> built = builder.build();
  if (!built) throw std::runtime_error("the framework of this test is invalid");
  return compile(*built).value();
}

FindingRecord finding(AttributeTexts attributes, std::string note = {}, std::uint32_t count = 1) {
  FindingRecord record;
  record.item = "1";
  record.count = count;
  record.attributes = std::move(attributes);
  record.note = std::move(note);
  return record;
}

VisitRecord visit_of(std::vector<FindingRecord> findings, bool squares = true) {
  VisitRecord visit;
  visit.id = "V-1";
  visit.site = "East";
  visit.findings = std::move(findings);
  if (squares) visit.readings = {{"2", "clean", "9", {}, {}}, {"2", "all", "10", {}, {}}};
  return visit;
}

std::string said(const VisitRecord& visit, const Step& step, Language language, const char* node = "1") {
  const CompiledFramework framework = street();
  return sentence(framework, visit, *framework.find(node), step, language);
}

Step step_of(StepKind kind, std::uint32_t rule = 0, std::uint32_t row = no_row) {
  Step step;
  step.kind = kind;
  step.rule = rule;
  step.row = row;
  return step;
}

TEST(Sentence, DescribesAFindingByNumberNoteQualitiesAndPlace) {
  const VisitRecord visit = visit_of({finding({}), finding({{"severity", "fatal"},
                                                            {"location", "gate"},
                                                            {"area", "park"},
                                                            {"overdue", "yes"},
                                                            {"media", "no"},
                                                            {"source", ""}},
                                                           "a hole")});
  Step step = step_of(StepKind::occurrence, 0, 1);
  step.amount = Rational(-2);
  step.count = 1;
  EXPECT_EQ(said(visit, step, Language::en), "Finding 2 “a hole” (fatal, area: park, overdue), gate");
  EXPECT_EQ(said(visit, step, Language::zh), "问题 2“a hole”（重大，区域：park，逾期未改），gate");
  step.count = 3;
  step.factor = Rational(2, 3);
  step.row = 0;
  EXPECT_EQ(said(visit, step, Language::en), "Finding 1: 3 at 0.666666666… (2/3) each");
  EXPECT_EQ(said(visit, step, Language::zh), "问题 1：3 处，每处 0.666666666… (2/3) 分");
}

TEST(Sentence, NamesWhatMakesAFindingADuplicate) {
  const VisitRecord visit = visit_of({finding({})});
  EXPECT_EQ(said(visit, step_of(StepKind::duplicate, 0, 0), Language::en),
            "Finding 1: not counted again, the same location, area is counted already");
  EXPECT_EQ(said(visit, step_of(StepKind::duplicate, 0, 0), Language::zh), "问题 1：位置、区域相同，已计一次，不再计");
}

TEST(Sentence, SaysWhyPointsAreMultiplied) {
  Step step = step_of(StepKind::modifier, 0, 0);
  step.detail = 0;
  const VisitRecord visit = visit_of({finding({})});
  EXPECT_EQ(said(visit, step, Language::en), "times 2, then −1 each: minor or fatal, not repeat");
  EXPECT_EQ(said(visit, step, Language::zh), "轻微或重大，非重复出现，乘以 2，再每处 −1 分");
}

TEST(Sentence, NamesTheCap) {
  EXPECT_EQ(said(visit_of({}), step_of(StepKind::capped), Language::en),
            "Cap reached: at most 6 off, the rest is given back");
  EXPECT_EQ(said(visit_of({}), step_of(StepKind::capped), Language::zh), "扣完 6 分为止，多扣的退回");
}

TEST(Sentence, ComparesARateWithItsTarget) {
  Step step = step_of(StepKind::rate);
  step.factor = Rational(200, 3);
  EXPECT_EQ(said(visit_of({}), step, Language::en, "2"), "Rate 66.6666…%, target 90%: that proportion of full marks");
  step.factor = Rational(95);
  EXPECT_EQ(said(visit_of({}), step, Language::zh, "2"), "比率 95%，达到目标 90%");
}

TEST(Sentence, SpeaksOfOneEndOfAnInterval) {
  Step step = step_of(StepKind::interval_low);
  step.factor = Rational(59585, 1000);
  EXPECT_EQ(said(visit_of({}), step, Language::en, "2"), "95% interval of the rate (Wilson), lower end: 59.585%");
}

TEST(Sentence, OfACustomRuleIsTheRulesOwn) {
  Step step = step_of(StepKind::custom);
  step.ground = both("57 dB, limit 55 dB", "57 分贝，限值 55 分贝");
  EXPECT_EQ(said(visit_of({}), step, Language::zh), "57 分贝，限值 55 分贝");
}

TEST(Sentence, RefusesRowsThatTheRecordLacks) {
  EXPECT_THROW(said(visit_of({}), step_of(StepKind::occurrence, 0, 0), Language::en), ContractError);
}

// --- whole explanations ---

std::string explained(const VisitRecord& visit, const ExplainOptions& options = {}) {
  const CompiledFramework framework = street();
  return explain(framework, visit, score(framework, visit, Derive::yes).value(), options);
}

TEST(Explain, ShowsWhatWasLostAndNotWhatWasKept) {
  const std::string text = explained(visit_of({finding({})}));
  EXPECT_THAT(text, HasSubstr("  1 Streets  58 / 60\n"));
  EXPECT_THAT(text, HasSubstr("Nothing lost in 2 Squares"));
  EXPECT_THAT(text, Not(HasSubstr("2 Squares  40 / 40")));
  EXPECT_THAT(explained(visit_of({finding({})}), {.everything = true}), HasSubstr("2 Squares  40 / 40"));
}

TEST(Explain, ClosesWithTheTotalAsASum) {
  EXPECT_THAT(explained(visit_of({finding({})})), HasSubstr("\nAdded up: 100 − 2 (1) = 98\n"));
  EXPECT_THAT(explained(visit_of({finding({})}), {.language = Language::zh}), HasSubstr("\n合计：100 − 2（1） = 98\n"));
}

TEST(Explain, SaysThatNothingWasLost) {
  EXPECT_THAT(explained(visit_of({})), HasSubstr("No marks were lost."));
  EXPECT_THAT(explained(visit_of({}, false)), Not(HasSubstr("No marks were lost.")));
}

TEST(Explain, LeavesOutClausesIfAsked) {
  EXPECT_THAT(explained(visit_of({finding({})})), HasSubstr("Clause: § 7: 2 off for each fault"));
  EXPECT_THAT(explained(visit_of({finding({})}), {.clauses = false}), Not(HasSubstr("Clause")));
}

TEST(Explain, KeepsNotesOnTheirLine) {
  const std::string text = explained(visit_of({finding({}, "hole\n  2 Squares  0 / 40")}));
  EXPECT_THAT(text, Not(HasSubstr("\n  2 Squares")));
}

TEST(ExplainNode, ShowsOneBranchAlone) {
  const CompiledFramework framework = street();
  const VisitRecord visit = visit_of({finding({})}, false);
  const Scorecard card = score(framework, visit, Derive::yes).value();
  const std::string text = explain_node(framework, visit, card, *framework.find("2"));
  EXPECT_THAT(text, HasSubstr("V-1  East"));
  EXPECT_THAT(text, HasSubstr("Not observed: no reading clean, all"));
  EXPECT_THAT(text, Not(HasSubstr("1 Streets")));
}

TEST(Explain, RefusesCardsItCannotExplain) {
  const CompiledFramework framework = street();
  const VisitRecord visit = visit_of({finding({})});
  EXPECT_THROW(explain(framework, visit, score(framework, visit).value()), ContractError);
  const Scorecard card = score(framework, visit, Derive::yes).value();
  EXPECT_THROW(explain(framework, visit_of({}), card), ContractError);
  EXPECT_THROW(explain_node(framework, visit, card, NodeId{}), ContractError);
  EXPECT_THROW(explain_node(framework, visit, card, NodeId{3u}), ContractError);
}

}  // namespace
}  // namespace aedile
