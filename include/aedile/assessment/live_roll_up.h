#pragma once
/// A roll-up that is corrected mark by mark, and always up to date.
///
///   LiveRollUp live(sums);                                    // what has been summed so far
///   live.take_back({.site = 17, .period = 0, .mode = 1, .mark = Points::of(70)});
///   live.add({.site = 17, .period = 0, .mode = 1, .mark = Points::of(75)});
///   live.published(2, 16, 0);                                 // the city's year, as if all had been rolled up again
///
/// A correction goes from the site to the root in the one period; a question looks at the periods that it is about.

#include "aedile/assessment/roll_up.h"

namespace aedile {

/// Sums and the values above them. A value; memory: that of the sums and 8 bytes for each site and base period.
class LiveRollUp {
 public:
  /// Cost: O(sums).
  explicit LiveRollUp(RollUpSums sums);
  LiveRollUp(const LiveRollUp&);
  LiveRollUp(LiveRollUp&&) noexcept;
  LiveRollUp& operator=(const LiveRollUp&);
  LiveRollUp& operator=(LiveRollUp&&) noexcept;
  ~LiveRollUp();

  const RollUpSums& sums() const;

  /// As RollUpSums. Cost: O(levels).
  std::optional<MarkFault> add(const SiteMark& mark);
  std::optional<MarkFault> take_back(const SiteMark& mark);

  /// What RollUpSums::roll_up writes at that position. Throws ContractError for what the scheme has not. Cost:
  /// O(periods that it is about), rarely O(sites below).
  Points mark(std::size_t level, std::size_t period, std::size_t unit) const;
  Points published(std::size_t level, std::size_t period, std::size_t unit) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aedile
