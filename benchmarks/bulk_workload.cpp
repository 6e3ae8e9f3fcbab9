#include "bulk_workload.h"

#include <algorithm>
#include <numeric>

#include "numbers.h"

namespace aedile::workload {

namespace {

constexpr std::size_t sites = 10'000;
constexpr std::size_t severities = 4;

CompiledFramework framework_of(const Shape& shape, Mix mix) {
  Framework made = framework(shape, {.places = 9});
  for (Node& node : made.nodes) {
    if (mix == Mix::tables)
      std::erase_if(node.rules, [](const Rule& rule) { return std::holds_alternative<Veto>(rule); });
    if (mix == Mix::all) continue;
    for (Rule& rule : node.rules) {
      Deduction* const deduction = std::get_if<Deduction>(&rule);
      if (deduction == nullptr) continue;
      deduction->each.free = 0;
      deduction->each.modifiers.clear();
      deduction->each.once = false;
      deduction->each.once_per.clear();
    }
  }
  return compiled(made);
}

std::vector<NodeId> items_of(const CompiledFramework& framework) {
  std::vector<NodeId> items;
  for (std::size_t i = 0; i < framework.size(); ++i)
    if (framework.is_item(NodeId{i})) items.emplace_back(i);
  return items;
}

}  // namespace

BulkTable::BulkTable(const Shape& shape, Mix mix, std::size_t rows) : framework(framework_of(shape, mix)) {
  Numbers numbers(rows);
  const std::size_t classes = framework.source().profiles.size(), items = items_of(framework).size();
  for (std::size_t s = 0; s < sites; ++s) site_class.push_back(static_cast<std::uint8_t>(numbers(classes)));
  while (visit.size() < rows) {
    const auto number = static_cast<std::uint32_t>(visit_site.size());
    visit_site.push_back(static_cast<std::uint32_t>(numbers(sites)));
    for (std::uint64_t left = numbers(24); left > 0; --left) {
      const bool elsewhere = numbers(10'000) == 0;
      visit.push_back(number);
      site.push_back(visit_site.back() + (elsewhere ? 1 : 0));
      item.push_back(static_cast<std::uint16_t>(numbers(items)));
      severity.push_back(static_cast<std::uint8_t>(numbers(50) == 0 ? severities - 1 : numbers(severities - 1)));
      count.push_back(static_cast<std::uint8_t>(1 + numbers(3)));
    }
  }
}

BulkLayout BulkTable::layout() const {
  BulkLayout layout{.items = items_of(framework), .profiles = {}, .attributes = {{"severity", {}}}, .nodes = {}};
  for (const Attribute::Value& value : framework.source().attributes.front().values)
    layout.attributes.front().values.push_back(value.code);
  for (const Profile& profile : framework.source().profiles)
    layout.profiles.push_back(*framework.profile(profile.site_class));
  const NodeId root = framework.root();
  layout.nodes.push_back(root);
  for (std::size_t c = 0; c < framework.child_count(root) && c < 16; ++c) {
    const NodeId below{framework.first_child(root).index() + c};
    if (!framework.is_item(below)) layout.nodes.push_back(below);
  }
  return layout;
}

BulkTable BulkTable::shuffled() const {
  Numbers numbers(rows() + 1);
  std::vector<std::size_t> order(rows());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[numbers(i)]);
  BulkTable made = *this;
  for (std::size_t i = 0; i < order.size(); ++i) {
    made.visit[i] = visit[order[i]];
    made.site[i] = site[order[i]];
    made.item[i] = item[order[i]];
    made.severity[i] = severity[order[i]];
    made.count[i] = count[order[i]];
  }
  return made;
}

std::size_t BulkTable::bytes() const {
  return rows() * (4 + 4 + 2 + 1 + 1) + visits() * (4 + layout().nodes.size() * sizeof(Points) + 1);
}

VisitColumns BulkTable::visit_columns() const {
  return {.count = visits(), .site = visit_site, .period = {}, .profile = {}, .profile_of_site = site_class};
}

FindingColumns BulkTable::finding_columns() const {
  return {.visit = visit, .item = item, .count = count, .site = site, .period = {}, .attributes = {severity}};
}

void require_exact(const BulkTable& table, const BulkReport& report, const BulkResults& results) {
  const BulkLayout layout = table.layout();
  const std::size_t step = std::max<std::size_t>(1, table.visits() / 64);
  std::vector<std::vector<Finding>> findings(table.visits());
  std::vector<bool> rejected(table.rows());
  for (const RejectedRow& row : report.rejected) rejected[row.row] = true;
  const std::size_t severity = *table.framework.find_attribute("severity");
  std::uint64_t elsewhere = 0, ignored = 0;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const std::uint32_t visit = table.visit[r];
    if (table.site[r] != table.visit_site[visit]) {
      ++elsewhere;
      if (!rejected[r]) fail("a row of another site was scored");
      continue;
    }
    const NodeId item = layout.items[table.item[r]];
    ignored += !layout.profiles[table.site_class[table.visit_site[visit]]].applies(item);
    if (visit % step != 0) continue;
    Finding finding{.item = item, .count = table.count[r]};
    finding.values[severity] = ValueCode{1} + table.severity[r];
    findings[visit].push_back(finding);
  }
  if (report.rejected_rows() != elsewhere || report.ignored != ignored || !report.failed.empty())
    fail("rows were rejected or ignored that fit, or the other way round");
  Scorer scorer(table.framework, {.ignore_not_applicable = true});
  for (std::size_t visit = 0; visit < table.visits(); visit += step) {
    const Result<Scorecard> card = scorer.score_exactly(layout.profiles[table.site_class[table.visit_site[visit]]], {},
                                                        {.findings = findings[visit]});
    if (!card) fail(card.diagnostics().to_string());
    const std::size_t wanted = layout.nodes.size();
    for (std::size_t n = 0; n < wanted; ++n)
      if (results.marks[visit * wanted + n] != card->mark(layout.nodes[n]).value_or(no_mark))
        fail("a mark of visit " + std::to_string(visit));
    if (results.grades[visit] != card->grade()) fail("the grade of visit " + std::to_string(visit));
  }
}

}  // namespace aedile::workload
