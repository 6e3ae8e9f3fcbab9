// Tours to begin with.
#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/metric_tsp_approx.hpp>

#include <algorithm>
#include <numeric>

#include "inspection/route_problem.h"

namespace aedile::detail {

namespace {

/// Boost's approximation walks round a minimum spanning tree: at most twice the optimum where ways are symmetric and no
/// detour is shorter, and a fair beginning elsewhere.
Order by_spanning_tree(const RouteProblem& problem) {
  using Graph = boost::adjacency_matrix<boost::undirectedS, boost::no_property,
                                        boost::property<boost::edge_weight_t, std::uint64_t>>;
  const std::size_t count = problem.stops.size();
  Graph ways(count);
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count; ++b) {
      boost::add_edge(a, b, std::uint64_t{problem.seconds(a, b)} + problem.seconds(b, a), ways);
    }
  }
  Order tour;
  boost::metric_tsp_approx_tour(ways, std::back_inserter(tour));  // from vertex 0
  std::erase(tour, std::size_t{0});
  return tour;
}

Order by_end_of_hours(const RouteProblem& problem) {
  Order order(problem.stops.size() - 1);
  std::iota(order.begin(), order.end(), std::size_t{1});
  const auto close = [&](std::size_t stop) {
    return problem.stops[stop]->hours ? problem.stops[stop]->hours->close : UINT32_MAX;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return close(a) < close(b); });
  return order;
}

/// First there, then always to the nearest; equal ones in the order of their ids.
Order by_nearest(const RouteProblem& problem, std::size_t first) {
  Order rest;
  for (std::size_t stop = 1; stop < problem.stops.size(); ++stop) {
    if (stop != first) rest.push_back(stop);
  }
  Order order{first};
  while (!rest.empty()) {
    const auto nearest = std::min_element(rest.begin(), rest.end(), [&](std::size_t a, std::size_t b) {
      return problem.seconds(order.back(), a) < problem.seconds(order.back(), b);
    });
    order.push_back(*nearest);
    rest.erase(nearest);
  }
  return order;
}

}  // namespace

std::vector<Order> first_tours(const RouteProblem& problem) {
  std::vector<Order> tours{by_spanning_tree(problem), by_end_of_hours(problem)};
  constexpr std::size_t max_beginnings = 12;
  Order firsts(problem.stops.size() - 1);
  std::iota(firsts.begin(), firsts.end(), std::size_t{1});
  std::stable_sort(firsts.begin(), firsts.end(),
                   [&](std::size_t a, std::size_t b) { return problem.seconds(0, a) < problem.seconds(0, b); });
  if (firsts.size() > max_beginnings) firsts.resize(max_beginnings);
  for (const std::size_t first : firsts) tours.push_back(by_nearest(problem, first));
  return tours;
}

}  // namespace aedile::detail
