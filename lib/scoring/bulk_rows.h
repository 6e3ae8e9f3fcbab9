#pragma once
/// Rows of a table of findings, a block at a time, as 32-bit codes that index the tables without further checks.

#include <algorithm>

#include "scoring/bulk_tables.h"

namespace aedile::detail {

inline constexpr std::size_t block_rows = 256;

/// One block. Codes beyond the layout have become the last row or column of the cells, which stand for a fault.
struct RowBlock {
  alignas(64) std::uint32_t visit[block_rows];
  alignas(64) std::uint32_t item[block_rows];
  alignas(64) std::uint32_t code[block_rows];  // of all attributes together
  alignas(64) std::uint32_t count[block_rows];
  alignas(64) std::uint32_t site[block_rows];    // 0 where it is not checked
  alignas(64) std::uint32_t period[block_rows];  // likewise
  alignas(64) Cell cell[block_rows];             // of the item and the code
};

inline void look_up_cells(const BulkTables& tables, std::size_t rows, RowBlock& block) {
  const Cell* const cells = tables.cells.data();
  const std::size_t stride = tables.stride();
  for (std::size_t i = 0; i < rows; ++i) block.cell[i] = cells[block.item[i] * stride + block.code[i]];
}

template <class Code>
inline void widen(const void* from, std::size_t row, std::size_t rows, std::uint32_t* to) {
  const Code* codes = static_cast<const Code*>(from) + row;
  for (std::size_t i = 0; i < rows; ++i) to[i] = codes[i];
}

/// 0 where the column is not given.
inline void widen(const Column& column, std::size_t row, std::size_t rows, std::uint32_t* to) {
  switch (column.width()) {
    case 1:
      return widen<std::uint8_t>(column.data(), row, rows, to);
    case 2:
      return widen<std::uint16_t>(column.data(), row, rows, to);
    case 4:
      return widen<std::uint32_t>(column.data(), row, rows, to);
    default:
      std::fill_n(to, rows, 0U);
  }
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
    widen(findings.visit, row, rows, block.visit);
    widen(findings.item, row, rows, block.item);
    hold_below(block.item, rows, static_cast<std::uint32_t>(tables.items));
    if (findings.count.given())
      widen(findings.count, row, rows, block.count);
    else
      std::fill_n(block.count, rows, 1U);
    widen(check_site ? findings.site : Column(), row, rows, block.site);
    widen(check_period ? findings.period : Column(), row, rows, block.period);
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
