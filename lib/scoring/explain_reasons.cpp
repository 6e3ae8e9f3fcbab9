/// Sentences on why a node has no mark. The derivation says that it has none; the reason is read off the record, the
/// profile and the rule.

#include "framework/program.h"
#include "scoring/explain_wording.h"

namespace aedile::detail {

namespace {

/// Code of the node as records write it, without the cycle.
std::string_view recorded_code(const Scene& scene, NodeId node) { return scene.framework.node(node).code; }

/// Whether the visit says so of the node or of one above it, as a whole.
bool recorded_as(const Scene& scene, NodeId node, CheckResult result) {
  for (NodeId at = node; at.valid(); at = scene.framework.parent(at))
    for (const CheckRecord& check : scene.visit.checks)
      if (check.criterion.empty() && check.result == result && check.item == recorded_code(scene, at)) return true;
  return false;
}

const Rule* measuring_rule(const Scene& scene, NodeId item) {
  for (const Rule& rule : scene.framework.node(item).rules)
    if (is_measuring(rule)) return &rule;
  return nullptr;
}

std::vector<std::string> readings_of(const Rule& rule) {
  if (const auto* bands = std::get_if<Bands>(&rule)) return bands->readings;
  if (const auto* progress = std::get_if<Progress>(&rule)) return {progress->actual};
  if (const auto* letters = std::get_if<Letters>(&rule)) return {letters->reading};
  if (const auto* rate = std::get_if<Rate>(&rule)) {
    if (rate->denominator.empty()) return {rate->numerator};
    return {rate->numerator, rate->denominator};
  }
  return {};
}

bool was_read(const Scene& scene, const StepPlace& at, const std::string& name) {
  const std::span<const std::string> names = scene.framework.readings(at.node);
  for (const Step& step : at.steps) {
    if (step.kind == StepKind::letter) return true;
    if (step.kind == StepKind::reading && step.detail < names.size() && names[step.detail] == name) return true;
  }
  return false;
}

std::string not_applicable(const Scene& scene, const StepPlace& at) {
  const Applicability* profile = scene.framework.profile(scene.visit.site_class);
  if (profile && !profile->applies(at.node)) {
    std::string name = scene.visit.site_class;
    for (const Profile& known : scene.framework.source().profiles)
      if (known.site_class == name && !known.title.empty()) {
        name = known.title.in(scene.language);
        break;
      }
    return say(scene, messages::step_not_applicable_class, {name});
  }
  if (recorded_as(scene, at.node, CheckResult::not_applicable)) return say(scene, messages::step_not_applicable_check);
  if (!scene.framework.is_item(at.node)) return say(scene, messages::step_not_applicable_parts);
  const Rule* rule = measuring_rule(scene, at.node);
  if (rule && std::holds_alternative<Checklist>(*rule)) return say(scene, messages::step_not_applicable_criteria);
  return say(scene, messages::step_not_applicable);
}

std::string not_observed(const Scene& scene, const StepPlace& at) {
  if (recorded_as(scene, at.node, CheckResult::not_checked)) return say(scene, messages::step_not_observed_check);
  if (!scene.framework.is_item(at.node)) return say(scene, messages::step_not_observed_parts);
  const Rule* rule = measuring_rule(scene, at.node);
  if (!rule || at.steps.empty()) return say(scene, messages::step_not_observed);
  if (std::holds_alternative<Checklist>(*rule)) return say(scene, messages::step_not_observed_criteria);
  std::vector<std::string> absent;
  for (const std::string& name : readings_of(*rule))
    if (!was_read(scene, at, name)) absent.push_back(name);
  if (!absent.empty()) return say(scene, messages::step_not_observed_reading, {listed(scene, absent)});
  const auto* rate = std::get_if<Rate>(rule);
  const std::span<const std::string> names = scene.framework.readings(at.node);
  for (const Step& step : at.steps) {
    const bool is_sample =
        rate && step.kind == StepKind::reading && step.detail < names.size() && names[step.detail] == rate->denominator;
    if (is_sample)
      return say(scene, messages::step_not_observed_sample,
                 {written(step.factor), std::to_string(std::max<std::int64_t>(rate->minimum_sample, 1))});
  }
  return say(scene, messages::step_not_observed);
}

}  // namespace

std::string reason_sentence(const Scene& scene, const StepPlace& at) {
  switch (at.step.kind) {
    case StepKind::not_applicable:
      return not_applicable(scene, at);
    case StepKind::not_observed:
      return not_observed(scene, at);
    default:
      return say(scene, messages::step_not_scored);
  }
}

}  // namespace aedile::detail
