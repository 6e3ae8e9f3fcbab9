#include "aedile/io/workflow_json.h"

#include <array>

#include "core/excerpt.h"
#include "io/json/messages_rectification.h"
#include "io/json/read_document.h"
#include "io/json/rectification_format.h"

namespace aedile {

namespace {
constexpr std::array<std::string_view, 5> shipped_ids = {"case_loop", "street_notice", "on_the_spot", "hotline",
                                                         "inspection_cycle"};
}

Result<Workflow> read_workflow(std::string_view text, std::string file_name) {
  return json::read_document<Workflow>(text, std::move(file_name), json::workflow_format, json::read_workflow,
                                       [](const Workflow& workflow) { return validate(workflow); });
}

Result<Workflow> load_workflow(const std::filesystem::path& file) { return json::load_document(file, read_workflow); }

std::string write_workflow(const Workflow& workflow) { return json::file_text(workflow); }

std::vector<std::string_view> shipped_workflows() { return {shipped_ids.begin(), shipped_ids.end()}; }

Result<Workflow> shipped_workflow(std::string_view id) {
  const std::string_view text = shipped_workflow_text(id);
  if (text.empty()) {
    return {Place{}, messages::unknown_shipped_workflow, {detail::excerpt(id), json::join(shipped_workflows())}};
  }
  return read_workflow(text, std::string(id) + ".json");
}

}  // namespace aedile
