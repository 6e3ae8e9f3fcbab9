// Columns of codes out of CSV: what is read, what is refused and where, and that the fast way and the threads change
// nothing of it.

#include "aedile/io/code_columns_csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>

#include "aedile/core/exceptions.h"
#include "io/code_columns_twin.h"

namespace aedile {
namespace {

using test::codes, test::Outcome, test::plainly, test::read, test::wanted;

TEST(CodeColumnsCsv, TakeColumnsByNameAndPassOverOthers) {
  const Outcome outcome = read("note,count,visit,item\nx,3,4294967295,街面\r\n-,0,007,1.2\n");
  EXPECT_EQ(outcome.columns, (std::vector<std::vector<std::uint32_t>>{{4294967295, 7}, {2, 1}, {3, 0}}));
  EXPECT_TRUE(outcome.problems.empty());
}

TEST(CodeColumnsCsv, ReadWhatOnlyTheOtherWayCan) {
  const Outcome expected = read("visit,item,count\n1,1.1,2\n3,,4\n");
  EXPECT_EQ(expected.columns, (std::vector<std::vector<std::uint32_t>>{{1, 3}, {0, 3}, {2, 4}}));
  EXPECT_EQ(read("\xEF\xBB\xBFvisit,item,count\r1,\"1.1\",2\r\r,,\r\"3\",,0000000000000000000000004"), expected);
}

TEST(CodeColumnsCsv, ATableWithoutRowsHasNone) {
  EXPECT_EQ(read("visit,item,count\n").columns, (std::vector<std::vector<std::uint32_t>>(3)));
  EXPECT_EQ(read("visit,item,count").columns, (std::vector<std::vector<std::uint32_t>>(3)));
}

TEST(CodeColumnsCsv, CellsWithoutTextAreNoRow) {
  ProblemLog log;
  const std::vector<CodeColumn> words{{.name = "a", .words = {"", "x"}}, {.name = "b", .words = {"", "y"}}};
  const auto columns = read_code_columns("a,b\n,\nx,\n,\n", "t.csv", words, log);
  ASSERT_TRUE(columns) << log.shown().to_string();
  EXPECT_EQ(codes(*columns, 0), std::vector<std::uint32_t>{1});
}

TEST(CodeColumnsCsv, SayEverythingThatIsWrongAndWhere) {
  const Outcome outcome = read("visit,item,count\n1,1.3,2\n,1.1,201\n4294967296,zzzzzzzz,-1\n1,1.1\n");
  EXPECT_TRUE(outcome.columns.empty());
  EXPECT_EQ(outcome.problems,
            (std::vector<std::string>{
                "t.csv:2:3: error: \"1.3\" in the column \"item\" is not known; is it \"1.1\"? [code_not_this_word]",
                "t.csv:3:1: error: \"\" in the column \"visit\" is no whole number from 0 to 4294967295; correct it "
                "[code_not_number]",
                "t.csv:3:6: error: \"201\" in the column \"count\" is no whole number from 0 to 200; correct it "
                "[code_not_number]",
                "t.csv:4:1: error: \"4294967296\" in the column \"visit\" is no whole number from 0 to 4294967295; "
                "correct it [code_not_number]",
                "t.csv:4:12: error: \"zzzzzzzz\" in the column \"item\" is not known; correct it, or add it to the "
                "words that are known [code_not_word]",
                "t.csv:4:21: error: \"-1\" in the column \"count\" is no whole number from 0 to 200; correct it "
                "[code_not_number]",
                "t.csv:5:1: error: the row has 2 cells, the header 3; quote cells that hold a comma [csv_ragged_row]",
                "t.csv:5:1: error: \"\" in the column \"count\" is no whole number from 0 to 200; correct it "
                "[code_not_number]"}));
}

TEST(CodeColumnsCsv, NeedEveryColumn) {
  const Outcome outcome = read("visit,items\n1,2\n");
  EXPECT_TRUE(outcome.columns.empty());
  ASSERT_EQ(outcome.problems.size(), 2u);
  EXPECT_NE(outcome.problems[0].find("[csv_misspelt_column]"), std::string::npos);
  EXPECT_NE(outcome.problems[1].find("[csv_missing_column]"), std::string::npos);
  EXPECT_FALSE(read("").problems.empty());
}

/// Texts that are nearly tables, rich in what makes trouble.
rc::Gen<std::string> nearly_a_table() {
  const auto cell =
      rc::gen::weightedOneOf<std::string>(
          {{12, rc::gen::map(rc::gen::inRange(0, 250), [](int n) { return std::to_string(n); })},
           {6, rc::gen::elementOf(std::vector<std::string>{"1.1", "1.2", "街面"})},
           {1, rc::gen::elementOf(std::vector<std::string>{"",
                                                           "\"1\"",
                                                           "\"1.1\"",
                                                           "\"1\n\"",
                                                           "4294967295",
                                                           "4294967296",
                                                           "12345678",
                                                           "123456789",
                                                           "99999999999999999999",
                                                           "00000000000000000000000005",
                                                           "-1",
                                                           " 1",
                                                           "1 ",
                                                           "+2",
                                                           "1e3",
                                                           "a\"b",
                                                           "\"",
                                                           "\xFF",
                                                           std::string(1, '\0'),
                                                           "1\r"})}});
  const auto end =
      rc::gen::weightedElement<std::string>({{30, "\n"}, {3, "\r\n"}, {1, "\r"}, {1, "\n\n"}, {1, ",\n"}, {1, ""}});
  const auto row = rc::gen::map(
      rc::gen::tuple(cell, rc::gen::elementOf(std::vector<std::string>{"1.1", "1.2", "街面", "1.1", "x"}), cell, end),
      [](const auto& parts) {
        const auto& [a, b, c, last] = parts;
        return a + "," + b + "," + c + last;
      });
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(row), [](const std::vector<std::string>& rows) {
    std::string text = "visit,item,count\n";
    for (const std::string& each : rows) text += each;
    return text;
  });
}

RC_GTEST_PROP(CodeColumnsCsvProperty, AreWhatCsvTableReadsOnAnyNumberOfThreads, ()) {
  const std::string text = *nearly_a_table();
  const Outcome outcome = read(text);
  const Outcome expected = plainly(text);
  RC_ASSERT(outcome.consistent);
  RC_ASSERT(outcome.columns == expected.columns);
  for (const std::string& problem : expected.problems)
    RC_ASSERT(std::find(outcome.problems.begin(), outcome.problems.end(), problem) != outcome.problems.end());
  const auto number = *rc::gen::inRange<std::size_t>(1, 5);
  RC_ASSERT(read(text, number, *rc::gen::inRange<std::size_t>(1, 100)) == outcome);
}

RC_GTEST_PROP(CodeColumnsCsvProperty, TakeEveryNumberOfEveryLength, ()) {
  const auto numbers =
      *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::mapcat(rc::gen::inRange(1, 33), [](int bits) {
        return rc::gen::map(rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << bits),
                            [](std::uint64_t n) { return static_cast<std::uint32_t>(n); });
      }));
  std::string text = "n\n";
  for (const std::uint32_t number : numbers) text += std::to_string(number) + "\n";
  ProblemLog log;
  const auto columns = read_code_columns(text, "t.csv", std::vector<CodeColumn>{{.name = "n"}}, log);
  RC_ASSERT(columns.has_value());
  RC_ASSERT(codes(*columns, 0) == numbers);
}

TEST(CodeColumnsCsv, AreReadFromFiles) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::string file = (folder / "aedile_code_columns_test.csv").string();
  std::ofstream(file, std::ios::binary) << "visit,item,count\n5,1.1,6\n";
  ProblemLog log;
  const auto columns = read_code_columns_file(file, wanted(), log, threads(2));
  ASSERT_TRUE(columns);
  EXPECT_EQ(codes(*columns, 2), std::vector<std::uint32_t>{6});
  std::ofstream(file, std::ios::binary | std::ios::trunc) << "";
  EXPECT_FALSE(read_code_columns_file(file, wanted(), log));
  EXPECT_TRUE(log.contains("csv_empty"));
  std::filesystem::remove(file);
  for (const std::string& none : {file, folder.string()}) {
    ProblemLog missing;
    EXPECT_FALSE(read_code_columns_file(none, wanted(), missing));
    EXPECT_TRUE(missing.contains("csv_cannot_open"));
  }
}

TEST(CodeColumnsCsv, RefuseWhatCannotBeMeant) {
  ProblemLog log;
  const auto ask = [&](std::vector<CodeColumn> columns) { return read_code_columns("a\n1\n", "t.csv", columns, log); };
  EXPECT_THROW(ask({{.name = "a", .width = 3}}), ContractError);
  EXPECT_THROW(ask({{.name = "a"}, {.name = "a"}}), ContractError);
  EXPECT_THROW(ask({{.name = ""}}), ContractError);
  EXPECT_THROW(ask({{.name = "a", .words = {"x", "x"}}}), ContractError);
  EXPECT_THROW(ask({{.name = "a", .width = 1, .words = std::vector<std::string>(257)}}), ContractError);
  EXPECT_THROW(ask({{.name = "a"}}).value().column(1), ContractError);
}

}  // namespace
}  // namespace aedile
