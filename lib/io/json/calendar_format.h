// Readers and writers of the parts of a calendar file.
#pragma once

#include "aedile/calendar/calendar.h"
#include "io/json/reader.h"
#include "io/json/writer.h"

namespace aedile::json {

inline constexpr std::string_view calendar_format = "calendar/1";
inline constexpr std::array<std::string_view, 7> weekday_keys = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// `object` is the document's root, its key "aedile" read already.
void read_calendar(ObjectReader& object, Calendar& out);
void read(Reader& reader, Value value, TimeOfDay& out);
void read(Reader& reader, Value value, Hours& out);
void read(Reader& reader, Value value, NamedDays& out);
void read(Reader& reader, Value value, DatedHours& out);
void read(Reader& reader, Value value, CalendarVersion& out);

void write(Writer& json, TimeOfDay time);
void write(Writer& json, const Hours& hours);
void write(Writer& json, const NamedDays& days);
void write(Writer& json, const DatedHours& dated);
void write(Writer& json, const CalendarVersion& version);
void write(Writer& json, const Calendar& calendar);

}  // namespace aedile::json
