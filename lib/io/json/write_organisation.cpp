// The counterpart of read_organisation.cpp.
#include "io/json/organisation_format.h"

namespace aedile::json {

/// A number where it is one in nine decimals; else a fraction as text.
void write(Writer& json, const Rational& value) {
  if (const auto decimal = value.exactly<Factor>()) {
    json.number(*decimal);
  } else {
    json.string(value.to_string());
  }
}

void write_validity(Writer& json, const Validity& valid) {
  json.optional("valid_from", valid.from);
  json.optional("valid_until", valid.until);
}

void write(Writer& json, const Membership& membership) {
  if (membership.valid == Validity{}) {
    json.string(membership.unit);
    return;
  }
  json.begin_object();
  json.required("unit", membership.unit);
  write_validity(json, membership.valid);
  json.end_object();
}

void write_memberships(Writer& json, std::string_view key, const std::vector<Membership>& memberships) {
  if (memberships.size() == 1) {
    json.required(key, memberships.front());
  } else {
    json.optional(key, memberships);
  }
}

void write(Writer& json, const Unit& unit) {
  json.begin_object();
  json.required("code", unit.code);
  json.required("kind", unit.kind);
  json.optional("title", unit.title);
  write_validity(json, unit.valid);
  write_memberships(json, "within", unit.within);
  write_memberships(json, "lines", unit.lines);
  json.optional("successors", unit.successors);
  json.end_object();
}

void write(Writer& json, const SiteClass& site_class) {
  if (site_class.title.empty()) {
    json.string(site_class.code);
    return;
  }
  json.begin_object();
  json.required("code", site_class.code);
  json.required("title", site_class.title);
  json.end_object();
}

void write(Writer& json, const Site& site) {
  json.begin_object();
  json.required("code", site.code);
  json.required("site_class", site.site_class);
  json.optional("title", site.title);
  json.required("cell", site.cell);
  if (site.at) {
    json.required("latitude", site.at->latitude);
    json.required("longitude", site.at->longitude);
  }
  json.optional("address", site.address);
  json.optional("contact", site.contact);
  json.optional("phone", site.phone);
  write_validity(json, site.valid);
  json.optional("attributes", site.attributes);
  json.end_object();
}

void write_scope(Writer& json, const Scope& scope) {
  json.optional("items", scope.items);
  json.optional("site_classes", scope.site_classes);
  json.optional("sites", scope.sites);
  json.optional("areas", scope.areas);
  write_validity(json, scope.valid);
}

void write(Writer& json, const ItemDuty& duty) {
  json.begin_object();
  json.required("code", duty.code);
  json.required("items", duty.items);
  json.required("lead", duty.lead);
  json.optional("supporting", duty.supporting);
  json.optional("linked", duty.linked);
  write_validity(json, duty.valid);
  json.end_object();
}

void write(Writer& json, const Party& party) {
  json.begin_object();
  json.required("role", party.role);
  if (const auto* named = std::get_if<NamedUnit>(&party.who)) {
    json.required("unit", named->unit);
  } else if (const auto* territory = std::get_if<WithinTerritory>(&party.who)) {
    json.required("territory", territory->kind);
  } else {
    json.key("duty").string(std::holds_alternative<DutyLead>(party.who) ? "lead" : "supporting");
  }
  json.optional("share", party.share);
  json.end_object();
}

void write(Writer& json, const ResponsibilityRule& rule) {
  json.begin_object();
  json.required("code", rule.code);
  json.optional("title", rule.title);
  write_scope(json, rule.scope);
  json.optional("priority", rule.priority);
  json.optional("total", rule.total, Rational(1));
  json.required("parties", rule.parties);
  json.end_object();
}

void write(Writer& json, const Contract& contract) {
  json.begin_object();
  json.required("code", contract.code);
  json.required("kind", contract.kind);
  json.optional("title", contract.title);
  json.required("holder", contract.holder);
  json.required("role", contract.role);
  write_scope(json, contract.scope);
  json.end_object();
}

void write(Writer& json, const UnitTarget& target) {
  json.begin_object();
  json.required("unit", target.unit);
  json.required("items", target.items);
  json.optional("task", target.task);
  json.optional("goal", target.goal);
  json.optional("points", target.points);
  json.optional("deadline", target.deadline);
  json.optional("reward", target.reward);
  json.optional("signed_on", target.signed_on);
  json.optional("signed_by", target.signed_by);
  json.end_object();
}

void write(Writer& json, const Organisation& organisation) {
  json.begin_object();
  json.key("aedile").string(organisation_format);
  json.required("id", organisation.id);
  json.required("edition", organisation.edition);
  json.optional("title", organisation.title);
  json.optional("source", organisation.source);
  write_validity(json, organisation.valid);
  json.optional("site_classes", organisation.site_classes);
  json.required("units", organisation.units);
  json.optional("sites", organisation.sites);
  json.optional("duties", organisation.duties);
  json.optional("rules", organisation.rules);
  json.optional("contracts", organisation.contracts);
  json.optional("targets", organisation.targets);
  json.end_object();
}

}  // namespace aedile::json
