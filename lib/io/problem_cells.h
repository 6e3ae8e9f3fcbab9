// From the row that a problem is about to the cell: who codes a visit knows records, and these come from tables.
#pragma once

#include "aedile/io/visits_csv.h"

namespace aedile::detail {

/// The problems that choosing an edition and coding found with the row's record, each at its cell where that is known.
/// They stand in the order of the record, as the encoder reports them. Cost: O(observations + problems), O(1) without
/// problems.
Diagnostics at_cells(const VisitRow& row, Diagnostics problems);

}  // namespace aedile::detail
