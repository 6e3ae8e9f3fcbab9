#include "aedile/io/csv_table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace aedile {
namespace {

const std::vector<CsvColumn> columns{{"visit", true}, {"item", true}, {"count"}};

struct Read {
  explicit Read(const std::string& text, std::vector<std::string> usual = {}) : in(text) {
    CsvTable table(in, "t.csv", log, columns, std::move(usual));
    while (table.next()) {
      for (std::size_t i = 0; i < columns.size(); ++i) cells += std::string(table.cell(i)) + "|";
      for (std::size_t i = 0; i < table.extra_count(); ++i) {
        cells += table.extra_name(i) + "=" + std::string(table.extra(i)) + "|";
      }
      cells += table.damaged() ? "damaged\n" : "\n";
    }
    ok = table.ok();
  }
  std::string problems() const { return log.shown().to_string(); }
  std::istringstream in;
  ProblemLog log;
  std::string cells;
  bool ok = false;
};

TEST(CsvTable, ColumnsStandInAnyOrderAndExtraOnesAreKept) {
  const Read read("area,item,visit,note\ninside,1.1,V1,x\n,1.2,V2,\n");
  EXPECT_EQ(read.cells, "V1|1.1||area=inside|note=x|\nV2|1.2||area=|note=|\n");
  EXPECT_TRUE(read.ok);
  EXPECT_EQ(read.problems(), "");
}

TEST(CsvTable, EveryBadColumnIsReportedAtOnce) {
  const Read read("Vist,,area,area\n1,2,3,4\n");
  EXPECT_EQ(read.problems(),
            "t.csv:1:6: error: column 2 has no name; name it or delete it [csv_unnamed_column]\n"
            "t.csv:1:12: error: the column \"area\" stands here a second time; delete or rename one "
            "[csv_duplicate_column]\n"
            "t.csv:1:1: error: there is no column \"visit\"; is it the column \"Vist\"? Then rename it "
            "[csv_misspelt_column]\n"
            "t.csv:1:1: error: there is no column \"item\"; add it [csv_missing_column]\n");
  EXPECT_FALSE(read.ok);
  EXPECT_EQ(read.cells, "") << "no row is read under a header that is not understood";
}

TEST(CsvTable, EmptyFilesAreReported) {
  for (const char* text : {"", "\xEF\xBB\xBF", "\r\n\r\n"}) {
    const Read read(text);
    EXPECT_FALSE(read.ok);
    EXPECT_EQ(read.problems(),
              "t.csv:1:1: error: the file is empty; its first line must name the columns [csv_empty]\n");
  }
}

TEST(CsvTable, HeaderAloneIsATableWithoutRows) {
  const Read read("visit,item");
  EXPECT_TRUE(read.ok);
  EXPECT_EQ(read.cells, "");
}

TEST(CsvTable, OtherSeparatorsAreNamed) {
  EXPECT_EQ(
      Read("visit;item;count\nV1;1.1;2\n").problems(),
      "t.csv:1:1: error: the columns seem to be separated by \";\"; save the table with commas between the columns "
      "[csv_separator]\n");
  EXPECT_TRUE(Read("visit\titem\n").log.contains("csv_separator"));
}

TEST(CsvTable, RaggedRowsAreReportedAndReadAsFarAsTheyGo) {
  const Read read("visit,item,x\nV1,1.1\nV2,1.2,a,b\nV3,1.3,c\n");
  EXPECT_EQ(read.problems(),
            "t.csv:2:1: error: the row has 2 cells, the header 3; quote cells that hold a comma [csv_ragged_row]\n"
            "t.csv:3:1: error: the row has 4 cells, the header 3; quote cells that hold a comma [csv_ragged_row]\n");
  EXPECT_EQ(read.cells, "V1|1.1||x=|damaged\nV2|1.2||x=a|damaged\nV3|1.3||x=c|\n");
}

TEST(CsvTable, RowsOfEmptyCellsAreSkipped) { EXPECT_EQ(Read("visit,item\n,\nV1,1\n\"\",\n,,,\n").cells, "V1|1||\n"); }

TEST(CsvTable, ExtraColumnThatLooksMisspeltIsAnError) {
  const Read read("visit,item,coumt,severty,area\nV1,1.1,2,low,x\n", {"severity", "area"});
  EXPECT_EQ(read.log.error_count(), 2u);
  EXPECT_EQ(
      read.problems(),
      "t.csv:1:12: error: the column \"coumt\" looks like \"count\", which is missing; correct its name, or give it "
      "another one if it means something else [csv_similar_column]\n"
      "t.csv:1:18: error: the column \"severty\" looks like \"severity\", which is missing; correct its name, or "
      "give it another one if it means something else [csv_similar_column]\n");
}

TEST(ProblemLog, KeepsTheFirstAndCountsTheRest) {
  std::string text = "visit,item\n";
  for (int i = 0; i < 5000; ++i) text += "V1\n";
  std::istringstream in(text);
  ProblemLog log(10);
  CsvTable table(in, "t.csv", log, columns);
  while (table.next()) {
  }
  EXPECT_EQ(log.error_count(), 5000u);
  EXPECT_EQ(log.hidden_count(), 4990u);
  ASSERT_EQ(log.shown().size(), 10u);
  EXPECT_EQ(log.shown().items().front().place.line, 2u);
}

}  // namespace
}  // namespace aedile
