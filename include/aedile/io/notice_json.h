#pragma once
/// Notices as JSON files: docs/formats/notice.md.
///
///   Result<Notice> notice = load_notice("notice.json");
///   html_of(*notice, std::array{NoticeCopy::responsible, NoticeCopy::look_back}, Language::zh);
///
/// Reading is all or nothing, and reports everything at once. What is written reads back as the same value.

#include <filesystem>
#include <string>
#include <string_view>

#include "aedile/core/result.h"
#include "aedile/rectification/notice.h"

namespace aedile {

/// Errors: those of the reader, listed in docs/formats/framework.md, and those of `validate`.
Result<Notice> read_notice(std::string_view text, std::string file_name);
/// Errors besides: unreadable_file.
Result<Notice> load_notice(const std::filesystem::path& file);
std::string write_notice(const Notice& notice);

/// The JSON Schema (draft 2020-12) of docs/formats/.
std::string_view notice_schema();

}  // namespace aedile
