#include "aedile/io/organisation_json.h"

#include <functional>

#include "io/json/organisation_format.h"
#include "io/json/read_document.h"

namespace aedile {

Result<Organisation> read_organisation(std::string_view text, std::string file_name, Validate when) {
  std::function<Diagnostics(const Organisation&)> validator;
  if (when == Validate::now) validator = [](const Organisation& organisation) { return validate(organisation); };
  return json::read_document<Organisation>(text, std::move(file_name), json::organisation_format,
                                           json::read_organisation, validator);
}

Result<Organisation> load_organisation(const std::filesystem::path& file, Validate when) {
  return json::load_document(
      file, [when](std::string_view text, std::string name) { return read_organisation(text, std::move(name), when); });
}

std::string write_organisation(const Organisation& organisation) { return json::file_text(organisation); }

Diagnostics place_in_organisation(std::string_view text, std::string file_name, const Diagnostics& found) {
  return json::placed_in(text, std::move(file_name), found);
}

}  // namespace aedile
