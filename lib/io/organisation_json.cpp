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

std::string write_organisation(const Organisation& organisation) {
  std::string text;
  json::Writer writer(text);
  json::write(writer, organisation);
  text += '\n';
  return text;
}

Diagnostics place_in_organisation(std::string_view text, std::string file_name, const Diagnostics& found) {
  const Result<json::Document> document = json::Document::parse(text, std::move(file_name));
  if (!document) throw ContractError("place_in_organisation: not the text that the organisation was read from");
  Diagnostics without_file;
  Diagnostics result;
  for (const Diagnostic& problem : found) (problem.place.file.empty() ? without_file : result).add(problem);
  result.append(json::placed(without_file, json::Reader(*document)));
  result.sort_by_place();
  return result;
}

}  // namespace aedile
