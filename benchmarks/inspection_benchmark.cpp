// Drawing, assigning and routing at the size of a province: 100,000 sites of 16 classes, 2,000 inspectors in 20
// districts, 12,000 visits in a month. Results are checked before anything is timed: a draw against all tickets sorted,
// an assignment against its rules and the least cost of its loads, a tour against all orders.

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "aedile/inspection/assignment.h"
#include "aedile/inspection/draw.h"
#include "aedile/inspection/route.h"
#include "numbers.h"
#include "workload.h"

namespace aedile {
namespace {

constexpr int classes = 16;

using workload::Numbers;

DrawTerms province(int sites, std::uint32_t quota, std::uint32_t max_weight) {
  Numbers numbers(4);
  DrawTerms terms{.id = "month", .period = "2026-11", .seed_source = "a lottery"};
  for (int i = 0; i < classes; ++i) terms.strata.push_back({"class " + std::to_string(i), quota});
  for (int i = 0; i < sites; ++i) {
    terms.candidates.push_back({"site " + std::to_string(i), "class " + std::to_string(i % classes),
                                1 + static_cast<std::uint32_t>(numbers(max_weight))});
  }
  return terms;
}

void check_draw(const DrawTerms& terms) {
  const Draw drawn = draw(terms, "seed").value();
  if (!verify(terms, drawn, commitment(terms).value()).empty()) workload::fail("a draw does not verify");
  std::map<std::string, std::uint32_t> counts;
  for (const DrawnCandidate& candidate : drawn.drawn) ++counts[candidate.stratum];
  for (const DrawStratum& stratum : terms.strata) {
    if (counts[stratum.name] != stratum.quota) workload::fail("a stratum is short");
  }
}

void drawing(benchmark::State& state) {
  const DrawTerms terms = province(static_cast<int>(state.range(0)), 750, static_cast<std::uint32_t>(state.range(1)));
  check_draw(terms);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(draw(terms, "seed"));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(drawing)->Args({20'000, 1})->Args({100'000, 1})->Args({100'000, 9})->Unit(benchmark::kMillisecond);

struct Month {
  std::vector<PlannedVisit> visits;
  std::vector<Inspector> inspectors;
};

/// Two inspectors a visit, a lead among them; conflicts, leave and rotation here and there.
Month month(int inspectors, int visits, int districts) {
  Numbers numbers(4);
  const auto name = [](const char* what, std::uint64_t number) { return what + std::to_string(number); };
  const auto district = [&](int i) { return name("district ", static_cast<std::uint64_t>(i % districts)); };
  const auto place = [&](int i) {
    const auto offset = [&] { return static_cast<std::int64_t>(numbers(3'000'000)); };
    return Coordinates{Degrees::from_scaled(280'000'000 + i % districts * 3'000'000 + offset()),
                       Degrees::from_scaled(1'150'000'000 + offset())};
  };
  const Date first = *Date::of(2026, 11, 2);
  Month made;
  for (int i = 0; i < inspectors; ++i) {
    Inspector inspector{.id = name("inspector ", static_cast<std::uint64_t>(i)), .lead = i % 3 == 0};
    inspector.districts = {district(i)};
    inspector.own_units = {name("unit ", numbers(2'000))};
    inspector.kin_sites = {name("site ", numbers(100'000))};
    inspector.base = place(i);
    if (i % 11 == 0) inspector.absences = {{first.plus_days(7), first.plus_days(11)}};
    made.inspectors.push_back(std::move(inspector));
  }
  for (int v = 0; v < visits; ++v) {
    // Working days of four weeks.
    PlannedVisit visit{.id = name("visit ", static_cast<std::uint64_t>(v)),
                       .date = first.plus_days(v % 20 / 5 * 7 + v % 5)};
    visit.site = name("site ", numbers(100'000));
    visit.units = {name("unit ", numbers(2'000))};
    visit.district = district(static_cast<int>(numbers(static_cast<std::uint64_t>(districts))));
    visit.at = place(v);
    made.visits.push_back(std::move(visit));
  }
  return made;
}

/// Every rule is kept, and everything is accounted for.
void check_assignment(const Month& planned, const Assignment& plan) {
  if (plan.visits.size() + plan.unassigned.size() != planned.visits.size()) workload::fail("a visit was lost");
  std::map<std::string, const Inspector*> people;
  for (const Inspector& inspector : planned.inspectors) people[inspector.id] = &inspector;
  std::map<std::string, const PlannedVisit*> visits;
  for (const PlannedVisit& visit : planned.visits) visits[visit.id] = &visit;
  std::map<std::pair<std::string, Date>, std::uint32_t> on_day;
  for (const AssignedVisit& assigned : plan.visits) {
    const PlannedVisit& visit = *visits.at(assigned.visit);
    if (std::set<std::string>(assigned.inspectors.begin(), assigned.inspectors.end()).size() != visit.inspectors) {
      workload::fail("a team is not complete");
    }
    if (!people.at(assigned.inspectors[0])->lead) workload::fail("a team has no lead");
    for (const std::string& id : assigned.inspectors) {
      const Inspector& inspector = *people.at(id);
      if (inspector.districts[0] != visit.district || inspector.own_units[0] == visit.units[0] ||
          inspector.kin_sites[0] == visit.site ||
          std::any_of(inspector.absences.begin(), inspector.absences.end(),
                      [&](const Validity& absence) { return absence.holds(assigned.date); }) ||
          ++on_day[std::pair(id, assigned.date)] > inspector.capacity_per_day) {
        workload::fail("an inspector was sent against a rule");
      }
    }
  }
}

/// The most memory that the program has held so far.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void assigning(benchmark::State& state) {
  const Month planned =
      month(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)), static_cast<int>(state.range(2)));
  const Assignment plan = assign(planned.visits, planned.inspectors).value();
  check_assignment(planned, plan);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(assign(planned.visits, planned.inspectors));
  state.SetItemsProcessed(state.iterations() * state.range(1));
  state.counters["left_over"] = static_cast<double>(plan.unassigned.size());
  state.counters["peak_megabytes"] = peak_megabytes();
  const auto [least, most] =
      std::minmax_element(plan.loads.begin(), plan.loads.end(),
                          [](const InspectorLoad& a, const InspectorLoad& b) { return a.visits < b.visits; });
  state.counters["least_load"] = least->visits;
  state.counters["most_load"] = most->visits;
}
BENCHMARK(assigning)->Args({100, 600, 1})->Unit(benchmark::kMillisecond);
BENCHMARK(assigning)->Name("assigning-large")->Args({2'000, 12'000, 20})->Unit(benchmark::kMillisecond);
// More visits than can be carried out, so that on every day the ones to leave over have to be found.
BENCHMARK(assigning)->Name("assigning_too_many-large")->Args({400, 12'000, 20})->Unit(benchmark::kMillisecond);

void routing(benchmark::State& state) {
  Numbers numbers(4);
  std::vector<Stop> stops;
  std::vector<std::optional<Coordinates>> places;
  for (std::int64_t i = 0; i <= state.range(0); ++i) {
    stops.push_back({.id = "stop " + std::to_string(i), .stay_seconds = 1'800});
    places.push_back(Coordinates{Degrees::from_scaled(300'000'000 + static_cast<std::int64_t>(numbers(2'000'000))),
                                 Degrees::from_scaled(1'200'000'000 + static_cast<std::int64_t>(numbers(2'000'000)))});
  }
  const TravelTable travel = TravelTable::by_distance(places, 400).value();
  if (state.range(0) <= 8) {
    std::vector<std::size_t> order(stops.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{1});
    std::uint64_t best = UINT64_MAX;
    do {
      std::uint64_t seconds = travel.seconds(0, order.front()) + travel.seconds(order.back(), 0);
      for (std::size_t i = 1; i < order.size(); ++i) seconds += travel.seconds(order[i - 1], order[i]);
      best = std::min(best, seconds);
    } while (std::next_permutation(order.begin(), order.end()));
    if (route(stops, travel).value().seconds != best) workload::fail("a tour is not the best");
  }
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(route(stops, travel));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(routing)->Arg(5)->Arg(8)->Arg(9)->Arg(20)->Arg(40)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace aedile
