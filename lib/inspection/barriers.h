// What stands between inspectors and visits, with every text turned into a number first: a month of a province asks
// 24 million times.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aedile/inspection/assignment.h"

namespace aedile::detail {

/// Numbers for texts, given out as they are met.
class NumberedTexts {
 public:
  std::uint32_t operator()(std::string_view text) {
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  /// Sorted, each once.
  std::vector<std::uint32_t> set(std::span<const std::string> texts);

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // into the texts of the caller's input
};

/// One bit for each Barrier; 0: nothing.
using BarrierSet = std::uint32_t;
constexpr BarrierSet bit(Barrier barrier) { return BarrierSet{1} << static_cast<unsigned>(barrier); }

/// Inspectors and visits must outlive it. They are referred to by their positions in these lists.
class Barriers {
 public:
  Barriers(std::span<const Inspector* const> inspectors, std::span<const PlannedVisit* const> visits,
           std::span<const PastVisit> past);

  /// Everything but `capacity`; without `all`, the first that is found, which is enough to know that there is one.
  BarrierSet between(std::uint32_t inspector, std::uint32_t visit, bool all) const;
  /// Visits of later days know that the visit has taken place.
  void visited(std::uint32_t visit, std::span<const std::uint32_t> team);

 private:
  struct Person {
    std::vector<std::uint32_t> qualifications, districts, own_units, own_contracts, kin_units, kin_sites;
  };
  struct Need {
    std::uint32_t site = 0;           ///< as a site
    std::uint32_t contract_site = 0;  ///< as contracts name it
    std::uint32_t district = 0;
    bool any_district = false;
    std::vector<std::uint32_t> qualifications, units;
  };
  struct Team {
    Date date;
    std::vector<std::uint32_t> inspectors;  ///< sorted
  };

  void add_team(std::uint32_t site, Team team);
  bool was_there_last(std::uint32_t inspector, std::uint32_t site, Date date) const;

  std::span<const Inspector* const> inspectors_;
  std::span<const PlannedVisit* const> visits_;
  std::vector<Person> people_;
  std::vector<Need> needs_;
  std::unordered_map<std::uint32_t, std::vector<Team>> teams_;  ///< of each site, by date
};

}  // namespace aedile::detail
