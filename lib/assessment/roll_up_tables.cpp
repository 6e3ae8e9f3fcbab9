#include "assessment/roll_up_tables.h"

#include <algorithm>
#include <numeric>

namespace aedile::detail {
namespace {

std::int64_t power(int exponent) {
  std::int64_t result = 1;
  for (; exponent > 0; --exponent) result *= 10;
  return result;
}

/// Units of the level below by their parent.
void list_children(const std::vector<std::uint32_t>& parent, RollUpTables::Level& level) {
  level.first_child.assign(level.units + 1, 0);
  for (const std::uint32_t p : parent) ++level.first_child[p + 1];
  std::partial_sum(level.first_child.begin(), level.first_child.end(), level.first_child.begin());
  level.children.resize(parent.size());
  std::vector<std::uint32_t> next(level.first_child.begin(), level.first_child.end() - 1);
  for (std::size_t u = 0; u < parent.size(); ++u) level.children[next[parent[u]]++] = static_cast<std::uint32_t>(u);
}

std::vector<std::uint64_t> whole_weights(const RollUpScheme& scheme) {
  std::vector<std::uint64_t> weights;
  std::uint64_t common = 0;
  for (const RollUpMode& mode : scheme.modes) {
    weights.push_back(static_cast<std::uint64_t>(mode.weight.scaled()));
    common = std::gcd(common, weights.back());
  }
  if (weights.empty()) return {1};
  for (std::uint64_t& weight : weights) weight /= common;
  return weights;
}

/// The most grains that fit, such that as many small numbers as possible divide them, the sum of weights first.
std::uint64_t choose_grains(std::uint64_t most, std::uint64_t weights) {
  std::uint64_t common = 2;  // halves of a step are whole
  for (std::uint64_t n : {weights, std::uint64_t{12}, std::uint64_t{60}, std::uint64_t{840}, std::uint64_t{2520},
                          std::uint64_t{27720}, std::uint64_t{360360}, std::uint64_t{720720}}) {
    const uint128 next = uint128{common / std::gcd(common, n)} * n;
    if (next <= most) common = static_cast<std::uint64_t>(next);
  }
  return most / common * common;
}

void choose_numbers(const RollUpScheme& scheme, std::uint64_t most_grains, RollUpTables& tables) {
  const std::vector<std::uint64_t> weights = whole_weights(scheme);
  const std::uint64_t sum = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  std::uint64_t room = 4;  // so many values are summed in 62 bits
  tables.wide_modes = sum > RollUpTables::most_divisors;
  if (!tables.wide_modes) room = std::max(room, sum);
  for (const PeriodGroup& group : scheme.groups)
    if (group.parts.size() <= RollUpTables::most_divisors) room = std::max<std::uint64_t>(room, group.parts.size());
  const std::uint64_t fitting = (std::uint64_t{1} << Divisor::most_bits) / tables.range / room - 2;
  tables.grains_per_step = choose_grains(std::min(fitting, most_grains), sum);
  for (std::size_t n = 1; n < RollUpTables::small_counts; ++n)
    if (tables.grains_per_step % n == 0) tables.grains_of[n] = tables.grains_per_step / n;
  for (std::size_t n = 0; n <= room; ++n) tables.counts.emplace_back(std::max<std::size_t>(n, 1));
  for (std::size_t set = 0; set < std::size_t{1} << weights.size(); ++set) {
    RollUpTables::ModeSet modes;
    std::uint64_t together = 0;
    for (std::size_t m = 0; m < weights.size(); ++m) {
      modes.weights[m] = (set >> m & 1) != 0 ? weights[m] : 0;
      together += modes.weights[m];
    }
    const bool one = (set & (set - 1)) == 0;
    if (one && set != 0) {  // its weight does not matter
      std::replace_if(
          modes.weights.begin(), modes.weights.end(), [](std::uint64_t w) { return w != 0; }, 1U);
      together = 1;
    }
    modes.sum = Divisor(std::max<std::uint64_t>(together, 1));
    tables.mode_sets.push_back(modes);
  }
  tables.rounding = GrainRounding(tables.grains_per_step, scheme.lowest, scheme.rounding);
  tables.published = GrainRounding(tables.grains_per_step, scheme.lowest, scheme.published);
}

}  // namespace

GrainRounding::GrainRounding(std::uint64_t grains_per_step, Points lowest, MarkRounding rounding)
    : rounding_(rounding),
      scale_(power(Points::places - rounding.places)),
      lowest_(lowest.scaled()),
      grains_(grains_per_step) {
  // A step of more than 62 bits would be larger than all values; the way by sign takes it.
  const uint128 step = uint128{grains_per_step} * static_cast<std::uint64_t>(scale_);
  const bool fits = step < uint128{1} << (Divisor::most_bits - 1);
  plain_ = fits && lowest_ >= 0 && lowest_ % scale_ == 0 && rounding.mode != Rounding::half_even;
  if (!plain_) return;
  step_ = Divisor(static_cast<std::uint64_t>(step));
  if (rounding.mode == Rounding::half_up) before_ = step_.value() / 2;
  if (rounding.mode == Rounding::up) before_ = step_.value() - 1;
}

bool GrainRounding::by_sign(Grains value, std::uint64_t error, Points& mark) const {
  const int128 signed_value = int128{lowest_} * static_cast<std::int64_t>(grains_) + (value >> 1);
  const bool negative = signed_value < 0, exact = (value & 1) == 0;
  const auto magnitude = static_cast<uint128>(negative ? -signed_value : signed_value);
  const uint128 step = uint128{grains_} * static_cast<std::uint64_t>(scale_);
  const bool nearest = rounding_.mode == Rounding::half_up || rounding_.mode == Rounding::half_even;
  const bool away = rounding_.mode == Rounding::up || (rounding_.mode == Rounding::floor && negative);
  const uint128 raised = magnitude + (nearest ? step / 2 : away ? step - 1 : 0);
  uint128 whole = raised / step;
  const uint128 rest = raised % step;
  if (rounding_.mode == Rounding::half_even && rest == 0 && whole % 2 == 1) --whole;  // a step is even
  const auto rounded = static_cast<std::int64_t>(whole) * scale_;
  mark = Points::from_scaled(negative ? -rounded : rounded);
  return exact || (rest > error && rest + error < step);
}

RollUpTables make_roll_up_tables(const RollUpScheme& scheme, std::uint64_t most_grains) {
  RollUpTables tables;
  tables.base_periods = scheme.base_periods;
  tables.periods = tables.base_periods + scheme.groups.size();
  tables.modes = std::max<std::size_t>(1, scheme.modes.size());
  tables.depth.assign(tables.base_periods, 0);
  for (const PeriodGroup& group : scheme.groups) {
    std::uint32_t deepest = 0;
    for (const std::uint32_t part : group.parts) deepest = std::max(deepest, tables.depth[part]);
    tables.depth.push_back(deepest + 1);
  }
  for (std::size_t l = 0; l < scheme.levels.size(); ++l) {
    RollUpTables::Level level;
    level.units = scheme.levels[l].units;
    level.first = tables.size;
    if (l > 0) list_children(scheme.levels[l - 1].parent, level);
    tables.size += level.units * tables.periods;
    tables.levels.push_back(std::move(level));
  }
  tables.lowest = scheme.lowest.scaled();
  tables.range = static_cast<std::uint64_t>((scheme.highest - scheme.lowest).scaled());
  choose_numbers(scheme, most_grains, tables);
  return tables;
}

}  // namespace aedile::detail
