#include "organisation/item_patterns.h"

#include <algorithm>
#include <functional>

namespace aedile::detail {

ItemPatterns::ItemPatterns(const std::vector<std::string>& patterns) : all_(patterns.empty()) {
  for (const std::string& pattern : patterns) {
    const auto beginning = beginning_of(pattern);
    if (!beginning) {
      codes_.insert(pattern);
    } else if (beginning->empty()) {
      all_ = true;
    } else if (beginnings_.insert(*beginning).second) {
      lengths_.push_back(beginning->size());
    }
  }
  std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
}

std::optional<std::size_t> ItemPatterns::fit(std::string_view code) const {
  if (codes_.contains(code)) return code.size() + 1;
  for (const std::size_t length : lengths_) {
    if (length <= code.size() && beginnings_.contains(code.substr(0, length))) return length;
  }
  return all_ ? std::optional<std::size_t>(0) : std::nullopt;
}

}  // namespace aedile::detail
