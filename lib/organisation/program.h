// What every question to a compiled organisation runs on: indices for codes, days as numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "aedile/organisation/organisation.h"
#include "organisation/days.h"
#include "organisation/item_patterns.h"

namespace aedile::detail {

/// Belonging to a unit, on these days.
struct Tie {
  std::size_t unit = 0;
  Days days;
};

struct ScopeProgram {
  ItemPatterns items;
  std::unordered_set<std::string_view> site_classes;  ///< empty: all
  Days days;
};

/// Which rules, or contracts, are for a place.
struct PlaceIndex {
  std::vector<ScopeProgram> scopes;
  std::unordered_map<std::size_t, std::vector<std::size_t>> at_site;
  std::unordered_map<std::size_t, std::vector<std::size_t>> in_area;
  std::vector<std::size_t> everywhere;
};

struct OrganisationProgram {
  Organisation source;
  // Keys are texts of `source`.
  std::unordered_map<std::string_view, std::size_t> unit_of_code;
  std::unordered_map<std::string_view, std::size_t> site_of_code;

  std::vector<Days> life;  ///< of units
  std::vector<std::vector<Tie>> within;
  std::vector<std::vector<Tie>> lines;
  std::vector<std::vector<std::size_t>> successors;
  std::vector<UnitId> topmost_first;

  std::vector<std::size_t> cell;  ///< of sites
  std::vector<Days> site_life;

  PlaceIndex rules;
  PlaceIndex contracts;
  std::vector<std::size_t> contract_holder;
  std::unordered_map<std::string_view, std::vector<std::size_t>> duties_of_pattern;
  std::vector<std::size_t> beginning_lengths;  ///< of patterns that are beginnings, the longest first
};

}  // namespace aedile::detail
