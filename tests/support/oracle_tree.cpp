#include "support/oracle_tree.h"

#include <algorithm>
#include <stdexcept>

#include "support/oracle.h"

namespace aedile::test {

OracleTree::OracleTree(const Framework& framework, const VisitRecord& visit) : framework_(framework), visit_(visit) {
  place(0, nowhere, "", nowhere);
  applies_.resize(spots_.size());
}

std::size_t OracleTree::place(std::size_t node, std::size_t parent, const std::string& cycle, std::size_t cycle_node) {
  const Node& authored = framework_.nodes[node];
  const std::size_t spot = spots_.size();
  Spot made;
  made.code = cycle.empty() ? authored.code : authored.code + "@" + cycle;
  made.node = node;
  made.parent = parent;
  made.cycle = cycle;
  made.cycle_node = cycle_node;
  made.combines_cycles = authored.cycles && cycle.empty();
  made.role = authored.role;
  made.weight = fraction(authored.weight);
  spots_.push_back(made);
  if (made.combines_cycles) {
    for (const Cycles::Cycle& one : authored.cycles->cycles) {
      const std::size_t copy = place(node, spot, one.value, node);
      spots_[copy].role = Role::part;
      spots_[copy].weight = fraction(one.weight);
      spots_[spot].children.push_back(copy);
    }
  } else {
    place_children(spot);
  }
  return spot;
}

void OracleTree::place_children(std::size_t spot) {
  for (std::size_t child = 0; child < framework_.nodes.size(); ++child) {
    if (framework_.nodes[child].parent != std::optional(spots_[spot].node)) continue;
    const std::size_t made = place(child, spot, spots_[spot].cycle, spots_[spot].cycle_node);
    spots_[spot].children.push_back(made);
  }
}

bool OracleTree::is_below(std::size_t node, std::size_t ancestor) const {
  for (std::optional<std::size_t> at = node; at; at = framework_.nodes[*at].parent) {
    if (*at == ancestor) return true;
  }
  return false;
}

std::size_t OracleTree::target(std::size_t from, const std::string& code) const {
  std::string wanted = code;
  if (!spots_[from].cycle.empty()) {
    for (std::size_t node = 0; node < framework_.nodes.size(); ++node) {
      if (framework_.nodes[node].code == code && is_below(node, spots_[from].cycle_node)) {
        wanted = code + "@" + spots_[from].cycle;
      }
    }
  }
  for (std::size_t spot = 0; spot < spots_.size(); ++spot) {
    if (spots_[spot].code == wanted) return spot;
  }
  throw std::logic_error("oracle: no node " + wanted);
}

// --- what was seen where, and what applies ---

ItemObservations OracleTree::observed_at(std::size_t spot) const {
  const auto is_here = [&](const auto& record) {
    if (record.item != node_of(spot).code) return false;
    if (spots_[spot].cycle.empty()) return true;
    return attribute_of(record.attributes, framework_.nodes[spots_[spot].cycle_node].cycles->by) == spots_[spot].cycle;
  };
  ItemObservations seen;
  for (const FindingRecord& record : visit_.findings) {
    if (is_here(record)) seen.findings.push_back(&record);
  }
  for (const ReadingRecord& record : visit_.readings) {
    if (is_here(record)) seen.readings.push_back(&record);
  }
  for (const CheckRecord& record : visit_.checks) {
    if (is_here(record)) seen.checks.push_back(&record);
  }
  return seen;
}

bool OracleTree::profile_applies(std::size_t spot) const {
  if (!applies_[spot]) applies_[spot] = profile_lists(spot);
  return *applies_[spot];
}

bool OracleTree::profile_lists(std::size_t spot) const {
  if (!is_item(spot)) {
    return std::any_of(spots_[spot].children.begin(), spots_[spot].children.end(),
                       [&](std::size_t child) { return profile_applies(child); });
  }
  if (visit_.site_class.empty()) return true;
  for (const Profile& profile : framework_.profiles) {
    if (profile.site_class != visit_.site_class) continue;
    bool listed = false;
    for (const std::string& code : profile.nodes) {
      for (std::size_t node = 0; node < framework_.nodes.size(); ++node) {
        if (framework_.nodes[node].code == code && is_below(spots_[spot].node, node)) listed = true;
      }
    }
    return listed != profile.all_except;
  }
  throw OracleError("unknown_site_class");
}

bool OracleTree::branch_is(std::size_t spot, CheckResult result) const {
  for (std::size_t at = spot; at != nowhere; at = spots_[at].parent) {
    for (const CheckRecord* check : observed_at(at).checks) {
      if (!check->criterion.empty() || check->result != result) continue;
      // With cycles, a check that names its cycle speaks of that copy, and not of all of them together.
      const Node& node = node_of(at);
      if (spots_[at].combines_cycles && !attribute_of(check->attributes, node.cycles->by).empty()) continue;
      return true;
    }
  }
  return false;
}

std::optional<Fraction> OracleTree::full_marks(std::size_t spot) const {
  const Node& node = node_of(spot);
  if (node.full_marks) return fraction(*node.full_marks);
  if (is_item(spot)) return std::nullopt;
  if (spots_[spot].combines_cycles) return full_marks(spots_[spot].children.front());
  if (node.aggregation.by == Aggregator::sum) {
    std::optional<Fraction> sum;
    for (std::size_t child : spots_[spot].children) {
      if (spots_[child].role != Role::part) continue;
      if (const std::optional<Fraction> part = full_marks(child)) sum = sum.value_or(Fraction(0)) + *part;
    }
    return sum ? std::optional<Fraction>(*sum + fraction(node.aggregation.base)) : std::nullopt;
  }
  if (node.aggregation.basis == Basis::shares) return Fraction(100);
  return std::nullopt;
}

}  // namespace aedile::test
