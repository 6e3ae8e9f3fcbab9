// What ladders of tickets and of units are checked for alike.
#pragma once

#include <string>
#include <unordered_set>

#include "aedile/calendar/duration.h"
#include "core/report.h"

namespace aedile::detail {

/// No step is further away.
inline constexpr std::int64_t longest_step_days = 3660;

/// A length from 0 (from 1 day or second, where `positive`) to ten years.
void check_step_length(const Duration& length, bool positive, Report& report);

/// The code of a step: a name, and none that is in `seen`, which then holds it.
void check_step_code(const std::string& code, std::unordered_set<std::string>& seen, Report& report);

}  // namespace aedile::detail
