#pragma once
/// The last changes of live scores, which can be undone, and behind them those that were.

#include <vector>

#include "scoring/live_findings.h"

namespace aedile::detail {

struct LiveChange {
  FindingNumber finding = no_finding;
  std::uint32_t visit = no_visit;
  LiveState before{}, after{};

  /// In `before.place`: the finding came with this change.
  static constexpr std::uint32_t came_bit = std::uint32_t{1} << 30;
  LiveState was() const { return {before.place & ~came_bit, before.count}; }
  bool came() const { return (before.place & came_bit) != 0; }
};

class LiveHistory {
 public:
  explicit LiveHistory(std::size_t limit) : limit_(limit) {}

  std::size_t done() const { return done_; }
  std::size_t undone() const { return undone_; }

  /// Where the next change is to be written. Forgets what was undone and, where there is no more room, the oldest
  /// change.
  LiveChange& next() {
    undone_ = 0;
    if (limit_ == 0) return forgotten_;
    if (done_ == limit_) {
      LiveChange& oldest = ring_[first_];
      first_ = wrapped(first_ + 1);
      return oldest;
    }
    const std::size_t at = wrapped(first_ + done_++);
    if (at < made_) [[likely]]
      return ring_[at];
    ++made_;
    return ring_.emplace_back();
  }
  /// The change to be undone or redone, if there is one.
  const LiveChange* undo() {
    if (done_ == 0) return nullptr;
    ++undone_;
    return &ring_[wrapped(first_ + --done_)];
  }
  const LiveChange* redo() {
    if (undone_ == 0) return nullptr;
    --undone_;
    return &ring_[wrapped(first_ + done_++)];
  }

 private:
  std::size_t wrapped(std::size_t at) const { return at >= limit_ ? at - limit_ : at; }

  std::size_t limit_;
  std::vector<LiveChange> ring_;  // grows up to the limit
  LiveChange forgotten_;          // where nothing is kept
  std::size_t made_ = 0;          // its size
  std::size_t first_ = 0, done_ = 0, undone_ = 0;
};

}  // namespace aedile::detail
