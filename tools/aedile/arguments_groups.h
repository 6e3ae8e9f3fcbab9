// The groups of commands: each function describes one of them, and lets each of its commands call what does it.
#pragma once

#include "aedile/command.h"
#include "aedile/commands.h"
#include "aedile/rectify.h"

namespace aedile::tool {

void add_check(const Command& tool);
void add_score(const Command& tool);
void add_explain(const Command& tool);
void add_schema(const Command& tool);
void add_org(const Command& tool);
void add_calendar(const Command& tool);
void add_plan(const Command& tool);
void add_workflow(const Command& tool);
void add_ladder(const Command& tool);
void add_notice(const Command& tool);
void add_rates(const Command& tool);
void add_follow_up(const Command& tool);
void add_ticket(const Command& tool);
void add_journal(const Command& tool);  ///< prove and verify too

// ---- options that groups share

/// --calendar and which version of it; --json.
void add_calendar_choice(const Command& command, CalendarArguments& arguments);
/// START, a limit and its rules, with the choice of a calendar.
void add_limit(const Command& command, CalendarDueArguments& due);
/// How rates are counted and shown.
void add_rate_options(const Command& command, RatesArguments& rates);

}  // namespace aedile::tool
