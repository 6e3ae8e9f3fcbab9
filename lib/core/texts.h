// The texts of an authoring form, wherever it came from: valid UTF-8, and names that are not empty.
#pragma once

#include <string_view>

#include "aedile/core/message.h"
#include "core/report.h"

namespace aedile::detail {

/// A word by which data refers to something: not empty, no control characters. `key` is the member that holds it.
/// Reports empty_text, text_not_utf8, control_character.
void check_name(std::string_view key, std::string_view text, Report& report);
/// Reports text_not_utf8.
void check_prose(std::string_view key, std::string_view text, Report& report);
/// A text in several languages, as the member `key` of where the report stands. Reports text_not_utf8,
/// duplicate_language.
void check_local_text(std::string_view key, const LocalText& text, Report& report);

}  // namespace aedile::detail
