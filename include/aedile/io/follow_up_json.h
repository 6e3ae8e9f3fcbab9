#pragma once
/// What follows a finding and a closing, as one JSON file: when a fault counts as come back, where else is looked, and
/// how much of what was closed is looked at again. docs/formats/follow_up.md.
///
///   Result<FollowUpRules> rules = load_follow_up("follow_up.json");
///   recurrence(*rules->recurrence, fault, history);            // rectification/fault_recurrence.h
///   look_back_terms(*rules->look_back, closed, "2026-03", "lottery of 8 April");
///
/// Reading is all or nothing, and reports everything at once. What is written reads back as the same value.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/rectification/fault_recurrence.h"
#include "aedile/rectification/look_back.h"
#include "aedile/rectification/propagation.h"

namespace aedile {

struct FollowUpRules {
  std::string id{};
  LocalText title{};
  std::optional<RecurrencePolicy> recurrence{};
  std::vector<PropagationRule> propagation{};
  std::optional<LookBackRule> look_back{};  ///< its id is that of the rules
  friend bool operator==(const FollowUpRules&, const FollowUpRules&) = default;
};

/// At JSON pointers: what the parts' own `validate` find, and duplicate_propagation.
Diagnostics validate(const FollowUpRules& rules);

/// Errors: those of the reader, listed in docs/formats/framework.md, and those of `validate`.
Result<FollowUpRules> read_follow_up(std::string_view text, std::string file_name);
/// Errors besides: unreadable_file.
Result<FollowUpRules> load_follow_up(const std::filesystem::path& file);
std::string write_follow_up(const FollowUpRules& rules);

/// The JSON Schema (draft 2020-12) of docs/formats/.
std::string_view follow_up_schema();

}  // namespace aedile
