/// Rows in any order. First pass: count the rows of each range of visits. Second: write each row as a record of 64 or
/// 128 bits into the part of its range. Third: score the visits of each range together. Rows that turn out not to fit
/// only then are found again by a last look at the rows of their visits.

#include <atomic>
#include <bit>

#include "core/int128.h"
#include "core/large_array.h"
#include "scoring/bulk_dispatch.h"
#include "scoring/bulk_passes.h"

namespace aedile::detail {
namespace {

constexpr std::size_t second_cache = std::size_t{1} << 20;

int bits_of(std::uint64_t most) { return static_cast<int>(std::bit_width(most)); }

/// One row, packed: in 64 bits where all fits, in 128 elsewhere.
template <class Word>
struct Record {
  Word bits;

  static Record pack(const RecordLayout& layout, const RowBlock& block, std::size_t i, std::uint32_t visit) {
    Word bits = block.period[i];
    bits = bits << layout.site | block.site[i];
    bits = bits << layout.count | block.count[i];
    bits = bits << layout.code | block.code[i];
    bits = bits << layout.item | block.item[i];
    return {bits << layout.visit | visit};
  }
  /// The place of a row that was judged before: of no item.
  static Record nothing(const RecordLayout& layout, std::uint32_t items, std::uint32_t visit) {
    return {Word{items} << layout.visit | visit};
  }
  std::uint32_t visit(const RecordLayout& layout) const {
    return static_cast<std::uint32_t>(bits) & ((std::uint32_t{1} << layout.visit) - 1);
  }
  static std::uint32_t take(Word& bits, int width) {
    const auto part = static_cast<std::uint32_t>(bits & ((Word{1} << width) - 1));
    bits >>= width;
    return part;
  }
  void unpack(const RecordLayout& layout, std::uint32_t first_visit, RowBlock& block, std::size_t i) const {
    Word rest = bits;
    block.own[0][i] = first_visit + take(rest, layout.visit);
    block.item[i] = take(rest, layout.item);
    block.code[i] = take(rest, layout.code);
    block.own[1][i] = take(rest, layout.count);
    block.own[2][i] = take(rest, layout.site);
    block.own[3][i] = static_cast<std::uint32_t>(rest);
  }
};

/// Visits whose rows must be looked at again; set from any thread.
class Marked {
 public:
  explicit Marked(std::size_t visits) : words_(visits / 64 + 1) {}
  void set(std::size_t visit) {
    words_[visit / 64].fetch_or(std::uint64_t{1} << (visit % 64), std::memory_order_relaxed);
    any_.store(true, std::memory_order_relaxed);
  }
  bool has(std::size_t visit) const {
    return (words_[visit / 64].load(std::memory_order_relaxed) >> (visit % 64) & 1) != 0;
  }
  bool any() const { return any_.load(std::memory_order_relaxed); }

 private:
  std::vector<std::atomic<std::uint64_t>> words_;
  std::atomic<bool> any_ = false;
};

/// The records of one range of visits.
template <class Word>
class RangeOfVisits {
 public:
  RangeOfVisits(const RowColumns& columns, const RecordLayout& layout, Marked& marked)
      : columns_(columns), layout_(layout), marked_(marked) {}

  void set(const Record<Word>* records, std::size_t size, std::uint32_t first_visit) {
    records_ = records;
    size_ = size;
    first_visit_ = first_visit;
  }

  std::size_t rows() const { return size_; }
  void load(std::size_t row, std::size_t rows, RowBlock& block) const {
    const Record<Word>* const records = records_ + row;
    if constexpr (std::is_same_v<Word, std::uint64_t>) {
      const RecordColumns to{block.own[0], block.item, block.code, block.own[1], block.own[2], block.own[3]};
      columns_.lanes.unpack(layout_, &records->bits, rows, first_visit_, to);
    } else {
      for (std::size_t i = 0; i < rows; ++i) records[i].unpack(layout_, first_visit_, block, i);
    }
    block.visit = block.own[0];
    block.count = block.own[1];
    block.site = block.own[2];
    block.period = block.own[3];
    look_up_cells(columns_.lanes, columns_.tables, rows, block);
  }
  void reject(std::size_t /*row*/, std::uint32_t visit, RowFault fault) {
    if (fault != RowFault::no_such_item) marked_.set(visit);  // else the place of a row judged before
  }

 private:
  const RowColumns& columns_;
  const RecordLayout& layout_;
  Marked& marked_;
  const Record<Word>* records_ = nullptr;
  std::size_t size_ = 0;
  std::uint32_t first_visit_ = 0;
};

template <class Word>
class Scattered {
 public:
  Scattered(const BulkPass& pass, const RecordLayout& layout)
      : pass_(pass),
        tables_(pass.visits.tables),
        layout_(layout),
        tasks_((pass.rows.size() + rows_per_task() - 1) / rows_per_task()),
        ranges_((visits() >> layout.visit) + 1),
        starts_(tasks_ * ranges_),
        marked_(visits()),
        parts_(tasks_) {}

  void run(BulkReport& report) {
    pass_.executor(tasks_, [this](std::size_t task) { count(task); });
    place();
    pass_.executor(tasks_, [this](std::size_t task) { write(task); });
    const std::size_t pieces = std::min<std::size_t>(ranges_, most_pieces);
    std::vector<BulkReport> scored(pieces);
    pass_.executor(pieces, [&](std::size_t piece) {
      score(ranges_ * piece / pieces, ranges_ * (piece + 1) / pieces, scored[piece]);
    });
    if (marked_.any()) pass_.executor(tasks_, [this](std::size_t task) { look_again(task); });
    report = merged(std::move(scored));
    BulkReport rows = merged(std::move(parts_));
    report.rejected = std::move(rows.rejected);
    report.ignored += rows.ignored;
  }

 private:
  static constexpr std::size_t most_pieces = 256;

  std::size_t visits() const { return pass_.visits.columns.count; }
  /// The table of starts has one row a task.
  std::size_t rows_per_task() const { return std::max(pass_.options.rows_per_task, (pass_.rows.size() + 255) / 256); }
  template <class Visit>
  void for_each_block(std::size_t task, Visit visit) const {
    RowBlock block;
    const std::size_t first = task * rows_per_task(), last = std::min(first + rows_per_task(), pass_.rows.size());
    for (std::size_t row = first; row < last; row += block_rows) visit(row, std::min(block_rows, last - row), block);
  }

  void count(std::size_t task) {
    std::uint64_t* const counts = &starts_[task * ranges_];
    for_each_block(task, [&](std::size_t row, std::size_t rows, RowBlock& block) {
      block.visit = pass_.rows.visits(row, rows, block.own[0]);
      for (std::size_t i = 0; i < rows; ++i)
        if (block.visit[i] < visits()) ++counts[block.visit[i] >> layout_.visit];
    });
  }

  /// Counts become places: by range, then by task, so that rows keep their order.
  void place() {
    std::uint64_t place = 0;
    for (std::size_t range = 0; range < ranges_; ++range) {
      first_of_range_.push_back(place);
      for (std::size_t task = 0; task < tasks_; ++task) {
        const std::uint64_t rows = starts_[task * ranges_ + range];
        starts_[task * ranges_ + range] = place;
        place += rows;
      }
    }
    first_of_range_.push_back(place);
    records_ = LargeArray<Record<Word>>(place);
  }

  /// Whether a row of an existing visit fits into a record; others are judged at once.
  bool packs(const RowBlock& block, std::size_t i) const {
    return !(block.cell[i] & cell_fault) && bits_of(block.site[i]) <= layout_.site &&
           bits_of(block.period[i]) <= layout_.period;
  }
  /// A row that packs has no other fault, unless its item does not apply: that takes the visit's profile, from
  /// anywhere.
  bool repeats_its_visit(const RowBlock& block, std::size_t i) const {
    const VisitColumns& visits = pass_.visits.columns;
    return (!pass_.rows.check_site || block.site[i] == visits.site[block.visit[i]]) &&
           (!pass_.rows.check_period || block.period[i] == visits.period[block.visit[i]]);
  }
  RowVerdict judge(const RowBlock& block, std::size_t i) const {
    return pass_.visits.expected(block.visit[i], pass_.rows).judge(block, i);
  }

  void write(std::size_t task) {
    std::uint64_t* const places = &starts_[task * ranges_];
    BulkReport& part = parts_[task];
    for_each_block(task, [&](std::size_t row, std::size_t rows, RowBlock& block) {
      pass_.rows.load(row, rows, block);
      for (std::size_t i = 0; i < rows; ++i) {
        const std::uint32_t visit = block.visit[i];
        if (visit >= visits()) [[unlikely]] {
          part.rejected.push_back({row + i, RowFault::no_such_visit});
          continue;
        }
        const std::uint32_t within = visit & ((std::uint32_t{1} << layout_.visit) - 1);
        Record<Word>& record = records_[places[visit >> layout_.visit]++];
        if (packs(block, i)) [[likely]] {
          record = Record<Word>::pack(layout_, block, i, within);
          continue;
        }
        const RowVerdict verdict = judge(block, i);
        if (verdict.fault) part.rejected.push_back({row + i, *verdict.fault});
        if (verdict.ignored) ++part.ignored;
        record = Record<Word>::nothing(layout_, static_cast<std::uint32_t>(tables_.items), within);
      }
    });
  }

  void score(std::size_t first, std::size_t last, BulkReport& report) {
    RangeOfVisits<Word> rows(pass_.rows, layout_, marked_);
    const std::size_t batch = std::size_t{1} << layout_.visit;
    use_kernel(pass_, rows, batch, report, [&](auto& kernel) {
      for (std::size_t range = first; range < last && range * batch < visits(); ++range) {
        const std::size_t visit = range * batch;
        rows.set(&records_[first_of_range_[range]], first_of_range_[range + 1] - first_of_range_[range],
                 static_cast<std::uint32_t>(visit));
        kernel.run(visit, std::min(visits(), visit + batch));
      }
    });
  }

  /// Rows of marked visits that a record could not tell of, with their places.
  void look_again(std::size_t task) {
    BulkReport& part = parts_[task];
    const std::size_t before = part.rejected.size();
    for_each_block(task, [&](std::size_t row, std::size_t rows, RowBlock& block) {
      block.visit = pass_.rows.visits(row, rows, block.own[0]);
      bool any = false;
      for (std::size_t i = 0; i < rows && !any; ++i) any = block.visit[i] < visits() && marked_.has(block.visit[i]);
      if (!any) return;
      pass_.rows.load(row, rows, block);
      for (std::size_t i = 0; i < rows; ++i) {
        if (block.visit[i] >= visits() || !marked_.has(block.visit[i]) || !packs(block, i)) continue;
        if (pass_.options.score.ignore_not_applicable && repeats_its_visit(block, i)) continue;
        const RowVerdict verdict = judge(block, i);
        if (verdict.fault) part.rejected.push_back({row + i, *verdict.fault});
      }
    });
    if (part.rejected.size() != before)
      std::sort(part.rejected.begin(), part.rejected.end(),
                [](const RejectedRow& a, const RejectedRow& b) { return a.row < b.row; });
  }

  const BulkPass& pass_;
  const BulkTables& tables_;
  const RecordLayout layout_;
  const std::size_t tasks_, ranges_;
  std::vector<std::uint64_t> starts_;  // tasks × ranges
  std::vector<std::uint64_t> first_of_range_;
  LargeArray<Record<Word>> records_;
  Marked marked_;
  std::vector<BulkReport> parts_;
};

}  // namespace

void score_scattered(const BulkPass& pass, BulkReport& report) {
  const BulkTables& tables = pass.visits.tables;
  RecordLayout layout;
  layout.visit = bits_of(batch_within(tables, second_cache / 2, 1024) - 1);
  layout.item = bits_of(tables.items);
  layout.code = bits_of(tables.codes);
  const int width = pass.rows.findings.count.width();
  layout.count = width == 0 ? 1 : 8 * width;
  layout.site = pass.rows.check_site ? bits_of(largest(pass.rows.lanes, pass.visits.columns.site)) : 0;
  layout.period = pass.rows.check_period ? bits_of(largest(pass.rows.lanes, pass.visits.columns.period)) : 0;
  if (layout.bits() <= 64)
    Scattered<std::uint64_t>(pass, layout).run(report);
  else
    Scattered<uint128>(pass, layout).run(report);
}

}  // namespace aedile::detail
