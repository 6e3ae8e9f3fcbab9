#pragma once
/// The territory as of one day: a tree, and sums over it that agree with each other at every level.
///
///   Territory may(compiled, may_31);
///   std::vector<std::int64_t> own(compiled.unit_count());        // findings, say, by the unit they belong to
///   own[old.index()] = 3;  own[east.index()] = 4;                // `old` was merged into `east` in April
///   auto sums = may.roll_up<std::int64_t>(own);
///   sums.at[east.index()];      // 7
///   sums.at[street.index()];    // its own and those of all that lies within it
///   sums.outside;               // what belongs to units that have no place in the territory of that day
///
/// Nothing is dropped: the sums of the roots and `outside` are the sum of everything put in.

#include <cstdint>
#include <span>
#include <vector>

#include "aedile/organisation/compiled_organisation.h"

namespace aedile {

template <class T>
struct RolledUp {
  std::vector<T> at;  ///< one for each unit: its own, and those of all that lies within it
  T outside{};
};

class Territory {
 public:
  /// Cost: O(units · depth).
  Territory(const CompiledOrganisation& organisation, Date day);

  Date day() const { return day_; }
  bool has(UnitId unit) const { return place_[unit.index()] == unit; }
  /// Where figures of a unit belong on that day: itself while it exists; afterwards its only heir; after a split, or
  /// without an heir, the unit it lay within on its last day, or where that one's figures belong. Invalid: nowhere.
  UnitId place(UnitId unit) const { return place_[unit.index()]; }
  UnitId parent(UnitId unit) const { return parent_[unit.index()]; }
  /// Units that exist that day, every one after the one it lies within.
  std::span<const UnitId> units() const { return order_; }
  std::vector<UnitId> roots() const;
  /// In document order.
  std::vector<UnitId> children(UnitId unit) const;

  /// own: one entry for each unit of the organisation, 0 … unit_count. Throws ContractError for another number of them.
  template <class T>
  RolledUp<T> roll_up(std::span<const T> own) const {
    check(own.size());
    RolledUp<T> sums{std::vector<T>(own.size()), T{}};
    for (std::size_t i = 0; i < own.size(); ++i) {
      const UnitId at = place_[i];
      (at.valid() ? sums.at[at.index()] : sums.outside) += own[i];
    }
    for (std::size_t i = order_.size(); i-- > 0;) {
      const UnitId above = parent_[order_[i].index()];
      if (above.valid()) sums.at[above.index()] += sums.at[order_[i].index()];
    }
    return sums;
  }

 private:
  void check(std::size_t entries) const;

  Date day_;
  std::vector<UnitId> place_;
  std::vector<UnitId> parent_;  ///< on that day; invalid for roots and units that do not exist
  std::vector<UnitId> order_;
};

}  // namespace aedile
