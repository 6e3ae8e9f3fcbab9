// What the org commands say, in English and Chinese. The help is in help_org.h.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

inline constexpr Message day_needed{
    "day_needed", "neither the organisation nor the framework says when it begins; name a day with --on",
    "组织和测评体系都没有起始日期；请用 --on 指定日期"};
inline constexpr Message no_such_site{"no_such_site", "the organisation has no site \"{0}\"; check the code",
                                      "该组织没有点位“{0}”；请核对编号"};
inline constexpr Message one_output{"one_output",
                                    "--json and --output - both want the standard output; give --output a file",
                                    "--json 与 --output - 都要写标准输出；请给 --output 指定文件"};

// {0}: file, {1}: id, {2}: edition, {3}: units, {4}: sites, {5}: duties, {6}: rules, {7}: contracts
inline constexpr Message organisation_is_sound{
    "organisation_is_sound",
    "{0}: organisation {1}, edition {2}: {3} {3|unit|units}, {4} {4|site|sites}, {5} {5|duty|duties}, {6} "
    "{6|rule|rules}, {7} {7|contract|contracts}, no errors",
    "{0}：组织{1}，版本{2}：{3}个单位，{4}个点位，{5}项责任分解，{6}条规则，{7}份包保，没有错误"};
// {0}: items, {1}: day
inline constexpr Message items_have_owners{"items_have_owners",
                                           "on {1} each of {0} {0|item|items} has one lead, at every site",
                                           "{1}时{0}个测评项目在每个点位都有且只有一个牵头单位"};

// {0}: points, {1}: total
inline constexpr Message postings_head{"postings_head",
                                       "{0} {0|point is|points are} posted as {1}:", "{0}分，记账合计{1}分："};
// {0}: points, {1}: total of the shares
inline constexpr Message postings_range{
    "postings_range", "{0} points times {1} leave the range of points, which ends at 9,223,372,036; name fewer points",
    "{0}分乘以{1}超出分数范围（最大9223372036）；请减少分数"};
// {0}: unit, {1}: points
inline constexpr Message posting_line{"posting_line", "{0}: {1}", "{0}：{1}"};
// {2}: remainder
inline constexpr Message posting_line_with_remainder{"posting_line_with_remainder", "{0}: {1} (remainder {2})",
                                                     "{0}：{1}（尾差{2}）"};

// {0}: sites, {1}: classes
inline constexpr Message ledger_size{"ledger_size",
                                     "{0} {0|site|sites} of {1} {1|class|classes}:", "{1}类点位，共{0}个："};
inline constexpr Message ledger_class{"ledger_class", "{0}: {1}", "{0}：{1}"};
// {0}: added, {1}: removed, {2}: changed
inline constexpr Message ledger_changes{"ledger_changes", "{0} added, {1} removed, {2} changed",
                                        "新增{0}个，撤销{1}个，变更{2}个"};
inline constexpr Message site_added{"site_added", "{0}: added", "{0}：新增"};
inline constexpr Message site_removed{"site_removed", "{0}: removed", "{0}：撤销"};
inline constexpr Message site_changed{"site_changed", "{0}: {1}", "{0}：{1}"};
// {0}: period
inline constexpr Message coverage_head{"coverage_head", "Visited in {0}:", "{0}检查覆盖情况："};
// {0}: class or unit, {1}: visited, {2}: sites, {3}: rate, {4}: visits
inline constexpr Message coverage_line{"coverage_line", "{0}: {1} of {2} {2|site|sites} ({3}), {4} {4|visit|visits}",
                                       "{0}：{2}个点位检查{1}个（{3}），共{4}次"};
inline constexpr Message coverage_all{"coverage_all", "all", "合计"};
// {0}: day
inline constexpr Message coverage_levels{"coverage_levels", "By unit of the territory of {0}:", "按{0}的区域划分："};
// {0}: how many, {1}: which
inline constexpr Message never_visited{"never_visited", "never visited ({0}): {1}", "未检查（{0}个）：{1}"};
// {0}: site, {1}: day
inline constexpr Message stray_visit{"stray_visit", "a visit to no site of the ledger: {0} on {1}",
                                     "台账中没有的检查：{1}，{0}"};
// {0}: option
inline constexpr Message not_beside_output{
    "not_beside_output",
    "with --output the table is written, and what {0} asks for is not told; add --json, or ask apart",
    "写明 --output 时只写出表，不显示 {0} 的结果；请加 --json，或分两次执行"};

}  // namespace aedile::tool::texts
