// Every problem of a framework in one go: the checks, from the whole to the parts.
#include "framework/messages.h"
#include "framework/validate/subject.h"
#include "framework/validate/texts.h"

namespace aedile {

namespace {

using namespace detail;

void check_head(const Framework& framework, Report& report) {
  if (framework.valid_from && framework.valid_until && *framework.valid_until < *framework.valid_from) {
    report.at("valid_until")
        .error(messages::validity_order, {framework.valid_from->to_string(), framework.valid_until->to_string()});
  }
  if (framework.marks.places < 0 || framework.marks.places > Points::places) {
    report.at("marks", "places").error(messages::places_range, {std::to_string(framework.marks.places)});
  }
}

void check_nodes(const Subject& subject, Report& report) {
  for (std::size_t i = 0; i < subject.tree.size(); ++i) {
    if (!subject.tree.placed(i)) continue;
    const auto inside = subject.tree.enter(report, i);
    check_node_numbers(subject, i, report);
    check_rules(subject, i, report);
    check_ceilings(subject, i, report);
    check_grades(subject, i, report);
    check_cycles(subject, i, report);
  }
}

}  // namespace

Diagnostics validate(const Framework& framework) {
  Report report;
  check_head(framework, report);
  const Words words = learn_words(framework, report);
  const Tree tree = grow_tree(framework, report);
  check_texts(framework, tree, report);

  Subject subject{framework, tree, words, {}};
  subject.full_marks.resize(framework.nodes.size());
  if (tree.sound) derive_full_marks(subject, report);
  check_nodes(subject, report);
  check_owners(subject, report);
  check_profiles(subject, report);
  if (tree.sound) {
    check_aggregations(subject, report);
    check_cycle_nesting(subject, report);
    check_dependencies(subject, report);
  }
  return report.take();
}

}  // namespace aedile
