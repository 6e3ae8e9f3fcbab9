#pragma once
/// The row loop of bulk scoring. Neighbouring visits are scored together, a batch at a time: first every row finds its
/// places, then what it costs is taken off there, last every visit of the batch is written down. Nothing in the row
/// loop depends on where one visit ends and the next begins.
///
/// `Source` gives the rows and takes back what cannot be scored here:
///   std::size_t rows() const;
///   void load(std::size_t row, std::size_t rows, RowBlock& block);
///   void reject(std::size_t row, std::uint32_t visit, RowFault fault);

#include <bit>
#include <numeric>
#include <type_traits>

#include "scoring/bulk_aims.h"
#include "scoring/bulk_batch.h"
#include "scoring/bulk_general.h"

namespace aedile::detail {

/// `Depth`: BulkTables::depth, or 0 where it is only known at run time.
template <std::size_t Depth, class Source>
class BulkKernel {
 public:
  /// `batch`: most visits that are scored together.
  BulkKernel(const BulkVisits& visits, const RowColumns& columns, Source& source, GeneralVisits& general,
             std::size_t batch)
      : visits_(visits),
        tables_(visits.tables),
        columns_(columns),
        source_(source),
        general_visits_(general),
        batch_(visits, columns, batch),
        losses_(batch_.most() * tables_.lines()),
        loss_(batch_.most() * losses_of_visit()),
        nearest_(batch_.most()),
        newest_(batch_.most(), none_fired),
        error_(batch_.most(), usual_error()),
        best_grade_(batch_.most()),
        aims_(tables_) {}

  /// Scores visits [first, last) by the rows of the source: those of a batch together, batches rising. False, with
  /// marks unspecified, where a row belongs to an earlier batch than the row before it, or to none of these.
  bool run(std::size_t first, std::size_t last) {
    const std::size_t rows = source_.rows();
    open(first, last, 0);
    for (std::size_t row = 0; row < rows; row += block_rows) {
      const std::size_t here = std::min(block_rows, rows - row);
      source_.load(row, here, block_);
      if (!score_block(row, here, last)) return false;
    }
    close(rows, carried_over, 0);
    while (batch_.end() < last) {
      open(batch_.end(), last, rows);
      close(rows, 0, 0);
    }
    return true;
  }

  /// Rows on items that do not apply.
  std::uint64_t ignored() const { return ignored_; }

 private:
  static constexpr std::size_t carried_over = SIZE_MAX;

  /// Losses of a visit: the total's in some sums, then as BulkTables::item_lines says.
  std::size_t losses_of_visit() const { return first_slot + tables_.slots.size() + 1; }

  bool score_block(std::size_t row, std::size_t rows, std::size_t last) {
    std::fill(std::begin(block_.odd), std::end(block_.odd), 0);
    std::size_t since = carried_over;  // where in the block the batch begins
    for (std::size_t i = 0;;) {
      const std::size_t end = place(i, rows);
      settle_odd(row, i, end);
      lose(i, end);
      i = end;
      if (i == rows) return true;
      const std::size_t visit = block_.visit[i];
      if (visit < batch_.end() || visit >= last) return false;
      close(row + i, since, i);
      for (open(batch_.end(), last, row + i); visit >= batch_.end(); open(batch_.end(), last, row + i))
        close(row + i, i, i);
      since = i;
    }
  }

  /// Where rows [first, rows) of the block are felt, up to the first that is of another batch, which it returns.
  std::size_t place(std::size_t first, std::size_t rows) {
    const VisitBatch batch = batch_.view(static_cast<std::uint32_t>(losses_of_visit()));
    const BatchRows here{block_.visit, block_.site, block_.period, block_.item, block_.cell, cell_aims};
    const std::size_t end =
        columns_.lanes.look(batch, here, first, rows, {block_.place, block_.line, block_.slot, block_.odd});
    if (visits_.options.ignore_not_applicable) return end;
    for (std::size_t i = first; i < end; ++i)
      block_.odd[i / 64] |= std::uint64_t{tables_.excluded[block_.line[i]]} << i % 64;
    return end;
  }

  /// Odd rows among [first, last), of which most have nothing wrong with them, and fire something. Which do, no
  /// processor can guess: they are sorted out without asking.
  void settle_odd(std::size_t row, std::size_t first, std::size_t last) {
    std::uint16_t firing[block_rows], others[block_rows];
    std::size_t fire = 0, other = 0;
    for (std::size_t word = first / 64; word * 64 < last; ++word) {
      std::uint64_t odd = block_.odd[word];  // no bit is set yet from `last` on
      if (first > word * 64) odd &= ~std::uint64_t{0} << first % 64;
      for (; odd != 0; odd &= odd - 1) {
        const std::size_t i = word * 64 + static_cast<std::size_t>(std::countr_zero(odd));
        const unsigned expected{batch_.expects(block_.visit[i], block_.site[i], block_.period[i])};
        const unsigned served{block_.cell[i] < cell_general}, applies{tables_.excluded[block_.line[i]] == 0};
        const bool fires = (expected & served & applies) != 0;
        firing[fire] = others[other] = static_cast<std::uint16_t>(i);
        fire += fires & (block_.count[i] != 0);
        other += !fires;
      }
    }
    for (std::size_t f = 0; f < fire; ++f) take_fired(firing[f]);
    for (std::size_t o = 0; o < other; ++o) {
      const std::size_t i = others[o];
      if (settle(row + i, i)) continue;
      block_.cell[i] = 0;
      block_.line[i] = batch_.beyond();
    }
  }
  void take_fired(std::size_t i) {
    std::size_t& newest = newest_[block_.visit[i] - batch_.first()];
    fired_.push_back({block_.item[i], block_.code[i], block_.count[i], newest});
    newest = fired_.size() - 1;
  }

  /// A row that is neither plainly points off nor plainly fires something. Whether it costs points all the same.
  bool settle(std::size_t row, std::size_t i) {
    const std::uint32_t visit = block_.visit[i];
    const std::size_t at = visit - batch_.first();
    const bool exists = at < batch_.size();  // lanes take no row of a visit of another batch
    const RowVerdict verdict = exists ? batch_.expected(at).judge(block_, i) : verdict_of(RowFault::no_such_visit);
    if (is_fault(verdict)) [[likely]] {
      source_.reject(row, visit, fault_of(verdict));
      return false;
    }
    if (verdict == RowVerdict::ignored) ++ignored_;
    if (verdict == RowVerdict::ignored || block_.count[i] == 0) return false;
    if (block_.cell[i] & cell_general) batch_.make_general(visit);
    if (block_.cell[i] & cell_aims) take_fired(i);
    return true;
  }

  /// What rows [first, last) of the block cost their items, and then the slots above these. Two loops: one would have
  /// more to hold than there are registers.
  void lose(std::size_t first, std::size_t last) {
    const std::uint32_t* const caps = tables_.caps.data();
    std::uint32_t* const losses = losses_.data();
    for (std::size_t i = first; i < last; ++i) {
      std::uint32_t& lost = losses[block_.place[i]];
      const std::uint32_t before = lost;
      const std::uint64_t reached = before + std::uint64_t{block_.cell[i] & cell_units} * block_.count[i];
      const auto now = static_cast<std::uint32_t>(std::min<std::uint64_t>(reached, caps[block_.item[i]]));
      lost = now;
      block_.cell[i] = now - before;
    }
    std::uint64_t ignored = 0;
    std::size_t i = first;
    for (; i + totals <= last; i += totals)
      for (std::size_t sum = 0; sum < totals; ++sum) ignored += pass_on(i + sum, sum);
    for (; i < last; ++i) ignored += pass_on(i, 0);
    ignored_ += ignored;
  }

  /// What a row costs the slots above its item; 1 if that does not apply, which costs nothing: its weights are 0. Of
  /// neighbouring rows, which are mostly of one visit, each adds to a total of its own: an addition to
  /// memory waits for the last one to the same place.
  std::uint64_t pass_on(std::size_t i, std::size_t sum) {
    const std::size_t depth = Depth == 0 ? tables_.depth : Depth;
    const std::int64_t change = block_.cell[i];
    const std::int64_t* const weight = tables_.weights.data() + block_.line[i] * depth;
    std::int64_t* const slot = loss_.data() + block_.slot[i];
    slot[sum] += weight[0] * change;
    if constexpr (Depth == 2) {
      slot[tables_.item_lines[block_.item[i]]] += weight[1] * change;
    } else {
      const std::uint32_t* const line = tables_.item_lines.data() + block_.item[i] * (depth - 1);
      for (std::size_t d = 1; d < depth; ++d) slot[line[d - 1]] += weight[d] * change;
    }
    return tables_.excluded[block_.line[i]];
  }

  void open(std::size_t first, std::size_t last, std::size_t row) {
    batch_.open(first, last);
    first_row_ = row;
  }

  /// Ends the batch before `row`; its rows in the block are [since, until).
  void close(std::size_t row, std::size_t since, std::size_t until) {
    for (std::size_t at = 0; at < batch_.size(); ++at) {
      std::int64_t* const lost = &loss_[at * losses_of_visit()];
      lost[first_slot + tables_.total] = std::accumulate(lost, lost + first_slot, std::int64_t{0});
    }
    if (!fired_.empty()) take_aims();
    const bool together = round_together();
    for (std::size_t at = 0; at < batch_.size(); ++at) {
      const std::size_t visit = batch_.first() + at;
      const bool general = batch_.general(at);
      if (together && !general && nearest_[at] > error_[at]) [[likely]]
        write_rest(visit, visits_.marks.marks[visit * tables_.wanted + tables_.total], best_grade_[at]);
      else if (general || !write(at))
        general_visits_.add(static_cast<std::uint32_t>(visit), !general);
    }
    if (general_visits_.any()) [[unlikely]]
      general_visits_.score(source_, first_row_, row);
    if (!fired_.empty()) forget_aims();
    forget(since, until);
  }

  /// What vetoes and penalties take off the visits of the batch, before any of these is rounded.
  void take_aims() {
    for (std::size_t at = 0; at < batch_.size(); ++at) {
      if (newest_[at] == none_fired || batch_.general(at)) continue;
      for (std::size_t f = newest_[at]; f != none_fired; f = fired_[f].before)
        aims_.add(fired_[f].item, fired_[f].code, fired_[f].count);
      const std::uint32_t* const losses = &losses_[at * tables_.lines()];
      const BulkProfile& profile = batch_.profile(at);
      const std::uint64_t moved = moved_at(at);
      FiredAims::Lost lost{losses, moved, &loss_[at * losses_of_visit() + first_slot], error_of(profile, moved)};
      error_[at] = aims_.apply(profile, lost, best_grade_[at]) ? lost.error : too_large;
      aims_.clear();
    }
  }
  void forget_aims() {
    fired_.clear();
    std::fill_n(newest_.begin(), batch_.size(), none_fired);
    std::fill_n(error_.begin(), batch_.size(), usual_error());
    std::fill_n(best_grade_.begin(), batch_.size(), std::uint16_t{0});
  }

  /// Units that a visit of the batch has lost.
  std::uint64_t moved_at(std::size_t at) const {
    const std::uint32_t* const losses = &losses_[at * tables_.lines()];
    if (tables_.most_units > UINT32_MAX) return std::accumulate(losses, losses + tables_.lines(), std::uint64_t{0});
    return columns_.lanes.sum(losses, tables_.lines());
  }
  static std::uint64_t error_of(const BulkProfile& profile, std::uint64_t moved) {
    return profile.exact ? 0 : (moved >> 1) + 1;
  }
  /// Mostly no mark is near a turning point for the largest error there can be, and the visit's own is not needed.
  std::uint64_t usual_error() const { return (tables_.most_units >> 1) + 1; }

  /// The marks of the whole batch, if they can be had so.
  bool round_together() {
    const BulkMarks& marks = visits_.marks;
    const std::size_t wanted = tables_.wanted;
    if (!tables_.rounds_plainly || marks.marks.empty() || tables_.total >= wanted) return false;
    if (batch_.size() != 0)
      columns_.lanes.round({batch_.size(), wanted, tables_.base.data(), tables_.unscored.data(), batch_.rows(),
                            loss_.data() + first_slot, losses_of_visit(), steps(&marks.marks[batch_.first() * wanted]),
                            tables_.shift, nearest_.data()});
    return true;
  }
  /// A mark is its number of steps and nothing else.
  static std::int64_t* steps(Points* marks) {
    static_assert(sizeof(Points) == sizeof(std::int64_t) && std::is_standard_layout_v<Points>);
    return reinterpret_cast<std::int64_t*>(marks);
  }

  /// What the batch has lost: all at once only where some of its rows are no longer in the block.
  void forget(std::size_t since, std::size_t until) {
    if (since == carried_over)
      std::fill(losses_.begin(), losses_.begin() + static_cast<std::ptrdiff_t>(batch_.size() * tables_.lines()), 0U);
    else
      for (std::size_t i = since; i < until; ++i) losses_[block_.place[i]] = 0;
    std::fill(loss_.begin(), loss_.begin() + static_cast<std::ptrdiff_t>(batch_.size() * losses_of_visit()), 0);
  }

  /// One visit of the batch, by itself. False where a mark is undecided, or a number too large.
  bool write(std::size_t at) {
    if (error_[at] == too_large) return false;
    const std::uint64_t error = newest_[at] == none_fired ? error_of(batch_.profile(at), moved_at(at)) : error_[at];
    const BulkMarks& marks = visits_.marks;
    const std::size_t visit = batch_.first() + at, wanted = tables_.wanted;
    bool decided = true;
    if (!marks.marks.empty()) decided = round(at, 0, wanted, error, &marks.marks[visit * wanted]);
    Points total;
    if (marks.marks.empty() || tables_.total == wanted)
      decided &= round(at, tables_.total, tables_.total + 1, error, &total);
    else
      total = marks.marks[visit * wanted + tables_.total];
    write_rest(visit, total, best_grade_[at]);
    return decided;
  }

  void write_rest(std::size_t visit, Points total, std::uint16_t best_grade) {
    const BulkMarks& marks = visits_.marks;
    if (!marks.grades.empty()) marks.grades[visit] = tables_.grade_of(total.scaled(), best_grade);
    if (!marks.completion.empty()) marks.completion[visit] = Factor::of(1);
  }

  /// The marks of slots [first, last) of a visit of the batch; whether all are decided.
  bool round(std::size_t at, std::size_t first, std::size_t last, std::uint64_t error, Points* marks) const {
    const std::int64_t* const base = &tables_.base[batch_.rows()[at]];
    const std::int64_t* const unscored = &tables_.unscored[batch_.rows()[at]];
    const std::int64_t* const loss = &loss_[at * losses_of_visit() + first_slot];
    bool decided = true;
    for (std::size_t s = first; s < last; ++s) {
      const RoundedGrains rounded = round_grains(base[s] - loss[s], error, tables_.shift, tables_.rounding);
      decided &= rounded.decided;
      *marks++ = Points::from_scaled(rounded.mark + unscored[s]);
    }
    return decided;
  }

  /// A row that fires a veto or a penalty.
  struct Fired {
    std::uint32_t item, code, count;
    std::size_t before;  // of the same visit, in fired_
  };
  static constexpr std::size_t none_fired = SIZE_MAX;
  static constexpr std::uint64_t too_large = UINT64_MAX;

  const BulkVisits& visits_;
  const BulkTables& tables_;
  const RowColumns& columns_;
  Source& source_;
  GeneralVisits& general_visits_;
  RowBlock block_{};
  OpenBatch batch_;
  std::size_t first_row_ = 0;              // of the batch
  std::vector<std::uint32_t> losses_;      // by visit of the batch and item, in units
  std::vector<std::int64_t> loss_;         // by visit of the batch and slot, in grains
  std::vector<std::uint64_t> nearest_;     // by visit of the batch
  std::vector<Fired> fired_;               // by rows of the batch
  std::vector<std::size_t> newest_;        // by visit of the batch: the last in fired_
  std::vector<std::uint64_t> error_;       // by visit of the batch, in grains
  std::vector<std::uint16_t> best_grade_;  // by visit of the batch
  FiredAims aims_;
  std::uint64_t ignored_ = 0;
};

}  // namespace aedile::detail
