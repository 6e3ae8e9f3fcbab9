#pragma once
/// Collects the steps of a derivation, or nothing at all: the evaluator is compiled for both, so that there is one code
/// path and the fast one pays nothing.

#include <utility>
#include <vector>

#include "aedile/scoring/derivation.h"
#include "scoring/state.h"

namespace aedile::detail {

struct NoTrace {
  static constexpr bool on = false;
  void begin(NodeId) {}
};

class StepTrace {
 public:
  static constexpr bool on = true;

  /// `steps`: how many to expect.
  explicit StepTrace(std::size_t nodes, std::size_t steps = 0) {
    nodes_.place.assign(nodes, Derivation::Nodes::nowhere);
    nodes_.steps.reserve(steps);
  }

  void begin(NodeId node) {
    nodes_.place[node.index()] = static_cast<std::uint32_t>(nodes_.first.size());
    nodes_.first.push_back(static_cast<std::uint32_t>(nodes_.steps.size()));
  }
  /// Of the node begun last.
  Step& add(StepKind kind, Rational amount = {}) {
    Step& step = nodes_.steps.emplace_back();
    step.kind = kind;
    step.amount = std::move(amount);
    return step;
  }

  /// The nodes begun, with their values.
  Derivation::Nodes finish(const std::vector<NodeState<Rational>>& states) {
    nodes_.values.resize(nodes_.first.size());
    nodes_.first.push_back(static_cast<std::uint32_t>(nodes_.steps.size()));
    for (std::size_t n = 0; n < states.size(); ++n)
      if (nodes_.place[n] != Derivation::Nodes::nowhere && states[n].status == Status::scored)
        nodes_.values[nodes_.place[n]] = states[n].value;
    return std::move(nodes_);
  }

 private:
  Derivation::Nodes nodes_;
};

}  // namespace aedile::detail
