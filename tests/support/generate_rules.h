#pragma once
// The random rules of one item; private to the generators.

#include "support/generate_scored.h"

namespace aedile::test {

/// What rules of an item may point at.
struct RuleSurroundings {
  std::vector<std::string> vetoable;        ///< nodes that a veto or penalty may be aimed at
  std::vector<std::string> with_grades;     ///< those of them whose grades are "A", "B", "C"
  std::vector<std::string> conditional_on;  ///< nodes whose marks a gate may look at
};

Points any_points(const Flavour& flavour, int low, int high);
PerOccurrence any_per_occurrence(const Flavour& flavour, const Points& full);
/// Fills rules, start, lowest, highest of an item with full marks.
void draw_item_rules(Node& item, const Flavour& flavour, const RuleSurroundings& around);
/// Fills the rules of an item without full marks, which only counts up: a demerit score.
void draw_demerit_rules(Node& item, const Flavour& flavour);

}  // namespace aedile::test
