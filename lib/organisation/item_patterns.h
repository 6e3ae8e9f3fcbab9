// Codes of items, and beginnings of codes ended by "*": how exactly a list of them fits a code.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace aedile::detail {

/// "6.1.*" → "6.1."; nothing for a code as it stands.
inline std::optional<std::string_view> beginning_of(std::string_view pattern) {
  if (!pattern.ends_with('*')) return std::nullopt;
  return pattern.substr(0, pattern.size() - 1);
}

/// As in Fit::item: the code itself counts one more than all of its characters.
inline std::size_t item_fit(std::string_view pattern) {
  return pattern.ends_with('*') ? pattern.size() - 1 : pattern.size() + 1;
}

/// Refers to the texts it was made from.
class ItemPatterns {
 public:
  ItemPatterns() = default;
  explicit ItemPatterns(const std::vector<std::string>& patterns);

  /// The best fit of all patterns; 0 without patterns, nothing if none fits. Cost: O(different lengths of beginnings).
  std::optional<std::size_t> fit(std::string_view code) const;

 private:
  bool all_ = true;
  std::unordered_set<std::string_view> codes_;
  std::unordered_set<std::string_view> beginnings_;
  std::vector<std::size_t> lengths_;  ///< of the beginnings, the longest first
};

}  // namespace aedile::detail
