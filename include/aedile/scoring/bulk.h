#pragma once
/// Scoring many visits at once, out of columns: the caller's own arrays of small codes.
///
///   BulkLayout layout{.items = {…}, .profiles = {…}, .attributes = {{"severity", {"minor", "major", "grave"}}}};
///   Result<BulkScorer> bulk = BulkScorer::create(compiled, layout);
///   std::vector<Points> marks(visits.count);
///   BulkReport report = bulk->score({.count = 2, .site = sites, .profile = profiles},
///                                   {.visit = rows, .item = items, .count = counts, .attributes = {severities}},
///                                   {.marks = marks});
///
/// Every mark is the one that `Scorer` gives for the visit, to the last digit, whatever the order of the rows, the
/// number of threads or the machine. The rules of most items are lowered to tables (points by item and attribute codes,
/// caps, what a point weighs at every wanted node for every profile, vetoes, penalties) and cost a few nanoseconds a
/// row; a visit that meets another rule, or whose mark lies too near a rounding boundary for the tables' guard digits,
/// goes to a `Scorer`. `general_items` says which rules those are, and BulkReport how many visits went there.
///
/// Every row is checked. A row that does not fit is counted, listed with its reason, and does not score.
///
/// Findings that come, go and change one at a time: live_scores.h.

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/framework/compiled.h"
#include "aedile/scoring/scorecard.h"
#include "aedile/scoring/scorer.h"

namespace aedile {

/// A column of codes of 8, 16 or 32 bits, seen through the caller's array; "not given" where default-constructed.
class Column {
 public:
  constexpr Column() = default;
  constexpr Column(std::span<const std::uint8_t> codes) : data_(codes.data()), size_(codes.size()), width_(1) {}
  constexpr Column(std::span<const std::uint16_t> codes) : data_(codes.data()), size_(codes.size()), width_(2) {}
  constexpr Column(std::span<const std::uint32_t> codes) : data_(codes.data()), size_(codes.size()), width_(4) {}
  Column(const std::vector<std::uint8_t>& codes) : Column(std::span(codes)) {}
  Column(const std::vector<std::uint16_t>& codes) : Column(std::span(codes)) {}
  Column(const std::vector<std::uint32_t>& codes) : Column(std::span(codes)) {}

  constexpr bool given() const { return width_ != 0; }
  constexpr std::size_t size() const { return size_; }
  constexpr int width() const { return width_; }  ///< bytes of a code; 0 if not given
  constexpr const void* data() const { return data_; }
  /// Not checked.
  constexpr std::uint32_t operator[](std::size_t row) const {
    switch (width_) {
      case 1:
        return static_cast<const std::uint8_t*>(data_)[row];
      case 2:
        return static_cast<const std::uint16_t*>(data_)[row];
      default:
        return static_cast<const std::uint32_t*>(data_)[row];
    }
  }

 private:
  const void* data_ = nullptr;
  std::size_t size_ = 0;
  int width_ = 0;
};

/// What the codes in the columns stand for.
struct BulkLayout {
  /// One attribute of findings that has a column.
  struct AttributeColumn {
    std::string name{};                 ///< as the framework calls it
    std::vector<std::string> values{};  ///< by code; "" is "not given"
  };
  std::vector<NodeId> items{};                ///< by code in FindingColumns::item
  std::vector<Applicability> profiles{};      ///< by code in VisitColumns::profile
  std::vector<AttributeColumn> attributes{};  ///< in the order of FindingColumns::attributes
  /// Nodes whose marks are wanted, in the order of BulkMarks::marks; empty: the total alone.
  std::vector<NodeId> nodes{};
};

/// The visits, numbered from `first`: 0, or more for a part of a table that is scored in parts because it is larger
/// than memory, or not there yet as a whole. A part has all rows of its visits. A site or period that is given must be
/// repeated by every row of the visit.
struct VisitColumns {
  std::size_t count = 0;
  std::uint32_t first = 0;
  Column site{};
  Column period{};
  /// Profile of each visit, or of each site (then `site` is the position in it); with neither, everything applies.
  Column profile{};
  Column profile_of_site{};
};

/// The findings: one row each, every column that is given of the same length.
struct FindingColumns {
  Column visit{};                    ///< required
  Column item{};                     ///< required
  Column count{};                    ///< not given: 1
  Column site{};                     ///< checked against the visit's where both are given
  Column period{};                   ///< likewise
  std::vector<Column> attributes{};  ///< as many as the layout has
};

/// A mark where the node has none.
inline constexpr Points no_mark = Points::min();

/// Where the results go: the caller's arrays, each empty (not wanted) or of the stated size.
struct BulkMarks {
  std::span<Points> marks{};         ///< visits × nodes, one visit after the other; `no_mark` where there is none
  std::span<std::uint8_t> grades{};  ///< by visit: of the total; `no_bulk_grade` where it has none
  std::span<Factor> completion{};    ///< by visit: of the total
};
inline constexpr std::uint8_t no_bulk_grade = 0xFF;

/// Why a row was rejected: the first of these that holds.
enum class RowFault : std::uint8_t {
  no_such_visit,   ///< not from `first` to `first` + count − 1
  no_such_item,    ///< item beyond the layout
  no_such_value,   ///< an attribute's code beyond the layout
  other_site,      ///< not the site of its visit
  other_period,    ///< not the period of its visit
  not_applicable,  ///< the item does not apply, and ScoreOptions do not say to ignore that
  no_points,       ///< the item's table has no entry for these attributes
};
inline constexpr std::size_t row_faults = 7;
std::string_view to_string(RowFault fault);  ///< the enumerator's name

struct RejectedRow {
  std::uint64_t row = 0;
  RowFault fault{};
  friend bool operator==(const RejectedRow&, const RejectedRow&) = default;
};

/// What happened besides the marks. The same for every number of threads.
struct BulkReport {
  std::array<std::uint64_t, row_faults> rejected_by{};  ///< by RowFault
  std::vector<RejectedRow> rejected{};                  ///< in the order of rows
  std::uint64_t ignored = 0;           ///< rows on items that do not apply, where ScoreOptions say to ignore them
  std::uint64_t general_visits = 0;    ///< scored by a Scorer because of their rules
  std::uint64_t undecided_visits = 0;  ///< scored by a Scorer because of a rounding boundary
  /// Visits that a Scorer refused (their marks are `no_mark`), with its diagnostics, in the order of visits.
  std::vector<std::pair<std::uint64_t, Diagnostics>> failed{};

  std::uint64_t rejected_rows() const;
};

/// Runs task(0) … task(tasks − 1), each once, in any order and on any threads, and returns when all have ended. An
/// exception of a task is rethrown after that.
using Executor = std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& task)>;
/// One after the other, on the caller's thread.
Executor sequential();
/// On so many threads, the caller's among them, which end with the call. Throws ContractError for 0.
Executor threads(std::size_t number);

struct BulkOptions {
  ScoreOptions score{};
  /// Rows that one task takes; results do not depend on it. ≥ 1.
  std::size_t rows_per_task = std::size_t{1} << 20;
  /// Keeps to instructions that every processor of the kind has. Slower; the results are the same.
  bool portable = false;
};

/// A framework lowered to tables for one layout. Immutable and shared: any number of threads may score by it.
class BulkScorer {
 public:
  /// Cost: O(profiles · nodes · depth + items · attribute codes). Errors, at pointers of the layout: bulk_item (not an
  /// item of the framework, or twice), bulk_profile (of another framework), bulk_attribute (unknown, or twice),
  /// bulk_value (not a value the attribute may have, or twice), bulk_node (not a node, or twice), bulk_codes (more than
  /// 4,096 combinations of attribute codes).
  static Result<BulkScorer> create(CompiledFramework framework, BulkLayout layout, BulkOptions options = {});

  const CompiledFramework& framework() const;
  const BulkLayout& layout() const;

  /// Items (positions in the layout) whose rows send their visit to a Scorer, each with the reason.
  struct General {
    std::size_t item = 0;
    Text reason;
  };
  std::span<const General> general_items() const;
  /// Profiles (positions in the layout) all of whose visits go there, each with the reason.
  struct GeneralProfile {
    std::size_t profile = 0;
    Text reason;
  };
  std::span<const GeneralProfile> general_profiles() const;

  /// Scores every visit; one without rows has what nothing observed gives. Rows may stand in any order; those of a
  /// visit together, visits rising, is several times as fast. Throws ContractError where columns or outputs have not
  /// the stated sizes, or a profile's code is beyond the layout. Cost: O(rows + visits · nodes); memory besides the
  /// results: O(tasks) for rows in order, 8 bytes a row otherwise.
  BulkReport score(const VisitColumns& visits, const FindingColumns& findings, const BulkMarks& marks,
                   const Executor& executor = sequential()) const;

  /// For `lib/`.
  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  explicit BulkScorer(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace aedile
