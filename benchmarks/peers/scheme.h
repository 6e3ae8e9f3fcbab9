#pragma once
/// The tree of the workloads W1 and W3 as a framework, and what the codes in their columns mean.

#include <array>
#include <fstream>

#include "peers/peer.h"

namespace peers {

using namespace aedile;

struct Scheme {
  Framework framework;
  std::vector<std::size_t> dimensions, items;  // nodes
  std::vector<std::vector<bool>> applies;      // by site type
};

inline Points hundredths(int value) { return Points::from_scaled(value * (Points::unit / 100)); }

inline std::size_t add(Framework& framework, std::string code, std::optional<std::size_t> parent, int weight) {
  Node node;
  node.code = std::move(code);
  node.parent = parent;
  node.weight = Weight::of(weight);
  node.aggregation.by = Aggregator::weighted_mean;
  framework.nodes.push_back(std::move(node));
  return framework.nodes.size() - 1;
}

/// Document order: each dimension with its indicators, each of these with its items.
inline Scheme read_scheme(const std::string& path) {
  std::ifstream in(path);
  if (!in) fail("cannot read " + path);
  int dimensions = 0, indicators = 0, items = 0, types = 0;
  in >> dimensions >> indicators >> items >> types;
  std::vector<int> dimension_weight(static_cast<std::size_t>(dimensions));
  for (int& weight : dimension_weight) in >> weight;
  struct Indicator {
    int dimension, weight;
  };
  std::vector<Indicator> indicator(static_cast<std::size_t>(indicators));
  for (Indicator& i : indicator) in >> i.dimension >> i.weight;
  struct Item {
    int indicator, weight, full;
    std::array<int, 4> points;
    int kind;
  };
  std::vector<Item> item(static_cast<std::size_t>(items));
  for (Item& i : item) {
    in >> i.indicator >> i.weight >> i.full;
    for (int& points : i.points) in >> points;
    in >> i.kind;
  }
  Scheme scheme;
  Framework& framework = scheme.framework;
  framework.id = "w1";
  framework.edition = "1";
  framework.title = "W1";
  Attribute severity{"severity", "severity", {}};
  for (const char* value : {"0", "1", "2", "3"}) severity.values.push_back({value, value});
  framework.attributes.push_back(std::move(severity));
  add(framework, "total", {}, 1);
  const Filter gravest{{"severity", {"3"}}};
  scheme.items.resize(item.size());
  for (int d = 0; d < dimensions; ++d) {
    scheme.dimensions.push_back(
        add(framework, "d" + std::to_string(d), 0, dimension_weight[static_cast<std::size_t>(d)]));
    for (std::size_t j = 0; j < indicator.size(); ++j) {
      if (indicator[j].dimension != d) continue;
      const std::size_t parent = add(framework, "i" + std::to_string(j), scheme.dimensions.back(), indicator[j].weight);
      for (std::size_t k = 0; k < item.size(); ++k) {
        if (item[k].indicator != static_cast<int>(j)) continue;
        scheme.items[k] = add(framework, "k" + std::to_string(k), parent, item[k].weight);
        Node& node = framework.nodes.back();
        node.aggregation = {};
        node.full_marks = hundredths(item[k].full);
        PointsTable points;
        points.by = {"severity"};
        for (std::size_t s = 0; s < 4; ++s)
          points.cells.push_back({{std::to_string(s)}, hundredths(item[k].points[s])});
        node.rules.push_back(Deduction{.each = {.points = points}});
        if (item[k].kind == 1)
          node.rules.push_back(Veto{.when = gravest, .on = "i" + std::to_string(j), .ceiling = Points{}});
        if (item[k].kind == 2) node.rules.push_back(Veto{.when = gravest, .on = "total", .ceiling = Points::of(59)});
        if (item[k].kind == 3)
          node.rules.push_back(Penalty{.each = {.when = gravest, .points = Points::of(5)}, .on = "total"});
      }
    }
  }
  const auto grade = [](const char* code, int from) {
    return Grade{code, code, {.at_least = Points::of(from) - Points::from_scaled(1)}};
  };
  framework.nodes[0].grades = {grade("A", 90), grade("B", 75), grade("C", 60), {"D", "D", {}}};
  for (int t = 0; t < types; ++t) {
    std::vector<bool> applies(item.size());
    for (std::size_t k = 0; k < item.size(); ++k) {
      int flag = 0;
      in >> flag;
      applies[k] = flag != 0;
    }
    scheme.applies.push_back(std::move(applies));
  }
  if (!in) fail(path + " is no tree");
  return scheme;
}

/// The tables for the scheme: all its items, every type of site, and the total behind the dimensions where these are
/// wanted.
inline BulkScorer lowered(const Scheme& scheme, bool dimensions) {
  const Result<CompiledFramework> compiled = compile(scheme.framework);
  if (!compiled) fail(compiled.diagnostics().to_string());
  BulkLayout layout{.items = {}, .profiles = {}, .attributes = {{"severity", {"0", "1", "2", "3"}}}, .nodes = {}};
  const auto node = [&](std::size_t authored) { return *compiled->find(scheme.framework.nodes[authored].code); };
  for (const std::size_t k : scheme.items) layout.items.push_back(node(k));
  for (const std::vector<bool>& applies : scheme.applies) {
    std::vector<NodeId> nodes;
    for (std::size_t k = 0; k < applies.size(); ++k)
      if (applies[k]) nodes.push_back(layout.items[k]);
    layout.profiles.push_back(compiled->applicability(nodes));
  }
  if (dimensions)
    for (const std::size_t d : scheme.dimensions) layout.nodes.push_back(node(d));
  layout.nodes.push_back(compiled->root());
  Result<BulkScorer> bulk =
      BulkScorer::create(*compiled, std::move(layout), {.score = {.ignore_not_applicable = true}});
  if (!bulk) fail(bulk.diagnostics().to_string());
  return *std::move(bulk);
}

}  // namespace peers
