#pragma once
/// Exact fractions of 64-bit parts: many times as fast as the unlimited ones of rational_impl.h, and thrown out of
/// where a part does not fit, so that the same work can be done again with those.

#include <compare>
#include <cstdint>
#include <exception>
#include <limits>
#include <numeric>

#include "core/int128.h"

namespace aedile::detail {

struct FractionTooLarge : std::exception {
  const char* what() const noexcept override { return "a fraction of more than 64 bits"; }
};

class Fraction {
 public:
  constexpr Fraction() = default;
  constexpr Fraction(std::int64_t whole) : numerator_(whole) {}  // NOLINT(google-explicit-constructor): as a number
  /// denominator > 0.
  Fraction(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t common = shared(numerator, denominator);
    numerator_ = numerator / common;
    denominator_ = denominator / common;
  }

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }  ///< > 0, nothing in common with the numerator
  bool is_zero() const { return numerator_ == 0; }
  int sign() const { return numerator_ < 0 ? -1 : static_cast<int>(numerator_ > 0); }

  friend Fraction operator*(const Fraction& a, const Fraction& b) {
    const std::int64_t left = shared(a.numerator_, b.denominator_), right = shared(b.numerator_, a.denominator_);
    return of(int128{a.numerator_ / left} * (b.numerator_ / right),
              int128{a.denominator_ / right} * (b.denominator_ / left));
  }
  /// b ≠ 0.
  friend Fraction operator/(const Fraction& a, const Fraction& b) {
    return a *
           (b.numerator_ < 0 ? of(-int128{b.denominator_}, -int128{b.numerator_}) : of(b.denominator_, b.numerator_));
  }
  friend Fraction operator+(const Fraction& a, const Fraction& b) {
    const std::int64_t common = shared(a.denominator_, b.denominator_);
    const int128 sum =
        int128{a.numerator_} * (b.denominator_ / common) + int128{b.numerator_} * (a.denominator_ / common);
    // Only what the denominators share can be shared with the sum.
    const std::int64_t rest = common == 1 ? 1 : shared(static_cast<std::int64_t>(sum % common), common);
    return of(sum / rest, int128{a.denominator_ / common} * (b.denominator_ / rest));
  }
  Fraction operator-() const { return of(-int128{numerator_}, denominator_); }
  friend Fraction operator-(const Fraction& a, const Fraction& b) { return a + -b; }
  Fraction& operator+=(const Fraction& other) { return *this = *this + other; }
  Fraction& operator-=(const Fraction& other) { return *this = *this - other; }
  Fraction& operator*=(const Fraction& other) { return *this = *this * other; }

  friend bool operator==(const Fraction&, const Fraction&) = default;
  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
    return int128{a.numerator_} * b.denominator_ <=> int128{b.numerator_} * a.denominator_;
  }

 private:
  /// The greatest common divisor; of 0 and b, b. b > 0.
  static std::int64_t shared(std::int64_t a, std::int64_t b) {
    if (b == 1) return 1;
    const std::uint64_t magnitude = a < 0 ? 0 - static_cast<std::uint64_t>(a) : static_cast<std::uint64_t>(a);
    return static_cast<std::int64_t>(std::gcd(magnitude, static_cast<std::uint64_t>(b)));
  }
  static Fraction of(int128 numerator, int128 denominator) {
    constexpr int128 most = std::numeric_limits<std::int64_t>::max();
    if (numerator > most || numerator < -most || denominator > most) throw FractionTooLarge();
    Fraction made;
    made.numerator_ = static_cast<std::int64_t>(numerator);
    made.denominator_ = static_cast<std::int64_t>(denominator);
    return made;
  }

  std::int64_t numerator_ = 0, denominator_ = 1;
};

inline Fraction abs(const Fraction& value) { return value.sign() < 0 ? -value : value; }

}  // namespace aedile::detail
