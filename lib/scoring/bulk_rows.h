#pragma once
/// Rows of a table of findings, a block at a time, as 32-bit codes that index the tables without further checks.

#include <algorithm>

#include "scoring/bulk_lanes.h"
#include "scoring/bulk_tables.h"

namespace aedile::detail {

/// One block. Codes beyond the layout have become the last row or column of the cells, which stand for a fault. Columns
/// of 32 bits are read where they are; others are widened into `own`. The kernel fills in where the rows are felt.
struct RowBlock {
  static constexpr std::size_t block_stride = block_rows + 16;  // columns of one row must not share a set of the cache
  const std::uint32_t* visit = nullptr;
  const std::uint32_t* count = nullptr;
  const std::uint32_t* site = nullptr;    // 0 where it is not checked
  const std::uint32_t* period = nullptr;  // likewise
  alignas(64) std::uint32_t item[block_stride];
  alignas(64) std::uint32_t code[block_stride];  // of all attributes together
  alignas(64) Cell cell[block_stride];           // of the item and the code
  alignas(64) std::uint32_t own[4][block_stride];
  alignas(64) std::uint32_t place[block_stride], line[block_stride], slot[block_stride];  // RowPlaces
  std::uint64_t odd[mask_words];
};

inline void look_up_cells(const Lanes& lanes, const BulkTables& tables, std::size_t rows, RowBlock& block) {
  lanes.look_up(tables.cells.data(), static_cast<std::uint32_t>(tables.stride()), block.item, block.code, rows,
                block.cell);
}

/// Of a column that is given.
inline void widen(const Lanes& lanes, const Column& column, std::size_t row, std::size_t rows, std::uint32_t* to) {
  switch (column.width()) {
    case 1:
      return lanes.widen8(static_cast<const std::uint8_t*>(column.data()) + row, rows, to);
    case 2:
      return lanes.widen16(static_cast<const std::uint16_t*>(column.data()) + row, rows, to);
    default:
      std::copy_n(static_cast<const std::uint32_t*>(column.data()) + row, rows, to);
  }
}

/// The largest code; 0 of a column that is empty or not given.
inline std::uint32_t largest(const Lanes& lanes, const Column& column) {
  std::uint32_t most = 0;
  std::uint32_t block[block_rows];
  for (std::size_t row = 0; row < column.size(); row += block_rows) {
    const std::size_t here = std::min(block_rows, column.size() - row);
    widen(lanes, column, row, here, block);
    for (std::size_t i = 0; i < here; ++i) most = std::max(most, block[i]);
  }
  return most;
}

/// The codes as 32 bits: where they are, or widened into `own`. `missing` where the column is not given.
inline const std::uint32_t* widened(const Lanes& lanes, const Column& column, std::size_t row, std::size_t rows,
                                    std::uint32_t* own, std::uint32_t missing = 0) {
  if (column.width() == 4) return static_cast<const std::uint32_t*>(column.data()) + row;
  if (column.given())
    widen(lanes, column, row, rows, own);
  else
    std::fill_n(own, rows, missing);
  return own;
}

/// The caller's columns, checked for their sizes, with what every row must repeat of its visit.
struct RowColumns {
  const Lanes& lanes;
  const BulkTables& tables;
  const FindingColumns& findings;
  bool check_site, check_period;
  std::uint32_t first_visit;

  std::size_t size() const { return findings.visit.size(); }

  /// The visits of rows, counted from the first one; what is before that is beyond every count.
  const std::uint32_t* visits(std::size_t row, std::size_t rows, std::uint32_t* own) const {
    const std::uint32_t* const numbers = widened(lanes, findings.visit, row, rows, own);
    if (first_visit == 0) return numbers;
    for (std::size_t i = 0; i < rows; ++i) own[i] = numbers[i] - first_visit;
    return own;
  }
  std::uint32_t visit(std::size_t row) const { return findings.visit[row] - first_visit; }

  void load(std::size_t row, std::size_t rows, RowBlock& block) const {
    block.visit = visits(row, rows, block.own[0]);
    block.count = widened(lanes, findings.count, row, rows, block.own[1], 1);
    block.site = widened(lanes, check_site ? findings.site : Column(), row, rows, block.own[2]);
    block.period = widened(lanes, check_period ? findings.period : Column(), row, rows, block.own[3]);
    widen(lanes, findings.item, row, rows, block.item);
    prefetch(row + 2 * block_rows);
    lanes.hold_below(block.item, rows, static_cast<std::uint32_t>(tables.items));
    load_codes(row, rows, block);
    look_up_cells(lanes, tables, rows, block);
  }

 private:
  /// The block from `row` on: the processor does not look ahead as far as a block, of so many columns. Of the next
  /// block, all would be waited for that has not come while this one is scored.
  void prefetch(std::size_t row) const {
    prefetch(findings.visit, row);
    prefetch(findings.item, row);
    prefetch(findings.count, row);
    if (check_site) prefetch(findings.site, row);
    if (check_period) prefetch(findings.period, row);
    for (const Column& column : findings.attributes) prefetch(column, row);
  }
  static void prefetch(const Column& column, std::size_t row) {
    const auto width = static_cast<std::size_t>(column.width());
    const char* const codes = static_cast<const char*>(column.data()) + row * width;
    const std::size_t bytes = std::min(block_rows, column.size() - std::min(row, column.size())) * width;
    for (std::size_t byte = 0; byte < bytes; byte += 64) __builtin_prefetch(codes + byte);
  }

  void load_codes(std::size_t row, std::size_t rows, RowBlock& block) const {
    const std::vector<Column>& columns = findings.attributes;
    if (columns.empty()) {
      std::fill_n(block.code, rows, 0U);
      return;
    }
    const auto beyond = static_cast<std::uint32_t>(tables.codes);
    widen(lanes, columns.front(), row, rows, block.code);
    if (columns.size() == 1) {
      lanes.hold_below(block.code, rows, beyond);
      return;
    }
    std::uint32_t next[block_rows];
    std::uint32_t bad[block_rows];
    for (std::size_t i = 0; i < rows; ++i) bad[i] = block.code[i] >= tables.radix[0];
    for (std::size_t a = 1; a < columns.size(); ++a) {
      widen(lanes, columns[a], row, rows, next);
      const std::uint32_t radix = tables.radix[a];
      for (std::size_t i = 0; i < rows; ++i) {
        bad[i] |= next[i] >= radix;
        block.code[i] = block.code[i] * radix + next[i];
      }
    }
    for (std::size_t i = 0; i < rows; ++i) block.code[i] = bad[i] ? beyond : block.code[i];
  }
};

}  // namespace aedile::detail
