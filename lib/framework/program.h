#pragma once
/// The compiled framework: what evaluators run. Everything a rule names is an index; everything that can be known
/// before a visit is worked out. Built by compile.cpp, read by `scoring`.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aedile/framework/compiled.h"

namespace aedile::detail {

/// Slots of the attributes that exist without declaration.
enum Slot : std::uint8_t {
  slot_severity,
  slot_location,
  slot_source,
  slot_repeat,
  slot_overdue,
  slot_media,
  slot_corrected,
  builtin_slots
};
/// Flags have the values yes and no, in this order.
inline constexpr ValueCode flag_yes = 1;
inline constexpr ValueCode flag_no = 2;
inline bool is_flag(std::size_t slot) { return slot >= slot_repeat && slot <= slot_corrected; }

struct TestProgram {
  std::uint8_t slot = 0;
  std::vector<ValueCode> codes;  // sorted
};
using FilterProgram = std::vector<TestProgram>;

/// Dense table over the codes of its attributes; `absent` where the scheme gives no points.
struct PointsLookup {
  static constexpr std::int64_t absent = INT64_MIN;
  struct Axis {
    std::uint8_t slot;
    std::uint32_t size;
  };
  std::vector<Axis> axes;
  std::vector<std::int64_t> cells;  // scaled points, row-major
  std::int64_t otherwise = absent;
};

struct ModifierProgram {
  FilterProgram when;
  std::int64_t times_scaled;
  std::int64_t plus_scaled;
};

struct OccurrenceProgram {
  FilterProgram when;
  PointsLookup points;
  bool once = false;
  std::vector<std::uint8_t> once_slots;
  std::vector<ModifierProgram> modifiers;
  std::uint32_t free = 0;
  std::optional<std::size_t> divide_by;        // visit attribute
  std::optional<std::uint16_t> scale_reading;  // reading of the item
  std::vector<std::int64_t> scale_factors;     // by label code − 1, scaled; 1 for labels the table lacks
  std::optional<Points> cap;
};

enum class RuleKind : std::uint8_t {
  deduction,
  tally,
  whole_item,
  bonus,
  penalty,
  veto,
  checklist,
  bands,
  rate,
  progress,
  letters,
  custom
};

struct ConditionProgram {
  NodeId node;
  Range<Points> mark;
};

/// One rule; which members count depends on the kind.
struct RuleProgram {
  RuleKind kind = RuleKind::deduction;
  std::uint32_t index = 0;               // position in Node::rules
  const Rule* source = nullptr;          // in the authoring form, owned by the Program
  OccurrenceProgram each;                // deduction, tally, bonus, penalty
  FilterProgram when;                    // whole_item, veto
  std::optional<ConditionProgram> gate;  // bonus
  NodeId on;                             // penalty, veto
  std::uint32_t slot = 0;                // penalty: in Program::penalties; veto: in Program::vetoes
  std::vector<std::uint16_t> readings;   // measuring rules: positions in NodeProgram::readings
  // letters, by label code − 1: scaled share, or one of the two below
  static constexpr std::int64_t label_not_applicable = -1;
  static constexpr std::int64_t label_not_observed = -2;
  static constexpr std::int64_t label_unknown = -3;
  std::vector<std::int64_t> shares;
  std::shared_ptr<const CustomRule> custom;
};

/// A penalty or veto, seen from the node it is on.
struct Aimed {
  NodeId item;
  std::uint32_t rule = 0;  // position in NodeProgram::rules of the item
  std::uint32_t slot = 0;
};

struct CeilingProgram {
  ConditionProgram when;
  std::optional<Points> ceiling;
  std::uint16_t grade = 0xFFFF;  // best grade allowed; 0xFFFF: no cap of the grade
};

struct VetoEffect {
  std::optional<Points> ceiling;
  std::uint16_t grade = 0xFFFF;
};

/// What a parent asks of each of its children, close together: siblings are consecutive.
struct Link {
  std::int64_t weight = 1;             // whole number, in lowest terms among siblings
  std::int64_t coefficient = 0;        // for means of shares, see NodeProgram::share_numerator
  std::int64_t divisor = 1;            // likewise
  std::int64_t completion_weight = 1;  // whole number
  std::int64_t full_scaled = 0;        // 0 where open-ended
  Role role = Role::part;
  bool open = false;  // no full marks
};

/// Bounds within which a plain node's weighted sum cannot overflow (see scoring/guarded.h).
inline constexpr std::uint32_t max_plain_parts = 1024;
inline constexpr std::int64_t max_plain_coefficient = std::int64_t{1} << 38;

/// What evaluating any node reads stands first, in three cache lines.
struct alignas(64) NodeProgram {
  NodeId parent, first_child;
  std::uint32_t child_count = 0;
  std::uint32_t position = 0;  // in Program::order
  std::uint32_t authored = 0;  // index into Framework::nodes
  Role role = Role::part;
  bool has_parts = false;
  bool open_parts = false;  // some part is open-ended
  bool only_parts = true;   // no child adds or deducts
  /// One loop will do. An inner node: a sum or a mean of shares over parts alone, with small coefficients, where every
  /// part has its mark. An item: one deduction by a table, off full marks, down to 0.
  bool plain = false;
  bool plain_skips = false;  // parts that do not apply leave the mean
  /// Plain, and nothing else bears on the node: no penalty, veto, ceiling, grade, upper limit or rounding, no
  /// dependents but the parent, and no lower limit but 0. What it is scored by is what it reports.
  bool straight = false;
  bool divides = false;  // shares: the links have divisors; else these are 1
  bool aims = false;     // an item with penalties or vetoes
  bool graded = false;
  bool always = false;  // must be evaluated even if nothing was observed (custom rules)
  std::optional<Points> full;
  std::optional<Points> lowest, highest;
  std::optional<MarkRounding> round;
  /// For shares: value = Σ (coefficient_i · v_i ÷ divisor_i) · numerator ÷ (denominator · Σ weight), coefficients and
  /// divisors in the children's links. 0 denominator: the numbers were too large, use exact fractions.
  std::int64_t share_numerator = 0, share_denominator = 0;
  Aggregation aggregation;
  std::vector<NodeId> dependents;  // besides the parent: to be evaluated again when this changes

  std::vector<Aimed> penalties, vetoes;  // aimed at this node
  std::vector<CeilingProgram> ceilings;
  std::string code;
  std::string lead;

  // items
  std::vector<RuleProgram> rules;
  std::optional<std::size_t> measuring;  // position in rules
  Points start;
  std::vector<std::string> readings, labels;

  // inner nodes
  Points parts_full;  // Σ full marks of parts that have them
  /// PartSum::scaled: what parts sum to is stretched by this; 1 ÷ 1 otherwise.
  std::int64_t scale_numerator = 1, scale_denominator = 1;
};

struct Program {
  Framework framework;
  std::vector<NodeProgram> nodes;
  std::vector<Link> links;            // by node
  std::vector<NodeId> order;          // every node after everything it depends on
  std::vector<std::uint32_t> always;  // items with `always`
  std::vector<VetoEffect> vetoes;     // by slot
  std::size_t penalty_count = 0;
  std::size_t item_count = 0;
  std::vector<Attribute> attributes;  // by slot
  /// By slot: texts with fixed codes (declared values, or values that filters of an open attribute name) in code order.
  std::vector<std::vector<std::string>> known_values;
  AttributeCodes default_codes{};  // what a missing attribute stands for
  std::map<std::string, NodeId, std::less<>> by_code;
  std::vector<std::pair<std::string, Applicability>> profiles;
  std::optional<Applicability> all;
  std::optional<std::size_t> cycle_slot(NodeId node) const;  // attribute of the cycles that the node is below, if any

  bool closed(std::size_t slot) const { return !attributes[slot].values.empty(); }
};

/// What lowering the rules of an item needs.
struct RuleContext {
  Program& program;
  const CustomRules& custom;
  Diagnostics& diagnostics;
};
inline constexpr std::size_t no_cycle = SIZE_MAX;

/// lower_rules.cpp
void collect_known_values(Program& program);
void lower_rules(RuleContext& context, NodeId item);
/// node_order.cpp: fills order, position, dependents.
void order_nodes(Program& program);

/// The node that a reference in (a copy of) `from` means: the copy in the same cycle if there is one.
NodeId resolve(const Program& program, NodeId from, std::string_view code);

}  // namespace aedile::detail
