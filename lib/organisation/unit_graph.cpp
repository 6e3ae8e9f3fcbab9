#include "organisation/unit_graph.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <iterator>

namespace aedile::detail {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

Graph graph_of(std::size_t count, const std::vector<Step>& steps) {
  Graph graph(count);
  for (const auto& [unit, above] : steps) boost::add_edge(unit, above, graph);
  return graph;
}

/// Follows the first step that stays inside the component until a unit is met again. `position` is SIZE_MAX everywhere
/// in the component, and is no longer afterwards.
std::vector<std::size_t> way_round(const Graph& graph, const std::vector<std::size_t>& component, std::size_t start,
                                   std::vector<std::size_t>& position) {
  std::vector<std::size_t> way;
  for (std::size_t at = start; position[at] == SIZE_MAX;) {
    position[at] = way.size();
    way.push_back(at);
    const auto [begin, end] = boost::adjacent_vertices(at, graph);
    const auto next = std::find_if(begin, end, [&](std::size_t to) { return component[to] == component[at]; });
    at = *next;
    if (position[at] != SIZE_MAX) {
      way.erase(way.begin(), way.begin() + static_cast<std::ptrdiff_t>(position[at]));
      way.push_back(at);
      break;
    }
  }
  return way;
}

}  // namespace

std::vector<std::vector<std::size_t>> circles(std::size_t count, const std::vector<Step>& steps) {
  const Graph graph = graph_of(count, steps);
  std::vector<std::size_t> component(count);
  if (count == 0) return {};
  boost::strong_components(graph,
                           boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
  std::vector<std::size_t> size(count, 0);
  for (const std::size_t number : component) ++size[number];
  std::vector<bool> to_itself(count, false);
  for (const auto& [unit, above] : steps) {
    if (unit == above) to_itself[unit] = true;
  }
  std::vector<std::vector<std::size_t>> found;
  std::vector<std::size_t> position(count, SIZE_MAX);
  std::vector<bool> done(count, false);
  for (std::size_t unit = 0; unit < count; ++unit) {
    if (done[component[unit]] || (size[component[unit]] == 1 && !to_itself[unit])) continue;
    done[component[unit]] = true;
    found.push_back(way_round(graph, component, unit, position));
  }
  return found;
}

std::vector<std::size_t> topmost_first(std::size_t count, const std::vector<Step>& steps) {
  // Boost emits each vertex after all that it points to.
  std::vector<std::size_t> order;
  order.reserve(count);
  const Graph graph = graph_of(count, steps);
  boost::topological_sort(graph, std::back_inserter(order));
  return order;
}

}  // namespace aedile::detail
