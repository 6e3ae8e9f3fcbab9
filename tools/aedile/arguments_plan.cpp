#include "aedile/arguments_groups.h"

#include "aedile/help_org.h"
#include "aedile/help_plan.h"
#include "aedile/plan.h"

namespace aedile::tool {

namespace {

void add_terms(const Command& command, TermsFiles& files) {
  command.argument("TERMS", files.terms, help::plan_terms);
  command.option("--candidates", files.candidates, help::plan_candidates, "FILE");
}

void add_draw(const Command& plan) {
  const Command command = plan.add("draw", help::plan_draw, help::plan_more);
  PlanDrawArguments& arguments = command.calls(plan_draw);
  add_terms(command, arguments.files);
  CLI::Option* const seed = command.option("--seed", arguments.seed, help::plan_seed, "TEXT");
  command.option("--output", arguments.output, help::plan_draw_output, "FILE")->needs(seed);
  command.flag("--canonical", arguments.canonical, help::plan_canonical)->excludes(seed);
}

void add_verify(const Command& plan) {
  const Command command = plan.add("verify", help::plan_verify, help::plan_more);
  PlanVerifyArguments& arguments = command.calls(plan_verify);
  add_terms(command, arguments.files);
  command.argument("DRAW", arguments.draw, help::plan_claimed);
  command.option("--commitment", arguments.commitment, help::plan_promise, "HEX")->required();
}

void add_generate(const Command& plan) {
  const Command command = plan.add("generate", help::plan_generate, help::plan_more);
  PlanGenerateArguments& arguments = command.calls(plan_generate);
  command.argument("PROGRAMME", arguments.programme, help::plan_programme);
  command.argument("ORGANISATION", arguments.organisation.organisation, help::org_file);
  command.option("--sites", arguments.organisation.sites, help::org_sites, "FILE");
  command.option("--seed", arguments.seed, help::plan_seed, "TEXT")->required();
  command.option("--calendar", arguments.calendar, help::plan_calendar, "ID|FILE");
  command.option("--output", arguments.output, help::plan_output, "FILE");
}

void add_assign(const Command& plan) {
  const Command command = plan.add("assign", help::plan_assign, help::plan_more);
  PlanAssignArguments& arguments = command.calls(plan_assign);
  command.argument("VISITS", arguments.visits, help::plan_visits);
  command.argument("INSPECTORS", arguments.inspectors, help::plan_inspectors);
  command.option("--past", arguments.past, help::plan_past, "FILE");
  command.option("--load-cost", arguments.load_cost, help::plan_load_cost, "N");
  command.option("--kilometre-cost", arguments.kilometre_cost, help::plan_kilometre_cost, "N");
  command.option("--output", arguments.output, help::plan_output, "FILE");
}

void add_route(const Command& plan) {
  const Command command = plan.add("route", help::plan_route, help::plan_more);
  PlanRouteArguments& arguments = command.calls(plan_route);
  command.argument("VISITS", arguments.visits, help::plan_visits);
  command.argument("DATE", arguments.date, help::plan_date);
  command.option("--from", arguments.start, help::plan_from, "PLACE")->required();
  command.option("--leave", arguments.leave, help::plan_leave, "TIME");
  command.option("--speed", arguments.speed, help::plan_speed, "N");
  command.option("--stay", arguments.stay, help::plan_stay, "N")->check(in_range(0, 1440));
}

void add_ics(const Command& plan) {
  const Command command = plan.add("ics", help::plan_ics, help::plan_more);
  PlanIcsArguments& arguments = command.calls(plan_ics);
  command.argument("VISITS", arguments.visits, help::plan_visits);
  command.option("--stamp", arguments.stamp, help::plan_stamp, "TIME")->required();
  command.option("--name", arguments.name, help::plan_name, "TEXT");
  command.flag("--without-covert", arguments.without_covert, help::plan_without_covert);
  command.option("--output", arguments.output, help::plan_output, "FILE");
}

}  // namespace

void add_plan(const Command& tool) {
  const Command plan = tool.add_group("plan", help::plan, help::plan_footer);
  add_draw(plan);
  add_verify(plan);
  add_generate(plan);
  add_assign(plan);
  add_route(plan);
  add_ics(plan);
}

}  // namespace aedile::tool
