// Any bytes as a ladder, a unit's ladder, a notice, the rules of what follows, or one of the tables around tickets:
// reading never crashes; what it accepts survives writing and reading, and does what it is for.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "aedile/io/follow_up_json.h"
#include "aedile/io/ladder_json.h"
#include "aedile/io/notice_json.h"
#include "aedile/io/rectification_csv.h"
#include "aedile/rectification/rates.h"

using namespace aedile;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// Every problem has a place in the text, and both sentences can be made.
void look_at(const Diagnostics& problems) {
  for (const Diagnostic& problem : problems) {
    require(problem.place.file == "fuzz");
    require(problem.place.line >= 1 && problem.place.column >= 1);
    require(!problem.text.in(Language::en).empty() && !problem.text.in(Language::zh).empty());
  }
}

template <class Read, class Write>
auto survives(std::string_view text, Read read, Write write) {
  auto value = read(text, "fuzz");
  look_at(value.diagnostics());
  if (value) {
    const std::string written = write(*value);
    const auto again = read(written, "fuzz");
    require(again.ok());
    require(*again == *value);
    require(write(*again) == written);
  }
  return value;
}

void as_notice(std::string_view text) {
  const Result<Notice> notice = survives(text, read_notice, write_notice);
  if (!notice) return;
  constexpr NoticeCopy both[] = {NoticeCopy::responsible, NoticeCopy::look_back};
  const std::string page = html_of(*notice, both, Language::zh);
  // The page's own two boxes a finding and its markup are all the angle brackets there are.
  require(page.find("<script") == std::string::npos && page.find("<img") == std::string::npos);
  require(page.ends_with("</html>\n"));
  require(!text_of(*notice, NoticeCopy::look_back, Language::en).empty());
}

void as_tables(std::string_view text) {
  {
    std::istringstream in{std::string(text)};
    ProblemLog log;
    const auto counted = read_ticket_facts(in, "fuzz", log);
    look_at(log.shown());
    require(counted.has_value() == !log.has_errors());
    if (counted) {
      const TicketCounts total = counted->total();
      for (const RateFormula& formula : rate_formulas()) require(!per_cent(rate_of(formula.code, total)).empty());
    }
  }
  const UnitLadderFile ladder{{.id = "u", .steps = {{"talk", FailuresInARow{1}, LadderEffect::talk}}},
                              {{.group = "g", .red = 1, .black = 1}}};
  std::istringstream in{std::string(text)};
  ProblemLog log;
  const auto occasions = read_occasions(in, "fuzz", log, ladder);
  require(occasions.has_value() == !log.has_errors());
  std::istringstream closed{std::string(text)};
  ProblemLog closed_log;
  require(read_closed(closed, "fuzz", closed_log).has_value() == !closed_log.has_errors());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)survives(text, read_ladder, write_ladder);
  (void)survives(text, read_unit_ladder, write_unit_ladder);
  (void)survives(text, read_follow_up, write_follow_up);
  as_notice(text);
  as_tables(text);
  return 0;
}
