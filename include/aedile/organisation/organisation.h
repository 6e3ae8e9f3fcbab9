#pragma once
/// The authoring form of an organisation: one edition of the units, sites and responsibilities behind a framework. A
/// plain value, read from JSON and CSV (io) or made in C++, checked by `validate`, and compiled before it answers
/// (compiled_organisation.h).
///
///   Organisation town{.id = "town", .edition = "2026"};
///   town.units = {{.code = "town", .kind = UnitKind::district},
///                 {.code = "east", .kind = UnitKind::community, .within = {{.unit = "twon"}}}};
///   validate(town).to_string();
///   // /units/1/within/0/unit: error: there is no unit "twon": correct the code, or add the unit [unknown_unit]

#include <optional>
#include <string>
#include <vector>

#include "aedile/core/decimal.h"
#include "aedile/core/diagnostics.h"
#include "aedile/organisation/responsibility.h"
#include "aedile/organisation/site.h"
#include "aedile/organisation/unit.h"

namespace aedile {

/// 目标责任书: what a unit has signed for. A department's targets are broken down to its sections and persons by
/// targets of their own for the same items.
struct UnitTarget {
  std::string unit{};                ///< code
  std::vector<std::string> items{};  ///< as in a scope, at least one
  LocalText task{};                  ///< 任务
  LocalText goal{};                  ///< 目标: what counts as reached
  std::optional<Points> points{};    ///< the mark aimed at, over the items together
  std::optional<Date> deadline{};    ///< 时限
  LocalText reward{};                ///< 奖惩
  std::optional<Date> signed_on{};
  std::string signed_by{};
  friend bool operator==(const UnitTarget&, const UnitTarget&) = default;
};

struct Organisation {
  std::string id{};       ///< the same for all editions
  std::string edition{};  ///< "2026-03"
  LocalText title{};
  std::string source{};  ///< the document it was taken from
  Validity valid{};
  std::vector<SiteClass> site_classes{};  ///< empty: any class
  std::vector<Unit> units{};
  std::vector<Site> sites{};
  std::vector<ItemDuty> duties{};
  std::vector<ResponsibilityRule> rules{};
  std::vector<Contract> contracts{};
  std::vector<UnitTarget> targets{};
  friend bool operator==(const Organisation&, const Organisation&) = default;
};

/// Every problem of an organisation, at JSON pointers of its authoring form ("/units/3/within/0/unit"):
///   texts and codes     empty_text, text_not_utf8, control_character, duplicate_language, code_taken …
///   references          unknown_unit, unknown_site, undeclared_site_class
///   days                validity_reversed, territory_gap, absent_unit, successor_gap
///   territory, lines    two_territories, territory_order, unit_cycle, territory_too_deep
///   sites               site_outside_grid, coordinates_range
///   responsibility      rule_without_lead, rule_with_two_leads, share_too_large, share_sum, equal_rules, equal_duties,
///                       contract_overlap, contract_without_place …
/// docs/formats/organisation.md lists them all.
/// Errors make it unfit for use; warnings do not. Cost: O(size · log size), where a scope counts with the product of
/// its lists; scope_too_large bounds that.
Diagnostics validate(const Organisation& organisation);

}  // namespace aedile
