// Columns in, marks out: by rows, shape of the tree, mix of rules, order and threads. Counters: rows and bytes a
// second, and these bytes as a share of what this machine reads from memory on as many threads.

#include <benchmark/benchmark.h>

#include <chrono>
#include <map>
#include <memory>
#include <numeric>

#include "bulk_workload.h"

namespace aedile {
namespace {

using workload::BulkResults, workload::BulkTable, workload::Mix, workload::Shape;

enum class Order { visits, none };

const BulkTable& table_of(const Shape& shape, Mix mix, Order order, std::size_t rows) {
  static std::map<std::tuple<std::string, Mix, Order, std::size_t>, std::unique_ptr<const BulkTable>> made;
  std::unique_ptr<const BulkTable>& table = made[{shape.name, mix, order, rows}];
  if (table) return *table;
  if (made.size() > 8) {  // large ones, one of them twice the memory of the others
    made.clear();
    return table_of(shape, mix, order, rows);
  }
  table = std::make_unique<BulkTable>(shape, mix, rows);
  if (order == Order::none) table = std::make_unique<BulkTable>(table->shuffled());
  return *table;
}

/// Bytes a second that so many threads read, each its part of an array that no cache holds.
double bandwidth(std::size_t number) {
  static std::map<std::size_t, double> measured;
  if (const auto known = measured.find(number); known != measured.end()) return known->second;
  static const std::vector<std::uint64_t> words(std::size_t{1} << 25, 1);
  double best = 0;
  for (int run = 0; run < 3; ++run) {
    const auto began = std::chrono::steady_clock::now();
    threads(number)(number, [&](std::size_t part) {
      const auto from = words.begin() + static_cast<std::ptrdiff_t>(words.size() * part / number);
      const auto to = words.begin() + static_cast<std::ptrdiff_t>(words.size() * (part + 1) / number);
      benchmark::DoNotOptimize(std::accumulate(from, to, std::uint64_t{0}));
    });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    best = std::max(best, static_cast<double>(words.size() * sizeof(std::uint64_t)) / took.count());
  }
  return measured[number] = best;
}

/// Arguments: thousands of rows, threads.
void bulk(benchmark::State& state, const Shape& shape, Mix mix, Order order, bool portable = false) {
  const BulkTable& table = table_of(shape, mix, order, static_cast<std::size_t>(state.range(0)) * 1000);
  const auto number = static_cast<std::size_t>(state.range(1));
  const BulkOptions options{.score = {.ignore_not_applicable = true}, .portable = portable};
  const BulkScorer scorer = BulkScorer::create(table.framework, table.layout(), options).value();
  const VisitColumns visits = table.visit_columns();
  const FindingColumns findings = table.finding_columns();
  BulkResults results(table);
  const Executor executor = number == 1 ? sequential() : threads(number);
  const BulkReport checked = scorer.score(visits, findings, results.out(), executor);
  require_exact(table, checked, results);
  for ([[maybe_unused]] auto _ : state) {
    const BulkReport report = scorer.score(visits, findings, results.out(), executor);
    benchmark::DoNotOptimize(report.ignored);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(table.rows()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(table.bytes()));
  state.counters["of_bandwidth"] = benchmark::Counter(static_cast<double>(table.bytes()) / bandwidth(number),
                                                      benchmark::Counter::kIsIterationInvariantRate);
  state.counters["general"] = static_cast<double>(checked.general_visits) / static_cast<double>(table.visits());
}

#define AEDILE_BULK(name, ...) BENCHMARK_CAPTURE(bulk, name, __VA_ARGS__)->Unit(benchmark::kMillisecond)->UseRealTime()
#define AEDILE_BULK_SIZES ->Args({100, 1})->Args({1000, 1})->Args({1000, 2})
#define AEDILE_BULK_LARGE ->Args({10'000, 1})->Args({10'000, 2})

AEDILE_BULK(national_in_order, workload::national(), Mix::aims, Order::visits) AEDILE_BULK_SIZES;
AEDILE_BULK(national_in_order_large, workload::national(), Mix::aims, Order::visits) AEDILE_BULK_LARGE;
AEDILE_BULK(national_any_order, workload::national(), Mix::aims, Order::none) AEDILE_BULK_SIZES;
AEDILE_BULK(national_any_order_large, workload::national(), Mix::aims, Order::none) AEDILE_BULK_LARGE;
AEDILE_BULK(national_portable, workload::national(), Mix::aims, Order::visits, true)->Args({1000, 1});
AEDILE_BULK(national_tables_alone, workload::national(), Mix::tables, Order::visits)->Args({1000, 1});
AEDILE_BULK(national_every_rule, workload::national(), Mix::all, Order::visits)->Args({100, 1});
AEDILE_BULK(items_257_in_order, workload::large(), Mix::aims, Order::visits)->Args({1000, 1});
AEDILE_BULK(items_257_any_order, workload::large(), Mix::aims, Order::none)->Args({1000, 1});
AEDILE_BULK(flat_in_order, workload::flat(), Mix::aims, Order::visits)->Args({1000, 1});
AEDILE_BULK(chains_in_order, workload::chains(), Mix::aims, Order::visits)->Args({1000, 1});

/// Tables for 16 profiles.
void lowering(benchmark::State& state, const Shape& shape) {
  const BulkTable& table = table_of(shape, Mix::aims, Order::visits, 1000);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(BulkScorer::create(table.framework, table.layout()));
}
BENCHMARK_CAPTURE(lowering, national, workload::national())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(lowering, items_257, workload::large())->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace aedile
