/// Live scores out of columns: visits, units, and the findings that are there at first.

#include <string>

#include "aedile/core/exceptions.h"
#include "scoring/bulk_visits.h"
#include "scoring/live_impl.h"
#include "scoring/messages_live.h"

namespace aedile {
namespace {

/// The row's own check of what it repeats of its visit.
bool repeats(const Column& row_column, const Column& visit_column, std::size_t row, std::uint32_t visit) {
  return !row_column.given() || !visit_column.given() || row_column[row] == visit_column[visit];
}

RowFault row_fault(LiveFault fault) {
  switch (fault) {
    case LiveFault::no_such_item:
      return RowFault::no_such_item;
    case LiveFault::no_such_value:
      return RowFault::no_such_value;
    case LiveFault::not_applicable:
      return RowFault::not_applicable;
    default:
      return RowFault::no_points;
  }
}

}  // namespace

Result<std::unique_ptr<LiveScores::Impl>> LiveScores::Impl::make(BulkScorer scorer, const VisitColumns& visits,
                                                                 const LiveUnits& units, const LiveOptions& options) {
  if (visits.first != 0) throw ContractError("LiveScores: visits are numbered from 0");
  scorer.impl().check(visits, {}, {});
  if (scorer.impl().tables.grades.size() >= no_bulk_grade)
    throw ContractError("LiveScores: too many grades for 8 bits");
  auto impl = std::make_unique<Impl>(std::move(scorer), visits.count, options);
  Diagnostics problems = impl->open_visits(visits, units);
  if (problems.has_errors()) return problems;
  return impl;
}

Diagnostics LiveScores::Impl::open_visits(const VisitColumns& columns, const LiveUnits& levels) {
  const Column& unit = levels.of_visit.given() ? levels.of_visit : columns.site;
  const bool has_units = !levels.levels.empty();
  if (has_units && (!unit.given() || unit.size() != columns.count))
    throw ContractError("LiveScores: not one unit for each visit");
  Diagnostics problems = units.build(levels.levels);
  const std::size_t sites = has_units ? levels.levels.front().units : 0;
  unit_of_visit.reserve(columns.count);
  for (std::uint32_t v = 0; v < columns.count; ++v) {
    if (has_units && unit[v] >= sites)
      problems.error({{}, 0, 0, "/visits"}, messages::live_unit,
                     {std::to_string(v), std::to_string(unit[v]), std::to_string(sites)});
    visits.open(v, detail::profile_of(columns, v));
    unit_of_visit.push_back(has_units ? unit[v] : detail::no_unit);
  }
  return problems;
}

void LiveScores::Impl::add_rows(const VisitColumns& columns, const FindingColumns& rows) {
  const std::size_t size = rows.visit.size();
  if (size >= no_finding) throw ContractError("LiveScores: too many findings");
  findings.reserve(size);
  std::vector<std::uint32_t> values(rows.attributes.size());
  for (std::size_t r = 0; r < size; ++r) {
    const std::uint32_t visit = rows.visit[r], count = rows.count.given() ? rows.count[r] : 1;
    std::optional<RowFault> fault;
    detail::LiveState state;
    if (visit >= visits.size()) {
      fault = RowFault::no_such_visit;
    } else {
      for (std::size_t a = 0; a < values.size(); ++a) values[a] = rows.attributes[a][r];
      const auto [why, placed] = place(visit, {rows.item[r], code_of(values)}, count);
      state = placed;
      const bool known = why != LiveFault::no_such_item && why != LiveFault::no_such_value;
      if (why) fault = row_fault(*why);
      if (known && !repeats(rows.period, columns.period, r, visit)) fault = RowFault::other_period;
      if (known && !repeats(rows.site, columns.site, r, visit)) fault = RowFault::other_site;
    }
    if (fault) {
      rejected.push_back({r, *fault});
      findings.push_back(no_visit);
    } else {
      put(findings.push_back(visit), visit, state.gone(), state);
    }
  }
}

void LiveScores::Impl::score_all() {
  for (std::uint32_t v = 0; v < visits.size(); ++v) renew(v);
}

Result<LiveScores> LiveScores::create(BulkScorer scorer, const VisitColumns& visits, const LiveUnits& units,
                                      const FindingColumns& findings, LiveOptions options) {
  scorer.impl().check(visits, findings, {});
  Result<std::unique_ptr<Impl>> impl = Impl::make(std::move(scorer), visits, units, options);
  if (!impl) return impl.diagnostics();
  (*impl)->add_rows(visits, findings);
  (*impl)->score_all();
  return LiveScores(std::move(*impl));
}

}  // namespace aedile
