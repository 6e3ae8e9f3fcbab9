// aedile workflow: what its commands are asked for, and the functions that do it.
#pragma once

#include <string>
#include <vector>

#include "aedile/commands.h"

namespace aedile::tool {

struct WorkflowCheckArguments {
  std::vector<std::string> workflows;  ///< ids of those that are shipped, or files
  bool dot = false;
  bool json = false;
};
int workflow_check(const WorkflowCheckArguments& arguments, Console& console);

int workflow_list(Console& console);

struct WorkflowShowArguments {
  std::string workflow;
};
int workflow_show(const WorkflowShowArguments& arguments, Console& console);

}  // namespace aedile::tool
