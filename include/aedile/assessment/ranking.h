#pragma once
/// Ranking: who stands where by a published value.
///
///   value        91.20   88.00   88.00   (none)   75.50
///   rank         1       2       2       0        4        equal values share a rank; the next ones are passed over
///   percentile   100     33.3…   33.3…   −1       0        100 × units with a smaller value ÷ all others
///
/// Values are compared as they are published, so two units with the same figure on paper share a rank. A unit that is
/// alone has percentile 100. Not for red and black lists of rates: rectification/listing.h.

#include <cstdint>
#include <span>

#include "aedile/assessment/roll_up.h"

namespace aedile {

inline constexpr std::uint32_t no_rank = 0;
inline constexpr Factor no_percentile = Factor::of(-1);

/// Where ranks go: the caller's arrays, each empty (not wanted) or as long as the values.
struct Ranks {
  std::span<std::uint32_t> ranks{};  ///< 1 is the greatest value; `no_rank` without a value
  std::span<Factor> percentiles{};   ///< 0–100, rounded half up to nine decimals; `no_percentile` without a value
};

/// Ranks of values among each other; `no_mark` is no value.
/// places: decimals that the values have at most, 0–9; fewer are faster.
/// Throws ContractError for spans of another size or a value with more decimals.
/// Cost: O(values).
void rank(std::span<const Points> values, const Ranks& out, int places = 9);

/// The same for many columns that stand one after the other, each ranked by itself; as RollUp::columns() has them.
/// sizes: of the columns; they sum to the number of values, else ContractError.
void rank_columns(std::span<const Points> values, std::span<const std::size_t> sizes, const Ranks& out, int places = 9,
                  const Executor& executor = sequential());

}  // namespace aedile
