#pragma once
/// Visits with everything observed at them, from two tables: visits.csv and findings.csv
/// (docs/formats/visits_and_findings.md).
///
///   std::ifstream visits("visits.csv", std::ios::binary), findings("findings.csv", std::ios::binary);
///   ProblemLog log;
///   VisitsCsv reader({visits, "visits.csv"}, {findings, "findings.csv"}, log);
///   VisitRow row;
///   while (reader.next(row)) { if (row.clean()) score(row.record); }
///
/// Rows of findings.csv may stand in any order. Both streams are read twice, so they must be seekable and stand at
/// their beginning: the first pass checks the tables as such and notes where each visit's findings are, the second
/// yields one visit at a time, in the order of visits.csv. Memory: the ids of the visits, about 30 bytes more a visit,
/// and 16 bytes for every run of consecutive rows of one visit; the tables themselves are never held. Where the
/// findings are grouped in the order of the visits, the second pass reads both files straight through.

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aedile/framework/observation.h"
#include "aedile/io/csv.h"

namespace aedile {

/// A stream and the name it has in places.
struct CsvInput {
  std::istream& stream;
  std::string name;
};

/// What the framework says of the columns; see `VisitsCsv`.
struct VisitsCsvOptions {
  CsvOptions csv = {};
  /// Attributes whose cells are yes or no, also written true/false, 1/0, 是/否.
  std::vector<std::string> flags = {"repeat", "overdue", "media", "corrected"};
  /// Attributes of findings, and of visits, that the framework declares: an extra column whose name comes close to one
  /// that is missing is reported with a warning.
  std::vector<std::string> attributes = {};
  std::vector<std::string> visit_attributes = {};
  /// Yield this visit alone.
  std::optional<std::string> only = {};
};

/// One row of visits.csv with its rows of findings.csv.
struct VisitRow {
  VisitRecord record;
  /// Problems of its cells, each at its place, in the order of the files. Errors: bad_date, bad_count, bad_flag,
  /// bad_check_result, missing_item, missing_value, ambiguous_row, misplaced_cell, misplaced_count.
  Diagnostics problems;
  /// A problem reported to the log by the first pass concerns this visit: its id is missing or not its own, or one of
  /// its rows is damaged. What the record holds may be incomplete.
  bool damaged = false;

  /// Fit to be scored.
  bool clean() const { return !damaged && !problems.has_errors(); }
};

/// Reads both tables, visit by visit.
class VisitsCsv {
 public:
  /// Does the first pass over both tables. Streams and log must outlive the reader. Errors to the log: those of
  /// csv_table.h; missing_visit_id, duplicate_visit; unknown_visit (a row of findings.csv whose visit does not stand in
  /// visits.csv: the row belongs to nothing).
  VisitsCsv(CsvInput visits, CsvInput findings, ProblemLog& log, VisitsCsvOptions options = {});
  ~VisitsCsv();
  VisitsCsv(VisitsCsv&&) noexcept;
  VisitsCsv& operator=(VisitsCsv&&) noexcept;

  /// Both tables could be read to their ends. False: there is nothing to yield, the log says why.
  bool ok() const;
  /// The next visit; false at the end. Reuses the memory of `row`.
  bool next(VisitRow& row);

  std::uint64_t visit_count() const;    ///< rows of visits.csv
  std::uint64_t finding_count() const;  ///< rows of findings.csv
  std::uint64_t orphan_count() const;   ///< of these, rows of unknown visits
  /// Findings stand grouped in the order of the visits.
  bool grouped() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aedile
