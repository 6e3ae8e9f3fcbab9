// The organisation: units, sites, and who answers for what.
#include "io/json/messages.h"
#include "io/json/organisation_format.h"

namespace aedile::json {

void read(Reader& reader, Value value, Rational& out) {
  if (!value.is(Type::number) && !value.is(Type::string)) {
    reader.wrong_type(value, messages::expected_number);
    return;
  }
  const Result<Rational> parsed = Rational::parse(value.text());
  if (parsed) {
    out = *parsed;
  } else {
    take_problems(reader, value, parsed.diagnostics());
  }
}

/// The days stand among the keys of the object they belong to.
void read_validity(ObjectReader& object, Validity& out) {
  object.optional("valid_from", out.from);
  object.optional("valid_until", out.until);
}

/// The code of a unit alone, or an object with days too.
void read(Reader& reader, Value value, Membership& out) {
  if (value.is(Type::string)) {
    out.unit = value.text();
    return;
  }
  ObjectReader object(reader, value);
  object.required("unit", out.unit);
  read_validity(object, out.valid);
  object.finish();
}

/// One membership, or a list of them.
void read_memberships(ObjectReader& object, std::string_view key, std::vector<Membership>& out) {
  const std::optional<Value> value = object.take(key);
  if (!value) return;
  if (value->is(Type::array)) {
    read(object.reader(), *value, out);
  } else {
    read(object.reader(), *value, out.emplace_back());
  }
}

void read(Reader& reader, Value value, Unit& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.required("kind", out.kind);
  object.optional("title", out.title);
  read_validity(object, out.valid);
  read_memberships(object, "within", out.within);
  read_memberships(object, "lines", out.lines);
  object.optional("successors", out.successors);
  object.finish();
}

/// A code alone, or an object with a title too.
void read(Reader& reader, Value value, SiteClass& out) {
  if (value.is(Type::string)) {
    out.code = value.text();
    return;
  }
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.optional("title", out.title);
  object.finish();
}

void read(Reader& reader, Value value, Site& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.required("site_class", out.site_class);
  object.optional("title", out.title);
  object.required("cell", out.cell);
  Coordinates at;
  const std::optional<Value> latitude = object.take("latitude");
  const std::optional<Value> longitude = object.take("longitude");
  if (latitude) read(reader, *latitude, at.latitude);
  if (longitude) read(reader, *longitude, at.longitude);
  if (latitude && longitude) out.at = at;
  if (latitude.has_value() != longitude.has_value()) reader.missing_key(value, latitude ? "longitude" : "latitude");
  object.optional("address", out.address);
  object.optional("contact", out.contact);
  object.optional("phone", out.phone);
  read_validity(object, out.valid);
  object.optional("attributes", out.attributes);
  object.finish();
}

void read_scope(ObjectReader& object, Scope& out) {
  object.optional("items", out.items);
  object.optional("site_classes", out.site_classes);
  object.optional("sites", out.sites);
  object.optional("areas", out.areas);
  read_validity(object, out.valid);
}

void read(Reader& reader, Value value, ItemDuty& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.required("items", out.items);
  object.required("lead", out.lead);
  object.optional("supporting", out.supporting);
  object.optional("linked", out.linked);
  read_validity(object, out.valid);
  object.finish();
}

void read_duty_party(Reader& reader, Value value, Who& out) {
  if (!value.is(Type::string)) {
    reader.wrong_type(value, messages::expected_string);
  } else if (value.text() == "lead") {
    out = DutyLead{};
  } else if (value.text() == "supporting") {
    out = DutySupporting{};
  } else {
    reader.unknown_word(value, {"lead", "supporting"});
  }
}

/// Exactly one of "unit", "territory" and "duty" says who it is.
void read_who(ObjectReader& object, Who& out) {
  constexpr std::string_view keys[] = {"unit", "territory", "duty"};
  std::string_view first;
  for (const std::string_view key : keys) {
    const std::optional<Value> value = object.take(key);
    if (!value) continue;
    if (!first.empty()) {
      object.reader().error(*value, messages::both_of_two, {std::string(first), std::string(key)});
      continue;
    }
    first = key;
    if (key == "unit") {
      NamedUnit named;
      read(object.reader(), *value, named.unit);
      out = std::move(named);
    } else if (key == "territory") {
      WithinTerritory territory;
      read(object.reader(), *value, territory.kind);
      out = territory;
    } else {
      read_duty_party(object.reader(), *value, out);
    }
  }
  if (first.empty() && object.is_object()) object.reader().missing_key(object.value(), "unit");
}

void read(Reader& reader, Value value, Party& out) {
  ObjectReader object(reader, value);
  object.required("role", out.role);
  read_who(object, out.who);
  object.optional("share", out.share);
  object.finish();
}

void read(Reader& reader, Value value, ResponsibilityRule& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.optional("title", out.title);
  read_scope(object, out.scope);
  object.optional("priority", out.priority);
  object.optional("total", out.total);
  object.required("parties", out.parties);
  object.finish();
}

void read(Reader& reader, Value value, Contract& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.required("kind", out.kind);
  object.optional("title", out.title);
  object.required("holder", out.holder);
  object.required("role", out.role);
  read_scope(object, out.scope);
  object.finish();
}

void read(Reader& reader, Value value, UnitTarget& out) {
  ObjectReader object(reader, value);
  object.required("unit", out.unit);
  object.required("items", out.items);
  object.optional("task", out.task);
  object.optional("goal", out.goal);
  object.optional("points", out.points);
  object.optional("deadline", out.deadline);
  object.optional("reward", out.reward);
  object.optional("signed_on", out.signed_on);
  object.optional("signed_by", out.signed_by);
  object.finish();
}

void read_organisation(ObjectReader& object, Organisation& out) {
  object.required("id", out.id);
  object.required("edition", out.edition);
  object.optional("title", out.title);
  object.optional("source", out.source);
  read_validity(object, out.valid);
  object.optional("site_classes", out.site_classes);
  object.required("units", out.units);
  object.optional("sites", out.sites);
  object.optional("duties", out.duties);
  object.optional("rules", out.rules);
  object.optional("contracts", out.contracts);
  object.optional("targets", out.targets);
  object.finish();
}

}  // namespace aedile::json
