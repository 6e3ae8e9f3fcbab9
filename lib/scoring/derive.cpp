#include "scoring/derive.h"

#include "scoring/evaluator.h"

namespace aedile::detail {

DerivationByChanges::Baseline& DerivationByChanges::baseline_of(const Applicability& applicability) {
  for (Baseline& known : baselines_)
    if (known.applicability.identity() == applicability.identity()) return known;
  // A caller with ever new profiles must not fill the memory.
  if (baselines_.size() >= max_baselines) baselines_.erase(baselines_.begin());
  Baseline& added = baselines_.emplace_back(Baseline{applicability, {}, {}, {}});
  added.state.resize(program_);
  added.contributions.resize(program_.nodes.size());
  ObservationIndex nothing;
  nothing.resize(program_.nodes.size());
  ExactArithmetic arithmetic;
  StepTrace trace(program_.nodes.size());
  Diagnostics problems;
  Evaluation<ExactArithmetic, StepTrace> evaluation{program_,   added.applicability, {},    {},       nothing,
                                                    arithmetic, added.state,         trace, problems, scratch_,
                                                    nullptr,    &added.contributions};
  Evaluator<ExactArithmetic, StepTrace> evaluator(evaluation);
  for (const NodeId id : program_.order) evaluator.evaluate(id);
  if (!problems.has_errors()) added.nodes = std::make_shared<const Derivation::Nodes>(trace.finish(added.state.nodes));
  return added;
}

void DerivationByChanges::evaluate(Baseline& baseline, const Visited& visited, StepTrace& trace) {
  State<Rational>& state = baseline.state;
  const Reported& reported = state.reported;
  ExactArithmetic arithmetic;
  Evaluation<ExactArithmetic, StepTrace> evaluation{
      program_, visited.applicability, visited.visit, visited.seen, visited.index,          arithmetic, state,
      trace,    visited.problems,      scratch_,      nullptr,      &baseline.contributions};
  Evaluator<ExactArithmetic, StepTrace> evaluator(evaluation);
  visited.agenda.drain([&](std::size_t position) {
    const NodeId id = program_.order[position];
    const std::size_t at = id.index();
    const NodeProgram& node = program_.nodes[at];
    before_.push_back({static_cast<std::uint32_t>(at), reported.grades[at], reported.marks[at], reported.possible[at],
                       reported.completion[at], state.nodes[at]});
    evaluator.evaluate(id);
    if (node.parent.valid()) visited.agenda.add(program_.nodes[node.parent.index()].position);
    for (const NodeId dependent : node.dependents) visited.agenda.add(program_.nodes[dependent.index()].position);
  });
}

/// The baseline as it was before the visit.
void DerivationByChanges::go_back(Baseline& baseline) {
  State<Rational>& state = baseline.state;
  Reported& reported = state.reported;
  for (Before& was : before_) {
    const std::size_t at = was.node;
    if (program_.nodes[at].aims) state.forget_aims(program_.nodes[at]);
    reported.grades[at] = was.grade;
    reported.marks[at] = was.mark;
    reported.possible[at] = was.possible;
    reported.completion[at] = was.completion;
    reported.status[at] = was.state.status;
    state.nodes[at] = std::move(was.state);
  }
  before_.clear();
}

}  // namespace aedile::detail
