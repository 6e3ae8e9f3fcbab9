#pragma once
/// Sums to values, all at once.

#include "assessment/mark_cells.h"

namespace aedile::detail {

/// The spans are empty or of the right size.
RollUpReport roll_up_values(const RollUpScheme& scheme, const RollUpTables& tables, const MarkCells& cells,
                            const RollUpMarks& out, const Executor& executor);

}  // namespace aedile::detail
