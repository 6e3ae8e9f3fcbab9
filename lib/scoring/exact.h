#pragma once
/// The arithmetic of guarded.h in exact fractions: always decided, some ten times slower.

#include "core/int128.h"
#include "core/unreduced.h"

namespace aedile::detail {

class ExactArithmetic {
 public:
  using Value = Rational;
  static constexpr bool exact = true;

  static bool undecided() { return false; }
  void reset() {}
  void give_up() {}

  static Value scaled9(std::int64_t scaled) {
    return scaled % Points::unit == 0 ? Value(scaled / Points::unit) : Value(scaled, Points::unit);
  }
  static const Value& rational(const Rational& value) { return value; }
  static Value fraction(int128 numerator, int128 denominator) {
    return to_rational(cpp_rational(cpp_int(numerator), cpp_int(denominator)));
  }
  static Value add(const Value& a, const Value& b) { return a + b; }
  static Value sub(const Value& a, const Value& b) { return a - b; }
  static Value negative(const Value& a) { return -a; }
  static Value times(const Value& a, std::int64_t whole) { return a * whole; }
  static Value ratio(const Value& a, std::int64_t numerator, std::int64_t denominator) {
    return mul_div(a, Value(numerator), Value(denominator));
  }
  static Value ratio_wide(const Value& a, int128 numerator, int128 denominator) {
    return a * fraction(numerator, denominator);
  }
  static Value mul_div(const Value& a, const Value& b, const Value& c) {
    Unreduced result(a);
    result.times(b);
    result.over(c);
    return result.value();
  }
  static int compare(const Value& a, const Value& b) {
    const std::strong_ordering order = a <=> b;
    return order < 0 ? -1 : static_cast<int>(order > 0);
  }
  static int sign(const Value& a) { return a.sign(); }
  static bool is_zero(const Value& a) { return a.is_zero(); }
  static bool is_one(const Value& a) { return a == Value(1); }
  /// Throws OverflowError outside the range of 9-place decimals.
  static std::int64_t round9(const Value& a, MarkRounding rounding) { return a.rounded_to<Points>(rounding).scaled(); }
  static Value rounded(const Value& a, MarkRounding rounding) { return a.rounded(rounding); }
};

}  // namespace aedile::detail
