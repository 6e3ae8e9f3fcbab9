#include "scoring/explain_numbers.h"

namespace aedile::detail {

namespace {

constexpr int places = 9;
constexpr int per_cent_places = 4;
constexpr std::size_t short_digits = 9;

std::string true_minus(const std::string& text) { return text.starts_with('-') ? "−" + text.substr(1) : text; }

bool ends_within(const Rational& value, int decimals) { return value.rounded({Rounding::down, decimals}) == value; }

}  // namespace

std::string written(const Rational& value) { return true_minus(value.to_decimal_string(places)); }

std::string with_sign(const Rational& value) { return (value.sign() > 0 ? "+" : "") + written(value); }

std::string short_fraction(const Rational& value) {
  if (ends_within(value, places)) return {};
  const std::string fraction = value.to_string();
  return fraction.size() <= short_digits ? true_minus(fraction) : std::string();
}

std::string written_exactly(const Rational& value) {
  const std::string fraction = short_fraction(value);
  return fraction.empty() ? written(value) : written(value) + " (" + fraction + ")";
}

std::string share_written(const Rational& share) {
  const Rational per_cent = share * Rational(100);
  if (!ends_within(per_cent, per_cent_places)) {
    const std::string fraction = share.to_string();
    if (fraction.size() <= short_digits) return true_minus(fraction);
  }
  return per_cent_written(per_cent);
}

std::string per_cent_written(const Rational& per_cent) {
  return true_minus(per_cent.to_decimal_string(per_cent_places)) + "%";
}

}  // namespace aedile::detail
