#pragma once
/// The mark of an inner node out of its parts (aggregation.h), then what its other children add or take off.

#include "core/unreduced.h"
#include "scoring/evaluation.h"
#include "scoring/irrational.h"

namespace aedile::detail {

/// What the parts of a plain node come to. False where that does not go by one division.
[[gnu::always_inline]] inline bool plain_mean(GuardedArithmetic& arithmetic, const NodeProgram& node,
                                              const PartsSum& parts, Guarded& value) {
  WeightedSum total = parts.total;
  total.change(parts.changes);
  if (total.wide) return false;
  Guarded mean = arithmetic.sum(total);
  if (node.aggregation.by != Aggregator::sum) {
    std::int64_t denominator = 0;
    // Where no part is left, neither is a weight.
    if (parts.weights == 0 || __builtin_mul_overflow(node.share_denominator, parts.weights, &denominator)) return false;
    mean = arithmetic.ratio(mean, node.share_numerator, denominator);
  }
  value = arithmetic.add(mean, GuardedArithmetic::scaled9(node.aggregation.base.scaled()));
  return true;
}

template <class Arithmetic, class Trace>
class Combine {
 public:
  using Value = typename Arithmetic::Value;
  struct Outcome {
    Status status = Status::scored;
    Value value{};
    Value possible{};
    bool whole = true;
  };

  explicit Combine(Evaluation<Arithmetic, Trace>& evaluation)
      : e_(evaluation), a_(evaluation.arithmetic), parts_(evaluation.scratch.parts) {}

  /// The common case: every part has its mark out of its full marks, or does not apply and leaves the mean. False, with
  /// nothing done, otherwise. `keep`: there was no observation, and what parts sum to is to be remembered.
  bool plain(NodeId id, const NodeProgram& node, Value& value, bool keep) {
    PartsSum& known = e_.sums[id.index()];
    if (known.known && !known.spoiled) return plain_mean(a_, node, known, value);
    PartsSum now;
    if (!sum_plainly(node, now)) return false;
    if (now.total.wide) return false;
    if (keep) {
      known = now;
      known.known = true;
    }
    return plain_mean(a_, node, now, value);
  }

  Outcome run(NodeId id) {
    node_ = &e_.node(id);
    full_ = node_->full ? a_.scaled9(node_->full->scaled()) : Value{};
    Outcome outcome{Status::scored, {}, full_};
    if (!node_->has_parts) {
      if (!any_child_scored()) return {without_parts(), {}, full_};
      outcome.value = base();
    } else {
      collect();
      if (blocked_ && !all_not_applicable_) {
        if constexpr (Trace::on) e_.trace.add(StepKind::not_scored);
        return {Status::not_observed, {}, full_};
      }
      const bool combined = node_->aggregation.by == Aggregator::sum ? sum(outcome) : shares(outcome.value);
      if (!combined && !degenerate(outcome)) return outcome;
    }
    others(outcome.value);
    return outcome;
  }

 private:
  using Part = detail::Part<Value>;

  bool sum_plainly(const NodeProgram& node, PartsSum& sum) {
    const std::size_t first = node.first_child.index();
    const std::size_t last = first + node.child_count;
    for (std::size_t c = first; c < last; ++c) {
      const NodeState<Value>& part = e_.state.nodes[c];
      if (node.plain_skips && part.status == Status::not_applicable && !part.applicable) continue;
      if (!part.usual() || !part.applicable) return false;
      add_share(a_, sum.total, node, e_.program.links[c], part.value);
      sum.weights += e_.program.links[c].weight;
    }
    return true;
  }

  template <class Visitor>
  void for_each_child(Visitor visitor) {
    const std::size_t first = node_->first_child.index();
    for (std::size_t c = first; c < first + node_->child_count; ++c) visitor(NodeId{c}, e_.program.links[c]);
  }

  bool any_child_scored() {
    bool any = false;
    for_each_child([&](NodeId id, const Link&) { any = any || e_.at(id).status == Status::scored; });
    return any;
  }
  Status without_parts() {
    bool all = true;
    for_each_child([&](NodeId id, const Link&) { all = all && e_.at(id).status == Status::not_applicable; });
    return all ? Status::not_applicable : Status::not_observed;
  }

  Value base() {
    Value value = a_.scaled9(node_->aggregation.base.scaled());
    if constexpr (Trace::on) {
      if (!a_.is_zero(value)) e_.trace.add(StepKind::base, value);
    }
    return value;
  }

  void collect() {
    parts_.clear();
    blocked_ = false;
    all_not_applicable_ = true;
    stretched_ = left_out_ = Value{};
    const Aggregation& aggregation = node_->aggregation;
    const bool weighs = aggregation.by != Aggregator::sum;
    for_each_child([&](NodeId id, const Link& child) {
      if (child.role != Role::part) return;
      const NodeState<Value>& state = e_.at(id);
      if (state.status != Status::not_applicable) all_not_applicable_ = false;
      if (weighs && child.weight == 0) return;
      if (state.status == Status::scored) {
        parts_.push_back({id, state.value, state.possible, child.weight, child.coefficient, child.divisor, child.open,
                          state.whole, false});
        return;
      }
      missing(id, child,
              state.status == Status::not_applicable ? aggregation.not_applicable : aggregation.not_observed);
    });
  }

  void missing(NodeId id, const Link& child, Missing policy) {
    const Value full = a_.scaled9(child.full_scaled);
    switch (policy) {
      case Missing::full_marks:
      case Missing::zero:
        parts_.push_back({id, policy == Missing::zero ? Value{} : full, full, child.weight, child.coefficient,
                          child.divisor, child.open, true, true});
        return;
      case Missing::renormalise:
        stretched_ = a_.add(stretched_, full);
        break;
      case Missing::leave_out:
        left_out_ = a_.add(left_out_, full);
        break;
      case Missing::not_scored:
        blocked_ = true;
        break;
    }
    if constexpr (Trace::on) e_.trace.add(StepKind::missing_part).other = id;
  }

  void note_part([[maybe_unused]] const Part& part, [[maybe_unused]] const Value& amount,
                 [[maybe_unused]] const Value& factor) {
    if constexpr (Trace::on) {
      Step& step = e_.trace.add(part.stand_in ? StepKind::missing_part : StepKind::part, amount);
      step.other = part.id;
      step.factor = factor;
    }
  }

  /// False where there is nothing to sum.
  bool sum(Outcome& outcome) {
    if (parts_.empty()) return false;
    Value marks{}, counted{}, shrunk = left_out_;
    bool some_full = false, some_open = false;
    for (const Part& part : parts_) {
      (part.open ? some_open : some_full) = true;
      marks = a_.add(marks, part.mark);
      counted = a_.add(counted, part.possible);
      if (!part.whole) shrunk = a_.add(shrunk, a_.sub(a_.scaled9(e_.node(part.id).full->scaled()), part.possible));
    }
    const bool stretch = !a_.is_zero(stretched_);
    if ((stretch || (some_full && !some_open)) && a_.is_zero(counted)) return false;
    outcome.value = base();
    if constexpr (Trace::on) {
      const Value once = a_.scaled9(Points::unit);
      for (const Part& part : parts_) note_part(part, part.mark, once);
    }
    if (stretch) {
      const Value renormalised = a_.mul_div(marks, a_.add(counted, stretched_), counted);
      if constexpr (Trace::on) e_.trace.add(StepKind::renormalised, a_.sub(renormalised, marks));
      marks = renormalised;
    }
    if (node_->scale_numerator != node_->scale_denominator) {
      const Value scaled = a_.ratio(marks, node_->scale_numerator, node_->scale_denominator);
      if constexpr (Trace::on) e_.trace.add(StepKind::part_sum, a_.sub(scaled, marks));
      marks = scaled;
      shrunk = a_.ratio(shrunk, node_->scale_numerator, node_->scale_denominator);
    }
    outcome.value = a_.add(outcome.value, marks);
    if (node_->full && !a_.is_zero(shrunk)) {
      // Parts that sum to more than the full marks may leave out more than there is.
      const Value possible = a_.sub(full_, shrunk);
      outcome.possible = a_.sign(possible) > 0 ? possible : Value{};
      outcome.whole = false;
    }
    return true;
  }

  /// Every other aggregator. False where there is nothing to combine.
  bool shares(Value& value) {
    const Aggregation& aggregation = node_->aggregation;
    const bool passes = aggregation.by == Aggregator::count_passes || aggregation.by == Aggregator::all_or_nothing;
    const bool by_shares = aggregation.basis == Basis::shares || passes;
    if (by_shares) std::erase_if(parts_, [&](const Part& part) { return a_.is_zero(part.possible); });
    if (parts_.empty()) return false;
    std::int64_t weights = 0;
    for (const Part& part : parts_) weights += part.weight;
    Value combined{};
    switch (aggregation.by) {
      case Aggregator::sum:
        return false;
      case Aggregator::weighted_mean:
        value = base();
        combined = by_shares ? mean_of_shares(weights) : mean_of_marks(weights);
        value = a_.add(value, combined);
        return true;
      case Aggregator::minimum:
        combined = extreme(by_shares, -1);
        break;
      case Aggregator::maximum:
        combined = extreme(by_shares, +1);
        break;
      case Aggregator::product:
        combined = product(by_shares);
        break;
      case Aggregator::geometric_mean:
        combined = geometric(by_shares);
        break;
      case Aggregator::harmonic_mean:
        combined = harmonic(by_shares, weights);
        break;
      case Aggregator::count_passes:
        combined = a_.ratio(full_, weight_of_passes(), weights);
        break;
      case Aggregator::all_or_nothing:
        combined = weight_of_passes() == weights ? full_ : Value{};
        break;
    }
    value = base();
    if constexpr (Trace::on) {
      for (const Part& part : parts_) note_part(part, Value{}, by_shares ? share(part) : part.mark);
      e_.trace.add(StepKind::combined, combined);
    }
    value = a_.add(value, combined);
    return true;
  }

  Value share(const Part& part) { return a_.mul_div(part.mark, a_.scaled9(Points::unit), part.possible); }

  Value mean_of_marks(std::int64_t weights) {
    Value sum{};
    for (const Part& part : parts_) {
      sum = a_.add(sum, a_.times(part.mark, part.weight));
      if constexpr (Trace::on) note_part(part, a_.ratio(part.mark, part.weight, weights), Value(part.weight, weights));
    }
    return a_.ratio(sum, 1, weights);
  }

  /// full · Σ w (v ÷ p) ÷ Σ w. With guard digits by the coefficients of the program.
  Value mean_of_shares(std::int64_t weights) {
    if constexpr (Arithmetic::exact) {
      Unreduced sum;
      for (const Part& part : parts_) {
        Contribution<Value>* const known = e_.contributions ? &(*e_.contributions)[part.id.index()] : nullptr;
        if (known && known->is_of(weights, part)) {
          sum.plus(known->amount);
          note_part(part, known->amount, known->factor);
          continue;
        }
        Contribution<Value> made{weights, part.mark, part.possible, contribution(part, weights),
                                 Value(part.weight, weights)};
        sum.plus(made.amount);
        note_part(part, made.amount, made.factor);
        if (known && known->weights == 0) *known = std::move(made);
      }
      return sum.value();
    } else {
      Value sum{};
      std::int64_t denominator = 0;
      if (node_->share_denominator == 0 || __builtin_mul_overflow(node_->share_denominator, weights, &denominator))
        return give_up();
      for (const Part& part : parts_) {
        if (!part.whole) return give_up();
        sum = a_.add(sum, a_.ratio(part.mark, part.coefficient, part.divisor));
      }
      return a_.ratio(sum, node_->share_numerator, denominator);
    }
  }

  /// What a part brings into the mean: full · w (v ÷ p) ÷ Σ w.
  Value contribution(const Part& part, std::int64_t weights) const requires Arithmetic::exact {
    Unreduced amount(full_);
    amount.times(part.mark);
    amount.over(part.possible);
    amount.times(part.weight, weights);
    return amount.value();
  }

  Value give_up() {
    a_.give_up();
    return {};
  }

  Value extreme(bool by_shares, int direction) {
    const Part* best = &parts_.front();
    for (const Part& part : parts_) {
      // v ÷ p compared crosswise would need wider numbers; the shares themselves are decided as well or not at all.
      const int order = by_shares ? a_.compare(share(part), share(*best)) : a_.compare(part.mark, best->mark);
      if (order * direction > 0) best = &part;
    }
    return by_shares ? a_.mul_div(full_, best->mark, best->possible) : best->mark;
  }

  Value product(bool by_shares) {
    Value result = by_shares ? full_ : a_.scaled9(Points::unit);
    const Value unit = a_.scaled9(Points::unit);
    for (const Part& part : parts_) result = a_.mul_div(result, part.mark, by_shares ? part.possible : unit);
    return result;
  }

  std::int64_t weight_of_passes() {
    std::int64_t passed = 0;
    for (const Part& part : parts_) {
      const Value needed = a_.ratio(part.possible, node_->aggregation.pass_at.scaled(), Factor::unit);
      if (a_.compare(part.mark, needed) >= 0) passed += part.weight;
    }
    return passed;
  }

  Value harmonic([[maybe_unused]] bool by_shares, [[maybe_unused]] std::int64_t weights) {
    if constexpr (Arithmetic::exact) {
      Value sum{};
      for (const Part& part : parts_) {
        if (part.mark.sign() <= 0) return {};
        sum += (by_shares ? part.possible : Value(1)) / part.mark * part.weight;
      }
      return (by_shares ? full_ : Value(1)) * weights / sum;
    } else {
      return give_up();
    }
  }

  Value geometric([[maybe_unused]] bool by_shares) {
    if constexpr (Arithmetic::exact) {
      std::vector<std::pair<Rational, std::int64_t>> factors;
      for (const Part& part : parts_) {
        if (part.mark.sign() <= 0) return {};
        factors.emplace_back(by_shares ? Value(part.mark / part.possible) : part.mark, part.weight);
      }
      return geometric_mean(by_shares ? full_ : Value(1), factors,
                            node_->round ? *node_->round : e_.program.framework.marks);
    } else {
      return give_up();
    }
  }

  /// Nothing to combine: the one answer that the node states. False if that is no mark.
  bool degenerate(Outcome& outcome) {
    const Degenerate answer = node_->aggregation.degenerate;
    if (answer == Degenerate::not_scored) {
      outcome.status = all_not_applicable_ ? Status::not_applicable : Status::not_observed;
      outcome.possible = full_;
      return false;
    }
    outcome.value = answer == Degenerate::full_marks ? full_ : Value{};
    outcome.possible = full_;
    if constexpr (Trace::on) e_.trace.add(StepKind::degenerate, outcome.value);
    return true;
  }

  void others(Value& value) {
    for_each_child([&](NodeId id, const Link& child) {
      const NodeState<Value>& state = e_.at(id);
      if (child.role == Role::part || state.status != Status::scored) return;
      const bool adds = child.role == Role::adds;
      value = adds ? a_.add(value, state.value) : a_.sub(value, state.value);
      if constexpr (Trace::on) {
        Step& step = adds ? e_.trace.add(StepKind::adds, state.value)
                          : e_.trace.add(StepKind::deducts, a_.negative(state.value));
        step.other = id;
      }
    });
  }

  Evaluation<Arithmetic, Trace>& e_;
  Arithmetic& a_;
  const NodeProgram* node_ = nullptr;
  Value full_{};
  std::vector<Part>& parts_;
  bool blocked_ = false, all_not_applicable_ = true;
  Value stretched_{}, left_out_{};
};

}  // namespace aedile::detail
