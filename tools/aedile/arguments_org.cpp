#include "aedile/arguments_groups.h"

#include "aedile/help_org.h"
#include "aedile/help_texts.h"
#include "aedile/org.h"

namespace aedile::tool {

namespace {

CLI::Option* add_org_files(const Command& command, OrgFiles& files) {
  command.argument("ORGANISATION", files.organisation, help::org_file);
  command.option("--sites", files.sites, help::org_sites, "FILE");
  return command.option("--scheme", files.scheme, help::org_scheme, "FILE");
}

void add_org_check(const Command& org) {
  const Command command = org.add("check", help::org_check, help::org_check_footer);
  OrgCheckArguments& arguments = command.calls(org_check);
  CLI::Option* const scheme = add_org_files(command, arguments.files);
  command.option("--on", arguments.on, help::org_on, "DATE")->needs(scheme);
  command.flag("--json", arguments.json, help::check_json);
}

void add_org_who(const Command& org) {
  const Command command = org.add("who", help::org_who, help::org_who_footer);
  OrgWhoArguments& arguments = command.calls(org_who);
  add_org_files(command, arguments.files);
  command.argument("ITEM", arguments.item, help::org_item);
  command.argument("SITE", arguments.site, help::org_site);
  command.argument("DATE", arguments.date, help::org_date);
  CLI::Option* const points = command.option("--points", arguments.points, help::org_points, "N");
  command.option("--places", arguments.places, help::org_places, "N")->needs(points)->check(in_range(0, 9));
  command.flag("--json", arguments.json, help::org_who_json);
}

void add_org_ledger(const Command& org) {
  const Command command = org.add("ledger", help::org_ledger, help::org_ledger_footer);
  OrgLedgerArguments& arguments = command.calls(org_ledger);
  command.argument("SITES", arguments.sites, help::org_ledger_sites);
  command.option("--before", arguments.before, help::org_before, "FILE");
  CLI::Option* const visits = command.option("--visits", arguments.visits, help::org_visits, "FILE");
  CLI::Option* const period = command.option("--period", arguments.period, help::org_period, "PERIOD");
  visits->needs(period);
  period->needs(visits);
  command.option("--organisation", arguments.organisation, help::org_levels, "FILE")->needs(visits);
  command.option("--output", arguments.output, help::org_output, "FILE");
  command.flag("--json", arguments.json, help::org_ledger_json);
}

}  // namespace

void add_org(const Command& tool) {
  const Command org = tool.add_group("org", help::org, help::org_footer);
  add_org_check(org);
  add_org_who(org);
  add_org_ledger(org);
}

}  // namespace aedile::tool
