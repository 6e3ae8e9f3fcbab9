/// Every value of a roll-up. Sites first, some thousand a task: their periods from the sums, their groups from these.
/// What sites have in base periods stays in the caller's array as grains until, period by period, it has been added to
/// what is above; then it is rounded in place. The levels above come last: they are few.

#include "assessment/roll_up_values.h"

#include <algorithm>
#include <mutex>

#include "assessment/exact_values.h"
#include "assessment/means.h"

namespace aedile::detail {
namespace {

constexpr std::size_t batch = 64;  // units whose values stay in the first cache
constexpr std::size_t task_units = batch * 64;

/// A value that its grains do not decide.
struct Undecided {
  std::size_t level, period, unit;
  bool published;
};

class ValuePass {
 public:
  ValuePass(const RollUpScheme& scheme, const RollUpTables& tables, const MarkCells& cells, const RollUpMarks& out)
      : scheme_(scheme),
        tables_(tables),
        cells_(cells),
        out_(out),
        held_(out.marks.empty() ? out.published : out.marks),
        hold_published_(out.marks.empty()) {}

  RollUpReport run(const Executor& executor) {
    if (held_.empty()) return {};
    const std::size_t sites = tables_.levels.front().units;
    executor((sites + task_units - 1) / task_units, [&](std::size_t task) {
      const std::size_t first = task * task_units, last = std::min(sites, first + task_units);
      switch (tables_.modes) {
        case 1:
          return sites_of<1>(first, last);
        case 2:
          return sites_of<2>(first, last);
        default:
          return sites_of<0>(first, last);
      }
    });
    executor(tables_.base_periods, [&](std::size_t period) { climb(period); });
    for (std::size_t l = 1; l < tables_.levels.size(); ++l) {
      const std::size_t units = tables_.levels[l].units;
      executor((units + task_units - 1) / task_units,
               [&](std::size_t task) { units_of(l, task * task_units, std::min(units, (task + 1) * task_units)); });
    }
    const ExactValues exact(scheme_, tables_, cells_);
    executor(undecided_.size(), [&](std::size_t i) {
      const Undecided& u = undecided_[i];
      const std::span<Points> to = u.published ? out_.published : out_.marks;
      to[tables_.position(u.level, u.period, u.unit)] =
          exact.value(u.level, u.period, u.unit, u.published ? scheme_.published : scheme_.rounding);
    });
    return {undecided_.size()};
  }

 private:
  using Batch = std::vector<std::array<Grains, batch>>;  // by period

  template <std::size_t Modes>
  void sites_of(std::size_t first, std::size_t last) {
    Batch values(tables_.periods);
    const std::size_t periods = tables_.base_periods, cells = periods * tables_.modes;
    for (std::size_t site = first; site < last; site += batch) {
      const std::size_t units = std::min(batch, last - site);
      const bool large = cells_.any_large(site * cells, (site + units) * cells);
      for (std::size_t u = 0; u < units; ++u) {
        const std::uint64_t* words = cells_.words() + (site + u) * cells;
        for (std::size_t p = 0; p < periods; ++p, words += tables_.modes)
          values[p][u] = combine_words<Modes>(tables_, words, cells_.count_bits());
        if (large) [[unlikely]]
          totals_of(site + u, values, u);
      }
      groups(values, units);
      for (std::size_t p = 0; p < periods; ++p) {
        Points* const held = &held_[tables_.position(0, p, site)];
        for (std::size_t u = 0; u < units; ++u) held[u] = Points::from_scaled(values[p][u]);
        if (!hold_published_) round(0, p, site, values[p].data(), units, true);
      }
      for (std::size_t p = periods; p < tables_.periods; ++p) round_both(0, p, site, values[p].data(), units);
    }
  }

  void totals_of(std::size_t site, Batch& values, std::size_t u) const {
    std::array<MarkSum, most_modes> sums{};
    for (std::size_t p = 0; p < tables_.base_periods; ++p) {
      const std::size_t first = (site * tables_.base_periods + p) * tables_.modes;
      for (std::size_t m = 0; m < tables_.modes; ++m) sums[m] = cells_.total(first + m);
      values[p][u] = combine_modes(tables_, sums.data());
    }
  }

  void groups(Batch& values, std::size_t units) const {
    for (std::size_t g = 0; g < scheme_.groups.size(); ++g) {
      const std::vector<std::uint32_t>& parts = scheme_.groups[g].parts;
      std::array<Grains, batch>& means = values[tables_.base_periods + g];
      for (std::size_t u = 0; u < units; ++u)
        means[u] = mean_of_periods(tables_, parts.size(), [&](std::size_t i) { return values[parts[i]][u]; });
    }
  }

  /// One base period, from the sites up.
  void climb(std::size_t period) {
    std::vector<ChildrenSum> sums, above;
    for (std::size_t l = 0; l < tables_.levels.size(); ++l) {
      const std::size_t units = tables_.levels[l].units;
      const std::vector<std::uint32_t>& parent = scheme_.levels[l].parent;
      Points* const held = &held_[tables_.position(l, period, 0)];
      above.assign(parent.empty() ? 0 : tables_.levels[l + 1].units, {});
      if (l > 0)
        for (std::size_t u = 0; u < units; ++u) held[u] = Points::from_scaled(sums[u].mean());
      for (std::size_t u = 0; u < parent.size(); ++u) above[parent[u]].add(held[u].scaled());
      if (l == 0)
        for (std::size_t u = 0; u < units; u += batch) {
          std::array<Grains, batch> values;
          const std::size_t number = std::min(batch, units - u);
          for (std::size_t i = 0; i < number; ++i) values[i] = held[u + i].scaled();
          round(0, period, u, values.data(), number, hold_published_);
        }
      sums.swap(above);
    }
  }

  void units_of(std::size_t level, std::size_t first, std::size_t last) {
    Batch values(tables_.periods);
    for (std::size_t unit = first; unit < last; unit += batch) {
      const std::size_t units = std::min(batch, last - unit);
      for (std::size_t p = 0; p < tables_.base_periods; ++p)
        for (std::size_t u = 0; u < units; ++u) values[p][u] = held_[tables_.position(level, p, unit + u)].scaled();
      groups(values, units);
      for (std::size_t p = 0; p < tables_.periods; ++p) round_both(level, p, unit, values[p].data(), units);
    }
  }

  void round_both(std::size_t level, std::size_t period, std::size_t unit, const Grains* values, std::size_t units) {
    if (!out_.marks.empty()) round(level, period, unit, values, units, false);
    if (!out_.published.empty()) round(level, period, unit, values, units, true);
  }

  void round(std::size_t level, std::size_t period, std::size_t unit, const Grains* values, std::size_t units,
             bool published) {
    if (published && out_.published.empty()) return;
    const GrainRounding rounding = published ? tables_.published : tables_.rounding;
    const std::uint64_t error = tables_.error(level, period);
    Points* const to = &(published ? out_.published : out_.marks)[tables_.position(level, period, unit)];
    for (std::size_t u = 0; u < units; ++u) {
      const bool none = values[u] < 0;
      Points mark;
      const bool decided = rounding(none ? 0 : values[u], error, mark);
      to[u] = none ? no_mark : mark;
      if (!decided) [[unlikely]] {
        const std::lock_guard lock(mutex_);
        undecided_.push_back({level, period, unit + u, published});
      }
    }
  }

  const RollUpScheme& scheme_;
  const RollUpTables& tables_;
  const MarkCells& cells_;
  const RollUpMarks& out_;
  std::span<Points> held_;  // where grains wait
  bool hold_published_;
  std::mutex mutex_;
  std::vector<Undecided> undecided_;
};

}  // namespace

RollUpReport roll_up_values(const RollUpScheme& scheme, const RollUpTables& tables, const MarkCells& cells,
                            const RollUpMarks& out, const Executor& executor) {
  return ValuePass(scheme, tables, cells, out).run(executor);
}

}  // namespace aedile::detail
