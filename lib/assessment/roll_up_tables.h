#pragma once
/// A checked scheme in the form that sums and values are worked out with.
///
/// Marks count from the lowest one. Values are held in *grains*, so many to a step of 10^-9 that the mean of up to
/// sixteen marks and of the modes is a whole number of them wherever there is room: most values are exact, and are
/// known to be. A mean that is not is rounded to the nearest grain:
///
///   mean of one mode            ± 1/2
///   modes together              ± 1    (a weighted mean of errors of 1/2, and 1/2 more)
///   a level above, a group of periods of such values    ± 1/2 more each

#include <array>
#include <vector>

#include "aedile/assessment/roll_up.h"
#include "assessment/divisor.h"

namespace aedile::detail {

/// A value in grains, doubled; odd where it is not exactly that; negative where there is none.
using Grains = std::int64_t;
inline constexpr Grains no_grains = -1;

/// Rounds grains once.
class GrainRounding {
 public:
  GrainRounding() = default;
  GrainRounding(std::uint64_t grains_per_step, Points lowest, MarkRounding rounding);

  /// The mark; false where one within `error` grains may round to another. value ≥ 0.
  bool operator()(Grains value, std::uint64_t error, Points& mark) const {
    if (!plain_) return by_sign(value, error, mark);
    const auto [whole, rest] = step_((static_cast<std::uint64_t>(value) >> 1) + before_);
    mark = Points::from_scaled(lowest_ + static_cast<std::int64_t>(whole) * scale_);
    return ((value & 1) == 0) | ((rest > error) & (rest + error < step_.value()));  // no branch: often either way
  }
  MarkRounding rounding() const { return rounding_; }

 private:
  bool by_sign(Grains value, std::uint64_t error, Points& mark) const;

  MarkRounding rounding_{};
  Divisor step_;              // of the rounding, in grains
  std::int64_t scale_ = 1;    // the step, in steps of 10^-9
  std::uint64_t before_ = 0;  // what is added before the rest is cut off
  std::int64_t lowest_ = 0;
  std::uint64_t grains_ = 1;
  bool plain_ = false;  // no value is negative, and the lowest is a whole number of steps
};

/// As many as there are kinds of inspection.
inline constexpr std::size_t most_modes = 6;

struct RollUpTables {
  struct Level {
    std::size_t units = 0;
    std::size_t first = 0;                     // of its values
    std::vector<std::uint32_t> first_child{};  // by unit, and the end; of the first level: none
    std::vector<std::uint32_t> children{};     // units of the level below
  };
  std::vector<Level> levels;
  std::size_t base_periods = 0, periods = 0, modes = 0, size = 0;
  std::vector<std::uint32_t> depth;  // by period: how many means of means

  std::int64_t lowest = 0;
  std::uint64_t range = 0;

  std::uint64_t grains_per_step = 0;
  /// By number of marks, the last entry for all larger ones: grains per step and mark, where that is a whole number;
  /// else 0.
  static constexpr std::size_t small_counts = 17;
  std::array<std::uint64_t, small_counts + 1> grains_of{};
  /// By set of modes with marks: weights of these, and what they sum to.
  struct ModeSet {
    std::array<std::uint64_t, most_modes> weights{};
    Divisor sum;
  };
  std::vector<ModeSet> mode_sets;
  bool wide_modes = false;  // weighted sums need more than 62 bits
  /// Numbers of periods up to which their sum has at most 62 bits.
  static constexpr std::size_t most_divisors = 64;
  std::vector<Divisor> counts;

  GrainRounding rounding, published;

  std::uint64_t error(std::size_t level, std::size_t period) const { return (3 + level + depth[period]) / 2; }
  std::size_t cells() const { return levels.front().units * base_periods * modes; }
  std::size_t position(std::size_t level, std::size_t period, std::size_t unit) const {
    return levels[level].first + period * levels[level].units + unit;
  }
};

Diagnostics check_roll_up(const RollUpScheme& scheme);
/// For a checked scheme. most_grains: to a step, at least 2; tests take few, so that many values come too near a
/// boundary.
RollUpTables make_roll_up_tables(const RollUpScheme& scheme, std::uint64_t most_grains = ~std::uint64_t{0});

}  // namespace aedile::detail

struct aedile::RollUp::Impl {
  RollUpScheme scheme;
  detail::RollUpTables tables;
};
