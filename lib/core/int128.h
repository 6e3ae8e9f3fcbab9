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
/// instruction, which is right whenever the quotient fits 64 bits.
inline Division divide(uint128 dividend, std::uint64_t divisor) {
  const auto high = static_cast<std::uint64_t>(dividend >> 64);
  const auto low = static_cast<std::uint64_t>(dividend);
  if (high == 0) return {low / divisor, low % divisor};
#if defined(__x86_64__)
  if (high < divisor) {
    std::uint64_t quotient = 0, rest = 0;
    __asm__("divq %4" : "=a"(quotient), "=d"(rest) : "a"(low), "d"(high), "r"(divisor) : "cc");
    return {quotient, rest};
  }
#endif
  const uint128 quotient = dividend / divisor;
  return {quotient, static_cast<std::uint64_t>(dividend - quotient * divisor)};
}

}  // namespace aedile::detail
