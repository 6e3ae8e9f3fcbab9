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
  explicit FiredAims(const BulkTables& tables);

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
  /// BulkAim with what it does not do as what changes nothing: a visit fires vetoes and penalties in no order that a
  /// processor could guess, and so they are all taken alike.
  struct Aim {
    const std::int64_t* points;  // by attribute code; −1: not fired
    std::int64_t ceiling;        // in steps of 10^-9
    std::uint32_t target;
    std::uint16_t grade;
    bool capped;
  };
  /// What the aims of a target ask for, in steps of 10^-9, and what they have taken off it.
  struct Hit {
    std::int64_t penalty = 0;  // of those without a cap
    std::int64_t ceiling = no_ceiling;
    std::uint16_t grade = 0;
    std::int64_t off = 0;  // in grains
    std::uint64_t error = 0;
  };
  /// A target before its own aims.
  struct Value {
    int128 grains = 0;
    std::uint64_t error = 0;
    bool fits = true;
  };
  void add_capped(std::size_t aim, int128 points);
  int128 penalty_of(std::size_t target) const;
  Value value_of(std::size_t target, const BulkProfile& profile, const Lost& lost) const;
  bool take_off(std::size_t target, const BulkProfile& profile, const Lost& lost);
  /// take(target) for those that are hit, those below others first, until one says false; whether none did.
  template <class Take>
  bool for_each_hit(Take take) const;

  static constexpr std::int64_t not_fired = -1;
  static constexpr std::int64_t no_ceiling = INT64_MAX;
  const BulkTables& tables_;
  std::vector<Aim> aims_;
  std::vector<Hit> hits_;             // by target
  std::vector<std::uint64_t> hit_;    // a bit a target
  std::vector<std::int64_t> totals_;  // of penalties with a cap, by aim, in steps of 10^-9
  std::vector<std::size_t> capped_;   // those that are fired, each once
  bool too_large_ = false;
};

}  // namespace aedile::detail
