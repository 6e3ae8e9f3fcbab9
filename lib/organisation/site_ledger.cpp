#include "aedile/organisation/site_ledger.h"

#include <algorithm>
#include <unordered_map>

#include "aedile/organisation/territory.h"
#include "organisation/ledger_columns.h"

namespace aedile {

namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;
using Index = std::unordered_map<std::string_view, std::size_t>;

Index index_of(std::span<const Site> sites) {
  Index index;
  for (std::size_t i = 0; i < sites.size(); ++i) index.emplace(sites[i].code, i);
  return index;
}

/// Facts of `before` in their order, those that are new behind them.
std::vector<SiteChange::Fact> differences(const Facts& before, const Facts& after) {
  std::vector<SiteChange::Fact> found;
  const auto value_in = [](const Facts& facts, const std::string& name) {
    const auto fact = std::find_if(facts.begin(), facts.end(), [&](const auto& each) { return each.first == name; });
    return fact == facts.end() ? std::string() : fact->second;
  };
  const auto has = [](const Facts& facts, const std::string& name) {
    return std::any_of(facts.begin(), facts.end(), [&](const auto& each) { return each.first == name; });
  };
  for (const auto& [name, value] : before) {
    std::string now = value_in(after, name);
    if (now != value) found.push_back({name, value, std::move(now)});
  }
  for (const auto& [name, value] : after) {
    if (!has(before, name) && !value.empty()) found.push_back({name, {}, value});
  }
  return found;
}

struct Seen {
  bool in_period = false;
  std::int64_t visits = 0;
};

/// For each site, whether it is of the period and how often it was visited; visits to none are reported to `stray`.
template <class Stray>
std::vector<Seen> count(std::span<const Site> sites, std::span<const SiteVisit> visits, const Period& period,
                        const Stray& stray) {
  const Index index = index_of(sites);
  std::vector<Seen> seen(sites.size());
  const Validity days{period.first(), period.last()};
  for (std::size_t i = 0; i < sites.size(); ++i) seen[i].in_period = sites[i].valid.overlaps(days);
  for (const SiteVisit& visit : visits) {
    if (!period.contains(visit.day)) continue;
    const auto site = index.find(visit.site);
    if (site == index.end() || !sites[site->second].valid.holds(visit.day)) {
      stray(visit);
    } else {
      ++seen[site->second].visits;
    }
  }
  return seen;
}

CoverageCount one(const Seen& seen) { return {seen.in_period ? 1 : 0, seen.visits > 0 ? 1 : 0, seen.visits}; }

}  // namespace

std::vector<std::pair<std::string, std::string>> facts_of(const Site& site) {
  Facts facts;
  const auto add = [&](std::string name, std::string value) {
    if (!value.empty()) facts.emplace_back(std::move(name), std::move(value));
  };
  add("site", site.code);
  add("site_class", site.site_class);
  for (const auto& [language, text] : site.title.texts()) {
    add(language.empty() ? "name" : std::string(detail::name_prefix) + language, text);
  }
  add("cell", site.cell);
  if (site.at) {
    add("latitude", site.at->latitude.to_string());
    add("longitude", site.at->longitude.to_string());
  }
  add("address", site.address);
  add("contact", site.contact);
  add("phone", site.phone);
  if (site.valid.from) add("valid_from", site.valid.from->to_string());
  if (site.valid.until) add("valid_until", site.valid.until->to_string());
  for (const auto& [name, value] : site.attributes) add(name, value);
  return facts;
}

std::vector<SiteChange> changes_between(std::span<const Site> before, std::span<const Site> after) {
  const Index old_sites = index_of(before);
  const Index new_sites = index_of(after);
  std::vector<SiteChange> changes;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (old_sites.at(before[i].code) != i) continue;
    const auto now = new_sites.find(before[i].code);
    if (now == new_sites.end()) {
      changes.push_back({SiteChange::Kind::removed, before[i].code, {}});
      continue;
    }
    std::vector<SiteChange::Fact> facts = differences(facts_of(before[i]), facts_of(after[now->second]));
    if (!facts.empty()) changes.push_back({SiteChange::Kind::changed, before[i].code, std::move(facts)});
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (new_sites.at(after[i].code) == i && !old_sites.contains(after[i].code)) {
      changes.push_back({SiteChange::Kind::added, after[i].code, {}});
    }
  }
  return changes;
}

CoverageCount& CoverageCount::operator+=(const CoverageCount& other) {
  sites += other.sites;
  visited += other.visited;
  visits += other.visits;
  return *this;
}

Rational CoverageCount::rate() const { return sites == 0 ? Rational(1) : Rational(visited, sites); }

SiteCoverage coverage(std::span<const Site> sites, std::span<const SiteVisit> visits, const Period& period) {
  SiteCoverage result;
  const std::vector<Seen> seen =
      count(sites, visits, period, [&](const SiteVisit& visit) { result.strays.push_back(visit); });
  Index classes;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const auto [entry, unseen] = classes.emplace(sites[i].site_class, result.classes.size());
    if (unseen) result.classes.push_back({sites[i].site_class, {}});
    result.classes[entry->second].count += one(seen[i]);
    result.all += one(seen[i]);
    if (seen[i].in_period && seen[i].visits == 0) result.never.push_back(sites[i].code);
  }
  return result;
}

TerritoryCoverage coverage_by_unit(const CompiledOrganisation& organisation, std::span<const SiteVisit> visits,
                                   const Period& period) {
  const std::vector<Site>& sites = organisation.source().sites;
  const std::vector<Seen> seen = count(sites, visits, period, [](const SiteVisit&) {});
  std::vector<CoverageCount> own(organisation.unit_count());
  for (std::size_t i = 0; i < sites.size(); ++i) own[organisation.cell(SiteId(i)).index()] += one(seen[i]);
  RolledUp<CoverageCount> sums = Territory(organisation, period.last()).roll_up(std::span<const CoverageCount>(own));
  return {std::move(sums.at), sums.outside};
}

}  // namespace aedile
