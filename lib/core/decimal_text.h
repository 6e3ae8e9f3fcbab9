// The grammar of decimal text, shared by fixed point and fractions: JSON's numbers, plus a leading '+' and leading
// zeros. No locale. One pass, so texts of any length and exponents of any size are safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace aedile::detail {

/// A number as written: ± whole.fraction · 10^exponent.
struct DecimalText {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
  std::int64_t exponent = 0;  ///< saturated at ± 10^15, far beyond the length of any text

  /// Calls `take(digit, weight)` for every digit from the left, weight being its power of ten.
  template <class Take>
  void for_each_digit(Take take) const {
    std::int64_t weight = static_cast<std::int64_t>(whole.size()) + exponent;
    for (const char c : whole) take(c - '0', --weight);
    for (const char c : fraction) take(c - '0', --weight);
  }
};

/// Powers of ten of the first and the last digit that is not zero.
struct DigitSpan {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// Nothing if `text` is not a number. Cost: O(text), as of `digit_span`.
std::optional<DecimalText> read_decimal_text(std::string_view text);

/// Nothing if the number is zero.
std::optional<DigitSpan> digit_span(const DecimalText& number);

/// The digits at the start of `text`, which are removed from it.
std::string_view take_digits(std::string_view& text);

}  // namespace aedile::detail
