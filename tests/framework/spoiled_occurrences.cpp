#include "framework/limits.h"
#include "framework/spoiled.h"

namespace aedile::testing {

namespace {

using namespace messages;

const std::string deduction = "/root/children/0/children/0/rules/0";
const std::string tally = "/root/children/3/rules/0";

std::vector<Spoiled> spoiled_filters() {
  return {
      error("a filter by an unknown attribute", unknown_attribute, deduction + "/when/colour",
            [](auto& f) {
              each(f, "1.1").when = {{"colour", {"red"}}};
            }),
      error("a filter by an unknown value", unknown_value, deduction + "/when/severity",
            [](auto& f) {
              each(f, "1.1").when = {{"severity", {"fatal"}}};
            }),
      error("a filter by a value in a list that is unknown", unknown_value, deduction + "/when/severity/1",
            [](auto& f) {
              each(f, "1.1").when = {{"severity", {"minor", "fatal"}}};
            }),
      error("a flag that is neither yes nor no", unknown_value, deduction + "/modifiers/0/when/repeat",
            [](auto& f) { each(f, "1.1").modifiers[0].when[0].values = {"true"}; }),
      error("a filter that lets nothing pass", empty_list, deduction + "/when/source",
            [](auto& f) { each(f, "1.1").when[0].values.clear(); }),
      error("an empty value in a filter", empty_text, deduction + "/when/source",
            [](auto& f) { each(f, "1.1").when[0].values = {""}; }),
      error("a value twice in a filter", duplicate_entry, deduction + "/when/source/2",
            [](auto& f) { each(f, "1.1").when[0].values.push_back("patrol"); }),
      error("an attribute twice in a filter", duplicate_entry, deduction + "/when/source",
            [](auto& f) {
              each(f, "1.1").when.push_back({"source", {"check"}});
            }),
      error("a whole item by an unknown attribute", unknown_attribute,
            "/root/children/0/children/0/rules/1/when/colour",
            [](auto& f) { rule<WholeItem>(f, "1.1", 1).when[0].attribute = "colour"; }),
      error("a veto by an unknown value", unknown_value, "/root/children/0/children/0/rules/2/when/severity",
            [](auto& f) { rule<Veto>(f, "1.1", 2).when[0].values = {"fatal"}; }),
  };
}

std::vector<Spoiled> spoiled_tables() {
  return {
      error("no points", points_missing, tally, [](auto& f) { each(f, "4").points = {}; }),
      error("negative points", negative_number, tally + "/points",
            [](auto& f) { each(f, "4").points = Points::of(-1); }),
      error("a negative cell", negative_number, deduction + "/points/table/minor/inside",
            [](auto& f) { each(f, "1.1").points.cells[0].points = Points::of(-1); }),
      error("negative points for the rest", negative_number, deduction + "/points/otherwise",
            [](auto& f) { each(f, "1.1").points.otherwise = Points::of(-1); }),
      warning("points that are all zero", points_all_zero, tally + "/points",
              [](auto& f) { each(f, "4").points = Points{}; }),
      error("a table by an unknown attribute", unknown_attribute, deduction + "/points/by/1",
            [](auto& f) { each(f, "1.1").points.by[1] = "colour"; }),
      error("a table by an attribute without values", attribute_without_values, deduction + "/points/by/1",
            [](auto& f) { each(f, "1.1").points.by[1] = "location"; }),
      error("a table by one attribute without values", attribute_without_values, tally + "/points/by",
            [](auto& f) {
              each(f, "4").points.by = {"source"};
              each(f, "4").points.cells = {{{"patrol"}, Points::of(1)}};
            }),
      error("a table by the same attribute twice", duplicate_entry, deduction + "/points/by/1",
            [](auto& f) { each(f, "1.1").points.by[1] = "severity"; }),
      error("a cell with too few keys", table_key, deduction + "/points/table/minor",
            [](auto& f) { each(f, "1.1").points.cells[0].key = {"minor"}; }),
      error("cells of a table by nothing", table_key, tally + "/points/table/minor",
            [](auto& f) {
              each(f, "4").points.cells = {{{"minor"}, Points::of(1)}};
            }),
      error("a cell for an unknown value", unknown_value, deduction + "/points/table/fatal/inside",
            [](auto& f) { each(f, "1.1").points.cells[0].key[0] = "fatal"; }),
      error("a cell given twice", duplicate_cell, deduction + "/points/table/minor/inside",
            [](auto& f) { each(f, "1.1").points.cells.push_back(each(f, "1.1").points.cells[0]); }),
      warning("a missing cell", table_gap, deduction + "/points",
              [](auto& f) { each(f, "1.1").points.cells.pop_back(); }),
      error("a table of too many combinations", table_too_large, deduction + "/points/by/1",
            [](auto& f) {
              for (int i = 0; i < 200; ++i) {
                f.attributes[0].values.push_back({"s" + std::to_string(i), {}});
                f.attributes[1].values.push_back({"a" + std::to_string(i), {}});
              }
            }),
  };
}

std::vector<Spoiled> spoiled_members() {
  return {
      error("attributes for once without once", once_unset, deduction, [](auto& f) { each(f, "1.1").once = false; }),
      error("once per an unknown attribute", unknown_attribute, deduction + "/once/0",
            [](auto& f) { each(f, "1.1").once_per[0] = "colour"; }),
      error("once per the same attribute twice", duplicate_entry, deduction + "/once/1",
            [](auto& f) { each(f, "1.1").once_per.push_back("location"); }),
      error("a negative multiplier", negative_number, deduction + "/modifiers/0/times",
            [](auto& f) { each(f, "1.1").modifiers[0].times = Factor::of(-1); }),
      warning("a modifier that changes nothing", idle_modifier, deduction + "/modifiers/0",
              [](auto& f) { each(f, "1.1").modifiers[0].times = Factor::of(1); }),
      error("a division by an unknown attribute", unknown_visit_attribute, deduction + "/divide_by",
            [](auto& f) { each(f, "1.1").divide_by = "beds"; }),
      error("a scale without a reading", empty_text, deduction + "/scale/reading",
            [](auto& f) { each(f, "1.1").scale->reading.clear(); }),
      error("a scale without factors", empty_list, deduction + "/scale/factors",
            [](auto& f) { each(f, "1.1").scale->factors.clear(); }),
      error("a factor given twice", duplicate_entry, deduction + "/scale/factors/1",
            [](auto& f) { each(f, "1.1").scale->factors[1].first = "1"; }),
      error("a negative factor", negative_number, deduction + "/scale/factors/2",
            [](auto& f) { each(f, "1.1").scale->factors[1].second = Factor::of(-1); }),
      error("a label with signs of JSON pointers", negative_number, deduction + "/scale/factors/a~1b~0",
            [](auto& f) {
              each(f, "1.1").scale->factors[1] = {"a/b~", Factor::of(-1)};
            }),
      error("too many factors", list_too_long, deduction + "/scale/factors",
            [](auto& f) {
              for (std::size_t i = 3; i < detail::max_names + 3; ++i) {
                each(f, "1.1").scale->factors.push_back({std::to_string(i), Factor::of(1)});
              }
            }),
      error("a negative cap", negative_number, deduction + "/cap",
            [](auto& f) { each(f, "1.1").cap = Points::of(-1); }),
      warning("a cap of nothing", cap_zero, deduction + "/cap", [](auto& f) { each(f, "1.1").cap = Points{}; }),
      error("a cap above full marks", cap_above_full, deduction + "/cap",
            [](auto& f) { each(f, "1.1").cap = Points::of(31); }),
      error("a bonus without a cap", cap_missing, "/root/children/2/rules/0",
            [](auto& f) { each(f, "3").cap.reset(); }),
      error("a bonus above the highest mark", cap_above_full, "/root/children/2/rules/0/cap",
            [](auto& f) { node(f, "3").highest = Points::of(4); }),
      error("a penalty above what its target has", cap_above_full, "/root/children/0/children/1/rules/1/cap",
            [](auto& f) { each(f, "1.2", 1).cap = Points::of(41); }),
  };
}

}  // namespace

std::vector<Spoiled> spoiled_occurrences() {
  std::vector<Spoiled> all = spoiled_filters();
  for (const auto& more : {spoiled_tables(), spoiled_members()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace aedile::testing
