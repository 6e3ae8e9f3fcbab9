// Any bytes as a calendar file: reading never crashes; what it accepts survives writing and reading, and compiles.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "aedile/calendar/calendar_history.h"
#include "aedile/io/calendar_json.h"

using namespace aedile;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// Every problem has a place in the text, and both sentences can be made.
void look_at(const Diagnostics& problems, std::string_view text) {
  for (const Diagnostic& problem : problems) {
    require(problem.place.file == "fuzz.json");
    require(problem.place.line >= 1 && problem.place.column >= 1);
    require(problem.place.column <= text.size() + 1);
    require(!problem.text.in(Language::en).empty() && !problem.text.in(Language::zh).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Calendar> read = read_calendar(text, "fuzz.json");
  look_at(read.diagnostics(), text);
  if (!read) return 0;
  const std::string written = write_calendar(*read);
  const Result<Calendar> again = read_calendar(written, "fuzz.json");
  require(again.ok());
  require(*again == *read);
  require(write_calendar(*again) == written);
  // Many versions of two centuries take their time, and nothing new comes of them.
  if (read->versions.size() > 3) return 0;
  const CalendarHistory history = compile(*read).value();
  require(history.versions().size() == read->versions.size());
  const WorkingCalendar& latest = history.latest();
  const Result<Date> first = latest.add_working_days(latest.first(), 0);
  require(!first || latest.is_working(*first).value());
  const WorkingHours all =
      latest.working_time(latest.start_of(latest.first()).value(), latest.end_of(latest.last()).value()).value();
  require(all >= WorkingHours());
  require((all == WorkingHours()) == (latest.working_days(latest.first(), latest.last()).value() == 0));
  return 0;
}
