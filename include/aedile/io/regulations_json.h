#pragma once
/// Regulations of tickets as JSON files: docs/formats/regulations.md.
///
///   {"aedile": "regulations/1", "id": "donghu", "edition": "2026",
///    "workflows": ["street_notice"], "calendars": ["cn"],
///    "people": [{"id": "wu", "unit": "donghu", "roles": ["inspector"]}, {"id": "li", "unit": "taoyuan", "roles":
///    ["unit"]}]}
///
/// Workflows and calendars are written out, or named by the id of one that comes with the library. What is written here
/// has all of them written out, so that it says the same under every edition of the library.
///
/// Reading is all or nothing, and reports everything at once, as that of frameworks does (framework_json.h).

#include <filesystem>
#include <string>
#include <string_view>

#include "aedile/core/result.h"
#include "aedile/rectification/regulations.h"

namespace aedile {

/// Errors: those of the reader, listed in docs/formats/framework.md; unknown_shipped_workflow, unknown_calendar; and
/// those of `validate`.
Result<Regulations> read_regulations(std::string_view text, std::string file_name);
/// The same from a file. Errors besides: unreadable_file.
Result<Regulations> load_regulations(const std::filesystem::path& file);
/// The canonical JSON text, which reads back as the same regulations.
std::string write_regulations(const Regulations& regulations);
/// The JSON Schema (draft 2020-12), docs/formats/regulations.schema.json.
std::string_view regulations_schema();

}  // namespace aedile
