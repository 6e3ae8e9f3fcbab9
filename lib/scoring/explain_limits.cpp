/// Sentences on what may befall every node once its value is worked out: limits, penalties, vetoes and ceilings,
/// rounding, grades.

#include "framework/program.h"
#include "scoring/explain_wording.h"

namespace aedile::detail {

namespace {

std::string grade_name(const Scene& scene, NodeId node, std::uint32_t position) {
  const std::span<const Grade> grades = scene.framework.grades(node);
  return position < grades.size() ? name_of(scene, grades[position]) : std::string();
}

std::string clamp_low(const Scene& scene, const StepPlace& at) {
  return say(scene, messages::step_clamp_low, {written(scene.framework.node(at.node).lowest.value_or(Points{}))});
}

std::string clamp_high(const Scene& scene, const StepPlace& at) {
  std::optional<Rational> limit = at.after();
  const Node& node = scene.framework.node(at.node);
  if (!limit && !node.highest && node.full_marks) limit = Rational(*node.full_marks);
  if (!limit) return say(scene, messages::step_clamp_high_unknown);
  return say(scene, messages::step_clamp_high, {written(*limit)});
}

/// The ceiling of the node that a step speaks of: on that other node's mark, with that effect.
template <class Fits>
const CeilingProgram* find_ceiling(const Scene& scene, const StepPlace& at, Fits fits) {
  for (const CeilingProgram& ceiling : scene.framework.program().nodes[at.node.index()].ceilings)
    if (ceiling.when.node == at.step.other && fits(ceiling)) return &ceiling;
  return nullptr;
}

std::string ceiling(const Scene& scene, const StepPlace& at) {
  const std::string other = name_of(scene, at.step.other);
  if (const auto* veto = rule_of<Veto>(scene, at.step.other, at.step)) {
    return say(scene, messages::step_veto,
               {number_of_finding(scene, at.step.row), other, written(veto->ceiling.value_or(Points{}))});
  }
  const std::optional<Rational> limit = at.after();
  const CeilingProgram* found = find_ceiling(scene, at, [&](const CeilingProgram& one) {
    return one.ceiling && (!limit || Rational(*one.ceiling) == *limit);
  });
  if (!found) return say(scene, messages::step_ceiling_unknown, {other});
  return say(scene, messages::step_ceiling, {other, describe(scene, found->when.mark), written(*found->ceiling)});
}

std::string grade_ceiling(const Scene& scene, const StepPlace& at) {
  const std::string other = name_of(scene, at.step.other);
  const std::string best = grade_name(scene, at.node, at.step.detail);
  if (rule_of<Veto>(scene, at.step.other, at.step))
    return say(scene, messages::step_grade_veto, {number_of_finding(scene, at.step.row), other, best});
  const CeilingProgram* found =
      find_ceiling(scene, at, [&](const CeilingProgram& one) { return one.grade == at.step.detail; });
  if (!found) return say(scene, messages::step_grade_ceiling_unknown, {other, best});
  return say(scene, messages::step_grade_ceiling, {other, describe(scene, found->when.mark), best});
}

std::string rounded(const Scene& scene, const StepPlace& at) {
  const MarkRounding rounding = scene.framework.node(at.node).round.value_or(MarkRounding{});
  const std::string mode = name_of(scene, rounding.mode);
  const std::string places = name_of_places(scene, rounding.places);
  if (!at.before) return say(scene, messages::step_rounded, {mode, places});
  return say(scene, messages::step_rounded_from, {mode, places, written(*at.before), written(*at.after())});
}

std::string grade(const Scene& scene, const StepPlace& at) {
  const std::span<const Grade> grades = scene.framework.grades(at.node);
  if (at.step.detail >= grades.size()) throw ContractError("explain: the card was not scored by this framework");
  const Grade& found = grades[at.step.detail];
  if (found.mark.unbounded()) return say(scene, messages::step_grade_any, {name_of(scene, found)});
  return say(scene, messages::step_grade, {name_of(scene, found), describe(scene, found.mark)});
}

}  // namespace

std::string limit_sentence(const Scene& scene, const StepPlace& at) {
  switch (at.step.kind) {
    case StepKind::clamp_low:
      return clamp_low(scene, at);
    case StepKind::clamp_high:
      return clamp_high(scene, at);
    case StepKind::penalty:
      return say(scene, messages::step_penalty, {name_of(scene, at.step.other)});
    case StepKind::ceiling:
      return ceiling(scene, at);
    case StepKind::rounded:
      return rounded(scene, at);
    case StepKind::grade:
      return grade(scene, at);
    default:
      return grade_ceiling(scene, at);
  }
}

}  // namespace aedile::detail
