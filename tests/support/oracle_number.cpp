#include "support/oracle_number.h"

#include <stdexcept>

#include "core/rational_impl.h"

namespace aedile::test {

namespace {

Whole power(const Whole& base, unsigned exponent) { return boost::multiprecision::pow(base, exponent); }

Fraction power(const Fraction& base, unsigned exponent) {
  return Fraction(power(numerator(base), exponent), power(denominator(base), exponent));
}

Fraction step_of(int places) { return Fraction(Whole(1), power(Whole(10), static_cast<unsigned>(places))); }

// Between `below` and `below + 1` steps: which? `side` says where the value lies against the middle, `exact` that it is
// below itself.
Whole choose(const Whole& below, bool exact, int side, bool negative, Rounding mode) {
  if (exact) return below;
  const Whole above = below + 1;
  switch (mode) {
    case Rounding::floor:
      return below;
    case Rounding::down:
      return negative ? above : below;
    case Rounding::up:
      return negative ? below : above;
    case Rounding::half_up:
      return side > 0 || (side == 0 && !negative) ? above : below;
    case Rounding::half_even:
      return side > 0 || (side == 0 && below % 2 != 0) ? above : below;
  }
  throw std::logic_error("oracle: a rounding mode it does not know");
}

}  // namespace

Whole floor_of(const Fraction& value) {
  Whole quotient = numerator(value) / denominator(value);
  if (Fraction(quotient) > value) quotient -= 1;
  return quotient;
}

Fraction rounded(const Fraction& value, MarkRounding rounding) {
  const Fraction step = step_of(rounding.places);
  const Fraction steps = value / step;
  const Whole below = floor_of(steps);
  const int side = (steps - Fraction(below)).compare(Fraction(Whole(1), Whole(2)));
  return Fraction(choose(below, Fraction(below) == steps, side, value < 0, rounding.mode)) * step;
}

Fraction rounded_geometric_mean(const Fraction& full, const std::vector<std::pair<Fraction, Fraction>>& shares_weights,
                                MarkRounding rounding) {
  // Weights as whole numbers without a common divisor: their sum is the degree of the root.
  Whole common_denominator = 1;
  for (const auto& [share, weight] : shares_weights) common_denominator = lcm(common_denominator, denominator(weight));
  Whole common_divisor = 0;
  for (const auto& [share, weight] : shares_weights) {
    common_divisor = gcd(common_divisor, numerator(weight * Fraction(common_denominator)));
  }
  unsigned degree = 0;
  Fraction radicand = 1;
  for (const auto& [share, weight] : shares_weights) {
    const auto exponent = static_cast<unsigned>(numerator(weight * Fraction(common_denominator)) / common_divisor);
    radicand *= power(share, exponent);
    degree += exponent;
  }
  const Fraction step = step_of(rounding.places);
  radicand *= power(Fraction(full / step), degree);

  // below = floor(radicand^(1 ÷ degree)), by halving.
  Whole below = 0;
  Whole above = 1;
  while (Fraction(power(above, degree)) <= radicand) above *= 2;
  while (above - below > 1) {
    const Whole middle = (below + above) / 2;
    (Fraction(power(middle, degree)) <= radicand ? below : above) = middle;
  }
  const bool exact = Fraction(power(below, degree)) == radicand;
  const Whole two_below_plus_one = 2 * below + 1;
  const int side = (radicand * Fraction(power(Whole(2), degree))).compare(Fraction(power(two_below_plus_one, degree)));
  return Fraction(choose(below, exact, side, false, rounding.mode)) * step;
}

Rational rational(const Fraction& value) { return detail::to_rational(value); }

}  // namespace aedile::test
