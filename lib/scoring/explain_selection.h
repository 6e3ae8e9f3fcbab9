#pragma once
/// Which nodes an explanation shows: those that lost or gained marks, or lack one although they apply, and every node
/// above them.

#include <vector>

#include "aedile/scoring/scorecard.h"

namespace aedile::detail {

/// One bit per node. A node without a mark that its parent's steps already speak of is shown only if its own steps say
/// more than that; below a node that does not apply nothing is shown.
std::vector<bool> nodes_worth_showing(const CompiledFramework& framework, const Scorecard& card);

}  // namespace aedile::detail
