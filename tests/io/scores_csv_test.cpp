#include "aedile/io/scores_csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "aedile/core/exceptions.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/scorecard_json.h"

namespace aedile {
namespace {

CompiledFramework compiled(std::string_view edition, std::string_view dates, std::string_view points = "1") {
  const std::string text = R"({"aedile": "framework/1", "id": "demo", "edition": ")" + std::string(edition) + '"' +
                           std::string(dates) + R"(, "title": "Demo", "visit_attributes": ["units"],
    "profiles": [{"site_class": "park", "all_except": ["2"]}],
    "root": {"code": "total", "title": "Total", "full_marks": 10,
      "grades": [{"code": "A", "title": "a", "at_least": 9}, {"code": "B", "title": "b", "below": 9}],
      "children": [
        {"code": "1", "title": "Clean", "full_marks": 6,
         "rules": [{"kind": "deduction", "points": )" +
                           std::string(points) + R"(, "divide_by": "units"}]},
        {"code": "2", "title": "Lit", "full_marks": 4, "rules": [{"kind": "whole_item"}]}]}})";
  Result<Framework> framework = read_framework(text, "demo.json");
  EXPECT_TRUE(framework) << framework.diagnostics();
  return compile(std::move(framework).value()).value();
}

VisitRow visit(const std::string& id, std::vector<std::string> items, std::string units = "1") {
  VisitRow row;
  row.record.id = id;
  row.record.date = Date::of(2026, 3, 9);
  row.record.place = {"v.csv", 2, 1, {}};
  if (!units.empty()) row.record.attributes = {{"units", units}};
  for (const std::string& item : items) {
    FindingRecord finding;
    finding.item = item;
    finding.place = {"f.csv", static_cast<std::uint32_t>(2 + row.record.findings.size()), 1, {}};
    row.record.findings.push_back(finding);
  }
  return row;
}

struct Demo {
  Demo() { EXPECT_TRUE(editions.add(compiled("2026", "")).empty()); }
  Editions editions;
};

TEST(VisitScorer, ScoresARowOrReportsEveryProblemWhereItWasRead) {
  const Demo demo;
  VisitScorer scorer(demo.editions);
  const ScoredVisit good = scorer.score(visit("V1", {"1", "1"}));
  EXPECT_EQ(good.card->mark(), Points::of(8));
  EXPECT_EQ(good.framework, &demo.editions.all().front());

  const ScoredVisit bad = scorer.score(visit("V2", {"1", "9", "total"}));
  EXPECT_FALSE(bad.card);
  ASSERT_EQ(bad.problems.error_count(), 2u) << bad.problems;
  EXPECT_EQ(to_string(bad.problems.items()[0].place), "f.csv:3:1");

  VisitRow park = visit("V3", {"1", "2"});
  park.record.site_class = "park";
  const ScoredVisit outside = scorer.score(park);
  ASSERT_EQ(outside.problems.error_count(), 1u) << outside.problems;
  EXPECT_EQ(to_string(outside.problems.items()[0].place), "f.csv:3:1")
      << "the scorer's row number is shown as the place in the file";
  EXPECT_TRUE(VisitScorer(demo.editions, {.ignore_not_applicable = true}).score(park).card);

  const ScoredVisit divided = scorer.score(visit("V4", {"1"}, ""));
  ASSERT_EQ(divided.problems.error_count(), 1u) << divided.problems;
  EXPECT_EQ(divided.problems.items()[0].place.file.substr(1), ".csv") << divided.problems;
}

TEST(VisitScorer, RowsThatAreNotCleanAreNeverScored) {
  const Demo demo;
  VisitScorer scorer(demo.editions);
  VisitRow damaged = visit("V1", {"9"});
  damaged.damaged = true;
  const ScoredVisit scored = scorer.score(damaged);
  EXPECT_FALSE(scored.card);
  EXPECT_TRUE(scored.problems.contains("unknown_item")) << "what can be said is said";
  EXPECT_EQ(score_row(damaged.record, scored).status, "error");
}

TEST(ChooseEdition, NamedElseValidOnTheDayElseTheOnlyOne) {
  Editions editions;
  ASSERT_TRUE(editions.add(compiled("2021", R"(, "valid_until": "2025-12-31")")).empty());
  ASSERT_TRUE(editions.add(compiled("2026", R"(, "valid_from": "2026-01-01")")).empty());
  const auto chosen = [&](const VisitRecord& record, std::string_view problem) {
    Diagnostics problems;
    const CompiledFramework* framework = choose_edition(editions, record, problems);
    EXPECT_EQ(problems.contains(problem), !problem.empty()) << problems;
    EXPECT_EQ(framework == nullptr, problems.has_errors());
    return framework == nullptr ? std::string() : framework->source().edition;
  };
  VisitRecord record;
  EXPECT_EQ(chosen(record, "no_date_for_edition"), "");
  record.date = Date::of(2025, 12, 31);
  EXPECT_EQ(chosen(record, ""), "2021");
  record.edition = "2026";
  EXPECT_EQ(chosen(record, ""), "2026") << "the name outweighs the date";
  record.edition = "2016";
  EXPECT_EQ(chosen(record, "unknown_edition"), "");

  const Demo single;
  Diagnostics problems;
  EXPECT_NE(choose_edition(single.editions, {}, problems), nullptr) << "one edition without dates needs none";
}

TEST(ScoresCsv, OneRowAVisit) {
  const Demo demo;
  VisitScorer scorer(demo.editions);
  std::ostringstream out;
  const std::vector<std::string> nodes{"2", "x"};
  ScoresCsvWriter writer(out, nodes);
  VisitRow park = visit("V1", {"1"}, "3");
  park.record.site = "North, gate";
  park.record.site_class = "park";
  for (const VisitRow& row : {park, visit("V2", {"2"}), visit("V3", {"7"})}) {
    writer.write(score_row(row.record, scorer.score(row), nodes));
  }
  EXPECT_EQ(out.str(),
            "visit,site,site_class,date,mode,edition,status,score,possible,grade,completion,mark:2,mark:x\n"
            "V1,\"North, gate\",park,2026-03-09,,2026,scored,9.444444444,10,A,1,,\n"
            "V2,,,2026-03-09,,2026,scored,6,10,B,1,0,\n"
            "V3,,,2026-03-09,,2026,error,,,,,,\n");
  EXPECT_THROW(writer.write({}), ContractError);
}

std::string any_text() { return *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab \"',\n\r;1"))); }

template <class Number>
std::optional<Number> any_number() {
  if (*rc::gen::arbitrary<bool>()) return std::nullopt;
  return Number::from_scaled(*rc::gen::arbitrary<std::int64_t>());
}

RC_GTEST_PROP(ScoresCsvProperty, WhatIsWrittenIsReadBack, ()) {
  const std::vector<std::string> nodes{"1.2", "a, b", "health@2"};
  std::vector<ScoreRow> rows(*rc::gen::inRange<std::size_t>(0, 5));
  std::ostringstream out;
  ScoresCsvWriter writer(out, nodes);
  for (ScoreRow& row : rows) {
    row = {.visit = "V" + any_text(),
           .site = any_text(),
           .site_class = any_text(),
           .date = Date::of(2026, 1, 1)->plus_days(*rc::gen::inRange(0, 9999)),
           .mode = any_text(),
           .edition = any_text(),
           .status = any_text(),
           .score = any_number<Points>(),
           .possible = any_number<Points>(),
           .grade = any_text(),
           .completion = any_number<Factor>(),
           .marks = {any_number<Points>(), any_number<Points>(), std::nullopt},
           .place = {}};
    writer.write(row);
  }
  std::istringstream in(out.str());
  ProblemLog log;
  ScoresCsvReader reader({in, "s.csv"}, log);
  RC_ASSERT(reader.nodes() == nodes);
  ScoreRow read;
  for (const ScoreRow& row : rows) {
    RC_ASSERT(reader.next(read));
    read.place = {};
    RC_ASSERT(read == row);
  }
  RC_ASSERT(!reader.next(read));
  RC_ASSERT(log.shown().empty());
}

struct Official {
  explicit Official(const std::string& text) : in(text), agreement({in, "o.csv"}, log) {}
  std::optional<Agreement::Difference> compare(std::string visit, std::string_view score, std::string grade = {}) {
    ScoreRow row;
    row.visit = std::move(visit);
    if (!score.empty()) row.score = Points::parse(score).value();
    row.grade = std::move(grade);
    row.status = row.score ? "scored" : "not_observed";
    return agreement.compare(row);
  }
  std::istringstream in;
  ProblemLog log;
  Agreement agreement;
};

TEST(Agreement, ComparesWhatIsOfficialAndNothingElse) {
  Official official("visit,score,grade\nV1,84.50,B\nV2,,A\nV3,70,\nV4,,\nV5,1,\n");
  EXPECT_TRUE(official.agreement.ok());
  EXPECT_FALSE(official.compare("V1", "84.5", "B"));
  EXPECT_FALSE(official.compare("V2", "12", "A")) << "no official score, so it is not compared";
  EXPECT_FALSE(official.compare("V4", "12", "C")) << "nothing official";
  EXPECT_FALSE(official.compare("V9", "12")) << "not in the table";
  const auto difference = official.compare("V3", "");
  ASSERT_TRUE(difference);
  EXPECT_EQ(difference->official_score, Points::of(70));
  EXPECT_EQ(difference->status, "not_observed");
  EXPECT_EQ(to_string(difference->place), "o.csv:4:1");
  EXPECT_EQ(official.agreement.official(), 4u);
  EXPECT_EQ(official.agreement.agreeing(), 2u);
  EXPECT_EQ(official.agreement.differing(), 1u);
  EXPECT_EQ(official.agreement.missing(), 1u);
  ASSERT_EQ(official.agreement.first_missing(10).size(), 1u);
  EXPECT_EQ(official.agreement.first_missing(10)[0].first, "V5");
}

TEST(Agreement, ComparesTheStatusOfVisitsWithoutAScore) {
  Official official(
      "visit,status,score,grade\nV1,not_observed,,\nV2,not_applicable,,\nV3,error,,\nV4,not_observed,,\nV5,scored,,\n"
      "V6,not_observed,12,\n");
  EXPECT_FALSE(official.compare("V1", ""));
  const auto other_reason = official.compare("V2", "");
  ASSERT_TRUE(other_reason);
  EXPECT_EQ(other_reason->official_status, "not_applicable");
  EXPECT_EQ(other_reason->status, "not_observed");
  EXPECT_TRUE(official.compare("V3", "12"));
  EXPECT_TRUE(official.compare("V4", "12"));
  EXPECT_FALSE(official.compare("V5", "12")) << "no official score";
  EXPECT_FALSE(official.compare("V6", "12")) << "the score is official, so the word beside it is not asked";
  EXPECT_EQ(official.agreement.official(), 5u);
  EXPECT_EQ(official.agreement.agreeing(), 2u);
}

TEST(Agreement, GradeMustAgreeToo) {
  Official official("visit,score,grade\nV1,84.5,B\n");
  EXPECT_TRUE(official.compare("V1", "84.5", "A"));
  EXPECT_FALSE(official.compare("V1", "84.5", "A")) << "a visit is compared once";
  EXPECT_EQ(official.agreement.differing(), 1u);
}

TEST(Agreement, BadTablesAreReported) {
  EXPECT_TRUE(Official("visit,mark\nV1,2\n").log.contains("nothing_to_compare"));
  const Official none("visit,score\n");
  EXPECT_TRUE(none.log.contains("nothing_official"));
  EXPECT_FALSE(none.agreement.ok());
  const Official twice("visit,score\nV1,2\nV1,x\n");
  EXPECT_FALSE(twice.agreement.ok());
  EXPECT_EQ(twice.log.shown().to_string(),
            "o.csv:3:4: error: \"x\" is not a number; write it in digits, such as 12 or -0.5 [bad_number]\n"
            "o.csv:3:1: error: the visit \"V1\" stands in line 2 already; give each visit an id of its own "
            "[duplicate_visit]\n");
}

TEST(ScorecardJson, MarksAreNumbersAndStepsAddUp) {
  const Demo demo;
  VisitScorer scorer(demo.editions);
  const VisitRow row = visit("V1", {"1", "2"}, "3");
  const ScoredVisit scored = scorer.score(row, Derive::yes);
  std::string text;
  JsonWriter json(text, JsonWriter::Layout::compact);
  write_scorecard(json, row.record, scored, {.nodes = {"1", "nowhere"}, .steps = true});
  EXPECT_EQ(text.substr(0, text.find(",\"steps\"")),
            R"({"visit":"V1","date":"2026-03-09","edition":"2026","status":"scored","score":5.666666667,"possible":10,)"
            R"("grade":"B","completion":1,"nodes":[{"code":"1","title":"Clean","status":"scored","mark":5.666666667,)"
            R"("possible":6,"completion":1)");
  EXPECT_NE(text.find(R"("place":"f.csv:2:1")"), std::string::npos);
  EXPECT_THROW(write_scorecard(json, row.record, scorer.score(row), {.all_nodes = true, .steps = true}), ContractError);
}

TEST(ScorecardJson, VisitInErrorHasNoScore) {
  const Demo demo;
  const VisitRow row = visit("V1", {"9"});
  std::string text;
  JsonWriter json(text, JsonWriter::Layout::compact);
  write_scorecard(json, row.record, VisitScorer(demo.editions).score(row));
  EXPECT_EQ(text, R"({"visit":"V1","date":"2026-03-09","edition":"2026","status":"error"})");
}

}  // namespace
}  // namespace aedile
