// aedile on the workload W1 of the shared benchmarks: columns in, scores out. Prints a line of JSON a number of threads
// and writes the results where the peers' own check compares them.
//
//   aedile_w1 DATA OUT w1_10m s W1_10m_s       (as `tuned w1 w1_10m s W1_10m_s` with PERF_DATA and PERF_OUT)

#include "peers/scheme.h"

namespace {

using namespace aedile;

using peers::Array, peers::Dump, peers::emit, peers::fail, peers::load, peers::now;

}  // namespace

int main(int count, char** arguments) {
  if (count < 6) fail("usage: aedile_w1 DATA OUT FOLDER s|r TAG [common]");
  const std::string data = std::string(arguments[1]) + "/", out = arguments[2], tag = arguments[5];
  const std::string common = data + (count > 6 ? arguments[6] : "common");
  const std::string folder = data + arguments[3] + "/", prefix = folder + arguments[4] + "_";
  const peers::Scheme scheme = peers::read_scheme(common + "/tree.txt");
  const auto types = load<std::uint8_t>(common + "/site_type.u8");
  const auto visit_site = load<std::uint32_t>(folder + "visit_site.u32");
  const auto visit_period = load<std::uint16_t>(folder + "visit_period.u16");
  const auto visit = load<std::uint32_t>(prefix + "visit.u32"), site = load<std::uint32_t>(prefix + "site.u32");
  const auto item = load<std::uint16_t>(prefix + "item.u16"), period = load<std::uint16_t>(prefix + "period.u16");
  const auto severity = load<std::uint8_t>(prefix + "sev.u8"), times = load<std::uint8_t>(prefix + "cnt.u8");
  using peers::column;
  const VisitColumns visits{.count = visit_site.size(),
                            .site = column(visit_site),
                            .period = column(visit_period),
                            .profile = {},
                            .profile_of_site = column(types)};
  const FindingColumns findings{.visit = column(visit),
                                .item = column(item),
                                .count = column(times),
                                .site = column(site),
                                .period = column(period),
                                .attributes = {column(severity)}};
  const std::size_t width = scheme.dimensions.size() + 1;
  Array<Points> marks(visits.count * width);
  Array<std::uint8_t> grades(visits.count);
  BulkReport report;
  for (std::size_t number = 1; number <= 2; ++number) {
    std::vector<double> seconds;
    for (int repetition = 0; repetition < 3; ++repetition) {
      const double start = now();
      const BulkScorer bulk = peers::lowered(scheme, true);
      if (repetition == 0 && number == 1) {
        std::fprintf(stderr, "compile and lower: %.1f ms, %zu general items, %zu general profiles\n",
                     (now() - start) * 1e3, bulk.general_items().size(), bulk.general_profiles().size());
      }
      report = bulk.score(visits, findings, {.marks = marks, .grades = grades, .completion = {}}, threads(number));
      seconds.push_back(now() - start);
    }
    emit("aedile-" + std::to_string(number) + "T", tag, seconds,
         "general " + std::to_string(report.general_visits) + ", undecided " + std::to_string(report.undecided_visits));
  }
  Dump dump(out + "/" + tag + ".aedile.f64");
  for (std::size_t v = 0; v < visits.count; ++v) dump.add(marks[v * width + width - 1]);
  for (std::size_t d = 0; d + 1 < width; ++d)
    for (std::size_t v = 0; v < visits.count; ++v) dump.add(marks[v * width + d]);
  for (const std::uint8_t grade : grades) dump.add(static_cast<double>(grade));
  dump.add(static_cast<double>(report.rejected_rows()));
  std::uint64_t rows = 0;
  for (const RejectedRow& row : report.rejected) rows += row.row;
  dump.add(static_cast<double>(rows));
  dump.add(static_cast<double>(report.ignored));
}
