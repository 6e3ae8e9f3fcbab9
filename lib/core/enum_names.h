// The names of an enumeration, once, for both directions.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "aedile/core/exceptions.h"

namespace aedile::detail {

template <class Enum>
struct EnumName {
  Enum value;
  std::string_view name;
};

/// The name of a value. Throws ContractError for a value that is none of the enumeration's.
template <class Enum, std::size_t Count>
std::string_view name_of(const std::array<EnumName<Enum>, Count>& names, Enum value) {
  for (const auto& entry : names) {
    if (entry.value == value) return entry.name;
  }
  throw ContractError("to_string: not a value of the enumeration");
}

template <class Enum, std::size_t Count>
std::optional<Enum> value_of(const std::array<EnumName<Enum>, Count>& names, std::string_view text) {
  for (const auto& entry : names) {
    if (entry.name == text) return entry.value;
  }
  return std::nullopt;
}

}  // namespace aedile::detail
