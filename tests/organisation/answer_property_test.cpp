// Answers against a slow, obvious twin that scans everything, on random organisations.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "aedile/organisation/compiled_organisation.h"
#include "organisation/generate.h"

namespace aedile {
namespace {

using testing::any_day;
using testing::any_organisation;
using testing::item_codes;

/// Works on the authoring form alone, by codes, one unit and one rule after the other.
class Twin {
 public:
  Twin(const Organisation& organisation, std::string item, const Site& site, Date day)
      : o_(organisation), item_(std::move(item)), site_(site), day_(day) {
    for (std::string at = heir(site.cell); !at.empty(); at = above(at)) chain_.push_back(at);
  }

  struct Found {
    std::string unit;
    PartyRole role;
    Rational share;
    friend bool operator==(const Found&, const Found&) = default;
  };

  /// Nothing where nobody leads.
  std::vector<Found> answer() {
    const ItemDuty* duty = best(o_.duties, [&](const ItemDuty& d) {
      return d.valid.holds(day_) && items(d.items) >= 0 ? std::optional(Key{0, 0, items(d.items), 0}) : std::nullopt;
    });
    const ResponsibilityRule* rule =
        best(o_.rules, [&](const ResponsibilityRule& r) { return fit(r.scope, r.priority); });
    const Contract* contract = best(o_.contracts, [&](const Contract& c) {
      return c.role == PartyRole::lead && !heir(c.holder).empty() ? fit(c.scope, 0) : std::nullopt;
    });
    Rational total(1);
    if (contract != nullptr) add(heir(contract->holder), PartyRole::lead, {});
    if (rule != nullptr) {
      total = rule->total;
      add_lead(stand_for(rule->parties[lead_of(*rule)].who, duty));
    } else if (duty != nullptr) {
      add_lead({heir(duty->lead)});
    }
    if (found_.empty()) return {};
    if (rule != nullptr) {
      for (const Party& party : rule->parties) {
        const std::vector<std::string> units = stand_for(party.who, duty);
        for (const std::string& unit : units) {
          const bool leads = party.role == PartyRole::lead;
          const Rational each = leads ? Rational() : party.share / Rational(static_cast<std::int64_t>(units.size()));
          add(unit, leads ? PartyRole::supporting : party.role, each);
          total -= each;
        }
      }
    }
    found_.front().share += total;
    if (duty != nullptr) {
      add(heir(duty->lead), PartyRole::supporting, {});
      for (const std::string& unit : duty->supporting) add(heir(unit), PartyRole::supporting, {});
      for (const std::string& unit : duty->linked) add(heir(unit), PartyRole::linked, {});
    }
    std::vector<std::pair<Key, const Contract*>> others;
    for (const Contract& c : o_.contracts) {
      const auto key = c.role == PartyRole::lead ? std::nullopt : fit(c.scope, 0);
      if (key) others.emplace_back(*key, &c);
    }
    std::stable_sort(others.begin(), others.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [key, other] : others) add(heir(other->holder), other->role, {});
    std::vector<Found> sorted;
    for (const PartyRole role : {PartyRole::lead, PartyRole::supporting, PartyRole::linked}) {
      for (const Found& unit : found_) {
        if (unit.role == role) sorted.push_back(unit);
      }
    }
    return sorted;
  }

 private:
  using Key = std::array<int, 4>;  // priority, place, item, class

  const Unit& unit(const std::string& code) const {
    return *std::find_if(o_.units.begin(), o_.units.end(), [&](const Unit& u) { return u.code == code; });
  }
  void heirs(const std::string& code, std::vector<std::string>& all) const {
    const Unit& u = unit(code);
    if (u.valid.holds(day_)) {
      if (std::find(all.begin(), all.end(), code) == all.end()) all.push_back(code);
    } else if (u.valid.until && *u.valid.until < day_) {
      for (const std::string& successor : u.successors) heirs(successor, all);
    }
  }
  std::string heir(const std::string& code) const {
    std::vector<std::string> all;
    heirs(code, all);
    return all.size() == 1 ? all[0] : "";
  }
  std::string above(const std::string& code) const {
    for (const Membership& membership : unit(code).within) {
      if (membership.valid.holds(day_)) return heir(membership.unit);
    }
    return "";
  }
  int items(const std::vector<std::string>& patterns) const {
    int best = patterns.empty() ? 0 : -1;
    for (const std::string& pattern : patterns) {
      const int size = static_cast<int>(pattern.size());
      if (pattern == item_) best = std::max(best, size + 1);
      if (pattern.back() == '*' && item_.starts_with(pattern.substr(0, pattern.size() - 1)))
        best = std::max(best, size - 1);
    }
    return best;
  }
  std::optional<Key> fit(const Scope& scope, int priority) const {
    const auto has = [](const std::vector<std::string>& list, const std::string& code) {
      return std::find(list.begin(), list.end(), code) != list.end();
    };
    if (!scope.valid.holds(day_)) return std::nullopt;
    if (!scope.site_classes.empty() && !has(scope.site_classes, site_.site_class)) return std::nullopt;
    int place = scope.sites.empty() && scope.areas.empty() ? 0 : -1;
    for (std::size_t i = 0; i < chain_.size(); ++i) {
      if (has(scope.areas, chain_[i])) place = std::max(place, static_cast<int>(chain_.size() - i));
    }
    if (has(scope.sites, site_.code)) place = 1'000'000;
    const int item = items(scope.items);
    if (place < 0 || item < 0) return std::nullopt;
    return Key{priority, place, item, scope.site_classes.empty() ? 0 : 1};
  }
  template <class T, class Fit>
  const T* best(const std::vector<T>& all, const Fit& fit_of) const {
    const T* chosen = nullptr;
    Key highest{};
    for (const T& one : all) {
      const std::optional<Key> key = fit_of(one);
      if (!key || (chosen != nullptr && *key <= highest)) continue;
      chosen = &one;
      highest = *key;
    }
    return chosen;
  }
  static std::size_t lead_of(const ResponsibilityRule& rule) {
    std::size_t i = 0;
    while (rule.parties[i].role != PartyRole::lead) ++i;
    return i;
  }
  std::vector<std::string> stand_for(const Who& who, const ItemDuty* duty) const {
    std::vector<std::string> units;
    if (const auto* named = std::get_if<NamedUnit>(&who)) units = {heir(named->unit)};
    if (const auto* territory = std::get_if<WithinTerritory>(&who)) {
      for (const std::string& code : chain_) {
        if (unit(code).kind == territory->kind && units.empty()) units = {code};
      }
    }
    if (std::holds_alternative<DutyLead>(who) && duty != nullptr) units = {heir(duty->lead)};
    if (std::holds_alternative<DutySupporting>(who) && duty != nullptr) {
      for (const std::string& code : duty->supporting) units.push_back(heir(code));
    }
    units.erase(std::remove(units.begin(), units.end(), ""), units.end());
    return units;
  }
  void add_lead(const std::vector<std::string>& units) {
    if (!units.empty()) add(units[0], found_.empty() ? PartyRole::lead : PartyRole::supporting, {});
  }
  void add(const std::string& code, PartyRole role, const Rational& share) {
    if (code.empty()) return;
    for (Found& unit : found_) {
      if (unit.unit == code) {
        unit.share += share;
        return;
      }
    }
    found_.push_back({code, role, share});
  }

  const Organisation& o_;
  std::string item_;
  const Site& site_;
  Date day_;
  std::vector<std::string> chain_;
  std::vector<Found> found_;
};

RC_GTEST_PROP(WhoLaws, EqualsScanningEverything, ()) {
  const Organisation organisation = any_organisation();
  const CompiledOrganisation compiled = compile(organisation).value();
  for (std::size_t s = 0; s < organisation.sites.size(); ++s) {
    for (const std::string& item : item_codes()) {
      const Date day = any_day();
      const Result<Responsibility> answer = compiled.who(item, SiteId(s), day);
      if (!organisation.sites[s].valid.holds(day)) {
        RC_ASSERT(!answer.ok());
        continue;
      }
      const std::vector<Twin::Found> expected = Twin(organisation, item, organisation.sites[s], day).answer();
      std::vector<Twin::Found> units;
      if (answer) {
        for (const ResponsibleUnit& unit : answer->units)
          units.push_back({compiled.unit(unit.unit).code, unit.role, unit.share});
      }
      if (units != expected) {
        std::string text = answer ? explain(compiled, *answer) : answer.diagnostics().to_string();
        for (const Twin::Found& found : expected) {
          text +=
              "twin: " + found.unit + " " + std::string(to_string(found.role)) + " " + found.share.to_string() + "\n";
        }
        RC_FAIL(text);
      }
    }
  }
}

RC_GTEST_PROP(WhoLaws, OneLeadSharesThatSumAndUnitsThatExist, ()) {
  const CompiledOrganisation compiled = compile(any_organisation()).value();
  for (std::size_t s = 0; s < compiled.site_count(); ++s) {
    for (const std::string& item : item_codes()) {
      const Date day = any_day();
      const Result<Responsibility> answer = compiled.who(item, SiteId(s), day);
      if (!answer) continue;
      Rational sum;
      std::size_t leads = 0;
      for (const ResponsibleUnit& unit : answer->units) {
        RC_ASSERT(compiled.exists(unit.unit, day));
        RC_ASSERT(unit.share.sign() >= 0);
        sum += unit.share;
        leads += unit.role == PartyRole::lead ? 1 : 0;
      }
      RC_ASSERT(leads == 1u);
      RC_ASSERT(sum == answer->total);
      for (const Language language : {Language::en, Language::zh}) {
        RC_ASSERT(explain(compiled, *answer, language).find('{') == std::string::npos);
      }
    }
  }
}

RC_GTEST_PROP(WhoLaws, TheOrderOfTheListsDoesNotMatter, ()) {
  Organisation organisation = any_organisation();
  const CompiledOrganisation compiled = compile(organisation).value();
  std::reverse(organisation.rules.begin(), organisation.rules.end());
  std::reverse(organisation.duties.begin(), organisation.duties.end());
  const CompiledOrganisation turned = compile(organisation).value();
  for (std::size_t s = 0; s < organisation.sites.size(); ++s) {
    for (const std::string& item : item_codes()) {
      const Date day = any_day();
      const Result<Responsibility> one = compiled.who(item, SiteId(s), day);
      const Result<Responsibility> other = turned.who(item, SiteId(s), day);
      RC_ASSERT(one.ok() == other.ok());
      if (!one) continue;
      RC_ASSERT(one->units.size() == other->units.size());
      for (std::size_t i = 0; i < one->units.size(); ++i) {
        RC_ASSERT(one->units[i].unit == other->units[i].unit);
        RC_ASSERT(one->units[i].share == other->units[i].share);
      }
    }
  }
}

}  // namespace
}  // namespace aedile
