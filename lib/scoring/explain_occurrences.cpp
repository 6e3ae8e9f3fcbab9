/// Sentences on what findings cost or earn, and how rules limit it.

#include "scoring/explain_wording.h"

namespace aedile::detail {

namespace {

const PerOccurrence* each_of(const Scene& scene, const StepPlace& at) {
  const std::vector<Rule>& rules = scene.framework.node(at.node).rules;
  return at.step.rule < rules.size() ? per_occurrence_of(rules[at.step.rule]) : nullptr;
}

std::string occurrence(const Scene& scene, const StepPlace& at) {
  const std::string finding = describe_finding(scene, at.step.row);
  if (at.step.count > 1) {
    return say(scene, messages::step_occurrence_each,
               {finding, std::to_string(at.step.count), written_exactly(at.step.factor)});
  }
  // A penalty's findings cost their own item nothing, so what they cost elsewhere is said here.
  const bool is_elsewhere = at.step.amount.is_zero() && !at.step.factor.is_zero();
  if (is_elsewhere) return say(scene, messages::step_occurrence_at, {finding, written_exactly(at.step.factor)});
  return finding;
}

std::string duplicate(const Scene& scene, const StepPlace& at) {
  const std::string finding = describe_finding(scene, at.step.row);
  const PerOccurrence* each = each_of(scene, at);
  if (!each || each->once_per.empty()) return say(scene, messages::step_duplicate_item, {finding});
  std::vector<std::string> names;
  for (const std::string& name : each->once_per) names.push_back(name_of_attribute(scene, name));
  return say(scene, messages::step_duplicate, {finding, listed(scene, names)});
}

std::string modifier(const Scene& scene, const StepPlace& at) {
  const PerOccurrence* each = each_of(scene, at);
  if (!each || at.step.detail >= each->modifiers.size())
    throw ContractError("explain: the card was not scored by this framework");
  const Modifier& applied = each->modifiers[at.step.detail];
  const std::string because = describe(scene, applied.when);
  const std::string times = written(applied.times);
  const std::string plus = with_sign(Rational(applied.plus));
  if (applied.plus.is_zero()) return say(scene, messages::step_modifier_times, {times, because});
  if (applied.times == Factor::of(1)) return say(scene, messages::step_modifier_plus, {plus, because});
  return say(scene, messages::step_modifier_both, {times, plus, because});
}

std::string capped(const Scene& scene, const StepPlace& at) {
  const PerOccurrence* each = each_of(scene, at);
  if (!each || !each->cap) throw ContractError("explain: the card was not scored by this framework");
  const Rule& rule = scene.framework.node(at.node).rules[at.step.rule];
  const Message& message = std::holds_alternative<Bonus>(rule)     ? messages::step_capped_bonus
                           : std::holds_alternative<Tally>(rule)   ? messages::step_capped_tally
                           : std::holds_alternative<Penalty>(rule) ? messages::step_capped_penalty
                                                                   : messages::step_capped_deduction;
  return say(scene, message, {written(*each->cap)});
}

std::string divided(const Scene& scene, const StepPlace& at) {
  const PerOccurrence* each = each_of(scene, at);
  const std::string name = each && each->divide_by ? name_of_visit_attribute(scene, *each->divide_by) : std::string();
  return say(scene, messages::step_divided, {name, written(at.step.factor)});
}

std::string scaled(const Scene& scene, const StepPlace& at) {
  const PerOccurrence* each = each_of(scene, at);
  const std::string name = each && each->scale ? each->scale->reading : std::string();
  const std::string label = at.step.row == no_row ? std::string() : reading_at(scene.visit, at.step.row).value;
  return say(scene, messages::step_scaled, {written_exactly(at.step.factor), name, label});
}

std::string gate_closed(const Scene& scene, const StepPlace& at) {
  const auto* bonus = rule_of<Bonus>(scene, at.node, at.step);
  const std::string needed = bonus && bonus->gate ? describe(scene, bonus->gate->mark) : std::string();
  const std::string gate = name_of(scene, at.step.other);
  if (!scene.card) return say(scene, messages::step_gate_closed_unknown, {gate, needed});
  const std::optional<Points> mark = scene.card->mark(at.step.other);
  return say(scene, messages::step_gate_closed,
             {gate, needed, mark ? written(*mark) : name_of(scene, scene.card->status(at.step.other))});
}

std::string aimed(const Scene& scene, const StepPlace& at) {
  const std::string target = name_of(scene, at.step.other);
  const auto* veto = rule_of<Veto>(scene, at.node, at.step);
  if (!veto) return say(scene, messages::step_aimed_penalty, {written_exactly(at.step.factor), target});
  std::vector<std::string> effects;
  if (veto->ceiling) effects.push_back(say(scene, messages::step_effect_ceiling, {target, written(*veto->ceiling)}));
  if (veto->grade) {
    std::string grade = *veto->grade;
    for (const Grade& known : scene.framework.grades(at.step.other))
      if (known.code == grade) {
        grade = name_of(scene, known);
        break;
      }
    effects.push_back(veto->ceiling ? say(scene, messages::step_effect_grade, {grade})
                                    : say(scene, messages::step_effect_grade_of, {target, grade}));
  }
  return say(scene, messages::step_aimed_veto, {describe_finding(scene, at.step.row), listed(scene, effects)});
}

}  // namespace

std::string occurrence_sentence(const Scene& scene, const StepPlace& at) {
  switch (at.step.kind) {
    case StepKind::occurrence:
      return occurrence(scene, at);
    case StepKind::forgiven: {
      const PerOccurrence* each = each_of(scene, at);
      return say(scene, messages::step_forgiven,
                 {std::to_string(at.step.count), std::to_string(each ? each->free : at.step.count)});
    }
    case StepKind::divided:
      return divided(scene, at);
    case StepKind::scaled:
      return scaled(scene, at);
    case StepKind::capped:
      return capped(scene, at);
    case StepKind::whole_item:
      return say(scene, messages::step_whole_item, {describe_finding(scene, at.step.row)});
    case StepKind::duplicate:
      return duplicate(scene, at);
    case StepKind::modifier:
      return modifier(scene, at);
    case StepKind::gate_closed:
      return gate_closed(scene, at);
    default:
      return aimed(scene, at);
  }
}

}  // namespace aedile::detail
