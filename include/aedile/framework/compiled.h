#pragma once
/// The running form of a framework: immutable, flat, addressed by index, shared by every evaluator and thread.
///
///   Result<CompiledFramework> compiled = compile(framework);
///   NodeId item = *compiled->find("1.2.3");
///   compiled->full_marks(item);
///   const Applicability& park = *compiled->profile("park");
///
/// Copies share the same data. Nodes are numbered level by level, so that the children of a node are consecutive; a
/// node with cycles appears as itself with one child per cycle, "code@value".

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/framework/custom_rule.h"
#include "aedile/framework/framework.h"
#include "aedile/framework/observation.h"

namespace aedile {

namespace detail {
struct Program;
}

/// Which items apply: one bit per node; a node applies if an item below it does. A small value, shared.
class Applicability {
 public:
  /// The id must be one of its framework's; it is not checked.
  bool applies(NodeId node) const { return (*bits_)[node.index()]; }
  /// Equal for copies; distinguishes profiles cheaply.
  const void* identity() const { return bits_.get(); }
  std::size_t size() const { return bits_->size(); }  ///< nodes of its framework
  friend bool operator==(const Applicability& a, const Applicability& b) { return *a.bits_ == *b.bits_; }

 private:
  friend class CompiledFramework;
  explicit Applicability(std::vector<bool> bits) : bits_(std::make_shared<const std::vector<bool>>(std::move(bits))) {}
  std::shared_ptr<const std::vector<bool>> bits_;
};

/// A framework ready to score; copying costs O(1). Functions that take a node throw ContractError for an id outside the
/// framework.
class CompiledFramework {
 public:
  const Framework& source() const;  ///< the authoring form it was compiled from

  std::size_t size() const;  ///< number of nodes
  /// The total.
  NodeId root() const { return NodeId{0u}; }
  /// By code ("1.2.3", "health@2"); nothing if there is none. Cost: O(1).
  std::optional<NodeId> find(std::string_view code) const;
  /// Its code, with "@value" for a cycle copy.
  std::string_view code(NodeId node) const;
  /// The authoring node; for a cycle copy, the one it was copied from.
  const Node& node(NodeId node) const;
  NodeId parent(NodeId node) const;  ///< invalid for the root
  /// First child and their number; children are consecutive.
  NodeId first_child(NodeId node) const;
  std::size_t child_count(NodeId node) const;
  /// Has no children: observations are made on it.
  bool is_item(NodeId node) const { return child_count(node) == 0; }
  std::size_t item_count() const;  ///< nodes without children, cycle copies included
  /// Full marks, stated or derived; nothing for open-ended nodes.
  std::optional<Points> full_marks(NodeId node) const;
  /// Best first, as Scorecard::grade counts them; empty if it has none.
  std::span<const Grade> grades(NodeId node) const;
  /// The department that leads, inherited where the node names none; "" if nobody does.
  std::string_view lead(NodeId node) const;

  /// Attributes that findings may carry, in the order of AttributeCodes: the seven that always exist, then declared
  /// ones.
  std::span<const Attribute> attributes() const;
  /// Its position there, and in AttributeCodes.
  std::optional<std::size_t> find_attribute(std::string_view name) const;
  /// Names of the readings of an item, and the labels its letters or scale know, in the order of Reading::name and
  /// Reading::label.
  std::span<const std::string> readings(NodeId item) const;
  std::span<const std::string> labels(NodeId item) const;

  /// Everything applies.
  const Applicability& all() const;
  /// The profile of a class of site; nullptr if the framework has no such profile.
  const Applicability* profile(std::string_view site_class) const;
  /// A profile of the caller's own: these items, and inner nodes standing for the items below them.
  /// Throws ContractError for ids outside the framework.
  Applicability applicability(std::span<const NodeId> nodes) const;
  /// The items that `excluded` leaves. Throws ContractError for one of another framework.
  Applicability applicability_except(const Applicability& excluded) const;

  /// The implementation, for `lib/`.
  const detail::Program& program() const { return *program_; }

 private:
  friend Result<CompiledFramework> compile(Framework framework, const CustomRules& custom);
  explicit CompiledFramework(std::shared_ptr<const detail::Program> program) : program_(std::move(program)) {}
  std::shared_ptr<const detail::Program> program_;
};

/// Validates and compiles. Errors: everything `validate` reports, and custom rules that are unknown or refuse their
/// parameters. Cost: O(nodes · cycles + table cells).
Result<CompiledFramework> compile(Framework framework, const CustomRules& custom = {});

}  // namespace aedile
