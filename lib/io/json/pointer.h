// From JSON pointers (RFC 6901), as validators write them, to values of a document.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/json/reader.h"

namespace aedile::json {

class PointerResolver {
 public:
  explicit PointerResolver(const Document& document) : document_(&document) {}

  struct Found {
    Value value;           ///< the one the pointer names, or the nearest above it that exists
    std::string rest;      ///< first name below `value` that does not exist; "" if everything does
    bool spoiled = false;  ///< a value on the way was reported already, or the missing one was
  };
  /// Cost: O(parts of the pointer), after O(children) once for each value on the way.
  Found find(std::string_view pointer, const Reader& reader);

 private:
  /// Direct parts by name: keys, or positions of elements.
  using Parts = std::unordered_map<std::string, std::uint32_t>;
  const Parts& parts_of(Value value);

  const Document* document_;
  std::unordered_map<std::uint32_t, Parts> parts_;
};

/// Gives each problem found by a validator its line and column, and leaves out those that repeat what reading has said.
Diagnostics placed(const Diagnostics& found, const Reader& reader);

}  // namespace aedile::json
