// What aedile ladder, notice and rates say.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

inline constexpr Message ladder_due{"ladder_due", "{0} is due {1}: {2} from {3}", "{0}：{2}，自 {3} 起，{1} 届满"};
inline constexpr Message ladder_no_steps{"ladder_no_steps", "no step has come by {0}", "截至 {0}，尚无步骤到期"};
inline constexpr Message ladder_answer{"ladder_answer", "to be answered by {0}", "{0} 前反馈"};
inline constexpr Message ladder_ground{"ladder_ground", "ground: {0}", "依据：{0}"};
// {0}: occasion, {1}: group, {2}: units ranked
inline constexpr Message list_head{"list_head", "{0}, {1}: {2} {2|unit|units} with problems notified",
                                   "{0}，{1}：{2} 个单位有通报问题"};
inline constexpr Message red_list{"red_list", "red list:", "红榜："};
inline constexpr Message black_list{"black_list", "black list:", "黑榜："};
inline constexpr Message without_data{"without_data", "nothing notified:", "无通报问题："};
inline constexpr Message no_unit_step{"no_unit_step", "{0}: no step", "{0}：无需采取措施"};
inline constexpr Message unit_stands{"unit_stands", "{0} now: {1} in a row, {2} within the year",
                                     "{0} 目前：连续 {1} 次，年内累计 {2} 次"};
inline constexpr Message no_such_unit{"no_such_unit", "no row of the table is about the unit \"{0}\"",
                                      "表中没有单位“{0}”的记录"};
inline constexpr Message notice_no_description{
    "notice_no_description",
    "{0} does not say what is the matter; tell its findings with --findings, or open with --title",
    "工单 {0} 没有写明问题；请以 --findings 给出问题表，或在立案时写明 --title"};
// {0}: visit, {1}: number, {2}: table
inline constexpr Message notice_no_finding{"notice_no_finding", "{2} has no finding {1} of the visit {0}",
                                           "{2} 中没有检查 {0} 的第 {1} 个问题"};
inline constexpr Message rates_all{"rates_all", "all", "合计"};
inline constexpr Message rates_none{"rates_none", "no tickets", "没有工单"};
inline constexpr Message rates_no_rate{"rates_no_rate", "\"{0}\" is no rate; write one of: {1}",
                                       "没有名为“{0}”的指标；请填写其中之一：{1}"};
// {0}: asked for, {1}: what there is
inline constexpr Message rates_unknown{"unknown_selection", "no ticket is of \"{0}\"; there are: {1}",
                                       "没有属于“{0}”的工单；现有：{1}"};
inline constexpr Message rates_time{"rates_time",
                                    "working time: mean {0} h, half of all within {1} h, nine in ten within {2} h",
                                    "处置用时：平均 {0} 小时，半数不超过 {1} 小时，九成不超过 {2} 小时"};

// {0}: finding, {1}: ticket, {2}: day of closing, {3}: which return, {4}: multiplier
inline constexpr Message is_return{"is_return",
                                   "{0}: the return of {1}, closed {2}; number {3}, counts {4} {4|time|times}",
                                   "{0}：{1} 的反弹（{2} 销号），第 {3} 次，按 {4} 倍计"};
// {0}: of the period, {1}: in the table, {2}: period
inline constexpr Message look_back_of{"look_back_of", "{0} of {1} tickets of the table were closed in {2}",
                                      "表中 {1} 张工单，{2} 期间销号的有 {0} 张"};
inline constexpr Message is_new{"is_new", "{0}: new", "{0}：新问题"};
// {0}: task, {1}: site, {2}: item, {3}: limit
inline constexpr Message check_task{"check_task", "{0}: look at {1} for {2}, within {3} (rule {4})",
                                    "{0}：到 {1} 检查 {2}（时限：{3}；规则：{4}）"};
inline constexpr Message no_checks{"no_checks", "no rule sends anybody elsewhere", "没有规则要求到别处检查"};
inline constexpr Message no_such_site{"no_such_site", "the ledger has no site \"{0}\" on that day",
                                      "台账中该日没有点位“{0}”"};
inline constexpr Message no_rule_for{"no_rule_for", "the rules say nothing of {0}; add the key",
                                     "规则没有 {0} 部分；请添加"};

}  // namespace aedile::tool::texts
