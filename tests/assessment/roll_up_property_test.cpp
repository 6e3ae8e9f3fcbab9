// Roll-ups and ranks are those of plain fractions: for every scheme, every order of rows, every number of threads, all
// at once, in parts that are merged, and corrected mark by mark. RC_PARAMS=max_success=100000 makes it the long run.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "aedile/assessment/live_roll_up.h"
#include "aedile/assessment/ranking.h"
#include "assessment/plain_roll_up.h"
#include "assessment/roll_up_tables.h"
#include "support/generate_scored.h"

namespace aedile {
namespace {

using test::chance;
using test::one_of;
using test::pick;

MarkRounding any_rounding(bool few_places) {
  return {one_of<Rounding>({Rounding::half_up, Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up,
                            Rounding::floor}),
          few_places ? pick(0, 3) : pick(0, 9)};
}

/// Small hierarchies of every shape, with units that nobody stands under, and few enough marks that many are alone.
RollUpScheme any_scheme() {
  RollUpScheme scheme;
  const int levels = pick(1, 4);
  for (int l = 0; l < levels; ++l)
    scheme.levels.push_back({"level " + std::to_string(l), static_cast<std::size_t>(pick(1, l == 0 ? 8 : 4)), {}});
  for (int l = 0; l + 1 < levels; ++l) {
    RollUpLevel& level = scheme.levels[static_cast<std::size_t>(l)];
    const int above = static_cast<int>(scheme.levels[static_cast<std::size_t>(l) + 1].units);
    for (std::size_t u = 0; u < level.units; ++u)
      level.parent.push_back(static_cast<std::uint32_t>(pick(0, above - 1)));
  }
  const std::vector<Mode> modes{Mode::announced, Mode::covert, Mode::third_party, Mode::self_check};
  const int used = pick(0, 4);
  for (int m = 0; m < used; ++m)
    scheme.modes.push_back(
        {modes[static_cast<std::size_t>(m)], chance(50)   ? Weight::from_scaled(Weight::unit / 10 * pick(1, 10))
                                             : chance(50) ? Weight::from_scaled(pick(1, 1'000'000'000))
                                                          : Weight::of(pick(1, 3))});
  scheme.base_periods = static_cast<std::uint32_t>(pick(1, 6));
  scheme.groups.clear();
  const int groups = pick(0, 4);
  for (int g = 0; g < groups; ++g) {
    PeriodGroup group;
    const std::uint32_t earlier = scheme.base_periods + static_cast<std::uint32_t>(g);
    for (std::uint32_t part = 0; part < earlier; ++part)
      if (chance(50)) group.parts.push_back(part);
    if (group.parts.empty()) group.parts.push_back(earlier - 1);
    scheme.groups.push_back(std::move(group));
  }
  scheme.lowest = one_of<Points>({Points{}, Points{}, Points::of(-5), Points::from_scaled(1), Points::of(-100),
                                  Points::from_scaled(-7 * Points::unit / 3)});
  scheme.highest = one_of<Points>({Points::of(100), Points::of(100), Points::of(10), Points::of(5000)});
  scheme.rounding = any_rounding(chance(30));
  scheme.published = any_rounding(chance(70));
  return scheme;
}

/// As `create` makes it, or with so few grains that fractions must often decide.
RollUp any_roll_up(const RollUpScheme& scheme) {
  RC_ASSERT(RollUp::create(scheme).ok());
  const std::uint64_t grains = one_of<std::uint64_t>({2, 2, 6, 50, 1000, ~std::uint64_t{0}, ~std::uint64_t{0}});
  return RollUp(
      std::make_shared<const RollUp::Impl>(RollUp::Impl{scheme, detail::make_roll_up_tables(scheme, grains)}));
}

/// On a grid, so that means fall on rounding boundaries and units tie; or any.
class AnyMarks {
 public:
  explicit AnyMarks(const RollUpScheme& scheme)
      : scheme_(scheme), grid_(one_of<std::int64_t>({1, 1000, Points::unit / 100, Points::unit / 2, Points::unit})) {}

  SiteMark mark() {
    const std::int64_t range = (scheme_.highest - scheme_.lowest).scaled();
    const std::int64_t steps = std::min<std::int64_t>(range / grid_, chance(50) ? 5 : 1'000'000'000);
    const std::int64_t above = std::min(range, grid_ * pick(0, static_cast<int>(steps)));
    SiteMark row{below(scheme_.levels.front().units), below(scheme_.base_periods),
                 below(std::max<std::size_t>(1, scheme_.modes.size())), scheme_.lowest + Points::from_scaled(above)};
    if (chance(50)) row.mark = scheme_.highest - Points::from_scaled(above);
    return row;
  }
  SiteMark any() {
    SiteMark row = mark();
    if (chance(3)) row.site += static_cast<std::uint32_t>(pick(1, 200));
    if (chance(3)) row.period += static_cast<std::uint32_t>(pick(1, 200));
    if (chance(3)) row.mode += static_cast<std::uint32_t>(pick(1, 200));
    if (chance(3)) row.mark = no_mark;
    if (chance(3))
      row.mark = one_of<Points>(
          {scheme_.highest + Points::from_scaled(1), scheme_.lowest - Points::from_scaled(1), Points::max()});
    return row;
  }
  std::vector<SiteMark> rows() {
    std::vector<SiteMark> rows;
    const int number = chance(20) ? pick(0, 3) : pick(0, 40);
    for (int r = 0; r < number; ++r) {
      rows.push_back(any());
      if (chance(3)) rows.insert(rows.end(), static_cast<std::size_t>(pick(1, 30)), rows.back());
    }
    return rows;
  }

 private:
  std::uint32_t below(std::size_t number) { return static_cast<std::uint32_t>(pick(0, static_cast<int>(number) - 1)); }

  const RollUpScheme& scheme_;
  std::int64_t grid_;
};

struct MarkTable {
  explicit MarkTable(const std::vector<SiteMark>& rows) {
    for (const SiteMark& row : rows) {
      site.push_back(row.site);
      period.push_back(static_cast<std::uint16_t>(row.period));
      mode.push_back(static_cast<std::uint8_t>(row.mode));
      mark.push_back(row.mark);
    }
  }
  MarkColumns columns() const { return {.site = site, .period = period, .mode = mode, .mark = mark}; }

  std::vector<std::uint32_t> site;
  std::vector<std::uint16_t> period;
  std::vector<std::uint8_t> mode;
  std::vector<Points> mark;
};

struct Values {
  std::vector<Points> marks, published;
  std::uint64_t undecided = 0;
  friend bool operator==(const Values&, const Values&) = default;
};

Values values_of(const RollUpSums& sums, std::size_t number = 1) {
  Values values{std::vector<Points>(sums.roll_up().size(), Points::of(-7)),
                std::vector<Points>(sums.roll_up().size(), Points::of(-7)), 0};
  values.undecided = sums.roll_up({.marks = values.marks, .published = values.published}, threads(number)).undecided;
  return values;
}

template <class Test>
void for_every_value(const RollUp& roll_up, Test test) {
  for (std::size_t l = 0; l < roll_up.levels(); ++l)
    for (std::size_t p = 0; p < roll_up.periods(); ++p)
      for (std::size_t u = 0; u < roll_up.units(l); ++u) test(l, p, u);
}

RC_GTEST_PROP(RollUpProperty, EveryValueIsThePlainFractionRoundedOnce, ()) {
  const RollUpScheme scheme = any_scheme();
  const std::vector<SiteMark> rows = AnyMarks(scheme).rows();
  const test::PlainRollUp plain(scheme, rows);
  const RollUp roll_up = any_roll_up(scheme);
  RollUpSums sums(roll_up);
  const MarkTable table(rows);
  const MarkReport report = sums.add(table.columns(), threads(static_cast<std::size_t>(pick(1, 3))));
  RC_ASSERT(report.rejected == plain.rejected);
  RC_ASSERT(report.added + report.rejected.size() == rows.size());
  RC_ASSERT(sums.marks() == report.added);
  const Values values = values_of(sums, static_cast<std::size_t>(pick(1, 3)));
  RC_CLASSIFY(values.undecided > 0, "fractions decided");
  for_every_value(roll_up, [&](std::size_t l, std::size_t p, std::size_t u) {
    const std::size_t at = roll_up.position(l, p, u);
    RC_ASSERT(values.marks[at] == plain.rounded(l, p, u, scheme.rounding));
    RC_ASSERT(values.published[at] == plain.rounded(l, p, u, scheme.published));
  });
  std::vector<Points> alone(roll_up.size());
  sums.roll_up({.marks = {}, .published = alone});
  RC_ASSERT(alone == values.published);
  sums.roll_up({.marks = alone, .published = {}});
  RC_ASSERT(alone == values.marks);
}

RC_GTEST_PROP(RollUpProperty, PartsMergedInAnyOrderAreTheWhole, ()) {
  const RollUpScheme scheme = any_scheme();
  std::vector<SiteMark> rows = AnyMarks(scheme).rows();
  const RollUp roll_up = any_roll_up(scheme);
  RollUpSums whole(roll_up), one(roll_up), other(roll_up);
  whole.add(MarkTable(rows).columns());
  for (const SiteMark& row : rows) (chance(50) ? one : other).add(row);
  RollUpSums turned = other;
  turned.merge(one);
  one.merge(other);
  RC_ASSERT(one == whole);
  RC_ASSERT(turned == whole);
  RC_ASSERT(one.marks() == whole.marks());
  RC_ASSERT(values_of(one) == values_of(whole, 3));
  std::reverse(rows.begin(), rows.end());
  RollUpSums reversed(roll_up);
  reversed.add(MarkTable(rows).columns(), threads(2));
  RC_ASSERT(reversed == whole);
}

RC_GTEST_PROP(RollUpProperty, EveryCorrectionLeavesWhatRollingUpAgainGives, ()) {
  const RollUpScheme scheme = any_scheme();
  AnyMarks any(scheme);
  std::vector<SiteMark> rows = any.rows();
  const RollUp roll_up = any_roll_up(scheme);
  RollUpSums begun(roll_up);
  begun.add(MarkTable(rows).columns());
  std::erase_if(rows, [plain = test::PlainRollUp(scheme, {})](const SiteMark& r) { return plain.fault_of(r); });
  LiveRollUp live(begun);
  const int steps = pick(1, 12);
  for (int s = 0; s < steps; ++s) {
    if (!rows.empty() && chance(50)) {
      const auto which = rows.begin() + pick(0, static_cast<int>(rows.size()) - 1);
      RC_ASSERT(!live.take_back(*which));
      rows.erase(which);
    } else {
      const SiteMark row = any.any();
      const std::optional<MarkFault> fault = test::PlainRollUp(scheme, {}).fault_of(row);
      RC_ASSERT(live.add(row) == fault);
      if (!fault) rows.push_back(row);
    }
    RollUpSums again(roll_up);
    again.add(MarkTable(rows).columns());
    RC_ASSERT(live.sums() == again);
    const Values values = values_of(again);
    for_every_value(roll_up, [&](std::size_t l, std::size_t p, std::size_t u) {
      RC_ASSERT(live.mark(l, p, u) == values.marks[roll_up.position(l, p, u)]);
      RC_ASSERT(live.published(l, p, u) == values.published[roll_up.position(l, p, u)]);
    });
  }
}

RC_GTEST_PROP(RankingProperty, RanksAndPercentilesAreThoseOfCountingOthers, ()) {
  const int places = pick(0, 9);
  std::int64_t step = 1;
  for (int p = places; p < 9; ++p) step *= 10;
  std::vector<std::size_t> sizes;
  std::vector<Points> values;
  const int columns = pick(1, 3);
  for (int c = 0; c < columns; ++c) {
    sizes.push_back(static_cast<std::size_t>(chance(10) ? pick(200, 400) : pick(0, 12)));
    const int spread = one_of<int>({3, 100, 2'000'000'000});
    const std::int64_t factor = chance(20) && places == 9 ? 4'000'000'000 : 1;
    for (std::size_t u = 0; u < sizes.back(); ++u)
      values.push_back(chance(15)
                           ? no_mark
                           : Points::from_scaled(std::clamp<std::int64_t>(pick(-spread, spread), -9'000'000'000 / 4,
                                                                          9'000'000'000 / 4) *
                                                 (step == 1 ? factor : std::min<std::int64_t>(step, 1'000'000'000))));
  }
  std::vector<std::uint32_t> ranks(values.size(), 77);
  std::vector<Factor> percentiles(values.size(), Factor::of(77));
  rank_columns(values, sizes, {.ranks = ranks, .percentiles = percentiles}, places,
               threads(static_cast<std::size_t>(pick(1, 2))));
  std::size_t first = 0;
  for (const std::size_t size : sizes) {
    const std::span<const Points> column(values.data() + first, size);
    const auto others = [&](auto test) { return std::count_if(column.begin(), column.end(), test); };
    const std::int64_t number = others([](Points v) { return v != no_mark; });
    for (std::size_t u = first; u < first + size; ++u) {
      const Points value = values[u];
      if (value == no_mark) {
        RC_ASSERT(ranks[u] == no_rank);
        RC_ASSERT(percentiles[u] == no_percentile);
        continue;
      }
      const std::int64_t greater = others([&](Points v) { return v != no_mark && v > value; });
      const std::int64_t smaller = others([&](Points v) { return v != no_mark && v < value; });
      RC_ASSERT(ranks[u] == 1 + greater);
      RC_ASSERT(percentiles[u] ==
                (number == 1 ? Rational(100) : Rational(100 * smaller, number - 1)).rounded_to<Factor>({}));
    }
    first += size;
  }
}

}  // namespace
}  // namespace aedile
