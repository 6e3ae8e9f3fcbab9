// Why a command is refused, and what can be wrong with events.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// Refusals. {0}: ticket, {1}: command

inline constexpr Message no_such_ticket{"no_such_ticket", "there is no ticket \"{0}\"; correct the number",
                                        "没有工单“{0}”；请更正编号"};
// {1}: seq of the journal's event
inline constexpr Message ticket_forgotten{
    "ticket_forgotten",
    "ticket {0} is not known any more: the content of event {1} of the journal was removed by consent; what is still "
    "to "
    "be done takes a new ticket",
    "工单 {0} 的情况已无从得知：台账流水事件 {1} 的内容已经同意移除；尚待办理的，请另立工单"};
// {0}: how many, {1}: which
inline constexpr Message tickets_left_out{
    "tickets_left_out",
    "{0} {0|ticket is|tickets are} left out of the counts, as the journal does not know them any more: {1}",
    "有 {0} 个工单未计入，台账流水中其情况已无从得知：{1}"};
inline constexpr Message ticket_no_id{"ticket_no_id", "the new ticket has no number; give it one",
                                      "新工单没有编号；请填写"};
inline constexpr Message duplicate_ticket{"duplicate_ticket",
                                          "there is a ticket \"{0}\" already; give the new one another number",
                                          "工单“{0}”已存在；请为新工单另编号"};
inline constexpr Message unknown_workflow{"unknown_workflow",
                                          "there is no workflow \"{0}\" in edition \"{1}\"; load it first",
                                          "没有版本为“{1}”的流程“{0}”；请先载入"};
inline constexpr Message ticket_calendar{"ticket_calendar",
                                         "{0}: there is no calendar \"{2}\"; load it, or name another",
                                         "{0}：没有日历“{2}”；请先载入，或改用其他日历"};
inline constexpr Message ticket_calendar_unknown_then{
    "ticket_calendar_unknown_then", "{0}: no version of the calendar \"{2}\" was known at {3}; correct the time",
    "{0}：{3} 时日历“{2}”尚无任何版本；请更正时间"};
inline constexpr Message ticket_unknown_command{"ticket_unknown_command",
                                                "{0}: its workflow has no command \"{1}\"; it has {2}",
                                                "{0}：其流程没有命令“{1}”；可用命令为 {2}"};
// {2}: state, {3}: commands
inline constexpr Message ticket_state{"ticket_state",
                                      "{0}: \"{1}\" is not open, as the ticket is in the state {2}; open there are {3}",
                                      "{0}：工单状态为 {2}，不能执行“{1}”；此状态下可执行 {3}"};
inline constexpr Message ticket_state_nothing{
    "ticket_state_nothing", "{0}: \"{1}\" is not open: the ticket is in the state {2}, where nothing is left to do",
    "{0}：工单状态为 {2}，不能执行“{1}”，也没有可执行的命令"};
// {2}: actor, {3}: roles
inline constexpr Message ticket_role{"ticket_role", "{0}: \"{1}\" is not for {2}; ask somebody who is {3}",
                                     "{0}：“{1}”不由 {2} 执行；请由 {3} 执行"};
inline constexpr Message ticket_no_actor{"ticket_no_actor", "{0}: nobody is named who would do \"{1}\"; say who acts",
                                         "{0}：没有写明由谁执行“{1}”；请写明执行人"};
inline constexpr Message ticket_time{"ticket_time",
                                     "{0}: \"{1}\" at {2} would come before what happened at {3}; correct the time",
                                     "{0}：“{1}”的时间 {2} 早于已发生事项的时间 {3}；请更正时间"};
inline constexpr Message ticket_recorded{
    "ticket_recorded",
    "{0}: \"{1}\" cannot be recorded at {2}, before {3}; give a later time of recording (--recorded)",
    "{0}：“{1}”不能记录于 {2}，早于 {3}；请填写更晚的记录时间（--recorded）"};

// Guards.

inline constexpr Message ticket_not_doer{
    "ticket_not_doer", "{0}: \"{1}\" is not for {2}, who did some of the work; ask somebody who did none of it",
    "{0}：{2} 参与了整改，不得执行“{1}”；请由未参与的人员执行"};
inline constexpr Message ticket_not_unit_of_doer{
    "ticket_not_unit_of_doer",
    "{0}: \"{1}\" is not for {2} of {3}, whose colleagues did some of the work; ask somebody of another unit",
    "{0}：{3} 的人员参与了整改，该单位的 {2} 不得执行“{1}”；请由其他单位的人员执行"};
inline constexpr Message ticket_unit_answers{
    "ticket_unit_answers",
    "{0}: \"{1}\" is not for {2} of {3}, the unit that answers for the ticket; ask somebody of another unit",
    "{0}：{3} 是本工单的责任单位，该单位的 {2} 不得执行“{1}”；请由其他单位的人员执行"};
inline constexpr Message ticket_is_assignee{"ticket_is_assignee",
                                            "{0}: \"{1}\" is not for {2}: the ticket is assigned to {3}",
                                            "{0}：工单已分派给 {3}，{2} 不能执行“{1}”"};
inline constexpr Message ticket_nobody_assigned{"ticket_nobody_assigned",
                                                "{0}: \"{1}\" is for the handler, and nobody is assigned; assign first",
                                                "{0}：“{1}”由承办人执行，而工单尚未分派；请先分派"};
inline constexpr Message ticket_assigned{"ticket_assigned",
                                         "{0}: \"{1}\" takes somebody to whom the ticket is assigned; assign it first",
                                         "{0}：执行“{1}”前须先分派承办人"};
inline constexpr Message ticket_unassigned{
    "ticket_unassigned", "{0}: \"{1}\" is not open while {2} is assigned; revoke the assignment first",
    "{0}：工单仍分派给 {2}，不能执行“{1}”；请先撤销分派"};
inline constexpr Message ticket_of_unit{"ticket_of_unit", "{0}: \"{1}\" is for people of {3}, and {2} is none of them",
                                        "{0}：“{1}”由 {3} 的人员执行，而 {2} 不在其中"};
inline constexpr Message ticket_not_returned{
    "ticket_not_returned",
    "{0}: \"{1}\" would advance a ticket that was returned; correct it, or send it to somebody else",
    "{0}：工单是退回来的，不得执行“{1}”继续推进；只能更正或改派"};
inline constexpr Message ticket_returned{"ticket_returned", "{0}: \"{1}\" is for tickets that were returned",
                                         "{0}：“{1}”只适用于被退回的工单"};
// {2}: instant
inline constexpr Message ticket_deadline_not_passed{"ticket_deadline_not_passed",
                                                    "{0}: \"{1}\" comes too late: the deadline was {2}",
                                                    "{0}：执行“{1}”已逾期：时限为 {2}"};
inline constexpr Message ticket_deadline_passed{"ticket_deadline_passed",
                                                "{0}: \"{1}\" comes too early: no deadline has passed",
                                                "{0}：执行“{1}”为时过早：时限未到"};
// {2}: number
inline constexpr Message ticket_extensions_left{
    "ticket_extensions_left", "{0}: \"{1}\" is not open: {2} {2|extension was|extensions were} granted, which is all",
    "{0}：已批准延期 {2} 次，达到上限，不能执行“{1}”"};
inline constexpr Message ticket_suspensions_left{
    "ticket_suspensions_left",
    "{0}: \"{1}\" is not open: {2} {2|suspension was|suspensions were} granted, which is all",
    "{0}：已批准缓办 {2} 次，达到上限，不能执行“{1}”"};
inline constexpr Message ticket_appeals_left{
    "ticket_appeals_left", "{0}: \"{1}\" is not open: {2} {2|appeal was|appeals were} made, which is all",
    "{0}：已申诉 {2} 次，达到上限，不能执行“{1}”"};
inline constexpr Message ticket_late{"ticket_late", "{0}: \"{1}\" has no object: every limit was kept",
                                     "{0}：各项时限均未超过，无需执行“{1}”"};
// {2}: who, {3}: when
inline constexpr Message ticket_no_open_request{
    "ticket_no_open_request", "{0}: \"{1}\" is not open: {2} asked for the same at {3}; wait for the decision",
    "{0}：{2} 已于 {3} 提出同类申请，不能执行“{1}”；请等待审批"};
inline constexpr Message ticket_request_open{"ticket_request_open",
                                             "{0}: \"{1}\" has no object: nobody has asked for it",
                                             "{0}：没有待审批的申请，不能执行“{1}”"};
inline constexpr Message ticket_not_requester{
    "ticket_not_requester", "{0}: \"{1}\" is not for {2}, who made the request or decided on it before; ask another",
    "{0}：{2} 为申请人或已审批过，不得执行“{1}”；请由他人审批"};
// {3}: role
inline constexpr Message ticket_is_asked{"ticket_is_asked",
                                         "{0}: \"{1}\" is not for {2} now: the decision is up to {3}",
                                         "{0}：现由 {3} 审批，{2} 不能执行“{1}”"};
inline constexpr Message ticket_not_suspended{
    "ticket_not_suspended", "{0}: \"{1}\" is not open: the ticket is suspended until {2}; resume it first",
    "{0}：工单缓办至 {2}，不能执行“{1}”；请先恢复办理"};
inline constexpr Message ticket_suspended{"ticket_suspended", "{0}: \"{1}\" has no object: it is not suspended",
                                          "{0}：工单未缓办，不能执行“{1}”"};
// {2}: instant
inline constexpr Message ticket_evidence_newer_than_closing{
    "ticket_evidence_newer_than_closing",
    "{0}: \"{1}\" takes evidence that is newer than the closing at {2}; give only such",
    "{0}：执行“{1}”须提供晚于结案时间 {2} 的佐证"};
inline constexpr Message ticket_verification_failed{
    "ticket_verification_failed", "{0}: \"{1}\" takes a look-back that failed after the closing; record it first",
    "{0}：执行“{1}”须以结案后回头看不通过为前提；请先记录回头看结果"};
inline constexpr Message ticket_parts_ended{"ticket_parts_ended",
                                            "{0}: \"{1}\" is not open: its part {2} has not ended",
                                            "{0}：其拆分工单 {2} 尚未办结，不能执行“{1}”"};
inline constexpr Message ticket_exemption_over{
    "ticket_exemption_over", "{0}: \"{1}\" comes too early: the exemption lasts", "{0}：豁免尚未到期，不能执行“{1}”"};

// Particulars.

inline constexpr Message ticket_reason{"ticket_reason", "{0}: \"{1}\" takes a reason; give one",
                                       "{0}：执行“{1}”须说明理由；请填写"};
inline constexpr Message ticket_evidence{
    "ticket_evidence",
    "{0}: \"{1}\" takes evidence, at least one piece, each with the SHA-256 of its "
    "file (64 hex digits in lower case) and not from the future",
    "{0}：执行“{1}”须提供至少一份佐证，每份附文件的 SHA-256（64 "
    "位小写十六进制），且时间不得晚于当前"};
inline constexpr Message ticket_title{"ticket_title", "{0}: \"{1}\" takes a title that says what is wrong; give one",
                                      "{0}：执行“{1}”须写明标题，说明问题所在；请填写"};
// {2}: the reference
inline constexpr Message ticket_finding{
    "ticket_finding",
    "{0}: \"{1}\": \"{2}\" is no finding; findings of a visit are counted from 1, so write VISIT#1 for the first",
    "{0}：执行“{1}”时，“{2}”不是有效的问题；每次检查的问题从 1 起编号，首个问题写作“检查编号#1”"};
// {2}: the other ticket, {3}: kind of link
inline constexpr Message ticket_link_unknown{"ticket_link_unknown",
                                             "{0}: \"{1}\" is linked to \"{2}\" as {3}, and there is no such ticket; "
                                             "correct the number",
                                             "{0}：执行“{1}”时，以 {3} 关联的工单“{2}”不存在；请更正编号"};
inline constexpr Message ticket_link_itself{
    "ticket_link_itself",
    "{0}: \"{1}\" is linked to \"{2}\" as {3}, which is the ticket itself; name "
    "another",
    "{0}：执行“{1}”时，以 {3} 关联的“{2}”就是本工单；请指明另一工单"};
inline constexpr Message ticket_link_kind{
    "ticket_link_kind",
    "{0}: \"{1}\" is linked to \"{2}\" as {3}, which merges and splits alone make; link it as recurrence_of or "
    "propagated_from",
    "{0}：执行“{1}”时，与“{2}”的关联 {3} 只能由并案、拆分产生；请使用 recurrence_of 或 propagated_from"};
// {2}: name of the file
inline constexpr Message ticket_evidence_empty{
    "ticket_evidence_empty", "{0}: \"{1}\": the file \"{2}\" is empty, and shows nothing; give one that shows it",
    "{0}：执行“{1}”所附的文件“{2}”为空，不能作为佐证；请提供有内容的文件"};
inline constexpr Message ticket_evidence_twice{"ticket_evidence_twice",
                                               "{0}: \"{1}\": \"{2}\" is given twice; give each file once",
                                               "{0}：执行“{1}”时，“{2}”重复提供；每个文件只提供一次"};
// {3}: ticket, {4}: number of the event
inline constexpr Message ticket_evidence_again{
    "ticket_evidence_again",
    "{0}: \"{1}\": \"{2}\" was handed in before, with event {4} of {3}; what is looked at now takes evidence of now",
    "{0}：执行“{1}”时，“{2}”此前已作为 {3} 第 {4} 号事件的佐证提交；请提供本次查看时的佐证"};
// {3}: when it was taken, {4}: since when there is something to verify
inline constexpr Message ticket_evidence_old{
    "ticket_evidence_old",
    "{0}: \"{1}\": \"{2}\" was taken at {3}, and what is to be verified is of {4}; give what was taken after that",
    "{0}：执行“{1}”时，“{2}”形成于 {3}，而待核查的事项发生于 {4}；请提供此后形成的佐证"};
inline constexpr Message ticket_criteria{"ticket_criteria", "{0}: \"{1}\" takes ticks at all criteria; missing: {2}",
                                         "{0}：执行“{1}”须勾选全部条件；尚缺 {2}"};
inline constexpr Message ticket_assignee{"ticket_assignee", "{0}: \"{1}\" takes somebody to assign to; name them",
                                         "{0}：执行“{1}”须指定承办人；请填写"};
inline constexpr Message ticket_unit{"ticket_unit", "{0}: \"{1}\" takes the responsible unit; name it",
                                     "{0}：执行“{1}”须指定责任单位；请填写"};
// {2}: most days
inline constexpr Message ticket_until{"ticket_until", "{0}: \"{1}\" takes an end, later than now; give one",
                                      "{0}：执行“{1}”须给出晚于当前的截止时间；请填写"};
inline constexpr Message ticket_until_range{"ticket_until_range",
                                            "{0}: \"{1}\" may last {2} {2|day|days} at most; give an earlier end",
                                            "{0}：“{1}”最长 {2} 天；请给出更早的截止时间"};
inline constexpr Message ticket_decision{"ticket_decision", "{0}: \"{1}\" takes a decision; say yes or no",
                                         "{0}：执行“{1}”须给出决定；请填写是或否"};
inline constexpr Message ticket_into{
    "ticket_into",
    "{0}: \"{1}\" takes another ticket, of the same workflow and in a state that takes in others; \"{2}\" is none",
    "{0}：执行“{1}”须指定同一流程、且处于可并入状态的另一工单；“{2}”不符合"};
// {2}: the other ticket, {3} and {4}: unit, site and item of the two
inline constexpr Message ticket_into_other{
    "ticket_into_other",
    "{0}: \"{1}\" is for tickets of one unit, site and item; this is of {3}, and \"{2}\" of {4}; handle them apart",
    "{0}：只有责任单位、点位、测评项目相同的工单才能执行“{1}”；本工单为 {3}，而“{2}”为 {4}；请分别办理"};
inline constexpr Message ticket_into_reported{
    "ticket_into_reported",
    "{0}: \"{1}\" would pass work off as done that nobody has reported: \"{2}\" waits to be looked at already; report "
    "first",
    "{0}：“{2}”已报完成、待核查，而本工单尚未报完成，不能执行“{1}”；请先报完成"};
// {2}: the step, {3}: those of the ladder
inline constexpr Message ticket_step{"ticket_step", "{0}: \"{1}\" takes a step of the ladder; name one of {3}",
                                     "{0}：执行“{1}”须指明升级步骤；可选 {3}"};
inline constexpr Message ticket_step_unknown{"ticket_step_unknown",
                                             "{0}: \"{1}\": the ladder has no step \"{2}\"; name one of {3}",
                                             "{0}：执行“{1}”时，升级阶梯没有步骤“{2}”；可选 {3}"};
inline constexpr Message ticket_step_taken{
    "ticket_step_taken", "{0}: \"{1}\": the step \"{2}\" was taken already; each is taken once for a ticket",
    "{0}：执行“{1}”时，步骤“{2}”已执行过；每个工单每一步骤只执行一次"};
inline constexpr Message ticket_parts{
    "ticket_parts", "{0}: \"{1}\" takes parts, each with a number of its own that no ticket has; give them",
    "{0}：执行“{1}”须列出各部分，每部分用未被使用的编号；请填写"};
inline constexpr Message ticket_limit{"ticket_limit", "{0}: \"{1}\" takes a length of time, or a date; give one",
                                      "{0}：执行“{1}”须给出时长或日期；请填写"};
inline constexpr Message ticket_unknown_limit{"ticket_unknown_limit",
                                              "{0}: its workflow has no limit \"{2}\"; correct the code",
                                              "{0}：其流程没有时限“{2}”；请更正编号"};
inline constexpr Message ticket_negative_limit{"ticket_negative_limit",
                                               "{0}: the length of the limit \"{2}\" is negative; correct it",
                                               "{0}：时限“{2}”的时长为负；请更正"};
inline constexpr Message ticket_limit_twice{"ticket_limit_twice",
                                            "{0}: the limit \"{2}\" is given twice; leave one length",
                                            "{0}：时限“{2}”给出了两次；请只保留一个时长"};
// {2}: name of the particular
inline constexpr Message ticket_not_taken{"ticket_not_taken",
                                          "{0}: \"{1}\" does nothing with \"{2}\" that is given; leave it out",
                                          "{0}：执行“{1}”用不到所给的“{2}”；请删去"};
// {2}: name of the particular, {3}: what is given, {4}: the character
inline constexpr Message ticket_unseen{
    "ticket_unseen",
    "{0}: \"{2}\" of \"{1}\" is \"{3}\", which holds {4}: nobody sees that character there; write it without",
    "{0}：“{1}”的“{2}”为“{3}”，其中含有看不见的字符 {4}；请删除该字符"};
inline constexpr Message ticket_out_of_years{
    "ticket_out_of_years", "{0}: the time \"{2}\" of \"{1}\" is outside the years 1 to 9999 on some clock; correct it",
    "{0}：“{1}”的时间“{2}”在某些时区超出公元 1 至 9999 年；请更正"};
inline constexpr Message ticket_date_extension{
    "ticket_date_extension",
    "{0}: the limit \"{2}\" is a date, to which nothing can be added; ask for a new date, as a workflow allows whose "
    "extensions add what is granted",
    "{0}：时限“{2}”为固定日期，无法顺延；请改用“按批准时长延期”的流程，并申请新的日期"};

// Events.

inline constexpr Message event_no_opening{"event_no_opening", "the first event of ticket \"{0}\" does not open it",
                                          "工单“{0}”的第一个事件不是立案"};
inline constexpr Message event_other_workflow{"event_other_workflow",
                                              "ticket \"{0}\" goes by workflow \"{1}\" in edition \"{2}\", not by this",
                                              "工单“{0}”适用版本为“{2}”的流程“{1}”，而非此流程"};
inline constexpr Message event_number{"event_number",
                                      "event {1} of ticket \"{0}\" cannot follow on event {2}; events are missing, or "
                                      "come twice",
                                      "工单“{0}”的第 {1} 号事件不能接在第 {2} 号之后；事件缺失或重复"};
inline constexpr Message event_state{"event_state", "event {1} of ticket \"{0}\" begins in state {2}, yet it is in {3}",
                                     "工单“{0}”的第 {1} 号事件始于状态 {2}，而工单处于 {3}"};
inline constexpr Message event_unknown_state{"event_unknown_state",
                                             "event {1} of ticket \"{0}\" leads to \"{2}\", which its workflow lacks",
                                             "工单“{0}”的第 {1} 号事件通向其流程中没有的状态“{2}”"};
inline constexpr Message event_unknown_limit{
    "event_unknown_limit", "event {1} of ticket \"{0}\" sets \"{2}\", a limit that its workflow lacks",
    "工单“{0}”的第 {1} 号事件设定了其流程中没有的时限“{2}”"};
inline constexpr Message event_order{
    "event_order",
    "event {1} of ticket \"{0}\" comes before the one that it follows, or was recorded "
    "before it happened",
    "工单“{0}”的第 {1} 号事件早于其前一事件，或记录时间早于发生时间"};

}  // namespace aedile::messages
