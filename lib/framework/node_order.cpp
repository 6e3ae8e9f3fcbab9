/// The order of evaluation: children before parents, penalties, vetoes and conditions before what they act on.

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/topological_sort.hpp>

#include "framework/program.h"

namespace aedile::detail {

void order_nodes(Program& program) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  Graph needs(program.nodes.size());  // edge a → b: a is evaluated after b
  const auto after = [&](NodeId later, NodeId earlier) {
    boost::add_edge(later.index(), earlier.index(), needs);
    NodeProgram& source = program.nodes[earlier.index()];
    if (source.parent != later) source.dependents.push_back(later);
  };
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    const NodeProgram& node = program.nodes[i];
    if (node.parent.valid()) after(node.parent, NodeId{i});
    for (const Aimed& aimed : node.penalties)
      if (aimed.item != NodeId{i}) after(NodeId{i}, aimed.item);
    for (const Aimed& aimed : node.vetoes)
      if (aimed.item != NodeId{i}) after(NodeId{i}, aimed.item);
    for (const CeilingProgram& ceiling : node.ceilings) after(NodeId{i}, ceiling.when.node);
    for (const RuleProgram& rule : node.rules)
      if (rule.gate) after(NodeId{i}, rule.gate->node);
  }
  // Boost emits each vertex after all that it points to; the validator has excluded cycles. Nodes are numbered level by
  // level, so ties follow from the numbering and the order is the same everywhere.
  std::vector<std::size_t> sorted;
  sorted.reserve(program.nodes.size());
  boost::topological_sort(needs, std::back_inserter(sorted));
  for (const std::size_t vertex : sorted) {
    program.nodes[vertex].position = static_cast<std::uint32_t>(program.order.size());
    program.order.emplace_back(vertex);
  }
}

}  // namespace aedile::detail
