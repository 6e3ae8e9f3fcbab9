#include "aedile/assessment/live_roll_up.h"

#include "assessment/exact_values.h"
#include "assessment/means.h"

namespace aedile {

/// For each base period and unit its value; for each unit above the sites also what its children come to.
struct LiveRollUp::Impl {
  explicit Impl(RollUpSums used) : sums(std::move(used)) {
    const detail::RollUpTables& t = tables();
    for (const detail::RollUpTables::Level& level : t.levels) {
      values.emplace_back(level.units * t.base_periods, detail::no_grains);
      below.emplace_back(values.size() == 1 ? 0 : level.units * t.base_periods);
    }
    for (std::size_t site = 0; site < t.levels.front().units; ++site)
      for (std::size_t period = 0; period < t.base_periods; ++period) renew(site, period);
  }
  Impl(const Impl&) = default;

  const detail::RollUpTables& tables() const { return sums.roll_up().impl().tables; }
  const RollUpScheme& scheme() const { return sums.roll_up().scheme(); }

  /// The site's value in the period, and those above it.
  void renew(std::size_t site, std::size_t period) {
    const detail::RollUpTables& t = tables();
    std::array<detail::MarkSum, detail::most_modes> cells{};
    for (std::size_t m = 0; m < t.modes; ++m)
      cells[m] = sums.impl().cells.total((site * t.base_periods + period) * t.modes + m);
    detail::Grains now = detail::combine_modes(t, cells.data());
    for (std::size_t level = 0, unit = site;; ++level) {
      detail::Grains& held = values[level][unit * t.base_periods + period];
      const detail::Grains before = held;
      if (before == now) return;
      held = now;
      if (level + 1 == t.levels.size()) return;
      unit = scheme().levels[level].parent[unit];
      detail::ChildrenSum& children = below[level + 1][unit * t.base_periods + period];
      children.take(before);
      children.add(now);
      now = children.mean();
    }
  }

  detail::Grains grains(std::size_t level, std::size_t period, std::size_t unit) const {
    const detail::RollUpTables& t = tables();
    if (period < t.base_periods) return values[level][unit * t.base_periods + period];
    const std::vector<std::uint32_t>& parts = scheme().groups[period - t.base_periods].parts;
    return detail::mean_of_periods(t, parts.size(), [&](std::size_t i) { return grains(level, parts[i], unit); });
  }

  Points value(std::size_t level, std::size_t period, std::size_t unit, const detail::GrainRounding& rounding) const {
    sums.roll_up().position(level, period, unit);  // that there is one
    const detail::Grains held = grains(level, period, unit);
    if (held < 0) return no_mark;
    Points mark;
    if (rounding(held, tables().error(level, period), mark)) return mark;
    const detail::ExactValues exact(scheme(), tables(), sums.impl().cells);
    return exact.value(level, period, unit, rounding.rounding());
  }

  RollUpSums sums;
  std::vector<std::vector<detail::Grains>> values;      // by level; the periods of a unit together
  std::vector<std::vector<detail::ChildrenSum>> below;  // likewise
};

LiveRollUp::LiveRollUp(RollUpSums sums) : impl_(std::make_unique<Impl>(std::move(sums))) {}
LiveRollUp::LiveRollUp(const LiveRollUp& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
LiveRollUp::LiveRollUp(LiveRollUp&&) noexcept = default;
LiveRollUp& LiveRollUp::operator=(const LiveRollUp& other) {
  if (this != &other) impl_ = std::make_unique<Impl>(*other.impl_);
  return *this;
}
LiveRollUp& LiveRollUp::operator=(LiveRollUp&&) noexcept = default;
LiveRollUp::~LiveRollUp() = default;

const RollUpSums& LiveRollUp::sums() const { return impl_->sums; }

std::optional<MarkFault> LiveRollUp::add(const SiteMark& mark) {
  const std::optional<MarkFault> fault = impl_->sums.add(mark);
  if (!fault) impl_->renew(mark.site, mark.period);
  return fault;
}

std::optional<MarkFault> LiveRollUp::take_back(const SiteMark& mark) {
  const std::optional<MarkFault> fault = impl_->sums.take_back(mark);
  if (!fault) impl_->renew(mark.site, mark.period);
  return fault;
}

Points LiveRollUp::mark(std::size_t level, std::size_t period, std::size_t unit) const {
  return impl_->value(level, period, unit, impl_->tables().rounding);
}

Points LiveRollUp::published(std::size_t level, std::size_t period, std::size_t unit) const {
  return impl_->value(level, period, unit, impl_->tables().published);
}

}  // namespace aedile
