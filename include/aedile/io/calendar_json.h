#pragma once
/// Calendars as JSON files: docs/formats/calendar.md.
///
///   Result<Calendar> office = load_calendar("office.json");
///   if (!office) std::cerr << office.diagnostics();
///   // office.json:14:20: error: 2027-01-01 lies outside 2026-01-01 to 2026-12-31, the days of this version; …
///   const WorkingCalendar cn = compile(shipped_calendar("cn").value()).value().latest();
///
/// Reading is all or nothing, and reports everything at once, as that of frameworks does (framework_json.h).

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/calendar/calendar.h"
#include "aedile/core/result.h"

namespace aedile {

/// The calendar in a JSON text, read and validated; `file_name` stands in the places of problems.
/// Errors: those of the reader, listed in docs/formats/framework.md, and those of `validate`.     Cost: O(text + days).
Result<Calendar> read_calendar(std::string_view text, std::string file_name);
/// The same from a file. Errors besides: unreadable_file.
Result<Calendar> load_calendar(const std::filesystem::path& file);
/// The canonical JSON text, which reads back as the same calendar: keys in the order of the format's page, defaults
/// left out, a line end at the end.
std::string write_calendar(const Calendar& calendar);
/// The JSON Schema (draft 2020-12) of a calendar file, docs/formats/calendar.schema.json.
std::string_view calendar_schema();

/// A calendar that comes with the library, by its id: "cn", China's working days from 2004 to 2026 with both versions
/// of 2019 and 2020. Its hours are an example; an office replaces `week`.     Errors: unknown_calendar.
Result<Calendar> shipped_calendar(std::string_view id);
/// The file that it is read from, as a user would write it; "" for any other id.
std::string_view shipped_calendar_text(std::string_view id);
/// The ids of those that there are.
std::vector<std::string_view> shipped_calendars();

}  // namespace aedile
