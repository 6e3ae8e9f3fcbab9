// aedile on the workload W3 of the shared benchmarks: a million findings added, removed and amended, and after each
// the visit's score and the mean of its district. Prints a line of JSON and writes the results where the peers' own
// check compares them.
//
//   aedile_w3 DATA OUT w3 W3      (as `tuned w3` with PERF_DATA and PERF_OUT)
//
// An operation is read when the answers to the one before it are stored. Means of all five levels are kept.

#include "aedile/scoring/live_scores.h"
#include "peers/scheme.h"

int main(int count, char** arguments) {
  using namespace aedile;
  using peers::Array, peers::column, peers::load, peers::now;
  if (count < 5) peers::fail("usage: aedile_w3 DATA OUT FOLDER TAG");
  const std::string data = std::string(arguments[1]) + "/", common = data + "common/", tag = arguments[4];
  const std::string folder = data + arguments[3] + "/";
  const peers::Scheme scheme = peers::read_scheme(common + "tree.txt");
  const auto types = load<std::uint8_t>(common + "site_type.u8");
  const auto visit_site = load<std::uint32_t>(folder + "visit_site.u32");
  const auto first_visit = load<std::uint32_t>(folder + "f_visit.u32");
  const auto first_item = load<std::uint16_t>(folder + "f_item.u16");
  const auto first_severity = load<std::uint8_t>(folder + "f_sev.u8"),
             first_count = load<std::uint8_t>(folder + "f_cnt.u8");
  const auto kind = load<std::uint8_t>(folder + "op.u8");
  const auto finding = load<std::uint32_t>(folder + "op_fid.u32"), visit = load<std::uint32_t>(folder + "op_visit.u32");
  const auto item = load<std::uint16_t>(folder + "op_item.u16");
  const auto severity = load<std::uint8_t>(folder + "op_sev.u8"), times = load<std::uint8_t>(folder + "op_cnt.u8");
  const VisitColumns visits{.count = visit_site.size(),
                            .site = column(visit_site),
                            .period = {},
                            .profile = {},
                            .profile_of_site = column(types)};
  const FindingColumns findings{.visit = column(first_visit),
                                .item = column(first_item),
                                .count = column(first_count),
                                .site = {},
                                .period = {},
                                .attributes = {column(first_severity)}};
  LiveUnits units;
  for (const char* name : {"site_comm.u32", "comm_street.u32", "street_dist.u32", "dist_city.u32"}) {
    const auto parent = load<std::uint32_t>(common + name);
    units.levels.push_back({parent.size(), {parent.begin(), parent.end()}});
  }
  const std::vector<std::uint32_t>& cities = units.levels.back().parent;
  units.levels.push_back({*std::max_element(cities.begin(), cities.end()) + std::size_t{1}, {}});
  constexpr std::size_t district = 3;
  const std::size_t operations = kind.size();
  Array<Points> marks(operations), means(operations);
  std::vector<double> seconds;
  double created = 0;
  for (int repetition = 0; repetition < 3; ++repetition) {
    const double at_first = now();
    Result<LiveScores> made = LiveScores::create(peers::lowered(scheme, false), visits, units, findings);
    if (!made) peers::fail(made.diagnostics().to_string());
    LiveScores& live = *made;
    live.reserve(first_visit.size() + operations);
    const double start = now();
    created = start - at_first;
    for (std::size_t k = 0; k < operations; ++k) {
      const std::uint32_t value[] = {severity[k]};
      const LiveOutcome outcome =
          kind[k] == 0   ? live.add({.visit = visit[k], .item = item[k], .count = times[k], .values = value})
          : kind[k] == 1 ? live.remove(finding[k])
                         : live.amend(finding[k], {.count = times[k], .values = value, .item = {}});
      if (!outcome || outcome.finding != finding[k]) peers::fail("operation " + std::to_string(k) + " was refused");
      marks[k] = outcome.total;
      means[k] = live.mean_above(district, outcome.visit);
    }
    seconds.push_back(now() - start);
  }
  std::fprintf(stderr, "create: %.1f ms\n", created * 1e3);
  peers::emit("aedile-1T", tag, seconds, "all five levels");
  peers::Dump dump(std::string(arguments[2]) + "/" + tag + ".aedile.f64");
  for (const Points mark : marks) dump.add(mark);
  for (const Points mean : means) dump.add(mean);
}
