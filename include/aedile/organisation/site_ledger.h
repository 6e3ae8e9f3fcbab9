#pragma once
/// The site ledger (实地点位台账) as a whole: what changed between two editions, and what has been visited.
///
///   for (const SiteChange& change : changes_between(march, april)) …   // P041 changed: contact 王主任 → 李主任
///   SiteCoverage seen = coverage(april, visits, Period::parse("2026-04").value());
///   seen.all.sites;        // 83 that existed on some day of April
///   seen.all.visited;      // 61 of them were visited in April
///   seen.never;            // the other 22, in the order of the ledger
///
/// Visits are pairs of site and day, wherever they come from. Inspecting is `inspection`'s matter.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "aedile/core/period.h"
#include "aedile/organisation/compiled_organisation.h"
#include "aedile/organisation/site.h"

namespace aedile {

struct SiteChange {
  enum class Kind { added, removed, changed };
  /// A fact that differs: the column of the ledger, or the attribute. Empty: not given.
  struct Fact {
    std::string name{};
    std::string before{};
    std::string after{};
    friend bool operator==(const Fact&, const Fact&) = default;
  };
  Kind kind = Kind::added;
  std::string site{};
  std::vector<Fact> facts{};  ///< of a changed site, in the order of the columns
  friend bool operator==(const SiteChange&, const SiteChange&) = default;
};
std::string_view to_string(SiteChange::Kind kind);

/// Changes by code: those of the sites of `before` in their order, then the added ones in the order of `after`. Codes
/// are unique in each edition; where they are not, the first counts. Cost: O(sites · facts).
std::vector<SiteChange> changes_between(std::span<const Site> before, std::span<const Site> after);

/// Every fact of a site as text, in the order of the ledger's columns; those not given are left out.
std::vector<std::pair<std::string, std::string>> facts_of(const Site& site);

struct SiteVisit {
  std::string site{};  ///< code
  Date day{};
  friend bool operator==(const SiteVisit&, const SiteVisit&) = default;
};

struct CoverageCount {
  std::int64_t sites = 0;    ///< that existed on some day of the period
  std::int64_t visited = 0;  ///< of these, visited in the period
  std::int64_t visits = 0;   ///< to them, in the period
  CoverageCount& operator+=(const CoverageCount& other);
  /// visited / sites; 1 where there are no sites, of which none is missing
  Rational rate() const;
  friend bool operator==(const CoverageCount&, const CoverageCount&) = default;
};

struct SiteCoverage {
  struct Class {
    std::string site_class{};
    CoverageCount count{};
    friend bool operator==(const Class&, const Class&) = default;
  };
  std::vector<Class> classes{};      ///< in the order in which the ledger first has them
  CoverageCount all{};               ///< the sum over the classes
  std::vector<std::string> never{};  ///< codes of the sites not visited, in the order of the ledger
  std::vector<SiteVisit> strays{};   ///< visits in the period to no site of the ledger, or on a day it did not exist
  friend bool operator==(const SiteCoverage&, const SiteCoverage&) = default;
};

/// Visits outside the period do not count. Cost: O(sites + visits).
SiteCoverage coverage(std::span<const Site> sites, std::span<const SiteVisit> visits, const Period& period);

/// The same for every unit of the territory as of the last day of the period: one entry for each unit of the
/// organisation; a unit's is the sum of its own sites' and of all that lies within it. Sites whose cell has no place in
/// the territory of that day are in `outside`.
struct TerritoryCoverage {
  std::vector<CoverageCount> units{};
  CoverageCount outside{};
};
TerritoryCoverage coverage_by_unit(const CompiledOrganisation& organisation, std::span<const SiteVisit> visits,
                                   const Period& period);

}  // namespace aedile
