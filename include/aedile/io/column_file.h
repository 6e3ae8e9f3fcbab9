#pragma once
/// Columns in a file that is mapped: opened in microseconds whatever their length, and read where they lie.
///
///   std::vector<ColumnShape> shapes{{"visit", 4}, {"item", 2}, {"severity", 1}};          // names, bytes of a cell
///   Result<ColumnFileWriter> writer = ColumnFileWriter::create("march.columns", shapes, 10'000'000);
///   std::span<std::uint16_t> items = writer->cells<std::uint16_t>("item");                // fill it, in any order
///   Diagnostics problems = writer->finish();                                             // from here on it is there
///
///   Result<ColumnFile> file = ColumnFile::open("march.columns", shapes);
///   bulk->score(visits, {.visit = file->column("visit"), .item = file->column("item")}, marks);
///
/// A file holds columns of one length, their cells being whole numbers of 1, 2, 4 or 8 bytes. Opening it reads its
/// header alone and believes none of it: a file that was cut off, grew, is of another kind, or says what cannot be is
/// refused with its reason, and no byte outside of it is ever read. Each column's SHA-256 stands in the header, and
/// that of the header too: `verify` compares. The same columns always make the same bytes (docs/formats/columns.md).
///
/// Not for files that somebody changes while they are open: what is read then is undefined, and where one is made
/// shorter the system ends the program (SIGBUS), as with every mapped file. A writer here never does so, it puts a
/// whole file in the place of the old one, which goes on for those who have it open.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/scoring/bulk.h"

namespace aedile {

/// What a cell may be read and written as: whole numbers, with a sign or without; Points and the other decimals, which
/// stand as counts of their smallest step. Which of these, the file does not say: only how many bytes.
template <class T>
concept ColumnCell = (std::integral<T> && !std::same_as<T, bool> && sizeof(T) <= 8) ||
                     (std::is_trivially_copyable_v<T> && sizeof(T) == 8 && requires(T value) {
                       { value.scaled() } -> std::same_as<std::int64_t>;
                     });

/// The name of a column and the bytes of its cells.
struct ColumnShape {
  std::string name{};  ///< 1 to 1,000 bytes of UTF-8 without control characters, unlike the others
  int width = 0;       ///< 1, 2, 4 or 8
  friend bool operator==(const ColumnShape&, const ColumnShape&) = default;
};

/// The most columns a file has.
inline constexpr std::size_t max_file_columns = 4096;

/// A file of columns, open for reading. Immutable and shared: copies are cheap, any number of threads may read.
class ColumnFile {
 public:
  /// wanted: columns that must be there, with their widths; others may be too.
  /// Errors:
  ///   column_file_cannot_open  not there, not a plain file, not to be read or mapped
  ///   column_file_foreign      another kind of file
  ///   column_file_version      written by a later version
  ///   column_file_header       cut off within its header, or the header is not what was written
  ///   column_file_size         cut off, or grown
  ///   column_file_rows         more bytes than any file has
  ///   column_file_name, column_file_cell, column_file_offset
  ///                            a column, "/columns/3", whose name, width or place cannot be
  ///   column_file_duplicate    two columns of one name
  ///   column_file_missing      a wanted column is not there
  ///   column_file_width        a wanted column has cells of another width
  /// Cost: O(header), 64 bytes and some 60 a column, whatever the rows.
  static Result<ColumnFile> open(const std::filesystem::path& path, std::span<const ColumnShape> wanted = {});

  std::uint64_t rows() const;
  /// In the order of the file.
  std::span<const ColumnShape> columns() const;
  bool contains(std::string_view name) const;

  /// The cells of a column, aligned to 64 bytes; valid while any copy of this object is there. Throws ContractError if
  /// there is no such column or its cells have another width: `wanted` makes sure of both.
  template <ColumnCell T>
  std::span<const T> cells(std::string_view name) const {
    const std::byte* data = find(name, sizeof(T));
    return {reinterpret_cast<const T*>(data), static_cast<std::size_t>(rows())};
  }
  /// The codes of a column of 1, 2 or 4 bytes, for a BulkScorer. Throws ContractError for others.
  Column column(std::string_view name) const;

  /// Compares every column with its SHA-256, and the bytes between them with zeros. Errors: column_file_damaged, at
  /// "/columns/3". One task a column; the same for every executor. Cost: reads the whole file.
  Diagnostics verify(const Executor& executor = sequential()) const;
  /// SHA-256 of the header, and so of all that the file holds, in hex: equal for files with equal columns.
  std::string fingerprint() const;

 private:
  struct Impl;
  explicit ColumnFile(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  const std::byte* find(std::string_view name, std::size_t width) const;
  std::shared_ptr<const Impl> impl_;
};

/// A column of the caller's own, by its name, to be written.
class NamedCells {
 public:
  template <ColumnCell T>
  NamedCells(std::string name, std::span<const T> cells)
      : name_(std::move(name)), data_(std::as_bytes(cells)), width_(sizeof(T)) {}
  template <ColumnCell T>
  NamedCells(std::string name, const std::vector<T>& cells) : NamedCells(std::move(name), std::span<const T>(cells)) {}

  const std::string& name() const { return name_; }
  int width() const { return width_; }                        ///< bytes of a cell
  std::size_t rows() const { return data_.size() / width_; }  ///< cells
  std::span<const std::byte> bytes() const { return data_; }  ///< as this machine has them

 private:
  std::string name_;
  std::span<const std::byte> data_;
  int width_ = 1;
};

/// A file of columns that is being written: beside its place, mapped, so that it may be larger than memory. Destroyed
/// before `finish`, or after it failed, it leaves nothing behind; a program that is killed leaves "NAME.new-0" or a
/// higher number.
class ColumnFileWriter {
 public:
  /// All cells are 0 at first. The file takes its room on the disk at once. Errors: column_file_cannot_write, with the
  /// system's reason. Throws ContractError for no column or more than `max_file_columns`, a name or width that is not
  /// as ColumnShape says, a name twice, or more than 2^62 bytes.
  static Result<ColumnFileWriter> create(const std::filesystem::path& path, std::vector<ColumnShape> columns,
                                         std::uint64_t rows);
  ~ColumnFileWriter();
  ColumnFileWriter(ColumnFileWriter&&) noexcept;
  ColumnFileWriter& operator=(ColumnFileWriter&&) noexcept;

  /// The cells of a column, to be filled by any threads; valid until `finish`. Throws ContractError if there is no such
  /// column, its cells have another width, or the file is finished.
  template <ColumnCell T>
  std::span<T> cells(std::string_view name) {
    std::byte* data = find(name, sizeof(T));
    return {reinterpret_cast<T*>(data), static_cast<std::size_t>(rows())};
  }
  std::uint64_t rows() const;

  /// Takes each column's SHA-256 (one task a column), writes the header, sees all of it on the disk, and only then
  /// gives it its name, in the place of a file that had it. Errors: column_file_cannot_write; then what had the name
  /// still has it. Throws ContractError the second time. Cost: reads and writes the whole file.
  Diagnostics finish(const Executor& executor = sequential());

 private:
  friend Diagnostics write_column_file(const std::filesystem::path&, std::span<const NamedCells>, const Executor&);
  struct Impl;
  explicit ColumnFileWriter(std::unique_ptr<Impl> impl);
  std::byte* find(std::string_view name, std::size_t width);
  std::unique_ptr<Impl> impl_;
};

/// Writes columns that are in memory, as ColumnFileWriter does; errors as its. Throws as it does, and where columns
/// differ in length.
Diagnostics write_column_file(const std::filesystem::path& path, std::span<const NamedCells> columns,
                              const Executor& executor = sequential());

}  // namespace aedile
