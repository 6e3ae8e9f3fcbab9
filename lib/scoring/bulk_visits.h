#pragma once
/// The visits of a bulk pass: what rows must repeat of theirs, and where results go.

#include "aedile/scoring/bulk.h"
#include "scoring/bulk_rows.h"

namespace aedile::detail {

/// What becomes of a row: a RowFault, or one of these behind them.
enum class RowVerdict : std::uint8_t { counts = row_faults, ignored };
constexpr RowVerdict verdict_of(RowFault fault) { return static_cast<RowVerdict>(fault); }
inline bool is_fault(RowVerdict verdict) { return verdict < RowVerdict::counts; }
inline RowFault fault_of(RowVerdict verdict) { return static_cast<RowFault>(verdict); }

/// What a row of one visit must look like.
struct ExpectedRow {
  std::uint32_t site = 0, period = 0;  // 0 where they are not checked
  std::uint32_t profile = 0;
  const std::uint8_t* excluded = nullptr;  // by item
  bool ignore_excluded = false;

  /// From the last that may be said to the first, each if it holds: bad rows are bad in no order that a processor could
  /// guess, and a wrong guess costs more than all of this.
  RowVerdict judge(const RowBlock& block, std::size_t i) const {
    const Cell cell = block.cell[i];
    const bool faulty = (cell & cell_fault) != 0;
    const auto fault = static_cast<RowVerdict>(cell & cell_units);
    const bool without_points = faulty && fault == verdict_of(RowFault::no_points);
    RowVerdict verdict = RowVerdict::counts;
    const auto say = [&verdict](bool holds, RowVerdict what) { verdict = holds ? what : verdict; };
    say(without_points & (block.count[i] != 0), fault);
    say(excluded[block.item[i]] != 0, ignore_excluded ? RowVerdict::ignored : verdict_of(RowFault::not_applicable));
    say(block.period[i] != period, verdict_of(RowFault::other_period));
    say(block.site[i] != site, verdict_of(RowFault::other_site));
    say(faulty & !without_points, fault);
    return verdict;
  }
};

/// Position in the layout; 0 where there are no profiles.
inline std::uint32_t profile_of(const VisitColumns& columns, std::size_t visit) {
  if (columns.profile.given()) return columns.profile[visit];
  if (columns.profile_of_site.given()) return columns.profile_of_site[columns.site[visit]];
  return 0;
}

/// What every task of a pass shares.
struct BulkVisits {
  const BulkTables& tables;
  const VisitColumns& columns;
  const BulkMarks& marks;
  ScoreOptions options;

  ExpectedRow expected(std::size_t visit, const RowColumns& rows) const {
    ExpectedRow row;
    if (rows.check_site) row.site = columns.site[visit];
    if (rows.check_period) row.period = columns.period[visit];
    row.profile = profile_of(columns, visit);
    row.excluded = &tables.excluded[row.profile * tables.lines()];
    row.ignore_excluded = options.ignore_not_applicable;
    return row;
  }
};

}  // namespace aedile::detail
