// Nodes that are scored once for each value of an attribute.
#include <unordered_set>

#include "framework/limits.h"
#include "framework/messages.h"
#include "framework/validate/subject.h"
#include "framework/validate/texts.h"

namespace aedile::detail {

namespace {

void check_values(const Cycles& cycles, const Words::Known* known, Report& report) {
  std::unordered_set<std::string_view> seen;
  bool some_weight = cycles.cycles.empty();
  for (std::size_t i = 0; i < cycles.cycles.size(); ++i) {
    const Cycles::Cycle& cycle = cycles.cycles[i];
    {
      const auto inside = report.at("cycles", i, "value");
      check_name("value", cycle.value, report);
      if (!seen.insert(cycle.value).second) inside.error(messages::duplicate_entry, {"cycles", cycle.value});
      if (known && !known->allows(cycle.value)) inside.error(messages::unknown_value, {cycles.by, cycle.value});
    }
    if (cycle.weight < Weight{}) {
      report.at("cycles", i, "weight").error(messages::negative_number, {"weight", cycle.weight.to_string()});
    }
    some_weight = some_weight || !cycle.weight.is_zero();
  }
  if (!some_weight) report.at("cycles").error(messages::no_weight, {"cycles"});
}

}  // namespace

void check_cycles(const Subject& subject, std::size_t node, Report& report) {
  const Node& at = subject.framework.nodes[node];
  if (!at.cycles) return;
  const auto inside = report.at("cycles");
  const Words::Known* const known = subject.words.attribute(at.cycles->by);
  if (!known) report.at("by").error(messages::unknown_attribute, {at.cycles->by});
  if (at.cycles->cycles.empty()) report.at("cycles").error(messages::empty_list, {"cycles"});
  check_values(*at.cycles, known, report);
  if (subject.tree.sound && at.cycles->not_observed == Missing::full_marks && !subject.full_marks[node]) {
    report.at("not_observed").error(messages::full_marks_missing, {at.code, "not_observed"});
  }
}

void check_cycle_nesting(const Subject& subject, Report& report) {
  const std::vector<Node>& nodes = subject.framework.nodes;
  std::size_t running = nodes.size();
  bool too_large = false;
  std::size_t head = Tree::none;  // the node with cycles that encloses the present one
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (head != Tree::none && i >= subject.tree.end[head]) head = Tree::none;
    if (!nodes[i].cycles) continue;
    const auto inside = subject.tree.enter(report, i);
    if (head != Tree::none) {
      report.at("cycles").error(messages::nested_cycles, {nodes[i].code, nodes[head].code});
      continue;
    }
    head = i;
    running += (subject.tree.end[i] - i) * nodes[i].cycles->cycles.size();
    if (running <= max_running_nodes || too_large) continue;
    too_large = true;
    report.at("cycles").error(messages::too_large, {std::to_string(max_running_nodes)});
  }
}

}  // namespace aedile::detail
