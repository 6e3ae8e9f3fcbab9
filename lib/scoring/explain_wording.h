#pragma once
/// One step of a derivation as a sentence, without its amount. Each group of kinds has a file of its own:
/// explain_measures.cpp (readings and checks), explain_occurrences.cpp (findings), explain_nodes.cpp (parts, limits,
/// grades), explain_reasons.cpp (why there is no mark).

#include <optional>
#include <span>

#include "scoring/explain_things.h"

namespace aedile::detail {

/// A step and where it stands.
struct StepPlace {
  NodeId node;
  const Step& step;
  std::span<const Step> steps;     ///< of the node; empty if only the one step is known
  std::optional<Rational> before;  ///< value of the node before this step, if known

  /// Value after the step: the limit that a step brought the node to.
  std::optional<Rational> after() const { return before ? std::optional(*before + step.amount) : std::nullopt; }
};

std::string step_sentence(const Scene& scene, const StepPlace& at);

std::string measure_sentence(const Scene& scene, const StepPlace& at);
std::string occurrence_sentence(const Scene& scene, const StepPlace& at);
std::string node_sentence(const Scene& scene, const StepPlace& at);
std::string limit_sentence(const Scene& scene, const StepPlace& at);
std::string reason_sentence(const Scene& scene, const StepPlace& at);

/// Both ends of a rate's interval in one sentence.
std::string interval_sentence(const Scene& scene, NodeId item, const Step& low, const Step& high);
/// Whether the step is a part without a mark for which the node's policy counts one: full marks or 0. Needs the card.
bool stands_in(const Scene& scene, NodeId parent, const Step& step);
/// "…: not applicable, counts as 0", of one part or of several.
std::string missing_sentence(const Scene& scene, NodeId parent, const std::string& parts, Status status);

/// The rule that a step names, if the item has it and it is of that kind.
template <class Kind>
const Kind* rule_of(const Scene& scene, NodeId item, const Step& step) {
  const std::vector<Rule>& rules = scene.framework.node(item).rules;
  return step.rule < rules.size() ? std::get_if<Kind>(&rules[step.rule]) : nullptr;
}

}  // namespace aedile::detail
