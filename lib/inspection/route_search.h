// The search for the order of a tour's stops.
#pragma once

#include "inspection/tour_sums.h"

namespace aedile::detail {

/// Tours already looked at, against the limit.
struct RouteSearch {
  explicit RouteSearch(const RouteProblem& route);

  const RouteProblem& problem;
  const bool has_hours;  ///< then a tour must be walked to know how late it comes
  std::uint64_t looked_at = 0;
  TourSums sums;

  bool limited() const { return looked_at >= problem.options.move_limit; }
  TourScore score_of(const Order& order) const;
  /// By improvement of several first tours.
  Order improved();
  /// The best of all orders; `known` is one to begin with.
  Order best(Order known) const;

 private:
  void improve(Order& order, TourScore& score);
  bool try_reversals(Order& order, TourScore& score);
  bool try_moves(Order& order, TourScore& score);
  bool try_order(Order& order, TourScore& score, Order& candidate);
};

}  // namespace aedile::detail
