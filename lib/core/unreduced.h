#pragma once
/// A value under way to a Rational: brought to lowest terms when it is read, or when it grows too long, not after every
/// operation. Common divisors are what small fractions cost most.

#include "core/rational_impl.h"

namespace aedile::detail {

class Unreduced {
 public:
  explicit Unreduced(const Rational& value = {}) { adopt(value); }

  void times(const Rational& factor) {
    if (Rational::Impl::is_small(factor)) {
      const Fraction small = Rational::Impl::small(factor);
      times(small.numerator(), small.denominator());
    } else {
      adopt(value() * factor);
    }
  }
  /// numerator ÷ denominator times, neither of them −2^63; denominator > 0.
  void times(std::int64_t numerator, std::int64_t denominator) {
    if (narrow()) {
      above_ = int128{static_cast<std::int64_t>(above_)} * numerator;
      below_ = int128{static_cast<std::int64_t>(below_)} * denominator;
    } else {
      adopt(value() * Rational(numerator, denominator));
    }
  }
  /// divisor ≠ 0.
  void over(const Rational& divisor) {
    if (Rational::Impl::is_small(divisor)) {
      const Fraction turned = Rational::Impl::small(divisor).reciprocal();
      times(turned.numerator(), turned.denominator());
    } else {
      adopt(value() / divisor);
    }
  }
  void plus(const Rational& summand) {
    if (Rational::Impl::is_small(summand) && narrow()) {
      plus(Rational::Impl::small(summand));
    } else {
      adopt(value() + summand);
    }
  }

  Rational value() {
    if (!small_) return large_;
    settle();
    if (fits(above_) && fits(below_))
      return Rational::Impl::of(
          Fraction::reduced(static_cast<std::int64_t>(above_), static_cast<std::int64_t>(below_)));
    return to_rational(cpp_rational(cpp_int(above_), cpp_int(below_)));
  }

 private:
  static bool fits(int128 part) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    return part <= most && part >= -most;
  }
  /// Whether there are two parts of 64 bits: what may be multiplied by one more.
  bool narrow() {
    if (!small_) return false;
    if (fits(above_) && fits(below_)) return true;
    settle();
    return fits(above_) && fits(below_);
  }
  /// The greatest common divisor of two numbers above 0; often one of them is.
  static std::int64_t shared(std::int64_t a, std::int64_t b) {
    const std::int64_t rest = a % b;
    if (rest == 0) return b;
    return static_cast<std::int64_t>(std::gcd(static_cast<std::uint64_t>(rest), static_cast<std::uint64_t>(b)));
  }
  /// To lowest terms.
  void settle() {
    uint128 divisor = static_cast<uint128>(below_), rest = static_cast<uint128>(above_ < 0 ? -above_ : above_);
    while ((divisor | rest) >> 64 != 0 && rest != 0) {
      const uint128 next = divisor % rest;
      divisor = rest;
      rest = next;
    }
    if (divisor >> 64 == 0) divisor = std::gcd(static_cast<std::uint64_t>(rest), static_cast<std::uint64_t>(divisor));
    if (divisor == 1) return;
    above_ /= static_cast<int128>(divisor);
    below_ /= static_cast<int128>(divisor);
  }
  void adopt(const Rational& value) {
    small_ = Rational::Impl::is_small(value);
    if (small_) {
      above_ = Rational::Impl::small(value).numerator();
      below_ = Rational::Impl::small(value).denominator();
    } else {
      large_ = value;
    }
  }
  /// Where it is narrow: the parts stay below 2^127.
  void plus(const Fraction& summand) {
    const auto above = static_cast<std::int64_t>(above_), below = static_cast<std::int64_t>(below_);
    const std::int64_t other = summand.denominator();
    if (below == other) {
      above_ += summand.numerator();
      return;
    }
    const std::int64_t common = shared(below, other);
    above_ = int128{above} * (other / common) + int128{summand.numerator()} * (below / common);
    below_ = int128{below} * (other / common);
  }

  bool small_ = true;             // else `large_` counts
  int128 above_ = 0, below_ = 1;  // below > 0, both within ±(2^127 − 1)
  Rational large_;
};

}  // namespace aedile::detail
