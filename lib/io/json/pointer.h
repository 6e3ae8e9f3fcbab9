// From JSON pointers (RFC 6901), as validators write them, to values of a document.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/json/document.h"

namespace aedile::json {

class PointerResolver {
 public:
  explicit PointerResolver(const Document& document) : document_(&document) {}

  /// The values on the way from the root, as far as they exist: the root first, the one the pointer names last.
  struct Way {
    std::vector<Value> values;
    std::string missing;  ///< the first name that does not exist below the last value; "" if all do
    bool complete = true;
  };
  /// Cost: O(parts of the pointer), after O(children) once for each value on the way.
  Way find(std::string_view pointer);

 private:
  /// Direct parts by name: keys, or positions of elements.
  using Parts = std::unordered_map<std::string, std::uint32_t>;
  const Parts& parts_of(Value value);

  const Document* document_;
  std::unordered_map<std::uint32_t, Parts> parts_;
};

}  // namespace aedile::json
