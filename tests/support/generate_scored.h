#pragma once
// Random frameworks that can be scored, and random visits to score by them. Both are drawn so that what is hard happens
// often: marks that lie on a rounding boundary, caps that bite, items not applicable or not observed, findings that
// repeat each other, thirds. Small draws come first, so RapidCheck shrinks towards small frameworks and short visits.
//
//   const ScoredCase drawn = *any_scored_case();

#include <rapidcheck.h>

#include <ostream>

#include "aedile/framework/framework.h"
#include "aedile/framework/observation.h"

namespace aedile::test {

/// What may occur. The defaults allow everything.
struct Flavour {
  int max_depth = 3;
  int max_children = 4;
  bool once = true;        ///< rules with `once`
  bool merits = true;      ///< tallies in parts, bonuses
  bool conditions = true;  ///< gates and ceilings upon other nodes' marks
  bool cycles = true;
  bool only_shares = false;   ///< every part has full marks
  bool tied = false;          ///< few places, halves and quarters: ties at rounding boundaries all the time
  bool branch_checks = true;  ///< not_applicable, not_checked said of branches
  bool profiles = true;
  /// Adding a fault can never raise a mark. The class: tallies only in children that are taken off, and nothing else in
  /// those; no bonuses; conditions only of the form "below"; penalties and vetoes never aimed at what is taken off; no
  /// mark can be negative.
  bool monotone = false;
};

struct ScoredCase {
  Framework framework;
  VisitRecord visit;
};

/// Valid frameworks only.
rc::Gen<Framework> any_framework_to_score(Flavour flavour = {});
/// A visit that encodes without a problem, and whose findings lie on items that apply.
rc::Gen<VisitRecord> any_visit_to(const Framework& framework, Flavour flavour = {});
rc::Gen<ScoredCase> any_scored_case(Flavour flavour = {});

/// A finding on an item that applies at the visit, if there is one; to be called from within a property.
std::optional<FindingRecord> one_more_finding(const Framework& framework, const VisitRecord& visit);

/// In words, for a property that failed.
void show(std::ostream& out, const Framework& framework);
void show(std::ostream& out, const VisitRecord& visit);
std::ostream& operator<<(std::ostream& out, const ScoredCase& value);

/// Draws that do not depend on RapidCheck's size; the low end is the simple one.
int pick(int low, int high);
bool chance(int per_cent);
template <class T>
const T& one_of(const std::vector<T>& choices) {
  return choices[static_cast<std::size_t>(pick(0, static_cast<int>(choices.size()) - 1))];
}

}  // namespace aedile::test
