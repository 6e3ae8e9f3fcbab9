#include "inspection/staffing.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <unordered_map>

#include "aedile/core/exceptions.h"

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

/// A worker of a component and a group of tasks, as one number.
std::uint64_t at_time(std::uint32_t worker, std::uint32_t group) { return std::uint64_t{worker} << 32 | group; }

/// Which tasks of a component can be staffed together: one after the other asks to be let in, and those that are in
/// may change their workers for it, but not their number.
class Admission {
 public:
  /// `position_of`: of a worker in the component, of size of all workers.
  Admission(const StaffingProblem& problem, const Component& component, const std::vector<std::uint32_t>& position_of)
      : problem_(problem), component_(component) {
    std::size_t vertices = 1 + component.workers.size() + 2 * component.tasks.size();
    from_.resize(vertices);
    for (std::uint32_t w = 0; w < component.workers.size(); ++w) {
      add(0, 1 + w, static_cast<std::uint32_t>(problem.workers[component.workers[w]].costs.size()));
    }
    std::unordered_map<std::uint64_t, std::uint32_t> at_times;
    auto pair = component.pairs.begin();
    for (std::size_t t = 0; t < component.tasks.size(); ++t) {
      const StaffingTask& task = problem.tasks[component.tasks[t]];
      if (task.needs_lead) add(body(t) + 1, body(t), task.need - 1);
      for (; pair != component.pairs.end() && pair->task == component.tasks[t]; ++pair) {
        std::uint32_t from = 1 + position_of[pair->worker];
        if (task.group != no_group) {
          const auto [known, unseen] = at_times.try_emplace(at_time(position_of[pair->worker], task.group),
                                                            static_cast<std::uint32_t>(vertices));
          if (unseen) {
            from_.resize(++vertices);
            add(from, known->second, 1);
          }
          from = known->second;
        }
        const bool through_gate = task.needs_lead && !problem.workers[pair->worker].lead;
        add(from, body(t) + (through_gate ? 1 : 0), 1);
      }
    }
    seen_.resize(vertices);
    onward_.resize(vertices);
  }

  /// Whether the task, by its position in the component, can be staffed besides those let in before. Then it is in.
  bool admit(std::size_t task) {
    std::vector<std::uint32_t> taken;  // edges, to be given back
    const std::uint32_t need = problem_.tasks[component_.tasks[task]].need;
    for (std::uint32_t found = 0; found < need; ++found) {
      if (find_way(body(task))) {
        for (std::uint32_t at = 0; at != body(task);) {
          const std::uint32_t edge = onward_[at];
          --edges_[edge].room;
          ++edges_[edge ^ 1].room;
          taken.push_back(edge);
          at = edges_[edge].to;
        }
        continue;
      }
      for (const std::uint32_t edge : taken) {
        ++edges_[edge].room;
        --edges_[edge ^ 1].room;
      }
      return false;
    }
    return true;
  }

 private:
  struct Edge {
    std::uint32_t to;
    std::uint32_t room;
  };

  std::uint32_t body(std::size_t task) const {
    return static_cast<std::uint32_t>(1 + component_.workers.size() + 2 * task);
  }
  /// The edge and, as the odd one behind it, its reverse.
  void add(std::uint32_t from, std::uint32_t to, std::uint32_t room) {
    from_[from].push_back(static_cast<std::uint32_t>(edges_.size()));
    edges_.push_back({to, room});
    from_[to].push_back(static_cast<std::uint32_t>(edges_.size()));
    edges_.push_back({from, 0});
  }

  /// Looks from the task back to the source, by breadth; `onward_` is the way from there.
  bool find_way(std::uint32_t task) {
    ++search_;
    queue_.assign(1, task);
    seen_[task] = search_;
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      for (const std::uint32_t edge : from_[queue_[next]]) {
        const std::uint32_t before = edges_[edge].to;
        if (seen_[before] == search_ || edges_[edge ^ 1].room == 0) continue;
        seen_[before] = search_;
        onward_[before] = edge ^ 1;
        if (before == 0) return true;
        queue_.push_back(before);
      }
    }
    return false;
  }

  const StaffingProblem& problem_;
  const Component& component_;
  std::vector<Edge> edges_;
  std::vector<std::vector<std::uint32_t>> from_;  ///< edges of each vertex; vertex 0 is the source
  std::vector<std::uint64_t> seen_;               ///< the last search that came by
  std::vector<std::uint32_t> onward_;
  std::vector<std::uint32_t> queue_;
  std::uint64_t search_ = 0;
};

/// The flow network of some tasks of a component.
class Network {
 public:
  Network(const StaffingProblem& problem, const Component& component, const std::vector<std::uint32_t>& tasks,
          const std::vector<std::uint32_t>& position_of)
      : graph_(2 + component.workers.size() + 2 * tasks.size()) {
    for (std::size_t w = 0; w < component.workers.size(); ++w) {
      for (const std::int64_t cost : problem.workers[component.workers[w]].costs) add(source, worker(w), 1, cost);
    }
    std::unordered_map<std::uint64_t, Vertex> at_times;
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
        Vertex from = worker(position_of[pair->worker]);
        if (task.group != no_group) {
          const auto [known, unseen] = at_times.try_emplace(at_time(position_of[pair->worker], task.group));
          if (unseen) {
            known->second = boost::add_vertex(graph_);
            add(from, known->second, 1, 0);
          }
          from = known->second;
        }
        const bool through_gate = task.needs_lead && !problem.workers[pair->worker].lead;
        pairs_.emplace_back(add(from, through_gate ? gate : body, 1, pair->cost), *pair);
      }
    }
  }

  /// Staffs every task at the least cost, into `teams`: they must be such as can be staffed together.
  void staff(Teams& teams) {
    boost::successive_shortest_path_nonnegative_weights(graph_, source, sink);
    const auto residual = boost::get(boost::edge_residual_capacity, graph_);
    std::int64_t flow = 0;
    for (const auto& [edge, pair] : pairs_) {
      if (residual[edge] != 0) continue;
      ++flow;
      teams[pair.task].push_back(pair.worker);
    }
    if (flow != needed_) throw ContractError("staff: tasks that cannot be staffed together");
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

}  // namespace

Teams staff(const StaffingProblem& problem) {
  Teams teams(problem.tasks.size());
  std::vector<std::uint32_t> position_of(problem.workers.size());
  for (const Component& component : components_of(problem)) {
    for (std::uint32_t w = 0; w < component.workers.size(); ++w) position_of[component.workers[w]] = w;
    Admission admission(problem, component, position_of);
    std::vector<std::uint32_t> kept;
    for (std::size_t t = 0; t < component.tasks.size(); ++t) {
      if (admission.admit(t)) kept.push_back(component.tasks[t]);
    }
    Network(problem, component, kept, position_of).staff(teams);
  }
  return teams;
}

}  // namespace aedile::detail
