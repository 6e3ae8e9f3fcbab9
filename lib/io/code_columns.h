#pragma once
/// What reading code columns fast and reading them slowly share.

#include <string_view>
#include <unordered_map>
#include <vector>

#include "aedile/io/code_columns_csv.h"
#include "core/large_array.h"

namespace aedile {

struct CodeColumns::Impl {
  struct Codes {
    int width = 4;
    detail::LargeArray<std::byte> bytes;
  };
  std::size_t rows = 0;
  std::vector<Codes> columns;
};

namespace detail {

inline void store_code(std::byte* bytes, int width, std::size_t row, std::uint32_t code) {
  switch (width) {
    case 1:
      reinterpret_cast<std::uint8_t*>(bytes)[row] = static_cast<std::uint8_t>(code);
      return;
    case 2:
      reinterpret_cast<std::uint16_t*>(bytes)[row] = static_cast<std::uint16_t>(code);
      return;
    default:
      reinterpret_cast<std::uint32_t*>(bytes)[row] = code;
  }
}

/// A column as both ways look at it.
struct CodeRule {
  std::uint32_t most = 0;
  bool by_word = false;
  std::unordered_map<std::string_view, std::uint32_t> words;  // into the caller's texts
};

inline constexpr std::size_t no_column = SIZE_MAX;

/// Reads the rows behind the header if all of them are plain: cells of digits within their range, or of known words, as
/// many as the header has. False, with nothing of use in `columns`, where one is not.
/// targets: by cell of a row, the wanted column or no_column.
bool read_plain_rows(std::string_view rows, std::span<const std::size_t> targets, std::span<const CodeRule> rules,
                     const Executor& executor, std::size_t bytes_per_task, CodeColumns::Impl& columns);

}  // namespace detail

}  // namespace aedile
