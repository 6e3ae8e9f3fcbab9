// 128-bit integers for intermediate results: `__extension__` keeps -Wpedantic quiet about this compiler extension.
#pragma once

#include <cstdint>

namespace aedile::detail {

__extension__ typedef __int128 int128;            // NOLINT(modernize-use-using): takes no __extension__
__extension__ typedef unsigned __int128 uint128;  // NOLINT(modernize-use-using)

struct Division {
  uint128 quotient;
  std::uint64_t rest;
};

/// dividend ÷ divisor, divisor > 0. The compiler divides 128 bits by a call that costs several times the machine's own
/// instructions.
inline Division divide(uint128 dividend, std::uint64_t divisor) {
  const auto high = static_cast<std::uint64_t>(dividend >> 64);
  const auto low = static_cast<std::uint64_t>(dividend);
  if (high == 0) return {low / divisor, low % divisor};
#if defined(__x86_64__)
  // As by hand: the high digit first, what is left of it before the low one.
  std::uint64_t quotient = 0, rest = 0;
  __asm__("divq %4" : "=a"(quotient), "=d"(rest) : "a"(low), "d"(high % divisor), "r"(divisor) : "cc");
  return {uint128{high / divisor} << 64 | quotient, rest};
#else
  const uint128 quotient = dividend / divisor;
  return {quotient, static_cast<std::uint64_t>(dividend - quotient * divisor)};
#endif
}

/// The same where the quotient is known to be below 2^64: one instruction.
[[gnu::always_inline]] inline Division divide_briefly(uint128 dividend, std::uint64_t divisor) {
#if defined(__x86_64__)
  std::uint64_t quotient = 0, rest = 0;
  __asm__("divq %4"
          : "=a"(quotient), "=d"(rest)
          : "a"(static_cast<std::uint64_t>(dividend)), "d"(static_cast<std::uint64_t>(dividend >> 64)), "r"(divisor)
          : "cc");
  return {quotient, rest};
#else
  return divide(dividend, divisor);
#endif
}

}  // namespace aedile::detail
