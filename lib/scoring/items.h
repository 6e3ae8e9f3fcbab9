#pragma once
/// The mark of an item: start − deductions + tallies, clamped, + bonuses. Penalties and vetoes are kept for the nodes
/// they are aimed at.

#include "core/int128.h"
#include "scoring/measures.h"
#include "scoring/occurrences.h"

namespace aedile::detail {

/// The mark of an item of the commonest kind in one loop (NodeProgram::plain). False where a finding has no points.
[[gnu::always_inline]] inline bool plain_mark(const Program& program, const ObservationIndex& index,
                                              const Observations& seen, NodeId id, const NodeProgram& item,
                                              Guarded& value) {
  const OccurrenceProgram& each = item.rules.front().each;
  int128 total = 0;  // in steps of 10^-9; 2^63 points · 2^32 · 2^32 findings have room
  for (std::uint32_t f = index.first_finding[id.index()]; f != end_of_list; f = index.next_finding[f]) {
    const Finding& finding = seen.findings[f];
    const std::int64_t points = points_of(program, each.points, finding);
    if (points == PointsLookup::absent) return false;
    total += int128{points} * finding.count;
  }
  if (each.cap && total > each.cap->scaled()) total = each.cap->scaled();
  const std::int64_t full = item.full->scaled();
  value = GuardedArithmetic::scaled9(total >= full ? 0 : full - static_cast<std::int64_t>(total));
  return true;
}

template <class Arithmetic, class Trace>
class Items {
 public:
  using Value = typename Arithmetic::Value;

  explicit Items(Evaluation<Arithmetic, Trace>& evaluation) : e_(evaluation), a_(evaluation.arithmetic) {}

  /// The commonest kind of item. False, with nothing done, where a finding has no points.
  bool plain(NodeId id, const NodeProgram& item, Value& value) {
    return plain_mark(e_.program, e_.index, e_.observations, id, item, value);
  }

  /// Returns the status; where scored, `value` is the mark before penalties, ceilings and rounding.
  Status mark(NodeId id, Value& value) {
    const NodeProgram& item = e_.node(id);
    if (item.aims) aim(id, item);
    if (e_.index.forced[id.index()] != Status::scored) return e_.index.forced[id.index()];
    if (item.measuring) {
      auto outcome = Measures<Arithmetic, Trace>(e_, id, item.rules[*item.measuring]).mark();
      if (outcome.status != Status::scored) return outcome.status;
      value = std::move(outcome.mark);
    } else {
      value = a_.scaled9(item.start.scaled());
    }
    if constexpr (Trace::on) {
      Step& step = e_.trace.add(StepKind::start, value);
      if (item.measuring) step.rule = item.rules[*item.measuring].index;
    }
    Occurrences<Arithmetic, Trace> occurrences(e_);
    for (const RuleProgram& rule : item.rules) {
      if (rule.kind == RuleKind::deduction) value = a_.sub(value, occurrences.total(id, rule, -1));
      if (rule.kind == RuleKind::whole_item) take_whole(id, rule, value);
    }
    for (const RuleProgram& rule : item.rules)
      if (rule.kind == RuleKind::tally) value = a_.add(value, occurrences.total(id, rule, +1));
    clamp_low(item, value);
    clamp_high(item.full, value);
    for (const RuleProgram& rule : item.rules)
      if (rule.kind == RuleKind::bonus) add_bonus(id, rule, value);
    clamp_high(item.highest, value);
    return Status::scored;
  }

  void clamp_low(const NodeProgram& node, Value& value) {
    if (node.lowest) clamp(*node.lowest, value, StepKind::clamp_low, -1);
  }
  void clamp_high(const std::optional<Points>& limit, Value& value) {
    if (limit) clamp(*limit, value, StepKind::clamp_high, +1);
  }

 private:
  void clamp(Points limit, Value& value, [[maybe_unused]] StepKind kind, int side) {
    Value end = a_.scaled9(limit.scaled());
    if (a_.compare(value, end) * side <= 0) return;
    if constexpr (Trace::on) e_.trace.add(kind, a_.sub(end, value));
    value = std::move(end);
  }

  void take_whole(NodeId id, const RuleProgram& rule, Value& value) {
    const Finding* first = first_match(id, rule.when);
    if (!first || a_.sign(value) <= 0) return;
    if constexpr (Trace::on) {
      Step& step = e_.trace.add(StepKind::whole_item, a_.negative(value));
      step.rule = rule.index;
      step.row = first->row;
    }
    value = Value{};
  }

  void add_bonus(NodeId id, const RuleProgram& rule, Value& value) {
    if (rule.gate) {
      if (!e_.holds(*rule.gate)) {
        if constexpr (Trace::on) {
          Step& step = e_.trace.add(StepKind::gate_closed);
          step.rule = rule.index;
          step.other = rule.gate->node;
        }
        return;
      }
    }
    value = a_.add(value, Occurrences<Arithmetic, Trace>(e_).total(id, rule, +1));
  }

  /// The matching finding of the lowest row, so that the answer does not depend on their order.
  const Finding* first_match(NodeId id, const FilterProgram& when) {
    const Finding* first = nullptr;
    e_.for_each_finding(id, [&](const Finding& finding) {
      if (finding.count != 0 && matches(e_.program, when, finding) && (!first || finding.row < first->row))
        first = &finding;
    });
    return first;
  }

  void aim(NodeId id, const NodeProgram& item) {
    const bool out = e_.index.forced[id.index()] == Status::not_applicable;
    for (const RuleProgram& rule : item.rules) {
      if (rule.kind == RuleKind::penalty) {
        Value& penalty = e_.state.penalties[rule.slot];
        penalty = out ? Value{} : Occurrences<Arithmetic, Trace>(e_).total(id, rule, 0);
        if constexpr (Trace::on) {
          if (!a_.is_zero(penalty)) {
            Step& step = e_.trace.add(StepKind::aimed);
            step.rule = rule.index;
            step.other = rule.on;
            step.factor = penalty;
          }
        }
      } else if (rule.kind == RuleKind::veto) {
        const Finding* first = out ? nullptr : first_match(id, rule.when);
        e_.state.veto_rows[rule.slot] = first ? first->row : no_veto;
        if constexpr (Trace::on) {
          if (first) {
            Step& step = e_.trace.add(StepKind::aimed);
            step.rule = rule.index;
            step.other = rule.on;
            step.row = first->row;
          }
        }
      }
    }
  }

  Evaluation<Arithmetic, Trace>& e_;
  Arithmetic& a_;
};

}  // namespace aedile::detail
