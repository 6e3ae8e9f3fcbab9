/// What a scheme of a roll-up must be, all problems at once.

#include <algorithm>
#include <set>

#include "assessment/messages.h"
#include "assessment/roll_up_tables.h"

namespace aedile::detail {
namespace {

constexpr std::uint64_t most_sums = 0xFFFF'FFFF;  // codes of 32 bits, and one for "none"
constexpr std::int64_t most_points = 1'000'000'000, most_apart = 10'000;

class SchemeCheck {
 public:
  explicit SchemeCheck(const RollUpScheme& scheme) : scheme_(scheme) {}

  Diagnostics run() {
    if (scheme_.levels.empty()) problems_.error(at("/levels"), messages::roll_up_levels);
    for (std::size_t l = 0; l < scheme_.levels.size(); ++l) level(l);
    modes();
    periods();
    if (scheme_.highest <= scheme_.lowest || scheme_.lowest < Points::of(-most_points) ||
        scheme_.highest > Points::of(most_points) || scheme_.highest - scheme_.lowest > Points::of(most_apart))
      problems_.error(at("/highest"), messages::roll_up_range,
                      {scheme_.lowest.to_string(), scheme_.highest.to_string()});
    places("/rounding/places", scheme_.rounding);
    places("/published/places", scheme_.published);
    sizes();
    return std::move(problems_);
  }

 private:
  static Place at(std::string pointer) { return {.file = {}, .line = 0, .column = 0, .pointer = std::move(pointer)}; }

  void level(std::size_t l) {
    const RollUpLevel& level = scheme_.levels[l];
    const std::string pointer = "/levels/" + std::to_string(l);
    if (level.name.empty() || !names_.insert(level.name).second)
      problems_.error(at(pointer + "/name"), messages::roll_up_name, {level.name});
    if (level.units == 0) problems_.error(at(pointer + "/units"), messages::roll_up_units, {level.name});
    const bool last = l + 1 == scheme_.levels.size();
    const std::size_t wanted = last ? 0 : level.units;
    if (level.parent.size() != wanted)
      problems_.error(at(pointer + "/parent"), messages::roll_up_parents,
                      {level.name, std::to_string(level.parent.size()), std::to_string(wanted)});
    if (last) return;
    const RollUpLevel& next = scheme_.levels[l + 1];
    for (std::size_t u = 0; u < level.parent.size(); ++u)
      if (level.parent[u] >= next.units)
        problems_.error(at(pointer + "/parent/" + std::to_string(u)), messages::roll_up_parent,
                        {std::to_string(u), std::to_string(level.parent[u]), next.name, std::to_string(next.units)});
  }

  void modes() {
    std::set<Mode> seen;
    std::int64_t sum = 0;
    for (std::size_t m = 0; m < scheme_.modes.size(); ++m) {
      const auto& [mode, weight] = scheme_.modes[m];
      const std::string pointer = "/modes/" + std::to_string(m), name(to_string(mode));
      if (!seen.insert(mode).second) problems_.error(at(pointer + "/mode"), messages::roll_up_mode, {name});
      if (weight <= Weight{} || __builtin_add_overflow(sum, weight.scaled(), &sum))
        problems_.error(at(pointer + "/weight"), messages::roll_up_weight, {name, weight.to_string()});
    }
  }

  void periods() {
    if (scheme_.base_periods == 0) problems_.error(at("/base_periods"), messages::roll_up_periods);
    for (std::size_t g = 0; g < scheme_.groups.size(); ++g) {
      const std::size_t period = scheme_.base_periods + g;
      const std::string pointer = "/groups/" + std::to_string(g) + "/parts";
      const std::vector<std::uint32_t>& parts = scheme_.groups[g].parts;
      if (parts.empty()) problems_.error(at(pointer), messages::roll_up_empty_group, {std::to_string(period)});
      std::set<std::uint32_t> seen;
      for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i] >= period || !seen.insert(parts[i]).second)
          problems_.error(at(pointer + "/" + std::to_string(i)), messages::roll_up_group,
                          {std::to_string(period), std::to_string(parts[i])});
    }
  }

  void places(const char* pointer, MarkRounding rounding) {
    if (rounding.places < 0 || rounding.places > Points::places)
      problems_.error(at(pointer), messages::roll_up_places, {std::to_string(rounding.places)});
  }

  void sizes() {
    if (scheme_.levels.empty()) return;
    uint128 values = 0;
    for (const RollUpLevel& level : scheme_.levels)
      values += uint128{level.units} * (scheme_.base_periods + scheme_.groups.size());
    const uint128 sums =
        uint128{scheme_.levels.front().units} * scheme_.base_periods * std::max<std::size_t>(1, scheme_.modes.size());
    const uint128 most = std::max(values, sums);
    if (most <= most_sums) return;
    const auto shown = static_cast<std::uint64_t>(std::min<uint128>(most, ~std::uint64_t{0}));
    problems_.error(at("/levels"), messages::roll_up_size, {std::to_string(shown), std::to_string(most_sums)});
  }

  const RollUpScheme& scheme_;
  Diagnostics problems_;
  std::set<std::string> names_;
};

}  // namespace

Diagnostics check_roll_up(const RollUpScheme& scheme) { return SchemeCheck(scheme).run(); }

}  // namespace aedile::detail
