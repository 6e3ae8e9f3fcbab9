#include "aedile/framework/custom_rule.h"

#include "aedile/core/result.h"

namespace aedile {

void CustomRules::add(std::string name, std::shared_ptr<const CustomRule> rule) {
  if (!rule) throw ContractError("CustomRules::add: no rule for \"" + name + "\"");
  if (!rules_.emplace(name, std::move(rule)).second)
    throw ContractError("CustomRules::add: there is a rule \"" + name + "\" already");
}

std::shared_ptr<const CustomRule> CustomRules::find(std::string_view name) const {
  const auto found = rules_.find(name);
  return found == rules_.end() ? nullptr : found->second;
}

}  // namespace aedile
