#pragma once
/// Means in grains: of the modes of a site in a period, of periods, of units.

#include <algorithm>

#include "assessment/mark_cells.h"

namespace aedile::detail {

/// Sum ÷ number, to the nearest grain; odd where that is not exact or a part was not.
inline Grains mean_grains(uint128 sum, std::uint64_t number, bool inexact) {
  const auto [whole, rest] = divide(sum + number / 2, number);
  return static_cast<Grains>(whole) * 2 | static_cast<Grains>(inexact || rest != number / 2);
}

/// Modes together, in the general way: any number of marks, any weights.
inline Grains combine_modes(const RollUpTables& tables, const MarkSum* sums) {
  std::size_t set = 0;
  for (std::size_t m = 0; m < tables.modes; ++m) set |= std::size_t{sums[m].count != 0} << m;
  if (set == 0) return no_grains;
  const RollUpTables::ModeSet& modes = tables.mode_sets[set];
  uint128 together = 0;
  bool inexact = false;
  for (std::size_t m = 0; m < tables.modes; ++m) {
    const auto [sum, count] = sums[m];
    if (count == 0) continue;
    const auto [whole, left] = divide(sum, count);
    const auto [part, rest] = divide(uint128{left} * tables.grains_per_step + count / 2, count);
    inexact = inexact || rest != count / 2;
    together += (whole * tables.grains_per_step + part) * modes.weights[m];
  }
  return mean_grains(together, modes.sum.value(), inexact);
}

/// One site in one period, by words. `Modes`: their number, or 0 where it is only known at run time. Which modes have
/// marks follows no pattern that a processor could foresee, so nothing branches on it.
template <std::size_t Modes>
[[gnu::always_inline]] inline Grains combine_words(const RollUpTables& tables, const std::uint64_t* words,
                                                   int count_bits) {
  const std::size_t modes = Modes == 0 ? tables.modes : Modes;
  const std::uint64_t counts = (std::uint64_t{1} << count_bits) - 1;
  std::size_t set = 0;
  std::uint64_t general = tables.wide_modes ? 1 : 0;
  std::array<std::uint64_t, most_modes> parts;
  for (std::size_t m = 0; m < modes; ++m) {
    const std::uint64_t count = words[m] & counts;
    const std::uint64_t grains = tables.grains_of[std::min<std::uint64_t>(count, RollUpTables::small_counts)];
    const std::uint64_t some = count != 0 ? 1 : 0;
    set |= some << m;
    general |= some & static_cast<std::uint64_t>(grains == 0);
    parts[m] = (words[m] >> count_bits) * grains;
  }
  if (general != 0) [[unlikely]] {
    std::array<MarkSum, most_modes> sums{};
    for (std::size_t m = 0; m < modes; ++m) sums[m] = {words[m] >> count_bits, words[m] & counts};
    return combine_modes(tables, sums.data());
  }
  const RollUpTables::ModeSet& weighed = tables.mode_sets[set];
  std::uint64_t together = weighed.sum.value() / 2;
  for (std::size_t m = 0; m < modes; ++m) together += parts[m] * weighed.weights[m];
  const auto [whole, rest] = weighed.sum(together);
  const auto mean = static_cast<Grains>(whole * 2 | std::uint64_t{rest != weighed.sum.value() / 2});
  return set == 0 ? no_grains : mean;
}

/// The mean of a group of periods; part(i): value of its i-th part.
template <class Part>
Grains mean_of_periods(const RollUpTables& tables, std::size_t parts, Part part) {
  if (parts < tables.counts.size()) [[likely]] {
    std::uint64_t sum = 0, number = 0, flags = 0;
    for (std::size_t i = 0; i < parts; ++i) {
      const Grains value = part(i);
      const std::uint64_t present = value < 0 ? 0 : ~std::uint64_t{0};
      sum += static_cast<std::uint64_t>(value >> 1) & present;
      flags |= static_cast<std::uint64_t>(value) & present;
      number += present & 1;
    }
    const Divisor& divisor = tables.counts[number];
    const auto [whole, rest] = divisor(sum + number / 2);
    return number == 0 ? no_grains : static_cast<Grains>(whole * 2 | (flags & 1) | std::uint64_t{rest != number / 2});
  }
  uint128 sum = 0;
  std::uint64_t number = 0;
  bool inexact = false;
  for (std::size_t i = 0; i < parts; ++i) {
    const Grains value = part(i);
    if (value < 0) continue;
    sum += static_cast<std::uint64_t>(value >> 1);
    inexact = inexact || (value & 1) != 0;
    ++number;
  }
  return number == 0 ? no_grains : mean_grains(sum, number, inexact);
}

/// What a unit's children come to in one period.
struct ChildrenSum {
  uint128 sum = 0;  // grains
  std::uint32_t number = 0, inexact = 0;

  void add(Grains child) {
    if (child < 0) return;
    sum += static_cast<std::uint64_t>(child >> 1);
    ++number;
    inexact += static_cast<std::uint32_t>(child & 1);
  }
  void take(Grains child) {
    if (child < 0) return;
    sum -= static_cast<std::uint64_t>(child >> 1);
    --number;
    inexact -= static_cast<std::uint32_t>(child & 1);
  }
  Grains mean() const { return number == 0 ? no_grains : mean_grains(sum, number, inexact != 0); }
};

}  // namespace aedile::detail
