// What a visit is refused for: whatever was seen either counts or is an error, and nothing is dropped in silence.

#include <gtest/gtest.h>

#include "support/scheme_text.h"

namespace aedile::test {

namespace {

const char* const two_items = R"({"code": "total", "title": "total", "children": [
  {"code": "a", "title": "a", "full_marks": 10, "rules": [{"kind": "deduction", "points": 1}]},
  {"code": "b", "title": "b", "full_marks": 10, "rules": [
    {"kind": "checklist", "criteria": [{"code": "c1", "title": "c1"}, {"code": "c2", "title": "c2"}]}]}]})";

std::string rate(const std::string& members) {
  return R"({"code": "total", "title": "total", "full_marks": 10, "rules": [{"kind": "rate", "numerator": "x")" +
         members + "}]}";
}

Diagnostics refused(const Scheme& scheme, const Seen& seen) {
  return score(scheme.program(), seen.visit).diagnostics();
}

}  // namespace

TEST(AVisit, IsRefusedForFindingsOfAnItemThatWasNotChecked) {
  const Scheme scheme(two_items);
  const Diagnostics problems = refused(scheme, Seen().finding("a").finding("a").check("a", CheckResult::not_checked));
  EXPECT_EQ(problems.error_count(), 2u);
  EXPECT_TRUE(problems.contains("not_checked_item"));
  EXPECT_TRUE(
      refused(scheme, Seen().finding("a").check("total", CheckResult::not_checked)).contains("not_checked_item"));
  EXPECT_EQ(scheme.mark(Seen().finding("a").check("b", CheckResult::not_checked), "a"), "9");
}

TEST(AVisit, IsRefusedForCriteriaOfAnItemThatWasNotCheckedOrDoesNotApply) {
  const Scheme scheme(two_items);
  const auto failed = [] { return Seen().check("b", CheckResult::fail, "c1"); };
  EXPECT_TRUE(refused(scheme, failed().check("b", CheckResult::not_checked)).contains("not_checked_item"));
  EXPECT_TRUE(refused(scheme, failed().check("b", CheckResult::not_applicable)).contains("not_applicable_item"));
  // A criterion that nobody checked says nothing against it.
  EXPECT_EQ(scheme.mark(Seen().check("b", CheckResult::not_checked, "c1").check("b", CheckResult::not_checked), "b"),
            "not_observed");
}

TEST(AVisit, IsRefusedForReadingsThatCannotBe) {
  const Scheme scheme(rate(R"(, "denominator": "n", "target": 90)"));
  EXPECT_TRUE(
      refused(scheme, Seen().reading("total", "x", "-1").reading("total", "n", "5")).contains("negative_reading"));
  EXPECT_TRUE(
      refused(scheme, Seen().reading("total", "x", "1").reading("total", "n", "-5")).contains("negative_reading"));
  const Diagnostics above = refused(scheme, Seen().reading("total", "x", "6").reading("total", "n", "5"));
  EXPECT_TRUE(above.contains("reading_above_sample"));
  EXPECT_EQ(above.items().front().text.in(Language::zh), "测评项目 total：读数“x”大于其所属总数“n”；请更正其中之一");
}

TEST(ARate, IsExactForTargetsBeyondTheRangeOfPoints) {
  EXPECT_EQ(Scheme(rate(R"(, "target": 9300000000)")).mark(Seen().reading("total", "x", "4650000000")), "5");
  EXPECT_EQ(Scheme(rate(R"(, "target": 1000000000000)")).mark(Seen().reading("total", "x", "500000000000")), "5");
  EXPECT_EQ(Scheme(rate(R"(, "target": 100000000000, "points_per_point": 0.000000001)"))
                .mark(Seen().reading("total", "x", "99000000000")),
            "9");
}

}  // namespace aedile::test
