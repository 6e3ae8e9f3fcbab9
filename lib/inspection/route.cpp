#include "aedile/inspection/route.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "core/excerpt.h"
#include "core/report.h"
#include "core/texts.h"
#include "inspection/messages_route.h"
#include "inspection/route_search.h"

namespace aedile {

namespace {

constexpr std::size_t max_exact = 10;

Diagnostics check(const std::vector<Stop>& stops, const TravelTable& travel) {
  detail::Report report;
  if (stops.empty()) report.at("stops").error(messages::no_stops);
  if (travel.size() != stops.size()) {
    report.at("travel").error(messages::travel_table_size,
                              {std::to_string(stops.size()), std::to_string(travel.size())});
  }
  std::unordered_set<std::string_view> ids;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const auto inside = report.at("stops", i);
    {
      const auto id = report.at("id");
      detail::check_name("id", stops[i].id, report);
      if (!ids.insert(stops[i].id).second) id.error(messages::duplicate_stop, {stops[i].id});
    }
    if (stops[i].hours && stops[i].hours->close < stops[i].hours->open) {
      report.at("hours").error(messages::hours_reversed,
                               {std::to_string(stops[i].hours->open), std::to_string(stops[i].hours->close)});
    }
  }
  return report.take();
}

Result<Tour> walked(const detail::RouteProblem& problem, const detail::Order& order, Tour tour) {
  detail::TourClock clock(problem);
  tour.steps.push_back({problem.positions[0], clock.time, clock.time, clock.time, 0});
  for (const std::size_t stop : order) tour.steps.push_back(clock.go(stop));
  if (problem.options.return_to_start && !order.empty()) tour.steps.push_back(clock.go_home());
  tour.seconds = clock.score.seconds;
  tour.metres = clock.score.metres;
  tour.lateness = clock.score.lateness;
  Diagnostics problems;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const TourStep& step = tour.steps[i + 1];
    if (step.late == 0) continue;
    tour.late.push_back(step.stop);
    problems.warning(Place{{}, 0, 0, "/stops/" + std::to_string(step.stop)}, messages::late_at_stop,
                     {detail::excerpt(problem.stops[order[i]]->id), std::to_string(step.late)});
  }
  return {std::move(tour), std::move(problems)};
}

}  // namespace

Result<Tour> route(const std::vector<Stop>& stops, const TravelTable& travel, const RouteOptions& options) {
  if (Diagnostics problems = check(stops, travel); problems.has_errors()) return problems;
  if (options.exact_up_to > max_exact) throw ContractError("route: exact_up_to is at most 10");
  // By id, so that the order in which the stops are given decides nothing; the start stays first.
  std::vector<std::size_t> positions(stops.size());
  std::iota(positions.begin(), positions.end(), std::size_t{0});
  std::sort(positions.begin() + 1, positions.end(),
            [&](std::size_t a, std::size_t b) { return stops[a].id < stops[b].id; });
  std::vector<const Stop*> sorted;
  for (const std::size_t position : positions) sorted.push_back(&stops[position]);
  const detail::RouteProblem problem{sorted, positions, travel, options};

  Tour tour;
  detail::Order order;
  detail::RouteSearch search{problem};
  if (stops.size() > 1) order = search.improved();
  tour.limited = search.limited();
  if (stops.size() - 1 <= options.exact_up_to) {
    if (!order.empty()) order = search.best(std::move(order));
    tour.proven_best = true;
    tour.limited = false;
  }
  return walked(problem, order, std::move(tour));
}

}  // namespace aedile
