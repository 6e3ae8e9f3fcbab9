// What can be wrong with stops and travel tables, and what a tour could not keep.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message travel_table_shape{
    "travel_table_shape", "this row has {0} {0|time|times}; write one for each of the {1} places, its own included",
    "该行有 {0} 个时间；请为 {1} 个地点（含本地点）各填写一个"};
inline constexpr Message travel_table_range{"travel_table_range",
                                            "the way takes {0} seconds; write at most {1}, which is a week",
                                            "路上时间为 {0} 秒；请填写不超过 {1} 秒（一周）的数"};
inline constexpr Message travel_table_size{
    "travel_table_size",
    "there {0|is|are} {0} {0|stop|stops}, but the travel table knows {1} {1|place|places}; give it the stops "
    "in the same order",
    "共有 {0} 个站点，但路程表有 {1} 个地点；请按相同顺序给出"};
inline constexpr Message missing_coordinates{"missing_coordinates",
                                             "this place has no coordinates; add them, or use a table of travel times",
                                             "该地点没有坐标；请补充坐标，或改用路程时间表"};
inline constexpr Message speed_range{"speed_range", "the speed is {0} metres a minute; write a number from 1 to {1}",
                                     "速度为每分钟 {0} 米；请填写 1 至 {1} 之间的数"};
inline constexpr Message no_stops{"no_stops", "there are no stops; list at least the one to start from",
                                  "没有站点；请至少列出起点"};
inline constexpr Message duplicate_stop{"duplicate_stop", "the stop \"{0}\" stands there twice; merge the two entries",
                                        "站点“{0}”出现两次；请合并"};
inline constexpr Message hours_reversed{
    "hours_reversed", "the hours end at second {1} of the day, before they begin at {0}; exchange them",
    "时段在当天第 {1} 秒结束，早于第 {0} 秒开始；请对调"};
inline constexpr Message late_at_stop{"late_at_stop",
                                      "\"{0}\" is reached {1} {1|second|seconds} after its hours have ended, in the "
                                      "best order found; start earlier, or leave it to "
                                      "another day",
                                      "按所得最佳顺序，到达“{0}”时已超过时段 {1} 秒；请提前出发或改日检查"};

}  // namespace aedile::messages
