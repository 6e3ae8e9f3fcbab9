// What can be wrong with ladders and lists, and what their steps say.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message no_ladder_steps{"no_ladder_steps", "the ladder has no steps; add at least one",
                                         "阶梯没有任何步骤；请至少填写一步"};
inline constexpr Message duplicate_ladder_step{"duplicate_ladder_step",
                                               "the step \"{0}\" stands there twice; give each step its own code",
                                               "步骤“{0}”出现两次；请为每一步编不同的代码"};
inline constexpr Message ladder_share_range{"ladder_share_range",
                                            "the share of the time is {0}; write a fraction above 0 and below 1, such "
                                            "as 1/2",
                                            "时限占比为 {0}；请填写大于 0 且小于 1 的分数，如 1/2"};
inline constexpr Message ladder_duration_range{"ladder_duration_range",
                                               "the length is {0}; write one from {1} to ten years",
                                               "时长为 {0}；请填写 {1} 至十年之间的时长"};
inline constexpr Message ladder_count_range{"ladder_count_range",
                                            "a step happens at the first failure or later; write 1 or more",
                                            "步骤最早在第 1 次不合格时采取；请填写不小于 1 的数"};
inline constexpr Message duplicate_ladder_count{"duplicate_ladder_count",
                                                "two steps have the same effect \"{0}\" at the same count; keep one",
                                                "两个步骤在同一次数上效果相同（{0}）；请只保留一个"};
inline constexpr Message occasion_differs{"occasion_differs",
                                          "the occasion \"{0}\" is told twice, and not alike; keep the one that holds",
                                          "考核场次“{0}”出现两次且内容不一致；请保留有效的一条"};
inline constexpr Message listed_rate_range{
    "listed_rate_range", "\"{0}\" has {1} of {2}; write a number done that is neither negative nor above the whole",
    "“{0}”的完成数为 {1}、总数为 {2}；完成数不得为负，也不得超过总数"};
inline constexpr Message duplicate_listed_unit{"duplicate_listed_unit",
                                               "the unit \"{0}\" stands there twice; add up its numbers",
                                               "单位“{0}”出现两次；请合并其数字"};

// Grounds. {0}: the ticket, {1}: when it is due, {2}: how long, or the share

inline constexpr Message ground_ahead{"ground_ahead", "{2} before {0} is due, {1}",
                                      "距 {0} 整改时限届满（{1}）还有 {2}"};
inline constexpr Message ground_share{"ground_share", "{2} of the time of {0} has passed; it is due {1}",
                                      "{0} 的整改时限已过 {2}，届满时间 {1}"};
inline constexpr Message ground_due{"ground_due", "{0} was due {1} and is not answered",
                                    "{0} 整改时限 {1} 届满，未见答复"};
inline constexpr Message ground_after{"ground_after", "{2} after {0} was due, {1}, without an answer",
                                      "{0} 整改时限 {1} 届满后 {2}仍未答复"};
// {0}: failures in a row, {1}: within the year, {2}: the occasion, {3}: its ground
inline constexpr Message ground_unit{"ground_unit", "{2}: failure number {0} in a row, {1} within the year{3}",
                                     "{2}：连续第 {0} 次，年内累计第 {1} 次{3}"};

}  // namespace aedile::messages
