#pragma once
/// Visits that tables do not serve, scored one by one.

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

  /// Its rows are among [first, last) of the source; those that do not fit have been reported before.
  template <class Source>
  void score(Source& source, std::uint32_t visit, std::size_t first, std::size_t last, bool undecided) {
    findings_.clear();
    const ExpectedRow expected = visits_.expected(visit, columns_);
    for (std::size_t row = first; row < last; row += block_rows) {
      const std::size_t rows = std::min(block_rows, last - row);
      source.load(row, rows, block_);
      for (std::size_t i = 0; i < rows; ++i)
        if (block_.visit[i] == visit) add(expected, i);
    }
    undecided ? ++report_.undecided_visits : ++report_.general_visits;
    finish(visit, expected.profile);
  }

 private:
  void add(const ExpectedRow& expected, std::size_t i);
  void finish(std::uint32_t visit, std::uint32_t profile);

  const CompiledFramework& framework_;
  const BulkLayout& layout_;
  const BulkVisits& visits_;
  const RowColumns& columns_;
  ScorerPool& scorers_;
  BulkReport& report_;
  std::unique_ptr<Scorer> scorer_;  // taken when first needed
  Scorecard card_;
  std::vector<Finding> findings_;
  RowBlock block_{};
};

}  // namespace aedile::detail
