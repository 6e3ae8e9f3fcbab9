#pragma once
/// A visit that is planned: where, when, in which mode, and what it needs. A programme makes them (programme.h), an
/// assignment gives them inspectors (assignment.h), a route orders those of a day (route.h).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/message.h"
#include "aedile/inspection/mode.h"
#include "aedile/organisation/site.h"

namespace aedile {

struct PlannedVisit {
  std::string id{};  ///< "2026-11/regular/2026-11-09/P041": the same whenever the programme is generated again
  Date date{};
  std::optional<Instant> start{};  ///< with `end`, or neither: some time of the day
  std::optional<Instant> end{};
  std::string site{};  ///< code
  std::string site_class{};
  LocalText title{};       ///< of the site
  std::string district{};  ///< whose inspectors carry it out; empty: anybody's
  /// Codes of all units that answer for the site or lie above it: nobody of theirs may inspect it.
  std::vector<std::string> units{};
  std::optional<Coordinates> at{};
  Mode mode = Mode::announced;
  std::uint32_t inspectors = 2;               ///< how many distinct ones it takes, at least 1
  bool needs_lead = true;                     ///< at least one of them may lead
  std::vector<std::string> qualifications{};  ///< that each of them must have
  friend bool operator==(const PlannedVisit&, const PlannedVisit&) = default;
};

}  // namespace aedile
