/// Rows in any order. First pass: count the rows of each range of visits. Second: write each row as a record of 64 or
/// 128 bits into the part of its range. Third: score the visits of each range together. A record that turns out not to
/// fit its visit only then does not know its row: a last pass over the column of visits puts rows into their places
/// once more, and meets the places of those records.

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

/// A record that does not fit its visit: its place, and behind that the fault. Places are below 2^60.
class BadRecord {
 public:
  BadRecord(std::uint64_t place, RowFault fault) : bits_(place << fault_bits | static_cast<std::uint64_t>(fault)) {}
  std::uint64_t place() const { return bits_ >> fault_bits; }
  RowFault fault() const { return static_cast<RowFault>(bits_ & ((1U << fault_bits) - 1)); }

 private:
  static constexpr int fault_bits = 4;
  static_assert(row_faults <= 1U << fault_bits);
  std::uint64_t bits_;
};

/// The records of one range of visits.
template <class Word>
class RangeOfVisits {
 public:
  /// `bad`: takes the records that do not fit.
  RangeOfVisits(const RowColumns& columns, const RecordLayout& layout, std::vector<BadRecord>& bad)
      : columns_(columns), layout_(layout), bad_(bad) {}

  void set(const Record<Word>* records, std::uint64_t first_place, std::size_t size, std::uint32_t first_visit) {
    records_ = records + first_place;
    first_place_ = first_place;
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
  void reject(std::size_t row, std::uint32_t /*visit*/, RowFault fault) {
    if (fault != RowFault::no_such_item) bad_.emplace_back(first_place_ + row, fault);  // else judged before
  }

 private:
  const RowColumns& columns_;
  const RecordLayout& layout_;
  std::vector<BadRecord>& bad_;
  const Record<Word>* records_ = nullptr;
  std::uint64_t first_place_ = 0;
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
        parts_(tasks_) {}

  void run(BulkReport& report) {
    pass_.executor(tasks_, [this](std::size_t task) { count(task); });
    place();
    pass_.executor(tasks_, [this](std::size_t task) { write(task); });
    const std::size_t pieces = std::min<std::size_t>(ranges_, most_pieces);
    std::vector<BulkReport> scored(pieces);
    std::vector<std::vector<BadRecord>> bad(pieces);
    pass_.executor(pieces, [&](std::size_t piece) {
      score(ranges_ * piece / pieces, ranges_ * (piece + 1) / pieces, scored[piece], bad[piece]);
    });
    for (const std::vector<BadRecord>& more : bad) bad_.insert(bad_.end(), more.begin(), more.end());
    if (!bad_.empty()) {
      bad_.emplace_back(records_.size(), RowFault{});  // one behind all others, so that each has a next one
      pass_.executor(tasks_, [this](std::size_t task) { look_again(task); });
    }
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
  RowVerdict judge(const RowBlock& block, std::size_t i) const {
    const Cell cell = block.cell[i];
    const auto fault = static_cast<RowFault>(cell & cell_units);
    if ((cell & cell_fault) != 0 && fault != RowFault::no_points) return verdict_of(fault);  // whatever its visit
    return pass_.visits.expected(block.visit[i], pass_.rows).judge(block, i);  // takes the visit from anywhere
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
        if (is_fault(verdict)) part.rejected.push_back({row + i, fault_of(verdict)});
        if (verdict == RowVerdict::ignored) ++part.ignored;
        record = Record<Word>::nothing(layout_, static_cast<std::uint32_t>(tables_.items), within);
      }
    });
  }

  void score(std::size_t first, std::size_t last, BulkReport& report, std::vector<BadRecord>& bad) {
    RangeOfVisits<Word> rows(pass_.rows, layout_, bad);
    const std::size_t batch = std::size_t{1} << layout_.visit;
    use_kernel(pass_, rows, batch, report, [&](auto& kernel) {
      for (std::size_t range = first; range < last && range * batch < visits(); ++range) {
        const std::size_t visit = range * batch;
        const std::uint64_t place = first_of_range_[range];
        rows.set(records_.data(), place, first_of_range_[range + 1] - place, static_cast<std::uint32_t>(visit));
        kernel.run(visit, std::min(visits(), visit + batch));
      }
    });
  }

  /// Where the next row of a range goes, and the next bad record of the range.
  struct Cursor {
    std::uint64_t place, bad_place;
    const BadRecord* bad;
  };

  /// The rows of bad records: those that the second pass put there.
  void look_again(std::size_t task) {
    std::vector<Cursor> cursors(ranges_);
    bool any = false;
    for (std::size_t range = 0; range < ranges_; ++range) {
      // Writing has left every place at its end, where the next task's rows of the range begin.
      const std::uint64_t place = task == 0 ? first_of_range_[range] : starts_[(task - 1) * ranges_ + range];
      const auto bad = std::lower_bound(bad_.begin(), bad_.end(), place,
                                        [](const BadRecord& record, std::uint64_t at) { return record.place() < at; });
      cursors[range] = {place, bad->place(), &*bad};
      any = any || bad->place() < starts_[task * ranges_ + range];
    }
    if (!any) return;
    std::vector<RejectedRow>& rejected = parts_[task].rejected;
    const auto before = static_cast<std::ptrdiff_t>(rejected.size());
    for_each_block(task, [&](std::size_t row, std::size_t rows, RowBlock& block) {
      block.visit = pass_.rows.visits(row, rows, block.own[0]);
      for (std::size_t i = 0; i < rows; ++i) {
        if (block.visit[i] >= visits()) continue;
        Cursor& cursor = cursors[block.visit[i] >> layout_.visit];
        if (cursor.place++ != cursor.bad_place) continue;
        rejected.push_back({row + i, cursor.bad->fault()});
        cursor.bad_place = (++cursor.bad)->place();
      }
    });
    std::inplace_merge(rejected.begin(), rejected.begin() + before, rejected.end(),
                       [](const RejectedRow& a, const RejectedRow& b) { return a.row < b.row; });
  }

  const BulkPass& pass_;
  const BulkTables& tables_;
  const RecordLayout layout_;
  const std::size_t tasks_, ranges_;
  std::vector<std::uint64_t> starts_;  // tasks × ranges
  std::vector<std::uint64_t> first_of_range_;
  LargeArray<Record<Word>> records_;
  std::vector<BadRecord> bad_;  // by place
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
