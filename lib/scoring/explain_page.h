#pragma once
/// The page an explanation is printed on: indented lines of text with a column of amounts at the right, aligned for
/// screens and printers on which a Chinese character takes two columns.
///
///   Page page;
///   page.add(0, "1.2 道路保洁  4.5 / 6");
///   page.add(4, "问题 1（严重），北门", "−1.5");
///   page.print();

#include <string>
#include <string_view>
#include <vector>

namespace aedile::detail {

/// Columns that a text takes: 2 for a character of East Asian width "wide" or "fullwidth", 0 for a combining mark,
/// else 1. Characters of ambiguous width (× … −) count 1. Text must be UTF-8.
std::size_t display_width(std::string_view text);

/// The same text on one line: control characters become spaces, bytes that are no UTF-8 become "?". What people wrote
/// into notes and titles must not forge lines of an explanation.
std::string one_line(std::string_view text);

/// Lines of at most `width` columns, broken at spaces and beside wide characters; a word that is longer stands alone,
/// and no line begins with a closing mark (，。）”).
std::vector<std::string> wrap(std::string_view text, std::size_t width);

class Page {
 public:
  /// `behind` follows the amount: a fraction, for instance.
  void add(std::size_t indent, std::string_view text, std::string amount = {}, std::string behind = {});
  /// As it is, without indentation or column.
  void add_empty_line();
  bool empty() const { return lines_.empty(); }
  std::string print() const;

 private:
  struct Line {
    std::size_t indent;
    std::string text;
    std::string amount;
    std::string behind;
  };
  std::vector<Line> lines_;
};

}  // namespace aedile::detail
