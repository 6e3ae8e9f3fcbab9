// The framework as a whole, and the edition mapping.
#include "io/json/framework_read.h"
#include "io/json/framework_write.h"

namespace aedile::json {

void write(Writer& json, const LocalText& value) {
  const auto& texts = value.texts();
  if (texts.size() == 1 && texts.front().first.empty()) {
    json.string(texts.front().second);
  } else {
    write(json, texts);
  }
}

void write(Writer& json, const Attribute::Value& value) {
  if (value.title.empty()) {
    json.string(value.code);
    return;
  }
  json.begin_object();
  json.required("code", value.code);
  json.required("title", value.title);
  json.end_object();
}

void write(Writer& json, const Attribute& attribute) {
  json.begin_object();
  json.required("name", attribute.name);
  json.optional("title", attribute.title);
  json.optional("values", attribute.values);
  json.end_object();
}

void write(Writer& json, const VisitAttribute& attribute) {
  if (attribute.title.empty()) {
    json.string(attribute.name);
    return;
  }
  json.begin_object();
  json.required("name", attribute.name);
  json.required("title", attribute.title);
  json.end_object();
}

void write(Writer& json, const Profile& profile) {
  json.begin_object();
  json.required("site_class", profile.site_class);
  json.optional("title", profile.title);
  json.required(profile.all_except ? "all_except" : "only", profile.nodes);
  json.end_object();
}

void write(Writer& json, const Framework& framework) {
  json.begin_object();
  json.key("aedile").string(framework_format);
  json.required("id", framework.id);
  json.required("edition", framework.edition);
  json.optional("title", framework.title);
  json.optional("source", framework.source);
  json.optional("valid_from", framework.valid_from);
  json.optional("valid_until", framework.valid_until);
  json.optional("marks", framework.marks);
  json.optional("owners_required", framework.owners_required);
  json.optional("attributes", framework.attributes);
  json.optional("visit_attributes", framework.visit_attributes);
  json.optional("profiles", framework.profiles);
  if (!framework.nodes.empty()) {
    json.key("root");
    write_tree(json, framework.nodes);
  }
  json.end_object();
}

void write(Writer& json, const EditionMapping::Entry& entry) {
  json.begin_object();
  json.required("kind", entry.kind);
  json.optional("from", entry.from);
  json.optional("to", entry.to);
  json.optional("note", entry.note);
  json.end_object();
}

void write(Writer& json, const EditionMapping& mapping) {
  json.begin_object();
  json.key("aedile").string(edition_mapping_format);
  json.required("framework", mapping.framework);
  json.required("from", mapping.from);
  json.required("to", mapping.to);
  json.required("entries", mapping.entries);
  json.end_object();
}

}  // namespace aedile::json
