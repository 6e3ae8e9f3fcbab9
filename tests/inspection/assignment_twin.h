// The plain twin of `assign` for small cases: every team for every visit, the first set of visits that can be carried
// out, the least cost of it. It shares no line with the library.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "aedile/inspection/assignment.h"
#include "aedile/inspection/route.h"

namespace aedile::testing {

inline bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& x) { return std::count(b.begin(), b.end(), x) > 0; });
}

inline bool may_go(const Inspector& inspector, const PlannedVisit& visit, const std::vector<PastVisit>& past) {
  const std::vector<std::string> site{visit.site};
  if (!inspector.valid.holds(visit.date)) return false;
  for (const Validity& absence : inspector.absences) {
    if (absence.holds(visit.date)) return false;
  }
  if (!visit.district.empty() && !inspector.districts.empty() && !share(inspector.districts, {visit.district})) {
    return false;
  }
  for (const std::string& needed : visit.qualifications) {
    if (!share(inspector.qualifications, {needed})) return false;
  }
  if (share(inspector.own_units, visit.units) || share(inspector.own_contracts, visit.units) ||
      share(inspector.own_contracts, site) || share(inspector.kin_units, visit.units) ||
      share(inspector.kin_sites, site)) {
    return false;
  }
  std::optional<Date> last;
  for (const PastVisit& before : past) {
    if (before.site == visit.site && before.date < visit.date && (!last || *last < before.date)) last = before.date;
  }
  return std::none_of(past.begin(), past.end(), [&](const PastVisit& before) {
    return before.site == visit.site && before.date == last && share(before.inspectors, {inspector.id});
  });
}

inline bool overlap(const PlannedVisit& a, const PlannedVisit& b) {
  return a.start && b.start && *a.start < *b.end && *b.start < *a.end;
}

/// One day by brute force.
class DayTwin {
 public:
  /// `loads`: of each inspector before the day. The visits are those of one day, by id.
  DayTwin(const std::vector<PlannedVisit>& visits, const std::vector<Inspector>& inspectors,
          const AssignmentOptions& options, std::vector<std::int64_t> loads)
      : visits_(visits), inspectors_(inspectors), options_(options), loads_(std::move(loads)) {}

  /// The visits that are kept, and the least cost of staffing them.
  std::pair<std::vector<bool>, std::int64_t> solve() {
    std::vector<bool> kept(visits_.size());
    for (std::size_t v = 0; v < visits_.size(); ++v) {
      kept[v] = true;
      if (!least(kept)) kept[v] = false;
    }
    return {kept, *least(kept)};
  }

 private:
  std::optional<std::int64_t> least(const std::vector<bool>& kept) {
    best_.reset();
    chosen_.assign(visits_.size(), 0);
    std::vector<std::uint32_t> today(inspectors_.size());
    choose(kept, 0, today, 0);
    return best_;
  }

  void choose(const std::vector<bool>& kept, std::size_t visit, std::vector<std::uint32_t>& today, std::int64_t cost) {
    if (visit == visits_.size()) {
      if (!best_ || cost < *best_) best_ = cost;
      return;
    }
    chosen_[visit] = 0;
    if (!kept[visit]) return choose(kept, visit + 1, today, cost);
    const PlannedVisit& planned = visits_[visit];
    for (unsigned team = 0; team < (1u << inspectors_.size()); ++team) {
      if (static_cast<unsigned>(__builtin_popcount(team)) != planned.inspectors) continue;
      bool good = true;
      bool led = !planned.needs_lead;
      std::int64_t more = 0;
      std::vector<std::uint32_t> after = today;
      for (std::size_t i = 0; i < inspectors_.size(); ++i) {
        if ((team >> i & 1) == 0) continue;
        const Inspector& inspector = inspectors_[i];
        good = good && may_go(inspector, planned, options_.past) && after[i] < inspector.capacity_per_day;
        for (std::size_t other = 0; other < visit; ++other) {
          good = good && ((chosen_[other] >> i & 1) == 0 || !overlap(planned, visits_[other]));
        }
        led = led || inspector.lead;
        const std::int64_t load = loads_[i] + after[i]++;
        more += options_.load_cost * ((load + 1) * (load + 1) - load * load);
        if (inspector.base && planned.at) {
          more += options_.kilometre_cost * ((metres_between(*inspector.base, *planned.at) + 500) / 1000);
        }
      }
      chosen_[visit] = team;
      if (good && led) choose(kept, visit + 1, after, cost + more);
    }
  }

  const std::vector<PlannedVisit>& visits_;
  const std::vector<Inspector>& inspectors_;
  const AssignmentOptions& options_;
  std::vector<std::int64_t> loads_;
  std::optional<std::int64_t> best_;
  std::vector<unsigned> chosen_;  ///< the team of each visit so far, one bit for each inspector
};

}  // namespace aedile::testing
