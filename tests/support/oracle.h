#pragma once
// The oracle: a plain, slow, obviously right reading of the rules in include/aedile/framework and
// include/aedile/scoring. It works on the authoring form and on a visit's words, by recursion, in exact fractions of
// any size; it shares nothing with the library but the types of its input and output. Every score must equal the
// oracle's to the last digit.
//
//   OracleCard expected = oracle_score(framework, visit);
//   expected.at("1.2").mark == Points::of(4);
//
// Not for speed, and not for frameworks with custom rules.

#include <map>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>

#include "aedile/framework/framework.h"
#include "aedile/framework/observation.h"
#include "aedile/scoring/scorecard.h"

namespace aedile::test {

/// What the oracle says of one node; cycle copies have codes of their own, "code@value".
struct OracleNode {
  Status status = Status::scored;
  Rational value;  ///< exact; 0 without a mark
  std::optional<Points> mark;
  Points possible;
  Factor completion;
  GradeIndex grade = no_grade;
};

struct OracleCard {
  std::map<std::string, OracleNode> nodes;
  std::string root;
  std::uint32_t ignored_findings = 0;

  const OracleNode& at(const std::string& code) const { return nodes.at(code); }
  const OracleNode& total() const { return nodes.at(root); }
};

/// Observations that cannot be scored; the text is the code the library must report.
class OracleError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Scores a valid framework and a visit whose words it knows. Throws OracleError.
OracleCard oracle_score(const Framework& framework, const VisitRecord& visit, bool ignore_not_applicable = false);

/// Every difference between a card and the oracle's, one line each, with the node's code; empty if there is none.
/// Values are compared too where the card has a derivation.
std::string differences(const CompiledFramework& framework, const Scorecard& card, const OracleCard& expected);

}  // namespace aedile::test
