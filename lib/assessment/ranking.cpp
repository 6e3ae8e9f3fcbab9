/// Ranks by sorting what is published, a column at a time.

#include "aedile/assessment/ranking.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "assessment/divisor.h"
#include "core/large_array.h"

namespace aedile {
namespace detail {
namespace {

constexpr std::size_t small_column = 256;  // below that, comparing is faster than counting
constexpr int digit_bits = 11, most_digits = 6;

/// Sorts records by their bits [shift, shift + bits), stable, from one of two arrays into either. Returns the one that
/// holds them.
std::uint64_t* sort_by_digits(std::uint64_t* records, std::uint64_t* other, std::size_t number, int shift, int bits) {
  const int digits = std::max(1, (bits + digit_bits - 1) / digit_bits);
  const int width = (bits + digits - 1) / digits;
  const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
  std::array<std::array<std::uint32_t, std::size_t{1} << digit_bits>, most_digits> places;
  for (int d = 0; d < digits; ++d) std::fill_n(places[static_cast<std::size_t>(d)].begin(), mask + 1, 0U);
  for (std::size_t i = 0; i < number; ++i)
    for (int d = 0; d < digits; ++d) ++places[static_cast<std::size_t>(d)][records[i] >> (shift + d * width) & mask];
  for (int d = 0; d < digits; ++d) {
    auto& place = places[static_cast<std::size_t>(d)];
    std::uint32_t before = 0;
    for (std::size_t k = 0; k <= mask; ++k) before += std::exchange(place[k], before);
    for (std::size_t i = 0; i < number; ++i) other[place[records[i] >> (shift + d * width) & mask]++] = records[i];
    std::swap(records, other);
  }
  return records;
}

/// Work space for columns, borrowed by tasks.
class RankingRoom {
 public:
  explicit RankingRoom(std::size_t units) : units_(units) {}
  using Space = LargeArray<std::uint64_t>;

  Space take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return Space(2 * units_);
    Space space = std::move(free_.back());
    free_.pop_back();
    return space;
  }
  void give_back(Space space) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(space));
  }

 private:
  std::size_t units_;
  std::mutex mutex_;
  std::vector<Space> free_;
};

class ColumnRanking {
 public:
  ColumnRanking(std::span<const Points> values, const Ranks& out, std::int64_t step)
      : values_(values), out_(out), step_(static_cast<std::uint64_t>(step)) {}

  /// space: two words a value.
  void run(std::uint64_t* space) {
    std::uint64_t* const steps = space + values_.size();
    measure(steps);
    if (number_ == 0) return;
    last_ = number_ == 1 ? Divisor(1) : Divisor(2 * std::uint64_t{number_ - 1});
    const auto highest = static_cast<std::uint64_t>(highest_);
    const int key_bits = static_cast<int>(std::bit_width(highest - static_cast<std::uint64_t>(lowest_)));
    const int index_bits = static_cast<int>(std::bit_width(values_.size()));
    if (key_bits + index_bits > 64) {
      by_comparison();
      return;
    }
    std::size_t filled = 0;
    for (std::size_t u = 0; u < values_.size(); ++u)
      if (values_[u] != no_mark) space[filled++] = (highest - steps[u]) << index_bits | u;
    std::uint64_t* sorted = space;
    if (number_ < small_column)
      std::sort(space, space + number_);
    else
      sorted = sort_by_digits(space, steps, number_, index_bits, key_bits);
    const std::uint64_t index = (std::uint64_t{1} << index_bits) - 1;
    give([&](std::size_t i) { return sorted[i] >> index_bits; }, [&](std::size_t i) { return sorted[i] & index; });
  }

 private:
  /// The value in steps, by unit, how many have one, and from where to where; units without one are done.
  void measure(std::uint64_t* steps) {
    std::uint64_t uneven = 0;
    for (std::size_t u = 0; u < values_.size(); ++u) {
      if (values_[u] == no_mark) {
        if (!out_.ranks.empty()) out_.ranks[u] = no_rank;
        if (!out_.percentiles.empty()) out_.percentiles[u] = no_percentile;
        continue;
      }
      std::int64_t value = values_[u].scaled();
      if (step_.value() != 1) value = in_steps(value, uneven);
      steps[u] = static_cast<std::uint64_t>(value);
      ++number_;
      highest_ = std::max(highest_, value);
      lowest_ = std::min(lowest_, value);
    }
    if (uneven != 0) throw ContractError("rank: a value has more decimals than stated");
  }

  std::int64_t in_steps(std::int64_t value, std::uint64_t& uneven) const {
    const bool negative = value < 0;
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    const Divisor::Quotient steps = magnitude >> Divisor::most_bits == 0
                                        ? step_(magnitude)
                                        : Divisor::Quotient{magnitude / step_.value(), magnitude % step_.value()};
    uneven |= steps.rest;
    return negative ? -static_cast<std::int64_t>(steps.whole) : static_cast<std::int64_t>(steps.whole);
  }

  void by_comparison() {
    std::vector<std::pair<std::uint64_t, std::size_t>> sorted;
    for (std::size_t u = 0; u < values_.size(); ++u)
      if (values_[u] != no_mark)
        sorted.emplace_back(
            static_cast<std::uint64_t>(Points::max().scaled()) - static_cast<std::uint64_t>(values_[u].scaled()), u);
    std::sort(sorted.begin(), sorted.end());
    give([&](std::size_t i) { return sorted[i].first; }, [&](std::size_t i) { return sorted[i].second; });
  }

  template <class Key, class Unit>
  void give(Key key, Unit unit) {
    for (std::size_t i = 0; i < number_;) {
      std::size_t end = i + 1;
      while (end < number_ && key(end) == key(i)) ++end;
      const Factor percentile = percentile_of(number_ - end);
      for (std::size_t j = i; j < end; ++j) {
        if (!out_.ranks.empty()) out_.ranks[unit(j)] = static_cast<std::uint32_t>(i + 1);
        if (!out_.percentiles.empty()) out_.percentiles[unit(j)] = percentile;
      }
      i = end;
    }
  }

  /// 100 · smaller ÷ (number − 1), half up: twice of it and one more, cut off by twice the divisor.
  Factor percentile_of(std::size_t smaller) const {
    constexpr std::uint64_t hundred = 100 * Factor::unit;
    if (number_ == 1) return Factor::of(100);
    const uint128 twice = uint128{2 * hundred} * smaller + (number_ - 1);
    if (twice >> Divisor::most_bits == 0)
      return Factor::from_scaled(static_cast<std::int64_t>(last_(static_cast<std::uint64_t>(twice)).whole));
    return Factor::from_scaled(static_cast<std::int64_t>(divide(twice, last_.value()).quotient));
  }

  std::span<const Points> values_;
  Ranks out_;
  Divisor step_, last_;
  std::size_t number_ = 0;
  std::int64_t highest_ = Points::min().scaled(), lowest_ = Points::max().scaled();
};

template <class T>
std::span<T> piece(std::span<T> whole, std::size_t first, std::size_t size) {
  return whole.empty() ? whole : whole.subspan(first, size);
}

}  // namespace
}  // namespace detail

void rank_columns(std::span<const Points> values, std::span<const std::size_t> sizes, const Ranks& out, int places,
                  const Executor& executor) {
  if ((!out.ranks.empty() && out.ranks.size() != values.size()) ||
      (!out.percentiles.empty() && out.percentiles.size() != values.size()))
    throw ContractError("rank: an output has not one entry a value");
  if (places < 0 || places > Points::places) throw ContractError("rank: decimals must be 0 to 9");
  std::vector<std::size_t> first{0};
  std::size_t widest = 0;
  for (const std::size_t size : sizes) {
    if (size > values.size() - first.back()) throw ContractError("rank: the columns are longer than the values");
    first.push_back(first.back() + size);
    widest = std::max(widest, size);
  }
  if (first.back() != values.size()) throw ContractError("rank: the columns are shorter than the values");
  if (widest >= UINT32_MAX) throw ContractError("rank: too many values");
  std::int64_t step = 1;
  for (int p = places; p < Points::places; ++p) step *= 10;
  detail::RankingRoom room(widest);
  executor(sizes.size(), [&](std::size_t c) {
    const std::size_t begin = first[c], size = sizes[c];
    detail::RankingRoom::Space space = room.take();
    detail::ColumnRanking(values.subspan(begin, size),
                          {detail::piece(out.ranks, begin, size), detail::piece(out.percentiles, begin, size)}, step)
        .run(space.data());
    room.give_back(std::move(space));
  });
}

void rank(std::span<const Points> values, const Ranks& out, int places) {
  const std::size_t size = values.size();
  rank_columns(values, {&size, 1}, out, places);
}

}  // namespace aedile
