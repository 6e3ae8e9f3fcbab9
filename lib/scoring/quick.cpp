#include "scoring/quick.h"

namespace aedile::detail {

QuickScoring::QuickScoring(const Program& program, const QuickTables& tables)
    : program_(program),
      tables_(tables),
      step_(quick_steps_of_place(program.framework.marks.places)),
      step9_(step_ / quick_steps_of_scaled) {
  taken_.assign(program.nodes.size(), untouched);
  work_.resize(tables.inner.size());
  agenda_.resize(tables.inner.size());
}

void QuickScoring::forget(ObservationIndex& index) {
  for (const std::uint32_t at : by_rules_) index.first_finding[at] = end_of_list;
  for (const std::uint32_t at : by_table_) taken_[at] = untouched;
  by_table_.clear();
  by_rules_.clear();
  std::fill(work_.begin(), work_.end(), Work{});
  agenda_.clear();
}

bool QuickScoring::score(const QuickProfile& profile, const Visited& visited) {
  if (!tables_.fits) return false;
  changes_.clear();
  ignored_ = 0;
  bool decided = take(profile, visited);
  if (decided) {
    for (const std::uint32_t at : by_table_) score_by_table(at);
    decided = by_rules_.empty() || score_by_rules(visited);
    by_table_.clear();
  }
  if (decided) agenda_.drain([&](std::size_t at) { decided = score_mean(profile.means[at], work_[at]) && decided; });
  for (const std::uint32_t at : by_rules_) visited.index.first_finding[at] = end_of_list;
  by_rules_.clear();
  if (!decided) forget(visited.index);
  return decided;
}

/// The findings, in whatever order: sums are exact.
bool QuickScoring::take(const QuickProfile& profile, const Visited& visited) {
  const std::size_t nodes = taken_.size();
  std::uint32_t position = 0;
  for (const Finding& finding : visited.seen.findings) {
    const std::size_t at = finding.item.index();
    if (at >= nodes) return false;
    switch (profile.ways[at]) {
      case QuickWay::none:
        return false;
      case QuickWay::not_applicable:
        if (!visited.ignore_not_applicable) return false;
        ++ignored_;
        break;
      case QuickWay::by_table: {
        const QuickItem& item = tables_.items[at];
        ValueCode code = finding.values[item.slot];
        if (code == 0) code = item.default_code;
        // Code 0 wraps to where there is no cell.
        const std::int64_t points = code - 1 < item.size ? item.cells[code - 1] : item.otherwise;
        std::int64_t& taken = taken_[at];
        if (taken == untouched) {
          taken = 0;
          by_table_.push_back(static_cast<std::uint32_t>(at));
        }
        std::int64_t all = 0;
        if (points < 0 || __builtin_mul_overflow(points, std::int64_t{finding.count}, &all) ||
            __builtin_add_overflow(taken, all, &taken))
          return false;
        break;
      }
      case QuickWay::by_rules: {
        ObservationIndex& index = visited.index;
        if (index.next_finding.size() <= position) index.next_finding.resize(visited.seen.findings.size());
        if (index.first_finding[at] == end_of_list) by_rules_.push_back(static_cast<std::uint32_t>(at));
        index.next_finding[position] = index.first_finding[at];
        index.first_finding[at] = position;
        break;
      }
    }
    ++position;
  }
  return true;
}

void QuickScoring::score_by_table(std::uint32_t at) {
  const QuickItem& item = tables_.items[at];
  const std::int64_t taken = std::min(taken_[at], item.most);
  taken_[at] = untouched;
  if (taken == 0) return;
  const auto value = static_cast<std::uint64_t>(item.full - taken);
  const std::uint64_t steps = (value + step9_ / 2) / step9_ * step9_;
  changes_.push_back({at, false, no_grade, Points::from_scaled(static_cast<std::int64_t>(steps))});
  tell(item.parent, int128{-taken * quick_steps_of_scaled} * item.share, 0);
}

/// Items by the general rules, as Evaluator does them.
bool QuickScoring::score_by_rules(const Visited& visited) {
  GuardedArithmetic arithmetic;
  NoTrace trace;
  Diagnostics problems;
  Evaluation<GuardedArithmetic, NoTrace> evaluation{
      program_,   visited.applicability, visited.visit, visited.seen, visited.index,
      arithmetic, visited.state,         trace,         problems,     scratch_};
  Items<GuardedArithmetic, NoTrace> items(evaluation);
  for (const std::uint32_t at : by_rules_) {
    const NodeProgram& item = program_.nodes[at];
    Guarded value;
    items.mark(NodeId{at}, value);
    if (item.aims && !hold_under(visited, item)) return false;
    const std::optional<std::int64_t> before = quick_exactly(visited.state.nodes[at].value);
    const std::optional<std::int64_t> now = quick_exactly(value);
    const QuickItem& quick = tables_.items[at];
    if (!before || !now || *now > quick.full * quick_steps_of_scaled) return false;
    if (*now == *before) continue;
    std::int64_t steps = 0;
    rounded(*now, step_, 0, steps);
    changes_.push_back({at, false, no_grade, Points::from_scaled(steps / quick_steps_of_scaled)});
    tell(quick.parent, int128{*now - *before} * quick.share, 0);
  }
  return !arithmetic.undecided() && problems.empty();
}

/// What the vetoes of an item say, taken out of the state of the baseline, which knows of none.
bool QuickScoring::hold_under(const Visited& visited, const NodeProgram& item) {
  bool fits = true;
  for (const RuleProgram& rule : item.rules) {
    if (rule.kind != RuleKind::veto || visited.state.veto_rows[rule.slot] == no_veto) continue;
    visited.state.veto_rows[rule.slot] = no_veto;
    const VetoEffect& effect = program_.vetoes[rule.slot];
    const std::uint32_t on = tables_.inner_of[rule.on.index()];
    Work& work = work_[on];
    if (effect.grade != 0xFFFF) work.best_grade = std::max(work.best_grade, effect.grade);
    if (effect.ceiling) {
      const std::int64_t ceiling = effect.ceiling->scaled();
      fits = fits && ceiling >= 0;
      if (ceiling <= quick_most_points * Points::unit)
        work.ceiling = std::min(work.ceiling, ceiling * quick_steps_of_scaled);
    }
    agenda_.add(on);
  }
  return fits;
}

/// Half up, to a multiple of `to`; false where the error leaves it open.
bool QuickScoring::rounded(std::int64_t value, std::uint64_t to, std::uint64_t error, std::int64_t& steps) const {
  const std::uint64_t raised = static_cast<std::uint64_t>(value) + to / 2;
  const std::uint64_t rest = raised % to;
  steps = static_cast<std::int64_t>(raised - rest);
  // The boundary lies at rest 0; an error as large as `to` leaves everything open.
  return error == 0 || (rest > error && to - rest > error);
}

bool QuickScoring::score_mean(const QuickMean& mean, Work& work) {
  const int128 sum = mean.sum + work.change;
  const Division division = divide_briefly(static_cast<uint128>(sum), static_cast<std::uint64_t>(mean.divisor));
  auto value = static_cast<std::int64_t>(division.quotient);
  bool exact = division.rest == 0 && mean.inexact + work.inexact == 0;
  std::uint64_t error = exact ? 0 : mean.error;
  if (work.ceiling != no_ceiling) {
    const std::int64_t over = value - work.ceiling;
    if (error != 0 && static_cast<std::uint64_t>(over < 0 ? -over : over) <= error) return false;
    if (over > 0) {
      value = work.ceiling;
      exact = true;
      error = 0;
    }
    work.ceiling = no_ceiling;
  }
  if (mean.round_to != 0) {
    if (!rounded(value, mean.round_to, error, value)) return false;
    exact = true;
    error = 0;
  }
  std::int64_t steps = 0;
  if (!rounded(value, step_, error, steps)) return false;
  const Points mark = Points::from_scaled(steps / quick_steps_of_scaled);
  GradeIndex grade = no_grade;
  if (mean.graded) {
    grade = grade_of(program_, program_.nodes[mean.id], mark);
    if (grade != no_grade) grade = std::max(grade, work.best_grade);
  }
  work.change = 0;
  work.inexact = 0;
  work.best_grade = 0;
  changes_.push_back({mean.id, mean.graded, grade, mark});
  if (mean.parent != no_inner) tell(mean.parent, int128{value - mean.value} * mean.share, int{mean.exact} - int{exact});
  return true;
}

}  // namespace aedile::detail
