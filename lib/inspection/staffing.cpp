#include "inspection/staffing.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>

namespace aedile::detail {

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using EdgeProperties =
    boost::property<boost::edge_capacity_t, std::int64_t,
                    boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor,
                                                    boost::property<boost::edge_weight_t, std::int64_t>>>>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, EdgeProperties>;
using Edge = Traits::edge_descriptor;
using Vertex = Traits::vertex_descriptor;
using Teams = std::vector<std::vector<std::uint32_t>>;

/// Workers and tasks that no pair connects with any other.
struct Component {
  std::vector<std::uint32_t> workers;
  std::vector<std::uint32_t> tasks;  ///< in order
  std::vector<StaffingPair> pairs;   ///< of these, by task, then by worker
};

/// The flow network of some tasks of a component.
class Network {
 public:
  /// `position_of`: of a worker in the component, of size of all workers.
  Network(const StaffingProblem& problem, const Component& component, const std::vector<std::uint32_t>& tasks,
          const std::vector<std::uint32_t>& position_of)
      : graph_(2 + component.workers.size() + 2 * tasks.size()) {
    for (std::size_t w = 0; w < component.workers.size(); ++w) {
      for (const std::int64_t cost : problem.workers[component.workers[w]].costs) add(source, worker(w), 1, cost);
    }
    auto pair = component.pairs.begin();
    for (std::size_t t = 0; t < tasks.size(); ++t) {
      const StaffingTask& task = problem.tasks[tasks[t]];
      const Vertex body = 2 + component.workers.size() + 2 * t;
      const Vertex gate = body + 1;  // for those who are no leads
      if (task.needs_lead) add(gate, body, task.need - 1, 0);
      add(body, sink, task.need, 0);
      needed_ += task.need;
      while (pair != component.pairs.end() && pair->task < tasks[t]) ++pair;
      for (; pair != component.pairs.end() && pair->task == tasks[t]; ++pair) {
        const bool through_gate = task.needs_lead && !problem.workers[pair->worker].lead;
        pairs_.emplace_back(add(worker(position_of[pair->worker]), through_gate ? gate : body, 1, pair->cost), *pair);
      }
    }
  }

  /// Whether every task can be staffed wholly.
  bool feasible() { return boost::edmonds_karp_max_flow(graph_, source, sink) == needed_; }

  /// Staffs every task at the least cost, into `teams`; false, and nothing done, if that cannot be.
  bool staff(Teams& teams) {
    boost::successive_shortest_path_nonnegative_weights(graph_, source, sink);
    const auto residual = boost::get(boost::edge_residual_capacity, graph_);
    std::int64_t flow = 0;
    for (const auto& [edge, pair] : pairs_) flow += residual[edge] == 0;
    if (flow != needed_) return false;
    for (const auto& [edge, pair] : pairs_) {
      if (residual[edge] == 0) teams[pair.task].push_back(pair.worker);
    }
    return true;
  }

 private:
  static constexpr Vertex source = 0;
  static constexpr Vertex sink = 1;
  static Vertex worker(std::size_t position) { return 2 + position; }

  Edge add(Vertex from, Vertex to, std::int64_t capacity, std::int64_t cost) {
    const Edge forth = boost::add_edge(from, to, graph_).first;
    const Edge back = boost::add_edge(to, from, graph_).first;
    boost::put(boost::edge_capacity, graph_, forth, capacity);
    boost::put(boost::edge_capacity, graph_, back, 0);
    boost::put(boost::edge_weight, graph_, forth, cost);
    boost::put(boost::edge_weight, graph_, back, -cost);
    boost::put(boost::edge_reverse, graph_, forth, back);
    boost::put(boost::edge_reverse, graph_, back, forth);
    return forth;
  }

  Graph graph_;
  std::vector<std::pair<Edge, StaffingPair>> pairs_;
  std::int64_t needed_ = 0;
};

/// Tasks that enough workers may be given, if there were no others; with whatever pairs belong to them.
std::vector<bool> possible_alone(const StaffingProblem& problem) {
  std::vector<std::uint32_t> fit(problem.tasks.size());
  std::vector<bool> led(problem.tasks.size());
  for (const StaffingPair& pair : problem.pairs) {
    const StaffingWorker& worker = problem.workers[pair.worker];
    if (worker.costs.empty()) continue;
    ++fit[pair.task];
    if (worker.lead) led[pair.task] = true;
  }
  std::vector<bool> possible(problem.tasks.size());
  for (std::size_t t = 0; t < possible.size(); ++t) {
    possible[t] = fit[t] >= problem.tasks[t].need && (led[t] || !problem.tasks[t].needs_lead);
  }
  return possible;
}

std::vector<Component> components_of(const StaffingProblem& problem) {
  const std::vector<bool> possible = possible_alone(problem);
  const auto workers = problem.workers.size();
  boost::disjoint_sets_with_storage<> sets(workers + problem.tasks.size());
  for (std::size_t i = 0; i < workers + problem.tasks.size(); ++i) sets.make_set(i);
  for (const StaffingPair& pair : problem.pairs) {
    if (possible[pair.task]) sets.union_set(static_cast<std::size_t>(pair.worker), workers + pair.task);
  }
  std::vector<Component> components;
  std::vector<std::size_t> component_of(workers + problem.tasks.size(), SIZE_MAX);
  const auto component = [&](std::size_t element) -> Component& {
    std::size_t& number = component_of[sets.find_set(element)];
    if (number == SIZE_MAX) {
      number = components.size();
      components.emplace_back();
    }
    return components[number];
  };
  for (std::uint32_t t = 0; t < problem.tasks.size(); ++t) {
    if (possible[t]) component(workers + t).tasks.push_back(t);
  }
  const std::size_t with_tasks = components.size();
  for (const StaffingPair& pair : problem.pairs) {
    if (possible[pair.task]) component(workers + pair.task).pairs.push_back(pair);
  }
  for (std::uint32_t w = 0; w < workers; ++w) component(w).workers.push_back(w);
  components.resize(with_tasks);  // the rest are workers whom nothing needs
  return components;
}

/// Every task, or those that can be staffed together: found by halving, as what cannot be staffed cannot be staffed
/// with more besides. One search for each task that is dropped.
std::vector<std::uint32_t> kept_of(const StaffingProblem& problem, const Component& component,
                                   const std::vector<std::uint32_t>& position_of) {
  std::vector<std::uint32_t> kept;
  std::size_t next = 0;  // of the component's tasks, the first that is not decided
  while (next < component.tasks.size()) {
    const auto feasible_with = [&](std::size_t count) {
      std::vector<std::uint32_t> tasks = kept;
      const auto begin = component.tasks.begin() + static_cast<std::ptrdiff_t>(next);
      tasks.insert(tasks.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
      return Network(problem, component, tasks, position_of).feasible();
    };
    std::size_t good = 0;
    std::size_t bad = component.tasks.size() - next + 1;
    while (bad - good > 1) {
      const std::size_t middle = good + (bad - good) / 2;
      (feasible_with(middle) ? good : bad) = middle;
    }
    const auto begin = component.tasks.begin() + static_cast<std::ptrdiff_t>(next);
    kept.insert(kept.end(), begin, begin + static_cast<std::ptrdiff_t>(good));
    next += good + 1;  // and the one behind them is dropped
  }
  return kept;
}

}  // namespace

Teams staff(const StaffingProblem& problem) {
  Teams teams(problem.tasks.size());
  std::vector<std::uint32_t> position_of(problem.workers.size());
  for (const Component& component : components_of(problem)) {
    for (std::uint32_t w = 0; w < component.workers.size(); ++w) position_of[component.workers[w]] = w;
    if (Network(problem, component, component.tasks, position_of).staff(teams)) continue;
    const std::vector<std::uint32_t> kept = kept_of(problem, component, position_of);
    Network(problem, component, kept, position_of).staff(teams);
  }
  return teams;
}

}  // namespace aedile::detail
