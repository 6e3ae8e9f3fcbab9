#include "aedile/io/inspection_json.h"

#include "io/json/inspection_format.h"
#include "io/json/read_document.h"

namespace aedile {

namespace {

template <class T>
std::string written(const T& value) {
  std::string text;
  json::Writer writer(text);
  json::write(writer, value);
  text += '\n';
  return text;
}

/// Those that have a file already stay as they are.
Diagnostics placed_in(std::string_view text, std::string file_name, const Diagnostics& found) {
  const Result<json::Document> document = json::Document::parse(text, std::move(file_name));
  if (!document) throw ContractError("problems to be placed: not in the text that was read");
  Diagnostics without_file;
  Diagnostics result;
  for (const Diagnostic& problem : found) (problem.place.file.empty() ? without_file : result).add(problem);
  result.append(json::placed(without_file, json::Reader(*document)));
  result.sort_by_place();
  return result;
}

}  // namespace

Result<Programme> read_programme(std::string_view text, std::string file_name) {
  return json::read_document<Programme>(text, std::move(file_name), json::programme_format, json::read_programme,
                                        [](const Programme& programme) { return validate(programme); });
}
Result<Programme> load_programme(const std::filesystem::path& file) {
  return json::load_document(file, read_programme);
}
Diagnostics place_in_programme(std::string_view text, std::string file_name, const Diagnostics& found) {
  return placed_in(text, std::move(file_name), found);
}
std::string write_programme(const Programme& programme) { return written(programme); }

Result<DrawTerms> read_draw_terms(std::string_view text, std::string file_name) {
  return json::read_document<DrawTerms>(text, std::move(file_name), json::draw_terms_format, json::read_draw_terms, {});
}
Result<DrawTerms> load_draw_terms(const std::filesystem::path& file) {
  return json::load_document(file, read_draw_terms);
}
std::string write_draw_terms(const DrawTerms& terms) { return written(terms); }

Diagnostics place_in_draw_terms(std::string_view text, std::string file_name, const Diagnostics& found) {
  return placed_in(text, std::move(file_name), found);
}

Result<Draw> read_draw(std::string_view text, std::string file_name) {
  return json::read_document<Draw>(text, std::move(file_name), json::draw_format, json::read_draw, {});
}
Result<Draw> load_draw(const std::filesystem::path& file) { return json::load_document(file, read_draw); }
Diagnostics place_in_draw(std::string_view text, std::string file_name, const Diagnostics& found) {
  return placed_in(text, std::move(file_name), found);
}
std::string write_draw(const Draw& draw) { return written(draw); }

}  // namespace aedile
