#include "scoring/explain_sum.h"

#include "framework/program.h"

namespace aedile::detail {

namespace {

constexpr std::size_t most_terms = 12;

struct Term {
  Rational amount;
  std::string label;
};

/// Invariant: start + Σ terms = value of what was added so far.
struct Sum {
  Rational start;
  std::vector<Term> terms;
};

class Adder {
 public:
  /// Sums are followed down to so many levels below the root; what lies deeper is one term.
  Adder(const Scene& scene, std::size_t deepest) : scene_(scene), deepest_(deepest) {}

  bool is_sum(NodeId node) const {
    return !scene_.framework.is_item(node) &&
           scene_.framework.program().nodes[node.index()].aggregation.by == Aggregator::sum;
  }

  void add(NodeId node, std::size_t level) {
    if (!is_sum(node) || level > deepest_) {
      add_as_one(node);
      return;
    }
    for (const Step& step : scene_.card->derivation()->steps(node)) {
      switch (step.kind) {
        case StepKind::part:
          add(step.other, level + 1);
          break;
        case StepKind::missing_part:
          add_missing(step);
          break;
        case StepKind::base:
        case StepKind::degenerate:
          sum.start += step.amount;
          break;
        default:
          add_term(step.amount, label(node, step));
      }
    }
  }

  Sum sum;

 private:
  void add_as_one(NodeId node) {
    const Rational full(scene_.framework.full_marks(node).value_or(Points{}));
    sum.start += full;
    add_term(scene_.card->derivation()->value(node) - full, std::string(scene_.framework.code(node)));
  }

  /// A policy stands in for it, or it adds nothing.
  void add_missing(const Step& step) {
    if (step.factor.is_zero()) return;
    const Rational full(scene_.framework.full_marks(step.other).value_or(Points{}));
    sum.start += full;
    add_term(step.amount - full, std::string(scene_.framework.code(step.other)));
  }

  void add_term(const Rational& amount, std::string text) {
    if (!amount.is_zero()) sum.terms.push_back({amount, std::move(text)});
  }

  std::string label(NodeId node, const Step& step) const {
    switch (step.kind) {
      case StepKind::renormalised:
      case StepKind::part_sum:
        return label_at(node, messages::explain_term_stretched);
      case StepKind::rounded:
        return label_at(node, messages::explain_term_rounding);
      case StepKind::ceiling:
        return label_at(node, messages::explain_term_ceiling);
      case StepKind::penalty:
        return say(scene_, messages::explain_term_penalty, {std::string(scene_.framework.code(step.other))});
      case StepKind::adds:
      case StepKind::deducts:
        return std::string(scene_.framework.code(step.other));
      default:
        return label_at(node, messages::explain_term_limit);
    }
  }

  /// "rounding", and of a node below the total "rounding 1.2".
  std::string label_at(NodeId node, const Message& message) const {
    const std::string word = say(scene_, message);
    return node == scene_.framework.root() ? word : word + " " + std::string(scene_.framework.code(node));
  }

  const Scene& scene_;
  std::size_t deepest_;
};

}  // namespace

std::string total_as_sum(const Scene& scene) {
  const NodeId root = scene.framework.root();
  if (!scene.card->mark()) return {};
  if (!Adder(scene, 0).is_sum(root)) return {};
  Sum sum;
  for (std::size_t deepest = max_depth;; --deepest) {
    Adder adder(scene, deepest);
    adder.add(root, 0);
    sum = std::move(adder.sum);
    if (deepest == 0 || sum.terms.size() <= most_terms) break;
  }
  if (sum.terms.empty()) return {};
  std::string text = sum.start.is_zero() ? std::string() : written(sum.start);
  for (const Term& term : sum.terms) {
    const bool minus = term.amount.sign() < 0;
    if (!text.empty()) text += minus ? " − " : " + ";
    if (text.empty() && minus) text += "−";
    text += written(minus ? -term.amount : term.amount);
    text += (scene.language == Language::zh ? "" : " ") + in_parentheses(scene, term.label);
  }
  text += " = " + written(scene.card->derivation()->value(root));
  if (Rational(*scene.card->mark()) != scene.card->derivation()->value(root))
    text += " ≈ " + written(*scene.card->mark());
  return text;
}

}  // namespace aedile::detail
