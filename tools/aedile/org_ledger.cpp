// aedile org ledger: what changed in the site ledger between two editions, and what has been visited.
#include <algorithm>

#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/organisation_json.h"
#include "aedile/org.h"
#include "aedile/organisation/site_ledger.h"
#include "aedile/output.h"
#include "aedile/texts_org.h"

namespace aedile::tool {

namespace {

bool is_json(std::istream& in) {
  char first = 0;
  std::string mark(3, '\0');
  in.read(mark.data(), 3);
  if (mark != "\xEF\xBB\xBF") {
    in.clear();
    in.seekg(0);
  }
  in >> first;
  in.clear();
  in.seekg(0);
  return first == '{';
}

/// What is wrong with the sites themselves, whatever organisation they belong to.
Diagnostics problems_of(const SiteTable& table) {
  Organisation alone;
  alone.sites = table.sites();
  Diagnostics problems;
  for (const Diagnostic& problem : validate(alone)) {
    const bool needs_units = problem.code() == "site_outside_grid" || problem.code() == "absent_unit";
    if (problem.place.pointer.starts_with("/sites/") && !needs_units) problems.add(problem);
  }
  return table.placed(problems);
}

/// The sites of a table, or of an organisation.
std::optional<std::vector<Site>> load_sites(const std::string& path, ProblemLog& log) {
  InputFile input(path);
  if (!is_json(input.stream())) {
    std::optional<SiteTable> table = read_sites(input.stream(), input.name(), log);
    if (!table) return std::nullopt;
    log.append(problems_of(*table));
    return table->sites();
  }
  const std::string text{std::istreambuf_iterator<char>(input.stream()), {}};
  Result<Organisation> organisation = read_organisation(text, input.name(), Validate::later);
  log.append(organisation.diagnostics());
  return organisation ? std::optional(std::move(organisation->sites)) : std::nullopt;
}

struct Ledger {
  std::vector<Site> sites;
  std::optional<std::vector<SiteChange>> changes;
  std::optional<Period> period;
  std::optional<SiteCoverage> seen;
  std::optional<CompiledOrganisation> organisation;
  std::optional<TerritoryCoverage> levels;
};

std::string rate_of(const CoverageCount& count) { return percent(count.rate()); }

std::vector<std::string> arguments_of(const std::string& name, const CoverageCount& count) {
  return {name, grouped(static_cast<std::uint64_t>(count.visited)), grouped(static_cast<std::uint64_t>(count.sites)),
          rate_of(count), grouped(static_cast<std::uint64_t>(count.visits))};
}

class Report {
 public:
  Report(const Console& console, const Ledger& ledger) : console_(console), ledger_(ledger) {}

  void print() const {
    if (!ledger_.changes && !ledger_.seen) print_classes();
    if (ledger_.changes) print_changes();
    if (ledger_.seen) print_coverage();
    if (ledger_.levels) print_levels();
  }

  void write(JsonWriter& json) const {
    json.key("sites").number(ledger_.sites.size());
    if (ledger_.changes) write_changes(json);
    if (ledger_.seen) write_coverage(json);
    if (ledger_.levels) write_levels(json);
  }

 private:
  void line(const char* indent, const Message& message, std::vector<std::string> arguments) const {
    console_.out << indent << console_.text(message, std::move(arguments)) << '\n';
  }

  void print_classes() const {
    std::vector<std::pair<std::string, std::size_t>> classes;
    for (const Site& site : ledger_.sites) {
      const auto found =
          std::find_if(classes.begin(), classes.end(), [&](const auto& one) { return one.first == site.site_class; });
      if (found == classes.end()) {
        classes.emplace_back(site.site_class, 1);
      } else {
        ++found->second;
      }
    }
    line("", texts::ledger_size, {grouped(ledger_.sites.size()), grouped(classes.size())});
    for (const auto& [site_class, count] : classes) line("  ", texts::ledger_class, {site_class, grouped(count)});
  }

  void print_changes() const {
    std::size_t counts[3] = {0, 0, 0};
    for (const SiteChange& change : *ledger_.changes) ++counts[static_cast<int>(change.kind)];
    line("", texts::ledger_changes, {grouped(counts[0]), grouped(counts[1]), grouped(counts[2])});
    for (const SiteChange& change : *ledger_.changes) {
      if (change.kind == SiteChange::Kind::added) line("  ", texts::site_added, {change.site});
      if (change.kind == SiteChange::Kind::removed) line("  ", texts::site_removed, {change.site});
      if (change.kind != SiteChange::Kind::changed) continue;
      std::string facts;
      for (const SiteChange::Fact& fact : change.facts) {
        facts += (facts.empty() ? "" : "; ") + fact.name + " \"" + fact.before + "\" → \"" + fact.after + "\"";
      }
      line("  ", texts::site_changed, {change.site, facts});
    }
  }

  void print_coverage() const {
    const SiteCoverage& seen = *ledger_.seen;
    line("", texts::coverage_head, {ledger_.period->to_string()});
    for (const SiteCoverage::Class& each : seen.classes) {
      line("  ", texts::coverage_line, arguments_of(each.site_class, each.count));
    }
    line("  ", texts::coverage_line, arguments_of(console_.text(texts::coverage_all), seen.all));
    if (!seen.never.empty()) {
      std::string sites;
      for (const std::string& site : seen.never) sites += (sites.empty() ? "" : ", ") + site;
      line("", texts::never_visited, {grouped(seen.never.size()), sites});
    }
    for (const SiteVisit& stray : seen.strays) line("", texts::stray_visit, {stray.site, stray.day.to_string()});
  }

  template <class Each>
  void for_each_level(const Each& each) const {
    for (std::size_t i = 0; i < ledger_.levels->units.size(); ++i) {
      if (ledger_.levels->units[i].sites != 0) each(ledger_.organisation->unit(UnitId(i)), ledger_.levels->units[i]);
    }
  }

  void print_levels() const {
    line("", texts::coverage_levels, {ledger_.period->last().to_string()});
    for_each_level([&](const Unit& unit, const CoverageCount& count) {
      line("  ", texts::coverage_line, arguments_of(unit.code, count));
    });
  }

  static void write(JsonWriter& json, const CoverageCount& count) {
    json.key("sites").number(count.sites).key("visited").number(count.visited).key("visits").number(count.visits);
    json.key("rate").string(count.rate().to_string());
  }

  void write_changes(JsonWriter& json) const {
    json.key("changes").begin_array();
    for (const SiteChange& change : *ledger_.changes) {
      json.begin_object().key("kind").string(to_string(change.kind)).key("site").string(change.site);
      if (change.kind == SiteChange::Kind::changed) {
        json.key("facts").begin_array();
        for (const SiteChange::Fact& fact : change.facts) {
          json.begin_object().key("name").string(fact.name).key("before").string(fact.before);
          json.key("after").string(fact.after).end_object();
        }
        json.end_array();
      }
      json.end_object();
    }
    json.end_array();
  }

  void write_coverage(JsonWriter& json) const {
    const SiteCoverage& seen = *ledger_.seen;
    json.key("coverage").begin_object().key("period").string(ledger_.period->to_string());
    write(json, seen.all);
    json.key("classes").begin_array();
    for (const SiteCoverage::Class& each : seen.classes) {
      json.begin_object().key("site_class").string(each.site_class);
      write(json, each.count);
      json.end_object();
    }
    json.end_array().key("never").begin_array();
    for (const std::string& site : seen.never) json.string(site);
    json.end_array().key("strays").begin_array();
    for (const SiteVisit& stray : seen.strays) {
      json.begin_object().key("site").string(stray.site).key("date").string(stray.day.to_string()).end_object();
    }
    json.end_array().end_object();
  }

  void write_levels(JsonWriter& json) const {
    json.key("units").begin_array();
    for_each_level([&](const Unit& unit, const CoverageCount& count) {
      json.begin_object().key("unit").string(unit.code);
      write(json, count);
      json.end_object();
    });
    json.end_array();
  }

  const Console& console_;
  const Ledger& ledger_;
};

Ledger load(const OrgLedgerArguments& arguments, ProblemLog& log) {
  Ledger ledger;
  if (!arguments.visits.empty()) {  // which needs a period
    const Result<Period> period = Period::parse(arguments.period);
    if (!period) throw UsageFailure{period.diagnostics().items().front().text};
    ledger.period = *period;
  }
  const auto sites = load_sites(arguments.sites, log);
  if (sites) ledger.sites = *sites;
  if (!arguments.before.empty()) {
    const auto before = load_sites(arguments.before, log);
    if (sites && before) ledger.changes = changes_between(*before, *sites);
  }
  std::optional<std::vector<SiteVisit>> visits;
  if (!arguments.visits.empty()) {
    InputFile input(arguments.visits);
    visits = read_site_visits(input.stream(), input.name(), log);
  }
  if (sites && visits) ledger.seen = coverage(*sites, *visits, *ledger.period);
  if (arguments.organisation.empty()) return ledger;
  // The organisation with the sites of the ledger; where these are its own, they stand in it already.
  const bool own = arguments.organisation == arguments.sites;
  const OrgData data({arguments.organisation, own ? "" : arguments.sites, ""}, log);
  if (data.organisation() != nullptr) ledger.organisation = *data.organisation();
  if (ledger.organisation && visits) {
    ledger.levels = coverage_by_unit(*ledger.organisation, *visits, *ledger.period);
  }
  return ledger;
}

}  // namespace

int org_ledger(const OrgLedgerArguments& arguments, Console& console) {
  const std::vector<std::string> inputs{arguments.sites, arguments.before, arguments.visits, arguments.organisation};
  require_one_standard_input(inputs);
  require_inputs_kept(arguments.output, inputs);
  if (arguments.json && arguments.output == standard_stream) throw UsageFailure{Text(texts::one_output)};
  if (!arguments.output.empty() && !arguments.json) {  // the table goes there instead of what is told
    if (!arguments.before.empty()) throw UsageFailure{Text(texts::not_beside_output, {"--before"})};
    if (!arguments.visits.empty()) throw UsageFailure{Text(texts::not_beside_output, {"--visits"})};
  }
  ProblemLog log(console.problem_limit);
  const Ledger ledger = load(arguments, log);
  if (!arguments.output.empty() && !log.has_errors()) {
    OutputFile output(arguments.output, console);
    write_sites(output.stream(), ledger.sites);
    output.commit();
  }
  const Report report(console, ledger);
  if (arguments.json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("aedile").string("site_ledger/1");
    if (!log.has_errors()) report.write(json);
    write_problems(json, console, log);
    json.end_object();
    console.out << text << '\n';
  } else {
    print(console, log);
    if (!log.has_errors() && arguments.output.empty()) report.print();
  }
  return exit_code_of(log);
}

}  // namespace aedile::tool
