#pragma once
/// Units (单位): whoever answers for something or is ranked, from a city to a person.
///
///   Unit east{.code = "east", .kind = UnitKind::community, .title = "东社区", .within = {{.unit = "street-1"}}};
///   Unit old{.code = "old", .kind = UnitKind::community, .title = "旧社区",
///            .valid = {std::nullopt, Date::of(2026, 4, 30)}, .within = {{.unit = "street-1"}},
///            .successors = {"east"}};
///
/// Two relations hold them together. *Territory* (块) is a tree as of any day: a unit lies within at most one other.
/// *Department lines* (条) run across: a section of a street answers to a bureau of the city as well. Both may change
/// from one day to the next, and a unit may end and be succeeded: `old` was merged into `east` on 30 April, so on
/// 12 May its sites and members lie in `east`, while what was found in April remains `old`'s.
///
/// A road, a building or a stairwell is a grid cell within a grid cell.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/ids.h"
#include "aedile/core/message.h"
#include "aedile/organisation/validity.h"

namespace aedile {

enum class UnitKind { city, district, street, community, grid_cell, department, section, person };

std::string_view to_string(UnitKind kind);
std::optional<UnitKind> parse_unit_kind(std::string_view text);
/// City, district, street, community, grid cell: what other units and sites can lie within.
constexpr bool is_territory(UnitKind kind) { return kind <= UnitKind::grid_cell; }

/// Belonging to another unit, on all days of the unit unless days are given.
struct Membership {
  std::string unit{};  ///< code
  Validity valid{};
  friend bool operator==(const Membership&, const Membership&) = default;
};

struct Unit {
  std::string code{};  ///< unique among the units
  UnitKind kind = UnitKind::department;
  LocalText title{};
  Validity valid{};
  /// Territory: at most one on any day, of a larger kind; a grid cell may lie within a grid cell. None: a root.
  std::vector<Membership> within{};
  /// Department lines: departments, sections or persons that it answers to besides.
  std::vector<Membership> lines{};
  /// Codes of the units that take over after its last day: one after a merger, several after a split.
  std::vector<std::string> successors{};
  friend bool operator==(const Unit&, const Unit&) = default;
};

using UnitId = Id<struct UnitTag>;  ///< position in Organisation::units

}  // namespace aedile
