#include "io/json/inspection_format.h"

namespace aedile::json {

namespace {

void write_pattern(Writer& json, const DaysOfMonth& days) {
  json.required("days_of_month", days.days);
  json.optional("short_month", days.short_month);
}

void write_pattern(Writer& json, const DayOfPeriod& day) {
  json.key("day_of_period").begin_object();
  json.required("kind", day.kind);
  json.optional("day", day.day, 1);
  json.end_object();
}

void write_pattern(Writer& json, const Weekdays& days) { json.required("weekdays", days.weekdays); }

void write_pattern(Writer& json, const EveryN& every) {
  constexpr std::string_view units[] = {"days", "weeks", "months", "working_days"};
  json.key("every").begin_object();
  json.optional("n", every.n, 1);
  if (every.unit != EveryN::Unit::days) json.key("unit").string(units[static_cast<std::size_t>(every.unit)]);
  json.required("anchor", every.anchor);
  json.end_object();
}

void write_pattern(Writer& json, const LastWorkingDay& last) { json.required("last_working_day", last.kind); }

void write_pattern(Writer& json, const IrregularDates& irregular) {
  json.key("irregular").begin_object();
  json.optional("count", irregular.count, 1);
  json.optional("kind", irregular.kind, PeriodKind::month);
  json.optional("seed", irregular.seed);
  json.end_object();
}

}  // namespace

void write(Writer& json, const ModeShare& share) {
  json.begin_object();
  json.required("mode", share.mode);
  json.optional("parts", share.parts, 1);
  json.end_object();
}

void write(Writer& json, const RecurrenceRule& rule) {
  json.begin_object();
  std::visit([&](const auto& pattern) { write_pattern(json, pattern); }, rule.pattern);
  json.optional("rest_days", rule.rest_days);
  json.optional("except", rule.except);
  json.optional("also", rule.also);
  json.end_object();
}

void write(Writer& json, const SiteQuota& quota) {
  json.begin_object();
  json.required("site_class", quota.site_class);
  json.optional("count", quota.count);
  json.end_object();
}

void write(Writer& json, const SiteRisk& risk) {
  json.begin_object();
  json.required("site", risk.site);
  json.required("weight", risk.weight);
  json.end_object();
}

void write(Writer& json, const ProgrammeRule& rule) {
  json.begin_object();
  json.required("id", rule.id);
  json.optional("title", rule.title);
  json.required("modes", rule.modes);
  json.required("dates", rule.dates);
  json.optional("hours", rule.hours);
  json.optional("sites", rule.sites);
  json.optional("strata", rule.strata);
  json.optional("within", rule.within);
  json.optional("risks", rule.risks);
  json.optional("excluded", rule.excluded);
  json.optional("no_repeat_within", rule.no_repeat_within);
  json.optional("history", rule.history);
  json.optional("inspectors", rule.inspectors, 2);
  json.optional("needs_lead", rule.needs_lead, true);
  json.optional("qualifications", rule.qualifications);
  json.end_object();
}

void write(Writer& json, const Programme& programme) {
  json.begin_object();
  json.key("aedile").string(programme_format);
  json.required("id", programme.id);
  json.optional("title", programme.title);
  json.key("period").string(programme.period.to_string());
  json.required("seed_source", programme.seed_source);
  json.optional("district", programme.district, UnitKind::district);
  json.required("rules", programme.rules);
  json.end_object();
}

void write(Writer& json, const Candidate& candidate) {
  json.begin_object();
  json.required("id", candidate.id);
  json.required("stratum", candidate.stratum);
  json.optional("weight", candidate.weight, 1);
  json.end_object();
}

void write(Writer& json, const DrawStratum& stratum) {
  json.begin_object();
  json.required("name", stratum.name);
  json.required("quota", stratum.quota);
  json.end_object();
}

void write(Writer& json, const DrawExclusion& exclusion) {
  json.begin_object();
  json.required("candidate", exclusion.candidate);
  json.required("reason", exclusion.reason);
  json.end_object();
}

void write(Writer& json, const PastDraw& past) {
  json.begin_object();
  json.required("period", past.period);
  json.required("drawn", past.drawn);
  json.end_object();
}

void write(Writer& json, const DrawTerms& terms) {
  json.begin_object();
  json.key("aedile").string(draw_terms_format);
  json.required("id", terms.id);
  json.required("period", terms.period);
  json.required("seed_source", terms.seed_source);
  json.required("strata", terms.strata);
  json.optional("candidates", terms.candidates);
  json.optional("excluded", terms.excluded);
  json.optional("no_repeat_within", terms.no_repeat_within);
  json.optional("history", terms.history);
  json.end_object();
}

void write(Writer& json, const DrawnCandidate& drawn) {
  json.begin_object();
  json.required("stratum", drawn.stratum);
  json.required("id", drawn.id);
  json.optional("ticket", drawn.ticket, 1);
  json.required("key", drawn.key);
  json.end_object();
}

void write(Writer& json, const DrawShortage& shortage) {
  json.begin_object();
  json.required("stratum", shortage.stratum);
  json.required("quota", shortage.quota);
  json.required("drawn", shortage.drawn);
  json.required("excluded", shortage.excluded);
  json.required("drawn_before", shortage.drawn_before);
  json.end_object();
}

void write(Writer& json, const Draw& draw) {
  json.begin_object();
  json.key("aedile").string(draw_format);
  json.required("commitment", draw.commitment);
  json.required("seed", draw.seed);
  json.required("drawn", draw.drawn);
  json.optional("shortages", draw.shortages);
  json.end_object();
}

}  // namespace aedile::json
