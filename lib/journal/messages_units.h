// What can be wrong where a journal holds how units stand.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// {0}: seq, {1}: the unit, {2}: what is wrong
inline constexpr Message not_a_unit_event{
    "not_a_unit_event", "event {0} of the journal, about the unit {1}, cannot be read by this program: {2}",
    "台账流水的事件 {0}（单位 {1}）本程序无法读取：{2}"};
inline constexpr Message redacted_unit_event{
    "redacted_unit_event",
    "event {0} of the journal has been redacted, so how the unit {1} was judged is not known any more",
    "台账流水的事件 {0} 已脱敏，单位 {1} 的考评情况已无从得知"};
inline constexpr Message no_unit_ladder{
    "no_unit_ladder",
    "the regulations have no ladder for units; give them a \"unit_ladder\" and adopt them as a new edition",
    "规程中没有单位升级阶梯；请加上 \"unit_ladder\"，并作为新版本采用"};
// {0}: who, {1}: unit
inline constexpr Message own_occasion{
    "own_occasion", "{0} belongs to the unit {1} and cannot record how it was judged; ask somebody of another unit",
    "{0} 是单位 {1} 的人员，不得登记本单位的考评结果；请由其他单位的人员登记"};
// {0}: unit, {1}: occasion, {2}: the event
inline constexpr Message occasion_recorded{
    "occasion_recorded",
    "the journal says something else of the unit {0} on the occasion \"{1}\", event {2}; what was judged anew is an "
    "occasion of its own",
    "单位 {0} 的考核场次“{1}”已记为事件 {2}，内容不同；重新考评的，请另立场次"};
// {0}: unit, {1}: occasion, {2}: its day
inline constexpr Message occasion_ahead{
    "occasion_ahead",
    "the occasion \"{1}\" of the unit {0} is on {2}, which is still to come; record it when it is over",
    "单位 {0} 的考核场次“{1}”在 {2}，尚未到来；请在考评之后登记"};

inline constexpr const Message* units_catalogue[] = {&not_a_unit_event, &redacted_unit_event, &no_unit_ladder,
                                                     &own_occasion,     &occasion_recorded,   &occasion_ahead};

}  // namespace aedile::messages
