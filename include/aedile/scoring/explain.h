#pragma once
/// Why 84.5 and not 86: a derivation in words, in English or Chinese.
///
///   std::cout << explain(compiled, visit, card, {.language = Language::zh});
///
///   V-0007  河畔公园  2026-03-09  88.5 分（满分 100）  等级 A（良好）
///     1 市容环境  28.5 / 30
///         未失分：1.1 立面完好                                 +10
///       1.2 道路保洁  18.5 / 20
///           条款：§ 7：严重问题每处扣 1.5 分，扣完 6 分为止
///           从满分起                                           +20
///           问题 1“暴露垃圾”（严重），北门                    −1.5
///   合计：100 − 1.5（1.2） − 10（3.1） = 88.5
///
/// docs/explanation.md says what each line means. Amounts are exact; what people wrote stays on its line.
///
/// The card must have been scored with Derive::yes from that record (ContractError otherwise).

#include <string>

#include "aedile/scoring/scorecard.h"

namespace aedile {

/// What is shown, and in which language.
struct ExplainOptions {
  Language language = Language::en;
  /// false: only nodes that lost or gained marks, or have none although they apply, with their ancestors; true: every
  /// node and step.
  bool everything = false;
  /// Clause text and source below the heading of each node that has one.
  bool clauses = true;
};

/// The whole card, as above, in lines of UTF-8 ended by '\n'. Cost: O(nodes + steps).
std::string explain(const CompiledFramework& framework, const VisitRecord& visit, const Scorecard& card,
                    const ExplainOptions& options = {});

/// The one node and what leads to it, without the rest of the tree. Throws ContractError for a node that the framework
/// does not have.
std::string explain_node(const CompiledFramework& framework, const VisitRecord& visit, const Scorecard& card,
                         NodeId node, const ExplainOptions& options = {});

/// One step as a sentence, without its amount. What only the whole card knows (the value before a rounding, marks of
/// other nodes) is left out. Throws ContractError for rows that the record does not have.
std::string sentence(const CompiledFramework& framework, const VisitRecord& visit, NodeId node, const Step& step,
                     Language language);

}  // namespace aedile
