// What can be wrong with a framework, its editions and their mapping: each sentence says what is wrong and what to do.
// Arguments that are keys ("cap", "weight") are those of the authoring form, so they are the same in every language.
#pragma once

#include "aedile/core/message.h"
#include "core/messages_texts.h"

namespace aedile::messages {

// Texts, numbers, lists.

inline constexpr Message negative_number{"negative_number", "\"{0}\" is {1}; write a number of 0 or more",
                                         "“{0}”为 {1}；请填写不小于 0 的数"};
inline constexpr Message share_range{"share_range", "\"{0}\" is {1}; write a share from 0 to 1",
                                     "“{0}”为 {1}；请填写 0 至 1 之间的比例"};
inline constexpr Message places_range{"places_range", "marks cannot be rounded to {0} decimals; choose 0 to 9",
                                      "得分不能保留 {0} 位小数；请取 0 至 9"};
inline constexpr Message empty_list{"empty_list", "\"{0}\" is empty; list at least one", "“{0}”为空；请至少列出一项"};
inline constexpr Message list_too_long{"list_too_long", "\"{0}\" has {1} entries; split it into lists of at most {2}",
                                       "“{0}”有 {1} 项；请拆分为每份不超过 {2} 项"};
inline constexpr Message duplicate_entry{"duplicate_entry", "\"{1}\" stands twice in \"{0}\"; remove one",
                                         "“{1}”在“{0}”中出现两次；请删除其一"};
inline constexpr Message no_weight{"no_weight", "every weight in \"{0}\" is 0; give at least one a weight above 0",
                                   "“{0}”中的权重全部为 0；请至少给一项大于 0 的权重"};

// The framework as a whole.

inline constexpr Message validity_order{"validity_order",
                                        "the edition ends on {1}, before it begins on {0}; exchange or correct the "
                                        "dates",
                                        "本版本于 {0} 生效，却在 {1} 就已失效；请调换或更正日期"};
inline constexpr Message no_nodes{"no_nodes", "the framework has no nodes; give it a root with at least one item",
                                  "测评体系没有任何内容；请给出总项及至少一个测评项目"};
inline constexpr Message bad_tree{"bad_tree",
                                  "node number {0} (\"{1}\") does not follow its parent; list the root first, and each "
                                  "node behind its parent or behind all that belongs to its elder siblings",
                                  "第 {0} 个节点（“{1}”）没有排在上级之后；请先列总项，再把每个节点排在其上级或前一同级"
                                  "节点的全部下级之后"};
inline constexpr Message too_deep{"too_deep", "node \"{0}\" lies deeper than {1} levels; flatten the hierarchy",
                                  "节点“{0}”的层级超过 {1} 层；请减少层级"};
inline constexpr Message too_large{"too_large",
                                   "with its copies by cycles the framework has more than {0} nodes; reduce the cycles",
                                   "连同按周期的副本，测评体系超过 {0} 个节点；请减少周期"};
inline constexpr Message duplicate_attribute{"duplicate_attribute",
                                             "the attribute \"{0}\" is declared twice; merge the two declarations",
                                             "属性“{0}”声明了两次；请合并"};
inline constexpr Message too_many_attributes{"too_many_attributes",
                                             "\"{0}\" would be attribute number {1}; findings carry at most {2}, of "
                                             "which {3} always exist: remove what no rule uses",
                                             "“{0}”将是第 {1} 个属性；问题最多有 {2} 个属性，其中 {3} "
                                             "个固定存在：请删去无细则使用的属性"};
inline constexpr Message fixed_values{"fixed_values",
                                      "\"{0}\" has the values yes and no and no others; correct or leave out its "
                                      "values",
                                      "“{0}”的取值只能是 yes 和 no；请更正或省略其取值"};
inline constexpr Message duplicate_visit_attribute{"duplicate_visit_attribute",
                                                   "the visit attribute \"{0}\" is declared twice; remove one",
                                                   "检查属性“{0}”声明了两次；请删除其一"};
inline constexpr Message duplicate_profile{"duplicate_profile",
                                           "the site class \"{0}\" has two applicability profiles; merge them",
                                           "点位类别“{0}”有两份适用项；请合并"};
inline constexpr Message empty_profile{"empty_profile",
                                       "the profile of \"{0}\" leaves no item to score; name at least one that applies",
                                       "“{0}”的适用项没有留下任何测评项目；请至少保留一项"};

// Nodes.

inline constexpr Message empty_code{"empty_code", "the node has no code; give it one that no other node has",
                                    "节点没有编号；请给出唯一的编号"};
inline constexpr Message bad_code{"bad_code",
                                  "the code \"{0}\" holds '@' or a control character; '@' is kept for cycles, so "
                                  "choose another",
                                  "编号“{0}”含有“@”或控制字符；“@”专用于周期，请另选编号"};
inline constexpr Message duplicate_code{"duplicate_code",
                                        "the code \"{0}\" is taken by the node at {1}; give each node its own",
                                        "编号“{0}”已被 {1} 处的节点使用；请为每个节点给出不同的编号"};
inline constexpr Message unknown_node{"unknown_node", "\"{0}\" names no node; write the code of one that exists",
                                      "没有编号为“{0}”的节点；请填写已有节点的编号"};
inline constexpr Message range_order{"range_order", "\"{0}\" ({1}) is above \"{2}\" ({3}); exchange or correct the two",
                                     "“{0}”（{1}）大于“{2}”（{3}）；请调换或更正"};
inline constexpr Message start_range{"start_range", "item {0} starts at {1}, outside {2} to {3}; choose a start within",
                                     "测评项目 {0} 的起始分为 {1}，不在 {2} 至 {3} 之间；请取其中的值"};
inline constexpr Message start_unused{"start_unused", "\"start\" of {0} has no effect, since {1} decides; remove it",
                                      "{0} 的“start”不起作用，因为由“{1}”决定；请删除"};
inline constexpr Message full_marks_missing{
    "full_marks_missing", "{0} needs full marks, since \"{1}\" is reckoned by them; state \"full_marks\"",
    "{0} 需要满分值，因为“{1}”以其为准；请填写“full_marks”"};
inline constexpr Message full_marks_zero{"full_marks_zero",
                                         "{0} has full marks 0, so it has no share that \"{1}\" could use; state full "
                                         "marks above 0",
                                         "{0} 的满分值为 0，“{1}”无从计算比例；请填写大于 0 的满分值"};
inline constexpr Message nothing_to_lose{"nothing_to_lose",
                                         "item {0} takes points off, but has no full marks to take them from; state "
                                         "\"full_marks\" or \"start\", or set \"lowest\" to null",
                                         "测评项目 {0} 规定扣分，却没有可扣的满分值；请填写“full_marks”或“start”，或将"
                                         "“lowest”设为 null"};
inline constexpr Message tally_from_full{
    "tally_from_full",
    "item {0} starts at its full marks, so its tally adds nothing; write \"start\": "
    "0",
    "测评项目 {0} 从满分值起算，累计不起作用；请写“start”：0"};
inline constexpr Message no_rules{"no_rules",
                                  "item {0} has no rules, so no finding ever changes its mark; give it a rule",
                                  "测评项目 {0} 没有评分细则，任何问题都不影响得分；请补充评分细则"};
inline constexpr Message rules_on_inner_node{"rules_on_inner_node",
                                             "{0} has parts and rules; move its rules to an item below it",
                                             "{0} 有下级又有评分细则；请将评分细则移到其下的测评项目"};
inline constexpr Message aggregation_on_item{"aggregation_on_item",
                                             "item {0} has nothing to combine; remove \"aggregation\"",
                                             "测评项目 {0} 没有可汇总的下级；请删除“aggregation”"};
inline constexpr Message two_leads{"two_leads",
                                   "\"{0}\" answers twice for {1}; let each department stand once, as lead or as "
                                   "supporting",
                                   "“{0}”在 {1} 中重复负责；每个部门只能作为牵头单位或配合单位出现一次"};
inline constexpr Message no_owner{"no_owner", "nobody leads item {0}; name a \"lead\" there or at a node above it",
                                  "测评项目 {0} 没有牵头单位；请在该项或其上级填写“lead”"};

// How parts are combined.

inline constexpr Message part_sum{
    "part_sum",
    "{0} has full marks {1}, but its parts sum to {2}; correct the full marks, or let \"part_sum\" say what holds (now "
    "{3})",
    "{0} 的满分值为 {1}，而各部分合计 {2}；请更正满分值，或由“part_sum”决定以何为准（现为 {3}）"};
inline constexpr Message part_sum_unused{"part_sum_unused",
                                         "\"part_sum\" of {0} has no effect, since its parts are not summed; remove it",
                                         "{0} 的各部分并非相加，“part_sum”不起作用；请删除"};
inline constexpr Message sum_out_of_range{"sum_out_of_range",
                                          "\"{1}\" below {0} sum to more than {2}; write smaller numbers",
                                          "{0} 之下的“{1}”合计超过 {2}；请填写较小的数"};
inline constexpr Message open_ended_part{
    "open_ended_part",
    "part {3} of {0} has no full marks, so \"{1}\" of {0} cannot be {2}; state the part's \"full_marks\", or choose "
    "another policy",
    "{0} 的部分 {3} 没有满分值，因此 {0} 的“{1}”不能为 {2}；请填写该部分的“full_marks”，或改用其他策略"};
inline constexpr Message base_without_full_marks{
    "base_without_full_marks", "{0} adds a base to its parts; state its \"full_marks\", base included",
    "{0} 在各部分之外有基础分；请填写包含基础分的“full_marks”"};
inline constexpr Message base_above_full_marks{
    "base_above_full_marks",
    "{0} has the base {1} and full marks of {2}, which leaves nothing to stretch its parts to; lower the base or raise "
    "the full marks",
    "{0} 的基础分为 {1}，满分值为 {2}，没有余分可供各部分折算；请降低基础分或提高满分值"};
inline constexpr Message weights_all_zero{"weights_all_zero",
                                          "the parts of {0} all have weight 0, so it has no mark of its own; give one "
                                          "a weight",
                                          "{0} 各部分的权重全部为 0，无法得出得分；请至少给一项权重"};

// Rules.

inline constexpr Message two_measuring_rules{
    "two_measuring_rules",
    "item {0} has a {1} beside a {2}, and both decide its mark; keep one, or "
    "split the item",
    "测评项目 {0} 同时有 {1} 和 {2}，二者都决定得分；请只保留一个，或拆分该项"};
inline constexpr Message unknown_attribute{"unknown_attribute",
                                           "\"{0}\" is no attribute of findings; declare it in \"attributes\", or "
                                           "correct the name",
                                           "“{0}”不是问题的属性；请在“attributes”中声明，或更正名称"};
inline constexpr Message unknown_value{"unknown_value",
                                       "\"{1}\" is no value of \"{0}\"; declare it there, or correct it",
                                       "“{1}”不是“{0}”的取值；请在其中声明，或更正"};
inline constexpr Message attribute_without_values{"attribute_without_values",
                                                  "a table needs the values of \"{0}\"; list them in its declaration",
                                                  "表格需要“{0}”的取值；请在其声明中列出"};
inline constexpr Message unknown_visit_attribute{"unknown_visit_attribute",
                                                 "\"{0}\" is no attribute of visits; declare it in "
                                                 "\"visit_attributes\", or correct the name",
                                                 "“{0}”不是检查的属性；请在“visit_attributes”中声明，或更正名称"};
inline constexpr Message points_missing{"points_missing", "the rule gives no points; state \"points\"",
                                        "评分细则没有分值；请填写“points”"};
inline constexpr Message points_all_zero{"points_all_zero",
                                         "the rule's points are all 0, so it changes nothing; give it points or "
                                         "remove it",
                                         "评分细则的分值全部为 0，不起作用；请填写分值或删除该细则"};
inline constexpr Message table_key{
    "table_key",
    "the table's cell \"{0}\" has {1} {1|key|keys}, but \"by\" names {2} {2|attribute|attributes}; give one "
    "value for each",
    "表格单元“{0}”有 {1} 个键，而“by”有 {2} 个属性；请为每个属性给出一个取值"};
inline constexpr Message duplicate_cell{"duplicate_cell", "the table's cell \"{0}\" is given twice; keep one",
                                        "表格单元“{0}”出现两次；请只保留一个"};
inline constexpr Message table_gap{
    "table_gap", "the table lacks combinations ({1} in all), such as \"{0}\"; add them, or \"otherwise\"",
    "表格缺少 {1} 种组合，其中有“{0}”；请补充，或填写“otherwise”"};
inline constexpr Message table_too_large{"table_too_large",
                                         "the table has more than {0} combinations; use fewer attributes or values",
                                         "表格的组合超过 {0} 种；请减少属性或取值"};
inline constexpr Message once_unset{"once_unset",
                                    "attributes say per what findings count once, but \"once\" is not set; set it",
                                    "已写明按何属性去重，却未启用“once”；请启用"};
inline constexpr Message idle_modifier{"idle_modifier",
                                       "the modifier changes nothing; give it \"times\" or \"plus\", or remove it",
                                       "该调整不起作用；请填写“times”或“plus”，或删除"};
inline constexpr Message cap_missing{"cap_missing", "the bonus of item {0} has no cap; state \"cap\"",
                                     "测评项目 {0} 的加分没有上限；请填写“cap”"};
inline constexpr Message cap_zero{"cap_zero", "the cap is 0, so the rule changes nothing; raise it or remove the rule",
                                  "上限为 0，评分细则不起作用；请提高上限或删除该细则"};
inline constexpr Message cap_above_full{"cap_above_full",
                                        "the cap {0} is above {1}, all that {2} can lose or gain; lower it or raise "
                                        "the full marks",
                                        "上限 {0} 高于 {2} 可增减的分值 {1}；请降低上限或提高满分值"};
inline constexpr Message points_above_full{"points_above_full",
                                           "\"{0}\" is {1}, above the full marks {2} of {3}; lower it or raise the "
                                           "full marks",
                                           "“{0}”为 {1}，高于 {3} 的满分值 {2}；请降低或提高满分值"};
inline constexpr Message penalty_on_itself{"penalty_on_itself",
                                           "the penalty of {0} is on {0} itself; name another node, or write a "
                                           "deduction",
                                           "{0} 的罚分落在 {0} 自身；请填写其他节点，或改为扣分"};
inline constexpr Message no_effect{"no_effect",
                                   "it names neither a ceiling nor a grade, so it changes nothing; state one of them",
                                   "既没有“ceiling”也没有“grade”，不起作用；请填写其一"};
inline constexpr Message idle_ceiling{"idle_ceiling",
                                      "the ceiling {0} is not below {1}, the most that {2} can have, so it changes "
                                      "nothing; lower it",
                                      "上限 {0} 不低于 {2} 的最高分 {1}，不起作用；请降低"};
inline constexpr Message unknown_grade{"unknown_grade",
                                       "{1} has no grade \"{0}\"; choose one of its grades, or give it that one",
                                       "{1} 没有等级“{0}”；请选用其已有等级，或增加该等级"};
inline constexpr Message reading_kind{"reading_kind",
                                      "the reading \"{0}\" is a label for one rule of item {1} and a number for "
                                      "another; use two names",
                                      "读数“{0}”在测评项目 {1} 中既作等次又作数值；请使用两个名称"};
inline constexpr Message target_range{"target_range", "\"{0}\" is {1}; write a number above 0",
                                      "“{0}”为 {1}；请填写大于 0 的数"};
inline constexpr Message sample_without_denominator{"sample_without_denominator",
                                                    "a minimum sample needs the size of the sample; name its reading "
                                                    "in \"denominator\"",
                                                    "最小样本量需要样本数；请在“denominator”中填写其读数"};
inline constexpr Message confidence_range{"confidence_range", "the confidence is {0} %; choose 90, 95 or 99",
                                          "置信水平为 {0}%；请取 90、95 或 99"};
inline constexpr Message milestone_order{"milestone_order",
                                         "milestone {0} does not come after the one before it with a higher plan; let "
                                         "dates and plans rise",
                                         "阶段目标 {0} 的日期和计划数没有高于前一个；请使日期与计划数逐次递增"};
inline constexpr Message milestone_before_start{"milestone_before_start",
                                                "milestone {0} is not after the start {1}; correct one of the dates",
                                                "阶段目标 {0} 不晚于起始日 {1}；请更正日期"};
inline constexpr Message label_twice{"label_twice",
                                     "the label \"{0}\" is given two meanings; let it stand once in \"shares\", "
                                     "\"not_applicable\" or \"not_observed\"",
                                     "等次“{0}”有两种含义；请只在“shares”、“not_applicable”或“not_observed”中出现一次"};

// Ranges, bands, grades.

inline constexpr Message range_two_ends{"range_two_ends", "\"{0}\" and \"{1}\" exclude each other; keep one",
                                        "“{0}”与“{1}”不能并用；请只保留一个"};
inline constexpr Message range_empty{"range_empty", "no value lies in the range; correct its ends",
                                     "该范围内没有任何值；请更正端点"};
inline constexpr Message range_missing{"range_missing",
                                       "the condition names no limit, so it always holds; state one, such as "
                                       "\"at_least\"",
                                       "该条件没有界限，始终成立；请填写界限，如“at_least”"};
inline constexpr Message band_unreachable{"band_unreachable",
                                          "\"{0}\" is never reached, since what stands before holds all its values; "
                                          "change the order or the limits",
                                          "“{0}”永远达不到，因为前面的档次已包含其全部取值；请调整顺序或界限"};
inline constexpr Message band_overlap{"band_overlap",
                                      "\"{0}\" and \"{1}\" both hold {2}; let their limits meet without overlapping",
                                      "“{0}”与“{1}”都包含 {2}；请使界限相接而不重叠"};
inline constexpr Message band_gap{"band_gap", "no band holds {0}, for example; close the gap, or state \"otherwise\"",
                                  "例如 {0} 不在任何档次之内；请补上空档，或填写“otherwise”"};
inline constexpr Message bands_not_complete{
    "bands_not_complete",
    "the bands do not hold every reading; add one without limits at the end, or "
    "\"otherwise\"",
    "各档次未涵盖全部读数；请在最后增加无界限的一档，或填写“otherwise”"};
inline constexpr Message one_reading{"one_reading", "with one reading \"{0}\" is the reading itself; write \"total\"",
                                     "只有一个读数时，“{0}”就是该读数；请写“total”"};
inline constexpr Message grade_gap{"grade_gap", "no grade of {1} holds {0}, for example; close the gap",
                                   "例如 {0} 不在 {1} 的任何等级之内；请补上空档"};

// Cycles and references.

inline constexpr Message nested_cycles{"nested_cycles",
                                       "{0} has cycles below {1}, which has cycles too; keep one of the two",
                                       "{0} 位于已有周期的 {1} 之下，又有周期；请只保留一处"};
inline constexpr Message reference_into_cycles{"reference_into_cycles",
                                               "{0} refers to {1} across the edge of the cycles of {2}; name a node on "
                                               "the same side, or {2} itself",
                                               "{0} 跨越 {2} 的周期引用了 {1}；请引用同一侧的节点，或 {2} 本身"};
inline constexpr Message circular_reference{"circular_reference",
                                            "the marks depend on each other in a circle: {0}; remove one of the "
                                            "references",
                                            "得分循环依赖：{0}；请删除其中一处引用"};

// Editions and mappings.

inline constexpr Message other_framework{"other_framework",
                                         "\"{0}\" is not an edition of \"{1}\"; give all editions the same id",
                                         "“{0}”不是“{1}”的版本；请使各版本的 id 相同"};
inline constexpr Message duplicate_edition{"duplicate_edition",
                                           "edition \"{0}\" exists already; give each edition its own name",
                                           "版本“{0}”已存在；请为每个版本取不同的名称"};
inline constexpr Message overlapping_editions{"overlapping_editions",
                                              "edition \"{0}\" is valid on days of edition \"{1}\"; let one end before "
                                              "the other begins",
                                              "版本“{0}”与版本“{1}”的有效期重叠；请使前者在后者生效之前失效"};
inline constexpr Message wrong_mapping{"wrong_mapping",
                                       "\"{0}\" is \"{1}\", but the frameworks at hand say \"{2}\"; take the mapping "
                                       "that belongs to them",
                                       "“{0}”为“{1}”，而所给测评体系为“{2}”；请使用与之对应的对照"};
inline constexpr Message unmapped_code{"unmapped_code", "edition \"{1}\" has no node \"{0}\"; correct the code",
                                       "版本“{1}”没有编号“{0}”；请更正编号"};
inline constexpr Message mapped_twice{"mapped_twice",
                                      "\"{0}\" of edition \"{1}\" is mapped by entry {2} already; keep one entry",
                                      "版本“{1}”的“{0}”已列入第 {2} 条；请只保留一条"};
inline constexpr Message mapping_counts{"mapping_counts",
                                        "an entry of kind {0} maps {1} codes to {2}, not {3} to {4}; correct the kind "
                                        "or the codes",
                                        "{0} 类条目应由 {1} 个编号对应 {2} 个，而不是由 {3} 个对应 {4} "
                                        "个；请更正类别或编号"};
inline constexpr Message unmapped_item{"unmapped_item",
                                       "item {0} of edition \"{1}\" is in no entry; say what became of it",
                                       "版本“{1}”的测评项目 {0} 没有任何条目；请说明其去向"};

/// All that `validate` of a framework can report.
inline constexpr const Message* validate_catalogue[] = {&empty_text,
                                                        &text_not_utf8,
                                                        &control_character,
                                                        &duplicate_language,
                                                        &negative_number,
                                                        &share_range,
                                                        &places_range,
                                                        &empty_list,
                                                        &list_too_long,
                                                        &duplicate_entry,
                                                        &no_weight,
                                                        &validity_order,
                                                        &no_nodes,
                                                        &bad_tree,
                                                        &too_deep,
                                                        &too_large,
                                                        &duplicate_attribute,
                                                        &too_many_attributes,
                                                        &fixed_values,
                                                        &duplicate_visit_attribute,
                                                        &duplicate_profile,
                                                        &empty_profile,
                                                        &empty_code,
                                                        &bad_code,
                                                        &duplicate_code,
                                                        &unknown_node,
                                                        &range_order,
                                                        &start_range,
                                                        &start_unused,
                                                        &full_marks_missing,
                                                        &full_marks_zero,
                                                        &nothing_to_lose,
                                                        &tally_from_full,
                                                        &no_rules,
                                                        &rules_on_inner_node,
                                                        &aggregation_on_item,
                                                        &two_leads,
                                                        &no_owner,
                                                        &part_sum,
                                                        &part_sum_unused,
                                                        &sum_out_of_range,
                                                        &open_ended_part,
                                                        &base_without_full_marks,
                                                        &base_above_full_marks,
                                                        &weights_all_zero,
                                                        &two_measuring_rules,
                                                        &unknown_attribute,
                                                        &unknown_value,
                                                        &attribute_without_values,
                                                        &unknown_visit_attribute,
                                                        &points_missing,
                                                        &points_all_zero,
                                                        &table_key,
                                                        &duplicate_cell,
                                                        &table_gap,
                                                        &table_too_large,
                                                        &once_unset,
                                                        &idle_modifier,
                                                        &cap_missing,
                                                        &cap_zero,
                                                        &cap_above_full,
                                                        &points_above_full,
                                                        &penalty_on_itself,
                                                        &no_effect,
                                                        &idle_ceiling,
                                                        &unknown_grade,
                                                        &reading_kind,
                                                        &target_range,
                                                        &sample_without_denominator,
                                                        &confidence_range,
                                                        &milestone_order,
                                                        &milestone_before_start,
                                                        &label_twice,
                                                        &range_two_ends,
                                                        &range_empty,
                                                        &range_missing,
                                                        &band_unreachable,
                                                        &band_overlap,
                                                        &band_gap,
                                                        &bands_not_complete,
                                                        &one_reading,
                                                        &grade_gap,
                                                        &nested_cycles,
                                                        &reference_into_cycles,
                                                        &circular_reference};

/// All that editions and their mappings can report.
inline constexpr const Message* editions_catalogue[] = {&other_framework, &duplicate_edition, &overlapping_editions,
                                                        &wrong_mapping,   &unmapped_code,     &mapped_twice,
                                                        &mapping_counts,  &unmapped_item};

}  // namespace aedile::messages
