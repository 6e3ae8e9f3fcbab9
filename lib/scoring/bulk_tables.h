#pragma once
/// What a framework becomes for bulk scoring (bulk.h). Lowered by bulk_lower.cpp and bulk_linear.cpp, run by
/// bulk_kernel.h.
///
/// Within a profile, the mark of a node is a line in what its items lose: mark = base − Σ weight · loss, as long as no
/// limit of a node in between bites. Marks, bases and weights are whole numbers in *grains* of 10^-9 · 2^-shift points;
/// losses are whole numbers of an item's own unit (the greatest common divisor of its points). Only weights are
/// rounded, by half a grain at most, so that a mark is off by at most half a grain for every unit lost.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "aedile/core/message.h"
#include "aedile/scoring/bulk.h"
#include "framework/program.h"

namespace aedile::detail {

/// What one occurrence costs, in units of the item, in the low bits; above them what needs a closer look.
using Cell = std::uint32_t;
inline constexpr Cell cell_units = (Cell{1} << 28) - 1;
inline constexpr Cell cell_aims = Cell{1} << 28;     ///< fires a veto or a penalty
inline constexpr Cell cell_general = Cell{1} << 29;  ///< sends the visit to a Scorer
inline constexpr Cell cell_fault = Cell{1} << 30;    ///< no score: the RowFault in the low bits

/// Where the kernel keeps the loss of slot 0 of a visit, behind those of its total.
inline constexpr std::uint32_t totals = 2, first_slot = totals;

/// A veto or a penalty of an item.
struct BulkAim {
  std::size_t target = 0;  // in BulkTables::targets
  bool veto = false;
  std::vector<std::int64_t> points;  // by attribute code: a penalty's in steps of 10^-9; a veto's 0; −1: not fired
  std::optional<std::int64_t> cap;   // of a penalty, in steps of 10^-9
  std::optional<std::int64_t> ceiling;
  std::uint16_t grade = 0xFFFF;  // best grade allowed
};

/// A node that vetoes and penalties are aimed at.
struct BulkTarget {
  NodeId node;
  std::vector<std::uint32_t> items;    // codes of the items below it
  std::optional<std::int64_t> lowest;  // in steps of 10^-9
  std::vector<std::size_t> below;      // targets below it
  std::optional<std::size_t> slot;     // where it is one of the slots
  bool is_root = false;
};

/// mantissa · 2^-shift, rounded down; 0 ≤ mantissa < 2^62.
struct BulkRatio {
  std::int64_t mantissa = 0;
  int shift = 0;
};

/// What a unit lost at an item takes off a target above it, in grains.
struct BulkItemWeight {
  std::uint32_t item = 0;
  std::int64_t weight = 0;
};

/// What a grain off a target takes off a slot above it.
struct BulkSlotRatio {
  std::uint32_t slot = 0;
  BulkRatio ratio;
};

/// A target, in one profile.
struct BulkTargetLine {
  static constexpr std::size_t group = 4;
  bool scored = false;
  std::int64_t base = 0;
  std::vector<BulkItemWeight> items;    // those below it, and some of weight 0: `group` at a time
  std::vector<BulkSlotRatio> to_slots;  // those above it
  std::vector<BulkRatio> from_below;    // what a grain off each of BulkTarget::below takes off this target
};

struct BulkProfile {
  bool general = false;  // its weights are 0 then, and the rest empty
  bool exact = false;    // no weight was rounded
  std::vector<BulkTargetLine> targets;
};

/// A grade's range, edges included, in steps of 10^-9.
struct BulkGrade {
  std::int64_t low, high;
};

struct BulkTables {
  std::vector<std::uint32_t> radix;  // by attribute: number of codes
  std::size_t items = 0;
  std::size_t codes = 1;               // Π radix
  std::vector<Cell> cells;             // (items + 1) × (codes + 1): the last of each stands for what is beyond
  std::vector<std::uint32_t> caps;     // by item, in units; 0 for what is beyond
  std::uint64_t most_units = 0;        // that a visit can lose
  std::vector<std::int64_t> units;     // by item: in steps of 10^-9
  std::vector<std::size_t> first_aim;  // by item, and the end
  std::vector<BulkAim> aims;
  std::vector<BulkTarget> targets;  // each after those below it

  std::vector<NodeId> slots;  // the wanted nodes in their order, then the total where it is not one of them
  std::size_t wanted = 0;     // how many are wanted
  std::uint32_t total = 0;    // slot of the total
  std::size_t depth = 1;      // most slots above an item, the total among them
  /// (items + 1) × (depth − 1): the slots above the item but the total's, counted from `first_slot`; where there are
  /// fewer, the one behind the last.
  std::vector<std::uint32_t> item_lines;
  int shift = 0;
  MarkRounding rounding;
  bool rounds_plainly = false;  // half-up to nine places, and no mark is below 0
  std::vector<BulkGrade> grades;
  std::vector<BulkProfile> profiles;
  std::vector<std::int64_t> base;      // profiles × slots; 0 where it has no mark
  std::vector<std::int64_t> unscored;  // likewise: what makes 0 of a node without a mark `no_mark`; else 0
  // Of each profile (items + 1) lines; the last stands for what is beyond.
  std::vector<std::int64_t> weights;   // lines × depth: of the total, then of the slots in item_lines
  std::vector<std::uint8_t> excluded;  // by line: the item does not apply

  std::vector<std::vector<ValueCode>> values;  // by attribute, by code
  std::vector<std::size_t> attribute_slots;    // by attribute: position in AttributeCodes
  std::vector<BulkScorer::General> general_items;
  std::vector<BulkScorer::GeneralProfile> general_profiles;

  std::size_t stride() const { return codes + 1; }
  std::size_t lines() const { return items + 1; }  ///< of a profile
  AttributeCodes attribute_codes(std::size_t code) const;
  /// Of the total; `best`: the best that vetoes allow.
  std::uint8_t grade_of(std::int64_t mark, std::uint16_t best) const {
    std::size_t grade = no_bulk_grade;
    for (std::size_t g = grades.size(); g-- > 0;) {
      const bool within = mark >= grades[g].low && mark <= grades[g].high;
      grade = within ? g : grade;
    }
    if (grade == no_bulk_grade || mark == no_mark.scaled()) return no_bulk_grade;
    return static_cast<std::uint8_t>(std::max<std::size_t>(grade, best));
  }
};

/// bulk_lower.cpp: cells, caps, aims, slots; errors as BulkScorer::create says.
Diagnostics lower_layout(const CompiledFramework& framework, const BulkLayout& layout, BulkTables& tables);
/// bulk_linear.cpp: shift and profiles, for tables that lower_layout has filled.
void lower_profiles(const CompiledFramework& framework, const BulkLayout& layout, BulkTables& tables);

}  // namespace aedile::detail
