// Which marks depend on which: a parent on its children, the target of a veto or penalty on the item it comes from, the
// holder of a gate or ceiling on the node it looks at. Circles have no answer, and a reference across the edge of
// cycles would not say which copy it means.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <queue>
#include <set>

#include "core/excerpt.h"
#include "framework/messages.h"
#include "framework/validate/subject.h"

namespace aedile::detail {

namespace {

/// One reference as it is written: at `pointer`, in `holder`, naming `named`.
struct Reference {
  std::size_t holder;
  std::size_t named;
  bool named_waits;    ///< veto, penalty: the named node's mark depends on the holder; else the reverse
  std::string member;  ///< below the holder's place: "/rules/1/on"

  std::size_t later() const { return named_waits ? named : holder; }
  std::size_t earlier() const { return named_waits ? holder : named; }
};

std::vector<Reference> references_of(const Subject& subject) {
  std::vector<Reference> references;
  for (std::size_t i = 0; i < subject.framework.nodes.size(); ++i) {
    const Node& node = subject.framework.nodes[i];
    const auto refer = [&](const std::string& code, bool named_waits, std::string member) {
      if (const auto named = subject.words.node(code))
        references.push_back({i, *named, named_waits, std::move(member)});
    };
    for (std::size_t r = 0; r < node.rules.size(); ++r) {
      const std::string rule = "/rules/" + std::to_string(r);
      // A veto may be on its own item, whose findings decide and not its mark; a penalty may not, which is said there.
      if (const auto* veto = std::get_if<Veto>(&node.rules[r]); veto && veto->on != node.code) {
        refer(veto->on, true, rule + "/on");
      }
      if (const auto* penalty = std::get_if<Penalty>(&node.rules[r]); penalty && penalty->on != node.code) {
        refer(penalty->on, true, rule + "/on");
      }
      if (const auto* bonus = std::get_if<Bonus>(&node.rules[r]); bonus && bonus->gate) {
        refer(bonus->gate->node, false, rule + "/gate/node");
      }
    }
    for (std::size_t c = 0; c < node.ceilings.size(); ++c) {
      refer(node.ceilings[c].when.node, false, "/ceilings/" + std::to_string(c) + "/when/node");
    }
  }
  return references;
}

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// An edge a → b: the mark of a needs the mark of b.
Graph graph_of(const Subject& subject, const std::vector<Reference>& references) {
  Graph needs(subject.tree.size());
  for (std::size_t i = 0; i < subject.tree.size(); ++i) {
    if (subject.tree.parent[i] != Tree::none) boost::add_edge(subject.tree.parent[i], i, needs);
  }
  for (const Reference& reference : references) boost::add_edge(reference.later(), reference.earlier(), needs);
  return needs;
}

/// The shortest way from `from` to `to` inside their component, both ends included.
std::vector<std::size_t> shortest_way(const Graph& needs, const std::vector<std::size_t>& component, std::size_t from,
                                      std::size_t to) {
  std::vector<std::size_t> came_from(component.size(), Tree::none);
  std::queue<std::size_t> next({from});
  came_from[from] = from;
  while (!next.empty() && came_from[to] == Tree::none) {
    const std::size_t at = next.front();
    next.pop();
    for (auto [edge, end] = boost::out_edges(at, needs); edge != end; ++edge) {
      const std::size_t other = boost::target(*edge, needs);
      if (component[other] != component[from] || came_from[other] != Tree::none) continue;
      came_from[other] = at;
      next.push(other);
    }
  }
  std::vector<std::size_t> way{to};
  while (way.back() != from) way.push_back(came_from[way.back()]);
  return {way.rbegin(), way.rend()};
}

std::string in_words(const Subject& subject, const std::vector<std::size_t>& circle) {
  constexpr std::size_t shown = 12;
  std::string text;
  for (std::size_t i = 0; i < circle.size(); ++i) {
    if (i == shown && circle.size() > shown + 1) {
      text += "… → ";
      i = circle.size() - 1;
    }
    text += excerpt(subject.framework.nodes[circle[i]].code) + " → ";
  }
  return text + excerpt(subject.framework.nodes[circle.front()].code);
}

bool is_ancestor(const Tree& tree, std::size_t ancestor, std::size_t node) {
  return ancestor <= node && node < tree.end[ancestor];
}

/// One report for each different circle that the references close, with a bound on the work.
void check_circles(const Subject& subject, const std::vector<Reference>& references, Report& report) {
  constexpr std::size_t most_searches = 100;
  const Graph needs = graph_of(subject, references);
  std::vector<std::size_t> component(subject.tree.size());
  boost::strong_components(
      needs, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, needs)));
  std::set<std::vector<std::size_t>> reported;
  std::size_t searches = 0;
  for (const Reference& reference : references) {
    if (component[reference.later()] != component[reference.earlier()]) continue;
    // What a node needs of those below it, it needs anyway: such a reference closes no circle of its own.
    const bool needed_anyway =
        reference.later() != reference.earlier() && is_ancestor(subject.tree, reference.later(), reference.earlier());
    if (needed_anyway) continue;
    if (++searches > most_searches) return;
    const std::vector<std::size_t> circle = shortest_way(needs, component, reference.earlier(), reference.later());
    std::vector<std::size_t> members = circle;
    std::sort(members.begin(), members.end());
    if (!reported.insert(std::move(members)).second) continue;
    report.at_pointer(subject.tree.pointer(reference.holder) + reference.member)
        .error_verbatim(messages::circular_reference, {in_words(subject, circle)});
  }
}

/// By node: the node with cycles that it lies strictly below; none elsewhere.
std::vector<std::size_t> enclosing_cycles(const Subject& subject) {
  std::vector<std::size_t> enclosing(subject.tree.size(), Tree::none);
  for (std::size_t i = 0; i < enclosing.size(); ++i) {
    const std::size_t parent = subject.tree.parent[i];
    if (parent == Tree::none) continue;
    enclosing[i] = enclosing[parent] != Tree::none          ? enclosing[parent]
                   : subject.framework.nodes[parent].cycles ? parent
                                                            : Tree::none;
  }
  return enclosing;
}

/// Inside cycles every copy refers to its own siblings, so only the branch, its head and what stands above can be
/// named; from outside, only the head.
void check_cycle_edges(const Subject& subject, const std::vector<Reference>& references, Report& report) {
  const std::vector<std::size_t> enclosing = enclosing_cycles(subject);
  const std::vector<Node>& nodes = subject.framework.nodes;
  for (const Reference& reference : references) {
    const std::size_t from = enclosing[reference.holder];
    const std::size_t to = enclosing[reference.named];
    // Every copy of the head carries the head's own ceilings and rules, so for these the head counts as inside.
    const bool from_head = nodes[reference.holder].cycles && to == reference.holder;
    const bool leaves = from != Tree::none && from != to && !is_ancestor(subject.tree, reference.named, from);
    const bool enters = to != Tree::none && from != to && !from_head;
    if (!leaves && !enters) continue;
    report.at_pointer(subject.tree.pointer(reference.holder) + reference.member)
        .error(messages::reference_into_cycles,
               {nodes[reference.holder].code, nodes[reference.named].code, nodes[enters ? to : from].code});
  }
}

}  // namespace

void check_dependencies(const Subject& subject, Report& report) {
  const std::vector<Reference> references = references_of(subject);
  check_circles(subject, references, report);
  check_cycle_edges(subject, references, report);
}

}  // namespace aedile::detail
