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
  std::uint32_t parent(std::uint32_t place) const { return parents_[place]; }
  std::uint32_t first(std::size_t level) const { return first_[level]; }

  /// A visit's total was `before` and is `now`; units of the first level have their numbers for places. Sums of fewer
  /// than 2^32 marks of 64 bits have room in 128.
  void move(std::uint32_t unit, Points before, Points now) {
    if (before == no_mark || now == no_mark) [[unlikely]]
      return move_to_or_from_none(unit, before, now);
    const int128 change = int128{now.scaled()} - before.scaled();
    for (; unit != no_unit; unit = parents_[unit]) sums_[unit] += change;
  }
  /// Asks for the memory that `move` begins with.
  void fetch(std::uint32_t unit) const {
    if (unit != no_unit) __builtin_prefetch(sums_.data() + unit, 1);
  }

  Points mean(std::uint32_t place, MarkRounding rounding) const {
    const int128 sum = sums_[place];
    const std::uint32_t visits = visits_[place];
    const bool usual =
        rounding.mode == Rounding::half_up && rounding.places == Points::places && sum >> 62 == 0 && visits != 0;
    if (!usual) [[unlikely]]
      return any_mean(sum, visits, rounding);
    return Points::from_scaled(static_cast<std::int64_t>((static_cast<std::uint64_t>(sum) + visits / 2) / visits));
  }
  LiveScores::Sum sum(std::uint32_t place) const;

 private:
  static Points any_mean(int128 sum, std::uint32_t visits, MarkRounding rounding);
  void move_to_or_from_none(std::uint32_t unit, Points before, Points now);

  // By place, level after level. Apart, since a change needs parents at once and sums in its own time.
  LargeArray<int128> sums_;  // in steps of 10^-9
  LargeArray<std::uint32_t> visits_, parents_;
  std::vector<std::uint32_t> first_{0};  // by level, and the end
};

}  // namespace aedile::detail
