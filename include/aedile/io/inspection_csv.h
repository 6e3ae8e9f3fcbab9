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

/// Columns candidate, stratum; weight. Errors to the log: those of csv_table.h, bad_count. What `validate` finds
/// is not looked at.
std::optional<std::vector<Candidate>> read_candidates(std::istream& in, std::string file, ProblemLog& log,
                                                      CsvOptions options = {});

/// Columns visit, date, site; others as the page says. Errors to the log besides: bad_date, bad_instant, bad_mode,
/// bad_flag, bad_count, those of decimal numbers, half_coordinates, half_times.
std::optional<std::vector<PlannedVisit>> read_planned_visits(std::istream& in, std::string file, ProblemLog& log,
                                                             CsvOptions options = {});
/// Titles in that language.
void write_planned_visits(std::ostream& out, std::span<const PlannedVisit> visits, Language language = Language::zh);

/// Column inspector; others as the page says. Absences are dates or stretches "2026-11-09..2026-11-13".
std::optional<std::vector<Inspector>> read_inspectors(std::istream& in, std::string file, ProblemLog& log,
                                                      CsvOptions options = {});

/// visit, date, inspectors, then reason, needed, fit and excluded of those that are left over.
void write_assignment(std::ostream& out, const Assignment& assignment);

}  // namespace aedile
