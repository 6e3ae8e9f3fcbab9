#pragma once
/// Frameworks and edition mappings as JSON files: docs/formats/framework.md.
///
///   Result<Framework> loaded = load_framework("county.json");
///   if (!loaded) std::cerr << loaded.diagnostics();
///   // county.json:212:21: error: item 18 has full marks 3, but its parts sum to 2 [part_sum]
///
/// Reading is all or nothing. A file that is not JSON is reported at the one place where that shows; in one that is,
/// every problem is reported at once, in the order of the file: unknown and missing keys, wrong types, bad words and
/// numbers, and everything that `validate` finds. Columns count bytes from 1; a byte order mark has none.
///
/// Bounds: 256 MiB of text, 2^22 values, 256 levels of brackets; after 100,000 problems reading gives up.

#include <filesystem>
#include <string>
#include <string_view>

#include "aedile/core/result.h"
#include "aedile/framework/editions.h"
#include "aedile/framework/framework.h"

namespace aedile {

/// The framework in a JSON text, read and validated; `file_name` stands in the places of problems.
/// Errors: those of the reader, listed in docs/formats/framework.md, and those of `validate`.
/// Cost: O(text) and what `validate` costs.
Result<Framework> read_framework(std::string_view text, std::string file_name);
/// The same from a file. Errors besides: unreadable_file.
Result<Framework> load_framework(const std::filesystem::path& file);
/// The canonical JSON text, which reads back as the same framework: keys in the order of the format's page, defaults
/// left out, numbers exact, UTF-8, a line end at the end. Nodes come out in document order, cells of a table row by
/// row. Throws ContractError where the nodes form no tree under nodes[0].
std::string write_framework(const Framework& framework);
/// The JSON Schema (draft 2020-12) of a framework file, docs/formats/framework.schema.json.
std::string_view framework_schema();

/// The mapping in a JSON text, alone: codes are not looked up. Errors: those of the reader, mapping_counts,
/// mapped_twice, and those of the texts of its notes.
Result<EditionMapping> read_edition_mapping(std::string_view text, std::string file_name);
/// The same, and validated against the two editions it is between. Errors besides: those of `validate`.
Result<EditionMapping> read_edition_mapping(std::string_view text, std::string file_name, const Framework& from,
                                            const Framework& to);
/// The same from a file. Errors besides: unreadable_file.
Result<EditionMapping> load_edition_mapping(const std::filesystem::path& file);
Result<EditionMapping> load_edition_mapping(const std::filesystem::path& file, const Framework& from,
                                            const Framework& to);
/// The canonical JSON text, which reads back as the same mapping.
std::string write_edition_mapping(const EditionMapping& mapping);
/// The JSON Schema of an edition mapping file, docs/formats/edition_mapping.schema.json.
std::string_view edition_mapping_schema();

/// What a JSON text says it is, in its key "aedile": "framework/1", "edition_mapping/1"; so that a program can choose
/// how to read it. Errors: those of JSON, missing_key, expected_string.
Result<std::string> read_format(std::string_view text, std::string file_name);

}  // namespace aedile
