/// Sentences on how an item's mark starts: full marks, or what readings and checks give.

#include "scoring/explain_wording.h"
#include "scoring/measures.h"

namespace aedile::detail {

namespace {

std::string name_of(const Scene& scene, const Checklist::Criterion& criterion) {
  const std::string& title = criterion.title.in(scene.language);
  return title.empty() ? criterion.code : title;
}

bool equal_weights(const Checklist& list) {
  for (const Checklist::Criterion& criterion : list.criteria)
    if (criterion.weight != list.criteria.front().weight) return false;
  return true;
}

/// "Mark by the checklist: 3 of 4 passed; not checked, counts as failed: c5".
std::string checklist_start(const Scene& scene, const StepPlace& at, const Checklist& list) {
  if (list.criteria.empty()) return say(scene, messages::step_start_check_alone);
  if (at.steps.empty()) return say(scene, messages::step_start_checklist);
  std::vector<int> verdicts(list.criteria.size(), -1);
  for (const Step& step : at.steps)
    if (step.kind == StepKind::check && step.detail < verdicts.size())
      verdicts[step.detail] = verdict(check_at(scene.visit, step.row).result);
  Weight passed, counted;
  int passes = 0, count = 0;
  std::vector<std::string> unchecked;
  for (std::size_t c = 0; c < verdicts.size(); ++c) {
    const bool counts_as_failed = verdicts[c] == -1 && list.unchecked_fails;
    if (counts_as_failed) unchecked.push_back(name_of(scene, list.criteria[c]));
    if (verdicts[c] < 0 && !counts_as_failed) continue;
    counted += list.criteria[c].weight;
    ++count;
    if (verdicts[c] != 1) continue;
    passed += list.criteria[c].weight;
    ++passes;
  }
  std::string text;
  if (list.mode == Checklist::Mode::all) {
    text = say(scene, passed == counted ? messages::step_start_all_passed : messages::step_start_not_all_passed);
  } else if (equal_weights(list)) {
    text = say(scene, messages::step_start_passed, {std::to_string(passes), std::to_string(count)});
  } else {
    text = say(scene, messages::step_start_passed_weight, {written(passed), written(counted)});
  }
  return unchecked.empty() ? text : say(scene, messages::step_unchecked_fail, {text, listed(scene, unchecked)});
}

std::string rate_start(const Scene& scene, const StepPlace& at, const Rate& rule) {
  bool has_rate = at.steps.empty();
  for (const Step& step : at.steps) has_rate = has_rate || step.kind == StepKind::rate;
  if (has_rate) return say(scene, messages::step_start_rate);
  return say(scene, messages::step_start_small_sample, {std::to_string(rule.minimum_sample)});
}

std::string start(const Scene& scene, const StepPlace& at) {
  if (at.step.rule == no_rule) {
    const std::optional<Points> full = scene.framework.full_marks(at.node);
    if (full && !full->is_zero() && Rational(*full) == at.step.amount) return say(scene, messages::step_start_full);
    return say(scene, messages::step_start_at, {written(at.step.amount)});
  }
  const std::vector<Rule>& rules = scene.framework.node(at.node).rules;
  if (at.step.rule >= rules.size()) throw ContractError("explain: the card was not scored by this framework");
  const Rule& rule = rules[at.step.rule];
  if (const auto* list = std::get_if<Checklist>(&rule)) return checklist_start(scene, at, *list);
  if (const auto* rate = std::get_if<Rate>(&rule)) return rate_start(scene, at, *rate);
  if (const auto* custom = std::get_if<Custom>(&rule)) return say(scene, messages::step_start_custom, {custom->name});
  if (std::holds_alternative<Progress>(rule)) return say(scene, messages::step_start_progress);
  if (std::holds_alternative<Letters>(rule)) return say(scene, messages::step_start_letter);
  return say(scene, messages::step_start_band);
}

std::string reading(const Scene& scene, const StepPlace& at) {
  const std::span<const std::string> names = scene.framework.readings(at.node);
  const std::string name = at.step.detail < names.size() ? names[at.step.detail]
                           : at.step.row != no_row       ? reading_at(scene.visit, at.step.row).name
                                                         : std::string();
  return say(scene, messages::step_reading, {name, written(at.step.factor)});
}

std::string check(const Scene& scene, const StepPlace& at) {
  const std::string result = name_of(scene, check_at(scene.visit, at.step.row).result);
  const auto* list = rule_of<Checklist>(scene, at.node, at.step);
  if (!list || at.step.detail >= list->criteria.size()) return say(scene, messages::step_check_item, {result});
  const Checklist::Criterion& criterion = list->criteria[at.step.detail];
  if (equal_weights(*list)) return with_colon(scene, name_of(scene, criterion), result);
  return say(scene, messages::step_check_weight, {name_of(scene, criterion), result, written(criterion.weight)});
}

std::string band(const Scene& scene, const StepPlace& at) {
  const auto* rule = rule_of<Bands>(scene, at.node, at.step);
  if (!rule || at.step.detail >= rule->bands.size()) return say(scene, messages::step_band_otherwise);
  const Bands::Band& found = rule->bands[at.step.detail];
  const std::string number = std::to_string(at.step.detail + 1);
  if (!found.title.empty()) return say(scene, messages::step_band, {number, found.title.in(scene.language)});
  std::vector<std::string> limits;
  const auto add = [&](const Range<Quantity>& range, const Message& message) {
    if (!range.unbounded()) limits.push_back(say(scene, message, {describe(scene, range)}));
  };
  add(found.total, rule->readings.size() == 1 ? messages::explain_band_value : messages::explain_band_total);
  add(found.largest, messages::explain_band_largest);
  add(found.smallest, messages::explain_band_smallest);
  if (limits.empty()) return say(scene, messages::step_band_any, {number});
  return say(scene, messages::step_band, {number, listed(scene, limits)});
}

std::string rate(const Scene& scene, const StepPlace& at) {
  const auto* rule = rule_of<Rate>(scene, at.node, at.step);
  if (!rule) throw ContractError("explain: the card was not scored by this framework");
  const Rational target(rule->target);
  const std::string rate_text = per_cent_written(at.step.factor);
  const std::string target_text = per_cent_written(target);
  if (at.step.factor >= target) return say(scene, messages::step_rate_reached, {rate_text, target_text});
  if (!rule->points_per_point) return say(scene, messages::step_rate_share, {rate_text, target_text});
  const Rational missing = target - at.step.factor;
  const std::string missing_text = missing.to_decimal_string(4);
  const std::string each = written(*rule->points_per_point);
  if (rule->step == Rate::Step::exact)
    return say(scene, messages::step_rate_short, {rate_text, target_text, missing_text, each});
  const Rational counted = missing.rounded({rule->step == Rate::Step::started ? Rounding::up : Rounding::down, 0});
  return say(scene, messages::step_rate_short_counted, {rate_text, target_text, missing_text, each, written(counted)});
}

std::string confidence_of(const Scene& scene, NodeId item, const Step& step) {
  const auto* rule = rule_of<Rate>(scene, item, step);
  return std::to_string(rule ? rule->confidence : Rate{}.confidence) + "%";
}

std::string letter(const Scene& scene, const StepPlace& at) {
  const auto* rule = rule_of<Letters>(scene, at.node, at.step);
  const std::span<const std::string> labels = scene.framework.labels(at.node);
  const std::string name = rule ? rule->reading : std::string();
  const std::string label = at.step.detail < labels.size() ? labels[at.step.detail] : std::string();
  if (rule)
    for (const auto& entry : rule->shares)
      if (entry.first == label) return say(scene, messages::step_letter, {name, label, share_written(at.step.factor)});
  return say(scene, messages::step_letter_none, {name, label});
}

}  // namespace

std::string interval_sentence(const Scene& scene, NodeId item, const Step& low, const Step& high) {
  return say(scene, messages::step_interval,
             {confidence_of(scene, item, low), per_cent_written(low.factor), per_cent_written(high.factor)});
}

std::string measure_sentence(const Scene& scene, const StepPlace& at) {
  switch (at.step.kind) {
    case StepKind::start:
      return start(scene, at);
    case StepKind::reading:
      return reading(scene, at);
    case StepKind::check:
      return check(scene, at);
    case StepKind::band:
      return band(scene, at);
    case StepKind::rate:
      return rate(scene, at);
    case StepKind::interval_low:
    case StepKind::interval_high:
      return say(scene,
                 at.step.kind == StepKind::interval_low ? messages::step_interval_low : messages::step_interval_high,
                 {confidence_of(scene, at.node, at.step), per_cent_written(at.step.factor)});
    case StepKind::expected:
      return say(scene, messages::step_expected,
                 {scene.visit.date ? scene.visit.date->to_string() : std::string(), written_exactly(at.step.factor)});
    case StepKind::letter:
      return letter(scene, at);
    default:
      return at.step.ground.in(scene.language);
  }
}

}  // namespace aedile::detail
