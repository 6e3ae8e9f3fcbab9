#include "aedile/io/inspection_json.h"

#include "io/json/inspection_format.h"
#include "io/json/read_document.h"

namespace aedile {

Result<Programme> read_programme(std::string_view text, std::string file_name) {
  return json::read_document<Programme>(text, std::move(file_name), json::programme_format, json::read_programme,
                                        [](const Programme& programme) { return validate(programme); });
}
Result<Programme> load_programme(const std::filesystem::path& file) {
  return json::load_document(file, read_programme);
}
Diagnostics place_in_programme(std::string_view text, std::string file_name, const Diagnostics& found) {
  return json::placed_in(text, std::move(file_name), found);
}
std::string write_programme(const Programme& programme) { return json::file_text(programme); }

Result<DrawTerms> read_draw_terms(std::string_view text, std::string file_name) {
  return json::read_document<DrawTerms>(text, std::move(file_name), json::draw_terms_format, json::read_draw_terms, {});
}
Result<DrawTerms> load_draw_terms(const std::filesystem::path& file) {
  return json::load_document(file, read_draw_terms);
}
std::string write_draw_terms(const DrawTerms& terms) { return json::file_text(terms); }

Diagnostics place_in_draw_terms(std::string_view text, std::string file_name, const Diagnostics& found) {
  return json::placed_in(text, std::move(file_name), found);
}

Result<Draw> read_draw(std::string_view text, std::string file_name) {
  return json::read_document<Draw>(text, std::move(file_name), json::draw_format, json::read_draw, {});
}
Result<Draw> load_draw(const std::filesystem::path& file) { return json::load_document(file, read_draw); }
Diagnostics place_in_draw(std::string_view text, std::string file_name, const Diagnostics& found) {
  return json::placed_in(text, std::move(file_name), found);
}
std::string write_draw(const Draw& draw) { return json::file_text(draw); }

}  // namespace aedile
