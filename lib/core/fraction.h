#pragma once
/// Exact fractions of 64-bit parts: what nearly every Rational is. An operation either gives the fraction in lowest
/// terms or says that a part of it does not fit; then the same work can be done without a limit (rational_impl.h).

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

/// Both parts within ±(2^63 − 1), also those it is made of.
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
  /// Of parts that are in lowest terms already, denominator > 0.
  static constexpr Fraction reduced(std::int64_t numerator, std::int64_t denominator) {
    Fraction made;
    made.numerator_ = numerator;
    made.denominator_ = denominator;
    return made;
  }

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }  ///< > 0, nothing in common with the numerator
  bool is_zero() const { return numerator_ == 0; }
  int sign() const { return numerator_ < 0 ? -1 : static_cast<int>(numerator_ > 0); }

  /// a · b. False, with nothing done, where a part does not fit.
  static bool multiply(const Fraction& a, const Fraction& b, Fraction& product) {
    const std::int64_t left = shared(a.numerator_, b.denominator_), right = shared(b.numerator_, a.denominator_);
    return product.set(int128{a.numerator_ / left} * (b.numerator_ / right),
                       int128{a.denominator_ / right} * (b.denominator_ / left));
  }
  /// a + b, likewise.
  static bool add(const Fraction& a, const Fraction& b, Fraction& sum) {
    const std::int64_t common = shared(a.denominator_, b.denominator_);
    const int128 above =
        int128{a.numerator_} * (b.denominator_ / common) + int128{b.numerator_} * (a.denominator_ / common);
    // Only what the denominators share can be shared with the sum.
    const std::int64_t rest = common == 1 ? 1 : shared(rest_of(above, common), common);
    return sum.set(rest == 1 ? above : above / rest, int128{a.denominator_ / common} * (b.denominator_ / rest));
  }
  /// 1 ÷ itself; not of 0.
  Fraction reciprocal() const {
    return numerator_ < 0 ? reduced(-denominator_, -numerator_) : reduced(denominator_, numerator_);
  }
  Fraction operator-() const { return reduced(-numerator_, denominator_); }

  // These throw FractionTooLarge.
  friend Fraction operator*(const Fraction& a, const Fraction& b) { return fitting(multiply, a, b); }
  friend Fraction operator+(const Fraction& a, const Fraction& b) { return fitting(add, a, b); }
  friend Fraction operator-(const Fraction& a, const Fraction& b) { return a + -b; }
  friend Fraction operator/(const Fraction& a, const Fraction& b) { return a * b.reciprocal(); }  ///< b ≠ 0
  Fraction& operator+=(const Fraction& other) { return *this = *this + other; }
  Fraction& operator-=(const Fraction& other) { return *this = *this - other; }
  Fraction& operator*=(const Fraction& other) { return *this = *this * other; }

  friend bool operator==(const Fraction&, const Fraction&) = default;
  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    return int128{a.numerator_} * b.denominator_ <=> int128{b.numerator_} * a.denominator_;
  }

 private:
  /// The greatest common divisor; of 0 and b, b. b > 0.
  static std::int64_t shared(std::int64_t a, std::int64_t b) {
    if (b == 1) return 1;
    const std::uint64_t magnitude = a < 0 ? 0 - static_cast<std::uint64_t>(a) : static_cast<std::uint64_t>(a);
    const auto divisor = static_cast<std::uint64_t>(b);
    return static_cast<std::int64_t>(std::gcd(magnitude % divisor, divisor));
  }
  static std::int64_t rest_of(int128 value, std::int64_t divisor) {
    const auto small = static_cast<std::int64_t>(value);  // 128 bits are divided by a call
    return small == value ? small % divisor : static_cast<std::int64_t>(value % divisor);
  }
  bool set(int128 numerator, int128 denominator) {
    constexpr int128 most = std::numeric_limits<std::int64_t>::max();
    if (numerator > most || numerator < -most || denominator > most) return false;
    numerator_ = static_cast<std::int64_t>(numerator);
    denominator_ = static_cast<std::int64_t>(denominator);
    return true;
  }
  template <class Operation>
  static Fraction fitting(Operation operation, const Fraction& a, const Fraction& b) {
    Fraction made;
    if (!operation(a, b, made)) throw FractionTooLarge();
    return made;
  }

  std::int64_t numerator_ = 0, denominator_ = 1;
};

inline Fraction abs(const Fraction& value) { return value.sign() < 0 ? -value : value; }

}  // namespace aedile::detail
