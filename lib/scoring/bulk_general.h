#pragma once
/// Visits that tables do not serve, scored one by one.

#include <algorithm>
#include <memory>
#include <mutex>

#include "scoring/bulk_visits.h"

namespace aedile::detail {

/// Scorers that tasks borrow: each has work space that is dear to make.
class ScorerPool {
 public:
  ScorerPool(const CompiledFramework& framework, ScoreOptions options) : framework_(framework), options_(options) {}
  std::unique_ptr<Scorer> take();
  void give_back(std::unique_ptr<Scorer> scorer);

 private:
  const CompiledFramework& framework_;
  ScoreOptions options_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Scorer>> free_;
};

class GeneralVisits {
 public:
  GeneralVisits(const CompiledFramework& framework, const BulkLayout& layout, const BulkVisits& visits,
                const RowColumns& columns, ScorerPool& scorers, BulkReport& report)
      : framework_(framework),
        layout_(layout),
        visits_(visits),
        columns_(columns),
        scorers_(scorers),
        report_(report) {}
  ~GeneralVisits() {
    if (scorer_) scorers_.give_back(std::move(scorer_));
  }
  GeneralVisits(const GeneralVisits&) = delete;
  GeneralVisits& operator=(const GeneralVisits&) = delete;

  /// Takes a visit, each behind the one before.
  void add(std::uint32_t visit, bool undecided) {
    undecided ? ++report_.undecided_visits : ++report_.general_visits;
    if (size_ == waiting_.size()) waiting_.emplace_back();
    waiting_[size_].expected = visits_.expected(visit, columns_);
    waiting_[size_++].visit = visit;
  }
  bool any() const { return size_ != 0; }

  /// Scores the visits that were taken. Their rows are among [first, last) of the source; those that do not fit have
  /// been reported before.
  template <class Source>
  void score(Source& source, std::size_t first, std::size_t last) {
    const std::uint32_t from = waiting_.front().visit, to = waiting_[size_ - 1].visit;
    for (std::size_t row = first; row < last; row += block_rows) {
      const std::size_t rows = std::min(block_rows, last - row);
      source.load(row, rows, block_);
      for (std::size_t i = 0; i < rows; ++i)
        if (block_.visit[i] >= from && block_.visit[i] <= to) take(i);
    }
    finish();
  }

 private:
  struct Waiting {
    std::uint32_t visit = 0;
    ExpectedRow expected{};
    std::vector<Finding> findings{};
  };

  void take(std::size_t i);
  void finish();
  void finish(Waiting& waiting);

  const CompiledFramework& framework_;
  const BulkLayout& layout_;
  const BulkVisits& visits_;
  const RowColumns& columns_;
  ScorerPool& scorers_;
  BulkReport& report_;
  std::unique_ptr<Scorer> scorer_;  // taken when first needed
  Scorecard card_;
  std::vector<Waiting> waiting_;  // the first `size_`, by visit; the rest keeps its room
  std::size_t size_ = 0;
  RowBlock block_{};
};

}  // namespace aedile::detail
