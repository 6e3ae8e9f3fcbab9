#pragma once
/// Which of these findings cost how much, and what would fixing them gain? Exact, under caps, vetoes and every other
/// rule: each answer is a rescoring, not an estimate.
///
///   WhatIf result = what_if(compiled, applicability, visit, observations).value();
///   result.fixes[0].gain;    // marks of the total if the finding in row 0 had not been made
///
/// With a cap that bites, several findings may each gain nothing alone, yet much together: `fix_plan` gives an order of
/// fixing, each the best next step, with the total after it.

#include <optional>
#include <vector>

#include "aedile/scoring/scorer.h"

namespace aedile {

/// What would be gained if one finding had not been made.
struct Fix {
  std::uint32_t row = no_row;  ///< Finding::row
  NodeId item;
  std::optional<Points> without;  ///< the total without this finding; nothing if it then has no mark
  Points gain;                    ///< without − with; 0 if either is missing
  Points item_gain;               ///< the same for the item alone
};

/// One answer for each finding.
struct WhatIf {
  std::optional<Points> total;  ///< with all findings
  std::vector<Fix> fixes;       ///< one per finding, in the order of the findings given
};

/// One finding to fix, after those before it in the plan.
struct FixPlanStep {
  std::uint32_t row = no_row;   ///< Finding::row
  std::optional<Points> total;  ///< after this and all earlier steps
  Points gain;                  ///< over the step before
};

/// The total as it is, and without each finding. Cost: one scoring per finding. Errors: those of Scorer::score.
Result<WhatIf> what_if(const CompiledFramework& framework, const Applicability& applicability, const Visit& visit,
                       const Observations& observations, ScoreOptions options = {});

/// At most `limit` findings to fix, best gain first (ties: lowest position). Where no single fix gains anything but all
/// of an item would (a cap that bites), the item that gains most is cleared, its findings in the order given; where
/// only several items together would (vetoes), the fewest findings that gain. Such steps show gain 0 until what they
/// are for is reached; total and gain of every step are true, and the last step gains. Merits, whose fixing alone would
/// lose marks, are not taken. Cost: O(limit · findings) scorings.
Result<std::vector<FixPlanStep>> fix_plan(const CompiledFramework& framework, const Applicability& applicability,
                                          const Visit& visit, const Observations& observations, std::size_t limit,
                                          ScoreOptions options = {});

}  // namespace aedile
