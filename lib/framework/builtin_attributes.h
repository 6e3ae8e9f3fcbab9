// The attributes of findings that exist without declaration, in the order of AttributeCodes.
#pragma once

#include <array>
#include <string_view>

namespace aedile::detail {

struct BuiltinAttribute {
  std::string_view name;
  bool flag;  ///< its values are yes and no, and "no" unless given
};

inline constexpr std::array<BuiltinAttribute, 7> builtin_attributes{{{"severity", false},
                                                                     {"location", false},
                                                                     {"source", false},
                                                                     {"repeat", true},
                                                                     {"overdue", true},
                                                                     {"media", true},
                                                                     {"corrected", true}}};

/// In the order of their codes, 1 and 2.
inline constexpr std::array<std::string_view, 2> flag_values{"yes", "no"};

constexpr const BuiltinAttribute* find_builtin(std::string_view name) {
  for (const BuiltinAttribute& attribute : builtin_attributes) {
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

}  // namespace aedile::detail
