// The core's entries of the message catalogue. {0} is the text found, shortened by `excerpt`, unless said otherwise.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message bad_number{"bad_number", "\"{0}\" is not a number; write it in digits, such as 12 or -0.5",
                                    "“{0}”不是有效的数字；请用数字书写，如 12 或 -0.5"};

inline constexpr Message too_many_decimals{"too_many_decimals",
                                           "\"{0}\" has more than {1} decimals; round it to at most {1}",
                                           "“{0}”的小数超过 {1} 位；请保留至多 {1} 位小数"};

inline constexpr Message too_many_digits{"too_many_digits",
                                         "\"{0}\" has more than {1} digits; write a number of at most {1} digits",
                                         "“{0}”超过 {1} 位数字；请写成不超过 {1} 位的数"};

inline constexpr Message number_range{"number_range", "\"{0}\" is out of range; write a number from {1} to {2}",
                                      "“{0}”超出范围；请写 {1} 至 {2} 之间的数"};

inline constexpr Message bad_date{"bad_date",
                                  "\"{0}\" is not a date; write a day that exists as YYYY-MM-DD, such as 2026-11-22",
                                  "“{0}”不是有效的日期；请按 YYYY-MM-DD 书写实际存在的日期，如 2026-11-22"};

inline constexpr Message bad_instant{
    "bad_instant",
    "\"{0}\" is not an instant; write a date, a time to the second and the offset from UTC, such as "
    "2026-11-22T08:30:00+08:00",
    "“{0}”不是有效的时刻；请写明日期、精确到秒的时间和与协调世界时的时差，如 2026-11-22T08:30:00+08:00"};

inline constexpr Message leap_second{
    "leap_second", "\"{0}\" names a leap second, which cannot be represented; write second 59 or the minute after it",
    "“{0}”是闰秒，无法表示；请写成第 59 秒或下一分钟的 00 秒"};

inline constexpr Message bad_period{
    "bad_period",
    "\"{0}\" is not an assessment period; write one such as 2026, 2026-H2, 2026-Q4, 2026-11, 2026-11-1/2, 2026-11-3/3, "
    "2026-W47, 2026-11-22 or 2026-04-20..2026-06-30",
    "“{0}”不是有效的考核周期；请按以下形式书写：2026、2026-H2、2026-Q4、2026-11、2026-11-1/2、2026-11-3/3、2026-W47、"
    "2026-11-22 或 2026-04-20..2026-06-30"};

}  // namespace aedile::messages
