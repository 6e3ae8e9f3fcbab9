#pragma once
/// Roll-up (汇总): marks of sites brought together over modes, units and assessment periods.
///
///   RollUpScheme scheme{.levels = {{"site", 3, {0, 0, 1}}, {"street", 2, {0, 0}}, {"city", 1, {}}},
///                       .modes = {{Mode::announced, two_fifths}, {Mode::covert, three_fifths}}};
///   RollUpSums sums(*RollUp::create(scheme));
///   sums.add({.site = sites, .period = months, .mode = modes, .mark = marks}, threads(2));
///   sums.roll_up({.marks = values, .published = published});
///
///   January   announced   covert   both together             street               city
///   site 0    80, 90      70       0.4·85 + 0.6·70 = 76      (76 + 81) ÷ 2        78.5: street 1 has no mark
///   site 1                81       81                        = 78.5               and is left out
///
/// The year, for every site and unit: a quarter is the mean of its months that have a mark, the year that of its
/// quarters.
///
/// A value is the exact fraction of its formula, rounded once, so it depends neither on the order of the rows nor on
/// threads or machine, and parts of the rows may be summed apart and merged. Work is done in whole numbers with digits
/// to spare; a value too near a rounding boundary for them is worked out again in fractions.
///
/// A row that does not fit is counted, listed with its reason, and not used. Not for weights between units, nor for
/// ranks: ranking.h. One mark corrected at a time: live_roll_up.h.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/decimal.h"
#include "aedile/core/result.h"
#include "aedile/inspection/mode.h"
#include "aedile/scoring/bulk.h"

namespace aedile {

/// Units that are compared with each other. The first level is of those that have marks of their own: sites.
struct RollUpLevel {
  std::string name{};                   ///< "site", "community" …
  std::size_t units = 0;                ///< numbered from 0
  std::vector<std::uint32_t> parent{};  ///< by unit: its unit in the next level; empty for the last level
  friend bool operator==(const RollUpLevel&, const RollUpLevel&) = default;
};

/// What the marks of one mode weigh beside those of the others.
struct RollUpMode {
  Mode mode = Mode::announced;
  Weight weight = Weight::of(1);
  friend bool operator==(const RollUpMode&, const RollUpMode&) = default;
};

/// A period that is the mean of earlier ones: a quarter of its months, the year of its quarters.
struct PeriodGroup {
  std::vector<std::uint32_t> parts{};  ///< each an earlier period
  friend bool operator==(const PeriodGroup&, const PeriodGroup&) = default;
};
/// For months 0–11: quarters 12–15, and the year, 16, of the quarters.
std::vector<PeriodGroup> quarters_and_year();

/// How marks come together. Data: `RollUp::create` checks it.
struct RollUpScheme {
  std::vector<RollUpLevel> levels{};  ///< from the sites upward
  /// By code in MarkColumns::mode; empty: one kind of marks. Of the modes with marks, the weighted mean of their means:
  /// a missing mode leaves their weights to the others.
  std::vector<RollUpMode> modes{};
  std::uint32_t base_periods = 12;                        ///< periods in which marks are given, numbered from 0
  std::vector<PeriodGroup> groups = quarters_and_year();  ///< numbered on from `base_periods`
  Points lowest{};                                        ///< a mark may not be below
  Points highest = Points::of(100);                       ///< nor above
  MarkRounding rounding{};                                ///< of RollUpMarks::marks
  MarkRounding published{Rounding::half_up, 2};           ///< of RollUpMarks::published; ranks stand on these
  friend bool operator==(const RollUpScheme&, const RollUpScheme&) = default;
};

/// A scheme, checked and ready. Immutable and shared.
class RollUp {
 public:
  /// Errors, at pointers of the scheme, all at once: roll_up_levels (none), roll_up_name (empty or twice),
  /// roll_up_units (none), roll_up_parents (not one for each unit, or some at the last level), roll_up_parent (no such
  /// unit), roll_up_mode (twice), roll_up_weight (not above 0, or beyond the range together), roll_up_periods (no base
  /// period), roll_up_empty_group (no parts), roll_up_group (a part that is no earlier period, or there twice),
  /// roll_up_range (`highest` not above `lowest`, more than 10,000 points above it, or beyond a billion),
  /// roll_up_size (2^32 sums or values, or more), roll_up_places (not 0–9).     Cost: O(units + groups).
  static Result<RollUp> create(RollUpScheme scheme);

  const RollUpScheme& scheme() const;
  std::size_t levels() const;
  std::size_t units(std::size_t level) const;
  std::size_t periods() const;  ///< base periods and groups
  /// Values in all: units × periods of every level.
  std::size_t size() const;
  /// Where the value stands in RollUpMarks: level after level, in each a column of its units for each period.
  /// Throws ContractError for what the scheme has not.
  std::size_t position(std::size_t level, std::size_t period, std::size_t unit) const;
  /// Values in each column, in that order: levels × periods of them. Each is ranked by itself.
  std::vector<std::size_t> columns() const;

  /// The same scheme object: made by one `create`.
  friend bool operator==(const RollUp& a, const RollUp& b) { return a.impl_ == b.impl_; }

  /// For `lib/`.
  struct Impl;
  const Impl& impl() const { return *impl_; }
  explicit RollUp(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

 private:
  std::shared_ptr<const Impl> impl_;
};

/// One mark of a site: of a visit, usually.
struct SiteMark {
  std::uint32_t site = 0;
  std::uint32_t period = 0;  ///< a base period
  std::uint32_t mode = 0;    ///< position in RollUpScheme::modes
  Points mark{};
  friend bool operator==(const SiteMark&, const SiteMark&) = default;
};

/// Many of them, in any order: columns of the same length.
struct MarkColumns {
  Column site{};    ///< required
  Column period{};  ///< not given: 0
  Column mode{};    ///< not given: 0
  std::span<const Points> mark{};
};

/// Why a mark was rejected: the first of these that holds.
enum class MarkFault : std::uint8_t {
  no_such_site,
  no_such_period,
  no_such_mode,
  not_scored,    ///< `no_mark`, as bulk scoring writes it
  out_of_range,  ///< below the scheme's `lowest` or above `highest`
  not_there,     ///< taken back, but the sums show that it cannot have been added
};
inline constexpr std::size_t mark_faults = 6;
std::string_view to_string(MarkFault fault);  ///< the enumerator's name

struct RejectedMark {
  std::uint64_t row = 0;
  MarkFault fault{};
  friend bool operator==(const RejectedMark&, const RejectedMark&) = default;
};

/// What became of the rows. The same for every number of threads.
struct MarkReport {
  std::uint64_t added = 0;
  std::array<std::uint64_t, mark_faults> rejected_by{};  ///< by MarkFault
  std::vector<RejectedMark> rejected{};                  ///< in the order of rows
};

/// Where values go: the caller's arrays, each empty (not wanted) or of RollUp::size(); `no_mark` where there is none.
struct RollUpMarks {
  std::span<Points> marks{};      ///< rounded by RollUpScheme::rounding
  std::span<Points> published{};  ///< by RollUpScheme::published, from the exact value too
};

struct RollUpReport {
  std::uint64_t undecided = 0;  ///< values worked out in fractions because of a rounding boundary
};

/// The marks of every site, period and mode, summed: exact, and mergeable. A value; cost of a copy O(sums).
/// Memory: 8 bytes for each site, base period and mode.
class RollUpSums {
 public:
  explicit RollUpSums(RollUp roll_up);
  RollUpSums(const RollUpSums&);
  RollUpSums(RollUpSums&&) noexcept;
  RollUpSums& operator=(const RollUpSums&);
  RollUpSums& operator=(RollUpSums&&) noexcept;
  ~RollUpSums();

  const RollUp& roll_up() const;
  std::uint64_t marks() const;  ///< how many are in

  /// Throws ContractError where columns differ in length. Cost: O(rows + sums); memory for the time of it: 12 bytes a
  /// row, of four million rows at most.
  MarkReport add(const MarkColumns& rows, const Executor& executor = sequential());
  /// One mark more, or one less; why not, if not. Cost: O(1).
  std::optional<MarkFault> add(const SiteMark& mark);
  std::optional<MarkFault> take_back(const SiteMark& mark);
  /// As if the other's marks had been added here. Throws ContractError for sums of another RollUp. Cost: O(sums).
  void merge(const RollUpSums& other);
  /// Every value. Throws ContractError for spans of another size. Cost: O(values).
  RollUpReport roll_up(const RollUpMarks& out, const Executor& executor = sequential()) const;

  /// Whether both hold the same sums of the same number of marks, under one RollUp.
  friend bool operator==(const RollUpSums& a, const RollUpSums& b);

  /// For `lib/`.
  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace aedile
