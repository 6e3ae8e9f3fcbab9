// What can be wrong with a calendar file: each sentence says what is wrong and what to do.
// Questions that a calendar cannot answer are in messages_questions.h.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message bad_time_of_day{
    "bad_time_of_day", "\"{0}\" is not a time of day; write hours and minutes from 00:00 to 24:00, such as 08:30",
    "“{0}”不是有效的时间；请按时分书写，从 00:00 到 24:00，如 08:30"};

inline constexpr Message bad_local_time{
    "bad_local_time",
    "\"{0}\" is not a time; write a date, a date with a time such as 2026-11-22T08:30, or one with an offset from UTC, "
    "such as 2026-11-22T08:30:00+08:00",
    "“{0}”不是有效的时间；请写日期，或日期加时间（如 2026-11-22T08:30），或带时差的时刻（如 "
    "2026-11-22T08:30:00+08:00）"};

// The calendar as a whole.

inline constexpr Message calendar_without_id{"calendar_without_id", "the calendar has no id; give it a short name",
                                             "日历没有标识；请给出简短的名称"};

inline constexpr Message unknown_time_zone{
    "unknown_time_zone",
    "there is no time zone \"{0}\"; write an IANA name such as Asia/Shanghai, Europe/Berlin or UTC",
    "没有时区“{0}”；请写 IANA 名称，如 Asia/Shanghai、Europe/Berlin 或 UTC"};

inline constexpr Message no_time_zone_data{"no_time_zone_data",
                                           "the data of time zones cannot be read ({0}); install the package tzdata",
                                           "无法读取时区数据（{0}）；请安装软件包 tzdata"};

inline constexpr Message time_zone_data_ends{
    "time_zone_data_ends", "the clock changes of {0} are known until {1} only; let the calendar end by then",
    "{0} 的时钟调整只已知到 {1}；请让日历不晚于该日结束"};

inline constexpr Message time_of_day_range{
    "time_of_day_range", "{0} minutes are beyond the end of a day; write at most {1}", "{0} 分钟超出一天；最多为 {1}"};

inline constexpr Message hours_order{"hours_order",
                                     "the hours {0} to {1} end no later than they begin; exchange the times, or split "
                                     "a night at 24:00",
                                     "时段 {0} 至 {1} 的结束不晚于开始；请调换时间，跨夜的时段请在 24:00 处分开"};

inline constexpr Message hours_overlap{"hours_overlap", "the hours {0} and {1} overlap; separate or join them",
                                       "时段 {0} 与 {1} 重叠；请分开或合并"};

inline constexpr Message no_working_hours{"no_working_hours", "no weekday has working hours; give them to at least one",
                                          "一周中没有任何工作时间；请至少为一天填写"};

inline constexpr Message no_makeup_hours{
    "no_makeup_hours", "Monday has no hours for make-up working days to follow; write \"makeup_hours\"",
    "星期一没有可供调休上班日沿用的工作时间；请填写“makeup_hours”"};

// Versions.

inline constexpr Message no_versions{"no_versions", "the calendar has no versions; give it one with its last day",
                                     "日历没有任何版本；请至少给出一个版本及其最后一天"};

inline constexpr Message too_many_versions{"too_many_versions", "the calendar has {0} versions; keep the last {1}",
                                           "日历有 {0} 个版本；请只保留最近 {1} 个"};

inline constexpr Message version_without_name{"version_without_name",
                                              "the version has no name; the day of its notice is a good one",
                                              "版本没有名称；可用通知的日期命名"};

inline constexpr Message duplicate_version{"duplicate_version", "two versions are called \"{0}\"; rename one",
                                           "有两个版本都叫“{0}”；请给其中一个改名"};

inline constexpr Message known_from_missing{"known_from_missing",
                                            "version \"{0}\" does not say since when it is known; write \"known_from\"",
                                            "版本“{0}”没有说明何时得知；请填写“known_from”"};

inline constexpr Message known_from_order{
    "known_from_order",
    "version \"{0}\" is known from {1}, no later than the version before it, {2}; put them in order",
    "版本“{0}”自 {1} 得知，不晚于前一版本的 {2}；请按先后排列"};

inline constexpr Message validity_missing{"validity_missing",
                                          "the first version does not say up to which day it goes; write \"last\"",
                                          "第一个版本没有说明最后一天；请填写“last”"};

inline constexpr Message calendar_validity_order{
    "calendar_validity_order", "the calendar ends on {0}, before it begins on {1}; correct one of the days",
    "日历于 {0} 结束，早于其开始的 {1}；请更正其一"};

inline constexpr Message validity_too_long{"validity_too_long",
                                           "the calendar goes from {0} to {1}, more than {2} years; shorten it",
                                           "日历从 {0} 到 {1}，超过 {2} 年；请缩短"};

inline constexpr Message validity_shrinks{
    "validity_shrinks", "version \"{0}\" ends on {1}, the one before it on {2}; a later version never knows less",
    "版本“{0}”于 {1} 结束，而前一版本于 {2} 结束；后来的版本不应知道得更少"};

// Days.

inline constexpr Message days_order{"days_order", "the days from {0} to {1} end before they begin; exchange them",
                                    "{0} 至 {1} 的结束早于开始；请调换"};

inline constexpr Message day_outside_validity{
    "day_outside_validity", "{0} lies outside {1} to {2}, the days of this version; correct the day, or \"last\"",
    "{0} 不在本版本的 {1} 至 {2} 之内；请更正日期或“last”"};

inline constexpr Message day_twice{"day_twice", "{0} stands twice among \"{1}\" of this version; remove one",
                                   "{0} 在本版本的“{1}”中出现两次；请删除其一"};

inline constexpr Message day_of_two_kinds{"day_of_two_kinds",
                                          "{0} stands among \"{1}\" and among \"{2}\" of this version; keep one",
                                          "{0} 在本版本中既列入“{1}”又列入“{2}”；请只保留一个"};

inline constexpr Message duplicate_hours_date{"duplicate_hours_date",
                                              "{0} has two entries among \"{1}\" of this version; merge them",
                                              "{0} 在本版本的“{1}”中有两项；请合并"};

inline constexpr Message shift_on_holiday{
    "shift_on_holiday", "{0} is a holiday, so its shift is not worked; make it \"usual\", or remove the shift",
    "{0} 是放假日，其班次不起作用；请将其列为“usual”或删除班次"};

inline constexpr Message makeup_without_effect{
    "makeup_without_effect", "{0} is a working day with these hours in any case; remove it from the make-up days",
    "{0} 本来就是相同工作时间的工作日；请从调休上班日中删除"};

inline constexpr Message usual_without_effect{"usual_without_effect",
                                              "no version before has made {0} a holiday or a make-up day; remove it",
                                              "此前没有版本将 {0} 列为放假日或调休上班日；请删除"};

inline constexpr Message break_without_hours{"break_without_hours",
                                             "the break {1} on {0} meets no working hours; correct or remove it",
                                             "{0} 的间歇 {1} 不在工作时间内；请更正或删除"};

}  // namespace aedile::messages
