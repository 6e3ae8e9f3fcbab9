#pragma once
/// Arithmetic with guard digits: a value in steps of 10^-18 and a bound on its error, also in steps. Exact as long as
/// only sums and products of decimals occur (error 0); a quotient adds at most one step. A comparison or a rounding
/// that the bound leaves open, and any number too large, set `undecided`: the caller then starts again with exact
/// fractions (exact.h), which has the same members.

#include <cstdint>
#include <numeric>

#include "aedile/core/rational.h"
#include "core/int128.h"
#include "framework/program.h"

namespace aedile::detail {

struct Guarded {
  /// Eight bytes are alignment enough, and keep a state at 80 bytes instead of 112.
  typedef int128 PackedInt128 __attribute__((aligned(8)));  // NOLINT(modernize-use-using): the attribute needs it
  PackedInt128 steps = 0;
  std::uint64_t error = 0;
};
static_assert(sizeof(Guarded) == 24);

/// Σ value · weight for weights and numbers of terms within max_plain_coefficient and max_plain_parts: no room to
/// overflow unless `wide` says so.
struct WeightedSum {
  int128 steps = 0;
  std::uint64_t error = 0;
  bool wide = false;

  void add(const Guarded& value, std::int64_t weight) {
    wide |= !is_small(value.steps) || value.error >= max_error;
    steps += value.steps * weight;  // < 2^78 · 2^38, 2^10 times
    error += value.error * static_cast<std::uint64_t>(weight);
  }

  /// One of the terms was `before` and is `now`. The error may go down on the way to the sum of all changes.
  void change(const Guarded& before, const Guarded& now, std::int64_t weight) {
    wide |= !is_small(now.steps) || now.error >= max_error;
    steps += (now.steps - before.steps) * weight;
    error += (now.error - before.error) * static_cast<std::uint64_t>(weight);
  }
  /// The changes of another, made to this.
  void change(const WeightedSum& other) {
    wide |= other.wide;
    steps += other.steps;
    error += other.error;
  }

 private:
  static constexpr std::uint64_t max_error = std::uint64_t{1} << 14;
  /// Below 2^78 in size: 300,000 points. One comparison, where counting bits takes several.
  static bool is_small(int128 a) {
    return static_cast<std::uint64_t>(static_cast<uint128>(a) >> 64) + (std::uint64_t{1} << 14) <
           (std::uint64_t{1} << 15);
  }
};

/// What the parts of a plain node sum to without any observation. A visit changes some of them, and need not look at
/// the others.
struct PartsSum {
  WeightedSum total;
  WeightedSum changes;       // by the visit that is being scored
  std::int64_t weights = 0;  // of the parts that count
  bool known = false;
  bool spoiled = false;  // by this visit: a part lost or found its mark, or counts no longer in full
};

class GuardedArithmetic {
 public:
  using Value = Guarded;
  using Sum = WeightedSum;
  static constexpr bool exact = false;

  bool undecided() const { return undecided_; }
  void reset() { undecided_ = false; }
  void give_up() { undecided_ = true; }

  /// A sum that is not wide; lost where its error is too large to be of use.
  [[gnu::always_inline]] Value sum(const WeightedSum& total) {
    return total.error > max_error ? lost() : Value{total.steps, total.error};
  }

  /// From a decimal with 9 places.
  static Value scaled9(std::int64_t scaled) { return {int128{scaled} * 1'000'000'000, 0}; }
  Value rational(const Rational& value);

  [[gnu::always_inline]] Value add(const Value& a, const Value& b) {
    Value sum{a.steps + b.steps, a.error + b.error};
    if (!narrow(sum.steps) && bits(sum.steps) > 124) return lost();
    if (sum.error > max_error) return lost();
    return sum;
  }
  Value sub(const Value& a, const Value& b) { return add(a, {-b.steps, b.error}); }
  Value negative(const Value& a) { return {-a.steps, a.error}; }
  [[gnu::always_inline]] Value times(const Value& a, std::int64_t whole) {
    if (!(narrow(a.steps) && magnitude(whole) < (std::uint64_t{1} << 32)) && bits(a.steps) + bits(whole) > 124)
      return lost();
    if (a.error == 0) return {a.steps * whole, 0};
    const uint128 error = uint128{a.error} * magnitude(whole);
    if (error > max_error) return lost();
    return {a.steps * whole, static_cast<std::uint64_t>(error)};
  }
  /// a · numerator ÷ denominator, denominator > 0.
  [[gnu::always_inline]] Value ratio(const Value& a, std::int64_t numerator, std::int64_t denominator) {
    if (numerator == denominator) return a;
    const Value product = numerator == 1 ? a : times(a, numerator);
    const bool negative = product.steps < 0;
    const Division division = divide(static_cast<uint128>(negative ? -product.steps : product.steps),
                                     static_cast<std::uint64_t>(denominator));
    const auto quotient = static_cast<int128>(division.quotient);
    const std::uint64_t inexact = division.rest != 0 ? 1 : 0;
    if (product.error == 0) return {negative ? -quotient : quotient, inexact};
    return {negative ? -quotient : quotient, product.error / static_cast<std::uint64_t>(denominator) + 1 + inexact};
  }
  /// The same with wider numbers, which must shrink to 64 bits in lowest terms.
  Value ratio_wide(const Value& a, int128 numerator, int128 denominator);
  /// a · b ÷ c, for b and c that are exact decimals, c > 0.
  Value mul_div(const Value& a, const Value& b, const Value& c);

  /// < 0, 0, > 0.
  [[gnu::always_inline]] int compare(const Value& a, const Value& b) {
    const int128 difference = a.steps - b.steps;
    const std::uint64_t error = a.error + b.error;
    if (error != 0 && (difference < 0 ? -difference : difference) <= error) undecided_ = true;
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
  }
  int sign(const Value& a) { return compare(a, {}); }
  bool is_zero(const Value& a) { return sign(a) == 0; }
  static bool is_one(const Value& a) { return a.error == 0 && a.steps == one; }

  /// Rounded, as a decimal with 9 places.
  [[gnu::always_inline]] std::int64_t round9(const Value& a, MarkRounding rounding) {
    // What is nearly always asked for: half up, of a number that is not negative and has an answer of 64 bits.
    const std::uint64_t step = steps_of_place[rounding.places];
    const auto high = static_cast<std::uint64_t>(static_cast<uint128>(a.steps) >> 64);
    if (rounding.mode != Rounding::half_up || high >= step / 4) return round9_any(a, rounding);
    const Division division = divide(static_cast<uint128>(a.steps), step);
    const std::uint64_t rest = static_cast<std::uint64_t>(division.rest), half = step / 2;
    if (a.error != 0 && (rest > half ? rest - half : half - rest) <= a.error) undecided_ = true;
    const auto rounded = static_cast<std::int64_t>(division.quotient) + (rest >= half ? 1 : 0);
    std::int64_t scaled = 0;
    if (__builtin_mul_overflow(rounded, powers_of_ten[9 - rounding.places], &scaled)) undecided_ = true;
    return scaled;
  }
  Value rounded(const Value& a, MarkRounding rounding) { return scaled9(round9(a, rounding)); }

 private:
  static constexpr std::int64_t powers_of_ten[] = {1,       10,        100,        1'000,       10'000,
                                                   100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
  /// By places: 10^18 ÷ 10^places.
  static constexpr std::uint64_t steps_of_place[] = {1'000'000'000'000'000'000,
                                                     100'000'000'000'000'000,
                                                     10'000'000'000'000'000,
                                                     1'000'000'000'000'000,
                                                     100'000'000'000'000,
                                                     10'000'000'000'000,
                                                     1'000'000'000'000,
                                                     100'000'000'000,
                                                     10'000'000'000,
                                                     1'000'000'000};
  std::int64_t round9_any(const Value& a, MarkRounding rounding);

  static constexpr int128 one = int128{1'000'000'000} * 1'000'000'000;
  static constexpr std::uint64_t max_error = 1'000'000'000;

  static std::uint64_t magnitude(std::int64_t a) {
    return a < 0 ? 0 - static_cast<std::uint64_t>(a) : static_cast<std::uint64_t>(a);
  }
  static int bits(std::int64_t a) { return 64 - __builtin_clzll(magnitude(a) | 1); }
  static int bits(int128 a) {
    const uint128 m = a < 0 ? 0 - static_cast<uint128>(a) : static_cast<uint128>(a);
    const auto high = static_cast<std::uint64_t>(m >> 64);
    return high ? 128 - __builtin_clzll(high) : 64 - __builtin_clzll(static_cast<std::uint64_t>(m) | 1);
  }
  /// Below 2^90 in size: a billion points.
  static bool narrow(int128 a) {
    return static_cast<std::uint64_t>(static_cast<uint128>(a) >> 64) + (std::uint64_t{1} << 26) <
           (std::uint64_t{1} << 27);
  }
  Value lost() {
    undecided_ = true;
    return {};
  }

  bool undecided_ = false;
};

/// What a part adds to the sum of its parent.
[[gnu::always_inline]] inline void add_share(GuardedArithmetic& arithmetic, WeightedSum& sum, const NodeProgram& parent,
                                             const Link& link, const Guarded& value) {
  if (parent.divides) [[unlikely]]
    sum.add(arithmetic.ratio(value, link.coefficient, link.divisor), 1);
  else
    sum.add(value, link.coefficient);
}
[[gnu::always_inline]] inline void change_share(GuardedArithmetic& arithmetic, WeightedSum& sum,
                                                const NodeProgram& parent, const Link& link, const Guarded& before,
                                                const Guarded& now) {
  if (parent.divides) [[unlikely]] {
    sum.change(arithmetic.ratio(before, link.coefficient, link.divisor),
               arithmetic.ratio(now, link.coefficient, link.divisor), 1);
  } else {
    sum.change(before, now, link.coefficient);
  }
}

}  // namespace aedile::detail
