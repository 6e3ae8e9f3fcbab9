#pragma once
// Layouts of random frameworks, and random frameworks that tables serve whole.

#include "aedile/scoring/bulk.h"
#include "support/generate_scored.h"

namespace aedile::test {

/// All items, all profiles, up to three attributes with all values that rules name and one that they do not.
inline BulkLayout layout_of(const CompiledFramework& framework) {
  BulkLayout layout;
  for (std::size_t n = 0; n < framework.size(); ++n) {
    if (framework.is_item(NodeId{n})) layout.items.emplace_back(n);
    if (chance(40)) layout.nodes.emplace_back(n);
  }
  layout.profiles.push_back(framework.all());
  for (const Profile& profile : framework.source().profiles)
    layout.profiles.push_back(*framework.profile(profile.site_class));
  for (const Attribute& attribute : framework.attributes()) {
    if (layout.attributes.size() == 3 || !chance(60)) continue;
    BulkLayout::AttributeColumn column{attribute.name, {""}};
    for (const Attribute::Value& value : attribute.values) column.values.push_back(value.code);
    if (attribute.values.empty()) column.values.insert(column.values.end(), {"north", "south"});
    layout.attributes.push_back(std::move(column));
  }
  return layout;
}

/// Marks at ties, and as few of the rules that need the general path as can be.
inline Flavour ties() {
  Flavour flavour;
  flavour.conditions = flavour.cycles = flavour.once = flavour.merits = flavour.branch_checks = false;
  flavour.tied = true;
  return flavour;
}

/// Frameworks of the kind that tables serve whole: sums and weighted means of items with deductions by severity, vetoes
/// and penalties anywhere above them, every way of taking what does not apply, every way of rounding.
class TabularFramework {
 public:
  Framework draw() {
    framework_.id = "drawn";
    framework_.edition = "1";
    framework_.title = "drawn";
    framework_.marks.mode = one_of<Rounding>(
        {Rounding::half_up, Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up, Rounding::floor});
    framework_.marks.places = chance(50) ? 9 : pick(0, 3);
    framework_.attributes = {
        {"severity", "severity", {{"minor", "minor"}, {"serious", "serious"}, {"fatal", "fatal"}}}};
    add({}, pick(1, 3));
    std::vector<std::string> codes;
    for (const Node& node : framework_.nodes) codes.push_back(node.code);
    const int profiles = pick(0, 3);
    for (int p = 0; p < profiles; ++p) {
      Profile profile{.site_class = "class " + std::to_string(p), .title = "class", .all_except = true, .nodes = {}};
      for (const std::string& code : codes)
        if (code != "n0" && chance(15)) profile.nodes.push_back(code);
      framework_.profiles.push_back(std::move(profile));
    }
    return std::move(framework_);
  }

 private:
  Points some_points() { return Points::from_scaled(Points::unit / 4 * pick(0, 12)); }

  void add(std::optional<std::size_t> parent, int depth) {
    const std::size_t at = framework_.nodes.size();
    Node node;
    node.code = "n" + std::to_string(at);
    node.title = node.code;
    node.parent = parent;
    node.weight = Weight::from_scaled(Weight::unit / 10 * pick(chance(10) ? 0 : 1, 40));
    if (chance(30)) node.grades = {{"A", "A", {.at_least = some_points()}}, {"B", "B", {}}};
    if (depth == 0) {
      item(node);
      framework_.nodes.push_back(std::move(node));
      return;
    }
    if (chance(60)) node.aggregation.by = Aggregator::weighted_mean;
    node.aggregation.not_applicable = one_of<Missing>(
        {Missing::renormalise, Missing::renormalise, Missing::leave_out, Missing::zero, Missing::full_marks});
    framework_.nodes.push_back(std::move(node));
    above_.push_back(at);
    const int children = pick(1, 4);
    for (int c = 0; c < children; ++c) add(at, chance(30) ? 0 : depth - 1);
    above_.pop_back();
  }

  void item(Node& node) {
    node.full_marks = Points::of(pick(1, 12));
    if (chance(15)) node.start = Points::from_scaled(node.full_marks->scaled() / 2);
    if (chance(80)) {
      PerOccurrence each;
      each.points.by = {"severity"};
      for (const char* severity : {"minor", "serious", "fatal"})
        if (each.points.cells.empty() || chance(90)) each.points.cells.push_back({{severity}, some_points()});
      if (chance(70)) each.points.otherwise = some_points();
      if (chance(30)) each.cap = some_points();
      if (chance(20)) each.modifiers = {{{{"repeat", {"yes"}}}, Factor::of(2), {}}};
      node.rules.emplace_back(Deduction{each});
    }
    if (chance(15)) node.rules.emplace_back(WholeItem{{{"severity", {"fatal"}}}});
    while (chance(30)) {
      const std::size_t above = above_.empty() || chance(15) ? SIZE_MAX : one_of(above_);
      const std::string on = above == SIZE_MAX ? node.code : framework_.nodes[above].code;
      const Filter when{{"severity", {one_of<std::string>({"minor", "serious", "fatal"})}}};
      if (chance(50)) {
        node.rules.emplace_back(Veto{.when = when, .on = on, .ceiling = some_points(), .grade = {}});
      } else {
        PerOccurrence each{.when = when, .points = some_points()};
        if (chance(40)) each.cap = some_points();
        node.rules.emplace_back(Penalty{each, on});
      }
    }
  }

  Framework framework_;
  std::vector<std::size_t> above_;
};

}  // namespace aedile::test
