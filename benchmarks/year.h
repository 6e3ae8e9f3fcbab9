#pragma once
// A year of marks of a province: what is summed, rolled up and ranked.

#include <vector>

#include "aedile/assessment/roll_up.h"
#include "numbers.h"

namespace aedile::workload {

/// Sites in communities of 25, these in streets of 10, in districts of 8; announced and covert visits.
inline RollUpScheme year_scheme(std::size_t sites) {
  RollUpScheme scheme;
  std::size_t units = sites;
  for (const auto& [name, width] :
       {std::pair<const char*, std::size_t>{"site", 25}, {"community", 10}, {"street", 8}}) {
    RollUpLevel level{name, units, {}};
    for (std::size_t u = 0; u < units; ++u) level.parent.push_back(static_cast<std::uint32_t>(u / width));
    units = (units + width - 1) / width;
    scheme.levels.push_back(std::move(level));
  }
  scheme.levels.push_back({"district", units, {}});
  scheme.modes = {{Mode::announced, Weight::from_scaled(Weight::unit / 10 * 4)},
                  {Mode::covert, Weight::from_scaled(Weight::unit / 10 * 6)}};
  return scheme;
}

/// Twenty marks a site; a tenth and more of the months have none.
struct YearOfMarks {
  explicit YearOfMarks(std::size_t sites, std::uint64_t seed = 1) {
    Numbers numbers(seed);
    for (std::size_t r = 0; r < sites * 20; ++r) {
      site.push_back(static_cast<std::uint32_t>(numbers(sites)));
      month.push_back(static_cast<std::uint8_t>(numbers(12)));
      mode.push_back(static_cast<std::uint8_t>(numbers(2)));
      mark.push_back(Points::from_scaled(static_cast<std::int64_t>(6000 + numbers(4001)) * (Points::unit / 100)));
    }
  }
  MarkColumns columns() const { return {.site = site, .period = month, .mode = mode, .mark = mark}; }

  std::vector<std::uint32_t> site;
  std::vector<std::uint8_t> month, mode;
  std::vector<Points> mark;
};

}  // namespace aedile::workload
