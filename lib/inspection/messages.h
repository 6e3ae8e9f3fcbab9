// What can be wrong with inspectors, visits, stops and rosters, and what a plan could not do.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// Assignment.

inline constexpr Message duplicate_inspector{"duplicate_inspector",
                                             "the inspector \"{0}\" stands there twice; merge the two entries",
                                             "检查人员“{0}”出现两次；请合并"};
inline constexpr Message duplicate_planned_visit{"duplicate_planned_visit",
                                                 "the visit \"{0}\" stands there twice; give each visit its own id",
                                                 "检查“{0}”出现两次；请为每次检查编不同的编号"};
inline constexpr Message team_size_range{"team_size_range", "it takes {0} people; write a number from 1 to {1}",
                                         "所需人数为 {0}；请填写 1 至 {1} 之间的数"};
inline constexpr Message capacity_range{
    "capacity_range", "the capacity is {0} visits a day; write a number from 1 to {1}, and enter leave as an absence",
    "每日检查次数为 {0}；请填写 1 至 {1} 之间的数，请假请填入缺勤"};
inline constexpr Message load_range{"load_range", "the load before the plan is {0}; write a number of at most {1}",
                                    "此前已完成的检查次数为 {0}；请填写不超过 {1} 的数"};
inline constexpr Message assignment_cost_range{"assignment_cost_range",
                                               "the cost is {0}; write a whole number of at most {1}",
                                               "成本为 {0}；请填写不超过 {1} 的整数"};
// {4}: barriers as `to_string` names them, or by their titles in Chinese, each with how many it excludes, and for few
// with who they are.

inline constexpr Message visit_too_few{
    "visit_too_few",
    "visit \"{0}\" on {1} takes {2} {2|inspector|inspectors}, but only {3} may go (excluded: {4}); send others, or "
    "lift what can be lifted",
    "{1} 的检查“{0}”需要 {2} 名检查人员，只有 {3} 名可派（被排除：{4}）；请另派人员或调整限制"};
inline constexpr Message visit_no_lead{"visit_no_lead",
                                       "visit \"{0}\" on {1} takes {2} {2|inspector|inspectors} with a lead among "
                                       "them; {3} may go, but nobody of them may lead "
                                       "(excluded: {4}); appoint a lead, or send one from elsewhere",
                                       "{1} 的检查“{0}”需要 {2} 名检查人员并由组长带队；{3} "
                                       "名可派人员中无人可任组长（被排除：{4}）；请指定组长或从别处调派"};
inline constexpr Message visit_taken{
    "visit_taken",
    "visit \"{0}\" on {1} takes {2} {2|inspector|inspectors}; {3} may go, but other visits need them that day "
    "(excluded: {4}); move "
    "the visit to another day, or raise the capacity",
    "{1} 的检查“{0}”需要 {2} 名检查人员；可派的 {3} 名当天已有其他检查（被排除：{4}）；请改期或增加每日检查次数"};

// {0}: visit
inline constexpr Message visit_hours_reversed{
    "visit_hours_reversed", "visit \"{0}\" does not end after it begins; correct its hours, or leave both out",
    "检查“{0}”的结束时刻不晚于开始时刻；请更正，或都不填"};

}  // namespace aedile::messages
