/// The fast way: rows are counted, then read, piece by piece, each piece by one task. Nothing is reported here: what is
/// not plain sends the whole table to the other way.

#include <algorithm>
#include <atomic>
#include <cstring>
#include <string>

#include "io/code_columns.h"

namespace aedile::detail {

namespace {

std::size_t lines_in(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
  std::size_t lines = 0, i = 0;
  while (i + 8 <= text.size()) {
    std::uint64_t of_each_byte = 0;  // has room for 255 words
    for (const std::size_t end = std::min(text.size() - 7, i + 255 * 8); i < end; i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + i, sizeof word);
      const std::uint64_t other = word ^ (ones * '\n');
      const std::uint64_t different = ((other & ~highs) + ~highs) | other;  // in the high bits
      of_each_byte += (~different & highs) >> 7;
    }
    for (int byte = 0; byte < 64; byte += 8) lines += of_each_byte >> byte & 0xFF;
  }
  return lines + static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), '\n'));
}

/// Rows out of text that ends with the end of a line, which no cell is read beyond.
class PlainRows {
 public:
  PlainRows(std::span<const std::size_t> targets, std::span<const CodeRule> rules, const CodeColumns::Impl& columns) {
    for (const std::size_t target : targets) {
      Cell& cell = cells_.emplace_back();
      if (target == no_column) continue;
      cell.rule = &rules[target];
      cell.kind = cell.rule->by_word ? Kind::word : Kind::number;
      cell.width = columns.columns[target].width;
      cell.most = cell.rule->most;
    }
  }
  void write_to(std::span<const std::size_t> targets, CodeColumns::Impl& columns) {
    for (std::size_t c = 0; c < cells_.size(); ++c)
      if (targets[c] != no_column) cells_[c].codes = columns.columns[targets[c]].bytes.data();
  }

  /// As rows from number `row` on; false where one is not plain.
  bool read(std::string_view text, std::size_t row) const {
    const char* at = text.data();
    for (const char* const end = at + text.size(); at != end; ++row)
      if (!read_row(at, row)) return false;
    return true;
  }

 private:
  enum class Kind : std::uint8_t { passed_over, number, word };
  struct Cell {
    Kind kind = Kind::passed_over;
    int width = 0;
    std::uint32_t most = 0;
    std::byte* codes = nullptr;
    const CodeRule* rule = nullptr;
  };

  [[gnu::always_inline]] bool read_row(const char*& place, std::size_t row) const {
    const char* at = place;  // what codes are written to might be `place`, for all that the compiler knows
    for (const Cell& cell : cells_) {
      std::uint32_t code = 0;
      switch (cell.kind) {
        case Kind::number:
          if (!number(at, cell.most, code)) return false;
          break;
        case Kind::word:
          if (!word(at, *cell.rule, code)) return false;
          break;
        case Kind::passed_over:
          if (!pass_over(at)) return false;
          break;
      }
      if (cell.kind != Kind::passed_over) store_code(cell.codes, cell.width, row, code);
      if (&cell != &cells_.back() && *at++ != ',') return false;
    }
    const bool some_text = static_cast<std::size_t>(at - place) + 1 != cells_.size();  // else it is no row
    if (*at == '\r') ++at;
    if (*at++ != '\n') return false;
    place = at;
    return some_text;
  }

  [[gnu::always_inline]] static bool number(const char*& at, std::uint32_t most, std::uint32_t& code) {
    const char* const began = at;
    std::uint64_t value = 0;  // numbers are mostly as long as those above them, so this is well predicted
    for (unsigned digit = digit_at(at); digit < 10; digit = digit_at(at)) {
      value = value * 10 + digit;
      ++at;
    }
    code = static_cast<std::uint32_t>(value);
    return value <= most && at != began && at - began < 19;
  }
  static unsigned digit_at(const char* at) { return static_cast<unsigned char>(*at) - unsigned{'0'}; }

  static bool word(const char*& at, const CodeRule& rule, std::uint32_t& code) {
    const char* const began = at;
    while (*at != ',' && *at != '\n' && *at != '\r') ++at;
    const auto found = rule.words.find(std::string_view(began, static_cast<std::size_t>(at - began)));
    if (found == rule.words.end()) return false;
    code = found->second;
    return true;
  }
  /// A cell that nobody wants: what is not ASCII, or quoted, is looked at by the other way.
  static bool pass_over(const char*& at) {
    for (; *at != ',' && *at != '\n' && *at != '\r'; ++at)
      if (*at == '"' || static_cast<signed char>(*at) <= 0) return false;
    return true;
  }

  std::vector<Cell> cells_;
};

}  // namespace

bool read_plain_rows(std::string_view rows, std::span<const std::size_t> targets, std::span<const CodeRule> rules,
                     const Executor& executor, std::size_t bytes_per_task, CodeColumns::Impl& columns) {
  PlainRows reader(targets, rules, columns);
  // The last line needs no end; as a text of its own it gets one.
  const std::size_t end_of_last = rows.rfind('\n');
  const std::size_t whole = end_of_last == std::string_view::npos ? 0 : end_of_last + 1;
  std::string rest(rows.substr(whole));
  if (!rest.empty()) rest += '\n';
  rows = rows.substr(0, whole);
  // Pieces begin behind the end of a line; none but the last is shorter than a task.
  std::vector<std::size_t> begins{0};
  while (begins.back() < rows.size())
    begins.push_back(rows.find('\n', std::min(rows.size() - 1, begins.back() + bytes_per_task)) + 1);
  const std::size_t pieces = begins.size() - 1;
  const auto piece = [&](std::size_t p) { return rows.substr(begins[p], begins[p + 1] - begins[p]); };
  std::vector<std::size_t> first(pieces + 1);
  executor(pieces, [&](std::size_t p) { first[p + 1] = lines_in(piece(p)); });
  for (std::size_t p = 0; p < pieces; ++p) first[p + 1] += first[p];
  columns.rows = first[pieces] + (rest.empty() ? 0 : 1);
  for (CodeColumns::Impl::Codes& codes : columns.columns)
    codes.bytes = LargeArray<std::byte>(columns.rows * static_cast<std::size_t>(codes.width));
  reader.write_to(targets, columns);
  std::atomic<bool> plain = reader.read(rest, first[pieces]);
  executor(pieces, [&](std::size_t p) {
    if (plain.load(std::memory_order_relaxed) && !reader.read(piece(p), first[p]))
      plain.store(false, std::memory_order_relaxed);
  });
  return plain;
}

}  // namespace aedile::detail
