#include "scoring/bulk_aims.h"

#include <algorithm>

namespace aedile::detail {

namespace {

constexpr std::int64_t most_grains = std::int64_t{1} << 62;

bool fits(int128 grains) { return grains < most_grains && grains > -most_grains; }

/// grains · ratio, and whether something was rounded away.
struct Weighed {
  std::int64_t grains = 0;
  bool inexact = false;
  bool fits = true;
};
Weighed weigh(std::int64_t grains, BulkRatio ratio) {
  const int128 product = int128{grains} * ratio.mantissa;
  const int128 whole = product >> ratio.shift;  // rounds down, whatever the sign
  Weighed weighed;
  weighed.inexact = (whole << ratio.shift) != product;
  weighed.fits = fits(whole);
  weighed.grains = weighed.fits ? static_cast<std::int64_t>(whole) : 0;
  return weighed;
}

/// What an error of the target is at a node above it, with the rounding of both the ratio and the product.
std::uint64_t weigh_error(std::uint64_t error, BulkRatio ratio, bool rounded) {
  const std::int64_t magnitude = ratio.mantissa < 0 ? -ratio.mantissa : ratio.mantissa;
  const int128 product = (int128{static_cast<std::int64_t>(error)} * magnitude) >> ratio.shift;
  const std::uint64_t there = error == 0 ? 0 : static_cast<std::uint64_t>(product) + 1;
  return there + (rounded ? 2 : 0);
}

}  // namespace

RoundedGrains round_grains(std::int64_t value, std::uint64_t error, int shift, MarkRounding rounding) {
  std::int64_t step = std::int64_t{1} << shift;  // in grains: at most 2^30 · 10^9
  std::int64_t scale = 1;
  for (int place = rounding.places; place < 9; ++place) scale *= 10;
  step *= scale;
  const bool negative = value < 0;
  const auto magnitude = static_cast<std::uint64_t>(negative ? -value : value);
  // A division costs more than all the rest.
  const std::uint64_t whole = scale == 1 ? magnitude >> shift : magnitude / static_cast<std::uint64_t>(step);
  const std::uint64_t rest = magnitude - whole * static_cast<std::uint64_t>(step);
  const std::uint64_t half = static_cast<std::uint64_t>(step) / 2;  // a step is even
  bool away = false, decided = true;
  switch (rounding.mode) {
    case Rounding::half_up:
    case Rounding::half_even:
      decided = error == 0 || (rest > half ? rest - half : half - rest) > error;
      away = rest > half || (rest == half && (rounding.mode == Rounding::half_up || whole % 2 == 1));
      break;
    case Rounding::down:
    case Rounding::up:
    case Rounding::floor:
      decided = error == 0 || (rest > error && static_cast<std::uint64_t>(step) - rest > error);
      away = rest != 0 && (rounding.mode == Rounding::up || (rounding.mode == Rounding::floor && negative));
      break;
  }
  const auto rounded = static_cast<std::int64_t>(whole + (away ? 1 : 0)) * scale;
  return {negative ? -rounded : rounded, decided};
}

void FiredAims::add(std::uint32_t item, std::uint32_t code, std::uint32_t count) {
  for (std::size_t a = tables_.first_aim[item]; a < tables_.first_aim[item + 1]; ++a) {
    const BulkAim& aim = tables_.aims[a];
    if (aim.points[code] < 0) continue;
    if (totals_[a] == not_fired) {
      totals_[a] = 0;
      fired_.push_back(a);
      // Mostly one target or two.
      const auto place = std::lower_bound(hit_.begin(), hit_.end(), aim.target);
      if (place == hit_.end() || *place != aim.target) hit_.insert(place, aim.target);
    }
    const int128 total = totals_[a] + int128{aim.points[code]} * count;
    too_large_ |= !fits(total);
    totals_[a] = fits(total) ? static_cast<std::int64_t>(total) : 0;
  }
}

void FiredAims::clear() {
  for (const std::size_t a : fired_) totals_[a] = not_fired;
  for (const std::size_t t : hit_) off_[t] = {};
  fired_.clear();
  hit_.clear();
  too_large_ = false;
}

FiredAims::Value FiredAims::value_of(std::size_t t, const BulkProfile& profile, const Lost& lost) const {
  const BulkTarget& target = tables_.targets[t];
  const BulkTargetLine& line = profile.targets[t];
  // What the targets below have taken off is in the losses of slots by now.
  if (target.slot) return {int128{line.base} - lost.slots[*target.slot], lost.error};
  Value value{line.base, profile.exact ? 0 : (lost.moved >> 1) + 1};
  for (std::size_t i = 0; i < target.items.size(); ++i)
    value.grains -= int128{line.weights[i]} * lost.items[target.items[i]];
  for (std::size_t b = 0; b < target.below.size(); ++b) {
    const Off& off = off_[target.below[b]];
    if (off.grains == 0) continue;
    const Weighed weighed = weigh(off.grains, line.from_below[b]);
    value.fits = value.fits && weighed.fits;
    value.grains -= weighed.grains;
    value.error += weigh_error(off.error, line.from_below[b], weighed.inexact || !profile.exact);
  }
  return value;
}

bool FiredAims::take_off(std::size_t t, const BulkProfile& profile, const Lost& lost, std::uint16_t& grade) {
  const BulkTarget& target = tables_.targets[t];
  int128 penalty = 0;
  std::optional<std::int64_t> ceiling;
  for (const std::size_t a : fired_) {
    const BulkAim& aim = tables_.aims[a];
    if (aim.target != t) continue;
    if (aim.veto) {
      if (aim.ceiling) ceiling = std::min(*aim.ceiling, ceiling.value_or(*aim.ceiling));
      if (target.is_root && aim.grade != 0xFFFF) grade = std::max(grade, aim.grade);
    } else {
      penalty += std::min(totals_[a], aim.cap.value_or(totals_[a]));
    }
  }
  const int shift = tables_.shift;
  const Value value = value_of(t, profile, lost);
  int128 now = value.grains - (penalty << shift);
  if (penalty != 0 && target.lowest) now = std::max(now, int128{*target.lowest} << shift);
  if (ceiling) now = std::min(now, int128{*ceiling} << shift);
  if (!value.fits || !fits(value.grains - now)) return false;
  off_[t] = {static_cast<std::int64_t>(value.grains - now), value.error};
  return true;
}

bool FiredAims::apply(const BulkProfile& profile, Lost& lost, std::uint16_t& grade) {
  if (too_large_) return false;
  for (const std::size_t t : hit_) {
    const BulkTargetLine& line = profile.targets[t];
    if (!line.scored) continue;
    if (!take_off(t, profile, lost, grade)) return false;
    const Off& off = off_[t];
    if (off.grains == 0) continue;
    for (std::size_t s = 0; s < tables_.slots.size(); ++s) {
      if (line.to_slots[s].mantissa == 0) continue;
      // What a target below has taken off the slot already is part of this one's value, not of its `off`.
      const Weighed weighed = weigh(off.grains, line.to_slots[s]);
      const int128 sum = int128{lost.slots[s]} + weighed.grains;
      if (!weighed.fits || !fits(sum)) return false;
      lost.slots[s] = static_cast<std::int64_t>(sum);
      lost.error += weigh_error(off.error, line.to_slots[s], weighed.inexact || !profile.exact);
    }
  }
  return true;
}

}  // namespace aedile::detail
