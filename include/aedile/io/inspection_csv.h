#pragma once
/// Tables around inspections: candidates of a draw, planned visits, inspectors, who goes where.
/// docs/formats/inspection.md lists the columns.
///
///   std::ifstream in("inspectors.csv", std::ios::binary);
///   ProblemLog log;
///   std::optional<std::vector<Inspector>> inspectors = read_inspectors(in, "inspectors.csv", log);
///   // inspectors.csv:4:17: error: "2026-13-01" is not a date; … [bad_date]
///
/// Cells that hold several words separate them by ";". Reading is all or nothing: nothing if the log has got an error.
/// What is written reads back as the same.

#include <istream>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "aedile/inspection/assignment.h"
#include "aedile/inspection/draw.h"
#include "aedile/io/csv.h"

namespace aedile {

/// Where the rows of a table stand, for problems that are found when everything has been read.
class TablePlaces {
 public:
  /// Those at "/visits/3/inspectors", if `list` is "visits": at the cell of that column in the fourth row, or at the
  /// row where the table has no such column. `first`: number of the first row in the list. Others stay as they are.
  Diagnostics placed(const Diagnostics& found, std::string_view list, std::size_t first = 0) const;
  /// Of a row's beginning.
  Place row(std::size_t row) const;

 private:
  friend class TableReading;
  std::string file_;
  std::vector<std::string> columns_;  ///< that the format knows; the first one is the row's id
  std::vector<CsvCell> cells_;        ///< of each row
};

/// Columns candidate, stratum; weight. Errors to the log: those of csv_table.h, bad_count. What `validate` finds
/// is not looked at. Here and below `places`, if given, is told where the rows stand.
std::optional<std::vector<Candidate>> read_candidates(std::istream& in, std::string file, ProblemLog& log,
                                                      CsvOptions options = {}, TablePlaces* places = nullptr);

/// Columns visit, date, site; others as the page says. Errors to the log besides: bad_date, bad_instant, bad_mode,
/// bad_flag, bad_count, those of decimal numbers, half_coordinates, coordinates_range, half_times,
/// visit_hours_reversed, visit_off_date (a start more than a day away from the date, whatever the time zone),
/// duplicate_planned_visit.
std::optional<std::vector<PlannedVisit>> read_planned_visits(std::istream& in, std::string file, ProblemLog& log,
                                                             CsvOptions options = {}, TablePlaces* places = nullptr);
/// Titles in that language.
void write_planned_visits(std::ostream& out, std::span<const PlannedVisit> visits, Language language = Language::zh);

/// Column inspector; others as the page says. Absences are dates or stretches "2026-11-09..2026-11-13". Errors besides:
/// duplicate_inspector, separator_in_code (an id with ";" could not be written into a list), validity_reversed.
std::optional<std::vector<Inspector>> read_inspectors(std::istream& in, std::string file, ProblemLog& log,
                                                      CsvOptions options = {}, TablePlaces* places = nullptr);

/// visit, date, inspectors, then reason, needed, fit and excluded of those that are left over.
void write_assignment(std::ostream& out, const Assignment& assignment);

}  // namespace aedile
