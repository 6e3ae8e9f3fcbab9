#pragma once
/// A framework written in C++, checked by the same validator as a file.
///
///   Result<Framework> built = FrameworkBuilder("demo", "2026")
///     .attribute("severity", {"minor", "serious"})
///     .root("total", "Total", [](NodeBuilder& total) {
///        total.item("1", "Street is clean", "6").rule(Deduction{.each = {.points = Points::of(2)}});
///        total.item("2", "Signs are lit", "4").rule(WholeItem{});
///     })
///     .build();
///
/// Numbers are given as text ("84.5") or as Points; bad numbers are problems of the framework like any other. The
/// builder throws nothing; `build` returns all problems.
///
/// Each function sets the member of the same name of framework.h's Node or Framework, where its meaning, range and
/// default stand. Called again it replaces what was set; supporting, tag, rule, ceiling, grade, attribute,
/// visit_attribute and profile add one.

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "aedile/framework/framework.h"

namespace aedile {

class FrameworkBuilder;

/// One node under construction. A small handle, valid while its FrameworkBuilder lives and is not moved.
class NodeBuilder {
 public:
  /// Numbers as text. Errors, at `build`: bad_number, too_many_decimals, number_range.
  NodeBuilder& full_marks(std::string_view marks);
  NodeBuilder& weight(std::string_view weight);
  NodeBuilder& role(Role role);
  NodeBuilder& clause(LocalText text, std::string source = {});
  NodeBuilder& method(Method method);
  NodeBuilder& lead(std::string department);
  NodeBuilder& supporting(std::string department);
  NodeBuilder& tag(std::string tag);
  NodeBuilder& start(std::string_view marks);
  NodeBuilder& lowest(std::optional<Points> marks);  ///< nothing: no lower end
  NodeBuilder& highest(std::string_view marks);
  NodeBuilder& round(Rounding mode, int places);
  NodeBuilder& aggregation(Aggregation aggregation);
  NodeBuilder& rule(Rule rule);
  NodeBuilder& ceiling(Ceiling ceiling);
  NodeBuilder& grade(Grade grade);
  NodeBuilder& cycles(Cycles cycles);

  /// A child without children of its own; without full marks it is open-ended. Returns the child, for its rules.
  NodeBuilder item(std::string code, LocalText title, std::string_view full_marks = {});
  /// A child with children, which `fill` adds. Returns the child.
  NodeBuilder child(std::string code, LocalText title, const std::function<void(NodeBuilder&)>& fill);

 private:
  friend class FrameworkBuilder;
  NodeBuilder(FrameworkBuilder& owner, std::size_t node) : owner_(&owner), node_(node) {}
  Node& node();
  std::string place(std::string_view member) const;
  FrameworkBuilder* owner_;
  std::size_t node_;
};

/// A framework under construction.
class FrameworkBuilder {
 public:
  /// See Framework::id and Framework::edition.
  FrameworkBuilder(std::string id, std::string edition);
  FrameworkBuilder& title(LocalText title);
  FrameworkBuilder& source(std::string document);
  /// First and last day, both included; nothing: open.
  FrameworkBuilder& valid(std::optional<Date> from, std::optional<Date> until);
  FrameworkBuilder& marks(Rounding mode, int places);
  /// From now on every item needs a lead.
  FrameworkBuilder& owners_required();
  /// Without values: any text.
  FrameworkBuilder& attribute(std::string name, std::initializer_list<std::string> values = {}, LocalText title = {});
  FrameworkBuilder& attribute(Attribute attribute);
  FrameworkBuilder& visit_attribute(std::string name, LocalText title = {});
  FrameworkBuilder& profile(Profile profile);
  /// The total, which `fill` gives its children.
  FrameworkBuilder& root(std::string code, LocalText title, const std::function<void(NodeBuilder&)>& fill);
  /// The framework, or every problem of it at its JSON pointer. Errors: those of numbers, and all of `validate`.
  Result<Framework> build() const;

 private:
  friend class NodeBuilder;
  NodeBuilder append(std::optional<std::size_t> parent, std::string code, LocalText title);
  Framework framework_;
  Diagnostics problems_;
};

}  // namespace aedile
