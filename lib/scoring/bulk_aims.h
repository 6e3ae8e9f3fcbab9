#pragma once
/// What tables of lines cannot say: vetoes and penalties of one visit, and rounding with an error.

#include "core/int128.h"
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
  explicit FiredAims(const BulkTables& tables)
      : tables_(tables), totals_(tables.aims.size(), not_fired), off_(tables.targets.size()) {}

  bool any() const { return !fired_.empty(); }
  void add(std::uint32_t item, std::uint32_t code, std::uint32_t count);
  /// Takes off what they cost; raises `grade` to the best one allowed. False where the numbers are too large.
  struct Lost {
    const std::uint32_t* items;  // in units, by code
    std::uint64_t moved;         // units altogether
    std::int64_t* slots;         // in grains
    std::uint64_t error;         // of each slot, in grains
  };
  bool apply(const BulkProfile& profile, Lost& lost, std::uint16_t& grade);
  void clear();

 private:
  struct Off {
    std::int64_t grains = 0;
    std::uint64_t error = 0;
  };
  /// A target before its own aims.
  struct Value {
    int128 grains = 0;
    std::uint64_t error = 0;
    bool fits = true;
  };
  Value value_of(std::size_t target, const BulkProfile& profile, const Lost& lost) const;
  bool take_off(std::size_t target, const BulkProfile& profile, const Lost& lost, std::uint16_t& grade);

  static constexpr std::int64_t not_fired = -1;
  const BulkTables& tables_;
  std::vector<std::int64_t> totals_;  // of penalties, by aim, in steps of 10^-9
  std::vector<std::size_t> fired_;    // aims, each once
  std::vector<std::size_t> hit_;      // their targets, each once, those below others first
  std::vector<Off> off_;              // by target; nothing of those that are not hit
  bool too_large_ = false;
};

}  // namespace aedile::detail
