#include "aedile/help_lines.h"

#include <algorithm>
#include <utility>

namespace aedile::tool {

namespace {

constexpr std::size_t help_width = 78;  // of the descriptions, beside the options

/// Columns that a character takes on a terminal, and its bytes: Chinese ones are twice as wide.
std::pair<std::size_t, std::size_t> measure(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return {bytes < 3 ? 1 : 2, std::min(bytes, text.size())};
}

}  // namespace

std::string in_help_lines(std::string_view text) {
  std::string result;
  std::string word;
  std::size_t column = 0;
  std::size_t word_width = 0;
  const auto end_word = [&] {
    if (column != 0 && column + word_width > help_width) {
      while (!result.empty() && result.back() == ' ') result.pop_back();
      result += '\n';
      column = 0;
    }
    result += word;
    column += word_width;
    word.clear();
    word_width = 0;
  };
  while (!text.empty()) {
    const auto [width, bytes] = measure(text);
    // A mark of punctuation stays with what it follows.
    const std::string_view character = text.substr(0, bytes);
    const bool mark =
        character == "，" || character == "。" || character == "；" || character == "）" || character == "：";
    if (width == 2 && !mark) end_word();
    word += character;
    word_width += width;
    if (character == " ") end_word();
    text.remove_prefix(bytes);
  }
  end_word();
  return result;
}

}  // namespace aedile::tool
