#pragma once
/// What is wrong with a visit that was given as Python values.

#include "aedile/core/message.h"

namespace aedile::python::messages {

inline constexpr Message bad_count{"bad_count", "{0} is not a count; give an int from 0 to 4294967295",
                                   "{0}不是有效的数量；请给出0至4294967295之间的 int"};
inline constexpr Message bad_date{
    "bad_date", "{0} is not a date; give a str such as \"2026-11-22\", a datetime.date or a numpy.datetime64",
    "{0}不是日期；请给出如“2026-11-22”的 str、datetime.date 或 numpy.datetime64"};
inline constexpr Message bad_check_result{
    "bad_check_result", "{0} is not the result of a check; give pass, fail, not_applicable or another",
    "{0}不是有效的检查结果；请给出 pass、fail、not_applicable 等"};
inline constexpr Message bad_text{"bad_text", "{0} holds a lone surrogate, which is no character; mend the text",
                                  "{0}含有单独的代理项，不是字符；请更正文本"};
inline constexpr Message bad_value{"bad_value", "a {0} is neither a text nor a number; give a single value",
                                   "{0}既不是文本也不是数字；请给出单个值"};

}  // namespace aedile::python::messages
