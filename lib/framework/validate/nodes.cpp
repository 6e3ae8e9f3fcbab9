// Nodes by themselves: their numbers, their departments.
#include <unordered_set>

#include "framework/messages.h"
#include "framework/validate/subject.h"

namespace aedile::detail {

namespace {

template <class Number>
void check_not_negative(std::string_view key, const std::optional<Number>& number, Report& report) {
  if (number && *number < Number{})
    report.at(key).error(messages::negative_number, {std::string(key), number->to_string()});
}

void check_start(const Node& node, bool item, Report& report) {
  if (!node.start) return;
  const auto inside = report.at("start");
  if (!item) {
    inside.warning(messages::start_unused, {node.code, "aggregation"});
    return;
  }
  for (const Rule& rule : node.rules) {
    if (!is_measuring(rule)) continue;
    inside.warning(messages::start_unused, {node.code, std::string(kind_of(rule))});
    break;
  }
  const std::optional<Points> most = node.full_marks ? node.full_marks : node.highest;
  if ((node.lowest && *node.start < *node.lowest) || (most && *node.start > *most)) {
    inside.error(messages::start_range,
                 {node.code, node.start->to_string(), node.lowest ? node.lowest->to_string() : "−∞",
                  most ? most->to_string() : "∞"});
  }
}

}  // namespace

void check_node_numbers(const Subject& subject, std::size_t node, Report& report) {
  const Node& at = subject.framework.nodes[node];
  check_not_negative("full_marks", at.full_marks, report);
  check_not_negative("weight", std::optional(at.weight), report);
  if (at.round && (at.round->places < 0 || at.round->places > Points::places)) {
    report.at("round", "places").error(messages::places_range, {std::to_string(at.round->places)});
  }
  const auto check_order = [&](const char* key, const std::optional<Points>& upper) {
    if (!at.lowest || !upper || *at.lowest <= *upper || *upper < Points{}) return;
    report.at("lowest").error(messages::range_order, {"lowest", at.lowest->to_string(), key, upper->to_string()});
  };
  check_order("full_marks", at.full_marks);
  if (at.lowest && at.highest && *at.lowest > *at.highest) {
    report.at("highest").error(messages::range_order,
                               {"lowest", at.lowest->to_string(), "highest", at.highest->to_string()});
  }
  check_start(at, subject.tree.is_item(node), report);
}

void check_owners(const Subject& subject, Report& report) {
  const std::vector<Node>& nodes = subject.framework.nodes;
  std::vector<std::string_view> leads(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!subject.tree.placed(i)) continue;
    const Node& node = nodes[i];
    const std::size_t parent = subject.tree.parent[i];
    leads[i] = node.lead.empty() && parent != Tree::none ? leads[parent] : std::string_view(node.lead);
    if (node.supporting.empty() && !subject.framework.owners_required) continue;
    const auto inside = subject.tree.enter(report, i);
    std::unordered_set<std::string_view> known;
    if (!leads[i].empty()) known.insert(leads[i]);
    for (std::size_t s = 0; s < node.supporting.size(); ++s) {
      const std::string& department = node.supporting[s];
      if (department.empty() || known.insert(department).second) continue;
      report.at("supporting", s).error(messages::two_leads, {department, node.code});
    }
    if (subject.framework.owners_required && subject.tree.is_item(i) && leads[i].empty()) {
      inside.error(messages::no_owner, {node.code});
    }
  }
}

}  // namespace aedile::detail
