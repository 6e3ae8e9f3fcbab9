// Scores that change finding by finding: a change with the questions after it, by number of visits and mix of rules;
// undoing, copying, storing.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <optional>

#include "aedile/scoring/live_scores.h"
#include "bulk_workload.h"
#include "numbers.h"

namespace aedile {
namespace {

using workload::BulkTable, workload::Mix, workload::Numbers;

/// A table of so many thousand rows, and its visits in units of 25, 250 and all.
struct Prepared {
  Prepared(Mix mix, std::int64_t thousands)
      : table(workload::national(), mix, static_cast<std::size_t>(thousands) * 1000),
        bulk(BulkScorer::create(table.framework, layout(), {.score = {.ignore_not_applicable = true}}).value()),
        unit_of_visit(table.visits()) {
    for (std::uint32_t v = 0; v < unit_of_visit.size(); ++v) unit_of_visit[v] = v / 25;
    std::size_t size = unit_of_visit.size() / 25 + 1;
    units.of_visit = unit_of_visit;
    for (const std::size_t width : {std::size_t{10}, size}) {
      LiveUnits::Level level{size, {}};
      for (std::uint32_t u = 0; u < size; ++u) level.parent.push_back(u / static_cast<std::uint32_t>(width));
      size = size / width + 1;
      units.levels.push_back(std::move(level));
    }
    units.levels.push_back({size, {}});
    check();
  }

  BulkLayout layout() const {
    BulkLayout layout = table.layout();
    layout.nodes.clear();
    return layout;
  }
  LiveScores live() const {
    return LiveScores::create(bulk, table.visit_columns(), units, table.finding_columns()).value();
  }

  struct Row {
    std::uint32_t visit, item, severity, count;
  };
  Row any(Numbers& numbers) const {
    const auto below = [&](std::size_t end) { return static_cast<std::uint32_t>(numbers(end)); };
    return {below(table.visits()), below(bulk.layout().items.size()), below(bulk.layout().attributes[0].values.size()),
            below(4)};
  }

  /// After changes of all kinds: what scoring everything again gives.
  void check() const {
    LiveScores live = this->live();
    Numbers numbers(1);
    for (int i = 0; i < 300; ++i) {
      const Row row = any(numbers);
      const std::uint32_t values[] = {row.severity};
      live.add({.visit = row.visit, .item = row.item, .count = row.count, .values = values});
      const Row other = any(numbers);
      const std::uint32_t new_values[] = {other.severity};
      live.amend(static_cast<FindingNumber>(numbers(live.numbers())), {.count = other.count, .values = new_values});
      live.remove(static_cast<FindingNumber>(numbers(live.numbers())));
    }
    std::vector<std::uint32_t> visit, item, severity, count;
    for (FindingNumber f = 0; f < live.numbers(); ++f) {
      const std::optional<LiveScores::Seen> seen = live.finding(f);
      if (!seen) continue;
      visit.push_back(seen->visit);
      item.push_back(seen->item);
      severity.push_back(seen->values[0]);
      count.push_back(seen->count);
    }
    std::vector<Points> marks(table.visits());
    bulk.score(table.visit_columns(), {.visit = visit, .item = item, .count = count, .attributes = {severity}},
               {.marks = marks, .grades = {}, .completion = {}});
    Rational sum;
    for (std::uint32_t v = 0; v < marks.size(); ++v) {
      if (live.mark(v) != marks[v]) workload::fail("a mark is not that of scoring again");
      sum += Rational(marks[v]);
    }
    if (live.sum(2, 0).marks != sum) workload::fail("a sum is not that of the marks");
  }

  BulkTable table;
  BulkScorer bulk;
  std::vector<std::uint32_t> unit_of_visit;
  LiveUnits units;
};

void changes(benchmark::State& state, Mix mix) {
  const Prepared prepared(mix, state.range(0));
  LiveScores live = prepared.live();
  live.reserve(live.numbers() + 4'000'000);
  Numbers numbers(2);
  std::vector<Prepared::Row> rows;
  std::vector<FindingNumber> old;
  for (int i = 0; i < 1 << 16; ++i) {
    rows.push_back(prepared.any(numbers));
    old.push_back(static_cast<FindingNumber>(numbers(prepared.table.rows())));
  }
  std::size_t k = 0;
  for ([[maybe_unused]] auto _ : state) {
    const Prepared::Row& row = rows[k % rows.size()];
    const std::uint32_t values[] = {row.severity};
    const LiveOutcome added = live.add({.visit = row.visit, .item = row.item, .count = row.count, .values = values});
    benchmark::DoNotOptimize(live.mean_above(1, added.visit));
    const LiveOutcome amended = live.amend(old[k++ % old.size()], {.count = row.count, .values = values});
    if (amended) benchmark::DoNotOptimize(live.mean_above(1, amended.visit));
    live.remove(added.finding);
    benchmark::DoNotOptimize(live.mean_above(1, added.visit));
  }
  state.SetItemsProcessed(state.iterations() * 3);
}
BENCHMARK_CAPTURE(changes, tables, Mix::tables)->Arg(100);
BENCHMARK_CAPTURE(changes, aims, Mix::aims)->Arg(10)->Arg(100);
BENCHMARK_CAPTURE(changes, all, Mix::all)->Arg(100);
BENCHMARK_CAPTURE(changes, aims_large, Mix::aims)->Arg(1000);

void undo_and_redo(benchmark::State& state) {
  const Prepared prepared(Mix::aims, 100);
  LiveScores live = prepared.live();
  Numbers numbers(3);
  for (int i = 0; i < 1000; ++i) live.remove(static_cast<FindingNumber>(numbers(prepared.table.rows())));
  const std::size_t changes = live.undoable();
  for ([[maybe_unused]] auto _ : state) {
    while (live.undo()) continue;
    while (live.redo()) continue;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(2 * changes));
}
BENCHMARK(undo_and_redo);

void copying(benchmark::State& state) {
  const Prepared prepared(Mix::aims, 100);
  const LiveScores live = prepared.live();
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(LiveScores(live).numbers());
  state.SetItemsProcessed(state.iterations() * live.numbers());
}
BENCHMARK(copying)->Unit(benchmark::kMillisecond);

void creating(benchmark::State& state) {
  const Prepared prepared(Mix::aims, 100);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(prepared.live().numbers());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(prepared.table.rows()));
}
BENCHMARK(creating)->Unit(benchmark::kMillisecond);

void storing(benchmark::State& state) {
  const Prepared prepared(Mix::aims, 100);
  const LiveScores live = prepared.live();
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(live.snapshot().size());
  state.SetItemsProcessed(state.iterations() * live.numbers());
}
BENCHMARK(storing)->Unit(benchmark::kMillisecond);

void restoring(benchmark::State& state) {
  const Prepared prepared(Mix::aims, 100);
  const std::string bytes = prepared.live().snapshot();
  for ([[maybe_unused]] auto _ : state) {
    const Result<LiveScores> live =
        LiveScores::restore(prepared.bulk, prepared.table.visit_columns(), prepared.units, bytes);
    if (!live) workload::fail(live.diagnostics().to_string());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(prepared.table.rows()));
}
BENCHMARK(restoring)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace aedile
