#include "aedile/framework/builder.h"

namespace aedile {

namespace {

/// Reads a number given as text; what is wrong with it is a problem at its place, which is worked out only then.
template <class Number, class PlaceOf>
std::optional<Number> read(std::string_view text, PlaceOf place_of, Diagnostics& problems) {
  const Result<Number> number = Number::parse(text);
  if (number) return *number;
  for (Diagnostic problem : number.diagnostics()) {
    problem.place.pointer = place_of();
    problems.add(std::move(problem));
  }
  return std::nullopt;
}

/// The nodes in document order: a builder may come back to a node after its younger siblings were begun, a framework
/// lists each node's whole branch before the next sibling.
std::vector<Node> in_document_order(const std::vector<Node>& nodes) {
  std::vector<std::vector<std::size_t>> children(nodes.size());
  std::vector<std::size_t> waiting;  // a stack, the next node at its back
  for (std::size_t i = nodes.size(); i-- > 0;) {
    if (nodes[i].parent) {
      children[*nodes[i].parent].push_back(i);
    } else {
      waiting.push_back(i);
    }
  }
  std::vector<Node> ordered;
  std::vector<std::size_t> place(nodes.size());
  ordered.reserve(nodes.size());
  while (!waiting.empty()) {
    const std::size_t i = waiting.back();
    waiting.pop_back();
    place[i] = ordered.size();
    ordered.push_back(nodes[i]);
    if (nodes[i].parent) ordered.back().parent = place[*nodes[i].parent];
    waiting.insert(waiting.end(), children[i].begin(), children[i].end());
  }
  return ordered;
}

}  // namespace

Node& NodeBuilder::node() { return owner_->framework_.nodes[node_]; }

std::string NodeBuilder::place(std::string_view member) const {
  return pointer_to(owner_->framework_, node_).append("/").append(member);
}

NodeBuilder& NodeBuilder::full_marks(std::string_view marks) {
  node().full_marks = read<Points>(
      marks, [&] { return place("full_marks"); }, owner_->problems_);
  return *this;
}

NodeBuilder& NodeBuilder::weight(std::string_view weight) {
  if (const auto number = read<Weight>(
          weight, [&] { return place("weight"); }, owner_->problems_))
    node().weight = *number;
  return *this;
}

NodeBuilder& NodeBuilder::role(Role role) {
  node().role = role;
  return *this;
}

NodeBuilder& NodeBuilder::clause(LocalText text, std::string source) {
  node().clause = std::move(text);
  node().clause_source = std::move(source);
  return *this;
}

NodeBuilder& NodeBuilder::method(Method method) {
  node().method = method;
  return *this;
}

NodeBuilder& NodeBuilder::lead(std::string department) {
  node().lead = std::move(department);
  return *this;
}

NodeBuilder& NodeBuilder::supporting(std::string department) {
  node().supporting.push_back(std::move(department));
  return *this;
}

NodeBuilder& NodeBuilder::tag(std::string tag) {
  node().tags.push_back(std::move(tag));
  return *this;
}

NodeBuilder& NodeBuilder::start(std::string_view marks) {
  node().start = read<Points>(
      marks, [&] { return place("start"); }, owner_->problems_);
  return *this;
}

NodeBuilder& NodeBuilder::lowest(std::optional<Points> marks) {
  node().lowest = marks;
  return *this;
}

NodeBuilder& NodeBuilder::highest(std::string_view marks) {
  node().highest = read<Points>(
      marks, [&] { return place("highest"); }, owner_->problems_);
  return *this;
}

NodeBuilder& NodeBuilder::round(Rounding mode, int places) {
  node().round = MarkRounding{mode, places};
  return *this;
}

NodeBuilder& NodeBuilder::aggregation(Aggregation aggregation) {
  node().aggregation = aggregation;
  return *this;
}

NodeBuilder& NodeBuilder::rule(Rule rule) {
  node().rules.push_back(std::move(rule));
  return *this;
}

NodeBuilder& NodeBuilder::ceiling(Ceiling ceiling) {
  node().ceilings.push_back(std::move(ceiling));
  return *this;
}

NodeBuilder& NodeBuilder::grade(Grade grade) {
  node().grades.push_back(std::move(grade));
  return *this;
}

NodeBuilder& NodeBuilder::cycles(Cycles cycles) {
  node().cycles = std::move(cycles);
  return *this;
}

NodeBuilder NodeBuilder::item(std::string code, LocalText title, std::string_view full_marks) {
  NodeBuilder item = owner_->append(node_, std::move(code), std::move(title));
  if (!full_marks.empty()) item.full_marks(full_marks);
  return item;
}

NodeBuilder NodeBuilder::child(std::string code, LocalText title, const std::function<void(NodeBuilder&)>& fill) {
  NodeBuilder child = owner_->append(node_, std::move(code), std::move(title));
  if (fill) fill(child);
  return child;
}

FrameworkBuilder::FrameworkBuilder(std::string id, std::string edition) {
  framework_.id = std::move(id);
  framework_.edition = std::move(edition);
}

NodeBuilder FrameworkBuilder::append(std::optional<std::size_t> parent, std::string code, LocalText title) {
  Node node;
  node.code = std::move(code);
  node.title = std::move(title);
  node.parent = parent;
  framework_.nodes.push_back(std::move(node));
  return NodeBuilder(*this, framework_.nodes.size() - 1);
}

FrameworkBuilder& FrameworkBuilder::title(LocalText title) {
  framework_.title = std::move(title);
  return *this;
}

FrameworkBuilder& FrameworkBuilder::source(std::string document) {
  framework_.source = std::move(document);
  return *this;
}

FrameworkBuilder& FrameworkBuilder::valid(std::optional<Date> from, std::optional<Date> until) {
  framework_.valid_from = from;
  framework_.valid_until = until;
  return *this;
}

FrameworkBuilder& FrameworkBuilder::marks(Rounding mode, int places) {
  framework_.marks = {mode, places};
  return *this;
}

FrameworkBuilder& FrameworkBuilder::owners_required() {
  framework_.owners_required = true;
  return *this;
}

FrameworkBuilder& FrameworkBuilder::attribute(std::string name, std::initializer_list<std::string> values,
                                              LocalText title) {
  Attribute attribute{std::move(name), std::move(title), {}};
  for (const std::string& value : values) attribute.values.push_back({value, {}});
  return this->attribute(std::move(attribute));
}

FrameworkBuilder& FrameworkBuilder::attribute(Attribute attribute) {
  framework_.attributes.push_back(std::move(attribute));
  return *this;
}

FrameworkBuilder& FrameworkBuilder::visit_attribute(std::string name, LocalText title) {
  framework_.visit_attributes.push_back({std::move(name), std::move(title)});
  return *this;
}

FrameworkBuilder& FrameworkBuilder::profile(Profile profile) {
  framework_.profiles.push_back(std::move(profile));
  return *this;
}

FrameworkBuilder& FrameworkBuilder::root(std::string code, LocalText title,
                                         const std::function<void(NodeBuilder&)>& fill) {
  NodeBuilder root = append(std::nullopt, std::move(code), std::move(title));
  if (fill) fill(root);
  return *this;
}

Result<Framework> FrameworkBuilder::build() const {
  Framework built = framework_;
  built.nodes = in_document_order(framework_.nodes);
  Diagnostics problems = problems_;
  problems.append(validate(built));
  if (problems.has_errors()) return problems;
  return {std::move(built), std::move(problems)};
}

}  // namespace aedile
