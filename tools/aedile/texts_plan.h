// What the commands of `aedile plan` say.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

inline constexpr Message plan_commitment{"plan_commitment", "commitment {0}", "承诺值 {0}"};
inline constexpr Message plan_drawn{"plan_drawn", "{0} of {1} {1|candidate|candidates}, seed \"{2}\"",
                                    "从 {1} 个候选对象中抽取 {0} 个，种子“{2}”"};
inline constexpr Message plan_verified{
    "plan_verified",
    "The draw is what these terms and its seed give, and the terms are the published "
    "ones: {0} drawn.",
    "抽查结果与名单、规则和种子一致，名单和规则与公布的一致：共抽取 {0} 个。"};
inline constexpr Message plan_generated{"plan_generated", "{0} {0|visit|visits} on {1} {1|day|days}",
                                        "{1} 天共 {0} 次检查"};
inline constexpr Message plan_assigned{"plan_assigned",
                                       "{0} {0|visit|visits} assigned, {1} left over; loads {2} to {3}; {4} km",
                                       "已安排 {0} 次检查，剩余 {1} 次；每人 {2} 至 {3} 次；路程 {4} 公里"};
inline constexpr Message plan_route_sum{"plan_route_sum", "{0} {0|stop|stops}, {1} km, {2} min on the road",
                                        "{0} 个点位，{1} 公里，路上 {2} 分钟"};
inline constexpr Message plan_start{"plan_start", "start", "起点"};
inline constexpr Message no_visits_that_day{"no_visits_that_day", "no visit is planned for {0}", "{0} 没有安排检查"};
inline constexpr Message bad_start{"bad_start",
                                   "\"{0}\" is no place; write latitude and longitude, such as 30.25,120.15",
                                   "“{0}”不是地点；请写纬度和经度，如 30.25,120.15"};

// {0}: id
inline constexpr Message unknown_inspector{
    "unknown_inspector",
    "no inspector is called \"{0}\"; correct the id, or list them with the day on which they left as valid_until",
    "没有检查人员“{0}”；请更正编号，或将其列入人员表并在 valid_until 填写离岗日期"};
inline constexpr Message separator_in_unit{
    "separator_in_code",
    "the code \"{0}\" holds a semicolon, which separates codes in the table of visits; choose another code",
    "编号“{0}”含有分号，而检查表用分号分隔编号；请改用其他编号"};
inline constexpr Message bad_seed_text{"bad_seed_text",
                                       "the seed is empty or holds a control character; give one line of text",
                                       "种子为空或含有控制字符；请给出一行文本"};
inline constexpr Message bad_commitment{"bad_commitment",
                                        "\"{0}\" is no commitment; it has 64 digits from 0 to 9 and a to f",
                                        "“{0}”不是承诺值；承诺值为 64 位十六进制数字（0–9、a–f）"};

}  // namespace aedile::tool::texts
