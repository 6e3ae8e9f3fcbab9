// What the tool says, in English and Chinese: results and failures. The help is in help_texts.h.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

// ---- failures; {0}: the system's reason

inline constexpr Message cannot_read{"cannot_read", "cannot be read ({0}); check its name and permissions",
                                     "无法读取（{0}）；请检查文件名和权限"};
inline constexpr Message cannot_write{"cannot_write", "cannot be written ({0}); check the folder and the space left",
                                      "无法写入（{0}）；请检查文件夹和剩余空间"};
inline constexpr Message cannot_write_plain{"cannot_write_plain", "cannot be written; check where the output goes",
                                            "无法写入；请检查输出的去向"};
inline constexpr Message defect{"defect",
                                "a defect of aedile itself: {0}; please report it with the files that show it",
                                "aedile 自身的缺陷：{0}；请连同相关文件一并报告"};

// ---- wrong usage

// {0}: the parser's sentence
inline constexpr Message wrong_usage{"wrong_usage", "{0}", "命令有误：{0}"};
inline constexpr Message see_help{"see_help", "Run with --help for what it understands.", "用 --help 查看用法。"};
inline constexpr Message one_standard_input{"one_standard_input", "only one file can be \"-\", the standard input",
                                            "只能有一个文件用“-”表示标准输入"};
inline constexpr Message one_standard_output{
    "one_standard_output", "--json and --output - both want the standard output; give --output a file",
    "--json 与 --output - 都要写标准输出；请给 --output 指定文件"};
inline constexpr Message no_such_node{"no_such_node", "no edition has a node \"{0}\"", "各版本中都没有节点“{0}”"};
inline constexpr Message no_such_level{"no_such_level",
                                       "there are no nodes at \"{0}\"; write level:1 for the children of the total",
                                       "“{0}”没有节点；level:1 表示总分的下一级"};

// ---- problems

inline constexpr Message more_problems{"more_problems", "… and {0} more problems ({1} errors, {2} warnings in all)",
                                       "……还有{0}个问题（共{1}个错误、{2}个警告）"};
inline constexpr Message no_such_visit{"no_such_visit", "there is no visit \"{0}\" in this file; check the id",
                                       "该文件中没有检查“{0}”；请核对编号"};
inline constexpr Message unknown_format{
    "unknown_format",
    "\"{0}\" is no format that can be checked here; it must be framework/1 or edition_mapping/1, or organisation/1 for "
    "aedile org check",
    "“{0}”不是可检查的格式；应为 framework/1 或 edition_mapping/1；organisation/1 请用 aedile org check"};
inline constexpr Message not_looked_up{
    "not_looked_up", "codes were not looked up: check it together with the files of {0}, editions {1} and {2}",
    "未核对编码：请与{0}的{1}版、{2}版文件一并检查"};
inline constexpr Message problems_elsewhere{
    "problems_elsewhere", "the tables have {0} errors that concern other visits; aedile score lists them",
    "表中另有{0}个涉及其他检查的错误；用 aedile score 查看"};

// ---- check

// {0}: file, {1}: id, {2}: edition, {3}: nodes, {4}: items
inline constexpr Message framework_is_sound{"framework_is_sound",
                                            "{0}: framework {1}, edition {2}: {3} nodes, {4} items, no errors",
                                            "{0}：测评体系{1}，版本{2}：{3}个节点，{4}个测评项目，没有错误"};
// {0}: file, {1}: id, {2}: from, {3}: to, {4}: entries
inline constexpr Message mapping_is_sound{"mapping_is_sound",
                                          "{0}: mapping of {1} from edition {2} to {3}: {4} entries, no errors",
                                          "{0}：{1}由{2}版到{3}版的对照：{4}条，没有错误"};

// ---- score

inline constexpr Message progress{"progress", "{0} of {1} visits", "已评{0}次，共{1}次检查"};
// {0}: visits, {1}: scored, {2}: not applicable, {3}: not observed, {4}: with errors
inline constexpr Message scored_summary{"scored_summary",
                                        "{0} visits: {1} scored, {2} not applicable, {3} not observed, {4} with errors",
                                        "共{0}次检查：{1}次已评分，{2}次不适用，{3}次未测评，{4}次有错误"};
inline constexpr Message orphan_summary{"orphan_summary", "{0} of {1} rows of findings belong to no visit",
                                        "{1}行问题中有{0}行不属于任何检查"};
inline constexpr Message ignored_summary{"ignored_summary", "{0} findings on items that do not apply were ignored",
                                         "已忽略{0}个不适用项目上的问题"};
inline constexpr Message nothing_written{
    "nothing_written", "nothing was written, because of the errors; --keep-going scores the visits without errors",
    "因有错误，未写出任何结果；加 --keep-going 可对无错误的检查评分"};
inline constexpr Message agreement{"agreement", "{0} of {1} agree", "{1}个正式结果中有{0}个一致"};
// {0}: place, {1}: visit, {2}: official, {3}: ours
inline constexpr Message difference{"difference", "{0}: {1}: official {2}, here {3}", "{0}：{1}：正式结果{2}，此处{3}"};
inline constexpr Message more_differences{"more_differences", "… and {0} more that differ", "……另有{0}个不一致"};
inline constexpr Message never_scored{"never_scored", "{0}: {1}: an official result, but no such visit",
                                      "{0}：{1}：有正式结果，但没有这次检查"};
inline constexpr Message more_never_scored{"more_never_scored", "… and {0} more without a visit",
                                           "……另有{0}个没有对应的检查"};

// ---- explain --what-if

// {0}: total
inline constexpr Message what_if_title{"what_if_title",
                                       "What each finding cost (the total is {0}):", "每个问题的代价（总分{0}）："};
// {0}: finding, {1}: total without it, {2}: gain
inline constexpr Message what_if_line{"what_if_line", "{0}: {1} ({2})", "{0}：{1}（{2}）"};
inline constexpr Message what_if_nothing{"what_if_nothing", "there are no findings", "没有问题"};
inline constexpr Message plan_title{
    "plan_title", "What to put right first, with the total after each step:", "建议的整改顺序及每步之后的总分："};

}  // namespace aedile::tool::texts
