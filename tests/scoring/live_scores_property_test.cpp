// After every change, live scores are those of scoring everything again: for every framework, whatever is added,
// removed, amended, refused, undone, redone, copied, stored and restored, in whatever order.

#include "aedile/scoring/live_scores.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "framework/program.h"
#include "scoring/bulk_cases.h"

namespace aedile {
namespace {

using test::chance;
using test::layout_of;
using test::pick;
using test::TabularFramework;

std::uint32_t below(std::size_t end) { return static_cast<std::uint32_t>(pick(0, static_cast<int>(end) - 1)); }

/// What is there, in plain sight.
struct Row {
  std::uint32_t visit = 0, item = 0, count = 0;
  std::vector<std::uint32_t> values{};
  friend bool operator==(const Row&, const Row&) = default;
};
using Rows = std::vector<std::optional<Row>>;  // by number

struct Case {
  Case(const Framework& source, CompiledFramework compiled)
      : framework(std::move(compiled)), layout(layout_of(framework)), scorer(framework, score) {
    test::show(words, source);
    const std::size_t visits = static_cast<std::size_t>(pick(1, 6));
    for (std::size_t v = 0; v < visits; ++v)
      profiles.push_back(static_cast<std::uint8_t>(below(layout.profiles.size())));
    const int levels = pick(0, 3);
    std::size_t size = static_cast<std::size_t>(pick(1, 4));
    for (int l = 0; l < levels; ++l) {
      const std::size_t next = static_cast<std::size_t>(pick(1, 3));
      LiveUnits::Level level{size, {}};
      for (std::size_t u = 0; u < size && l + 1 < levels; ++u) level.parent.push_back(below(next));
      units.levels.push_back(std::move(level));
      size = next;
    }
    for (std::size_t v = 0; v < visits; ++v)
      unit_of_visit.push_back(levels == 0 ? 0 : below(units.levels.front().units));
    units.of_visit = unit_of_visit;
  }

  BulkScorer bulk() const { return BulkScorer::create(framework, layout, {.score = score}).value(); }
  VisitColumns visits() const { return {.count = profiles.size(), .profile = profiles}; }

  Row any_row() const {
    Row row{below(profiles.size()), below(layout.items.size()), any_count(), {}};
    for (const auto& attribute : layout.attributes) row.values.push_back(below(attribute.values.size()));
    return row;
  }
  /// Now and then one that does not fit.
  Row any_attempt() const {
    Row row = any_row();
    if (chance(5)) row.visit += static_cast<std::uint32_t>(profiles.size());
    if (chance(5)) row.item += static_cast<std::uint32_t>(layout.items.size());
    if (chance(5) && !row.values.empty()) row.values.front() += 100;
    return row;
  }
  static std::uint32_t any_count() {
    if (chance(6)) return 0xFFFFFFFFU - below(2);
    if (chance(10)) return below(300000);
    return static_cast<std::uint32_t>(pick(0, 3));
  }

  std::optional<LiveFault> fault_of(const Row& row) {
    if (row.visit >= profiles.size()) return LiveFault::no_such_visit;
    if (row.item >= layout.items.size()) return LiveFault::no_such_item;
    for (std::size_t a = 0; a < row.values.size(); ++a)
      if (row.values[a] >= layout.attributes[a].values.size()) return LiveFault::no_such_value;
    const Applicability& applies = layout.profiles[profiles[row.visit]];
    if (!applies.applies(layout.items[row.item]))
      return score.ignore_not_applicable ? std::nullopt : std::optional(LiveFault::not_applicable);
    const Finding finding = finding_of(row);
    const Result<Scorecard> alone = scorer.score(applies, {}, {.findings = {&finding, 1}});
    if (!alone && alone.diagnostics().contains("no_points")) return LiveFault::no_points;
    return std::nullopt;
  }

  Finding finding_of(const Row& row) const {
    Finding finding;
    finding.item = layout.items[row.item];
    finding.count = row.count;
    for (std::size_t a = 0; a < row.values.size(); ++a) {
      const std::size_t slot = *framework.find_attribute(layout.attributes[a].name);
      const std::vector<std::string>& known = framework.program().known_values[slot];
      const std::vector<std::string>& values = layout.attributes[a].values;
      ValueCode code = 0;
      auto next = static_cast<ValueCode>(known.size() + 1);
      for (std::uint32_t v = 0; v <= row.values[a]; ++v) {
        const auto found = std::find(known.begin(), known.end(), values[v]);
        code = values[v].empty()      ? ValueCode{0}
               : found != known.end() ? static_cast<ValueCode>(found - known.begin() + 1)
                                      : next++;
      }
      finding.values[slot] = code;
    }
    return finding;
  }

  ScoreOptions score{.ignore_not_applicable = chance(50)};
  CompiledFramework framework;
  BulkLayout layout;
  Scorer scorer;
  std::vector<std::uint8_t> profiles;
  LiveUnits units;
  std::vector<std::uint32_t> unit_of_visit;
  std::ostringstream words;
};

struct Columns {
  Columns(const Case& drawn, const Rows& rows) : values(drawn.layout.attributes.size()) {
    for (const std::optional<Row>& row : rows) {
      if (!row) continue;
      visit.push_back(row->visit);
      item.push_back(row->item);
      count.push_back(row->count);
      for (std::size_t a = 0; a < values.size(); ++a) values[a].push_back(row->values[a]);
    }
  }
  FindingColumns view() const {
    FindingColumns columns{.visit = visit, .item = item, .count = count, .attributes = {}};
    for (const auto& column : values) columns.attributes.emplace_back(column);
    return columns;
  }
  std::vector<std::uint32_t> visit, item, count;
  std::vector<std::vector<std::uint32_t>> values;
};

/// Everything scored again, in bulk.
void require_rescored(const Case& drawn, const LiveScores& live, const Rows& rows) {
  const BulkScorer bulk = drawn.bulk();
  const std::size_t visits = drawn.profiles.size(), nodes = std::max<std::size_t>(1, drawn.layout.nodes.size());
  std::vector<Points> marks(visits * nodes), totals(visits);
  std::vector<std::uint8_t> grades(visits);
  const Columns columns(drawn, rows);
  const BulkReport report =
      bulk.score(drawn.visits(), columns.view(), {.marks = marks, .grades = grades, .completion = {}});
  BulkLayout total_alone = drawn.layout;
  total_alone.nodes.clear();
  const BulkScorer total = BulkScorer::create(drawn.framework, total_alone, {.score = drawn.score}).value();
  total.score(drawn.visits(), columns.view(), {.marks = totals, .grades = {}, .completion = {}});
  std::size_t failed = 0;
  for (std::uint32_t v = 0; v < visits; ++v) {
    for (std::size_t n = 0; n < nodes; ++n) RC_ASSERT(live.mark(v, n) == marks[v * nodes + n]);
    RC_ASSERT(live.grade(v) == grades[v]);
    const bool fails = failed < report.failed.size() && report.failed[failed].first == v;
    RC_ASSERT((live.failure(v) != nullptr) == fails);
    failed += fails ? 1 : 0;
  }
  RC_ASSERT(live.ignored() == report.ignored);
  RC_ASSERT(live.findings() == columns.visit.size());
  RC_ASSERT(live.numbers() == rows.size());
  for (FindingNumber f = 0; f < rows.size(); ++f) {
    const std::optional<LiveScores::Seen> seen = live.finding(f);
    RC_ASSERT(seen.has_value() == rows[f].has_value());
    if (seen) RC_ASSERT((Row{seen->visit, seen->item, seen->count, seen->values}) == *rows[f]);
  }
  for (std::size_t l = 0; l < drawn.units.levels.size(); ++l) {
    for (std::uint32_t u = 0; u < drawn.units.levels[l].units; ++u) {
      Rational sum;
      std::uint32_t number = 0;
      for (std::uint32_t v = 0; v < visits; ++v) {
        std::uint32_t unit = drawn.unit_of_visit[v];
        for (std::size_t below_l = 0; below_l < l; ++below_l) unit = drawn.units.levels[below_l].parent[unit];
        RC_ASSERT(u != 0 || live.unit_of(l, v) == unit);
        if (unit == u) RC_ASSERT(live.mean_above(l, v) == live.mean(l, u));
        if (unit != u || totals[v] == no_mark) continue;
        sum += Rational(totals[v]);
        ++number;
      }
      RC_ASSERT(live.sum(l, u).visits == number);
      RC_ASSERT(live.sum(l, u).marks == sum);
      for (const MarkRounding rounding :
           {MarkRounding{}, MarkRounding{Rounding::half_even, pick(0, 9)}, MarkRounding{Rounding::up, 2},
            MarkRounding{Rounding::floor, 1}, MarkRounding{Rounding::half_up, 0}, MarkRounding{Rounding::down, 3}})
        RC_ASSERT(live.mean(l, u, rounding) ==
                  (number == 0 ? no_mark : (sum / Rational(number)).rounded_to<Points>(rounding)));
    }
  }
}

/// One visit, in fractions.
void require_exact(Case& drawn, const LiveScores& live, const Rows& rows, std::uint32_t visit) {
  const Applicability& applies = drawn.layout.profiles[drawn.profiles[visit]];
  std::vector<Finding> findings;
  for (const std::optional<Row>& row : rows)
    if (row && row->visit == visit && applies.applies(drawn.layout.items[row->item]))
      findings.push_back(drawn.finding_of(*row));
  const Result<Scorecard> card = drawn.scorer.score_exactly(applies, {}, {.findings = findings});
  std::vector<NodeId> nodes = drawn.layout.nodes;
  if (nodes.empty()) nodes.push_back(drawn.framework.root());
  for (std::size_t n = 0; n < nodes.size(); ++n)
    RC_ASSERT(live.mark(visit, n) == (card ? card->mark(nodes[n]).value_or(no_mark) : no_mark));
  const GradeIndex grade = card ? card->grade() : no_grade;
  RC_ASSERT(live.grade(visit) == (grade == no_grade ? no_bulk_grade : static_cast<std::uint8_t>(grade)));
}

/// A live state, and beside it what should be there, and what was.
class Twins {
 public:
  Twins(Case& drawn, LiveScores live, Rows rows, std::size_t history)
      : drawn_(drawn), live_(std::move(live)), history_(history), past_{std::move(rows)} {}

  LiveScores& live() { return live_; }
  const Rows& rows() const { return past_[now_]; }
  std::size_t undoable() const { return now_; }

  void step() {
    const int what = pick(0, 99);
    if (what < 40)
      add();
    else if (what < 55)
      remove();
    else if (what < 75)
      amend();
    else if (what < 85)
      undo();
    else if (what < 92)
      redo();
    else if (what < 96)
      copy();
    else
      store();
    require_rescored(drawn_, live_, rows());
  }

  void undo() {
    const LiveOutcome outcome = live_.undo();
    RC_ASSERT(static_cast<bool>(outcome) == (now_ > 0));
    if (outcome)
      --now_;
    else
      RC_ASSERT(outcome.fault == LiveFault::nothing_to_undo);
    require_counts();
  }

 private:
  void add() {
    const Row row = drawn_.any_attempt();
    const LiveOutcome outcome =
        live_.add({.visit = row.visit, .item = row.item, .count = row.count, .values = row.values});
    RC_ASSERT(outcome.fault == drawn_.fault_of(row));
    if (!outcome) return;
    RC_ASSERT(outcome.finding == rows().size());
    Rows next = rows();
    next.push_back(row);
    made(std::move(next), outcome, row.visit);
  }
  void remove() {
    const FindingNumber finding = below(rows().size() + 2);
    const LiveOutcome outcome = live_.remove(finding);
    RC_ASSERT(outcome.fault == missing(finding));
    if (!outcome) return;
    Rows next = rows();
    next[finding].reset();
    made(std::move(next), outcome, rows()[finding]->visit);
  }
  void amend() {
    const FindingNumber finding = below(rows().size() + 1);
    Row row = drawn_.any_attempt();
    const bool same_item = chance(60);
    const LiveOutcome outcome = live_.amend(
        finding,
        {.count = row.count, .values = row.values, .item = same_item ? std::nullopt : std::optional(row.item)});
    std::optional<LiveFault> fault = missing(finding);
    if (!fault) {
      row.visit = rows()[finding]->visit;
      if (same_item) row.item = rows()[finding]->item;
      fault = drawn_.fault_of(row);
    }
    RC_ASSERT(outcome.fault == fault);
    if (!outcome) return;
    Rows next = rows();
    next[finding] = row;
    made(std::move(next), outcome, row.visit);
  }
  void redo() {
    const LiveOutcome outcome = live_.redo();
    RC_ASSERT(static_cast<bool>(outcome) == (now_ + 1 < past_.size()));
    if (outcome) ++now_;
    require_counts();
  }
  void copy() {
    LiveScores other = live_;
    Row row = drawn_.any_row();
    static_cast<void>(live_.add({.visit = row.visit, .item = row.item, .count = row.count, .values = row.values}));
    live_ = std::move(other);  // and what was done to the first one is not seen in the second
    require_counts();
  }
  void store() {
    const std::string bytes = live_.snapshot();
    Result<LiveScores> restored =
        LiveScores::restore(drawn_.bulk(), drawn_.visits(), drawn_.units, bytes, {.history = history_});
    RC_ASSERT(static_cast<bool>(restored));
    RC_ASSERT(restored->snapshot() == bytes);
    live_ = *std::move(restored);
    past_ = {rows()};
    now_ = 0;
  }

  std::optional<LiveFault> missing(FindingNumber finding) const {
    const bool there = finding < rows().size() && rows()[finding];
    return there ? std::nullopt : std::optional(LiveFault::no_such_finding);
  }
  void made(Rows next, const LiveOutcome& outcome, std::uint32_t visit) {
    RC_ASSERT(outcome.visit == visit);
    if (drawn_.layout.nodes.empty()) RC_ASSERT(outcome.total == live_.mark(visit));
    past_.resize(now_ + 1);
    past_.push_back(std::move(next));
    ++now_;
    if (now_ > history_) {
      past_.erase(past_.begin());
      --now_;
    }
    require_counts();
    require_exact(drawn_, live_, rows(), visit);
  }
  void require_counts() const {
    RC_ASSERT(live_.undoable() == now_);
    RC_ASSERT(live_.redoable() == past_.size() - now_ - 1);
  }

  Case& drawn_;
  LiveScores live_;
  std::size_t history_;
  std::vector<Rows> past_;
  std::size_t now_ = 0;
};

void equals_rescoring(const Framework& source) {
  Result<CompiledFramework> compiled = compile(source);
  RC_PRE(static_cast<bool>(compiled));  // now and then a profile leaves nothing, or weights are all 0
  Case drawn(source, *compiled);
  Rows rows;
  for (int r = pick(0, 15); r > 0; --r) {
    Row row = drawn.any_row();
    if (!drawn.fault_of(row)) rows.emplace_back(std::move(row));
  }
  RC_LOG() << drawn.words.str();
  const std::size_t history = chance(70) ? 1000 : below(4);
  const Columns columns(drawn, rows);
  Result<LiveScores> live = LiveScores::create(drawn.bulk(), drawn.visits(), drawn.units, columns.view(), {history});
  RC_ASSERT(static_cast<bool>(live));
  RC_ASSERT(live->rejected().empty());
  require_rescored(drawn, *live, rows);
  Twins twins(drawn, *std::move(live), rows, history);
  for (int steps = pick(1, 25); steps > 0; --steps) twins.step();
  // The same findings in any order.
  Rows shuffled = twins.rows();
  std::erase(shuffled, std::nullopt);
  for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[below(i)]);
  LiveScores other = LiveScores::create(drawn.bulk(), drawn.visits(), drawn.units).value();
  for (const std::optional<Row>& row : shuffled)
    RC_ASSERT(static_cast<bool>(
        other.add({.visit = row->visit, .item = row->item, .count = row->count, .values = row->values})));
  require_rescored(drawn, other, shuffled);
  // Back to where undoing ends.
  while (twins.undoable() > 0) twins.undo();
  require_rescored(drawn, twins.live(), twins.rows());
}

RC_GTEST_PROP(LiveScoring, EqualsRescoringWhereTablesServe, ()) { equals_rescoring(TabularFramework().draw()); }

RC_GTEST_PROP(LiveScoring, EqualsRescoringOfEveryFramework, ()) { equals_rescoring(*test::any_framework_to_score()); }

RC_GTEST_PROP(LiveScoring, EqualsRescoringAtTies, ()) { equals_rescoring(*test::any_framework_to_score(test::ties())); }

}  // namespace
}  // namespace aedile
