#pragma once
/// A scorecard as JSON, for programs: marks of the nodes asked for, and why they are what they are.
///
///   {"visit": "V-0007", "site": "河畔公园", "date": "2026-03-09", "edition": "2026", "status": "scored",
///    "score": 84.5, "possible": 100, "grade": "B", "completion": 1,
///    "nodes": [{"code": "1.2", "title": "道路保洁", "status": "scored", "mark": 4.5, "possible": 6, "completion": 1,
///               "steps": [{"kind": "occurrence", "amount": "-3/2", "place": "findings.csv:4:1", "count": 1,
///                          "sentence": "…"}]}]}
///
/// Marks are numbers, exact in their decimal digits. Amounts and factors of steps are exact fractions, as text. The
/// amounts of a node's steps sum to its value before rounding.

#include <vector>

#include "aedile/io/json_writer.h"
#include "aedile/io/visit_scorer.h"

namespace aedile {

/// What is written of a card.
struct ScorecardJsonOptions {
  std::vector<std::string> nodes = {};  ///< codes; those unknown to the edition are left out
  bool all_nodes = false;               ///< instead of `nodes`
  /// Steps of each node; the card must have been scored with Derive::yes (ContractError otherwise).
  bool steps = false;
  Language language = Language::en;  ///< of titles and sentences
};

/// One object. A visit without a card has the status "error".
void write_scorecard(JsonWriter& json, const VisitRecord& visit, const ScoredVisit& scored,
                     const ScorecardJsonOptions& options = {});

/// {"level": "error", "file": "f.csv", "line": 4, "column": 1, "code": "unknown_item", "message": "…"}
void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic, Language language = Language::en);

}  // namespace aedile
