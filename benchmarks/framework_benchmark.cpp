// Reading, validating, compiling and writing frameworks of growing size.

#include <benchmark/benchmark.h>

#include "aedile/io/framework_json.h"
#include "workload.h"

namespace aedile {
namespace {

/// Sizes in items; the tree grows in breadth.
Framework of_size(std::int64_t items) {
  const auto count = static_cast<int>(items);
  return workload::framework(
      {.name = "of " + std::to_string(count), .dimensions = 7, .indicators = std::max(7, count / 4), .items = count});
}

/// The text reads back as the same framework, and scores as the oracle says (where the oracle is quick enough).
void check(const Framework& framework, const std::string& text) {
  const Result<Framework> back = read_framework(text, "benchmark");
  if (!back) workload::fail(back.diagnostics().to_string());
  if (!(*back == framework)) workload::fail("a framework changed by being written and read");
  // The oracle is slow on purpose; larger frameworks are compared in the property tests.
  if (framework.nodes.size() > 200) return;
  const CompiledFramework program = workload::compiled(*back);
  for (const VisitRecord& visit : workload::visits(framework, 3, 12)) workload::require_oracle(program, visit);
}

void report(benchmark::State& state, const Framework& framework) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(framework.nodes.size()));
}

void read_json(benchmark::State& state) {
  const Framework framework = of_size(state.range(0));
  const std::string text = write_framework(framework);
  check(framework, text);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(read_framework(text, "benchmark"));
  report(state, framework);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_json)->Arg(111)->Arg(257)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMicrosecond);

void validating(benchmark::State& state) {
  const Framework framework = of_size(state.range(0));
  check(framework, write_framework(framework));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(validate(framework));
  report(state, framework);
}
BENCHMARK(validating)->Arg(111)->Arg(257)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMicrosecond);

void compiling(benchmark::State& state) {
  const Framework framework = of_size(state.range(0));
  check(framework, write_framework(framework));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(compile(framework));
  report(state, framework);
}
BENCHMARK(compiling)->Arg(111)->Arg(257)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMicrosecond);

void write_json(benchmark::State& state) {
  const Framework framework = of_size(state.range(0));
  const std::string text = write_framework(framework);
  check(framework, text);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(write_framework(framework));
  report(state, framework);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(write_json)->Arg(111)->Arg(2'000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace aedile
