// Random values of the core's types for RapidCheck, rich in the edges where such code breaks.
#pragma once

#include <rapidcheck/gtest.h>

#include <cstdint>
#include <limits>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"
#include "aedile/core/period.h"
#include "aedile/core/rational.h"

namespace aedile::test {

inline constexpr Rounding all_roundings[] = {Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up,
                                             Rounding::floor};
inline constexpr PeriodKind derived_kinds[] = {PeriodKind::day,        PeriodKind::week,  PeriodKind::third_of_month,
                                               PeriodKind::half_month, PeriodKind::month, PeriodKind::quarter,
                                               PeriodKind::half_year,  PeriodKind::year};

/// Any 64-bit number: small, huge, or next to the ends of the range.
inline rc::Gen<std::int64_t> any_int64() {
  using Limits = std::numeric_limits<std::int64_t>;
  return rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-1000, 1000),
                        rc::gen::inRange<std::int64_t>(Limits::min(), Limits::min() + 10),
                        rc::gen::inRange<std::int64_t>(Limits::max() - 10, Limits::max()),
                        rc::gen::just(Limits::max()));
}

/// Numbers at, or one step beside, a multiple of half of 10^digits: where rounding decides.
inline rc::Gen<std::int64_t> near_tie(int digits) {
  std::int64_t half = 5;
  for (int i = 1; i < digits; ++i) half *= 10;
  if (digits == 0) return any_int64();
  return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(-100'000, 100'000), rc::gen::inRange(-1, 2)),
                      [half](const auto& p) { return p.first % (4'000'000'000'000'000'000 / half) * half + p.second; });
}

inline rc::Gen<Rounding> any_rounding() {
  return rc::gen::elementOf(std::vector<Rounding>(std::begin(all_roundings), std::end(all_roundings)));
}

inline rc::Gen<Rational> any_rational() {
  return rc::gen::map(rc::gen::pair(any_int64(), rc::gen::nonZero<std::int64_t>()),
                      [](const auto& p) { return Rational(p.first, p.second); });
}

/// Any day of the years 1–9999, often near now or at a month's end.
inline rc::Gen<Date> any_date() {
  const auto from_first = [](int day) { return Date::of(1, 1, 1)->plus_days(day); };
  return rc::gen::oneOf(
      rc::gen::map(rc::gen::inRange(0, 3'652'059), from_first),
      rc::gen::map(rc::gen::inRange(700'000, 760'000), from_first),
      rc::gen::map(rc::gen::inRange(0, 3'652'059), [=](int day) { return from_first(day).last_of_month(); }));
}

}  // namespace aedile::test
