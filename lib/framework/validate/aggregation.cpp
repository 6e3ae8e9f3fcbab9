// How parts combine: full marks, sums, weights, policies for parts without a mark.
#include "framework/messages.h"
#include "framework/validate/subject.h"

namespace aedile::detail {

namespace {

/// A sum that says when it leaves the range instead of throwing.
template <class Number>
class CheckedSum {
 public:
  void add(Number number) {
    if (overflowed_) return;
    std::int64_t result = 0;
    overflowed_ = __builtin_add_overflow(total_, number.scaled(), &result);
    if (!overflowed_) total_ = result;
  }
  void times(std::int64_t factor) {
    std::int64_t result = 0;
    overflowed_ = overflowed_ || __builtin_mul_overflow(total_, factor, &result);
    if (!overflowed_) total_ = result;
  }
  bool overflowed() const { return overflowed_; }
  Number total() const { return Number::from_scaled(total_); }

 private:
  std::int64_t total_ = 0;
  bool overflowed_ = false;
};

/// What the parts of one node add up to.
struct Parts {
  std::size_t count = 0;
  std::size_t open = Tree::none;  ///< the first part without full marks
  bool some_full = false;
  bool some_weight = false;
  CheckedSum<Points> full;
  CheckedSum<Points> all_full;  ///< children that add or deduct included
  CheckedSum<Weight> all_weight;
};

template <class Visit>
void each_child(const Tree& tree, std::size_t node, Visit visit) {
  for (std::size_t child = node + 1; child < tree.end[node]; child = tree.end[child]) visit(child);
}

Parts parts_of(const Subject& subject, std::size_t node) {
  Parts parts;
  each_child(subject.tree, node, [&](std::size_t child) {
    const Node& at = subject.framework.nodes[child];
    const std::optional<Points> full = subject.full_marks[child];
    parts.all_weight.add(at.weight);
    if (full) parts.all_full.add(*full);
    if (at.role != Role::part) return;
    ++parts.count;
    parts.some_weight = parts.some_weight || at.weight > Weight{};
    if (full) {
      parts.full.add(*full);
      parts.some_full = true;
    } else if (parts.open == Tree::none) {
      parts.open = child;
    }
  });
  return parts;
}

std::optional<Points> derived(const Node& node, const Parts& parts) {
  if (node.full_marks) return node.full_marks;
  if (node.aggregation.by != Aggregator::sum) {
    return node.aggregation.basis == Basis::shares ? std::optional(Points::of(100)) : std::nullopt;
  }
  return parts.some_full && !parts.full.overflowed() ? std::optional(parts.full.total()) : std::nullopt;
}

void check_cycle_sums(const Node& node, const std::optional<Points>& full, Report& report) {
  if (!node.cycles) return;
  CheckedSum<Weight> weights;
  for (const Cycles::Cycle& cycle : node.cycles->cycles) weights.add(cycle.weight);
  CheckedSum<Points> fulls;
  if (full) fulls.add(*full);
  fulls.times(static_cast<std::int64_t>(node.cycles->cycles.size()));
  const auto inside = report.at("cycles", "cycles");
  if (weights.overflowed()) {
    inside.error(messages::sum_out_of_range, {node.code, "weight", Weight::max().to_string()});
  }
  if (fulls.overflowed()) {
    inside.error(messages::sum_out_of_range, {node.code, "full_marks", Points::max().to_string()});
  }
}

void check_sums(const Node& node, const Parts& parts, Report& report) {
  if (parts.all_full.overflowed()) {
    report.error(messages::sum_out_of_range, {node.code, "full_marks", Points::max().to_string()});
  }
  if (parts.all_weight.overflowed()) {
    report.error(messages::sum_out_of_range, {node.code, "weight", Weight::max().to_string()});
  }
}

/// The parts of a sum against the full marks stated.
void check_part_sum(const Node& node, const Parts& parts, Report& report) {
  if (!node.full_marks || parts.count == 0 || parts.open != Tree::none || parts.full.overflowed()) return;
  CheckedSum<Points> sum = parts.full;
  sum.add(node.aggregation.base);
  if (!sum.overflowed() && sum.total() == *node.full_marks) return;
  const auto inside = report.at("full_marks");
  const std::string total = sum.overflowed() ? Points::max().to_string() : sum.total().to_string();
  Report::Arguments arguments{node.code, node.full_marks->to_string(), total,
                              std::string(to_string(node.aggregation.part_sum))};
  if (node.aggregation.part_sum == PartSum::equal) {
    inside.error(messages::part_sum, std::move(arguments));
  } else {
    inside.warning(messages::part_sum, std::move(arguments));
  }
}

/// Policies that stretch or fill up need to know what every part could have given.
void check_policies(const Node& node, const Parts& parts, const Subject& subject, Report& report) {
  if (parts.open == Tree::none) return;
  const Aggregation& how = node.aggregation;
  const std::string& part = subject.framework.nodes[parts.open].code;
  const auto check_policy = [&](const char* key, Missing policy) {
    const bool stretches = how.by == Aggregator::sum && policy == Missing::renormalise;
    if (!stretches && policy != Missing::full_marks) return;
    report.at("aggregation", key)
        .error(messages::open_ended_part, {node.code, key, std::string(to_string(policy)), part});
  };
  check_policy("not_applicable", how.not_applicable);
  check_policy("not_observed", how.not_observed);
  if (how.by == Aggregator::sum && node.full_marks && how.part_sum != PartSum::as_given) {
    report.at("aggregation", "part_sum")
        .error(messages::open_ended_part, {node.code, "part_sum", std::string(to_string(how.part_sum)), part});
  }
}

void check_sum(const Node& node, const Parts& parts, const Subject& subject, Report& report) {
  check_part_sum(node, parts, report);
  check_policies(node, parts, subject, report);
  if (!node.aggregation.base.is_zero() && !node.full_marks && parts.some_full) {
    report.at("aggregation", "base").error(messages::base_without_full_marks, {node.code});
  }
  if (node.full_marks && node.aggregation.part_sum == PartSum::scaled && node.aggregation.base > *node.full_marks) {
    report.at("aggregation", "base")
        .error(messages::base_above_full_marks,
               {node.code, node.aggregation.base.to_string(), node.full_marks->to_string()});
  }
}

/// Every aggregator but the sum works with weights, and with Basis::shares divides by the full marks of each part.
void check_mean(const Subject& subject, std::size_t node, const Parts& parts, Report& report) {
  const Node& at = subject.framework.nodes[node];
  const std::string by(to_string(at.aggregation.by));
  if (at.aggregation.part_sum != PartSum::equal) {
    report.at("aggregation", "part_sum").warning(messages::part_sum_unused, {at.code});
  }
  if (parts.count != 0 && !parts.some_weight) report.warning(messages::weights_all_zero, {at.code});
  if (at.aggregation.basis == Basis::marks) {
    check_policies(at, parts, subject, report);
    return;
  }
  each_child(subject.tree, node, [&](std::size_t child) {
    const Node& part = subject.framework.nodes[child];
    if (part.role != Role::part) return;
    const auto inside = report.at("children", subject.tree.position[child]);
    const std::optional<Points> full = subject.full_marks[child];
    if (!full) inside.error(messages::full_marks_missing, {part.code, by});
    if (full && full->is_zero() && part.weight > Weight{}) inside.warning(messages::full_marks_zero, {part.code, by});
  });
}

void check_pass_at(const Aggregation& aggregation, Report& report) {
  if (aggregation.pass_at >= Factor{} && aggregation.pass_at <= Factor::of(1)) return;
  report.at("aggregation", "pass_at").error(messages::share_range, {"pass_at", aggregation.pass_at.to_string()});
}

}  // namespace

void derive_full_marks(Subject& subject, Report& report) {
  const std::vector<Node>& nodes = subject.framework.nodes;
  for (std::size_t i = nodes.size(); i-- > 0;) {
    const auto inside = subject.tree.enter(report, i);
    subject.full_marks[i] = nodes[i].full_marks;
    if (!subject.tree.is_item(i)) {
      const Parts parts = parts_of(subject, i);
      check_sums(nodes[i], parts, report);
      subject.full_marks[i] = derived(nodes[i], parts);
    }
    check_cycle_sums(nodes[i], subject.full_marks[i], report);
  }
}

void check_aggregations(const Subject& subject, Report& report) {
  const std::vector<Node>& nodes = subject.framework.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    const auto inside = subject.tree.enter(report, i);
    check_pass_at(node.aggregation, report);
    if (subject.tree.is_item(i)) {
      if (!(node.aggregation == Aggregation{})) {
        report.at("aggregation").warning(messages::aggregation_on_item, {node.code});
      }
      continue;
    }
    const Parts parts = parts_of(subject, i);
    if (node.aggregation.degenerate == Degenerate::full_marks && !subject.full_marks[i]) {
      report.at("aggregation", "degenerate").error(messages::full_marks_missing, {node.code, "degenerate"});
    }
    if (node.aggregation.by == Aggregator::sum) {
      check_sum(node, parts, subject, report);
    } else {
      check_mean(subject, i, parts, report);
    }
  }
}

}  // namespace aedile::detail
