#pragma once
/// What every part of an evaluation shares: the program, the visit, the state, the arithmetic, the trace, the problems.

#include <algorithm>
#include <string>

#include "aedile/core/diagnostics.h"
#include "core/excerpt.h"
#include "scoring/guarded.h"
#include "scoring/messages.h"
#include "scoring/state.h"
#include "scoring/trace.h"

namespace aedile::detail {

/// One finding that matched a rule, with the points of a single occurrence.
template <class Value>
struct Occurrence {
  const Finding* finding;
  Value points;
  std::uint32_t count;
};

/// A part that counts: with a mark of its own, or one that a policy stands in.
template <class Value>
struct Part {
  NodeId id;
  Value mark;
  Value possible;
  std::int64_t weight;
  std::int64_t coefficient;
  std::int64_t divisor;
  bool open;      // open-ended
  bool whole;     // possible marks are its full marks
  bool stand_in;  // has no mark of its own
};

/// What a part brings into a mean of shares, worked out exactly, and of what. Kept from the visit with nothing
/// observed: most parts of any visit bring the same.
template <class Value>
struct Contribution {
  std::int64_t weights = 0;  // of all parts; 0: not worked out yet
  Value mark, possible;
  Value amount, factor;

  bool is_of(std::int64_t all, const Part<Value>& part) const {
    return weights == all && mark == part.mark && possible == part.possible;
  }
};

/// Lists that are filled and emptied at every node; kept between visits for their memory.
template <class Value>
struct Scratch {
  std::vector<const Finding*> rows;
  std::vector<Occurrence<Value>> occurrences;
  std::vector<Part<Value>> parts;
};

template <class Arithmetic, class Trace>
struct Evaluation {
  using Value = typename Arithmetic::Value;

  const Program& program;
  const Applicability& applicability;
  const Visit& visit;
  const Observations& observations;
  const ObservationIndex& index;
  Arithmetic& arithmetic;
  State<Value>& state;
  Trace& trace;
  Diagnostics& problems;
  Scratch<Value>& scratch;
  PartsSum* sums = nullptr;  // by node, with guard digits only
  std::vector<Contribution<Value>>* contributions =
      nullptr;  // by node, with exact fractions only; nullptr: none are kept

  const NodeProgram& node(NodeId id) const { return program.nodes[id.index()]; }
  NodeState<Value>& at(NodeId id) { return state.nodes[id.index()]; }

  /// In the order of rows where somebody reads the steps; in any order otherwise: sums are exact.
  template <class Visitor>
  void for_each_finding(NodeId item, Visitor visitor) {
    if constexpr (Trace::on) {
      std::vector<const Finding*>& rows = scratch.rows;
      rows.clear();
      for (std::uint32_t f = index.first_finding[item.index()]; f != end_of_list; f = index.next_finding[f])
        rows.push_back(&observations.findings[f]);
      std::stable_sort(rows.begin(), rows.end(), [](const Finding* a, const Finding* b) { return a->row < b->row; });
      for (const Finding* finding : rows) visitor(*finding);
    } else {
      for (std::uint32_t f = index.first_finding[item.index()]; f != end_of_list; f = index.next_finding[f])
        visitor(observations.findings[f]);
    }
  }

  const Reading* reading(NodeId item, std::uint16_t name) const {
    for (std::uint32_t r = index.first_reading[item.index()]; r != end_of_list; r = index.next_reading[r])
      if (observations.readings[r].name == name) return &observations.readings[r];
    return nullptr;
  }

  const Quantity* visit_attribute(std::size_t position) const {
    if (position >= visit.attributes.size() || !visit.attributes[position]) return nullptr;
    return &*visit.attributes[position];
  }

  /// A condition looks at the mark as reported; a node without a mark meets none.
  bool holds(const ConditionProgram& condition) const {
    const std::size_t other = condition.node.index();
    return state.nodes[other].status == Status::scored && condition.mark.contains(state.reported.marks[other]);
  }

  static Place place(const char* list, std::uint32_t row) {
    return {{}, 0, 0, row == no_row ? std::string(list) : std::string(list) + "/" + std::to_string(row)};
  }

  void problem_no_points(NodeId item, const RuleProgram& rule, const Finding& finding) {
    std::string words;
    for (const PointsLookup::Axis& axis : rule.each.points.axes) {
      const ValueCode code = finding.values[axis.slot] ? finding.values[axis.slot] : program.default_codes[axis.slot];
      const std::vector<std::string>& known = program.known_values[axis.slot];
      words += (words.empty() ? "" : ", ") + program.attributes[axis.slot].name + " = " +
               (code == 0              ? "–"
                : code <= known.size() ? known[code - 1]
                                       : "?");
    }
    problems.error(place("/findings", finding.row), messages::no_points,
                   {node(item).code, std::to_string(rule.index + 1), words});
  }
  void problem_divisor(NodeId item, std::size_t attribute) {
    problems.error(place("/attributes", no_row), messages::bad_divisor,
                   {node(item).code, program.framework.visit_attributes[attribute].name});
  }
  /// {0}: item, {1}: name of the reading, {2}: `other`.
  void problem_reading(NodeId item, const Reading& reading, const Message& message, std::string other = {}) {
    problems.error(place("/readings", reading.row), message,
                   {node(item).code, node(item).readings[reading.name], std::move(other)});
  }
};

}  // namespace aedile::detail
