#pragma once
// The oracle's aggregators: what parts with marks make together, before `base`.

#include <vector>

#include "aedile/framework/aggregation.h"
#include "support/oracle_number.h"

namespace aedile::test {

/// A part as the aggregator sees it, after the policy for parts without a mark.
struct Part {
  Fraction mark;
  Fraction share;
  Fraction weight;
};

/// For every aggregator but sum; at least one part, weights above 0. A geometric mean is rounded.
Fraction aggregate(const Aggregation& how, const Fraction& full, const std::vector<Part>& parts,
                   MarkRounding mean_rounding);

}  // namespace aedile::test
