#pragma once
/// Derivations by what a visit changes: exact fractions and steps only for the nodes that observations bear on; of the
/// others those of a visit of the same profile with nothing observed, shared.

#include <memory>
#include <vector>

#include "scoring/changes.h"
#include "scoring/exact.h"

namespace aedile::detail {

class DerivationByChanges {
 public:
  using Visited = ScoringByChanges::Visited;

  explicit DerivationByChanges(const Program& program) : program_(program) {}

  /// use(reported, derivation) if there are no problems. False, with nothing used and nothing said, where the profile
  /// cannot be scored without observations.
  template <class Use>
  bool derive(const Visited& visited, Use use) {
    Baseline& baseline = baseline_of(visited.applicability);
    if (baseline.nodes == nullptr) return false;
    StepTrace trace(program_.nodes.size(), steps_of_last_);
    evaluate(baseline, visited, trace);
    if (!visited.problems.has_errors()) {
      Derivation::Nodes nodes = trace.finish(baseline.state.nodes);
      steps_of_last_ = nodes.steps.size();
      use(baseline.state.reported, Derivation(std::move(nodes), baseline.nodes));
    }
    go_back(baseline);
    return true;
  }

  /// After an exception, when nobody knows what was put back.
  void forget() {
    baselines_.clear();
    before_.clear();
  }

 private:
  struct Baseline {
    Applicability applicability;
    State<Rational> state;
    std::vector<Contribution<Rational>> contributions;  // by node
    std::shared_ptr<const Derivation::Nodes> nodes;     // nullptr: there are problems with nothing observed
  };
  /// A node as it was in the baseline.
  struct Before {
    std::uint32_t node;
    GradeIndex grade;
    Points mark, possible;
    Factor completion;
    NodeState<Rational> state;
  };

  Baseline& baseline_of(const Applicability& applicability);
  void evaluate(Baseline& baseline, const Visited& visited, StepTrace& trace);
  void go_back(Baseline& baseline);

  static constexpr std::size_t max_baselines = 64;

  const Program& program_;
  std::vector<Baseline> baselines_;
  Scratch<Rational> scratch_;
  std::vector<Before> before_;
  std::size_t steps_of_last_ = 0;
};

}  // namespace aedile::detail
