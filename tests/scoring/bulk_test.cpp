// What bulk scoring says of layouts and columns that do not fit, what it sends to a Scorer and why, and the worked
// examples of its header.

#include "aedile/scoring/bulk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>

#include "aedile/core/exceptions.h"

namespace aedile {
namespace {

using testing::ElementsAre;

/// total (mean) ── a (10 points; minor 1, grave 4; grave vetoes the total: at most 59)
///              ├─ b (20 points; 5 a finding; once a place)
///              └─ c (10 points; 2 a finding)
Framework framework() {
  Framework framework{.id = "bulk", .edition = "1", .title = "bulk"};
  framework.attributes = {{"severity", "severity", {{"minor", "minor"}, {"grave", "grave"}}}};
  Node total{.code = "total"};
  total.aggregation.by = Aggregator::weighted_mean;
  total.grades = {{"pass", "pass", {.at_least = Points::of(60)}}, {"fail", "fail", {}}};
  Node a{.code = "a", .parent = 0, .full_marks = Points::of(10)};
  PointsTable by_severity;
  by_severity.by = {"severity"};
  by_severity.cells = {{{"minor"}, Points::of(1)}, {{"grave"}, Points::of(4)}};
  a.rules = {Deduction{{.points = by_severity}},
             Veto{.when = {{"severity", {"grave"}}}, .on = "total", .ceiling = Points::of(59)}};
  Node b{.code = "b", .parent = 0, .full_marks = Points::of(20)};
  b.rules = {Deduction{{.points = Points::of(5), .once = true, .once_per = {"location"}}}};
  Node c{.code = "c", .parent = 0, .full_marks = Points::of(10), .weight = Weight::of(2)};
  c.rules = {Deduction{{.points = Points::of(2)}}};
  framework.nodes = {total, a, b, c};
  return framework;
}

class Bulk : public testing::Test {
 protected:
  CompiledFramework compiled_ = compile(framework()).value();
  NodeId a_ = *compiled_.find("a"), b_ = *compiled_.find("b"), c_ = *compiled_.find("c");
  BulkLayout layout_{.items = {a_, b_, c_},
                     .profiles = {},
                     .attributes = {{"severity", {"", "minor", "grave"}}},
                     .nodes = {compiled_.root(), a_}};

  std::string refusal(const BulkLayout& layout) {
    const Result<BulkScorer> bulk = BulkScorer::create(compiled_, layout);
    return bulk ? "" : bulk.diagnostics().to_string();
  }
};

TEST_F(Bulk, ScoresVisitsWithAndWithoutRows) {
  const BulkScorer bulk = BulkScorer::create(compiled_, layout_).value();
  const std::vector<std::uint32_t> visit{0, 0, 2}, count{1, 3, 1};
  const std::vector<std::uint8_t> item{0, 2, 0}, severity{1, 0, 2};
  std::vector<Points> marks(6);
  std::vector<std::uint8_t> grades(3);
  std::vector<Factor> completion(3);
  const BulkReport report =
      bulk.score({.count = 3}, {.visit = visit, .item = item, .count = count, .attributes = {severity}},
                 {.marks = marks, .grades = grades, .completion = completion});
  // 100 · (1 · 9 ÷ 10 + 1 · 20 ÷ 20 + 2 · 4 ÷ 10) ÷ 4; nothing found; 100 · (6 ÷ 10 + 1 + 2) ÷ 4 = 90, held under 59
  EXPECT_THAT(marks, ElementsAre(*Points::parse("67.5"), Points::of(9), Points::of(100), Points::of(10), Points::of(59),
                                 Points::of(6)));
  EXPECT_THAT(grades, ElementsAre(0, 0, 1));
  EXPECT_THAT(completion, ElementsAre(Factor::of(1), Factor::of(1), Factor::of(1)));
  EXPECT_EQ(report.rejected_rows(), 0U);
  EXPECT_EQ(report.general_visits, 0U);
}

TEST_F(Bulk, SaysWhichItemsAndProfilesHaveNoTableAndWhy) {
  const BulkScorer bulk = BulkScorer::create(compiled_, layout_).value();
  ASSERT_EQ(bulk.general_items().size(), 1U);
  EXPECT_EQ(bulk.general_items()[0].item, 1U);
  EXPECT_EQ(bulk.general_items()[0].reason.in(), "rule 1 counts each place once, forgives, divides or scales");
  EXPECT_TRUE(bulk.general_profiles().empty());

  Framework conditional = framework();
  conditional.nodes[0].ceilings = {{{.node = "a", .mark = {.below = Points::of(5)}}, Points::of(70), {}}};
  const CompiledFramework compiled = compile(conditional).value();
  const BulkScorer general = BulkScorer::create(compiled, {.items = {*compiled.find("a")}}).value();
  ASSERT_EQ(general.general_profiles().size(), 1U);
  EXPECT_EQ(general.general_profiles()[0].reason.in(Language::zh), "有细则取决于其他节点的得分（限分或条件加分）");
}

TEST_F(Bulk, SendsVisitsThatMeetSuchAnItemToAScorer) {
  const BulkScorer bulk = BulkScorer::create(compiled_, layout_).value();
  const std::vector<std::uint32_t> visit{0, 0, 1};
  const std::vector<std::uint8_t> item{1, 1, 2}, severity{0, 0, 0};
  std::vector<Points> marks(4);
  const BulkReport report =
      bulk.score({.count = 2}, {.visit = visit, .item = item, .attributes = {severity}}, {.marks = marks});
  EXPECT_EQ(report.general_visits, 1U);
  EXPECT_EQ(marks[0], *Points::parse("93.75"));  // both without a place: one occurrence
  EXPECT_EQ(marks[2], Points::of(90));
}

TEST_F(Bulk, ListsEveryRejectedRowWithItsReason) {
  const BulkLayout layout{.items = {a_, c_},
                          .profiles = {compiled_.applicability({{a_}}), compiled_.all()},
                          .attributes = layout_.attributes};
  const BulkScorer bulk = BulkScorer::create(compiled_, layout).value();
  const std::vector<std::uint32_t> site{7, 8};
  const std::vector<std::uint16_t> period{1, 2};
  const std::vector<std::uint8_t> profile{0, 1};
  const std::vector<std::uint32_t> visit{0, 0, 9, 0, 0, 1, 1, 1}, row_site{7, 7, 7, 7, 8, 8, 8, 8};
  const std::vector<std::uint16_t> row_period{1, 1, 1, 1, 1, 1, 2, 2};
  const std::vector<std::uint8_t> item{0, 2, 0, 0, 0, 0, 0, 1}, severity{1, 1, 1, 3, 1, 1, 0, 1};
  for (const bool backwards : {false, true}) {
    const auto turned = [&](auto column) {
      if (backwards) std::reverse(column.begin(), column.end());
      return column;
    };
    const auto visits = turned(visit), sites = turned(row_site);
    const auto periods = turned(row_period);
    const auto items = turned(item), severities = turned(severity);
    std::vector<Points> marks(2);
    const BulkReport report = bulk.score(
        {.count = 2, .site = site, .period = period, .profile = profile},
        {.visit = visits, .item = items, .count = {}, .site = sites, .period = periods, .attributes = {severities}},
        {.marks = marks});
    std::vector<RejectedRow> expected{{1, RowFault::no_such_item},  {2, RowFault::no_such_visit},
                                      {3, RowFault::no_such_value}, {4, RowFault::other_site},
                                      {5, RowFault::other_period},  {6, RowFault::no_points}};
    if (backwards) {
      std::reverse(expected.begin(), expected.end());
      for (RejectedRow& row : expected) row.row = 7 - row.row;
    }
    EXPECT_EQ(report.rejected, expected);
    EXPECT_THAT(report.rejected_by, ElementsAre(1, 1, 1, 1, 1, 0, 1));
    EXPECT_THAT(marks, ElementsAre(Points::of(90), Points::of(90)));
  }
}

TEST_F(Bulk, RejectsOrIgnoresWhatDoesNotApply) {
  BulkLayout layout = layout_;
  layout.profiles = {compiled_.applicability({{a_}})};
  const std::vector<std::uint32_t> visit{0, 0};
  const std::vector<std::uint8_t> item{0, 2}, severity{1, 1};
  std::vector<Points> marks(2);
  const FindingColumns findings{
      .visit = visit, .item = item, .count = {}, .site = {}, .period = {}, .attributes = {severity}};
  const BulkReport strict = BulkScorer::create(compiled_, layout)->score({.count = 1}, findings, {.marks = marks});
  EXPECT_THAT(strict.rejected, ElementsAre(RejectedRow{1, RowFault::not_applicable}));
  EXPECT_EQ(strict.ignored, 0U);
  const BulkReport lenient = BulkScorer::create(compiled_, layout, {.score = {.ignore_not_applicable = true}})
                                 ->score({.count = 1}, findings, {.marks = marks});
  EXPECT_TRUE(lenient.rejected.empty());
  EXPECT_EQ(lenient.ignored, 1U);
  EXPECT_EQ(marks[0], Points::of(90));
}

TEST_F(Bulk, RefusesLayoutsThatDoNotFitTheFramework) {
  BulkLayout layout = layout_;
  layout.items = {a_, compiled_.root(), a_};
  layout.attributes = {{"severity", {"minor", "mild"}}, {"weather", {"rain"}}};
  layout.nodes = {NodeId{77u}};
  EXPECT_EQ(
      refusal(layout),
      "/attributes/0: error: attribute \"severity\" has no value \"mild\", or two codes stand for it [bulk_value]\n"
      "/attributes/1: error: the findings have no attribute \"weather\", or it has two columns [bulk_attribute]\n"
      "/items/1: error: item code 1 stands for node 0, which is no item or is there twice [bulk_item]\n"
      "/items/2: error: item code 2 stands for node 1, which is no item or is there twice [bulk_item]\n"
      "/nodes/0: error: wanted node 77 is not of this framework, or is wanted twice [bulk_node]\n");
  layout = layout_;
  layout.attributes.push_back({"location", std::vector<std::string>(5000)});
  for (std::size_t i = 0; i < 5000; ++i) layout.attributes.back().values[i] = std::to_string(i);
  EXPECT_EQ(refusal(layout),
            "/attributes/0: error: the attributes have more than 4096 combinations of codes; take fewer columns or "
            "values [bulk_codes]\n");
}

TEST_F(Bulk, RefusesColumnsOfOtherSizes) {
  const BulkScorer bulk = BulkScorer::create(compiled_, layout_).value();
  const std::vector<std::uint32_t> two{0, 0}, three{0, 0, 0};
  std::vector<Points> marks(2);
  EXPECT_THROW(bulk.score({.count = 1}, {.visit = two, .item = three, .attributes = {two}}, {.marks = marks}),
               ContractError);
  EXPECT_THROW(bulk.score({.count = 1}, {.visit = two, .item = two}, {.marks = marks}), ContractError);
  EXPECT_THROW(bulk.score({.count = 2}, {.visit = two, .item = two, .attributes = {two}}, {.marks = marks}),
               ContractError);
  EXPECT_THROW(bulk.score({.count = 1, .site = two}, {}, {.marks = marks}), ContractError);
  EXPECT_THROW(bulk.score({.count = 1, .profile = std::span(three).first(1)}, {.item = two}, {.marks = marks}),
               ContractError);
  const std::vector<std::uint32_t> profile{1};
  EXPECT_THROW(bulk.score({.count = 1, .profile = profile}, {}, {.marks = marks}), ContractError);
  EXPECT_THROW(
      bulk.score({.count = 1, .site = profile, .profile_of_site = std::span(two).first(1)}, {}, {.marks = marks}),
      ContractError);
}

TEST_F(Bulk, TakesNoVisitsAndNoRows) {
  const BulkScorer bulk = BulkScorer::create(compiled_, layout_).value();
  EXPECT_EQ(bulk.score({}, {}, {}).rejected_rows(), 0U);
  const std::vector<std::uint32_t> zero{0};
  const BulkReport report = bulk.score({}, {.visit = zero, .item = zero, .attributes = {zero}}, {});
  EXPECT_THAT(report.rejected, ElementsAre(RejectedRow{0, RowFault::no_such_visit}));
}

TEST(Threads, RunEveryTaskOnceAndPassExceptionsOn) {
  std::vector<std::atomic<int>> runs(100);
  threads(4)(runs.size(), [&](std::size_t task) { ++runs[task]; });
  for (const std::atomic<int>& run : runs) EXPECT_EQ(run, 1);
  std::atomic<int> ran = 0;
  EXPECT_THROW(threads(3)(50,
                          [&](std::size_t task) {
                            ++ran;
                            if (task == 7) throw std::runtime_error("task 7");
                          }),
               std::runtime_error);
  EXPECT_EQ(ran, 50);
  EXPECT_THROW(threads(0), ContractError);
}

}  // namespace
}  // namespace aedile
