#include "aedile/inspection/route.h"
#include "inspection/messages_route.h"

namespace aedile {

namespace {

constexpr std::uint64_t max_seconds = 7 * 86'400;
constexpr std::uint32_t max_speed = 10'000;

Place at(std::size_t from, std::size_t to) {
  return Place{{}, 0, 0, "/" + std::to_string(from) + "/" + std::to_string(to)};
}

void check_range(std::uint64_t seconds, std::size_t from, std::size_t to, Diagnostics& problems) {
  if (seconds <= max_seconds) return;
  problems.error(at(from, to), messages::travel_table_range, {std::to_string(seconds), std::to_string(max_seconds)});
}

}  // namespace

Result<TravelTable> TravelTable::of_seconds(const std::vector<std::vector<std::uint32_t>>& seconds) {
  Diagnostics problems;
  TravelTable table;
  table.size_ = seconds.size();
  for (std::size_t from = 0; from < seconds.size(); ++from) {
    if (seconds[from].size() != seconds.size()) {
      problems.error(Place{{}, 0, 0, "/" + std::to_string(from)}, messages::travel_table_shape,
                     {std::to_string(seconds[from].size()), std::to_string(seconds.size())});
      continue;
    }
    for (std::size_t to = 0; to < seconds.size(); ++to) {
      check_range(seconds[from][to], from, to, problems);
      table.seconds_.push_back(seconds[from][to]);
    }
  }
  if (problems.has_errors()) return problems;
  return table;
}

Result<TravelTable> TravelTable::by_distance(const std::vector<std::optional<Coordinates>>& places,
                                             std::uint32_t metres_a_minute) {
  Diagnostics problems;
  if (metres_a_minute == 0 || metres_a_minute > max_speed) {
    problems.error(Place{}, messages::speed_range, {std::to_string(metres_a_minute), std::to_string(max_speed)});
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) problems.error(Place{{}, 0, 0, "/" + std::to_string(i)}, messages::missing_coordinates);
  }
  if (problems.has_errors()) return problems;
  TravelTable table;
  table.size_ = places.size();
  for (std::size_t from = 0; from < places.size(); ++from) {
    for (std::size_t to = 0; to < places.size(); ++to) {
      const auto metres = static_cast<std::uint64_t>(metres_between(*places[from], *places[to]));
      const std::uint64_t seconds = (metres * 60 + metres_a_minute - 1) / metres_a_minute;
      check_range(seconds, from, to, problems);
      table.metres_.push_back(static_cast<std::uint32_t>(metres));
      table.seconds_.push_back(static_cast<std::uint32_t>(seconds));
    }
  }
  if (problems.has_errors()) return problems;
  return table;
}

}  // namespace aedile
