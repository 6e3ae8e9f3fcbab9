#include "io/visit_index.h"

#include <algorithm>
#include <functional>

#include "aedile/core/exceptions.h"

namespace aedile::detail {

std::string_view IdTable::id(std::uint32_t number) const {
  const std::uint64_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(texts_).substr(begin, ends_[number] - begin);
}

/// The slot that holds the id, or the free one where it belongs.
std::size_t IdTable::slot_of(std::string_view id) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(id)&mask;
  while (slots_[slot] != no_visit && this->id(slots_[slot]) != id) slot = (slot + 1) & mask;
  return slot;
}

void IdTable::grow() {
  std::vector<std::uint32_t> old(slots_.empty() ? 64 : slots_.size() * 2, no_visit);
  old.swap(slots_);
  for (const std::uint32_t number : old) {
    if (number != no_visit) slots_[slot_of(id(number))] = number;
  }
}

std::uint32_t IdTable::add(std::string_view id) {
  if (ends_.size() >= no_visit - 1) throw ContractError("IdTable: more than 2^32 - 2 visits");
  if (std::size_t{used_} * 2 >= slots_.size()) grow();
  const std::size_t slot = slot_of(id);
  if (slots_[slot] != no_visit) {
    ends_.push_back(texts_.size());
    return slots_[slot];
  }
  texts_ += id;
  ends_.push_back(texts_.size());
  ++used_;
  return slots_[slot] = static_cast<std::uint32_t>(ends_.size() - 1);
}

void IdTable::add_nameless() { ends_.push_back(texts_.size()); }

std::uint32_t IdTable::find(std::string_view id) const { return slots_.empty() ? no_visit : slots_[slot_of(id)]; }

void FindingRuns::add(std::uint32_t visit, const CsvPosition& position) {
  if (!runs_.empty() && visit < runs_.back().visit) grouped_ = false;
  runs_.push_back({position.offset, position.line, visit});
}

void FindingRuns::finish() {
  if (grouped_) return;
  std::sort(runs_.begin(), runs_.end(), [](const FindingRun& a, const FindingRun& b) {
    return a.visit != b.visit ? a.visit < b.visit : a.offset < b.offset;
  });
}

}  // namespace aedile::detail
