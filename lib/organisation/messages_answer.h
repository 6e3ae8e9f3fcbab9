// Catalogue of questions to a compiled organisation, and of the sentences that explain the answers.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// {0}: site, {1}: day
inline constexpr Message site_not_valid{"site_not_valid", "the site \"{0}\" does not exist on {1}; correct the day",
                                        "点位“{0}”在{1}不存在；请更正日期"};
// {0}: item, {1}: site, {2}: day
inline constexpr Message no_lead{"no_lead",
                                 "nobody leads {0} at {1} on {2}; add a duty for the item, or a rule for the place",
                                 "{2}时{1}的 {0} 没有牵头单位；请为该项目补充责任分解，或为该处补充规则"};

// Explanations

inline constexpr Message answer_head{"answer_head", "{0} at {1} on {2}", "{2}，{1}，项目 {0}"};
// {0}: role, {1}: unit, {2}: share, {3}: ground
inline constexpr Message answer_line{"answer_line", "{0}: {1}, {2}, by {3}", "{0}：{1}，{2}，依据{3}"};
inline constexpr Message answer_line_without_share{"answer_line_without_share", "{0}: {1}, by {2}",
                                                   "{0}：{1}，依据{2}"};
inline constexpr Message answer_total{"answer_total", "shares sum to {0}", "份额合计{0}"};
inline constexpr Message role_lead{"role_lead", "lead", "牵头"};
inline constexpr Message role_supporting{"role_supporting", "supporting", "配合"};
inline constexpr Message role_linked{"role_linked", "linked", "挂钩"};
// {0}: code
inline constexpr Message ground_rule{"ground_rule", "rule \"{0}\"", "规则“{0}”"};
inline constexpr Message ground_duty{"ground_duty", "duty \"{0}\"", "责任分解“{0}”"};
// {0}: code, {1}: kind
inline constexpr Message ground_contract{"ground_contract", "contract \"{0}\" ({1})", "{1}责任“{0}”"};
// {0}: ground, {1}: for what it holds
inline constexpr Message considered_chosen{"considered_chosen", "{0}, for {1}: decides", "{0}，适用于{1}：采用"};
inline constexpr Message considered_added{"considered_added", "{0}, for {1}: added", "{0}，适用于{1}：一并计入"};
// {2}: because
inline constexpr Message considered_overridden{"considered_overridden", "{0}, for {1}: gives way to {2}",
                                               "{0}，适用于{1}：让位于{2}"};
inline constexpr Message because_priority{"because_priority", "a higher priority", "更高的优先级"};
inline constexpr Message because_place{"because_place", "a more exact place", "更具体的范围"};
inline constexpr Message because_item{"because_item", "a more exact item", "更具体的项目"};
inline constexpr Message because_site_class{"because_site_class", "one that names the class of site", "指明点位类别者"};
inline constexpr Message because_order{"because_order", "the one before it", "排列在前者"};
// Places and items, joined by fit_and
inline constexpr Message fit_everywhere{"fit_everywhere", "every site", "所有点位"};
inline constexpr Message fit_site{"fit_site", "this site", "本点位"};
inline constexpr Message fit_area{"fit_area", "{0}", "{0}"};
inline constexpr Message fit_all_items{"fit_all_items", "all items", "所有项目"};
inline constexpr Message fit_this_item{"fit_this_item", "this item", "本项目"};
inline constexpr Message fit_some_items{"fit_some_items", "items {0}*", "{0}* 各项目"};
inline constexpr Message fit_class{"fit_class", "{0} of the class {1}", "{0}（{1}类）"};
inline constexpr Message fit_and{"fit_and", "{0}, {1}", "{0}、{1}"};

inline constexpr const Message* answer_catalogue[] = {&site_not_valid, &no_lead};

}  // namespace aedile::messages
