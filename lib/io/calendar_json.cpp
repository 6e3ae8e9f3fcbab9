#include "aedile/io/calendar_json.h"

#include <array>

#include "core/excerpt.h"
#include "io/json/calendar_format.h"
#include "io/json/messages.h"
#include "io/json/read_document.h"

namespace aedile {

namespace {
constexpr std::array<std::string_view, 1> shipped_ids = {"cn"};
}

Result<Calendar> read_calendar(std::string_view text, std::string file_name) {
  return json::read_document<Calendar>(text, std::move(file_name), json::calendar_format, json::read_calendar,
                                       [](const Calendar& calendar) { return validate(calendar); });
}

Result<Calendar> load_calendar(const std::filesystem::path& file) { return json::load_document(file, read_calendar); }

std::string write_calendar(const Calendar& calendar) { return json::file_text(calendar); }

std::vector<std::string_view> shipped_calendars() { return {shipped_ids.begin(), shipped_ids.end()}; }

Result<Calendar> shipped_calendar(std::string_view id) {
  const std::string_view text = shipped_calendar_text(id);
  if (text.empty()) {
    return {Place{}, messages::unknown_calendar, {detail::excerpt(id), json::join(shipped_calendars())}};
  }
  return read_calendar(text, std::string(id) + ".json");
}

}  // namespace aedile
