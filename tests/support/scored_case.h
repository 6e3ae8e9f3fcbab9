#pragma once
// What every property of scores needs: a random framework compiled, its visits encoded, both as the library gives them.

#include <rapidcheck/gtest.h>

#include <string>

#include "aedile/scoring/scorer.h"
#include "support/generate_scored.h"
#include "support/oracle.h"

namespace aedile {
// For RapidCheck, which looks for it here.
inline std::ostream& operator<<(std::ostream& out, const Framework& framework) {
  test::show(out, framework);
  return out;
}
inline std::ostream& operator<<(std::ostream& out, const VisitRecord& visit) {
  test::show(out, visit);
  return out;
}
}  // namespace aedile

namespace aedile::test {

/// The errors alone, a line each.
inline std::string errors_of(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) {
    if (problem.level == Level::error) text += to_string(problem) + '\n';
  }
  return text;
}

/// Compiles, or fails the property with the reasons.
inline CompiledFramework compiled(const Framework& framework) {
  Result<CompiledFramework> result = compile(framework);
  if (!result) RC_FAIL("the drawn framework is invalid:\n" + errors_of(result.diagnostics()));
  return std::move(result).value();
}

inline EncodedVisit encoded(const CompiledFramework& framework, const VisitRecord& visit) {
  EncodedVisit coded;
  const Diagnostics problems = Encoder(framework).encode(visit, coded);
  if (problems.has_errors()) RC_FAIL("the drawn visit is refused:\n" + errors_of(problems));
  return coded;
}

/// Scores with a scorer, or fails the property with the reasons.
inline Scorecard scored(Scorer& scorer, const EncodedVisit& visit, Derive derive = Derive::no) {
  Result<Scorecard> card = scorer.score(visit, derive);
  if (!card) RC_FAIL("the drawn visit is not scored:\n" + errors_of(card.diagnostics()));
  return std::move(card).value();
}

inline Scorecard scored(const CompiledFramework& framework, const VisitRecord& visit, Derive derive = Derive::no) {
  Scorer scorer(framework);
  return scored(scorer, encoded(framework, visit), derive);
}

}  // namespace aedile::test
