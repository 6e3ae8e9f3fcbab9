#pragma once
/// Exact fractions of any size: the value of a formula before it is rounded.
///
///   Rational third(1, 3);
///   third * Rational(3) == Rational(1);
///   third.rounded_to<Points>({Rounding::half_up, 2}).to_string() == "0.33";
///   third.to_string() == "1/3";
///
/// Always in lowest terms, denominator positive. A value that was moved from may only be assigned or destroyed.
/// Arithmetic never overflows; cost grows with the digits (about 100 ns an operation on small values). For the
/// millions, `scoring` works with guard digits and comes here when they do not decide.

#include <compare>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "aedile/core/decimal.h"

namespace aedile {

/// A fraction; a value of any size.
class Rational {
 public:
  Rational();                    ///< zero
  Rational(std::int64_t whole);  ///< a whole number
  /// Would silently drop the fraction: parse text instead.
  template <std::floating_point F>
  Rational(F) = delete;
  /// Throws ContractError if `denominator` is 0.
  Rational(std::int64_t numerator, std::int64_t denominator);
  /// Exactly that decimal.
  template <class Tag, int Places>
  explicit Rational(Decimal<Tag, Places> d) : Rational(d.scaled(), Decimal<Tag, Places>::unit) {}
  /// "5", "-2/3" or decimal text "0.25", "1e-3". Errors: bad_number (0 as denominator too), too_many_digits (more than
  /// 1000 in numerator or denominator, as written or implied by the exponent).
  static Result<Rational> parse(std::string_view text);

  Rational(const Rational&);
  Rational(Rational&&) noexcept;
  Rational& operator=(const Rational&);
  Rational& operator=(Rational&&) noexcept;
  ~Rational();

  Rational& operator+=(const Rational&);
  Rational& operator-=(const Rational&);
  Rational& operator*=(const Rational&);
  /// Throws ContractError on division by zero.
  Rational& operator/=(const Rational&);
  friend Rational operator+(Rational a, const Rational& b) { return std::move(a += b); }
  friend Rational operator-(Rational a, const Rational& b) { return std::move(a -= b); }
  friend Rational operator*(Rational a, const Rational& b) { return std::move(a *= b); }
  friend Rational operator/(Rational a, const Rational& b) { return std::move(a /= b); }
  Rational operator-() const;

  friend bool operator==(const Rational& a, const Rational& b) { return a.compare(b) == 0; }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b) { return a.compare(b) <=> 0; }
  int sign() const;  ///< −1, 0 or 1
  bool is_zero() const { return sign() == 0; }

  /// The nearest decimal of that kind, rounded once. Throws OverflowError outside its range, ContractError if
  /// `rounding.places` exceeds the kind's.
  template <class D>
  D rounded_to(MarkRounding rounding) const {
    return D::from_scaled(rounded_scaled(D::places, rounding));
  }
  /// The decimal of that kind if it is exactly one; else nothing.
  template <class D>
  std::optional<D> exactly() const {
    std::int64_t scaled = 0;
    if (!exact_scaled(D::places, scaled)) return std::nullopt;
    return D::from_scaled(scaled);
  }
  /// Rounded to `places` decimals, as a fraction again: a rounding that is part of a formula. places ≥ 0.
  Rational rounded(MarkRounding rounding) const;

  std::string numerator() const;    ///< decimal digits with sign
  std::string denominator() const;  ///< decimal digits
  std::string to_string() const;    ///< "5" or "-2/3"
  /// Decimal text: exact if it ends within `max_places` decimals, else cut there (towards zero) and ended by "…".
  std::string to_decimal_string(int max_places = 9) const;

  /// The implementation, for `lib/`.
  struct Impl;
  const Impl& impl() const { return *impl_; }
  explicit Rational(Impl impl);

 private:
  int compare(const Rational& other) const;
  std::int64_t rounded_scaled(int kind_places, MarkRounding rounding) const;
  bool exact_scaled(int kind_places, std::int64_t& scaled) const;

  std::unique_ptr<Impl> impl_;
};

/// As to_string.
std::ostream& operator<<(std::ostream& out, const Rational& value);

}  // namespace aedile
