// What the tool says, in English and Chinese: results and failures. The help is in help_texts.h.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

// ---- failures; {0}: the system's reason

inline constexpr Message cannot_read{"cannot_read", "cannot be read: {0}; check its name and permissions",
                                     "无法读取：{0}；请检查文件名和权限"};
inline constexpr Message cannot_write{"cannot_write", "cannot be written: {0}; check the folder and the space left",
                                      "无法写入：{0}；请检查文件夹和剩余空间"};
inline constexpr Message cannot_write_plain{"cannot_write_plain", "cannot be written; check where the output goes",
                                            "无法写入；请检查输出的去向"};
inline constexpr Message defect{"defect",
                                "a defect of aedile itself: {0}; please report it with the files that show it",
                                "aedile 自身的缺陷：{0}；请连同相关文件一并报告"};

// ---- wrong usage

// {0}: what was written, {1}: the largest number
inline constexpr Message no_count{"no_count", "\"{0}\" is no whole number from 0 to {1}", "“{0}”不是 0 到 {1} 的整数"};
inline constexpr Message see_help{"see_help", "Run with --help for what it understands.", "用 --help 查看用法。"};
inline constexpr Message one_standard_input{"one_standard_input", "only one file can be \"-\", the standard input",
                                            "只能有一个文件用“-”表示标准输入"};
inline constexpr Message one_standard_output{
    "one_standard_output", "--json and --output - both want the standard output; give --output a file",
    "--json 与 --output - 都要写标准输出；请给 --output 指定文件"};
// {0}: the output, {1}: the input
inline constexpr Message output_is_input{
    "output_is_input", "--output {0} would replace the input {1}, which is the same file; name another file",
    "--output {0} 与输入 {1} 是同一个文件，会将其覆盖；请另选文件名"};
// {0}: option, {1}: those of which it needs one
inline constexpr Message option_without{"option_without", "{0} says nothing here; it goes with {1}",
                                        "{0} 在此不起作用；须与 {1} 一起使用"};
inline constexpr Message dates_reversed{"dates_reversed", "{0} comes after {1}; exchange the two",
                                        "{0} 晚于 {1}；请对调"};
inline constexpr Message empty_argument{"empty_argument", "{0} is empty; leave it out, or give it a value",
                                        "{0} 为空；请省略该选项或给出值"};
inline constexpr Message no_such_node{"no_such_node", "no edition has a node \"{0}\"", "各版本中都没有节点“{0}”"};
inline constexpr Message no_such_level{"no_such_level",
                                       "there are no nodes at \"{0}\"; write level:1 for the children of the total",
                                       "没有“{0}”这一级节点；level:1 表示总分的下一级"};

// ---- problems

inline constexpr Message more_problems{
    "more_problems", "… and {0} more {0|problem|problems} ({1} {1|error|errors}, {2} {2|warning|warnings} in all)",
    "……还有 {0} 个问题（共 {1} 个错误、{2} 个警告）"};
inline constexpr Message no_such_visit{"no_such_visit", "there is no visit \"{0}\" in this file; check the id",
                                       "该文件中没有检查“{0}”；请核对编号"};
inline constexpr Message unknown_format{
    "unknown_format",
    "\"{0}\" is no format that can be checked here; it must be framework/1, edition_mapping/1, calendar/1, "
    "workflow/1, ladder/1, unit_ladder/1, notice/1 or follow_up/1, or organisation/1 for aedile org check",
    "“{0}”不是可检查的格式；应为 "
    "framework/1、edition_mapping/1、calendar/1、workflow/1、ladder/1、unit_ladder/1、notice/1 或 "
    "follow_up/1；organisation/1 请用 aedile org check"};
inline constexpr Message file_is_sound{"file_is_sound", "{0}: {1}, no errors", "{0}：{1}，无错误"};
inline constexpr Message not_looked_up{
    "not_looked_up", "codes were not looked up; check it together with the files of {0}, editions {1} and {2}",
    "未核对编号；请与 {0} 的 {1} 版、{2} 版文件一并检查"};
inline constexpr Message problems_elsewhere{
    "problems_elsewhere",
    "the tables have {0} {0|error that concerns|errors that concern} other visits; aedile score lists them",
    "表中另有 {0} 个涉及其他检查的错误；用 aedile score 查看"};

// ---- check

// {0}: file, {1}: id, {2}: edition, {3}: nodes, {4}: items
inline constexpr Message framework_is_sound{
    "framework_is_sound", "{0}: framework {1}, edition {2}: {3} {3|node|nodes}, {4} {4|item|items}, no errors",
    "{0}：测评体系 {1}，版本 {2}：{3} 个节点，{4} 个测评项目，没有错误"};
// {0}: file, {1}: id, {2}: from, {3}: to, {4}: entries
inline constexpr Message mapping_is_sound{
    "mapping_is_sound", "{0}: mapping of {1} from edition {2} to {3}: {4} {4|entry|entries}, no errors",
    "{0}：{1} 由 {2} 版到 {3} 版的对照：{4} 条，没有错误"};

// {0}: file, {1}: id, {2}: versions, {3}: first day, {4}: last day
inline constexpr Message calendar_is_sound{"calendar_is_sound",
                                           "{0}: calendar {1}: {2} {2|version|versions}, {3} to {4}, no errors",
                                           "{0}：日历 {1}：{2} 个版本，{3} 至 {4}，没有错误"};

// ---- score

inline constexpr Message progress{"progress", "{0} of {1} {1|visit|visits}", "已评 {0} 次，共 {1} 次检查"};
// {0}: visits, {1}: scored, {2}: not applicable, {3}: not observed, {4}: with errors
inline constexpr Message scored_summary{
    "scored_summary", "{0} {0|visit|visits}: {1} scored, {2} not applicable, {3} not observed, {4} with errors",
    "共 {0} 次检查：{1} 次已评分，{2} 次不适用，{3} 次未测评，{4} 次有错误"};
inline constexpr Message orphan_summary{"orphan_summary", "{0} of {1} rows of findings {0|belongs|belong} to no visit",
                                        "问题表的 {1} 行中有 {0} 行不属于任何检查"};
inline constexpr Message ignored_summary{
    "ignored_summary",
    "{0} {0|finding on an item that does not apply was|findings on items that do not apply were} ignored",
    "已忽略 {0} 个不适用的测评项目上的问题"};
inline constexpr Message nothing_written{
    "nothing_written", "nothing was written, because of the errors; --keep-going scores the visits without errors",
    "因有错误，未写出任何结果；加 --keep-going 可对无错误的检查评分"};
inline constexpr Message agreement{"agreement", "{0} of {1} agree", "{1} 个正式结果中有 {0} 个一致"};
// {0}: place, {1}: visit, {2}: official, {3}: ours
inline constexpr Message difference{"difference", "{0}: {1}: official {2}, here {3}",
                                    "{0}：{1}：正式结果 {2}，此处 {3}"};
inline constexpr Message more_differences{"more_differences", "… and {0} more that differ", "……另有 {0} 个不一致"};
inline constexpr Message never_scored{"never_scored", "{0}: {1}: an official result, but no such visit",
                                      "{0}：{1}：有正式结果，但没有这次检查"};
inline constexpr Message more_never_scored{"more_never_scored", "… and {0} more without a visit",
                                           "……另有 {0} 个没有对应的检查"};

// ---- explain --what-if

// {0}: total
inline constexpr Message what_if_title{
    "what_if_title", "What each finding cost (the total is {0}):", "每个问题影响的分数（总分 {0}）："};
// {0}: finding, {1}: total without it, {2}: gain
inline constexpr Message what_if_line{"what_if_line", "{0}: {1} ({2})", "{0}：{1}（{2}）"};
inline constexpr Message what_if_nothing{"what_if_nothing", "there are no findings", "没有问题"};
inline constexpr Message plan_title{
    "plan_title", "What to put right first, with the total after each step:", "建议的整改顺序及每步之后的总分："};

// ---- calendar

inline constexpr Message one_limit{"one_limit",
                                   "give one limit: --working-days, --calendar-days, --working-hours, --hours or --on",
                                   "请给出一种时限：--working-days、--calendar-days、--working-hours、--hours 或 --on"};
inline constexpr Message bad_count{"bad_count", "\"{0}\" is no number of days; write 0 to 100000",
                                   "“{0}”不是天数；请写 0 至 100000"};
inline constexpr Message bad_hours{"bad_hours", "\"{0}\" is no number of hours; write one such as 4 or 1.5",
                                   "“{0}”不是小时数；请写如 4 或 1.5"};
inline constexpr Message no_such_version{"no_such_version", "calendar {0} has no version \"{1}\"; there are: {2}",
                                         "日历 {0} 没有版本“{1}”；现有版本：{2}"};
inline constexpr Message nothing_known{"nothing_known", "nothing of calendar {0} was known at {1}",
                                       "在 {1}，日历 {0} 尚无任何已知内容"};
inline constexpr Message policy_needed{"policy_needed", "--as-of says how far --policy goes; give both",
                                       "--as-of 须与 --policy 合用"};
inline constexpr Message seed_needed{"seed_needed", "--irregular draws by a seed; give --seed TEXT",
                                     "--irregular 需要种子；请给出 --seed 文本"};
inline constexpr Message either_days_or_rules{
    "either_days_or_rules", "--only chooses days of the calendar, rules choose dates; give one of the two",
    "--only 选择日历中的日子，规则选择日期；请只用其一"};
// {0}: instant, {1}: limit, {2}: start
inline constexpr Message due_line{"due_line", "due {0}: {1} from {2}", "{0} 届满：{1}，自 {2} 起"};
inline constexpr Message last_day_line{"last_day_line", "last day {0}", "末日 {0}"};
inline constexpr Message rolled_line{"rolled_line", "last day {0}, since {1} is a rest day",
                                     "末日 {0}（{1} 为休息日）"};
inline constexpr Message version_line{"version_line", "calendar {0}, version {1}", "日历 {0}，版本 {1}"};
// {0}: version, {1}: instant
inline constexpr Message under_line{"under_line", "under version {0}: {1}", "按版本 {0}：{1}"};
inline constexpr Message set_line{"set_line", "set under version {0}: {1}", "按版本 {0} 设定：{1}"};
inline constexpr Message in_force_line{"in_force_line", "in force by \"{0}\": {1}", "按“{0}”生效：{1}"};
// {0}: the instant asked about, {1}: start
inline constexpr Message not_begun_line{"not_begun_line", "as of {0} the time has not begun: it begins {1}",
                                        "截至 {0} 尚未起算：{1} 起算"};
// {0}: working days, {1}: calendar days, {2}: working time
inline constexpr Message between_line{"between_line", "{0} of {1} {1|day is a working day|days are working days}; {2}",
                                      "{1} 日中有 {0} 个工作日；{2}"};
inline constexpr Message working_word{"working_word", "working day", "工作日"};
inline constexpr Message rest_word{"rest_word", "rest day", "休息日"};
inline constexpr Message holiday_word{"holiday_word", "holiday", "放假"};
inline constexpr Message makeup_word{"makeup_word", "make-up working day", "调休上班"};
inline constexpr Message shift_word{"shift_word", "working day with hours of its own", "班次日"};
inline constexpr Message monday{"monday", "Mon", "星期一"};
inline constexpr Message tuesday{"tuesday", "Tue", "星期二"};
inline constexpr Message wednesday{"wednesday", "Wed", "星期三"};
inline constexpr Message thursday{"thursday", "Thu", "星期四"};
inline constexpr Message friday{"friday", "Fri", "星期五"};
inline constexpr Message saturday{"saturday", "Sat", "星期六"};
inline constexpr Message sunday{"sunday", "Sun", "星期日"};

}  // namespace aedile::tool::texts
