#pragma once
// The oracle's tree: the nodes as they are scored, cycles unfolded into copies, and what was seen at each.

#include <optional>
#include <string>
#include <vector>

#include "support/oracle_items.h"

namespace aedile::test {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// A node as it is scored: one of the framework's, or the copy of one in a cycle.
struct Spot {
  std::string code;
  std::size_t node = 0;  ///< position in the framework
  std::size_t parent = nowhere;
  std::vector<std::size_t> children;
  std::string cycle;                 ///< the cycle it is a copy for; "" outside
  std::size_t cycle_node = nowhere;  ///< the node with the cycles above a copy
  bool combines_cycles = false;
  Role role = Role::part;
  Fraction weight;
};

class OracleTree {
 public:
  OracleTree(const Framework& framework, const VisitRecord& visit);

  const Framework& framework() const { return framework_; }
  const VisitRecord& visit() const { return visit_; }
  const std::vector<Spot>& spots() const { return spots_; }
  const Node& node_of(std::size_t spot) const { return framework_.nodes[spots_[spot].node]; }
  bool is_item(std::size_t spot) const { return spots_[spot].children.empty(); }
  /// The node a rule or condition of `from` names: within a cycle the copy of the same cycle.
  std::size_t target(std::size_t from, const std::string& code) const;

  ItemObservations observed_at(std::size_t spot) const;
  bool profile_applies(std::size_t spot) const;
  /// Whether a check says so of the node, or of a branch it is in.
  bool branch_is(std::size_t spot, CheckResult result) const;
  /// Stated or derived; nothing for open-ended nodes.
  std::optional<Fraction> full_marks(std::size_t spot) const;

 private:
  std::size_t place(std::size_t node, std::size_t parent, const std::string& cycle, std::size_t cycle_node);
  void place_children(std::size_t spot);
  bool profile_lists(std::size_t spot) const;
  /// `ancestor` itself too.
  bool is_below(std::size_t node, std::size_t ancestor) const;

  const Framework& framework_;
  const VisitRecord& visit_;
  std::vector<Spot> spots_;
  mutable std::vector<std::optional<bool>> applies_;  ///< what `profile_applies` has answered so far, by spot
};

}  // namespace aedile::test
