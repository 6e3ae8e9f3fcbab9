#pragma once
/// Numbers as an explanation writes them: exact, with a true minus sign; "…" where the decimals do not end, and then
/// the fraction, if it is short enough to be of use.

#include <string>

#include "aedile/core/decimal.h"
#include "aedile/core/rational.h"

namespace aedile::detail {

std::string written(const Rational& value);    ///< "84.5", "−1.333333333…"
std::string with_sign(const Rational& value);  ///< "+84.5", "−1.333333333…", "0"
/// "4/3" if the decimals do not end and the fraction is short; else "".
std::string short_fraction(const Rational& value);
/// "84.5", or "91.428571428… (640/7)".
std::string written_exactly(const Rational& value);
/// A share as "60%" if that ends within four decimals, else as a fraction if that is short, else cut: "33.3333…%".
std::string share_written(const Rational& share);
/// A number of per cent: "92.5%", "92.3076…%".
std::string per_cent_written(const Rational& per_cent);

template <class Tag, int Places>
std::string written(Decimal<Tag, Places> value) {
  return written(Rational(value));
}

}  // namespace aedile::detail
