// aedile on the workload W3 of the shared benchmarks: a million findings added, removed and amended, and after each
// the visit's score and the mean of its district. Prints a line of JSON and writes the results where the peers' own
// check compares them.
//
//   aedile_w3 DATA OUT w3 W3      (as `tuned w3` with PERF_DATA and PERF_OUT)
//
// An operation is read when the answers to the one before it are stored. Timed twice: with the means of districts
// alone, which are all that is asked for, and with those of all five levels, from sites to cities.

#include "aedile/scoring/live_scores.h"
#include "peers/scheme.h"

namespace {

using namespace aedile;
using peers::Array, peers::column, peers::load, peers::now;

/// The operations, and the answers to them.
struct Workload {
  explicit Workload(const std::string& folder)
      : first_visit(load<std::uint32_t>(folder + "f_visit.u32")),
        first_item(load<std::uint16_t>(folder + "f_item.u16")),
        first_severity(load<std::uint8_t>(folder + "f_sev.u8")),
        first_count(load<std::uint8_t>(folder + "f_cnt.u8")),
        kind(load<std::uint8_t>(folder + "op.u8")),
        finding(load<std::uint32_t>(folder + "op_fid.u32")),
        visit(load<std::uint32_t>(folder + "op_visit.u32")),
        item(load<std::uint16_t>(folder + "op_item.u16")),
        severity(load<std::uint8_t>(folder + "op_sev.u8")),
        times(load<std::uint8_t>(folder + "op_cnt.u8")),
        marks(kind.size()),
        means(kind.size()) {}

  FindingColumns findings() const {
    return {.visit = column(first_visit),
            .item = column(first_item),
            .count = column(first_count),
            .site = {},
            .period = {},
            .attributes = {column(first_severity)}};
  }
  /// Seconds for all operations; `district`: the level of districts.
  double run(LiveScores& live, std::size_t district) {
    live.reserve(first_visit.size() + kind.size());
    const double start = now();
    for (std::size_t k = 0; k < kind.size(); ++k) {
      const std::uint32_t value[] = {severity[k]};
      const LiveOutcome outcome =
          kind[k] == 0   ? live.add({.visit = visit[k], .item = item[k], .count = times[k], .values = value})
          : kind[k] == 1 ? live.remove(finding[k])
                         : live.amend(finding[k], {.count = times[k], .values = value, .item = {}});
      if (!outcome || outcome.finding != finding[k]) peers::fail("operation " + std::to_string(k) + " was refused");
      marks[k] = outcome.total;
      means[k] = live.mean_above(district, outcome.visit);
    }
    return now() - start;
  }

  Array<std::uint32_t> first_visit;
  Array<std::uint16_t> first_item;
  Array<std::uint8_t> first_severity, first_count, kind;
  Array<std::uint32_t> finding, visit;
  Array<std::uint16_t> item;
  Array<std::uint8_t> severity, times;
  Array<Points> marks, means;
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 5) peers::fail("usage: aedile_w3 DATA OUT FOLDER TAG");
  const std::string data = std::string(arguments[1]) + "/", common = data + "common/", tag = arguments[4];
  const std::string folder = data + arguments[3] + "/";
  const peers::Scheme scheme = peers::read_scheme(common + "tree.txt");
  const auto types = load<std::uint8_t>(common + "site_type.u8");
  const auto visit_site = load<std::uint32_t>(folder + "visit_site.u32");
  Workload workload(folder);
  const VisitColumns visits{.count = visit_site.size(),
                            .site = column(visit_site),
                            .period = {},
                            .profile = {},
                            .profile_of_site = column(types)};
  LiveUnits all, districts;
  for (const char* name : {"site_comm.u32", "comm_street.u32", "street_dist.u32", "dist_city.u32"}) {
    const auto parent = load<std::uint32_t>(common + name);
    all.levels.push_back({parent.size(), {parent.begin(), parent.end()}});
  }
  const std::vector<std::uint32_t>& cities = all.levels.back().parent;
  all.levels.push_back({*std::max_element(cities.begin(), cities.end()) + std::size_t{1}, {}});
  std::vector<std::uint32_t> district_of_visit;
  for (std::uint32_t unit : visit_site) {
    for (int level = 0; level < 3; ++level) unit = all.levels[static_cast<std::size_t>(level)].parent[unit];
    district_of_visit.push_back(unit);
  }
  districts.of_visit = district_of_visit;
  districts.levels = {{all.levels[3].units, {}}};
  for (const bool all_levels : {false, true}) {
    std::vector<double> seconds;
    double created = 0;
    for (int repetition = 0; repetition < 3; ++repetition) {
      const double start = now();
      Result<LiveScores> live =
          LiveScores::create(peers::lowered(scheme, false), visits, all_levels ? all : districts, workload.findings());
      if (!live) peers::fail(live.diagnostics().to_string());
      created = now() - start;
      seconds.push_back(workload.run(*live, all_levels ? 3 : 0));
    }
    peers::emit("aedile-1T", tag, seconds,
                std::string(all_levels ? "all five levels" : "districts") + ", state " + std::to_string(created));
    peers::Dump dump(std::string(arguments[2]) + "/" + tag + (all_levels ? ".aedile-levels" : ".aedile") + ".f64");
    for (const Points mark : workload.marks) dump.add(mark);
    for (const Points mean : workload.means) dump.add(mean);
  }
}
