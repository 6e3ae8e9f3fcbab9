// What can be wrong with the terms of a roster, and what it could not fill.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message duplicate_slot{"duplicate_slot", "the slot \"{0}\" stands there twice; give each its own id",
                                        "时段“{0}”出现两次；请为每个时段编不同的编号"};
inline constexpr Message duplicate_post{"duplicate_post", "the post \"{0}\" stands there twice; merge the two entries",
                                        "岗位“{0}”出现两次；请合并"};
inline constexpr Message duplicate_person{"duplicate_person", "\"{0}\" stands there twice; merge the two entries",
                                          "“{0}”出现两次；请合并"};
inline constexpr Message slot_order{
    "slot_order",
    "the slot \"{0}\" is on {1}, before the one listed above it; list slots in the order "
    "of time",
    "时段“{0}”在 {1}，早于列在其前的时段；请按时间顺序列出"};
inline constexpr Message unknown_post{"unknown_post", "there is no post \"{0}\"; correct the id, or add the post",
                                      "没有岗位“{0}”；请更正编号或添加该岗位"};
inline constexpr Message roster_gap{
    "roster_gap", "in slot \"{0}\" the post \"{1}\" lacks {2} of {3} ({4}); add people, or relax the rules",
    "时段“{0}”岗位“{1}”缺 {2} 人（应有 {3} 人；{4}）；请增加人员或放宽规则"};

}  // namespace aedile::messages
