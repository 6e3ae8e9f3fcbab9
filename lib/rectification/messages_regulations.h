// What can be wrong with regulations.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message regulations_without_workflow{
    "regulations_without_workflow",
    "there is no workflow; write at least one, or the id of one that comes with the library, such as \"street_notice\"",
    "没有流程；请至少写一个，或写明库中自带流程的编号，例如“street_notice”"};
inline constexpr Message regulations_without_calendar{
    "regulations_without_calendar", "there is no calendar; write at least one, or \"cn\" for that of China",
    "没有工作日历；请至少写一个，或写“cn”使用中国日历"};
inline constexpr Message duplicate_regulation{"duplicate_regulation", "\"{0}\" stands here twice; remove one",
                                              "“{0}”重复出现；请删除其一"};
inline constexpr Message unknown_calendar_here{"unknown_calendar_here",
                                               "these regulations have no calendar \"{0}\"; there are: {1}",
                                               "本规程中没有日历“{0}”；现有：{1}"};
inline constexpr Message unknown_role_here{"unknown_role_here",
                                           "none of the workflows has a role \"{0}\"; the roles are: {1}",
                                           "各流程中没有角色“{0}”；现有角色：{1}"};
inline constexpr Message workflow_changed{"workflow_changed",
                                          "edition \"{1}\" of the workflow \"{0}\" was adopted before and says "
                                          "something else now; give it an edition of its own",
                                          "流程“{0}”的版本“{1}”此前已采用，现内容不同；请使用新的版本号"};

inline constexpr const Message* regulations_catalogue[] = {&regulations_without_workflow,
                                                           &regulations_without_calendar,
                                                           &duplicate_regulation,
                                                           &unknown_calendar_here,
                                                           &unknown_role_here,
                                                           &workflow_changed};

}  // namespace aedile::messages
