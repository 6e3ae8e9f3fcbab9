// What a Rational is made of. Boost stays behind this header; only `lib/` includes it.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "aedile/core/rational.h"
#include "core/fraction.h"

namespace aedile {

namespace detail {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

}  // namespace detail

/// A fraction that has more than 64 bits, and the ways between the two forms.
struct Rational::Impl {
  detail::cpp_rational value;

  static Rational of(detail::cpp_rational value);
  static Rational of(const detail::Fraction& small);
  static detail::cpp_rational unlimited(const Rational& value);
  static bool is_small(const Rational& value) { return !value.big_; }
  static detail::Fraction small(const Rational& value) {
    return detail::Fraction::reduced(value.numerator_, value.denominator_);
  }
  /// a = what `small` makes of the two where both and the result are small, else what `large` does.
  template <class Small, class Large>
  static Rational& become(Rational& a, const Rational& b, Small small, Large large);
};

namespace detail {

inline Rational to_rational(cpp_rational value) { return Rational::Impl::of(std::move(value)); }
inline cpp_rational unlimited(const Rational& value) { return Rational::Impl::unlimited(value); }
inline cpp_rational unlimited(const Fraction& value) { return {value.numerator(), value.denominator()}; }

/// 10^exponent, exponent ≥ 0.
cpp_int power_of_ten(int exponent);

/// The whole number that `mode` makes of value · 10^places, places ≥ 0.
cpp_int rounded_steps(const cpp_rational& value, int places, Rounding mode);

/// The value as 64 bits. Throws OverflowError.
std::int64_t to_int64(const cpp_int& value);

}  // namespace detail

}  // namespace aedile
