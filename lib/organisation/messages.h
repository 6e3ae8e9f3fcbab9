// What can be wrong with an organisation: each sentence says what is wrong and what to do. Arguments that are keys
// ("lead", "areas") are those of the authoring form, so they are the same in every language.
#pragma once

#include "aedile/core/message.h"
#include "core/messages_texts.h"

namespace aedile::messages {

// Codes and references.

inline constexpr Message code_taken{"code_taken", "the code \"{0}\" is taken by {1}; choose one that is not",
                                    "编号“{0}”已被{1}使用；请另选编号"};
inline constexpr Message listed_twice{"listed_twice", "\"{0}\" stands twice in \"{1}\"; remove one",
                                      "“{0}”在“{1}”中出现两次；请删除其一"};
inline constexpr Message unknown_unit{"unknown_unit", "there is no unit \"{0}\"; correct the code, or add the unit",
                                      "没有单位“{0}”；请更正编号，或补上该单位"};
inline constexpr Message unknown_site{"unknown_site", "there is no site \"{0}\"; correct the code, or add the site",
                                      "没有点位“{0}”；请更正编号，或补上该点位"};
inline constexpr Message undeclared_site_class{
    "undeclared_site_class", "\"{0}\" is none of the declared site classes; correct it, or declare it",
    "“{0}”不在已声明的点位类别之中；请更正，或补充声明"};
inline constexpr Message item_pattern{
    "item_pattern", "\"{0}\" has a \"*\" before its end; write a code, or its beginning with a \"*\" behind it",
    "“{0}”的“*”不在末尾；请写编号，或在编号开头部分之后写“*”"};
inline constexpr Message items_missing{"items_missing", "no item is named; list at least one, or \"*\" for all",
                                       "没有列出测评项目；请至少列出一项，全部项目写“*”"};
// {0}: limit
inline constexpr Message scope_too_large{
    "scope_too_large",
    "with those before it, its lists make more than the {0} combinations that are compared; use areas, classes or "
    "beginnings of codes",
    "连同之前各项，其列表组合超过可核对的{0}个；请改用区域、类别或编号开头"};

// Days. {0}, {1}: days

inline constexpr Message validity_reversed{"validity_reversed",
                                           "it ends on {1}, before it begins on {0}; exchange or correct the days",
                                           "自{0}起，却在{1}就已结束；请调换或更正日期"};
inline constexpr Message absent_unit{
    "absent_unit",
    "on {1} there is no unit \"{0}\", nor one alone that succeeds it; correct the days, or name who takes over",
    "{1}时单位“{0}”不存在，也没有唯一的承接单位；请更正日期，或指明承接者"};
inline constexpr Message territory_gap{"territory_gap", "on {0} \"{1}\" lies within nothing; fill the gap",
                                       "{0}时“{1}”不属于任何上级区域；请补上这段时间"};
inline constexpr Message two_territories{
    "two_territories", "on {0} it lies within both \"{1}\" and \"{2}\"; end one before the other begins",
    "{0}时同时属于“{1}”和“{2}”；请在其一开始之前结束另一个"};
inline constexpr Message successor_without_end{"successor_without_end",
                                               "\"{0}\" has successors, but no last day; give it one",
                                               "“{0}”有承接单位，却没有终止日期；请填写终止日期"};
inline constexpr Message successor_gap{"successor_gap",
                                       "the successor \"{0}\" does not exist on {1}, the day after; correct the days",
                                       "承接单位“{0}”在次日{1}并不存在；请更正日期"};

// Territory and lines.

// {0}: unit, {1}: its kind
inline constexpr Message not_territory{
    "not_territory", "nothing can lie within \"{0}\", a {1}; name a city, district, street, community or grid_cell",
    "“{0}”的类别为 {1}，不能包含其他单位；请填写 city、district、street、community 或 grid_cell"};
inline constexpr Message not_superior{
    "not_superior", "\"{0}\" is a {1}; department lines lead to a department, section or person. Use \"within\"",
    "“{0}”的类别为 {1}；条线只能通向 department、section 或 person。请改用 within"};
// {0}: kind of the unit, {1}: unit above, {2}: its kind
inline constexpr Message territory_order{"territory_order",
                                         "a {0} cannot lie within \"{1}\", a {2}; correct the kinds or the unit",
                                         "{0} 不能属于“{1}”（{2}）；请更正类别或上级单位"};
// {0}: the way round, {1}: key
inline constexpr Message unit_cycle{"unit_cycle",
                                    "\"{1}\" and successors lead in a circle: {0}; take one of the steps away",
                                    "{1} 与承接关系构成循环：{0}；请去掉其中一步"};
inline constexpr Message territory_too_deep{"territory_too_deep",
                                            "\"{0}\" lies deeper than {1} levels; flatten the territory",
                                            "“{0}”的层级超过{1}层；请减少层级"};

// Sites.

inline constexpr Message site_outside_grid{
    "site_outside_grid", "\"{0}\" is no unit of the territory, so the site lies outside the grid; correct the cell",
    "“{0}”不是任何区域或网格，点位落在网格之外；请更正所属网格"};
inline constexpr Message coordinates_range{"coordinates_range", "\"{0}\" is {1}; it must lie from −{2} to {2} degrees",
                                           "“{0}”为{1}；应在−{2}至{2}度之间"};
inline constexpr Message reserved_attribute{"reserved_attribute",
                                            "\"{0}\" is a column of the site ledger; give the attribute another name",
                                            "“{0}”是点位台账的固定列；请给该属性另取名称"};

// Duties, rules, contracts, targets.

inline constexpr Message named_twice{"named_twice", "\"{0}\" stands here already in another role; keep one",
                                     "“{0}”在此已有另一角色；请只保留一个"};
inline constexpr Message rule_without_lead{"rule_without_lead", "no party leads; give one the role lead",
                                           "没有牵头单位；请指定一个角色为 lead"};
inline constexpr Message rule_with_two_leads{"rule_with_two_leads", "a second party leads; make it supporting",
                                             "出现第二个牵头单位；请改为 supporting"};
inline constexpr Message share_negative{"share_negative", "the share is {0}; write one of 0 or more",
                                        "份额为{0}；请填写不小于0的数"};
// {0}: most
inline constexpr Message share_too_large{"share_too_large", "shares and totals are at most {0}; correct the number",
                                         "份额和总额最多为{0}；请更正"};
// {0}: sum, {1}: stated
inline constexpr Message share_sum{"share_sum", "the shares sum to {0}, not to the total of {1}; correct one of them",
                                   "份额合计为{0}，与总额{1}不符；请更正"};
inline constexpr Message total_not_positive{"total_not_positive", "the total is {0}; write one above 0, such as 1",
                                            "总额为{0}；请填写大于0的数，如1"};
inline constexpr Message no_territory_kind{
    "no_territory_kind", "no site lies within a {0}; name city, district, street, community or grid_cell",
    "点位不会位于 {0} 之内；请填写 city、district、street、community 或 grid_cell"};
// {0}: code of the other, {1}: where it stands, {2}: first common day
inline constexpr Message equal_duties{
    "equal_duties",
    "from {2} on it leads the same items as \"{0}\" at {1}, so they would have two leads; end one of them",
    "自{2}起与{1}的“{0}”主责相同项目，将出现两个牵头单位；请结束其中一个"};
inline constexpr Message equal_rules{"equal_rules",
                                     "from {2} on it fits the same as \"{0}\" at {1}, so there would be two leads; "
                                     "give one a higher priority, or end it",
                                     "自{2}起与{1}的“{0}”同等适用，将出现两个牵头单位；请提高其一的优先级，或予以结束"};
inline constexpr Message contract_overlap{
    "contract_overlap",
    "from {2} on it is for the same as the contract \"{0}\" at {1}; end one before the other begins",
    "自{2}起与{1}的包保“{0}”重叠；请在其一开始之前结束另一个"};
inline constexpr Message contract_without_place{"contract_without_place",
                                                "the contract names no place; list the areas or the sites it is for",
                                                "包保没有指明范围；请列出区域或点位"};

/// All that `validate` of an organisation can report, besides what is wrong with texts.
inline constexpr const Message* organisation_catalogue[] = {&code_taken,
                                                            &listed_twice,
                                                            &unknown_unit,
                                                            &unknown_site,
                                                            &undeclared_site_class,
                                                            &item_pattern,
                                                            &items_missing,
                                                            &scope_too_large,
                                                            &validity_reversed,
                                                            &absent_unit,
                                                            &territory_gap,
                                                            &two_territories,
                                                            &successor_without_end,
                                                            &successor_gap,
                                                            &not_territory,
                                                            &not_superior,
                                                            &territory_order,
                                                            &unit_cycle,
                                                            &territory_too_deep,
                                                            &site_outside_grid,
                                                            &coordinates_range,
                                                            &reserved_attribute,
                                                            &named_twice,
                                                            &rule_without_lead,
                                                            &rule_with_two_leads,
                                                            &share_negative,
                                                            &share_too_large,
                                                            &share_sum,
                                                            &total_not_positive,
                                                            &no_territory_kind,
                                                            &equal_duties,
                                                            &equal_rules,
                                                            &contract_overlap,
                                                            &contract_without_place};

}  // namespace aedile::messages
