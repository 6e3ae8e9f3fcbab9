#pragma once
#include <string>

#include "aedile/inspection/draw.h"

namespace aedile::detail {

/// `canonical_text` of terms that have been validated.
std::string canonical_text_of_valid(const DrawTerms& terms);

}  // namespace aedile::detail
