// SHA-256 of a text, for draws that anybody can repeat.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace aedile::detail {

using Sha256 = std::array<std::uint8_t, 32>;

/// Throws std::runtime_error where the crypto library refuses.
Sha256 sha256(std::string_view text);

}  // namespace aedile::detail
