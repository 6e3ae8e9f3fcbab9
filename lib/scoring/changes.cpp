#include "scoring/changes.h"

#include "scoring/evaluator.h"

namespace aedile::detail {

namespace {

void become_usual(const NodeProgram& node, NodeState<Guarded>& state, Reported& reported, std::size_t at) {
  state.status = reported.status[at] = Status::scored;
  state.applicable = state.complete = state.whole = true;
  state.possible = node.full ? GuardedArithmetic::scaled9(node.full->scaled()) : Guarded{};
  state.completion = GuardedArithmetic::scaled9(Factor::unit);
  reported.possible[at] = node.full.value_or(Points{});
  reported.completion[at] = Factor::of(1);
}

void forget_aims(State<Guarded>& state, const NodeProgram& node) {
  for (const RuleProgram& rule : node.rules) {
    if (rule.kind == RuleKind::penalty) state.penalties[rule.slot] = {};
    if (rule.kind == RuleKind::veto) state.veto_rows[rule.slot] = no_veto;
  }
}

}  // namespace

ScoringByChanges::Baseline& ScoringByChanges::baseline_of(const Applicability& applicability) {
  for (std::size_t i = 0; i < identities_.size(); ++i)
    if (identities_[i] == applicability.identity()) return baselines_[i];
  return add_baseline(applicability);
}

ScoringByChanges::Baseline& ScoringByChanges::add_baseline(const Applicability& applicability) {
  if (!quick_) {
    tables_.emplace(program_);
    quick_.emplace(program_, *tables_);
  }
  // A caller with ever new profiles must not fill the memory.
  if (baselines_.size() >= max_baselines) {
    identities_.erase(identities_.begin());
    baselines_.erase(baselines_.begin());
  }
  identities_.reserve(baselines_.size() + 1);
  Baseline added{applicability, {}, {}, false, {}};
  added.state.resize(program_);
  added.sums.resize(program_.nodes.size());
  ObservationIndex nothing;
  nothing.resize(program_.nodes.size());
  GuardedArithmetic arithmetic;
  NoTrace trace;
  Diagnostics none;
  Evaluation<GuardedArithmetic, NoTrace> evaluation{program_,         added.applicability, {},    {},   nothing,
                                                    arithmetic,       added.state,         trace, none, scratch_,
                                                    added.sums.data()};
  Evaluator<GuardedArithmetic, NoTrace> evaluator(evaluation);
  for (const NodeId id : program_.order) evaluator.evaluate(id);
  added.decided = !arithmetic.undecided();
  if (added.decided) added.quick.emplace(program_, *tables_, added.applicability, added.state, added.sums);
  baselines_.push_back(std::move(added));
  identities_.push_back(applicability.identity());
  return baselines_.back();
}

/// Notes how the baseline was: in place, as an entry that is copied as a whole waits for its parts.
ScoringByChanges::Before& ScoringByChanges::remember(const State<Guarded>& state, const NodeProgram& program_node,
                                                     std::size_t node) {
  const NodeState<Guarded>& was = state.nodes[node];
  Before& kept = changed_[changed_count_++];
  kept.node = static_cast<std::uint32_t>(node);
  kept.usual = was.usual() && was.applicable;
  kept.mark = state.reported.marks[node];
  kept.value = was.value;
  if (program_node.graded) kept.grade = state.reported.grades[node];
  if (!kept.usual) unusual_.push_back({was, state.reported.possible[node], state.reported.completion[node]});
  return kept;
}

/// A parent's sum learns how one of its parts changed.
void ScoringByChanges::tell(GuardedArithmetic& arithmetic, PartsSum& sum, const NodeProgram& parent, const Before& was,
                            const NodeState<Guarded>& now, NodeId part) const {
  if (was.usual && now.usual() && now.applicable) {
    change_share(arithmetic, sum.changes, parent, program_.links[part.index()], was.value, now.value);
  } else {
    sum.spoiled = true;
  }
}

/// The baseline as it was before the visit.
void ScoringByChanges::go_back(Baseline& baseline) {
  State<Guarded>& state = baseline.state;
  Reported& reported = state.reported;
  std::size_t next_unusual = 0;
  for (std::size_t i = 0; i < changed_count_; ++i) {
    const Before& kept = changed_[i];
    const std::size_t at = kept.node;
    const NodeProgram& node = program_.nodes[at];
    NodeState<Guarded>& now = state.nodes[at];
    reported.marks[at] = kept.mark;
    if (node.graded) reported.grades[at] = kept.grade;
    if (!kept.usual) {
      const UnusualBefore& was = unusual_[next_unusual++];
      now = was.state;
      reported.status[at] = was.state.status;
      reported.possible[at] = was.possible;
      reported.completion[at] = was.completion;
    } else {
      if (!now.usual() || !now.applicable) become_usual(node, now, reported, at);
      now.value = kept.value;
    }
    if (node.aims) forget_aims(state, node);
    if (node.child_count == 0) continue;
    baseline.sums[at].changes = {};
    baseline.sums[at].spoiled = false;
  }
  changed_count_ = 0;
  unusual_.clear();
}

/// A straight node that was and stays usual, in as few steps as there are. False, with nothing done, elsewhere.
bool ScoringByChanges::straight(Baseline& baseline, const Visited& visited, NodeId id, GuardedArithmetic& arithmetic) {
  const std::size_t at = id.index();
  const NodeProgram& node = program_.nodes[at];
  NodeState<Guarded>& state = baseline.state.nodes[at];
  if (!node.straight || !state.usual() || !state.applicable || visited.index.forced[at] != Status::scored) return false;
  Guarded value;
  if (node.child_count == 0) {
    if (!plain_mark(program_, visited.index, visited.seen, id, node, value)) return false;
  } else {
    const PartsSum& sum = baseline.sums[at];
    if (!sum.known || sum.spoiled || !plain_mean(arithmetic, node, sum, value)) return false;
    if (value.steps < static_cast<int128>(value.error)) return false;  // the lower limit may bite
  }
  Points& mark = baseline.state.reported.marks[at];
  Before& was = changed_[changed_count_++];
  was.node = static_cast<std::uint32_t>(at);
  was.usual = true;
  was.mark = mark;
  was.value = state.value;
  mark = Points::from_scaled(arithmetic.round9(value, program_.framework.marks));
  if (node.parent.valid()) {
    const NodeProgram& parent = program_.nodes[node.parent.index()];
    visited.agenda.add(parent.position);
    change_share(arithmetic, baseline.sums[node.parent.index()].changes, parent, program_.links[at], state.value,
                 value);
  }
  state.value = value;
  return true;
}

bool ScoringByChanges::evaluate(Baseline& baseline, const Visited& visited) {
  State<Guarded>& state = baseline.state;
  GuardedArithmetic arithmetic;
  NoTrace trace;
  Evaluation<GuardedArithmetic, NoTrace> evaluation{
      program_, visited.applicability, visited.visit, visited.seen,        visited.index, arithmetic, state,
      trace,    visited.problems,      scratch_,      baseline.sums.data()};
  Evaluator<GuardedArithmetic, NoTrace> evaluator(evaluation, false);
  visited.agenda.drain([&](std::size_t position) {
    const NodeId id = program_.order[position];
    if (straight(baseline, visited, id, arithmetic)) return;
    const NodeProgram& node = program_.nodes[id.index()];
    const Before& was = remember(state, node, id.index());
    evaluator.evaluate(id);
    if (node.parent.valid()) {
      const NodeProgram& parent = program_.nodes[node.parent.index()];
      visited.agenda.add(parent.position);
      tell(arithmetic, baseline.sums[node.parent.index()], parent, was, state.nodes[id.index()], id);
    }
    for (const NodeId dependent : node.dependents) visited.agenda.add(program_.nodes[dependent.index()].position);
  });
  return !arithmetic.undecided();
}

}  // namespace aedile::detail
