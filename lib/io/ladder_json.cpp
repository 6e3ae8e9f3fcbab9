#include "aedile/io/ladder_json.h"

#include <unordered_set>

#include "core/excerpt.h"
#include "io/json/ladder_format.h"
#include "io/json/read_document.h"
#include "io/messages_ladder.h"

namespace aedile {

namespace {

Diagnostics validate_file(const UnitLadderFile& file) {
  Diagnostics problems = validate(file.ladder);
  std::unordered_set<std::string_view> groups;
  for (std::size_t i = 0; i < file.lists.size(); ++i) {
    if (groups.insert(file.lists[i].group).second) continue;
    problems.error(Place{{}, 0, 0, "/lists/" + std::to_string(i) + "/group"}, messages::duplicate_list_group,
                   {detail::excerpt(file.lists[i].group)});
  }
  return problems;
}

}  // namespace

Result<Ladder> read_ladder(std::string_view text, std::string file_name) {
  return json::read_document<Ladder>(text, std::move(file_name), json::ladder_format, json::read_ladder,
                                     [](const Ladder& ladder) { return validate(ladder); });
}
Result<Ladder> load_ladder(const std::filesystem::path& file) { return json::load_document(file, read_ladder); }
std::string write_ladder(const Ladder& ladder) { return json::file_text(ladder); }

Result<UnitLadderFile> read_unit_ladder(std::string_view text, std::string file_name) {
  return json::read_document<UnitLadderFile>(text, std::move(file_name), json::unit_ladder_format,
                                             json::read_unit_ladder, validate_file);
}
Result<UnitLadderFile> load_unit_ladder(const std::filesystem::path& file) {
  return json::load_document(file, read_unit_ladder);
}
std::string write_unit_ladder(const UnitLadderFile& ladder) { return json::file_text(ladder); }

}  // namespace aedile
