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

}  // namespace

Result<Programme> read_programme(std::string_view text, std::string file_name) {
  return json::read_document<Programme>(text, std::move(file_name), json::programme_format, json::read_programme,
                                        [](const Programme& programme) { return validate(programme); });
}
Result<Programme> load_programme(const std::filesystem::path& file) {
  return json::load_document(file, read_programme);
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
  const Result<json::Document> document = json::Document::parse(text, std::move(file_name));
  if (!document) throw ContractError("place_in_draw_terms: not the text that the terms were read from");
  return json::placed(found, json::Reader(*document));
}

Result<Draw> read_draw(std::string_view text, std::string file_name) {
  return json::read_document<Draw>(text, std::move(file_name), json::draw_format, json::read_draw, {});
}
Result<Draw> load_draw(const std::filesystem::path& file) { return json::load_document(file, read_draw); }
std::string write_draw(const Draw& draw) { return written(draw); }

}  // namespace aedile
