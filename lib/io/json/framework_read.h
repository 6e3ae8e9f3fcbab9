// Readers of the parts of a framework and of an edition mapping; one source file a subject.
#pragma once

#include "aedile/framework/editions.h"
#include "aedile/framework/framework.h"
#include "io/json/reader.h"

namespace aedile::json {

inline constexpr std::string_view framework_format = "framework/1";
inline constexpr std::string_view edition_mapping_format = "edition_mapping/1";

// read_framework.cpp, read_mapping.cpp: `object` is the document's root, its key "aedile" read already
void read_framework(ObjectReader& object, Framework& out);
void read_edition_mapping(ObjectReader& object, EditionMapping& out);

// read_node.cpp
/// Appends the node and, in document order, everything below it.
void read_node(Reader& reader, Value value, std::optional<std::size_t> parent, std::vector<Node>& out);
void read(Reader& reader, Value value, MarkRounding& out);
void read(Reader& reader, Value value, Aggregation& out);
void read(Reader& reader, Value value, Grade& out);
void read(Reader& reader, Value value, MarkCondition& out);
void read(Reader& reader, Value value, Ceiling& out);
void read(Reader& reader, Value value, Cycles::Cycle& out);
void read(Reader& reader, Value value, Cycles& out);

// read_rule.cpp
void read(Reader& reader, Value value, Rule& out);

// read_per_occurrence.cpp
void read(Reader& reader, Value value, Filter& out);
void read(Reader& reader, Value value, PointsTable& out);
void read(Reader& reader, Value value, Modifier& out);
void read(Reader& reader, Value value, ScaleTable& out);
/// The keys of points per occurrence, which stand among those of the rule.
void read_per_occurrence(ObjectReader& object, PerOccurrence& out);

/// The edges of a range, which stand among the keys of the object that it belongs to.
template <class T>
void read_range(ObjectReader& object, Range<T>& out) {
  object.optional("at_least", out.at_least);
  object.optional("above", out.above);
  object.optional("at_most", out.at_most);
  object.optional("below", out.below);
}

}  // namespace aedile::json
