// What can be wrong with the files around tickets: ladders, occasions, facts.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message duplicate_list_group{"duplicate_list_group",
                                              "the group \"{0}\" has two rules for its lists; keep one",
                                              "分组“{0}”有两条榜单规则；请只保留一条"};
inline constexpr Message duplicate_propagation{"duplicate_propagation",
                                               "the rule \"{0}\" stands there twice; give each its own id",
                                               "规则“{0}”出现两次；请为每条规则编不同的代码"};
inline constexpr Message bad_word{"bad_word", "\"{0}\" is none of the words that stand here; write one of: {1}",
                                  "“{0}”不是此处可用的词；请填写其中之一：{1}"};
inline constexpr Message bad_seconds{"bad_seconds", "\"{0}\" is no length; write whole seconds of working time",
                                     "“{0}”不是有效的时长；请填写工作时间的整秒数"};
inline constexpr Message no_group_rule{"no_group_rule",
                                       "the ladder has no rule for lists of the group \"{0}\"; add one, or correct the "
                                       "group",
                                       "阶梯文件没有分组“{0}”的榜单规则；请添加或更正分组"};
inline constexpr Message verdict_missing{"verdict_missing",
                                         "the row has no verdict, and the ladder has no lists to reach it by; fill in "
                                         "passed, failed or no_data",
                                         "该行没有考核结论，阶梯文件也没有榜单规则；请填写 passed、failed 或 no_data"};

}  // namespace aedile::messages
