// What every number that is rounded asks: which power of ten, and which way?
#pragma once

#include <array>

#include "aedile/core/decimal.h"

namespace aedile::detail {

inline constexpr int max_decimal_places = 18;  // 10^18 is the largest power of ten in 64 bits with sign

inline constexpr std::array<std::int64_t, max_decimal_places + 1> powers_of_ten = [] {
  std::array<std::int64_t, max_decimal_places + 1> powers{};
  std::int64_t power = 1;
  for (int i = 0; i <= max_decimal_places; ++i) {
    powers[i] = power;
    if (i < max_decimal_places) power *= 10;
  }
  return powers;
}();

/// Whether a value between two steps goes to the one farther from zero. There is a rest. `odd`: the step nearer to zero
/// is an odd one; `against_half`: the rest compared with half a step, as <, = or > 0.
constexpr bool goes_away_from_zero(Rounding mode, bool negative, bool odd, int against_half) {
  switch (mode) {
    case Rounding::half_up:
      return against_half >= 0;
    case Rounding::half_even:
      return against_half > 0 || (against_half == 0 && odd);
    case Rounding::down:
      return false;
    case Rounding::up:
      return true;
    case Rounding::floor:
      return negative;
  }
  return false;
}

}  // namespace aedile::detail
