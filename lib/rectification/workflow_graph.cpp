#include "rectification/workflow_graph.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

#include "core/excerpt.h"
#include "rectification/workflow_rules.h"

namespace aedile::detail {

namespace {

struct EdgeNumber {
  std::size_t number = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, EdgeNumber>;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

/// Notes the edge by which each vertex is found.
class Finder : public boost::default_bfs_visitor {
 public:
  explicit Finder(std::vector<std::size_t>& by) : by_(&by) {}
  void tree_edge(Edge edge, const Graph& graph) const { (*by_)[boost::target(edge, graph)] = graph[edge].number; }

 private:
  std::vector<std::size_t>* by_;
};

std::vector<std::size_t> found_by(const Graph& graph, std::size_t start) {
  std::vector<std::size_t> by(boost::num_vertices(graph), SIZE_MAX);
  boost::breadth_first_search(graph, start, boost::visitor(Finder(by)));
  return by;
}

}  // namespace

WorkflowGraph::WorkflowGraph(const Workflow& workflow) : workflow_(workflow), states_(workflow.states.size()) {
  for (std::size_t row = 0; row < workflow.transitions.size(); ++row) {
    usable_.push_back(is_usable(workflow.transitions[row]));
    if (usable_[row]) add(row);
  }
  for (std::size_t state = 0; state < states_; ++state) {
    if (!workflow.states[state].takes_merges) continue;
    ways_.push_back({vertex(state, true), vertex(state, false), workflow.transitions.size()});
  }
}

std::size_t WorkflowGraph::state(const std::string& code) const {
  return static_cast<std::size_t>(std::find_if(workflow_.states.begin(), workflow_.states.end(),
                                               [&](const WorkflowState& each) { return each.code == code; }) -
                                  workflow_.states.begin());
}

bool WorkflowGraph::is_usable(const Transition& row) const {
  const auto known = [&](const std::string& code) { return state(code) < states_; };
  const auto of_command = [&](const WorkflowCommand& each) { return each.code == row.command; };
  const auto command = std::find_if(workflow_.commands.begin(), workflow_.commands.end(), of_command);
  if (command == workflow_.commands.end() || (command->kind == CommandKind::open) != row.from.empty()) return false;
  return std::all_of(row.from.begin(), row.from.end(), known) && (row.to.empty() ? !row.from.empty() : known(row.to)) &&
         (row.parts_to.empty() || known(row.parts_to));
}

CommandKind WorkflowGraph::kind(const Transition& row) const {
  return std::find_if(workflow_.commands.begin(), workflow_.commands.end(),
                      [&](const WorkflowCommand& each) { return each.code == row.command; })
      ->kind;
}

void WorkflowGraph::add(std::size_t row) {
  const Transition& transition = workflow_.transitions[row];
  const CommandKind command = kind(transition);
  const bool verifies =
      command == CommandKind::verify_pass && transition.trigger == Trigger::people &&
      std::find(transition.guards.begin(), transition.guards.end(), Guard::not_doer) != transition.guards.end();
  const auto after = [&](bool before) { return verifies || (before && !undoes_verification(command)); };
  if (transition.from.empty()) ways_.push_back({opening, vertex(state(transition.to), false), row});
  for (const std::string& code : transition.from) {
    const std::size_t from = state(code);
    const std::size_t to = transition.to.empty() ? from : state(transition.to);
    for (const bool before : {false, true}) {
      ways_.push_back({vertex(from, before), vertex(to, after(before)), row});
      if (!transition.parts_to.empty()) {
        ways_.push_back({vertex(from, before), vertex(state(transition.parts_to), false), row});
      }
    }
  }
}

std::vector<std::size_t> WorkflowGraph::shortest() const {
  Graph graph(1 + 2 * states_);
  for (std::size_t i = 0; i < ways_.size(); ++i) boost::add_edge(ways_[i].from, ways_[i].to, EdgeNumber{i}, graph);
  return found_by(graph, opening);
}

std::vector<bool> WorkflowGraph::can_end() const {
  // Backwards from a vertex behind all endings.
  Graph graph(states_ + 1);
  for (const Way& way : ways_) {
    if (way.from != opening) boost::add_edge(state_of(way.to), state_of(way.from), EdgeNumber{}, graph);
  }
  for (std::size_t i = 0; i < states_; ++i) {
    if (workflow_.states[i].ending) boost::add_edge(states_, i, EdgeNumber{}, graph);
  }
  const std::vector<std::size_t> by = found_by(graph, states_);
  std::vector<bool> can(states_);
  for (std::size_t i = 0; i < states_; ++i) can[i] = by[i] != SIZE_MAX;
  return can;
}

std::vector<std::vector<std::size_t>> WorkflowGraph::endless() const {
  Graph graph(states_ + 1);  // one more, so that it is never empty
  std::vector<Way> kept;
  for (std::size_t row = 0; row < workflow_.transitions.size(); ++row) {
    const Transition& transition = workflow_.transitions[row];
    if (transition.trigger != Trigger::itself || !usable_[row]) continue;
    for (const std::string& code : transition.from) {
      const std::size_t from = state(code);
      const std::size_t to = transition.to.empty() ? from : state(transition.to);
      boost::add_edge(from, to, EdgeNumber{kept.size()}, graph);
      kept.push_back({from, to, row});
    }
  }
  std::vector<std::size_t> component(boost::num_vertices(graph));
  boost::strong_components(graph,
                           boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
  // Of each component one way round: from edge to edge inside it, until a state is met again.
  std::vector<std::vector<std::size_t>> found;
  std::vector<bool> told(boost::num_vertices(graph), false);
  for (const Way& first : kept) {
    if (component[first.from] != component[first.to] || told[component[first.from]]) continue;
    told[component[first.from]] = true;
    std::vector<std::size_t> rows;
    std::vector<std::size_t> met;
    for (std::size_t at = first.from;;) {
      const auto again = std::find(met.begin(), met.end(), at);
      if (again != met.end()) {
        rows.erase(rows.begin(), rows.begin() + (again - met.begin()));
        break;
      }
      met.push_back(at);
      const auto next = std::find_if(kept.begin(), kept.end(), [&](const Way& way) {
        return way.from == at && component[way.to] == component[at];
      });
      rows.push_back(next->row);
      at = next->to;
    }
    found.push_back(std::move(rows));
  }
  return found;
}

std::string WorkflowGraph::command(std::size_t row) const {
  if (row == workflow_.transitions.size()) return std::string(to_string(CommandKind::take_in));
  return excerpt(workflow_.transitions[row].command);
}

std::string WorkflowGraph::told(const std::vector<std::size_t>& shortest, std::size_t edge) const {
  std::vector<std::size_t> edges;
  for (std::size_t at = edge;;) {
    edges.push_back(at);
    const std::size_t from = ways_[at].from;
    if (from == opening) break;
    at = shortest[from];
  }
  std::string text = "○";
  for (auto at = edges.rbegin(); at != edges.rend(); ++at) {
    text += " –" + command(ways_[*at].row) + "→ " + excerpt(workflow_.states[state_of(ways_[*at].to)].code);
  }
  return text;
}

std::string WorkflowGraph::told(const std::vector<std::size_t>& rows, const std::string& first) const {
  std::string text = excerpt(first);
  std::string at = first;
  for (const std::size_t row : rows) {
    const std::string& to = workflow_.transitions[row].to;
    if (!to.empty()) at = to;
    text += " –" + command(row) + "→ " + excerpt(at);
  }
  return text;
}

}  // namespace aedile::detail
