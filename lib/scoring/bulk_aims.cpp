#include "scoring/bulk_aims.h"

#include <algorithm>
#include <bit>

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
  weighed.inexact = (static_cast<std::uint64_t>(product) & ((std::uint64_t{1} << ratio.shift) - 1)) != 0;
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

FiredAims::FiredAims(const BulkTables& tables)
    : tables_(tables),
      hits_(tables.targets.size()),
      hit_(tables.targets.size() / 64 + 1),
      totals_(tables.aims.size(), not_fired) {
  for (const BulkAim& aim : tables.aims) {
    const bool lowers_grade = aim.veto && tables.targets[aim.target].is_root && aim.grade != 0xFFFF;
    aims_.push_back({aim.points.data(), aim.veto ? aim.ceiling.value_or(no_ceiling) : no_ceiling,
                     static_cast<std::uint32_t>(aim.target), lowers_grade ? aim.grade : std::uint16_t{0},
                     !aim.veto && aim.cap.has_value()});
  }
}

template <class Take>
bool FiredAims::for_each_hit(Take take) const {
  for (std::size_t word = 0; word < hit_.size(); ++word)
    for (std::uint64_t bits = hit_[word]; bits != 0; bits &= bits - 1)
      if (!take(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)))) return false;
  return true;
}

void FiredAims::add(std::uint32_t item, std::uint32_t code, std::uint32_t count) {
  for (std::size_t a = tables_.first_aim[item]; a < tables_.first_aim[item + 1]; ++a) {
    const Aim& aim = aims_[a];
    const std::int64_t points = aim.points[code];
    if (points < 0) continue;
    hit_[aim.target / 64] |= std::uint64_t{1} << aim.target % 64;
    if (aim.capped) {
      add_capped(a, int128{points} * count);
      continue;
    }
    Hit& hit = hits_[aim.target];
    const int128 penalty = hit.penalty + int128{points} * count;  // of a veto: 0 points
    too_large_ |= !fits(penalty);
    hit.penalty = fits(penalty) ? static_cast<std::int64_t>(penalty) : 0;
    hit.ceiling = std::min(hit.ceiling, aim.ceiling);
    hit.grade = std::max(hit.grade, aim.grade);
  }
}

void FiredAims::add_capped(std::size_t aim, int128 points) {
  if (totals_[aim] == not_fired) {
    totals_[aim] = 0;
    capped_.push_back(aim);
  }
  const int128 total = totals_[aim] + points;
  too_large_ |= !fits(total);
  totals_[aim] = fits(total) ? static_cast<std::int64_t>(total) : 0;
}

void FiredAims::clear() {
  for_each_hit([this](std::size_t t) {
    hits_[t] = {};
    return true;
  });
  std::fill(hit_.begin(), hit_.end(), 0);
  for (const std::size_t a : capped_) totals_[a] = not_fired;
  capped_.clear();
  too_large_ = false;
}

int128 FiredAims::penalty_of(std::size_t t) const {
  int128 penalty = hits_[t].penalty;
  for (const std::size_t a : capped_)
    if (aims_[a].target == t) penalty += std::min(totals_[a], *tables_.aims[a].cap);
  return penalty;
}

FiredAims::Value FiredAims::value_of(std::size_t t, const BulkProfile& profile, const Lost& lost) const {
  const BulkTarget& target = tables_.targets[t];
  const BulkTargetLine& line = profile.targets[t];
  // What the targets below have taken off is in the losses of slots by now.
  if (target.slot) return {int128{line.base} - lost.slots[*target.slot], lost.error};
  std::int64_t grains = line.base;  // fits, as does that of a slot: the target's marks are below 2^61 grains
  for (std::size_t first = 0; first < line.items.size(); first += BulkTargetLine::group)
    for (std::size_t i = first; i < first + BulkTargetLine::group; ++i)
      grains -= line.items[i].weight * std::int64_t{lost.items[line.items[i].item]};
  Value value{grains, profile.exact ? 0 : (lost.moved >> 1) + 1};
  for (std::size_t b = 0; b < target.below.size(); ++b) {
    const Hit& below = hits_[target.below[b]];
    if (below.off == 0) continue;
    const Weighed weighed = weigh(below.off, line.from_below[b]);
    value.fits = value.fits && weighed.fits;
    value.grains -= weighed.grains;
    value.error += weigh_error(below.error, line.from_below[b], weighed.inexact || !profile.exact);
  }
  return value;
}

bool FiredAims::take_off(std::size_t t, const BulkProfile& profile, const Lost& lost) {
  const BulkTarget& target = tables_.targets[t];
  Hit& hit = hits_[t];
  const int128 penalty = penalty_of(t);
  const int shift = tables_.shift;
  const Value value = value_of(t, profile, lost);
  int128 now = value.grains - (penalty << shift);
  if (penalty != 0 && target.lowest) now = std::max(now, int128{*target.lowest} << shift);
  now = std::min(now, int128{hit.ceiling} << shift);
  if (!value.fits || !fits(value.grains - now)) return false;
  hit.off = static_cast<std::int64_t>(value.grains - now);
  hit.error = value.error;
  return true;
}

bool FiredAims::apply(const BulkProfile& profile, Lost& lost, std::uint16_t& grade) {
  if (too_large_) return false;
  return for_each_hit([&](std::size_t t) {
    const BulkTargetLine& line = profile.targets[t];
    if (!line.scored) return true;
    if (!take_off(t, profile, lost)) return false;
    const Hit& hit = hits_[t];
    grade = std::max(grade, hit.grade);
    if (hit.off == 0) return true;
    for (const auto& [slot, ratio] : line.to_slots) {
      // What a target below has taken off the slot already is part of this one's value, not of its `off`.
      const Weighed weighed = weigh(hit.off, ratio);
      const int128 sum = int128{lost.slots[slot]} + weighed.grains;
      if (!weighed.fits || !fits(sum)) return false;
      lost.slots[slot] = static_cast<std::int64_t>(sum);
      lost.error += weigh_error(hit.error, ratio, weighed.inexact || !profile.exact);
    }
    return true;
  });
}

}  // namespace aedile::detail
