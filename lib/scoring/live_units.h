#pragma once
/// Sums of marks by unit, every level always up to date.

#include "aedile/core/rational.h"
#include "aedile/scoring/live_scores.h"
#include "core/int128.h"
#include "core/large_array.h"

namespace aedile::detail {

inline constexpr std::uint32_t no_unit = 0xFFFFFFFFu;

class LiveUnitSums {
 public:
  /// What the levels come to: errors as LiveScores::create says.
  Diagnostics build(const std::vector<LiveUnits::Level>& levels);

  std::size_t levels() const { return first_.size() - 1; }
  std::size_t units(std::size_t level) const { return first_[level + 1] - first_[level]; }
  std::uint32_t parent(std::uint32_t place) const { return units_[place].parent; }
  std::uint32_t first(std::size_t level) const { return first_[level]; }

  /// A visit's total was `before` and is `now`; units of the first level have their numbers for places. Sums of fewer
  /// than 2^32 marks of 64 bits have room in 128.
  void move(std::uint32_t unit, Points before, Points now) {
    if (before == now) return;
    const bool was = before != no_mark, is = now != no_mark;
    const int128 change = (is ? int128{now.scaled()} : 0) - (was ? int128{before.scaled()} : 0);
    const std::uint32_t visits = static_cast<std::uint32_t>(is) - static_cast<std::uint32_t>(was);  // modulo 2^32
    for (; unit != no_unit; unit = units_[unit].parent) {
      units_[unit].sum += change;
      units_[unit].visits += visits;
    }
  }

  Points mean(std::uint32_t place, MarkRounding rounding) const;
  LiveScores::Sum sum(std::uint32_t place) const;

 private:
  struct Unit {
    int128 sum = 0;  // in steps of 10^-9
    std::uint32_t visits = 0;
    std::uint32_t parent = no_unit;  // a place
  };
  LargeArray<Unit> units_;               // level after level
  std::vector<std::uint32_t> first_{0};  // by level, and the end
};

}  // namespace aedile::detail
