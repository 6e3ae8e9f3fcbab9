// From byte offsets to lines and columns, for texts of any size: a mark every 4 KiB, and counting from there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace aedile::json {

class LineIndex {
 public:
  struct Position {
    std::uint32_t line;    ///< 1-based
    std::uint32_t column;  ///< 1-based, in bytes
  };

  LineIndex() = default;
  /// `start` is where the first line begins: behind a byte order mark. Cost: O(text).
  LineIndex(std::string_view text, std::size_t start);

  /// `text` is the one it was made from; start ≤ offset ≤ its size. Cost: O(1).
  Position at(std::string_view text, std::size_t offset) const;

 private:
  static constexpr std::size_t stride = 4096;
  struct Mark {
    std::uint32_t line;        ///< the one that the mark's byte belongs to
    std::uint32_t line_start;  ///< offset
  };
  std::vector<Mark> marks_;  ///< of the bytes 0, stride, 2 · stride …
};

}  // namespace aedile::json
