#include "aedile/core/rational.h"

#include <algorithm>
#include <limits>

#include "core/decimal_text.h"
#include "core/excerpt.h"
#include "core/messages.h"
#include "core/rational_impl.h"

namespace aedile {

namespace mp = boost::multiprecision;

namespace detail {

cpp_int power_of_ten(int exponent) {
  if (exponent < 0) throw ContractError("Rational: negative number of places");
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
  const int against_half = doubled.compare(divisor);
  bool away = false;
  switch (mode) {
    case Rounding::half_up:
      away = against_half >= 0;
      break;
    case Rounding::half_even:
      away = against_half > 0 || (against_half == 0 && mp::bit_test(mp::abs(quotient), 0));
      break;
    case Rounding::down:
      away = false;
      break;
    case Rounding::up:
      away = true;
      break;
    case Rounding::floor:
      away = negative;
      break;
  }
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

namespace {

constexpr std::int64_t max_digits = 1000;

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

Rational make(cpp_rational value) { return Rational(Rational::Impl{std::move(value)}); }

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
  return make(negative ? cpp_rational(-value) : value);
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
  return make(number->negative ? cpp_rational(-value) : value);
}

}  // namespace

Rational::Rational() : impl_(std::make_unique<Impl>()) {}
Rational::Rational(std::int64_t whole) : impl_(std::make_unique<Impl>(Impl{cpp_rational(whole)})) {}
Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw ContractError("Rational: denominator 0");
  cpp_int above(numerator);
  cpp_int below(denominator);
  if (denominator < 0) {
    above = -above;
    below = -below;
  }
  impl_ = std::make_unique<Impl>(Impl{cpp_rational(above, below)});
}
Rational::Rational(Impl impl) : impl_(std::make_unique<Impl>(std::move(impl))) {}

Rational::Rational(const Rational& other) : impl_(other.impl_ ? std::make_unique<Impl>(*other.impl_) : nullptr) {}
Rational::Rational(Rational&&) noexcept = default;
Rational& Rational::operator=(const Rational& other) {
  if (impl_ && other.impl_) {
    impl_->value = other.impl_->value;
  } else {
    impl_ = other.impl_ ? std::make_unique<Impl>(*other.impl_) : nullptr;
  }
  return *this;
}
Rational& Rational::operator=(Rational&&) noexcept = default;
Rational::~Rational() = default;

Result<Rational> Rational::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash == std::string_view::npos ? parse_decimal(text) : parse_fraction(text, slash);
}

Rational& Rational::operator+=(const Rational& other) {
  impl_->value += other.impl_->value;
  return *this;
}
Rational& Rational::operator-=(const Rational& other) {
  impl_->value -= other.impl_->value;
  return *this;
}
Rational& Rational::operator*=(const Rational& other) {
  impl_->value *= other.impl_->value;
  return *this;
}
Rational& Rational::operator/=(const Rational& other) {
  if (other.is_zero()) throw ContractError("Rational: division by zero");
  impl_->value /= other.impl_->value;
  return *this;
}
Rational Rational::operator-() const { return make(-impl_->value); }

int Rational::sign() const { return impl_->value.sign(); }
int Rational::compare(const Rational& other) const { return impl_->value.compare(other.impl_->value); }

std::int64_t Rational::rounded_scaled(int kind_places, MarkRounding rounding) const {
  if (rounding.places < 0 || rounding.places > kind_places) {
    throw ContractError("Rational: rounded to places that the decimal does not have");
  }
  const cpp_int steps = detail::rounded_steps(impl_->value, rounding.places, rounding.mode);
  return detail::to_int64(steps * detail::power_of_ten(kind_places - rounding.places));
}

bool Rational::exact_scaled(int kind_places, std::int64_t& scaled) const {
  const cpp_rational value = impl_->value * detail::power_of_ten(kind_places);
  const cpp_int steps = mp::numerator(value);
  if (mp::denominator(value) != 1 || steps < std::numeric_limits<std::int64_t>::min() ||
      steps > std::numeric_limits<std::int64_t>::max()) {
    return false;
  }
  scaled = steps.convert_to<std::int64_t>();
  return true;
}

Rational Rational::rounded(MarkRounding rounding) const {
  return make(cpp_rational(detail::rounded_steps(impl_->value, rounding.places, rounding.mode),
                           detail::power_of_ten(rounding.places)));
}

std::string Rational::numerator() const { return mp::numerator(impl_->value).str(); }
std::string Rational::denominator() const { return mp::denominator(impl_->value).str(); }

std::string Rational::to_string() const {
  std::string result = numerator();
  if (const std::string below = denominator(); below != "1") result += '/' + below;
  return result;
}

std::string Rational::to_decimal_string(int max_places) const {
  const cpp_int unit = detail::power_of_ten(max_places);
  const cpp_int steps = mp::abs(detail::rounded_steps(impl_->value, max_places, Rounding::down));
  const bool cut = cpp_rational(steps, unit) != mp::abs(impl_->value);

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
