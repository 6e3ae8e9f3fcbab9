#pragma once
/// The total as one sum that can be checked by hand: "100 − 1.5 (1.2) − 14 (3.1) = 84.5".

#include <string>

#include "scoring/explain_things.h"

namespace aedile::detail {

/// "" where the total is no sum, has no mark, or lost and gained nothing. Each term is what an item lost or gained, or,
/// in long sums, what a branch did.
std::string total_as_sum(const Scene& scene);

}  // namespace aedile::detail
