#include "aedile/io/regulations_json.h"

#include "aedile/io/calendar_json.h"
#include "aedile/io/workflow_json.h"
#include "io/json/calendar_format.h"
#include "io/json/ladder_format.h"
#include "io/json/read_document.h"
#include "io/json/rectification_format.h"

namespace aedile {

namespace json {

constexpr std::string_view regulations_format = "regulations/1";

/// Written out as a document of its own, or the id of one that is shipped.
template <class T>
struct Part {
  T value{};
};

namespace {

template <class T>
void read_part(Reader& reader, Value value, T& out, Result<T> (*shipped)(std::string_view), std::string_view format,
               void (*read_keys)(ObjectReader&, T&)) {
  if (value.is(Type::string)) {
    Result<T> found = shipped(value.text());
    if (found) {
      out = std::move(*found);
    } else {
      take_problems(reader, value, found.diagnostics());
    }
    return;
  }
  ObjectReader object(reader, value);
  if (object.is_object() && read_header(object, format)) read_keys(object, out);
}

}  // namespace

void read(Reader& reader, Value value, Part<Workflow>& out) {
  read_part<Workflow>(reader, value, out.value, shipped_workflow, workflow_format, read_workflow);
}
void read(Reader& reader, Value value, Part<Calendar>& out) {
  read_part<Calendar>(reader, value, out.value, shipped_calendar, calendar_format, read_calendar);
}

void read(Reader& reader, Value value, UnitCalendar& out) {
  ObjectReader object(reader, value);
  object.required("unit", out.unit);
  object.required("calendar", out.calendar);
  object.finish();
}

void read(Reader& reader, Value value, RegisteredPerson& out) {
  ObjectReader object(reader, value);
  object.required("id", out.id);
  object.required("unit", out.unit);
  object.required("roles", out.roles);
  object.optional("title", out.title);
  object.finish();
}

void read(Reader& reader, Value value, Event& out) {
  ObjectReader object(reader, value);
  object.required("name", out.name);
  object.required("at", out.at);
  object.finish();
}

void read(Reader& reader, Value value, NoticeRule& out) {
  ObjectReader object(reader, value);
  object.required("series", out.series);
  object.required("pattern", out.pattern);
  object.required("authority", out.authority);
  object.optional("consequence", out.consequence);
  object.optional("contact", out.contact);
  object.finish();
}

void read(Reader& reader, Value value, Ladder& out) {
  ObjectReader object(reader, value);
  if (object.is_object() && read_header(object, ladder_format)) read_ladder(object, out);
}

void read(Reader& reader, Value value, UnitLadderFile& out) {
  ObjectReader object(reader, value);
  if (object.is_object() && read_header(object, unit_ladder_format)) read_unit_ladder(object, out);
}

void write(Writer& json, const UnitCalendar& unit) {
  json.begin_object();
  json.required("unit", unit.unit);
  json.required("calendar", unit.calendar);
  json.end_object();
}

void write(Writer& json, const RegisteredPerson& person) {
  json.begin_object();
  json.required("id", person.id);
  json.required("unit", person.unit);
  json.required("roles", person.roles);
  json.optional("title", person.title);
  json.end_object();
}

void write(Writer& json, const Event& event) {
  json.begin_object();
  json.required("name", event.name);
  json.required("at", event.at);
  json.end_object();
}

void write(Writer& json, const NoticeRule& rule) {
  json.begin_object();
  json.required("series", rule.series);
  json.required("pattern", rule.pattern);
  json.required("authority", rule.authority);
  json.optional("consequence", rule.consequence);
  json.optional("contact", rule.contact);
  json.end_object();
}

namespace {

template <class T>
std::vector<T> values(std::vector<Part<T>> parts) {
  std::vector<T> result;
  for (Part<T>& part : parts) result.push_back(std::move(part.value));
  return result;
}

void read_regulations(ObjectReader& object, Regulations& out) {
  object.required("id", out.id);
  object.required("edition", out.edition);
  object.optional("title", out.title);
  std::vector<Part<Workflow>> workflows;
  object.required("workflows", workflows);
  out.workflows = values(std::move(workflows));
  std::vector<Part<Calendar>> calendars;
  object.required("calendars", calendars);
  out.calendars = values(std::move(calendars));
  object.optional("calendar", out.calendar);
  object.optional("units", out.units);
  object.required("people", out.people);
  object.optional("events", out.events);
  object.optional("notices", out.notices);
  object.optional("ladder", out.ladder);
  std::optional<UnitLadderFile> unit_ladder;
  object.optional("unit_ladder", unit_ladder);
  if (unit_ladder) {
    out.unit_ladder = std::move(unit_ladder->ladder);
    out.lists = std::move(unit_ladder->lists);
  }
  object.finish();
}

}  // namespace

void write(Writer& json, const Regulations& regulations) {
  json.begin_object();
  json.key("aedile").string(regulations_format);
  json.required("id", regulations.id);
  json.required("edition", regulations.edition);
  json.optional("title", regulations.title);
  json.required("workflows", regulations.workflows);
  json.required("calendars", regulations.calendars);
  json.optional("calendar", regulations.calendar);
  json.optional("units", regulations.units);
  json.required("people", regulations.people);
  json.optional("events", regulations.events);
  json.optional("notices", regulations.notices);
  json.optional("ladder", regulations.ladder);
  if (regulations.unit_ladder)
    json.required("unit_ladder", UnitLadderFile{*regulations.unit_ladder, regulations.lists});
  json.end_object();
}

}  // namespace json

Result<Regulations> read_regulations(std::string_view text, std::string file_name) {
  return json::read_document<Regulations>(text, std::move(file_name), json::regulations_format, json::read_regulations,
                                          [](const Regulations& regulations) { return validate(regulations); });
}

Result<Regulations> load_regulations(const std::filesystem::path& file) {
  return json::load_document(file, read_regulations);
}

std::string write_regulations(const Regulations& regulations) { return json::file_text(regulations); }

}  // namespace aedile
