#include "framework/validate/tree.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "framework/messages.h"

namespace aedile::detail {

namespace {

/// For every node of every check, so without a text of its own. A node is at most `max_depth` deep.
void append_pointer(const Tree& tree, std::size_t node, std::string& text) {
  std::array<std::size_t, max_depth> path;  // from the node up
  std::size_t length = 0;
  for (std::size_t i = node; tree.parent[i] != Tree::none; i = tree.parent[i]) path[length++] = tree.position[i];
  text += tree.placed(node) ? "/root" : "/nodes/" + std::to_string(node);
  while (length-- > 0) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), path[length]).ptr;
    text += "/children/";
    text.append(digits.begin(), end);
  }
}

}  // namespace

std::string Tree::pointer(std::size_t node) const {
  std::string text;
  append_pointer(*this, node, text);
  return text;
}

Report::Scope Tree::enter(Report& report, std::size_t node) const {
  return report.at_pointer([&](std::string& text) { append_pointer(*this, node, text); });
}

namespace {

/// Whether `parent` can be the parent of a node that stands behind `last`: in document order it is `last` itself or one
/// of its ancestors.
bool is_open(const Tree& tree, std::size_t last, std::size_t parent) {
  std::size_t candidate = last;
  while (candidate != Tree::none && tree.depth[candidate] > tree.depth[parent]) candidate = tree.parent[candidate];
  return candidate == parent;
}

}  // namespace

Tree grow_tree(const Framework& framework, Report& report) {
  const std::size_t size = framework.nodes.size();
  Tree tree;
  tree.parent.assign(size, Tree::none);
  tree.position.assign(size, 0);
  tree.depth.assign(size, 0);
  tree.child_count.assign(size, 0);
  tree.end.assign(size, 0);
  tree.sound = size != 0;
  if (size == 0) report.at("root").error(messages::no_nodes);

  std::size_t last = 0;  // the last node that has its place
  for (std::size_t i = 0; i < size; ++i) {
    const Node& node = framework.nodes[i];
    if (i == 0) {
      // The first node is the root whatever it says, so that the others still have their places.
      tree.depth[0] = 1;
      if (!node.parent) continue;
      tree.sound = false;
      report.at("root").error(messages::bad_tree, {"0", node.code});
      continue;
    }
    const bool known = node.parent && *node.parent < i;
    if (known && tree.depth[*node.parent] == 0) continue;  // reported above it
    if (!known || !is_open(tree, last, *node.parent)) {
      tree.sound = false;
      report.at("nodes", i).error(messages::bad_tree, {std::to_string(i), node.code});
      continue;
    }
    const std::size_t parent = *node.parent;
    tree.position[i] = tree.child_count[parent]++;
    if (tree.depth[parent] == max_depth) {
      tree.sound = false;
      report.at_pointer(tree.pointer(parent) + "/children/" + std::to_string(tree.position[i]))
          .error(messages::too_deep, {node.code, std::to_string(max_depth)});
      continue;
    }
    tree.parent[i] = parent;
    tree.depth[i] = tree.depth[parent] + 1;
    last = i;
  }
  for (std::size_t i = size; i-- > 0;) {
    tree.end[i] = std::max(tree.end[i], i + 1);
    if (tree.parent[i] != Tree::none) tree.end[tree.parent[i]] = std::max(tree.end[tree.parent[i]], tree.end[i]);
  }
  return tree;
}

}  // namespace aedile::detail

namespace aedile {

std::string pointer_to(const Framework& framework, std::size_t node) {
  if (node >= framework.nodes.size()) throw ContractError("pointer_to: no such node");
  std::vector<std::size_t> positions;
  std::size_t at = node;
  // A parent stands before its children; a list that breaks this has no place to give.
  while (framework.nodes[at].parent && *framework.nodes[at].parent < at) {
    const std::size_t parent = *framework.nodes[at].parent;
    std::size_t elder_siblings = 0;
    for (std::size_t i = parent + 1; i < at; ++i) elder_siblings += framework.nodes[i].parent == parent;
    positions.push_back(elder_siblings);
    at = parent;
  }
  if (at != 0) return "/nodes/" + std::to_string(node);
  std::string text = "/root";
  for (auto i = positions.rbegin(); i != positions.rend(); ++i) text += "/children/" + std::to_string(*i);
  return text;
}

}  // namespace aedile
