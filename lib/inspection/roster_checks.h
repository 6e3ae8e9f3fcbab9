// What a roster is given, looked at before anything is planned.
#pragma once

#include "aedile/inspection/roster.h"

namespace aedile::detail {

Diagnostics check_roster(const RosterTerms& terms);

}  // namespace aedile::detail
