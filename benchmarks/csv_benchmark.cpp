// Rows of CSV: as text, as visits with their findings, and as columns of codes.

#include <benchmark/benchmark.h>

#include <sstream>

#include "aedile/io/code_columns_csv.h"
#include "aedile/io/visits_csv.h"
#include "numbers.h"
#include "workload.h"

namespace aedile {
namespace {

struct Tables {
  std::string visits = "visit,site,site_class,date\n";
  std::string findings = "visit,item,count,severity,location,repeat,note\n";
  std::int64_t rows = 0;
  std::uint64_t counts = 0;  // Σ count
};

Tables tables(std::size_t visit_count) {
  const Framework framework = workload::framework(workload::national());
  Tables result;
  for (const VisitRecord& visit : workload::visits(framework, visit_count, 12)) {
    result.visits += visit.id + ",S1," + visit.site_class + ",2026-03-09\n";
    for (const FindingRecord& finding : visit.findings) {
      result.findings += visit.id + "," + finding.item + "," + std::to_string(finding.count) + "," +
                         finding.attributes[0].second + ",\"" + finding.attributes[1].second + ", north\"," +
                         (finding.attributes.size() > 2 ? "yes" : "") + ",seen by two\n";
      ++result.rows;
      result.counts += finding.count;
    }
  }
  return result;
}

void text_rows(benchmark::State& state) {
  const Tables made = tables(static_cast<std::size_t>(state.range(0)));
  const auto pass = [&] {
    std::istringstream in(made.findings);
    ProblemLog log;
    CsvReader reader(in, "findings.csv", log);
    std::int64_t rows = -1;  // the heading
    std::uint64_t counts = 0;
    while (reader.next()) {
      if (++rows > 0) counts += static_cast<std::uint64_t>(reader.field(2)[0] - '0');
    }
    return std::pair(rows, counts);
  };
  if (pass() != std::pair(made.rows, made.counts)) workload::fail("rows were lost");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(pass());
  state.SetItemsProcessed(state.iterations() * made.rows);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(made.findings.size()));
}
BENCHMARK(text_rows)->Arg(1'000)->Unit(benchmark::kMillisecond);

/// Arguments: rows in thousands, threads.
void code_columns(benchmark::State& state) {
  workload::Numbers numbers(1);
  std::vector<std::uint32_t> visit;
  std::vector<std::uint16_t> item;
  std::string text = "visit,item\n";
  for (std::int64_t row = 0; row < state.range(0) * 1000; ++row) {
    visit.push_back(static_cast<std::uint32_t>(row / 12));
    item.push_back(static_cast<std::uint16_t>(numbers(257)));
    text += std::to_string(visit.back()) + "," + std::to_string(item.back()) + "\n";
  }
  const std::vector<CodeColumn> wanted{{.name = "visit"}, {.name = "item", .width = 2, .most = 256}};
  const Executor executor = threads(static_cast<std::size_t>(state.range(1)));
  const auto pass = [&] {
    ProblemLog log;
    return read_code_columns(text, "findings.csv", wanted, log, executor);
  };
  const auto read = pass();
  for (std::size_t row = 0; row < visit.size(); ++row)
    if (!read || read->column(0)[row] != visit[row] || read->column(1)[row] != item[row]) workload::fail("a row");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(pass());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(visit.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(code_columns)->Args({100, 1})->Args({1000, 1})->Args({1000, 2})->Unit(benchmark::kMillisecond)->UseRealTime();

// As many as a month of a province; the tables stay in memory, the reader streams.
void visits_with_findings(benchmark::State& state) {
  const Tables made = tables(static_cast<std::size_t>(state.range(0)));
  const auto pass = [&] {
    std::istringstream visits(made.visits);
    std::istringstream findings(made.findings);
    ProblemLog log;
    VisitsCsv reader({visits, "visits.csv"}, {findings, "findings.csv"}, log);
    VisitRow row;
    std::int64_t rows = 0;
    std::uint64_t counts = 0;
    while (reader.next(row)) {
      if (!row.clean()) workload::fail(row.problems.to_string());
      rows += static_cast<std::int64_t>(row.record.findings.size());
      for (const FindingRecord& finding : row.record.findings) counts += finding.count;
    }
    return std::pair(rows, counts);
  };
  if (pass() != std::pair(made.rows, made.counts)) workload::fail("findings were lost");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(pass());
  state.SetItemsProcessed(state.iterations() * made.rows);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(made.visits.size() + made.findings.size()));
}
BENCHMARK(visits_with_findings)->Arg(1'000)->Unit(benchmark::kMillisecond);
BENCHMARK(visits_with_findings)->Name("visits_with_findings_large")->Arg(80'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace aedile
