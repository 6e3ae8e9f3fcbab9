#include "scoring/guarded.h"

#include "core/rational_impl.h"

namespace aedile::detail {

namespace {

int128 gcd_wide(int128 a, int128 b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

}  // namespace

Guarded GuardedArithmetic::rational(const Rational& value) {
  const cpp_rational fraction = unlimited(value);
  const cpp_int& below = boost::multiprecision::denominator(fraction);
  const cpp_int above = boost::multiprecision::numerator(fraction) * std::int64_t{1'000'000'000'000'000'000};
  const cpp_int steps = above / below;
  if (boost::multiprecision::msb(boost::multiprecision::abs(steps) + 1) > 120) return lost();
  return {steps.convert_to<int128>(), steps * below == above ? 0u : 1u};
}

Guarded GuardedArithmetic::ratio_wide(const Value& a, int128 numerator, int128 denominator) {
  if (denominator <= 0) return lost();
  const int128 divisor = gcd_wide(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  if (bits(numerator) > 62 || bits(denominator) > 62) return lost();
  return ratio(a, static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

Guarded GuardedArithmetic::mul_div(const Value& a, const Value& b, const Value& c) {
  if (b.error != 0 || c.error != 0) return lost();
  return ratio_wide(a, b.steps, c.steps);
}

std::int64_t GuardedArithmetic::round9_any(const Value& a, MarkRounding rounding) {
  const auto step = static_cast<std::int64_t>(steps_of_place[rounding.places]);
  const bool negative = a.steps < 0;
  const Division division =
      divide(static_cast<uint128>(negative ? -a.steps : a.steps), static_cast<std::uint64_t>(step));
  auto quotient = static_cast<int128>(division.quotient);
  auto rest = static_cast<std::int64_t>(division.rest);
  if (negative) {
    quotient = -quotient;
    if (rest != 0) {
      --quotient;
      rest = step - rest;
    }
  }
  // Now value = quotient + rest ÷ step, 0 ≤ rest < step, give or take the error.
  const auto error = static_cast<std::int64_t>(a.error);
  const std::int64_t half = step / 2;
  bool up = false;
  switch (rounding.mode) {
    case Rounding::half_up:
    case Rounding::half_even:
      if (error != 0 && (rest > half ? rest - half : half - rest) <= error) undecided_ = true;
      up = rest > half;
      // step is 10^9 or more, so a half is a whole number of steps and a tie is seen exactly.
      if (rest == half) up = rounding.mode == Rounding::half_up ? a.steps > 0 : (quotient & 1) != 0;
      break;
    case Rounding::down:
    case Rounding::up:
    case Rounding::floor:
      if (error != 0 && (rest <= error || step - rest <= error)) undecided_ = true;
      if (rest != 0) up = rounding.mode != Rounding::floor && (rounding.mode == Rounding::up) == (a.steps > 0);
      break;
  }
  if (up) ++quotient;
  const int128 scaled = quotient * powers_of_ten[9 - rounding.places];
  const auto result = static_cast<std::int64_t>(scaled);
  if (result != scaled) undecided_ = true;  // exact fractions will name the node
  return result;
}

}  // namespace aedile::detail
