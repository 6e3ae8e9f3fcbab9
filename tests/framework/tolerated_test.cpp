// What looks odd and is right: none of it may be reported.
#include <gtest/gtest.h>

#include <functional>

#include "framework/sound_framework.h"
#include "framework/validate/coverage.h"

namespace aedile {
namespace {

using testing::each;
using testing::node;
using testing::rule;

struct Tolerated {
  std::string name;
  std::function<void(Framework&)> change;
};

Quantity q(int whole) { return Quantity::of(whole); }

Bands::Band band(std::optional<int> above, std::optional<int> at_most) {
  Bands::Band made;
  if (above) made.total.above = q(*above);
  if (at_most) made.total.at_most = q(*at_most);
  return made;
}

std::vector<Tolerated> tolerated() {
  return {
      {"the deepest hierarchy that is accepted",
       [](auto& f) {
         std::size_t parent = 0;
         for (std::size_t i = 1; i < max_depth; ++i) {
           Node link;
           link.code = "link" + std::to_string(i);
           link.parent = parent;
           link.role = i == 1 ? Role::adds : Role::part;
           parent = f.nodes.size();
           f.nodes.push_back(link);
         }
         f.nodes.back().full_marks = Points::of(1);
         f.nodes.back().rules = {WholeItem{}};
       }},
      {"the whole validity of one day", [](auto& f) { f.valid_until = f.valid_from; }},
      {"a cap above full marks where marks may fall below 0",
       [](auto& f) {
         node(f, "1.1").lowest = Points::of(-30);
         each(f, "1.1").cap = Points::of(60);
       }},
      {"a cap where nothing holds marks up",
       [](auto& f) {
         node(f, "1.1").lowest.reset();
         each(f, "1.1").cap = Points::of(1000);
       }},
      {"points above the cap", [](auto& f) { each(f, "1.1").points.cells[0].points = Points::of(7); }},
      {"a start of 0 for a deduction without full marks",
       [](auto& f) {
         node(f, "4").rules = {Deduction{.each = {.points = Points::of(1)}}};
         node(f, "4").lowest.reset();
       }},
      {"a table that lacks only what its filter keeps out",
       [](auto& f) {
         each(f, "1.1").when = {{"severity", {"serious"}}};
         auto& cells = each(f, "1.1").points.cells;
         cells.erase(cells.begin(), cells.begin() + 2);
       }},
      {"a table that lacks what otherwise gives",
       [](auto& f) {
         each(f, "1.1").points.cells.pop_back();
         each(f, "1.1").points.otherwise = Points{};
       }},
      {"a flag declared with its own titles",
       [](auto& f) {
         f.attributes.push_back({"repeat", "Repeat", {{"no", "no"}, {"yes", "yes"}}});
       }},
      {"twelve attributes",
       [](auto& f) {
         f.attributes.push_back({"a", {}, {}});
         f.attributes.push_back({"b", {}, {}});
         f.attributes.push_back({"location", {}, {}});
       }},
      {"a base that makes up the full marks",
       [](auto& f) {
         node(f, "1").full_marks = Points::of(60);
         node(f, "1.1").full_marks = Points::of(20);
         node(f, "1").aggregation.base = Points::of(10);
       }},
      {"full marks that follow from the parts", [](auto& f) { node(f, "1").full_marks.reset(); }},
      {"weightless parts of a sum",
       [](auto& f) {
         node(f, "1.1").weight = Weight{};
         node(f, "1.2").weight = Weight{};
       }},
      {"bands that meet at an edge",
       [](auto& f) {
         Bands& bands = rule<Bands>(f, "2.1");
         bands.readings = {"noise"};
         bands.otherwise.reset();
         bands.bands = {band({}, 15), band(15, 20), band(20, {})};
       }},
      {"bands that take turns from the top",
       [](auto& f) {
         Bands& bands = rule<Bands>(f, "2.1");
         bands.readings = {"noise"};
         bands.otherwise.reset();
         bands.bands = {band({}, 15), band({}, 20), band({}, {})};
       }},
      {"bands that cross without covering each other",
       [](auto& f) {
         rule<Bands>(f, "2.1").bands[1].total.at_most = q(10);
         rule<Bands>(f, "2.1").bands[1].largest.at_most = q(6);
       }},
      {"grades that meet between whole marks",
       [](auto& f) {
         f.marks.places = 0;
         auto& grades = f.nodes[0].grades;
         grades[1].mark = {};
         grades[1].mark.at_most = Points::of(89);
       }},
      {"grades that meet between the marks of a node that is rounded",
       [](auto& f) {
         f.nodes[0].round = MarkRounding{Rounding::half_up, 1};
         f.nodes[0].grades[1].mark = {};
         f.nodes[0].grades[1].mark.at_most = Points::parse("89.9").value();
       }},
      {"grades for nothing but the marks that there are",
       [](auto& f) {
         Grade pass{"pass", {}, {}};
         pass.mark.at_least = Points::of(20);
         pass.mark.at_most = Points::of(40);
         Grade fail{"fail", {}, {}};
         fail.mark.at_least = Points{};
         fail.mark.below = Points::of(20);
         node(f, "2").grades = {pass, fail};
       }},
      {"a veto on its own item",
       [](auto& f) {
         rule<Veto>(f, "1.1", 2).on = "1.1";
         rule<Veto>(f, "1.1", 2).ceiling = Points{};
         rule<Veto>(f, "1.1", 2).grade.reset();
       }},
      {"a veto of full marks 0", [](auto& f) { rule<Veto>(f, "1.1", 2).ceiling = Points{}; }},
      {"vetoes that cross without a circle",
       [](auto& f) {
         node(f, "2.5").rules.push_back(Veto{{}, "1", Points::of(10), {}});
         rule<Penalty>(f, "1.2", 1).on = "2.1";
       }},
      {"a veto within a cycle on its head",
       [](auto& f) {
         node(f, "5.1").rules.push_back(Veto{{}, "5", Points{}, {}});
       }},
      {"a veto within a cycle on what stands above",
       [](auto& f) {
         node(f, "5.1").rules.push_back(Veto{{}, "total", Points::of(50), {}});
       }},
      {"a veto from outside on the head of cycles",
       [](auto& f) {
         node(f, "1.1").rules.push_back(Veto{{}, "5", Points{}, {}});
       }},
      {"a ceiling of the head that looks into its own cycle",
       [](auto& f) {
         MarkCondition many{"5.1", {}};
         many.mark.above = Points::of(3);
         node(f, "5").ceilings = {{many, Points::of(3), {}}};
       }},
      {"a reading that two rules take as a number or two as a label",
       [](auto& f) {
         Deduction more{.each = {.points = Points::of(1), .scale = ScaleTable{"letter", {{"B", Factor::of(2)}}}}};
         node(f, "2.4").rules.push_back(more);
       }},
      {"a department that leads one item and supports another", [](auto& f) { node(f, "2.4").lead = "police"; }},
  };
}

class EachTolerated : public ::testing::TestWithParam<Tolerated> {};

TEST_P(EachTolerated, IsNotReported) {
  Framework framework = testing::sound_framework();
  GetParam().change(framework);
  EXPECT_EQ(validate(framework).to_string(), "") << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Validate, EachTolerated, ::testing::ValuesIn(tolerated()), [](const auto& test) {
  std::string name = test.param.name;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
});

TEST(PointerTo, IsThePlaceInTheAuthoringForm) {
  const Framework framework = testing::sound_framework();
  EXPECT_EQ(pointer_to(framework, 0), "/root");
  EXPECT_EQ(pointer_to(framework, 1), "/root/children/0");
  EXPECT_EQ(pointer_to(framework, 3), "/root/children/0/children/1");
  EXPECT_EQ(pointer_to(framework, 13), "/root/children/4/children/0");
  EXPECT_THROW(pointer_to(framework, 14), ContractError);
}

TEST(PointerTo, ANodeWithoutAPlaceIsItsNumber) {
  Framework framework = testing::sound_framework();
  framework.nodes[3].parent = 3;
  EXPECT_EQ(pointer_to(framework, 3), "/nodes/3");
  framework.nodes[3].parent = 9;
  framework.nodes[9].parent = 3;
  EXPECT_EQ(pointer_to(framework, 3), "/nodes/3");
  EXPECT_EQ(pointer_to(framework, 9), "/nodes/9");
}

std::string example(std::int64_t low, std::int64_t high) {
  return detail::example_of({low, high}, 1, Quantity::places);
}

TEST(ExampleOfAGap, IsTheValueWithTheFewestDecimals) {
  const std::int64_t unit = Quantity::unit;
  EXPECT_EQ(example(15 * unit + 1, 16 * unit - 1), "15.1");
  EXPECT_EQ(example(15 * unit, 16 * unit), "15");
  EXPECT_EQ(example(-5 * unit + 1, -5 * unit + 3), "-4.999999");
  EXPECT_EQ(detail::example_of({-detail::ValueSpan::infinity, -1}, 1, Quantity::places), "-1");
  EXPECT_EQ(detail::example_of({15 * unit + 1, detail::ValueSpan::infinity}, 1, Quantity::places), "16");
}

TEST(Coverage, JoinsRunsThatTouch) {
  detail::Coverage covered;
  covered.add({0, 4});
  covered.add({10, 14});
  EXPECT_FALSE(covered.holds({3, 11}));
  covered.add({5, 9});
  EXPECT_TRUE(covered.holds({0, 14}));
  EXPECT_FALSE(covered.holds({0, 15}));
  const std::vector<detail::ValueSpan> gaps = covered.gaps({-3, 20});
  ASSERT_EQ(gaps.size(), 2u);
  EXPECT_TRUE(gaps[0].low == -3 && gaps[0].high == -1);
  EXPECT_TRUE(gaps[1].low == 15 && gaps[1].high == 20);
}

}  // namespace
}  // namespace aedile
