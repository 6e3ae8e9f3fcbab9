// Programmes: dates, draws, mixed modes; and what is reported where something does not exist.
#include "aedile/inspection/programme.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "inspection/small_town.h"

namespace aedile {
namespace {

using namespace testing;

std::map<std::string, int> count_modes(const ProgrammePlan& plan) {
  std::map<std::string, int> counts;
  for (const PlannedVisit& visit : plan.visits) ++counts[std::string(to_string(visit.mode))];
  return counts;
}

TEST(Programme, PlansAMonthOfMixedModes) {
  const Result<ProgrammePlan> plan = generate(november(), compiled_town(), office_calendar(), "082915");
  ASSERT_TRUE(plan) << plan.diagnostics();
  EXPECT_TRUE(plan.diagnostics().empty()) << plan.diagnostics();
  ASSERT_EQ(plan->visits.size(), 24u);
  // 24 · 0.6 = 14.4 and 24 · 0.4 = 9.6: the larger remainder gets the one that is left.
  EXPECT_EQ(count_modes(*plan), (std::map<std::string, int>{{"announced", 10}, {"covert", 14}}));
  std::map<std::string, std::map<std::string, int>> by_date;
  for (const PlannedVisit& visit : plan->visits) ++by_date[visit.date.to_string()][visit.site_class];
  const std::map<std::string, int> each{{"park", 3}, {"restaurant", 3}, {"school", 2}};
  EXPECT_EQ(by_date, (std::map<std::string, std::map<std::string, int>>{
                         {"2026-11-09", each}, {"2026-11-19", each}, {"2026-11-29", each}}));
  std::set<std::string> sites;
  for (const PlannedVisit& visit : plan->visits) sites.insert(visit.site);
  EXPECT_EQ(sites.size(), 24u) << "nobody is drawn again within two draws";
  const PlannedVisit& first = plan->visits.front();
  EXPECT_EQ(first.id, "town-2026-11/regular/2026-11-09/" + first.site);
  EXPECT_TRUE(first.district == "east" || first.district == "west");
  EXPECT_EQ(first.units.size(), 3u);
  EXPECT_EQ(first.units.back(), "town");
  EXPECT_FALSE(first.start);
  ASSERT_EQ(plan->draws.size(), 3u);
  EXPECT_EQ(plan->draws[1].terms.period, "town-2026-11/regular/2026-11-19");
  for (const ProgrammeDraw& each_draw : plan->draws) {
    EXPECT_TRUE(verify(each_draw.terms, each_draw.result, commitment(each_draw.terms).value()).empty());
  }
}

TEST(Programme, VisitsListedSitesEachMondayEvening) {
  Programme programme = november();
  ProgrammeRule& rule = programme.rules[0];
  rule.dates = {{.pattern = Weekdays{{1}}}};
  rule.strata.clear();
  rule.no_repeat_within = 0;
  rule.sites = {"S11", "P10"};
  rule.hours = Hours{{19 * 60}, {21 * 60}};
  rule.modes = {{Mode::supervision, 1}};
  Organisation organisation = town();
  organisation.sites[34].valid.until = Date::of(2026, 11, 10);  // P11
  rule.sites.push_back("P11");
  const Result<ProgrammePlan> plan = generate(programme, compile(organisation).value(), office_calendar(), "");
  ASSERT_TRUE(plan) << plan.diagnostics();
  EXPECT_EQ(plan->visits.size(), 5u * 2 + 2);  // five Mondays; P11 on the 2nd and the 9th
  EXPECT_EQ(plan->visits[0].site, "P10");
  EXPECT_EQ(plan->visits[0].start->to_string(), "2026-11-02T11:00:00Z");
  EXPECT_EQ(plan->visits[0].end->to_string(), "2026-11-02T13:00:00Z");
  EXPECT_EQ(plan.diagnostics().size(), 3u);
  EXPECT_EQ(plan.diagnostics().items()[0].text.in(Language::en),
            "the site \"P11\" does not exist on 2026-11-16 and is left out that day; correct the list or the site's "
            "validity");
}

TEST(Programme, KeepsToItsUnitsAndTakesAllOfAClass) {
  Programme programme = november();
  ProgrammeRule& rule = programme.rules[0];
  rule.within = {"west"};
  rule.strata = {{"school", std::nullopt}};
  rule.no_repeat_within = 0;
  const ProgrammePlan plan = generate(programme, compiled_town(), office_calendar(), "1").value();
  EXPECT_EQ(plan.visits.size(), 3u * 6);
  for (const PlannedVisit& visit : plan.visits) EXPECT_EQ(visit.district, "west");
}

TEST(Programme, TellsShortagesAndDaysWithoutSites) {
  Programme programme = november();
  programme.rules[0].strata = {{"school", 5}};  // 12 schools, of which 10 are away on the third date
  Result<ProgrammePlan> plan = generate(programme, compiled_town(), office_calendar(), "1");
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->visits.size(), 5u + 5 + 2);
  EXPECT_TRUE(plan.diagnostics().contains("draw_shortage"));
  EXPECT_EQ(plan.diagnostics().items()[0].place.pointer, "/rules/0");
  Organisation organisation = town();
  for (Site& site : organisation.sites) site.valid.until = Date::of(2026, 11, 1);
  plan = generate(programme, compile(organisation).value(), office_calendar(), "1");
  ASSERT_TRUE(plan);
  EXPECT_TRUE(plan->visits.empty());
  EXPECT_TRUE(plan.diagnostics().contains("no_sites_that_day"));
}

TEST(Programme, AddsIrregularDatesFromItsSeed) {
  Programme programme = november();
  programme.rules[0].dates.push_back({.pattern = IrregularDates{.count = 2}});
  const auto dates = [&](const char* seed) {
    const ProgrammePlan plan = generate(programme, compiled_town(), office_calendar(), seed).value();
    std::set<Date> found;
    for (const PlannedVisit& visit : plan.visits) found.insert(visit.date);
    return found;
  };
  for (const char* seed : {"a", "b", "c", "d", "e", "f"}) EXPECT_EQ(dates(seed).size(), 5u) << "three and two more";
  EXPECT_EQ(dates("a"), dates("a"));
  std::set<std::set<Date>> different;
  for (const char* seed : {"a", "b", "c", "d"}) different.insert(dates(seed));
  EXPECT_GT(different.size(), 1u);
}

TEST(Programme, ReportsEveryProblem) {
  Programme programme;
  EXPECT_TRUE(validate(programme).contains("programme_without_rules"));
  programme = november();
  programme.id = "a\tb";
  programme.seed_source = "";
  ProgrammeRule& rule = programme.rules[0];
  rule.modes = {{Mode::covert, 0}, {Mode::covert, 0}};
  rule.sites = {"S10", "S10", "nowhere"};
  rule.strata.push_back({"park", 1});
  rule.strata.push_back({"palace", 1});
  rule.within = {"north"};
  rule.risks = {{"S10", 0}, {"nobody", 1}};
  rule.excluded = {{"neither", "x"}};
  rule.hours = Hours{{600}, {600}};
  rule.inspectors = 0;
  rule.dates = {{.pattern = DaysOfMonth{{32}}}};
  programme.rules.push_back({.id = "regular"});
  const Diagnostics problems = generate(programme, compiled_town(), office_calendar(), "1").diagnostics();
  std::vector<std::string> found;
  for (const Diagnostic& problem : problems) {
    found.push_back(problem.place.pointer + " " + std::string(problem.code()));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"/id control_character",
                                             "/seed_source empty_text",
                                             "/rules/0/modes/1 duplicate_mode",
                                             "/rules/0/modes no_modes",
                                             "/rules/0/hours visit_hours_order",
                                             "/rules/0/strata sites_and_strata",
                                             "/rules/0/sites/1 duplicate_rule_site",
                                             "/rules/0/strata/3/site_class duplicate_stratum",
                                             "/rules/0/risks/0/weight draw_weight_range",
                                             "/rules/0/inspectors team_size_range",
                                             "/rules/1/id duplicate_rule",
                                             "/rules/1/modes no_modes",
                                             "/rules/1/dates rule_without_dates",
                                             "/rules/1 rule_without_sites",
                                             "/rules/0/sites/2 unknown_site",
                                             "/rules/0/strata/4/site_class undeclared_site_class",
                                             "/rules/0/within/0 unknown_unit",
                                             "/rules/0/risks/1/site unknown_site",
                                             "/rules/0/excluded/0/candidate unknown_site",
                                             "/rules/0/dates/0 recurrence_day_range"}));
  EXPECT_TRUE(generate(november(), compiled_town(), office_calendar(), "").diagnostics().contains("bad_seed"));
}

std::vector<std::string> codes_of(const Diagnostics& problems) {
  std::vector<std::string> codes;
  for (const Diagnostic& problem : problems) codes.push_back(problem.place.pointer + " " + std::string(problem.code()));
  return codes;
}

TEST(Programme, RefusesWhatItWouldOtherwiseDrop) {
  Programme programme = november();
  programme.rules[0].dates[0].also = {*Date::of(2026, 11, 30), *Date::of(2026, 12, 1)};
  programme.rules[0].dates.push_back({.pattern = DayOfPeriod{PeriodKind::half_month, 17}});
  const std::string site = compiled_town().site(SiteId{0}).code;
  programme.rules[0].risks = {{site, 2}, {site, 3}};
  const std::vector<std::string> found =
      codes_of(generate(programme, compiled_town(), office_calendar(), "1").diagnostics());
  EXPECT_EQ(std::set<std::string>(found.begin(), found.end()),
            (std::set<std::string>{"/rules/0/dates/0/also/1 addition_outside_period",
                                   "/rules/0/dates/1/day_of_period/day day_beyond_period",
                                   "/rules/0/risks/1/site duplicate_rule_site"}));
}

RC_GTEST_PROP(Modes, AreSharedExactlyAndAsNearAsCanBe, ()) {
  const std::size_t count = *rc::gen::inRange<std::size_t>(0, 1000);
  std::vector<ModeShare> shares;
  std::uint64_t total = 0;
  for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
    shares.push_back({static_cast<Mode>(i), *rc::gen::inRange<std::uint32_t>(0, 100)});
    total += shares.back().parts;
  }
  RC_PRE(total > 0);
  const std::vector<std::size_t> counts = shares_of(count, shares);
  std::size_t sum = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    sum += counts[i];
    // Within one of its due, which may be no whole number.
    RC_ASSERT(counts[i] * total < count * shares[i].parts + total);
    RC_ASSERT(counts[i] * total + total > count * shares[i].parts);
  }
  RC_ASSERT(sum == count);
}

TEST(Modes, HaveNamesAndTitles) {
  EXPECT_EQ(title(Mode::covert).in(Language::zh), "暗访");
  for (int i = 0; i < 6; ++i) EXPECT_EQ(parse_mode(to_string(static_cast<Mode>(i))), static_cast<Mode>(i));
  EXPECT_FALSE(parse_mode("secret"));
  EXPECT_EQ(shares_of(10, {{Mode::covert, 60}, {Mode::announced, 40}}), (std::vector<std::size_t>{6, 4}));
  EXPECT_EQ(shares_of(7, {{Mode::covert, 60}, {Mode::announced, 40}}), (std::vector<std::size_t>{4, 3}));
  EXPECT_THROW(shares_of(1, {}), ContractError);
}

}  // namespace
}  // namespace aedile
