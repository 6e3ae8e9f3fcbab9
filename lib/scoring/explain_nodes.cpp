/// Sentences on how an inner node combines its parts.

#include <algorithm>

#include "framework/program.h"
#include "scoring/explain_wording.h"

namespace aedile::detail {

namespace {

/// Of a node with cycles, how the cycles are combined.
const Aggregation& aggregation_of(const Scene& scene, NodeId node) {
  return scene.framework.program().nodes[node.index()].aggregation;
}

/// Share of the child's weight in all that the scheme gives to the parts.
Rational stated_weight(const Scene& scene, NodeId parent, NodeId child) {
  const std::vector<Link>& links = scene.framework.program().links;
  Rational all;
  const std::size_t first = scene.framework.first_child(parent).index();
  for (std::size_t c = first; c < first + scene.framework.child_count(parent); ++c)
    if (links[c].role == Role::part) all += Rational(links[c].weight);
  return all.is_zero() ? all : Rational(links[child.index()].weight) / all;
}

std::string part(const Scene& scene, const StepPlace& at) {
  const std::string child = name_and_mark(scene, at.step.other);
  const NodeProgram& node = scene.framework.program().nodes[at.node.index()];
  switch (node.aggregation.by) {
    case Aggregator::sum:
      return child;
    case Aggregator::weighted_mean: {
      const Rational stated = stated_weight(scene, at.node, at.step.other);
      const std::string weight = share_written(at.step.factor);
      if (stated == at.step.factor) return say(scene, messages::step_part_weight, {child, weight});
      return say(scene, messages::step_part_new_weight, {child, weight, share_written(stated)});
    }
    default:
      if (node.aggregation.basis == Basis::marks) return child;
      return say(scene, messages::step_part_share, {child, share_written(at.step.factor)});
  }
}

/// The sum of the parts that count, what they could have given, and the full marks they are stretched to.
std::string renormalised(const Scene& scene, const StepPlace& at) {
  Rational marks, possible;
  bool known = scene.card != nullptr;
  for (const Step& step : at.steps) {
    if (step.kind != StepKind::part && step.kind != StepKind::missing_part) continue;
    marks += step.amount;
    if (step.kind == StepKind::part) {
      if (known) possible += Rational(scene.card->possible(step.other));
    } else if (stands_in(scene, at.node, step)) {
      possible += Rational(scene.framework.full_marks(step.other).value_or(Points{}));
    }
  }
  known = known && !marks.is_zero() && !possible.is_zero();
  if (!known) return say(scene, messages::step_renormalised);
  const Rational result = marks + at.step.amount;
  return say(scene, messages::step_renormalised_from,
             {written(marks), written(possible), written(result * possible / marks), written(result)});
}

std::string combined_extreme(const Scene& scene, const StepPlace& at, int direction, const Message& plain,
                             const Message& named) {
  const Step* best = nullptr;
  for (const Step& step : at.steps) {
    if (step.kind != StepKind::part && !stands_in(scene, at.node, step)) continue;
    const int order = !best ? direction : step.factor > best->factor ? 1 : step.factor < best->factor ? -1 : 0;
    if (order == direction) best = &step;
  }
  return best ? say(scene, named, {name_of(scene, best->other)}) : say(scene, plain);
}

std::string combined(const Scene& scene, const StepPlace& at) {
  const Aggregation& how = aggregation_of(scene, at.node);
  switch (how.by) {
    case Aggregator::sum:
    case Aggregator::weighted_mean:
      break;
    case Aggregator::minimum:
      return combined_extreme(scene, at, -1, messages::step_combined_minimum, messages::step_combined_minimum_of);
    case Aggregator::maximum:
      return combined_extreme(scene, at, +1, messages::step_combined_maximum, messages::step_combined_maximum_of);
    case Aggregator::product:
      return say(scene, messages::step_combined_product);
    case Aggregator::geometric_mean:
      return say(scene, messages::step_combined_geometric_mean);
    case Aggregator::harmonic_mean:
      return say(scene, messages::step_combined_harmonic_mean);
    case Aggregator::count_passes:
      return say(scene, messages::step_combined_count_passes, {share_written(Rational(how.pass_at))});
    case Aggregator::all_or_nothing:
      return say(scene, messages::step_combined_all_or_nothing, {share_written(Rational(how.pass_at))});
  }
  return say(scene, messages::step_combined_weighted_mean);
}

}  // namespace

bool stands_in(const Scene& scene, NodeId parent, const Step& step) {
  if (step.kind != StepKind::missing_part || !scene.card) return false;
  const Aggregation& how = aggregation_of(scene, parent);
  const bool applies = scene.card->status(step.other) != Status::not_applicable;
  const Missing policy = applies ? how.not_observed : how.not_applicable;
  return policy == Missing::full_marks || policy == Missing::zero;
}

std::string missing_sentence(const Scene& scene, NodeId parent, const std::string& parts, Status status) {
  const Aggregation& how = aggregation_of(scene, parent);
  const bool counts_elsewhere = scene.card && scene.card->status(parent) == Status::scored;
  const Missing policy = status == Status::not_applicable ? how.not_applicable : how.not_observed;
  const Message& message = policy == Missing::renormalise  ? messages::step_missing_renormalise
                           : policy == Missing::full_marks ? messages::step_missing_full
                           : policy == Missing::zero       ? messages::step_missing_zero
                           : policy == Missing::not_scored ? messages::step_missing_not_scored
                                                           : messages::step_missing_leave_out;
  // Without a mark of the node there is nothing that others could have counted for.
  if (!counts_elsewhere && policy != Missing::not_scored) return with_colon(scene, parts, name_of(scene, status));
  return say(scene, message, {parts, name_of(scene, status)});
}

std::string node_sentence(const Scene& scene, const StepPlace& at) {
  switch (at.step.kind) {
    case StepKind::base:
      return say(scene, messages::step_base);
    case StepKind::part:
      return part(scene, at);
    case StepKind::missing_part: {
      const std::string name = name_of(scene, at.step.other);
      if (!scene.card) return with_colon(scene, name, say(scene, messages::explain_no_mark_short));
      return missing_sentence(scene, at.node, name, scene.card->status(at.step.other));
    }
    case StepKind::renormalised:
      return renormalised(scene, at);
    case StepKind::part_sum: {
      const NodeProgram& node = scene.framework.program().nodes[at.node.index()];
      return say(scene, messages::step_part_sum, {written(node.parts_full), written(node.full.value_or(Points{}))});
    }
    case StepKind::combined:
      return combined(scene, at);
    case StepKind::degenerate:
      return say(scene, aggregation_of(scene, at.node).degenerate == Degenerate::full_marks
                            ? messages::step_degenerate_full
                            : messages::step_degenerate_zero);
    case StepKind::adds:
      return say(scene, messages::step_adds, {name_of(scene, at.step.other)});
    default:
      return say(scene, messages::step_deducts, {name_of(scene, at.step.other)});
  }
}

}  // namespace aedile::detail
