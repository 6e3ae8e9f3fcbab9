// Scoring visits: one by one, with derivation, in other trees, by fractions, a million, and in words.

#include <benchmark/benchmark.h>

#include "aedile/scoring/explain.h"
#include "aedile/scoring/what_if.h"
#include "workload.h"

namespace aedile {
namespace {

constexpr std::size_t distinct_visits = 1024;
constexpr int findings_per_visit = 12;
constexpr std::size_t visits_checked = 32;

/// Everything a benchmark needs, made and checked before its clock starts.
struct Prepared {
  explicit Prepared(const Framework& framework, int findings = findings_per_visit)
      : program(workload::compiled(framework)),
        records(workload::visits(framework, distinct_visits, findings)),
        visits(workload::encoded(program, records)) {
    for (std::size_t i = 0; i < visits_checked; ++i) workload::require_oracle(program, records[i]);
  }

  CompiledFramework program;
  std::vector<VisitRecord> records;
  std::vector<EncodedVisit> visits;
};

void report(benchmark::State& state, const Scorer& scorer, std::uint64_t fallbacks_before) {
  state.SetItemsProcessed(state.iterations());
  state.counters["fallbacks"] = benchmark::Counter(static_cast<double>(scorer.fallbacks() - fallbacks_before),
                                                   benchmark::Counter::kAvgIterations);
}

void run(benchmark::State& state, const Prepared& prepared, Derive derive, std::size_t distinct = distinct_visits) {
  Scorer scorer(prepared.program);
  Scorecard card;
  std::size_t next = 0;
  const std::uint64_t before = scorer.fallbacks();
  for ([[maybe_unused]] auto _ : state) {
    const EncodedVisit& visit = prepared.visits[next++ % distinct];
    const Diagnostics problems =
        scorer.score_into(*visit.applicability, visit.visit(), visit.observations(), card, derive);
    benchmark::DoNotOptimize(problems.size());
    benchmark::DoNotOptimize(card.mark());
  }
  report(state, scorer, before);
}

void one_visit(benchmark::State& state, const workload::Shape& shape) {
  run(state, Prepared(workload::framework(shape)), Derive::no);
}
BENCHMARK_CAPTURE(one_visit, national, workload::national());
BENCHMARK_CAPTURE(one_visit, items_257, workload::large());
BENCHMARK_CAPTURE(one_visit, flat, workload::flat());
BENCHMARK_CAPTURE(one_visit, chains, workload::chains());

// Nothing but arithmetic: framework, visit and scorecard stay in the nearest cache, and the predictor knows the way.
void same_visit(benchmark::State& state, const workload::Shape& shape) {
  run(state, Prepared(workload::framework(shape)), Derive::no, 1);
}
BENCHMARK_CAPTURE(same_visit, national, workload::national());

void one_visit_with_derivation(benchmark::State& state, const workload::Shape& shape) {
  run(state, Prepared(workload::framework(shape)), Derive::yes);
}
BENCHMARK_CAPTURE(one_visit_with_derivation, national, workload::national());
BENCHMARK_CAPTURE(one_visit_with_derivation, items_257, workload::large());

void one_visit_by_findings(benchmark::State& state) {
  run(state, Prepared(workload::framework(workload::national()), static_cast<int>(state.range(0))), Derive::no);
}
BENCHMARK(one_visit_by_findings)->Arg(0)->Arg(1)->Arg(12)->Arg(150);

// Guard digits decide nothing here: every other total lies on a rounding boundary.
void one_visit_at_ties(benchmark::State& state) { run(state, Prepared(workload::ties(), 3), Derive::no); }
BENCHMARK(one_visit_at_ties);

void one_visit_exactly(benchmark::State& state) {
  const Prepared prepared(workload::framework(workload::national()));
  Scorer scorer(prepared.program);
  std::size_t next = 0;
  for ([[maybe_unused]] auto _ : state) {
    const EncodedVisit& visit = prepared.visits[next++ % distinct_visits];
    benchmark::DoNotOptimize(scorer.score_exactly(*visit.applicability, visit.visit(), visit.observations()));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(one_visit_exactly);

void a_million_visits_large(benchmark::State& state) {
  constexpr std::size_t million = 1'000'000;
  const Prepared prepared(workload::framework(workload::national()));
  Scorer scorer(prepared.program);
  Scorecard card;
  for ([[maybe_unused]] auto _ : state) {
    Points sum;
    for (std::size_t i = 0; i < million; ++i) {
      const EncodedVisit& visit = prepared.visits[i % distinct_visits];
      const Diagnostics problems = scorer.score_into(*visit.applicability, visit.visit(), visit.observations(), card);
      benchmark::DoNotOptimize(problems.size());
      sum += card.mark().value_or(Points{});
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(million));
  state.counters["fallbacks"] =
      benchmark::Counter(static_cast<double>(scorer.fallbacks()), benchmark::Counter::kAvgIterations);
}
BENCHMARK(a_million_visits_large)->Unit(benchmark::kMillisecond)->Iterations(1);

void encoding(benchmark::State& state) {
  const Prepared prepared(workload::framework(workload::national()));
  Encoder encoder(prepared.program);
  EncodedVisit coded;
  std::size_t next = 0;
  for ([[maybe_unused]] auto _ : state) {
    const Diagnostics problems = encoder.encode(prepared.records[next++ % distinct_visits], coded);
    benchmark::DoNotOptimize(problems.size());
    benchmark::DoNotOptimize(coded.findings.data());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(encoding);

void explaining(benchmark::State& state) {
  const Prepared prepared(workload::framework(workload::national()));
  Scorer scorer(prepared.program);
  const Result<Scorecard> card = scorer.score(prepared.visits.front(), Derive::yes);
  std::int64_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    const std::string text = explain(prepared.program, prepared.records.front(), *card);
    bytes += static_cast<std::int64_t>(text.size());
    benchmark::DoNotOptimize(text.data());
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(bytes);
}
BENCHMARK(explaining)->Unit(benchmark::kMicrosecond);

void what_each_finding_costs(benchmark::State& state) {
  const Prepared prepared(workload::framework(workload::national()));
  std::size_t next = 0;
  for ([[maybe_unused]] auto _ : state) {
    const EncodedVisit& visit = prepared.visits[next++ % distinct_visits];
    benchmark::DoNotOptimize(what_if(prepared.program, *visit.applicability, visit.visit(), visit.observations()));
  }
  state.SetItemsProcessed(state.iterations() * findings_per_visit);
}
BENCHMARK(what_each_finding_costs)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace aedile
