#include "aedile/console.h"

#include <algorithm>
#include <chrono>

#include "aedile/io/scorecard_json.h"
#include "aedile/system_words.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

long long milliseconds() {
  using namespace std::chrono;
  return duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count();
}

constexpr long long before_first = 1000;
constexpr long long between = 200;

/// Length of the control character that `text` begins with; 0 if it begins with none. In UTF-8 none of these sequences
/// occurs inside another.
std::size_t hostile_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(0) == 0x7F || (byte(0) < 0x20 && byte(0) != '\n' && byte(0) != '\t')) return 1;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;  // C1
  if (byte(0) != 0xE2) return 0;
  const bool separators_and_embeddings = byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE;  // U+2028 – U+202E
  const bool isolates = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;                   // U+2066 – U+2069
  return separators_and_embeddings || isolates ? 3 : 0;
}

}  // namespace

std::string printable(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t hostile = hostile_bytes(text);
    for (const char c : text.substr(0, hostile)) {
      const auto byte = static_cast<unsigned char>(c);
      result += {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
    }
    if (hostile == 0) result += text.front();
    text.remove_prefix(std::max<std::size_t>(hostile, 1));
  }
  return result;
}

std::string on_one_line(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    if (c == '\n')
      result += "\\x0A";
    else if (c == '\t')
      result += "\\x09";
    else
      result += c;
  }
  return result;
}

void print(const Console& console, const ProblemLog& log) {
  Diagnostics shown = with_reasons(log.shown(), console.language);
  shown.sort_by_place();
  console.err << printable(shown.to_string(console.language));
  if (log.hidden_count() != 0) {
    console.err << console.text(texts::more_problems,
                                {grouped(log.hidden_count()), grouped(log.error_count()), grouped(log.warning_count())})
                << '\n';
  }
}

void write_problems(JsonWriter& json, const Console& console, const ProblemLog& log) {
  Diagnostics shown = with_reasons(log.shown(), console.language);
  shown.sort_by_place();
  json.key("problems").begin_array();
  for (const Diagnostic& problem : shown) write_diagnostic(json, problem, console.language);
  json.end_array();
  json.key("errors").number(log.error_count());
  json.key("warnings").number(log.warning_count());
}

void print_problems_as_json(const Console& console, std::string_view format, const ProblemLog& log) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  if (!format.empty()) json.key("aedile").string(format);
  write_problems(json, console, log);
  json.end_object();
  console.out << text << '\n';
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
