#pragma once
/// Catalogue of explanations: headings, things that steps speak of, and a sentence for each kind of step. Amounts stand
/// in a column of their own and are no part of the sentences.

#include "aedile/core/message.h"

namespace aedile::messages {

// The heading of a scorecard, and of a node.

inline constexpr Message explain_mark_of{"explain_mark_of", "{0} of {1}", "{0} 分（满分 {1}）"};
inline constexpr Message explain_mark_of_possible{"explain_mark_of_possible", "{0} of {1} possible (full marks {2})",
                                                  "{0} 分（可得 {1}，满分 {2}）"};
inline constexpr Message explain_mark_open{"explain_mark_open", "{0} {0|point|points}", "{0} 分"};
inline constexpr Message explain_no_mark{"explain_no_mark", "no mark: {0}", "不计分：{0}"};
inline constexpr Message explain_grade{"explain_grade", "grade {0}", "等级 {0}"};
inline constexpr Message explain_completion{"explain_completion", "completion {0}", "完成度 {0}"};
inline constexpr Message explain_ignored{"explain_ignored", "Findings ignored because their item does not apply: {0}",
                                         "因所属测评项目不适用而忽略的问题：{0} 个"};
inline constexpr Message explain_clause{"explain_clause", "Clause: {0}", "条款：{0}"};
inline constexpr Message explain_sum{"explain_sum", "Added up: {0}", "合计：{0}"};
inline constexpr Message explain_all_full{"explain_all_full", "No marks were lost.", "没有失分。"};

// What the terms of that sum are, besides nodes.

inline constexpr Message explain_term_stretched{"explain_term_stretched", "stretched", "折算"};
inline constexpr Message explain_term_rounding{"explain_term_rounding", "rounding", "修约"};
inline constexpr Message explain_term_limit{"explain_term_limit", "limit", "限额"};
inline constexpr Message explain_term_ceiling{"explain_term_ceiling", "ceiling", "封顶"};
inline constexpr Message explain_term_penalty{"explain_term_penalty", "penalty from {0}", "罚分，来自 {0}"};

// Words for what has no mark.

inline constexpr Message explain_not_applicable{"explain_not_applicable", "not applicable", "不适用"};
inline constexpr Message explain_no_mark_short{"explain_no_mark_short", "no mark", "不计分"};
inline constexpr Message explain_not_observed{"explain_not_observed", "not observed", "未测评"};

// Things that steps speak of.

inline constexpr Message explain_finding{"explain_finding", "Finding {0}", "问题 {0}"};
inline constexpr Message explain_unknown_finding{"explain_unknown_finding", "A finding", "一个问题"};
inline constexpr Message explain_flag_repeat{"explain_flag_repeat", "repeat", "重复出现"};
inline constexpr Message explain_flag_overdue{"explain_flag_overdue", "overdue", "逾期未改"};
inline constexpr Message explain_flag_media{"explain_flag_media", "in the media", "媒体曝光"};
inline constexpr Message explain_flag_corrected{"explain_flag_corrected", "corrected on the spot", "当场整改"};
inline constexpr Message explain_flag_not{"explain_flag_not", "not {0}", "非{0}"};
inline constexpr Message explain_attribute_severity{"explain_attribute_severity", "severity", "严重程度"};
inline constexpr Message explain_attribute_location{"explain_attribute_location", "location", "位置"};
inline constexpr Message explain_attribute_source{"explain_attribute_source", "source", "来源"};
inline constexpr Message explain_every_finding{"explain_every_finding", "every finding", "所有问题"};
inline constexpr Message explain_at_least{"explain_at_least", "at least {0}", "不低于 {0}"};
inline constexpr Message explain_above{"explain_above", "above {0}", "高于 {0}"};
inline constexpr Message explain_at_most{"explain_at_most", "at most {0}", "不高于 {0}"};
inline constexpr Message explain_below{"explain_below", "below {0}", "低于 {0}"};
inline constexpr Message explain_and{"explain_and", "{0} and {1}", "{0} 且{1}"};
inline constexpr Message explain_or{"explain_or", "{0} or {1}", "{0}或{1}"};
inline constexpr Message explain_band_value{"explain_band_value", "value {0}", "数值{0}"};
inline constexpr Message explain_band_total{"explain_band_total", "sum {0}", "合计{0}"};
inline constexpr Message explain_band_largest{"explain_band_largest", "largest {0}", "最大一项{0}"};
inline constexpr Message explain_band_smallest{"explain_band_smallest", "smallest {0}", "最小一项{0}"};
inline constexpr Message explain_check_pass{"explain_check_pass", "pass", "达标"};
inline constexpr Message explain_check_fixed{"explain_check_fixed", "pass, after being fixed", "整改后达标"};
inline constexpr Message explain_check_fail{"explain_check_fail", "fail", "不达标"};
inline constexpr Message explain_check_error{"explain_check_error", "error, counts as fail", "检查出错，按不达标计"};
inline constexpr Message explain_check_unknown{"explain_check_unknown", "unknown, counts as fail",
                                               "结果不明，按不达标计"};
inline constexpr Message explain_check_not_applicable{"explain_check_not_applicable", "not applicable", "不适用"};
inline constexpr Message explain_check_not_checked{"explain_check_not_checked", "not checked", "未检查"};
inline constexpr Message explain_check_not_selected{"explain_check_not_selected", "not selected", "未选用"};
inline constexpr Message explain_check_informational{"explain_check_informational", "for information only", "仅供参考"};
inline constexpr Message explain_check_unscored{"explain_check_unscored", "not scored", "不计分"};
inline constexpr Message explain_round_half_up{"explain_round_half_up", "half up", "四舍五入"};
inline constexpr Message explain_round_half_even{"explain_round_half_even", "half to even", "四舍六入五成双"};
inline constexpr Message explain_round_down{"explain_round_down", "towards zero", "舍去尾数"};
inline constexpr Message explain_round_up{"explain_round_up", "away from zero", "进一"};
inline constexpr Message explain_round_floor{"explain_round_floor", "downwards", "向下取整"};

inline constexpr Message explain_to_whole{"explain_to_whole", "a whole number", "整数"};
inline constexpr Message explain_to_one_place{"explain_to_one_place", "1 decimal", " 1 位小数"};
inline constexpr Message explain_to_places{"explain_to_places", "{0} {0|decimal|decimals}", " {0} 位小数"};

// The start of an item.

inline constexpr Message step_start_full{"step_start_full", "Starts at full marks", "从满分起"};
inline constexpr Message step_start_at{"step_start_at", "Starts at {0}", "从 {0} 分起"};
inline constexpr Message step_start_checklist{"step_start_checklist", "Mark by the checklist", "按检查表得分"};
inline constexpr Message step_start_check_alone{"step_start_check_alone", "Mark by the check", "按检查结果得分"};
inline constexpr Message step_start_passed{"step_start_passed", "Mark by the checklist: {0} of {1} passed",
                                           "按检查表得分：{1} 项中 {0} 项达标"};
inline constexpr Message step_start_passed_weight{"step_start_passed_weight",
                                                  "Mark by the checklist: passed weight {0} of {1}",
                                                  "按检查表得分：权重合计 {1}，其中达标 {0}"};
inline constexpr Message step_start_all_passed{"step_start_all_passed", "Mark by the checklist: everything passed",
                                               "按检查表得分：全部达标"};
inline constexpr Message step_start_not_all_passed{"step_start_not_all_passed",
                                                   "Mark by the checklist: not everything passed, so nothing is given",
                                                   "按检查表得分：未全部达标，不得分"};
inline constexpr Message step_unchecked_fail{"step_unchecked_fail", "{0}; not checked, counts as failed: {1}",
                                             "{0}；未检查按不达标计：{1}"};
inline constexpr Message step_start_band{"step_start_band", "Mark of the band", "该档得分"};
inline constexpr Message step_start_rate{"step_start_rate", "Mark by the rate", "按比率得分"};
inline constexpr Message step_start_small_sample{"step_start_small_sample",
                                                 "Sample below {0}: no rate is worked out, the mark is given",
                                                 "样本量不足 {0}：不计算比率，直接给分"};
inline constexpr Message step_start_progress{"step_start_progress", "Mark by progress", "按进度得分"};
inline constexpr Message step_start_letter{"step_start_letter", "Mark of the letter", "按等次得分"};
inline constexpr Message step_start_custom{"step_start_custom", "Mark by the rule \"{0}\"", "按自定义细则“{0}”得分"};

// Findings.

inline constexpr Message step_occurrence_each{"step_occurrence_each", "{0}: {1} at {2} each",
                                              "{0}：{1} 处，每处 {2} 分"};
inline constexpr Message step_occurrence_at{"step_occurrence_at", "{0}: {1}", "{0}：{1} 分"};
inline constexpr Message step_forgiven{"step_forgiven", "Free allowance of {1}: {0} not counted, the cheapest first",
                                       "免计 {1} 处：从最轻的起，{0} 处不计"};
inline constexpr Message step_divided{"step_divided", "Divided by {0} = {1}", "除以{0}（{1}）"};
inline constexpr Message step_scaled{"step_scaled", "Times {0}, since {1} is {2}", "{1} 为 {2}，乘以 {0}"};
inline constexpr Message step_capped_deduction{
    "step_capped_deduction", "Cap reached: at most {0} off, the rest is given back", "扣完 {0} 分为止，多扣的退回"};
inline constexpr Message step_capped_bonus{"step_capped_bonus", "Cap reached: a bonus of at most {0}",
                                           "加分以 {0} 分为限，超出的不计"};
inline constexpr Message step_capped_tally{"step_capped_tally", "Cap reached: at most {0} counted",
                                           "累计以 {0} 分为限，超出的不计"};
inline constexpr Message step_capped_penalty{"step_capped_penalty", "Cap reached: a penalty of at most {0}",
                                             "罚分以 {0} 分为限，超出的不计"};
inline constexpr Message step_whole_item{"step_whole_item", "{0}: takes the whole item", "{0}：整项不得分"};
inline constexpr Message step_duplicate{"step_duplicate", "{0}: not counted again, the same {1} is counted already",
                                        "{0}：{1}相同，已计一次，不再计"};
inline constexpr Message step_duplicate_item{"step_duplicate_item", "{0}: not counted again, the item counts once",
                                             "{0}：该项只计一次，不再计"};
inline constexpr Message step_modifier_times{"step_modifier_times", "times {0}: {1}", "{1}，乘以 {0}"};
inline constexpr Message step_modifier_plus{"step_modifier_plus", "{0} each: {1}", "{1}，每处 {0} 分"};
inline constexpr Message step_modifier_both{"step_modifier_both", "times {0}, then {1} each: {2}",
                                            "{2}，乘以 {0}，再每处 {1} 分"};

// Measures.

inline constexpr Message step_reading{"step_reading", "Reading {0} = {1}", "读数 {0} = {1}"};
inline constexpr Message step_check_weight{"step_check_weight", "{0} (weight {2}): {1}", "{0}（权重 {2}）：{1}"};
inline constexpr Message step_check_item{"step_check_item", "Check of the item: {0}", "该项检查结果：{0}"};
inline constexpr Message step_band{"step_band", "Band {0}: {1}", "第 {0} 档：{1}"};
inline constexpr Message step_band_any{"step_band_any", "Band {0}: whatever is left", "第 {0} 档：其余情形"};
inline constexpr Message step_band_otherwise{"step_band_otherwise", "No band fits: the mark for all other cases",
                                             "各档均不符合，按“其他”给分"};
inline constexpr Message step_rate_reached{"step_rate_reached", "Rate {0}: the target of {1} is reached",
                                           "比率 {0}，达到目标 {1}"};
inline constexpr Message step_rate_share{"step_rate_share", "Rate {0}, target {1}: that proportion of full marks",
                                         "比率 {0}，目标 {1}，按两者之比得分"};
inline constexpr Message step_rate_short{"step_rate_short",
                                         "Rate {0}, {2} {2|point|points} below the target of {1}; {3} off for each",
                                         "比率 {0}，低于目标 {1} 共 {2} 个百分点，每个百分点扣 {3} 分"};
inline constexpr Message step_rate_short_counted{
    "step_rate_short_counted",
    "Rate {0}, {2} {2|point|points} below the target of {1}, counted as {4}; {3} off for each",
    "比率 {0}，低于目标 {1} 共 {2} 个百分点，按 {4} 个计，每个百分点扣 {3} 分"};
inline constexpr Message step_interval{"step_interval", "{0} interval of the rate (Wilson): {1} to {2}",
                                       "比率的 {0} 置信区间（威尔逊法）：{1} 至 {2}"};
inline constexpr Message step_interval_low{"step_interval_low", "{0} interval of the rate (Wilson), lower end: {1}",
                                           "比率的 {0} 置信区间（威尔逊法）下限：{1}"};
inline constexpr Message step_interval_high{"step_interval_high", "{0} interval of the rate (Wilson), upper end: {1}",
                                            "比率的 {0} 置信区间（威尔逊法）上限：{1}"};
inline constexpr Message step_expected{"step_expected", "Expected by {0}: {1}", "截至 {0} 应完成：{1}"};
inline constexpr Message step_letter{"step_letter", "{0} is {1}: {2} of full marks", "{0} 为 {1}：得满分的 {2}"};
inline constexpr Message step_letter_none{"step_letter_none", "{0} is {1}", "{0} 为 {1}"};
inline constexpr Message step_gate_closed{"step_gate_closed", "No bonus: {0} must be {1}, and is {2}",
                                          "不予加分：{0} 须{1}，实为 {2}"};
inline constexpr Message step_gate_closed_unknown{"step_gate_closed_unknown", "No bonus: {0} must be {1}",
                                                  "不予加分：{0} 须{1}"};
inline constexpr Message step_aimed_penalty{"step_aimed_penalty", "Penalty of {0}, taken off {1}",
                                            "罚 {0} 分，从 {1} 扣除"};
inline constexpr Message step_aimed_veto{"step_aimed_veto", "Veto by {0}: {1}", "一票否决，依据{0}：{1}"};
inline constexpr Message step_effect_ceiling{"step_effect_ceiling", "{0} is at most {1}", "{0} 最高 {1} 分"};
inline constexpr Message step_effect_grade{"step_effect_grade", "its grade is no better than {0}", "等级不高于 {0}"};
inline constexpr Message step_effect_grade_of{"step_effect_grade_of", "the grade of {0} is no better than {1}",
                                              "{0} 等级不高于 {1}"};

// Inner nodes.

inline constexpr Message step_base{"step_base", "Base", "基础分"};
inline constexpr Message step_parts_full{"step_parts_full", "Nothing lost in {0}", "未失分：{0}"};
inline constexpr Message step_parts_zero{"step_parts_zero", "Nothing counted in {0}", "未计分：{0}"};
inline constexpr Message step_codes_and_more{"step_codes_and_more", "{0} and {1} more", "{0} 及另外 {1} 项"};
inline constexpr Message step_part_weight{"step_part_weight", "{0}, weight {1}", "{0}，权重 {1}"};
inline constexpr Message step_part_new_weight{"step_part_new_weight", "{0}, weight {1} instead of {2}",
                                              "{0}，权重 {1}（原为 {2}）"};
inline constexpr Message step_part_share{"step_part_share", "{0}, share {1}", "{0}，得分率 {1}"};
inline constexpr Message step_missing_renormalise{"step_missing_renormalise", "{0}: {1}, the other parts count for it",
                                                  "{0}：{1}，由其余部分按比例折算"};
inline constexpr Message step_missing_full{"step_missing_full", "{0}: {1}, counts as full marks", "{0}：{1}，按满分计"};
inline constexpr Message step_missing_zero{"step_missing_zero", "{0}: {1}, counts as 0", "{0}：{1}，按 0 分计"};
inline constexpr Message step_missing_not_scored{"step_missing_not_scored", "{0}: {1}, so there is no mark here either",
                                                 "{0}：{1}，因此本级也不计分"};
inline constexpr Message step_missing_leave_out{"step_missing_leave_out", "{0}: {1}, left out of the possible marks",
                                                "{0}：{1}，不计入可得分"};
inline constexpr Message step_renormalised{"step_renormalised", "The other parts are stretched to the full marks",
                                           "其余部分折算到满分"};
inline constexpr Message step_renormalised_from{"step_renormalised_from",
                                                "Stretched from {1} possible to {2}: {0} × {2} ÷ {1} = {3}",
                                                "由可得 {1} 分折算为 {2} 分：{0} × {2} ÷ {1} = {3}"};
inline constexpr Message step_part_sum{"step_part_sum", "Parts of {0} brought to the full marks of {1}",
                                       "各部分合计 {0} 分，折算为满分 {1} 分"};
inline constexpr Message step_combined_weighted_mean{"step_combined_weighted_mean", "Weighted mean of the parts",
                                                     "各部分加权平均"};
inline constexpr Message step_combined_minimum{"step_combined_minimum", "The lowest part decides", "以最低的部分为准"};
inline constexpr Message step_combined_minimum_of{"step_combined_minimum_of", "The lowest part decides: {0}",
                                                  "以最低的部分为准：{0}"};
inline constexpr Message step_combined_maximum{"step_combined_maximum", "The best part decides", "以最高的部分为准"};
inline constexpr Message step_combined_maximum_of{"step_combined_maximum_of", "The best part decides: {0}",
                                                  "以最高的部分为准：{0}"};
inline constexpr Message step_combined_product{"step_combined_product", "Product of the parts", "各部分连乘"};
inline constexpr Message step_combined_geometric_mean{"step_combined_geometric_mean", "Geometric mean of the parts",
                                                      "各部分几何平均"};
inline constexpr Message step_combined_harmonic_mean{"step_combined_harmonic_mean", "Harmonic mean of the parts",
                                                     "各部分调和平均"};
inline constexpr Message step_combined_count_passes{"step_combined_count_passes", "Parts that reach {0} of their marks",
                                                    "按达到本身满分 {0} 的部分计"};
inline constexpr Message step_combined_all_or_nothing{"step_combined_all_or_nothing",
                                                      "All or nothing: every part must reach {0} of its marks",
                                                      "全有或全无：每一部分都须达到本身满分的 {0}"};
inline constexpr Message step_degenerate_zero{"step_degenerate_zero", "No part has a mark: counts as 0",
                                              "没有可计分的部分：按 0 分计"};
inline constexpr Message step_degenerate_full{"step_degenerate_full", "No part has a mark: counts as full marks",
                                              "没有可计分的部分：按满分计"};
inline constexpr Message step_adds{"step_adds", "Added: {0}", "另加：{0}"};
inline constexpr Message step_deducts{"step_deducts", "Taken off: {0}", "另减：{0}"};

// Every node.

inline constexpr Message step_clamp_low{"step_clamp_low", "Never below {0}", "扣完为止，不低于 {0} 分"};
inline constexpr Message step_clamp_high{"step_clamp_high", "Never above {0}", "不高于 {0} 分"};
inline constexpr Message step_clamp_high_unknown{"step_clamp_high_unknown", "Held at the upper end", "不高于上限"};
inline constexpr Message step_penalty{"step_penalty", "Penalty from {0}", "罚分，来自 {0}"};
inline constexpr Message step_veto{"step_veto", "Veto by {0} ({1}): at most {2}",
                                   "一票否决，依据{0}（{1}）：最高 {2} 分"};
inline constexpr Message step_ceiling{"step_ceiling", "Ceiling: at most {2} while {0} is {1}",
                                      "封顶：{0} {1} 时，最高 {2} 分"};
inline constexpr Message step_ceiling_unknown{"step_ceiling_unknown", "Ceiling, because of {0}", "封顶，因 {0}"};
inline constexpr Message step_rounded{"step_rounded", "Rounded {0} to {1}", "{0}，取至{1}"};
inline constexpr Message step_rounded_from{"step_rounded_from", "Rounded {0} to {1}: {2} → {3}",
                                           "{0}，取至{1}：{2} → {3}"};
inline constexpr Message step_grade{"step_grade", "Grade {0}: {1}", "等级 {0}：{1}"};
inline constexpr Message step_grade_any{"step_grade_any", "Grade {0}", "等级 {0}"};
inline constexpr Message step_grade_veto{"step_grade_veto", "Veto by {0} ({1}): grade no better than {2}",
                                         "一票否决，依据{0}（{1}）：等级不高于 {2}"};
inline constexpr Message step_grade_ceiling{"step_grade_ceiling", "Grade no better than {2} while {0} is {1}",
                                            "{0} {1} 时，等级不高于 {2}"};
inline constexpr Message step_grade_ceiling_unknown{
    "step_grade_ceiling_unknown", "Grade no better than {1}, because of {0}", "等级不高于 {1}，因 {0}"};

inline constexpr Message explain_reported{"explain_reported", "Reported mark, rounded {0} to {1}: {2} → {3}",
                                          "报告得分{0}，取至{1}：{2} → {3}"};

// Why there is no mark.

inline constexpr Message step_not_applicable{"step_not_applicable", "Not applicable", "不适用"};
inline constexpr Message step_not_applicable_class{"step_not_applicable_class",
                                                   "Not applicable to sites of the class {0}", "不适用于“{0}”类点位"};
inline constexpr Message step_not_applicable_check{
    "step_not_applicable_check", "Not applicable: so recorded at the visit", "不适用：检查时如此记录"};
inline constexpr Message step_not_applicable_parts{"step_not_applicable_parts", "Not applicable: no part applies",
                                                   "不适用：各部分均不适用"};
inline constexpr Message step_not_applicable_criteria{
    "step_not_applicable_criteria", "Not applicable: no criterion applies", "不适用：各测评标准均不适用"};
inline constexpr Message step_not_observed{"step_not_observed", "Not observed", "未测评"};
inline constexpr Message step_not_observed_check{"step_not_observed_check", "Not observed: recorded as not checked",
                                                 "未测评：检查时记为未检查"};
inline constexpr Message step_not_observed_parts{"step_not_observed_parts", "Not observed: no part has a mark",
                                                 "未测评：各部分均无得分"};
inline constexpr Message step_not_observed_reading{"step_not_observed_reading", "Not observed: no reading {0}",
                                                   "未测评：缺少读数 {0}"};
inline constexpr Message step_not_observed_sample{
    "step_not_observed_sample", "Not observed: sample {0}, at least {1} needed", "未测评：样本量 {0}，至少应为 {1}"};
inline constexpr Message step_not_observed_criteria{
    "step_not_observed_criteria", "Not observed: no criterion was checked", "未测评：没有检查任何测评标准"};
inline constexpr Message step_not_scored{"step_not_scored", "No mark, since a part has none",
                                         "有部分不计分，本级也不计分"};

}  // namespace aedile::messages
