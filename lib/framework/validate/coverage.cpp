#include "framework/validate/coverage.h"

#include <algorithm>
#include <limits>

#include "aedile/core/decimal.h"

namespace aedile::detail {

std::string example_of(const ValueSpan& span, std::int64_t step, int places) {
  constexpr int128 most = std::numeric_limits<std::int64_t>::max();
  const auto text = [&](int128 scaled) {
    return print_scaled(static_cast<std::int64_t>(std::clamp(scaled, -most, most)), places, 0);
  };
  std::int64_t unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  for (int128 coarse = unit; coarse > step; coarse /= 10) {
    if (span.low > -ValueSpan::infinity) {
      const int128 candidate = ceil_div(span.low * step, coarse) * coarse;
      if (span.high >= ValueSpan::infinity || candidate <= span.high * step) return text(candidate);
    } else if (span.high < ValueSpan::infinity) {
      return text(floor_div(span.high * step, coarse) * coarse);
    } else {
      return text(0);
    }
  }
  return text(span.low > -ValueSpan::infinity ? span.low * step : span.high * step);
}

bool Coverage::holds(const ValueSpan& span) const {
  const auto after = runs_.upper_bound(span.low);
  if (after == runs_.begin()) return false;
  return std::prev(after)->second >= span.high;
}

void Coverage::add(const ValueSpan& span) {
  if (span.empty()) return;
  int128 low = span.low;
  int128 high = span.high;
  auto next = runs_.upper_bound(low);
  if (next != runs_.begin() && std::prev(next)->second + 1 >= low) next = std::prev(next);
  // Swallow every run that touches, a step's distance included.
  while (next != runs_.end() && next->first <= high + 1) {
    low = std::min(low, next->first);
    high = std::max(high, next->second);
    next = runs_.erase(next);
  }
  runs_.emplace(low, high);
}

std::vector<ValueSpan> Coverage::gaps(const ValueSpan& domain) const {
  std::vector<ValueSpan> result;
  int128 from = domain.low;
  for (const auto& [low, high] : runs_) {
    if (low > domain.high) break;
    if (low > from) result.push_back({from, low - 1});
    from = std::max(from, high + 1);
  }
  if (from <= domain.high) result.push_back({from, domain.high});
  return result;
}

std::vector<std::pair<std::size_t, std::size_t>> overlaps(const std::vector<std::optional<ValueSpan>>& spans) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i] && spans[i]->bounded()) order.push_back(i);
  }
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return std::pair(spans[a]->low, a) < std::pair(spans[b]->low, b); });
  std::vector<std::pair<std::size_t, std::size_t>> result;
  std::optional<std::size_t> widest;  // of those that begin before: the one that reaches farthest
  for (const std::size_t i : order) {
    if (widest && spans[*widest]->high >= spans[i]->low)
      result.emplace_back(std::min(*widest, i), std::max(*widest, i));
    if (!widest || spans[i]->high > spans[*widest]->high) widest = i;
  }
  return result;
}

}  // namespace aedile::detail
