// What the checks of an organisation share, and the checks themselves; one source file a subject.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aedile/organisation/organisation.h"
#include "core/report.h"
#include "organisation/days.h"

namespace aedile::detail {

using CodeIndex = std::unordered_map<std::string_view, std::size_t>;

struct OrganisationSubject {
  const Organisation& organisation;
  CodeIndex units;  ///< the first of each code
  CodeIndex sites;
  CodeIndex classes;

  std::optional<std::size_t> unit(std::string_view code) const { return find(units, code); }
  std::optional<std::size_t> site(std::string_view code) const { return find(sites, code); }
  /// The first day of `days` on which neither the unit nor an only successor of it exists. Open beginnings begin with
  /// the unit.
  std::optional<std::int64_t> first_gap(std::size_t unit, Days days) const;

 private:
  static std::optional<std::size_t> find(const CodeIndex& index, std::string_view code) {
    const auto found = index.find(code);
    return found == index.end() ? std::nullopt : std::optional(found->second);
  }
};

// texts.cpp
/// Every text, every code once: fills the indices. Reports code_taken and what texts.h of core reports.
OrganisationSubject learn_codes(const Organisation& organisation, Report& report);

// units.cpp
void check_units(const OrganisationSubject& subject, Report& report);
void check_circles(const OrganisationSubject& subject, Report& report);

// sites.cpp
void check_sites(const OrganisationSubject& subject, Report& report);

// responsibility.cpp
void check_duties(const OrganisationSubject& subject, Report& report);
void check_responsibility_rules(const OrganisationSubject& subject, Report& report);
void check_contracts(const OrganisationSubject& subject, Report& report);
void check_targets(const OrganisationSubject& subject, Report& report);

// overlaps.cpp
/// Duties, rules and contracts that would both be the best fit on one day.
void check_overlaps(const OrganisationSubject& subject, Report& report);

// ---- what several of them need

/// Reports validity_reversed at "valid_until".
void check_validity(const Validity& valid, Report& report);
/// The member `key` names a unit that exists, it or its only successor, on all these days. Reports unknown_unit,
/// absent_unit; its position.
std::optional<std::size_t> check_unit(const OrganisationSubject& subject, std::string_view code, const Days& days,
                                      Report& report);
void report_absent(const OrganisationSubject& subject, std::size_t unit, const Days& days, Report& report);

}  // namespace aedile::detail
