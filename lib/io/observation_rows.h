// From the cells of one row to records: visits.csv to the visit, findings.csv to findings, readings and checks.
#pragma once

#include <string>
#include <vector>

#include "aedile/io/csv_table.h"
#include "aedile/io/visits_csv.h"

namespace aedile::detail {

/// Columns with a meaning of their own, in the order of their lists below; every other column is an attribute.
enum VisitColumn : std::size_t { visit_id, visit_site, visit_class, visit_date, visit_mode, visit_edition };
std::vector<CsvColumn> visit_columns();

enum FindingColumn : std::size_t {
  finding_visit,
  finding_item,
  finding_count,
  finding_evidence,
  finding_note,
  finding_result,
  finding_criterion,
  finding_reading,
  finding_value
};
std::vector<CsvColumn> finding_columns();

/// Attributes of findings that exist without declaration.
std::vector<std::string> usual_attributes();

void read_visit_row(const CsvTable& table, VisitRow& row);

/// Adds the row's observation to the visit's record. `is_flag` has one entry for each extra column.
void read_finding_row(const CsvTable& table, const std::vector<bool>& is_flag, VisitRow& row);

}  // namespace aedile::detail
