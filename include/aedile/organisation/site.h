#pragma once
/// Sites (点位): places that are inspected, as the site ledger (实地点位台账) keeps them.
///
///   Site park{.code = "P041", .site_class = "park", .title = "河畔公园", .cell = "grid-3",
///             .at = Coordinates{Degrees::parse("30.2741").value(), Degrees::parse("120.1551").value()},
///             .contact = "王主任", .phone = "0571-5550101"};
///
/// Coordinates are whole numbers of 10^-7 degree, about a centimetre: equal places are equal, on every machine.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aedile/core/decimal.h"
#include "aedile/core/ids.h"
#include "aedile/core/message.h"
#include "aedile/organisation/validity.h"

namespace aedile {

using Degrees = Decimal<struct DegreesTag, 7>;

/// WGS 84 or whatever system the ledger uses; one ledger uses one.
struct Coordinates {
  Degrees latitude{};   ///< −90 … 90, north positive
  Degrees longitude{};  ///< −180 … 180, east positive
  friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

/// 点位类别
struct SiteClass {
  std::string code{};
  LocalText title{};
  friend bool operator==(const SiteClass&, const SiteClass&) = default;
};

struct Site {
  std::string code{};  ///< unique among the sites
  std::string site_class{};
  LocalText title{};
  std::string cell{};  ///< the grid cell, or the smallest unit of territory there is, that it lies in
  std::optional<Coordinates> at{};
  std::string address{};
  std::string contact{};  ///< a person's name
  std::string phone{};
  Validity valid{};
  /// Further facts, name and value, in the order written; neither is empty, no name is one of the ledger's columns.
  std::vector<std::pair<std::string, std::string>> attributes{};
  friend bool operator==(const Site&, const Site&) = default;
};

using SiteId = Id<struct SiteTag>;  ///< position in Organisation::sites

}  // namespace aedile
