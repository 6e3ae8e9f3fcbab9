#include "scoring/explain_page.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "core/excerpt.h"

namespace aedile::detail {

namespace {

/// Text may fill this many columns before the amounts.
constexpr std::size_t narrowest_text = 40;
constexpr std::size_t widest_text = 84;
/// Between the longest text and the longest amount.
constexpr std::size_t gap = 2;

struct Glyph {
  std::string_view bytes;
  char32_t code;
};

Glyph next_glyph(std::string_view text) {
  const std::size_t length = std::max<std::size_t>(utf8_sequence_length(text), 1);
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  char32_t code = byte(0);
  if (length == 2) code = (byte(0) & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
  if (length == 3) code = (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  if (length == 4)
    code = (byte(0) & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
  return {text.substr(0, length), code};
}

struct Interval {
  char32_t first, last;
};

bool is_in(std::span<const Interval> intervals, char32_t code) {
  return std::any_of(intervals.begin(), intervals.end(),
                     [code](Interval interval) { return interval.first <= code && code <= interval.last; });
}

/// Blocks whose characters are wide or fullwidth (Unicode Standard Annex 11).
constexpr Interval wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},  {0x3400, 0x4DBF},
                             {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},  {0xAC00, 0xD7A3},
                             {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6},
                             {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Interval without_width[] = {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x200B, 0x200F},
                                      {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};

bool is_wide(char32_t code) { return is_in(wide, code); }
std::size_t width_of(char32_t code) { return is_in(without_width, code) ? 0 : is_wide(code) ? 2 : 1; }

/// Marks that must not begin a line.
bool closes(char32_t code) {
  static constexpr std::u32string_view marks = U"，。；：、！？）》”’」』】〉％%),.;:!?";
  return marks.find(code) != std::u32string_view::npos;
}
/// Marks that must not end a line.
bool opens(char32_t code) {
  static constexpr std::u32string_view marks = U"（《“‘「『【〈(";
  return marks.find(code) != std::u32string_view::npos;
}

/// Pieces that stay together, each with the number of spaces that stood before it.
struct Piece {
  std::string text;
  std::size_t spaces = 0;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  char32_t before = U' ';
  std::size_t spaces = 0;
  while (!text.empty()) {
    const Glyph glyph = next_glyph(text);
    text.remove_prefix(glyph.bytes.size());
    if (glyph.code != U' ') {
      const bool may_break = (is_wide(glyph.code) || is_wide(before)) && !closes(glyph.code) && !opens(before);
      if (pieces.empty() || before == U' ' || may_break) pieces.push_back({{}, spaces});
      pieces.back().text += glyph.bytes;
    }
    spaces = glyph.code == U' ' ? spaces + 1 : 0;
    before = glyph.code;
  }
  return pieces;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Glyph glyph = next_glyph(text);
    text.remove_prefix(glyph.bytes.size());
    width += width_of(glyph.code);
  }
  return width;
}

std::string one_line(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = utf8_sequence_length(text);
    if (length == 0) {
      result += '?';
      text.remove_prefix(1);
      continue;
    }
    const Glyph glyph = next_glyph(text);
    text.remove_prefix(length);
    // C0, DEL, C1, and the separators that Unicode counts as new lines.
    const bool control =
        glyph.code < 0x20 || (glyph.code >= 0x7F && glyph.code < 0xA0) || glyph.code == 0x2028 || glyph.code == 0x2029;
    result += control ? std::string_view(" ") : glyph.bytes;
  }
  return result;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (const Piece& piece : pieces_of(text)) {
    const std::size_t needed = display_width(piece.text);
    if (used != 0 && used + piece.spaces + needed > width) {
      lines.emplace_back();
      used = 0;
    } else if (used != 0) {
      lines.back().append(piece.spaces, ' ');
      used += piece.spaces;
    }
    lines.back() += piece.text;
    used += needed;
  }
  return lines;
}

void Page::add(std::size_t indent, std::string_view text, std::string amount, std::string behind) {
  lines_.push_back({indent, one_line(text), std::move(amount), std::move(behind)});
}

void Page::add_empty_line() { lines_.push_back({}); }

std::string Page::print() const {
  std::size_t text_width = narrowest_text;
  std::size_t amount_width = 0;
  for (const Line& line : lines_) {
    if (line.amount.empty()) continue;
    text_width = std::max(text_width, line.indent + display_width(line.text));
    amount_width = std::max(amount_width, display_width(line.amount));
  }
  text_width = std::min(text_width, widest_text);

  std::string result;
  for (const Line& line : lines_) {
    const std::size_t most = line.amount.empty() ? widest_text + gap : text_width;
    const std::size_t room = most > line.indent + narrowest_text / 2 ? most - line.indent : narrowest_text / 2;
    // What is carried over hangs two columns further in; so that all lines fit, all are broken for the narrower room.
    const bool fits = display_width(line.text) <= room;
    const std::vector<std::string> rows = fits ? std::vector{line.text} : wrap(line.text, room - 2);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r != 0) result += '\n';
      std::string row = rows[r].empty() ? std::string() : std::string(line.indent + (r == 0 ? 0 : 2), ' ') + rows[r];
      if (r + 1 == rows.size() && !line.amount.empty()) {
        const std::size_t column = text_width + gap + amount_width - display_width(line.amount);
        const std::size_t width = display_width(row);
        row.append(column > width ? column - width : 1, ' ');
        row += line.amount;
        if (!line.behind.empty()) row += "  " + line.behind;
      }
      result += row;
    }
    result += '\n';
  }
  return result;
}

}  // namespace aedile::detail
