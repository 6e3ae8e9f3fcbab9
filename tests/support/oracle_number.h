#pragma once
// The oracle's numbers: fractions, how they are rounded, and the roots a geometric mean needs. All by whole numbers.

#include <boost/multiprecision/cpp_int.hpp>
#include <utility>
#include <vector>

#include "aedile/core/decimal.h"
#include "aedile/core/rational.h"

namespace aedile::test {

using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;

template <class Tag, int Places>
Fraction fraction(Decimal<Tag, Places> value) {
  return Fraction(Whole(value.scaled()), Whole(Decimal<Tag, Places>::unit));
}

/// The largest whole number not above the value.
Whole floor_of(const Fraction& value);

/// The value brought to a multiple of 10^-places.
Fraction rounded(const Fraction& value, MarkRounding rounding);

/// F · (Π s^w)^(1 ÷ Σ w), brought to a multiple of 10^-places; shares and F are not negative, the weights positive.
Fraction rounded_geometric_mean(const Fraction& full, const std::vector<std::pair<Fraction, Fraction>>& shares_weights,
                                MarkRounding rounding);

/// A value that is a whole number of the decimal's steps. Throws std::logic_error if it is not.
template <class D>
D decimal(const Fraction& value) {
  const Fraction steps = value * Fraction(Whole(D::unit));
  if (denominator(steps) != 1) throw std::logic_error("oracle: not a decimal");
  return D::from_scaled(static_cast<std::int64_t>(numerator(steps)));
}

Rational rational(const Fraction& value);

}  // namespace aedile::test
