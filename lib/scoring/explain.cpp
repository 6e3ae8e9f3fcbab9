/// An explanation as a page: the scorecard's heading, the tree, the sum that closes it.

#include "aedile/scoring/explain.h"

#include <algorithm>

#include "scoring/explain_lines.h"
#include "scoring/explain_selection.h"
#include "scoring/explain_sum.h"

namespace aedile {

namespace {

using detail::say;
using detail::Scene;

constexpr std::size_t indent_of_level = 2;
constexpr std::size_t indent_of_steps = 4;  // deeper than the headings of the node's children

class Explanation {
 public:
  Explanation(const Scene& scene, const ExplainOptions& options)
      : scene_(scene),
        options_(options),
        shown_(options.everything ? std::vector<bool>(scene.framework.size(), true)
                                  : detail::nodes_worth_showing(scene.framework, *scene.card)),
        lines_(scene, options.everything, shown_, page_) {}

  std::string of_everything() {
    heading_of_card();
    const NodeId root = scene_.framework.root();
    clause(root, 0);
    lines_.add(root, indent_of_steps);
    children(root, 0);
    if (scene_.card->ignored_findings() != 0)
      page_.add(0, say(scene_, messages::explain_ignored, {std::to_string(scene_.card->ignored_findings())}));
    if (const std::string sum = detail::total_as_sum(scene_); !sum.empty()) {
      page_.add(0, say(scene_, messages::explain_sum, {sum}));
    } else if (!options_.everything && is_flawless()) {
      page_.add(0, say(scene_, messages::explain_all_full));
    }
    return page_.print();
  }

  std::string of_one(NodeId node) {
    heading_of_card();
    if (node == scene_.framework.root()) {
      clause(node, 0);
      lines_.add(node, indent_of_steps);
      children(node, 0);
    } else {
      shown_[node.index()] = true;
      branch(node, 1);
    }
    return page_.print();
  }

 private:
  // ---- headings -----------------------------------------------------------------------------------------------------

  void heading_of_card() {
    std::vector<std::string> parts;
    const VisitRecord& visit = scene_.visit;
    for (const std::string& part : {visit.id, visit.site, visit.date ? visit.date->to_string() : std::string()})
      if (!part.empty()) parts.push_back(part);
    parts.push_back(total_mark());
    const NodeId root = scene_.framework.root();
    if (const std::string grade = grade_of(root); !grade.empty()) parts.push_back(grade);
    if (scene_.card->completion() != Factor::of(1)) {
      parts.push_back(say(scene_, messages::explain_completion,
                          {detail::per_cent_written(Rational(scene_.card->completion()) * Rational(100))}));
    }
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : "  ") + part;
    page_.add(0, text);
  }

  std::string total_mark() const {
    const NodeId root = scene_.framework.root();
    const std::optional<Points> mark = scene_.card->mark();
    if (!mark) return say(scene_, messages::explain_no_mark, {detail::name_of(scene_, scene_.card->status())});
    const Points possible = scene_.card->possible(root);
    const Points full = scene_.framework.full_marks(root).value_or(Points{});
    if (possible.is_zero()) return say(scene_, messages::explain_mark_open, {detail::written(*mark)});
    if (possible != full)
      return say(scene_, messages::explain_mark_of_possible,
                 {detail::written(*mark), detail::written(possible), detail::written(full)});
    return say(scene_, messages::explain_mark_of, {detail::written(*mark), detail::written(full)});
  }

  std::string grade_of(NodeId node) const {
    const GradeIndex grade = scene_.card->grade(node);
    if (grade == no_grade) return {};
    return say(scene_, messages::explain_grade, {detail::name_of(scene_, scene_.framework.grades(node)[grade])});
  }

  void clause(NodeId node, std::size_t level) {
    if (!options_.clauses) return;
    const Node& authored = scene_.framework.node(node);
    std::string text = authored.clause.in(scene_.language);
    if (text.empty()) return;
    if (!authored.clause_source.empty()) text = detail::with_colon(scene_, authored.clause_source, text);
    page_.add(level * indent_of_level + indent_of_steps, say(scene_, messages::explain_clause, {text}));
  }

  // ---- the tree -----------------------------------------------------------------------------------------------------

  void children(NodeId node, std::size_t level) {
    const std::size_t first = scene_.framework.first_child(node).index();
    for (std::size_t c = first; c < first + scene_.framework.child_count(node); ++c)
      if (shown_[c]) branch(NodeId{c}, level + 1);
  }

  void branch(NodeId node, std::size_t level) {
    std::string heading = detail::name_of(scene_, node) + "  " + detail::mark_of(scene_, node);
    if (const std::string grade = grade_of(node); !grade.empty()) heading += "  " + grade;
    page_.add(level * indent_of_level, heading);
    clause(node, level);
    lines_.add(node, level * indent_of_level + indent_of_steps);
    if (!scene_.framework.is_item(node)) children(node, level);
  }

  bool is_flawless() const {
    return scene_.card->mark() && scene_.card->mark() == scene_.framework.full_marks(scene_.framework.root()) &&
           std::count(shown_.begin(), shown_.end(), true) == 1;
  }

  const Scene& scene_;
  const ExplainOptions& options_;
  std::vector<bool> shown_;
  detail::Page page_;
  detail::NodeLines lines_;
};

Scene scene_of(const CompiledFramework& framework, const VisitRecord& visit, const Scorecard& card,
               const ExplainOptions& options) {
  if (!card.derivation()) throw ContractError("explain: the card has no derivation; score it with Derive::yes");
  if (card.size() != framework.size()) throw ContractError("explain: the card was not scored by this framework");
  return {framework, visit, options.language, &card};
}

}  // namespace

std::string explain(const CompiledFramework& framework, const VisitRecord& visit, const Scorecard& card,
                    const ExplainOptions& options) {
  const Scene scene = scene_of(framework, visit, card, options);
  return Explanation(scene, options).of_everything();
}

std::string explain_node(const CompiledFramework& framework, const VisitRecord& visit, const Scorecard& card,
                         NodeId node, const ExplainOptions& options) {
  if (!node.valid() || node.index() >= framework.size()) throw ContractError("explain_node: no node with that id");
  const Scene scene = scene_of(framework, visit, card, options);
  return Explanation(scene, options).of_one(node);
}

std::string sentence(const CompiledFramework& framework, const VisitRecord& visit, NodeId node, const Step& step,
                     Language language) {
  const Scene scene{framework, visit, language, nullptr};
  return detail::step_sentence(scene, {node, step, {}, std::nullopt});
}

}  // namespace aedile
