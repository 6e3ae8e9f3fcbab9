// The rates in words: name, numerator ÷ denominator. {0}: what a choice adds to the numerator, {1}: to the denominator.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message filing_rate{"filing_rate", "filing rate = cases filed ÷ all that was reported",
                                     "立案率 = 立案数 ÷ 上报数"};
inline constexpr Message on_time_filing_rate{"on_time_filing_rate",
                                             "on-time filing rate = cases filed in time ÷ cases filed",
                                             "按时立案率 = 按时立案数 ÷ 立案数"};
inline constexpr Message on_time_dispatch_rate{
    "on_time_dispatch_rate",
    "on-time dispatch rate = cases dispatched in time ÷ cases to be dispatched "
    "(all that were filed)",
    "按时派遣率 = 按时派遣数 ÷ 应派遣数（即立案数）"};
inline constexpr Message accurate_dispatch_rate{
    "accurate_dispatch_rate",
    "accurate dispatch rate = cases dispatched and not returned as another's ÷ cases to be dispatched (all that were "
    "filed)",
    "准确派遣率 = （派遣数 − 回退数）÷ 应派遣数（即立案数）"};
inline constexpr Message handling_rate{"handling_rate", "handling rate = cases reported done ÷ cases to be handled{1}",
                                       "处置率 = 处置数 ÷ 应处置数{1}"};
inline constexpr Message on_time_handling_rate{
    "on_time_handling_rate", "on-time handling rate = cases reported done in time{0} ÷ cases to be handled{1}",
    "按期处置率 = 按期处置数{0} ÷ 应处置数{1}"};
inline constexpr Message closing_rate{"closing_rate", "closing rate = cases closed ÷ cases that should be closed{1}",
                                      "结案率 = 结案数 ÷ 应结案数{1}"};
inline constexpr Message on_time_closing_rate{
    "on_time_closing_rate", "on-time closing rate = cases closed in time{0} ÷ cases that should be closed{1}",
    "按期结案率 = 按期结案数{0} ÷ 应结案数{1}"};
inline constexpr Message rectification_rate{
    "rectification_rate", "rectification rate = cases found gone at a look-back{0} ÷ cases that should be closed{1}",
    "整改率 = 经回头看销号数{0} ÷ 应结案数{1}"};
inline constexpr Message rework_rate{"rework_rate", "rework rate = {0} ÷ cases reported done", "返工率 = {0} ÷ 处置数"};
inline constexpr Message return_rate{"return_rate", "return rate = cases returned as another's ÷ cases dispatched",
                                     "回退率 = 回退数 ÷ 派遣数"};
inline constexpr Message pass_rate{"pass_rate",
                                   "pass rate = cases found gone at the first look-back ÷ cases looked back at",
                                   "核查通过率 = 首次核查通过数 ÷ 核查数"};
inline constexpr Message recurrence_rate{"recurrence_rate",
                                         "recurrence rate = cases that are the return of a closed one ÷ cases filed",
                                         "重复案件率 = 反复发案数 ÷ 立案数"};
inline constexpr Message overdue_rate{"overdue_rate", "overdue rate = cases late{0} ÷ cases that should be closed{1}",
                                      "超时率 = 超时数{0} ÷ 应结案数{1}"};

// What the choices say.

inline constexpr Message rework_tickets{"rework_tickets", "cases sent back, each once", "返工案件数（每案计一次）"};
inline constexpr Message rework_send_backs{"rework_send_backs", "times that cases were sent back",
                                           "返工次数（每次均计）"};
inline constexpr Message minus_suspended{"minus_suspended", ", less those suspended", " − 缓办数"};
inline constexpr Message minus_replied{"minus_replied", ", less those replied to because they cannot be rectified",
                                       " − 无法整改已答复数"};
inline constexpr Message with_replied{"with_replied", ", those among them that were only replied to",
                                      "（含无法整改已答复数）"};
inline constexpr Message plus_replied{"plus_replied", " or replied to because they cannot be rectified",
                                      " + 无法整改已答复数"};
inline constexpr Message plus_excused{"plus_excused", ", or late and excused on appeal", "（含申诉成立的超时案件）"};
inline constexpr Message minus_excused{"minus_excused", ", less those excused on appeal", " − 申诉成立数"};
inline constexpr Message with_excused{"with_excused", ", those among them that were excused on appeal",
                                      "（含申诉成立的案件）"};

}  // namespace aedile::messages
