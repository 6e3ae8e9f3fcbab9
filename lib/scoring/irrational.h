#pragma once
/// The two places where a value is no fraction: geometric means and Wilson intervals. Both are rounded correctly.

#include <utility>
#include <vector>

#include "aedile/core/rational.h"

namespace aedile::detail {

/// full · (Π share^weight)^(1 ÷ Σ weight), rounded. Shares > 0; weights > 0.
Rational geometric_mean(const Rational& full, const std::vector<std::pair<Rational, std::int64_t>>& parts,
                        MarkRounding rounding);

/// Both ends of the Wilson interval of k out of n, in per cent, to 6 decimals, half-up. 0 ≤ k ≤ n, n > 0; confidence
/// 90, 95 or 99.
std::pair<Rational, Rational> wilson_interval(const Rational& k, const Rational& n, int confidence);

}  // namespace aedile::detail
