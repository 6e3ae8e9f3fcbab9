#pragma once
/// What live scores are made of.

#include <deque>

#include "scoring/live_findings.h"
#include "scoring/live_units.h"
#include "scoring/live_visits.h"

namespace aedile {

struct LiveScores::Impl {
  Impl(BulkScorer used, std::size_t count, LiveOptions chosen)
      : scorer(std::move(used)),
        options(chosen),
        visits(scorer.impl(), count),
        findings(scorer.impl().tables.items, scorer.impl().tables.codes) {}
  Impl(const Impl&) = default;
  Impl& operator=(const Impl&) = delete;

  /// The visits and units, without findings or marks. Errors as `create`.
  static Result<std::unique_ptr<Impl>> make(BulkScorer scorer, const VisitColumns& visits, const LiveUnits& units,
                                            LiveOptions options);
  Diagnostics open_visits(const VisitColumns& columns, const LiveUnits& levels);
  void add_rows(const VisitColumns& columns, const FindingColumns& rows);
  /// Marks of all visits, where none had been scored.
  void score_all();

  /// What one finding was or is: not there, or there with a place and a count.
  struct State {
    std::uint32_t bits = 0;  // as LiveRecord::bits, without `listed_bit`
    std::uint32_t count = 0;
  };
  State state_of(const detail::LiveRecord& record) const {
    return {record.bits & ~detail::LiveRecord::listed_bit, record.count};
  }
  static bool there(const State& state) { return (state.bits & detail::LiveRecord::there_bit) != 0; }

  /// Where a finding stands in the tables, or why it does not fit the visit.
  std::optional<LiveFault> place(std::uint32_t visit, std::uint32_t item, std::uint32_t code, std::uint32_t count,
                                 State& state) const;
  /// Of all attributes together; beyond the table where one is beyond the layout.
  std::uint32_t code_of(std::span<const std::uint32_t> values) const;

  /// A finding that is not there yet takes the next number.
  FindingNumber number(std::uint32_t visit, const State& state);
  /// What is there changes, the marks do not.
  void put(FindingNumber finding, const State& now);
  /// The marks of the visit and the means above it.
  void renew(std::uint32_t visit) {
    const Points before = visits.total(visit);
    visits.score(visit, findings);
    units.move(visits.head(visit).unit, before, visits.total(visit));
  }

  /// A change that can be undone.
  struct Change {
    FindingNumber finding = no_finding;
    std::uint32_t visit = no_visit;
    State before, after;
    bool came = false;  // with this change
  };
  LiveOutcome change(const Change& made);

  void check_visit(std::uint32_t visit) const;
  std::uint32_t check_unit(std::size_t level, std::uint32_t unit) const;

  BulkScorer scorer;
  LiveOptions options;
  detail::LiveVisits visits;
  detail::LiveFindings findings;
  detail::LiveUnitSums units;
  std::size_t here = 0, ignored = 0;  // findings that are there, and of these on items that do not apply
  std::vector<RejectedRow> rejected;
  std::deque<Change> done;
  std::vector<Change> undone;
};

}  // namespace aedile
