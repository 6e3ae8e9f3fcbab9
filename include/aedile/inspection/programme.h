#pragma once
/// Programmes (督查计划): which sites are visited when, in which modes, for a period.
///
///   Programme november{.id = "town-2026-11", .period = Period::parse("2026-11").value()};
///   november.rules = {{.id = "regular", .modes = {{Mode::covert, 60}, {Mode::announced, 40}},
///                      .dates = {{.pattern = DaysOfMonth{{9, 19, 29}}, …}},
///                      .strata = {{"restaurant", 3}, {"park", 3}, {"school", 2}}, .no_repeat_within = 2}};
///   Result<ProgrammePlan> plan = generate(november, organisation, calendar, "082915");
///   plan->visits.size();        // 24: 3 dates of 3 + 3 + 2 sites, 14 of them covert and 10 announced
///
/// Each date of a rule with strata is a draw of its own (draw.h) of period "<programme>/<rule>/<date>" over the sites
/// that exist that day, so it can be verified like any other. Modes are mixed over the rule's whole period, exactly as
/// `shares_of` says, and which visit is in which mode is drawn as well, by the least SHA-256 of seed,
/// "<programme>/<rule>" and the visit's id: whoever has been visited covertly cannot conclude that the next visit is
/// announced.
///
/// What can be published before the seed is known is the programme and the organisation: with `no_repeat_within` the
/// terms of later draws depend on earlier ones.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aedile/calendar/calendar.h"
#include "aedile/calendar/recurrence.h"
#include "aedile/calendar/time_zone.h"
#include "aedile/core/period.h"
#include "aedile/core/result.h"
#include "aedile/inspection/draw.h"
#include "aedile/inspection/mode.h"
#include "aedile/inspection/planned_visit.h"
#include "aedile/organisation/compiled_organisation.h"

namespace aedile {

/// How many sites of a class each date takes.
struct SiteQuota {
  std::string site_class{};
  std::optional<std::uint32_t> count{};  ///< none: all of them
  friend bool operator==(const SiteQuota&, const SiteQuota&) = default;
};

/// More or less likely to be drawn than the rest, which weigh 1.
struct SiteRisk {
  std::string site{};
  std::uint32_t weight = 1;
  friend bool operator==(const SiteRisk&, const SiteRisk&) = default;
};

struct ProgrammeRule {
  std::string id{};
  LocalText title{};
  std::vector<ModeShare> modes{};
  /// Together; `first` and `last` are those of the programme's period, whatever stands there. Irregular dates are
  /// drawn from the days that the other patterns leave, and without a seed of their own by the programme's.
  std::vector<RecurrenceRule> dates{};
  std::optional<Hours> hours{};       ///< times of day in the calendar's zone; none: some time of the day
  std::vector<std::string> sites{};   ///< these, on every date; or
  std::vector<SiteQuota> strata{};    ///< so many of each class
  std::vector<std::string> within{};  ///< only sites within one of these units; empty: everywhere
  std::vector<SiteRisk> risks{};
  std::vector<DrawExclusion> excluded{};  ///< sites, with reasons
  std::uint32_t no_repeat_within = 0;     ///< dates of this rule
  std::vector<PastDraw> history{};        ///< of the dates before the period, latest first
  std::uint32_t inspectors = 2;
  bool needs_lead = true;
  std::vector<std::string> qualifications{};
  friend bool operator==(const ProgrammeRule&, const ProgrammeRule&) = default;
};

struct Programme {
  std::string id{};
  LocalText title{};
  Period period = Period::containing(PeriodKind::month, Date());
  std::string seed_source{};
  UnitKind district = UnitKind::district;  ///< the units whose inspectors carry out the visits within them
  std::vector<ProgrammeRule> rules{};
  friend bool operator==(const Programme&, const Programme&) = default;
};

/// Every problem of a programme by itself, at JSON pointers of its file: empty_text, text_not_utf8, control_character,
/// duplicate_language, programme_without_rules, duplicate_rule, no_modes, duplicate_mode, rule_without_dates,
/// rule_without_sites, sites_and_strata, duplicate_stratum, duplicate_rule_site, draw_weight_range, visit_hours_order,
/// day_beyond_period, team_size_range.
Diagnostics validate(const Programme& programme);

struct ProgrammeDraw {
  std::string rule{};
  Date date{};
  DrawTerms terms{};
  Draw result{};
  friend bool operator==(const ProgrammeDraw&, const ProgrammeDraw&) = default;
};

struct ProgrammePlan {
  std::vector<PlannedVisit> visits{};  ///< by date, rule as listed, site
  std::vector<ProgrammeDraw> draws{};
  friend bool operator==(const ProgrammePlan&, const ProgrammePlan&) = default;
};

/// Errors: those of `validate`, of `recurrence` and of `draw`; unknown_site, unknown_unit, undeclared_site_class;
/// addition_outside_period; hours_do_not_exist (nothing is left of them on a date on which the clocks are put on).
/// Warnings: draw_shortage; hours_change (a change of the clocks makes them longer or shorter on a date); site_left_out
/// (a listed site does not exist on a date), no_sites_that_day (nothing that a rule names exists on a date).     Cost:
/// O(dates · sites + draws).
Result<ProgrammePlan> generate(const Programme& programme, const CompiledOrganisation& organisation,
                               const WorkingCalendar& calendar, std::string_view seed);

}  // namespace aedile
