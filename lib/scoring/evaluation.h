#pragma once
/// What every part of an evaluation shares: the program, the visit, the state, the arithmetic, the trace, the problems.

#include <algorithm>
#include <string>

#include "aedile/core/diagnostics.h"
#include "core/excerpt.h"
#include "scoring/messages.h"
#include "scoring/state.h"
#include "scoring/trace.h"

namespace aedile::detail {

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
  std::vector<const Finding*> rows;  // scratch of for_each_finding

  const NodeProgram& node(NodeId id) const { return program.nodes[id.index()]; }
  NodeState<Value>& at(NodeId id) { return state.nodes[id.index()]; }

  /// In the order of rows where somebody reads the steps; in any order otherwise: sums are exact.
  template <class Visitor>
  void for_each_finding(NodeId item, Visitor visitor) {
    if constexpr (Trace::on) {
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
  void problem_reading(NodeId item, const Reading& reading, const std::string& why) {
    problems.error(place("/readings", reading.row), messages::bad_reading,
                   {node(item).code, node(item).readings[reading.name], why});
  }
};

}  // namespace aedile::detail
