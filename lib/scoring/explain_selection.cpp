#include "scoring/explain_selection.h"

#include <algorithm>

namespace aedile::detail {

namespace {

/// Steps that also stand where nothing was lost or gained.
bool is_ordinary(const Scorecard& card, const Step& step) {
  switch (step.kind) {
    case StepKind::missing_part:  // the rest stands in for what does not apply; what nobody observed is worth knowing
      return card.status(step.other) == Status::not_applicable;
    case StepKind::renormalised:
    case StepKind::start:
    case StepKind::reading:
    case StepKind::check:
    case StepKind::band:
    case StepKind::rate:
    case StepKind::interval_low:
    case StepKind::interval_high:
    case StepKind::expected:
    case StepKind::letter:
    case StepKind::custom:
    case StepKind::base:
    case StepKind::part:
    case StepKind::combined:
    case StepKind::rounded:
    case StepKind::grade:
      return true;
    default:
      return false;
  }
}

bool lost_or_gained(const CompiledFramework& framework, const Scorecard& card, NodeId node) {
  const std::optional<Points> full = framework.full_marks(node);
  if (*card.mark(node) != full.value_or(Points{})) return true;
  const std::span<const Step> steps = card.derivation()->steps(node);
  return std::any_of(steps.begin(), steps.end(), [&card](const Step& step) { return !is_ordinary(card, step); });
}

/// Whether the steps of the node say that part `child` has no mark.
bool speaks_of(const Scorecard& card, NodeId node, NodeId child) {
  const std::span<const Step> steps = card.derivation()->steps(node);
  return std::any_of(steps.begin(), steps.end(),
                     [child](const Step& step) { return step.kind == StepKind::missing_part && step.other == child; });
}

}  // namespace

std::vector<bool> nodes_worth_showing(const CompiledFramework& framework, const Scorecard& card) {
  std::vector<bool> shown(framework.size(), false);
  // Children are numbered after their parents.
  for (std::size_t i = framework.size(); i-- > 0;) {
    const NodeId node{i};
    const NodeId parent = framework.parent(node);
    if (card.status(node) == Status::scored) {
      shown[i] = shown[i] || lost_or_gained(framework, card, node);
    } else if (card.derivation()->steps(node).size() <= 1) {
      // Parts of weight 0 may have lost marks below a node that has none.
      const bool is_untold =
          !parent.valid() || (card.status(parent) == Status::scored && !speaks_of(card, parent, node));
      shown[i] = shown[i] || is_untold;
    } else {
      shown[i] = true;
    }
    if (shown[i] && parent.valid()) shown[parent.index()] = true;
  }
  shown[0] = true;
  return shown;
}

}  // namespace aedile::detail
