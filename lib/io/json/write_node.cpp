// One node, and what it carries besides rules.
#include "io/json/framework_write.h"

namespace aedile::json {

void write(Writer& json, const MarkRounding& rounding) {
  json.begin_object();
  json.optional("rounding", rounding.mode);
  json.optional("places", rounding.places, MarkRounding{}.places);
  json.end_object();
}

void write(Writer& json, const Aggregation& aggregation) {
  const Aggregation by_default;
  json.begin_object();
  json.optional("by", aggregation.by, by_default.by);
  json.optional("basis", aggregation.basis, by_default.basis);
  json.optional("not_applicable", aggregation.not_applicable, by_default.not_applicable);
  json.optional("not_observed", aggregation.not_observed, by_default.not_observed);
  json.optional("degenerate", aggregation.degenerate, by_default.degenerate);
  json.optional("part_sum", aggregation.part_sum, by_default.part_sum);
  json.optional("pass_at", aggregation.pass_at, by_default.pass_at);
  json.optional("base", aggregation.base, by_default.base);
  json.end_object();
}

void write(Writer& json, const Grade& grade) {
  json.begin_object();
  json.required("code", grade.code);
  json.optional("title", grade.title);
  write_range(json, grade.mark);
  json.end_object();
}

void write(Writer& json, const MarkCondition& condition) {
  json.begin_object();
  json.required("node", condition.node);
  write_range(json, condition.mark);
  json.end_object();
}

void write(Writer& json, const Ceiling& ceiling) {
  json.begin_object();
  json.required("when", ceiling.when);
  json.optional("ceiling", ceiling.ceiling);
  json.optional("grade", ceiling.grade);
  json.end_object();
}

void write(Writer& json, const Cycles::Cycle& cycle) {
  json.begin_object();
  json.required("value", cycle.value);
  json.required("weight", cycle.weight);
  json.end_object();
}

void write(Writer& json, const Cycles& cycles) {
  json.begin_object();
  json.required("by", cycles.by);
  json.optional("not_observed", cycles.not_observed, Cycles{}.not_observed);
  json.required("cycles", cycles.cycles);
  json.end_object();
}

namespace {

/// Everything between the braces but the children.
void write_keys(Writer& json, const Node& node) {
  const Node by_default;
  json.required("code", node.code);
  json.optional("title", node.title);
  json.optional("full_marks", node.full_marks);
  json.optional("weight", node.weight, by_default.weight);
  json.optional("role", node.role, by_default.role);
  json.optional("clause", node.clause);
  json.optional("clause_source", node.clause_source);
  json.optional("method", node.method);
  json.optional("lead", node.lead);
  json.optional("supporting", node.supporting);
  json.optional("tags", node.tags);
  json.optional("start", node.start);
  if (node.lowest) {
    json.optional("lowest", node.lowest, by_default.lowest);
  } else {
    json.key("lowest").null();
  }
  json.optional("highest", node.highest);
  json.optional("round", node.round);
  json.optional("aggregation", node.aggregation, by_default.aggregation);
  json.optional("rules", node.rules);
  json.optional("ceilings", node.ceilings);
  json.optional("grades", node.grades);
  json.optional("cycles", node.cycles);
}

std::vector<std::vector<std::size_t>> children_of(const std::vector<Node>& nodes) {
  std::vector<std::vector<std::size_t>> children(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::optional<std::size_t> parent = nodes[i].parent;
    if (parent.has_value() != (i != 0) || (parent && *parent >= i)) {
      throw ContractError("write_framework: node " + std::to_string(i) + " has no place in the tree under nodes[0]");
    }
    if (parent) children[*parent].push_back(i);
  }
  return children;
}

}  // namespace

void write_tree(Writer& json, const std::vector<Node>& nodes) {
  const std::vector<std::vector<std::size_t>> children = children_of(nodes);
  struct Begun {
    std::size_t node;
    std::size_t written;  ///< children
  };
  // A stack of its own: a hierarchy of any depth can be built, though not every one is valid.
  std::vector<Begun> begun;
  const auto begin = [&](std::size_t node) {
    json.begin_object();
    write_keys(json, nodes[node]);
    if (!children[node].empty()) json.key("children").begin_array();
    begun.push_back({node, 0});
  };
  begin(0);
  while (!begun.empty()) {
    Begun& top = begun.back();
    const std::vector<std::size_t>& below = children[top.node];
    if (top.written < below.size()) {
      begin(below[top.written++]);
      continue;
    }
    if (!below.empty()) json.end_array();
    json.end_object();
    begun.pop_back();
  }
}

}  // namespace aedile::json
