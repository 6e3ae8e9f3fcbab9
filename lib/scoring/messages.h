#pragma once
/// Catalogue of scoring.

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message bad_item{"bad_item", "observation of node {0}, which is not an item of this framework",
                                  "观测所指的节点 {0} 不是本测评体系的测评项目"};
inline constexpr Message not_applicable_item{
    "not_applicable_item",
    "item {0} does not apply here; remove the observation, correct the site class, or have such findings ignored",
    "测评项目 {0} 在此不适用；请删去该条、更正点位类别，或选择忽略此类问题"};
inline constexpr Message not_checked_item{
    "not_checked_item",
    "item {0} is said to be not checked at this visit, yet here is an observation of it; remove the one or the other",
    "测评项目 {0} 在本次检查中标明未检查，此处却有其观测；请删去其中之一"};
inline constexpr Message no_points{
    "no_points", "item {0}: rule {1} has no points for this finding ({2}); complete its table or correct the finding",
    "测评项目 {0}：第 {1} 条细则没有与该问题（{2}）相应的分值；请补全分值表或更正该问题"};
inline constexpr Message bad_divisor{"bad_divisor", "item {0} divides by the visit's {1}; give a number above 0",
                                     "测评项目 {0} 须除以检查属性 {1}；请填写大于 0 的数"};
inline constexpr Message bad_reading{"bad_reading", "item {0}: reading {1} is out of range: {2}",
                                     "测评项目 {0}：读数 {1} 超出范围：{2}"};
inline constexpr Message bad_check{"bad_check", "item {0} has no criterion number {1}",
                                   "测评项目 {0} 没有第 {1} 条测评标准"};
inline constexpr Message missing_date{"missing_date", "item {0} measures progress against time; give the visit's date",
                                      "测评项目 {0} 按时间进度评分；请填写检查日期"};
inline constexpr Message mark_range{
    "mark_range", "the mark of {0} is beyond the range of points (±9.2 billion); check counts and tables",
    "{0} 的得分超出分值范围（±92 亿）；请核对数量与分值表"};

}  // namespace aedile::messages
