// The words that a framework declares: attributes with their values, attributes of visits, codes of nodes.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "aedile/framework/framework.h"
#include "core/report.h"

namespace aedile::detail {

/// Refers to the framework's texts, which must outlive it.
struct Words {
  struct Known {
    std::vector<std::string_view> list;  ///< in the order declared; empty: any text
    std::unordered_set<std::string_view> set;
    bool allows(std::string_view value) const { return list.empty() || set.contains(value); }
  };
  std::unordered_map<std::string_view, Known> attributes;
  std::unordered_set<std::string_view> visit_attributes;
  std::unordered_map<std::string_view, std::size_t> nodes;  ///< the first node of that code

  const Known* attribute(std::string_view name) const {
    const auto found = attributes.find(name);
    return found == attributes.end() ? nullptr : &found->second;
  }
  std::optional<std::size_t> node(std::string_view code) const {
    const auto found = nodes.find(code);
    return found == nodes.end() ? std::nullopt : std::optional(found->second);
  }
};

/// Reports duplicates, too many attributes, values that flags cannot have.
Words learn_words(const Framework& framework, Report& report);

}  // namespace aedile::detail
