#pragma once
/// The visits of live scores: for each a row of memory with what its findings cost, and its marks.
///
///   head: units lost altogether, first finding, profile, … | losses by slot | marks by slot | losses by item
///
/// An item's loss is not capped, so that it can be taken back; 8, 16 or 32 bits, of which the highest number stands for
/// one that has no room there.
///
/// A row begins a cache line: a change of a finding touches one or two lines of it.

#include <limits>
#include <unordered_map>

#include "core/int128.h"
#include "core/large_array.h"
#include "scoring/bulk_aims.h"
#include "scoring/bulk_impl.h"
#include "scoring/live_findings.h"

namespace aedile::detail {

class LiveVisits {
 public:
  /// What stands first in a row.
  struct Head {
    std::uint64_t moved;  // units lost, of all items
    FindingNumber first;  // of its findings: a list through LiveFindings
    std::uint32_t profile;
    std::uint32_t general;  // reasons to go to a Scorer: findings, and 1 for the profile
    std::uint32_t fired;    // 1 + position in `fired_`; 0: never
    std::uint32_t line;     // where its profile begins in BulkTables::weights
    std::uint32_t grade;    // the best that is allowed; from a Scorer, its own beside `by_scorer_bit`;
                            // `failed_bit`: `failures_` has it, and it is general
  };
  static_assert(sizeof(Head) == 32);
  static constexpr std::size_t losses_at = sizeof(Head);
  static constexpr std::uint32_t by_scorer_bit = std::uint32_t{1} << 16, failed_bit = std::uint32_t{1} << 17;

  LiveVisits(const BulkScorer::Impl& scorer, std::size_t visits, const LiveFindings& findings);
  LiveVisits(const LiveVisits&);
  LiveVisits& operator=(const LiveVisits&) = delete;

  std::size_t size() const { return visits_; }
  /// Gives the visit a profile, and no marks yet. Once, first.
  void open(std::uint32_t visit, std::uint32_t profile);
  Head& head(std::uint32_t visit) { return *at<Head>(visit, 0); }
  const Head& head(std::uint32_t visit) const { return *at<Head>(visit, 0); }
  Points mark(std::uint32_t visit, std::size_t slot) const { return at<Points>(visit, marks_at_)[slot]; }
  Points total(std::uint32_t visit) const { return mark(visit, tables_.total); }
  std::uint8_t grade(std::uint32_t visit) const {
    const std::uint32_t held = head(visit).grade;
    return (held & by_scorer_bit) != 0 ? static_cast<std::uint8_t>(held)
                                       : tables_.grade_of(total(visit).scaled(), static_cast<std::uint16_t>(held));
  }
  const Diagnostics* failure(std::uint32_t visit) const;

  /// Whether a finding on the item scores at the visit.
  bool applies(std::uint32_t visit, std::uint32_t item) const { return tables_.excluded[head(visit).line + item] == 0; }
  /// Asks for the memory that a change of a finding on the item needs, all at once.
  void fetch(std::uint32_t visit, std::uint32_t item) const {
    __builtin_prefetch(at<char>(visit, 0), 1);
    __builtin_prefetch(at<char>(visit, items_at_ + item * width_), 1);
  }
  /// A finding that `Was` there changes into one that `Is` there, or comes, or goes; marks do not change yet. A place
  /// is one of the tables in any case. Which it is stands in the code, since a processor that has to guess it waits for
  /// the finding's memory when it is wrong.
  template <bool Was, bool Is>
  void move(std::uint32_t visit, LiveState before, LiveState after) {
    const std::uint32_t place_before = before.place & ~LiveState::there_bit;
    const std::uint32_t place_after = after.place & ~LiveState::there_bit;
    const Cell was = Was ? cells_[place_before] : 0, is = Is ? cells_[place_after] : 0;
    const std::uint64_t less = Was ? std::uint64_t{was & cell_units} * before.count : 0;
    const std::uint64_t more = Is ? std::uint64_t{is & cell_units} * after.count : 0;
    const std::uint32_t item = place_after >> code_bits_;
    if (!Was || !Is || place_before >> code_bits_ == item) [[likely]] {
      lose(visit, item, less, more);
    } else {
      lose_apart(visit, place_before >> code_bits_, less, item, more);
    }
    if (((was | is) & (cell_aims | cell_general)) != 0) [[unlikely]]
      change_flags(visit, before, after);
  }
  /// What the tables say of a place.
  Cell cell(std::uint32_t place) const { return cells_[place]; }
  /// The marks of the visit by what its findings are now.
  void score(std::uint32_t visit, LiveFindings& findings) {
    const Head& scored = head(visit);
    if ((scored.general | scored.fired | (scored.grade & failed_bit)) == 0 && write(visit)) [[likely]]
      return;
    score_specially(visit, findings);
  }

 private:
  /// Findings of one visit that fire the same.
  struct Fired {
    std::uint32_t place = 0;
    std::uint64_t findings = 0, occurrences = 0;  // the sum of fewer than 2^32 counts of 32 bits
  };

  /// What a row holds from that byte on. Nothing is ever seen as two kinds of objects.
  template <class T>
  T* at(std::uint32_t visit, std::size_t byte) {
    return reinterpret_cast<T*>(rows_.data() + visit * stride_ + byte);
  }
  template <class T>
  const T* at(std::uint32_t visit, std::size_t byte) const {
    return reinterpret_cast<const T*>(rows_.data() + visit * stride_ + byte);
  }

  [[gnu::always_inline]] void lose(std::uint32_t visit, std::uint32_t item, std::uint64_t less, std::uint64_t more) {
    std::byte* const row = at<std::byte>(visit, 0);
    if (width_ == 1) [[likely]]
      return lose(reinterpret_cast<std::uint8_t*>(row + items_at_), row, item, less, more);
    lose_wider(row, item, less, more);
  }
  /// Nothing here depends on what is in memory, so that the next change need not wait for it. An item that does not
  /// apply weighs nothing.
  template <class Narrow>
  [[gnu::always_inline]] void lose(Narrow* losses, std::byte* row, std::uint32_t item, std::uint64_t less,
                                   std::uint64_t more) {
    constexpr std::uint64_t elsewhere = std::numeric_limits<Narrow>::max();
    const std::uint64_t cap = tables_.caps[item];
    // One finding costs less than 2^60 units, and every number that is held elsewhere is beyond every cap.
    const std::uint64_t before = losses[item];
    std::uint64_t now = before - less + more;
    if (before == elsewhere || now >= elsewhere) [[unlikely]]
      now = lose_elsewhere(row, item, before, less, more, elsewhere);
    losses[item] = static_cast<Narrow>(now);
    const auto change =
        static_cast<std::int64_t>(std::min(now, cap)) - static_cast<std::int64_t>(std::min(before, cap));
    Head& lost = *reinterpret_cast<Head*>(row);
    lost.moved += static_cast<std::uint64_t>(change);
    const std::size_t depth = tables_.depth;
    const std::int64_t* const weight = &tables_.weights[(lost.line + item) * depth];
    auto* const slots = reinterpret_cast<std::int64_t*>(row + losses_at);
    slots[tables_.total] += weight[0] * change;
    for (std::size_t d = 1; d < depth; ++d)
      slots[tables_.item_lines[item * (depth - 1) + d - 1] - first_slot] += weight[d] * change;
  }
  void lose_apart(std::uint32_t visit, std::uint32_t item_before, std::uint64_t less, std::uint32_t item,
                  std::uint64_t more);
  void lose_wider(std::byte* row, std::uint32_t item, std::uint64_t less, std::uint64_t more);
  std::uint64_t lose_elsewhere(const std::byte* row, std::uint32_t item, std::uint64_t before, std::uint64_t less,
                               std::uint64_t more, std::uint64_t elsewhere);
  void change_flags(std::uint32_t visit, LiveState before, LiveState after);
  void change_flags(std::uint32_t visit, LiveState state, bool there);

  /// By tables, where nothing has fired; false where these do not decide.
  bool write(std::uint32_t visit) {
    Head& lost = head(visit);
    const std::uint64_t error = tables_.profiles[lost.profile].exact ? 0 : (lost.moved >> 1) + 1;
    if (!one_plain_) return round(visit, at<std::int64_t>(visit, losses_at), error, 0);
    const Plain rounded = round_plainly(tables_.base[lost.profile] - *at<std::int64_t>(visit, losses_at));
    *at<Points>(visit, marks_at_) = Points::from_scaled(rounded.mark + tables_.unscored[lost.profile]);
    lost.grade = 0;
    return error == 0 || rounded.distance > error;
  }
  /// Half up to nine places, and how far the nearest turning point is.
  struct Plain {
    std::int64_t mark;
    std::uint64_t distance;
  };
  Plain round_plainly(std::int64_t grains) const {
    const std::int64_t step = std::int64_t{1} << tables_.shift;
    const std::int64_t from_turn = grains + step / 2;  // turning points are whole steps then
    const std::int64_t rest = from_turn & (step - 1);
    return {from_turn >> tables_.shift, static_cast<std::uint64_t>(std::min(rest, step - rest))};
  }
  bool round(std::uint32_t visit, const std::int64_t* losses, std::uint64_t error, std::uint16_t best_grade) {
    const std::size_t slots = tables_.slots.size();
    Head& written = head(visit);
    const std::int64_t* const base = &tables_.base[written.profile * slots];
    const std::int64_t* const unscored = &tables_.unscored[written.profile * slots];
    Points* const marks = at<Points>(visit, marks_at_);
    bool decided = true;
    for (std::size_t s = 0; s < slots; ++s) {
      RoundedGrains rounded;
      if (tables_.rounds_plainly) {
        const Plain plain = round_plainly(base[s] - losses[s]);
        rounded = {plain.mark, error == 0 || plain.distance > error};
      } else {
        rounded = round_grains(base[s] - losses[s], error, tables_.shift, tables_.rounding);
      }
      decided &= rounded.decided;
      marks[s] = Points::from_scaled(rounded.mark + unscored[s]);
    }
    written.grade = best_grade;
    return decided;
  }
  void score_specially(std::uint32_t visit, LiveFindings& findings);
  bool write_fired(std::uint32_t visit);
  void show_losses(std::uint32_t visit, const BulkTarget& target);
  void by_scorer(std::uint32_t visit, LiveFindings& findings);

  const BulkScorer::Impl& scorer_;
  const BulkTables& tables_;
  std::vector<Cell> cells_;  // by place
  int code_bits_;
  std::size_t visits_;
  std::size_t width_;                         // bytes of an item's loss
  bool one_plain_;                            // the total alone is wanted, and BulkTables::rounds_plainly
  std::size_t marks_at_, items_at_, stride_;  // in bytes
  LargeArray<std::byte> rows_;
  std::unordered_map<std::uint64_t, uint128> wide_;  // by visit · items + item
  std::vector<std::vector<Fired>> fired_;            // of visits that have ever fired
  std::unordered_map<std::uint32_t, Diagnostics> failures_;

  // Work space.
  FiredAims aims_;
  std::vector<std::uint32_t> item_losses_;
  std::vector<std::int64_t> slot_losses_;
  std::unique_ptr<Scorer> exact_;  // made when first needed
  Scorecard card_;
  std::vector<FindingNumber> numbers_;
  std::vector<Finding> seen_;
};

}  // namespace aedile::detail
