#include "aedile/arguments_ticket.h"

#include "aedile/help_ticket.h"

namespace aedile::tool {

CLI::App& TicketCommandLine::begin(CLI::App& parent, const char* name, const Message& description,
                                   std::string& journal) {
  CLI::App& command = maker_->add(parent, name, description, help::ticket_more);
  command.add_option("JOURNAL", journal, maker_->in(help::ticket_journal))->required()->type_name("");
  return command;
}

void TicketCommandLine::add_moment(CLI::App& command, TicketMoment& moment, const Message& who, bool required) {
  command.add_option("--as", moment.as, maker_->in(who))->required(required)->type_name("WHO");
  command.add_option("--at", moment.at, maker_->in(help::ticket_at))->required()->type_name("TIME");
  command.add_option("--recorded", moment.recorded, maker_->in(help::ticket_recorded))->type_name("TIME");
}

void TicketCommandLine::add_particulars(CLI::App& command, TicketParticulars& given) {
  const auto in = [&](const Message& message) { return maker_->in(message); };
  command.add_option("--reason", given.reason, in(help::ticket_reason))->type_name("TEXT");
  command.add_option("--evidence", given.evidence, in(help::ticket_evidence))
      ->type_name("FILE")
      ->expected(1)
      ->take_all();
  command.add_option("--taken", given.taken, in(help::ticket_taken))->type_name("TIME");
  command.add_option("--criteria", given.criteria, in(help::ticket_criteria))->type_name("CODES")->delimiter(',');
  command.add_option("--assignee", given.assignee, in(help::ticket_assignee))->type_name("WHO");
  command.add_option("--unit", given.unit, in(help::ticket_unit))->type_name("UNIT");
  command.add_option("--until", given.until, in(help::ticket_until))->type_name("TIME");
  CLI::Validator decision = CLI::IsMember({"yes", "no"});
  decision.description("");
  command.add_option("--decision", given.decision, in(help::ticket_decision))->type_name("yes|no")->check(decision);
  command.add_option("--length", given.length, in(help::ticket_length))->type_name("LENGTH");
  command.add_option("--into", given.into, in(help::ticket_into))->type_name("TICKET");
  command.add_option("--part", given.parts, in(help::ticket_part))->type_name("ID=TITLE")->expected(1)->take_all();
  command.add_option("--limit", given.limits, in(help::ticket_limit))
      ->type_name("CODE=LENGTH")
      ->expected(1)
      ->take_all();
  command.add_option("--step", given.step, in(help::ticket_step))->type_name("STEP");
  command.add_option("--notice", given.notice, in(help::ticket_notice))->type_name("NUMBER");
  command.add_option("--key", given.key, in(help::ticket_key))->type_name("KEY");
}

void TicketCommandLine::add_as_of(CLI::App& command, TicketAsOf& as_of) {
  command.add_option("--happened", as_of.happened, maker_->in(help::ticket_happened))->type_name("TIME");
  command.add_option("--known", as_of.recorded, maker_->in(help::ticket_known))->type_name("TIME");
}

void TicketCommandLine::add_to(CLI::App& app, const CommandMaker& maker) {
  maker_ = &maker;
  const auto in = [&](const Message& message) { return maker.in(message); };
  const auto runs = [&](CLI::App& command, std::function<int()> what) {
    command.callback([run = maker.run, what = std::move(what)] { run(what); });
  };
  Console* const console = &maker.console;
  CLI::App& ticket = maker.add(app, "ticket", help::ticket, help::ticket_footer);
  ticket.require_subcommand(1);

  CLI::App& adopt = begin(ticket, "adopt", help::ticket_adopt, adopt_.journal);
  adopt.add_option("REGULATIONS", adopt_.regulations, in(help::ticket_regulations))->required()->type_name("");
  add_moment(adopt, adopt_.moment, help::ticket_as_office, true);
  runs(adopt, [this, console] { return ticket_adopt(adopt_, *console); });

  CLI::App& open = begin(ticket, "open", help::ticket_open, open_.journal);
  open.add_option("WORKFLOW", open_.workflow, in(help::ticket_workflow))->required()->type_name("");
  add_moment(open, open_.moment, help::ticket_as, true);
  open.add_option("--command", open_.command, in(help::ticket_opening))->type_name("COMMAND");
  open.add_option("--id", open_.ticket, in(help::ticket_new_id))->type_name("TICKET");
  open.add_option("--title", open_.title, in(help::ticket_title))->type_name("TEXT");
  open.add_option("--site", open_.site, in(help::ticket_site))->type_name("SITE");
  open.add_option("--site-class", open_.site_class, in(help::ticket_site_class))->type_name("CLASS");
  open.add_option("--location", open_.location, in(help::ticket_location))->type_name("TEXT");
  open.add_option("--item", open_.item, in(help::ticket_item))->type_name("ITEM");
  open.add_option("--fault-class", open_.fault_class, in(help::ticket_fault_class))->type_name("CLASS");
  open.add_option("--severity", open_.severity, in(help::ticket_severity))->type_name("WORD");
  open.add_option("--finding", open_.findings, in(help::ticket_finding))->type_name("VISIT#N")->expected(1)->take_all();
  open.add_option("--link", open_.links, in(help::ticket_link))->type_name("KIND=TICKET")->expected(1)->take_all();
  add_particulars(open, open_.particulars);
  open.add_flag("--json", open_.json, in(help::ticket_json));
  runs(open, [this, console] { return ticket_open(open_, *console); });

  CLI::App& act = begin(ticket, "do", help::ticket_do, do_.journal);
  act.add_option("TICKET", do_.ticket, in(help::ticket_id))->required()->type_name("");
  act.add_option("COMMAND", do_.command, in(help::ticket_command))->required()->type_name("");
  add_moment(act, do_.moment, help::ticket_as, true);
  add_particulars(act, do_.particulars);
  act.add_flag("--json", do_.json, in(help::ticket_json));
  runs(act, [this, console] { return ticket_do(do_, *console); });

  CLI::App& allowed = begin(ticket, "allowed", help::ticket_allowed, allowed_.journal);
  allowed.add_option("TICKET", allowed_.ticket, in(help::ticket_id))->required()->type_name("");
  allowed.add_option("--as", allowed_.moment.as, in(help::ticket_as))->required()->type_name("WHO");
  allowed.add_option("--at", allowed_.moment.at, in(help::ticket_at))->required()->type_name("TIME");
  allowed.add_flag("--json", allowed_.json, in(help::ticket_json));
  runs(allowed, [this, console] { return ticket_allowed(allowed_, *console); });

  CLI::App& show = begin(ticket, "show", help::ticket_show, show_.journal);
  show.add_option("TICKET", show_.ticket, in(help::ticket_shown))->type_name("");
  show.add_option("--at", show_.at, in(help::ticket_now))->type_name("TIME");
  add_as_of(show, show_.as_of);
  show.add_flag("--json", show_.json, in(help::ticket_json));
  runs(show, [this, console] { return ticket_show(show_, *console); });

  CLI::App& due = begin(ticket, "due", help::ticket_due, due_.journal);
  due.add_option("--at", due_.at, in(help::ticket_now))->required()->type_name("TIME");
  due.add_option("--until", due_.until, in(help::ticket_due_until))->type_name("TIME");
  add_as_of(due, due_.as_of);
  due.add_flag("--json", due_.json, in(help::ticket_json));
  runs(due, [this, console] { return ticket_due(due_, *console); });

  CLI::App& stats = begin(ticket, "stats", help::ticket_stats, stats_.journal);
  stats.add_option("--at", stats_.at, in(help::ticket_now))->required()->type_name("TIME");
  add_as_of(stats, stats_.as_of);
  maker.rates(stats, stats_.rates);
  runs(stats, [this, console] { return ticket_stats(stats_, *console); });

  CLI::App& advance = begin(ticket, "advance", help::ticket_advance, advance_.journal);
  add_moment(advance, advance_.moment, help::ticket_as_ladder, false);
  advance.add_flag("--json", advance_.json, in(help::ticket_json));
  runs(advance, [this, console] { return ticket_advance(advance_, *console); });

  CLI::App& judge = begin(ticket, "judge", help::ticket_judge, judge_.journal);
  judge.add_option("OCCASIONS", judge_.occasions, in(help::ticket_occasions))->required()->type_name("");
  add_moment(judge, judge_.moment, help::ticket_as_judge, true);
  runs(judge, [this, console] { return ticket_judge(judge_, *console); });

  CLI::App& units = begin(ticket, "units", help::ticket_units, units_.journal);
  units.add_option("UNIT", units_.unit, in(help::ticket_which_unit))->type_name("");
  add_as_of(units, units_.as_of);
  units.add_flag("--json", units_.json, in(help::ticket_json));
  runs(units, [this, console] { return ticket_units(units_, *console); });

  CLI::App& closed = begin(ticket, "closed", help::ticket_closed, closed_.journal);
  closed.add_option("--from", closed_.from, in(help::ticket_closed_from))->type_name("DATE");
  closed.add_option("--until", closed_.until, in(help::ticket_closed_until))->type_name("DATE");
  closed.add_option("--sites", closed_.sites, in(help::ticket_closed_sites))->type_name("FILE");
  add_as_of(closed, closed_.as_of);
  closed.add_option("--output", closed_.output, in(help::ticket_closed_output))->type_name("FILE");
  runs(closed, [this, console] { return ticket_closed(closed_, *console); });

  CLI::App& findings = begin(ticket, "findings", help::ticket_findings, findings_.journal);
  findings.add_option("FINDINGS", findings_.findings, in(help::ticket_findings_file))->required()->type_name("");
  findings.add_option("--at", findings_.at, in(help::ticket_now))->required()->type_name("TIME");
  findings.add_flag("--restore", findings_.restore, in(help::ticket_findings_restore));
  findings.add_flag("--degrees", findings_.degrees, in(help::ticket_findings_degrees));
  add_as_of(findings, findings_.as_of);
  findings.add_option("--output", findings_.output, in(help::ticket_closed_output))->type_name("FILE");
  runs(findings, [this, console] { return ticket_findings(findings_, *console); });
  maker_ = nullptr;
}

}  // namespace aedile::tool
