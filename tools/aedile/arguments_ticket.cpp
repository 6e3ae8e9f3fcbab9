#include "aedile/arguments_groups.h"

#include "aedile/help_ticket.h"
#include "aedile/ticket.h"

namespace aedile::tool {

namespace {

void add_journal_file(const Command& command, std::string& journal) {
  command.argument("JOURNAL", journal, help::ticket_journal);
}

void add_moment(const Command& command, TicketMoment& moment, const Message& who, bool required) {
  command.option("--as", moment.as, who, "WHO")->required(required);
  command.option("--at", moment.at, help::ticket_at, "TIME")->required();
  command.option("--recorded", moment.recorded, help::ticket_recorded, "TIME");
}

void add_particulars(const Command& command, TicketParticulars& given) {
  command.option("--reason", given.reason, help::ticket_reason, "TEXT");
  command.repeated("--evidence", given.evidence, help::ticket_evidence, "FILE");
  command.option("--taken", given.taken, help::ticket_taken, "TIME");
  command.option("--criteria", given.criteria, help::ticket_criteria, "CODES")->delimiter(',');
  command.option("--assignee", given.assignee, help::ticket_assignee, "WHO");
  command.option("--unit", given.unit, help::ticket_unit, "UNIT");
  command.option("--until", given.until, help::ticket_until, "TIME");
  command.option("--decision", given.decision, help::ticket_decision, "yes|no")->check(one_of({"yes", "no"}));
  command.option("--length", given.length, help::ticket_length, "LENGTH");
  command.option("--into", given.into, help::ticket_into, "TICKET");
  command.repeated("--part", given.parts, help::ticket_part, "ID=TITLE");
  command.repeated("--limit", given.limits, help::ticket_limit, "CODE=LENGTH");
  command.option("--step", given.step, help::ticket_step, "STEP");
  command.option("--notice", given.notice, help::ticket_notice, "NUMBER");
  command.option("--key", given.key, help::ticket_key, "KEY");
}

void add_as_of(const Command& command, TicketAsOf& as_of, bool required = false) {
  command.option("--at", as_of.at, help::ticket_now, "TIME")->required(required);
  command.option("--known", as_of.recorded, help::ticket_known, "TIME");
}

void add_adopt(const Command& ticket) {
  const Command command = ticket.add("adopt", help::ticket_adopt, help::ticket_more);
  TicketAdoptArguments& arguments = command.calls(ticket_adopt);
  add_journal_file(command, arguments.journal);
  command.argument("REGULATIONS", arguments.regulations, help::ticket_regulations);
  add_moment(command, arguments.moment, help::ticket_as_office, true);
}

void add_open(const Command& ticket) {
  const Command command = ticket.add("open", help::ticket_open, help::ticket_more);
  TicketOpenArguments& arguments = command.calls(ticket_open);
  add_journal_file(command, arguments.journal);
  command.argument("WORKFLOW", arguments.workflow, help::ticket_workflow);
  add_moment(command, arguments.moment, help::ticket_as, true);
  command.option("--command", arguments.command, help::ticket_opening, "COMMAND");
  command.option("--id", arguments.ticket, help::ticket_new_id, "TICKET");
  command.option("--title", arguments.title, help::ticket_title, "TEXT");
  command.option("--site", arguments.site, help::ticket_site, "SITE");
  command.option("--site-class", arguments.site_class, help::ticket_site_class, "CLASS");
  command.option("--location", arguments.location, help::ticket_location, "TEXT");
  command.option("--item", arguments.item, help::ticket_item, "ITEM");
  command.option("--fault-class", arguments.fault_class, help::ticket_fault_class, "CLASS");
  command.option("--severity", arguments.severity, help::ticket_severity, "WORD");
  command.repeated("--finding", arguments.findings, help::ticket_finding, "VISIT#N");
  command.repeated("--link", arguments.links, help::ticket_link, "KIND=TICKET");
  add_particulars(command, arguments.particulars);
  command.flag("--json", arguments.json, help::ticket_json);
}

void add_do(const Command& ticket) {
  const Command command = ticket.add("do", help::ticket_do, help::ticket_more);
  TicketDoArguments& arguments = command.calls(ticket_do);
  add_journal_file(command, arguments.journal);
  command.argument("TICKET", arguments.ticket, help::ticket_id);
  command.argument("COMMAND", arguments.command, help::ticket_command);
  add_moment(command, arguments.moment, help::ticket_as, true);
  add_particulars(command, arguments.particulars);
  command.flag("--json", arguments.json, help::ticket_json);
}

void add_allowed(const Command& ticket) {
  const Command command = ticket.add("allowed", help::ticket_allowed, help::ticket_more);
  TicketAllowedArguments& arguments = command.calls(ticket_allowed);
  add_journal_file(command, arguments.journal);
  command.argument("TICKET", arguments.ticket, help::ticket_id);
  command.option("--as", arguments.moment.as, help::ticket_as, "WHO")->required();
  command.option("--at", arguments.moment.at, help::ticket_at, "TIME")->required();
  command.flag("--json", arguments.json, help::ticket_json);
}

void add_show(const Command& ticket) {
  const Command command = ticket.add("show", help::ticket_show, help::ticket_more);
  TicketShowArguments& arguments = command.calls(ticket_show);
  add_journal_file(command, arguments.journal);
  command.argument("TICKET", arguments.ticket, help::ticket_shown)->required(false);
  add_as_of(command, arguments.as_of);
  command.flag("--json", arguments.json, help::ticket_json);
}

void add_due(const Command& ticket) {
  const Command command = ticket.add("due", help::ticket_due, help::ticket_more);
  TicketDueArguments& arguments = command.calls(ticket_due);
  add_journal_file(command, arguments.journal);
  add_as_of(command, arguments.as_of, true);
  command.option("--until", arguments.until, help::ticket_due_until, "TIME");
  command.flag("--json", arguments.json, help::ticket_json);
}

void add_stats(const Command& ticket) {
  const Command command = ticket.add("stats", help::ticket_stats, help::ticket_more);
  TicketStatsArguments& arguments = command.calls(ticket_stats);
  add_journal_file(command, arguments.journal);
  add_as_of(command, arguments.as_of, true);
  add_rate_options(command, arguments.rates);
}

void add_advance(const Command& ticket) {
  const Command command = ticket.add("advance", help::ticket_advance, help::ticket_more);
  TicketAdvanceArguments& arguments = command.calls(ticket_advance);
  add_journal_file(command, arguments.journal);
  add_moment(command, arguments.moment, help::ticket_as_ladder, false);
  command.flag("--json", arguments.json, help::ticket_json);
}

void add_judge(const Command& ticket) {
  const Command command = ticket.add("judge", help::ticket_judge, help::ticket_more);
  TicketJudgeArguments& arguments = command.calls(ticket_judge);
  add_journal_file(command, arguments.journal);
  command.argument("OCCASIONS", arguments.occasions, help::ticket_occasions);
  add_moment(command, arguments.moment, help::ticket_as_judge, true);
}

void add_units(const Command& ticket) {
  const Command command = ticket.add("units", help::ticket_units, help::ticket_more);
  TicketUnitsArguments& arguments = command.calls(ticket_units);
  add_journal_file(command, arguments.journal);
  command.argument("UNIT", arguments.unit, help::ticket_which_unit)->required(false);
  add_as_of(command, arguments.as_of);
  command.flag("--json", arguments.json, help::ticket_json);
}

void add_closed(const Command& ticket) {
  const Command command = ticket.add("closed", help::ticket_closed, help::ticket_more);
  TicketClosedArguments& arguments = command.calls(ticket_closed);
  add_journal_file(command, arguments.journal);
  command.option("--from", arguments.from, help::ticket_closed_from, "DATE");
  command.option("--until", arguments.until, help::ticket_closed_until, "DATE");
  command.option("--sites", arguments.sites, help::ticket_closed_sites, "FILE");
  add_as_of(command, arguments.as_of);
  command.option("--output", arguments.output, help::ticket_closed_output, "FILE");
}

void add_findings(const Command& ticket) {
  const Command command = ticket.add("findings", help::ticket_findings, help::ticket_more);
  TicketFindingsArguments& arguments = command.calls(ticket_findings);
  add_journal_file(command, arguments.journal);
  command.argument("FINDINGS", arguments.findings, help::ticket_findings_file);
  add_as_of(command, arguments.as_of, true);
  command.flag("--restore", arguments.restore, help::ticket_findings_restore);
  command.flag("--degrees", arguments.degrees, help::ticket_findings_degrees);
  command.option("--output", arguments.output, help::ticket_closed_output, "FILE");
}

}  // namespace

void add_ticket(const Command& tool) {
  const Command ticket = tool.add_group("ticket", help::ticket, help::ticket_footer);
  add_adopt(ticket);
  add_open(ticket);
  add_do(ticket);
  add_allowed(ticket);
  add_show(ticket);
  add_due(ticket);
  add_stats(ticket);
  add_advance(ticket);
  add_judge(ticket);
  add_units(ticket);
  add_closed(ticket);
  add_findings(ticket);
}

}  // namespace aedile::tool
