// Every text of a framework: valid UTF-8, and names that are not empty.
#pragma once

#include "aedile/framework/framework.h"
#include "framework/validate/report.h"
#include "framework/validate/tree.h"

namespace aedile::detail {

/// All texts outside the rules. Reports empty_text, text_not_utf8, control_character, duplicate_language, empty_code,
/// bad_code, duplicate_code.
void check_texts(const Framework& framework, const Tree& tree, Report& report);

/// A word by which data refers to something: not empty, no control characters. `key` is the member that holds it.
void check_name(std::string_view key, std::string_view text, Report& report);
void check_prose(std::string_view key, std::string_view text, Report& report);
/// A text in several languages, as the member `key` of where the report stands.
void check_local_text(std::string_view key, const LocalText& text, Report& report);

}  // namespace aedile::detail
