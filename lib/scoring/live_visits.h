#pragma once
/// The visits of live scores: for each a row of memory with what its findings cost, and its marks.
///
///   head: units lost altogether, first finding, profile, unit, … | losses by slot | marks by slot | losses by item
///
/// An item's loss is not capped, so that it can be taken back; 16 or 32 bits, of which the highest number stands for
/// one that has no room there.
///
/// A row begins a cache line: a change of a finding touches one or two lines of it.

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
    std::uint64_t moved;    // units lost, of all items
    FindingNumber first;    // of its findings: a list through LiveFindings
    std::uint32_t general;  // reasons to go to a Scorer: findings, and 1 for the profile
    std::uint32_t profile;
    std::uint32_t unit;   // place of its unit, or no_unit
    std::uint32_t fired;  // 1 + position in `fired_`; 0: never
    std::uint16_t unused;
    std::uint8_t grade;
    std::uint8_t failed;  // whether `failures_` has it
  };
  static_assert(sizeof(Head) == 32);

  LiveVisits(const BulkScorer::Impl& scorer, std::size_t visits);
  LiveVisits(const LiveVisits&);
  LiveVisits& operator=(const LiveVisits&) = delete;

  std::size_t size() const { return visits_; }
  /// Gives the visit a profile and a unit, and no marks yet. Once, first.
  void open(std::uint32_t visit, std::uint32_t profile, std::uint32_t unit);
  Head& head(std::uint32_t visit) { return *at<Head>(visit, 0); }
  const Head& head(std::uint32_t visit) const { return *at<Head>(visit, 0); }
  Points mark(std::uint32_t visit, std::size_t slot) const { return at<Points>(visit, marks_at_)[slot]; }
  Points total(std::uint32_t visit) const { return mark(visit, tables_.total); }
  const Diagnostics* failure(std::uint32_t visit) const;

  /// Whether a finding on the item scores at the visit.
  bool applies(const Head& head, std::uint32_t item) const {
    return tables_.excluded[head.profile * tables_.lines() + item] == 0;
  }
  /// What is there of a finding changes; marks do not yet. Absent findings have a count of 0.
  void move(std::uint32_t visit, const LivePlace& before, std::uint32_t count_before, const LivePlace& after,
            std::uint32_t count_after);
  /// The marks of the visit by what its findings are now.
  void score(std::uint32_t visit, LiveFindings& findings);

 private:
  /// Findings of one visit that fire the same.
  struct Fired {
    LivePlace place;
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

  Cell cell(const LivePlace& place) const { return tables_.cells[place.item * tables_.stride() + place.code]; }
  template <class Narrow>
  void lose(std::uint32_t visit, std::uint32_t item, std::uint64_t less, std::uint64_t more);
  void lose(std::uint32_t visit, std::uint32_t item, std::uint64_t less, std::uint64_t more) {
    narrow_ ? lose<std::uint16_t>(visit, item, less, more) : lose<std::uint32_t>(visit, item, less, more);
  }
  [[gnu::noinline]] void change_flags(std::uint32_t visit, const LivePlace& place, std::uint32_t count, bool there);

  /// By tables; false where these do not decide.
  bool write(std::uint32_t visit);
  [[gnu::noinline]] bool write_fired(std::uint32_t visit);
  bool round(std::uint32_t visit, const std::int64_t* losses, std::uint64_t error, std::uint16_t best_grade);
  void by_scorer(std::uint32_t visit, LiveFindings& findings);

  const BulkScorer::Impl& scorer_;
  const BulkTables& tables_;
  std::size_t visits_;
  bool narrow_;
  std::size_t losses_at_, marks_at_, items_at_, stride_;  // in bytes
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
