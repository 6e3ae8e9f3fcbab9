#pragma once
/// Exact decimal numbers of fixed resolution: points, weights, factors, quantities, money.
///
///   Points full = Points::parse("84.5").value();
///   full - Points::of(1) == Points::parse("83.5").value();
///   full.to_string() == "84.5";       // shortest exact form
///   full.to_string(2) == "84.50";     // at least two decimals
///
/// A value is a 64-bit count of its smallest step (10^-9 for points), so sums are exact and independent of order, and
/// any result outside the range throws `OverflowError` and changes nothing: nothing wraps. Kinds do not mix: points
/// plus money does not compile. There is no conversion from or to binary floating point.
///
///   kind       step     range
///   Points     10^-9    ± 9.2 · 10^9
///   Weight     10^-9    ± 9.2 · 10^9
///   Factor     10^-9    ± 9.2 · 10^9     a plain number: a multiplier, a share
///   Quantity   10^-6    ± 9.2 · 10^12    something measured or counted
///   Money      10^-2    ± 9.2 · 10^16    cents
///
/// Not for quotients (one third has no decimal form): those are `Rational`.

#include <concepts>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "aedile/core/exceptions.h"
#include "aedile/core/result.h"

namespace aedile {

/// How a number between two steps is brought to one of them.
enum class Rounding {
  half_up,    ///< to the nearest; a tie away from zero:  2.5 → 3, −2.5 → −3
  half_even,  ///< to the nearest; a tie to the even step: 2.5 → 2, 3.5 → 4
  down,       ///< towards zero:       2.9 → 2, −2.9 → −2
  up,         ///< away from zero:     2.1 → 3, −2.1 → −3
  floor,      ///< towards −infinity:  2.9 → 2, −2.1 → −3
};

/// The enumerator's name, "half_up", as schemes write it; and back: nothing for any other text.
std::string_view to_string(Rounding rounding);
std::optional<Rounding> parse_rounding(std::string_view text);

namespace detail {
/// Text such as "-12.50" or "1.2e3" as a count of 10^-places, 0 ≤ places ≤ 18. Cost: O(text). Errors: bad_number,
/// too_many_decimals, number_range.
Result<std::int64_t> parse_scaled(std::string_view text, int places);
std::string print_scaled(std::int64_t scaled, int places, int min_places);
std::int64_t round_scaled(std::int64_t scaled, int places, int to_places, Rounding mode);
[[noreturn]] void overflow(const char* operation);
}  // namespace detail

/// One kind of number, told apart from the others by its tag; see the table above. All of it costs O(1).
template <class Tag, int Places>
class Decimal {
 public:
  static constexpr int places = Places;  ///< decimals kept
  /// Smallest steps in 1: 10^places.
  static constexpr std::int64_t unit = [] {
    std::int64_t u = 1;
    for (int i = 0; i < Places; ++i) u *= 10;
    return u;
  }();

  constexpr Decimal() = default;  ///< zero
  /// A whole number. Throws OverflowError outside the range.
  static constexpr Decimal of(std::int64_t whole) {
    std::int64_t scaled = 0;
    if (__builtin_mul_overflow(whole, unit, &scaled)) detail::overflow("of");
    return from_scaled(scaled);
  }
  /// Would silently drop the fraction: parse text instead.
  template <std::floating_point F>
  static Decimal of(F) = delete;
  /// From a count of the smallest step.
  static constexpr Decimal from_scaled(std::int64_t scaled) {
    Decimal d;
    d.scaled_ = scaled;
    return d;
  }
  /// Decimal text with optional sign and exponent. Errors: bad_number, too_many_decimals (digits beyond the resolution
  /// that are not zeros), number_range.
  static Result<Decimal> parse(std::string_view text) {
    Result<std::int64_t> scaled = detail::parse_scaled(text, Places);
    if (!scaled) return scaled.diagnostics();
    return from_scaled(*scaled);
  }
  /// The ends of the range.
  static constexpr Decimal max() { return from_scaled(std::numeric_limits<std::int64_t>::max()); }
  static constexpr Decimal min() { return from_scaled(std::numeric_limits<std::int64_t>::min()); }

  constexpr std::int64_t scaled() const { return scaled_; }  ///< count of the smallest step
  constexpr bool is_zero() const { return scaled_ == 0; }
  /// Exact text: no exponent, no trailing zeros beyond `min_places` decimals.
  std::string to_string(int min_places = 0) const { return detail::print_scaled(scaled_, Places, min_places); }
  /// Rounded to `to_places` decimals, 0 ≤ to_places ≤ places. Throws ContractError outside, OverflowError where the
  /// step away from zero leaves the range.
  Decimal rounded(int to_places, Rounding mode) const {
    return from_scaled(detail::round_scaled(scaled_, Places, to_places, mode));
  }

  friend constexpr bool operator==(Decimal, Decimal) = default;
  friend constexpr auto operator<=>(Decimal, Decimal) = default;

  /// All arithmetic is exact, and throws OverflowError where the result leaves the range.
  constexpr Decimal& operator+=(Decimal other) {
    std::int64_t result = 0;
    if (__builtin_add_overflow(scaled_, other.scaled_, &result)) detail::overflow("+");
    scaled_ = result;
    return *this;
  }
  constexpr Decimal& operator-=(Decimal other) {
    std::int64_t result = 0;
    if (__builtin_sub_overflow(scaled_, other.scaled_, &result)) detail::overflow("-");
    scaled_ = result;
    return *this;
  }
  /// Times a whole number, exact.
  constexpr Decimal& operator*=(std::int64_t times) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(scaled_, times, &result)) detail::overflow("*");
    scaled_ = result;
    return *this;
  }
  template <std::floating_point F>
  Decimal& operator*=(F) = delete;
  friend constexpr Decimal operator+(Decimal a, Decimal b) { return a += b; }
  friend constexpr Decimal operator-(Decimal a, Decimal b) { return a -= b; }
  friend constexpr Decimal operator*(Decimal a, std::int64_t times) { return a *= times; }
  friend constexpr Decimal operator*(std::int64_t times, Decimal a) { return a *= times; }
  template <std::floating_point F>
  friend Decimal operator*(Decimal, F) = delete;
  template <std::floating_point F>
  friend Decimal operator*(F, Decimal) = delete;
  constexpr Decimal operator-() const { return Decimal{} - *this; }

  friend std::ostream& operator<<(std::ostream& out, Decimal d) { return out << d.to_string(); }

 private:
  std::int64_t scaled_ = 0;
};

using Points = Decimal<struct PointsTag, 9>;      ///< marks
using Weight = Decimal<struct WeightTag, 9>;      ///< a share among siblings, ≥ 0 in a sound framework
using Factor = Decimal<struct FactorTag, 9>;      ///< a multiplier, a share
using Quantity = Decimal<struct QuantityTag, 6>;  ///< measured or counted
using Money = Decimal<struct MoneyTag, 2>;        ///< in the currency's unit, to the cent

/// Where and how a value is rounded: mode and number of decimals, 0–9.
struct MarkRounding {
  Rounding mode = Rounding::half_up;
  int places = 9;
  friend bool operator==(const MarkRounding&, const MarkRounding&) = default;
};

}  // namespace aedile

template <class Tag, int Places>
struct std::hash<aedile::Decimal<Tag, Places>> {
  std::size_t operator()(aedile::Decimal<Tag, Places> d) const noexcept {
    return std::hash<std::int64_t>{}(d.scaled());
  }
};
