// Which part of a line of values a set of ranges holds. Values lie on a grid (marks have so many decimals, quantities
// six), so every range is a closed run of whole steps, whatever its edges, and "nothing between" can be decided
// exactly.
//
//   at_most 70, at_least 71   with whole marks: no gap;   with one decimal: 70.1 is held by neither
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aedile/framework/rule.h"
#include "core/int128.h"

namespace aedile::detail {

/// Steps of the grid, both ends included.
struct ValueSpan {
  int128 low;
  int128 high;

  /// Beyond every number of 64 bits.
  static constexpr int128 infinity = int128{1} << 100;
  bool empty() const { return low > high; }
  bool bounded() const { return low > -infinity && high < infinity; }
  bool holds(const ValueSpan& other) const { return low <= other.low && other.high <= high; }
};

constexpr int128 floor_div(int128 number, int128 divisor) { return number / divisor - (number % divisor < 0 ? 1 : 0); }
constexpr int128 ceil_div(int128 number, int128 divisor) { return -floor_div(-number, divisor); }

/// `step` counts the smallest units of D in one step of the grid.
template <class D>
ValueSpan span_of(const Range<D>& range, std::int64_t step) {
  ValueSpan span{-ValueSpan::infinity, ValueSpan::infinity};
  const auto raise = [&](int128 low) { span.low = low > span.low ? low : span.low; };
  const auto lower = [&](int128 high) { span.high = high < span.high ? high : span.high; };
  if (range.at_least) raise(ceil_div(range.at_least->scaled(), step));
  if (range.above) raise(floor_div(range.above->scaled(), step) + 1);
  if (range.at_most) lower(floor_div(range.at_most->scaled(), step));
  if (range.below) lower(ceil_div(range.below->scaled(), step) - 1);
  return span;
}

/// The value of a span with the fewest decimals, as text: an example that a reader takes in at once.
std::string example_of(const ValueSpan& span, std::int64_t step, int places);

class Coverage {
 public:
  bool holds(const ValueSpan& span) const;
  void add(const ValueSpan& span);
  /// The runs of `domain` that nothing holds.
  std::vector<ValueSpan> gaps(const ValueSpan& domain) const;

 private:
  std::map<int128, int128> runs_;  // low → high; apart by at least one step
};

/// The first band that a later band overlaps, for each band that does so: pairs of (earlier, later) positions, where
/// both are bounded at both ends. Cost: O(n log n).
std::vector<std::pair<std::size_t, std::size_t>> overlaps(const std::vector<std::optional<ValueSpan>>& spans);

}  // namespace aedile::detail
