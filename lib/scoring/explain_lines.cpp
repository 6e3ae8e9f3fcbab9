#include "scoring/explain_lines.h"

#include <algorithm>

#include "framework/program.h"

namespace aedile::detail {

namespace {

/// A modifier explains the line before it.
constexpr std::size_t indent_of_modifiers = 2;
/// So many nodes that are not shown are named with their titles; of more, so many codes are given.
constexpr std::size_t most_names = 3;
constexpr std::size_t most_codes = 8;

/// Kinds whose amount is 0 by definition.
bool is_detail(StepKind kind) {
  switch (kind) {
    case StepKind::duplicate:
    case StepKind::modifier:
    case StepKind::reading:
    case StepKind::check:
    case StepKind::band:
    case StepKind::rate:
    case StepKind::interval_low:
    case StepKind::interval_high:
    case StepKind::expected:
    case StepKind::letter:
    case StepKind::custom:
    case StepKind::gate_closed:
    case StepKind::aimed:
    case StepKind::grade:
    case StepKind::grade_ceiling:
    case StepKind::not_applicable:
    case StepKind::not_observed:
    case StepKind::not_scored:
      return true;
    default:
      return false;
  }
}

bool is_part(StepKind kind) { return kind == StepKind::part || kind == StepKind::missing_part; }

bool has_kind(std::span<const Step> steps, StepKind kind) {
  return std::any_of(steps.begin(), steps.end(), [kind](const Step& step) { return step.kind == kind; });
}

}  // namespace

void NodeLines::Group::add(const Step& step) {
  nodes.push_back(step.other);
  sum.kind = step.kind;
  sum.other = step.other;
  sum.amount += step.amount;
}

void NodeLines::add(NodeId node, std::size_t indent) {
  indent_ = indent;
  const std::span<const Step> all = scene_.card->derivation()->steps(node);
  Rational before;
  for (std::size_t s = 0; s < all.size(); ++s) {
    const Step& step = all[s];
    if (step.kind == StepKind::interval_low && s + 1 < all.size() && all[s + 1].kind == StepKind::interval_high) {
      line(node, step, interval_sentence(scene_, node, step, all[s + 1]));
      ++s;
    } else if (is_part(step.kind) && !everything_) {
      std::size_t last = s;
      while (last < all.size() && is_part(all[last].kind)) before += all[last++].amount;
      parts(node, all.subspan(s, last - s), all);
      s = last - 1;
      continue;
    } else {
      const std::string text = step_sentence(scene_, {node, step, all, before});
      if (is_worth_a_line(node, step, all, text)) line(node, step, text);
    }
    before += step.amount;
  }
  reported(node);
}

void NodeLines::line(NodeId node, const Step& step, const std::string& text) {
  if (!has_amount(node, step)) {
    page_.add(indent_ + (step.kind == StepKind::modifier ? indent_of_modifiers : 0), text);
    return;
  }
  const std::string fraction = short_fraction(step.amount);
  page_.add(indent_, text, with_sign(step.amount), fraction.empty() ? fraction : "= " + fraction);
}

/// Whether the amount, be it 0, says something: not of details, not of what a penalty takes from another node, not of
/// the parts of a minimum or product, which count only together, and not of parts that count nothing by the node's
/// policy.
bool NodeLines::has_amount(NodeId node, const Step& step) const {
  if (is_detail(step.kind)) return false;
  if (!step.amount.is_zero()) return true;
  if (scene_.framework.is_item(node)) {
    const std::vector<Rule>& rules = scene_.framework.node(node).rules;
    return step.rule >= rules.size() || !std::holds_alternative<Penalty>(rules[step.rule]);
  }
  if (!is_part(step.kind)) return true;
  const Aggregator by = scene_.framework.program().nodes[node.index()].aggregation.by;
  if (by != Aggregator::sum && by != Aggregator::weighted_mean) return false;
  return step.kind == StepKind::part || stands_in(scene_, node, step);
}

/// A grade stands in the heading already; its limits matter where they decide: at the total, and under a ceiling. That
/// a node has no mark stands there too; why, is worth a line.
bool NodeLines::is_worth_a_line(NodeId node, const Step& step, std::span<const Step> all,
                                const std::string& text) const {
  if (everything_) return true;
  switch (step.kind) {
    case StepKind::grade:
      return node == scene_.framework.root() || has_kind(all, StepKind::grade_ceiling);
    case StepKind::adds:
    case StepKind::deducts:
      return !step.amount.is_zero();
    case StepKind::not_applicable:
      return text != say(scene_, messages::step_not_applicable);
    case StepKind::not_observed:
      return text != say(scene_, messages::step_not_observed) && !has_kind(all, StepKind::not_scored);
    default:
      return true;
  }
}

/// The parts of an inner node: those shown below need a line only if their contribution is not their mark; of those not
/// shown, one line says that they lost nothing, and one of each kind that they have no mark.
void NodeLines::parts(NodeId node, std::span<const Step> run, std::span<const Step> all) {
  const bool is_sum = scene_.framework.program().nodes[node.index()].aggregation.by == Aggregator::sum;
  Group full, nothing;
  std::vector<std::pair<Status, Group>> missing;
  for (const Step& step : run) {
    if (step.kind == StepKind::missing_part) {
      const Status status = scene_.card->status(step.other);
      auto group = std::find_if(missing.begin(), missing.end(), [&](const auto& g) { return g.first == status; });
      if (group == missing.end()) group = missing.insert(group, {status, Group{}});
      group->second.add(step);
    } else if (!shown_[step.other.index()]) {
      (scene_.framework.full_marks(step.other) ? full : nothing).add(step);
    } else if (!is_sum) {
      line(node, step, step_sentence(scene_, {node, step, all, std::nullopt}));
    }
  }
  if (!full.nodes.empty()) line(node, full.sum, say(scene_, messages::step_parts_full, {names(full)}));
  if (!nothing.nodes.empty()) line(node, nothing.sum, say(scene_, messages::step_parts_zero, {names(nothing)}));
  for (const auto& [status, group] : missing)
    line(node, group.sum, missing_sentence(scene_, node, names(group), status));
}

std::string NodeLines::names(const Group& group) const {
  const bool few = group.nodes.size() <= most_names;
  std::vector<std::string> words;
  for (const NodeId node : group.nodes)
    if (words.size() < most_codes)
      words.push_back(few ? name_of(scene_, node) : std::string(scene_.framework.code(node)));
  std::string text = listed(scene_, words);
  if (words.size() == group.nodes.size()) return text;
  return say(scene_, messages::step_codes_and_more, {text, std::to_string(group.nodes.size() - words.size())});
}

/// The one rounding of reported marks: said at the total, and at every node if the scheme wants short marks.
void NodeLines::reported(NodeId node) {
  const std::optional<Points> mark = scene_.card->mark(node);
  const Rational& value = scene_.card->derivation()->value(node);
  if (!mark || Rational(*mark) == value) return;
  const MarkRounding rounding = scene_.framework.source().marks;
  if (rounding.places == MarkRounding{}.places && node != scene_.framework.root()) return;
  page_.add(indent_, say(scene_, messages::explain_reported,
                         {name_of(scene_, rounding.mode), name_of_places(scene_, rounding.places),
                          written_exactly(value), written(*mark)}));
}

}  // namespace aedile::detail
