#pragma once
/// The order in which the sites of one day are visited.
///
///   std::vector<Stop> stops{{.id = "office"}, {.id = "P041", .stay_seconds = 1800}, …};
///   TravelTable roads = TravelTable::by_distance(places, 400).value();      // 400 metres a minute
///   Tour tour = route(stops, roads, {.leave_at = 8 * 3600 + 1800}).value();  // from the first stop and back to it
///   tour.steps[1].arrive;             // 31,020: at 8:37
///   tour.late;                        // stops reached after their hours have ended, if that cannot be helped
///
/// A tour is best by the sum of lateness, then by time on the road, then by metres; among equals the one that comes
/// first by the stops' ids. Up to `exact_up_to` stops besides the start it is the best there is. Beyond, tours made
/// from a minimum spanning tree, from each stop to its nearest, and by the hours' ends are improved by turning round
/// and by moving stretches (2-opt, Or-opt) until nothing helps or `move_limit` tours have been looked at: a limit of
/// moves and not of time, so that a slow machine finds the same tour.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/organisation/site.h"

namespace aedile {

/// Between two places as the crow flies, in metres, rounded. On a sphere of radius 6,371,008.8 m by the equirectangular
/// formula at the mean latitude, in whole numbers throughout: the same on every machine. Within 0.1 % of the great
/// circle up to 200 km below 70° of latitude.
std::int64_t metres_between(const Coordinates& a, const Coordinates& b);

/// From each stop to each other one.
class TravelTable {
 public:
  /// Rows of seconds, `seconds[from][to]`; the way back may take longer. Errors: travel_table_shape (not as many
  /// columns as rows), travel_table_range (more than a week).
  static Result<TravelTable> of_seconds(const std::vector<std::vector<std::uint32_t>>& seconds);
  /// By distance, at so many metres a minute (slower than a car drives: roads wind), rounded up to seconds. Errors:
  /// missing_coordinates (each place that has none), speed_range (1 … 10,000), travel_table_range.
  static Result<TravelTable> by_distance(const std::vector<std::optional<Coordinates>>& places,
                                         std::uint32_t metres_a_minute);

  std::size_t size() const { return size_; }
  std::uint32_t seconds(std::size_t from, std::size_t to) const { return seconds_[from * size_ + to]; }
  /// 0 in a table of seconds.
  std::uint32_t metres(std::size_t from, std::size_t to) const {
    return metres_.empty() ? 0 : metres_[from * size_ + to];
  }

 private:
  std::size_t size_ = 0;
  std::vector<std::uint32_t> seconds_;
  std::vector<std::uint32_t> metres_;
};

/// Seconds since midnight; both ends included. The visit begins within them, and may wait for their beginning.
struct TimeWindow {
  std::uint32_t open = 0;
  std::uint32_t close = 86'400;
  friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

/// The first of a list is where the tour begins and, if so wished, ends.
struct Stop {
  std::string id{};
  std::uint32_t stay_seconds = 0;
  std::optional<TimeWindow> hours{};
  friend bool operator==(const Stop&, const Stop&) = default;
};

struct RouteOptions {
  std::uint32_t leave_at = 8 * 3600;  ///< seconds since midnight
  bool return_to_start = true;
  std::uint32_t exact_up_to = 8;  ///< stops besides the start, at most 10
  std::uint64_t move_limit = 2'000'000;
};

struct TourStep {
  std::size_t stop = 0;  ///< position in the caller's list
  std::uint64_t arrive = 0;
  std::uint64_t begin = 0;  ///< after waiting
  std::uint64_t leave = 0;
  std::uint64_t late = 0;  ///< seconds by which `begin` misses the end of the hours
  friend bool operator==(const TourStep&, const TourStep&) = default;
};

struct Tour {
  std::vector<TourStep> steps{};  ///< the start first, and last again if the tour returns
  std::uint64_t seconds = 0;      ///< on the road
  std::uint64_t metres = 0;
  std::uint64_t lateness = 0;       ///< of all steps
  std::vector<std::size_t> late{};  ///< positions in the caller's list, in the order of the tour
  bool proven_best = false;         ///< all orders were considered
  bool limited = false;             ///< `move_limit` ended the search
  friend bool operator==(const Tour&, const Tour&) = default;
};

/// Warnings: late_at_stop, each.     Errors: no_stops, travel_table_size, empty_text, duplicate_stop, hours_reversed.
/// Cost: O(n!) pruned up to `exact_up_to`; beyond, O(1) for each tour looked at where no stop has hours, else O(n); and
/// O(n² log n) for the first tours.
Result<Tour> route(const std::vector<Stop>& stops, const TravelTable& travel, const RouteOptions& options = {});

}  // namespace aedile
