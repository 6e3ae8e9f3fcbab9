// Bulk scoring gives, row by row and visit by visit, what exact scoring of one visit gives: for every framework, every
// order of rows, every number of threads and every size of task.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <sstream>

#include "aedile/scoring/bulk.h"
#include "framework/program.h"
#include "scoring/bulk_cases.h"

namespace aedile {
namespace {

using test::chance;
using test::layout_of;
using test::pick;
using test::TabularFramework;

struct Row {
  std::uint32_t visit, item, count, site, period;
  std::vector<std::uint32_t> values;  // by attribute
};

/// Visits and findings, with everything that can be wrong with a row.
struct Table {
  std::vector<std::uint32_t> site;
  std::vector<std::uint16_t> period;
  std::vector<std::uint8_t> profile_of_site;
  std::vector<Row> rows;
};

Table any_table(const BulkLayout& layout) {
  Table table;
  // Now and then more visits than are scored together.
  const int sites = pick(1, 4), visits = chance(15) ? pick(20, 70) : pick(1, 6);
  for (int s = 0; s < sites; ++s)
    table.profile_of_site.push_back(static_cast<std::uint8_t>(pick(0, static_cast<int>(layout.profiles.size()) - 1)));
  for (int v = 0; v < visits; ++v) {
    table.site.push_back(static_cast<std::uint32_t>(pick(0, sites - 1)));
    table.period.push_back(static_cast<std::uint16_t>(pick(0, 300)));
    const int findings = chance(10) ? 0 : pick(0, chance(10) ? 300 : 12);
    for (int f = 0; f < findings; ++f) {
      Row row{static_cast<std::uint32_t>(v),
              static_cast<std::uint32_t>(pick(0, static_cast<int>(layout.items.size()) - 1)),
              static_cast<std::uint32_t>(chance(20) ? pick(0, 255) : pick(0, 3)),
              table.site.back(),
              table.period.back(),
              {}};
      for (const auto& attribute : layout.attributes)
        row.values.push_back(static_cast<std::uint32_t>(pick(0, static_cast<int>(attribute.values.size()) - 1)));
      if (chance(6)) row.visit = static_cast<std::uint32_t>(visits + pick(0, 1000));
      if (chance(4))
        row.item = static_cast<std::uint32_t>(layout.items.size()) + static_cast<std::uint32_t>(pick(0, 1000));
      if (chance(4) && !row.values.empty()) row.values.back() += static_cast<std::uint32_t>(pick(1, 200));
      if (chance(4)) row.site += static_cast<std::uint32_t>(pick(1, 100000));
      if (chance(4)) row.period += static_cast<std::uint32_t>(pick(1, 1000));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

/// The plain twin: every row looked at by itself, every visit scored exactly.
struct Expected {
  std::vector<RejectedRow> rejected;
  std::uint64_t ignored = 0;
  std::vector<std::optional<Scorecard>> cards;
};

class Twin {
 public:
  Twin(const CompiledFramework& framework, const BulkLayout& layout, ScoreOptions options)
      : framework_(framework),
        layout_(layout),
        options_(options),
        scorer_(framework, options),
        known_values_(framework.program().known_values) {}

  Expected score(const Table& table) {
    Expected expected;
    std::vector<std::vector<Finding>> findings(table.site.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      const std::optional<RowFault> fault = fault_of(table, row);
      if (fault) {
        expected.rejected.push_back({r, *fault});
      } else if (!applicability(table, row.visit).applies(layout_.items[row.item])) {
        ++expected.ignored;
      } else {
        findings[row.visit].push_back(finding_of(row));
      }
    }
    for (std::uint32_t v = 0; v < table.site.size(); ++v) {
      Result<Scorecard> card = scorer_.score_exactly(applicability(table, v), {}, {.findings = findings[v]});
      expected.cards.push_back(card ? std::optional(*card) : std::nullopt);
    }
    return expected;
  }

 private:
  const Applicability& applicability(const Table& table, std::uint32_t visit) const {
    return layout_.profiles[table.profile_of_site[table.site[visit]]];
  }

  std::optional<RowFault> fault_of(const Table& table, const Row& row) {
    if (row.visit >= table.site.size()) return RowFault::no_such_visit;
    if (row.item >= layout_.items.size()) return RowFault::no_such_item;
    for (std::size_t a = 0; a < row.values.size(); ++a)
      if (row.values[a] >= layout_.attributes[a].values.size()) return RowFault::no_such_value;
    if (row.site != table.site[row.visit]) return RowFault::other_site;
    if (row.period != table.period[row.visit]) return RowFault::other_period;
    const Applicability& applies = applicability(table, row.visit);
    if (!applies.applies(layout_.items[row.item]))
      return options_.ignore_not_applicable ? std::nullopt : std::optional(RowFault::not_applicable);
    const Finding finding = finding_of(row);
    const Result<Scorecard> alone = scorer_.score(applies, {}, {.findings = {&finding, 1}});
    if (!alone && alone.diagnostics().contains("no_points")) return RowFault::no_points;
    return std::nullopt;
  }

  Finding finding_of(const Row& row) {
    Finding finding;
    finding.item = layout_.items[row.item];
    finding.count = row.count;
    for (std::size_t a = 0; a < row.values.size(); ++a) {
      const BulkLayout::AttributeColumn& column = layout_.attributes[a];
      const std::size_t slot = *framework_.find_attribute(column.name);
      finding.values[slot] = code_of(slot, column.values[row.values[a]]);
    }
    return finding;
  }

  /// As an encoder numbers them: what rules name first, then other texts as they are met.
  ValueCode code_of(std::size_t slot, const std::string& value) {
    if (value.empty()) return 0;
    std::vector<std::string>& known = known_values_[slot];
    const auto found = std::find(known.begin(), known.end(), value);
    if (found == known.end()) {
      known.push_back(value);
      return static_cast<ValueCode>(known.size());
    }
    return static_cast<ValueCode>(found - known.begin() + 1);
  }

  const CompiledFramework& framework_;
  const BulkLayout& layout_;
  ScoreOptions options_;
  Scorer scorer_;
  std::vector<std::vector<std::string>> known_values_;
};

/// The same rows as columns of the narrowest codes that hold them, or of wide ones.
struct Columns {
  Columns(const BulkLayout& layout, const Table& table)
      : site(table.site), period(table.period), profiles(table.profile_of_site) {
    values.resize(layout.attributes.size());
    for (const Row& row : table.rows) {
      visit.push_back(row.visit);
      item.push_back(static_cast<std::uint16_t>(row.item));
      count.push_back(static_cast<std::uint8_t>(row.count));
      row_site.push_back(row.site);
      row_period.push_back(static_cast<std::uint16_t>(row.period));
      for (std::size_t a = 0; a < values.size(); ++a) values[a].push_back(static_cast<std::uint16_t>(row.values[a]));
    }
    wide_count.assign(count.begin(), count.end());
  }
  VisitColumns visits() const {
    return {.count = site.size(), .site = site, .period = period, .profile = {}, .profile_of_site = profiles};
  }
  FindingColumns findings(bool wide) const {
    FindingColumns columns{
        .visit = visit, .item = item, .count = count, .site = row_site, .period = row_period, .attributes = {}};
    if (wide) columns.count = wide_count;
    for (const auto& column : values) columns.attributes.emplace_back(column);
    return columns;
  }

  std::vector<std::uint32_t> site, visit, row_site, wide_count;
  std::vector<std::uint16_t> period, item, row_period;
  std::vector<std::uint8_t> profiles, count;
  std::vector<std::vector<std::uint16_t>> values;
};

struct Outcome {
  std::vector<Points> marks;
  std::vector<std::uint8_t> grades;
  std::vector<Factor> completion;
  BulkReport report;
};

Outcome run(const BulkScorer& bulk, const Table& table, std::size_t threads_used, bool wide) {
  const std::size_t visits = table.site.size();
  const std::size_t nodes = std::max<std::size_t>(1, bulk.layout().nodes.size());
  Outcome outcome{std::vector<Points>(visits * nodes, Points::of(-7)),
                  std::vector<std::uint8_t>(visits, 77),
                  std::vector<Factor>(visits, Factor::of(-7)),
                  {}};
  const Columns columns(bulk.layout(), table);
  outcome.report = bulk.score(columns.visits(), columns.findings(wide),
                              {.marks = outcome.marks, .grades = outcome.grades, .completion = outcome.completion},
                              threads_used == 1 ? sequential() : threads(threads_used));
  return outcome;
}

void require_equal(const BulkScorer& bulk, const Outcome& outcome, const Expected& expected) {
  RC_ASSERT(outcome.report.rejected == expected.rejected);
  RC_ASSERT(outcome.report.rejected_rows() == expected.rejected.size());
  RC_ASSERT(outcome.report.ignored == expected.ignored);
  std::vector<NodeId> nodes = bulk.layout().nodes;
  if (nodes.empty()) nodes.push_back(bulk.framework().root());
  std::size_t failed = 0;
  for (std::size_t v = 0; v < expected.cards.size(); ++v) {
    const std::optional<Scorecard>& card = expected.cards[v];
    if (!card) {
      RC_ASSERT(failed < outcome.report.failed.size());
      RC_ASSERT(outcome.report.failed[failed++].first == v);
    }
    for (std::size_t n = 0; n < nodes.size(); ++n)
      RC_ASSERT(outcome.marks[v * nodes.size() + n] == (card ? card->mark(nodes[n]).value_or(no_mark) : no_mark));
    const GradeIndex grade = card ? card->grade() : no_grade;
    RC_ASSERT(outcome.grades[v] == (grade == no_grade ? no_bulk_grade : static_cast<std::uint8_t>(grade)));
    RC_ASSERT(outcome.completion[v] == (card ? card->completion() : Factor{}));
  }
  RC_ASSERT(failed == outcome.report.failed.size());
}

void equals_exact_scoring(const Framework& source) {
  Result<CompiledFramework> compiled = compile(source);
  RC_PRE(static_cast<bool>(compiled));  // now and then a profile leaves nothing, or weights are all 0
  const BulkLayout layout = layout_of(*compiled);
  const BulkOptions options{.score = {.ignore_not_applicable = chance(50)},
                            .rows_per_task = static_cast<std::size_t>(chance(50) ? pick(1, 9) : 1 << 20),
                            .portable = chance(30)};
  Result<BulkScorer> bulk = BulkScorer::create(*compiled, layout, options);
  RC_ASSERT(static_cast<bool>(bulk));
  RC_TAG(bulk->general_profiles().size() == bulk->layout().profiles.size() ? "all general" : "some by tables");
  Table table = any_table(layout);
  std::ostringstream words;
  test::show(words, source);
  for (const Row& row : table.rows) {
    words << "row of visit " << row.visit << ": " << row.count << " × item " << row.item;
    for (const std::uint32_t value : row.values) words << ' ' << value;
    words << '\n';
  }
  for (const auto& general : bulk->general_items())
    words << "general: " << general.item << ": " << general.reason.in() << '\n';
  for (const auto& general : bulk->general_profiles())
    words << "general profile: " << general.profile << ": " << general.reason.in() << '\n';
  RC_LOG() << words.str();
  Twin twin(*compiled, layout, options.score);
  require_equal(*bulk, run(*bulk, table, static_cast<std::size_t>(pick(1, 8)), chance(30)), twin.score(table));
  // Any order of rows.
  for (std::size_t i = table.rows.size(); i > 1; --i)
    std::swap(table.rows[i - 1], table.rows[static_cast<std::size_t>(pick(0, static_cast<int>(i) - 1))]);
  require_equal(*bulk, run(*bulk, table, static_cast<std::size_t>(pick(1, 8)), chance(30)), twin.score(table));
}

RC_GTEST_PROP(BulkScoring, EqualsExactScoringWhereTablesServe, ()) { equals_exact_scoring(TabularFramework().draw()); }

RC_GTEST_PROP(BulkScoring, EqualsExactScoringOfEveryFramework, ()) {
  equals_exact_scoring(*test::any_framework_to_score());
}

RC_GTEST_PROP(BulkScoring, EqualsExactScoringAtTies, ()) {
  equals_exact_scoring(*test::any_framework_to_score(test::ties()));
}

}  // namespace
}  // namespace aedile
