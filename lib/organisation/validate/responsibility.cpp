// Duties, rules, contracts and targets, each by itself.
#include <unordered_set>

#include "core/texts.h"
#include "organisation/item_patterns.h"
#include "organisation/limits.h"
#include "organisation/messages.h"
#include "organisation/validate/subject.h"

namespace aedile::detail {

namespace {

void check_items(const std::vector<std::string>& items, bool required, Report& report) {
  if (required && items.empty()) report.at("items").error(messages::items_missing);
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto inside = report.at("items", i);
    check_name("items", items[i], report);
    const std::size_t star = items[i].find('*');
    if (star != std::string::npos && star + 1 != items[i].size()) report.error(messages::item_pattern, {items[i]});
    if (!seen.insert(items[i]).second) report.error(messages::listed_twice, {items[i], "items"});
  }
}

/// Every entry of a list of codes, each once; `check` says whether it refers to something.
template <class Check>
void check_codes(const char* key, const std::vector<std::string>& codes, Report& report, const Check& check) {
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto inside = report.at(key, i);
    if (!seen.insert(codes[i]).second) report.error(messages::listed_twice, {codes[i], key});
    check(codes[i]);
  }
}

void check_scope(const OrganisationSubject& subject, const Scope& scope, Report& report) {
  check_validity(scope.valid, report);
  check_items(scope.items, false, report);
  check_codes("site_classes", scope.site_classes, report, [&](const std::string& code) {
    check_name("site_classes", code, report);
    if (!subject.classes.empty() && !code.empty() && !subject.classes.contains(code)) {
      report.error(messages::undeclared_site_class, {code});
    }
  });
  check_codes("sites", scope.sites, report, [&](const std::string& code) {
    if (!subject.site(code)) report.error(messages::unknown_site, {code});
  });
  check_codes("areas", scope.areas, report, [&](const std::string& code) {
    const auto area = subject.unit(code);
    if (!area) {
      report.error(messages::unknown_unit, {code});
    } else if (const UnitKind kind = subject.organisation.units[*area].kind; !is_territory(kind)) {
      report.error(messages::not_territory, {code, std::string(to_string(kind))});
    }
  });
}

/// The days of an entry, as far as the organisation has any.
Days days_of(const OrganisationSubject& subject, const Validity& valid) {
  return Days(valid).common(Days(subject.organisation.valid));
}

void check_parties(const OrganisationSubject& subject, const ResponsibilityRule& rule, Report& report) {
  const Days days = days_of(subject, rule.scope.valid);
  Rational sum;
  bool led = false;
  for (std::size_t p = 0; p < rule.parties.size(); ++p) {
    const Party& party = rule.parties[p];
    const auto inside = report.at("parties", p);
    if (party.role == PartyRole::lead && led) report.at("role").error(messages::rule_with_two_leads);
    led = led || party.role == PartyRole::lead;
    if (party.share.sign() < 0) report.at("share").error(messages::share_negative, {party.share.to_string()});
    if (party.share > Rational(max_share))
      report.at("share").error(messages::share_too_large, {std::to_string(max_share)});
    sum += party.share;
    if (const auto* named = std::get_if<NamedUnit>(&party.who)) {
      const auto at_unit = report.at("unit");
      check_unit(subject, named->unit, days, report);
    }
    const auto* territory = std::get_if<WithinTerritory>(&party.who);
    if (territory != nullptr && !is_territory(territory->kind)) {
      report.at("territory").error(messages::no_territory_kind, {std::string(to_string(territory->kind))});
    }
  }
  if (!led) report.at("parties").error(messages::rule_without_lead);
  if (rule.total.sign() <= 0) {
    report.at("total").error(messages::total_not_positive, {rule.total.to_string()});
  } else if (rule.total > Rational(max_share)) {
    report.at("total").error(messages::share_too_large, {std::to_string(max_share)});
  } else if (sum != rule.total) {
    report.at("parties").error(messages::share_sum, {sum.to_string(), rule.total.to_string()});
  }
}

}  // namespace

void check_duties(const OrganisationSubject& subject, Report& report) {
  for (std::size_t i = 0; i < subject.organisation.duties.size(); ++i) {
    const ItemDuty& duty = subject.organisation.duties[i];
    const auto inside = report.at("duties", i);
    check_validity(duty.valid, report);
    check_items(duty.items, true, report);
    const Days days = days_of(subject, duty.valid);
    {
      const auto at_lead = report.at("lead");
      check_unit(subject, duty.lead, days, report);
    }
    std::unordered_set<std::string_view> seen{duty.lead};
    const auto check_others = [&](const char* key, const std::vector<std::string>& codes) {
      for (std::size_t c = 0; c < codes.size(); ++c) {
        const auto at_code = report.at(key, c);
        check_unit(subject, codes[c], days, report);
        if (!seen.insert(codes[c]).second) report.error(messages::named_twice, {codes[c]});
      }
    };
    check_others("supporting", duty.supporting);
    check_others("linked", duty.linked);
  }
}

void check_responsibility_rules(const OrganisationSubject& subject, Report& report) {
  for (std::size_t i = 0; i < subject.organisation.rules.size(); ++i) {
    const auto inside = report.at("rules", i);
    check_scope(subject, subject.organisation.rules[i].scope, report);
    check_parties(subject, subject.organisation.rules[i], report);
  }
}

void check_contracts(const OrganisationSubject& subject, Report& report) {
  for (std::size_t i = 0; i < subject.organisation.contracts.size(); ++i) {
    const Contract& contract = subject.organisation.contracts[i];
    const auto inside = report.at("contracts", i);
    check_scope(subject, contract.scope, report);
    if (contract.scope.sites.empty() && contract.scope.areas.empty()) {
      report.error(messages::contract_without_place);
    }
    const auto at_holder = report.at("holder");
    check_unit(subject, contract.holder, days_of(subject, contract.scope.valid), report);
  }
}

void check_targets(const OrganisationSubject& subject, Report& report) {
  for (std::size_t i = 0; i < subject.organisation.targets.size(); ++i) {
    const UnitTarget& target = subject.organisation.targets[i];
    const auto inside = report.at("targets", i);
    check_items(target.items, true, report);
    const auto at_unit = report.at("unit");
    if (!subject.unit(target.unit)) report.error(messages::unknown_unit, {target.unit});
  }
}

}  // namespace aedile::detail
