// What can be wrong with a workflow: each sentence says what is wrong and what to do.
#pragma once

#include "aedile/core/message.h"
#include "core/messages_texts.h"

namespace aedile::messages {

// Codes and references.

inline constexpr Message workflow_code_twice{"workflow_code_twice",
                                             "the code \"{0}\" stands twice among the {1}; rename one",
                                             "编号“{0}”在 {1} 中出现两次；请改名"};
inline constexpr Message workflow_unknown_state{"workflow_unknown_state",
                                                "there is no state \"{0}\"; correct the code, or add the state",
                                                "没有状态“{0}”；请更正编号，或补上该状态"};
inline constexpr Message workflow_unknown_role{"workflow_unknown_role",
                                               "there is no role \"{0}\"; correct the code, or add the role",
                                               "没有角色“{0}”；请更正编号，或补上该角色"};
inline constexpr Message workflow_unknown_command{"workflow_unknown_command",
                                                  "there is no command \"{0}\"; correct the code, or add the command",
                                                  "没有命令“{0}”；请更正编号，或补上该命令"};
inline constexpr Message workflow_reserved_kind{
    "workflow_reserved_kind", "\"{0}\" is what the engine does itself; choose another kind, or leave the command out",
    "“{0}”由引擎自行执行；请改用其他类型，或删除该命令"};
inline constexpr Message workflow_too_large{"workflow_too_large",
                                            "there are {0} {1}; at most {2} are checked. Divide the workflow",
                                            "{1} 共有 {0} 个；最多可检查 {2} 个。请拆分流程"};
inline constexpr Message workflow_negative_limit{"workflow_negative_limit",
                                                 "a limit cannot be negative; write a length of 0 or more",
                                                 "时限不能为负；请填写不小于 0 的时长"};
inline constexpr Message workflow_two_clocks{
    "workflow_two_clocks", "the limit both runs and stands still in \"{0}\"; remove the state from one of the lists",
    "该时限在“{0}”中既计时又停表；请从其中一个列表删除该状态"};

// Single transitions. {0}: kind of the command

inline constexpr Message workflow_no_opening{
    "workflow_no_opening",
    "no ticket can come into being; add a transition with a command of kind open and no \"from\"",
    "工单无从产生；请添加一条不写 from、命令类型为 open 的流转"};
inline constexpr Message workflow_opening_kind{
    "workflow_opening_kind",
    "a ticket comes into being by a command of kind open from no state, and by nothing else; this one is {0}. Correct "
    "the kind, or \"from\"",
    "工单只能由类型为 open、且不写 from 的流转产生；此处类型为 {0}。请更正类型或 from"};
inline constexpr Message workflow_opening_to{"workflow_opening_to",
                                             "the opening leads nowhere; name the state in which tickets begin",
                                             "立案没有写明去向；请写明工单开始时的状态"};
inline constexpr Message workflow_no_roles{
    "workflow_no_roles", "nobody may do this; name at least one role, or say what sets it off in \"trigger\"",
    "没有人可以执行；请至少写一个角色，或以 trigger 写明由什么触发"};
inline constexpr Message workflow_roles_of_clock{
    "workflow_roles_of_clock", "it is set off by {0}, yet names roles; remove the roles or the trigger",
    "该流转由 {0} 触发，却写了角色；请删除角色或触发方式"};
inline constexpr Message workflow_trigger_fields{
    "workflow_trigger_fields", "it is set off by {0}, so nobody can give \"{1}\"; remove it, or let people do it",
    "该流转由 {0} 触发，无人可填写“{1}”；请删除，或改由人员执行"};
inline constexpr Message workflow_guard_needed{"workflow_guard_needed",
                                               "a command of kind {0} needs the guard \"{1}\"; add it",
                                               "类型为 {0} 的命令必须有条件“{1}”；请补上"};
inline constexpr Message workflow_field_needed{"workflow_field_needed",
                                               "a command of kind {0} must require \"{1}\"; add it",
                                               "类型为 {0} 的命令必须要求填写“{1}”；请补上"};
inline constexpr Message workflow_one_field_needed{"workflow_one_field_needed",
                                                   "a command of kind {0} must require one of {1}; add it",
                                                   "类型为 {0} 的命令必须要求填写 {1} 之一；请补上"};
// {1}: ending
inline constexpr Message workflow_ending_needed{
    "workflow_ending_needed", "a command of kind {0} leads to a state whose ending is {1}; correct \"to\"",
    "类型为 {0} 的命令须通向结局为 {1} 的状态；请更正 to"};
inline constexpr Message workflow_ending_by{
    "workflow_ending_by", "a command of kind {0} cannot lead to an ending {1}; only its own kind of command can",
    "类型为 {0} 的命令不能通向结局 {1}；该结局只能由相应类型的命令达到"};
// {1}: state
inline constexpr Message workflow_leaves_ending{
    "workflow_leaves_ending",
    "\"{1}\" is an ending, which a command of kind {0} cannot leave; use one of kind reopen, or take it out of "
    "\"from\"",
    "“{1}”为结局，类型为 {0} 的命令不能离开；请改用类型 reopen，或从 from 中删除"};
inline constexpr Message workflow_acts_on_ending{
    "workflow_acts_on_ending",
    "\"{1}\" is an ending, in which a command of kind {0} has no place; take it out of \"from\"",
    "“{1}”为结局，不能执行类型为 {0} 的命令；请从 from 中删除"};
inline constexpr Message workflow_parts_to{
    "workflow_parts_to",
    "a split needs \"parts_to\", the state in which the parts begin, and nothing "
    "else has it; correct that",
    "拆分须写明 parts_to，即各部分开始时的状态，其他命令不得有；请更正"};
inline constexpr Message workflow_no_extension{"workflow_no_extension",
                                               "\"{0}\" may be granted 0 times, so nobody can ask for it; set \"most\"",
                                               "“{0}”最多可批 0 次，因而无法申请；请设置 most"};

// The graph. {0}: states, commands, ways

inline constexpr Message workflow_unreachable{"workflow_unreachable",
                                              "no way leads to the state \"{0}\"; add a transition to it, or remove it",
                                              "没有任何途径到达状态“{0}”；请添加通向它的流转，或删除该状态"};
inline constexpr Message workflow_dead_end{"workflow_dead_end",
                                           "from the state \"{0}\" no ending can be reached; add a way out",
                                           "从状态“{0}”无法到达任何结局；请添加出路"};
inline constexpr Message workflow_ambiguous{
    "workflow_ambiguous",
    "in the state \"{0}\" this and transition {1} both fit \"{2}\" for the same people; tell them apart by roles or by "
    "guards that exclude each other",
    "在状态“{0}”中，本条与第 {1} 条流转对同一人员都适用于“{2}”；请以角色或互斥的条件加以区分"};
inline constexpr Message workflow_ambiguous_trigger{
    "workflow_ambiguous_trigger",
    "in the state \"{0}\" this and transition {1} are both set off by {2} at the same time; give them guards that "
    "exclude each other",
    "在状态“{0}”中，本条与第 {1} 条流转会由 {2} 同时触发；请写上互斥的条件"};
inline constexpr Message workflow_endless{
    "workflow_endless", "a ticket would go round without end and without anybody: {0}; give one of the steps to people",
    "工单会在无人干预下无休止地循环：{0}；请把其中一步交由人员执行"};
inline constexpr Message workflow_unverified{
    "workflow_unverified",
    "a ticket can be closed without a verification by somebody who did none of the work: {0}; put a command of kind "
    "verify_pass with the guard not_doer on this way, behind the last work done",
    "工单可以未经未参与整改的人员核查就销号：{0}；请在这条路径上、最后一次整改之后，设置带条件 not_doer 的 verify_pass "
    "命令"};
inline constexpr Message workflow_frees_itself{
    "workflow_frees_itself",
    "the unit that answers for a ticket can end it by itself: {0} –{1}→ {2}; leave this step to people, with the guard "
    "not_unit_of_doer",
    "责任单位可以自行了结本单位的工单：{0} –{1}→ {2}；请将此步骤交由人员执行，并加条件 not_unit_of_doer"};
inline constexpr Message workflow_unused{"workflow_unused", "no transition uses the {1} \"{0}\"",
                                         "没有流转使用 {1}“{0}”"};

}  // namespace aedile::messages
