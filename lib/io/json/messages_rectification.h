// What can be wrong with files of workflows, besides what readers and validators say.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message unknown_shipped_workflow{"unknown_shipped_workflow",
                                                  "no workflow \"{0}\" comes with aedile; there are: {1}",
                                                  "aedile 没有自带流程“{0}”；自带的有：{1}"};

}  // namespace aedile::messages
