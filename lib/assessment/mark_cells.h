#pragma once
/// Sums of marks, one for each site, base period and mode: 64 bits that hold the number of marks and their sum, counted
/// from the lowest mark. The few with more marks than fit are kept apart.

#include <map>
#include <mutex>

#include "assessment/roll_up_tables.h"
#include "core/int128.h"
#include "core/large_array.h"

namespace aedile::detail {

/// What is in one cell, in steps of 10^-9 above the lowest mark.
struct MarkSum {
  uint128 sum = 0;
  std::uint64_t count = 0;
  friend bool operator==(const MarkSum&, const MarkSum&) = default;
};

class MarkCells {
 public:
  explicit MarkCells(const RollUpTables& tables)
      : range_(tables.range),
        count_bits_((64 - static_cast<int>(std::bit_width(tables.range))) / 2),
        most_((std::uint64_t{1} << count_bits_) - 1),
        words_(tables.cells()) {
    words_.clear();
  }
  MarkCells(const MarkCells& other)
      : range_(other.range_),
        count_bits_(other.count_bits_),
        most_(other.most_),
        words_(other.words_),
        large_(other.large_) {}
  MarkCells& operator=(const MarkCells&) = delete;

  std::size_t size() const { return words_.size(); }
  const std::uint64_t* words() const { return words_.data(); }
  int count_bits() const { return count_bits_; }

  /// Adds one mark. Different cells may be added to at the same time.
  void add(std::size_t cell, std::uint64_t above_lowest) {
    std::uint64_t word = words_[cell];
    if ((word & most_) == most_) [[unlikely]] {
      set_aside(cell);
      word = 0;
    }
    words_[cell] = word + (above_lowest << count_bits_ | 1);
  }
  /// False, with nothing changed, where such a mark cannot be in.
  bool take_back(std::size_t cell, std::uint64_t above_lowest);
  void merge(const MarkCells& other);

  MarkSum total(std::size_t cell) const {
    MarkSum total = of_word(cell);
    if (const auto found = large_.find(cell); found != large_.end()) {
      total.sum += found->second.sum;
      total.count += found->second.count;
    }
    return total;
  }
  /// Whether a cell of [first, last) has more than its word holds.
  bool any_large(std::size_t first, std::size_t last) const {
    const auto found = large_.lower_bound(first);
    return found != large_.end() && found->first < last;
  }

  friend bool operator==(const MarkCells& a, const MarkCells& b);

 private:
  MarkSum of_word(std::size_t cell) const { return {words_[cell] >> count_bits_, words_[cell] & most_}; }
  void set_aside(std::size_t cell);
  void set(std::size_t cell, const MarkSum& total);

  std::uint64_t range_;
  int count_bits_;
  std::uint64_t most_;  // marks in a word
  LargeArray<std::uint64_t> words_;
  std::map<std::size_t, MarkSum> large_;
  std::mutex mutex_;
};

}  // namespace aedile::detail

struct aedile::RollUpSums::Impl {
  explicit Impl(RollUp used) : roll_up(std::move(used)), cells(roll_up.impl().tables) {}
  Impl(const Impl&) = default;

  const detail::RollUpTables& tables() const { return roll_up.impl().tables; }
  /// Why the mark does not fit, or where it belongs.
  std::optional<MarkFault> locate(const SiteMark& mark, std::size_t& cell, std::uint64_t& above_lowest) const;
  MarkReport add(const MarkColumns& rows, const Executor& executor);

  RollUp roll_up;
  detail::MarkCells cells;
  std::uint64_t marks = 0;
};
