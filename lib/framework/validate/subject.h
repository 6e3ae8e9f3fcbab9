// What the checks of nodes and rules share: the framework, its tree, its words, and the full marks of every node.
#pragma once

#include <optional>
#include <vector>

#include "aedile/framework/framework.h"
#include "core/report.h"
#include "framework/validate/tree.h"
#include "framework/validate/words.h"

namespace aedile::detail {

struct Subject {
  const Framework& framework;
  const Tree& tree;
  const Words& words;
  /// By node, stated or derived as compiling does; nothing for open-ended nodes, and while the tree is not sound.
  std::vector<std::optional<Points>> full_marks;
};

/// An item and one of its rules.
struct RulePlace {
  const Subject& subject;
  const Node& item;
  std::size_t node;
};

/// nodes.cpp: the node by itself: signs and order of its numbers, start, rounding, departments.
void check_node_numbers(const Subject& subject, std::size_t node, Report& report);
void check_owners(const Subject& subject, Report& report);

/// aggregation.cpp: how parts combine; fills full_marks. Sound trees only.
void derive_full_marks(Subject& subject, Report& report);
void check_aggregations(const Subject& subject, Report& report);

/// rules.cpp: the rules of one item, each kind in its own file.
void check_rules(const Subject& subject, std::size_t node, Report& report);

/// occurrence.cpp
void check_filter(const Subject& subject, const Filter& filter, Report& report);
void check_occurrence(const RulePlace& place, const PerOccurrence& each, Report& report);

/// measuring.cpp
void check(const RulePlace& place, const Checklist& rule, Report& report);
void check(const RulePlace& place, const Rate& rule, Report& report);
void check(const RulePlace& place, const Progress& rule, Report& report);
void check(const RulePlace& place, const Letters& rule, Report& report);
void check(const RulePlace& place, const Custom& rule, Report& report);

/// bands.cpp
void check(const RulePlace& place, const Bands& rule, Report& report);
void check_grades(const Subject& subject, std::size_t node, Report& report);

/// references.cpp: rules and ceilings that name other nodes.
void check_condition(const Subject& subject, const MarkCondition& condition, Report& report);
void check(const RulePlace& place, const Bonus& rule, Report& report);
void check(const RulePlace& place, const Penalty& rule, Report& report);
void check(const RulePlace& place, const Veto& rule, Report& report);
void check_ceilings(const Subject& subject, std::size_t node, Report& report);
/// How far a node's mark can move below its full marks; nothing where there is no limit.
std::optional<Points> room_of(const Subject& subject, std::size_t node);

/// dependencies.cpp: circles of references, and references across the edge of cycles. Sound trees only.
void check_dependencies(const Subject& subject, Report& report);

/// cycles.cpp
void check_cycles(const Subject& subject, std::size_t node, Report& report);
/// Nested cycles and the number of copies. Sound trees only.
void check_cycle_nesting(const Subject& subject, Report& report);

/// profiles.cpp. Needs a sound tree to tell what a profile leaves.
void check_profiles(const Subject& subject, Report& report);

}  // namespace aedile::detail
