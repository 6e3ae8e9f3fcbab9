#include "workload.h"

#include <cstdlib>
#include <iostream>

#include "numbers.h"
#include "support/oracle.h"

namespace aedile::workload {

namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : next_(seed) {}
  int below(int bound) { return static_cast<int>((next_() >> 32) * static_cast<std::uint64_t>(bound) >> 32); }
  int from(int low, int high) { return low + below(high - low + 1); }
  bool once_in(int times) { return below(times) == 0; }

 private:
  Numbers next_;
};

Points hundredths(int count) { return Points::from_scaled(std::int64_t{count} * (Points::unit / 100)); }

constexpr int profile_count = 16;

class Draw {
 public:
  Draw(const Shape& shape, MarkRounding marks) : shape_(shape) {
    framework_.id = shape.name;
    framework_.edition = "1";
    framework_.title = shape.name;
    framework_.marks = marks;
    Attribute severity{"severity", {}, {}};
    for (const char* code : {"slight", "minor", "serious", "fatal"}) severity.values.push_back({code, {}});
    framework_.attributes = {severity};
  }

  Framework draw() {
    const std::size_t root = add(std::nullopt, "total", 1);
    framework_.nodes[root].aggregation.by = Aggregator::weighted_mean;
    framework_.nodes[root].grades = grades();
    if (shape_.chain > 0) {
      draw_chains(root);
    } else if (shape_.dimensions == 0) {
      for (int i = 1; i <= shape_.items; ++i) draw_item(root, std::to_string(i));
    } else {
      draw_levels(root);
    }
    draw_profiles();
    return framework_;
  }

 private:
  std::size_t add(std::optional<std::size_t> parent, const std::string& code, int weight) {
    Node node;
    node.code = code;
    node.title = "node " + code;
    node.clause = "clause " + code;
    node.parent = parent;
    node.weight = Weight::of(weight);
    framework_.nodes.push_back(node);
    return framework_.nodes.size() - 1;
  }

  std::size_t add_mean(std::size_t parent, const std::string& code) {
    const std::size_t node = add(parent, code, random_.from(1, 9));
    framework_.nodes[node].aggregation.by = Aggregator::weighted_mean;
    return node;
  }

  void draw_levels(std::size_t root) {
    int indicator = 0;
    int item = 0;
    for (int d = 1; d <= shape_.dimensions; ++d) {
      const std::size_t dimension = add_mean(root, std::to_string(d));
      for (int i = 1; indicator < shape_.indicators * d / shape_.dimensions; ++i, ++indicator) {
        const std::string code = std::to_string(d) + "." + std::to_string(i);
        const std::size_t node = add_mean(dimension, code);
        branches_.push_back(code);
        const int end = static_cast<int>(std::int64_t{shape_.items} * (indicator + 1) / shape_.indicators);
        for (int k = 1; item < end; ++k, ++item) draw_item(node, code + "." + std::to_string(k));
      }
    }
  }

  void draw_chains(std::size_t root) {
    for (int i = 1; i <= shape_.items; ++i) {
      std::size_t parent = root;
      std::string code = std::to_string(i);
      for (int depth = 0; depth < shape_.chain; ++depth) {
        parent = add_mean(parent, code);
        code += ".1";
      }
      branches_.push_back(std::to_string(i));
      draw_item(parent, code);
    }
  }

  void draw_item(std::size_t parent, const std::string& code) {
    const std::string above = framework_.nodes[parent].code;
    Node& item = framework_.nodes[add(parent, code, random_.from(1, 9))];
    const int full = random_.from(200, 1500);
    item.full_marks = hundredths(full);
    Deduction deduction;
    deduction.each.points.by = {"severity"};
    int points = random_.from(5, 40);
    for (const char* severity : {"slight", "minor", "serious", "fatal"}) {
      deduction.each.points.cells.push_back({{severity}, hundredths(std::min(points, full))});
      points = points * random_.from(15, 30) / 10;
    }
    deduction.each.cap = item.full_marks;
    if (random_.once_in(8)) deduction.each.free = 1;
    if (random_.once_in(8)) deduction.each.modifiers.push_back({{{"repeat", {"yes"}}}, Factor::of(2), Points{}});
    if (random_.once_in(10)) {
      deduction.each.once = true;
      deduction.each.once_per = {"location"};
    }
    item.rules.push_back(deduction);
    if (random_.once_in(20)) {
      Veto veto;
      veto.when = {{"severity", {"fatal"}}};
      veto.on = random_.once_in(3) ? "total" : above;
      veto.ceiling = Points::of(veto.on == "total" ? 59 : 30);
      item.rules.push_back(veto);
    }
  }

  static std::vector<Grade> grades() {
    std::vector<Grade> result(4);
    const char* codes[] = {"A", "B", "C", "D"};
    const int edges[] = {90, 75, 60};
    for (std::size_t i = 0; i < 4; ++i) {
      result[i].code = codes[i];
      if (i < 3) result[i].mark.at_least = Points::of(edges[i]);
      if (i > 0) result[i].mark.below = Points::of(edges[i - 1]);
    }
    return result;
  }

  void draw_profiles() {
    for (int p = 0; p < profile_count; ++p) {
      Profile profile;
      profile.site_class = "class " + std::to_string(p);
      profile.all_except = true;
      const auto last = static_cast<int>(framework_.nodes.size()) - 1;
      for (int i = 0; i < shape_.items / 8 + 1; ++i) {
        const Node& node = framework_.nodes[static_cast<std::size_t>(random_.from(1, last))];
        if (node.rules.empty() || node.code == framework_.nodes.back().code) continue;
        leave_out(profile, node.code);
      }
      for (int i = 0; p >= profile_count / 2 && i < 2 && branches_.size() > 2; ++i) {
        leave_out(profile, branches_[static_cast<std::size_t>(random_.below(static_cast<int>(branches_.size()) - 1))]);
      }
      if (profile.nodes.empty()) leave_out(profile, framework_.nodes[static_cast<std::size_t>(last) - 1].code);
      framework_.profiles.push_back(profile);
    }
  }

  static void leave_out(Profile& profile, const std::string& code) {
    for (const std::string& known : profile.nodes) {
      if (known == code) return;
    }
    profile.nodes.push_back(code);
  }

  Shape shape_;
  Framework framework_;
  std::vector<std::string> branches_;
  Random random_{2026};
};

}  // namespace

Shape national() { return {.name = "national"}; }
Shape large() { return {.name = "257 items", .dimensions = 9, .indicators = 60, .items = 257}; }
Shape flat() { return {.name = "flat", .dimensions = 0, .indicators = 0}; }
Shape chains() { return {.name = "chains", .dimensions = 0, .indicators = 0, .items = 10, .chain = 12}; }

Framework framework(const Shape& shape, MarkRounding marks) { return Draw(shape, marks).draw(); }

Framework ties() {
  Framework framework;
  framework.id = framework.edition = "ties";
  framework.title = "ties";
  framework.marks.places = 0;
  framework.attributes = {{"severity", {}, {{"fatal", {}}}}};
  Node root;
  root.code = "total";
  root.title = "total";
  root.aggregation.by = Aggregator::weighted_mean;
  framework.nodes.push_back(root);
  for (int i = 1; i <= 8; ++i) {
    Node item;
    item.code = std::to_string(i);
    item.title = "item";
    item.parent = 0;
    item.full_marks = Points::of(3);
    item.rules.push_back(WholeItem{});
    framework.nodes.push_back(item);
  }
  return framework;
}

std::vector<VisitRecord> visits(const Framework& framework, std::size_t count, int findings) {
  const CompiledFramework program = compiled(framework);
  Random random(7);
  std::vector<VisitRecord> result(count);
  for (std::size_t v = 0; v < count; ++v) {
    VisitRecord& visit = result[v];
    visit.id = "V" + std::to_string(v);
    visit.date = Date::of(2026, 3, 9);
    const Applicability* applies = &program.all();
    if (!framework.profiles.empty()) {
      visit.site_class = framework.profiles[v % framework.profiles.size()].site_class;
      applies = program.profile(visit.site_class);
    }
    std::vector<std::string> items;
    for (std::size_t i = 0; i < program.size(); ++i) {
      const NodeId node{i};
      if (program.is_item(node) && applies->applies(node)) items.emplace_back(program.code(node));
    }
    const std::vector<Attribute::Value>& severities = framework.attributes.front().values;
    for (int f = 0; f < findings; ++f) {
      FindingRecord finding;
      finding.item = items[static_cast<std::size_t>(random.below(static_cast<int>(items.size())))];
      finding.count = static_cast<std::uint32_t>(random.from(1, 3));
      // Fatal ones are rare, or every visit would end under a ceiling.
      const int severity = random.once_in(50) ? static_cast<int>(severities.size()) - 1
                                              : random.below(std::max(1, static_cast<int>(severities.size()) - 1));
      finding.attributes = {{"severity", severities[static_cast<std::size_t>(severity)].code},
                            {"location", "place " + std::to_string(random.below(4))}};
      if (random.once_in(6)) finding.attributes.emplace_back("repeat", "yes");
      visit.findings.push_back(std::move(finding));
    }
  }
  return result;
}

CompiledFramework compiled(const Framework& framework) {
  Result<CompiledFramework> program = compile(framework);
  if (!program) fail(program.diagnostics().to_string());
  return std::move(program).value();
}

std::vector<EncodedVisit> encoded(const CompiledFramework& framework, const std::vector<VisitRecord>& visits) {
  Encoder encoder(framework);
  std::vector<EncodedVisit> result(visits.size());
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const Diagnostics problems = encoder.encode(visits[i], result[i]);
    if (problems.has_errors()) fail(problems.to_string());
  }
  return result;
}

void require_oracle(const CompiledFramework& framework, const VisitRecord& visit) {
  const test::OracleCard expected = test::oracle_score(framework.source(), visit);
  const std::vector<EncodedVisit> coded = encoded(framework, {visit});
  Scorer scorer(framework);
  const auto compare = [&](const Result<Scorecard>& card) {
    if (!card) fail(card.diagnostics().to_string());
    const std::string found = test::differences(framework, *card, expected);
    if (!found.empty()) fail(framework.source().id + ", visit " + visit.id + ":\n" + found);
  };
  compare(scorer.score(coded.front()));
  compare(scorer.score(coded.front(), Derive::yes));
  compare(scorer.score_exactly(*coded.front().applicability, coded.front().visit(), coded.front().observations()));
}

void fail(const std::string& why) {
  std::cerr << "the benchmark's results are wrong, nothing was timed: " << why << '\n';
  std::abort();
}

}  // namespace aedile::workload
