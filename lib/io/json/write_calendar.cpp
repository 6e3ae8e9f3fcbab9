#include "io/json/calendar_format.h"

namespace aedile::json {

void write(Writer& json, TimeOfDay time) { json.string(time.to_string()); }

void write(Writer& json, const Hours& hours) {
  json.begin_array();
  write(json, hours.open);
  write(json, hours.close);
  json.end_array();
}

void write(Writer& json, const NamedDays& days) {
  if (days.title.empty() && days.first == days.last) {
    write(json, days.first);
    return;
  }
  json.begin_object();
  json.required("from", days.first);
  json.optional("to", days.last, days.first);
  json.optional("title", days.title);
  json.end_object();
}

void write(Writer& json, const DatedHours& dated) {
  json.begin_object();
  for (const auto& [date, hours] : dated) json.required(date.to_string(), hours);
  json.end_object();
}

void write(Writer& json, const CalendarVersion& version) {
  json.begin_object();
  json.required("version", version.version);
  json.optional("known_from", version.known_from);
  json.optional("source", version.source);
  json.optional("last", version.last);
  json.optional("holidays", version.holidays);
  json.optional("makeup", version.makeup);
  json.optional("usual", version.usual);
  json.optional("shifts", version.shifts);
  json.optional("breaks", version.breaks);
  json.end_object();
}

void write(Writer& json, const Calendar& calendar) {
  json.begin_object();
  json.key("aedile").string(calendar_format);
  json.required("id", calendar.id);
  json.optional("title", calendar.title);
  json.optional("zone", calendar.zone, "UTC");
  json.key("week").begin_object();
  for (std::size_t day = 0; day < weekday_keys.size(); ++day) json.optional(weekday_keys[day], calendar.week[day]);
  json.end_object();
  json.optional("makeup_hours", calendar.makeup_hours);
  json.required("first", calendar.first);
  json.required("versions", calendar.versions);
  json.end_object();
}

}  // namespace aedile::json
