// The known word that was probably meant by a misspelt one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace aedile::detail {

/// The word among `known` that differs least from `word`, letters compared without case and surrounding blanks ignored;
/// nullptr if even that one differs in more than a third of its bytes, or in more than 3. Cost: O(known · length²).
const std::string* nearest(std::string_view word, std::span<const std::string> known);

}  // namespace aedile::detail
