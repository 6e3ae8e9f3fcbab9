#pragma once
/// A CSV file with a header: columns by name, in any order, unknown ones kept.
///
///   CsvTable table(in, "findings.csv", log, {{"visit", true}, {"item", true}, {"count"}});
///   if (!table.ok()) …                       // every missing, doubled and unnamed column is in the log
///   while (table.next()) table.cell(0);      // by position in the list above: the visit
///
/// Rows in which every cell is empty, as spreadsheets leave them behind, are skipped.

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/io/csv.h"

namespace aedile {

/// A column that the caller knows.
struct CsvColumn {
  std::string name;
  bool required = false;
};

/// Reads a stream, row by row.
class CsvTable {
 public:
  /// Reads the header. Stream and log must outlive the table. Errors: csv_empty (no header at all), csv_missing_column
  /// (each, with the nearest name there is), csv_duplicate_column, csv_unnamed_column, csv_separator (one column whose
  /// name holds semicolons or tabs). Warning: csv_similar_column (an extra column that looks like a misspelt one).
  /// `usual_extras`: names of extra columns that are expected, for that warning.
  CsvTable(std::istream& in, std::string file, ProblemLog& log, const std::vector<CsvColumn>& columns,
           const std::vector<std::string>& usual_extras = {}, CsvOptions options = {});

  /// The header is usable and no later problem ended the reading.
  bool ok() const { return ok_ && !reader_.failed(); }

  /// The next row; false at the end, or when not `ok`. Error: csv_ragged_row (more or fewer cells than the header; the
  /// missing ones read as empty).
  bool next();

  /// The cell of a column of the list given to the constructor; empty if the file has no such column.
  std::string_view cell(std::size_t column) const { return at(where_[column]); }
  /// Whether the file has that column.
  bool has(std::size_t column) const { return where_[column] != absent; }
  /// Where the cell stands; without it, the row.
  Place place(std::size_t column) const { return place_at(where_[column]); }

  /// Columns that the list does not name, in file order: how many, their names, their cells in this row and where these
  /// stand. index < extra_count().
  std::size_t extra_count() const { return extra_.size(); }
  const std::string& extra_name(std::size_t index) const { return names_[extra_[index]]; }
  std::string_view extra(std::size_t index) const { return at(extra_[index]); }
  Place extra_place(std::size_t index) const { return place_at(extra_[index]); }

  /// The row has a problem of its own: a stray quote, a NUL, bad UTF-8, or too few or too many cells.
  bool damaged() const { return reader_.damaged() || ragged_; }
  /// Where the row begins.
  Place place() const { return reader_.place(); }
  const CsvPosition& position() const { return reader_.position(); }
  const std::string& file() const { return reader_.file(); }
  const std::vector<std::string>& names() const { return names_; }  ///< the header
  bool failed() const { return reader_.failed(); }
  /// Continues at a row met before.
  void seek(const CsvPosition& position) { reader_.seek(position); }

 private:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  std::string_view at(std::size_t field) const {
    return field < reader_.size() ? reader_.field(field) : std::string_view();
  }
  Place place_at(std::size_t field) const { return field < reader_.size() ? reader_.place(field) : reader_.place(); }
  bool read_names(const std::vector<CsvColumn>& columns);
  void find_columns(const std::vector<CsvColumn>& columns);
  void report_columns(const std::vector<CsvColumn>& columns, const std::vector<std::string>& usual_extras);

  CsvReader reader_;
  bool report_;
  std::vector<std::string> names_;
  std::vector<std::size_t> where_;  // per listed column, its field
  std::vector<std::size_t> extra_;
  bool ok_ = false;
  bool ragged_ = false;
};

}  // namespace aedile
