#pragma once
/// The visits of a bulk pass: what rows must repeat of theirs, and where results go.

#include "aedile/scoring/bulk.h"
#include "scoring/bulk_rows.h"

namespace aedile::detail {

/// What becomes of a row; neither: it counts.
struct RowVerdict {
  std::optional<RowFault> fault;
  bool ignored = false;
};

/// What is wrong with a row whatever its visit is like.
inline std::optional<RowFault> fault_of_codes(Cell cell) {
  const auto fault = static_cast<RowFault>(cell & cell_units);
  if ((cell & cell_fault) == 0 || fault == RowFault::no_points) return {};
  return fault;
}

/// What a row of one visit must look like.
struct ExpectedRow {
  std::uint32_t site = 0, period = 0;  // 0 where they are not checked
  std::uint32_t profile = 0;
  const std::uint8_t* excluded = nullptr;  // by item
  bool ignore_excluded = false;

  RowVerdict judge(const RowBlock& block, std::size_t i) const {
    const Cell cell = block.cell[i];
    if (const std::optional<RowFault> fault = fault_of_codes(cell)) return {fault, false};
    if (block.site[i] != site) return {RowFault::other_site, false};
    if (block.period[i] != period) return {RowFault::other_period, false};
    if (excluded[block.item[i]]) {
      if (ignore_excluded) return {{}, true};
      return {RowFault::not_applicable, false};
    }
    if ((cell & cell_fault) != 0 && block.count[i] != 0) return {RowFault::no_points, false};
    return {};
  }
};

/// What every task of a pass shares.
struct BulkVisits {
  const BulkTables& tables;
  const VisitColumns& columns;
  const BulkMarks& marks;
  ScoreOptions options;

  std::uint32_t profile(std::size_t visit) const {
    if (columns.profile.given()) return columns.profile[visit];
    if (columns.profile_of_site.given()) return columns.profile_of_site[columns.site[visit]];
    return 0;
  }
  ExpectedRow expected(std::size_t visit, const RowColumns& rows) const {
    ExpectedRow row;
    if (rows.check_site) row.site = columns.site[visit];
    if (rows.check_period) row.period = columns.period[visit];
    row.profile = profile(visit);
    row.excluded = &tables.excluded[row.profile * tables.lines()];
    row.ignore_excluded = options.ignore_not_applicable;
    return row;
  }
};

}  // namespace aedile::detail
