#include "aedile/framework/compiled.h"

#include "framework/program.h"

namespace aedile {

namespace {
const detail::NodeProgram& at(const detail::Program& program, NodeId node) {
  if (!node.valid() || node.index() >= program.nodes.size())
    throw ContractError("CompiledFramework: no node with that id");
  return program.nodes[node.index()];
}
}  // namespace

const Framework& CompiledFramework::source() const { return program_->framework; }
std::size_t CompiledFramework::size() const { return program_->nodes.size(); }
std::size_t CompiledFramework::item_count() const { return program_->item_count; }

std::optional<NodeId> CompiledFramework::find(std::string_view code) const {
  const auto found = program_->by_code.find(code);
  return found == program_->by_code.end() ? std::nullopt : std::optional(found->second);
}

std::string_view CompiledFramework::code(NodeId node) const { return at(*program_, node).code; }
const Node& CompiledFramework::node(NodeId node) const {
  return program_->framework.nodes[at(*program_, node).authored];
}
NodeId CompiledFramework::parent(NodeId node) const { return at(*program_, node).parent; }
NodeId CompiledFramework::first_child(NodeId node) const { return at(*program_, node).first_child; }
std::size_t CompiledFramework::child_count(NodeId node) const { return at(*program_, node).child_count; }
std::optional<Points> CompiledFramework::full_marks(NodeId node) const { return at(*program_, node).full; }
std::string_view CompiledFramework::lead(NodeId node) const { return at(*program_, node).lead; }

std::span<const Grade> CompiledFramework::grades(NodeId id) const {
  if (!at(*program_, id).graded) return {};
  return node(id).grades;
}

std::span<const Attribute> CompiledFramework::attributes() const { return program_->attributes; }

std::optional<std::size_t> CompiledFramework::find_attribute(std::string_view name) const {
  for (std::size_t i = 0; i < program_->attributes.size(); ++i)
    if (program_->attributes[i].name == name) return i;
  return std::nullopt;
}

std::span<const std::string> CompiledFramework::readings(NodeId item) const { return at(*program_, item).readings; }
std::span<const std::string> CompiledFramework::labels(NodeId item) const { return at(*program_, item).labels; }

const Applicability& CompiledFramework::all() const { return *program_->all; }

const Applicability* CompiledFramework::profile(std::string_view site_class) const {
  for (const auto& [name, applicability] : program_->profiles)
    if (name == site_class) return &applicability;
  return nullptr;
}

namespace {
/// An inner node applies if an item below it does. Nodes are numbered level by level: children come after parents.
void lift_to_parents(const detail::Program& program, std::vector<bool>& bits) {
  for (std::size_t i = program.nodes.size(); i-- > 0;)
    if (bits[i] && program.nodes[i].parent.valid()) bits[program.nodes[i].parent.index()] = true;
}
}  // namespace

Applicability CompiledFramework::applicability(std::span<const NodeId> nodes) const {
  std::vector<bool> named(size(), false);
  for (const NodeId node : nodes) {
    at(*program_, node);
    named[node.index()] = true;
  }
  std::vector<bool> bits(size(), false);
  for (std::size_t i = 0; i < size(); ++i) {
    const detail::NodeProgram& node = program_->nodes[i];
    if (node.parent.valid() && named[node.parent.index()]) named[i] = true;
    bits[i] = named[i] && node.child_count == 0;
  }
  lift_to_parents(*program_, bits);
  return Applicability(std::move(bits));
}

Applicability CompiledFramework::applicability_except(const Applicability& excluded) const {
  if (excluded.size() != size()) throw ContractError("CompiledFramework: an applicability of another framework");
  std::vector<bool> bits(size(), false);
  for (std::size_t i = 0; i < size(); ++i)
    bits[i] = program_->nodes[i].child_count == 0 && !excluded.applies(NodeId{i});
  lift_to_parents(*program_, bits);
  return Applicability(std::move(bits));
}

}  // namespace aedile
