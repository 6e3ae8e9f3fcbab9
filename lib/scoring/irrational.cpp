#include "scoring/irrational.h"

#include <boost/multiprecision/cpp_dec_float.hpp>

#include "core/rational_impl.h"

namespace aedile::detail {
namespace {

namespace mp = boost::multiprecision;
using Float = mp::cpp_dec_float_100;

Float to_float(const cpp_rational& value) { return Float(mp::numerator(value)) / Float(mp::denominator(value)); }

/// The whole part of a number that is not negative. (Boost's conversion of 0 negates the least exponent.)
cpp_int whole_part(const Float& value) { return value < 1 ? cpp_int(0) : mp::floor(value).convert_to<cpp_int>(); }

/// base^exponent modulo a prime below 2^62; a denominator divisible by the prime makes the answer useless: nothing.
std::optional<std::uint64_t> power_modulo(const cpp_rational& base, std::int64_t exponent, std::uint64_t prime) {
  const cpp_int below = mp::denominator(base) % prime;
  if (below.is_zero()) return std::nullopt;
  const cpp_int modulus = prime;
  const cpp_int inverse = mp::powm(below, cpp_int(prime - 2), modulus);
  cpp_int residue = mp::numerator(base) % modulus * inverse % modulus;
  if (residue < 0) residue += modulus;
  return mp::powm(residue, cpp_int(exponent), modulus).convert_to<std::uint64_t>();
}

/// Whether bound^Σweight = full^Σweight · Π share^weight. Equal numbers have equal residues; numbers that agree to 85
/// digits and in the residues of three 61-bit primes are taken as equal.
bool is_exactly(const cpp_rational& bound, const std::vector<std::pair<Rational, std::int64_t>>& parts,
                std::int64_t total) {
  for (const std::uint64_t prime : {2305843009213693951ull, 2305843009213693921ull, 2305843009213693907ull}) {
    const std::optional<std::uint64_t> left = power_modulo(bound, total, prime);
    if (!left) continue;
    cpp_int right = 1;
    bool known = true;
    for (const auto& [share, weight] : parts) {
      const std::optional<std::uint64_t> factor = power_modulo(unlimited(share), weight, prime);
      if (!factor) {
        known = false;
        break;
      }
      right = right * *factor % prime;
    }
    if (known && right != *left) return false;
  }
  return true;
}

}  // namespace

Rational geometric_mean(const Rational& full, const std::vector<std::pair<Rational, std::int64_t>>& parts,
                        MarkRounding rounding) {
  if (full.is_zero()) return full;
  Float logarithm = 0;
  std::int64_t total = 0;
  for (const auto& [share, weight] : parts) {
    logarithm += Float(weight) * mp::log(to_float(unlimited(share)));
    total += weight;
  }
  const Float steps =
      to_float(unlimited(full)) * mp::exp(logarithm / Float(total)) * Float(power_of_ten(rounding.places));
  // Only near a number where the rounding turns (a whole or a half step) can the last digits of `steps` matter. There
  // the value is either that number itself, which residues tell, or on the side that `steps` shows.
  const cpp_int doubled = whole_part(2 * steps + Float(0.5));
  const cpp_rational turn(doubled, 2);
  const Float tolerance = mp::pow(Float(10), -85) * (1 + steps);
  cpp_rational decided;
  if (mp::abs(steps - to_float(turn)) <= tolerance &&
      is_exactly(turn / cpp_rational(power_of_ten(rounding.places)) / unlimited(full), parts, total)) {
    decided = turn;
  } else {
    // A stand-in on the same side of every turning point.
    decided = cpp_rational(whole_part(steps * mp::pow(Float(10), 60)), power_of_ten(60));
    if (decided == turn) decided += steps < to_float(turn) ? cpp_rational(-1, 4) : cpp_rational(1, 4);
  }
  return to_rational(cpp_rational(rounded_steps(decided, 0, rounding.mode), power_of_ten(rounding.places)));
}

std::pair<Rational, Rational> wilson_interval(const Rational& k, const Rational& n, int confidence) {
  // Two-sided quantiles of the normal distribution.
  const Float z(confidence == 90   ? "1.644853626951472714863848907991632136083195744275"
                : confidence == 99 ? "2.575829303548900760966176798225172036823037936506"
                                   : "1.959963984540054235524594430520551527955550077869");
  const Float successes = to_float(unlimited(k));
  const Float size = to_float(unlimited(n));
  const Float share = successes / size;
  const Float z2 = z * z;
  const Float centre = share + z2 / (2 * size);
  const Float spread = z * mp::sqrt(share * (1 - share) / size + z2 / (4 * size * size));
  const Float scale = 1 + z2 / size;
  const auto per_cent = [&](const Float& end) {
    const Float clipped = end < 0 ? Float(0) : end > 1 ? Float(1) : end;
    return to_rational(cpp_rational(whole_part(clipped * 100'000'000 + Float(0.5)), 1'000'000));
  };
  return {per_cent((centre - spread) / scale), per_cent((centre + spread) / scale)};
}

}  // namespace aedile::detail
