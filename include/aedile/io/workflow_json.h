#pragma once
/// Workflows as JSON files: docs/formats/workflow.md.
///
///   Result<Workflow> loop = load_workflow("loop.json");
///   if (!loop) std::cerr << loop.diagnostics();
///   // loop.json:41:5: error: a ticket can be closed without a verification by somebody who did none of the work:
///   // ○ –issue→ due –report→ done –pass→ closed; put a command of kind verify_pass … [workflow_unverified]
///   const CompiledWorkflow notice = compile(shipped_workflow("street_notice").value()).value();
///
/// Reading is all or nothing, and reports everything at once, as that of frameworks does (framework_json.h).

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/rectification/workflow.h"

namespace aedile {

/// The workflow in a JSON text, read and validated; `file_name` stands in the places of problems.
/// Errors: those of the reader, listed in docs/formats/framework.md, and those of `validate`.
Result<Workflow> read_workflow(std::string_view text, std::string file_name);
/// The same from a file. Errors besides: unreadable_file.
Result<Workflow> load_workflow(const std::filesystem::path& file);
/// The canonical JSON text, which reads back as the same workflow.
std::string write_workflow(const Workflow& workflow);
/// The JSON Schema (draft 2020-12) of a workflow file, docs/formats/workflow.schema.json.
std::string_view workflow_schema();

/// A workflow that comes with the library, by its id: case_loop, street_notice, on_the_spot, hotline, inspection_cycle.
/// Errors: unknown_shipped_workflow.
Result<Workflow> shipped_workflow(std::string_view id);
/// The file that it is read from; "" for any other id.
std::string_view shipped_workflow_text(std::string_view id);
std::vector<std::string_view> shipped_workflows();

}  // namespace aedile
