#pragma once
/// What scoring in 64 bits (quick.h) reads of a framework and of a profile: as little as there is, side by side.
///
/// A mark is a number of steps of 10^-15, which 63 bits hold up to 9223 points; `most_points` keeps clear of that. A
/// mean is one sum of products and one division; what it loses, and what its parts lost, is bounded for each node once
/// and for all visits (`error`), so that a visit only has to know which marks are exact.

#include <cstdint>
#include <optional>
#include <vector>

#include "scoring/evaluation.h"

namespace aedile::detail {

inline constexpr std::int64_t quick_steps_of_scaled = 1'000'000;  // steps of 10^-15 in one of 10^-9
inline constexpr std::int64_t quick_most_points = 4000;
inline constexpr std::uint32_t no_inner = 0xFFFFFFFFu;

/// How a finding on a node is taken.
enum class QuickWay : std::uint8_t {
  none,            // not here: by ScoringByChanges
  by_table,        // an item off whose full marks a table takes points, in whatever order
  by_rules,        // an item by the general rules of occurrences (items.h)
  not_applicable,  // an item that the profile leaves out
};

/// An item, as a finding on it and the sum above it need it. One cache line.
struct alignas(64) QuickItem {
  const std::int64_t* cells = nullptr;  // points by the code of one attribute
  std::int64_t otherwise = PointsLookup::absent;
  std::uint32_t size = 0;          // of the table; 0: everything is `otherwise`
  std::uint32_t default_code = 0;  // what a missing attribute stands for
  std::int64_t full = 0;           // scaled
  std::int64_t most = 0;           // scaled: the most that is taken off
  std::int64_t share = 0;          // in the sum of its parent
  std::uint32_t parent = no_inner;
  std::uint8_t slot = 0;  // of the attribute
};
static_assert(sizeof(QuickItem) == 64);

/// An inner node of the framework; a part's mark counts `share` times in the sum above it.
struct QuickNode {
  std::uint32_t id = 0;
  std::uint32_t parent = no_inner;
  std::int64_t share = 0;
  std::int64_t denominator = 0;  // times the weights of a profile: what the sum is divided by
  bool fits = false;
  bool cut = false;  // the shares of its parts are not exact
};

/// By framework. Inner nodes are numbered in the order of evaluation.
struct QuickTables {
  explicit QuickTables(const Program& program);

  bool fits = false;                    // else everything goes by ScoringByChanges
  std::vector<QuickItem> items;         // by node
  std::vector<QuickWay> ways;           // by node, where it applies
  std::vector<std::uint32_t> inner_of;  // by node
  std::vector<QuickNode> inner;

 private:
  void add_inner(const Program& program, NodeId id);
  void share_out(const Program& program, QuickNode& node);
  bool share_out_exactly(const Program& program, const NodeProgram& compiled, QuickNode& node);
  bool share_out_nearly(const Program& program, const NodeProgram& compiled, QuickNode& node);
  std::int64_t& share_of(std::size_t node);
  void add_item(const Program& program, NodeId id);
};

/// An inner node in a profile: what its parts come to without any observation. One cache line.
struct alignas(64) QuickMean {
  int128 sum = 0;              // Σ mark · share over the parts that apply
  std::int64_t divisor = 1;    // above 0
  std::int64_t value = 0;      // in steps, within `error` of the truth
  std::int64_t share = 0;      // in the sum of its parent
  std::uint64_t round_to = 0;  // its own rounding: to multiples of so many steps; 0: none
  std::uint32_t parent = no_inner;
  std::uint32_t id = 0;
  std::uint32_t error = 0;   // the most that `value` can be wrong at any visit
  std::int16_t inexact = 0;  // parts whose marks are not exact, and 1 more where shares are cut
  bool exact = false;
  bool graded = false;
};
static_assert(sizeof(QuickMean) == 64);

/// By profile.
struct QuickProfile {
  QuickProfile(const Program& program, const QuickTables& tables, const Applicability& applicability,
               const State<Guarded>& state, const std::vector<PartsSum>& sums);

  std::vector<QuickWay> ways;    // by node
  std::vector<QuickMean> means;  // by inner node
};

/// Steps in the last of so many decimals, 0 to 9.
std::uint64_t quick_steps_of_place(int places);
/// An exact mark in steps; nothing where it is not one, or beyond what is reckoned with here.
std::optional<std::int64_t> quick_exactly(const Guarded& value);

}  // namespace aedile::detail
