#pragma once
/// What tables of lines cannot say: vetoes and penalties of one visit, and rounding with an error.

#include "scoring/bulk_tables.h"

namespace aedile::detail {

/// A value in grains as a mark in steps of 10^-9; undecided within `error` grains of where the rounding changes.
struct RoundedGrains {
  std::int64_t mark = 0;
  bool decided = true;
};
RoundedGrains round_grains(std::int64_t value, std::uint64_t error, int shift, MarkRounding rounding);

/// Vetoes and penalties that a visit's findings fire, taken node by node from below.
class FiredAims {
 public:
  explicit FiredAims(const BulkTables& tables) : tables_(tables), totals_(tables.aims.size(), not_fired) {}

  bool any() const { return !fired_.empty(); }
  void add(std::uint32_t item, std::uint32_t code, std::uint32_t count);
  /// `losses`: of the items, in units, `moved` altogether. Adds to `loss`, by slot, and to its `error`; raises `grade`
  /// to the best one allowed. False where the numbers are too large.
  bool apply(const BulkProfile& profile, const std::uint32_t* losses, std::uint64_t moved, std::int64_t* loss,
             std::uint64_t& error, std::uint16_t& grade);
  void clear();

 private:
  struct Off {
    std::int64_t grains = 0;
    std::uint64_t error = 0;
  };
  bool take_off(std::size_t target, const BulkProfile& profile, const std::uint32_t* losses, std::uint64_t moved,
                std::uint16_t& grade);

  static constexpr std::int64_t not_fired = -1;
  const BulkTables& tables_;
  std::vector<std::int64_t> totals_;  // of penalties, by aim, in steps of 10^-9
  std::vector<std::size_t> fired_;    // aims, each once
  std::vector<Off> off_;              // by target
  bool too_large_ = false;
};

}  // namespace aedile::detail
