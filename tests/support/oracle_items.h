#pragma once
// The oracle's reading of the rules of one item: what its findings, readings and checks make of it before anything from
// elsewhere (penalties, vetoes, ceilings) reaches it.

#include <functional>
#include <string>
#include <vector>

#include "aedile/scoring/scorecard.h"
#include "support/oracle_number.h"

namespace aedile::test {

/// The observations of one item, or of one cycle of it.
struct ItemObservations {
  std::vector<const FindingRecord*> findings;
  std::vector<const ReadingRecord*> readings;
  std::vector<const CheckRecord*> checks;
};

/// Whether the gate of a bonus is open.
using GateIsOpen = std::function<bool(const MarkCondition&)>;

struct ItemMark {
  Status status = Status::scored;
  Fraction value;  ///< after `highest`, before penalties
};

/// The value an attribute has, "" if none was given; flags are "no" unless given.
std::string attribute_of(const AttributeTexts& attributes, const std::string& name);

/// Whether a check with this result is an observation: passed or failed.
bool says_something(CheckResult result);

bool meets(const Filter& filter, const FindingRecord& finding);

/// Points for the findings of an item under one rule. Throws OracleError (no_points, bad_divisor).
Fraction points_for(const PerOccurrence& each, const ItemObservations& seen, const VisitRecord& visit);

ItemMark mark_of_item(const Node& item, const ItemObservations& seen, const VisitRecord& visit,
                      const GateIsOpen& gate_is_open);

}  // namespace aedile::test
