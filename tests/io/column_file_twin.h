// Files of columns written the plain way, from docs/formats/columns.md alone: also such as say what cannot be.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/sha256.h"

namespace aedile::test {

/// A number of so many bytes, low byte first.
inline std::string low_first(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i, value >>= 8) out += static_cast<char>(static_cast<unsigned char>(value & 0xFF));
  return out;
}

inline std::string bytes_of(const detail::Sha256& hash) { return {hash.begin(), hash.end()}; }

inline std::string padded(std::string bytes) {
  while (bytes.size() % 64 != 0) bytes += '\0';
  return bytes;
}

/// Puts the hash into a header of `size` bytes, whatever it says.
inline std::string hashed(std::string file, std::size_t size) {
  const std::string hash = bytes_of(detail::sha256(file.substr(0, 32) + file.substr(64, size - 64)));
  return file.replace(32, 32, hash);
}

struct TwinColumn {
  std::string name;
  std::uint64_t width = 1;
  std::string cells{};
};

/// What a header says besides what follows from the columns.
struct TwinLies {
  std::uint64_t add_rows = 0;    ///< to the number of rows
  std::uint64_t add_header = 0;  ///< to the length of the header
  std::uint64_t add_offset = 0;  ///< to where the last column begins
  std::uint64_t add_name = 0;    ///< to the length of the last name
  std::string behind_names{};    ///< bytes where zeros belong
};

inline std::string twin_file(const std::vector<TwinColumn>& columns, std::uint64_t rows, const TwinLies& lies = {}) {
  std::size_t header = 64;
  for (const TwinColumn& column : columns) header += 48 + column.name.size();
  header = (header + lies.behind_names.size() + 63) / 64 * 64;
  std::string out =
      "\x89"
      "AED\r\n\x1A\n";
  out += low_first(1, 4) + low_first(columns.size(), 4) + low_first(rows + lies.add_rows, 8);
  out += low_first(header + lies.add_header, 8) + std::string(32, '\0');
  std::string names, data;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool last = i + 1 == columns.size();
    out += low_first(header + data.size() + (last ? lies.add_offset : 0), 8);
    out += low_first(columns[i].name.size() + (last ? lies.add_name : 0), 4) + low_first(columns[i].width, 4);
    out += bytes_of(detail::sha256(columns[i].cells));
    names += columns[i].name;
    data += padded(columns[i].cells);
  }
  out = padded(out + names + lies.behind_names) + data;
  const std::uint64_t said = header + lies.add_header;
  return hashed(out, said <= out.size() ? said : header);
}

}  // namespace aedile::test
