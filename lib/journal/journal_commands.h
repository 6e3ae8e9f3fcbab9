// The journal's own commands.
#pragma once

#include <string_view>

namespace aedile::detail {

inline constexpr std::string_view reserved_prefix = "journal.";
/// Its cause is the event whose payload was removed.
inline constexpr std::string_view redact_command = "journal.redact";

}  // namespace aedile::detail
