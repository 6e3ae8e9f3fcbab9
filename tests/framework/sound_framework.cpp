#include "framework/sound_framework.h"

#include <stdexcept>

namespace aedile::testing {

namespace {

Points points(const char* text) { return Points::parse(text).value(); }
Quantity quantity(const char* text) { return Quantity::parse(text).value(); }
Factor factor(const char* text) { return Factor::parse(text).value(); }
Date date(const char* text) { return Date::parse(text).value(); }

class Nodes {
 public:
  explicit Nodes(Framework& framework) : nodes_(framework.nodes) {}

  Node& add(std::size_t level, std::string code, const char* full_marks, Role role = Role::part) {
    Node node;
    node.title = LocalText({{"en", "node " + code}, {"zh", "节点" + code}});
    node.code = std::move(code);
    if (full_marks) node.full_marks = points(full_marks);
    node.role = role;
    path_.resize(level);
    if (level != 0) node.parent = path_.back();
    path_.push_back(nodes_.size());
    nodes_.push_back(std::move(node));
    return nodes_.back();
  }

 private:
  std::vector<Node>& nodes_;
  std::vector<std::size_t> path_;
};

Deduction deduction() {
  Deduction rule;
  rule.each.when = {{"source", {"patrol", "check"}}};
  rule.each.points.by = {"severity", "area"};
  rule.each.points.cells = {{{"minor", "inside"}, points("0.5")},
                            {{"minor", "outside"}, points("0.25")},
                            {{"serious", "inside"}, points("2")},
                            {{"serious", "outside"}, points("1")}};
  rule.each.once = true;
  rule.each.once_per = {"location"};
  rule.each.modifiers = {{{{"repeat", {"yes"}}}, Factor::of(2), {}}};
  rule.each.divide_by = "units_sampled";
  rule.each.scale = ScaleTable{"revisits", {{"1", Factor::of(1)}, {"2", factor("1.5")}}};
  rule.each.cap = points("6");
  return rule;
}

Checklist checklist() {
  Checklist rule;
  rule.criteria = {{"hands", "hands washed", Weight::of(1)}, {"bins", {}, Weight::of(2)}};
  return rule;
}

Bands bands() {
  const auto band = [](const char* total, const char* largest, const char* given) {
    Bands::Band made;
    made.total.at_most = quantity(total);
    made.largest.at_most = quantity(largest);
    made.points = points(given);
    return made;
  };
  Bands rule;
  rule.readings = {"hygiene", "structure"};
  rule.bands = {band("15", "5", "10"), band("20", "10", "8")};
  rule.otherwise = Points{};
  return rule;
}

Rate rate() {
  Rate rule;
  rule.numerator = "satisfied";
  rule.denominator = "asked";
  rule.target = quantity("95");
  rule.minimum_sample = 30;
  return rule;
}

Progress progress() {
  Progress rule;
  rule.actual = "visitors";
  rule.start = date("2025-12-31");
  rule.milestones = {{date("2026-06-30"), quantity("300000")}, {date("2026-12-31"), quantity("750000")}};
  return rule;
}

Letters letters() {
  Letters rule;
  rule.reading = "letter";
  rule.shares = {{"A", Factor::of(1)}, {"B", factor("0.8")}};
  rule.not_applicable = {"n/a"};
  rule.not_observed = {"-"};
  return rule;
}

void add_nodes(Framework& framework) {
  Nodes nodes(framework);
  Node& total = nodes.add(0, "total", "100");
  total.grades = {{"A", "good", {}}, {"B", "poor", {}}};
  total.grades[0].mark.at_least = points("90");
  total.grades[1].mark.below = points("90");
  total.ceilings = {{{"1", {}}, points("59"), "B"}};
  total.ceilings[0].when.mark.below = points("20");
  total.lead = "city management";

  nodes.add(1, "1", "60");
  nodes.add(2, "1.1", "30").rules = {deduction(), WholeItem{{{"severity", {"serious"}}, {"media", {"yes"}}}},
                                     Veto{{{"severity", {"serious"}}}, "total", points("59"), "B"}};
  nodes.add(2, "1.2", "30").rules = {checklist(), Penalty{{.points = points("5"), .cap = points("5")}, "2"}};

  Node& second = nodes.add(1, "2", "40");
  second.aggregation.by = Aggregator::weighted_mean;
  nodes.add(2, "2.1", "10").rules = {bands()};
  nodes.add(2, "2.2", "10").rules = {rate()};
  nodes.add(2, "2.3", "10").rules = {progress()};
  nodes.add(2, "2.4", "10").rules = {letters()};
  nodes.add(2, "2.5", "10").rules = {Custom{"noise", {{"limit", "55"}}}};
  framework.nodes.back().supporting = {"police"};

  Bonus bonus{{.points = points("1"), .cap = points("5")}, MarkCondition{"1", {}}};
  bonus.gate->mark.at_least = points("30");
  nodes.add(1, "3", "0", Role::adds).rules = {bonus};
  nodes.add(1, "4", nullptr, Role::deducts).rules = {Tally{{.points = points("4")}}};

  Node& fifth = nodes.add(1, "5", nullptr, Role::deducts);
  fifth.aggregation.not_applicable = Missing::leave_out;
  fifth.aggregation.not_observed = Missing::leave_out;
  fifth.cycles = Cycles{"cycle", {{"1", Weight::of(3)}, {"2", Weight::of(2)}}, Missing::renormalise};
  nodes.add(2, "5.1", nullptr).rules = {Tally{{.points = points("1")}}};
}

}  // namespace

Framework sound_framework() {
  Framework framework;
  framework.id = "demo";
  framework.edition = "2026";
  framework.title = LocalText({{"zh", "示范测评体系"}, {"en", "Demonstration"}});
  framework.valid_from = date("2026-01-01");
  framework.valid_until = date("2026-12-31");
  framework.owners_required = true;
  framework.attributes = {{"severity", {}, {{"minor", {}}, {"serious", "严重"}}},
                          {"area", {}, {{"inside", {}}, {"outside", {}}}},
                          {"cycle", {}, {{"1", {}}, {"2", {}}}}};
  framework.visit_attributes = {{"units_sampled", {}}};
  framework.profiles = {{"park", {}, false, {"1", "2.1"}}, {"school", {}, true, {"4"}}};
  add_nodes(framework);
  return framework;
}

Node& node(Framework& framework, std::string_view code) {
  for (Node& candidate : framework.nodes) {
    if (candidate.code == code) return candidate;
  }
  throw std::out_of_range("sound_framework: no node " + std::string(code));
}

PerOccurrence& each(Framework& framework, std::string_view code, std::size_t index) {
  return const_cast<PerOccurrence&>(*per_occurrence_of(node(framework, code).rules.at(index)));
}

}  // namespace aedile::testing
