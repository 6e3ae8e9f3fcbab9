// One node, and what it carries besides rules.
#include "io/json/framework_read.h"
#include "io/json/messages.h"

namespace aedile::json {

void read(Reader& reader, Value value, MarkRounding& out) {
  ObjectReader object(reader, value);
  object.optional("rounding", out.mode);
  object.optional("places", out.places);
  object.finish();
}

void read(Reader& reader, Value value, Aggregation& out) {
  ObjectReader object(reader, value);
  object.optional("by", out.by);
  object.optional("basis", out.basis);
  object.optional("not_applicable", out.not_applicable);
  object.optional("not_observed", out.not_observed);
  object.optional("degenerate", out.degenerate);
  object.optional("part_sum", out.part_sum);
  object.optional("pass_at", out.pass_at);
  object.optional("base", out.base);
  object.finish();
}

void read(Reader& reader, Value value, Grade& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.optional("title", out.title);
  read_range(object, out.mark);
  object.finish();
}

void read(Reader& reader, Value value, MarkCondition& out) {
  ObjectReader object(reader, value);
  object.required("node", out.node);
  read_range(object, out.mark);
  object.finish();
}

void read(Reader& reader, Value value, Ceiling& out) {
  ObjectReader object(reader, value);
  object.required("when", out.when);
  object.optional("ceiling", out.ceiling);
  object.optional("grade", out.grade);
  object.finish();
}

void read(Reader& reader, Value value, Cycles::Cycle& out) {
  ObjectReader object(reader, value);
  object.required("value", out.value);
  object.required("weight", out.weight);
  object.finish();
}

void read(Reader& reader, Value value, Cycles& out) {
  ObjectReader object(reader, value);
  object.required("by", out.by);
  object.optional("not_observed", out.not_observed);
  object.required("cycles", out.cycles);
  object.finish();
}

namespace {

/// The only number for which null means something: no lower end.
void read_lowest(ObjectReader& object, std::optional<Points>& out) {
  const std::optional<Value> value = object.take("lowest");
  if (!value) return;
  if (value->is(Type::null)) {
    out.reset();
  } else {
    read(object.reader(), *value, out);
  }
}

}  // namespace

void read_node(Reader& reader, Value value, std::optional<std::size_t> parent, std::vector<Node>& out) {
  const std::size_t index = out.size();
  // It has its place among its siblings even if it cannot be read.
  out.emplace_back().parent = parent;
  Node node;
  node.parent = parent;
  ObjectReader object(reader, value);
  if (!object.is_object()) {
    return;
  }
  object.required("code", node.code);
  object.optional("title", node.title);
  object.optional("full_marks", node.full_marks);
  object.optional("weight", node.weight);
  object.optional("role", node.role);
  object.optional("clause", node.clause);
  object.optional("clause_source", node.clause_source);
  object.optional("method", node.method);
  object.optional("lead", node.lead);
  object.optional("supporting", node.supporting);
  object.optional("tags", node.tags);
  object.optional("start", node.start);
  read_lowest(object, node.lowest);
  object.optional("highest", node.highest);
  object.optional("round", node.round);
  object.optional("aggregation", node.aggregation);
  object.optional("rules", node.rules);
  object.optional("ceilings", node.ceilings);
  object.optional("grades", node.grades);
  object.optional("cycles", node.cycles);
  const std::optional<Value> children = object.take("children");
  object.finish();
  out[index] = std::move(node);
  if (!children) return;
  if (!children->is(Type::array)) {
    reader.wrong_type(*children, messages::expected_list);
    return;
  }
  // Recursion is bounded by the document's max_nesting.
  for (const Value child : children->elements()) {
    if (reader.full()) return;
    read_node(reader, child, index, out);
  }
}

}  // namespace aedile::json
