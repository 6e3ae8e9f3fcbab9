#include "aedile/inspection/programme.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/excerpt.h"
#include "core/sha256.h"
#include "inspection/messages_programme.h"
#include "organisation/messages.h"

namespace aedile {

namespace {

std::string element(std::string_view list, std::size_t position) {
  return "/" + std::string(list) + "/" + std::to_string(position);
}

/// A rule with its words looked up in the organisation, and its dates in the calendar.
struct ReadyRule {
  const ProgrammeRule* rule = nullptr;
  std::string place;  ///< "/rules/2"
  std::vector<SiteId> sites;
  std::unordered_set<std::string_view> classes;
  std::vector<UnitId> within;
  std::unordered_map<std::string_view, std::uint32_t> risks;
  std::vector<Date> dates;
};

class Generator {
 public:
  Generator(const Programme& programme, const CompiledOrganisation& organisation, const WorkingCalendar& calendar,
            std::string_view seed)
      : programme_(programme), organisation_(organisation), calendar_(calendar), seed_(seed) {}

  Result<ProgrammePlan> generate() {
    problems_ = validate(programme_);
    std::vector<ReadyRule> rules;
    for (std::size_t i = 0; i < programme_.rules.size(); ++i) rules.push_back(ready(i));
    if (problems_.has_errors()) return std::move(problems_);
    for (const ReadyRule& rule : rules) plan_rule(rule);
    if (problems_.has_errors()) return std::move(problems_);
    // Rules keep their order within a day.
    std::stable_sort(plan_.visits.begin(), plan_.visits.end(),
                     [](const PlannedVisit& a, const PlannedVisit& b) { return a.date < b.date; });
    return {std::move(plan_), std::move(problems_)};
  }

 private:
  void error(std::string pointer, const Message& message, const std::string& argument) {
    problems_.error(Place{{}, 0, 0, std::move(pointer)}, message, {detail::excerpt(argument)});
  }
  /// Problems found elsewhere, as those of this place.
  void take(const Diagnostics& found, const std::string& pointer) {
    for (Diagnostic problem : found) {
      problem.place.pointer.insert(0, pointer);
      problems_.add(std::move(problem));
    }
  }

  ReadyRule ready(std::size_t position) {
    const ProgrammeRule& rule = programme_.rules[position];
    ReadyRule made{&rule, element("rules", position), {}, {}, {}, {}, {}};
    for (std::size_t i = 0; i < rule.sites.size(); ++i) {
      if (const auto site = find_site(rule.sites[i], made.place + element("sites", i))) made.sites.push_back(*site);
    }
    std::sort(made.sites.begin(), made.sites.end(),
              [&](SiteId a, SiteId b) { return organisation_.site(a).code < organisation_.site(b).code; });
    const std::vector<SiteClass>& declared = organisation_.source().site_classes;
    for (std::size_t i = 0; i < rule.strata.size(); ++i) {
      const std::string& name = rule.strata[i].site_class;
      made.classes.insert(name);
      const bool known = declared.empty() || std::any_of(declared.begin(), declared.end(),
                                                         [&](const SiteClass& each) { return each.code == name; });
      if (!known) error(made.place + element("strata", i) + "/site_class", messages::undeclared_site_class, name);
    }
    for (std::size_t i = 0; i < rule.within.size(); ++i) {
      if (const auto unit = organisation_.find_unit(rule.within[i])) {
        made.within.push_back(*unit);
      } else {
        error(made.place + element("within", i), messages::unknown_unit, rule.within[i]);
      }
    }
    for (std::size_t i = 0; i < rule.risks.size(); ++i) {
      find_site(rule.risks[i].site, made.place + element("risks", i) + "/site");
      made.risks.emplace(rule.risks[i].site, rule.risks[i].weight);
    }
    for (std::size_t i = 0; i < rule.excluded.size(); ++i) {
      find_site(rule.excluded[i].candidate, made.place + element("excluded", i) + "/candidate");
    }
    made.dates = dates_of(rule, made.place);
    check_hours(made);
    return made;
  }

  /// On a day on which the clocks are put on, hours may shrink, or to nothing.
  void check_hours(const ReadyRule& ready) {
    if (!ready.rule->hours) return;
    const Hours& hours = *ready.rule->hours;
    const std::chrono::minutes length(hours.close.minute - hours.open.minute);
    for (const Date date : ready.dates) {
      const Instant begin = calendar_.zone().instant(date, std::chrono::minutes(hours.open.minute));
      const Instant end = calendar_.zone().instant(date, std::chrono::minutes(hours.close.minute));
      const Place place{{}, 0, 0, ready.place + "/hours"};
      const std::vector<std::string> arguments{hours.open.to_string(), hours.close.to_string(), date.to_string(),
                                               calendar_.zone().print(begin), calendar_.zone().print(end)};
      if (end <= begin) {
        problems_.error(place, messages::hours_do_not_exist, arguments);
      } else if (end.sys_seconds() - begin.sys_seconds() != length && length > std::chrono::minutes(0)) {
        problems_.warning(place, messages::hours_change, arguments);
      }
    }
  }

  std::optional<SiteId> find_site(const std::string& code, std::string pointer) {
    const std::optional<SiteId> site = organisation_.find_site(code);
    if (!site) error(std::move(pointer), messages::unknown_site, code);
    return site;
  }

  /// Irregular dates come last, for they are drawn from the days that the other patterns leave.
  std::vector<Date> dates_of(const ProgrammeRule& rule, const std::string& place) {
    std::vector<Recurrence> recurrences;
    for (const bool irregular : {false, true}) {
      const std::vector<Date> others = merged(recurrences);
      for (std::size_t i = 0; i < rule.dates.size(); ++i) {
        RecurrenceRule dates = rule.dates[i];
        auto* const drawn = std::get_if<IrregularDates>(&dates.pattern);
        if ((drawn != nullptr) != irregular) continue;
        check_additions(dates, place + element("dates", i));
        dates.first = programme_.period.first();
        dates.last = programme_.period.last();
        if (drawn != nullptr) {
          if (drawn->seed.empty()) drawn->seed = seed_;
          dates.except.insert(dates.except.end(), others.begin(), others.end());
        }
        const Result<Recurrence> made = recurrence(std::move(dates), calendar_);
        take(made.diagnostics(), place + element("dates", i));
        if (made) recurrences.push_back(*made);
      }
    }
    return merged(recurrences);
  }

  /// Dates that are named one by one would otherwise be dropped without a word.
  void check_additions(const RecurrenceRule& dates, const std::string& place) {
    for (std::size_t i = 0; i < dates.also.size(); ++i) {
      if (programme_.period.contains(dates.also[i])) continue;
      problems_.error(Place{{}, 0, 0, place + element("also", i)}, messages::addition_outside_period,
                      {dates.also[i].to_string(), programme_.period.to_string()});
    }
  }

  void plan_rule(const ReadyRule& ready) {
    const std::size_t before = plan_.visits.size();
    std::vector<PastDraw> history = ready.rule->history;
    for (const Date date : ready.dates) {
      const std::vector<SiteId> sites =
          ready.rule->strata.empty() ? listed_on(ready, date) : drawn_on(ready, date, history);
      if (sites.empty()) {
        problems_.warning(Place{{}, 0, 0, ready.place}, messages::no_sites_that_day, {date.to_string()});
      }
      for (const SiteId site : sites) plan_.visits.push_back(visit(*ready.rule, site, date));
    }
    mix_modes(*ready.rule, before);
  }

  bool is_within(const ReadyRule& ready, SiteId site, Date date) const {
    if (ready.within.empty()) return true;
    const std::vector<UnitId> chain = organisation_.chain(site, date);
    return std::any_of(ready.within.begin(), ready.within.end(),
                       [&](UnitId unit) { return std::find(chain.begin(), chain.end(), unit) != chain.end(); });
  }

  std::vector<SiteId> listed_on(const ReadyRule& ready, Date date) {
    std::vector<SiteId> sites;
    for (const SiteId site : ready.sites) {
      if (!organisation_.site(site).valid.holds(date)) {
        problems_.warning(Place{{}, 0, 0, ready.place + "/sites"}, messages::site_left_out,
                          {detail::excerpt(organisation_.site(site).code), date.to_string()});
      } else if (is_within(ready, site, date)) {
        sites.push_back(site);
      }
    }
    return sites;
  }

  /// A draw over what exists that day; `history` gets it as its latest.
  std::vector<SiteId> drawn_on(const ReadyRule& ready, Date date, std::vector<PastDraw>& history) {
    const ProgrammeRule& rule = *ready.rule;
    DrawTerms terms{.id = programme_.id + "/" + rule.id, .seed_source = programme_.seed_source};
    terms.period = terms.id + "/" + date.to_string();
    std::map<std::string_view, std::uint32_t> sizes;
    std::unordered_set<std::string_view> candidates;  // only exclusions ask
    for (std::uint32_t i = 0; i < organisation_.site_count(); ++i) {
      const Site& site = organisation_.site(SiteId{i});
      if (!ready.classes.contains(site.site_class) || !site.valid.holds(date) || !is_within(ready, SiteId{i}, date)) {
        continue;
      }
      const auto risk = ready.risks.find(site.code);
      terms.candidates.push_back({site.code, site.site_class, risk == ready.risks.end() ? 1 : risk->second});
      if (!rule.excluded.empty()) candidates.insert(site.code);
      ++sizes[site.site_class];
    }
    for (const SiteQuota& quota : rule.strata) {
      terms.strata.push_back({quota.site_class, quota.count.value_or(sizes[quota.site_class])});
    }
    for (const DrawExclusion& exclusion : rule.excluded) {
      if (candidates.contains(exclusion.candidate)) terms.excluded.push_back(exclusion);
    }
    terms.history = history;
    terms.no_repeat_within = std::min(rule.no_repeat_within, static_cast<std::uint32_t>(history.size()));
    terms.history.resize(terms.no_repeat_within);

    Result<Draw> result = draw(terms, seed_);
    for (Diagnostic problem : result.diagnostics()) {
      // Told at the rule, for the terms are nobody's file; the seed is the caller's.
      problem.place.pointer = problem.place.pointer == "/seed" ? "/seed" : ready.place;
      problems_.add(std::move(problem));
    }
    if (!result) return {};
    PastDraw past{terms.period, {}};
    for (const DrawnCandidate& drawn : result->drawn) past.drawn.push_back(drawn.id);
    std::vector<std::string> codes = past.drawn;
    std::sort(codes.begin(), codes.end());
    std::vector<SiteId> sites;
    for (const std::string& code : codes) sites.push_back(*organisation_.find_site(code));
    history.insert(history.begin(), std::move(past));
    plan_.draws.push_back({rule.id, date, std::move(terms), std::move(*result)});
    return sites;
  }

  PlannedVisit visit(const ProgrammeRule& rule, SiteId id, Date date) const {
    const Site& site = organisation_.site(id);
    PlannedVisit planned{.id = programme_.id + "/" + rule.id + "/" + date.to_string() + "/" + site.code, .date = date};
    planned.site = site.code;
    planned.site_class = site.site_class;
    planned.title = site.title;
    planned.at = site.at;
    for (const UnitId unit : organisation_.chain(id, date)) {
      const Unit& each = organisation_.unit(unit);
      planned.units.push_back(each.code);
      if (each.kind == programme_.district && planned.district.empty()) planned.district = each.code;
    }
    if (rule.hours) {
      const TimeZone& zone = calendar_.zone();
      planned.start = zone.instant(date, std::chrono::minutes(rule.hours->open.minute));
      planned.end = zone.instant(date, std::chrono::minutes(rule.hours->close.minute));
    }
    planned.inspectors = rule.inspectors;
    planned.needs_lead = rule.needs_lead;
    planned.qualifications = rule.qualifications;
    return planned;
  }

  /// The visits from `first` on are those of the rule.
  void mix_modes(const ProgrammeRule& rule, std::size_t first) {
    std::vector<std::pair<detail::Sha256, std::size_t>> order;
    detail::Sha256Hasher hasher;
    const std::string head = seed_ + "\n" + programme_.id + "/" + rule.id + "\n";
    for (std::size_t i = first; i < plan_.visits.size(); ++i) order.emplace_back(hasher(head + plan_.visits[i].id), i);
    std::sort(order.begin(), order.end());
    const std::vector<std::size_t> counts = shares_of(order.size(), rule.modes);
    std::size_t next = 0;
    for (std::size_t share = 0; share < counts.size(); ++share) {
      for (std::size_t i = 0; i < counts[share]; ++i) plan_.visits[order[next++].second].mode = rule.modes[share].mode;
    }
  }

  const Programme& programme_;
  const CompiledOrganisation& organisation_;
  const WorkingCalendar& calendar_;
  std::string seed_;
  ProgrammePlan plan_;
  Diagnostics problems_;
};

}  // namespace

Result<ProgrammePlan> generate(const Programme& programme, const CompiledOrganisation& organisation,
                               const WorkingCalendar& calendar, std::string_view seed) {
  return Generator(programme, organisation, calendar, seed).generate();
}

}  // namespace aedile
