#pragma once
/// Organisations as JSON files: docs/formats/organisation.md.
///
///   Result<Organisation> loaded = load_organisation("town.json");
///   if (!loaded) std::cerr << loaded.diagnostics();
///   // town.json:41:18: error: on 2026-06-01 "north" lies within nothing; fill the gap [territory_gap]
///
/// Reading is all or nothing, as for frameworks (framework_json.h), with every problem at its line and column. The
/// sites may stand in a table of their own instead: sites_csv.h.

#include <filesystem>
#include <string>
#include <string_view>

#include "aedile/core/result.h"
#include "aedile/organisation/organisation.h"

namespace aedile {

/// Whether an organisation is checked by `validate` as it is read. `later` where sites are still to come.
enum class Validate { now, later };

/// The organisation in a JSON text; `file_name` stands in the places of problems. Errors: those of the reader, listed
/// in docs/formats/organisation.md, and those of `validate`. Cost: O(text) and what `validate` costs.
Result<Organisation> read_organisation(std::string_view text, std::string file_name, Validate validate = Validate::now);
/// The same from a file. Errors besides: unreadable_file.
Result<Organisation> load_organisation(const std::filesystem::path& file, Validate validate = Validate::now);
/// The canonical JSON text, which reads back as the same organisation.
std::string write_organisation(const Organisation& organisation);
/// The JSON Schema (draft 2020-12), docs/formats/organisation.schema.json.
std::string_view organisation_schema();

/// Problems that `validate` or `check_items` found in what was read from this text, at their lines and columns, sorted;
/// those that have a file already keep their places.
Diagnostics place_in_organisation(std::string_view text, std::string file_name, const Diagnostics& found);

}  // namespace aedile
