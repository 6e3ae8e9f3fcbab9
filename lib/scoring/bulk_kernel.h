#pragma once
/// The row loop of bulk scoring: rows of a visit together, visits rising.
///
/// `Source` gives the rows and takes back what cannot be scored here:
///   std::size_t rows() const;
///   void load(std::size_t row, std::size_t rows, RowBlock& block);
///   void reject(std::size_t row, std::uint32_t visit, RowFault fault);

#include "scoring/bulk_aims.h"
#include "scoring/bulk_general.h"

namespace aedile::detail {

/// `Depth`: BulkTables::depth, or 0 where it is only known at run time.
template <int Depth, class Source>
class BulkKernel {
 public:
  BulkKernel(const BulkVisits& visits, const RowColumns& columns, Source& source, GeneralVisits& general)
      : visits_(visits),
        tables_(visits.tables),
        columns_(columns),
        source_(source),
        general_visits_(general),
        losses_(tables_.items + 1),
        loss_(tables_.slots.size() + 1),
        aims_(tables_) {}

  /// Scores visits [first, last) by the rows of the source. False, with marks unspecified, where a row belongs to an
  /// earlier visit than the row before it, or to none of these.
  bool run(std::size_t first, std::size_t last) {
    begin(first == last ? no_visit : first, 0);
    const std::size_t rows = source_.rows();
    for (std::size_t row = 0; row < rows; row += block_rows) {
      const std::size_t here = std::min(block_rows, rows - row);
      source_.load(row, here, block_);
      if (!score_block(row, here, last)) return false;
    }
    if (first == last) return true;
    end(rows);
    for (std::size_t v = visit_ + 1; v < last; ++v) {
      begin(v, rows);
      end(rows);
    }
    return true;
  }

  /// Rows on items that do not apply.
  std::uint64_t ignored() const { return ignored_; }

 private:
  static constexpr std::size_t no_visit = SIZE_MAX;

  bool score_block(std::size_t row, std::size_t rows, std::size_t last) {
    const Cell* const cells = tables_.cells.data();
    const std::size_t stride = tables_.stride();
    const std::uint32_t* const caps = tables_.caps.data();
    std::uint32_t* const losses = losses_.data();
    const auto count = static_cast<std::uint32_t>(visits_.columns.count);
    for (std::size_t i = 0; i < rows; ++i) {
      const std::uint32_t visit = block_.visit[i];
      if (visit != visit_) [[unlikely]] {
        if (visit >= count) {
          source_.reject(row + i, visit, RowFault::no_such_visit);
          continue;
        }
        if (visit < visit_ || visit >= last) return false;
        end(row + i);
        while (++visit_ < visit) {
          begin(visit_, row + i);
          end(row + i);
        }
        begin(visit, row + i);
      }
      const std::uint32_t item = block_.item[i];
      const Cell cell = cells[item * stride + block_.code[i]];
      if ((cell >= cell_aims) | expected_.differs(block_, i) | expected_.excluded[item]) [[unlikely]] {
        if (!unusual(row + i, i, cell)) continue;
      }
      const std::uint64_t wanted = losses[item] + std::uint64_t{cell & cell_units} * block_.count[i];
      const auto now = static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, caps[item]));
      const std::uint32_t change = now - losses[item];
      losses[item] = now;
      moved_ += change;
      lose(item, change);
    }
    return true;
  }

  void lose(std::uint32_t item, std::uint32_t change) {
    if constexpr (Depth == 0) {
      const std::size_t depth = tables_.depth;
      const std::int64_t* const weights = weights_ + item * depth;
      const std::uint32_t* const slots = tables_.slot_of.data() + item * depth;
      total_ += weights[0] * change;
      for (std::size_t d = 1; d < depth; ++d) loss_[slots[d]] += weights[d] * change;
    } else {
      const std::int64_t* const weights = weights_ + item * Depth;
      const std::uint32_t* const slots = tables_.slot_of.data() + item * Depth;
      total_ += weights[0] * change;
      for (std::size_t d = 1; d < Depth; ++d) loss_[slots[d]] += weights[d] * change;
    }
  }

  /// A row that is not plainly points off. Whether it costs points all the same.
  [[gnu::noinline]] bool unusual(std::size_t row, std::size_t i, Cell cell) {
    const RowVerdict verdict = expected_.judge(block_, i, cell);
    if (verdict.fault) source_.reject(row, static_cast<std::uint32_t>(visit_), *verdict.fault);
    if (verdict.ignored) ++ignored_;
    if (verdict.fault || verdict.ignored || block_.count[i] == 0) return false;
    if (cell & cell_general) general_ = true;
    if (cell & cell_aims) aims_.add(block_.item[i], block_.code[i], block_.count[i]);
    return true;
  }

  void begin(std::size_t visit, std::size_t row) {
    visit_ = visit;
    first_row_ = row;
    if (visit >= visits_.columns.count) return;
    expected_ = visits_.expected(visit, columns_);
    profile_ = &tables_.profiles[expected_.profile];
    weights_ = profile_->weights.data();
    general_ = profile_->general;
  }

  void end(std::size_t row) {
    bool undecided = false;
    if (!general_) undecided = !write();
    if (general_ || undecided) [[unlikely]]
      general_visits_.score(source_, static_cast<std::uint32_t>(visit_), first_row_, row, undecided);
    std::fill(losses_.begin(), losses_.end(), 0U);
    std::fill(loss_.begin(), loss_.end(), 0);
    total_ = 0;
    moved_ = 0;
    if (aims_.any()) aims_.clear();
  }

  /// False where a mark is undecided, or a number too large.
  bool write() {
    loss_[0] = total_;
    std::uint64_t error = profile_->exact ? 0 : (moved_ >> 1) + 1;
    std::uint16_t best_grade = 0;
    if (aims_.any()) [[unlikely]] {
      if (!aims_.apply(*profile_, losses_.data(), moved_, loss_.data(), error, best_grade)) return false;
    }
    const std::size_t wanted = tables_.wanted.size();
    Points* const marks = visits_.marks.marks.empty() ? nullptr : &visits_.marks.marks[visit_ * wanted];
    bool decided = true;
    const bool needs_total = !visits_.marks.grades.empty();
    std::int64_t total = 0;
    if (marks != nullptr) {
      for (std::size_t w = 0; w < wanted; ++w) {
        const std::uint32_t slot = tables_.wanted[w];
        const std::int64_t mark = mark_of(slot, error, decided);
        marks[w] = Points::from_scaled(mark);
        if (slot == 0) total = mark;
      }
    }
    if (needs_total) {
      if (marks == nullptr || tables_.wanted_total == tables_.wanted.size()) total = mark_of(0, error, decided);
      visits_.marks.grades[visit_] = grade_of(total, best_grade);
    }
    if (!visits_.marks.completion.empty()) visits_.marks.completion[visit_] = Factor::of(1);
    return decided;
  }

  std::int64_t mark_of(std::uint32_t slot, std::uint64_t error, bool& decided) const {
    const std::int64_t value = profile_->base[slot] - loss_[slot];
    const int shift = tables_.shift;
    std::int64_t mark = 0;
    if (tables_.rounds_plainly) {
      const std::int64_t half = std::int64_t{1} << (shift - 1);
      const std::int64_t rest = (value & ((half << 1) - 1)) - half;
      // With no error, a tie goes up: rest = 0.
      decided &= error == 0 || static_cast<std::uint64_t>(rest < 0 ? -rest : rest) > error;
      mark = (value + half) >> shift;
    } else {
      const RoundedGrains rounded = round_grains(value, error, shift, tables_.rounding);
      decided &= rounded.decided;
      mark = rounded.mark;
    }
    return profile_->scored[slot] ? mark : no_mark.scaled();
  }

  std::uint8_t grade_of(std::int64_t mark, std::uint16_t best) const {
    std::size_t grade = no_bulk_grade;
    for (std::size_t g = tables_.grades.size(); g-- > 0;)
      grade = mark >= tables_.grades[g].low && mark <= tables_.grades[g].high ? g : grade;
    if (grade == no_bulk_grade || mark == no_mark.scaled()) return no_bulk_grade;
    return static_cast<std::uint8_t>(std::max<std::size_t>(grade, best));
  }

  const BulkVisits& visits_;
  const BulkTables& tables_;
  const RowColumns& columns_;
  Source& source_;
  GeneralVisits& general_visits_;
  RowBlock block_{};
  std::vector<std::uint32_t> losses_;  // of the visit, by item, in units
  std::vector<std::int64_t> loss_;     // by slot, in grains
  FiredAims aims_;
  // The visit that is being scored.
  std::size_t visit_ = 0, first_row_ = 0;
  ExpectedRow expected_;
  const BulkProfile* profile_ = nullptr;
  const std::int64_t* weights_ = nullptr;
  bool general_ = false;
  std::int64_t total_ = 0;
  std::uint64_t moved_ = 0;
  std::uint64_t ignored_ = 0;
};

}  // namespace aedile::detail
