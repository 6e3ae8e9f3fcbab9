// A year of a province: marks summed, every value of it, ranks, and one mark corrected.

#include <benchmark/benchmark.h>

#include "aedile/assessment/live_roll_up.h"
#include "aedile/assessment/ranking.h"
#include "assessment/plain_roll_up.h"
#include "workload.h"
#include "year.h"

namespace aedile {
namespace {

struct Year : workload::YearOfMarks {
  explicit Year(std::size_t sites)
      : YearOfMarks(sites, sites), roll_up(*RollUp::create(workload::year_scheme(sites))), sums(roll_up) {
    if (sums.add(columns()).added != mark.size()) workload::fail("a mark was rejected");
    marks.resize(roll_up.size());
    published.resize(roll_up.size());
    ranks.resize(roll_up.size());
    percentiles.resize(roll_up.size());
    sums.roll_up({.marks = marks, .published = published});
    check();
  }

  /// The first units of each level, in fractions all through; ranks of the communities, by counting.
  void check() {
    std::vector<SiteMark> rows;
    for (std::size_t r = 0; r < mark.size(); ++r)
      if (site[r] < 2000) rows.push_back({site[r], month[r], mode[r], mark[r]});  // a district, whole
    const RollUpScheme first = workload::year_scheme(std::min<std::size_t>(2000, roll_up.units(0)));
    const test::PlainRollUp plain(first, rows);
    for (std::size_t level = 0; level < roll_up.levels(); ++level)
      for (std::size_t period = 0; period < roll_up.periods(); period += 4) {
        const std::size_t at = roll_up.position(level, period, 0);
        if (marks[at] != plain.rounded(level, period, 0, roll_up.scheme().rounding) ||
            published[at] != plain.rounded(level, period, 0, roll_up.scheme().published))
          workload::fail("a value is not its fraction, rounded once");
      }
    rank_columns(published, roll_up.columns(), {.ranks = ranks, .percentiles = percentiles}, 2);
    const std::span<const Points> year(&published[roll_up.position(1, 16, 0)], roll_up.units(1));
    for (std::size_t u = 0; u < year.size(); u += 7) {
      const auto greater = std::count_if(year.begin(), year.end(), [&](Points other) { return other > year[u]; });
      if (ranks[roll_up.position(1, 16, u)] != 1 + greater) workload::fail("a rank is not that of counting");
    }
  }

  RollUp roll_up;
  RollUpSums sums;
  std::vector<Points> marks, published;
  std::vector<std::uint32_t> ranks;
  std::vector<Factor> percentiles;
};

const Year& year_of(std::int64_t sites) {
  static std::map<std::int64_t, Year> years;
  return years.try_emplace(sites, static_cast<std::size_t>(sites)).first->second;
}

/// Sites, threads.
void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgNames({"sites", "threads"})->Args({2000, 1})->UseRealTime();
}
void large_sizes(benchmark::internal::Benchmark* benchmark) {
  sizes(benchmark);
  benchmark->Args({100'000, 1})->Args({100'000, 2})->Unit(benchmark::kMillisecond);
}

void sum_marks(benchmark::State& state) {
  const Year& year = year_of(state.range(0));
  const Executor executor = threads(static_cast<std::size_t>(state.range(1)));
  for ([[maybe_unused]] auto _ : state) {
    RollUpSums sums(year.roll_up);
    benchmark::DoNotOptimize(sums.add(year.columns(), executor).added);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(year.mark.size()));
}
BENCHMARK(sum_marks)->Apply(large_sizes);

void every_value(benchmark::State& state) {
  const Year& year = year_of(state.range(0));
  const Executor executor = threads(static_cast<std::size_t>(state.range(1)));
  std::vector<Points> marks(year.roll_up.size()), published(year.roll_up.size());
  std::uint64_t undecided = 0;
  for ([[maybe_unused]] auto _ : state)
    undecided = year.sums.roll_up({.marks = marks, .published = published}, executor).undecided;
  state.counters["undecided"] = static_cast<double>(undecided);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(marks.size()));
}
BENCHMARK(every_value)->Apply(large_sizes);

void ranks(benchmark::State& state) {
  const Year& year = year_of(state.range(0));
  const Executor executor = threads(static_cast<std::size_t>(state.range(1)));
  const std::vector<std::size_t> columns = year.roll_up.columns();
  std::vector<std::uint32_t> places(year.roll_up.size());
  std::vector<Factor> percentiles(year.roll_up.size());
  for ([[maybe_unused]] auto _ : state)
    rank_columns(year.published, columns, {.ranks = places, .percentiles = percentiles}, 2, executor);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(places.size()));
}
BENCHMARK(ranks)->Apply(large_sizes);

// A mark taken back and another given, and after each the month, quarter and year of every unit above the site.
void correct(benchmark::State& state) {
  const Year& year = year_of(state.range(0));
  LiveRollUp live(year.sums);
  std::size_t next = 0;
  const auto ask = [&](std::size_t site, std::size_t month) {
    for (std::size_t level = 0, unit = site;; ++level) {
      for (const std::size_t period : {month, 12 + month / 3, std::size_t{16}})
        benchmark::DoNotOptimize(live.published(level, period, unit));
      if (level + 1 == year.roll_up.levels()) return;
      unit = year.roll_up.scheme().levels[level].parent[unit];
    }
  };
  for ([[maybe_unused]] auto _ : state) {
    const std::size_t r = next++ % year.mark.size();
    const SiteMark mark{year.site[r], year.month[r], year.mode[r], year.mark[r]};
    if (live.take_back(mark)) workload::fail("a mark was not there");
    ask(mark.site, mark.period);
    live.add(mark);
    ask(mark.site, mark.period);
  }
  if (!(live.sums() == year.sums)) workload::fail("corrections and their opposites left something");
  state.SetItemsProcessed(2 * state.iterations());
}
BENCHMARK(correct)->ArgName("sites")->Arg(2000)->Arg(100'000);

}  // namespace
}  // namespace aedile
