#pragma once
/// Evaluates nodes, one after the other: an item from its observations, an inner node from its children; then
/// penalties, ceilings, rounding, the reported mark, completion and grade.

#include "scoring/combine.h"
#include "scoring/items.h"

namespace aedile::detail {

template <class Arithmetic, class Trace>
class Evaluator {
 public:
  using Value = typename Arithmetic::Value;

  /// `anew`: the columns of the scorecard hold nothing yet; else they hold what the states say.
  explicit Evaluator(Evaluation<Arithmetic, Trace>& evaluation, bool anew = true)
      : e_(evaluation), a_(evaluation.arithmetic), items_(evaluation), combine_(evaluation), anew_(anew) {}

  void evaluate(NodeId id) {
    const NodeProgram& node = e_.node(id);
    NodeState<Value>& state = e_.at(id);
    const bool was_usual = !anew_ && state.usual() && state.applicable;
    e_.trace.begin(id);
    if (plain(id, node, state)) {
      if (!was_usual) become_usual(node, state);
    } else {
      state.value = Value{};
      state.possible = node.full ? a_.scaled9(node.full->scaled()) : Value{};
      state.whole = true;
      state.status = status_and_value(id, node, state);
      complete(node, state);
    }
    if (state.status == Status::scored) {
      aimed_and_rounded(node, state);
    } else {
      if constexpr (Trace::on)
        e_.trace.add(state.status == Status::not_applicable ? StepKind::not_applicable : StepKind::not_observed);
    }
    report(id, node, state, was_usual && state.usual());
  }

 private:
  /// Only the value; false, with nothing done, where the node is none of the common cases.
  bool plain([[maybe_unused]] NodeId id, [[maybe_unused]] const NodeProgram& node,
             [[maybe_unused]] NodeState<Value>& state) {
    if constexpr (Arithmetic::exact || Trace::on) {
      return false;
    } else {
      if (!node.plain || e_.index.forced[id.index()] != Status::scored) return false;
      if (node.child_count == 0) return e_.applicability.applies(id) && items_.plain(id, node, state.value);
      // A node with a part that has a mark applies.
      if (!combine_.plain(id, node, state.value, anew_)) return false;
      items_.clamp_low(node, state.value);
      items_.clamp_high(node.highest, state.value);
      return true;
    }
  }

  void become_usual(const NodeProgram& node, NodeState<Value>& state) {
    state.status = Status::scored;
    state.applicable = state.complete = state.whole = true;
    state.possible = node.full ? a_.scaled9(node.full->scaled()) : Value{};
    state.completion = a_.scaled9(Factor::unit);
  }

  Status status_and_value(NodeId id, const NodeProgram& node, NodeState<Value>& state) {
    if (!e_.applicability.applies(id)) return Status::not_applicable;
    if (node.child_count == 0) return items_.mark(id, state.value);
    if (e_.index.forced[id.index()] != Status::scored) return e_.index.forced[id.index()];
    auto outcome = combine_.run(id);
    if (outcome.status == Status::scored) {
      state.value = std::move(outcome.value);
      state.possible = std::move(outcome.possible);
      state.whole = outcome.whole;
      items_.clamp_low(node, state.value);
      items_.clamp_high(node.highest, state.value);
    }
    return outcome.status;
  }

  /// 完成度, from what is below.
  void complete(const NodeProgram& node, NodeState<Value>& state) {
    state.completion = a_.scaled9(Factor::unit);
    state.complete = true;
    if (node.child_count == 0) {
      state.applicable = state.status != Status::not_applicable;
      state.complete = state.status != Status::not_observed;
      if (!state.complete) state.completion = Value{};
      return;
    }
    state.applicable = false;
    const std::size_t first = node.first_child.index();
    const std::size_t last = first + node.child_count;
    for (std::size_t c = first; c < last; ++c) {
      const NodeState<Value>& child = e_.state.nodes[c];
      if (!child.applicable) continue;
      state.applicable = true;
      state.complete = state.complete && child.complete;
    }
    if (state.complete) return;
    Value observed{};
    std::int64_t weights = 0;
    for (std::size_t c = first; c < last; ++c) {
      const NodeState<Value>& child = e_.state.nodes[c];
      if (!child.applicable) continue;
      const std::int64_t weight = e_.program.links[c].completion_weight;
      observed = a_.add(observed, a_.times(child.completion, weight));
      weights += weight;
    }
    if (weights != 0) state.completion = a_.ratio(observed, 1, weights);
    state.complete = a_.is_one(state.completion);
  }

  void aimed_and_rounded(const NodeProgram& node, NodeState<Value>& state) {
    for (const Aimed& aimed : node.penalties) {
      const Value& penalty = e_.state.penalties[aimed.slot];
      if (a_.is_zero(penalty)) continue;
      state.value = a_.sub(state.value, penalty);
      if constexpr (Trace::on) {
        Step& step = e_.trace.add(StepKind::penalty, a_.negative(penalty));
        step.other = aimed.item;
        step.rule = e_.node(aimed.item).rules[aimed.rule].index;
      }
    }
    if (!node.penalties.empty()) items_.clamp_low(node, state.value);
    best_grade_ = 0;
    for (const Aimed& aimed : node.vetoes) {
      const std::uint32_t row = e_.state.veto_rows[aimed.slot];
      if (row == no_veto) continue;
      const VetoEffect& effect = e_.program.vetoes[aimed.slot];
      hold_under(effect.ceiling, effect.grade, aimed.item, row, e_.node(aimed.item).rules[aimed.rule].index, state);
    }
    for (const CeilingProgram& ceiling : node.ceilings) {
      if (!e_.holds(ceiling.when)) continue;
      hold_under(ceiling.ceiling, ceiling.grade, ceiling.when.node, no_row, no_rule, state);
    }
    if (node.round) {
      Value rounded = a_.rounded(state.value, *node.round);
      if constexpr (Trace::on) {
        const Value change = a_.sub(rounded, state.value);
        if (!a_.is_zero(change)) e_.trace.add(StepKind::rounded, change);
      }
      state.value = std::move(rounded);
    }
  }

  void hold_under(const std::optional<Points>& ceiling, std::uint16_t grade, NodeId by, std::uint32_t row,
                  std::uint32_t rule, NodeState<Value>& state) {
    if (grade != 0xFFFF) {
      best_grade_ = std::max(best_grade_, grade);
      if constexpr (Trace::on) {
        Step& step = e_.trace.add(StepKind::grade_ceiling);
        step.other = by;
        step.row = row;
        step.rule = rule;
        step.detail = grade;
      }
    }
    if (!ceiling) return;
    Value limit = a_.scaled9(ceiling->scaled());
    if (a_.compare(state.value, limit) <= 0) return;
    if constexpr (Trace::on) {
      Step& step = e_.trace.add(StepKind::ceiling, a_.sub(limit, state.value));
      step.other = by;
      step.row = row;
      step.rule = rule;
    }
    state.value = std::move(limit);
  }

  /// `only_mark`: the other columns hold what they must already. Each is a cache line.
  void report(NodeId id, const NodeProgram& node, const NodeState<Value>& state, bool only_mark) {
    constexpr MarkRounding nine{Rounding::half_up, 9};
    Reported& reported = e_.state.reported;
    const std::size_t at = id.index();
    if (!only_mark) {
      reported.status[at] = state.status;
      reported.possible[at] =
          state.whole ? node.full.value_or(Points{}) : Points::from_scaled(round(id, state.possible, nine));
      reported.completion[at] = state.complete ? Factor::of(1) : Factor::from_scaled(round(id, state.completion, nine));
      reported.grades[at] = no_grade;
      reported.marks[at] = Points{};
      if (state.status != Status::scored) return;
    }
    const Points mark = Points::from_scaled(round(id, state.value, e_.program.framework.marks));
    reported.marks[at] = mark;
    if (!node.graded) return;
    reported.grades[at] = no_grade;
    const GradeIndex grade = grade_of(e_.program, node, mark);
    if (grade == no_grade) return;
    if constexpr (Trace::on) e_.trace.add(StepKind::grade).detail = grade;
    reported.grades[at] = std::max(grade, best_grade_);
  }

  std::int64_t round(NodeId id, const Value& value, MarkRounding rounding) {
    if constexpr (Arithmetic::exact) {
      try {
        return a_.round9(value, rounding);
      } catch (const OverflowError&) {
        e_.problems.error(e_.place("", no_row), messages::mark_range, {e_.node(id).code});
        return 0;
      }
    } else {
      return a_.round9(value, rounding);
    }
  }

  Evaluation<Arithmetic, Trace>& e_;
  Arithmetic& a_;
  Items<Arithmetic, Trace> items_;
  Combine<Arithmetic, Trace> combine_;
  bool anew_;
  GradeIndex best_grade_ = 0;
};

}  // namespace aedile::detail
