// Units: whom they belong to, on which days, and who succeeds them.
#include <algorithm>
#include <unordered_set>

#include "organisation/limits.h"
#include "organisation/messages.h"
#include "organisation/unit_graph.h"
#include "organisation/validate/subject.h"

namespace aedile::detail {

namespace {

std::string kind_name(UnitKind kind) { return std::string(to_string(kind)); }

/// May a unit of one kind lie within one of the other?
bool fits_within(UnitKind kind, UnitKind above) {
  if (!is_territory(above)) return false;
  return above < kind || (kind == UnitKind::grid_cell && above == UnitKind::grid_cell);
}

struct Stay {
  Days days;
  std::size_t membership = 0;
};

/// Days on which the unit lies within two others, or within none although it does on other days.
void check_stays(const Unit& unit, std::vector<Stay> stays, Report& report) {
  if (stays.empty() || stays.size() != unit.within.size()) return;  // a gap may be what another problem left
  std::stable_sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) { return a.days.from < b.days.from; });
  const Days life(unit.valid);
  const auto gap = [&](std::int64_t day, std::size_t membership) {
    report.at("within", membership).error(messages::territory_gap, {date_of_number(day).to_string(), unit.code});
  };
  // What lies before an open beginning has no first day that could be named; the day before the first stay is one.
  if (life.from < stays.front().days.from) {
    gap(life.from == Days::always ? stays.front().days.from - 1 : life.from, stays.front().membership);
  }
  std::size_t latest = 0;
  for (std::size_t i = 1; i < stays.size(); ++i) {
    if (stays[i].days.from <= stays[latest].days.until) {
      const std::string day =
          stays[i].days.from == Days::always ? ".." : date_of_number(stays[i].days.from).to_string();
      report.at("within", stays[i].membership)
          .error(messages::two_territories,
                 {day, unit.within[stays[latest].membership].unit, unit.within[stays[i].membership].unit});
    } else if (stays[i].days.from > stays[latest].days.until + 1) {
      gap(stays[latest].days.until + 1, stays[i].membership);
    }
    if (stays[i].days.until > stays[latest].days.until) latest = i;
  }
  if (stays[latest].days.until < life.until) gap(stays[latest].days.until + 1, stays[latest].membership);
}

void check_within(const OrganisationSubject& subject, const Unit& unit, Report& report) {
  std::vector<Stay> stays;
  for (std::size_t m = 0; m < unit.within.size(); ++m) {
    const Membership& membership = unit.within[m];
    const auto inside = report.at("within", m);
    check_validity(membership.valid, report);
    const Days days = Days(membership.valid).common(Days(unit.valid));
    if (!days.empty()) stays.push_back({days, m});
    const auto at_unit = report.at("unit");
    const auto above = check_unit(subject, membership.unit, days, report);
    if (!above) continue;
    const Unit& other = subject.organisation.units[*above];
    if (!is_territory(other.kind)) {
      report.error(messages::not_territory, {other.code, kind_name(other.kind)});
    } else if (!fits_within(unit.kind, other.kind)) {
      report.error(messages::territory_order, {kind_name(unit.kind), other.code, kind_name(other.kind)});
    }
  }
  check_stays(unit, std::move(stays), report);
}

void check_lines(const OrganisationSubject& subject, const Unit& unit, Report& report) {
  for (std::size_t m = 0; m < unit.lines.size(); ++m) {
    const Membership& membership = unit.lines[m];
    const auto inside = report.at("lines", m);
    check_validity(membership.valid, report);
    const auto at_unit = report.at("unit");
    const auto above = check_unit(subject, membership.unit, Days(membership.valid).common(Days(unit.valid)), report);
    if (!above) continue;
    const Unit& other = subject.organisation.units[*above];
    if (is_territory(other.kind)) report.error(messages::not_superior, {other.code, kind_name(other.kind)});
  }
}

void check_successors(const OrganisationSubject& subject, const Unit& unit, Report& report) {
  if (!unit.successors.empty() && !unit.valid.until) {
    report.at("successors").error(messages::successor_without_end, {unit.code});
  }
  std::unordered_set<std::string_view> seen;
  for (std::size_t s = 0; s < unit.successors.size(); ++s) {
    const auto inside = report.at("successors", s);
    const std::string& code = unit.successors[s];
    if (!seen.insert(code).second) report.error(messages::listed_twice, {code, "successors"});
    const auto successor = subject.unit(code);
    if (!successor) {
      report.error(messages::unknown_unit, {code});
    } else if (unit.valid.until) {
      const std::int64_t next = day_number(*unit.valid.until) + 1;
      if (!Days(subject.organisation.units[*successor].valid).hold(next)) {
        report.error(messages::successor_gap, {code, date_of_number(next).to_string()});
      }
    }
  }
}

std::vector<Step> steps_of(const OrganisationSubject& subject, std::vector<Membership> Unit::*relation) {
  std::vector<Step> steps;
  const std::vector<Unit>& units = subject.organisation.units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (const Membership& membership : units[i].*relation) {
      if (const auto above = subject.unit(membership.unit)) steps.emplace_back(i, *above);
    }
    for (const std::string& code : units[i].successors) {
      if (const auto successor = subject.unit(code)) steps.emplace_back(i, *successor);
    }
  }
  return steps;
}

/// Circles of one relation together with successions: on whatever days, since a unit that has ended leads to its heir.
bool check_relation(const OrganisationSubject& subject, const char* key, const std::vector<Step>& steps,
                    Report& report) {
  const auto found = circles(subject.organisation.units.size(), steps);
  for (const std::vector<std::size_t>& way : found) {
    std::string round;
    constexpr std::size_t shown = 8;
    for (std::size_t i = 0; i < way.size(); ++i) {
      if (i == shown && way.size() > shown + 1) {
        round += " → … → " + subject.organisation.units[way.back()].code;
        break;
      }
      round += (i == 0 ? "" : " → ") + subject.organisation.units[way[i]].code;
    }
    report.at("units", way.front(), key).error(messages::unit_cycle, {round, key});
  }
  return found.empty();
}

void check_depth(const OrganisationSubject& subject, const std::vector<Step>& steps, Report& report) {
  const std::vector<Unit>& units = subject.organisation.units;
  std::vector<std::vector<std::size_t>> above(units.size());
  for (const auto& [unit, upper] : steps) above[unit].push_back(upper);
  std::vector<std::size_t> depth(units.size(), 1);
  for (const std::size_t unit : topmost_first(units.size(), steps)) {
    for (const std::size_t upper : above[unit]) depth[unit] = std::max(depth[unit], depth[upper] + 1);
    if (depth[unit] == max_territory_depth + 1) {  // once on each way down
      report.at("units", unit)
          .error(messages::territory_too_deep, {units[unit].code, std::to_string(max_territory_depth)});
    }
  }
}

}  // namespace

void check_units(const OrganisationSubject& subject, Report& report) {
  const std::vector<Unit>& units = subject.organisation.units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto inside = report.at("units", i);
    check_validity(units[i].valid, report);
    check_within(subject, units[i], report);
    check_lines(subject, units[i], report);
    check_successors(subject, units[i], report);
  }
}

void check_circles(const OrganisationSubject& subject, Report& report) {
  const std::vector<Step> within = steps_of(subject, &Unit::within);
  if (check_relation(subject, "within", within, report)) check_depth(subject, within, report);
  check_relation(subject, "lines", steps_of(subject, &Unit::lines), report);
}

}  // namespace aedile::detail
