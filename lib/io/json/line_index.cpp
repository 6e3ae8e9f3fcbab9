#include "io/json/line_index.h"

namespace aedile::json {

namespace {

struct Counter {
  std::uint32_t line = 1;
  std::uint32_t line_start = 0;

  /// Passes over text[from, to).
  void count(std::string_view text, std::size_t from, std::size_t to) {
    for (;;) {
      const std::size_t found = text.substr(0, to).find('\n', from);
      if (found == std::string_view::npos) return;
      ++line;
      from = found + 1;
      line_start = static_cast<std::uint32_t>(from);
    }
  }
};

}  // namespace

LineIndex::LineIndex(std::string_view text, std::size_t start) {
  Counter counter{1, static_cast<std::uint32_t>(start)};
  marks_.reserve(text.size() / stride + 1);
  for (std::size_t mark = 0; mark <= text.size(); mark += stride) {
    marks_.push_back({counter.line, counter.line_start});
    counter.count(text, mark, mark + stride < text.size() ? mark + stride : text.size());
  }
}

LineIndex::Position LineIndex::at(std::string_view text, std::size_t offset) const {
  const std::size_t mark = offset / stride;
  Counter counter{marks_[mark].line, marks_[mark].line_start};
  counter.count(text, mark * stride, offset);
  return {counter.line, static_cast<std::uint32_t>(offset) - counter.line_start + 1};
}

}  // namespace aedile::json
