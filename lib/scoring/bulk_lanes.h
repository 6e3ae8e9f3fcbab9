#pragma once
/// The loops of bulk scoring over whole blocks of rows, compiled once for every set of instructions that is worth it
/// and chosen at run time. All give the same numbers. Their bodies are in bulk_lanes.inc.
///
/// This header and the bodies hold nothing that other code is linked with: an inline function of the standard library
/// compiled there might become the one that a processor without those instructions runs.

#include <cstddef>
#include <cstdint>

namespace aedile::detail {

inline constexpr std::size_t block_rows = 256;
inline constexpr std::size_t mask_words = block_rows / 64 + 1;

/// A batch of neighbouring visits, and what rows must repeat of theirs, by visit of the batch.
struct VisitBatch {
  std::uint32_t first, size;  // may be 0
  std::uint32_t visits;       // of the whole table
  const std::uint32_t *site, *period;
  const std::uint32_t* line;         // of its profile's first item in the tables
  std::uint32_t places, loss_slots;  // of one visit
};

/// Rows of a block, with codes that are within the tables.
struct BatchRows {
  const std::uint32_t *visit, *site, *period, *item, *cell;
  std::uint32_t usual;  // cells below need no closer look
};

/// Where a row of a batch is felt.
struct RowPlaces {
  std::uint32_t *place, *line, *slot;  // its item's loss, its item in its profile, its visit's first loss by slot
  std::uint64_t* odd;                  // a bit a row: to be looked at. Bits that are set stay.
};

/// Where the parts of a row stand in a record, from the lowest bit on: bits of each.
struct RecordLayout {
  int visit = 0, item = 0, code = 0, count = 0, site = 0, period = 0;

  constexpr int bits() const { return visit + item + code + count + site + period; }
};
struct RecordColumns {
  std::uint32_t *visit, *item, *code, *count, *site, *period;
};

/// Visits whose first `slots` losses, in grains of 2^-shift steps, become marks.
struct RoundedVisits {
  std::size_t visits, slots;
  const std::int64_t *base, *unscored;  // of all profiles
  const std::uint32_t* row;             // by visit: where those of its profile begin
  const std::int64_t* loss;
  std::size_t loss_stride;  // from visit to visit
  std::int64_t* marks;      // visits × slots
  int shift;
  std::uint64_t* nearest;  // by visit: how near its nearest mark is to where rounding changes, in grains
};

struct Lanes {
  const char* name;
  void (*widen8)(const std::uint8_t* from, std::size_t rows, std::uint32_t* to);
  void (*widen16)(const std::uint16_t* from, std::size_t rows, std::uint32_t* to);
  void (*hold_below)(std::uint32_t* codes, std::size_t rows, std::uint32_t limit);
  /// The cell of each row, items × stride.
  void (*look_up)(const std::uint32_t* cells, std::uint32_t stride, const std::uint32_t* item,
                  const std::uint32_t* code, std::size_t rows, std::uint32_t* cell);
  /// Takes rows [first, last) up to the first of an existing visit that is not of the batch, which it returns. A row of
  /// no visit is odd, and takes the places of the first; so is one with another site or period, or an unusual cell.
  std::size_t (*look)(const VisitBatch& batch, const BatchRows& rows, std::size_t first, std::size_t last,
                      const RowPlaces& to);
  /// Modulo 2^32.
  std::uint32_t (*sum)(const std::uint32_t* values, std::size_t size);
  /// Half-up; marks that are not below 0.
  void (*round)(const RoundedVisits& visits);
  void (*unpack)(const RecordLayout& layout, const std::uint64_t* records, std::size_t rows, std::uint32_t first_visit,
                 const RecordColumns& to);
};

const Lanes& portable_lanes();
/// The widest that this processor has.
const Lanes& best_lanes();
/// All that this processor has, the portable ones first; ends with a null.
const Lanes* const* all_lanes();

}  // namespace aedile::detail
