// Every problem of a framework file, at its line and column.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "aedile/io/framework_json.h"

namespace aedile {
namespace {

using Lines = std::vector<std::string>;

/// "line:column code" of each problem, in the order reported.
Lines places_of(const Diagnostics& diagnostics) {
  Lines lines;
  for (const Diagnostic& problem : diagnostics) {
    EXPECT_EQ(problem.place.file, "f.json");
    lines.push_back(std::to_string(problem.place.line) + ':' + std::to_string(problem.place.column) + ' ' +
                    std::string(problem.code()));
  }
  return lines;
}

Lines problems_of(std::string_view text) { return places_of(read_framework(text, "f.json").diagnostics()); }

/// A framework of one item with these keys; they stand in line 3, beginning at column 1.
std::string item(const std::string& keys) {
  return "{\"aedile\": \"framework/1\", \"id\": \"f\", \"edition\": \"1\", \"root\": {\"code\": \"total\", "
         "\"children\": [{\"code\": \"1\", \"full_marks\": 10,\n\n" +
         keys + "\n}]}}";
}

/// The same, with one rule that begins at column 12 of line 3.
std::string rule(const std::string& text) { return item("\"rules\": [ " + text + "]"); }

/// A framework with these keys beside id, edition and a sound root; they stand in line 2.
std::string head(const std::string& keys) {
  return "{\"aedile\": \"framework/1\", \"id\": \"f\", \"edition\": \"1\",\n" + keys +
         ",\n\"root\": {\"code\": \"t\", \"full_marks\": 6, \"rules\": [{\"kind\": \"whole_item\"}]}}";
}

TEST(FrameworkJson, ReadsTheSmallestFramework) {
  const Result<Framework> read = read_framework(
      R"({"aedile": "framework/1", "id": "f", "edition": "1",
          "root": {"code": "t", "full_marks": 6, "rules": [{"kind": "whole_item"}]}})",
      "f.json");
  ASSERT_TRUE(read) << read.diagnostics();
  EXPECT_TRUE(read.diagnostics().empty()) << read.diagnostics();
  ASSERT_EQ(read->nodes.size(), 1u);
  EXPECT_EQ(read->nodes[0].full_marks, Points::of(6));
}

struct Wrong {
  const char* name;
  std::string text;
  Lines problems;
};

class FrameworkJsonProblem : public testing::TestWithParam<Wrong> {};

TEST_P(FrameworkJsonProblem, HasItsPlaceAndCode) {
  const Result<Framework> read = read_framework(GetParam().text, "f.json");
  EXPECT_FALSE(read);
  EXPECT_EQ(places_of(read.diagnostics()), GetParam().problems) << GetParam().text << '\n' << read.diagnostics();
  for (const Diagnostic& problem : read.diagnostics()) {
    const std::string zh = problem.text.in(Language::zh);
    EXPECT_TRUE(std::any_of(zh.begin(), zh.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) << zh;
    EXPECT_EQ(problem.text.in(Language::en).find("{0}"), std::string::npos);
  }
}

std::string named(const testing::TestParamInfo<Wrong>& one) { return one.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Head, FrameworkJsonProblem,
    testing::Values(
        Wrong{"NotAnObject", "[]", {"1:1 expected_object"}},
        Wrong{
            "WithoutFormat",
            R"({"id": "f", "edition": "1", "root": {"code": "t", "full_marks": 6, "rules": [{"kind": "whole_item"}]}})",
            {"1:1 missing_key"}},
        Wrong{"FormatIsNoText",
              R"({"aedile": 1})",
              {"1:1 missing_key", "1:1 missing_key", "1:1 no_nodes", "1:12 expected_string"}},
        Wrong{"OtherFormat", R"({"aedile": "edition_mapping/1", "surprise": 1})", {"1:12 unknown_format"}},
        Wrong{"LaterFormat", R"({"aedile": "framework/2"})", {"1:12 unknown_format"}},
        Wrong{"NothingElse", R"({"aedile": "framework/1"})", {"1:1 missing_key", "1:1 missing_key", "1:1 no_nodes"}},
        Wrong{"UnknownKey", head(R"("titel": "T")"), {"2:1 unknown_key"}},
        Wrong{"DuplicateKey", head(R"("title": "T", "title": "U")"), {"2:15 duplicate_key"}},
        Wrong{"TitleIsANumber", head(R"("title": 5)"), {"2:10 expected_local_text"}},
        Wrong{"TitleInALanguageIsANumber", head(R"("title": {"en": 5})"), {"2:17 expected_string"}},
        Wrong{"TitleTwiceInOneLanguage", head(R"("title": {"en": "a", "en": "b"})"), {"2:22 duplicate_key"}},
        Wrong{"SourceIsAnObject", head(R"("source": {"en": "a"})"), {"2:11 expected_string"}},
        Wrong{"NoSuchDay", head(R"("valid_from": "2026-02-30")"), {"2:15 bad_date"}},
        Wrong{"DateIsANumber", head(R"("valid_until": 2026)"), {"2:16 expected_string"}},
        Wrong{"EndsBeforeItBegins",
              head(R"("valid_from": "2026-02-02", "valid_until": "2026-02-01")"),
              {"2:44 validity_order"}},
        Wrong{"MarksAreANumber", head(R"("marks": 2)"), {"2:10 expected_object"}},
        Wrong{"NoSuchRounding", head(R"("marks": {"rounding": "halfup"})"), {"2:23 unknown_word"}},
        Wrong{"HalfAPlace", head(R"("marks": {"places": 1.5})"), {"2:21 expected_whole_number"}},
        Wrong{"TooManyPlaces", head(R"("marks": {"places": 10})"), {"2:21 places_range"}},
        Wrong{"PlacesBeyondAnyNumber", head(R"("marks": {"places": 99999999999999})"), {"2:21 expected_whole_number"}},
        Wrong{"OwnersRequiredIsAWord", head(R"("owners_required": "yes")"), {"2:20 expected_boolean"}},
        Wrong{"NobodyOwns", head(R"("owners_required": true)"), {"3:9 no_owner"}},
        Wrong{"AttributesAreAnObject", head(R"("attributes": {"a": 1})"), {"2:15 expected_list"}},
        Wrong{"AttributeIsAWord", head(R"("attributes": ["a"])"), {"2:16 expected_object"}},
        Wrong{"AttributeWithoutName", head(R"("attributes": [{"values": ["x"]}])"), {"2:16 missing_key"}},
        Wrong{"ValueWithoutCode",
              head(R"("attributes": [{"name": "a", "values": [{"title": "x"}]}])"),
              {"2:41 missing_key"}},
        Wrong{"VisitAttributeIsANumber", head(R"("visit_attributes": [5])"), {"2:22 expected_object"}},
        Wrong{"ProfileWithBoth",
              head(R"("profiles": [{"site_class": "a", "only": ["t"], "all_except": []}])"),
              {"2:63 both_of_two"}},
        Wrong{"ProfileWithNeither", head(R"("profiles": [{"site_class": "a"}])"), {"2:14 missing_key"}},
        Wrong{"ProfileOfUnknownNode",
              head(R"("profiles": [{"site_class": "a", "only": ["t", "9"]}])"),
              {"2:48 unknown_node"}},
        Wrong{"SchemaIsANumber", head(R"("$schema": 1)"), {"2:12 expected_string"}}),
    named);

INSTANTIATE_TEST_SUITE_P(
    Node, FrameworkJsonProblem,
    testing::Values(
        Wrong{"RootIsAList",
              R"({"aedile": "framework/1", "id": "f", "edition": "1", "root": []})",
              {"1:62 expected_object"}},
        Wrong{"ChildIsANumber",
              item("\"rules\": [{\"kind\": \"whole_item\"}]},\n{\"code\": \"2\", \"full_marks\": 1, \"rules\": "
                   "[{\"kind\": \"whole_item\"}]},\n 7, {\"code\": \"3\", \"full_marks\": 1, \"rules\": [{\"kind\": "
                   "\"whole_item\"}]"),
              {"5:2 expected_object"}},
        Wrong{"ChildrenAreAnObject", item(R"("children": {})"), {"3:13 expected_list"}},
        Wrong{"CodeIsANumber",
              "{\"aedile\": \"framework/1\", \"id\": \"f\", \"edition\": \"1\",\n\"root\": {\"code\": 1, "
              "\"full_marks\": 6, "
              "\"rules\": [{\"kind\": \"whole_item\"}]}}",
              {"2:18 expected_string"}},
        Wrong{
            "CodeTwice",
            item(
                R"("rules": [{"kind": "whole_item"}]}, {"code": "1", "full_marks": 1, "rules": [{"kind": "whole_item"}])"),
            {"3:46 duplicate_code"}},
        Wrong{"UnknownKeyOfNode", item(R"("rules": [{"kind": "whole_item"}], "fullmarks": 3)"), {"3:36 unknown_key"}},
        Wrong{"NumberInQuotes", item(R"("rules": [{"kind": "whole_item"}], "weight": "3")"), {"3:46 expected_number"}},
        Wrong{"NumberIsNull", item(R"("rules": [{"kind": "whole_item"}], "highest": null)"), {"3:47 expected_number"}},
        Wrong{"TooManyDecimals",
              item(R"("rules": [{"kind": "whole_item"}], "weight": 0.0000000001)"),
              {"3:46 too_many_decimals"}},
        Wrong{"NumberTooLarge",
              item(R"("rules": [{"kind": "whole_item"}], "weight": 9223372037)"),
              {"3:46 number_range"}},
        Wrong{"NumberTooLargeByItsExponent",
              item(R"("rules": [{"kind": "whole_item"}], "weight": 1e300)"),
              {"3:46 number_range"}},
        Wrong{"NegativeWeight", item(R"("rules": [{"kind": "whole_item"}], "weight": -1)"), {"3:46 negative_number"}},
        Wrong{"NoSuchRole", item(R"("rules": [{"kind": "whole_item"}], "role": "bonus")"), {"3:44 unknown_word"}},
        Wrong{"NoSuchMethod", item(R"("rules": [{"kind": "whole_item"}], "method": true)"), {"3:46 expected_string"}},
        Wrong{"TagIsANumber", item(R"("rules": [{"kind": "whole_item"}], "tags": ["a", 2])"), {"3:50 expected_string"}},
        Wrong{
            "LowestIsAWord", item(R"("rules": [{"kind": "whole_item"}], "lowest": "none")"), {"3:46 expected_number"}},
        Wrong{"RoundIsAWord", item(R"("rules": [{"kind": "whole_item"}], "round": "down")"), {"3:45 expected_object"}},
        Wrong{"NoSuchAggregator",
              head(R"("source": "s")").substr(0, 0) +
                  R"({"aedile": "framework/1", "id": "f", "edition": "1", "root": {"code": "t",
 "aggregation": {"by": "mean", "basis": 1, "pass_at": 2, "Base": 3},
 "children": [{"code": "1", "full_marks": 1, "rules": [{"kind": "whole_item"}]}]}})",
              {"2:24 unknown_word", "2:41 expected_string", "2:55 share_range", "2:58 unknown_key"}},
        Wrong{"GradeWithoutCode",
              item(R"("rules": [{"kind": "whole_item"}], "grades": [{"at_least": 0}])"),
              {"3:47 missing_key"}},
        Wrong{"GradeWithTwoLowerEnds",
              item(R"("rules": [{"kind": "whole_item"}], "grades": [{"code": "A", "at_least": 0, "above": 1}])"),
              {"3:85 range_two_ends"}},
        Wrong{"CeilingWithoutEffect",
              item(R"("rules": [{"kind": "whole_item"}], "ceilings": [{"when": {"node": "9", "below": 1}}])"),
              {"3:49 no_effect", "3:67 unknown_node"}},
        Wrong{"CeilingWithoutCondition",
              item(R"("rules": [{"kind": "whole_item"}], "ceilings": [{"ceiling": 1}])"),
              {"3:49 missing_key"}},
        Wrong{"CyclesWithoutAll",
              item(R"("rules": [{"kind": "whole_item"}], "cycles": {"cycles": [{"value": "1"}]})"),
              {"3:46 missing_key", "3:58 missing_key"}}),
    named);

INSTANTIATE_TEST_SUITE_P(
    Rule, FrameworkJsonProblem,
    testing::Values(
        Wrong{"RuleIsAWord", rule(R"("whole_item")"), {"3:12 expected_object"}},
        Wrong{"WithoutKind", rule(R"({"points": 2})"), {"3:12 missing_key"}},
        Wrong{"KindIsANumber", rule(R"({"kind": 2})"), {"3:21 expected_string"}},
        Wrong{"NoSuchKind", rule(R"({"kind": "deductions", "anything": 2})"), {"3:21 unknown_word"}},
        Wrong{"KeyOfAnotherKind", rule(R"({"kind": "whole_item", "points": 2})"), {"3:35 unknown_key"}},
        Wrong{"WithoutPoints", rule(R"({"kind": "deduction"})"), {"3:12 points_missing"}},
        Wrong{"PointsAreAWord", rule(R"({"kind": "deduction", "points": "2"})"), {"3:44 expected_points"}},
        Wrong{"TableWithoutBy", rule(R"({"kind": "deduction", "points": {"table": {"a": 1}}})"), {"3:44 missing_key"}},
        Wrong{"TableWithoutTable", rule(R"({"kind": "deduction", "points": {"by": "repeat"}})"), {"3:44 missing_key"}},
        Wrong{"CellIsAWord",
              rule(R"({"kind": "deduction", "points": {"by": "repeat", "table": {"yes": "1"}, "otherwise": 1}})"),
              {"3:78 expected_number"}},
        Wrong{"CellTooDeep",
              rule(R"({"kind": "deduction", "points": {"by": "repeat", "table": {"yes": {"no": 1}}, "otherwise": 1}})"),
              {"3:85 table_key"}},
        Wrong{"OnceIsAWord", rule(R"({"kind": "deduction", "points": 1, "once": "location"})"), {"3:55 expected_once"}},
        Wrong{"OncePerUnknown",
              rule(R"({"kind": "deduction", "points": 1, "once": ["location", "plot"]})"),
              {"3:68 unknown_attribute"}},
        Wrong{"FreeIsNegative",
              rule(R"({"kind": "deduction", "points": 1, "free": -1})"),
              {"3:55 expected_whole_number"}},
        Wrong{"FilterIsAList", rule(R"({"kind": "whole_item", "when": ["serious"]})"), {"3:43 expected_object"}},
        Wrong{
            "FilterValueIsANumber", rule(R"({"kind": "whole_item", "when": {"severity": 3}})"), {"3:56 expected_list"}},
        Wrong{"FilterValueUnknown",
              rule(R"({"kind": "whole_item", "when": {"repeat": ["no", "maybe"]}})"),
              {"3:61 unknown_value"}},
        Wrong{"FilterAttributeTwice",
              rule(R"({"kind": "whole_item", "when": {"source": "a", "source": "b"}})"),
              {"3:59 duplicate_key"}},
        Wrong{"ModifierUnknownKey",
              rule(R"({"kind": "deduction", "points": 1, "modifiers": [{"time": 2, "plus": 1}]})"),
              {"3:62 unknown_key"}},
        Wrong{"ScaleWithoutFactors",
              rule(R"({"kind": "deduction", "points": 1, "scale": {"reading": "r"}})"),
              {"3:56 missing_key"}},
        Wrong{"CapAboveFullMarks", rule(R"({"kind": "deduction", "points": 1, "cap": 11})"), {"3:54 cap_above_full"}},
        Wrong{"BonusWithoutCap",
              rule(R"({"kind": "bonus", "points": 1, "gate": {"node": "total"}})"),
              {"3:12 cap_missing", "3:51 range_missing", "3:60 circular_reference"}},
        Wrong{"PenaltyWithoutTarget", rule(R"({"kind": "penalty", "points": 1})"), {"3:12 missing_key"}},
        Wrong{"VetoWithoutAnything", rule(R"({"kind": "veto"})"), {"3:12 missing_key"}},
        Wrong{"CriterionIsANumber", rule(R"({"kind": "checklist", "criteria": ["a", 2]})"), {"3:52 expected_object"}},
        Wrong{"NoSuchMode", rule(R"({"kind": "checklist", "mode": "some"})"), {"3:42 unknown_word"}},
        Wrong{"BandsWithoutAll", rule(R"({"kind": "bands"})"), {"3:12 missing_key", "3:12 missing_key"}},
        Wrong{"BandWithoutPoints",
              rule(R"({"kind": "bands", "readings": ["r"], "bands": [{"total": {"atmost": 3}}]})"),
              {"3:59 missing_key", "3:70 unknown_key"}},
        Wrong{"ReadingsAreAWord",
              rule(R"({"kind": "bands", "readings": "r", "bands": [{"points": 3}]})"),
              {"3:42 expected_list"}},
        Wrong{"QuantityTooFine",
              rule(R"({"kind": "rate", "numerator": "r", "target": 0.0000001})"),
              {"3:57 too_many_decimals"}},
        Wrong{"NoSuchStep", rule(R"({"kind": "rate", "numerator": "r", "step": "half"})"), {"3:55 unknown_word"}},
        Wrong{"NoSuchSmallSample",
              rule(R"({"kind": "rate", "numerator": "r", "small_sample": "half"})"),
              {"3:63 unknown_word"}},
        Wrong{
            "MilestoneWithoutPlan",
            rule(R"({"kind": "progress", "actual": "r", "start": "2026-01-01", "milestones": [{"by": "2026-02-01"}]})"),
            {"3:86 missing_key"}},
        Wrong{
            "NoSuchBetween",
            rule(
                R"({"kind": "progress", "actual": "r", "start": "2026-01-01", "between": "x", "milestones": [{"by": "2026-02-01", "plan": 1}]})"),
            {"3:82 unknown_word"}},
        Wrong{"ShareIsAWord",
              rule(R"({"kind": "letters", "reading": "r", "shares": {"A": "1", "B": 2}})"),
              {"3:64 expected_number", "3:74 share_range"}},
        Wrong{"ParameterIsANumber",
              rule(R"({"kind": "custom", "name": "n", "parameters": {"limit": 55}})"),
              {"3:68 expected_string"}},
        Wrong{"TwoMeasuringRules",
              rule("{\"kind\": \"checklist\"},\n {\"kind\": \"checklist\"}"),
              {"4:2 two_measuring_rules"}}),
    named);

TEST(FrameworkJson, ReportsEveryProblemInOneGoInTheOrderOfTheFile) {
  const std::string text = R"({"aedile": "framework/1", "id": "f", "edition": "",
  "marks": {"places": "two"},
  "root": {"code": "t", "full_marks": 10, "children": [
    {"code": "1", "full_marks": 4, "lead": "a", "supporting": ["a"],
     "rules": [{"kind": "deduction", "points": {"by": "severty", "table": {"minor": -1}}, "cap": 9}]},
    {"code": "1", "full_marks": 4.0000000001, "fullmarks": 4,
     "rules": [{"kind": "whole_item"}, {"kind": "veto", "on": "nowhere", "ceiling": 1}]}
  ]},
  "profiles": [{"site_class": "park", "only": ["3"]}]
})";
  EXPECT_EQ(problems_of(text),
            (Lines{"1:49 empty_text", "2:23 expected_whole_number", "4:64 two_leads", "5:55 unknown_attribute",
                   "5:85 negative_number", "5:98 cap_above_full", "6:14 duplicate_code", "6:33 too_many_decimals",
                   "6:47 unknown_key", "7:63 unknown_node", "9:48 unknown_node"}));
}

TEST(FrameworkJson, SuggestsTheKeyThatWasMeant) {
  const auto sentence = [](const std::string& text) {
    return read_framework(text, "f.json").diagnostics().items().front().text.in(Language::en);
  };
  EXPECT_EQ(sentence(head(R"("titel": "T")")), "there is no key \"titel\" here; known: title");
  EXPECT_EQ(sentence(item(R"("rules": [{"kind": "whole_item"}], "fullmarks": 3)")),
            "there is no key \"fullmarks\" here; known: full_marks");
  EXPECT_EQ(sentence(head(R"("marks": {"decimals": 2})")),
            "there is no key \"decimals\" here; known: rounding, places");
}

TEST(FrameworkJson, ListsTheWordsThatAreAllowed) {
  const Result<Framework> read =
      read_framework(item(R"("rules": [{"kind": "whole_item"}], "role": "bonus")"), "f.json");
  EXPECT_EQ(read.diagnostics().to_string(),
            "f.json:3:44: error: \"bonus\" is not known here; write one of: part, adds, deducts [unknown_word]\n");
  EXPECT_EQ(read.diagnostics().to_string(Language::zh),
            "f.json:3:44: error: 此处不能写“bonus”；请写以下之一：part, adds, deducts [unknown_word]\n");
}

TEST(FrameworkJson, KeepsThePointerOfWhatTheValidatorFinds) {
  const Result<Framework> read = read_framework(rule(R"({"kind": "deduction", "points": 1, "cap": 11})"), "f.json");
  ASSERT_EQ(read.diagnostics().size(), 1u);
  EXPECT_EQ(read.diagnostics().items()[0].place.pointer, "/root/children/0/rules/0/cap");
}

TEST(FrameworkJson, NamesThePlaceOfTheFirstOfTwoEqualCodes) {
  const Result<Framework> read = read_framework(
      item(R"("rules": [{"kind": "whole_item"}]}, {"code": "1", "full_marks": 1, "rules": [{"kind": "whole_item"}])"),
      "f.json");
  ASSERT_EQ(read.diagnostics().size(), 1u);
  EXPECT_NE(read.diagnostics().to_string().find(" 1:93;"), std::string::npos) << read.diagnostics();
}

TEST(FrameworkJson, GivesWarningsBesideTheFramework) {
  const Result<Framework> read = read_framework(
      "{\"aedile\": \"framework/1\", \"id\": \"f\", \"edition\": \"1\",\n \"root\": {\"code\": \"t\", \"full_marks\": "
      "6}}",
      "f.json");
  ASSERT_TRUE(read);
  EXPECT_EQ(places_of(read.diagnostics()), Lines{"2:10 no_rules"});
}

TEST(FrameworkJson, FindsEveryProblemOfAHugeListQuickly) {
  std::string text = R"({"aedile": "framework/1", "id": "f", "edition": "1", "root": {"code": "t", "children": [)";
  const int count = 20'000;
  for (int i = 0; i < count; ++i) {
    text += (i == 0 ? "\n" : ",\n");
    text += R"({"code": "same", "full_marks": -1, "rules": [{"kind": "whole_item"}]})";
  }
  text += "]}}";
  const Result<Framework> read = read_framework(text, "f.json");
  EXPECT_EQ(read.diagnostics().error_count(), 2u * count - 1);
  EXPECT_EQ(places_of(read.diagnostics()).back(), std::to_string(count + 1) + ":32 negative_number");
}

TEST(FrameworkJson, SurvivesManyUnknownKeysAndLongNames) {
  std::string text = R"({"aedile": "framework/1", "id": "f", "edition": "1", "root": {"code": "t", "full_marks": 1)";
  for (int i = 0; i < 10'000; ++i) text += ",\"k" + std::to_string(i) + "\": 1";
  text += ",\"" + std::string(1'000'000, 'x') + "\": 1}}";
  const Result<Framework> read = read_framework(text, "f.json");
  EXPECT_EQ(read.diagnostics().error_count(), 10'001u);
  EXPECT_LT(read.diagnostics().to_string().size(), 10'001u * 500);
}

TEST(FrameworkJson, GivesUpAfterAHundredThousandProblems) {
  std::string text = R"({"aedile": "framework/1", "id": "f", "edition": "1", "root": {"code": "t", "children": [)";
  for (int i = 0; i < 1'000'000; ++i) text += i == 0 ? "7" : "\n,7";
  text += "]}}";
  const Result<Framework> read = read_framework(text, "f.json");
  EXPECT_EQ(read.diagnostics().size(), 100'001u);
  EXPECT_EQ(places_of(read.diagnostics()).back(), "100001:2 too_many_problems");
}

class FrameworkFile : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path write(const char* name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }
  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      ("aedile_json_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(FrameworkFile, IsNamedInEveryPlace) {
  const std::filesystem::path file = write("规则 county.json", head(R"("titel": "T")"));
  const Result<Framework> read = load_framework(file);
  ASSERT_EQ(read.diagnostics().size(), 1u);
  EXPECT_EQ(read.diagnostics().items()[0].place, (Place{file.string(), 2, 1, {}}));
}

TEST_F(FrameworkFile, ThatIsMissingIsAnError) {
  const Result<Framework> read = load_framework(folder_ / "none.json");
  ASSERT_EQ(read.diagnostics().size(), 1u);
  EXPECT_EQ(read.diagnostics().to_string(), (folder_ / "none.json").string() +
                                                ": error: cannot read this file (No such file or directory); check its "
                                                "name and permissions [unreadable_file]\n");
}

TEST_F(FrameworkFile, ThatIsAFolderIsAnError) {
  EXPECT_TRUE(load_framework(folder_).diagnostics().contains("unreadable_file"));
  EXPECT_TRUE(load_edition_mapping(folder_).diagnostics().contains("unreadable_file"));
}

TEST_F(FrameworkFile, IsReadWhateverItsLineEndsAndByteOrderMark) {
  const Result<Framework> plain = read_framework(head(R"("title": "T")"), "f.json");
  std::string text = head(R"("title": "T")");
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\r\n");
  const Result<Framework> read = load_framework(write("crlf.json", "\xEF\xBB\xBF" + text));
  ASSERT_TRUE(read) << read.diagnostics();
  EXPECT_EQ(*read, *plain);
}

}  // namespace
}  // namespace aedile
