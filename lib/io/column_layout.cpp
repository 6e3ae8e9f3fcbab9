#include "io/column_layout.h"

#include <algorithm>
#include <concepts>
#include <numeric>

#include "core/excerpt.h"
#include "core/utf8.h"
#include "io/messages_column_file.h"

namespace aedile::detail {

namespace {

constexpr std::size_t fixed_bytes = 64, entry_bytes = 48;
constexpr std::uint64_t max_header_bytes =
    fixed_bytes + max_file_columns * (entry_bytes + max_column_name) + column_line;

constexpr std::uint64_t rounded_up(std::uint64_t bytes) {
  return (bytes + column_line - 1) / column_line * column_line;
}

template <std::unsigned_integral Integer>
void append(std::string& out, Integer value) {
  for (std::size_t i = 0; i < sizeof(Integer); ++i) {
    out += static_cast<char>(static_cast<unsigned char>(std::uint64_t{value} >> (8 * i)));
  }
}

void append(std::string& out, const Sha256& hash) {
  out.append(reinterpret_cast<const char*>(hash.data()), hash.size());
}

/// The caller has looked whether the bytes are there.
template <std::unsigned_integral Integer>
Integer number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(Integer); ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return static_cast<Integer>(value);
}

Sha256 hash_at(std::string_view bytes, std::size_t at) {
  Sha256 hash{};
  std::copy_n(reinterpret_cast<const std::uint8_t*>(bytes.data() + at), hash.size(), hash.begin());
  return hash;
}

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= max_column_name && is_utf8(name) && !has_control_characters(name);
}

bool is_width(std::uint64_t width) { return width == 1 || width == 2 || width == 4 || width == 8; }

/// The second of the first two columns of one name, by position; as many as there are columns if there are none.
std::vector<std::size_t> repeated(const std::vector<ColumnShape>& columns) {
  std::vector<std::size_t> order(columns.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return columns[a].name < columns[b].name; });
  std::vector<std::size_t> result;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (columns[order[i - 1]].name == columns[order[i]].name) result.push_back(order[i]);
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::uint64_t header_bytes_of(const std::vector<ColumnShape>& columns) {
  std::uint64_t bytes = fixed_bytes;
  for (const ColumnShape& column : columns) bytes += entry_bytes + column.name.size();
  return rounded_up(bytes);
}

/// Sets where each column begins and the file ends; false if that is beyond `max_file_bytes`. Widths are right.
bool place_columns(ColumnLayout& layout) {
  std::uint64_t at = header_bytes_of(layout.columns);
  for (const ColumnShape& column : layout.columns) {
    layout.offsets.push_back(at);
    if (layout.rows > (max_file_bytes - at) / static_cast<std::uint64_t>(column.width)) return false;
    at = rounded_up(at + layout.rows * static_cast<std::uint64_t>(column.width));
    if (at > max_file_bytes) return false;
  }
  layout.file_bytes = at;
  return true;
}

/// Reads names and widths of the columns, and looks whether they can be. `bytes` is the header alone.
void parse_columns(std::string_view bytes, std::size_t count, const std::string& file, ColumnLayout& layout,
                   Diagnostics& problems) {
  std::size_t name_at = fixed_bytes + count * entry_bytes;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = fixed_bytes + i * entry_bytes;
    const Place place{file, 0, 0, "/columns/" + std::to_string(i)};
    const std::size_t length = number_at<std::uint32_t>(bytes, entry + 8);
    if (length > bytes.size() - name_at) return problems.error({file, 0, 0, {}}, messages::column_file_header);
    const std::string_view name = bytes.substr(name_at, length);
    name_at += length;
    const auto width = number_at<std::uint32_t>(bytes, entry + 12);
    if (!is_name(name)) problems.error(place, messages::column_file_name, {std::to_string(max_column_name)});
    if (!is_width(width)) problems.error(place, messages::column_file_cell, {std::to_string(width)});
    layout.columns.push_back({std::string(name), is_width(width) ? static_cast<int>(width) : 0});
    layout.hashes.push_back(hash_at(bytes, entry + 16));
  }
  const std::string_view padding = bytes.substr(name_at);
  if (padding.size() >= column_line || padding.find_first_not_of('\0') != std::string_view::npos)
    problems.error({file, 0, 0, {}}, messages::column_file_header);
}

}  // namespace

std::size_t ColumnLayout::find(std::string_view name) const {
  return static_cast<std::size_t>(
      std::find_if(columns.begin(), columns.end(), [&](const ColumnShape& column) { return column.name == name; }) -
      columns.begin());
}

ColumnLayout lay_out(std::vector<ColumnShape> columns, std::uint64_t rows) {
  if (columns.empty() || columns.size() > max_file_columns) throw ContractError("ColumnFileWriter: number of columns");
  for (const ColumnShape& column : columns) {
    if (!is_name(column.name)) throw ContractError("ColumnFileWriter: name of column: " + excerpt(column.name));
    if (column.width < 0 || !is_width(static_cast<std::uint64_t>(column.width)))
      throw ContractError("ColumnFileWriter: width of column " + excerpt(column.name));
  }
  if (!repeated(columns).empty()) throw ContractError("ColumnFileWriter: two columns of one name");
  ColumnLayout layout;
  layout.rows = rows;
  layout.hashes.resize(columns.size());
  layout.columns = std::move(columns);
  if (!place_columns(layout)) throw ContractError("ColumnFileWriter: more than 2^62 bytes");
  return layout;
}

Sha256 hash_of_header(std::string_view header) {
  Sha256Hasher hasher;
  hasher.add(header.substr(0, column_hash_begin));
  hasher.add(header.substr(column_hash_end));
  return hasher.digest();
}

std::string header_of(const ColumnLayout& layout) {
  std::string out(column_file_magic);
  append(out, column_file_version);
  append(out, static_cast<std::uint32_t>(layout.columns.size()));
  append(out, layout.rows);
  append(out, layout.header_bytes());
  append(out, Sha256{});
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    append(out, layout.offsets[i]);
    append(out, static_cast<std::uint32_t>(layout.columns[i].name.size()));
    append(out, static_cast<std::uint32_t>(layout.columns[i].width));
    append(out, layout.hashes[i]);
  }
  for (const ColumnShape& column : layout.columns) out += column.name;
  out.resize(layout.header_bytes(), '\0');
  const Sha256 hash = hash_of_header(out);
  std::copy(hash.begin(), hash.end(), out.begin() + column_hash_begin);
  return out;
}

Result<ColumnLayout> parse_header(std::string_view bytes, const std::string& file) {
  const Place whole{file, 0, 0, {}};
  if (!bytes.starts_with(column_file_magic)) return {whole, messages::column_file_foreign};
  if (bytes.size() < fixed_bytes) return {whole, messages::column_file_header};
  if (const auto version = number_at<std::uint32_t>(bytes, 8); version != column_file_version)
    return {whole, messages::column_file_version, {std::to_string(version), std::to_string(column_file_version)}};
  const auto count = number_at<std::uint32_t>(bytes, 12);
  const auto header_bytes = number_at<std::uint64_t>(bytes, 24);
  if (count == 0 || count > max_file_columns ||
      header_bytes > std::min<std::uint64_t>(max_header_bytes, bytes.size()) ||
      header_bytes < fixed_bytes + count * entry_bytes)
    return {whole, messages::column_file_header};
  const std::string_view header = bytes.substr(0, header_bytes);
  if (hash_at(header, column_hash_begin) != hash_of_header(header)) return {whole, messages::column_file_header};

  // From here on the bytes are those that somebody meant; what they say may still not be.
  ColumnLayout layout;
  Diagnostics problems;
  layout.rows = number_at<std::uint64_t>(header, 16);
  parse_columns(header, count, file, layout, problems);
  const auto place = [&](std::size_t column) { return Place{file, 0, 0, "/columns/" + std::to_string(column)}; };
  for (const std::size_t i : repeated(layout.columns))
    problems.error(place(i), messages::column_file_duplicate, {excerpt(layout.columns[i].name)});
  if (problems.has_errors()) return problems;

  if (!place_columns(layout)) return {whole, messages::column_file_rows, {std::to_string(layout.rows)}};
  for (std::size_t i = 0; i < count; ++i) {
    const auto offset = number_at<std::uint64_t>(header, fixed_bytes + i * entry_bytes);
    if (offset == layout.offsets[i]) continue;
    problems.error(place(i), messages::column_file_offset, {std::to_string(offset), std::to_string(layout.offsets[i])});
  }
  if (layout.header_bytes() != header_bytes) problems.error(whole, messages::column_file_header);
  if (problems.has_errors()) return problems;
  if (bytes.size() != layout.file_bytes)
    return {whole, messages::column_file_size, {std::to_string(bytes.size()), std::to_string(layout.file_bytes)}};
  return layout;
}

}  // namespace aedile::detail
