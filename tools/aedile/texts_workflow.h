// What the commands of `aedile workflow` say.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

inline constexpr Message workflow_is_sound{
    "workflow_is_sound",
    "{0}: workflow {1}, edition {2}, {3} {3|state|states}, {4} {4|transition|transitions}. Every state is reached and "
    "leads to an ending, and "
    "no "
    "ticket is closed but by somebody who did none of the work",
    "{0}：流程 {1}，版本 {2}，状态 {3} 个，流转 {4} "
    "条。每个状态都能到达并走到结局，任何工单都须经未参与整改的人员核查才能销号"};
inline constexpr Message one_workflow_to_draw{"one_workflow_to_draw", "--dot draws one workflow; name one",
                                              "--dot 只能绘制一个流程；请只给出一个"};

}  // namespace aedile::tool::texts
