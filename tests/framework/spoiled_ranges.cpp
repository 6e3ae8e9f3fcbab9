#include "framework/limits.h"
#include "framework/spoiled.h"

namespace aedile::testing {

namespace {

using namespace messages;

const std::string bands = "/root/children/1/children/0/rules/0";

Quantity q(int whole) { return Quantity::of(whole); }

/// Bands over one reading, each at_least … below, without `otherwise` unless it is set again.
Bands& one_line(Framework& f, std::initializer_list<std::pair<std::optional<int>, std::optional<int>>> limits) {
  Bands& rule = testing::rule<Bands>(f, "2.1");
  rule.readings = {"noise"};
  rule.bands.clear();
  rule.otherwise.reset();
  for (const auto& [at_least, below] : limits) {
    rule.bands.emplace_back();
    if (at_least) rule.bands.back().total.at_least = q(*at_least);
    if (below) rule.bands.back().total.below = q(*below);
  }
  return rule;
}

std::vector<Spoiled> spoiled_bands() {
  return {
      error("bands over nothing", empty_list, bands + "/readings",
            [](auto& f) { rule<Bands>(f, "2.1").readings.clear(); }),
      error("a reading twice", duplicate_entry, bands + "/readings/1",
            [](auto& f) { rule<Bands>(f, "2.1").readings[1] = "hygiene"; }),
      error("a reading without a name", empty_text, bands + "/readings/0",
            [](auto& f) { rule<Bands>(f, "2.1").readings[0].clear(); }),
      error("too many readings", list_too_long, bands + "/readings",
            [](auto& f) {
              for (std::size_t i = 0; i <= detail::max_names; ++i) {
                rule<Bands>(f, "2.1").readings.push_back(std::to_string(i));
              }
            }),
      error("no bands", empty_list, bands + "/bands", [](auto& f) { rule<Bands>(f, "2.1").bands.clear(); }),
      error("too many bands", list_too_long, bands + "/bands",
            [](auto& f) { rule<Bands>(f, "2.1").bands.resize(detail::max_bands + 1); }),
      error("negative points of a band", negative_number, bands + "/bands/0/points",
            [](auto& f) { rule<Bands>(f, "2.1").bands[0].points = Points::of(-1); }),
      error("points of a band above full marks", points_above_full, bands + "/bands/0/points",
            [](auto& f) { rule<Bands>(f, "2.1").bands[0].points = Points::of(11); }),
      error("points of the rest above full marks", points_above_full, bands + "/otherwise",
            [](auto& f) { rule<Bands>(f, "2.1").otherwise = Points::of(11); }),
      error("two lower edges", range_two_ends, bands + "/bands/0/total/above",
            [](auto& f) {
              rule<Bands>(f, "2.1").bands[0].total.at_least = q(1);
              rule<Bands>(f, "2.1").bands[0].total.above = q(1);
            }),
      error("two upper edges", range_two_ends, bands + "/bands/0/largest/below",
            [](auto& f) { rule<Bands>(f, "2.1").bands[0].largest.below = q(5); }),
      error("a lower edge above the upper one", range_empty, bands + "/bands/0/total",
            [](auto& f) { rule<Bands>(f, "2.1").bands[0].total.at_least = q(16); }),
      error("a range between two neighbours", range_empty, bands + "/bands/0/total",
            [](auto& f) {
              rule<Bands>(f, "2.1").bands[0].total = {};
              rule<Bands>(f, "2.1").bands[0].total.above = q(5);
              rule<Bands>(f, "2.1").bands[0].total.below = Quantity::from_scaled(q(5).scaled() + 1);
            }),
      error("limits of one reading that exclude each other", range_empty, bands + "/bands/0",
            [](auto& f) {
              Bands& rule = one_line(f, {{std::nullopt, 5}, {std::nullopt, std::nullopt}});
              rule.bands[0].largest.at_least = q(5);
            }),
      error("a band behind one that holds it", band_unreachable, bands + "/bands/1",
            [](auto& f) {
              rule<Bands>(f, "2.1").bands[1].total.at_most = q(10),
                             rule<Bands>(f, "2.1").bands[1].largest.at_most = q(5);
            }),
      error("a band that two before it hold together", band_unreachable, bands + "/bands/2",
            [](auto& f) {
              one_line(f, {{std::nullopt, 5}, {5, 10}, {3, 7}, {10, std::nullopt}});
            }),
      error("a band behind one without limits", band_unreachable, bands + "/bands/1",
            [](auto& f) {
              one_line(f, {{std::nullopt, std::nullopt}, {5, 10}});
            }),
      error("bands that overlap", band_overlap, bands + "/bands/2",
            [](auto& f) {
              one_line(f, {{std::nullopt, 5}, {5, 10}, {9, 20}, {20, std::nullopt}});
            }),
      error("a gap between bands", band_gap, bands + "/bands",
            [](auto& f) {
              one_line(f, {{std::nullopt, 5}, {6, std::nullopt}});
            }),
      error("a gap below the bands", band_gap, bands + "/bands",
            [](auto& f) {
              one_line(f, {{0, std::nullopt}});
            }),
      error("bands of several limits that leave a rest", bands_not_complete, bands + "/bands",
            [](auto& f) { rule<Bands>(f, "2.1").otherwise.reset(); }),
      warning("the largest of one reading", one_reading, bands + "/bands/0/largest",
              [](auto& f) { rule<Bands>(f, "2.1").readings.pop_back(); }),
  };
}

std::vector<Spoiled> spoiled_grades() {
  return {
      error("a grade twice", duplicate_entry, "/root/grades/1", [](auto& f) { f.nodes[0].grades[1].code = "A"; }),
      error("a grade for no mark", range_empty, "/root/grades/0",
            [](auto& f) { f.nodes[0].grades[0].mark.at_most = Points::of(89); }),
      error("a grade between the marks that there are", range_empty, "/root/grades/0",
            [](auto& f) {
              f.marks.places = 0;
              f.nodes[0].grades[0].mark = {};
              f.nodes[0].grades[0].mark.above = Points::of(90);
              f.nodes[0].grades[0].mark.below = Points::of(91);
            }),
      error("a grade that is never reached", band_unreachable, "/root/grades/2",
            [](auto& f) {
              f.nodes[0].grades.push_back({"C", {}, {}});
            }),
      error("grades that overlap", band_overlap, "/root/grades/1",
            [](auto& f) {
              f.nodes[0].grades[0].mark.at_most = Points::of(200);
              f.nodes[0].grades[1].mark = {};
              f.nodes[0].grades[1].mark.at_least = Points{};
              f.nodes[0].grades[1].mark.at_most = Points::of(90);
            }),
      error("a mark without a grade", grade_gap, "/root/grades",
            [](auto& f) { f.nodes[0].grades[1].mark.below = Points::of(89); }),
      error("a mark that only a bonus reaches without a grade", grade_gap, "/root/grades",
            [](auto& f) { f.nodes[0].grades[0].mark.at_most = Points::of(100); }),
      error("too many grades", list_too_long, "/root/grades",
            [](auto& f) { f.nodes[0].grades.resize(detail::max_names + 1); }),
  };
}

}  // namespace

std::vector<Spoiled> spoiled_ranges() {
  std::vector<Spoiled> all = spoiled_bands();
  const std::vector<Spoiled> more = spoiled_grades();
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace aedile::testing
