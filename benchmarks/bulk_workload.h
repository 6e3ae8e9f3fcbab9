#pragma once
// Columns of findings for the benchmarks of bulk scoring, the same on every machine, held against exact scoring.

#include "aedile/scoring/bulk.h"
#include "workload.h"

namespace aedile::workload {

/// Which rules the items have.
enum class Mix {
  tables,  ///< points by severity and caps alone
  aims,    ///< vetoes too
  all,     ///< also allowances, modifiers, occurrences once a place: what a Scorer must take
};

struct BulkTable {
  /// About as many rows: 0 to 23 a visit, in order; one in ten thousand fits nowhere. Visits are of sites of all
  /// classes.
  BulkTable(const Shape& shape, Mix mix, std::size_t rows);

  BulkLayout layout() const;
  /// The same rows, in no order.
  BulkTable shuffled() const;
  std::size_t rows() const { return visit.size(); }
  std::size_t visits() const { return visit_site.size(); }
  /// Read and written once.
  std::size_t bytes() const;
  VisitColumns visit_columns() const;
  FindingColumns finding_columns() const;

  CompiledFramework framework;
  std::vector<std::uint8_t> site_class;
  std::vector<std::uint32_t> visit_site;
  std::vector<std::uint32_t> visit, site;
  std::vector<std::uint16_t> item;
  std::vector<std::uint8_t> severity, count;
};

/// The marks of all wanted nodes and the grades.
struct BulkResults {
  explicit BulkResults(const BulkTable& table)
      : marks(table.visits() * table.layout().nodes.size()), grades(table.visits()) {}
  BulkMarks out() { return {.marks = marks, .grades = grades, .completion = {}}; }

  std::vector<Points> marks;
  std::vector<std::uint8_t> grades;
};

/// Scores some of the visits exactly and compares every wanted node; ends the program where one differs.
void require_exact(const BulkTable& table, const BulkReport& report, const BulkResults& results);

}  // namespace aedile::workload
