// What a Rational is made of. Boost stays behind this header; only `lib/` includes it.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "aedile/core/rational.h"

namespace aedile {

struct Rational::Impl {
  boost::multiprecision::cpp_rational value;
};

namespace detail {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

/// 10^exponent, exponent ≥ 0.
cpp_int power_of_ten(int exponent);

/// The whole number that `mode` makes of value · 10^places, places ≥ 0.
cpp_int rounded_steps(const cpp_rational& value, int places, Rounding mode);

/// The value as 64 bits. Throws OverflowError.
std::int64_t to_int64(const cpp_int& value);

}  // namespace detail

}  // namespace aedile
