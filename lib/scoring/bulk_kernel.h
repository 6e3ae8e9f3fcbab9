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
template <std::size_t Depth, class Source>
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
    score_empty(visit_ + 1, last, rows);
    return true;
  }

  /// Rows on items that do not apply.
  std::uint64_t ignored() const { return ignored_; }

 private:
  static constexpr std::size_t no_visit = SIZE_MAX, carried_over = SIZE_MAX;

  bool score_block(std::size_t row, std::size_t rows, std::size_t last) {
    std::size_t since = carried_over;  // where in the block the visit begins
    for (std::size_t i = 0; i < rows;) {
      const std::uint32_t visit = block_.visit[i];
      if (visit != visit_) {
        if (visit >= visits_.columns.count) [[unlikely]] {
          source_.reject(row + i++, visit, RowFault::no_such_visit);
          continue;
        }
        if (visit < visit_ || visit >= last) return false;
        end(row + i);
        forget_losses(since, i);
        score_empty(visit_ + 1, visit, row + i);
        begin(visit, row + i);
        since = i;
      }
      std::size_t until = i + 1;
      while (until < rows && block_.visit[until] == visit) ++until;
      score_run(row, i, until);
      i = until;
    }
    return true;
  }

  /// Of a visit with these rows: all at once only where some are no longer in the block.
  void forget_losses(std::size_t first, std::size_t last) {
    if (first == carried_over)
      std::fill(losses_.begin(), losses_.end(), 0U);
    else
      for (std::size_t i = first; i < last; ++i) losses_[block_.item[i]] = 0;
  }

  void score_empty(std::size_t visit, std::size_t last, std::size_t row) {
    for (; visit < last; ++visit) {
      begin(visit, row);
      end(row);
    }
  }

  /// Rows [first, last) of the block, all of one visit: first whether any needs a closer look, then what they cost.
  void score_run(std::size_t row, std::size_t first, std::size_t last) {
    const std::uint32_t site = expected_.site, period = expected_.period;
    std::uint32_t differs = 0;
    Cell cells = 0;
    for (std::size_t i = first; i < last; ++i) {
      differs |= (block_.site[i] ^ site) | (block_.period[i] ^ period);
      cells |= block_.cell[i];
    }
    if (differs == 0 && cells < cell_aims && expected_.ignore_excluded)
      lose<false>(row, first, last);
    else
      lose<true>(row, first, last);
  }

  /// `Look`: at each row by itself. Without, nothing is wrong with them but that their item may not apply, which costs
  /// nothing: its weights are 0.
  template <bool Look>
  void lose(std::size_t row, std::size_t i, std::size_t last) {
    const std::size_t depth = Depth == 0 ? tables_.depth : Depth;
    const std::uint32_t* const lines = tables_.item_lines.data();
    const std::int64_t* const weights = profile_->weights.data();
    const std::uint8_t* const excluded = expected_.excluded;
    std::uint32_t* const losses = losses_.data();
    std::int64_t* const loss = loss_.data();
    std::int64_t total = 0;
    std::uint64_t moved = 0, ignored = 0;
    for (; i < last; ++i) {
      const std::uint32_t item = block_.item[i];
      const Cell cell = block_.cell[i];
      if constexpr (Look) {
        if (cell >= cell_aims || expected_.differs(block_, i)) {
          if (!unusual(row + i, i, cell)) continue;
        }
      } else {
        ignored += excluded[item];
      }
      const std::uint32_t* const line = lines + item * depth;
      const std::int64_t* const weight = weights + item * depth;
      const std::uint32_t before = losses[item];
      const std::uint64_t reached = before + std::uint64_t{cell & cell_units} * block_.count[i];
      const auto now = static_cast<std::uint32_t>(std::min<std::uint64_t>(reached, line[0]));
      const std::uint32_t change = now - before;
      losses[item] = now;
      moved += change;
      total += weight[0] * change;
      for (std::size_t d = 1; d < depth; ++d) loss[line[d]] += weight[d] * change;
    }
    total_ += total;
    moved_ += moved;
    ignored_ += ignored;
  }

  /// A row that is not plainly points off. Whether it costs points all the same.
  [[gnu::noinline]] bool unusual(std::size_t row, std::size_t i, Cell cell) {
    const RowVerdict verdict = expected_.judge(block_, i);
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
    general_ = profile_->general;
  }

  [[gnu::noinline]] void end(std::size_t row) {
    bool undecided = false;
    if (!general_) undecided = !write();
    if (general_ || undecided) [[unlikely]]
      general_visits_.score(source_, static_cast<std::uint32_t>(visit_), first_row_, row, undecided);
    std::fill(loss_.begin(), loss_.end(), 0);
    total_ = 0;
    moved_ = 0;
    if (aims_.any()) aims_.clear();
  }

  /// False where a mark is undecided, or a number too large.
  bool write() {
    loss_[tables_.total] = total_;
    std::uint64_t error = profile_->exact ? 0 : (moved_ >> 1) + 1;
    std::uint16_t best_grade = 0;
    if (aims_.any()) [[unlikely]] {
      if (!aims_.apply(*profile_, losses_.data(), moved_, loss_.data(), error, best_grade)) return false;
    }
    const BulkMarks& marks = visits_.marks;
    const std::size_t wanted = tables_.wanted;
    bool decided = true;
    if (!marks.marks.empty()) decided = round(0, wanted, error, &marks.marks[visit_ * wanted]);
    if (!marks.grades.empty()) {
      Points total;
      if (marks.marks.empty() || tables_.total == wanted)
        decided &= round(tables_.total, tables_.total + 1, error, &total);
      else
        total = marks.marks[visit_ * wanted + tables_.total];
      marks.grades[visit_] = grade_of(total.scaled(), best_grade);
    }
    if (!marks.completion.empty()) marks.completion[visit_] = Factor::of(1);
    return decided;
  }

  /// The marks of slots [first, last); whether all are decided.
  bool round(std::size_t first, std::size_t last, std::uint64_t error, Points* marks) const {
    const std::int64_t* const base = profile_->base.data() + first;
    const std::int64_t* const loss = loss_.data() + first;
    const std::int64_t* const unscored = profile_->unscored.data() + first;
    const std::size_t slots = last - first;
    const int shift = tables_.shift;
    if (!tables_.rounds_plainly) {
      bool decided = true;
      for (std::size_t s = 0; s < slots; ++s) {
        const RoundedGrains rounded = round_grains(base[s] - loss[s], error, shift, tables_.rounding);
        decided &= rounded.decided;
        marks[s] = Points::from_scaled(rounded.mark + unscored[s]);
      }
      return decided;
    }
    const std::int64_t half = std::int64_t{1} << (shift - 1);
    const std::int64_t fraction = 2 * half - 1;
    std::int64_t nearest = half;
    for (std::size_t s = 0; s < slots; ++s) {
      const std::int64_t value = base[s] - loss[s];
      const std::int64_t rest = (value & fraction) - half;  // from where rounding changes; a tie goes up
      nearest = std::min(nearest, rest < 0 ? -rest : rest);
      marks[s] = Points::from_scaled(((value + half) >> shift) + unscored[s]);
    }
    return error == 0 || static_cast<std::uint64_t>(nearest) > error;
  }

  std::uint8_t grade_of(std::int64_t mark, std::uint16_t best) const {
    std::size_t grade = no_bulk_grade;
    for (std::size_t g = tables_.grades.size(); g-- > 0;) {
      const bool within = mark >= tables_.grades[g].low && mark <= tables_.grades[g].high;
      grade = within ? g : grade;
    }
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
  std::vector<std::int64_t> loss_;     // of the visit, by slot, in grains; one more for slots that are not
  FiredAims aims_;
  // The visit that is being scored.
  std::size_t visit_ = 0, first_row_ = 0;
  ExpectedRow expected_;
  const BulkProfile* profile_ = nullptr;
  bool general_ = false;
  std::int64_t total_ = 0;
  std::uint64_t moved_ = 0;
  std::uint64_t ignored_ = 0;
};

}  // namespace aedile::detail
