// aedile follow-up returns, spread, look-back: what follows a finding and a closing.
#include "aedile/io/follow_up_json.h"

#include "aedile/core/period.h"
#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/inspection_json.h"
#include "aedile/io/rectification_csv.h"
#include "aedile/io/sites_csv.h"
#include "aedile/org.h"
#include "aedile/output.h"
#include "aedile/rectify.h"
#include "aedile/texts_rectify.h"

namespace aedile::tool {

namespace {

std::optional<FollowUpRules> rules_in(const std::string& file, ProblemLog& log) {
  Result<FollowUpRules> rules = read_follow_up(read_text(file), shown_name(file));
  log.append(rules.diagnostics());
  if (!rules) return std::nullopt;
  return std::move(*rules);
}

/// The part of the rules that a command needs, or a problem.
template <class Part>
const Part* part_of(const std::optional<FollowUpRules>& rules, std::optional<Part> FollowUpRules::*part,
                    const char* key, const std::string& file, ProblemLog& log) {
  if (!rules) return nullptr;
  const std::optional<Part>& found = (*rules).*part;
  if (!found) log.error(Place{shown_name(file), 1, 1, {}}, texts::no_rule_for, {key});
  return found ? &*found : nullptr;
}

/// Results as a list under `key`, with the problems; or as lines.
template <class Rows, class Write, class Print>
int show(Console& console, const ProblemLog& log, bool as_json, const char* format, const char* key, const Rows& rows,
         Write write, Print print_row) {
  if (as_json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("aedile").string(format).key(key).begin_array();
    for (const auto& row : rows) {
      json.begin_object();
      write(json, row);
      json.end_object();
    }
    json.end_array();
    write_problems(json, console, log);
    json.end_object();
    console.out << text << '\n';
  } else {
    for (const auto& row : rows) print_row(row);
    print(console, log);
  }
  return exit_code_of(log);
}

using Return = std::pair<FoundRow, std::optional<FaultRecurrence>>;

}  // namespace

int returns(const ReturnsArguments& arguments, Console& console) {
  require_one_standard_input({arguments.rules, arguments.closed, arguments.found});
  ProblemLog log(console.problem_limit);
  const std::optional<FollowUpRules> rules = rules_in(arguments.rules, log);
  const RecurrencePolicy* const policy = part_of(rules, &FollowUpRules::recurrence, "recurrence", arguments.rules, log);
  InputFile closed_input(arguments.closed);
  const auto closed = read_closed(closed_input.stream(), closed_input.name(), log);
  InputFile found_input(arguments.found);
  const auto found = read_found(found_input.stream(), found_input.name(), log);
  std::vector<Return> results;
  if (policy != nullptr && closed && found) {
    std::vector<ClosedFault> history;
    for (const ClosedRow& row : *closed) history.push_back(row.fault);
    for (const FoundRow& row : *found) results.emplace_back(row, recurrence(*policy, row.fault, history));
  }
  const auto write = [](JsonWriter& json, const Return& row) {
    json.key("finding").string(row.first.finding);
    if (!row.second) return;
    json.key("return_of").string(row.second->of).key("closed").string(row.second->closed.to_string());
    json.key("times").number(row.second->times).key("multiplier").number(row.second->multiplier);
  };
  const auto print_row = [&](const Return& row) {
    const auto& [finding, again] = row;
    console.out << (again
                        ? console.text(texts::is_return, {finding.finding, again->of, again->closed.to_string(),
                                                          std::to_string(again->times), again->multiplier.to_string()})
                        : console.text(texts::is_new, {finding.finding}))
                << '\n';
  };
  return show(console, log, arguments.json, "returns/1", "findings", results, write, print_row);
}

int spread(const SpreadArguments& arguments, Console& console) {
  require_one_standard_input({arguments.rules, arguments.sites});
  const Date day = day_argument(arguments.date);
  ProblemLog log(console.problem_limit);
  const std::optional<FollowUpRules> rules = rules_in(arguments.rules, log);
  InputFile input(arguments.sites);
  const auto table = read_sites(input.stream(), input.name(), log);
  std::vector<CheckTask> tasks;
  if (rules && table) {
    PropagationCause cause{arguments.ticket, arguments.item, arguments.site, {}, {}, day};
    std::vector<PropagationSite> sites;
    bool known = false;
    for (const Site& site : table->sites()) {
      if (!site.valid.holds(day)) continue;
      if (site.code == arguments.site) {
        known = true;
        cause.site_class = site.site_class;
        cause.area = site.cell;
      }
      sites.push_back({site.code, site.site_class, site.cell});
    }
    if (!known) log.error(Place{input.name(), 0, 0, {}}, texts::no_such_site, {arguments.site});
    for (const PropagationRule& rule : rules->propagation) {
      const std::vector<CheckTask> more = known ? check_tasks(rule, cause, sites) : std::vector<CheckTask>();
      tasks.insert(tasks.end(), more.begin(), more.end());
    }
    if (known && tasks.empty() && !arguments.json) console.out << console.text(texts::no_checks) << '\n';
  }
  const auto write = [&](JsonWriter& json, const CheckTask& task) {
    json.key("id").string(task.id).key("rule").string(task.rule).key("site").string(task.site);
    json.key("item").string(task.item).key("limit").string(describe(task.limit).in(console.language));
  };
  const auto print_row = [&](const CheckTask& task) {
    console.out << console.text(texts::check_task,
                                {task.id, task.site, task.item, describe(task.limit).in(console.language), task.rule})
                << '\n';
  };
  return show(console, log, arguments.json, "checks/1", "checks", tasks, write, print_row);
}

int look_back(const LookBackArguments& arguments, Console& console) {
  require_one_standard_input({arguments.rules, arguments.closed});
  require_inputs_kept(arguments.output, {arguments.rules, arguments.closed});
  const Result<Period> period = Period::parse(arguments.period);
  if (!period) throw UsageFailure{period.diagnostics().items().front().text};
  ProblemLog log(console.problem_limit);
  const std::optional<FollowUpRules> rules = rules_in(arguments.rules, log);
  const LookBackRule* const rule = part_of(rules, &FollowUpRules::look_back, "look_back", arguments.rules, log);
  InputFile input(arguments.closed);
  const auto closed = read_closed(input.stream(), input.name(), log);
  if (rule != nullptr && closed) {
    std::vector<ClosedTicket> tickets;
    for (const ClosedRow& row : *closed) {
      if (period->contains(row.fault.closed)) tickets.push_back(row.ticket);
    }
    const Result<DrawTerms> terms = look_back_terms(*rule, tickets, arguments.period, arguments.seed_source);
    for (Diagnostic problem : terms.diagnostics()) {
      problem.place.file = input.name();
      log.add(std::move(problem));
    }
    if (terms) {
      OutputFile output(arguments.output, console);
      output.stream() << write_draw_terms(*terms);
      output.commit();
      if (!console.quiet && arguments.output != standard_stream) {
        console.out << console.text(texts::look_back_of,
                                    {grouped(tickets.size()), grouped(closed->size()), arguments.period})
                    << '\n';
      }
    }
  }
  print(console, log);
  return exit_code_of(log);
}

}  // namespace aedile::tool
