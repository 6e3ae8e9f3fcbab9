// A programme by itself.
#include <unordered_set>

#include "aedile/inspection/programme.h"
#include "core/report.h"
#include "core/texts.h"
#include "inspection/assignment_checks.h"
#include "inspection/messages.h"
#include "inspection/messages_draw.h"
#include "inspection/messages_programme.h"

namespace aedile {

namespace {

using detail::Report;
using Names = std::unordered_set<std::string_view>;

void check_member(std::string_view key, const std::string& text, Report& report) {
  const auto inside = report.at(key);
  detail::check_name(key, text, report);
}

/// Names that a list holds once each.
void check_names(std::string_view key, const std::vector<std::string>& names, const Message& twice, Report& report) {
  Names seen;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto inside = report.at(key, i);
    detail::check_name(key, names[i], report);
    if (!seen.insert(names[i]).second) inside.error(twice, {names[i]});
  }
}

void check_modes(const std::vector<ModeShare>& modes, Report& report) {
  std::uint64_t total = 0;
  std::unordered_set<int> seen;
  for (std::size_t i = 0; i < modes.size(); ++i) {
    total += modes[i].parts;
    if (seen.insert(static_cast<int>(modes[i].mode)).second) continue;
    report.at("modes", i).error(messages::duplicate_mode, {std::string(to_string(modes[i].mode))});
  }
  if (total == 0) report.at("modes").error(messages::no_modes);
}

void check_sites(const ProgrammeRule& rule, Report& report) {
  if (rule.sites.empty() && rule.strata.empty()) report.error(messages::rule_without_sites);
  if (!rule.sites.empty() && !rule.strata.empty()) report.at("strata").error(messages::sites_and_strata);
  check_names("sites", rule.sites, messages::duplicate_rule_site, report);
  Names classes;
  for (std::size_t i = 0; i < rule.strata.size(); ++i) {
    const auto stratum = report.at("strata", i, "site_class");
    detail::check_name("site_class", rule.strata[i].site_class, report);
    if (!classes.insert(rule.strata[i].site_class).second) {
      stratum.error(messages::duplicate_stratum, {rule.strata[i].site_class});
    }
  }
  Names risks;
  for (std::size_t i = 0; i < rule.risks.size(); ++i) {
    if (!risks.insert(rule.risks[i].site).second) {
      report.at("risks", i, "site").error(messages::duplicate_rule_site, {rule.risks[i].site});
    }
    const std::uint32_t weight = rule.risks[i].weight;
    if (weight > 0 && weight <= max_draw_weight) continue;
    report.at("risks", i, "weight")
        .error(messages::draw_weight_range, {std::to_string(weight), std::to_string(max_draw_weight)});
  }
}

/// Days of the longest period of a kind. Shorter ones end with their last day, as the pattern says.
unsigned longest(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::week:
      return 7;
    case PeriodKind::third_of_month:
      return 11;
    case PeriodKind::half_month:
      return 16;
    case PeriodKind::month:
      return 31;
    case PeriodKind::quarter:
      return 92;
    case PeriodKind::half_year:
      return 184;
    default:
      return 366;  // the kinds that a pattern does not take are refused by it
  }
}

void check_rule(const ProgrammeRule& rule, Report& report) {
  detail::check_local_text("title", rule.title, report);
  check_modes(rule.modes, report);
  if (rule.dates.empty()) report.at("dates").error(messages::rule_without_dates);
  for (std::size_t i = 0; i < rule.dates.size(); ++i) {
    const auto* const pattern = std::get_if<DayOfPeriod>(&rule.dates[i].pattern);
    if (pattern == nullptr || pattern->day <= longest(pattern->kind)) continue;
    report.at("dates", i, "day_of_period", "day")
        .error(messages::day_beyond_period, {std::to_string(pattern->day), std::string(to_string(pattern->kind)),
                                             std::to_string(longest(pattern->kind))});
  }
  if (rule.hours && rule.hours->close <= rule.hours->open) {
    report.at("hours").error(messages::visit_hours_order,
                             {rule.hours->open.to_string(), rule.hours->close.to_string()});
  }
  check_sites(rule, report);
  if (rule.inspectors == 0 || rule.inspectors > detail::max_team) {
    report.at("inspectors")
        .error(messages::team_size_range, {std::to_string(rule.inspectors), std::to_string(detail::max_team)});
  }
}

}  // namespace

Diagnostics validate(const Programme& programme) {
  Report report;
  check_member("id", programme.id, report);
  detail::check_local_text("title", programme.title, report);
  check_member("seed_source", programme.seed_source, report);
  if (programme.rules.empty()) report.at("rules").error(messages::programme_without_rules);
  Names rules;
  for (std::size_t i = 0; i < programme.rules.size(); ++i) {
    const auto inside = report.at("rules", i);
    check_member("id", programme.rules[i].id, report);
    if (!rules.insert(programme.rules[i].id).second) {
      report.at("id").error(messages::duplicate_rule, {programme.rules[i].id});
    }
    check_rule(programme.rules[i], report);
  }
  return report.take();
}

}  // namespace aedile
