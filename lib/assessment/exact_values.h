#pragma once
/// One value in exact fractions, from the sums up: for those that grains do not decide.

#include "assessment/mark_cells.h"
#include "core/rational_impl.h"

namespace aedile::detail {

class ExactValues {
 public:
  ExactValues(const RollUpScheme& scheme, const RollUpTables& tables, const MarkCells& cells)
      : scheme_(scheme), tables_(tables), cells_(cells) {}

  /// Rounded once; there must be a mark below it. Cost: O(sites below · periods in it), some microseconds each.
  Points value(std::size_t level, std::size_t period, std::size_t unit, MarkRounding rounding) const;

 private:
  /// Nothing where there is no mark. In points above the lowest mark.
  std::optional<cpp_rational> of(std::size_t level, std::size_t period, std::size_t unit) const;
  std::optional<cpp_rational> of_site(std::size_t period, std::size_t site) const;

  const RollUpScheme& scheme_;
  const RollUpTables& tables_;
  const MarkCells& cells_;
};

}  // namespace aedile::detail
