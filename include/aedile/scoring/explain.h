#pragma once
/// Why 84.5 and not 86: a derivation in words, in English or Chinese.
///
///   std::cout << explain(compiled, visit, card, {.language = Language::zh});
///
///   V-0007  河畔公园  2026-03-09  84.5 分（满分 100）  等级 良好
///   1 市容环境  26.5 / 30
///     1.2 道路保洁  4.5 / 6
///       暴露垃圾（严重）×1，北门      −1.5   第七条：每处扣 1.5 分，扣完为止
///
/// The card must have been scored with Derive::yes from that record (ContractError otherwise).

#include <string>

#include "aedile/scoring/scorecard.h"

namespace aedile {

struct ExplainOptions {
  Language language = Language::en;
  /// false: only nodes that lost or gained marks, or have none, with their ancestors; true: every node.
  bool everything = false;
  /// Clause text and source beside each deduction.
  bool clauses = true;
};

std::string explain(const CompiledFramework& framework, const VisitRecord& visit, const Scorecard& card,
                    const ExplainOptions& options = {});

/// The one node and what leads to it, without the rest of the tree.
std::string explain_node(const CompiledFramework& framework, const VisitRecord& visit, const Scorecard& card,
                         NodeId node, const ExplainOptions& options = {});

/// One step as a sentence.
std::string sentence(const CompiledFramework& framework, const VisitRecord& visit, NodeId node, const Step& step,
                     Language language);

}  // namespace aedile
