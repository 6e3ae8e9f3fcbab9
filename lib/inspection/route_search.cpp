#include "inspection/route_search.h"

#include <algorithm>
#include <tuple>

namespace aedile::detail {

RouteSearch::RouteSearch(const RouteProblem& route)
    : problem(route),
      has_hours(std::any_of(route.stops.begin(), route.stops.end(), [](const Stop* stop) { return stop->hours; })),
      sums(route) {}

TourStep TourClock::go(std::size_t stop) {
  const Stop& place = *problem.stops[stop];
  score.seconds += problem.seconds(at, stop);
  score.metres += problem.metres(at, stop);
  TourStep step{problem.positions[stop], time + problem.seconds(at, stop), 0, 0, 0};
  step.begin = step.arrive;
  if (place.hours) {
    step.begin = std::max<std::uint64_t>(step.begin, place.hours->open);
    if (step.begin > place.hours->close) step.late = step.begin - place.hours->close;
  }
  step.leave = step.begin + place.stay_seconds;
  score.lateness += step.late;
  time = step.leave;
  at = stop;
  return step;
}

TourStep TourClock::go_home() {
  score.seconds += problem.seconds(at, 0);
  score.metres += problem.metres(at, 0);
  time += problem.seconds(at, 0);
  at = 0;
  return {problem.positions[0], time, time, time, 0};
}

TourScore RouteSearch::score_of(const Order& order) const {
  TourClock clock(problem);
  for (const std::size_t stop : order) clock.go(stop);
  if (problem.options.return_to_start) clock.go_home();
  return clock.score;
}

/// Takes the candidate if it is better.
bool RouteSearch::try_order(Order& order, TourScore& score, Order& candidate) {
  const TourScore other = score_of(candidate);
  if (!(other < score)) return false;
  score = other;
  std::swap(order, candidate);
  sums.take(order);
  return true;
}

/// 2-opt: each stretch turned round.
bool RouteSearch::try_reversals(Order& order, TourScore& score) {
  bool better = false;
  Order candidate;
  for (std::size_t first = 0; first < order.size(); ++first) {
    for (std::size_t end = first + 2; end <= order.size() && !limited(); ++end) {
      ++looked_at;
      if (!has_hours && !(sums.reversed(first, end) < score)) continue;
      candidate = order;
      std::reverse(candidate.begin() + static_cast<std::ptrdiff_t>(first),
                   candidate.begin() + static_cast<std::ptrdiff_t>(end));
      better |= try_order(order, score, candidate);
    }
  }
  return better;
}

/// Or-opt: each stretch of one, two or three stops moved elsewhere, also turned round.
bool RouteSearch::try_moves(Order& order, TourScore& score) {
  bool better = false;
  Order rest;
  Order candidate;
  for (std::size_t length = 1; length <= 3; ++length) {
    for (std::size_t first = 0; first + length <= order.size(); ++first) {
      for (std::size_t place = 0; place + length <= order.size(); ++place) {
        for (const bool turned : {false, true}) {
          if (limited()) return better;
          if ((place == first && !turned) || (length == 1 && turned)) continue;
          ++looked_at;
          if (!has_hours && !(sums.moved(first, length, place, turned) < score)) continue;
          const auto begin = order.begin() + static_cast<std::ptrdiff_t>(first);
          Order moved(begin, begin + static_cast<std::ptrdiff_t>(length));
          if (turned) std::reverse(moved.begin(), moved.end());
          rest.assign(order.begin(), begin);
          rest.insert(rest.end(), begin + static_cast<std::ptrdiff_t>(length), order.end());
          candidate = rest;
          candidate.insert(candidate.begin() + static_cast<std::ptrdiff_t>(place), moved.begin(), moved.end());
          better |= try_order(order, score, candidate);
        }
      }
    }
  }
  return better;
}

void RouteSearch::improve(Order& order, TourScore& score) {
  sums.take(order);
  while (!limited()) {
    const bool reversed = try_reversals(order, score);
    const bool moved = try_moves(order, score);
    if (!reversed && !moved) return;
  }
}

Order RouteSearch::improved() {
  Order best;
  TourScore best_score;
  for (Order& order : first_tours(problem)) {
    ++looked_at;
    TourScore order_score = score_of(order);
    improve(order, order_score);
    if (best.empty() || order_score < best_score || (order_score == best_score && order < best)) {
      best = std::move(order);
      best_score = order_score;
    }
    if (limited()) break;
  }
  return best;
}

namespace {

/// All orders, depth first, leaving a beginning as soon as it cannot become as good as what is known.
class AllOrders {
 public:
  AllOrders(const RouteProblem& problem, Order known, TourScore score)
      : problem_(problem), best_(std::move(known)), best_score_(score), nearest_(problem.stops.size(), 0) {
    for (std::size_t to = 0; to < nearest_.size(); ++to) {
      std::uint32_t least = UINT32_MAX;
      for (std::size_t from = 0; from < nearest_.size(); ++from) {
        if (from != to) least = std::min(least, problem.seconds(from, to));
      }
      nearest_[to] = least;
    }
    for (std::size_t stop = 1; stop < nearest_.size(); ++stop) {
      rest_.push_back(stop);
      to_come_ += nearest_[stop];
    }
    if (problem.options.return_to_start) to_come_ += nearest_[0];
  }

  Order best() {
    extend(TourClock(problem_));
    return std::move(best_);
  }

 private:
  void extend(const TourClock& clock) {
    if (rest_.empty()) {
      finish(clock);
      return;
    }
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      const std::size_t stop = rest_[i];
      TourClock next = clock;
      next.go(stop);
      const TourScore bound{next.score.lateness, next.score.seconds + to_come_ - nearest_[stop], 0};
      if (std::tie(bound.lateness, bound.seconds) > std::tie(best_score_.lateness, best_score_.seconds)) continue;
      rest_.erase(rest_.begin() + static_cast<std::ptrdiff_t>(i));
      to_come_ -= nearest_[stop];
      order_.push_back(stop);
      extend(next);
      order_.pop_back();
      to_come_ += nearest_[stop];
      rest_.insert(rest_.begin() + static_cast<std::ptrdiff_t>(i), stop);
    }
  }

  void finish(TourClock clock) {
    if (problem_.options.return_to_start) clock.go_home();
    if (clock.score < best_score_ || (clock.score == best_score_ && order_ < best_)) {
      best_ = order_;
      best_score_ = clock.score;
    }
  }

  const RouteProblem& problem_;
  Order best_;
  TourScore best_score_;
  std::vector<std::uint64_t> nearest_;  ///< the shortest way to each stop
  std::uint64_t to_come_ = 0;           ///< the sum of these over the rest
  Order order_;
  Order rest_;  ///< in rising order, so that the first of equal tours is met first
};

}  // namespace

Order RouteSearch::best(Order known) const {
  const TourScore score = score_of(known);
  return AllOrders(problem, std::move(known), score).best();
}

}  // namespace aedile::detail
