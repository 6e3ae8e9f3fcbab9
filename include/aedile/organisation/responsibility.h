#pragma once
/// Who answers for what: duties for items, rules for sites, contracts. The authoring form; answers are in answer.h.
///
///   // 责任分解: the city management bureau leads everything of 6.1, the traffic police support it.
///   ItemDuty{.code = "D1", .items = {"6.1.*"}, .lead = "cgj", .supporting = {"jj"}};
///   // 条块结合、以块为主: the street has 80 %, the department that leads the item 20 %.
///   ResponsibilityRule{.code = "split", .total = Rational(1),
///                      .parties = {{PartyRole::lead, WithinTerritory{UnitKind::street}, Rational(4, 5)},
///                                  {PartyRole::supporting, DutyLead{}, Rational(1, 5)}}};
///   // Parks are managed by the department directly: 100 %. The rule names a class, so it goes before the other.
///   ResponsibilityRule{.code = "direct", .scope = {.site_classes = {"park"}}, .total = Rational(1),
///                      .parties = {{PartyRole::lead, DutyLead{}, Rational(1)}}};
///   // 包保: leader Li is linked with the community of the east for the year.
///   Contract{.code = "C7", .kind = "包保", .holder = "li", .role = PartyRole::linked,
///            .scope = {.areas = {"east"}, .valid = year}};
///
/// *Items* are named by their codes as texts; the organisation knows no framework. "6.1.2" is that item, "6.1.*" every
/// item whose code begins with "6.1.", "*" all of them.
///
/// *Precedence* between rules that fit: the higher priority; then the more exact place (the site by name, then the
/// smallest area around it, then everywhere); then the more exact item (by code, then the longer beginning, then all);
/// then one that names the class of site. Two that are equal in all this must not both hold on one day: `validate` says
/// so. The same order, without priority, chooses among contracts for the lead, and, by item alone, among duties.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "aedile/core/message.h"
#include "aedile/core/rational.h"
#include "aedile/organisation/unit.h"

namespace aedile {

enum class PartyRole {
  lead,        ///< 牵头, 主责: exactly one
  supporting,  ///< 配合
  linked,      ///< 挂钩领导
};
std::string_view to_string(PartyRole role);
std::optional<PartyRole> parse_party_role(std::string_view text);

/// Where, for what and when something holds. An empty list holds for all; sites and areas add up.
struct Scope {
  std::vector<std::string> items{};         ///< codes, or beginnings of codes ended by "*"
  std::vector<std::string> site_classes{};  ///< codes
  std::vector<std::string> sites{};         ///< codes
  std::vector<std::string> areas{};         ///< codes of units of territory: all sites within
  Validity valid{};
  friend bool operator==(const Scope&, const Scope&) = default;
};

/// 责任分解: which unit leads an item, wherever it is assessed.
struct ItemDuty {
  std::string code{};
  std::vector<std::string> items{};  ///< as in a scope, at least one
  std::string lead{};                ///< code of a unit
  std::vector<std::string> supporting{};
  std::vector<std::string> linked{};  ///< leaders
  Validity valid{};
  friend bool operator==(const ItemDuty&, const ItemDuty&) = default;
};

/// A unit by name; after its last day, its only heir.
struct NamedUnit {
  std::string unit{};
  friend bool operator==(const NamedUnit&, const NamedUnit&) = default;
};
/// The unit of that kind of territory, the smallest first, on the way from the site's cell up the territory.
struct WithinTerritory {
  UnitKind kind = UnitKind::community;
  friend bool operator==(const WithinTerritory&, const WithinTerritory&) = default;
};
/// Whoever leads the item by its duty.
struct DutyLead {
  friend bool operator==(const DutyLead&, const DutyLead&) = default;
};
/// All who support the item by its duty; they divide the share equally.
struct DutySupporting {
  friend bool operator==(const DutySupporting&, const DutySupporting&) = default;
};
using Who = std::variant<NamedUnit, WithinTerritory, DutyLead, DutySupporting>;

struct Party {
  PartyRole role = PartyRole::lead;
  Who who{};
  Rational share{};  ///< of each point, ≥ 0
  friend bool operator==(const Party&, const Party&) = default;
};

/// Who answers at the sites of a scope, with which share of each point.
struct ResponsibilityRule {
  std::string code{};
  LocalText title{};
  Scope scope{};
  int priority = 0;
  /// What the shares sum to: 1, or 6/5 where a department loses 20 % of what the street loses besides.
  Rational total{1};
  std::vector<Party> parties{};  ///< exactly one of them leads
  friend bool operator==(const ResponsibilityRule&, const ResponsibilityRule&) = default;
};

/// 包保, 门前三包: a dated responsibility of one unit for areas or sites. One that leads takes the place and the share
/// of whoever would lead; one that supports or is linked stands beside the others, without a share.
struct Contract {
  std::string code{};
  std::string kind{};  ///< such as 包保; contracts of one kind must not overlap
  LocalText title{};
  std::string holder{};  ///< code of a unit
  PartyRole role = PartyRole::linked;
  Scope scope{};  ///< names a site or an area
  friend bool operator==(const Contract&, const Contract&) = default;
};

}  // namespace aedile
