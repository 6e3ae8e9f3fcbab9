// Is a text valid UTF-8?
#pragma once

#include <string_view>

#include "core/excerpt.h"

namespace aedile::detail {

/// Well-formed throughout: no surrogates, no overlong forms, no byte out of place.
inline bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

/// C0 control characters and DEL; in UTF-8 they never occur inside longer sequences.
inline bool has_control_characters(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  }
  return false;
}

}  // namespace aedile::detail
