// Who answers: candidates for a place, the best fit among them, and what it names, as of one day.
#include "aedile/organisation/answer.h"

#include <algorithm>
#include <climits>
#include <map>

#include "aedile/organisation/compiled_organisation.h"
#include "core/excerpt.h"
#include "organisation/messages_answer.h"
#include "organisation/program.h"

namespace aedile {

namespace {

using detail::day_number;
using detail::OrganisationProgram;
using detail::PlaceIndex;
using detail::ScopeProgram;

/// Where the worse of two fits is worse.
Considered::Because difference(const Fit& best, const Fit& other) {
  if (best.priority != other.priority) return Considered::Because::priority;
  if (best.place != other.place) return Considered::Because::place;
  if (best.item != other.item) return Considered::Because::item;
  if (best.site_class != other.site_class) return Considered::Because::site_class;
  return Considered::Because::nothing;
}

class Inquiry {
 public:
  Inquiry(const CompiledOrganisation& organisation, std::string_view item, SiteId site, Date day)
      : organisation_(organisation),
        program_(organisation.program()),
        item_(item),
        site_(site),
        day_(day),
        chain_(organisation.chain(site, day)) {
    answer_.item = item;
    answer_.site = site;
    answer_.day = day;
    answer_.total = Rational(1);
  }

  Result<Responsibility> answer() {
    const Site& site = organisation_.site(site_);
    if (!site.valid.holds(day_)) {
      return {Place{}, messages::site_not_valid, {detail::excerpt(site.code), day_.to_string()}};
    }
    consider_rules();
    consider_contracts();
    consider_duties();
    name_lead();
    if (answer_.units.empty()) {
      return {Place{}, messages::no_lead, {detail::excerpt(item_), detail::excerpt(site.code), day_.to_string()}};
    }
    name_parties();
    add_duty();
    add_contracts();
    std::stable_sort(answer_.units.begin(), answer_.units.end(),
                     [](const ResponsibleUnit& a, const ResponsibleUnit& b) { return a.role < b.role; });
    return std::move(answer_);
  }

 private:
  /// Scopes of an index that hold at the site, for the item, on the day, each with how exactly; the best fit first,
  /// equal ones in document order.
  std::vector<std::pair<Fit, std::size_t>> fitting(const PlaceIndex& index) const {
    std::map<std::size_t, int> places;  // per scope, the most exact place
    const auto note = [&](const std::vector<std::size_t>& scopes, int place) {
      for (const std::size_t scope : scopes) places.emplace(scope, place);
    };
    if (const auto found = index.at_site.find(site_.index()); found != index.at_site.end()) {
      note(found->second, INT_MAX);
    }
    for (std::size_t i = 0; i < chain_.size(); ++i) {
      const auto found = index.in_area.find(chain_[i].index());
      if (found != index.in_area.end()) note(found->second, static_cast<int>(chain_.size() - i));
    }
    note(index.everywhere, 0);
    const std::string& site_class = organisation_.site(site_).site_class;
    std::vector<std::pair<Fit, std::size_t>> result;
    for (const auto& [number, place] : places) {
      const ScopeProgram& scope = index.scopes[number];
      if (!scope.days.hold(day_number(day_))) continue;
      if (!scope.site_classes.empty() && !scope.site_classes.contains(site_class)) continue;
      const auto item = scope.items.fit(item_);
      if (item) result.emplace_back(Fit{0, place, *item, !scope.site_classes.empty()}, number);
    }
    return result;
  }

  template <class Candidates>
  static void best_first(Candidates& candidates) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return b.first < a.first; });
  }

  void consider_rules() {
    auto candidates = fitting(program_.rules);
    for (auto& [fit, rule] : candidates) fit.priority = program_.source.rules[rule].priority;
    best_first(candidates);
    for (const auto& [fit, rule] : candidates) {
      Considered considered{{Ground::Kind::rule, rule}, fit, Considered::Outcome::chosen, {}};
      if (rule_) {
        considered.outcome = Considered::Outcome::overridden;
        considered.because = difference(candidates.front().first, fit);
      } else {
        rule_ = rule;
      }
      answer_.considered.push_back(considered);
    }
  }

  void consider_contracts() {
    auto candidates = fitting(program_.contracts);
    best_first(candidates);
    const Fit* best = nullptr;
    for (const auto& [fit, contract] : candidates) {
      const UnitId holder = organisation_.heir(UnitId(program_.contract_holder[contract]), day_);
      if (!holder.valid()) continue;  // it will, but does not exist yet
      const Ground ground{Ground::Kind::contract, contract};
      Considered considered{ground, fit, Considered::Outcome::added, {}};
      const PartyRole role = program_.source.contracts[contract].role;
      if (role != PartyRole::lead) {
        others_.push_back({holder, role, Rational(), ground});
      } else if (best != nullptr) {
        considered.outcome = Considered::Outcome::overridden;
        considered.because = difference(*best, fit);
      } else {
        considered.outcome = Considered::Outcome::chosen;
        contract_lead_ = {holder, role, Rational(), ground};
        best = &fit;
      }
      answer_.considered.push_back(considered);
    }
  }

  void consider_duties() {
    const auto look_up = [&](std::string_view pattern, std::size_t fit) {
      const auto found = program_.duties_of_pattern.find(pattern);
      if (found == program_.duties_of_pattern.end()) return;
      for (const std::size_t duty : found->second) {
        if (!program_.source.duties[duty].valid.holds(day_)) continue;
        Considered considered{{Ground::Kind::duty, duty}, Fit{0, 0, fit, false}, Considered::Outcome::added, {}};
        if (duty_) {
          if (duty_ == duty) continue;
          considered.outcome = Considered::Outcome::overridden;
          considered.because = Considered::Because::item;
        } else {
          duty_ = duty;
          if (!rule_) considered.outcome = Considered::Outcome::chosen;
        }
        answer_.considered.push_back(considered);
      }
    };
    look_up(item_, item_.size() + 1);
    for (const std::size_t length : program_.beginning_lengths) {
      if (length <= item_.size()) look_up(std::string(item_.substr(0, length)) + '*', length);
    }
  }

  UnitId named(const std::string& code) const {
    return organisation_.heir(UnitId(program_.unit_of_code.at(code)), day_);
  }

  const ItemDuty* duty() const { return duty_ ? &program_.source.duties[*duty_] : nullptr; }

  /// The units that a party stands for here and now.
  std::vector<UnitId> resolve(const Who& who) const {
    std::vector<UnitId> units;
    if (const auto* by_name = std::get_if<NamedUnit>(&who)) {
      units.push_back(named(by_name->unit));
    } else if (const auto* territory = std::get_if<WithinTerritory>(&who)) {
      const auto found = std::find_if(chain_.begin(), chain_.end(),
                                      [&](UnitId unit) { return organisation_.unit(unit).kind == territory->kind; });
      if (found != chain_.end()) units.push_back(*found);
    } else if (std::holds_alternative<DutyLead>(who)) {
      if (duty() != nullptr) units.push_back(named(duty()->lead));
    } else if (duty() != nullptr) {
      for (const std::string& code : duty()->supporting) units.push_back(named(code));
    }
    units.erase(std::remove(units.begin(), units.end(), UnitId{}), units.end());
    return units;
  }

  void add(UnitId unit, PartyRole role, const Rational& share, Ground ground) {
    const auto same = std::find_if(answer_.units.begin(), answer_.units.end(),
                                   [&](const ResponsibleUnit& other) { return other.unit == unit; });
    if (same != answer_.units.end()) {
      same->share += share;
    } else {
      answer_.units.push_back({unit, role, share, ground});
    }
  }

  /// Who leads, without the share; a contract goes before the rule, the rule before the duty.
  void name_lead() {
    UnitId lead;
    Ground ground{Ground::Kind::rule, rule_.value_or(0)};
    if (rule_) {
      const ResponsibilityRule& rule = program_.source.rules[*rule_];
      answer_.total = rule.total;
      for (const Party& party : rule.parties) {
        if (party.role != PartyRole::lead) continue;
        const std::vector<UnitId> units = resolve(party.who);
        if (!units.empty()) lead = units.front();
      }
    } else if (duty() != nullptr) {
      lead = named(duty()->lead);
      ground = {Ground::Kind::duty, *duty_};
    }
    if (contract_lead_) add(contract_lead_->unit, PartyRole::lead, Rational(), contract_lead_->ground);
    if (lead.valid()) add(lead, contract_lead_ ? PartyRole::supporting : PartyRole::lead, Rational(), ground);
  }

  /// The shares: the lead's own, and whatever falls to it, go to the first unit.
  void name_parties() {
    Rational rest = answer_.total;
    if (rule_) {
      for (const Party& party : program_.source.rules[*rule_].parties) {
        if (party.role == PartyRole::lead) {
          // Several may lead where all who support a duty are meant; the first does.
          const std::vector<UnitId> units = resolve(party.who);
          for (std::size_t i = 1; i < units.size(); ++i) {
            add(units[i], PartyRole::supporting, Rational(), {Ground::Kind::rule, *rule_});
          }
          continue;
        }
        const std::vector<UnitId> units = resolve(party.who);
        if (units.empty()) continue;
        const Rational each = party.share / Rational(static_cast<std::int64_t>(units.size()));
        for (const UnitId unit : units) add(unit, party.role, each, {Ground::Kind::rule, *rule_});
        rest -= party.share;
      }
    }
    answer_.units.front().share += rest;
  }

  void add_duty() {
    if (duty() == nullptr) return;
    const Ground ground{Ground::Kind::duty, *duty_};
    const auto add_all = [&](const std::vector<std::string>& codes, PartyRole role) {
      for (const std::string& code : codes) {
        const UnitId unit = named(code);
        if (unit.valid()) add(unit, role, Rational(), ground);
      }
    };
    add_all({duty()->lead}, PartyRole::supporting);
    add_all(duty()->supporting, PartyRole::supporting);
    add_all(duty()->linked, PartyRole::linked);
  }

  void add_contracts() {
    for (const ResponsibleUnit& other : others_) add(other.unit, other.role, other.share, other.ground);
  }

  const CompiledOrganisation& organisation_;
  const OrganisationProgram& program_;
  std::string_view item_;
  SiteId site_;
  Date day_;
  std::vector<UnitId> chain_;  ///< of the site, the smallest first
  std::optional<std::size_t> rule_;
  std::optional<std::size_t> duty_;
  std::optional<ResponsibleUnit> contract_lead_;
  std::vector<ResponsibleUnit> others_;  ///< by contracts
  Responsibility answer_;
};

}  // namespace

const ItemDuty* CompiledOrganisation::duty(std::string_view item, Date day) const {
  const auto look_up = [&](std::string_view pattern) -> const ItemDuty* {
    const auto found = program_->duties_of_pattern.find(pattern);
    if (found == program_->duties_of_pattern.end()) return nullptr;
    for (const std::size_t duty : found->second) {
      if (source().duties[duty].valid.holds(day)) return &source().duties[duty];
    }
    return nullptr;
  };
  if (const ItemDuty* exact = look_up(item)) return exact;
  for (const std::size_t length : program_->beginning_lengths) {
    if (length > item.size()) continue;
    if (const ItemDuty* found = look_up(std::string(item.substr(0, length)) + '*')) return found;
  }
  return nullptr;
}

Result<Responsibility> CompiledOrganisation::who(std::string_view item, SiteId site, Date day) const {
  this->site(site);
  return Inquiry(*this, item, site, day).answer();
}

}  // namespace aedile
