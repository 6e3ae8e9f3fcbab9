// Laws that hold for every framework of a stated class, whatever its rules.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/scored_case.h"

namespace aedile::test {
namespace {

template <class T>
void shuffle(std::vector<T>& list) {
  for (std::size_t i = list.size(); i > 1; --i) {
    std::swap(list[i - 1], list[static_cast<std::size_t>(pick(0, static_cast<int>(i) - 1))]);
  }
}

bool is_taken_off(const CompiledFramework& framework, NodeId node) {
  for (; node.valid(); node = framework.parent(node)) {
    if (framework.node(node).role == Role::deducts) return true;
  }
  return false;
}

// The class is Flavour::monotone.
RC_GTEST_PROP(AddingAFault, NeverRaisesAMark, ()) {
  const Flavour flavour{.monotone = true};
  const Framework framework = *any_framework_to_score(flavour);
  const CompiledFramework program = compiled(framework);
  VisitRecord visit = *any_visit_to(framework, flavour);
  Scorecard before = scored(program, visit);
  for (int i = 0; i < 5; ++i) {
    const std::optional<FindingRecord> fault = one_more_finding(framework, visit);
    RC_PRE(fault.has_value());
    visit.findings.push_back(*fault);
    const Scorecard after = scored(program, visit);
    for (std::uint32_t n = 0; n < after.size(); ++n) {
      const NodeId node{n};
      RC_ASSERT(after.status(node) == before.status(node));
      if (after.status(node) != Status::scored) continue;
      if (is_taken_off(program, node)) {
        RC_ASSERT(*after.mark(node) >= *before.mark(node));
        continue;
      }
      if (*after.mark(node) > *before.mark(node)) RC_FAIL(std::string(program.code(node)) + " rose");
      RC_ASSERT(before.grade(node) == no_grade || after.grade(node) >= before.grade(node));
    }
    before = after;
  }
}

RC_GTEST_PROP(OrderOfObservations, NeverChangesABit, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const Scorecard card = scored(program, drawn.visit, Derive::yes);
  for (int i = 0; i < 4; ++i) {
    VisitRecord shuffled = drawn.visit;
    shuffle(shuffled.findings);
    shuffle(shuffled.readings);
    shuffle(shuffled.checks);
    for (FindingRecord& finding : shuffled.findings) shuffle(finding.attributes);
    const Scorecard other = scored(program, shuffled, Derive::yes);
    RC_ASSERT(other == card);
    for (std::uint32_t n = 0; n < card.size(); ++n) {
      RC_ASSERT(other.derivation()->value(NodeId{n}) == card.derivation()->value(NodeId{n}));
    }
  }
}

// Holds for rules with `once` too: the parts agree in every attribute.
RC_GTEST_PROP(SplittingAFinding, IntoItsOccurrencesChangesNothing, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  VisitRecord split = drawn.visit;
  split.findings.clear();
  for (FindingRecord finding : drawn.visit.findings) {
    const std::uint32_t count = finding.count;
    finding.count = 1;
    for (std::uint32_t i = 0; i < count; ++i) split.findings.push_back(finding);
  }
  RC_ASSERT(scored(program, split) == scored(program, drawn.visit));
  const Scorecard derived = scored(program, split, Derive::yes);
  const Scorecard whole = scored(program, drawn.visit, Derive::yes);
  for (std::uint32_t n = 0; n < derived.size(); ++n) {
    RC_ASSERT(derived.derivation()->value(NodeId{n}) == whole.derivation()->value(NodeId{n}));
  }
}

// --- removing a not applicable item equals never having it ---

bool has_parts(const Framework& framework, std::size_t node) {
  return std::any_of(framework.nodes.begin(), framework.nodes.end(), [&](const Node& child) {
    return child.parent == std::optional(node) && child.role == Role::part;
  });
}

// One more item, "X", as the last child of the node.
Framework with_item(const Framework& framework, std::size_t parent) {
  std::size_t end = parent + 1;
  const auto is_below = [&](std::size_t at) {
    for (std::optional<std::size_t> up = framework.nodes[at].parent; up; up = framework.nodes[*up].parent) {
      if (*up == parent) return true;
    }
    return false;
  };
  while (end < framework.nodes.size() && is_below(end)) ++end;
  Framework grown = framework;
  for (Node& node : grown.nodes) {
    if (node.parent && *node.parent >= end) ++*node.parent;
  }
  Node item;
  item.code = "X";
  item.title = "not applicable";
  item.parent = parent;
  item.full_marks = Points::of(pick(1, 30));
  item.weight = Weight::of(pick(1, 8));
  Deduction deduction;
  deduction.each.points = Points::of(1);
  item.rules.push_back(deduction);
  grown.nodes.insert(grown.nodes.begin() + static_cast<std::ptrdiff_t>(end), item);
  grown.profiles.push_back({"without X", {}, true, {"X"}});
  return grown;
}

// The visit of the grown framework at which X does not apply: its site says so, or a check does.
VisitRecord without_x(const Framework& grown, VisitRecord visit) {
  if (chance(50)) {
    visit.site_class = "without X";
    return visit;
  }
  CheckRecord check;
  check.item = "X";
  check.result = CheckResult::not_applicable;
  const auto x =
      std::find_if(grown.nodes.begin(), grown.nodes.end(), [](const Node& node) { return node.code == "X"; });
  for (std::optional<std::size_t> up = x->parent; up; up = grown.nodes[*up].parent) {
    const std::optional<Cycles>& cycles = grown.nodes[*up].cycles;
    if (!cycles) continue;
    for (const Cycles::Cycle& cycle : cycles->cycles) {
      check.attributes = {{cycles->by, cycle.value}};
      visit.checks.push_back(check);
    }
    return visit;
  }
  visit.checks.push_back(check);
  return visit;
}

// Class: the parent is a mean (any aggregator but sum) whose parts leave the denominator when they do not apply, and
// has another part.
RC_GTEST_PROP(RemovingANotApplicableItem, OfAMeanEqualsNeverHavingIt, ()) {
  const Flavour flavour{.profiles = false};
  Framework framework = *any_framework_to_score(flavour);
  std::vector<std::size_t> means;
  for (std::size_t i = 0; i < framework.nodes.size(); ++i) {
    Aggregation& how = framework.nodes[i].aggregation;
    if (how.by == Aggregator::sum || !has_parts(framework, i)) continue;
    how.not_applicable = chance(50) ? Missing::renormalise : Missing::leave_out;
    means.push_back(i);
  }
  RC_PRE(!means.empty());
  const Framework grown = with_item(framework, one_of(means));
  const VisitRecord visit = *any_visit_to(framework, flavour);
  const CompiledFramework program = compiled(framework);
  const CompiledFramework grown_program = compiled(grown);
  const Scorecard never = scored(program, visit, Derive::yes);
  const Scorecard removed = scored(grown_program, without_x(grown, visit), Derive::yes);
  for (std::uint32_t n = 0; n < never.size(); ++n) {
    const NodeId node{n};
    const NodeId same = *grown_program.find(program.code(node));
    RC_ASSERT(removed.status(same) == never.status(node));
    RC_ASSERT(removed.mark(same) == never.mark(node));
    RC_ASSERT(removed.possible(same) == never.possible(node));
    RC_ASSERT(removed.completion(same) == never.completion(node));
    RC_ASSERT(removed.grade(same) == never.grade(node));
    RC_ASSERT(removed.derivation()->value(same) == never.derivation()->value(node));
  }
}

// Class: sums of parts that leave out what does not apply, full marks derived from the parts, everything observed.
RC_GTEST_PROP(RemovingANotApplicableItem, OfSumsThatLeaveItOutEqualsNeverHavingIt, ()) {
  const Flavour flavour{
      .merits = false, .cycles = false, .only_shares = true, .branch_checks = false, .profiles = false};
  Framework framework = *any_framework_to_score(flavour);
  std::vector<std::size_t> sums;
  for (std::size_t i = 0; i < framework.nodes.size(); ++i) {
    Node& node = framework.nodes[i];
    if (has_parts(framework, i)) sums.push_back(i);
    node.rules.erase(std::remove_if(node.rules.begin(), node.rules.end(), is_measuring), node.rules.end());
    if (!has_parts(framework, i)) continue;
    node.full_marks.reset();
    node.highest.reset();
    node.aggregation = Aggregation{};
    node.aggregation.not_applicable = Missing::leave_out;
  }
  RC_PRE(!sums.empty());
  const Framework grown = with_item(framework, one_of(sums));
  const Result<CompiledFramework> program = compile(framework);
  const Result<CompiledFramework> grown_program = compile(grown);
  RC_PRE(program.ok() && grown_program.ok());
  const VisitRecord visit = *any_visit_to(framework, flavour);
  const Scorecard never = scored(*program, visit);
  const Scorecard removed = scored(*grown_program, without_x(grown, visit));
  for (std::uint32_t n = 0; n < never.size(); ++n) {
    const NodeId node{n};
    const NodeId same = *grown_program->find(program->code(node));
    RC_ASSERT(removed.status(same) == never.status(node));
    RC_ASSERT(removed.mark(same) == never.mark(node));
    if (never.status(node) == Status::scored) RC_ASSERT(removed.possible(same) == never.possible(node));
    RC_ASSERT(removed.grade(same) == never.grade(node));
  }
}

}  // namespace
}  // namespace aedile::test
