#include "aedile/io/framework_items.h"

namespace aedile {

std::vector<ItemDescription> item_descriptions(const Framework& framework) {
  const std::vector<Node>& nodes = framework.nodes;
  std::vector<bool> inner(nodes.size(), false);
  std::vector<std::string> leads(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    // A parent stands before its children.
    if (nodes[i].parent) inner[*nodes[i].parent] = true;
    leads[i] = nodes[i].lead.empty() && nodes[i].parent ? leads[*nodes[i].parent] : nodes[i].lead;
  }
  std::vector<ItemDescription> items;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (inner[i]) continue;
    items.push_back({nodes[i].code, nodes[i].title, nodes[i].full_marks, leads[i], nodes[i].supporting});
  }
  return items;
}

}  // namespace aedile
