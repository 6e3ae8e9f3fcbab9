#pragma once
/// Measuring rules: the mark that an item starts from, out of readings and checks.

#include "core/int128.h"
#include "scoring/evaluation.h"
#include "scoring/irrational.h"

namespace aedile::detail {

/// Whether a result passes (1), does not (0), or says nothing (−1: not observed, −2: not applicable).
inline int verdict(CheckResult result) {
  switch (result) {
    case CheckResult::pass:
    case CheckResult::fixed:
      return 1;
    case CheckResult::fail:
    case CheckResult::error:
    case CheckResult::unknown:
      return 0;
    case CheckResult::not_applicable:
      return -2;
    case CheckResult::not_checked:
    case CheckResult::not_selected:
    case CheckResult::informational:
    case CheckResult::unscored:
      break;
  }
  return -1;
}

template <class Arithmetic, class Trace>
class Measures {
 public:
  using Value = typename Arithmetic::Value;
  struct Outcome {
    Status status = Status::not_observed;
    Value mark{};
  };

  Measures(Evaluation<Arithmetic, Trace>& evaluation, NodeId item, const RuleProgram& rule)
      : e_(evaluation),
        a_(evaluation.arithmetic),
        item_(item),
        rule_(rule),
        full_scaled_(e_.node(item).full ? e_.node(item).full->scaled() : 0) {}

  Outcome mark() {
    switch (rule_.kind) {
      case RuleKind::checklist:
        return checklist(std::get<Checklist>(*rule_.source));
      case RuleKind::bands:
        return bands(std::get<Bands>(*rule_.source));
      case RuleKind::rate:
        return rate(std::get<Rate>(*rule_.source));
      case RuleKind::progress:
        return progress(std::get<Progress>(*rule_.source));
      case RuleKind::letters:
        return letters();
      case RuleKind::custom:
        return custom(std::get<Custom>(*rule_.source));
      default:
        throw ContractError("Measures: a rule that does not measure");
    }
  }

 private:
  Value full() const { return a_.scaled9(full_scaled_); }
  static Outcome scored(Value mark) { return {Status::scored, std::move(mark)}; }

  Outcome checklist(const Checklist& list) {
    // What is known of each criterion; for a list without criteria, of the item itself.
    const std::size_t size = list.criteria.empty() ? 1 : list.criteria.size();
    int128 passed = 0, failed = 0;
    std::size_t checked = 0, not_applicable = 0;
    bool all_passed = true;
    for (std::size_t c = 0; c < size; ++c) {
      const std::uint16_t criterion = list.criteria.empty() ? no_criterion : static_cast<std::uint16_t>(c);
      const std::int64_t weight = list.criteria.empty() ? 1 : list.criteria[c].weight.scaled();
      const Check* check = find_check(criterion);
      const int said = check ? verdict(check->result) : -1;
      if constexpr (Trace::on) {
        if (check) {
          Step& step = add(StepKind::check);
          step.row = check->row;
          step.detail = criterion;
        }
      }
      if (said == -2) ++not_applicable;
      if (said >= 0) ++checked;
      const bool pass = said == 1;
      const bool fail = said == 0 || (said == -1 && list.unchecked_fails);
      if (pass) passed += weight;
      if (fail) failed += weight;
      if (fail && weight != 0) all_passed = false;
    }
    if (not_applicable == size) return {Status::not_applicable, {}};
    if (checked == 0 || passed + failed == 0) return {};
    if (list.mode == Checklist::Mode::all) return scored(all_passed ? full() : Value{});
    return scored(a_.ratio_wide(full(), passed, passed + failed));
  }

  const Check* find_check(std::uint16_t criterion) const {
    for (std::uint32_t c = e_.index.first_check[item_.index()]; c != end_of_list; c = e_.index.next_check[c])
      if (e_.observations.checks[c].criterion == criterion) return &e_.observations.checks[c];
    return nullptr;
  }

  /// The reading in that position of the rule's list; noted in the trace.
  const Reading* reading(std::size_t position) {
    const Reading* found = e_.reading(item_, rule_.readings[position]);
    if constexpr (Trace::on) {
      if (found && !found->is_label) {
        Step& step = add(StepKind::reading);
        step.row = found->row;
        step.detail = found->name;
        step.factor = Rational(found->quantity);
      }
    }
    return found;
  }

  Outcome bands(const Bands& rule) {
    std::int64_t total = 0, largest = 0, smallest = 0;
    for (std::size_t i = 0; i < rule_.readings.size(); ++i) {
      const Reading* found = reading(i);
      if (!found) return {};
      const std::int64_t value = found->quantity.scaled();
      if (__builtin_add_overflow(total, value, &total)) {
        e_.problem_reading(item_, *found, messages::reading_total_range);
        return {};
      }
      largest = i == 0 ? value : std::max(largest, value);
      smallest = i == 0 ? value : std::min(smallest, value);
    }
    for (std::size_t b = 0; b < rule.bands.size(); ++b) {
      const Bands::Band& band = rule.bands[b];
      if (!band.total.contains(Quantity::from_scaled(total)) ||
          !band.largest.contains(Quantity::from_scaled(largest)) ||
          !band.smallest.contains(Quantity::from_scaled(smallest)))
        continue;
      if constexpr (Trace::on) add(StepKind::band).detail = static_cast<std::uint32_t>(b);
      return scored(a_.scaled9(band.points.scaled()));
    }
    if (!rule.otherwise) return {};  // the validator lets no gap pass
    if constexpr (Trace::on) add(StepKind::band);
    return scored(a_.scaled9(rule.otherwise->scaled()));
  }

  Outcome rate(const Rate& rule) {
    const Reading* above = reading(0);
    const bool counted = rule_.readings.size() > 1;
    const Reading* below = counted ? reading(1) : nullptr;
    if (!above || (counted && !below)) return {};
    if (above->quantity.scaled() < 0) return refused(*above, messages::negative_reading);
    const std::int64_t k = above->quantity.scaled();
    std::int64_t n = Quantity::of(100).scaled();  // a percentage is k out of 100
    if (counted) {
      n = below->quantity.scaled();
      if (n < 0) return refused(*below, messages::negative_reading);
      if (k > n) return refused(*above, messages::reading_above_sample, e_.node(item_).readings[below->name]);
      note_interval(rule, above->quantity, below->quantity);
      if (n < minimum(rule)) {
        if (rule.small_sample == Rate::SmallSample::not_observed) return {};
        if (rule.small_sample == Rate::SmallSample::zero) return scored({});
        if (rule.small_sample == Rate::SmallSample::full_marks) return scored(full());
      }
      if (n == 0) return {};
    }
    const Value per_cent = a_.ratio(a_.scaled9(Points::of(100).scaled()), k, n);
    const Value target = a_.ratio(a_.scaled9(Points::unit), rule.target.scaled(), Quantity::unit);
    if constexpr (Trace::on) add(StepKind::rate).factor = per_cent;
    if (a_.compare(per_cent, target) >= 0) return scored(full());
    if (!rule.points_per_point) {
      // full · (k ÷ n) ÷ (target ÷ 100)
      return scored(a_.ratio(a_.ratio(full(), k, n), Quantity::of(100).scaled(), rule.target.scaled()));
    }
    Value missing = a_.sub(target, per_cent);
    if (rule.step != Rate::Step::exact)
      missing = a_.rounded(missing, {rule.step == Rate::Step::started ? Rounding::up : Rounding::down, 0});
    return scored(a_.sub(full(), a_.ratio(missing, rule.points_per_point->scaled(), Points::unit)));
  }

  static std::int64_t minimum(const Rate& rule) {
    std::int64_t scaled = 0;
    return __builtin_mul_overflow(rule.minimum_sample, Quantity::unit, &scaled) ? INT64_MAX : scaled;
  }

  Outcome refused(const Reading& at, const Message& message, std::string other = {}) {
    e_.problem_reading(item_, at, message, std::move(other));
    return {};
  }

  void note_interval([[maybe_unused]] const Rate& rule, [[maybe_unused]] Quantity k, [[maybe_unused]] Quantity n) {
    if constexpr (Trace::on) {
      if (n.scaled() <= 0) return;
      const auto [low, high] = wilson_interval(Rational(k), Rational(n), rule.confidence);
      add(StepKind::interval_low).factor = low;
      add(StepKind::interval_high).factor = high;
    }
  }

  /// What plan and time expect on that day, as a fraction of quantities in their smallest step.
  static std::pair<int128, int128> expected(const Progress& rule, Date day) {
    Date from = rule.start;
    std::int64_t before = 0;
    for (const Progress::Milestone& milestone : rule.milestones) {
      if (day < milestone.by) {
        if (rule.between == Progress::Between::step || day <= from) return {before, 1};
        const std::int64_t span = milestone.by.days_since(from);
        return {int128{before} * span + int128{milestone.plan.scaled() - before} * day.days_since(from), span};
      }
      from = milestone.by;
      before = milestone.plan.scaled();
    }
    return {before, 1};
  }

  Outcome progress(const Progress& rule) {
    const Reading* actual = reading(0);
    if (!actual) return {};
    if (!e_.visit.date) {
      e_.problems.error(e_.place("/date", no_row), messages::missing_date, {e_.node(item_).code});
      return {};
    }
    const auto [above, below] = expected(rule, *e_.visit.date);
    if constexpr (Trace::on) {
      add(StepKind::expected).factor = a_.fraction(above, int128{below} * Quantity::unit);
    }
    const int128 done = int128{actual->quantity.scaled()} * below;
    if (above == 0 || done >= above) return scored(full());  // where nothing is expected yet, anything will do
    return scored(a_.ratio_wide(full(), done, above));
  }

  Outcome letters() {
    const Reading* found = reading(0);
    if (!found) return {};
    const std::int64_t share = rule_.shares[found->label - 1];
    if constexpr (Trace::on) {
      Step& step = add(StepKind::letter);
      step.row = found->row;
      step.detail = found->label - 1;
      if (share >= 0) step.factor = Rational(Factor::from_scaled(share));
    }
    if (share == RuleProgram::label_not_applicable) return {Status::not_applicable, {}};
    if (share < 0) return {};
    return scored(a_.ratio(full(), share, Factor::unit));
  }

  Outcome custom(const Custom& rule) {
    std::vector<Finding> findings;
    std::vector<Reading> readings;
    std::vector<Check> checks;
    const auto by_row = [](const auto& a, const auto& b) { return a.row < b.row; };
    e_.for_each_finding(item_, [&](const Finding& finding) { findings.push_back(finding); });
    for (std::uint32_t r = e_.index.first_reading[item_.index()]; r != end_of_list; r = e_.index.next_reading[r])
      readings.push_back(e_.observations.readings[r]);
    for (std::uint32_t c = e_.index.first_check[item_.index()]; c != end_of_list; c = e_.index.next_check[c])
      checks.push_back(e_.observations.checks[c]);
    std::stable_sort(findings.begin(), findings.end(), by_row);
    std::stable_sort(readings.begin(), readings.end(), by_row);
    std::stable_sort(checks.begin(), checks.end(), by_row);
    const CustomMark mark =
        rule_.custom->mark({Points::from_scaled(full_scaled_), rule.parameters, e_.visit, findings, readings, checks});
    if constexpr (Trace::on) add(StepKind::custom).ground = mark.ground;
    if (!mark.mark) return {};
    return scored(a_.rational(*mark.mark));
  }

  Step& add(StepKind kind) {
    Step& step = e_.trace.add(kind);
    step.rule = rule_.index;
    return step;
  }

  Evaluation<Arithmetic, Trace>& e_;
  Arithmetic& a_;
  NodeId item_;
  const RuleProgram& rule_;
  std::int64_t full_scaled_;
};

}  // namespace aedile::detail
