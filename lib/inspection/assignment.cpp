#include "aedile/inspection/assignment.h"

#include <algorithm>
#include <numeric>

#include "aedile/inspection/route.h"
#include "core/excerpt.h"
#include "inspection/assignment_checks.h"
#include "inspection/barriers.h"
#include "inspection/messages.h"
#include "inspection/staffing.h"

namespace aedile {

namespace {

using detail::Barriers;
using detail::StaffingProblem;
using Team = std::vector<std::uint32_t>;

std::int64_t kilometres_between(const Inspector& inspector, const PlannedVisit& visit) {
  if (!inspector.base || !visit.at) return 0;
  return (metres_between(*inspector.base, *visit.at) + 500) / 1000;
}

/// The work of one call: inspectors by id, visits by date and id, and what was decided so far.
class Planner {
 public:
  Planner(const std::vector<PlannedVisit>& visits, const std::vector<Inspector>& inspectors,
          const AssignmentOptions& options)
      : options_(options),
        inspectors_(sorted(inspectors, [](const auto& a, const auto& b) { return a.id < b.id; })),
        visits_(sorted(visits,
                       [](const auto& a, const auto& b) { return a.date != b.date ? a.date < b.date : a.id < b.id; })),
        barriers_(inspectors_, visits_, options.past),
        loads_(inspectors_.size()),
        hours_(inspectors_.size()) {
    // Problems are reported where the caller's list has the visit.
    for (const PlannedVisit* visit : visits_) positions_.push_back(static_cast<std::size_t>(visit - visits.data()));
  }

  void plan() {
    for (std::uint32_t first = 0; first < visits_.size();) {
      std::uint32_t end = first;
      while (end < visits_.size() && visits_[end]->date == visits_[first]->date) ++end;
      plan_day(first, end);
      first = end;
    }
    for (std::size_t i = 0; i < inspectors_.size(); ++i) {
      const auto before = static_cast<std::int64_t>(inspectors_[i]->load_before);
      const std::int64_t after = before + loads_[i];
      result_.cost += options_.load_cost * (after * after - before * before);
      result_.loads.push_back({inspectors_[i]->id, loads_[i]});
    }
    result_.cost += options_.kilometre_cost * result_.kilometres;
  }

  Result<Assignment> take() { return {std::move(result_), std::move(problems_)}; }

 private:
  template <class T, class Less>
  static std::vector<const T*> sorted(const std::vector<T>& list, Less less) {
    std::vector<const T*> pointers;
    pointers.reserve(list.size());
    for (const T& entry : list) pointers.push_back(&entry);
    std::sort(pointers.begin(), pointers.end(), [&](const T* a, const T* b) { return less(*a, *b); });
    return pointers;
  }

  /// The visits from `first` up to `end`, which are those of one day.
  void plan_day(std::uint32_t first, std::uint32_t end) {
    forget_hours_before(first, end);
    std::vector<std::uint32_t> today(inspectors_.size());
    std::vector<std::uint32_t> left(end - first);
    std::iota(left.begin(), left.end(), first);
    std::vector<std::pair<std::uint32_t, Team>> assigned;
    // Where hours overlap in a chain, the first pass gives everybody one visit of it at most, and further passes give
    // what is left to those whose hours allow it.
    for (bool again = true; again && !left.empty();) {
      const OverlapGroups groups = groups_of(left);
      const std::vector<Team> teams = staff(problem_of(left, groups, today));
      std::vector<std::uint32_t> still_left;
      for (std::size_t i = 0; i < left.size(); ++i) {
        if (teams[i].empty()) {
          still_left.push_back(left[i]);
          continue;
        }
        for (const std::uint32_t inspector : teams[i]) {
          ++today[inspector];
          if (visits_[left[i]]->start) hours_[inspector].push_back({*visits_[left[i]]->start, *visits_[left[i]]->end});
        }
        assigned.emplace_back(left[i], teams[i]);
      }
      again = groups.chained && still_left.size() < left.size();
      left = std::move(still_left);
    }
    std::sort(assigned.begin(), assigned.end());
    for (const auto& [visit, team] : assigned) assign_team(visit, team);
    for (const std::uint32_t visit : left) leave_over(visit, today);
    for (std::size_t i = 0; i < today.size(); ++i) loads_[i] += today[i];
  }

  struct Hours {
    Instant start;
    Instant end;
  };

  /// Hours that may still overlap with a visit of the day: the night before reaches into it.
  void forget_hours_before(std::uint32_t first, std::uint32_t end) {
    std::optional<Instant> earliest;
    for (std::uint32_t visit = first; visit < end; ++visit) {
      const auto& start = visits_[visit]->start;
      if (start && (!earliest || *start < *earliest)) earliest = start;
    }
    if (!earliest) return;
    for (std::vector<Hours>& hours : hours_) {
      std::erase_if(hours, [&](const Hours& one) { return one.end <= *earliest; });
    }
  }

  bool is_elsewhere(std::uint32_t inspector, std::uint32_t visit) const {
    const PlannedVisit& planned = *visits_[visit];
    return planned.start && std::any_of(hours_[inspector].begin(), hours_[inspector].end(), [&](const Hours& hours) {
             return hours.start < *planned.end && *planned.start < hours.end;
           });
  }

  /// Visits that overlap, directly or through others between them.
  struct OverlapGroups {
    std::vector<std::uint32_t> of;  ///< each visit; no_group where nothing overlaps with it
    bool chained = false;           ///< some two of a group do not overlap themselves
  };

  OverlapGroups groups_of(const std::vector<std::uint32_t>& visits) const {
    OverlapGroups groups{std::vector<std::uint32_t>(visits.size(), detail::no_group), false};
    std::vector<std::size_t> timed;
    for (std::size_t i = 0; i < visits.size(); ++i) {
      if (visits_[visits[i]]->start) timed.push_back(i);
    }
    const auto start = [&](std::size_t i) { return *visits_[visits[i]]->start; };
    std::stable_sort(timed.begin(), timed.end(), [&](std::size_t a, std::size_t b) { return start(a) < start(b); });
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < timed.size();) {
      Instant first_end = *visits_[visits[timed[i]]]->end;
      Instant last_end = first_end;
      std::size_t next = i + 1;
      for (; next < timed.size() && start(timed[next]) < last_end; ++next) {
        const Instant end = *visits_[visits[timed[next]]]->end;
        groups.chained = groups.chained || start(timed[next]) >= first_end;
        first_end = std::min(first_end, end);
        last_end = std::max(last_end, end);
      }
      if (next - i > 1) {
        for (std::size_t k = i; k < next; ++k) groups.of[timed[k]] = count;
        ++count;
      }
      i = next;
    }
    return groups;
  }

  /// `today`: visits of each inspector on the day so far.
  StaffingProblem problem_of(const std::vector<std::uint32_t>& visits, const OverlapGroups& groups,
                             const std::vector<std::uint32_t>& today) const {
    StaffingProblem problem;
    for (std::size_t i = 0; i < inspectors_.size(); ++i) {
      detail::StaffingWorker worker{{}, inspectors_[i]->lead};
      // The growth of the square: (n + 1)² − n².
      std::int64_t load = static_cast<std::int64_t>(inspectors_[i]->load_before) + loads_[i] + today[i];
      for (std::uint32_t k = today[i]; k < inspectors_[i]->capacity_per_day; ++k) {
        worker.costs.push_back(options_.load_cost * (2 * load++ + 1));
      }
      problem.workers.push_back(std::move(worker));
    }
    for (std::uint32_t task = 0; task < visits.size(); ++task) {
      const PlannedVisit& visit = *visits_[visits[task]];
      problem.tasks.push_back({visit.inspectors, visit.needs_lead, groups.of[task]});
      for (std::uint32_t inspector = 0; inspector < inspectors_.size(); ++inspector) {
        if (barriers_.between(inspector, visits[task], false) != 0 || is_elsewhere(inspector, visits[task])) continue;
        problem.pairs.push_back(
            {inspector, task, options_.kilometre_cost * kilometres_between(*inspectors_[inspector], visit)});
      }
    }
    return problem;
  }

  void assign_team(std::uint32_t visit, Team team) {
    barriers_.visited(visit, team);
    for (const std::uint32_t inspector : team) {
      result_.kilometres += kilometres_between(*inspectors_[inspector], *visits_[visit]);
    }
    const auto leader =
        std::find_if(team.begin(), team.end(), [&](std::uint32_t inspector) { return inspectors_[inspector]->lead; });
    if (leader != team.end()) std::rotate(team.begin(), leader, leader + 1);
    AssignedVisit assigned{visits_[visit]->id, visits_[visit]->date, {}};
    for (const std::uint32_t inspector : team) assigned.inspectors.push_back(inspectors_[inspector]->id);
    result_.visits.push_back(std::move(assigned));
  }

  /// `today`: visits of each inspector on the day.
  void leave_over(std::uint32_t visit, const std::vector<std::uint32_t>& today) {
    const PlannedVisit& planned = *visits_[visit];
    UnassignedVisit left{planned.id, planned.date, UnassignedVisit::Reason::taken, planned.inspectors, 0, 0, {}};
    for (std::size_t b = 0; b < barrier_count; ++b) left.excluded.push_back({static_cast<Barrier>(b), 0, {}});
    for (std::uint32_t inspector = 0; inspector < inspectors_.size(); ++inspector) {
      detail::BarrierSet between = barriers_.between(inspector, visit, true);
      if (between == 0) {
        ++left.fit;
        if (inspectors_[inspector]->lead) ++left.fit_leads;
        if (today[inspector] >= inspectors_[inspector]->capacity_per_day) between |= detail::bit(Barrier::capacity);
        if (is_elsewhere(inspector, visit)) between |= detail::bit(Barrier::overlap);
      }
      for (BarrierCount& excluded : left.excluded) {
        if ((between & detail::bit(excluded.barrier)) == 0) continue;
        ++excluded.count;
        // One more than may be named is enough to know that there are too many.
        if (excluded.inspectors.size() <= options_.name_up_to)
          excluded.inspectors.push_back(inspectors_[inspector]->id);
      }
    }
    for (BarrierCount& excluded : left.excluded) {
      if (excluded.count > options_.name_up_to) excluded.inspectors.clear();
    }
    std::erase_if(left.excluded, [](const BarrierCount& excluded) { return excluded.count == 0; });
    if (left.fit < left.needed) {
      left.reason = UnassignedVisit::Reason::too_few;
    } else if (planned.needs_lead && left.fit_leads == 0) {
      left.reason = UnassignedVisit::Reason::no_lead;
    }
    report(left, positions_[visit]);
    result_.unassigned.push_back(std::move(left));
  }

  void report(const UnassignedVisit& left, std::size_t position) {
    const bool chinese = options_.language == Language::zh;
    std::string excluded;
    for (const BarrierCount& barrier : left.excluded) {
      if (!excluded.empty()) excluded += chinese ? "、" : ", ";
      excluded += (chinese ? title(barrier.barrier).in(Language::zh) : std::string(to_string(barrier.barrier))) + " " +
                  std::to_string(barrier.count) + (chinese ? " 名" : "");
      std::string names;
      for (const std::string& id : barrier.inspectors) names += (names.empty() ? "" : " ") + detail::excerpt(id);
      if (!names.empty()) excluded += chinese ? "（" + names + "）" : " (" + names + ")";
    }
    const Message& message = left.reason == UnassignedVisit::Reason::too_few   ? messages::visit_too_few
                             : left.reason == UnassignedVisit::Reason::no_lead ? messages::visit_no_lead
                                                                               : messages::visit_taken;
    problems_.warning(Place{{}, 0, 0, "/visits/" + std::to_string(position)}, message,
                      {detail::excerpt(left.visit), left.date.to_string(), std::to_string(left.needed),
                       std::to_string(left.fit), excluded.empty() ? "–" : excluded});
  }

  const AssignmentOptions& options_;
  std::vector<const Inspector*> inspectors_;
  std::vector<const PlannedVisit*> visits_;
  std::vector<std::size_t> positions_;  ///< of visits_ in the caller's list
  Barriers barriers_;
  std::vector<std::uint32_t> loads_;       ///< in this plan
  std::vector<std::vector<Hours>> hours_;  ///< of the visits that each inspector was given lately
  Assignment result_;
  Diagnostics problems_;
};

}  // namespace

Result<Assignment> assign(const std::vector<PlannedVisit>& visits, const std::vector<Inspector>& inspectors,
                          const AssignmentOptions& options) {
  if (Diagnostics problems = detail::check_assignment(visits, inspectors, options); problems.has_errors()) {
    return problems;
  }
  Planner planner(visits, inspectors, options);
  planner.plan();
  return planner.take();
}

}  // namespace aedile
