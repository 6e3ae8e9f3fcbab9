/// Columns of marks, in any order, into sums. Task by task, the rows of a stretch are checked and written as records of
/// 64 bits, sorted by the part of the sums that they belong to; then, part by part, the records of all stretches are
/// added, while the part is in the cache.

#include <algorithm>
#include <array>

#include "assessment/mark_cells.h"
#include "scoring/bulk_rows.h"

namespace aedile {
namespace detail {
namespace {

constexpr std::size_t stretch_rows = std::size_t{1} << 16;  // of one task
constexpr std::size_t round_rows = stretch_rows << 6;       // whose records are held at once
constexpr std::size_t most_parts = 4096;                    // so that a stretch has some rows for each
constexpr int least_part_bits = 14;
constexpr std::uint32_t no_cell = 0xFFFF'FFFF;

std::uint64_t above_lowest(const RollUpTables& tables, Points mark) {
  return static_cast<std::uint64_t>(mark.scaled()) - static_cast<std::uint64_t>(tables.lowest);
}

std::optional<MarkFault> fault_of(const RollUpTables& tables, const SiteMark& mark) {
  if (mark.site >= tables.levels.front().units) return MarkFault::no_such_site;
  if (mark.period >= tables.base_periods) return MarkFault::no_such_period;
  if (mark.mode >= tables.modes) return MarkFault::no_such_mode;
  if (above_lowest(tables, mark.mark) <= tables.range) return std::nullopt;
  return mark.mark == no_mark ? MarkFault::not_scored : MarkFault::out_of_range;
}

/// What belongs where.
struct Parts {
  explicit Parts(std::size_t cells) {
    while ((cells >> bits) >= most_parts) ++bits;
    number = (cells >> bits) + 1;
  }
  std::size_t of(std::uint32_t cell) const { return cell >> bits; }
  std::uint64_t within(std::uint32_t cell) const { return cell & ((std::uint64_t{1} << bits) - 1); }

  int bits = least_part_bits;  // at most 20, and marks have at most 44: ten thousand points in steps of 10^-9
  std::size_t number = 1;
};

/// Consecutive rows, as records by part.
class Stretch {
 public:
  /// Records go to `records`, as many as there are rows.
  void sort(const RollUpTables& tables, const Parts& parts, const MarkColumns& rows, std::size_t first,
            std::size_t last, std::uint64_t* records) {
    records_ = records;
    rejected_.clear();
    ends_.assign(parts.number + 1, 0);
    cells_.resize(last - first);
    for (std::size_t row = first; row < last; row += block_rows)
      locate(tables, parts, rows, row, std::min(block_rows, last - row), &cells_[row - first]);
    for (std::size_t p = 0; p < parts.number; ++p) ends_[p + 1] += ends_[p];
    // Counted one part too far on, so that each entry is first where its part begins, and in the end where it ends.
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const std::uint32_t cell = cells_[i];
      if (cell == no_cell) [[unlikely]]
        continue;
      const std::uint64_t above = above_lowest(tables, rows.mark[first + i]);
      records[ends_[parts.of(cell)]++] = above << parts.bits | parts.within(cell);
    }
  }

  std::span<const std::uint64_t> part(std::size_t p) const {
    const std::size_t begin = p == 0 ? 0 : ends_[p - 1];
    return {records_ + begin, ends_[p] - begin};
  }
  std::size_t added() const { return cells_.size() - rejected_.size(); }
  const std::vector<RejectedMark>& rejected() const { return rejected_; }

 private:
  void locate(const RollUpTables& tables, const Parts& parts, const MarkColumns& rows, std::size_t row,
              std::size_t number, std::uint32_t* cells) {
    const std::uint32_t* const site = widened(lanes_, rows.site, row, number, buffers_[0].data());
    const std::uint32_t* const period = widened(lanes_, rows.period, row, number, buffers_[1].data());
    const std::uint32_t* const mode = widened(lanes_, rows.mode, row, number, buffers_[2].data());
    const auto sites = static_cast<std::uint32_t>(tables.levels.front().units);
    const auto periods = static_cast<std::uint32_t>(tables.base_periods);
    const auto modes = static_cast<std::uint32_t>(tables.modes);
    for (std::size_t i = 0; i < number; ++i) {
      const bool fits = (site[i] < sites) & (period[i] < periods) & (mode[i] < modes) &
                        (above_lowest(tables, rows.mark[row + i]) <= tables.range);
      if (!fits) [[unlikely]] {
        cells[i] = no_cell;
        rejected_.push_back({row + i, *fault_of(tables, {site[i], period[i], mode[i], rows.mark[row + i]})});
        continue;
      }
      cells[i] = (site[i] * periods + period[i]) * modes + mode[i];
      ++ends_[parts.of(cells[i]) + 1];
    }
  }

  const Lanes& lanes_ = best_lanes();
  std::array<std::array<std::uint32_t, block_rows>, 3> buffers_;
  std::vector<std::uint32_t> cells_;  // by row
  std::vector<std::size_t> ends_;     // by part, in records_
  const std::uint64_t* records_ = nullptr;
  std::vector<RejectedMark> rejected_;
};

void require_lengths(const MarkColumns& rows) {
  const auto fits = [&](const Column& column) { return !column.given() || column.size() == rows.mark.size(); };
  if ((!rows.site.given() && !rows.mark.empty()) || !fits(rows.site) || !fits(rows.period) || !fits(rows.mode))
    throw ContractError("RollUpSums::add: columns differ in length");
}

}  // namespace
}  // namespace detail

std::optional<MarkFault> RollUpSums::Impl::locate(const SiteMark& mark, std::size_t& cell,
                                                  std::uint64_t& above_lowest) const {
  if (const auto fault = detail::fault_of(tables(), mark)) return fault;
  above_lowest = detail::above_lowest(tables(), mark.mark);
  cell = (std::size_t{mark.site} * tables().base_periods + mark.period) * tables().modes + mark.mode;
  return std::nullopt;
}

MarkReport RollUpSums::Impl::add(const MarkColumns& rows, const Executor& executor) {
  using detail::round_rows, detail::stretch_rows;
  detail::require_lengths(rows);
  const std::size_t all = rows.mark.size();
  const detail::Parts parts(cells.size());
  const std::size_t at_once = std::min(all, round_rows);
  detail::LargeArray<std::uint64_t> records(at_once);
  std::vector<detail::Stretch> stretches((at_once + stretch_rows - 1) / stretch_rows);
  MarkReport report;
  for (std::size_t round = 0; round < all; round += round_rows) {
    const std::size_t end = std::min(all, round + round_rows);
    const std::size_t used = (end - round + stretch_rows - 1) / stretch_rows;
    executor(used, [&](std::size_t s) {
      const std::size_t first = round + s * stretch_rows;
      stretches[s].sort(tables(), parts, rows, first, std::min(end, first + stretch_rows),
                        records.data() + (first - round));
    });
    executor(parts.number, [&](std::size_t p) {
      const std::size_t first_cell = p << parts.bits;
      for (std::size_t s = 0; s < used; ++s)
        for (const std::uint64_t record : stretches[s].part(p))
          cells.add(first_cell + parts.within(static_cast<std::uint32_t>(record)), record >> parts.bits);
    });
    for (std::size_t s = 0; s < used; ++s) {
      report.added += stretches[s].added();
      const std::vector<RejectedMark>& rejected = stretches[s].rejected();
      report.rejected.insert(report.rejected.end(), rejected.begin(), rejected.end());
    }
  }
  for (const RejectedMark& row : report.rejected) ++report.rejected_by[static_cast<std::size_t>(row.fault)];
  marks += report.added;
  return report;
}

}  // namespace aedile
