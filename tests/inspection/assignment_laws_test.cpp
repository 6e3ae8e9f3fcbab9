// Assignments by law: as good as brute force on small cases, the same for any order of the input, and never against a
// rule.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "aedile/inspection/assignment.h"
#include "inspection/assignment_twin.h"

namespace aedile {
namespace {

std::vector<std::string> some(const std::vector<std::string>& words, int percent) {
  std::vector<std::string> chosen;
  for (const std::string& word : words) {
    if (*rc::gen::inRange(0, 100) < percent) chosen.push_back(word);
  }
  return chosen;
}

std::string one(const std::vector<std::string>& words) {
  return words[*rc::gen::inRange<std::size_t>(0, words.size())];
}

std::optional<Coordinates> any_place() {
  if (*rc::gen::inRange(0, 3) == 0) return std::nullopt;
  return Coordinates{Degrees::of(*rc::gen::inRange<std::int64_t>(29, 31)),
                     Degrees::of(*rc::gen::inRange<std::int64_t>(119, 121))};
}

const std::vector<std::string> units{"u1", "u2", "u3"};
const std::vector<std::string> sites{"s1", "s2", "s3"};
const std::vector<std::string> districts{"d1", "d2"};
const Date monday = *Date::of(2026, 11, 9);

struct Case {
  std::vector<PlannedVisit> visits;
  std::vector<Inspector> inspectors;
  AssignmentOptions options;
};

/// Hours from `first` to `last` of the day, by the clock of UTC.
void set_hours(PlannedVisit& visit, int first, int last) {
  const auto at = [&](int hour) {
    return Instant(
        std::chrono::sys_seconds(std::chrono::hours(24 * visit.date.days_since(*Date::of(1970, 1, 1)) + hour)));
  };
  visit.start = at(first);
  visit.end = at(last);
}

/// Hours that overlap in any way, or, without `chains`, so that of two visits that overlap with a third all three do.
void any_hours(PlannedVisit& visit, bool chains) {
  const int kind = *rc::gen::inRange(0, 5);
  if (kind == 0) return;
  if (chains) {
    const int first = *rc::gen::inRange(0, 20);
    set_hours(visit, first, first + *rc::gen::inRange(1, 9));  // some beyond midnight
  } else {
    const std::vector<std::pair<int, int>> hours{{8, 10}, {9, 11}, {14, 16}, {15, 18}};
    set_hours(visit, hours[kind - 1].first, hours[kind - 1].second);
  }
}

Case any_case(int max_visits, int days, bool chains) {
  Case made;
  const int people = *rc::gen::inRange(1, 5);
  for (int i = 0; i < people; ++i) {
    Inspector inspector{.id = "i" + std::to_string(i), .lead = *rc::gen::inRange(0, 2) == 0};
    inspector.qualifications = some({"food", "fire"}, 80);
    inspector.districts = some(districts, 40);
    inspector.capacity_per_day = *rc::gen::inRange<std::uint32_t>(1, 4);
    inspector.own_units = some(units, 10);
    inspector.own_contracts = some({"u1", "s1", "s2"}, 10);
    inspector.kin_units = some(units, 5);
    inspector.kin_sites = some(sites, 5);
    inspector.base = any_place();
    inspector.load_before = *rc::gen::inRange<std::uint32_t>(0, 4);
    if (*rc::gen::inRange(0, 6) == 0) inspector.absences = {{monday, monday.plus_days(1)}};
    made.inspectors.push_back(std::move(inspector));
  }
  const int visits = *rc::gen::inRange(0, max_visits + 1);
  for (int v = 0; v < visits; ++v) {
    PlannedVisit visit{.id = "v" + std::to_string(v), .date = monday.plus_days(*rc::gen::inRange(0, days))};
    visit.site = one(sites);
    visit.units = some(units, 30);
    visit.district = *rc::gen::inRange(0, 3) == 0 ? "" : one(districts);
    visit.qualifications = some({"food", "fire"}, 20);
    visit.inspectors = *rc::gen::inRange<std::uint32_t>(1, 4);
    visit.needs_lead = *rc::gen::inRange(0, 2) == 0;
    visit.at = any_place();
    any_hours(visit, chains);
    made.visits.push_back(std::move(visit));
  }
  for (int p = *rc::gen::inRange(0, 4); p > 0; --p) {
    made.options.past.push_back({one(sites), monday.plus_days(*rc::gen::inRange(-9, 3)), some({"i0", "i1", "i9"}, 60)});
  }
  made.options.load_cost = *rc::gen::element<std::uint32_t>(0, 1, 1000);
  made.options.kilometre_cost = *rc::gen::element<std::uint32_t>(0, 1, 50);
  return made;
}

RC_GTEST_PROP(Assignment, OfADayIsAsGoodAsBruteForce, ()) {
  const Case made = any_case(4, 1, false);
  const Assignment plan = assign(made.visits, made.inspectors, made.options).value();
  std::vector<std::int64_t> loads;
  for (const Inspector& inspector : made.inspectors) loads.push_back(inspector.load_before);
  const auto [kept, cost] = testing::DayTwin(made.visits, made.inspectors, made.options, loads).solve();
  std::set<std::string> expected;
  for (std::size_t v = 0; v < kept.size(); ++v) {
    if (kept[v]) expected.insert(made.visits[v].id);
  }
  std::set<std::string> carried_out;
  for (const AssignedVisit& assigned : plan.visits) carried_out.insert(assigned.visit);
  RC_ASSERT(carried_out == expected);
  RC_ASSERT(plan.cost == cost);
  RC_ASSERT(plan.visits.size() + plan.unassigned.size() == made.visits.size());
}

/// What is left over could not have been added to what was carried out.
RC_GTEST_PROP(Assignment, LeavesNothingOverForWhichEnoughAreFree, ()) {
  const Case made = any_case(6, 1, true);
  const Assignment plan = assign(made.visits, made.inspectors, made.options).value();
  std::map<std::string, const PlannedVisit*> visits;
  for (const PlannedVisit& visit : made.visits) visits[visit.id] = &visit;
  for (const UnassignedVisit& left : plan.unassigned) {
    const PlannedVisit& visit = *visits.at(left.visit);
    std::uint32_t free = 0;
    bool led = !visit.needs_lead;
    for (const Inspector& inspector : made.inspectors) {
      std::uint32_t today = 0;
      bool elsewhere = false;
      for (const AssignedVisit& assigned : plan.visits) {
        if (!testing::share(assigned.inspectors, {inspector.id})) continue;
        ++today;
        elsewhere = elsewhere || testing::overlap(visit, *visits.at(assigned.visit));
      }
      if (elsewhere || today >= inspector.capacity_per_day || !testing::may_go(inspector, visit, made.options.past)) {
        continue;
      }
      ++free;
      led = led || inspector.lead;
    }
    RC_ASSERT(free < visit.inspectors || !led);
  }
}

RC_GTEST_PROP(Assignment, IsTheSameHoweverTheInputIsOrdered, ()) {
  const Case made = any_case(8, 3, true);
  Case other = made;
  const auto shuffle = [](auto& list) {
    for (std::size_t i = list.size(); i > 1; --i) {
      std::swap(list[i - 1], list[*rc::gen::inRange<std::size_t>(0, i)]);
    }
  };
  shuffle(other.visits);
  shuffle(other.inspectors);
  shuffle(other.options.past);
  for (Inspector& inspector : other.inspectors) {
    shuffle(inspector.qualifications);
    shuffle(inspector.districts);
  }
  RC_ASSERT(assign(other.visits, other.inspectors, other.options).value() ==
            assign(made.visits, made.inspectors, made.options).value());
}

RC_GTEST_PROP(Assignment, KeepsEveryRule, ()) {
  const Case made = any_case(10, 4, true);
  const Assignment plan = assign(made.visits, made.inspectors, made.options).value();
  std::map<std::string, const Inspector*> people;
  for (const Inspector& inspector : made.inspectors) people[inspector.id] = &inspector;
  std::map<std::string, const PlannedVisit*> visits;
  for (const PlannedVisit& visit : made.visits) visits[visit.id] = &visit;
  std::vector<PastVisit> past = made.options.past;
  for (const AssignedVisit& assigned : plan.visits) {
    past.push_back({visits.at(assigned.visit)->site, assigned.date, assigned.inspectors});
  }
  std::map<std::pair<std::string, Date>, std::uint32_t> on_day;
  std::map<std::string, std::uint32_t> loads;
  for (const AssignedVisit& assigned : plan.visits) {
    const PlannedVisit& visit = *visits.at(assigned.visit);
    const std::set<std::string> distinct(assigned.inspectors.begin(), assigned.inspectors.end());
    RC_ASSERT(distinct.size() == visit.inspectors && assigned.inspectors.size() == visit.inspectors);
    RC_ASSERT(!visit.needs_lead || people.at(assigned.inspectors[0])->lead);
    for (const std::string& id : assigned.inspectors) {
      RC_ASSERT(testing::may_go(*people.at(id), visit, past));
      RC_ASSERT(++on_day[std::pair(id, assigned.date)] <= people.at(id)->capacity_per_day);
      ++loads[id];
    }
  }
  for (std::size_t a = 0; a < plan.visits.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      RC_ASSERT(!testing::overlap(*visits.at(plan.visits[a].visit), *visits.at(plan.visits[b].visit)) ||
                !testing::share(plan.visits[a].inspectors, plan.visits[b].inspectors));
    }
  }
  for (const InspectorLoad& load : plan.loads) RC_ASSERT(load.visits == loads[load.inspector]);
  RC_ASSERT(plan.loads.size() == made.inspectors.size());
}

}  // namespace
}  // namespace aedile
