// A calendar: its week, its versions, their days.
#include "io/json/calendar_format.h"
#include "io/json/messages.h"

namespace aedile::json {

namespace {

/// The hours of each weekday by its name.
struct Week {
  std::array<std::vector<Hours>, 7>& days;
};

void read(Reader& reader, Value value, Week out) {
  ObjectReader object(reader, value);
  for (std::size_t day = 0; day < weekday_keys.size(); ++day) object.optional(weekday_keys[day], out.days[day]);
  object.finish();
}

}  // namespace

void read(Reader& reader, Value value, TimeOfDay& out) {
  if (!value.is(Type::string)) {
    reader.wrong_type(value, messages::expected_string);
    return;
  }
  const Result<TimeOfDay> time = TimeOfDay::parse(value.text());
  if (time) {
    out = *time;
  } else {
    take_problems(reader, value, time.diagnostics());
  }
}

void read(Reader& reader, Value value, Hours& out) {
  if (!value.is(Type::array) || value.size() != 2) {
    reader.wrong_type(value, messages::expected_hours);
    return;
  }
  auto each = value.elements().begin();
  read(reader, *each, out.open);
  ++each;
  read(reader, *each, out.close);
}

/// A day alone, or an object.
void read(Reader& reader, Value value, NamedDays& out) {
  if (value.is(Type::string)) {
    read(reader, value, out.first);
    out.last = out.first;
    return;
  }
  ObjectReader object(reader, value);
  object.required("from", out.first);
  out.last = out.first;
  object.optional("to", out.last);
  object.optional("title", out.title);
  object.finish();
}

void read(Reader& reader, Value value, DatedHours& out) {
  if (!value.is(Type::object)) {
    reader.wrong_type(value, messages::expected_object);
    return;
  }
  for (const Member member : value.members()) {
    const Result<Date> date = Date::parse(member.key);
    if (!date) {
      for (const Diagnostic& problem : date.diagnostics()) {
        reader.error_at(member.key_offset, problem.text.message(), problem.text.arguments());
      }
      continue;
    }
    read(reader, member.value, out.emplace_back(*date, std::vector<Hours>()).second);
  }
}

void read(Reader& reader, Value value, CalendarVersion& out) {
  ObjectReader object(reader, value);
  object.required("version", out.version);
  object.optional("known_from", out.known_from);
  object.optional("source", out.source);
  object.optional("last", out.last);
  object.optional("holidays", out.holidays);
  object.optional("makeup", out.makeup);
  object.optional("usual", out.usual);
  object.optional("shifts", out.shifts);
  object.optional("breaks", out.breaks);
  object.finish();
}

void read_calendar(ObjectReader& object, Calendar& out) {
  object.required("id", out.id);
  object.optional("title", out.title);
  object.optional("zone", out.zone);
  Week week{out.week};
  object.required("week", week);
  object.optional("makeup_hours", out.makeup_hours);
  object.required("first", out.first);
  object.required("versions", out.versions);
  object.finish();
}

}  // namespace aedile::json
