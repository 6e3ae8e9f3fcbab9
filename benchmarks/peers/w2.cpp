// aedile on the workload W2 of the shared benchmarks: visit scores in, values, ranks and percentiles out. Prints a line
// of JSON a number of threads and writes the results where the peers' own check compares them.
//
//   aedile_w2 DATA OUT       (as `tuned w2` with PERF_DATA and PERF_OUT)
//
// Ranks stand on values rounded half up to six decimals. The workload's key is floor(value · 10^6 + 0.5001): the same
// but for a value between 0.4999 and 0.5 of a millionth, which it takes up a step and exact rounding does not. How many
// values lie there at most is printed; ranks differ only where one of them has a neighbour on that very step.

#include <algorithm>
#include <cmath>
#include <iostream>

#include "aedile/assessment/ranking.h"
#include "aedile/assessment/roll_up.h"
#include "peers/peer.h"

namespace {

using namespace aedile;
using peers::Array, peers::column, peers::load, peers::now;

/// The output as the peers write it: level by level, unit by unit, all periods.
template <class T, class Number>
void dump_level(peers::Dump& dump, const RollUp& roll_up, std::size_t level, const Array<T>& values, Number number) {
  for (std::size_t u = 0; u < roll_up.units(level); ++u)
    for (std::size_t p = 0; p < roll_up.periods(); ++p) dump.add(number(values[roll_up.position(level, p, u)]));
}

double percentile(Factor value) {
  return value == no_percentile ? -1.0 : static_cast<double>(value.scaled()) / Factor::unit;
}

/// Values whose key may not be their rounding to six decimals. Nine decimals show a few more than there are.
std::size_t keyed_otherwise(const Array<Points>& marks, const Array<Points>& published) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i] == no_mark) continue;
    const double key = std::floor(static_cast<double>(marks[i].scaled()) / 1e3 + 0.5001);
    if (static_cast<std::int64_t>(key) != published[i].scaled() / 1000) ++number;
  }
  return number;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) peers::fail("usage: aedile_w2 DATA OUT");
  const std::string data = std::string(arguments[1]) + "/", common = data + "common/", folder = data + "w2/";
  const auto parents = [&](const char* name) { return load<std::uint32_t>(common + name); };
  const std::vector<Array<std::uint32_t>> parent{parents("site_comm.u32"), parents("comm_street.u32"),
                                                 parents("street_dist.u32"), parents("dist_city.u32")};
  const auto site = load<std::uint32_t>(folder + "site.u32");
  const auto month = load<std::uint8_t>(folder + "month.u8"), kind = load<std::uint8_t>(folder + "kind.u8");
  Array<Points> score;
  for (const double value : load<double>(folder + "score.f64"))
    score.push_back(Points::from_scaled(std::llround(value * 100) * (Points::unit / 100)));
  const std::size_t cities = *std::max_element(parent[3].begin(), parent[3].end()) + std::size_t{1};
  const std::size_t units = parent[0].size() + parent[1].size() + parent[2].size() + parent[3].size() + cities;
  Array<Points> marks(units * 17), published(units * 17);
  Array<std::uint32_t> ranks(units * 17);
  Array<Factor> percentiles(units * 17);
  for (std::size_t number = 1; number <= 2; ++number) {
    std::vector<double> seconds;
    RollUpReport report;
    MarkReport rows;
    double added = 0, rolled = 0;
    for (int repetition = 0; repetition < 4; ++repetition) {  // the first one warms up, as that of `tuned` does
      const double start = now();
      RollUpScheme scheme;
      const char* names[] = {"site", "community", "street", "district"};
      for (std::size_t l = 0; l < parent.size(); ++l)
        scheme.levels.push_back({names[l], parent[l].size(), {parent[l].begin(), parent[l].end()}});
      scheme.levels.push_back({"city", cities, {}});
      scheme.modes = {{Mode::announced, Weight::from_scaled(Weight::unit / 10 * 4)},
                      {Mode::covert, Weight::from_scaled(Weight::unit / 10 * 6)}};
      scheme.published.places = 6;
      const Result<RollUp> roll_up = RollUp::create(std::move(scheme));
      if (!roll_up) peers::fail(roll_up.diagnostics().to_string());
      const Executor executor = threads(number);
      RollUpSums sums(*roll_up);
      rows = sums.add({.site = column(site), .period = column(month), .mode = column(kind), .mark = score}, executor);
      added = now() - start;
      report = sums.roll_up({.marks = marks, .published = published}, executor);
      rolled = now() - start;
      rank_columns(published, roll_up->columns(), {.ranks = ranks, .percentiles = percentiles}, 6, executor);
      if (repetition > 0) seconds.push_back(now() - start);
      if (repetition == 3 && number == 1) {
        peers::Dump dump(std::string(arguments[2]) + "/W2.aedile.f64");
        for (std::size_t l = 0; l < roll_up->levels(); ++l) {
          dump_level(dump, *roll_up, l, marks, peers::mark);
          dump_level(dump, *roll_up, l, ranks, [](std::uint32_t rank) { return static_cast<double>(rank); });
          dump_level(dump, *roll_up, l, percentiles, percentile);
        }
      }
    }
    std::fprintf(stderr, "%zu threads: sums %.1f ms, values %.1f ms, ranks %.1f ms\n", number, added * 1e3,
                 (rolled - added) * 1e3, (seconds.back() - rolled) * 1e3);
    peers::emit("aedile-" + std::to_string(number) + "T", "W2", seconds,
                "rejected " + std::to_string(rows.rejected.size()) + ", undecided " + std::to_string(report.undecided) +
                    ", keyed otherwise " + std::to_string(keyed_otherwise(marks, published)));
  }
}
