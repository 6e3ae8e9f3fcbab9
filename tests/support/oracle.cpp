#include "support/oracle.h"

#include <algorithm>

#include "support/oracle_aggregate.h"
#include "support/oracle_tree.h"

namespace aedile::test {

namespace {

struct Outcome {
  Status status = Status::scored;
  Fraction value;
  Fraction possible;
};

class Oracle : private OracleTree {
 public:
  Oracle(const Framework& framework, const VisitRecord& visit);

  OracleCard score(bool ignore_not_applicable);

 private:
  const Outcome& outcome(std::size_t spot);
  Outcome work_out(std::size_t spot);
  Outcome item(std::size_t spot);
  Outcome inner(std::size_t spot);
  Outcome combined(std::size_t spot);
  bool holds(std::size_t from, const MarkCondition& condition);
  // Whether findings on the item count at all.
  bool is_heard(std::size_t item) const;
  // Calls with (ceiling, grade) of every veto and ceiling that holds the node down.
  template <class Callback>
  void each_ceiling(std::size_t spot, Callback callback);
  std::optional<Points> reported(std::size_t spot);
  std::optional<Fraction> completion(std::size_t spot);
  GradeIndex grade(std::size_t spot);

  std::vector<std::optional<Outcome>> outcomes_;
  std::vector<Fraction> penalties_;  // what items take off a spot
};

// A finding for which a penalty has no points is refused, even where the penalty would meet a node without a mark.
Oracle::Oracle(const Framework& framework, const VisitRecord& visit)
    : OracleTree(framework, visit), outcomes_(spots().size()), penalties_(spots().size()) {
  for (std::size_t from = 0; from < spots().size(); ++from) {
    if (!is_item(from) || !is_heard(from)) continue;
    for (const Rule& rule : node_of(from).rules) {
      const auto* penalty = std::get_if<Penalty>(&rule);
      if (penalty) penalties_[target(from, penalty->on)] += points_for(penalty->each, observed_at(from), visit);
    }
  }
}

// --- values ---

const Outcome& Oracle::outcome(std::size_t spot) {
  if (!outcomes_[spot]) outcomes_[spot] = work_out(spot);
  return *outcomes_[spot];
}

Outcome Oracle::work_out(std::size_t spot) {
  const Fraction full = full_marks(spot).value_or(Fraction(0));
  if (!profile_applies(spot) || branch_is(spot, CheckResult::not_applicable)) {
    return {Status::not_applicable, 0, full};
  }
  if (branch_is(spot, CheckResult::not_checked)) return {Status::not_observed, 0, full};

  const Node& node = node_of(spot);
  Outcome result = is_item(spot) ? item(spot) : inner(spot);
  if (result.status != Status::scored) return {result.status, 0, full};
  result.value -= penalties_[spot];
  if (node.lowest) result.value = std::max(result.value, fraction(*node.lowest));
  each_ceiling(spot, [&](const std::optional<Points>& ceiling, const auto&) {
    if (ceiling) result.value = std::min(result.value, fraction(*ceiling));
  });
  if (node.round) result.value = rounded(result.value, *node.round);
  return result;
}

Outcome Oracle::item(std::size_t spot) {
  const ItemMark mark = mark_of_item(node_of(spot), observed_at(spot), visit(),
                                     [&](const MarkCondition& gate) { return holds(spot, gate); });
  return {mark.status, mark.value, full_marks(spot).value_or(Fraction(0))};
}

Outcome Oracle::inner(std::size_t spot) {
  const Node& node = node_of(spot);
  Outcome result = combined(spot);
  if (result.status != Status::scored) return result;
  for (std::size_t child : spots()[spot].children) {
    if (outcome(child).status != Status::scored) continue;
    if (spots()[child].role == Role::adds) result.value += outcome(child).value;
    if (spots()[child].role == Role::deducts) result.value -= outcome(child).value;
  }
  if (node.lowest) result.value = std::max(result.value, fraction(*node.lowest));
  if (node.highest) result.value = std::min(result.value, fraction(*node.highest));
  return result;
}

// What the parts make together, `base` included.
Outcome Oracle::combined(std::size_t spot) {
  const Node& node = node_of(spot);
  const bool cycles = spots()[spot].combines_cycles;
  Aggregation how = node.aggregation;
  if (cycles) {
    how = Aggregation{};
    how.by = Aggregator::weighted_mean;
    how.basis = Basis::marks;
    how.not_observed = node.cycles->not_observed;
    how.degenerate = node.aggregation.degenerate;
  }
  const bool is_sum = how.by == Aggregator::sum;
  const bool by_shares = !is_sum && (how.basis == Basis::shares || how.by == Aggregator::count_passes ||
                                     how.by == Aggregator::all_or_nothing);
  const std::optional<Fraction> stated_full = full_marks(spot);
  const Fraction full = stated_full.value_or(Fraction(0));
  const Fraction base = fraction(how.base);

  std::vector<std::size_t> children;
  bool every_one_not_applicable = true;
  for (std::size_t child : spots()[spot].children) {
    if (spots()[child].role != Role::part) continue;
    children.push_back(child);
    every_one_not_applicable = every_one_not_applicable && outcome(child).status == Status::not_applicable;
  }
  if (children.empty()) {
    // Nothing but what is added and taken off: the base, unless nothing of it has a mark.
    bool somebody_scored = false;
    bool all_not_applicable = true;
    for (std::size_t child : spots()[spot].children) {
      somebody_scored = somebody_scored || outcome(child).status == Status::scored;
      all_not_applicable = all_not_applicable && outcome(child).status == Status::not_applicable;
    }
    if (somebody_scored) return {Status::scored, base, full};
    return {all_not_applicable ? Status::not_applicable : Status::not_observed, 0, full};
  }

  std::vector<Part> parts;
  Fraction sum = 0;               // Σ v of what counts
  Fraction counted_possible = 0;  // what it could have given
  Fraction stretched_over = 0;    // full marks of the parts whose absence stretches the rest
  Fraction left_out = 0;          // possible marks that nobody could earn
  Fraction all_full = 0;
  bool somebody_counts = false;
  bool an_open_ended_part_counts = false;
  bool policy_says_not_scored = false;
  for (std::size_t child : children) {
    const Outcome& part = outcome(child);
    const Fraction& weight = spots()[child].weight;
    const std::optional<Fraction> part_full = full_marks(child);
    const Fraction full_or_0 = part_full.value_or(Fraction(0));
    all_full += full_or_0;
    if (!is_sum && weight == 0) continue;
    // What could give nothing has no share.
    if (by_shares && part.possible == 0) continue;
    if (part.status == Status::scored) {
      somebody_counts = true;
      an_open_ended_part_counts = an_open_ended_part_counts || !part_full;
      sum += part.value;
      counted_possible += part.possible;
      left_out += full_or_0 - part.possible;
      parts.push_back({part.value, part.possible == 0 ? Fraction(0) : Fraction(part.value / part.possible), weight});
      continue;
    }
    switch (part.status == Status::not_applicable ? how.not_applicable : how.not_observed) {
      case Missing::renormalise:
        stretched_over += full_or_0;
        break;
      case Missing::leave_out:
        left_out += full_or_0;
        break;
      case Missing::not_scored:
        policy_says_not_scored = true;
        break;
      case Missing::full_marks:
        somebody_counts = true;
        an_open_ended_part_counts = an_open_ended_part_counts || !part_full;
        sum += full_or_0;
        counted_possible += full_or_0;
        parts.push_back({full_or_0, 1, weight});
        break;
      case Missing::zero:
        somebody_counts = true;
        an_open_ended_part_counts = an_open_ended_part_counts || !part_full;
        counted_possible += full_or_0;
        parts.push_back({0, 0, weight});
        break;
    }
  }
  if (policy_says_not_scored && !every_one_not_applicable) return {Status::not_observed, 0, full};

  const bool no_possible_marks = is_sum && counted_possible == 0 && (stretched_over > 0 || !an_open_ended_part_counts);
  const bool nothing_left = !somebody_counts || no_possible_marks;
  if (nothing_left) {
    switch (how.degenerate) {
      case Degenerate::zero:
        return {Status::scored, 0, full};
      case Degenerate::full_marks:
        return {Status::scored, full, full};
      case Degenerate::not_scored:
        return {every_one_not_applicable ? Status::not_applicable : Status::not_observed, 0, full};
    }
  }
  if (!is_sum) {
    const MarkRounding mean_rounding = node.round.value_or(framework().marks);
    return {Status::scored, base + aggregate(how, full, parts, mean_rounding), full};
  }
  Fraction scale = 1;
  if (how.part_sum == PartSum::scaled && node.full_marks && all_full != 0) {
    scale = std::max(Fraction(0), Fraction(full - base)) / all_full;
  }
  if (stretched_over > 0) sum = sum * (counted_possible + stretched_over) / counted_possible;
  const Fraction possible = stated_full ? std::max(Fraction(0), Fraction(full - scale * left_out)) : Fraction(0);
  return {Status::scored, base + scale * sum, possible};
}

// --- what reaches a node from elsewhere ---

bool Oracle::holds(std::size_t from, const MarkCondition& condition) {
  const std::optional<Points> mark = reported(target(from, condition.node));
  if (!mark) return false;
  const Range<Points>& range = condition.mark;
  return !(range.at_least && *mark < *range.at_least) && !(range.above && *mark <= *range.above) &&
         !(range.at_most && *mark > *range.at_most) && !(range.below && *mark >= *range.below);
}

bool Oracle::is_heard(std::size_t item) const {
  return profile_applies(item) && !branch_is(item, CheckResult::not_applicable);
}

template <class Callback>
void Oracle::each_ceiling(std::size_t spot, Callback callback) {
  for (std::size_t from = 0; from < spots().size(); ++from) {
    if (!is_item(from) || !is_heard(from)) continue;
    for (const Rule& rule : node_of(from).rules) {
      const auto* veto = std::get_if<Veto>(&rule);
      if (!veto || target(from, veto->on) != spot) continue;
      for (const FindingRecord* finding : observed_at(from).findings) {
        if (finding->count > 0 && meets(veto->when, *finding)) callback(veto->ceiling, veto->grade);
      }
    }
  }
  if (spots()[spot].combines_cycles) return;
  for (const Ceiling& ceiling : node_of(spot).ceilings) {
    if (holds(spot, ceiling.when)) callback(ceiling.ceiling, ceiling.grade);
  }
}

std::optional<Points> Oracle::reported(std::size_t spot) {
  if (outcome(spot).status != Status::scored) return std::nullopt;
  return decimal<Points>(rounded(outcome(spot).value, framework().marks));
}

// Nothing where nothing applies.
std::optional<Fraction> Oracle::completion(std::size_t spot) {
  if (outcome(spot).status == Status::not_applicable && (is_item(spot) || branch_is(spot, CheckResult::not_applicable)))
    return std::nullopt;
  if (is_item(spot)) return outcome(spot).status == Status::scored ? Fraction(1) : Fraction(0);
  const bool by_full_marks = !spots()[spot].combines_cycles && node_of(spot).aggregation.by == Aggregator::sum;
  bool something_applies = false;
  Fraction all = 0;
  Fraction observed = 0;
  for (std::size_t child : spots()[spot].children) {
    const std::optional<Fraction> part = completion(child);
    if (!part) continue;
    something_applies = true;
    const Fraction weight = by_full_marks ? full_marks(child).value_or(spots()[child].weight) : spots()[child].weight;
    all += weight;
    observed += weight * *part;
  }
  if (!something_applies) return std::nullopt;
  return all == 0 ? Fraction(1) : Fraction(observed / all);
}

GradeIndex Oracle::grade(std::size_t spot) {
  const std::optional<Points> mark = reported(spot);
  const std::vector<Grade>& grades = node_of(spot).grades;
  if (!mark) return no_grade;
  for (std::size_t index = 0; index < grades.size(); ++index) {
    const Range<Points>& range = grades[index].mark;
    if ((range.at_least && *mark < *range.at_least) || (range.above && *mark <= *range.above) ||
        (range.at_most && *mark > *range.at_most) || (range.below && *mark >= *range.below)) {
      continue;
    }
    std::size_t held = index;
    each_ceiling(spot, [&](const auto&, const std::optional<std::string>& best) {
      for (std::size_t other = 0; best && other < grades.size(); ++other) {
        if (grades[other].code == *best) held = std::max(held, other);
      }
    });
    return static_cast<GradeIndex>(held);
  }
  return no_grade;
}

OracleCard Oracle::score(bool ignore_not_applicable) {
  OracleCard card;
  card.root = framework().nodes.front().code;
  for (std::size_t spot = 0; spot < spots().size(); ++spot) {
    if (!is_item(spot) || is_heard(spot)) continue;
    const std::size_t findings = observed_at(spot).findings.size();
    if (findings != 0 && !ignore_not_applicable) throw OracleError("not_applicable_item");
    card.ignored_findings += static_cast<std::uint32_t>(findings);
  }
  for (std::size_t spot = 0; spot < spots().size(); ++spot) {
    if (!is_item(spot) || !is_heard(spot) || !branch_is(spot, CheckResult::not_checked)) continue;
    const ItemObservations seen = observed_at(spot);
    const bool something = !seen.findings.empty() || !seen.readings.empty() ||
                           std::any_of(seen.checks.begin(), seen.checks.end(),
                                       [](const CheckRecord* check) { return says_something(check->result); });
    if (something) throw OracleError("not_checked_item");
  }
  for (std::size_t spot = 0; spot < spots().size(); ++spot) {
    const Outcome& result = outcome(spot);
    OracleNode& node = card.nodes[spots()[spot].code];
    node.status = result.status;
    node.value = rational(result.value);
    node.mark = reported(spot);
    node.possible = decimal<Points>(rounded(result.possible, {}));
    node.completion = decimal<Factor>(rounded(completion(spot).value_or(Fraction(1)), {}));
    node.grade = grade(spot);
  }
  return card;
}

}  // namespace

OracleCard oracle_score(const Framework& framework, const VisitRecord& visit, bool ignore_not_applicable) {
  return Oracle(framework, visit).score(ignore_not_applicable);
}

}  // namespace aedile::test
