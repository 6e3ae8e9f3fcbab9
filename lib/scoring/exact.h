#pragma once
/// The arithmetic of guarded.h in exact fractions: always decided, some hundred times slower.

#include "core/int128.h"
#include "core/rational_impl.h"

namespace aedile::detail {

class ExactArithmetic {
 public:
  using Value = cpp_rational;
  static constexpr bool exact = true;

  static bool undecided() { return false; }
  void reset() {}
  void give_up() {}

  static Value scaled9(std::int64_t scaled) { return Value(scaled, 1'000'000'000); }
  static Value rational(const Rational& value) { return value.impl().value; }
  static Value add(const Value& a, const Value& b) { return a + b; }
  static Value sub(const Value& a, const Value& b) { return a - b; }
  static Value negative(const Value& a) { return -a; }
  static Value times(const Value& a, std::int64_t whole) { return a * whole; }
  static Value ratio(const Value& a, std::int64_t numerator, std::int64_t denominator) {
    return a * Value(numerator, denominator);
  }
  static Value ratio_wide(const Value& a, int128 numerator, int128 denominator) {
    return a * Value(cpp_int(numerator), cpp_int(denominator));
  }
  static Value mul_div(const Value& a, const Value& b, const Value& c) { return a * b / c; }
  static int compare(const Value& a, const Value& b) { return a.compare(b); }
  static int sign(const Value& a) { return a.sign(); }
  static bool is_zero(const Value& a) { return a.is_zero(); }
  static bool is_one(const Value& a) { return a == 1; }
  /// Throws OverflowError outside the range of 9-place decimals.
  static std::int64_t round9(const Value& a, MarkRounding rounding) {
    return to_int64(rounded_steps(a, rounding.places, rounding.mode) * power_of_ten(9 - rounding.places));
  }
  static Value rounded(const Value& a, MarkRounding rounding) {
    return Value(rounded_steps(a, rounding.places, rounding.mode), power_of_ten(rounding.places));
  }
};

}  // namespace aedile::detail
