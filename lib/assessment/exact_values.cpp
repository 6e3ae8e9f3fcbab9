#include "assessment/exact_values.h"

namespace aedile::detail {
namespace {

class Mean {
 public:
  void add(const std::optional<cpp_rational>& part) {
    if (!part) return;
    sum_ += *part;
    ++number_;
  }
  std::optional<cpp_rational> result() const {
    if (number_ == 0) return std::nullopt;
    return sum_ / number_;
  }

 private:
  cpp_rational sum_;
  std::int64_t number_ = 0;
};

}  // namespace

std::optional<cpp_rational> ExactValues::of_site(std::size_t period, std::size_t site) const {
  cpp_rational sum;
  cpp_int weights;
  const std::size_t first = (site * tables_.base_periods + period) * tables_.modes;
  for (std::size_t m = 0; m < tables_.modes; ++m) {
    const MarkSum total = cells_.total(first + m);
    if (total.count == 0) continue;
    const cpp_int weight = scheme_.modes.empty() ? 1 : scheme_.modes[m].weight.scaled();
    sum += cpp_rational(cpp_int(total.sum) * weight, cpp_int(total.count) * Points::unit);
    weights += weight;
  }
  if (weights == 0) return std::nullopt;
  return sum / weights;
}

std::optional<cpp_rational> ExactValues::of(std::size_t level, std::size_t period, std::size_t unit) const {
  Mean mean;
  if (period >= tables_.base_periods) {
    for (const std::uint32_t part : scheme_.groups[period - tables_.base_periods].parts)
      mean.add(of(level, part, unit));
  } else if (level == 0) {
    return of_site(period, unit);
  } else {
    const RollUpTables::Level& here = tables_.levels[level];
    for (std::uint32_t c = here.first_child[unit]; c < here.first_child[unit + 1]; ++c)
      mean.add(of(level - 1, period, here.children[c]));
  }
  return mean.result();
}

Points ExactValues::value(std::size_t level, std::size_t period, std::size_t unit, MarkRounding rounding) const {
  const cpp_rational exact = *of(level, period, unit) + cpp_rational(tables_.lowest, Points::unit);
  const cpp_int steps = rounded_steps(exact, rounding.places, rounding.mode);
  return Points::from_scaled(to_int64(steps * power_of_ten(Points::places - rounding.places)));
}

}  // namespace aedile::detail
