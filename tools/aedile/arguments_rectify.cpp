#include "aedile/arguments_groups.h"

#include "aedile/help_rectify.h"
#include "aedile/rectify.h"

namespace aedile::tool {

namespace {

void add_steps(const Command& ladder) {
  const Command command = ladder.add("steps", help::ladder_steps, help::ladder_more);
  LadderStepsArguments& arguments = command.calls(ladder_steps);
  command.argument("LADDER", arguments.ladder, help::ladder_file);
  add_limit(command, arguments.due);
  command.option("--ticket", arguments.ticket, help::ladder_ticket, "ID");
  command.option("--answered", arguments.answered, help::ladder_answered, "TIME");
  command.option("--as-of", arguments.as_of, help::ladder_as_of, "TIME");
}

void add_climb(const Command& ladder) {
  const Command command = ladder.add("climb", help::ladder_climb, help::ladder_more);
  LadderClimbArguments& arguments = command.calls(ladder_climb);
  command.argument("LADDER", arguments.ladder, help::unit_ladder_file);
  command.argument("OCCASIONS", arguments.occasions, help::occasions_file);
  command.option("--unit", arguments.unit, help::climb_unit, "UNIT");
  add_calendar_choice(command, arguments.calendar);
}

void add_render(const Command& notice) {
  const Command command = notice.add("render", help::notice_render, help::notice_more);
  NoticeRenderArguments& arguments = command.calls(notice_render);
  command.argument("NOTICE", arguments.notice, help::notice_file);
  CLI::Option* const ticket = command.option("--ticket", arguments.ticket, help::notice_ticket, "TICKET");
  command.option("--organisation", arguments.organisation, help::notice_organisation, "FILE")->needs(ticket);
  command.option("--scheme", arguments.scheme, help::notice_scheme, "FILE")->needs(ticket);
  command.option("--visits", arguments.visits, help::notice_visits, "FILE")->needs(ticket);
  command.option("--findings", arguments.findings, help::notice_findings, "FILE")->needs(ticket);
  command.option("--copy", arguments.copy, help::notice_copy, "COPY")
      ->check(one_of({"responsible", "look_back", "both"}));
  command.flag("--html", arguments.html, help::notice_html);
  command.option("--output", arguments.output, help::notice_output, "FILE");
}

void add_returns(const Command& follow_up) {
  const Command command = follow_up.add("returns", help::returns, help::follow_up_more);
  ReturnsArguments& arguments = command.calls(returns);
  command.argument("RULES", arguments.rules, help::follow_up_rules);
  command.argument("CLOSED", arguments.closed, help::closed_file);
  command.argument("FOUND", arguments.found, help::found_file);
  command.flag("--json", arguments.json, help::follow_up_json);
}

void add_spread(const Command& follow_up) {
  const Command command = follow_up.add("spread", help::spread, help::follow_up_more);
  SpreadArguments& arguments = command.calls(spread);
  command.argument("RULES", arguments.rules, help::follow_up_rules);
  command.argument("SITES", arguments.sites, help::spread_sites);
  command.option("--ticket", arguments.ticket, help::spread_ticket, "ID")->required();
  command.option("--item", arguments.item, help::spread_item, "ITEM")->required();
  command.option("--site", arguments.site, help::spread_site, "SITE")->required();
  command.option("--date", arguments.date, help::spread_date, "DATE")->required();
  command.flag("--json", arguments.json, help::follow_up_json);
}

void add_look_back(const Command& follow_up) {
  const Command command = follow_up.add("look-back", help::look_back, help::follow_up_more);
  LookBackArguments& arguments = command.calls(look_back);
  command.argument("RULES", arguments.rules, help::follow_up_rules);
  command.argument("CLOSED", arguments.closed, help::closed_file);
  command.option("--period", arguments.period, help::look_back_period, "PERIOD")->required();
  command.option("--seed-source", arguments.seed_source, help::look_back_seed, "TEXT")->required();
  command.option("--output", arguments.output, help::look_back_output, "FILE");
}

}  // namespace

void add_rate_options(const Command& command, RatesArguments& rates) {
  command.option("--by", rates.by, help::rates_by, "WHAT")->check(one_of({"unit", "site_class", "item", "period"}));
  command.repeated("--rate", rates.rates, help::rates_rate, "CODE");
  command.option("--rework", rates.rework, help::rates_rework, "WHAT")->check(one_of({"tickets", "send_backs"}));
  command.option("--suspended", rates.suspended, help::rates_suspended, "HOW")->check(one_of({"stay", "leave"}));
  command.option("--replied", rates.replied, help::rates_replied, "HOW")
      ->check(one_of({"not_rectified", "rectified", "leave"}));
  command.option("--excused", rates.excused, help::rates_excused, "HOW")->check(one_of({"on_time", "late"}));
  command.option("--unit", rates.unit, help::rates_unit, "UNIT");
  command.option("--site-class", rates.site_class, help::rates_class, "CLASS");
  command.option("--item", rates.item, help::rates_item, "ITEM");
  command.option("--period", rates.period, help::rates_period, "PERIOD");
  command.flag("--counts", rates.counts, help::rates_counts);
  command.flag("--json", rates.json, help::rates_json);
}

void add_ladder(const Command& tool) {
  const Command ladder = tool.add_group("ladder", help::ladder, help::ladder_footer);
  add_steps(ladder);
  add_climb(ladder);
}

void add_notice(const Command& tool) {
  const Command notice = tool.add_group("notice", help::notice, help::notice_footer);
  add_render(notice);
}

void add_rates(const Command& tool) {
  const Command command = tool.add("rates", help::rates, help::rates_footer);
  RatesArguments& arguments = command.calls(rates);
  command.argument("FACTS", arguments.facts, help::rates_files);
  add_rate_options(command, arguments);
}

void add_follow_up(const Command& tool) {
  const Command follow_up = tool.add_group("follow-up", help::follow_up, help::follow_up_footer);
  add_returns(follow_up);
  add_spread(follow_up);
  add_look_back(follow_up);
}

}  // namespace aedile::tool
