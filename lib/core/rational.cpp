#include "aedile/core/rational.h"

#include <algorithm>
#include <limits>

#include "core/decimal_text.h"
#include "core/excerpt.h"
#include "core/messages.h"
#include "core/rational_impl.h"
#include "core/rounding.h"

namespace aedile {

namespace mp = boost::multiprecision;

namespace detail {

cpp_int power_of_ten(int exponent) {
  if (exponent < 0) throw ContractError("Rational: negative number of places");
  if (exponent <= max_decimal_places) return powers_of_ten[exponent];
  return mp::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

cpp_int rounded_steps(const cpp_rational& value, int places, Rounding mode) {
  const cpp_int divisor = mp::denominator(value);
  const cpp_int dividend = mp::numerator(value) * power_of_ten(places);
  cpp_int quotient;
  cpp_int rest;  // of the dividend's sign
  mp::divide_qr(dividend, divisor, quotient, rest);
  if (rest.is_zero()) return quotient;

  const bool negative = dividend.sign() < 0;
  const cpp_int doubled = 2 * mp::abs(rest);
  const bool away = goes_away_from_zero(mode, negative, mp::bit_test(mp::abs(quotient), 0), doubled.compare(divisor));
  if (away) quotient += negative ? -1 : 1;
  return quotient;
}

std::int64_t to_int64(const cpp_int& value) {
  if (value < std::numeric_limits<std::int64_t>::min() || value > std::numeric_limits<std::int64_t>::max()) {
    throw OverflowError("Rational: the value is outside the range of its decimal");
  }
  return value.convert_to<std::int64_t>();
}

}  // namespace detail

using detail::cpp_int;
using detail::cpp_rational;
using detail::Fraction;

namespace {

constexpr std::int64_t max_digits = 1000;
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

/// Digits as a number. Boost reads a leading zero as octal, so those go first.
cpp_int to_integer(std::string_view digits) {
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return digits.empty() ? cpp_int(0) : cpp_int(std::string(digits));
}

Result<Rational> not_a_number(std::string_view text) {
  return {Place{}, messages::bad_number, {detail::excerpt(text)}};
}

Result<Rational> too_long(std::string_view text) {
  return {Place{}, messages::too_many_digits, {detail::excerpt(text), std::to_string(max_digits)}};
}

Result<Rational> parse_fraction(std::string_view text, std::size_t slash) {
  std::string_view numerator = text.substr(0, slash);
  std::string_view denominator = text.substr(slash + 1);
  const bool negative = numerator.substr(0, 1) == "-";
  if (negative || numerator.substr(0, 1) == "+") numerator.remove_prefix(1);
  const std::string_view above = detail::take_digits(numerator);
  const std::string_view below = detail::take_digits(denominator);
  if (above.empty() || !numerator.empty() || below.empty() || !denominator.empty()) return not_a_number(text);
  if (below.find_first_not_of('0') == std::string_view::npos) return not_a_number(text);
  if (above.size() > max_digits || below.size() > max_digits) return too_long(text);
  cpp_rational value(to_integer(above), to_integer(below));
  return detail::to_rational(negative ? cpp_rational(-value) : value);
}

Result<Rational> parse_decimal(std::string_view text) {
  const std::optional<detail::DecimalText> number = detail::read_decimal_text(text);
  if (!number) return not_a_number(text);
  const std::optional<detail::DigitSpan> span = detail::digit_span(*number);
  if (!span) return Rational();
  const std::int64_t decimals = std::max<std::int64_t>(-span->last, 0);
  if (decimals >= max_digits || span->first + decimals >= max_digits) return too_long(text);

  std::string digits;  // from the first one that is not zero down to 10^-decimals
  number->for_each_digit([&](int digit, std::int64_t weight) {
    if (weight <= span->first && weight >= -decimals) digits += static_cast<char>('0' + digit);
  });
  digits.resize(static_cast<std::size_t>(span->first + decimals + 1), '0');
  cpp_rational value(to_integer(digits), detail::power_of_ten(static_cast<int>(decimals)));
  return detail::to_rational(number->negative ? cpp_rational(-value) : value);
}

/// value · 10^places, rounded, places at most max_decimal_places. False where that has more than 64 bits.
bool small_steps(const Fraction& value, MarkRounding rounding, std::int64_t& steps) {
  const bool negative = value.sign() < 0;
  const auto magnitude = static_cast<std::uint64_t>(negative ? -value.numerator() : value.numerator());
  const auto below = static_cast<std::uint64_t>(value.denominator());
  const auto power = static_cast<std::uint64_t>(detail::powers_of_ten[rounding.places]);
  const detail::Division divided = detail::divide(detail::uint128{magnitude} * power, below);
  if (divided.quotient >= static_cast<std::uint64_t>(most)) return false;
  auto quotient = static_cast<std::int64_t>(divided.quotient);
  if (divided.rest != 0) {
    const std::uint64_t to_next = below - divided.rest;
    const int against_half = divided.rest < to_next ? -1 : static_cast<int>(divided.rest > to_next);
    if (detail::goes_away_from_zero(rounding.mode, negative, quotient % 2 != 0, against_half)) ++quotient;
  }
  steps = negative ? -quotient : quotient;
  return true;
}

}  // namespace

// ---- the two forms --------------------------------------------------------------------------------------------------

void Rational::Free::operator()(Impl* big) const noexcept { delete big; }
Rational::Big Rational::copy(const Impl& big) { return Big(new Impl(big)); }

Rational Rational::Impl::of(cpp_rational value) {
  const cpp_int &above = mp::numerator(value), &below = mp::denominator(value);
  Rational made;
  if (below <= most && above <= most && above >= -most) {
    made.numerator_ = above.convert_to<std::int64_t>();
    made.denominator_ = below.convert_to<std::int64_t>();
  } else {
    made.big_ = Big(new Impl{std::move(value)});
  }
  return made;
}

Rational Rational::Impl::of(const Fraction& small) {
  Rational made;
  made.numerator_ = small.numerator();
  made.denominator_ = small.denominator();
  return made;
}

cpp_rational Rational::Impl::unlimited(const Rational& value) {
  return value.big_ ? value.big_->value : cpp_rational(value.numerator_, value.denominator_);
}

template <class Small, class Large>
Rational& Rational::Impl::become(Rational& a, const Rational& b, Small small_operation, Large large_operation) {
  if (is_small(a) && is_small(b)) {
    Fraction result;
    if (small_operation(small(a), small(b), result)) {
      a.numerator_ = result.numerator();
      a.denominator_ = result.denominator();
      return a;
    }
  }
  return a = of(large_operation(unlimited(a), unlimited(b)));
}

// ---- making ---------------------------------------------------------------------------------------------------------

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw ContractError("Rational: denominator 0");
  if (numerator < -most || denominator < -most) {
    const cpp_int sign = denominator < 0 ? -1 : 1;
    *this = Impl::of(cpp_rational(cpp_int(numerator) * sign, cpp_int(denominator) * sign));
  } else {
    *this = Impl::of(denominator < 0 ? Fraction(-numerator, -denominator) : Fraction(numerator, denominator));
  }
}

Result<Rational> Rational::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash == std::string_view::npos ? parse_decimal(text) : parse_fraction(text, slash);
}

// ---- arithmetic -----------------------------------------------------------------------------------------------------

Rational& Rational::operator+=(const Rational& other) {
  if (is_zero()) return *this = other;
  return Impl::become(*this, other, Fraction::add,
                      [](const cpp_rational& a, const cpp_rational& b) { return cpp_rational(a + b); });
}
Rational& Rational::operator-=(const Rational& other) {
  return Impl::become(
      *this, other, [](const Fraction& a, const Fraction& b, Fraction& result) { return Fraction::add(a, -b, result); },
      [](const cpp_rational& a, const cpp_rational& b) { return cpp_rational(a - b); });
}
Rational& Rational::operator*=(const Rational& other) {
  return Impl::become(*this, other, Fraction::multiply,
                      [](const cpp_rational& a, const cpp_rational& b) { return cpp_rational(a * b); });
}
Rational& Rational::operator/=(const Rational& other) {
  if (other.is_zero()) throw ContractError("Rational: division by zero");
  return Impl::become(
      *this, other,
      [](const Fraction& a, const Fraction& b, Fraction& result) {
        return Fraction::multiply(a, b.reciprocal(), result);
      },
      [](const cpp_rational& a, const cpp_rational& b) { return cpp_rational(a / b); });
}
Rational Rational::operator-() const {
  if (big_) return Impl::of(cpp_rational(-big_->value));
  return Impl::of(-Impl::small(*this));
}

int Rational::sign() const { return big_ ? big_->value.sign() : Impl::small(*this).sign(); }
int Rational::compare(const Rational& other) const {
  if (big_ || other.big_) return Impl::unlimited(*this).compare(Impl::unlimited(other));
  const auto order = Impl::small(*this) <=> Impl::small(other);
  return order < 0 ? -1 : static_cast<int>(order > 0);
}

// ---- rounding -------------------------------------------------------------------------------------------------------

std::int64_t Rational::rounded_scaled(int kind_places, MarkRounding rounding) const {
  if (rounding.places < 0 || rounding.places > kind_places) {
    throw ContractError("Rational: rounded to places that the decimal does not have");
  }
  std::int64_t scaled = 0;
  if (!big_ && small_steps(Impl::small(*this), rounding, scaled) &&
      !__builtin_mul_overflow(scaled, detail::powers_of_ten[kind_places - rounding.places], &scaled)) {
    return scaled;
  }
  const cpp_int steps = detail::rounded_steps(Impl::unlimited(*this), rounding.places, rounding.mode);
  return detail::to_int64(steps * detail::power_of_ten(kind_places - rounding.places));
}

bool Rational::exact_scaled(int kind_places, std::int64_t& scaled) const {
  const cpp_rational value = Impl::unlimited(*this) * detail::power_of_ten(kind_places);
  const cpp_int steps = mp::numerator(value);
  if (mp::denominator(value) != 1 || steps < std::numeric_limits<std::int64_t>::min() ||
      steps > std::numeric_limits<std::int64_t>::max()) {
    return false;
  }
  scaled = steps.convert_to<std::int64_t>();
  return true;
}

Rational Rational::rounded(MarkRounding rounding) const {
  std::int64_t steps = 0;
  if (!big_ && rounding.places >= 0 && rounding.places <= detail::max_decimal_places &&
      small_steps(Impl::small(*this), rounding, steps)) {
    return Rational(steps, detail::powers_of_ten[rounding.places]);
  }
  return detail::to_rational(cpp_rational(detail::rounded_steps(Impl::unlimited(*this), rounding.places, rounding.mode),
                                          detail::power_of_ten(rounding.places)));
}

// ---- text -----------------------------------------------------------------------------------------------------------

std::string Rational::numerator() const { return big_ ? mp::numerator(big_->value).str() : std::to_string(numerator_); }
std::string Rational::denominator() const {
  return big_ ? mp::denominator(big_->value).str() : std::to_string(denominator_);
}

std::string Rational::to_string() const {
  std::string result = numerator();
  if (const std::string below = denominator(); below != "1") result += '/' + below;
  return result;
}

std::string Rational::to_decimal_string(int max_places) const {
  const cpp_int unit = detail::power_of_ten(max_places);
  const cpp_rational value = mp::abs(Impl::unlimited(*this));
  const cpp_int steps = detail::rounded_steps(value, max_places, Rounding::down);
  const bool cut = cpp_rational(steps, unit) != value;

  std::string digits = steps.str();
  const auto places = static_cast<std::size_t>(max_places);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  std::string fraction = digits.substr(digits.size() - places);
  digits.resize(digits.size() - places);
  while (!cut && !fraction.empty() && fraction.back() == '0') fraction.pop_back();

  std::string result = sign() < 0 ? "-" : "";
  result += digits;
  if (!fraction.empty()) result += '.' + fraction;
  if (cut) result += "…";
  return result;
}

std::ostream& operator<<(std::ostream& out, const Rational& value) { return out << value.to_string(); }

}  // namespace aedile
