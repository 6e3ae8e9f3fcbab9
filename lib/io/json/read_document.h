// From the text of a file to a value: the way of every format.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "io/json/placing.h"
#include "io/json/reader.h"

namespace aedile::json {

/// Reads the key "aedile". False if the document is of another format, so that its keys mean something else.
bool read_header(ObjectReader& object, std::string_view format);

/// The text of a file. Errors: unreadable_file.
Result<std::string> read_file(const std::filesystem::path& file);

/// The value that the keys of a document of this format make, validated if there is a validator; or every problem.
template <class T>
Result<T> read_document(std::string_view text, std::string file_name, std::string_view format,
                        void (*read_keys)(ObjectReader&, T&), const std::function<Diagnostics(const T&)>& validator) {
  const Result<Document> document = Document::parse(text, std::move(file_name));
  if (!document) return document.diagnostics();
  Reader reader(*document);
  ObjectReader object(reader, document->root());
  T value;
  if (object.is_object() && read_header(object, format)) {
    report_duplicate_keys(reader);
    read_keys(object, value);
    if (validator && !reader.full()) {
      Diagnostics found = placed(validator(value), reader);
      reader.problems().append(std::move(found));
    }
  }
  Diagnostics problems = std::move(reader.problems());
  problems.sort_by_place();
  if (problems.has_errors()) return problems;
  return {std::move(value), std::move(problems)};
}

/// What `read` makes of a file's text.
template <class Read>
auto load_document(const std::filesystem::path& file, Read read) -> decltype(read(std::string_view(), std::string())) {
  const Result<std::string> text = read_file(file);
  if (!text) return text.diagnostics();
  return read(*text, file.string());
}

}  // namespace aedile::json
