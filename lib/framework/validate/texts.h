// Every text of a framework: valid UTF-8, and names that are not empty.
#pragma once

#include "aedile/framework/framework.h"
#include "core/report.h"
#include "core/texts.h"
#include "framework/validate/tree.h"

namespace aedile::detail {

/// All texts outside the rules. Reports empty_text, text_not_utf8, control_character, duplicate_language, empty_code,
/// bad_code, duplicate_code.
void check_texts(const Framework& framework, const Tree& tree, Report& report);

}  // namespace aedile::detail
