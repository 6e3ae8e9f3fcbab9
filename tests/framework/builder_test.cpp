// The builder: what it makes is what one would write by hand, and its problems stand where a file would have them.
#include "aedile/framework/builder.h"

#include <gtest/gtest.h>

namespace aedile {
namespace {

std::vector<std::string> codes(const Framework& framework) {
  std::vector<std::string> result;
  for (const Node& node : framework.nodes) result.push_back(node.code);
  return result;
}

TEST(Builder, MakesTheExampleOfItsHeader) {
  const Result<Framework> built =
      FrameworkBuilder("demo", "2026")
          .attribute("severity", {"minor", "serious"})
          .root("total", "Total",
                [](NodeBuilder& total) {
                  total.item("1", "Street is clean", "6").rule(Deduction{.each = {.points = Points::of(2)}});
                  total.item("2", "Signs are lit", "4").rule(WholeItem{});
                })
          .build();
  ASSERT_TRUE(built) << built.diagnostics();
  EXPECT_EQ(built.diagnostics().to_string(), "");
  EXPECT_EQ(codes(*built), (std::vector<std::string>{"total", "1", "2"}));
  EXPECT_EQ(built->nodes[1].parent, 0u);
  EXPECT_EQ(built->nodes[1].full_marks, Points::of(6));
  EXPECT_EQ(built->nodes[1].title.in(Language::zh), "Street is clean");
  EXPECT_EQ(built->attributes[0].values[1].code, "serious");
}

TEST(Builder, SetsEveryMemberOfANode) {
  Aggregation smallest;
  smallest.by = Aggregator::minimum;
  Grade all{"A", "all", {}};
  Ceiling ceiling{{"1", {}}, Points::of(5), {}};
  ceiling.when.mark.below = Points::of(2);
  const Cycles cycles{"source", {{"patrol", Weight::of(2)}}, Missing::zero};
  const Result<Framework> built =
      FrameworkBuilder("demo", "2026")
          .title("title")
          .source("document")
          .valid(Date::of(2026, 1, 1), Date::of(2026, 12, 31))
          .marks(Rounding::floor, 2)
          .owners_required()
          .visit_attribute("beds", "Beds")
          .attribute(Attribute{"area", "Area", {}})
          .profile({"park", "Parks", false, {"1"}})
          .root("total", "Total",
                [&](NodeBuilder& total) {
                  total.full_marks("10").aggregation(smallest).lead("works").grade(all).ceiling(ceiling);
                  total.item("1", "One", "10")
                      .weight("2.5")
                      .clause("clause", "article 3")
                      .method(Method::field)
                      .supporting("police")
                      .tag("street")
                      .start("9")
                      .lowest(std::nullopt)
                      .highest("12")
                      .round(Rounding::half_even, 1)
                      .rule(WholeItem{})
                      .cycles(cycles);
                  total.item("2", "Two", "1").role(Role::adds).rule(WholeItem{});
                })
          .build();
  ASSERT_TRUE(built) << built.diagnostics();
  Framework expected;
  expected.id = "demo";
  expected.edition = "2026";
  expected.title = "title";
  expected.source = "document";
  expected.valid_from = Date::of(2026, 1, 1);
  expected.valid_until = Date::of(2026, 12, 31);
  expected.marks = {Rounding::floor, 2};
  expected.owners_required = true;
  expected.visit_attributes = {{"beds", "Beds"}};
  expected.attributes = {{"area", "Area", {}}};
  expected.profiles = {{"park", "Parks", false, {"1"}}};
  expected.nodes.resize(3);
  Node& total = expected.nodes[0];
  total.code = "total";
  total.title = "Total";
  total.full_marks = Points::of(10);
  total.aggregation = smallest;
  total.lead = "works";
  total.grades = {all};
  total.ceilings = {ceiling};
  Node& one = expected.nodes[1];
  one.parent = 0;
  one.code = "1";
  one.title = "One";
  one.full_marks = Points::of(10);
  one.weight = Weight::parse("2.5").value();
  one.clause = "clause";
  one.clause_source = "article 3";
  one.method = Method::field;
  one.supporting = {"police"};
  one.tags = {"street"};
  one.start = Points::of(9);
  one.lowest.reset();
  one.highest = Points::of(12);
  one.round = MarkRounding{Rounding::half_even, 1};
  one.rules = {WholeItem{}};
  one.cycles = cycles;
  Node& two = expected.nodes[2];
  two.parent = 0;
  two.code = "2";
  two.title = "Two";
  two.full_marks = Points::of(1);
  two.role = Role::adds;
  two.rules = {WholeItem{}};
  EXPECT_EQ(*built, expected);
}

TEST(Builder, ReportsABadNumberWhereAFileWouldHaveIt) {
  const Result<Framework> built =
      FrameworkBuilder("demo", "2026")
          .root("total", "Total",
                [](NodeBuilder& total) {
                  total.child("1", "Branch", [](NodeBuilder& branch) {
                    branch.item("1.1", "First", "ten").rule(WholeItem{});
                    branch.item("1.2", "Second", "1").weight("1.0000000001").rule(WholeItem{});
                    branch.item("1.3", "Third", "1").highest("99999999999").rule(WholeItem{});
                  });
                })
          .build();
  ASSERT_FALSE(built);
  const std::string problems = built.diagnostics().to_string();
  EXPECT_NE(problems.find("/root/children/0/children/0/full_marks: error: \"ten\" is not a number"), std::string::npos)
      << problems;
  EXPECT_NE(problems.find("/root/children/0/children/1/weight: error: "), std::string::npos) << problems;
  EXPECT_NE(problems.find("[too_many_decimals]"), std::string::npos) << problems;
  EXPECT_NE(problems.find("/root/children/0/children/2/highest: error: "), std::string::npos) << problems;
  EXPECT_NE(problems.find("[number_range]"), std::string::npos) << problems;
}

TEST(Builder, ReportsBadNumbersBesideEverythingElse) {
  const Result<Framework> built = FrameworkBuilder("", "2026")
                                      .root("total", "Total",
                                            [](NodeBuilder& total) {
                                              total.item("1", "One", "x").rule(WholeItem{});
                                              total.item("1", "Again", "1").rule(WholeItem{});
                                            })
                                      .build();
  ASSERT_FALSE(built);
  for (const char* code : {"bad_number", "empty_text", "duplicate_code"}) {
    EXPECT_TRUE(built.diagnostics().contains(code)) << code << '\n' << built.diagnostics();
  }
}

TEST(Builder, PutsNodesInDocumentOrderHoweverTheyWereBegun) {
  const Result<Framework> built = FrameworkBuilder("demo", "2026")
                                      .root("total", "Total",
                                            [](NodeBuilder& total) {
                                              NodeBuilder first = total.child("1", "First", nullptr);
                                              NodeBuilder second = total.child("2", "Second", nullptr);
                                              second.item("2.1", "", "1").rule(WholeItem{});
                                              first.item("1.1", "", "1").rule(WholeItem{});
                                              second.item("2.2", "", "1").rule(WholeItem{});
                                              first.item("1.2", "", "1").rule(WholeItem{});
                                            })
                                      .build();
  ASSERT_TRUE(built) << built.diagnostics();
  EXPECT_EQ(codes(*built), (std::vector<std::string>{"total", "1", "1.1", "1.2", "2", "2.1", "2.2"}));
  EXPECT_EQ(built->nodes[6].parent, 4u);
}

TEST(Builder, BuildsTheSameAgain) {
  FrameworkBuilder builder("demo", "2026");
  builder.root("total", "Total", [](NodeBuilder& total) { total.item("1", "One", "1").rule(WholeItem{}); });
  const Result<Framework> first = builder.build();
  const Result<Framework> second = builder.build();
  ASSERT_TRUE(first && second);
  EXPECT_EQ(*first, *second);
}

TEST(Builder, WithoutARootHasNoNodes) {
  const Result<Framework> built = FrameworkBuilder("demo", "2026").build();
  ASSERT_FALSE(built);
  EXPECT_TRUE(built.diagnostics().contains("no_nodes"));
}

TEST(Builder, ReportsASecondRoot) {
  FrameworkBuilder builder("demo", "2026");
  builder.root("total", "Total", [](NodeBuilder& total) { total.item("1", "One", "1").rule(WholeItem{}); });
  builder.root("other", "Other", [](NodeBuilder& total) { total.item("2", "Two", "1").rule(WholeItem{}); });
  const Result<Framework> built = builder.build();
  ASSERT_FALSE(built);
  EXPECT_TRUE(built.diagnostics().contains("bad_tree"));
}

}  // namespace
}  // namespace aedile
