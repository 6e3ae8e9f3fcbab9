// Any bytes as a site ledger: reading never crashes, every problem has a place; what it accepts survives writing and
// reading, and differs from itself in nothing.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "aedile/io/sites_csv.h"

using namespace aedile;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::optional<SiteTable> read(const std::string& text, ProblemLog& log) {
  std::istringstream in(text);
  return read_sites(in, "fuzz.csv", log);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  ProblemLog log;
  const std::optional<SiteTable> table = read(text, log);
  require(table.has_value() != log.has_errors());
  for (const Diagnostic& problem : log.shown()) require(problem.place.line >= 1 && problem.place.file == "fuzz.csv");
  if (table) {
    Organisation organisation{.id = "o", .edition = "1"};
    organisation.sites = table->sites();
    for (const Diagnostic& problem : table->placed(validate(organisation))) {
      if (problem.place.pointer.starts_with("/sites")) require(problem.place.line >= 1);
    }
    std::ostringstream out;
    write_sites(out, table->sites());
    ProblemLog none;
    const std::optional<SiteTable> again = read(out.str(), none);
    require(again.has_value());
    // Languages may come in another order, which is no change.
    require(changes_between(table->sites(), again->sites()).empty());
  }
  std::istringstream in(text);
  ProblemLog visits;
  require(read_site_visits(in, "fuzz.csv", visits).has_value() != visits.has_errors());
  return 0;
}
