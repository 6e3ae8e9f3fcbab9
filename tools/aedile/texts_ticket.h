// What aedile ticket says.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

inline constexpr Message ticket_no_regulations{
    "no_regulations", "the journal has no regulations yet; adopt some with `aedile ticket adopt`",
    "该台账流水尚未采用规程；请先执行 `aedile ticket adopt`"};
// {0}: time, {1}: of the first regulations
inline constexpr Message ticket_nothing_known{
    "nothing_known_then", "at {0} nothing was known yet: the first regulations were recorded at {1}",
    "在 {0} 尚无任何记录：首次采用规程记录于 {1}"};
// {0}: day
inline constexpr Message ticket_only_a_day{"only_a_day",
                                           "{0} is a day without a time; what is recorded needs one, such as {0}T09:00",
                                           "{0} 只有日期；所记录的事须写明时刻，如 {0}T09:00"};
inline constexpr Message ticket_nobody{"unknown_person", "the regulations know nobody called \"{0}\"; they know: {1}",
                                       "规程中没有人员“{0}”；现有：{1}"};
inline constexpr Message ticket_no_workflow{"unknown_workflow_here",
                                            "the regulations have no workflow \"{0}\"; they have: {1}",
                                            "规程中没有流程“{0}”；现有：{1}"};
inline constexpr Message ticket_which_opening{
    "which_opening", "the workflow opens tickets in several ways; choose one with --command: {0}",
    "该流程有多种立案方式；请以 --command 选定：{0}"};
inline constexpr Message ticket_bad_length{
    "bad_length",
    "\"{0}\" is no length of time; write working_days:5, calendar_days:3, working_hours:8, hours:2, on:2026-06-01 or "
    "before:EVENT",
    "“{0}”不是时限；请写成 working_days:5、calendar_days:3、working_hours:8、hours:2、on:2026-06-01 或 before:事件"};
// {0}: event, {1}: time
inline constexpr Message ticket_no_event{
    "no_such_event_ahead",
    "the regulations have no \"{0}\" after {1}, so nothing would ever be due; adopt regulations that name the next "
    "one, or "
    "give another length",
    "规程中没有晚于 {1} 的“{0}”，时限将永远无法确定；请先采用载明下一次的规程，或改用其他时限"};
// {0}: ticket, {1}: command
inline constexpr Message ticket_length_ignored{
    "length_ignored",
    "{0}: \"{1}\" takes no --length: that of an extension is said by whoever asks for it, that of a ticket with "
    "--limit",
    "{0}：“{1}”不使用 --length：延期时长由申请人填写，工单自身的时限请用 --limit"};
inline constexpr Message evidence_no_file{
    "evidence_no_file",
    "is no regular file; evidence is a file that stays, such as a photograph, so that its SHA-256 can be compared",
    "不是普通文件；佐证须为可留存的文件（如照片），以便日后核对其 SHA-256"};
inline constexpr Message evidence_empty{"evidence_empty",
                                        "the file is empty, and shows nothing; give one of 1 byte at least",
                                        "文件为空，不能作为佐证；请给出有内容的文件"};
inline constexpr Message ticket_bad_pair{"bad_pair", "\"{0}\" is not of the form {1}", "“{0}”不符合 {1} 的格式"};
inline constexpr Message ticket_bad_link{"bad_link",
                                         "\"{0}\" is no kind of link; write recurrence_of or propagated_from",
                                         "“{0}”不是关联类型；请写 recurrence_of 或 propagated_from"};
inline constexpr Message ticket_none{"no_such_ticket", "there is no ticket \"{0}\"", "没有工单“{0}”"};

inline constexpr Message notice_is_journal{"notice_is_journal",
                                           "{0} is a journal; say with --ticket whose notice is to be printed",
                                           "{0} 是台账流水；请用 --ticket 指定要打印哪张工单的通知单"};
// {0}: given, {1}: of the last event
inline constexpr Message ticket_recorded_before{
    "recorded_before",
    "this would be recorded at {0}, but the journal has an event that was recorded at {1}, and its times of recording "
    "never go back; where something is entered late, leave --at as it happened and say with --recorded when it is "
    "written down, {1} or later",
    "此项将记录于 {0}，而台账流水中已有记录于 {1} 的事件，记录时间不能倒退；补录时 --at 仍填发生时间，"
    "另以 --recorded 写明补录的时间（不早于 {1}）"};
inline constexpr Message ticket_meaning{"ticket_meaning", "{0} is \"{1}\"", "{0} 即“{1}”"};
inline constexpr Message ticket_meanings{"ticket_meanings", "    ({0})", "    （{0}）"};

inline constexpr Message ticket_adopted{"ticket_adopted", "regulations {0}, edition {1}, adopted as event {2}",
                                        "已采用规程 {0}（版本 {1}），记为事件 {2}"};
// {0}: ticket, {1}: command, {2}: state, {3}: who, {4}: when
inline constexpr Message ticket_event_line{"ticket_event_line", "{0}  {1}: {2}  ({3}, {4})",
                                           "{0}  {1}：{2}（{3}，{4}）"};
inline constexpr Message ticket_by_clock{"by_clock", "by time", "到时自动"};
inline constexpr Message ticket_moved_deadline{"ticket_moved_deadline", "deadlines", "时限"};
inline constexpr Message ticket_split_off{"ticket_split_off", "split off", "拆分立案"};
inline constexpr Message ticket_took_in{"ticket_took_in", "takes another in", "并入他案"};
inline constexpr Message ticket_event_due{"ticket_event_due", "    {0} due {1}", "    {0}：{1} 届满"};
inline constexpr Message ticket_event_waits{"ticket_event_waits", "    {0} {1}, whose date is not known yet",
                                            "    {0}：{1}，日期未定"};
inline constexpr Message ticket_event_no_calendar{"ticket_event_no_calendar",
                                                  "    {0} {1}; the calendar does not reach its end yet",
                                                  "    {0}：{1}，现有日历未及届满之日"};
inline constexpr Message ticket_event_stands{"ticket_event_stands", "    {0} {1}, which stands still",
                                             "    {0}：{1}，停表中"};
inline constexpr Message ticket_event_unit{"ticket_event_unit", "    responsible: {0}", "    责任单位：{0}"};
inline constexpr Message ticket_event_assignee{"ticket_event_assignee", "    assigned to {0}", "    承办人：{0}"};
inline constexpr Message ticket_event_part{"ticket_event_part", "    split off {0}", "    拆分出 {0}"};
inline constexpr Message ticket_event_criteria{"ticket_event_criteria", "    criteria met: {0}", "    已满足条件：{0}"};
inline constexpr Message ticket_nobody_word{"nobody", "nobody", "无"};
inline constexpr Message ticket_event_notice{"ticket_event_notice", "    notice {0}", "    通知单 {0}"};
inline constexpr Message ticket_event_reason{"ticket_event_reason", "    reason: {0}", "    理由：{0}"};
inline constexpr Message ticket_event_evidence{"ticket_event_evidence", "    evidence {0}, {1}, taken {2}",
                                               "    佐证 {0}，{1}，{2} 取得"};
inline constexpr Message ticket_event_step{"ticket_event_step", "    step {0}: {1}", "    升级步骤 {0}：{1}"};
inline constexpr Message ticket_event_until{"ticket_event_until", "    until {0}", "    截止 {0}"};
inline constexpr Message ticket_event_asked{"ticket_event_asked", "    asked for: {0}", "    申请时长：{0}"};
inline constexpr Message ticket_event_length{"ticket_event_length", "    length: {0}", "    时长：{0}"};
inline constexpr Message ticket_granted{"ticket_granted", "granted", "同意"};
inline constexpr Message ticket_refused{"ticket_refused", "refused", "不同意"};
inline constexpr Message ticket_pending{"ticket_pending", "to be decided", "待审批"};
inline constexpr Message ticket_repeated{"ticket_repeated", "carried out before, under this key; nothing was added",
                                         "该键的命令此前已执行；未重复记录"};
inline constexpr Message ticket_nothing{"ticket_nothing", "nothing has come about", "没有到时事项"};
inline constexpr Message ticket_nothing_yet{"ticket_nothing_yet",
                                            "nothing was recorded; this waits:", "未记录任何事项；以下事项有待处理："};
// {0}: ticket or unit, {1}: step, {2}: what it is called, {3}: when it came, {4}: roles
inline constexpr Message waits_for_supervisor{
    "waits_for_supervisor", "{0}  step {1}: {2}, come {3}, waits for somebody who may take it ({4}); say who with --as",
    "{0}  升级步骤 {1}：{2}，{3} 到期，待有权执行的人员（{4}）办理；请以 --as 写明"};
inline constexpr Message waits_for_actor{"waits_for_actor",
                                         "{0}  step {1}: {2}, by {3}, waits; say who takes it with --as",
                                         "{0}  升级步骤 {1}：{2}（{3}），尚待办理；请以 --as 写明执行人员"};
inline constexpr Message waits_for_calendar{
    "waits_for_calendar",
    "{0}  step {1}: {2}, come {3}, waits for a calendar that reaches the day by which it is to be answered; adopt "
    "regulations with one",
    "{0}  升级步骤 {1}：{2}，{3} 到期，但现有日历未及其反馈期限；请采用带有更新日历的规程"};
// {0}: ticket, {1}: limit
inline constexpr Message limit_waits_for_calendar{
    "limit_waits_for_calendar", "{0}  {1} waits for a calendar that reaches its deadline; adopt regulations with one",
    "{0}  {1}：现有日历未及届满之日，期限未定；请采用带有更新日历的规程"};
inline constexpr Message ladder_waits_for_calendar{
    "ladder_waits_for_calendar",
    "{0}  its ladder waits for a calendar that reaches further; adopt regulations with one",
    "{0}  现有日历不够长，升级步骤无从推算；请采用带有更新日历的规程"};

inline constexpr Message ticket_head{"ticket_head", "{0}  {1}", "{0}  {1}"};
inline constexpr Message ticket_state{"ticket_state", "  state        {0}", "  状态      {0}"};
inline constexpr Message ticket_about{"ticket_about", "  about        {0}", "  事由      {0}"};
inline constexpr Message ticket_place{"ticket_place", "  place        {0}", "  地点      {0}"};
inline constexpr Message ticket_item{"ticket_item", "  item         {0}", "  项目      {0}"};
inline constexpr Message ticket_unit{"ticket_unit", "  responsible  {0}", "  责任单位  {0}"};
inline constexpr Message ticket_assignee{"ticket_assignee", "  assigned to  {0}", "  承办人    {0}"};
inline constexpr Message ticket_doers{"ticket_doers", "  worked on by {0}, who cannot verify it",
                                      "  办理人    {0}（不得自行核查）"};
inline constexpr Message ticket_due_line{"ticket_due_line", "  {0}: due {1}", "  {0}：{1} 届满"};
inline constexpr Message ticket_due_met{"ticket_due_met", "  {0}: due {1}, met {2}", "  {0}：{1} 届满，{2} 完成"};
inline constexpr Message ticket_due_late{"ticket_due_late", "  {0}: due {1}, met {2}, late",
                                         "  {0}：{1} 届满，{2} 完成，超时"};
inline constexpr Message ticket_due_over{"ticket_due_over", "  {0}: due {1}, overdue", "  {0}：{1} 届满，已超时"};
inline constexpr Message ticket_due_late_before{"ticket_due_late_before", "  {0}: due {1}; was overdue before",
                                                "  {0}：{1} 届满；此前曾超时"};
inline constexpr Message ticket_due_stands{"ticket_due_stands", "  {0}: stands still", "  {0}：停表中"};
inline constexpr Message ticket_due_waits{"ticket_due_waits", "  {0}: {1}, whose date is not known yet",
                                          "  {0}：{1}，日期未定"};
inline constexpr Message ticket_due_no_calendar{"ticket_due_no_calendar",
                                                "  {0}: {1}; the calendar does not reach its end yet",
                                                "  {0}：{1}，现有日历未及届满之日"};
inline constexpr Message ticket_findings{"ticket_findings", "  findings     {0}", "  问题      {0}"};
inline constexpr Message ticket_counts{"ticket_counts", "  sent back {0}, returned {1}, extended {2}",
                                       "  返工 {0} 次，退回 {1} 次，延期 {2} 次"};
inline constexpr Message link_recurrence_of{"link_recurrence_of", "  the return of {0}", "  {0} 的反弹"};
inline constexpr Message link_propagated_from{"link_propagated_from", "  a check caused by {0}", "  由 {0} 举一反三"};
inline constexpr Message link_split_from{"link_split_from", "  split from {0}", "  由 {0} 拆分"};
inline constexpr Message link_merged_into{"link_merged_into", "  merged into {0}", "  并入 {0}"};
inline constexpr Message link_took_in{"link_took_in", "  took in {0}", "  并入了 {0}"};
inline constexpr Message ticket_history{"ticket_history", "History:", "经过："};
inline constexpr Message ticket_may_nothing{"ticket_may_nothing", "{0} may do nothing with {1} now",
                                            "{0} 目前不能对 {1} 执行任何命令"};
inline constexpr Message ticket_takes{"ticket_takes", "; takes {0}", "；须填：{0}"};
inline constexpr Message takes_reason{"takes_reason", "--reason", "理由 --reason"};
inline constexpr Message takes_evidence{"takes_evidence", "--evidence", "佐证 --evidence"};
inline constexpr Message takes_criteria{"takes_criteria", "--criteria", "条件 --criteria"};
inline constexpr Message takes_assignee{"takes_assignee", "--assignee", "承办人 --assignee"};
inline constexpr Message takes_unit{"takes_unit", "--unit", "责任单位 --unit"};
inline constexpr Message takes_until{"takes_until", "--until", "截止时间 --until"};
inline constexpr Message takes_decision{"takes_decision", "--decision", "审批意见 --decision"};
inline constexpr Message takes_into{"takes_into", "--into", "并入的工单 --into"};
inline constexpr Message takes_parts{"takes_parts", "--part", "拆分出的工单 --part"};
inline constexpr Message takes_limit{"takes_limit", "--length", "时长 --length"};
inline constexpr Message ticket_not_due{"ticket_not_due", "nothing is due", "没有将到期的工单"};
inline constexpr Message ticket_is_overdue{"ticket_is_overdue", "overdue", "已超时"};
inline constexpr Message ticket_no_tickets{"ticket_no_tickets", "there are no tickets", "没有工单"};

// {0}: unit, {1}: occasion, {2}: verdict, {3}: ": " and the ground
inline constexpr Message unit_judged{"unit_judged", "{0}  {1}: {2}{3}", "{0}  {1}：{2}{3}"};
inline constexpr Message verdict_passed{"verdict_passed", "passed", "合格"};
inline constexpr Message verdict_failed{"verdict_failed", "failed", "不合格"};
inline constexpr Message verdict_no_data{"verdict_no_data", "no data", "无数据"};
inline constexpr Message unit_ground{"unit_ground", ", {0}", "，{0}"};
inline constexpr Message units_counted{"units_counted", "{0} recorded, {1} stood there already",
                                       "新登记 {0} 条，此前已登记 {1} 条"};
inline constexpr Message unit_step_open{"unit_step_open", "    not recorded yet: `aedile ticket advance` records it",
                                        "    尚未记录：请执行 `aedile ticket advance`"};
inline constexpr Message no_units{"no_units", "no unit has been judged", "尚无单位的考评结果"};
inline constexpr Message no_such_unit_here{"no_such_unit_here", "the journal says nothing of the unit \"{0}\"",
                                           "台账流水中没有单位“{0}”的考评结果"};
inline constexpr Message findings_marked{"findings_marked", "findings marked: {0}", "标注问题 {0} 个"};
inline constexpr Message findings_without_visits{
    "findings_without_visits", "{0} has no column \"visit\"; the tickets name findings by their visit",
    "{0} 没有“visit”列；工单以检查编号指明问题"};

}  // namespace aedile::tool::texts
