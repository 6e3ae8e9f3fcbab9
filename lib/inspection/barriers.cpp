#include "inspection/barriers.h"

#include <algorithm>

namespace aedile::detail {

namespace {

bool contains(const std::vector<std::uint32_t>& sorted, std::uint32_t word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Whether two sorted sets have a member in common.
bool meet(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

bool in_service(const Inspector& inspector, Date day) {
  return inspector.valid.holds(day) && std::none_of(inspector.absences.begin(), inspector.absences.end(),
                                                    [&](const Validity& absence) { return absence.holds(day); });
}

}  // namespace

std::vector<std::uint32_t> NumberedTexts::set(std::span<const std::string> texts) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(texts.size());
  for (const std::string& text : texts) numbers.push_back((*this)(text));
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

Barriers::Barriers(std::span<const Inspector* const> inspectors, std::span<const PlannedVisit* const> visits,
                   std::span<const PastVisit> past)
    : inspectors_(inspectors), visits_(visits) {
  // Units and sites may share codes: each kind of word has its own numbers, but contracts name both.
  NumberedTexts words;
  NumberedTexts units;
  NumberedTexts sites;
  std::unordered_map<std::string_view, std::uint32_t> position;
  people_.reserve(inspectors.size());
  for (const Inspector* inspector : inspectors) {
    position.emplace(inspector->id, static_cast<std::uint32_t>(people_.size()));
    people_.push_back({words.set(inspector->qualifications), words.set(inspector->districts),
                       units.set(inspector->own_units), units.set(inspector->own_contracts),
                       units.set(inspector->kin_units), sites.set(inspector->kin_sites)});
  }
  needs_.reserve(visits.size());
  for (const PlannedVisit* visit : visits) {
    needs_.push_back({sites(visit->site), units(visit->site), words(visit->district), visit->district.empty(),
                      words.set(visit->qualifications), units.set(visit->units)});
  }
  for (const PastVisit& visit : past) {
    Team team{visit.date, {}};
    for (const std::string& id : visit.inspectors) {
      if (const auto found = position.find(id); found != position.end()) team.inspectors.push_back(found->second);
    }
    add_team(sites(visit.site), std::move(team));
  }
}

void Barriers::add_team(std::uint32_t site, Team team) {
  std::vector<Team>& teams = teams_[site];
  const auto place = std::lower_bound(teams.begin(), teams.end(), team.date,
                                      [](const Team& earlier, Date date) { return earlier.date < date; });
  if (place == teams.end() || place->date != team.date) {
    std::sort(team.inspectors.begin(), team.inspectors.end());
    teams.insert(place, std::move(team));
    return;
  }
  // Several visits of one day count as one.
  place->inspectors.insert(place->inspectors.end(), team.inspectors.begin(), team.inspectors.end());
  std::sort(place->inspectors.begin(), place->inspectors.end());
}

void Barriers::visited(std::uint32_t visit, std::span<const std::uint32_t> team) {
  add_team(needs_[visit].site, {visits_[visit]->date, {team.begin(), team.end()}});
}

bool Barriers::was_there_last(std::uint32_t inspector, std::uint32_t site, Date date) const {
  const auto found = teams_.find(site);
  if (found == teams_.end()) return false;
  const auto later = std::lower_bound(found->second.begin(), found->second.end(), date,
                                      [](const Team& team, Date day) { return team.date < day; });
  return later != found->second.begin() && contains(std::prev(later)->inspectors, inspector);
}

BarrierSet Barriers::between(std::uint32_t inspector, std::uint32_t visit, bool all) const {
  const Person& person = people_[inspector];
  const Need& need = needs_[visit];
  const Date date = visits_[visit]->date;
  BarrierSet found = 0;
  const auto done_after = [&](bool excluded, Barrier barrier) {
    if (excluded) found |= bit(barrier);
    return excluded && !all;
  };
  if (done_after(!need.any_district && !person.districts.empty() && !contains(person.districts, need.district),
                 Barrier::district)) {
    return found;
  }
  if (done_after(!in_service(*inspectors_[inspector], date), Barrier::absent)) return found;
  if (done_after(!std::includes(person.qualifications.begin(), person.qualifications.end(), need.qualifications.begin(),
                                need.qualifications.end()),
                 Barrier::qualification)) {
    return found;
  }
  if (done_after(meet(person.own_units, need.units), Barrier::own_unit)) return found;
  if (done_after(contains(person.own_contracts, need.contract_site) || meet(person.own_contracts, need.units),
                 Barrier::own_contract)) {
    return found;
  }
  if (done_after(contains(person.kin_sites, need.site) || meet(person.kin_units, need.units), Barrier::kinship)) {
    return found;
  }
  done_after(was_there_last(inspector, need.site, date), Barrier::rotation);
  return found;
}

}  // namespace aedile::detail
