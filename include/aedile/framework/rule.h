#pragma once
/// Rules (评分细则): how an item turns observations into marks. A closed set of kinds that combine on one item.
///
/// An item's mark is worked out in this order; each step is optional, and each is a line of the derivation:
///   1. start      the mark of the item's *measuring* rule (checklist, bands, rate, progress, letters, custom: at
///                 most one); without one, `Node::start`; without that, full marks, or 0 where every rule is a tally
///   2. − deductions   every Deduction under its own cap, and every WholeItem (what is left goes), in the order written
///   3. + tallies      every Tally
///   4. clamp          to [lowest, full marks] (扣完为止); an item without full marks has no upper end
///   5. + bonuses      every Bonus whose gate is open; a bonus may exceed full marks, but not `highest`
///   6. penalties that items aim here (never below `lowest`), then ceilings (Veto, Ceiling), then the node's own
///                 rounding
/// A finding with count 0 is no occurrence: it costs nothing and vetoes nothing.
///
/// Example: 2 points off for each fault, the first forgiven, at most 6, doubled when it is a repeat:
///   Deduction{.each = {.points = Points::of(2), .free = 1, .cap = Points::of(6),
///                      .modifiers = {{.when = {{"repeat", {"yes"}}}, .times = Factor::of(2)}}}}

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"
#include "aedile/core/message.h"

namespace aedile {

/// A range with stated edges; a missing edge is open. `at_least` and `above` (likewise `at_most` and `below`) exclude
/// each other.
template <class T>
struct Range {
  std::optional<T> at_least{};  ///< ≥
  std::optional<T> above{};     ///< >
  std::optional<T> at_most{};   ///< ≤
  std::optional<T> below{};     ///< <

  /// Whether the value meets every edge.
  bool contains(T value) const {
    return !(at_least && value < *at_least) && !(above && value <= *above) && !(at_most && value > *at_most) &&
           !(below && value >= *below);
  }
  /// Whether no edge is stated.
  bool unbounded() const { return !at_least && !above && !at_most && !below; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// One attribute of a finding must have one of these values.
struct AttributeTest {
  std::string attribute{};  ///< its name
  std::vector<std::string> values{};
  friend bool operator==(const AttributeTest&, const AttributeTest&) = default;
};

/// Which findings a rule sees: those that meet every test; all of them where there is none. A finding without the
/// attribute meets no test of it, except that the flags repeat, overdue, media, corrected are "no" unless given.
using Filter = std::vector<AttributeTest>;

/// Points by the values of attributes: one number, a table by severity, a matrix row × column, or more dimensions.
struct PointsTable {
  /// Points of one combination of values.
  struct Cell {
    std::vector<std::string> key{};  ///< one value per attribute of `by`
    Points points{};                 ///< ≥ 0, of one occurrence
    friend bool operator==(const Cell&, const Cell&) = default;
  };
  std::vector<std::string> by{};  ///< attributes, each with a declared list of values; empty: `otherwise` is the number
  std::vector<Cell> cells{};      ///< in the order written
  std::optional<Points> otherwise{};  ///< for every other finding; without it such a finding is an error `no_points`

  PointsTable() = default;
  PointsTable(Points same_for_all) : otherwise(same_for_all) {}
  friend bool operator==(const PointsTable&, const PointsTable&) = default;
};

/// What changes the points of one occurrence, applied in the order written: p → p · times + plus, never below 0.
struct Modifier {
  Filter when{};                 ///< the findings it changes
  Factor times = Factor::of(1);  ///< ≥ 0
  Points plus{};                 ///< may be negative
  friend bool operator==(const Modifier&, const Modifier&) = default;
};

/// A multiplier of a rule's total, by a label read at the visit: revisits "2" → 1.5. Without the reading: 1.
struct ScaleTable {
  std::string reading{};                                  ///< its name
  std::vector<std::pair<std::string, Factor>> factors{};  ///< label → factor ≥ 0
  friend bool operator==(const ScaleTable&, const ScaleTable&) = default;
};

/// Points for findings. Total = min(cap, scale · (Σ points of occurrences that count) ÷ divide_by).
/// Order within: filter → modifiers → once → free → sum → divide → scale → cap.
struct PerOccurrence {
  Filter when{};         ///< the findings that count
  PointsTable points{};  ///< of one occurrence, ≥ 0
  /// Duplicates: findings that agree in all these attributes count as one occurrence, the dearest. {"location"}: once
  /// per place, and once for all findings without a place. `once` with an empty list: once per item. Without `once`,
  /// every finding counts `count` times.
  bool once = false;
  std::vector<std::string> once_per{};
  std::vector<Modifier> modifiers{};
  /// So many occurrences cost nothing; the cheapest are forgiven first, so order never matters.
  std::uint32_t free = 0;
  std::optional<std::string> divide_by{};  ///< a visit attribute > 0, such as units_sampled
  std::optional<ScaleTable> scale{};
  std::optional<Points> cap{};  ///< ≥ 0: the most the rule takes or gives; none: no limit
  friend bool operator==(const PerOccurrence&, const PerOccurrence&) = default;
};

/// A condition on another node's mark (as reported, rounded).
struct MarkCondition {
  std::string node{};    ///< code
  Range<Points> mark{};  ///< at least one edge
  friend bool operator==(const MarkCondition&, const MarkCondition&) = default;
};

/// 扣分: points off.
struct Deduction {
  PerOccurrence each{};
  friend bool operator==(const Deduction&, const Deduction&) = default;
};

/// Points counted up: a demerit score that starts at 0 (lower is better), or marks earned per occurrence.
struct Tally {
  PerOccurrence each{};
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// One matching finding takes the whole item: all or nothing.
struct WholeItem {
  Filter when{};
  friend bool operator==(const WholeItem&, const WholeItem&) = default;
};

/// 加分: points for merits, added beyond full marks up to the cap, only while the gate is open.
struct Bonus {
  PerOccurrence each{};                 ///< `cap` is required
  std::optional<MarkCondition> gate{};  ///< none: always open
  friend bool operator==(const Bonus&, const Bonus&) = default;
};

/// Points off another node directly, after its parts have been combined: a fine that no cap of the item softens.
struct Penalty {
  PerOccurrence each{};
  std::string on{};  ///< code of a node
  friend bool operator==(const Penalty&, const Penalty&) = default;
};

/// 一票否决: a matching finding (count > 0) puts a node under a ceiling, and its grade no better than one named.
struct Veto {
  Filter when{};
  std::string on{};                    ///< code of the node: the item itself, a branch, or the root for the whole
  std::optional<Points> ceiling{};     ///< the mark is no higher
  std::optional<std::string> grade{};  ///< code in the grade scale of `on`; ceiling or grade, or both, must be given
  friend bool operator==(const Veto&, const Veto&) = default;
};

/// What a check found, as XCCDF names it. pass and fixed pass; fail, error and unknown do not; the rest leave the
/// denominator: not_applicable counts as not applicable, the others as not observed.
enum class CheckResult {
  pass,
  fixed,
  fail,
  error,
  unknown,
  not_applicable,
  not_checked,
  not_selected,
  informational,
  unscored
};

/// 达标检查: criteria that pass or fail. Without criteria the item itself is the one criterion.
struct Checklist {
  /// What is checked.
  struct Criterion {
    std::string code{};
    LocalText title{};
    Weight weight = Weight::of(1);  ///< ≥ 0
    friend bool operator==(const Criterion&, const Criterion&) = default;
  };
  /// What partial success gives.
  enum class Mode {
    proportional,  ///< full marks · weight of passes ÷ weight of checks
    all,           ///< full marks if everything checked passed, else 0
  };
  std::vector<Criterion> criteria{};
  Mode mode = Mode::proportional;
  /// A criterion nobody checked counts as failed; otherwise it leaves the denominator. If none was checked, the item is
  /// not observed, if all are not applicable, not applicable. Criteria of weight 0 are reported and influence nothing.
  bool unchecked_fails = false;
  friend bool operator==(const Checklist&, const Checklist&) = default;
};

/// Points by bands over one reading or several. The first band whose limits all hold gives the mark.
struct Bands {
  /// One band; a range that is not stated holds always. Where the bands limit one measure alone, those with limits at
  /// both ends may not overlap.
  struct Band {
    Range<Quantity> total{};     ///< of the sum of the readings (of the value itself where there is one)
    Range<Quantity> largest{};   ///< of the largest reading
    Range<Quantity> smallest{};  ///< of the smallest
    Points points{};             ///< the mark
    LocalText title{};
    friend bool operator==(const Band&, const Band&) = default;
  };
  std::vector<std::string> readings{};  ///< all are needed; if one is missing the item is not observed
  std::vector<Band> bands{};
  std::optional<Points> otherwise{};  ///< where no band fits; without it the bands must leave no gap
  friend bool operator==(const Bands&, const Bands&) = default;
};

/// A rate against its target, in per cent: 满意率 95 %.
struct Rate {
  /// Which part of the percentage points short counts.
  enum class Step {
    exact,    ///< 1.4 points short cost 1.4 times
    started,  ///< every started percentage point: 1.4 → 2
    whole,    ///< every whole percentage point: 1.4 → 1
  };
  /// The answer to a denominator below `minimum_sample`; `score`: as if it were large enough.
  enum class SmallSample { not_observed, zero, full_marks, score };
  std::string numerator{};              ///< reading, a count k; or a percentage where there is no denominator
  std::string denominator{};            ///< reading, a count n; may be empty
  Quantity target = Quantity::of(100);  ///< per cent, > 0
  /// Points off per percentage point short; without it the mark is full marks · min(1, rate ÷ target).
  std::optional<Points> points_per_point{};
  Step step = Step::exact;
  std::int64_t minimum_sample = 0;  ///< n below it: `small_sample`
  SmallSample small_sample = SmallSample::not_observed;
  int confidence = 95;  ///< of the Wilson interval reported beside the mark: 90, 95 or 99
  friend bool operator==(const Rate&, const Rate&) = default;
};

/// Work done against plan and time (时间过半、任务过半): full marks · min(1, actual ÷ expected on the visit's day).
struct Progress {
  /// What is to be reached by a day.
  struct Milestone {
    Date by{};        ///< rising
    Quantity plan{};  ///< cumulative, > 0, rising
    friend bool operator==(const Milestone&, const Milestone&) = default;
  };
  /// What is expected between two milestones.
  enum class Between {
    linear,  ///< expected grows evenly by the day from one milestone to the next
    step,    ///< expected is the last milestone reached (0 before the first: full marks)
  };
  std::string actual{};  ///< reading
  Date start{};          ///< the day before the first counted one: nothing is expected on it
  std::vector<Milestone> milestones{};
  Between between = Between::linear;
  friend bool operator==(const Progress&, const Progress&) = default;
};

/// A label read at the visit gives a share of full marks: "B" → 0.8.
struct Letters {
  std::string reading{};                                 ///< its name
  std::vector<std::pair<std::string, Factor>> shares{};  ///< 0 … 1
  std::vector<std::string> not_applicable{};             ///< labels that mean so
  std::vector<std::string> not_observed{};               ///< labels that mean so
  friend bool operator==(const Letters&, const Letters&) = default;
};

/// The extension point: a measuring rule written in C++ and registered under a name (custom_rule.h).
struct Custom {
  std::string name{};  ///< as it is registered in CustomRules
  std::vector<std::pair<std::string, std::string>> parameters{};
  friend bool operator==(const Custom&, const Custom&) = default;
};

/// One rule of an item.
using Rule =
    std::variant<Deduction, Tally, WholeItem, Bonus, Penalty, Veto, Checklist, Bands, Rate, Progress, Letters, Custom>;

/// The kind's name in JSON and messages: "deduction", "tally", "whole_item", …
std::string_view kind_of(const Rule& rule);
/// Checklist, Bands, Rate, Progress, Letters, Custom.
bool is_measuring(const Rule& rule);
/// The part with points per occurrence; nullptr if the kind has none (deductions, tallies, bonuses and penalties do).
const PerOccurrence* per_occurrence_of(const Rule& rule);

/// The words of the JSON form and of findings.csv; and back: nothing for any other text.
std::string_view to_string(CheckResult result);
std::optional<CheckResult> parse_check_result(std::string_view text);
std::string_view to_string(Checklist::Mode mode);
std::optional<Checklist::Mode> parse_checklist_mode(std::string_view text);
std::string_view to_string(Rate::Step step);
std::optional<Rate::Step> parse_rate_step(std::string_view text);
std::string_view to_string(Rate::SmallSample policy);
std::optional<Rate::SmallSample> parse_small_sample(std::string_view text);
std::string_view to_string(Progress::Between between);
std::optional<Progress::Between> parse_between(std::string_view text);

}  // namespace aedile
