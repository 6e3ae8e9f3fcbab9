// Tables and calendars of planned visits and inspectors.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message visit_needs{"visit_needs", "inspectors needed: {0}", "所需检查人员：{0} 名"};
inline constexpr Message visit_team{"visit_team", "inspectors: {0}", "检查人员：{0}"};

inline constexpr Message bad_mode{
    "bad_mode",
    "\"{0}\" is no mode; write announced, covert, supervision, self_check, third_party or "
    "look_back",
    "“{0}”不是检查方式；请填写 announced、covert、supervision、self_check、third_party 或 "
    "look_back"};
inline constexpr Message half_times{"half_times", "the visit has no {0}; fill in start and end, or neither",
                                    "该检查没有 {0}；请同时填写开始和结束时刻，或都不填"};
// {0}: visit, {1}: start, {2}: date
inline constexpr Message visit_off_date{
    "visit_off_date",
    "visit \"{0}\" starts at {1}, which is not on its date, {2}, in any time zone; correct one of them",
    "检查“{0}”的开始时刻 {1} 在任何时区都不在其日期 {2} 当天；请更正其一"};
inline constexpr Message separator_in_code{
    "separator_in_code", "\"{0}\" holds a semicolon, which separates the words of a cell; choose another code",
    "“{0}”含有分号，而分号用于分隔同一单元格中的多个词；请改用其他编号"};
inline constexpr Message bad_stretch{"bad_stretch",
                                     "\"{0}\" is neither a date nor a stretch of days; write 2026-11-09 or "
                                     "2026-11-09..2026-11-13",
                                     "“{0}”既不是日期也不是日期段；请写成 2026-11-09 或 2026-11-09..2026-11-13"};

}  // namespace aedile::messages
