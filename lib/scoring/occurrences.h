#pragma once
/// Points per occurrence: filter → modifiers → once → free → sum → divide → scale → cap.

#include <algorithm>

#include "scoring/evaluation.h"

namespace aedile::detail {

inline ValueCode code_at(const Program& program, const Finding& finding, std::size_t slot) {
  const ValueCode code = finding.values[slot];
  return code != 0 ? code : program.default_codes[slot];
}

inline bool matches(const Program& program, const FilterProgram& filter, const Finding& finding) {
  for (const TestProgram& test : filter) {
    const ValueCode code = code_at(program, finding, test.slot);
    if (!std::binary_search(test.codes.begin(), test.codes.end(), code)) return false;
  }
  return true;
}

inline std::int64_t points_of(const Program& program, const PointsLookup& lookup, const Finding& finding) {
  if (lookup.axes.empty()) return lookup.otherwise;
  std::size_t at = 0;
  for (const PointsLookup::Axis& axis : lookup.axes) {
    const ValueCode code = code_at(program, finding, axis.slot);
    if (code == 0 || code > axis.size) return lookup.otherwise;
    at = at * axis.size + (code - 1);
  }
  return lookup.cells[at];
}

template <class Arithmetic, class Trace>
class Occurrences {
 public:
  using Value = typename Arithmetic::Value;

  explicit Occurrences(Evaluation<Arithmetic, Trace>& evaluation)
      : e_(evaluation), a_(evaluation.arithmetic), work_(evaluation.scratch.occurrences) {}

  /// The total; with a trace, one step per finding with amounts signed by `direction` (0: the steps are details).
  Value total(NodeId item, const RuleProgram& rule, int direction) {
    const OccurrenceProgram& each = rule.each;
    item_ = item;
    rule_ = &rule;
    direction_ = direction;
    gather(each);
    if (each.once) keep_dearest(each);
    Value sum{};
    for (const Occurrence<Value>& occurrence : work_) {
      const Value points = a_.times(occurrence.points, occurrence.count);
      sum = a_.add(sum, points);
      if constexpr (Trace::on) note_occurrence(occurrence, points);
    }
    if (each.free != 0) sum = forgive(each, sum);
    if (each.divide_by && !work_.empty()) sum = divide(each, sum);
    if (each.scale_reading) sum = scale(each, sum);
    if (each.cap && a_.compare(sum, a_.scaled9(each.cap->scaled())) > 0) {
      const Value cap = a_.scaled9(each.cap->scaled());
      note(StepKind::capped, a_.sub(cap, sum));
      sum = cap;
    }
    return sum;
  }

 private:
  void gather(const OccurrenceProgram& each) {
    work_.clear();
    e_.for_each_finding(item_, [&](const Finding& finding) {
      if (finding.count == 0 || !matches(e_.program, each.when, finding)) return;
      const std::int64_t scaled = points_of(e_.program, each.points, finding);
      if (scaled == PointsLookup::absent) {
        e_.problem_no_points(item_, *rule_, finding);
        return;
      }
      Value points = a_.scaled9(scaled);
      for (const ModifierProgram& modifier : each.modifiers) {
        if (!matches(e_.program, modifier.when, finding)) continue;
        points = a_.add(a_.ratio(points, modifier.times_scaled, Factor::unit), a_.scaled9(modifier.plus_scaled));
        if (a_.sign(points) < 0) points = Value{};
      }
      work_.push_back({&finding, points, finding.count});
    });
  }

  int compare_keys(const OccurrenceProgram& each, const Finding& a, const Finding& b) const {
    for (const std::uint8_t slot : each.once_slots) {
      const ValueCode x = code_at(e_.program, a, slot);
      const ValueCode y = code_at(e_.program, b, slot);
      if (x != y) return x < y ? -1 : 1;
    }
    return 0;
  }

  /// Of findings that agree in the key only the dearest counts, once; of equally dear ones the first row.
  void keep_dearest(const OccurrenceProgram& each) {
    std::sort(work_.begin(), work_.end(), [&](const Occurrence<Value>& a, const Occurrence<Value>& b) {
      const int key = compare_keys(each, *a.finding, *b.finding);
      if (key != 0) return key < 0;
      const int points = a_.compare(a.points, b.points);
      return points != 0 ? points > 0 : a.finding->row < b.finding->row;
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < work_.size(); ++i) {
      if (kept != 0 && compare_keys(each, *work_[kept - 1].finding, *work_[i].finding) == 0) {
        if constexpr (Trace::on) {
          Step& step = add(StepKind::duplicate, {});
          step.row = work_[i].finding->row;
          step.count = work_[i].finding->count;
        }
        continue;
      }
      work_[kept] = work_[i];
      work_[kept++].count = 1;
    }
    work_.resize(kept);
    if constexpr (Trace::on)
      std::sort(work_.begin(), work_.end(),
                [](const auto& a, const auto& b) { return a.finding->row < b.finding->row; });
  }

  Value forgive(const OccurrenceProgram& each, Value sum) {
    std::sort(work_.begin(), work_.end(), [&](const Occurrence<Value>& a, const Occurrence<Value>& b) {
      return a_.compare(a.points, b.points) < 0;
    });
    std::uint32_t left = each.free;
    Value forgiven{};
    for (const Occurrence<Value>& occurrence : work_) {
      const std::uint32_t count = std::min(left, occurrence.count);
      forgiven = a_.add(forgiven, a_.times(occurrence.points, count));
      left -= count;
      if (left == 0) break;
    }
    if constexpr (Trace::on) {
      if (each.free != left) add(StepKind::forgiven, signed_amount(a_.negative(forgiven))).count = each.free - left;
    }
    return a_.sub(sum, forgiven);
  }

  Value divide(const OccurrenceProgram& each, Value sum) {
    const Quantity* divisor = e_.visit_attribute(*each.divide_by);
    if (!divisor || divisor->scaled() <= 0) {
      e_.problem_divisor(item_, *each.divide_by);
      return {};
    }
    Value divided = a_.ratio(sum, Quantity::unit, divisor->scaled());
    if constexpr (Trace::on) add(StepKind::divided, signed_amount(a_.sub(divided, sum))).factor = Rational(*divisor);
    return divided;
  }

  Value scale(const OccurrenceProgram& each, Value sum) {
    const Reading* reading = e_.reading(item_, *each.scale_reading);
    if (!reading) return sum;
    const std::int64_t factor = each.scale_factors[reading->label - 1];
    Value scaled = a_.ratio(sum, factor, Factor::unit);
    if constexpr (Trace::on) {
      Step& step = add(StepKind::scaled, signed_amount(a_.sub(scaled, sum)));
      step.factor = Rational(Factor::from_scaled(factor));
      step.row = reading->row;
    }
    return scaled;
  }

  void note_occurrence(const Occurrence<Value>& occurrence, const Value& points) {
    if constexpr (Trace::on) {
      Step& step = add(StepKind::occurrence, signed_amount(points));
      step.row = occurrence.finding->row;
      step.count = occurrence.count;
      step.factor = occurrence.points;
      const std::vector<ModifierProgram>& modifiers = rule_->each.modifiers;
      for (std::size_t m = 0; m < modifiers.size(); ++m) {
        if (!matches(e_.program, modifiers[m].when, *occurrence.finding)) continue;
        Step& detail = add(StepKind::modifier, {});
        detail.row = occurrence.finding->row;
        detail.detail = static_cast<std::uint32_t>(m);
        detail.factor = Rational(Factor::from_scaled(modifiers[m].times_scaled));
      }
    }
  }

  void note([[maybe_unused]] StepKind kind, [[maybe_unused]] const Value& amount) {
    if constexpr (Trace::on) add(kind, signed_amount(amount));
  }
  Value signed_amount(const Value& amount) const {
    return direction_ == 0 ? Value{} : direction_ > 0 ? amount : a_.negative(amount);
  }
  Step& add(StepKind kind, const Value& amount) {
    Step& step = e_.trace.add(kind, amount);
    step.rule = rule_->index;
    return step;
  }

  Evaluation<Arithmetic, Trace>& e_;
  Arithmetic& a_;
  std::vector<Occurrence<Value>>& work_;
  NodeId item_;
  const RuleProgram* rule_ = nullptr;
  int direction_ = 0;
};

}  // namespace aedile::detail
