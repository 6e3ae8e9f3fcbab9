#include "assessment/mark_cells.h"

#include <algorithm>

namespace aedile::detail {

void MarkCells::set_aside(std::size_t cell) {
  const MarkSum here = of_word(cell);
  words_[cell] = 0;
  const std::lock_guard lock(mutex_);
  MarkSum& large = large_[cell];
  large.sum += here.sum;
  large.count += here.count;
}

void MarkCells::set(std::size_t cell, const MarkSum& total) {
  if (total.count <= most_) {
    words_[cell] = static_cast<std::uint64_t>(total.sum) << count_bits_ | total.count;
    large_.erase(cell);
  } else {
    words_[cell] = 0;
    large_[cell] = total;
  }
}

bool MarkCells::take_back(std::size_t cell, std::uint64_t above_lowest) {
  MarkSum now = total(cell);
  if (now.count == 0 || now.sum < above_lowest) return false;
  now.sum -= above_lowest;
  --now.count;
  if (now.sum > uint128{now.count} * range_) return false;
  set(cell, now);
  return true;
}

void MarkCells::merge(const MarkCells& other) {
  for (std::size_t cell = 0; cell < words_.size(); ++cell) {
    const std::uint64_t more = other.words_[cell];
    if ((words_[cell] & most_) + (more & most_) > most_) set_aside(cell);
    words_[cell] += more;
  }
  for (const auto& [cell, more] : other.large_) {
    MarkSum& large = large_[cell];
    large.sum += more.sum;
    large.count += more.count;
  }
}

bool operator==(const MarkCells& a, const MarkCells& b) {
  if (a.words_.size() != b.words_.size()) return false;
  if (a.large_.empty() && b.large_.empty()) return std::equal(a.words(), a.words() + a.size(), b.words());
  for (std::size_t cell = 0; cell < a.words_.size(); ++cell)
    if (a.total(cell) != b.total(cell)) return false;
  return true;
}

}  // namespace aedile::detail
