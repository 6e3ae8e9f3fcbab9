#pragma once
/// Catalogue of scoring: columns.

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message bulk_item{"bulk_item", "item code {0} stands for node {1}, which is no item or is there twice",
                                   "项目编码 {0} 对应节点 {1}，该节点不是测评项目或重复出现"};
inline constexpr Message bulk_profile{"bulk_profile",
                                      "profile code {0} is of another framework; this one has {1} nodes",
                                      "适用类别编码 {0} 属于另一测评体系；本体系有 {1} 个节点"};
inline constexpr Message bulk_attribute{"bulk_attribute",
                                        "the findings have no attribute \"{0}\", or it has two columns",
                                        "问题没有属性“{0}”，或该属性有两列"};
inline constexpr Message bulk_value{"bulk_value", "attribute \"{0}\" has no value \"{1}\", or two codes stand for it",
                                    "属性“{0}”没有取值“{1}”，或有两个编码对应该取值"};
inline constexpr Message bulk_node{"bulk_node", "wanted node {0} is not of this framework, or is wanted twice",
                                   "所要的节点 {0} 不在本测评体系中，或重复"};
inline constexpr Message bulk_codes{
    "bulk_codes", "the attributes have more than {0} combinations of codes; take fewer columns or values",
    "属性编码的组合超过 {0} 种；请减少列或取值"};

// Why a rule or a profile was not lowered.
inline constexpr Message general_measured{"general_measured", "it is measured by readings or checks",
                                          "该项目按读数或核查结果计分"};
inline constexpr Message general_rule{"general_rule", "rule {0} ({1}) has no table form",
                                      "第 {0} 条细则（{1}）不能化为表格"};
inline constexpr Message general_occurrences{"general_occurrences",
                                             "rule {0} counts each place once, forgives, divides or scales",
                                             "第 {0} 条细则含去重、免扣、除数或倍率"};
inline constexpr Message general_caps{"general_caps", "several rules deduct, some under a cap of their own",
                                      "有多条扣分细则，且其中有的单独封顶"};
inline constexpr Message general_limits{"general_limits", "its marks do not run from a start down to a lower end",
                                        "其得分不是由起始分扣减至下限"};
inline constexpr Message general_numbers{"general_numbers", "its points are too large or too fine for a table",
                                         "其分值过大或过细，不能化为表格"};
inline constexpr Message general_measured_item{"general_measured_item",
                                               "item {0} has no mark without readings or checks",
                                               "测评项目 {0} 没有读数或核查结果则无得分"};
inline constexpr Message general_conditions{"general_conditions",
                                            "a rule depends on the mark of another node (ceiling or gate)",
                                            "有细则取决于其他节点的得分（限分或条件加分）"};
inline constexpr Message general_node{"general_node", "node {0} combines its parts in a way that is no weighted sum",
                                      "节点 {0} 的合成方式不是加权求和"};
inline constexpr Message general_node_limits{
    "general_node_limits", "a limit or a rounding of node {0} may change marks", "节点 {0} 的上下限或取整可能改变得分"};
inline constexpr Message general_unscored{"general_unscored", "node {0} has no mark without observations",
                                          "节点 {0} 没有观测则无得分"};

}  // namespace aedile::messages
