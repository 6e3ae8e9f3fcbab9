// The ways that tickets can take, as a graph. A vertex is a state together with whether somebody who did none of the
// work has verified all of it; vertex 0 is before the opening. Whatever touches the set of doers is an edge: being
// split, and having another ticket merged into one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aedile/rectification/workflow.h"

namespace aedile::detail {

struct Way {
  std::size_t from = 0;  ///< vertices
  std::size_t to = 0;
  std::size_t row = 0;  ///< position in Workflow::transitions; their number: having another merged into it
};

class WorkflowGraph {
 public:
  /// Transitions that name what there is not are left out.
  explicit WorkflowGraph(const Workflow& workflow);

  std::size_t state_count() const { return states_; }
  static constexpr std::size_t opening = 0;
  std::size_t vertex(std::size_t state, bool verified) const { return 1 + 2 * state + (verified ? 1 : 0); }
  static std::size_t state_of(std::size_t vertex) { return (vertex - 1) / 2; }
  static bool verified(std::size_t vertex) { return vertex != opening && (vertex - 1) % 2 == 1; }
  const std::vector<Way>& ways() const { return ways_; }
  CommandKind kind(const Transition& row) const;
  /// Whether a transition is part of it.
  bool has(std::size_t row) const { return usable_[row]; }

  /// Of every vertex: the edge by which a shortest way from the opening comes to it; SIZE_MAX where there is none.
  std::vector<std::size_t> shortest() const;
  /// Of every state: whether an ending can be reached from it.
  std::vector<bool> can_end() const;
  /// Ways round that nobody and no clock sets off, as lists of rows.
  std::vector<std::vector<std::size_t>> endless() const;
  /// "○ –issue→ due –report→ done": the shortest way to the vertex, and then the edge.
  std::string told(const std::vector<std::size_t>& shortest, std::size_t edge) const;
  std::string told(const std::vector<std::size_t>& rows, const std::string& first) const;

 private:
  std::size_t state(const std::string& code) const;
  bool is_usable(const Transition& row) const;
  void add(std::size_t row);
  std::string command(std::size_t row) const;

  const Workflow& workflow_;
  std::size_t states_;
  std::vector<Way> ways_;
  std::vector<bool> usable_;
};

}  // namespace aedile::detail
