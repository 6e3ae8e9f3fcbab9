#include "aedile/io/framework_json.h"

#include <cerrno>
#include <fstream>
#include <functional>
#include <system_error>

#include "core/excerpt.h"
#include "io/json/framework_read.h"
#include "io/json/framework_write.h"
#include "io/json/messages.h"
#include "io/json/placing.h"

namespace aedile {

namespace {

using json::Document;
using json::ObjectReader;
using json::Reader;

/// Reads the key "aedile". False if the document is of another format, so that its keys mean something else.
bool read_header(ObjectReader& object, std::string_view format) {
  std::string found(format);
  object.required("aedile", found);
  if (const auto schema = object.take("$schema")) {  // where editors look for the schema
    std::string ignored;
    json::read(object.reader(), *schema, ignored);
  }
  if (found == format) return true;
  object.reader().error(*object.take("aedile"), messages::unknown_format,
                        {detail::excerpt(found), std::string(format)});
  return false;
}

template <class T>
Result<T> read_document(std::string_view text, std::string file_name, std::string_view format,
                        void (*read_keys)(ObjectReader&, T&), const std::function<Diagnostics(const T&)>& validator) {
  const Result<Document> document = Document::parse(text, std::move(file_name));
  if (!document) return document.diagnostics();
  Reader reader(*document);
  ObjectReader object(reader, document->root());
  T value;
  if (object.is_object() && read_header(object, format)) {
    json::report_duplicate_keys(reader);
    read_keys(object, value);
    if (validator && !reader.full()) {
      Diagnostics found = json::placed(validator(value), reader);
      reader.problems().append(std::move(found));
    }
  }
  Diagnostics problems = std::move(reader.problems());
  problems.sort_by_place();
  if (problems.has_errors()) return problems;
  return {std::move(value), std::move(problems)};
}

Result<std::string> read_file(const std::filesystem::path& file) {
  const auto unreadable = [&](const std::error_code& reason) {
    return Result<std::string>(Place{file.string(), 0, 0, {}}, messages::unreadable_file, {reason.message()});
  };
  // A folder opens like a file, and fails only when read.
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return unreadable(std::make_error_code(std::errc::is_a_directory));
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) return unreadable(std::error_code(errno == 0 ? EIO : errno, std::generic_category()));
  std::string text;
  std::string block(1 << 16, '\0');
  while (in && text.size() <= json::max_document_bytes) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return unreadable(std::error_code(errno == 0 ? EIO : errno, std::generic_category()));
  return text;
}

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

template <class Read>
auto load(const std::filesystem::path& file, Read read) -> decltype(read(std::string_view(), std::string())) {
  const Result<std::string> text = read_file(file);
  if (!text) return text.diagnostics();
  return read(*text, file.string());
}

}  // namespace

Result<Framework> read_framework(std::string_view text, std::string file_name) {
  return read_document<Framework>(text, std::move(file_name), json::framework_format, json::read_framework,
                                  validate_framework);
}

Result<Framework> load_framework(const std::filesystem::path& file) { return load(file, read_framework); }

std::string write_framework(const Framework& framework) {
  std::string text;
  json::Writer writer(text);
  json::write(writer, framework);
  text += '\n';
  return text;
}

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
  return load(file,
              [](std::string_view text, std::string name) { return read_edition_mapping(text, std::move(name)); });
}

Result<EditionMapping> load_edition_mapping(const std::filesystem::path& file, const Framework& from,
                                            const Framework& to) {
  return load(file, [&](std::string_view text, std::string name) {
    return read_edition_mapping(text, std::move(name), from, to);
  });
}

std::string write_edition_mapping(const EditionMapping& mapping) {
  std::string text;
  json::Writer writer(text);
  json::write(writer, mapping);
  text += '\n';
  return text;
}

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
