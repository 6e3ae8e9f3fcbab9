#pragma once
/// Division by a number that is known beforehand, by multiplication with its reciprocal: several times as fast.

#include <bit>
#include <cstdint>

#include "core/int128.h"

namespace aedile::detail {

class Divisor {
 public:
  static constexpr int most_bits = 62;  ///< of a dividend
  struct Quotient {
    std::uint64_t whole = 0, rest = 0;
  };

  Divisor() : Divisor(1) {}
  /// 1 ≤ divisor < 2^62.
  explicit Divisor(std::uint64_t divisor)
      : divisor_(divisor),
        shift_(static_cast<int>(std::bit_width(divisor)) - 1),
        reciprocal_(static_cast<std::uint64_t>(divide(uint128{1} << (63 + shift_), divisor).quotient)) {}

  std::uint64_t value() const { return divisor_; }

  /// dividend < 2^62. The reciprocal is 2^(63 + shift) ÷ divisor less a fraction, which takes off the quotient less
  /// than dividend ÷ 2^(63 + shift) ≤ 1/2; so it is the whole part or one less.
  Quotient operator()(std::uint64_t dividend) const {
    std::uint64_t whole = static_cast<std::uint64_t>((uint128{dividend << 1} * reciprocal_) >> 64) >> shift_;
    std::uint64_t rest = dividend - whole * divisor_;
    const std::uint64_t more = rest >= divisor_ ? 1 : 0;
    whole += more;
    rest -= more * divisor_;
    return {whole, rest};
  }

 private:
  std::uint64_t divisor_;
  int shift_;
  std::uint64_t reciprocal_;
};

}  // namespace aedile::detail
