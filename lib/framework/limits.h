// Bounds on what a framework may hold, so that hostile ones cost bounded time and memory.
#pragma once

#include <cstddef>

namespace aedile::detail {

/// Bands of one rule: those with several limits are compared pairwise.
inline constexpr std::size_t max_bands = 1000;

/// Criteria of one checklist, readings and labels of one item: their positions are coded in 16 bits, and they
/// are looked up by walking the list.
inline constexpr std::size_t max_names = 10'000;

/// Combinations of a table of points, which compiling lays out in full.
inline constexpr std::size_t max_table_cells = 10'000;

/// Nodes of the running form, copies by cycles included.
inline constexpr std::size_t max_running_nodes = 1'000'000;

}  // namespace aedile::detail
