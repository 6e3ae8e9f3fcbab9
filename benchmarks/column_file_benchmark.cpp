// Files of columns: opened, verified, written, and one column summed as it lies in the file.

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <numeric>

#include "aedile/io/column_file.h"
#include "workload.h"

namespace aedile {
namespace {

/// The columns of findings, 14 bytes a row, and a folder in memory for their file where the system has one.
struct Findings {
  explicit Findings(std::size_t rows) : visit(rows), site(rows), item(rows), period(rows), severity(rows), count(rows) {
    std::iota(visit.begin(), visit.end(), 0u);
    for (std::size_t i = 0; i < rows; ++i) count[i] = static_cast<std::uint8_t>(i % 251);
    std::string name = std::filesystem::exists("/dev/shm") ? "/dev/shm/aedile-XXXXXX" : "/tmp/aedile-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) workload::fail("no temporary folder");
    folder = name;
    write();
    const ColumnFile made = open();
    if (!made.verify().empty() || sum(made) != sum_of(visit)) workload::fail("columns are not what was written");
  }
  ~Findings() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  Findings(const Findings&) = delete;
  Findings& operator=(const Findings&) = delete;

  void write() const {
    const std::vector<NamedCells> columns{{"visit", visit},   {"site", site},         {"item", item},
                                          {"period", period}, {"severity", severity}, {"count", count}};
    if (const Diagnostics said = write_column_file(folder / "f", columns); !said.empty())
      workload::fail(said.to_string());
  }
  ColumnFile open() const { return ColumnFile::open(folder / "f").value(); }
  template <class Cells>
  static std::uint64_t sum_of(const Cells& cells) {
    return std::accumulate(cells.begin(), cells.end(), std::uint64_t{0});
  }
  static std::uint64_t sum(const ColumnFile& file) { return sum_of(file.cells<std::uint32_t>("visit")); }

  std::vector<std::uint32_t> visit, site;
  std::vector<std::uint16_t> item, period;
  std::vector<std::uint8_t> severity, count;
  std::filesystem::path folder;
};

template <class Pass>
void repeat(benchmark::State& state, std::int64_t bytes_a_row, const Pass& pass) {
  const Findings findings(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(pass(findings));
  if (bytes_a_row == 0) return;  // of the rows nothing is read
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * state.range(0) * bytes_a_row);
}

void open(benchmark::State& state) {
  repeat(state, 0, [](const Findings& findings) { return findings.open().rows(); });
}
void open_and_sum(benchmark::State& state) {
  repeat(state, 4, [](const Findings& findings) { return Findings::sum(findings.open()); });
}
void verify(benchmark::State& state) {
  repeat(state, 14, [](const Findings& findings) { return findings.open().verify().size(); });
}
void write(benchmark::State& state) {
  repeat(state, 14, [](const Findings& findings) { return findings.write(), 0; });
}
BENCHMARK(open)->Arg(1'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(open)->Name("open_large")->Arg(10'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(open_and_sum)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(verify)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(write)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace aedile
