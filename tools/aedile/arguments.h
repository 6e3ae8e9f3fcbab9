// The command line: from words to arguments.
#pragma once

#include "aedile/console.h"

namespace aedile::tool {

/// The language that the command line asks for, found before anything else is understood, so that help and complaints
/// are in it.
Language language_of(int argc, const char* const* argv);

/// Understands the command line and does what it says; the exit code.
int run(int argc, const char* const* argv, Console& console);

}  // namespace aedile::tool
