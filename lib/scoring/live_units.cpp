#include "scoring/live_units.h"

#include <string>

#include "aedile/core/exceptions.h"
#include "core/rational_impl.h"
#include "scoring/messages_live.h"

namespace aedile::detail {

Diagnostics LiveUnitSums::build(const std::vector<LiveUnits::Level>& levels) {
  Diagnostics problems;
  std::uint64_t all = 0;
  for (std::size_t l = 0; l < levels.size(); ++l) {
    const LiveUnits::Level& level = levels[l];
    const bool last = l + 1 == levels.size();
    const std::string pointer = "/levels/" + std::to_string(l);
    all += level.units;
    if (all >= no_unit) throw ContractError("LiveScores: too many units");
    first_.push_back(static_cast<std::uint32_t>(all));
    if (level.parent.size() != (last ? 0 : level.units)) {
      problems.error({{}, 0, 0, pointer}, messages::live_parents,
                     {std::to_string(level.parent.size()), std::to_string(level.units)});
    } else if (!last) {
      for (std::size_t u = 0; u < level.units; ++u)
        if (level.parent[u] >= levels[l + 1].units)
          problems.error({{}, 0, 0, pointer + "/parent/" + std::to_string(u)}, messages::live_parent,
                         {std::to_string(level.parent[u]), std::to_string(levels[l + 1].units)});
    }
  }
  if (problems.has_errors()) return problems;
  sums_ = LargeArray<int128>(static_cast<std::size_t>(all));
  sums_.clear();
  visits_ = LargeArray<std::uint32_t>(static_cast<std::size_t>(all));
  visits_.clear();
  parents_ = LargeArray<std::uint32_t>(static_cast<std::size_t>(all));
  for (std::size_t l = 0; l < levels.size(); ++l)
    for (std::size_t u = 0; u < levels[l].units; ++u)
      parents_[first_[l] + u] = levels[l].parent.empty() ? no_unit : first_[l + 1] + levels[l].parent[u];
  return problems;
}

void LiveUnitSums::move_to_or_from_none(std::uint32_t unit, Points before, Points now) {
  const bool was = before != no_mark, is = now != no_mark;
  const int128 change = (is ? int128{now.scaled()} : 0) - (was ? int128{before.scaled()} : 0);
  const std::uint32_t visits = static_cast<std::uint32_t>(is) - static_cast<std::uint32_t>(was);  // modulo 2^32
  for (; unit != no_unit; unit = parents_[unit]) {
    sums_[unit] += change;
    visits_[unit] += visits;
  }
}

Points LiveUnitSums::any_mean(int128 sum, std::uint32_t visits, MarkRounding rounding) {
  if (rounding.places < 0 || rounding.places > Points::places)
    throw ContractError("LiveScores::mean: a mark has 0 to 9 decimals");
  if (visits == 0) return no_mark;
  return to_rational(cpp_rational(cpp_int(sum), cpp_int(visits) * Points::unit)).rounded_to<Points>(rounding);
}

LiveScores::Sum LiveUnitSums::sum(std::uint32_t place) const {
  return {to_rational(cpp_rational(cpp_int(sums_[place]), cpp_int(Points::unit))), visits_[place]};
}

}  // namespace aedile::detail
