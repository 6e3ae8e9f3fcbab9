#include "aedile/rectification/score_effects.h"

#include <algorithm>

#include "aedile/core/exceptions.h"

namespace aedile {

namespace {

std::string degree(std::uint32_t times) { return std::to_string(std::min(times, highest_return)); }

}  // namespace

AttributeTexts score_effects(const ScoredTicket& ticket, const ScoreEffectRules& rules) {
  AttributeTexts effects;
  const bool late = ticket.overdue && !ticket.excused;
  if (rules.overdue && late) effects.emplace_back("overdue", "yes");
  if (rules.restore_when_timely && ticket.closed && !late) effects.emplace_back("corrected", "yes");
  if (rules.repeat && ticket.times_returned > 0) effects.emplace_back("repeat", "yes");
  if (rules.degrees && ticket.times_returned > 0) effects.emplace_back("recurrence", degree(ticket.times_returned));
  return effects;
}

FindingRecord with_effects(FindingRecord finding, const ScoredTicket& ticket, const ScoreEffectRules& rules) {
  const AttributeTexts effects = score_effects(ticket, rules);
  // What a rule does not ask for is left as the inspector wrote it: "corrected" on the spot, "repeat" by eye.
  std::erase_if(finding.attributes, [&](const auto& attribute) {
    return std::any_of(effects.begin(), effects.end(),
                       [&](const auto& effect) { return effect.first == attribute.first; });
  });
  finding.attributes.insert(finding.attributes.end(), effects.begin(), effects.end());
  return finding;
}

std::vector<Modifier> recurrence_modifiers(const RecurrencePolicy& policy) {
  if (const Diagnostics problems = validate(policy); problems.has_errors()) {
    throw ContractError("recurrence_modifiers: a policy that is not valid: " + problems.to_string());
  }
  std::vector<Modifier> modifiers;
  for (std::size_t i = 0; i < policy.multipliers.size(); ++i) {
    modifiers.push_back(
        {.when = {{"recurrence", {degree(static_cast<std::uint32_t>(i + 1))}}}, .times = policy.multipliers[i]});
  }
  // The last one holds for all after it.
  for (std::size_t i = modifiers.size() + 1; !modifiers.empty() && i <= highest_return; ++i) {
    modifiers.back().when.front().values.push_back(degree(static_cast<std::uint32_t>(i)));
  }
  return modifiers;
}

std::vector<PostingShare> with_bureau(std::string street, std::string bureau, const Rational& part) {
  if (part < Rational(0)) throw ContractError("with_bureau: a part below 0");
  return {{std::move(street), Rational(1)}, {std::move(bureau), part}};
}

}  // namespace aedile
