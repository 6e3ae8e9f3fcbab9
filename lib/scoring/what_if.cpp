/// What findings cost: every answer is a scoring of the visit without some of them.

#include "aedile/scoring/what_if.h"

#include <algorithm>

namespace aedile {

namespace {

/// Scores the visit with some of its findings left out; one scorer and one card for all questions.
class Rescorer {
 public:
  Rescorer(const CompiledFramework& framework, const Applicability& applicability, const Visit& visit,
           const Observations& observations, ScoreOptions options)
      : scorer_(framework, options), applicability_(applicability), visit_(visit), observations_(observations) {
    kept_.reserve(observations.findings.size());
  }

  /// Problems of the visit as it is; without them no part of its findings has any.
  Diagnostics score_all() { return scorer_.score_into(applicability_, visit_, observations_, card_); }

  /// The card of the findings for which `is_fixed(position)` is false, until the next call.
  template <class IsFixed>
  const Scorecard& without(IsFixed is_fixed) {
    kept_.clear();
    for (std::size_t i = 0; i < observations_.findings.size(); ++i)
      if (!is_fixed(i)) kept_.push_back(observations_.findings[i]);
    const Diagnostics problems =
        scorer_.score_into(applicability_, visit_, {kept_, observations_.readings, observations_.checks}, card_);
    if (problems.has_errors()) throw ContractError("what_if: fewer findings brought a problem that all did not have");
    return card_;
  }

  const Scorecard& card() const { return card_; }

 private:
  Scorer scorer_;
  const Applicability& applicability_;
  const Visit& visit_;
  const Observations& observations_;
  std::vector<Finding> kept_;
  Scorecard card_;
};

Points gain_of(const std::optional<Points>& after, const std::optional<Points>& before) {
  return after && before ? *after - *before : Points{};
}

/// Builds a plan step by step: the best single fix; where none gains, an item as a whole; where no item gains, the
/// fewest of what is left.
class Planner {
 public:
  Planner(Rescorer& rescorer, std::span<const Finding> findings, std::size_t limit)
      : rescorer_(rescorer), findings_(findings), limit_(limit), fixed_(findings.size(), false) {
    total_ = rescorer_.card().mark();
  }

  std::vector<FixPlanStep> plan() {
    while (steps_.size() < limit_) {
      std::vector<std::size_t> next = best_single();
      if (next.empty()) next = best_item();
      if (next.empty()) next = smallest_group();
      if (next.empty()) break;
      for (const std::size_t position : next)
        if (steps_.size() < limit_) take(position);
    }
    // A limit may cut off what earlier steps were taken for.
    while (!steps_.empty() && steps_.back().gain <= Points{}) steps_.pop_back();
    return std::move(steps_);
  }

 private:
  void take(std::size_t position) {
    fixed_[position] = true;
    const std::optional<Points> total = total_now();
    steps_.push_back({findings_[position].row, total, gain_of(total, total_)});
    total_ = total;
  }

  std::optional<Points> total_now() {
    return rescorer_.without([&](std::size_t i) { return fixed_[i]; }).mark();
  }

  /// What fixing these too would gain over the total so far.
  Points gain_with(const std::vector<std::size_t>& positions) {
    for (const std::size_t position : positions) fixed_[position] = true;
    const Points gain = gain_of(total_now(), total_);
    for (const std::size_t position : positions) fixed_[position] = false;
    return gain;
  }

  std::vector<std::size_t> best_single() {
    std::vector<std::size_t> best;
    Points best_gain;
    harmless_.clear();
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (fixed_[i]) continue;
      const Points gain = gain_with({i});
      if (gain >= Points{}) harmless_.push_back(i);
      if (gain > best_gain) {
        best = {i};
        best_gain = gain;
      }
    }
    return best;
  }

  std::vector<std::size_t> best_item() {
    std::vector<std::size_t> best;
    Points best_gain;
    std::vector<NodeId> seen;
    for (const std::size_t first : harmless_) {
      const NodeId item = findings_[first].item;
      if (std::find(seen.begin(), seen.end(), item) != seen.end()) continue;
      seen.push_back(item);
      std::vector<std::size_t> all;
      for (const std::size_t i : harmless_)
        if (findings_[i].item == item) all.push_back(i);
      const Points gain = gain_with(all);
      if (gain > best_gain) {
        best = std::move(all);
        best_gain = gain;
      }
    }
    return best;
  }

  /// Vetoes of several items, for instance. Each finding without which the rest still gains is left out.
  std::vector<std::size_t> smallest_group() {
    std::vector<std::size_t> group = harmless_;
    if (gain_with(group) <= Points{}) return {};
    for (std::size_t i = 0; i < group.size();) {
      std::vector<std::size_t> fewer = group;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (gain_with(fewer) > Points{}) {
        group = std::move(fewer);
      } else {
        ++i;
      }
    }
    return group;
  }

  Rescorer& rescorer_;
  std::span<const Finding> findings_;
  std::size_t limit_;
  std::vector<bool> fixed_;
  std::optional<Points> total_;
  std::vector<std::size_t> harmless_;  // fixing the one alone loses nothing: no merits
  std::vector<FixPlanStep> steps_;
};

}  // namespace

Result<WhatIf> what_if(const CompiledFramework& framework, const Applicability& applicability, const Visit& visit,
                       const Observations& observations, ScoreOptions options) {
  Rescorer rescorer(framework, applicability, visit, observations, options);
  Diagnostics problems = rescorer.score_all();
  if (problems.has_errors()) return problems;
  WhatIf result;
  result.total = rescorer.card().mark();
  std::vector<std::optional<Points>> marks;
  for (const Finding& finding : observations.findings) marks.push_back(rescorer.card().mark(finding.item));
  for (std::size_t i = 0; i < observations.findings.size(); ++i) {
    const Finding& finding = observations.findings[i];
    const Scorecard& card = rescorer.without([i](std::size_t position) { return position == i; });
    result.fixes.push_back({finding.row, finding.item, card.mark(), gain_of(card.mark(), result.total),
                            gain_of(card.mark(finding.item), marks[i])});
  }
  return result;
}

Result<std::vector<FixPlanStep>> fix_plan(const CompiledFramework& framework, const Applicability& applicability,
                                          const Visit& visit, const Observations& observations, std::size_t limit,
                                          ScoreOptions options) {
  Rescorer rescorer(framework, applicability, visit, observations, options);
  Diagnostics problems = rescorer.score_all();
  if (problems.has_errors()) return problems;
  return Planner(rescorer, observations.findings, limit).plan();
}

}  // namespace aedile
