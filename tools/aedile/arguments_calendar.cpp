#include "aedile/arguments_groups.h"

#include "aedile/commands.h"
#include "aedile/help_texts.h"

namespace aedile::tool {

namespace {

void add_due(const Command& calendar) {
  const Command command = calendar.add("due", help::due, help::due_footer);
  CalendarDueArguments& arguments = command.calls(calendar_due);
  add_limit(command, arguments);
  command.option("--policy", arguments.policy, help::policy, "POLICY")
      ->check(one_of({"freeze", "recompute", "never_earlier"}));
  command.option("--as-of", arguments.as_of, help::as_of, "TIME");
}

void add_between(const Command& calendar) {
  const Command command = calendar.add("between", help::between, help::between_footer);
  CalendarBetweenArguments& arguments = command.calls(calendar_between);
  command.argument("FROM", arguments.from, help::from_day);
  command.argument("TO", arguments.to, help::to_day);
  add_calendar_choice(command, arguments.calendar);
}

void add_list(const Command& calendar) {
  const Command command = calendar.add("list", help::list, help::list_footer);
  CalendarListArguments& arguments = command.calls(calendar_list);
  const std::vector<std::string> kinds{"week", "third_of_month", "half_month", "month", "quarter", "half_year", "year"};
  command.argument("FROM", arguments.from, help::first_date);
  command.argument("TO", arguments.to, help::last_date);
  command.option("--only", arguments.only, help::only, "KIND")
      ->check(one_of({"working", "rest", "holiday", "makeup", "shift"}));
  command.option("--month-days", arguments.month_days, help::month_days, "N,N")->delimiter(',');
  command.flag("--last-day-of-short-months", arguments.last_day_of_short_months, help::short_months);
  command.option("--weekdays", arguments.weekdays, help::weekdays, "N,N")->delimiter(',');
  command.option("--last-working-day", arguments.last_working_day, help::last_working_day, "PERIOD")
      ->check(one_of(kinds));
  command.option("--irregular", arguments.irregular, help::irregular, "N");
  command.option("--each", arguments.each, help::each_period, "PERIOD")->check(one_of(kinds));
  command.option("--seed", arguments.seed, help::seed, "TEXT");
  command.option("--rest-days", arguments.rest_days, help::rest_days, "WHERE")
      ->check(one_of({"keep", "skip", "next", "previous"}));
  add_calendar_choice(command, arguments.calendar);
}

}  // namespace

void add_calendar_choice(const Command& command, CalendarArguments& arguments) {
  command.option("--calendar", arguments.calendar, help::which_calendar, "ID|FILE");
  CLI::Option* const version = command.option("--version-name", arguments.version, help::which_version, "NAME");
  command.option("--known-at", arguments.known_at, help::known_at, "TIME")->excludes(version);
  command.flag("--json", arguments.json, help::calendar_json);
}

void add_limit(const Command& command, CalendarDueArguments& due) {
  command.argument("START", due.start, help::start);
  command.option("--working-days", due.working_days, help::working_days, "N");
  command.option("--calendar-days", due.calendar_days, help::calendar_days, "N");
  command.option("--working-hours", due.working_hours, help::working_hours, "H");
  command.option("--hours", due.hours, help::hours, "H");
  command.option("--on", due.on, help::on_date, "DATE");
  command.option("--day-end", due.day_end, help::day_end, "WHEN")->check(one_of({"midnight", "closing", "same_time"}));
  command.option("--rest-day", due.rest_day, help::rest_day, "WHERE")->check(one_of({"next", "previous", "keep"}));
  add_calendar_choice(command, due.calendar);
}

void add_calendar(const Command& tool) {
  const Command calendar = tool.add_group("calendar", help::calendar, help::calendar_footer);
  add_due(calendar);
  add_between(calendar);
  add_list(calendar);
}

}  // namespace aedile::tool
