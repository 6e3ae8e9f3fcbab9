/// The lines of each profile as tables in whole grains. A profile that has none goes to a Scorer whole.

#include "scoring/bulk_lines.h"

namespace aedile::detail {
namespace {

bool has_conditions(const Program& program) {
  return std::any_of(program.nodes.begin(), program.nodes.end(), [](const NodeProgram& node) {
    return !node.ceilings.empty() || std::any_of(node.rules.begin(), node.rules.end(),
                                                 [](const RuleProgram& rule) { return rule.gate.has_value(); });
  });
}

constexpr int least_shift = 8, most_shift = 30, grain_bits = 61;

const cpp_rational& unlimited(const cpp_rational& value) { return value; }

/// Lines turned into whole grains.
class Grains {
 public:
  Grains(int shift, BulkProfile& profile) : shift_(shift), profile_(profile) {}

  /// `units` times as many points, in grains; the nearest whole number, and which of two does not matter.
  std::int64_t whole(const cpp_rational& points, std::int64_t units) {
    const cpp_int divisor = denominator(points);
    cpp_int quotient, rest;
    divide_qr(cpp_int((numerator(points) * units) << shift_), divisor, quotient, rest);
    if (rest != 0) profile_.exact = false;
    if (abs(rest) * 2 >= divisor) quotient += rest < 0 ? -1 : 1;
    return to_int64(quotient);
  }
  std::int64_t whole(const Fraction& points, std::int64_t units) {
    int128 dividend = int128{points.numerator()} * units;
    const uint128 magnitude = static_cast<uint128>(dividend < 0 ? -dividend : dividend);
    if (magnitude >> (127 - shift_) != 0) return whole(unlimited(points), units);
    const auto divisor = static_cast<std::uint64_t>(points.denominator());
    Division divided = divide(magnitude << shift_, divisor);
    if (divided.rest != 0) profile_.exact = false;
    if (divided.rest >= divisor - divided.rest) ++divided.quotient;
    constexpr auto most = static_cast<uint128>(std::numeric_limits<std::int64_t>::max());
    if (divided.quotient > most) return whole(unlimited(points), units);
    const auto whole = static_cast<std::int64_t>(divided.quotient);
    return dividend < 0 ? -whole : whole;
  }
  BulkRatio ratio(const cpp_rational& value) {
    BulkRatio ratio;
    if (value == 0) return ratio;
    cpp_rational scaled = value * cpp_rational(cpp_int(1) << most_ratio_shift);
    ratio.shift = most_ratio_shift;
    const cpp_int limit = cpp_int(1) << 62;
    for (; abs(scaled) >= limit; scaled /= 2) --ratio.shift;
    if (denominator(scaled) != 1) profile_.exact = false;
    ratio.mantissa = to_int64(rounded_steps(scaled, 0, Rounding::half_even));
    return ratio;
  }
  BulkRatio ratio(const Fraction& value) { return value.is_zero() ? BulkRatio{} : ratio(unlimited(value)); }

 private:
  static constexpr int most_ratio_shift = 61;
  int shift_;
  BulkProfile& profile_;
};

template <class Number>
void fill(const ProfileLines<Number>& lines, const BulkLayout& layout, BulkTables& tables, std::size_t position) {
  BulkProfile& profile = tables.profiles[position];
  const std::uint8_t* const excluded = &tables.excluded[position * tables.lines()];
  std::int64_t* const to = &tables.weights[position * tables.lines() * tables.depth];
  profile.exact = true;
  Grains grains(tables.shift, profile);
  const auto scored = [&](NodeId id) { return lines.line(id).status == Status::scored; };
  std::vector<std::vector<Number>> by_slot;
  for (const NodeId slot : tables.slots) {
    const std::size_t at = position * tables.slots.size() + by_slot.size();
    tables.unscored[at] = scored(slot) ? 0 : no_mark.scaled();
    tables.base[at] = scored(slot) ? grains.whole(lines.line(slot).base, Points::unit) : 0;
    by_slot.push_back(lines.weights_of(slot));
  }
  const auto item_weight = [&](std::size_t i, const std::vector<Number>& weights) {
    if (excluded[i] || tables.caps[i] == 0) return std::int64_t{0};
    return grains.whole(weights[layout.items[i].index()], tables.units[i]);
  };
  for (std::size_t i = 0; i < tables.items; ++i) {
    to[i * tables.depth] = item_weight(i, by_slot[tables.total]);
    for (std::size_t d = 1; d < tables.depth; ++d) {
      const std::uint32_t slot = tables.item_lines[i * (tables.depth - 1) + d - 1] - first_slot;
      if (slot < tables.slots.size()) to[i * tables.depth + d] = item_weight(i, by_slot[slot]);
    }
  }
  for (const BulkTarget& target : tables.targets) {
    BulkTargetLine line;
    line.scored = scored(target.node);
    if (line.scored) {
      const std::vector<Number> weights = lines.weights_of(target.node);
      line.base = grains.whole(lines.line(target.node).base, Points::unit);
      for (const std::uint32_t i : target.items) line.items.push_back({i, item_weight(i, weights)});
      while (line.items.size() % BulkTargetLine::group != 0) line.items.push_back({target.items.front(), 0});
      for (std::uint32_t s = 0; s < by_slot.size(); ++s) {
        const BulkRatio ratio = grains.ratio(by_slot[s][target.node.index()]);
        if (ratio.mantissa != 0) line.to_slots.push_back({s, ratio});
      }
      for (const std::size_t below : target.below)
        line.from_below.push_back(grains.ratio(weights[tables.targets[below].node.index()]));
    }
    profile.targets.push_back(std::move(line));
  }
}

template <class Number>
void lower_profiles_in(const CompiledFramework& framework, const BulkLayout& layout, BulkTables& tables) {
  const Program& program = framework.program();
  const std::vector<Applicability> everything{framework.all()};
  const std::vector<Applicability>& profiles = layout.profiles.empty() ? everything : layout.profiles;
  const bool conditions = has_conditions(program);
  std::vector<ProfileLines<Number>> lines;
  Number largest;
  bool below_zero = false;
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    BulkProfile& profile = tables.profiles.emplace_back();
    for (const NodeId item : layout.items) tables.excluded.push_back(!profiles[p].applies(item));
    tables.excluded.push_back(0);
    lines.emplace_back(program, layout, tables, profiles[p]);
    std::optional<Text> why;
    if (conditions) why.emplace(messages::general_conditions);
    if (!why) why = lines.back().run();
    if (why) {
      profile.general = true;
      tables.general_profiles.push_back({p, std::move(*why)});
      continue;
    }
    const auto look_at = [&](NodeId id) {
      const Line<Number>& line = lines.back().line(id);
      if (line.status != Status::scored) return;
      largest = std::max({largest, Number(abs(line.low)), Number(abs(line.high))});
      below_zero |= line.low.sign() < 0;
    };
    for (const NodeId slot : tables.slots) look_at(slot);
    for (const BulkTarget& target : tables.targets) look_at(target.node);
  }
  tables.shift = most_shift;
  const cpp_rational steps = unlimited(largest) * Points::unit;
  while (tables.shift >= least_shift && steps * (cpp_int(1) << tables.shift) >= cpp_int(1) << grain_bits)
    --tables.shift;
  const MarkRounding marks = program.framework.marks;
  tables.rounding = marks;
  tables.rounds_plainly = marks.mode == Rounding::half_up && marks.places == 9 && !below_zero;
  tables.weights.assign(tables.excluded.size() * tables.depth, 0);
  tables.base.assign(profiles.size() * tables.slots.size(), 0);
  tables.unscored.assign(profiles.size() * tables.slots.size(), 0);
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    BulkProfile& profile = tables.profiles[p];
    if (profile.general) continue;
    if (tables.shift < least_shift) {
      profile.general = true;
      tables.general_profiles.push_back({p, Text(messages::general_numbers)});
      continue;
    }
    fill(lines[p], layout, tables, p);
  }
}

}  // namespace

void lower_profiles(const CompiledFramework& framework, const BulkLayout& layout, BulkTables& tables) {
  try {
    lower_profiles_in<Fraction>(framework, layout, tables);
  } catch (const FractionTooLarge&) {
    tables.profiles.clear();
    tables.excluded.clear();
    tables.general_profiles.clear();
    lower_profiles_in<cpp_rational>(framework, layout, tables);
  }
}

}  // namespace aedile::detail
