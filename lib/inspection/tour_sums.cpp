#include "inspection/tour_sums.h"

namespace aedile::detail {

TourSums::Sum& TourSums::Sum::operator+=(const Sum& other) {
  seconds += other.seconds;
  metres += other.metres;
  return *this;
}

/// Sums may pass below 0 on the way to a result that does not: unsigned numbers come back from there.
TourSums::Sum& TourSums::Sum::operator-=(const Sum& other) {
  seconds -= other.seconds;
  metres -= other.metres;
  return *this;
}

TourSums::Sum TourSums::way(std::size_t from, std::size_t to) const {
  if (to == nowhere) return {};
  return {problem_.seconds(from, to), problem_.metres(from, to)};
}

std::size_t TourSums::at(std::size_t place) const {
  if (place < order_->size()) return (*order_)[place];
  return problem_.options.return_to_start ? 0 : nowhere;
}

void TourSums::take(const Order& order) {
  order_ = &order;
  forth_.resize(order.size());
  back_.resize(order.size());
  Sum forth;
  Sum back;
  for (std::size_t i = 0; i < order.size(); ++i) {
    forth += way(before(i), order[i]);
    if (i != 0) back += way(order[i], order[i - 1]);
    forth_[i] = forth;
    back_[i] = back;
  }
  whole_ = forth;
  if (!order.empty()) whole_ += way(order.back(), at(order.size()));
}

TourScore TourSums::reversed(std::size_t first, std::size_t end) const {
  const std::size_t front = (*order_)[first];
  const std::size_t last = (*order_)[end - 1];
  Sum sum = whole_;
  sum += way(before(first), last);
  sum += back_[end - 1];
  sum += way(front, at(end));
  sum += forth_[first];
  sum -= way(before(first), front);
  sum -= back_[first];
  sum -= way(last, at(end));
  sum -= forth_[end - 1];
  return {0, sum.seconds, sum.metres};
}

TourScore TourSums::moved(std::size_t first, std::size_t length, std::size_t place, bool turned) const {
  const std::size_t end = first + length;
  const std::size_t front = (*order_)[first];
  const std::size_t last = (*order_)[end - 1];
  // Taken out, and the gap closed.
  Sum sum = whole_;
  sum += way(before(first), at(end));
  sum -= way(before(first), front);
  sum -= way(last, at(end));
  // Put between two stops of what remains.
  const std::size_t left = place <= first ? before(place) : (*order_)[place + length - 1];
  const std::size_t right = place < first ? (*order_)[place] : at(place + length);
  if (turned) {
    sum += back_[end - 1];
    sum += forth_[first];
    sum -= back_[first];
    sum -= forth_[end - 1];
  }
  sum += way(left, turned ? last : front);
  sum += way(turned ? front : last, right);
  sum -= way(left, right);
  return {0, sum.seconds, sum.metres};
}

}  // namespace aedile::detail
