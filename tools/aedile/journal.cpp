// What the commands of `aedile journal` share.
#include "aedile/journal.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

namespace aedile::tool {

Instant machine_now() {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in this program changes the environment
  if (const char* const said = std::getenv("AEDILE_NOW"); said != nullptr && *said != 0) return instant_argument(said);
  return Instant(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

bool far_ahead(Instant recorded, Instant now) {
  return recorded.sys_seconds() > now.sys_seconds() + std::chrono::hours(24);
}

Instant instant_argument(const std::string& text) {
  const Result<Instant> instant = Instant::parse(text);
  if (!instant) throw UsageFailure{instant.diagnostics().items().front().text};
  return *instant;
}

Result<Instant> end_of_time(const TimeZone& zone, const std::string& text) {
  constexpr auto last_day = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};
  const Result<Date> day = Date::parse(text);
  if (day && day->sys_days() < last_day) return zone.instant(day->plus_days(1), {});
  return zone.parse(text);
}

Result<TicketLedger> regulations_of(const JournalView& view) {
  TicketLedger ledger;
  Diagnostics problems;
  const Diagnostics reading = view.each([&](const JournalEvent& event) {
    if (event.entry.command == adopt_command) problems = ledger.apply(event);
    return !problems.has_errors();
  });
  if (reading.has_errors()) return reading;
  if (problems.has_errors()) return problems;
  return ledger;
}

int exit_code_of_journal(const ProblemLog& log) {
  // What is no fault of the journal's content.
  constexpr std::array<std::string_view, 5> of_files{"cannot_read_journal", "cannot_write_journal", "journal_exists",
                                                     "journal_held", "journal_linked"};
  if (std::any_of(of_files.begin(), of_files.end(), [&](std::string_view code) { return log.contains(code); })) {
    return exit_files;
  }
  return exit_code_of(log);
}

int ended(const ProblemLog& log, const Console& console, bool json) {
  if (json && log.has_errors()) {
    print_problems_as_json(console, {}, log);
  } else {
    print(console, log);
  }
  return exit_code_of_journal(log);
}

}  // namespace aedile::tool
