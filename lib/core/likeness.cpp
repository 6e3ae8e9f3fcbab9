#include "core/likeness.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "core/utf8.h"

namespace aedile::detail {

namespace {

constexpr utf8proc_int32_t braille_blank = 0x2800;  // a sign by its category, and empty

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// ASCII, and the Chinese characters U+4E00 to U+9FFF: nothing of it folds but case, and all of it but C0 is seen.
bool is_plain(std::string_view text) {
  const auto is_ascii = [](char c) { return c >= ' ' && c < 0x7F; };
  if (std::all_of(text.begin(), text.end(), is_ascii)) return true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      if (c < 0x20 || c == 0x7F) return false;
      continue;
    }
    if (c < 0xE4 || c > 0xE9 || i + 2 >= text.size()) return false;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const auto third = static_cast<unsigned char>(text[i + 2]);
    if (second < (c == 0xE4 ? 0xB8 : 0x80) || second > 0xBF || third < 0x80 || third > 0xBF) return false;
    i += 2;
  }
  return true;
}

std::string_view without_spaces_around(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// The character at the start of a text that is UTF-8, taken off it.
utf8proc_int32_t next(std::string_view& text) {
  utf8proc_int32_t character = -1;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &character);
  text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : text.size());
  return character;
}

bool is_space(utf8proc_int32_t character) { return utf8proc_category(character) == UTF8PROC_CATEGORY_ZS; }

bool is_invisible(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return character == braille_blank || utf8proc_get_property(character)->ignorable != 0;
  }
}

std::string code_point(utf8proc_int32_t character) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(character));
  return text;
}

/// What Unicode has for all characters.
std::string folded_by_unicode(std::string_view text) {
  std::string seen;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view here = rest;
    if (!is_invisible(next(rest))) seen.append(here.substr(0, here.size() - rest.size()));
  }
  utf8proc_uint8_t* mapped = nullptr;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(seen.data());
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const utf8proc_ssize_t length = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(seen.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (length < 0) return seen;
  // Blanks of every width are a space by now, but for the few that Unicode keeps apart.
  std::string_view kept(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
  for (std::string_view rest = kept; !rest.empty() && is_space(next(rest));) kept = rest;
  std::size_t end = 0;
  for (std::string_view rest = kept; !rest.empty();) {
    if (!is_space(next(rest))) end = kept.size() - rest.size();
  }
  return std::string(kept.substr(0, end));
}

}  // namespace

std::string folded(std::string_view name) {
  if (!is_plain(name)) return is_utf8(name) ? folded_by_unicode(name) : std::string(name);
  std::string text(without_spaces_around(name));
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return text;
}

bool is_same_name(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (is_plain(a) && is_plain(b)) {
    const std::string_view left = without_spaces_around(a);
    const std::string_view right = without_spaces_around(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
  }
  return folded(a) == folded(b);
}

bool is_blank(std::string_view text) {
  // Nearly every text begins with something that is seen.
  if (!text.empty() && text.front() > ' ' && text.front() < 0x7F) return false;
  if (!is_utf8(text)) return false;
  while (!text.empty()) {
    const utf8proc_int32_t character = next(text);
    if (!is_space(character) && !is_invisible(character)) return false;
  }
  return true;
}

std::optional<std::string> unseen(std::string_view name) {
  if (is_plain(name) && without_spaces_around(name).size() == name.size()) return std::nullopt;
  if (!is_utf8(name)) return std::nullopt;
  for (std::string_view rest = name; !rest.empty();) {
    const bool first = rest.size() == name.size();
    const utf8proc_int32_t character = next(rest);
    if (is_invisible(character) || (is_space(character) && (first || rest.empty()))) return code_point(character);
  }
  return std::nullopt;
}

}  // namespace aedile::detail
