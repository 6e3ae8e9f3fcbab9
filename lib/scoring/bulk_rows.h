#pragma once
/// Rows of a table of findings, a block at a time, as 32-bit codes that index the tables without further checks.

#include <algorithm>

#include "scoring/bulk_tables.h"

namespace aedile::detail {

inline constexpr std::size_t block_rows = 256;

/// One block. Codes beyond the layout have become the last row or column of the cells, which stand for a fault. Columns
/// of 32 bits are read where they are; others are widened into `own`.
struct RowBlock {
  const std::uint32_t* visit = nullptr;
  const std::uint32_t* count = nullptr;
  const std::uint32_t* site = nullptr;    // 0 where it is not checked
  const std::uint32_t* period = nullptr;  // likewise
  alignas(64) std::uint32_t item[block_rows];
  alignas(64) std::uint32_t code[block_rows];  // of all attributes together
  alignas(64) Cell cell[block_rows];           // of the item and the code
  alignas(64) std::uint32_t own[4][block_rows];
};

inline void look_up_cells(const BulkTables& tables, std::size_t rows, RowBlock& block) {
  const Cell* const cells = tables.cells.data();
  const std::size_t stride = tables.stride();
  for (std::size_t i = 0; i < rows; ++i) block.cell[i] = cells[block.item[i] * stride + block.code[i]];
}

template <class Code>
inline void widen(const void* from, std::size_t row, std::size_t rows, std::uint32_t* __restrict to) {
  const Code* codes = static_cast<const Code*>(from) + row;
  for (std::size_t i = 0; i < rows; ++i) to[i] = codes[i];
}

/// Of a column that is given.
inline void widen(const Column& column, std::size_t row, std::size_t rows, std::uint32_t* to) {
  switch (column.width()) {
    case 1:
      return widen<std::uint8_t>(column.data(), row, rows, to);
    case 2:
      return widen<std::uint16_t>(column.data(), row, rows, to);
    default:
      return widen<std::uint32_t>(column.data(), row, rows, to);
  }
}

/// The largest code; 0 of a column that is empty or not given.
inline std::uint32_t largest(const Column& column) {
  std::uint32_t most = 0;
  std::uint32_t block[block_rows];
  for (std::size_t row = 0; row < column.size(); row += block_rows) {
    const std::size_t here = std::min(block_rows, column.size() - row);
    widen(column, row, here, block);
    for (std::size_t i = 0; i < here; ++i) most = std::max(most, block[i]);
  }
  return most;
}

/// The codes as 32 bits: where they are, or widened into `own`. `missing` where the column is not given.
inline const std::uint32_t* widened(const Column& column, std::size_t row, std::size_t rows, std::uint32_t* own,
                                    std::uint32_t missing = 0) {
  if (column.width() == 4) return static_cast<const std::uint32_t*>(column.data()) + row;
  if (column.given())
    widen(column, row, rows, own);
  else
    std::fill_n(own, rows, missing);
  return own;
}

inline void hold_below(std::uint32_t* codes, std::size_t rows, std::uint32_t limit) {
  for (std::size_t i = 0; i < rows; ++i) codes[i] = std::min(codes[i], limit);
}

/// The caller's columns, checked for their sizes, with what every row must repeat of its visit.
struct RowColumns {
  const BulkTables& tables;
  const FindingColumns& findings;
  bool check_site, check_period;

  std::size_t size() const { return findings.visit.size(); }

  void load(std::size_t row, std::size_t rows, RowBlock& block) const {
    block.visit = widened(findings.visit, row, rows, block.own[0]);
    block.count = widened(findings.count, row, rows, block.own[1], 1);
    block.site = widened(check_site ? findings.site : Column(), row, rows, block.own[2]);
    block.period = widened(check_period ? findings.period : Column(), row, rows, block.own[3]);
    widen(findings.item, row, rows, block.item);
    hold_below(block.item, rows, static_cast<std::uint32_t>(tables.items));
    load_codes(row, rows, block);
    look_up_cells(tables, rows, block);
  }

 private:
  void load_codes(std::size_t row, std::size_t rows, RowBlock& block) const {
    const std::vector<Column>& columns = findings.attributes;
    if (columns.empty()) {
      std::fill_n(block.code, rows, 0U);
      return;
    }
    const auto beyond = static_cast<std::uint32_t>(tables.codes);
    widen(columns.front(), row, rows, block.code);
    if (columns.size() == 1) {
      hold_below(block.code, rows, beyond);
      return;
    }
    std::uint32_t next[block_rows];
    std::uint32_t bad[block_rows];
    for (std::size_t i = 0; i < rows; ++i) bad[i] = block.code[i] >= tables.radix[0];
    for (std::size_t a = 1; a < columns.size(); ++a) {
      widen(columns[a], row, rows, next);
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
