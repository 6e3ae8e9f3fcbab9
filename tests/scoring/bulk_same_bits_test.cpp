// The same bits whatever computes them: every number of threads, every size of task, every set of instructions, every
// compiler and build. The digests below were computed once; what they stand for is held against exact scoring here.

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "aedile/scoring/bulk.h"

namespace aedile {
namespace {

constexpr std::size_t visits = 3000, items = 111, site_types = 16;

/// A whole number below `limit`: distributions of the standard library differ from one to another.
std::uint32_t below(std::mt19937& random, std::uint32_t limit) {
  return static_cast<std::uint32_t>(std::uint64_t{random()} * limit >> 32);
}

/// 7 dimensions, 33 indicators, 111 items; vetoes of indicators and of the total, penalties.
Framework framework() {
  std::mt19937 random(1);
  Framework made{.id = "bits", .edition = "1", .title = "bits"};
  made.attributes = {{"severity", "severity", {{"0", "0"}, {"1", "1"}, {"2", "2"}, {"3", "3"}}}};
  const auto add = [&](std::string code, std::optional<std::size_t> parent) {
    Node node{.code = std::move(code), .parent = parent};
    node.weight = Weight::of(1 + static_cast<int>(below(random, 9)));
    made.nodes.push_back(std::move(node));
    return made.nodes.size() - 1;
  };
  add("total", {});
  std::size_t item = 0;
  for (std::size_t d = 0, i = 0; d < 7; ++d) {
    const std::size_t dimension = add("d" + std::to_string(d), 0);
    for (; i < (d + 1) * 33 / 7; ++i) {
      const std::size_t indicator = add("i" + std::to_string(i), dimension);
      for (; item < (i + 1) * items / 33; ++item) {
        Node& node = made.nodes[add("k" + std::to_string(item), indicator)];
        node.full_marks = Points::of(2 + static_cast<int>(below(random, 9)));
        PointsTable points;
        points.by = {"severity"};
        for (const char* severity : {"0", "1", "2", "3"})
          points.cells.push_back({{severity}, Points::from_scaled((1 + below(random, 300)) * (Points::unit / 100))});
        node.rules.push_back(Deduction{.each = {.points = points}});
        const Filter gravest{{"severity", {"3"}}};
        if (item % 10 == 3)
          node.rules.push_back(Veto{.when = gravest, .on = "i" + std::to_string(i), .ceiling = Points{}});
        if (item % 20 == 7) node.rules.push_back(Veto{.when = gravest, .on = "total", .ceiling = Points::of(59)});
        if (item % 20 == 11)
          node.rules.push_back(Penalty{.each = {.when = gravest, .points = Points::of(5)}, .on = "total"});
      }
    }
  }
  for (Node& node : made.nodes)
    if (!node.full_marks) node.aggregation.by = Aggregator::weighted_mean;
  made.nodes[0].grades = {
      {"A", "A", {.at_least = Points::of(90)}}, {"B", "B", {.at_least = Points::of(75)}}, {"C", "C", {}}};
  return made;
}

struct Table {
  std::vector<std::uint32_t> site, visit, row_site;
  std::vector<std::uint16_t> period, item, row_period;
  std::vector<std::uint8_t> type, severity, count;

  VisitColumns visit_columns() const {
    return {.count = site.size(), .site = site, .period = period, .profile = {}, .profile_of_site = type};
  }
  FindingColumns finding_columns() const {
    return {
        .visit = visit, .item = item, .count = count, .site = row_site, .period = row_period, .attributes = {severity}};
  }
};

Table table() {
  std::mt19937 random(2);
  Table made;
  for (std::size_t s = 0; s < 500; ++s) made.type.push_back(static_cast<std::uint8_t>(below(random, site_types)));
  for (std::uint32_t v = 0; v < visits; ++v) {
    made.site.push_back(below(random, 500));
    made.period.push_back(static_cast<std::uint16_t>(below(random, 12)));
    for (std::uint32_t rows = below(random, 100) == 0 ? 600 : below(random, 24); rows > 0; --rows) {
      const bool spoiled = below(random, 100) == 0;
      const std::uint32_t how = below(random, 5);
      made.visit.push_back(spoiled && how == 0 ? v + visits : v);
      made.item.push_back(static_cast<std::uint16_t>(below(random, items) + (spoiled && how == 1 ? items : 0)));
      made.severity.push_back(static_cast<std::uint8_t>(spoiled && how == 2 ? 4 : below(random, 4)));
      made.count.push_back(static_cast<std::uint8_t>(below(random, 20) == 0 ? below(random, 256) : below(random, 3)));
      made.row_site.push_back(made.site.back() + (spoiled && how == 3));
      made.row_period.push_back(static_cast<std::uint16_t>(made.period.back() + (spoiled && how == 4)));
    }
  }
  return made;
}

/// The same rows in some other order.
Table shuffled(const Table& table) {
  std::mt19937 random(3);
  std::vector<std::size_t> order(table.visit.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[below(random, static_cast<std::uint32_t>(i))]);
  Table made = table;
  for (std::size_t i = 0; i < order.size(); ++i) {
    made.visit[i] = table.visit[order[i]];
    made.item[i] = table.item[order[i]];
    made.severity[i] = table.severity[order[i]];
    made.count[i] = table.count[order[i]];
    made.row_site[i] = table.row_site[order[i]];
    made.row_period[i] = table.row_period[order[i]];
  }
  return made;
}

class SameBits : public testing::Test {
 protected:
  CompiledFramework compiled_ = compile(framework()).value();
  Table table_ = table();

  BulkScorer bulk(std::size_t rows_per_task, bool portable) const {
    std::mt19937 random(4);
    BulkLayout layout{.items = {}, .profiles = {}, .attributes = {{"severity", {"0", "1", "2", "3"}}}, .nodes = {}};
    for (std::size_t k = 0; k < items; ++k) layout.items.push_back(*compiled_.find("k" + std::to_string(k)));
    for (std::size_t t = 0; t < site_types; ++t) {
      std::vector<NodeId> applies;
      for (const NodeId item : layout.items)
        if (t == 0 || below(random, 100) < 90) applies.push_back(item);
      layout.profiles.push_back(compiled_.applicability(applies));
    }
    for (std::size_t d = 0; d < 7; ++d) layout.nodes.push_back(*compiled_.find("d" + std::to_string(d)));
    layout.nodes.push_back(compiled_.root());
    const BulkOptions options{
        .score = {.ignore_not_applicable = true}, .rows_per_task = rows_per_task, .portable = portable};
    return BulkScorer::create(compiled_, std::move(layout), options).value();
  }

  struct Outcome {
    std::vector<Points> marks;
    std::vector<std::uint8_t> grades;
    BulkReport report;
  };
  static Outcome score(const BulkScorer& bulk, const Table& table, std::size_t number) {
    Outcome outcome{std::vector<Points>(visits * 8), std::vector<std::uint8_t>(visits), {}};
    outcome.report = bulk.score(table.visit_columns(), table.finding_columns(),
                                {.marks = outcome.marks, .grades = outcome.grades, .completion = {}}, threads(number));
    return outcome;
  }
  /// FNV-1a over everything that came out.
  static std::uint64_t digest(const Outcome& outcome) {
    std::uint64_t digest = 14695981039346656037U;
    const auto take = [&](std::uint64_t value) {
      for (int byte = 0; byte < 8; ++byte) digest = (digest ^ (value >> 8 * byte & 0xFF)) * 1099511628211U;
    };
    for (const Points mark : outcome.marks) take(static_cast<std::uint64_t>(mark.scaled()));
    for (const std::uint8_t grade : outcome.grades) take(grade);
    for (const RejectedRow& row : outcome.report.rejected) {
      take(row.row);
      take(static_cast<std::uint64_t>(row.fault));
    }
    take(outcome.report.ignored);
    return digest;
  }
};

// Rows in order and in another order are rejected at other places: two digests.
constexpr std::uint64_t in_order = 13161098771887891570U, in_any_order = 17125540787469121693U;

TEST_F(SameBits, ForEveryNumberOfThreadsSizeOfTaskAndSetOfInstructions) {
  const Table other = shuffled(table_);
  for (const bool portable : {false, true}) {
    for (const std::size_t rows_per_task :
         {std::size_t{37}, std::size_t{512}, std::size_t{5000}, std::size_t{1} << 20}) {
      const BulkScorer bulk = this->bulk(rows_per_task, portable);
      for (std::size_t number = 1; number <= 8; ++number) {
        EXPECT_EQ(digest(score(bulk, table_, number)), in_order) << number << ' ' << rows_per_task << ' ' << portable;
        EXPECT_EQ(digest(score(bulk, other, number)), in_any_order)
            << number << ' ' << rows_per_task << ' ' << portable;
      }
    }
  }
}

TEST_F(SameBits, InPartsAsInOne) {
  const BulkScorer bulk = this->bulk(5000, false);
  for (const Table& table : {table_, shuffled(table_)}) {
    const Outcome whole = score(bulk, table, 2);
    Outcome parts{{}, {}, {}};
    for (std::uint32_t first = 0; first < visits; first += 700) {
      const std::uint32_t count = std::min<std::uint32_t>(700, visits - first);
      Table part = table;  // with the rows of these visits alone
      part.site = {table.site.begin() + first, table.site.begin() + first + count};
      part.period = {table.period.begin() + first, table.period.begin() + first + count};
      std::vector<std::size_t> rows;
      for (std::size_t r = 0; r < table.visit.size(); ++r)
        if (table.visit[r] - first < count || (first == 0 && table.visit[r] >= visits)) rows.push_back(r);
      const auto keep = [&](auto& column) {
        auto kept = column;
        kept.clear();
        for (const std::size_t r : rows) kept.push_back(column[r]);
        column = std::move(kept);
      };
      keep(part.visit), keep(part.item), keep(part.severity), keep(part.count), keep(part.row_site),
          keep(part.row_period);
      std::vector<Points> marks(count * std::size_t{8});
      std::vector<std::uint8_t> grades(count);
      VisitColumns columns = part.visit_columns();
      columns.first = first;
      const BulkReport report =
          bulk.score(columns, part.finding_columns(), {.marks = marks, .grades = grades, .completion = {}}, threads(2));
      parts.marks.insert(parts.marks.end(), marks.begin(), marks.end());
      parts.grades.insert(parts.grades.end(), grades.begin(), grades.end());
      parts.report.ignored += report.ignored;
      for (const RejectedRow& row : report.rejected) parts.report.rejected.push_back({rows[row.row], row.fault});
    }
    std::sort(parts.report.rejected.begin(), parts.report.rejected.end(),
              [](const RejectedRow& a, const RejectedRow& b) { return a.row < b.row; });
    EXPECT_EQ(digest(parts), digest(whole));
  }
}

TEST_F(SameBits, AsExactScoringGives) {
  const BulkScorer bulk = this->bulk(1 << 20, false);
  const Outcome outcome = score(bulk, table_, 1);
  EXPECT_TRUE(bulk.general_items().empty());
  EXPECT_TRUE(bulk.general_profiles().empty());
  EXPECT_GT(outcome.report.rejected_rows(), 100u);
  EXPECT_GT(outcome.report.ignored, 1000u);
  Scorer scorer(compiled_, {.ignore_not_applicable = true});
  const std::size_t severity = *compiled_.find_attribute("severity");
  std::vector<bool> rejected(table_.visit.size());
  for (const RejectedRow& row : outcome.report.rejected) rejected[row.row] = true;
  std::vector<std::vector<Finding>> findings(visits);
  for (std::size_t r = 0; r < table_.visit.size(); ++r) {
    if (rejected[r]) continue;
    Finding finding;
    finding.item = bulk.layout().items[table_.item[r]];
    finding.count = table_.count[r];
    finding.values[severity] = static_cast<ValueCode>(table_.severity[r] + 1);
    findings[table_.visit[r]].push_back(finding);
  }
  for (std::size_t v = 0; v < visits; ++v) {
    const Applicability& profile = bulk.layout().profiles[table_.type[table_.site[v]]];
    const Scorecard card = scorer.score_exactly(profile, {}, {.findings = findings[v]}).value();
    for (std::size_t n = 0; n < 8; ++n)
      ASSERT_EQ(outcome.marks[v * 8 + n], card.mark(bulk.layout().nodes[n]).value_or(no_mark)) << v << ' ' << n;
    ASSERT_EQ(outcome.grades[v], static_cast<std::uint8_t>(card.grade())) << v;
  }
}

}  // namespace
}  // namespace aedile
