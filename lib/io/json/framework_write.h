// Writers of the parts of a framework and of an edition mapping; the sources are named like those of the readers.
#pragma once

#include "aedile/framework/editions.h"
#include "aedile/framework/framework.h"
#include "io/json/writer.h"

namespace aedile::json {

// write_framework.cpp
void write(Writer& json, const Framework& framework);
void write(Writer& json, const EditionMapping& mapping);

// write_node.cpp
/// nodes[0] and everything below it. Throws ContractError where the nodes form no tree under it.
void write_tree(Writer& json, const std::vector<Node>& nodes);
void write(Writer& json, const MarkRounding& rounding);

// write_rule.cpp
void write(Writer& json, const Rule& rule);
void write(Writer& json, const Filter& filter);
void write(Writer& json, const MarkCondition& condition);

template <class T>
void write_range(Writer& json, const Range<T>& range) {
  json.optional("at_least", range.at_least);
  json.optional("above", range.above);
  json.optional("at_most", range.at_most);
  json.optional("below", range.below);
}

}  // namespace aedile::json
