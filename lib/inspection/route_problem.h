// What a tour is to be found for, how good one is, and tours to begin with.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "aedile/inspection/route.h"

namespace aedile::detail {

/// What makes one tour better than another, in this order.
struct TourScore {
  std::uint64_t lateness = 0;
  std::uint64_t seconds = 0;
  std::uint64_t metres = 0;
  friend auto operator<=>(const TourScore&, const TourScore&) = default;
};

using Order = std::vector<std::size_t>;  ///< of stops 1 … n; stop 0 is the start

struct RouteProblem {
  std::span<const Stop* const> stops;      ///< the start, then the others by id
  std::span<const std::size_t> positions;  ///< of these in the travel table
  const TravelTable& travel;
  const RouteOptions& options;

  std::uint32_t seconds(std::size_t from, std::size_t to) const {
    return travel.seconds(positions[from], positions[to]);
  }
  std::uint32_t metres(std::size_t from, std::size_t to) const { return travel.metres(positions[from], positions[to]); }
};

/// The stop at which a tour stands and when, as it goes along.
struct TourClock {
  const RouteProblem& problem;
  std::size_t at = 0;
  std::uint64_t time = 0;
  TourScore score{};

  explicit TourClock(const RouteProblem& route) : problem(route), time(route.options.leave_at) {}
  /// Travels there, waits, stays.
  TourStep go(std::size_t stop);
  /// Travels back to the start.
  TourStep go_home();
};

/// First tours: by a minimum spanning tree, by the hours' ends, and from each of the first stops to the nearest.
std::vector<Order> first_tours(const RouteProblem& problem);

}  // namespace aedile::detail
