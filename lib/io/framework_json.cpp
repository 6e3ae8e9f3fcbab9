#include "aedile/io/framework_json.h"

#include <functional>

#include "io/json/framework_read.h"
#include "io/json/framework_write.h"
#include "io/json/read_document.h"

namespace aedile {

namespace {

using json::Document;
using json::load_document;
using json::ObjectReader;
using json::read_document;
using json::Reader;

Diagnostics validate_framework(const Framework& framework) { return validate(framework); }

/// What a mapping says can be wrong without its editions: two that have just the codes it names stand in for them.
Diagnostics validate_alone(const EditionMapping& mapping) {
  Framework from;
  Framework to;
  from.id = to.id = mapping.framework;
  from.edition = mapping.from;
  to.edition = mapping.to;
  for (const EditionMapping::Entry& entry : mapping.entries) {
    for (const std::string& code : entry.from) from.nodes.emplace_back().code = code;
    for (const std::string& code : entry.to) to.nodes.emplace_back().code = code;
  }
  return validate(mapping, from, to);
}

}  // namespace

Result<Framework> read_framework(std::string_view text, std::string file_name) {
  return read_document<Framework>(text, std::move(file_name), json::framework_format, json::read_framework,
                                  validate_framework);
}

Result<Framework> load_framework(const std::filesystem::path& file) { return load_document(file, read_framework); }

std::string write_framework(const Framework& framework) { return json::file_text(framework); }

Result<EditionMapping> read_edition_mapping(std::string_view text, std::string file_name) {
  return read_document<EditionMapping>(text, std::move(file_name), json::edition_mapping_format,
                                       json::read_edition_mapping, validate_alone);
}

Result<EditionMapping> read_edition_mapping(std::string_view text, std::string file_name, const Framework& from,
                                            const Framework& to) {
  return read_document<EditionMapping>(text, std::move(file_name), json::edition_mapping_format,
                                       json::read_edition_mapping,
                                       [&](const EditionMapping& mapping) { return validate(mapping, from, to); });
}

Result<EditionMapping> load_edition_mapping(const std::filesystem::path& file) {
  return load_document(
      file, [](std::string_view text, std::string name) { return read_edition_mapping(text, std::move(name)); });
}

Result<EditionMapping> load_edition_mapping(const std::filesystem::path& file, const Framework& from,
                                            const Framework& to) {
  return load_document(file, [&](std::string_view text, std::string name) {
    return read_edition_mapping(text, std::move(name), from, to);
  });
}

std::string write_edition_mapping(const EditionMapping& mapping) { return json::file_text(mapping); }

Result<std::string> read_format(std::string_view text, std::string file_name) {
  const Result<Document> document = Document::parse(text, std::move(file_name));
  if (!document) return document.diagnostics();
  Reader reader(*document);
  ObjectReader object(reader, document->root());
  std::string format;
  object.required("aedile", format);
  if (reader.problems().has_errors()) return reader.problems();
  return format;
}

}  // namespace aedile
