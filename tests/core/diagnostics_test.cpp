// Problems as values: how they print, collect and sort, and the contract of Result.
#include "aedile/core/diagnostics.h"

#include <gtest/gtest.h>

#include <memory>
#include <sstream>

#include "aedile/core/result.h"

namespace aedile {
namespace {

constexpr Message part_sum{"part_sum", "item {0} has full marks {1}, but its parts sum to {2}",
                           "第{0}项满分值为{1}，但各部分合计为{2}"};
constexpr Message odd{"odd", "this looks odd", "可疑"};

Diagnostic at(std::string file, std::uint32_t line, std::uint32_t column, std::string argument) {
  return {Level::error, {std::move(file), line, column, ""}, Text(odd, {std::move(argument)})};
}

TEST(DiagnosticText, IsPlaceLevelSentenceAndCode) {
  const Diagnostic d{Level::error, {"county.json", 212, 21, "/root"}, Text(part_sum, {"18", "3", "2"})};
  EXPECT_EQ(to_string(d), "county.json:212:21: error: item 18 has full marks 3, but its parts sum to 2 [part_sum]");
  EXPECT_EQ(to_string(d, Language::zh), "county.json:212:21: error: 第18项满分值为3，但各部分合计为2 [part_sum]");
  std::ostringstream out;
  out << d;
  EXPECT_EQ(out.str(), to_string(d));
}

TEST(DiagnosticText, NamesOnlyThePartsOfThePlaceThatAreKnown) {
  EXPECT_EQ(to_string(Place{"a.csv", 3, 0, ""}), "a.csv:3");
  EXPECT_EQ(to_string(Place{"a.csv", 0, 0, ""}), "a.csv");
  EXPECT_EQ(to_string(Place{"", 3, 4, ""}), "3:4");
  EXPECT_EQ(to_string(Place{"", 0, 0, "/root/cap"}), "/root/cap");
  EXPECT_EQ(to_string(Place{"a.json", 0, 0, "/root/cap"}), "a.json:/root/cap");
  EXPECT_EQ(to_string(Place{}), "");
  EXPECT_EQ(to_string(Diagnostic{Level::warning, {}, Text(odd)}), "warning: this looks odd [odd]");
  EXPECT_EQ(to_string(Diagnostic{Level::note, {"", 0, 0, "/x"}, Text(odd)}), "/x: note: this looks odd [odd]");
}

TEST(Diagnostics, CollectsInOrderAndCountsOnlyErrors) {
  Diagnostics all;
  EXPECT_TRUE(all.empty());
  all.warning({"a", 1, 1, ""}, odd);
  all.note({}, odd);
  EXPECT_FALSE(all.has_errors());
  all.error({"b", 2, 2, ""}, part_sum, {"1", "2", "3"});
  EXPECT_TRUE(all.has_errors());
  EXPECT_EQ(all.size(), 3u);
  EXPECT_EQ(all.error_count(), 1u);
  EXPECT_TRUE(all.contains("odd"));
  EXPECT_TRUE(all.contains("part_sum"));
  EXPECT_FALSE(all.contains("part"));
  EXPECT_EQ(all.to_string(),
            "a:1:1: warning: this looks odd [odd]\n"
            "note: this looks odd [odd]\n"
            "b:2:2: error: item 1 has full marks 2, but its parts sum to 3 [part_sum]\n");
  std::ostringstream out;
  out << all;
  EXPECT_EQ(out.str(), all.to_string(Language::en));
}

TEST(Diagnostics, AppendsAnothersItemsAndErrors) {
  Diagnostics a;
  a.error({}, odd);
  Diagnostics b;
  b.warning({}, odd);
  b.error({}, part_sum);
  a.append(b);
  EXPECT_EQ(a.size(), 3u);
  EXPECT_EQ(a.error_count(), 2u);
  a.append(a);
  EXPECT_EQ(a.size(), 6u);
  EXPECT_EQ(a.error_count(), 4u);
}

TEST(Diagnostics, SortsByFileLineColumnAndKeepsTheRest) {
  Diagnostics all;
  for (Diagnostic d : {at("b", 1, 1, "1"), at("a", 10, 1, "2"), at("a", 9, 7, "3"), at("a", 9, 2, "4"),
                       at("a", 9, 7, "5"), at("", 99, 9, "6")}) {
    all.add(std::move(d));
  }
  all.sort_by_place();
  std::string order;
  for (const Diagnostic& d : all) order += d.text.arguments().front();
  EXPECT_EQ(order, "643521");
  EXPECT_EQ(all.error_count(), 6u);
}

TEST(Result, OfAValueGivesTheValueAndItsWarnings) {
  Diagnostics warnings;
  warnings.warning({}, odd);
  const Result<int> result(7, warnings);
  EXPECT_TRUE(result.ok());
  EXPECT_TRUE(static_cast<bool>(result));
  EXPECT_EQ(result.value(), 7);
  EXPECT_EQ(*result, 7);
  EXPECT_EQ(result.diagnostics(), warnings);
}

TEST(Result, OfAFailureThrowsWhenItsValueIsRead) {
  const Result<std::string> result(Place{"a.json", 1, 2, ""}, odd);
  EXPECT_FALSE(result.ok());
  EXPECT_THROW((void)result.value(), ContractError);
  EXPECT_THROW((void)*result, ContractError);
  EXPECT_THROW((void)result->size(), ContractError);
  EXPECT_THROW((void)Result<std::string>(result).value(), ContractError);
  try {
    (void)result.value();
  } catch (const ContractError& error) {
    EXPECT_NE(std::string(error.what()).find("a.json:1:2: error: this looks odd [odd]"), std::string::npos);
  }
}

TEST(Result, RefusesAValueBesideAnErrorAndAFailureWithout) {
  Diagnostics errors;
  errors.error({}, odd);
  EXPECT_THROW((void)Result<int>(7, errors), ContractError);
  EXPECT_THROW((void)Result<int>{Diagnostics()}, ContractError);
  Diagnostics warnings;
  warnings.warning({}, odd);
  EXPECT_THROW((void)Result<int>{warnings}, ContractError);
  EXPECT_FALSE(Result<int>(errors).ok());
}

TEST(Result, HandsOverValuesThatCanOnlyBeMoved) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 7);
}

}  // namespace
}  // namespace aedile
