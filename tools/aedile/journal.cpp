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

int exit_code_of_journal(const ProblemLog& log) {
  // What is no fault of the journal's content.
  constexpr std::array<std::string_view, 5> of_files{"cannot_read_journal", "cannot_write_journal", "journal_exists",
                                                     "journal_held", "journal_linked"};
  if (std::any_of(of_files.begin(), of_files.end(), [&](std::string_view code) { return log.contains(code); })) {
    return exit_files;
  }
  return exit_code_of(log);
}

int ended(const ProblemLog& log, const Console& console) {
  print(console, log);
  return exit_code_of_journal(log);
}

}  // namespace aedile::tool
