// The hierarchy behind the flat list of nodes, worked out without trusting it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aedile/framework/framework.h"
#include "core/report.h"

namespace aedile::detail {

struct Tree {
  static constexpr std::size_t none = SIZE_MAX;

  std::vector<std::size_t> parent;    ///< none for the root, and for nodes that have no place
  std::vector<std::size_t> position;  ///< among its siblings
  std::vector<std::size_t>
      depth;  ///< 1 for the root; 0 for nodes without a place: they are reported, and not looked at further
  std::vector<std::size_t> child_count;
  std::vector<std::size_t> end;  ///< one past the last node below, in document order
  /// Every node has its place in document order, none too deep: what follows may rely on the lists above.
  bool sound = false;

  std::size_t size() const { return parent.size(); }
  bool placed(std::size_t node) const { return depth[node] != 0; }
  bool is_item(std::size_t node) const { return child_count[node] == 0; }
  /// "/root/children/2"; "/nodes/7" for a node without a place.
  std::string pointer(std::size_t node) const;
  /// Enters it: what is reported until the scope ends is reported there.
  [[nodiscard]] Report::Scope enter(Report& report, std::size_t node) const;
};

/// Reports no_nodes, bad_tree, too_deep.
Tree grow_tree(const Framework& framework, Report& report);

}  // namespace aedile::detail
