#include "aedile/organisation/territory.h"

namespace aedile {

Territory::Territory(const CompiledOrganisation& organisation, Date day)
    : day_(day), place_(organisation.unit_count()), parent_(organisation.unit_count()) {
  // Whatever a unit's place may depend on, its successors and what it lay within, comes before it.
  for (const UnitId unit : organisation.topmost_first()) {
    UnitId& place = place_[unit.index()];
    if (organisation.exists(unit, day)) {
      place = unit;
      parent_[unit.index()] = organisation.parent(unit, day);
      order_.push_back(unit);
      continue;
    }
    const std::optional<Date> last = organisation.unit(unit).valid.until;
    if (!last || day < *last) continue;  // it does not exist yet
    place = organisation.heir(unit, day);
    if (place.valid()) continue;
    const UnitId above = organisation.parent(unit, *last);
    if (above.valid()) place = place_[above.index()];
  }
}

std::vector<UnitId> Territory::roots() const {
  std::vector<UnitId> found;
  for (std::size_t i = 0; i < place_.size(); ++i) {
    if (has(UnitId(i)) && !parent_[i].valid()) found.emplace_back(i);
  }
  return found;
}

std::vector<UnitId> Territory::children(UnitId unit) const {
  std::vector<UnitId> found;
  for (std::size_t i = 0; i < parent_.size(); ++i) {
    if (parent_[i] == unit) found.emplace_back(i);
  }
  return found;
}

void Territory::check(std::size_t entries) const {
  if (entries != place_.size()) throw ContractError("Territory: one entry for each unit is needed");
}

}  // namespace aedile
