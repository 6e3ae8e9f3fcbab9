#pragma once
/// What live scores are made of.

#include "aedile/core/exceptions.h"
#include "scoring/live_history.h"
#include "scoring/live_units.h"
#include "scoring/live_visits.h"

namespace aedile {

struct LiveScores::Impl {
  Impl(BulkScorer used, std::size_t count, const LiveOptions& options)
      : scorer(std::move(used)),
        findings(scorer.impl().tables.items, scorer.impl().tables.codes),
        visits(scorer.impl(), count, findings),
        history(options.history),
        ignores(scorer.impl().options.score.ignore_not_applicable) {}
  Impl(const Impl&) = default;
  Impl& operator=(const Impl&) = delete;

  /// The visits and units, without findings or marks. Errors as `create`.
  static Result<std::unique_ptr<Impl>> make(BulkScorer scorer, const VisitColumns& visits, const LiveUnits& units,
                                            const LiveOptions& options);
  Diagnostics open_visits(const VisitColumns& columns, const LiveUnits& levels);
  void add_rows(const VisitColumns& columns, const FindingColumns& rows);
  /// Marks of all visits, where none had been scored.
  void score_all();

  /// Where a finding stands in the tables, or why it does not fit the visit.
  struct Placed {
    std::optional<LiveFault> fault{};
    detail::LiveState state{};
  };
  Placed place(std::uint32_t visit, detail::LivePlace at, std::uint32_t count) const {
    const detail::BulkTables& tables = scorer.impl().tables;
    if (at.item >= tables.items) return {LiveFault::no_such_item};
    if (at.code >= tables.codes) return {LiveFault::no_such_value};
    // What is in the visit's memory is looked at last, and mostly not at all.
    if (!ignores && !visits.applies(visit, at.item)) return {LiveFault::not_applicable};
    const std::uint32_t packed = findings.packed(at);
    if ((visits.cell(packed) & detail::cell_fault) != 0 && count != 0 && visits.applies(visit, at.item))
      return {LiveFault::no_points};
    return {{}, {packed | detail::LiveState::there_bit, count}};
  }
  /// Of all attributes together; beyond the table where one is beyond the layout.
  std::uint32_t code_of(std::span<const std::uint32_t> values) const {
    const detail::BulkTables& tables = scorer.impl().tables;
    if (values.size() != tables.radix.size()) throw ContractError("LiveScores: not one value for each attribute");
    std::uint32_t code = 0;
    for (std::size_t a = 0; a < values.size(); ++a) {
      if (values[a] >= tables.radix[a]) return static_cast<std::uint32_t>(tables.codes);
      code = code * tables.radix[a] + values[a];
    }
    return code;
  }

  /// A finding changes, the marks do not yet. First what need not wait for the visit's memory.
  template <bool Was, bool Is>
  void put(FindingNumber finding, std::uint32_t visit, detail::LiveState was, detail::LiveState now) {
    here += static_cast<std::size_t>(Is) - static_cast<std::size_t>(Was);
    findings.set_state(finding, now);
    visits.move<Was, Is>(visit, was, now);
    if (Is && !Was) findings.list(finding, visits.head(visit).first);
  }
  void put(FindingNumber finding, std::uint32_t visit, detail::LiveState was, detail::LiveState now) {
    if (was.there())
      now.there() ? put<true, true>(finding, visit, was, now) : put<true, false>(finding, visit, was, now);
    else
      put<false, true>(finding, visit, was, now);
  }
  /// The marks of the visit and the means above it.
  void renew(std::uint32_t visit) {
    const Points before = visits.total(visit);
    visits.score(visit, findings);
    units.move(unit_of_visit[visit], before, visits.total(visit));
  }

  template <bool Was, bool Is>
  LiveOutcome change(FindingNumber finding, std::uint32_t visit, detail::LiveState was, detail::LiveState now) {
    detail::LiveChange& change = history.next();
    change.finding = finding;
    change.visit = visit;
    change.before = {was.place | (Was ? 0 : detail::LiveChange::came_bit), was.count};
    change.after = now;
    put<Was, Is>(finding, visit, was, now);
    renew(visit);
    return {{}, finding, visit, visits.total(visit)};
  }
  /// Asks for the memory that a change needs, before anything waits for a part of it.
  void fetch(std::uint32_t visit, std::uint32_t item) const {
    visits.fetch(visit, item);
    units.fetch(unit_of_visit[visit]);
  }

  void check_visit(std::uint32_t visit) const {
    if (visit >= visits.size()) throw ContractError("LiveScores: no such visit");
  }
  std::uint32_t check_unit(std::size_t level, std::uint32_t unit) const;
  /// The visit's unit at the level.
  std::uint32_t place_above(std::size_t level, std::uint32_t visit) const {
    if (level >= units.levels()) throw ContractError("LiveScores: no such level");
    std::uint32_t place = unit_of_visit[visit];
    for (; level != 0; --level) place = units.parent(place);
    return place;
  }

  BulkScorer scorer;
  detail::LiveFindings findings;
  detail::LiveVisits visits;
  detail::LiveUnitSums units;
  std::vector<std::uint32_t> unit_of_visit;  // place, or no_unit
  std::size_t here = 0;                      // findings that are there
  std::vector<RejectedRow> rejected;
  detail::LiveHistory history;
  bool ignores;  // ScoreOptions::ignore_not_applicable
};

}  // namespace aedile
