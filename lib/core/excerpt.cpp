#include "core/excerpt.h"

#include "core/utf8.h"

namespace aedile::detail {

std::size_t utf8_sequence_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  // The second byte's range excludes overlong forms, surrogates and code points above U+10FFFF (Unicode, table 3-7).
  std::size_t length = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  }
  if (length == 0 || text.size() < length) return 0;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

std::string excerpt(std::string_view text) {
  constexpr int max_characters = 60;
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result;
  for (int characters = 0; !text.empty(); ++characters) {
    if (characters == max_characters) return result + "…";
    const std::size_t length = utf8_sequence_length(text);
    const bool control = control_length(text) != 0;
    const std::size_t taken = length == 0 ? 1 : length;
    if (length == 0 || control) {
      for (std::size_t i = 0; i < taken; ++i) {
        const auto value = static_cast<unsigned char>(text[i]);
        result += "\\x";
        result += hex[value >> 4];
        result += hex[value & 15];
      }
    } else {
      result.append(text.substr(0, taken));
    }
    text.remove_prefix(taken);
  }
  return result;
}

}  // namespace aedile::detail
