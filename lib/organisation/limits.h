// Bounds on what an organisation may hold, so that hostile ones cost bounded time and memory.
#pragma once

#include <cstddef>
#include <cstdint>

namespace aedile::detail {

/// Units above one another, within the territory.
inline constexpr std::size_t max_territory_depth = 64;

/// Combinations of places, items and classes of all scopes together, which are compared for overlaps.
inline constexpr std::size_t max_scope_cells = 1'000'000;

/// A share, and the total of a rule: so many times what is to be attributed.
inline constexpr std::int64_t max_share = 1'000;

}  // namespace aedile::detail
