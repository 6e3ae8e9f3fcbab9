// What the parser of the command line finds wrong, in the words of the catalogue.
#pragma once

#include <CLI/CLI.hpp>

#include "aedile/core/message.h"

namespace aedile::tool {

/// The parser's own sentence is English; what the catalogue does not know has it in brackets.
Text in_words(const CLI::ParseError& error, const CLI::App& app);

}  // namespace aedile::tool
