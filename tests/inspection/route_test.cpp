// Tours: distances in whole numbers, the best order of few stops, a good one of many, time windows kept or reported.
#include "aedile/inspection/route.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aedile {
namespace {

Coordinates at(std::int64_t latitude, std::int64_t longitude) {
  return {Degrees::from_scaled(latitude), Degrees::from_scaled(longitude)};
}

double great_circle(const Coordinates& a, const Coordinates& b) {
  const auto radians = [](Degrees d) { return static_cast<double>(d.scaled()) * 1e-7 * std::acos(-1.0) / 180; };
  const double sine_latitude = std::sin((radians(a.latitude) - radians(b.latitude)) / 2);
  const double sine_longitude = std::sin((radians(a.longitude) - radians(b.longitude)) / 2);
  const double h = sine_latitude * sine_latitude +
                   std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * sine_longitude * sine_longitude;
  return 2 * 6'371'008.8 * std::asin(std::sqrt(h));
}

TEST(Distance, IsKnownInMetres) {
  EXPECT_EQ(metres_between(at(302741000, 1201551000), at(302741000, 1201551000)), 0);
  EXPECT_EQ(metres_between(at(0, 0), at(10'000'000, 0)), 111'195);
  EXPECT_EQ(metres_between(at(0, 0), at(0, 10'000'000)), 111'195);
  EXPECT_EQ(metres_between(at(600'000'000, 0), at(600'000'000, 10'000'000)), 55'598);
  // Across the date line, and at the poles, where all longitudes meet.
  EXPECT_EQ(metres_between(at(0, 1'799'999'000), at(0, -1'799'999'000)), 22);
  EXPECT_EQ(metres_between(at(900'000'000, 0), at(900'000'000, 1'700'000'000)), 0);
  EXPECT_EQ(metres_between(at(-900'000'000, 0), at(900'000'000, 0)), 20'015'114);
}

RC_GTEST_PROP(Distance, IsWithinAThousandthOfTheGreatCircle, ()) {
  const Coordinates a = at(*rc::gen::inRange<std::int64_t>(-690'000'000, 690'000'000),
                           *rc::gen::inRange<std::int64_t>(-1'800'000'000, 1'800'000'000));
  const Coordinates b = at(a.latitude.scaled() + *rc::gen::inRange<std::int64_t>(-8'000'000, 8'000'000),
                           a.longitude.scaled() + *rc::gen::inRange<std::int64_t>(-8'000'000, 8'000'000));
  const double exact = great_circle(a, b);
  RC_PRE(exact < 200'000);
  RC_ASSERT(std::abs(static_cast<double>(metres_between(a, b)) - exact) <= 0.001 * exact + 0.51);
  RC_ASSERT(metres_between(a, b) == metres_between(b, a));
}

std::vector<Stop> stops_of(std::size_t count) {
  std::vector<Stop> stops;
  for (std::size_t i = 0; i < count; ++i) stops.push_back({.id = "stop-" + std::to_string(10 + i)});
  return stops;
}

TravelTable random_table(std::size_t count) {
  std::vector<std::optional<Coordinates>> places;
  for (std::size_t i = 0; i < count; ++i) {
    places.push_back(at(300'000'000 + *rc::gen::inRange<std::int64_t>(0, 2'000'000),
                        1'200'000'000 + *rc::gen::inRange<std::int64_t>(0, 2'000'000)));
  }
  return TravelTable::by_distance(places, 400).value();
}

struct Best {
  std::uint64_t lateness = UINT64_MAX;
  std::uint64_t seconds = UINT64_MAX;
};

/// Every order, walked plainly.
Best brute_force(const std::vector<Stop>& stops, const TravelTable& travel, const RouteOptions& options) {
  std::vector<std::size_t> order(stops.size() - 1);
  std::iota(order.begin(), order.end(), std::size_t{1});
  Best best;
  do {
    std::uint64_t time = options.leave_at;
    std::uint64_t lateness = 0;
    std::uint64_t seconds = 0;
    std::size_t from = 0;
    for (const std::size_t to : order) {
      seconds += travel.seconds(from, to);
      time += travel.seconds(from, to);
      if (const auto& hours = stops[to].hours) {
        time = std::max<std::uint64_t>(time, hours->open);
        if (time > hours->close) lateness += time - hours->close;
      }
      time += stops[to].stay_seconds;
      from = to;
    }
    if (options.return_to_start) seconds += travel.seconds(from, 0);
    if (lateness < best.lateness || (lateness == best.lateness && seconds < best.seconds)) best = {lateness, seconds};
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

TEST(Route, GoesRoundASquare) {
  // Start in the south-west corner; a diagonal costs more than two sides of the way round.
  std::vector<std::optional<Coordinates>> corners{at(300'000'000, 1'200'000'000), at(300'100'000, 1'200'100'000),
                                                  at(300'000'000, 1'200'100'000), at(300'100'000, 1'200'000'000)};
  const TravelTable travel = TravelTable::by_distance(corners, 60).value();
  EXPECT_EQ(travel.metres(0, 2), 963u);
  EXPECT_EQ(travel.metres(0, 3), 1'112u);
  const Tour tour = route({{"office"}, {"ne", 600}, {"se", 600}, {"nw", 600}}, travel, {.leave_at = 28'800}).value();
  std::vector<std::size_t> order;
  for (const TourStep& step : tour.steps) order.push_back(step.stop);
  // Of the two ways round, which are as long as each other, that which meets "nw" before "se".
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 3, 1, 2, 0}));
  EXPECT_EQ(tour.metres, 2u * (963 + 1'112));
  EXPECT_TRUE(tour.proven_best);
  EXPECT_EQ(tour.steps[1], (TourStep{3, 28'800 + 1'112, 28'800 + 1'112, 28'800 + 1'712, 0}));
  EXPECT_EQ(tour.steps.back().arrive, 28'800 + tour.seconds + 3 * 600);
}

TEST(Route, WaitsForAnOpeningAndReportsALateArrival) {
  const TravelTable travel = TravelTable::of_seconds({{0, 100, 100}, {100, 0, 100}, {100, 100, 0}}).value();
  std::vector<Stop> stops{{"office"}, {"a", 50, TimeWindow{1000, 2000}}, {"b", 50, TimeWindow{0, 150}}};
  Result<Tour> tour = route(stops, travel, {.leave_at = 0});
  EXPECT_EQ(tour->steps[1], (TourStep{2, 100, 100, 150, 0}));
  EXPECT_EQ(tour->steps[2], (TourStep{1, 250, 1000, 1050, 0}));
  EXPECT_TRUE(tour.diagnostics().empty());
  stops[1].hours = TimeWindow{0, 120};
  tour = route(stops, travel, {.leave_at = 0});
  // Either is late at the second stop; at b by less.
  EXPECT_EQ(tour->late, std::vector<std::size_t>{2});
  EXPECT_EQ(tour->lateness, 100u);
  EXPECT_EQ(
      tour.diagnostics().to_string(),
      "/stops/2: warning: \"b\" is reached 100 seconds after its hours have ended, in the best order found; start "
      "earlier, or leave it to another day [late_at_stop]\n");
}

TEST(Route, ReportsEveryProblemOfItsInput) {
  EXPECT_TRUE(route({}, TravelTable()).diagnostics().contains("no_stops"));
  const TravelTable travel = TravelTable::of_seconds({{0}}).value();
  const Diagnostics problems = route({{"a"}, {"a"}, {""}, {"b", 0, TimeWindow{9, 8}}}, travel).diagnostics();
  for (const char* code : {"travel_table_size", "duplicate_stop", "empty_text", "hours_reversed"}) {
    EXPECT_TRUE(problems.contains(code)) << code;
  }
  EXPECT_TRUE(TravelTable::of_seconds({{0, 1}, {1}}).diagnostics().contains("travel_table_shape"));
  EXPECT_TRUE(TravelTable::of_seconds({{0, 700'000}, {1, 0}}).diagnostics().contains("travel_table_range"));
  EXPECT_TRUE(TravelTable::by_distance({std::nullopt}, 400).diagnostics().contains("missing_coordinates"));
  EXPECT_TRUE(TravelTable::by_distance({}, 0).diagnostics().contains("speed_range"));
  EXPECT_THROW((void)route({{"a"}}, travel, {.exact_up_to = 11}), ContractError);
}

TEST(Route, OfOneStopStaysThere) {
  const Tour tour = route({{"office"}}, TravelTable::of_seconds({{0}}).value()).value();
  EXPECT_EQ(tour.steps.size(), 1u);
  EXPECT_EQ(tour.seconds, 0u);
}

RC_GTEST_PROP(Route, IsTheBestOfAllOrdersWhereTheyAreFew, ()) {
  const std::size_t count = *rc::gen::inRange<std::size_t>(2, 8);
  std::vector<Stop> stops = stops_of(count);
  for (Stop& stop : stops) {
    stop.stay_seconds = *rc::gen::inRange<std::uint32_t>(0, 3'600);
    if (*rc::gen::inRange(0, 2) == 0) {
      const std::uint32_t open = *rc::gen::inRange<std::uint32_t>(28'000, 40'000);
      stop.hours = TimeWindow{open, open + *rc::gen::inRange<std::uint32_t>(0, 10'000)};
    }
  }
  const RouteOptions options{.return_to_start = *rc::gen::inRange(0, 2) == 0};
  TravelTable travel = random_table(count);
  if (*rc::gen::inRange(0, 2) == 0) {
    // Any times at all, there and back: not symmetric, and detours may be shorter.
    std::vector<std::vector<std::uint32_t>> seconds(count, std::vector<std::uint32_t>(count));
    for (auto& row : seconds) {
      for (std::uint32_t& cell : row) cell = *rc::gen::inRange<std::uint32_t>(0, 5'000);
    }
    travel = TravelTable::of_seconds(seconds).value();
  }
  const Tour tour = route(stops, travel, options).value();
  const Best best = brute_force(stops, travel, options);
  RC_ASSERT(tour.proven_best);
  RC_ASSERT(tour.lateness == best.lateness);
  RC_ASSERT(tour.seconds == best.seconds);
  std::uint64_t lateness = 0;
  for (const TourStep& step : tour.steps) lateness += step.late;
  RC_ASSERT(lateness == tour.lateness);
}

/// The start and nine sites, improved only: `exact_up_to` is 0.
RC_GTEST_PROP(Route, IsNeverMoreThanFivePercentAboveTheBestByImprovementAlone, ()) {
  const std::vector<Stop> stops = stops_of(10);
  const TravelTable travel = random_table(10);
  const Tour tour = route(stops, travel, {.exact_up_to = 0}).value();
  RC_ASSERT(!tour.proven_best);
  RC_ASSERT(100 * tour.seconds <= 105 * brute_force(stops, travel, {}).seconds);
}

RC_GTEST_PROP(Route, IsTheSameHoweverTheStopsAreListed, ()) {
  const std::size_t count = *rc::gen::inRange<std::size_t>(2, 16);
  std::vector<Stop> stops = stops_of(count);
  std::vector<std::optional<Coordinates>> places;
  for (std::size_t i = 0; i < count; ++i) {
    // A coarse grid, so that many tours are as long as each other.
    places.push_back(at(300'000'000 + 10'000 * *rc::gen::inRange<std::int64_t>(0, 4),
                        1'200'000'000 + 10'000 * *rc::gen::inRange<std::int64_t>(0, 4)));
  }
  const auto ids = [](const Tour& tour, const std::vector<Stop>& list) {
    std::vector<std::string> names;
    for (const TourStep& step : tour.steps) names.push_back(list[step.stop].id);
    return names;
  };
  const RouteOptions options{.exact_up_to = 5, .move_limit = 20'000};
  const Tour tour = route(stops, TravelTable::by_distance(places, 400).value(), options).value();
  const auto before = ids(tour, stops);
  for (std::size_t i = count; i > 2; --i) {
    const std::size_t j = *rc::gen::inRange<std::size_t>(1, i);
    std::swap(stops[i - 1], stops[j]);
    std::swap(places[i - 1], places[j]);
  }
  RC_ASSERT(ids(route(stops, TravelTable::by_distance(places, 400).value(), options).value(), stops) == before);
  // Every stop once, and the start at both ends.
  RC_ASSERT(before.size() == count + 1 && before.front() == before.back());
}

/// Hours that never matter make the search walk every tour: the plain twin of what sums say of a move.
RC_GTEST_PROP(Route, WithoutHoursIsWhatWalkingEveryTourFinds, ()) {
  const std::size_t count = *rc::gen::inRange<std::size_t>(2, 30);
  std::vector<Stop> stops = stops_of(count);
  TravelTable travel = random_table(count);
  if (*rc::gen::inRange(0, 2) == 0) {
    std::vector<std::vector<std::uint32_t>> seconds(count, std::vector<std::uint32_t>(count));
    for (auto& row : seconds) {
      for (std::uint32_t& cell : row) cell = *rc::gen::inRange<std::uint32_t>(0, 50);
    }
    travel = TravelTable::of_seconds(seconds).value();
  }
  const RouteOptions options{.return_to_start = *rc::gen::inRange(0, 2) == 0,
                             .exact_up_to = 0,
                             .move_limit = *rc::gen::element<std::uint64_t>(300, 3'000, 20'000)};
  const Tour tour = route(stops, travel, options).value();
  for (Stop& stop : stops) stop.hours = TimeWindow{0, UINT32_MAX};
  RC_ASSERT(tour == route(stops, travel, options).value());
}

TEST(Route, OfThousandsOfStopsEndsAtTheLimit) {
  std::vector<std::optional<Coordinates>> places;
  for (std::int64_t i = 0; i < 2'000; ++i)
    places.push_back(at(300'000'000 + 7'919 * i % 1'000'003, 1'200'000'000 + 104'729 * i % 1'000'033));
  const Tour tour = route(stops_of(2'000), TravelTable::by_distance(places, 400).value()).value();
  EXPECT_TRUE(tour.limited);
  EXPECT_EQ(tour.steps.size(), 2'001u);
}

TEST(Route, StopsAtItsLimitOfMoves) {
  std::vector<std::optional<Coordinates>> places;
  for (std::int64_t i = 0; i < 40; ++i)
    places.push_back(at(300'000'000 + 7'919 * i % 10'007, 1'200'000'000 + 104'729 * i % 10'009));
  const TravelTable travel = TravelTable::by_distance(places, 400).value();
  const Tour limited = route(stops_of(40), travel, {.move_limit = 500}).value();
  const Tour free = route(stops_of(40), travel).value();
  EXPECT_TRUE(limited.limited);
  EXPECT_LE(free.seconds, limited.seconds);
}

}  // namespace
}  // namespace aedile
