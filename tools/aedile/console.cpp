#include "aedile/console.h"

#include <chrono>

#include "aedile/io/scorecard_json.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

long long milliseconds() {
  using namespace std::chrono;
  return duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count();
}

constexpr long long before_first = 1000;
constexpr long long between = 200;

}  // namespace

void print(const Console& console, const ProblemLog& log) {
  Diagnostics shown = log.shown();
  shown.sort_by_place();
  console.err << shown.to_string(console.language);
  if (log.hidden_count() != 0) {
    console.err << console.text(texts::more_problems,
                                {grouped(log.hidden_count()), grouped(log.error_count()), grouped(log.warning_count())})
                << '\n';
  }
}

void write_problems(JsonWriter& json, const Console& console, const ProblemLog& log) {
  Diagnostics shown = log.shown();
  shown.sort_by_place();
  json.key("problems").begin_array();
  for (const Diagnostic& problem : shown) write_diagnostic(json, problem, console.language);
  json.end_array();
  json.key("errors").number(log.error_count());
  json.key("warnings").number(log.warning_count());
}

Exit exit_code_of(const ProblemLog& log) {
  if (log.contains("csv_read_failed")) return exit_files;
  return log.has_errors() ? exit_data : exit_fine;
}

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

Progress::Progress(const Console& console) : console_(console), next_(milliseconds() + before_first) {}

Progress::~Progress() {
  if (shown_) console_.err << "\r\x1B[K" << std::flush;
}

void Progress::show(std::uint64_t done, std::uint64_t all) {
  if (!console_.watched || console_.quiet) return;
  const long long now = milliseconds();
  if (now < next_) return;
  next_ = now + between;
  shown_ = true;
  console_.err << "\r\x1B[K" << console_.text(texts::progress, {grouped(done), grouped(all)}) << std::flush;
}

}  // namespace aedile::tool
