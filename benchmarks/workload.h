#pragma once
// What the benchmarks work on: frameworks of stated shapes and visits to score by them, the same on every machine.
// Nothing is timed that has not been compared with the oracle: `require_oracle` ends the program where they disagree.

#include <cstdint>
#include <string>
#include <vector>

#include "aedile/framework/encoder.h"
#include "aedile/framework/framework.h"
#include "aedile/framework/observation.h"
#include "aedile/scoring/scorer.h"

namespace aedile::workload {

/// Dimensions → indicators → items, spread evenly.
struct Shape {
  std::string name;
  int dimensions = 7;
  int indicators = 33;
  int items = 111;
  int chain = 0;  ///< nodes in a row above each item instead, for trees that are deep and narrow
};

/// 7 dimensions, 33 indicators, 111 items: a national framework.
Shape national();
/// 9 dimensions, 60 indicators, 257 items.
Shape large();
/// A list of 111 items under the root.
Shape flat();
/// One item under 12 nodes, ten times over.
Shape chains();

/// Weights that sum to nothing in particular, points by severity with caps, a free allowance here, a repeat multiplier
/// there, vetoes on indicators and on the total, grades, and 16 profiles ("class 0" …) of which half lack whole
/// indicators. `marks` is how the framework rounds.
Framework framework(const Shape& shape, MarkRounding marks = {});

/// Eight equal items that each give all or nothing, marks in whole points: every other mark is a tie at a rounding
/// boundary, which guard digits alone cannot decide.
Framework ties();

/// Visits with so many findings each, at sites of every class, on items that apply.
std::vector<VisitRecord> visits(const Framework& framework, std::size_t count, int findings);

CompiledFramework compiled(const Framework& framework);
std::vector<EncodedVisit> encoded(const CompiledFramework& framework, const std::vector<VisitRecord>& visits);

/// Scores the visit in every way (plain, with derivation, exactly) and compares each with the oracle, node by node.
/// Prints the difference and aborts where there is one.
void require_oracle(const CompiledFramework& framework, const VisitRecord& visit);

/// Prints and aborts.
[[noreturn]] void fail(const std::string& why);

}  // namespace aedile::workload
