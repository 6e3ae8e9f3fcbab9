// The header of a file of columns, as bytes and as what they say: docs/formats/columns.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/io/column_file.h"
#include "core/sha256.h"

namespace aedile::detail {

inline constexpr std::string_view column_file_magic{
    "\x89"
    "AED\r\n\x1A\n",
    8};
inline constexpr std::uint32_t column_file_version = 1;
inline constexpr std::uint64_t column_line = 64;      ///< columns begin at multiples of it
inline constexpr std::size_t max_column_name = 1000;  ///< bytes
inline constexpr std::uint64_t max_file_bytes = std::uint64_t{1} << 62;
/// Where the header's own hash stands, the only bytes of it that it does not cover.
inline constexpr std::size_t column_hash_begin = 32, column_hash_end = 64;

/// What a header says. Offsets follow from shapes and rows.
struct ColumnLayout {
  std::uint64_t rows = 0;
  std::vector<ColumnShape> columns;
  std::vector<std::uint64_t> offsets;  ///< of the first cell of each column, from the start of the file
  std::vector<Sha256> hashes;          ///< of the cells of each column
  std::uint64_t file_bytes = 0;        ///< a multiple of 64

  std::uint64_t header_bytes() const { return offsets.front(); }
  std::uint64_t column_bytes(std::size_t column) const { return rows * columns[column].width; }
  /// Where the next column begins, or the file ends.
  std::uint64_t end_of(std::size_t column) const {
    return column + 1 < offsets.size() ? offsets[column + 1] : file_bytes;
  }
  /// The column's position; columns.size() if there is none of that name. Cost: O(columns).
  std::size_t find(std::string_view name) const;
};

/// The layout of a new file, its hashes zero. Throws ContractError as ColumnFileWriter::create says.
ColumnLayout lay_out(std::vector<ColumnShape> columns, std::uint64_t rows);

/// The header's bytes, their hash in place.
std::string header_of(const ColumnLayout& layout);
/// The hash that belongs into the header that begins `header` and ends with it.
Sha256 hash_of_header(std::string_view header);

/// Reads the header of a whole file; `file` names it in places. Errors: those of ColumnFile::open from
/// column_file_foreign to column_file_duplicate. Looks at no byte behind the header.
/// What is accepted is canonical: header_of gives the same bytes.
Result<ColumnLayout> parse_header(std::string_view bytes, const std::string& file);

}  // namespace aedile::detail
