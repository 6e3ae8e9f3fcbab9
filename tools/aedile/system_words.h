// What the system and SQLite say of files, in the words of the catalogue: their own sentences, which are always
// English, stand behind in brackets.
#pragma once

#include "aedile/core/diagnostics.h"

namespace aedile::tool {

/// "there is no such file or folder (No such file or directory)"; what the catalogue does not know as it is.
std::string in_words(const std::string& reason, Language language);

/// A text whose arguments are reasons why a file cannot be used, with these in words; any other as it is.
Text with_reasons(const Text& text, Language language);
/// The same of every problem.
Diagnostics with_reasons(const Diagnostics& problems, Language language);

}  // namespace aedile::tool
