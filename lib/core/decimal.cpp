#include "aedile/core/decimal.h"

#include <algorithm>
#include <array>

#include "core/decimal_text.h"
#include "core/excerpt.h"
#include "core/messages.h"
#include "core/rounding.h"

namespace aedile {

namespace {

constexpr std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

void require_places(int places) {
  if (places < 0 || places > detail::max_decimal_places) throw ContractError("Decimal: places must be 0 to 18");
}

}  // namespace

std::string_view to_string(Rounding rounding) {
  switch (rounding) {
    case Rounding::half_up:
      return "half_up";
    case Rounding::half_even:
      return "half_even";
    case Rounding::down:
      return "down";
    case Rounding::up:
      return "up";
    case Rounding::floor:
      return "floor";
  }
  return "";
}

std::optional<Rounding> parse_rounding(std::string_view text) {
  for (const Rounding rounding :
       {Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up, Rounding::floor}) {
    if (text == to_string(rounding)) return rounding;
  }
  return std::nullopt;
}

namespace detail {

void overflow(const char* operation) {
  throw OverflowError(std::string("Decimal: the result of ") + operation + " is out of range");
}

Result<std::int64_t> parse_scaled(std::string_view text, int places) {
  require_places(places);
  const std::optional<DecimalText> number = read_decimal_text(text);
  if (!number) return {Place{}, messages::bad_number, {excerpt(text)}};
  const std::optional<DigitSpan> span = digit_span(*number);
  if (!span) return std::int64_t{0};

  constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
  const auto out_of_range = [&]() -> Result<std::int64_t> {
    return {Place{},
            messages::number_range,
            {excerpt(text), print_scaled(lowest, places, 0), print_scaled(highest, places, 0)}};
  };
  if (span->first + places > detail::max_decimal_places) return out_of_range();
  if (span->last + places < 0) return {Place{}, messages::too_many_decimals, {excerpt(text), std::to_string(places)}};

  // At most 19 digits are left, and 10^19 fits into 64 bits without sign.
  std::uint64_t scaled = 0;
  number->for_each_digit([&](int digit, std::int64_t weight) {
    if (digit != 0)
      scaled += static_cast<std::uint64_t>(digit) * static_cast<std::uint64_t>(powers_of_ten[weight + places]);
  });
  if (scaled > magnitude(number->negative ? lowest : highest)) return out_of_range();
  return static_cast<std::int64_t>(number->negative ? 0 - scaled : scaled);
}

std::string print_scaled(std::int64_t scaled, int places, int min_places) {
  require_places(places);
  const std::uint64_t value = magnitude(scaled);
  const auto unit = static_cast<std::uint64_t>(powers_of_ten[places]);
  std::string fraction = std::to_string(value % unit);
  fraction.insert(0, static_cast<std::size_t>(places) - std::min<std::size_t>(fraction.size(), places), '0');
  if (places == 0) fraction.clear();
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  const auto wanted = static_cast<std::size_t>(std::max(min_places, 0));
  if (fraction.size() < wanted) fraction.append(wanted - fraction.size(), '0');

  std::string result = scaled < 0 ? "-" : "";
  result += std::to_string(value / unit);
  if (!fraction.empty()) result += '.' + fraction;
  return result;
}

std::int64_t round_scaled(std::int64_t scaled, int places, int to_places, Rounding mode) {
  require_places(places);
  if (to_places < 0 || to_places > places) throw ContractError("Decimal: rounded to places that it does not have");
  const std::int64_t step = powers_of_ten[places - to_places];
  const std::int64_t quotient = scaled / step;
  const std::uint64_t rest = magnitude(scaled % step);
  if (rest == 0) return scaled;

  const std::uint64_t to_next = static_cast<std::uint64_t>(step) - rest;
  const int against_half = rest < to_next ? -1 : static_cast<int>(rest > to_next);
  const bool away = goes_away_from_zero(mode, scaled < 0, quotient % 2 != 0, against_half);
  // The quotient cannot overflow: there is a rest, so the step is at least 10.
  const std::int64_t steps = quotient + (away ? (scaled < 0 ? -1 : 1) : 0);
  std::int64_t result = 0;
  if (__builtin_mul_overflow(steps, step, &result)) overflow("rounding");
  return result;
}

}  // namespace detail

}  // namespace aedile
