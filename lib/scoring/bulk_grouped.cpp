/// Rows as they were recorded, visit after visit: cut between visits, one task a piece.

#include <atomic>

#include "scoring/bulk_dispatch.h"
#include "scoring/bulk_passes.h"

namespace aedile::detail {
namespace {

/// Rows [first, first + size) of the caller's columns.
class Piece {
 public:
  Piece(const RowColumns& columns, std::size_t first, std::size_t last, BulkReport& report)
      : columns_(columns), first_(first), size_(last - first), report_(report) {}

  std::size_t rows() const { return size_; }
  void load(std::size_t row, std::size_t rows, RowBlock& block) { columns_.load(first_ + row, rows, block); }
  void reject(std::size_t row, std::uint32_t /*visit*/, RowFault fault) {
    report_.rejected.push_back({first_ + row, fault});
  }

 private:
  const RowColumns& columns_;
  std::size_t first_, size_;
  BulkReport& report_;
};

/// Small enough that threads end together, large enough that making a kernel costs nothing beside.
constexpr std::size_t rows_per_piece = std::size_t{1} << 17;

constexpr std::size_t first_cache = std::size_t{32} << 10;

struct Cut {
  std::size_t row, visit;
};

/// The first row from `row` on that begins a visit, and that visit; the ends where there is none.
Cut cut_at(const RowColumns& rows, std::size_t row, std::size_t visits) {
  std::size_t before = row;
  while (before > 0 && rows.visit(before - 1) >= visits) --before;
  const std::uint32_t last = before > 0 ? rows.visit(before - 1) : no_row;
  while (row < rows.size() && (rows.visit(row) >= visits || rows.visit(row) == last)) ++row;
  if (row == rows.size()) return {row, visits};
  return {row, before > 0 ? rows.visit(row) : 0};
}

}  // namespace

bool score_grouped(const BulkPass& pass, BulkReport& report) {
  const std::size_t rows = pass.rows.size();
  const std::size_t visits = pass.visits.columns.count;
  std::vector<Cut> cuts{{0, 0}};
  const std::size_t step = std::min(pass.options.rows_per_task, rows_per_piece);
  for (std::size_t row = step; row < rows; row += step) {
    const Cut cut = cut_at(pass.rows, row, visits);
    if (cut.visit < cuts.back().visit) return false;
    if (cut.row > cuts.back().row && cut.visit != 0) cuts.push_back(cut);
  }
  cuts.push_back({rows, visits});
  const std::size_t batch = batch_within(pass.visits.tables, first_cache / 2, 16);
  std::vector<BulkReport> parts(cuts.size() - 1);
  std::atomic<bool> ordered = true;
  pass.executor(parts.size(), [&](std::size_t task) {
    if (!ordered.load(std::memory_order_relaxed)) return;
    Piece piece(pass.rows, cuts[task].row, cuts[task + 1].row, parts[task]);
    use_kernel(pass, piece, batch, parts[task], [&](auto& kernel) {
      if (!kernel.run(cuts[task].visit, cuts[task + 1].visit)) ordered = false;
    });
  });
  if (!ordered) return false;
  report = merged(std::move(parts));
  return true;
}

}  // namespace aedile::detail
