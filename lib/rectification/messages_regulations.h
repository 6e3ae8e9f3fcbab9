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

inline constexpr Message regulations_changed{"regulations_changed",
                                             "edition \"{1}\" of the regulations \"{0}\" was adopted before and says "
                                             "something else now; give it an edition of its "
                                             "own",
                                             "规程“{0}”的版本“{1}”此前已采用，现内容不同；请使用新的版本号"};
inline constexpr Message adopted_by_nobody{"adopted_by_nobody", "nobody is named who adopts the regulations; say who",
                                           "没有写明由谁采用规程；请写明采用人"};
inline constexpr Message ladder_without_escalation{
    "ladder_without_escalation",
    "tickets of the workflow \"{0}\" take no step of the ladder: it has no command of kind escalate; add one if they "
    "are "
    "to",
    "流程“{0}”没有类型为 escalate 的命令，其工单无法执行升级阶梯的步骤；如需执行，请添加该命令"};
// {0}: series, {1}: pattern, {2} and {3}: those adopted before
inline constexpr Message notice_numbers_meet{
    "notice_numbers_meet",
    "the series \"{0}\" with the pattern \"{1}\" would print numbers that the series \"{2}\" with \"{3}\" has printed; "
    "write "
    "a word into the pattern that tells them apart",
    "编号系列“{0}”的格式“{1}”会与系列“{2}”的格式“{3}”产生相同的编号；请在格式中加入可区分的文字"};
// {0}: the id
inline constexpr Message unseen_character{"unseen_character",
                                          "\"{0}\" holds {1}: nobody sees that character there; write it without",
                                          "“{0}”含有看不见的字符 {1}；请删除该字符"};
inline constexpr Message ids_alike{
    "ids_alike",
    "\"{0}\" and \"{1}\" look the same, and are taken for the same; write both alike, or "
    "rename one",
    "“{0}”与“{1}”看上去相同，也按同一对象处理；请统一写法，或为其一改名"};

// {0}: ticket, {1}: command, {2}: what is named, {3}: those that are known
inline constexpr Message unregistered_unit{
    "unregistered_unit", "{0}: \"{1}\" names the unit \"{2}\", which the regulations do not know; they know {3}",
    "{0}：“{1}”所指的单位“{2}”不在规程中；规程中有 {3}"};
inline constexpr Message unregistered_assignee{
    "unregistered_assignee", "{0}: \"{1}\" assigns to \"{2}\", whom the regulations do not know; they know {3}",
    "{0}：“{1}”指派的“{2}”不在规程中；规程中有 {3}"};

inline constexpr const Message* regulations_catalogue[] = {&regulations_without_workflow,
                                                           &regulations_without_calendar,
                                                           &duplicate_regulation,
                                                           &unknown_calendar_here,
                                                           &unknown_role_here,
                                                           &workflow_changed,
                                                           &regulations_changed,
                                                           &adopted_by_nobody,
                                                           &ladder_without_escalation,
                                                           &notice_numbers_meet,
                                                           &unseen_character,
                                                           &ids_alike,
                                                           &unregistered_unit,
                                                           &unregistered_assignee};

}  // namespace aedile::messages
