// What a move makes of a tour, from sums along it, without walking it: where no stop has hours a tour is as good as its
// ways are short, and a move changes three or four of these.
#pragma once

#include <vector>

#include "inspection/route_problem.h"

namespace aedile::detail {

/// Sums of one order, there and back, since ways need not be as long in both directions.
class TourSums {
 public:
  explicit TourSums(const RouteProblem& problem) : problem_(problem) {}

  /// To be called first, and whenever the order has changed. The order must outlive the questions.
  void take(const Order& order);

  /// The tour with the stops from `first` up to `end` turned round; by at least two.
  TourScore reversed(std::size_t first, std::size_t end) const;
  /// The tour with `length` stops from `first` on taken out, perhaps turned round, and put before what is then the stop
  /// number `place`.
  TourScore moved(std::size_t first, std::size_t length, std::size_t place, bool turned) const;

 private:
  struct Sum {
    std::uint64_t seconds = 0;
    std::uint64_t metres = 0;
    Sum& operator+=(const Sum& other);
    Sum& operator-=(const Sum& other);
  };
  static constexpr std::size_t nowhere = SIZE_MAX;  ///< where a tour ends that does not return

  Sum way(std::size_t from, std::size_t to) const;
  std::size_t before(std::size_t place) const { return place == 0 ? 0 : (*order_)[place - 1]; }
  std::size_t at(std::size_t place) const;

  const RouteProblem& problem_;
  const Order* order_ = nullptr;
  Sum whole_;
  std::vector<Sum> forth_;  ///< of each stop: the ways up to it, from the start
  std::vector<Sum> back_;   ///< of each stop: the ways from it back to the first one
};

}  // namespace aedile::detail
