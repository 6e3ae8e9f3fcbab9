// Distances between coordinates, in whole numbers throughout.
#include <algorithm>

#include "aedile/inspection/route.h"
#include "core/int128.h"

namespace aedile {

namespace {

/// 1.0 as a fixed point number of 62 binary places.
constexpr detail::int128 one = detail::int128{1} << 62;
/// π / 3.6 · 10^9, times 2^92: from twice an angle in steps of 10^-7 degree to radians.
constexpr std::int64_t radians_of_double_angle = 4'321'225'925'559'567'452;
/// 6,371,008.8 m · π / 180 · 10^-7 in nanometres: one step of latitude.
constexpr std::int64_t nanometres_a_step = 11'119'508;
constexpr std::int64_t half_circle = 1'800'000'000;

/// The cosine of half the sum of two latitudes, by its series: the last term, x^22 / 22!, is below 2^-54.
detail::int128 cosine_of_mean(std::int64_t sum_of_latitudes) {
  const detail::int128 x = (detail::int128{sum_of_latitudes} * radians_of_double_angle) >> 30;
  const detail::int128 square = (x * x) >> 62;
  detail::int128 sum = one;
  detail::int128 term = one;
  for (int k = 1; k <= 11; ++k) {
    term = ((term * square) >> 62) / ((2 * k - 1) * (2 * k));
    sum += k % 2 == 0 ? term : -term;
  }
  return std::max<detail::int128>(sum, 0);
}

/// The whole part of the root, digit by binary digit.
detail::int128 square_root(detail::int128 value) {
  detail::int128 root = 0;
  for (detail::int128 step = detail::int128{1} << 62; step > 0; step >>= 1) {
    const detail::int128 larger = root + step;
    if (larger * larger <= value) root = larger;
  }
  return root;
}

}  // namespace

std::int64_t metres_between(const Coordinates& a, const Coordinates& b) {
  const std::int64_t south_north = a.latitude.scaled() - b.latitude.scaled();
  std::int64_t west_east = a.longitude.scaled() - b.longitude.scaled();
  // The shorter way round.
  if (west_east > half_circle) west_east -= 2 * half_circle;
  if (west_east < -half_circle) west_east += 2 * half_circle;
  const detail::int128 y = detail::int128{south_north} * nanometres_a_step;
  const detail::int128 x =
      (detail::int128{west_east} * nanometres_a_step * cosine_of_mean(a.latitude.scaled() + b.latitude.scaled())) >> 62;
  constexpr std::int64_t nanometres_a_metre = 1'000'000'000;
  return static_cast<std::int64_t>((square_root(x * x + y * y) + nanometres_a_metre / 2) / nanometres_a_metre);
}

}  // namespace aedile
