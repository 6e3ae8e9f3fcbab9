// Texts as the help shows them: beside the options, broken into lines.
#pragma once

#include <string>
#include <string_view>

namespace aedile::tool {

/// Broken at blanks and between Chinese characters, which take two columns each.
std::string in_help_lines(std::string_view text);

}  // namespace aedile::tool
