// Random sound organisations for RapidCheck: units that merge and move, overlapping scopes, few codes, so that they
// meet.
#pragma once

#include <rapidcheck.h>

#include "aedile/organisation/organisation.h"

namespace aedile::testing {

inline Date first_day() { return *Date::of(2026, 1, 1); }
/// A day of the year in which everything happens, or shortly before or after.
inline Date any_day() { return first_day().plus_days(*rc::gen::resize(rc::kNominalSize, rc::gen::inRange(-20, 400))); }

/// Codes that items of the random organisations have.
inline const std::vector<std::string>& item_codes() {
  static const std::vector<std::string> codes{"1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.10", "3"};
  return codes;
}

/// Sound: what `validate` reports of the first attempt is taken away until nothing is left to report.
Organisation any_organisation();

}  // namespace aedile::testing
