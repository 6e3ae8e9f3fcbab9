#include "aedile/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "aedile/arguments_journal.h"
#include "aedile/arguments_ticket.h"
#include "aedile/commands.h"
#include "aedile/help_org.h"
#include "aedile/help_plan.h"
#include "aedile/help_rectify.h"
#include "aedile/help_texts.h"
#include "aedile/help_workflow.h"
#include "aedile/org.h"
#include "aedile/plan.h"
#include "aedile/rectify.h"
#include "aedile/schema_table.h"
#include "aedile/score_all.h"
#include "aedile/texts.h"
#include "aedile/workflow.h"

namespace aedile::tool {

namespace {

constexpr std::size_t option_column = 32;
constexpr std::size_t help_width = 78;  // of the descriptions, beside the options

/// Columns that a character takes on a terminal, and its bytes: Chinese ones are twice as wide.
std::pair<std::size_t, std::size_t> measure(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return {bytes < 3 ? 1 : 2, std::min(bytes, text.size())};
}

/// Broken into lines of `help_width` columns, at blanks and between Chinese characters.
std::string wrapped(std::string_view text) {
  std::string result;
  std::string word;
  std::size_t column = 0;
  std::size_t word_width = 0;
  const auto end_word = [&] {
    if (column != 0 && column + word_width > help_width) {
      while (!result.empty() && result.back() == ' ') result.pop_back();
      result += '\n';
      column = 0;
    }
    result += word;
    column += word_width;
    word.clear();
    word_width = 0;
  };
  while (!text.empty()) {
    const auto [width, bytes] = measure(text);
    // A mark of punctuation stays with what it follows.
    const std::string_view character = text.substr(0, bytes);
    const bool mark =
        character == "，" || character == "。" || character == "；" || character == "）" || character == "：";
    if (width == 2 && !mark) end_word();
    word += character;
    word_width += width;
    if (character == " ") end_word();
    text.remove_prefix(bytes);
  }
  end_word();
  return result;
}

/// One of these words, without a word of CLI11's own about it in the help.
CLI::Validator one_of(std::vector<std::string> words) {
  CLI::Validator result = CLI::IsMember(std::move(words));
  result.description("");
  return result;
}

template <class Number>
constexpr Number largest = std::numeric_limits<Number>::max();

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  for (const PublishedSchema& published : published_schemas) names.emplace_back(published.name);
  return names;
}

/// Options in the language of the console.
class CommandLine {
 public:
  explicit CommandLine(Console& console) : console_(console), app_(in(help::aedile), "aedile") {
    decorate(app_, help::footer);
    app_.set_version_flag("--version", "aedile " AEDILE_VERSION, in(help::version_flag));
    app_.add_option("--lang", language_, in(help::lang))->type_name("en|zh")->check(one_of({"en", "zh"}));
    app_.add_flag("--quiet", console_.quiet, in(help::quiet));
    app_.add_option("--max-problems", console_.problem_limit, in(help::max_problems))
        ->type_name("N")
        ->check(count(largest<std::size_t>));
    app_.require_subcommand(1);
    add_check();
    add_score();
    add_explain();
    add_org();
    add_calendar();
    add_plan();
    add_workflow();
    add_ladder();
    add_notice();
    add_rates();
    add_ticket();
    add_follow_up();
    journal_.add(*this, app_);
    add_schema();
  }

  int run(int argc, const char* const* argv) {
    if (argc < 2) {
      console_.err << app_.help();
      return exit_usage;
    }
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& stop) {
      if (stop.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        app_.exit(stop, console_.out, console_.err);
        return exit_fine;
      }
      throw UsageFailure{Text(texts::wrong_usage, {stop.what()})};
    }
    return command_();
  }

 private:
  friend JournalCommands;

  std::string in(const Message& message) const { return wrapped(message.in(console_.language)); }
  std::string plain(const Message& message) const { return std::string(message.in(console_.language)); }

  void decorate(CLI::App& app, const Message& footer) {
    app.option_defaults()->group(in(help::options));
    app.set_help_flag("-h,--help", in(help::help_flag));
    app.footer(plain(footer));
    const auto& formatter = app.get_formatter();
    formatter->column_width(option_column);
    formatter->label("Usage", in(help::usage));
    formatter->label("Positionals", in(help::positionals));
    formatter->label("Options", in(help::options));
    formatter->label("Subcommands", in(help::commands));
    formatter->label("REQUIRED", in(help::required));
  }

  /// A whole number from 0 to `most`: the parser itself lets a sign and too many digits wrap around.
  CLI::Validator count(std::uint64_t most) const {
    const auto problem = [this, most](const std::string& text) {
      std::uint64_t number = 0;
      const char* const end = text.data() + text.size();
      const auto [stopped, failure] = std::from_chars(text.data(), end, number);
      const bool good = failure == std::errc() && stopped == end && number <= most;
      return good ? std::string() : console_.text(texts::no_count, {text, std::to_string(most)});
    };
    return CLI::Validator(problem, "");
  }

  CLI::App& add_command(const char* name, const Message& description, const Message& footer) {
    return add_command(app_, name, description, footer);
  }
  CLI::App& add_command(CLI::App& parent, const char* name, const Message& description, const Message& footer) {
    CLI::App& command = *parent.add_subcommand(name, in(description));
    command.group(in(help::commands));
    command.fallthrough();  // --lang after the command too
    decorate(command, footer);
    return command;
  }

  void add_check() {
    CLI::App& command = add_command("check", help::check, help::check_footer);
    command.add_option("FILE", check_.files, in(help::check_files))->required()->type_name("");
    command.add_flag("--json", check_.json, in(help::check_json));
    command.callback([this] { command_ = [this] { return check(check_, console_); }; });
  }

  void add_data(CLI::App& command, DataArguments& data) {
    command.add_option("SCHEME", data.scheme, in(help::scheme))->required()->type_name("");
    command.add_option("--edition", data.editions, in(help::edition))->type_name("FILE")->expected(1)->take_all();
    command.add_option("--visits", data.visits, in(help::visits))->required()->type_name("FILE");
    command.add_option("--findings", data.findings, in(help::findings))->required()->type_name("FILE");
    command.add_flag("--ignore-not-applicable", data.ignore_not_applicable, in(help::ignore));
  }

  void add_score() {
    CLI::App& command = add_command("score", help::score, help::score_footer);
    add_data(command, score_.data);
    command.add_option("--output", score_.output, in(help::output))->type_name("FILE");
    CLI::Option* const expect = command.add_option("--expect", score_.expect, in(help::expect))->type_name("FILE");
    command.add_option("--agree", score_.agree, in(help::agree))
        ->type_name("N")
        ->check(count(largest<std::uint64_t>))
        ->needs(expect);
    command.add_option("--differences", score_.differences, in(help::differences))
        ->type_name("N")
        ->check(count(largest<std::size_t>))
        ->needs(expect);
    CLI::Option* const json = command.add_flag("--json", score_.data.json, in(help::score_json));
    command.add_option("--nodes", score_.nodes, in(help::nodes))->type_name("NODES");
    command.add_flag("--derivations", score_.derivations, in(help::derivations))->needs(json);
    command.add_flag("--keep-going", score_.keep_going, in(help::keep_going));
    command.add_option("--threads", score_.threads, in(help::threads))->type_name("N")->check(count(max_threads));
    command.callback([this] { command_ = [this] { return score(score_, console_); }; });
  }

  void add_explain() {
    CLI::App& command = add_command("explain", help::explain, help::explain_footer);
    add_data(command, explain_.data);
    command.add_option("VISIT", explain_.visit, in(help::visit))->required()->type_name("");
    command.add_option("--node", explain_.node, in(help::node))->type_name("CODE");
    command.add_flag("--everything", explain_.everything, in(help::everything));
    command.add_flag("--what-if", explain_.what_if, in(help::what_if));
    command.add_flag("--json", explain_.data.json, in(help::explain_json));
    command.callback([this] { command_ = [this] { return explain(explain_, console_); }; });
  }

  void add_org() {
    CLI::App& org = add_command("org", help::org, help::org_footer);
    org.require_subcommand(1);
    add_org_check(org);
    add_org_who(org);
    add_org_ledger(org);
  }

  void add_org_files(CLI::App& command, OrgFiles& files) {
    command.add_option("ORGANISATION", files.organisation, in(help::org_file))->required()->type_name("");
    command.add_option("--sites", files.sites, in(help::org_sites))->type_name("FILE");
    command.add_option("--scheme", files.scheme, in(help::org_scheme))->type_name("FILE");
  }

  void add_org_check(CLI::App& org) {
    CLI::App& command = add_command(org, "check", help::org_check, help::org_check_footer);
    add_org_files(command, org_check_.files);
    command.add_option("--on", org_check_.on, in(help::org_on))->type_name("DATE");
    command.add_flag("--json", org_check_.json, in(help::check_json));
    command.callback([this] { command_ = [this] { return org_check(org_check_, console_); }; });
  }

  void add_org_who(CLI::App& org) {
    CLI::App& command = add_command(org, "who", help::org_who, help::org_who_footer);
    add_org_files(command, org_who_.files);
    command.add_option("ITEM", org_who_.item, in(help::org_item))->required()->type_name("");
    command.add_option("SITE", org_who_.site, in(help::org_site))->required()->type_name("");
    command.add_option("DATE", org_who_.date, in(help::org_date))->required()->type_name("");
    CLI::Option* const points = command.add_option("--points", org_who_.points, in(help::org_points))->type_name("N");
    command.add_option("--places", org_who_.places, in(help::org_places))
        ->type_name("N")
        ->needs(points)
        ->check(CLI::Range(0, 9).description(""));
    command.add_flag("--json", org_who_.json, in(help::org_who_json));
    command.callback([this] { command_ = [this] { return org_who(org_who_, console_); }; });
  }

  void add_org_ledger(CLI::App& org) {
    CLI::App& command = add_command(org, "ledger", help::org_ledger, help::org_ledger_footer);
    command.add_option("SITES", org_ledger_.sites, in(help::org_ledger_sites))->required()->type_name("");
    command.add_option("--before", org_ledger_.before, in(help::org_before))->type_name("FILE");
    CLI::Option* const visits =
        command.add_option("--visits", org_ledger_.visits, in(help::org_visits))->type_name("FILE");
    CLI::Option* const period =
        command.add_option("--period", org_ledger_.period, in(help::org_period))->type_name("PERIOD");
    visits->needs(period);
    period->needs(visits);
    command.add_option("--organisation", org_ledger_.organisation, in(help::org_levels))
        ->type_name("FILE")
        ->needs(visits);
    command.add_option("--output", org_ledger_.output, in(help::org_output))->type_name("FILE");
    command.add_flag("--json", org_ledger_.json, in(help::org_ledger_json));
    command.callback([this] { command_ = [this] { return org_ledger(org_ledger_, console_); }; });
  }

  void add_calendar_choice(CLI::App& command, CalendarArguments& arguments) {
    command.add_option("--calendar", arguments.calendar, in(help::which_calendar))->type_name("ID|FILE");
    CLI::Option* const version =
        command.add_option("--version-name", arguments.version, in(help::which_version))->type_name("NAME");
    command.add_option("--known-at", arguments.known_at, in(help::known_at))->type_name("TIME")->excludes(version);
    command.add_flag("--json", arguments.json, in(help::calendar_json));
  }

  void add_calendar() {
    CLI::App& calendar = add_command("calendar", help::calendar, help::calendar_footer);
    calendar.require_subcommand(1);
    add_due(add_command(calendar, "due", help::due, help::due_footer));
    add_between(add_command(calendar, "between", help::between, help::between_footer));
    add_list(add_command(calendar, "list", help::list, help::list_footer));
  }

  void add_limit(CLI::App& command, CalendarDueArguments& due) {
    command.add_option("START", due.start, in(help::start))->required()->type_name("");
    command.add_option("--working-days", due.working_days, in(help::working_days))->type_name("N");
    command.add_option("--calendar-days", due.calendar_days, in(help::calendar_days))->type_name("N");
    command.add_option("--working-hours", due.working_hours, in(help::working_hours))->type_name("H");
    command.add_option("--hours", due.hours, in(help::hours))->type_name("H");
    command.add_option("--on", due.on, in(help::on_date))->type_name("DATE");
    command.add_option("--day-end", due.day_end, in(help::day_end))
        ->type_name("WHEN")
        ->check(one_of({"midnight", "closing", "same_time"}));
    command.add_option("--rest-day", due.rest_day, in(help::rest_day))
        ->type_name("WHERE")
        ->check(one_of({"next", "previous", "keep"}));
    add_calendar_choice(command, due.calendar);
  }

  void add_due(CLI::App& command) {
    add_limit(command, due_);
    command.add_option("--policy", due_.policy, in(help::policy))
        ->type_name("POLICY")
        ->check(one_of({"freeze", "recompute", "never_earlier"}));
    command.add_option("--as-of", due_.as_of, in(help::as_of))->type_name("TIME");
    command.callback([this] { command_ = [this] { return calendar_due(due_, console_); }; });
  }

  void add_between(CLI::App& command) {
    command.add_option("FROM", between_.from, in(help::from_day))->required()->type_name("");
    command.add_option("TO", between_.to, in(help::to_day))->required()->type_name("");
    add_calendar_choice(command, between_.calendar);
    command.callback([this] { command_ = [this] { return calendar_between(between_, console_); }; });
  }

  void add_list(CLI::App& command) {
    const std::vector<std::string> kinds{"week",    "third_of_month", "half_month", "month",
                                         "quarter", "half_year",      "year"};
    command.add_option("FROM", list_.from, in(help::first_date))->required()->type_name("");
    command.add_option("TO", list_.to, in(help::last_date))->required()->type_name("");
    command.add_option("--only", list_.only, in(help::only))
        ->type_name("KIND")
        ->check(one_of({"working", "rest", "holiday", "makeup", "shift"}));
    command.add_option("--month-days", list_.month_days, in(help::month_days))->type_name("N,N")->delimiter(',');
    command.add_flag("--last-day-of-short-months", list_.last_day_of_short_months, in(help::short_months));
    command.add_option("--weekdays", list_.weekdays, in(help::weekdays))->type_name("N,N")->delimiter(',');
    command.add_option("--last-working-day", list_.last_working_day, in(help::last_working_day))
        ->type_name("PERIOD")
        ->check(one_of(kinds));
    command.add_option("--irregular", list_.irregular, in(help::irregular))->type_name("N");
    command.add_option("--each", list_.each, in(help::each_period))->type_name("PERIOD")->check(one_of(kinds));
    command.add_option("--seed", list_.seed, in(help::seed))->type_name("TEXT");
    command.add_option("--rest-days", list_.rest_days, in(help::rest_days))
        ->type_name("WHERE")
        ->check(one_of({"keep", "skip", "next", "previous"}));
    add_calendar_choice(command, list_.calendar);
    command.callback([this] { command_ = [this] { return calendar_list(list_, console_); }; });
  }

  void add_plan() {
    CLI::App& plan = add_command("plan", help::plan, help::plan_footer);
    plan.require_subcommand(1);
    add_plan_draw(add_command(plan, "draw", help::plan_draw, help::plan_more));
    add_plan_verify(add_command(plan, "verify", help::plan_verify, help::plan_more));
    add_plan_generate(add_command(plan, "generate", help::plan_generate, help::plan_more));
    add_plan_assign(add_command(plan, "assign", help::plan_assign, help::plan_more));
    add_plan_route(add_command(plan, "route", help::plan_route, help::plan_more));
    add_plan_ics(add_command(plan, "ics", help::plan_ics, help::plan_more));
  }

  void add_terms(CLI::App& command, TermsFiles& files) {
    command.add_option("TERMS", files.terms, in(help::plan_terms))->required()->type_name("");
    command.add_option("--candidates", files.candidates, in(help::plan_candidates))->type_name("FILE");
  }

  void add_plan_draw(CLI::App& command) {
    add_terms(command, plan_draw_.files);
    CLI::Option* const seed = command.add_option("--seed", plan_draw_.seed, in(help::plan_seed))->type_name("TEXT");
    command.add_option("--output", plan_draw_.output, in(help::plan_draw_output))->type_name("FILE")->needs(seed);
    command.add_flag("--canonical", plan_draw_.canonical, in(help::plan_canonical))->excludes(seed);
    command.callback([this] { command_ = [this] { return plan_draw(plan_draw_, console_); }; });
  }

  void add_plan_verify(CLI::App& command) {
    add_terms(command, plan_verify_.files);
    command.add_option("DRAW", plan_verify_.draw, in(help::plan_claimed))->required()->type_name("");
    command.add_option("--commitment", plan_verify_.commitment, in(help::plan_promise))->required()->type_name("HEX");
    command.callback([this] { command_ = [this] { return plan_verify(plan_verify_, console_); }; });
  }

  void add_plan_generate(CLI::App& command) {
    command.add_option("PROGRAMME", plan_generate_.programme, in(help::plan_programme))->required()->type_name("");
    command.add_option("ORGANISATION", plan_generate_.organisation.organisation, in(help::org_file))
        ->required()
        ->type_name("");
    command.add_option("--sites", plan_generate_.organisation.sites, in(help::org_sites))->type_name("FILE");
    command.add_option("--seed", plan_generate_.seed, in(help::plan_seed))->required()->type_name("TEXT");
    command.add_option("--calendar", plan_generate_.calendar, in(help::plan_calendar))->type_name("ID|FILE");
    command.add_option("--output", plan_generate_.output, in(help::plan_output))->type_name("FILE");
    command.callback([this] { command_ = [this] { return plan_generate(plan_generate_, console_); }; });
  }

  void add_plan_assign(CLI::App& command) {
    command.add_option("VISITS", plan_assign_.visits, in(help::plan_visits))->required()->type_name("");
    command.add_option("INSPECTORS", plan_assign_.inspectors, in(help::plan_inspectors))->required()->type_name("");
    command.add_option("--past", plan_assign_.past, in(help::plan_past))->type_name("FILE");
    command.add_option("--load-cost", plan_assign_.load_cost, in(help::plan_load_cost))->type_name("N");
    command.add_option("--kilometre-cost", plan_assign_.kilometre_cost, in(help::plan_kilometre_cost))->type_name("N");
    command.add_option("--output", plan_assign_.output, in(help::plan_output))->type_name("FILE");
    command.callback([this] { command_ = [this] { return plan_assign(plan_assign_, console_); }; });
  }

  void add_plan_route(CLI::App& command) {
    command.add_option("VISITS", plan_route_.visits, in(help::plan_visits))->required()->type_name("");
    command.add_option("DATE", plan_route_.date, in(help::plan_date))->required()->type_name("");
    command.add_option("--from", plan_route_.start, in(help::plan_from))->required()->type_name("PLACE");
    command.add_option("--leave", plan_route_.leave, in(help::plan_leave))->type_name("TIME");
    command.add_option("--speed", plan_route_.speed, in(help::plan_speed))->type_name("N");
    command.add_option("--stay", plan_route_.stay, in(help::plan_stay))
        ->type_name("N")
        ->check(CLI::Range(0, 1440).description(""));
    command.callback([this] { command_ = [this] { return plan_route(plan_route_, console_); }; });
  }

  void add_plan_ics(CLI::App& command) {
    command.add_option("VISITS", plan_ics_.visits, in(help::plan_visits))->required()->type_name("");
    command.add_option("--stamp", plan_ics_.stamp, in(help::plan_stamp))->required()->type_name("TIME");
    command.add_option("--name", plan_ics_.name, in(help::plan_name))->type_name("TEXT");
    command.add_flag("--without-covert", plan_ics_.without_covert, in(help::plan_without_covert));
    command.add_option("--output", plan_ics_.output, in(help::plan_output))->type_name("FILE");
    command.callback([this] { command_ = [this] { return plan_ics(plan_ics_, console_); }; });
  }

  void add_workflow() {
    CLI::App& workflow = add_command("workflow", help::workflow, help::workflow_footer);
    workflow.require_subcommand(1);
    CLI::App& check = add_command(workflow, "check", help::workflow_check, help::workflow_more);
    check.add_option("WORKFLOW", workflow_check_.workflows, in(help::workflow_files))->required()->type_name("");
    check.add_flag("--dot", workflow_check_.dot, in(help::workflow_dot));
    check.add_flag("--json", workflow_check_.json, in(help::workflow_json));
    check.callback([this] { command_ = [this] { return workflow_check(workflow_check_, console_); }; });
    CLI::App& list = add_command(workflow, "list", help::workflow_list, help::workflow_more);
    list.callback([this] { command_ = [this] { return workflow_list(console_); }; });
    CLI::App& show = add_command(workflow, "show", help::workflow_show, help::workflow_more);
    show.add_option("WORKFLOW", workflow_show_.workflow, in(help::workflow_file))->required()->type_name("");
    show.callback([this] { command_ = [this] { return workflow_show(workflow_show_, console_); }; });
  }

  void add_ladder() {
    CLI::App& ladder = add_command("ladder", help::ladder, help::ladder_footer);
    ladder.require_subcommand(1);
    CLI::App& steps = add_command(ladder, "steps", help::ladder_steps, help::ladder_more);
    steps.add_option("LADDER", ladder_steps_.ladder, in(help::ladder_file))->required()->type_name("");
    add_limit(steps, ladder_steps_.due);
    steps.add_option("--ticket", ladder_steps_.ticket, in(help::ladder_ticket))->type_name("ID");
    steps.add_option("--answered", ladder_steps_.answered, in(help::ladder_answered))->type_name("TIME");
    steps.add_option("--as-of", ladder_steps_.as_of, in(help::ladder_as_of))->type_name("TIME");
    steps.callback([this] { command_ = [this] { return ladder_steps(ladder_steps_, console_); }; });
    CLI::App& climb = add_command(ladder, "climb", help::ladder_climb, help::ladder_more);
    climb.add_option("LADDER", ladder_climb_.ladder, in(help::unit_ladder_file))->required()->type_name("");
    climb.add_option("OCCASIONS", ladder_climb_.occasions, in(help::occasions_file))->required()->type_name("");
    climb.add_option("--unit", ladder_climb_.unit, in(help::climb_unit))->type_name("UNIT");
    add_calendar_choice(climb, ladder_climb_.calendar);
    climb.callback([this] { command_ = [this] { return ladder_climb(ladder_climb_, console_); }; });
  }

  void add_notice() {
    CLI::App& notice = add_command("notice", help::notice, help::notice_footer);
    notice.require_subcommand(1);
    CLI::App& render = add_command(notice, "render", help::notice_render, help::notice_more);
    render.add_option("NOTICE", notice_render_.notice, in(help::notice_file))->required()->type_name("");
    CLI::Option* const ticket =
        render.add_option("--ticket", notice_render_.ticket, in(help::notice_ticket))->type_name("TICKET");
    render.add_option("--organisation", notice_render_.organisation, in(help::notice_organisation))
        ->type_name("FILE")
        ->needs(ticket);
    render.add_option("--scheme", notice_render_.scheme, in(help::notice_scheme))->type_name("FILE")->needs(ticket);
    render.add_option("--visits", notice_render_.visits, in(help::notice_visits))->type_name("FILE")->needs(ticket);
    render.add_option("--findings", notice_render_.findings, in(help::notice_findings))
        ->type_name("FILE")
        ->needs(ticket);
    render.add_option("--copy", notice_render_.copy, in(help::notice_copy))
        ->type_name("COPY")
        ->check(one_of({"responsible", "look_back", "both"}));
    render.add_flag("--html", notice_render_.html, in(help::notice_html));
    render.add_option("--output", notice_render_.output, in(help::notice_output))->type_name("FILE");
    render.callback([this] { command_ = [this] { return notice_render(notice_render_, console_); }; });
  }

  void add_rate_options(CLI::App& command, RatesArguments& rates) {
    command.add_option("--by", rates.by, in(help::rates_by))
        ->type_name("WHAT")
        ->check(one_of({"unit", "site_class", "item", "period"}));
    command.add_option("--rate", rates.rates, in(help::rates_rate))->type_name("CODE")->expected(1)->take_all();
    command.add_option("--rework", rates.rework, in(help::rates_rework))
        ->type_name("WHAT")
        ->check(one_of({"tickets", "send_backs"}));
    command.add_option("--suspended", rates.suspended, in(help::rates_suspended))
        ->type_name("HOW")
        ->check(one_of({"stay", "leave"}));
    command.add_option("--replied", rates.replied, in(help::rates_replied))
        ->type_name("HOW")
        ->check(one_of({"not_rectified", "rectified", "leave"}));
    command.add_option("--excused", rates.excused, in(help::rates_excused))
        ->type_name("HOW")
        ->check(one_of({"on_time", "late"}));
    command.add_option("--unit", rates.unit, in(help::rates_unit))->type_name("UNIT");
    command.add_option("--site-class", rates.site_class, in(help::rates_class))->type_name("CLASS");
    command.add_option("--item", rates.item, in(help::rates_item))->type_name("ITEM");
    command.add_option("--period", rates.period, in(help::rates_period))->type_name("PERIOD");
    command.add_flag("--counts", rates.counts, in(help::rates_counts));
    command.add_flag("--json", rates.json, in(help::rates_json));
  }

  void add_rates() {
    CLI::App& command = add_command("rates", help::rates, help::rates_footer);
    command.add_option("FACTS", rates_.facts, in(help::rates_files))->required()->type_name("");
    add_rate_options(command, rates_);
    command.callback([this] { command_ = [this] { return rates(rates_, console_); }; });
  }

  void add_ticket() {
    ticket_.add_to(
        app_, {console_,
               [this](CLI::App& parent, const char* name, const Message& description,
                      const Message& footer) -> CLI::App& { return add_command(parent, name, description, footer); },
               [this](const Message& message) { return in(message); },
               [this](std::function<int()> what) { command_ = std::move(what); },
               [this](CLI::App& command, RatesArguments& rates) { add_rate_options(command, rates); }});
  }

  void add_follow_up() {
    CLI::App& parent = add_command("follow-up", help::follow_up, help::follow_up_footer);
    parent.require_subcommand(1);
    CLI::App& back = add_command(parent, "returns", help::returns, help::follow_up_more);
    back.add_option("RULES", returns_.rules, in(help::follow_up_rules))->required()->type_name("");
    back.add_option("CLOSED", returns_.closed, in(help::closed_file))->required()->type_name("");
    back.add_option("FOUND", returns_.found, in(help::found_file))->required()->type_name("");
    back.add_flag("--json", returns_.json, in(help::follow_up_json));
    back.callback([this] { command_ = [this] { return returns(returns_, console_); }; });
    CLI::App& spreads = add_command(parent, "spread", help::spread, help::follow_up_more);
    spreads.add_option("RULES", spread_.rules, in(help::follow_up_rules))->required()->type_name("");
    spreads.add_option("SITES", spread_.sites, in(help::spread_sites))->required()->type_name("");
    spreads.add_option("--ticket", spread_.ticket, in(help::spread_ticket))->required()->type_name("ID");
    spreads.add_option("--item", spread_.item, in(help::spread_item))->required()->type_name("ITEM");
    spreads.add_option("--site", spread_.site, in(help::spread_site))->required()->type_name("SITE");
    spreads.add_option("--date", spread_.date, in(help::spread_date))->required()->type_name("DATE");
    spreads.add_flag("--json", spread_.json, in(help::follow_up_json));
    spreads.callback([this] { command_ = [this] { return spread(spread_, console_); }; });
    CLI::App& again = add_command(parent, "look-back", help::look_back, help::follow_up_more);
    again.add_option("RULES", look_back_.rules, in(help::follow_up_rules))->required()->type_name("");
    again.add_option("CLOSED", look_back_.closed, in(help::closed_file))->required()->type_name("");
    again.add_option("--period", look_back_.period, in(help::look_back_period))->required()->type_name("PERIOD");
    again.add_option("--seed-source", look_back_.seed_source, in(help::look_back_seed))->required()->type_name("TEXT");
    again.add_option("--output", look_back_.output, in(help::look_back_output))->type_name("FILE");
    again.callback([this] { command_ = [this] { return look_back(look_back_, console_); }; });
  }

  void add_schema() {
    CLI::App& command = add_command("schema", help::schema, help::footer);
    command.footer("");
    command.add_option("FORMAT", schema_.format, in(help::schema_format))->type_name("")->check(one_of(schema_names()));
    command.callback([this] { command_ = [this] { return schema(schema_, console_); }; });
  }

  Console& console_;
  CLI::App app_;
  std::string language_;  // language_of has understood it already
  CheckArguments check_;
  WorkflowCheckArguments workflow_check_;
  WorkflowShowArguments workflow_show_;
  ScoreArguments score_;
  ExplainArguments explain_;
  OrgCheckArguments org_check_;
  OrgWhoArguments org_who_;
  OrgLedgerArguments org_ledger_;
  CalendarDueArguments due_;
  CalendarBetweenArguments between_;
  CalendarListArguments list_;
  PlanDrawArguments plan_draw_;
  PlanVerifyArguments plan_verify_;
  PlanGenerateArguments plan_generate_;
  PlanAssignArguments plan_assign_;
  PlanRouteArguments plan_route_;
  PlanIcsArguments plan_ics_;
  LadderStepsArguments ladder_steps_;
  LadderClimbArguments ladder_climb_;
  NoticeRenderArguments notice_render_;
  RatesArguments rates_;
  TicketCommandLine ticket_;
  ReturnsArguments returns_;
  SpreadArguments spread_;
  LookBackArguments look_back_;
  JournalCommands journal_;
  SchemaArguments schema_;
  std::function<int()> command_;
};

}  // namespace

Language language_of(int argc, const char* const* argv) {
  constexpr std::string_view option = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") break;
    std::string_view value;
    if (word == option && i + 1 < argc) value = argv[i + 1];
    if (word.substr(0, option.size() + 1) == "--lang=") value = word.substr(option.size() + 1);
    if (const std::optional<Language> language = parse_language(value)) return *language;
  }
  return Language::en;
}

int run(int argc, const char* const* argv, Console& console) { return CommandLine(console).run(argc, argv); }

}  // namespace aedile::tool
