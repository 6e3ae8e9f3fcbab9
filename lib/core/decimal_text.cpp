#include "core/decimal_text.h"

#include <algorithm>

namespace aedile::detail {

namespace {

constexpr std::int64_t exponent_limit = 1'000'000'000'000'000;

bool take_one_of(std::string_view& text, std::string_view characters) {
  if (text.empty() || characters.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/// True if there was a minus.
bool take_sign(std::string_view& text) {
  const bool negative = !text.empty() && text.front() == '-';
  take_one_of(text, "+-");
  return negative;
}

}  // namespace

std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

std::optional<DecimalText> read_decimal_text(std::string_view text) {
  DecimalText number;
  number.negative = take_sign(text);
  number.whole = take_digits(text);
  if (number.whole.empty()) return std::nullopt;
  if (take_one_of(text, ".")) {
    number.fraction = take_digits(text);
    if (number.fraction.empty()) return std::nullopt;
  }
  if (take_one_of(text, "eE")) {
    const bool negative = take_sign(text);
    const std::string_view digits = take_digits(text);
    if (digits.empty()) return std::nullopt;
    std::int64_t exponent = 0;
    for (const char c : digits) exponent = std::min(exponent * 10 + (c - '0'), exponent_limit);
    number.exponent = negative ? -exponent : exponent;
  }
  if (!text.empty()) return std::nullopt;
  return number;
}

std::optional<DigitSpan> digit_span(const DecimalText& number) {
  std::optional<DigitSpan> span;
  number.for_each_digit([&](int digit, std::int64_t weight) {
    if (digit == 0) return;
    if (!span) span = DigitSpan{weight, weight};
    span->last = weight;
  });
  return span;
}

}  // namespace aedile::detail
