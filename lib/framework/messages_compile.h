#pragma once
/// Catalogue of compiling and encoding.

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message unknown_custom_rule{
    "unknown_custom_rule", "no custom rule \"{0}\" is registered; register it in CustomRules before compiling",
    "没有注册名为“{0}”的自定义评分细则；请在编译之前用 CustomRules 注册"};
inline constexpr Message bad_custom_parameters{
    "bad_custom_parameters", "custom rule \"{0}\" refuses its parameters: {1}", "自定义评分细则“{0}”不接受其参数：{1}"};
inline constexpr Message unknown_site_class{
    "unknown_site_class",
    "the scheme has no profile for the site class \"{0}\"; add a profile or correct the class ({1})",
    "测评体系中没有点位类别“{0}”的适用项；请补充适用项或更正类别（{1}）"};
inline constexpr Message wrong_edition{
    "wrong_edition",
    "the visit was made under edition \"{0}\", but this scheme is edition \"{1}\"; correct the edition, or take the "
    "scheme of that edition",
    "该次检查适用版本“{0}”，而本测评体系为版本“{1}”；请更正版本，或改用该版本的测评体系"};
inline constexpr Message bad_visit_attribute{
    "bad_visit_attribute", "visit attribute {0} must be a number with at most 6 decimals, not \"{1}\"",
    "检查属性 {0} 应为至多 6 位小数的数，而不是“{1}”"};
inline constexpr Message unknown_item{"unknown_item", "the scheme has no node \"{0}\"; check the code",
                                      "测评体系中没有编号“{0}”；请核对编号"};
inline constexpr Message not_an_item{"not_an_item", "\"{0}\" is not an item; name one of the items below it",
                                     "“{0}”不是末级测评项目；请填写其下的测评项目"};
inline constexpr Message unknown_attribute_value{"unknown_attribute_value",
                                                 "{0} has no value \"{1}\"; the scheme knows {2}",
                                                 "{0} 没有取值“{1}”；测评体系中的取值为 {2}"};
inline constexpr Message missing_cycle{"missing_cycle", "\"{0}\" is scored by {1}; give {1} one of the values {2}",
                                       "“{0}”按 {1} 分别评分；{1} 须为 {2} 之一"};
inline constexpr Message unknown_reading{"unknown_reading", "item {0} has no reading \"{1}\"; its rules use {2}",
                                         "测评项目 {0} 没有读数“{1}”；其评分细则使用 {2}"};
inline constexpr Message bad_reading_value{
    "bad_reading_value", "reading {0} of item {1} must be a number with at most 6 decimals, not \"{2}\"",
    "测评项目 {1} 的读数 {0} 应为至多 6 位小数的数，而不是“{2}”"};
inline constexpr Message unknown_label{"unknown_label",
                                       "\"{2}\" is no label of reading {0} of item {1}; choose one of {3}",
                                       "测评项目 {1} 的读数 {0} 没有等次“{2}”；应为 {3} 之一"};
inline constexpr Message duplicate_reading{"duplicate_reading",
                                           "reading {0} of item {1} is given twice at this visit; keep one of them",
                                           "本次检查中测评项目 {1} 的读数 {0} 出现两次；请只保留一个"};
inline constexpr Message unknown_criterion{"unknown_criterion",
                                           "item {0} has no criterion \"{1}\"; its checklist has {2}",
                                           "测评项目 {0} 没有测评标准“{1}”；其检查表包括 {2}"};
inline constexpr Message duplicate_check{"duplicate_check",
                                         "{0} is checked twice at this visit; keep one of the results",
                                         "本次检查中 {0} 有两个检查结果；请只保留一个"};
inline constexpr Message unexpected_check{
    "unexpected_check",
    "\"{0}\" has no checklist; only not_applicable and not_checked can be said of it as a whole, not {1}",
    "“{0}”没有检查表；对它整体只能填写 not_applicable 或 not_checked，不能填写 {1}"};

inline constexpr const Message* compile_catalogue[] = {
    &unknown_custom_rule, &bad_custom_parameters, &unknown_site_class, &wrong_edition,
    &bad_visit_attribute, &unknown_item,          &not_an_item,        &unknown_attribute_value,
    &missing_cycle,       &unknown_reading,       &bad_reading_value,  &unknown_label,
    &duplicate_reading,   &unknown_criterion,     &duplicate_check,    &unexpected_check};

}  // namespace aedile::messages
