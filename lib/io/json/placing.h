// Problems that a validator found in what was read, brought back to the text it was read from.
#pragma once

#include "io/json/reader.h"

namespace aedile::json {

/// Gives each problem its line and column: those of the value it points at, or of the nearest one above that exists.
/// Leaves out those that only follow from what the reader has reported: full marks that could not be read make no sum
/// wrong, and a rule whose points are a text is not one that lacks points.
Diagnostics placed(const Diagnostics& found, const Reader& reader);

}  // namespace aedile::json
