#pragma once
/// Exact fractions of any size: the value of a formula before it is rounded.
///
///   Rational third(1, 3);
///   third * Rational(3) == Rational(1);
///   third.rounded_to<Points>({Rounding::half_up, 2}).to_string() == "0.33";
///   third.to_string() == "1/3";
///
/// Always in lowest terms, denominator positive. A value that was moved from may only be assigned or destroyed.
/// Arithmetic never overflows. While numerator and denominator have 63 bits an operation costs 10 to 30 ns and no
/// memory; beyond, some hundred, growing with the digits. For the millions, `scoring` works with guard digits and comes
/// here when they do not decide.

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
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
  Rational() = default;  ///< zero
  /// A whole number.
  Rational(std::int64_t whole) : numerator_(whole) {
    if (whole == std::numeric_limits<std::int64_t>::min()) *this = Rational(whole, 1);
  }
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

  Rational(const Rational& other)
      : numerator_(other.numerator_),
        denominator_(other.denominator_),
        big_(other.big_ ? copy(*other.big_) : nullptr) {}
  Rational(Rational&&) noexcept = default;
  Rational& operator=(const Rational& other) {
    Rational copied(other);
    return *this = std::move(copied);
  }
  Rational& operator=(Rational&&) noexcept = default;
  ~Rational() = default;

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

  friend bool operator==(const Rational& a, const Rational& b) {
    if (a.big_ || b.big_) return a.compare(b) == 0;
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b) { return a.compare(b) <=> 0; }
  int sign() const;  ///< −1, 0 or 1
  bool is_zero() const { return numerator_ == 0 && !big_; }

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

  /// For `lib/`, which knows what that is.
  struct Impl;

 private:
  struct Free {
    void operator()(Impl* big) const noexcept;
  };
  using Big = std::unique_ptr<Impl, Free>;
  static Big copy(const Impl& big);
  int compare(const Rational& other) const;
  std::int64_t rounded_scaled(int kind_places, MarkRounding rounding) const;
  bool exact_scaled(int kind_places, std::int64_t& scaled) const;

  // In lowest terms; `big_` only where a part does not fit into 63 bits and a sign, and the two are 0 ÷ 1 then.
  std::int64_t numerator_ = 0, denominator_ = 1;
  Big big_;
};

/// As to_string.
std::ostream& operator<<(std::ostream& out, const Rational& value);

}  // namespace aedile
