#pragma once
/// The derivation of every mark: node ← parts ← rule ← findings, as data. `explain` prints it for a person.
///
/// Each node has a run of steps whose amounts sum to its exact value, in the order in which they were applied:
///
///   item 1.2 (full marks 6):  start +6   occurrence −2 (row 4)   occurrence −2 (row 9)   forgiven +2      = 4
///   node 1   (sum):           part +4 (1.1)   part +4 (1.2)   renormalised +1.142857142…           = 9.142857142…
///
/// Law: for each scored node, Σ step.amount = value, and mark = value rounded once.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/rational.h"
#include "aedile/framework/observation.h"

namespace aedile {

/// What a step is. "detail" steps carry amount 0 and explain their neighbours.
enum class StepKind {
  // items
  start,       ///< mark before any finding; `rule` if a measuring rule gave it
  occurrence,  ///< a finding's points, all its `count`: negative for deductions, positive for tallies and bonuses;
               ///< `row`, `count`, `factor` = points of one after modifiers. Amount 0 where a penalty goes to another
               ///< node
  forgiven,    ///< the free allowance given back; `count` occurrences
  divided,     ///< effect of divide_by; `factor` is the divisor
  scaled,      ///< effect of a scale table; `factor`
  capped,      ///< what a rule's cap gives back (扣完为止) or withholds
  whole_item,  ///< what was left of the item, taken whole; `row`
  // details of items, amount 0
  duplicate,      ///< a finding that repeats another one counted; `row`
  modifier,       ///< a modifier applied to the occurrence before; `row`, `detail` = its position, `factor` = times
  reading,        ///< a reading used; `row`, `factor` = its value
  check,          ///< a check used; `row`, `detail` = criterion or no_criterion
  band,           ///< the band that fitted; `detail` = its position, or no_detail for `otherwise`
  rate,           ///< `factor` = the rate in per cent
  interval_low,   ///< `factor` = lower end of the Wilson interval, in per cent, to 6 decimals
  interval_high,  ///< upper end
  expected,       ///< `factor` = what plan and time expect (Progress)
  letter,         ///< the label read; `detail` = its position, `row`, `factor` = share
  custom,         ///< ground in `ground`
  gate_closed,    ///< a bonus not given; `other` = the gate's node
  aimed,  ///< a penalty or veto of this item against node `other`; `factor` = points of a penalty; `row` of a veto
  // inner nodes
  base,          ///< Aggregation::base
  part,          ///< contribution of child `other`; `factor` = its effective weight after renormalisation
  missing_part,  ///< child `other` without a mark; amount is what the policy counts for it
  renormalised,  ///< the rest stretched to the possible marks
  part_sum,      ///< parts scaled to full marks
  combined,      ///< the value of an aggregate that is no sum (minimum, product, …); its parts are details: amount 0
  degenerate,    ///< nothing to combine: the stated answer
  adds,          ///< child `other` added
  deducts,       ///< child `other` taken off
  // every node
  clamp_low,   ///< raised to `lowest`
  clamp_high,  ///< held at full marks or `highest`
  penalty,     ///< from item `other`
  ceiling,     ///< a veto of item `other` or a ceiling's condition on `other` bit; `row` of the finding
  rounded,     ///< a rounding that is part of the formula
  // details of every node, amount 0
  grade,           ///< `detail` = position of the grade before ceilings
  grade_ceiling,   ///< `detail` = the best grade allowed by `other`
  not_applicable,  ///< no mark: the node does not apply
  not_observed,    ///< no mark: nothing was observed that gives one
  not_scored,      ///< no mark: a part has none, and the policy says not_scored
};

std::string_view to_string(StepKind kind);  ///< the enumerator's name

/// The step has none.
inline constexpr std::uint32_t no_detail = 0xFFFFFFFFu;
inline constexpr std::uint32_t no_rule = 0xFFFFFFFFu;

/// One step of one node. Which members say something depends on the kind.
struct Step {
  StepKind kind = StepKind::start;
  Rational amount;                   ///< signed effect on the node's value
  Rational factor;                   ///< see the kind
  NodeId other;                      ///< see the kind; invalid if none
  std::uint32_t rule = no_rule;      ///< position in Node::rules
  std::uint32_t row = no_row;        ///< Finding::row, Reading::row or Check::row
  std::uint32_t count = 0;           ///< see the kind
  std::uint32_t detail = no_detail;  ///< see the kind
  LocalText ground;                  ///< only from custom rules
};

/// The steps of all nodes of one scorecard. Ids must be of its framework; they are not checked. What no observation of
/// the visit bears on is shared with the derivations of other visits.
class Derivation {
 public:
  /// Steps of one node, in order of application.
  std::span<const Step> steps(NodeId node) const;
  /// Exact value before the reported mark was rounded; zero for nodes without a mark.
  const Rational& value(NodeId node) const;
  std::size_t size() const { return visit_.place.size(); }  ///< nodes

  /// Steps and values of some of the nodes, in order of evaluation. Used by the scorer.
  struct Nodes {
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFu;
    std::vector<std::uint32_t> place;  ///< by node; or `nowhere`
    std::vector<std::uint32_t> first;  ///< by place: its first step; one more entry than places
    std::vector<Step> steps;
    std::vector<Rational> values;  ///< by place
  };
  Derivation() = default;
  /// Nodes that are nowhere in `visit` are somewhere in `others`.
  Derivation(Nodes visit, std::shared_ptr<const Nodes> others) : visit_(std::move(visit)), others_(std::move(others)) {}

 private:
  const Nodes& with(NodeId node) const { return visit_.place[node.index()] != Nodes::nowhere ? visit_ : *others_; }

  Nodes visit_;
  std::shared_ptr<const Nodes> others_;
};

}  // namespace aedile
