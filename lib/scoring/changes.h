#pragma once
/// Scoring with guard digits by what a visit changes. Every profile has a baseline, the state of all nodes with nothing
/// observed; of a visit only the nodes that its observations touch are evaluated, and put back afterwards.

#include <optional>
#include <vector>

#include "scoring/evaluation.h"
#include "scoring/guarded.h"
#include "scoring/quick.h"

namespace aedile::detail {

class ScoringByChanges {
 public:
  explicit ScoringByChanges(const Program& program) : program_(program) { changed_.resize(program.nodes.size()); }

  /// What there is to evaluate: the nodes in the agenda, and whatever depends on them.
  struct Visited {
    const Applicability& applicability;
    const Visit& visit;
    const Observations& seen;
    const ObservationIndex& index;
    Agenda& agenda;
    Diagnostics& problems;
  };

  /// use(reported), the columns of the scorecard, if guard digits decide and there are no problems. False, with nothing
  /// used, where they do not decide.
  template <class Use>
  bool score(const Visited& visited, Use use) {
    Baseline& baseline = baseline_of(visited.applicability);
    if (!baseline.decided) return false;
    const bool decided = evaluate(baseline, visited);
    if (decided && !visited.problems.has_errors()) use(baseline.state.reported);
    go_back(baseline);
    return decided;
  }

  /// The same of a visit of nothing but findings, before they are indexed: use(reported, changes, ignored findings),
  /// the columns of the profile and what the visit changes of them. False, with nothing used, where the visit must be
  /// scored in another way.
  template <class Use>
  bool score_quickly(const Applicability& applicability, const Visit& visit, const Observations& seen,
                     ObservationIndex& index, bool ignore_not_applicable, Use use) {
    Baseline& baseline = baseline_of(applicability);
    if (!baseline.decided) return false;
    if (!quick_->score(*baseline.quick, {applicability, visit, seen, index, baseline.state, ignore_not_applicable}))
      return false;
    use(baseline.state.reported, quick_->changes(), quick_->ignored());
    return true;
  }

  /// After an exception, when nobody knows what was put back.
  void forget(ObservationIndex& index) {
    if (quick_) quick_->forget(index);
    baselines_.clear();
    identities_.clear();
    changed_count_ = 0;
    unusual_.clear();
  }

 private:
  /// The result of a profile without any observation: where every visit of that profile starts.
  struct Baseline {
    Applicability applicability;
    State<Guarded> state;
    std::vector<PartsSum> sums;  // by node
    bool decided;
    std::optional<QuickProfile> quick;  // where decided
  };
  /// What a visit changes of nearly every node that it touches, as it was before. Kept apart and small: there is a
  /// baseline for each profile, and together they fill the cache.
  struct Before {
    std::uint32_t node;
    GradeIndex grade;
    bool usual;
    Points mark;
    Guarded value;
  };
  /// The rest, of a node that was not `usual`.
  struct UnusualBefore {
    NodeState<Guarded> state;
    Points possible;
    Factor completion;
  };

  Baseline& baseline_of(const Applicability& applicability);
  Baseline& add_baseline(const Applicability& applicability);
  bool evaluate(Baseline& baseline, const Visited& visited);
  bool straight(Baseline& baseline, const Visited& visited, NodeId id, GuardedArithmetic& arithmetic);
  Before& remember(const State<Guarded>& state, const NodeProgram& program_node, std::size_t node);
  void tell(GuardedArithmetic& arithmetic, PartsSum& sum, const NodeProgram& parent, const Before& was,
            const NodeState<Guarded>& now, NodeId part) const;
  void go_back(Baseline& baseline);

  static constexpr std::size_t max_baselines = 64;

  const Program& program_;
  std::vector<Baseline> baselines_;
  std::vector<const void*> identities_;  // of the baselines' profiles, close together
  std::optional<QuickTables> tables_;    // from the first baseline on, like the next
  std::optional<QuickScoring> quick_;
  Scratch<Guarded> scratch_;
  std::vector<Before> changed_;  // the first `changed_count_`
  std::size_t changed_count_ = 0;
  std::vector<UnusualBefore> unusual_;
};

}  // namespace aedile::detail
