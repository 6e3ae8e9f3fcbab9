// What can be wrong with the terms of a draw, and with a claimed one.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message no_strata{"no_strata", "the draw has no strata; name at least one with its quota",
                                   "本次抽查没有类别；请至少列出一个类别及其抽取数量"};
inline constexpr Message duplicate_stratum{"duplicate_stratum", "the stratum \"{0}\" stands there twice; remove one",
                                           "类别“{0}”出现两次；请删除其一"};
inline constexpr Message duplicate_candidate{
    "duplicate_candidate", "the candidate \"{0}\" stands there twice; give it its weight in one entry",
    "候选对象“{0}”出现两次；请合并为一条并在其中注明权重"};
inline constexpr Message unknown_stratum{"unknown_stratum",
                                         "there is no stratum \"{0}\"; correct the name, or add the stratum",
                                         "没有名为“{0}”的类别；请更正名称或添加该类别"};
inline constexpr Message draw_weight_range{"draw_weight_range", "the weight is {0}; write a whole number from 1 to {1}",
                                           "权重为 {0}；请填写 1 至 {1} 之间的整数"};
inline constexpr Message unknown_candidate{
    "unknown_candidate", "\"{0}\" is excluded, but is no candidate; correct the id, or remove the entry",
    "被排除的“{0}”不在候选名单中；请更正编号或删除该条"};
inline constexpr Message duplicate_exclusion{"duplicate_exclusion", "\"{0}\" is excluded twice; keep one reason",
                                             "“{0}”被排除两次；请只保留一个理由"};
inline constexpr Message history_too_short{
    "history_too_short",
    "nobody drawn in the last {0} draws is to be drawn again, but only {1} past {1|draw is|draws are} given; add the "
    "others if "
    "there "
    "were any",
    "规定最近 {0} 次抽中的不再抽取，但只给出 {1} 次历史抽查；如有更早的记录请补充"};
inline constexpr Message bad_seed{"bad_seed",
                                  "the seed is empty, not UTF-8 or holds a control character; write it as it was "
                                  "published, on one line",
                                  "种子为空、不是 UTF-8 文本或含有控制字符；请按公布内容写成一行"};
inline constexpr Message draw_shortage{
    "draw_shortage",
    "stratum \"{0}\" gives {2} instead of {1}: {3} of its candidates are excluded, {4} were drawn too recently; add "
    "candidates or lower the quota",
    "类别“{0}”应抽 {1} 个，只能抽出 {2} 个：{3} 个被排除，{4} 个近期已抽中；请补充候选对象或减少抽取数量"};

// A claimed draw is compared with the one that the terms and its seed give.

inline constexpr Message other_commitment{
    "other_commitment",
    "the published commitment is {0}, but these terms give {1}: the list or the rules were changed after publication, "
    "or "
    "these are not the terms that were published",
    "公布的承诺值为 {0}，而本名单和规则的承诺值为 {1}：名单或规则在公布后被改动，或并非当时公布的那一份"};
inline constexpr Message claimed_commitment{
    "claimed_commitment",
    "the draw names the commitment {0}, but its terms give {1}; it belongs to "
    "other terms",
    "抽查结果所载承诺值为 {0}，而名单和规则的承诺值为 {1}；该结果属于另一份名单"};
inline constexpr Message not_drawn{"not_drawn", "\"{0}\" is claimed, but the seed does not draw it; strike it out",
                                   "“{0}”被列为抽中，但按种子并未抽中；请划去"};
inline constexpr Message left_out{"left_out", "the seed draws \"{0}\", but it is not claimed; add it",
                                  "按种子应抽中“{0}”，但未列出；请补上"};
inline constexpr Message other_key{"other_key",
                                   "\"{0}\" is drawn, but its stratum, ticket or key is not the one that is claimed; "
                                   "compare the line with a draw made afresh",
                                   "“{0}”确被抽中，但所列类别、签号或键值不符；请与重新抽取的结果核对"};
inline constexpr Message other_order{"other_order", "the drawn ones are right, but not in the order of the draw",
                                     "抽中的对象正确，但顺序与抽取顺序不符"};
inline constexpr Message other_shortages{"other_shortages",
                                         "the shortages are not those of the draw; compare with a draw made afresh",
                                         "所列缺额与抽取结果不符；请与重新抽取的结果核对"};

}  // namespace aedile::messages
