// What the commands of `aedile plan` say.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

inline constexpr Message plan_commitment{"plan_commitment", "commitment {0}", "承诺值 {0}"};
inline constexpr Message plan_drawn{"plan_drawn", "{0} of {1} candidates, seed \"{2}\"",
                                    "从 {1} 个候选对象中抽取 {0} 个，种子“{2}”"};
inline constexpr Message plan_verified{
    "plan_verified",
    "The draw is what these terms and its seed give, and the terms are the published "
    "ones: {0} drawn.",
    "抽查结果与名单、规则和种子一致，名单和规则与公布的一致：共抽取 {0} 个。"};
inline constexpr Message plan_generated{"plan_generated", "{0} visits on {1} days", "{1} 天共 {0} 次检查"};
inline constexpr Message plan_assigned{"plan_assigned", "{0} visits assigned, {1} left over; loads {2} to {3}; {4} km",
                                       "已安排 {0} 次检查，剩余 {1} 次；每人 {2} 至 {3} 次；路程 {4} 公里"};
inline constexpr Message plan_route_sum{"plan_route_sum", "{0} stops, {1} km, {2} min on the road",
                                        "{0} 个点位，{1} 公里，路上 {2} 分钟"};
inline constexpr Message plan_start{"plan_start", "start", "起点"};
inline constexpr Message no_visits_that_day{"no_visits_that_day", "no visit is planned for {0}", "{0} 没有安排检查"};
inline constexpr Message bad_start{"bad_start",
                                   "\"{0}\" is no place; write latitude and longitude, such as 30.25,120.15",
                                   "“{0}”不是地点；请写纬度和经度，如 30.25,120.15"};

}  // namespace aedile::tool::texts
