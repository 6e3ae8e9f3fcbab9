#pragma once
/// Programmes, the terms of draws, and draws as JSON files: docs/formats/inspection.md.
///
///   Result<Programme> november = load_programme("programme.json");
///   if (!november) std::cerr << november.diagnostics();
///   // programme.json:14:20: error: the mode "covert" stands there twice; add up its shares [duplicate_mode]
///   write_draw(draw(terms, seed).value());
///
/// Reading is all or nothing, and reports everything at once, as that of frameworks does (framework_json.h). What is
/// written reads back as the same value.

#include <filesystem>
#include <string>
#include <string_view>

#include "aedile/core/result.h"
#include "aedile/inspection/draw.h"
#include "aedile/inspection/programme.h"

namespace aedile {

/// Errors of all that read: those of the reader, listed in docs/formats/framework.md, and those of `validate`.
Result<Programme> read_programme(std::string_view text, std::string file_name);
/// Errors besides: unreadable_file.
Result<Programme> load_programme(const std::filesystem::path& file);
std::string write_programme(const Programme& programme);
/// Problems of a programme that was read from this text, such as those of `generate`, at its lines and columns. Here
/// and below those that have a file already stay as they are.
Diagnostics place_in_programme(std::string_view text, std::string file_name, const Diagnostics& found);

/// Not validated: candidates may come from a table besides. `draw`, `commitment` and `verify` validate.
Result<DrawTerms> read_draw_terms(std::string_view text, std::string file_name);
Result<DrawTerms> load_draw_terms(const std::filesystem::path& file);
std::string write_draw_terms(const DrawTerms& terms);
/// Problems of terms that were read from this text, at its lines and columns.
Diagnostics place_in_draw_terms(std::string_view text, std::string file_name, const Diagnostics& found);

Result<Draw> read_draw(std::string_view text, std::string file_name);
Result<Draw> load_draw(const std::filesystem::path& file);
/// Problems of a draw that was read from this text, such as those of `verify`.
Diagnostics place_in_draw(std::string_view text, std::string file_name, const Diagnostics& found);
std::string write_draw(const Draw& draw);

/// The JSON Schemas (draft 2020-12) of docs/formats/.
std::string_view programme_schema();
std::string_view draw_terms_schema();
std::string_view draw_schema();

}  // namespace aedile
