// 128-bit integers for intermediate results: `__extension__` keeps -Wpedantic quiet about this compiler extension.
#pragma once

namespace aedile::detail {

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

}  // namespace aedile::detail
