#pragma once
/// Catalogue of assessment.

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message roll_up_levels{"roll_up_levels", "a roll-up needs at least one level; begin with the sites",
                                        "汇总至少需要一级；请从点位开始"};
inline constexpr Message roll_up_name{"roll_up_name",
                                      "level \"{0}\" is named twice or not at all; give each level a name of its own",
                                      "级别“{0}”重名或没有名称；请为每一级单独命名"};
inline constexpr Message roll_up_units{"roll_up_units", "level \"{0}\" has no units; remove it or give their number",
                                       "级别“{0}”没有单位；请删去该级或填写单位数"};
// {1}: parents given, {2}: wanted
inline constexpr Message roll_up_parents{
    "roll_up_parents", "level \"{0}\" has {1} parents and needs {2}: one for each unit, and none at the last level",
    "级别“{0}”给出 {1} 个上级，应为 {2} 个：每个单位一个，最高一级没有"};
// {1}: parent given, {2}: name of the next level, {3}: its units
inline constexpr Message roll_up_parent{
    "roll_up_parent", "unit {0} stands under {1}, but level \"{2}\" has {3|unit|units}, numbered from 0",
    "单位 {0} 的上级为 {1}，而级别“{2}”只有 {3} 个单位，从 0 起编号"};
inline constexpr Message roll_up_mode{"roll_up_mode", "mode \"{0}\" is there twice; each mode has one weight",
                                      "检查方式“{0}”重复；每种方式只有一个权重"};
inline constexpr Message roll_up_weight{
    "roll_up_weight", "mode \"{0}\" weighs {1}; a weight is above 0, and all together are within the range of weights",
    "检查方式“{0}”的权重为 {1}；权重须大于 0，且合计不超出权重范围"};
inline constexpr Message roll_up_periods{"roll_up_periods", "there is no period to give marks in; a year has 12 months",
                                         "没有可计分的周期；一年有 12 个月"};
// {1}: the part
inline constexpr Message roll_up_group{
    "roll_up_group", "period {0} cannot be the mean of period {1}: its parts are earlier periods, each once",
    "周期 {0} 不能由周期 {1} 平均得出：组成部分须为编号更小的周期，且各一次"};
inline constexpr Message roll_up_empty_group{"roll_up_empty_group",
                                             "period {0} has no parts; name the periods that it is the mean of",
                                             "周期 {0} 没有组成部分；请写明由哪些周期平均得出"};
inline constexpr Message roll_up_range{
    "roll_up_range",
    "marks from {0} to {1} cannot be rolled up; the highest is above the lowest, by 10,000 points at most, and both "
    "are "
    "within a billion points of 0",
    "不能汇总 {0} 至 {1} 的得分；最高分须高于最低分，相差不超过 10,000 分，且均在正负 10 亿分以内"};
inline constexpr Message roll_up_size{
    "roll_up_size", "{0} is more than can be rolled up at once ({1}); roll up fewer units, periods or modes at a time",
    "{0} 超过一次可汇总的数量（{1}）；请减少单位、周期或检查方式"};
inline constexpr Message roll_up_places{"roll_up_places", "values cannot be rounded to {0} decimals; choose 0 to 9",
                                        "不能保留 {0} 位小数；请选 0 至 9 位"};

}  // namespace aedile::messages
