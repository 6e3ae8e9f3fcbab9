#include "framework/limits.h"
#include "framework/spoiled.h"

namespace aedile::testing {

namespace {

using namespace messages;

const std::string penalty = "/root/children/0/children/1/rules/1";
const std::string veto = "/root/children/0/children/0/rules/2";
const std::string bonus = "/root/children/2/rules/0";
const std::string tally_in_cycles = "/root/children/4/children/0/rules/";

MarkCondition at_least_one(std::string code) {
  MarkCondition condition{std::move(code), {}};
  condition.mark.at_least = Points::of(1);
  return condition;
}

std::vector<Spoiled> spoiled_targets() {
  return {
      error("a veto on nothing", unknown_node, veto + "/on", [](auto& f) { rule<Veto>(f, "1.1", 2).on = "9"; }),
      error("a penalty on nothing", unknown_node, penalty + "/on",
            [](auto& f) { rule<Penalty>(f, "1.2", 1).on = "9"; }),
      error("a gate at nothing", unknown_node, bonus + "/gate/node",
            [](auto& f) { rule<Bonus>(f, "3").gate->node = "9"; }),
      error("a ceiling that looks at nothing", unknown_node, "/root/ceilings/0/when/node",
            [](auto& f) { f.nodes[0].ceilings[0].when.node = "9"; }),
      error("a penalty on its own item", penalty_on_itself, penalty + "/on",
            [](auto& f) { rule<Penalty>(f, "1.2", 1).on = "1.2"; }),
      error("a gate that is always open", range_missing, bonus + "/gate",
            [](auto& f) { rule<Bonus>(f, "3").gate->mark = {}; }),
      error("a gate that never opens", range_empty, bonus + "/gate",
            [](auto& f) { rule<Bonus>(f, "3").gate->mark.below = Points::of(30); }),
      error("a veto without effect", no_effect, veto,
            [](auto& f) {
              rule<Veto>(f, "1.1", 2).ceiling.reset();
              rule<Veto>(f, "1.1", 2).grade.reset();
            }),
      error("a ceiling without effect", no_effect, "/root/ceilings/0",
            [](auto& f) {
              f.nodes[0].ceilings[0].ceiling.reset();
              f.nodes[0].ceilings[0].grade.reset();
            }),
      error("a negative ceiling", negative_number, veto + "/ceiling",
            [](auto& f) { rule<Veto>(f, "1.1", 2).ceiling = Points::of(-1); }),
      warning("a ceiling above everything", idle_ceiling, veto + "/ceiling",
              [](auto& f) { rule<Veto>(f, "1.1", 2).ceiling = Points::of(100); }),
      error("a grade that the target does not have", unknown_grade, veto + "/grade",
            [](auto& f) { rule<Veto>(f, "1.1", 2).grade = "C"; }),
      error("a grade that the node itself does not have", unknown_grade, "/root/ceilings/0/grade",
            [](auto& f) { f.nodes[0].ceilings[0].grade = "C"; }),
  };
}

std::vector<Spoiled> spoiled_circles() {
  return {
      error("a gate at an ancestor", circular_reference, bonus + "/gate/node",
            [](auto& f) { rule<Bonus>(f, "3").gate->node = "total"; }),
      error("a gate at its own item", circular_reference, bonus + "/gate/node",
            [](auto& f) { rule<Bonus>(f, "3").gate->node = "3"; }),
      error("a ceiling that looks at its own node", circular_reference, "/root/ceilings/0/when/node",
            [](auto& f) { f.nodes[0].ceilings[0].when.node = "total"; }),
      error("a ceiling that looks at its parent", circular_reference, "/root/children/0/ceilings/0/when/node",
            [](auto& f) {
              node(f, "1").ceilings = {{at_least_one("total"), Points::of(10), {}}};
            }),
      error("two penalties on each other's items", circular_reference, "/root/children/0/children/1/rules/1/on",
            [](auto& f) {
              rule<Penalty>(f, "1.2", 1).on = "2.1";
              node(f, "2.1").rules.push_back(Penalty{{.points = Points::of(1)}, "1.2"});
            }),
      error("a penalty against a gate", circular_reference, bonus + "/gate/node",
            [](auto& f) {
              rule<Bonus>(f, "3").gate->node = "4";
              node(f, "3").rules.push_back(Penalty{{.points = Points::of(1)}, "4"});
            }),
  };
}

std::vector<Spoiled> spoiled_cycles() {
  return {
      error("cycles by an unknown attribute", unknown_attribute, "/root/children/4/cycles/by",
            [](auto& f) { node(f, "5").cycles->by = "round"; }),
      error("a cycle of an unknown value", unknown_value, "/root/children/4/cycles/cycles/1/value",
            [](auto& f) { node(f, "5").cycles->cycles[1].value = "3"; }),
      error("a cycle twice", duplicate_entry, "/root/children/4/cycles/cycles/1/value",
            [](auto& f) { node(f, "5").cycles->cycles[1].value = "1"; }),
      error("cycles without any", empty_list, "/root/children/4/cycles/cycles",
            [](auto& f) { node(f, "5").cycles->cycles.clear(); }),
      error("a negative cycle", negative_number, "/root/children/4/cycles/cycles/0/weight",
            [](auto& f) { node(f, "5").cycles->cycles[0].weight = Weight::of(-1); }),
      error("cycles without weight", no_weight, "/root/children/4/cycles/cycles",
            [](auto& f) {
              for (auto& cycle : node(f, "5").cycles->cycles) cycle.weight = Weight{};
            }),
      error("cycles within cycles", nested_cycles, "/root/children/4/children/0/cycles",
            [](auto& f) { node(f, "5.1").cycles = node(f, "5").cycles; }),
      error("cycles that make too many copies", too_large, "/root/children/4/cycles",
            [](auto& f) {
              node(f, "5").cycles->by = "location";
              for (std::size_t i = 3; i < detail::max_running_nodes / 2; ++i) {
                node(f, "5").cycles->cycles.push_back({std::to_string(i), Weight::of(1)});
              }
            }),
      error("a veto from outside on a node within cycles", reference_into_cycles, veto + "/on",
            [](auto& f) {
              rule<Veto>(f, "1.1", 2).on = "5.1";
              rule<Veto>(f, "1.1", 2).grade.reset();
            }),
      error("a ceiling that looks into cycles", reference_into_cycles, "/root/ceilings/0/when/node",
            [](auto& f) { f.nodes[0].ceilings[0].when.node = "5.1"; }),
      error("a penalty out of cycles on another branch", reference_into_cycles, tally_in_cycles + "1/on",
            [](auto& f) {
              node(f, "5.1").rules.push_back(Penalty{{.points = Points::of(1)}, "1"});
            }),
  };
}

}  // namespace

std::vector<Spoiled> spoiled_references() {
  std::vector<Spoiled> all = spoiled_targets();
  for (const auto& more : {spoiled_circles(), spoiled_cycles()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace aedile::testing
