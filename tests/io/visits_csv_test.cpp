#include "aedile/io/visits_csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <sstream>

namespace aedile {
namespace {

struct Read {
  Read(const std::string& visits_text, const std::string& findings_text, VisitsCsvOptions options = {})
      : visits(visits_text), findings(findings_text) {
    VisitsCsv reader({visits, "v.csv"}, {findings, "f.csv"}, log, std::move(options));
    ok = reader.ok();
    grouped = reader.grouped();
    orphans = reader.orphan_count();
    for (VisitRow row; reader.next(row);) {
      rows.push_back(row);
      for (const Diagnostic& problem : row.problems) cell_problems += to_string(problem) + "\n";
    }
  }
  std::istringstream visits;
  std::istringstream findings;
  ProblemLog log;
  std::vector<VisitRow> rows;
  std::string cell_problems;
  bool ok = false;
  bool grouped = false;
  std::uint64_t orphans = 0;
};

std::string items(const VisitRow& row) {
  std::string result = row.record.id + ":";
  for (const FindingRecord& finding : row.record.findings) result += " " + finding.item;
  return result;
}

TEST(VisitsCsv, CellsBecomeARecord) {
  const Read read(
      "date,visit,site,site_class,mode,edition,units_sampled,weather\n"
      "2026-03-09,V1,河畔公园,park,covert,2026,12,\n",
      "visit,item,severity,count,location,evidence,note,repeat,area\n"
      "V1,1.2,serious,2,北门,sha256:ab,\"dog, big\",是,\n"
      "V1,1.3,,,,,,0,inside\n");
  ASSERT_EQ(read.rows.size(), 1u);
  EXPECT_EQ(read.log.shown().to_string() + read.cell_problems, "");
  const VisitRecord expected{
      .id = "V1",
      .site = "河畔公园",
      .site_class = "park",
      .date = Date::of(2026, 3, 9),
      .mode = "covert",
      .edition = "2026",
      .attributes = {{"units_sampled", "12"}},
      .findings = {{"1.2",
                    2,
                    {{"severity", "serious"}, {"location", "北门"}, {"repeat", "yes"}},
                    "sha256:ab",
                    "dog, big",
                    {"f.csv", 2, 1, {}}},
                   {"1.3", 1, {{"repeat", "no"}, {"area", "inside"}}, "", "", {"f.csv", 3, 1, {}}}},
      .readings = {},
      .checks = {},
      .place = {"v.csv", 2, 1, {}}};
  EXPECT_EQ(read.rows[0].record, expected);
  EXPECT_TRUE(read.rows[0].clean());
}

TEST(VisitsCsv, ResultMakesACheckAndReadingAReading) {
  const Read read("visit\nV1\n",
                  "visit,item,criterion,result,reading,value,cycle,count,note\n"
                  "V1,1,c2,not_checked,,,,,\n"
                  "V1,2,,fail,,,,1,broken\n"
                  "V1,3,,,hygiene,10,2,,\n");
  ASSERT_EQ(read.rows.size(), 1u);
  const VisitRecord& record = read.rows[0].record;
  EXPECT_TRUE(record.findings.empty());
  ASSERT_EQ(record.checks.size(), 2u);
  EXPECT_EQ(record.checks[0].criterion, "c2");
  EXPECT_EQ(record.checks[0].result, CheckResult::not_checked);
  EXPECT_EQ(record.checks[1].result, CheckResult::fail);
  EXPECT_EQ(record.checks[1].attributes, (AttributeTexts{{"note", "broken"}})) << "a remark is not lost";
  ASSERT_EQ(record.readings.size(), 1u);
  EXPECT_EQ(record.readings[0].value, "10");
  EXPECT_EQ(record.readings[0].attributes, (AttributeTexts{{"cycle", "2"}}));
  EXPECT_EQ(read.cell_problems, "");
}

TEST(VisitsCsv, EveryBadCellOfAVisitIsReportedAtItsPlace) {
  const Read read("visit,date\nV1,2026-02-30\n",
                  "visit,item,count,repeat,result,reading,value,criterion\n"
                  "V1,,1,,,,,\n"
                  "V1,1,-1,maybe,,,,\n"
                  "V1,1,4294967296,,,,,\n"
                  "V1,1,2.0,,,,,\n"
                  "V1,1,,,passed,,,\n"
                  "V1,1,,,pass,hygiene,1,\n"
                  "V1,1,,,,hygiene,,\n"
                  "V1,1,,,,,5,c1\n"
                  "V1,1,3,,pass,,,\n");
  EXPECT_EQ(
      read.cell_problems,
      "v.csv:2:4: error: \"2026-02-30\" is not a date; write a day that exists as YYYY-MM-DD, such as 2026-11-22 "
      "[bad_date]\n"
      "f.csv:2:4: error: the row names no item; fill in the column \"item\" [missing_item]\n"
      "f.csv:3:6: error: \"-1\" is not a count; write a whole number from 0 to 4294967295 [bad_count]\n"
      "f.csv:3:9: error: \"maybe\" in the column \"repeat\" is neither yes nor no; write yes or no [bad_flag]\n"
      "f.csv:4:6: error: \"4294967296\" is not a count; write a whole number from 0 to 4294967295 [bad_count]\n"
      "f.csv:5:6: error: \"2.0\" is not a count; write a whole number from 0 to 4294967295 [bad_count]\n"
      "f.csv:6:8: error: \"passed\" is not the result of a check; write pass, fixed, fail, error, unknown, "
      "not_applicable, not_checked, not_selected, informational or unscored [bad_check_result]\n"
      "f.csv:7:13: error: the row has both a result and a reading; write a check and a reading in rows of their own "
      "[ambiguous_row]\n"
      "f.csv:8:17: error: the reading \"hygiene\" has no value; fill in the column \"value\" [missing_value]\n"
      "f.csv:9:12: error: \"criterion\" says nothing without \"result\"; fill in \"result\", or empty the cell "
      "[misplaced_cell]\n"
      "f.csv:9:10: error: \"value\" says nothing without \"reading\"; fill in \"reading\", or empty the cell "
      "[misplaced_cell]\n"
      "f.csv:10:6: error: a check or a reading is not counted, but the count is \"3\"; empty the cell "
      "[misplaced_count]\n");
  EXPECT_FALSE(read.rows.at(0).clean());
}

TEST(VisitsCsv, FlagsAreWrittenInSeveralWays) {
  for (const auto& [text, flag] : std::map<std::string, std::string>{{"yes", "yes"},
                                                                     {"TRUE", "yes"},
                                                                     {"1", "yes"},
                                                                     {"是", "yes"},
                                                                     {"No", "no"},
                                                                     {"false", "no"},
                                                                     {"0", "no"},
                                                                     {"否", "no"}}) {
    const Read read("visit\nV1\n", "visit,item,overdue\nV1,1," + text + "\n");
    EXPECT_EQ(read.rows.at(0).record.findings.at(0).attributes, (AttributeTexts{{"overdue", flag}})) << text;
  }
  const Read own("visit\nV1\n", "visit,item,repeat\nV1,1,third\n", {.flags = {}});
  EXPECT_EQ(own.rows.at(0).record.findings.at(0).attributes, (AttributeTexts{{"repeat", "third"}}));
}

TEST(VisitsCsv, ScatteredFindingsAreGathered) {
  const Read read("visit\nV1\nV2\nV3\n", "visit,item\nV3,a\nV1,b\nV1,c\nV3,d\nV1,e\nV3,f\n");
  ASSERT_EQ(read.rows.size(), 3u);
  EXPECT_FALSE(read.grouped);
  EXPECT_EQ(items(read.rows[0]), "V1: b c e");
  EXPECT_EQ(items(read.rows[1]), "V2:");
  EXPECT_EQ(items(read.rows[2]), "V3: a d f");
  EXPECT_EQ(read.rows[2].record.findings[1].place.line, 5u);
}

TEST(VisitsCsv, GroupedFindingsAreRecognised) {
  EXPECT_TRUE(Read("visit\nV1\nV2\nV3\n", "visit,item\nV1,a\nV1,b\nV3,c\n").grouped);
}

TEST(VisitsCsv, FindingsOfUnknownVisitsAreReportedAndCounted) {
  const Read read("visit\nV1\n", "visit,item\nV1,a\nV9,b\nV9,c\n,d\nV1,e\n");
  EXPECT_TRUE(read.ok);
  EXPECT_EQ(read.orphans, 3u);
  EXPECT_EQ(read.log.shown().to_string(),
            "f.csv:3:1: error: there is no visit \"V9\" in v.csv; correct the id, or add the visit [unknown_visit]\n"
            "f.csv:4:1: error: there is no visit \"V9\" in v.csv; correct the id, or add the visit [unknown_visit]\n"
            "f.csv:5:1: error: the row names no visit; fill in the column \"visit\" [missing_visit_id]\n");
  EXPECT_EQ(items(read.rows.at(0)), "V1: a e");
  EXPECT_TRUE(read.rows[0].clean()) << "the orphans are no fault of this visit";
}

TEST(VisitsCsv, VisitsWithTheSameIdAreBothDamaged) {
  const Read read("visit,site\nV1,a\nV2,b\nV1,c\n,d\n", "visit,item\nV1,x\n");
  EXPECT_EQ(read.log.shown().to_string(),
            "v.csv:4:1: error: the visit \"V1\" stands in line 2 already; give each visit an id of its own "
            "[duplicate_visit]\n"
            "v.csv:5:1: error: the row names no visit; fill in the column \"visit\" [missing_visit_id]\n");
  ASSERT_EQ(read.rows.size(), 4u) << "every row of visits.csv is yielded";
  EXPECT_FALSE(read.rows[0].clean());
  EXPECT_TRUE(read.rows[1].clean());
  EXPECT_FALSE(read.rows[2].clean());
  EXPECT_FALSE(read.rows[3].clean());
}

TEST(VisitsCsv, DamagedRowsDamageTheVisitTheyName) {
  const Read read("visit,site\nV1,a\nV2\nV3,\"c\"d\n", "visit,item,note\nV1,x\nV3,y,z\n");
  ASSERT_EQ(read.rows.size(), 3u);
  for (const VisitRow& row : read.rows) EXPECT_TRUE(row.damaged) << row.record.id;
  EXPECT_EQ(read.log.error_count(), 3u);
}

TEST(VisitsCsv, ATableThatCannotBeReadToItsEndYieldsNothing) {
  const Read read("visit\nV1\n", "visit,item\nV1,a\nV1,\"b\n");
  EXPECT_FALSE(read.ok);
  EXPECT_TRUE(read.rows.empty());
  EXPECT_EQ(read.log.shown().to_string(),
            "f.csv:3:4: error: the quote opened here is never closed; close it, or double it if it belongs to the text "
            "[csv_unclosed_quote]\n");
}

TEST(VisitsCsv, ProblemsOfBothTablesAreReportedAtOnce) {
  const Read read("id\nV1\n", "item\n1\n");
  EXPECT_FALSE(read.ok);
  EXPECT_EQ(read.log.shown().to_string(),
            "v.csv:1:1: error: there is no column \"visit\"; add it [csv_missing_column]\n"
            "f.csv:1:1: error: there is no column \"visit\"; add it [csv_missing_column]\n");
}

TEST(VisitsCsv, OneVisitCanBeAskedFor) {
  const Read read("visit\nV1\nV2\nV3\n", "visit,item\nV1,a\nV2,b\nV3,c\nV2,d\n", {.only = "V2"});
  ASSERT_EQ(read.rows.size(), 1u);
  EXPECT_EQ(items(read.rows[0]), "V2: b d");
}

RC_GTEST_PROP(VisitsCsvProperty, FindingsComeToTheirVisitsFromAnywhere, ()) {
  const std::size_t visits = *rc::gen::inRange<std::size_t>(1, 40);
  const auto owners = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, visits));
  const std::size_t buffer = *rc::gen::elementOf(std::vector<std::size_t>{1, 10, 65536});
  std::string visits_text = "visit\n";
  for (std::size_t i = 0; i < visits; ++i) visits_text += "V" + std::to_string(i) + "\n";
  std::vector<std::string> expected(visits);
  for (std::size_t i = 0; i < visits; ++i) expected[i] = "V" + std::to_string(i) + ":";
  std::string findings_text = "item,visit\n";
  for (std::size_t i = 0; i < owners.size(); ++i) {
    findings_text += "\"" + std::to_string(i) + "\",V" + std::to_string(owners[i]) + (i % 3 == 0 ? "\r\n" : "\n");
    expected[owners[i]] += " " + std::to_string(i);
  }
  const Read read(visits_text, findings_text, {.csv = {.buffer_bytes = buffer}});
  RC_ASSERT(read.rows.size() == visits);
  for (std::size_t i = 0; i < visits; ++i) RC_ASSERT(items(read.rows[i]) == expected[i]);
}

}  // namespace
}  // namespace aedile
