// The framework as a whole: its header, its attributes, its profiles.
#include "io/json/framework_read.h"
#include "io/json/messages.h"

namespace aedile::json {

/// A name alone, or an object with a title too.
void read(Reader& reader, Value value, Attribute::Value& out) {
  if (value.is(Type::string)) {
    out.code = value.text();
    return;
  }
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.optional("title", out.title);
  object.finish();
}

void read(Reader& reader, Value value, Attribute& out) {
  ObjectReader object(reader, value);
  object.required("name", out.name);
  object.optional("title", out.title);
  object.optional("values", out.values);
  object.finish();
}

void read(Reader& reader, Value value, VisitAttribute& out) {
  if (value.is(Type::string)) {
    out.name = value.text();
    return;
  }
  ObjectReader object(reader, value);
  object.required("name", out.name);
  object.optional("title", out.title);
  object.finish();
}

void read(Reader& reader, Value value, Profile& out) {
  ObjectReader object(reader, value);
  object.required("site_class", out.site_class);
  object.optional("title", out.title);
  const std::optional<Value> only = object.take("only");
  const std::optional<Value> all_except = object.take("all_except");
  if (only && all_except) {
    reader.error(*all_except, messages::both_of_two, {"only", "all_except"});
  } else if (only) {
    read(reader, *only, out.nodes);
  } else if (all_except) {
    out.all_except = true;
    read(reader, *all_except, out.nodes);
  } else if (object.is_object()) {
    reader.missing_key(value, "only");
  }
  object.finish();
}

void read_framework(ObjectReader& object, Framework& out) {
  object.required("id", out.id);
  object.required("edition", out.edition);
  object.optional("title", out.title);
  object.optional("source", out.source);
  object.optional("valid_from", out.valid_from);
  object.optional("valid_until", out.valid_until);
  object.optional("marks", out.marks);
  object.optional("owners_required", out.owners_required);
  object.optional("attributes", out.attributes);
  object.optional("visit_attributes", out.visit_attributes);
  object.optional("profiles", out.profiles);
  // A file without a root has no nodes, which is the validator's to say.
  if (const std::optional<Value> root = object.take("root")) read_node(object.reader(), *root, std::nullopt, out.nodes);
  object.finish();
}

}  // namespace aedile::json
