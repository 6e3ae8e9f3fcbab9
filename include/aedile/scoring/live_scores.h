#pragma once
/// Scores of many visits that change finding by finding, and are always up to date.
///
///   Result<LiveScores> live = LiveScores::create(bulk, {.count = 3, .profile = profiles},
///                                                {.of_visit = sites, .levels = {{2, {0, 0}}, {1, {}}}}, findings);
///   const std::uint32_t grave[] = {2};                           // codes of the layout's attributes
///   const LiveOutcome found = live->add({.visit = 0, .item = 4, .values = grave});
///   live->amend(found.finding, {.count = 2, .values = grave});
///   live->undo();
///
///                             visit 0   visit 1   visit 2       site 0             site 1   city
///   at first                  92.5      80        70            (92.5 + 80) ÷ 2    70       242.5 ÷ 3 = 80.833333333
///   add: 4 points off         88.5                              84.25                       238.5 ÷ 3 = 79.5
///   amend: twice              84.5                              82.25                       234.5 ÷ 3 = 78.166666667
///   undo                      88.5                              84.25                       79.5
///
/// A change costs what it touches: one item of one visit, the visit's marks, and the units above it. Every answer is
/// the one that BulkScorer gives for the findings that are there, to the last digit, in whatever order they came; means
/// are exact sums of published marks, rounded once. Nothing is summed up in floating point, so nothing drifts.
///
/// What tables cannot decide goes to a Scorer, for that one visit: findings under BulkScorer::general_items and
/// general_profiles, and marks too near a rounding boundary. Such a change costs some microseconds.
///
/// Questions change nothing: any number of threads may ask while none changes.

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/rational.h"
#include "aedile/scoring/bulk.h"

namespace aedile {

/// Findings are numbered from 0 in the order in which they come. A number that is taken is not given again, unless its
/// finding was undone.
using FindingNumber = std::uint32_t;
inline constexpr FindingNumber no_finding = 0xFFFFFFFFu;
inline constexpr std::uint32_t no_visit = 0xFFFFFFFFu;

/// Units whose means are wanted: sites, communities, … up to the city. Each level's are numbered from 0.
struct LiveUnits {
  struct Level {
    std::size_t units = 0;
    std::vector<std::uint32_t> parent{};  ///< by unit: its unit in the next level; empty for the last level
  };
  Column of_visit{};            ///< by visit: its unit in the first level; not given: VisitColumns::site
  std::vector<Level> levels{};  ///< none: no means
};

struct LiveOptions {
  std::size_t history = 1000;  ///< changes that can be undone: the last so many
};

/// A finding to be added, in codes of the layout.
struct LiveFinding {
  std::uint32_t visit = 0;
  std::uint32_t item = 0;
  std::uint32_t count = 1;
  std::span<const std::uint32_t> values{};  ///< one for each of BulkLayout::attributes
};

/// What a finding becomes. The visit stays.
struct LiveAmendment {
  std::uint32_t count = 1;
  std::span<const std::uint32_t> values{};  ///< one for each of BulkLayout::attributes
  std::optional<std::uint32_t> item{};      ///< not given: as it was
};

/// Why nothing changed: the first of these that holds.
enum class LiveFault : std::uint8_t {
  no_such_finding,  ///< never there, removed or undone
  no_such_visit,
  no_such_item,     ///< beyond the layout
  no_such_value,    ///< an attribute's code beyond the layout
  not_applicable,   ///< the item does not apply, and ScoreOptions do not say to ignore that
  no_points,        ///< the item's table has no entry for these attributes
  no_number_left,   ///< 2^32 − 1 findings have come
  nothing_to_undo,  ///< nor, after all, to redo: no change, or it is too long ago
};
std::string_view to_string(LiveFault fault);  ///< the enumerator's name

/// What became of a change.
struct LiveOutcome {
  std::optional<LiveFault> fault{};  ///< nothing changed at all
  FindingNumber finding = no_finding;
  std::uint32_t visit = no_visit;  ///< whose scores may have changed
  Points total = no_mark;          ///< of the visit, now
  explicit operator bool() const { return !fault; }
  friend bool operator==(const LiveOutcome&, const LiveOutcome&) = default;
};

/// Findings, the marks of their visits and the means of units above these. A value: a copy is a snapshot that shares
/// nothing, at the speed of memory. Memory: 40 bytes a visit, 1 more for each item (2 or 4 where points are fine) and
/// 16 for each wanted node; 12 a finding number; 24 a unit.
///
/// Sums are never capped, so a finding that is taken away leaves no trace, however far beyond the item's points it
/// went: 2^32 − 1 findings of 2^32 − 1 occurrences each are no limit.
class LiveScores {
 public:
  /// Scores the visits and, row by row, the findings: row r has number r, and one that does not fit has a number that
  /// stands for nothing. Nothing of this can be undone. Errors, at pointers: live_parents ("/levels/0": not one parent
  /// for each unit, or some at the last level), live_parent ("/levels/0/parent/7": no such unit), live_unit ("/visits":
  /// a visit of no such unit). Throws ContractError as BulkScorer::score does, and where visits are not numbered from
  /// 0. Cost: O(rows + visits · (items + nodes)).
  static Result<LiveScores> create(BulkScorer scorer, const VisitColumns& visits, const LiveUnits& units = {},
                                   const FindingColumns& findings = {}, LiveOptions options = {});

  LiveScores(const LiveScores&);
  LiveScores(LiveScores&&) noexcept;
  LiveScores& operator=(const LiveScores&);
  LiveScores& operator=(LiveScores&&) noexcept;
  ~LiveScores();

  // ---- Changes. Throw ContractError where `values` are not one for each attribute. Where memory runs out
  // (std::bad_alloc) the state is only good for being destroyed.

  /// Cost: 0.1 to 0.3 µs, most of it waiting for memory; see above for what goes to a Scorer.
  LiveOutcome add(const LiveFinding& finding);
  LiveOutcome remove(FindingNumber finding);
  LiveOutcome amend(FindingNumber finding, const LiveAmendment& to);

  /// Takes back the last change that was not undone; does it again. A change of one's own ends what could be redone.
  LiveOutcome undo();
  LiveOutcome redo();
  std::size_t undoable() const;
  std::size_t redoable() const;

  /// Room for so many finding numbers, so that none of them has to wait for memory.
  void reserve(std::size_t findings);

  // ---- Questions. Throw ContractError for visits, nodes, levels and units that there are not.

  /// Of the node at that position in BulkLayout::nodes, or of the total where these are empty; `no_mark` where there is
  /// none. Cost: O(1).
  Points mark(std::uint32_t visit, std::size_t node = 0) const;
  /// Of the total; `no_bulk_grade` where it has none.
  std::uint8_t grade(std::uint32_t visit) const;
  /// Why a Scorer refused the visit, which then has no marks; nullptr if none did.
  const Diagnostics* failure(std::uint32_t visit) const;

  /// Mean of the totals of the unit's visits that have one, rounded once; `no_mark` where none has. Cost: O(1).
  Points mean(std::size_t level, std::uint32_t unit, MarkRounding rounding = {}) const;
  /// The same of the visit's unit at that level. Cost: O(level).
  Points mean_above(std::size_t level, std::uint32_t visit, MarkRounding rounding = {}) const;
  /// What it is the mean of.
  struct Sum {
    Rational marks;
    std::uint32_t visits = 0;
  };
  Sum sum(std::size_t level, std::uint32_t unit) const;
  /// The unit of the visit. Cost: O(level).
  std::uint32_t unit_of(std::size_t level, std::uint32_t visit) const;

  /// A finding that is there, as it is now.
  struct Seen {
    std::uint32_t visit = 0, item = 0, count = 0;
    std::vector<std::uint32_t> values{};
    friend bool operator==(const Seen&, const Seen&) = default;
  };
  std::optional<Seen> finding(FindingNumber finding) const;
  FindingNumber numbers() const;  ///< given so far: the next finding's
  std::size_t findings() const;   ///< that are there
  std::size_t ignored() const;    ///< of these, on items that do not apply, which do not score. Cost: O(numbers)
  std::span<const RejectedRow> rejected() const;  ///< rows that did not fit when it was created

  const BulkScorer& scorer() const;
  std::size_t visits() const;

  // ---- To be stored

  /// The findings with their numbers, and digests of all that their scores depend on. Neither what could be undone nor
  /// rejected rows. 16 bytes a number and 176 besides; the same on every machine. Cost: O(numbers).
  std::string snapshot() const;
  /// What was saved. Errors: live_snapshot (no snapshot, cut off or damaged), live_snapshot_scorer (of another
  /// framework, layout or options), live_snapshot_visits (other visits, or other profiles of these),
  /// live_snapshot_units (other units), live_snapshot_finding (a finding that does not fit; only by forgery),
  /// live_snapshot_marks (the framework gives these findings other marks than it did). Throws ContractError as
  /// `create`. Cost: as `create`.
  static Result<LiveScores> restore(BulkScorer scorer, const VisitColumns& visits, const LiveUnits& units,
                                    std::string_view snapshot, LiveOptions options = {});

  /// For `lib/`.
  struct Impl;

 private:
  explicit LiveScores(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace aedile
