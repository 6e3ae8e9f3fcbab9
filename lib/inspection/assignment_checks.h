// What an assignment is given, looked at before anything is planned.
#pragma once

#include <vector>

#include "aedile/inspection/assignment.h"

namespace aedile::detail {

inline constexpr std::uint32_t max_team = 100;
inline constexpr std::uint32_t max_load = 1'000'000;

Diagnostics check_assignment(const std::vector<PlannedVisit>& visits, const std::vector<Inspector>& inspectors,
                             const AssignmentOptions& options);

}  // namespace aedile::detail
