#pragma once
/// The two places where a value is no fraction: geometric means and Wilson intervals. Both are rounded correctly.

#include <utility>
#include <vector>

#include "core/rational_impl.h"

namespace aedile::detail {

/// full · (Π share^weight)^(1 ÷ Σ weight), rounded. Shares > 0; weights > 0.
cpp_rational geometric_mean(const cpp_rational& full, const std::vector<std::pair<cpp_rational, std::int64_t>>& parts,
                            MarkRounding rounding);

/// Both ends of the Wilson interval of k out of n, in per cent, to 6 decimals, half-up. 0 ≤ k ≤ n, n > 0; confidence
/// 90, 95 or 99.
std::pair<cpp_rational, cpp_rational> wilson_interval(const cpp_rational& k, const cpp_rational& n, int confidence);

}  // namespace aedile::detail
