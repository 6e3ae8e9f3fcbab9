// The workload W1 from files of columns into files of columns, none of which is in memory as a whole.
//
//   aedile_w1mapped make DATA FOLDER WORK     the raw columns of the workload as WORK/visits.columns and
//   findings.columns aedile_w1mapped score DATA WORK           scores them into WORK/marks.columns; prints seconds,
//   memory, fingerprint

#include "aedile/io/column_file.h"
#include "peers/peer.h"
#include "peers/scheme.h"

namespace {

using namespace aedile;

using peers::fail, peers::load, peers::now;

void require(const Diagnostics& problems) {
  if (problems.has_errors()) fail(problems.to_string());
}
template <class T>
T require(Result<T> made) {
  if (!made) fail(made.diagnostics().to_string());
  return std::move(made).value();
}

void make(const std::string& folder, const std::string& work) {
  const auto visit_site = load<std::uint32_t>(folder + "visit_site.u32");
  const auto visit_period = load<std::uint16_t>(folder + "visit_period.u16");
  require(write_column_file(work + "/visits.columns", std::vector{NamedCells("site", std::span(visit_site)),
                                                                  NamedCells("period", std::span(visit_period))}));
  const auto visit = load<std::uint32_t>(folder + "s_visit.u32"), site = load<std::uint32_t>(folder + "s_site.u32");
  const auto item = load<std::uint16_t>(folder + "s_item.u16"), period = load<std::uint16_t>(folder + "s_period.u16");
  const auto severity = load<std::uint8_t>(folder + "s_sev.u8"), times = load<std::uint8_t>(folder + "s_cnt.u8");
  require(write_column_file(
      work + "/findings.columns",
      std::vector{NamedCells("visit", std::span(visit)), NamedCells("site", std::span(site)),
                  NamedCells("item", std::span(item)), NamedCells("period", std::span(period)),
                  NamedCells("severity", std::span(severity)), NamedCells("count", std::span(times))}));
}

void score(const std::string& common, const std::string& work) {
  const peers::Scheme scheme = peers::read_scheme(common + "/tree.txt");
  const auto types = load<std::uint8_t>(common + "/site_type.u8");
  const BulkScorer bulk = peers::lowered(scheme, true);
  const std::size_t width = scheme.dimensions.size() + 1;
  const double began = now();
  const ColumnFile visits = require(ColumnFile::open(work + "/visits.columns"));
  const ColumnFile findings = require(ColumnFile::open(work + "/findings.columns"));
  const std::string to = work + "/marks.columns";
  ColumnFileWriter writer = require(ColumnFileWriter::create(to, {{"mark", 8}}, visits.rows() * width));
  const BulkReport report = bulk.score({.count = visits.rows(),
                                        .site = visits.column("site"),
                                        .period = visits.column("period"),
                                        .profile_of_site = peers::column(types)},
                                       {.visit = findings.column("visit"),
                                        .item = findings.column("item"),
                                        .count = findings.column("count"),
                                        .site = findings.column("site"),
                                        .period = findings.column("period"),
                                        .attributes = {findings.column("severity")}},
                                       {.marks = writer.cells<Points>("mark")}, threads(2));
  require(writer.finish());
  std::printf("%.2f s, %llu rows rejected, marks %s\n", now() - began,
              static_cast<unsigned long long>(report.rejected_rows()),
              require(ColumnFile::open(to)).fingerprint().substr(0, 16).c_str());
}

}  // namespace

int main(int count, char** arguments) {
  const std::string what = count > 1 ? arguments[1] : "";
  if (what == "make" && count == 5)
    make(std::string(arguments[2]) + "/" + arguments[3] + "/", arguments[4]);
  else if (what == "score" && count == 4)
    score(std::string(arguments[2]) + "/common", arguments[3]);
  else
    fail("usage: aedile_w1mapped make DATA FOLDER WORK | score DATA WORK");
}
