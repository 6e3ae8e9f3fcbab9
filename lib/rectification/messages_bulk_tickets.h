// Why a workflow, a calendar or a layout has no tables for tickets in columns, and what to do.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message bulk_tickets_opening{
    "bulk_tickets_opening", "\"{0}\" is no opening with one transition; name a command that opens tickets in one way",
    "“{0}”不是只有一条流转的立案命令；请填写以唯一方式立案的命令"};
inline constexpr Message bulk_tickets_command{
    "bulk_tickets_command", "\"{0}\" is no command of the workflow, opens tickets, or stands there twice; correct it",
    "“{0}”不是该流程的命令，或为立案命令，或重复；请更正"};
inline constexpr Message bulk_tickets_limit{
    "bulk_tickets_limit",
    "the limit \"{0}\" must be the workflow's only one, in working days from 1 to 36,500 that end at midnight, not met "
    "by a command and not begun with working hours; use single tickets, or another workflow",
    "时限“{0}”须为该流程唯一的时限，以 1 至 36500 个工作日计、至 24 "
    "时届满，且不由命令满足、不从上班时起算；请改用逐单办理或其他流程"};
inline constexpr Message bulk_tickets_calendar{
    "bulk_tickets_calendar",
    "the calendar \"{0}\" must know the first day and at most 65,000 days from it on; choose another first day",
    "日历“{0}”须包含起始日，且自该日起不超过 65000 天；请另选起始日"};
inline constexpr Message bulk_tickets_size{
    "bulk_tickets_size", "{0}: {1}, of which there may be at most {2}; divide the workflow or the data",
    "{0} 为 {1}，最多 {2}；请拆分流程或数据"};
inline constexpr Message bulk_tickets_trigger{
    "bulk_tickets_trigger", "\"{0}\" is set off by {1}, and columns hold what people did; use single tickets",
    "“{0}”由 {1} 触发，而各列只记录人员所为；请改用逐单办理"};
inline constexpr Message bulk_tickets_kind{
    "bulk_tickets_kind", "\"{0}\" is of kind {1}, which has no table form; leave it out, or use single tickets",
    "“{0}”的类型为 {1}，不能化为表格；请去掉，或改用逐单办理"};
inline constexpr Message bulk_tickets_guard{
    "bulk_tickets_guard",
    "\"{0}\" in \"{1}\" depends on {2}, which columns do not show; vouch for it, or use single tickets",
    "“{0}”在“{1}”须满足 {2}，各列无从判断；请在布局中声明已核实，或改用逐单办理"};
inline constexpr Message bulk_tickets_field{
    "bulk_tickets_field",
    "\"{0}\" in \"{1}\" takes {2}, which columns do not hold; vouch for it, or use single tickets",
    "“{0}”在“{1}”须填写 {2}，各列没有该内容；请在布局中声明已核实，或改用逐单办理"};
inline constexpr Message bulk_tickets_argument{
    "bulk_tickets_argument", "\"{0}\" cannot have this argument, or needs another; correct what its argument means",
    "“{0}”不能带此参数，或须带其他参数；请更正参数的含义"};
inline constexpr Message bulk_tickets_rows{
    "bulk_tickets_rows",
    "\"{0}\" has several transitions in \"{1}\", told apart by what columns do not show; use single "
    "tickets",
    "“{0}”在“{1}”有多条流转，各列无从区分；请改用逐单办理"};
inline constexpr Message bulk_tickets_effect{"bulk_tickets_effect",
                                             "\"{0}\" in \"{1}\" begins limits anew; use single tickets",
                                             "“{0}”在“{1}”使时限重新起算；请改用逐单办理"};
inline constexpr Message bulk_tickets_clock{
    "bulk_tickets_clock",
    "\"{0}\" from \"{1}\": a limit begins with the opening, stands still only between states in which it runs, and is "
    "extended only where it runs, or by day where it stands still; use single tickets",
    "“{0}”自“{1}"
    "”：时限须自立案起算，停表只能介于计时状态之间，延期只能在计时状态（按日计停表的，也可在停表状态）；请改用逐单办"
    "理"};
inline constexpr Message bulk_tickets_approvals{
    "bulk_tickets_approvals", "extensions are decided by somebody; use single tickets, or a workflow that grants them",
    "延期须经审批；请改用逐单办理，或采用自动准予的流程"};

}  // namespace aedile::messages
