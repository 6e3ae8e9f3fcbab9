// Framework files, read, checked and compiled.
#pragma once

#include <string>
#include <vector>

#include "aedile/framework/editions.h"
#include "aedile/io/problem_log.h"

namespace aedile::tool {

/// The editions in these files, each problem in the log. Throws FileFailure.
Editions load_editions(const std::vector<std::string>& files, ProblemLog& log);

/// Codes of the nodes that `--nodes` asks for, in the order of the editions: "all", "level:2", or codes separated by
/// commas. Throws UsageFailure for a code that no edition has.
std::vector<std::string> select_nodes(const Editions& editions, const std::string& selection);

}  // namespace aedile::tool
