#include "inspection/assignment_checks.h"

#include <array>
#include <unordered_set>

#include "core/enum_names.h"
#include "core/report.h"
#include "core/texts.h"
#include "inspection/messages.h"

namespace aedile {

namespace detail {

namespace {

// Within these bounds no sum of costs leaves 64 bits: 10^6 · (2 · 10^6 + 1) for each of at most 10^6 places in teams.
constexpr std::uint32_t max_capacity = 1'000;

constexpr std::uint32_t max_cost = 1'000'000;

void check_inspectors(const std::vector<Inspector>& inspectors, Report& report) {
  std::unordered_set<std::string_view> ids;
  for (std::size_t i = 0; i < inspectors.size(); ++i) {
    const Inspector& inspector = inspectors[i];
    const auto inside = report.at("inspectors", i);
    {
      const auto id = report.at("id");
      check_name("id", inspector.id, report);
      if (!ids.insert(inspector.id).second) id.error(messages::duplicate_inspector, {inspector.id});
    }
    if (inspector.capacity_per_day == 0 || inspector.capacity_per_day > max_capacity) {
      report.at("capacity_per_day")
          .error(messages::capacity_range, {std::to_string(inspector.capacity_per_day), std::to_string(max_capacity)});
    }
    if (inspector.load_before > max_load) {
      report.at("load_before")
          .error(messages::load_range, {std::to_string(inspector.load_before), std::to_string(max_load)});
    }
  }
}

void check_visits(const std::vector<PlannedVisit>& visits, Report& report) {
  std::unordered_set<std::string_view> ids;
  ids.reserve(visits.size());
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const PlannedVisit& visit = visits[i];
    const auto inside = report.at("visits", i);
    {
      const auto id = report.at("id");
      check_name("id", visit.id, report);
      if (!ids.insert(visit.id).second) id.error(messages::duplicate_planned_visit, {visit.id});
    }
    {
      const auto site = report.at("site");
      check_name("site", visit.site, report);
    }
    if (visit.start.has_value() != visit.end.has_value() || (visit.start && *visit.end <= *visit.start)) {
      report.at(visit.end ? "end" : "start").error(messages::visit_hours_reversed, {visit.id});
    }
    if (visit.inspectors == 0 || visit.inspectors > max_team) {
      report.at("inspectors")
          .error(messages::team_size_range, {std::to_string(visit.inspectors), std::to_string(max_team)});
    }
  }
}

constexpr std::array<EnumName<Barrier>, barrier_count> barriers{{{Barrier::absent, "absent"},
                                                                 {Barrier::district, "district"},
                                                                 {Barrier::qualification, "qualification"},
                                                                 {Barrier::own_unit, "own_unit"},
                                                                 {Barrier::own_contract, "own_contract"},
                                                                 {Barrier::kinship, "kinship"},
                                                                 {Barrier::rotation, "rotation"},
                                                                 {Barrier::capacity, "capacity"},
                                                                 {Barrier::overlap, "overlap"}}};

constexpr std::array<EnumName<UnassignedVisit::Reason>, 3> reasons{{
    {UnassignedVisit::Reason::too_few, "too_few"},
    {UnassignedVisit::Reason::no_lead, "no_lead"},
    {UnassignedVisit::Reason::taken, "taken"},
}};

}  // namespace

Diagnostics check_assignment(const std::vector<PlannedVisit>& visits, const std::vector<Inspector>& inspectors,
                             const AssignmentOptions& options) {
  Report report;
  check_visits(visits, report);
  check_inspectors(inspectors, report);
  const auto check_cost = [&](std::string_view key, std::uint32_t cost) {
    if (cost <= max_cost) return;
    report.at(key).error(messages::assignment_cost_range, {std::to_string(cost), std::to_string(max_cost)});
  };
  check_cost("load_cost", options.load_cost);
  check_cost("kilometre_cost", options.kilometre_cost);
  return report.take();
}

}  // namespace detail

std::string_view to_string(Barrier barrier) { return detail::name_of(detail::barriers, barrier); }

LocalText title(Barrier barrier) {
  switch (barrier) {
    case Barrier::absent:
      return LocalText{{{"en", "absent that day"}, {"zh", "当天缺勤"}}};
    case Barrier::district:
      return LocalText{{{"en", "works elsewhere"}, {"zh", "不在本辖区"}}};
    case Barrier::qualification:
      return LocalText{{{"en", "lacks a qualification"}, {"zh", "资质不符"}}};
    case Barrier::own_unit:
      return LocalText{{{"en", "belongs to a unit concerned"}, {"zh", "属本单位"}}};
    case Barrier::own_contract:
      return LocalText{{{"en", "has contracted for it"}, {"zh", "属本人包保"}}};
    case Barrier::kinship:
      return LocalText{{{"en", "a relative is concerned"}, {"zh", "亲属回避"}}};
    case Barrier::rotation:
      return LocalText{{{"en", "was there the last time"}, {"zh", "上次已检查"}}};
    case Barrier::capacity:
      return LocalText{{{"en", "has no visit left that day"}, {"zh", "当天已排满"}}};
    case Barrier::overlap:
      return LocalText{{{"en", "is at another visit at that time"}, {"zh", "同一时段另有检查"}}};
  }
  throw ContractError("title: not a value of Barrier");
}

std::string_view to_string(UnassignedVisit::Reason reason) { return detail::name_of(detail::reasons, reason); }

}  // namespace aedile
