#pragma once
/// A visit from plain Python values.

#include <pybind11/pybind11.h>

#include "aedile/framework/observation.h"

namespace aedile::python {

/// {"id", "site", "site_class", "date", "mode", "edition", "findings", "readings", "checks", further visit attributes}.
/// Errors, each at its pointer such as "/findings/0/count": bad_count, bad_date, bad_check_result, bad_text, bad_value.
/// Throws TypeError for a float among the texts, which would not be exact.
VisitRecord read_visit(const pybind11::dict& visit, Diagnostics& problems);

}  // namespace aedile::python
