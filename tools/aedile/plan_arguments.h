// What several commands of `aedile plan` ask of their arguments.
#pragma once

#include <string>

namespace aedile::tool {

/// Throws UsageFailure unless it is a seed that a draw takes: some text on one line.
void require_seed(const std::string& seed);

}  // namespace aedile::tool
