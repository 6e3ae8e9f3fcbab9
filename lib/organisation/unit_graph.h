// Relations between units as graphs: circles in them, and an order in which whoever is above comes first.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace aedile::detail {

/// From a unit to one above it.
using Step = std::pair<std::size_t, std::size_t>;

/// A way round for each knot of units that lead to each other, the first unit named again at its end. A unit that leads
/// to itself is a knot. In the order of the first units.     Cost: O(count + steps).
std::vector<std::vector<std::size_t>> circles(std::size_t count, const std::vector<Step>& steps);

/// Every unit after all those above it; the steps must have no circle.     Cost: O(count + steps).
std::vector<std::size_t> topmost_first(std::size_t count, const std::vector<Step>& steps);

}  // namespace aedile::detail
