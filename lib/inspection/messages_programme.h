// What can be wrong with a programme, and what its plan could not keep.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message programme_without_rules{
    "programme_without_rules", "the programme has no rules; give it one with its dates, modes and sites",
    "督查计划没有规则；请至少给出一条，写明日期、方式和点位"};
inline constexpr Message duplicate_rule{"duplicate_rule", "two rules are called \"{0}\"; rename one",
                                        "有两条规则都叫“{0}”；请改名"};
inline constexpr Message no_modes{"no_modes", "the rule has no mode with a share above 0; name at least one",
                                  "该规则没有份额大于 0 的检查方式；请至少列出一种"};
inline constexpr Message duplicate_mode{"duplicate_mode", "the mode \"{0}\" stands there twice; add up its shares",
                                        "检查方式“{0}”出现两次；请合并份额"};
inline constexpr Message rule_without_dates{"rule_without_dates", "the rule has no dates; give it at least one pattern",
                                            "该规则没有日期；请至少给出一种日期规则"};
inline constexpr Message rule_without_sites{"rule_without_sites",
                                            "the rule names no sites; list sites, or strata with their counts",
                                            "该规则没有点位；请列出点位，或按类别给出数量"};
inline constexpr Message sites_and_strata{"sites_and_strata", "the rule lists sites and strata; make two rules of it",
                                          "该规则同时列出点位和类别；请拆成两条规则"};
inline constexpr Message duplicate_rule_site{"duplicate_rule_site", "the site \"{0}\" stands there twice; remove one",
                                             "点位“{0}”出现两次；请删除其一"};
inline constexpr Message visit_hours_order{
    "visit_hours_order", "the hours {0} to {1} end before they begin, or at once; exchange or widen them",
    "时段 {0} 至 {1} 的结束不晚于开始；请对调或放宽"};
// {0}, {1}: the hours, {2}: date, {3}, {4}: what they come to
inline constexpr Message hours_do_not_exist{
    "hours_do_not_exist",
    "the hours {0} to {1} do not exist on {2}, when the clocks are put on (they come to {3}); choose others, or "
    "leave the date out",
    "{2} 调整时钟，时段 {0} 至 {1} 不存在（变为 {3}）；请改用其他时段或去掉该日期"};
inline constexpr Message hours_change{
    "hours_change",
    "the clocks change within the hours {0} to {1} on {2}: the visits last from {3} to {4}; correct "
    "them if that is not meant",
    "{2} 在时段 {0} 至 {1} 内调整时钟：检查自 {3} 至 {4}；若非本意请更正"};
// {0}: date, {1}: period
inline constexpr Message addition_outside_period{
    "addition_outside_period", "{0} lies outside the programme's period, {1}; correct the date or leave it out",
    "{0} 不在督查计划的时段 {1} 内；请更正或删除该日期"};
// {0}: day, {1}: kind, {2}: most
inline constexpr Message day_beyond_period{"day_beyond_period", "no {1} has a day {0}; the longest has {2}",
                                           "{1} 没有第 {0} 天；最长 {2} 天"};
inline constexpr Message site_left_out{
    "site_left_out",
    "the site \"{0}\" does not exist on {1} and is left out that day; correct the list "
    "or the site's validity",
    "点位“{0}”在 {1} 不存在，当天略去；请更正名单或点位有效期"};
inline constexpr Message no_sites_that_day{"no_sites_that_day",
                                           "no site that the rule names exists on {0}, so nothing is planned that day",
                                           "{0} 没有符合该规则的点位，当天没有安排检查"};

}  // namespace aedile::messages
