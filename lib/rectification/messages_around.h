// What can be wrong with recurrence, propagation, numbers of notices, notices and look-back rules.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message window_range{"window_range", "the window is {0} days; write a number from 0 to {1}",
                                      "反弹认定期为 {0} 日；请填写 0 至 {1} 之间的数"};
inline constexpr Message multiplier_below_one{
    "multiplier_below_one", "the multiplier is {0}; a fault that comes back does not cost less, so write 1 or more",
    "倍数为 {0}；反弹的问题不应扣得更少，请填写不小于 1 的数"};

inline constexpr Message too_many_multipliers{
    "too_many_multipliers", "there are more than {0} multipliers; the last one holds for all after it",
    "倍数多于 {0} 个；最后一个适用于其后各次，请删减"};

inline constexpr Message propagation_item{
    "propagation_item",
    "\"{0}\" is no pattern of items; write a code, or its beginning with one * at the "
    "end",
    "“{0}”不是有效的项目范围；请填写项目代码，或以一个 * 结尾的代码开头部分"};

inline constexpr Message number_pattern{
    "number_pattern",
    "\"{0}\" is no pattern of numbers; write {year} and {number} or {number:4} once each, such as "
    "\"CZ-{year}-{number:4}\"",
    "“{0}”不是有效的编号格式；请各写一次 {year} 和 {number}（或 {number:4}），如“创整〔{year}〕{number:4}号”"};
// {0}: series, {1}: year, {2}: the number, {3}: the next one
inline constexpr Message number_gap{"number_gap",
                                    "number {2} of the series \"{0}\" of {1} leaves a gap; the next one is {3}",
                                    "编号系列“{0}”{1} 年的第 {2} 号与前号不连续；下一个编号应为 {3}"};
inline constexpr Message number_taken{"number_taken",
                                      "number {2} of the series \"{0}\" of {1} is taken already; the next one is {3}",
                                      "编号系列“{0}”{1} 年的第 {2} 号已被使用；下一个编号应为 {3}"};

inline constexpr Message notice_without_findings{"notice_without_findings",
                                                 "the notice names no finding; say what is to be rectified",
                                                 "通知单没有列出问题；请写明需要整改的问题"};
inline constexpr Message inspected_after_issue{
    "inspected_after_issue",
    "it was inspected on {0}, after the notice was issued on {1}; correct one "
    "of them",
    "检查日期 {0} 晚于通知单签发日期 {1}；请更正其一"};
inline constexpr Message due_before_issue{"due_before_issue",
                                          "it is due on {0}, before the notice was issued on {1}; correct one of them",
                                          "整改期限 {0} 早于通知单签发日期 {1}；请更正其一"};

inline constexpr Message unknown_calendar_of_ticket{
    "unknown_calendar_of_ticket", "ticket \"{0}\" goes by the calendar \"{1}\", which is not there; add it",
    "工单“{0}”使用的日历“{1}”不存在；请添加"};

inline constexpr Message look_back_share_range{"look_back_share_range",
                                               "the share is {0}; write a fraction from 0 to 1, such as 1/10",
                                               "抽查比例为 {0}；请填写 0 至 1 之间的分数，如 1/10"};
inline constexpr Message duplicate_look_back_class{
    "duplicate_look_back_class", "the class \"{0}\" has two shares; keep one", "类别“{0}”有两个抽查比例；请只保留一个"};
inline constexpr Message reserved_class{"reserved_class",
                                        "\"{0}\" stands for the tickets that are all looked at; give the class another "
                                        "code",
                                        "“{0}”专指全部回头看的工单；请为该类别另取代码"};

}  // namespace aedile::messages
