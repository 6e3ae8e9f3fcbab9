/// Which group of sentences a kind of step belongs to.

#include "scoring/explain_wording.h"

namespace aedile::detail {

std::string step_sentence(const Scene& scene, const StepPlace& at) {
  switch (at.step.kind) {
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
      return measure_sentence(scene, at);
    case StepKind::occurrence:
    case StepKind::forgiven:
    case StepKind::divided:
    case StepKind::scaled:
    case StepKind::capped:
    case StepKind::whole_item:
    case StepKind::duplicate:
    case StepKind::modifier:
    case StepKind::gate_closed:
    case StepKind::aimed:
      return occurrence_sentence(scene, at);
    case StepKind::base:
    case StepKind::part:
    case StepKind::missing_part:
    case StepKind::renormalised:
    case StepKind::part_sum:
    case StepKind::combined:
    case StepKind::degenerate:
    case StepKind::adds:
    case StepKind::deducts:
      return node_sentence(scene, at);
    case StepKind::clamp_low:
    case StepKind::clamp_high:
    case StepKind::penalty:
    case StepKind::ceiling:
    case StepKind::rounded:
    case StepKind::grade:
    case StepKind::grade_ceiling:
      return limit_sentence(scene, at);
    case StepKind::not_applicable:
    case StepKind::not_observed:
    case StepKind::not_scored:
      break;
  }
  return reason_sentence(scene, at);
}

}  // namespace aedile::detail
