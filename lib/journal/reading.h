// Reading from a store with everything checked: what views and the writer have in common.
#pragma once

#include <string>
#include <vector>

#include "aedile/journal/journal.h"
#include "aedile/journal/store.h"

namespace aedile::detail {

/// Thrown where a hash of the tree is asked for and cannot be had; caught at the library's border.
struct Unreadable {
  Diagnostics problems;
};

class Reading {
 public:
  explicit Reading(const StoreReader& store) : store_(&store) {}

  const StoreReader& store() const { return *store_; }
  std::uint64_t size() const { return store_->head().frontier.size(); }
  Place place() const { return {store_->place(), 0, 0, {}}; }

  /// As JournalView::each.
  Diagnostics each(const EventVisitor& visit, std::uint64_t first, std::uint64_t last) const;
  Result<JournalEvent> event(std::uint64_t seq) const;
  /// The hash of any perfect subtree. Throws Unreadable.
  Hash subtree(unsigned level, std::uint64_t index) const;
  SubtreeHash subtrees() const {
    return [this](unsigned level, std::uint64_t index) { return subtree(level, index); };
  }
  /// The root of the first `size` events. Throws Unreadable.
  Hash root_at(std::uint64_t size) const {
    return size == this->size() ? store_->head().frontier.root() : tree_hash(size, subtrees());
  }
  /// Whether nothing is wrong with the snapshot; otherwise why it cannot be used. Throws Unreadable.
  const Message* fault_of(const JournalSnapshot& snapshot) const;

 private:
  Hash hash_of_leaves(std::uint64_t first, std::uint64_t count) const;
  [[noreturn]] void fail(const Message& message, std::vector<std::string> arguments) const;

  const StoreReader* store_;
};

/// What `work` returns, or the problems that kept it from it.
template <class T, class Work>
Result<T> readable(const Work& work) {
  try {
    return work();
  } catch (Unreadable& unreadable) {
    return std::move(unreadable.problems);
  }
}

/// Makes an event of a row, in memory that it has already.
void fill(JournalEvent& event, const EventRow& row, const Hash& commitment);

}  // namespace aedile::detail
