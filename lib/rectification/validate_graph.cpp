// What a workflow's graph says: dead ends, ambiguities, ways round, and that nobody closes their own work.
#include <algorithm>

#include "core/excerpt.h"
#include "rectification/messages.h"
#include "rectification/validate.h"
#include "rectification/workflow_graph.h"
#include "rectification/workflow_rules.h"

namespace aedile::detail {

namespace {

template <class List>
bool common(const List& a, const List& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const auto& each) { return std::find(b.begin(), b.end(), each) != b.end(); });
}

bool told_apart(const Transition& a, const Transition& b) {
  return std::any_of(a.guards.begin(), a.guards.end(), [&](Guard guard) {
    return std::any_of(b.guards.begin(), b.guards.end(), [&](Guard other) { return exclusive(guard, other); });
  });
}

void check_states(const Workflow& workflow, const WorkflowGraph& graph, const std::vector<std::size_t>& shortest,
                  Report& report) {
  const std::vector<bool> can_end = graph.can_end();
  for (std::size_t i = 0; i < workflow.states.size(); ++i) {
    const auto inside = report.at("states", i);
    if (shortest[graph.vertex(i, false)] == SIZE_MAX && shortest[graph.vertex(i, true)] == SIZE_MAX) {
      report.error(messages::workflow_unreachable, {workflow.states[i].code});
    }
    if (!can_end[i]) report.error(messages::workflow_dead_end, {workflow.states[i].code});
  }
}

void check_pair(const Workflow& workflow, std::size_t first, std::size_t second, Report& report) {
  const Transition& a = workflow.transitions[first];
  const Transition& b = workflow.transitions[second];
  if (a.trigger != b.trigger) return;
  const bool people = a.trigger == Trigger::people;
  if (people && (a.command != b.command || !common(a.roles, b.roles))) return;
  if (told_apart(a, b)) return;
  std::string where;
  if (a.from.empty() && b.from.empty()) {
    where = "○";
  } else {
    const auto shared = std::find_if(b.from.begin(), b.from.end(), [&](const std::string& state) {
      return std::find(a.from.begin(), a.from.end(), state) != a.from.end();
    });
    if (shared == b.from.end()) return;
    where = excerpt(*shared);
  }
  report.at("transitions", second)
      .error_verbatim(people ? messages::workflow_ambiguous : messages::workflow_ambiguous_trigger,
                      {where, std::to_string(first), people ? excerpt(a.command) : std::string(to_string(a.trigger))});
}

void check_ambiguity(const Workflow& workflow, const WorkflowGraph& graph, Report& report) {
  for (std::size_t second = 0; second < workflow.transitions.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      if (graph.has(first) && graph.has(second)) check_pair(workflow, first, second, report);
    }
  }
}

/// The first state of a way round.
const std::string& begin_of(const Workflow& workflow, const std::vector<std::size_t>& rows) {
  // Where the last step leads is where the first begins.
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (!workflow.transitions[*row].to.empty()) return workflow.transitions[*row].to;
  }
  return workflow.transitions[rows.front()].from.front();
}

void check_closings(const Workflow& workflow, const WorkflowGraph& graph, const std::vector<std::size_t>& shortest,
                    Report& report) {
  for (std::size_t edge = 0; edge < graph.ways().size(); ++edge) {
    const Way& way = graph.ways()[edge];
    if (way.from != WorkflowGraph::opening && shortest[way.from] == SIZE_MAX) continue;
    const std::size_t to = WorkflowGraph::state_of(way.to);
    if (workflow.states[to].ending != Ending::closed || WorkflowGraph::verified(way.to)) continue;
    // What happens to a ticket that is closed already is no closing.
    if (way.from != WorkflowGraph::opening &&
        workflow.states[WorkflowGraph::state_of(way.from)].ending == Ending::closed)
      continue;
    report.at("transitions", way.row).error_verbatim(messages::workflow_unverified, {graph.told(shortest, edge)});
  }
}

/// Endings that let the responsible unit go though the fault may be there: somebody else must have judged so.
void check_freeings(const Workflow& workflow, const WorkflowGraph& graph, const std::vector<std::size_t>& shortest,
                    Report& report) {
  std::vector<bool> told(workflow.transitions.size(), false);
  for (std::size_t edge = 0; edge < graph.ways().size(); ++edge) {
    const Way& way = graph.ways()[edge];
    if (way.from == WorkflowGraph::opening || shortest[way.from] == SIZE_MAX) continue;
    const std::optional<Ending>& ending = workflow.states[WorkflowGraph::state_of(way.to)].ending;
    const bool frees = ending == Ending::replied || ending == Ending::exempted || ending == Ending::voided;
    if (!frees || workflow.states[WorkflowGraph::state_of(way.from)].ending || told[way.row]) continue;
    const Transition& row = workflow.transitions[way.row];
    const bool judged = std::find(row.guards.begin(), row.guards.end(), Guard::not_unit_of_doer) != row.guards.end();
    if (judged && row.trigger == Trigger::people) continue;
    told[way.row] = true;
    const std::string& from = workflow.states[WorkflowGraph::state_of(way.from)].code;
    const std::string& to = workflow.states[WorkflowGraph::state_of(way.to)].code;
    report.at("transitions", way.row).warning(messages::workflow_frees_itself, {from, row.command, to});
  }
}

}  // namespace

void check_graph(const Workflow& workflow, bool whole, Report& report) {
  const WorkflowGraph graph(workflow);
  const std::vector<std::size_t> shortest = graph.shortest();
  if (whole) check_states(workflow, graph, shortest, report);
  check_ambiguity(workflow, graph, report);
  for (const std::vector<std::size_t>& rows : graph.endless()) {
    report.at("transitions", rows.front())
        .error_verbatim(messages::workflow_endless, {graph.told(rows, begin_of(workflow, rows))});
  }
  check_closings(workflow, graph, shortest, report);
  check_freeings(workflow, graph, shortest, report);
}

}  // namespace aedile::detail
