// Is a text valid UTF-8, and fit to be shown?
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

/// Length in bytes of the character at the start of `text`, which is UTF-8, if it can break a line, command a terminal
/// (C0 and C1 controls, DEL, the line and paragraph separators) or show a line in another order (bidirectional
/// embeddings and isolates); else 0.
inline std::size_t control_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2) return byte(1) >= 0x80 && byte(1) < 0xA0 ? 2 : 0;
  if (byte(0) != 0xE2) return 0;
  const bool separator_or_embedding = byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE;  // U+2028 to U+202E
  const bool isolate = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;                 // U+2066 to U+2069
  return separator_or_embedding || isolate ? 3 : 0;
}

/// Whether an `excerpt` would show something of the text, which is UTF-8, by its bytes.
inline bool has_control_characters(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(1)) {
    if (control_length(text) != 0) return true;
  }
  return false;
}

}  // namespace aedile::detail
