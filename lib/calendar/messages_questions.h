// What a calendar, a clock or a rule for dates cannot answer, and how durations read.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// {0}: the day or instant asked for, {1}: calendar@version, {2}, {3}: its first and last day
inline constexpr Message outside_calendar{"outside_calendar",
                                          "{0} lies outside calendar {1}, which knows {2} to {3}; use an edition that "
                                          "knows it",
                                          "{0} 不在日历 {1} 的已知范围（{2} 至 {3}）内；请使用包含该日的版本"};

// {0}: calendar@version, {1}, {2}: its first and last day
inline constexpr Message beyond_calendar{"beyond_calendar",
                                         "the answer lies outside calendar {0}, which knows {1} to {2}; use an edition "
                                         "that knows more days",
                                         "结果超出日历 {0} 的已知范围（{1} 至 {2}）；请使用包含更多日期的版本"};

inline constexpr Message no_common_days{"no_common_days", "the calendars of {0} have no day in common that all know",
                                        "{0} 的各日历没有共同已知的日期"};

// Deadlines.

inline constexpr Message unknown_event{"unknown_event",
                                       "it is not known when \"{0}\" takes place after {1}; give its time",
                                       "不知道“{0}”在 {1} 之后何时进行；请给出时间"};

inline constexpr Message date_before_start{"date_before_start",
                                           "the limit ends on {0}, before it begins on {1}; correct one of them",
                                           "期限于 {0} 届满，早于起始的 {1}；请更正其一"};

inline constexpr Message unknown_calendar_version{
    "unknown_calendar_version", "calendar {0} has no version \"{1}\", with which the deadline was set; known: {2}",
    "日历 {0} 没有设定该时限所用的版本“{1}”；已知版本：{2}"};

inline constexpr Message other_calendar{"other_calendar", "the deadline was set with calendar {0}, not with {1}",
                                        "该时限是用日历 {0} 设定的，而不是 {1}"};

// The working clock.

inline constexpr Message clock_not_started{"clock_not_started", "the clock has not been started; record its start",
                                           "计时尚未开始；请记录起始时间"};

inline constexpr Message clock_paused{
    "clock_paused", "the clock has stood still since {0}, so that its end is not known; ask again after the resume",
    "计时自 {0} 起暂停，届满时间未定；请在恢复后再查询"};

inline constexpr Message clock_event_order{"clock_event_order",
                                           "the event of {0} comes after one of {1}; give the events in order",
                                           "{0} 的事件排在 {1} 的事件之后；请按时间顺序给出"};

inline constexpr Message clock_started_twice{"clock_started_twice",
                                             "the clock was started at {0} already; remove the start at {1}",
                                             "计时已于 {0} 开始；请删除 {1} 的起始事件"};

inline constexpr Message pause_open_already{
    "pause_open_already", "the pause for \"{0}\" is open already; end it first, or give another cause",
    "事由“{0}”的暂停尚未结束；请先恢复，或另写事由"};

inline constexpr Message pause_not_open{"pause_not_open", "no pause for \"{0}\" is open that could end at {1}",
                                        "没有可在 {1} 结束的、事由为“{0}”的暂停"};

// Recurrence.

inline constexpr Message recurrence_range{"recurrence_range", "the dates end on {0}, before they begin on {1}",
                                          "日期范围于 {0} 结束，早于开始的 {1}"};
inline constexpr Message recurrence_without_days{"recurrence_without_days", "the rule names no day; name at least one",
                                                 "规则没有写明任何日子；请至少写一个"};
inline constexpr Message recurrence_day_range{"recurrence_day_range", "there is no day {0}; write 1 to {1}",
                                              "没有第 {0} 日；请写 1 至 {1}"};
inline constexpr Message recurrence_kind{
    "recurrence_kind",
    "a rule cannot go by \"{0}\"; choose week, third_of_month, half_month, month, quarter, half_year "
    "or year",
    "规则不能以“{0}”为周期；请选 week、third_of_month、half_month、month、quarter、half_year 或 year"};
inline constexpr Message recurrence_step{"recurrence_step", "\"every 0\" gives no date; write 1 or more",
                                         "“每 0 个”不产生日期；请写 1 或更大的数"};
inline constexpr Message recurrence_seed{"recurrence_seed",
                                         "the draw has no seed; give it a text that nobody can guess before the draw",
                                         "抽取没有种子；请给出事先无人能猜到的文本"};
inline constexpr Message recurrence_needs_calendar{"recurrence_needs_calendar",
                                                   "the rule speaks of working days or rest days; give it a calendar",
                                                   "规则涉及工作日或休息日；请指定日历"};
inline constexpr Message recurrence_never{"recurrence_never",
                                          "the rule gives no date from {0} to {1}; correct it or its range",
                                          "规则在 {0} 至 {1} 之间不产生任何日期；请更正规则或范围"};
inline constexpr Message anchor_at_rest{"anchor_at_rest",
                                        "{0}, from which working days are counted, is a rest day; choose a working day",
                                        "作为起算日的 {0} 是休息日；请选择工作日"};
inline constexpr Message too_few_days{"too_few_days",
                                      "{0} has {1} working days to draw {2} from; draw fewer, or remove exceptions",
                                      "{0} 只有 {1} 个工作日可供抽取 {2} 个；请减少抽取数量或减少例外"};

// Durations. {0}: a number; of lengths of time the first of those units that are there, {1} and {2} the next ones.

inline constexpr Message continuous_hours{"continuous_hours", "{0} h of continuous time", "{0} 小时（连续计时）"};
inline constexpr Message continuous_minutes{"continuous_minutes", "{0} min of continuous time", "{0} 分钟（连续计时）"};
inline constexpr Message continuous_hours_minutes{"continuous_hours_minutes", "{0} h {1} min of continuous time",
                                                  "{0} 小时 {1} 分钟（连续计时）"};
inline constexpr Message continuous_seconds{"continuous_seconds", "{0} s of continuous time", "{0} 秒（连续计时）"};
inline constexpr Message continuous_hours_seconds{"continuous_hours_seconds", "{0} h {1} s of continuous time",
                                                  "{0} 小时 {1} 秒（连续计时）"};
inline constexpr Message continuous_minutes_seconds{"continuous_minutes_seconds", "{0} min {1} s of continuous time",
                                                    "{0} 分钟 {1} 秒（连续计时）"};
inline constexpr Message continuous_hours_minutes_seconds{"continuous_hours_minutes_seconds",
                                                          "{0} h {1} min {2} s of continuous time",
                                                          "{0} 小时 {1} 分钟 {2} 秒（连续计时）"};
inline constexpr Message working_hours{"working_hours", "{0} h of working time", "{0} 小时（工作时）"};
inline constexpr Message working_minutes{"working_minutes", "{0} min of working time", "{0} 分钟（工作时）"};
inline constexpr Message working_hours_minutes{"working_hours_minutes", "{0} h {1} min of working time",
                                               "{0} 小时 {1} 分钟（工作时）"};
inline constexpr Message working_seconds{"working_seconds", "{0} s of working time", "{0} 秒（工作时）"};
inline constexpr Message working_hours_seconds{"working_hours_seconds", "{0} h {1} s of working time",
                                               "{0} 小时 {1} 秒（工作时）"};
inline constexpr Message working_minutes_seconds{"working_minutes_seconds", "{0} min {1} s of working time",
                                                 "{0} 分钟 {1} 秒（工作时）"};
inline constexpr Message working_hours_minutes_seconds{
    "working_hours_minutes_seconds", "{0} h {1} min {2} s of working time", "{0} 小时 {1} 分钟 {2} 秒（工作时）"};
inline constexpr Message one_working_day{"one_working_day", "1 working day", "1 个工作日"};
inline constexpr Message working_days{"working_days", "{0} working days", "{0} 个工作日"};
inline constexpr Message one_calendar_day{"one_calendar_day", "1 calendar day", "1 日"};
inline constexpr Message calendar_days{"calendar_days", "{0} calendar days", "{0} 日"};
inline constexpr Message on_date{"on_date", "on {0}", "于 {0}"};
inline constexpr Message before_event{"before_event", "before \"{0}\"", "在“{0}”之前"};

}  // namespace aedile::messages
