// aedile calendar due: when a limit is due, and what new versions of the calendar make of it.
#include "aedile/calendars.h"
#include "aedile/core/decimal.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

std::int32_t days_of(const std::string& text) {
  constexpr std::int64_t most = 100'000;
  const Result<Quantity> count = Quantity::parse(text);
  if (!count || count->scaled() % Quantity::unit != 0 || count->scaled() < 0 ||
      count->scaled() / Quantity::unit > most) {
    throw UsageFailure{Text(texts::bad_count, {text})};
  }
  return static_cast<std::int32_t>(count->scaled() / Quantity::unit);
}

/// Decimal hours, to the second.
std::chrono::seconds seconds_of(const std::string& text) {
  constexpr std::int64_t most = 1'000'000;
  const Result<Quantity> hours = Quantity::parse(text);
  if (!hours || hours->scaled() < 0 || hours->scaled() / Quantity::unit > most ||
      hours->scaled() * 3600 % Quantity::unit != 0) {
    throw UsageFailure{Text(texts::bad_hours, {text})};
  }
  return std::chrono::seconds(hours->scaled() * 3600 / Quantity::unit);
}

Date date_of(const std::string& text) {
  const Result<Date> date = Date::parse(text);
  if (!date) throw UsageFailure{date.diagnostics().items().front().text};
  return *date;
}

}  // namespace

TimeLimit limit_of(const CalendarDueArguments& arguments) {
  std::vector<TimeLimit> limits;
  if (!arguments.working_days.empty()) limits.emplace_back(WorkingDays(days_of(arguments.working_days)));
  if (!arguments.calendar_days.empty()) limits.emplace_back(CalendarDays(days_of(arguments.calendar_days)));
  if (!arguments.working_hours.empty()) limits.emplace_back(WorkingHours(seconds_of(arguments.working_hours)));
  if (!arguments.hours.empty()) limits.emplace_back(ContinuousHours(seconds_of(arguments.hours)));
  if (!arguments.on.empty()) limits.emplace_back(OnDate{date_of(arguments.on)});
  if (limits.size() != 1) throw UsageFailure{Text(texts::one_limit)};
  return limits.front();
}

DeadlineRules rules_of(const CalendarDueArguments& arguments) {
  const bool in_days = !arguments.working_days.empty() || !arguments.calendar_days.empty() || !arguments.on.empty();
  if (!arguments.day_end.empty() && !in_days) {
    throw UsageFailure{Text(texts::option_without, {"--day-end", "--working-days, --calendar-days, --on"})};
  }
  if (!arguments.rest_day.empty() && arguments.calendar_days.empty()) {
    throw UsageFailure{Text(texts::option_without, {"--rest-day", "--calendar-days"})};
  }
  DeadlineRules rules;
  for (const DayEnd end : {DayEnd::midnight, DayEnd::closing, DayEnd::same_time}) {
    if (to_string(end) == arguments.day_end) rules.day_end = end;
  }
  for (const RestDayRoll roll : {RestDayRoll::next, RestDayRoll::previous, RestDayRoll::keep}) {
    if (to_string(roll) == arguments.rest_day) rules.rest_day = roll;
  }
  return rules;
}

namespace {

RevisionPolicy policy_of(const std::string& name) {
  for (const RevisionPolicy policy : {RevisionPolicy::freeze, RevisionPolicy::recompute}) {
    if (to_string(policy) == name) return policy;
  }
  return RevisionPolicy::never_earlier;
}

struct Answer {
  Deadline deadline;  ///< in force
  std::optional<RevisedDeadline> revised;
  std::optional<Instant> before_start;  ///< the instant asked about, if the time has not begun then
};

std::optional<Answer> find_answer(CalendarQuestion& question, const CalendarDueArguments& arguments,
                                  const TimeLimit& limit) {
  const WorkingCalendar* calendar = question.version();
  if (calendar == nullptr) return std::nullopt;
  const Instant start = question.time(arguments.start);
  const CalendarHistory& history = *question.history();
  const bool revises = !arguments.policy.empty();
  if (revises && arguments.calendar.version.empty() && arguments.calendar.known_at.empty()) {
    if (const WorkingCalendar* const known = history.known_at(start)) calendar = known;
  }
  const std::optional<Deadline> set = question.value(due(*calendar, start, limit, rules_of(arguments)));
  if (!set) return std::nullopt;
  if (!revises) return Answer{*set, std::nullopt, std::nullopt};
  const Instant as_of = arguments.as_of.empty()
                            ? calendar->zone().instant(*Date::of(9999, 1, 1), std::chrono::seconds(0))
                            : question.time(arguments.as_of);
  std::optional<RevisedDeadline> revised = question.value(revise(history, *set, policy_of(arguments.policy), as_of));
  if (!revised) return std::nullopt;
  const Deadline in_force = revised->in_force;
  return Answer{in_force, std::move(revised), as_of < start ? std::optional(as_of) : std::nullopt};
}

void print(const Console& console, const TimeZone& zone, const Answer& answer, const std::string& policy) {
  const Deadline& deadline = answer.deadline;
  if (console.quiet) {
    console.out << zone.print(deadline.due) << '\n';
    return;
  }
  const auto line = [&](const Message& message, std::vector<std::string> arguments) {
    console.out << console.text(message, std::move(arguments)) << '\n';
  };
  line(texts::due_line,
       {zone.print(deadline.due), describe(deadline.limit).in(console.language), zone.print(deadline.start)});
  const auto dated = [&](Date date) { return date.to_string() + ' ' + weekday_text(console, date); };
  if (deadline.rolled_from) {
    line(texts::rolled_line, {dated(*deadline.last_day), dated(*deadline.rolled_from)});
  } else if (deadline.last_day) {
    line(texts::last_day_line, {dated(*deadline.last_day)});
  }
  line(texts::version_line, {deadline.calendar, deadline.version});
  if (answer.before_start) {
    line(texts::not_begun_line, {zone.print(*answer.before_start), zone.print(deadline.start)});
  }
  if (!answer.revised) return;
  line(texts::set_line, {answer.revised->set.version, zone.print(answer.revised->set.due)});
  for (const Deadline& under : answer.revised->under) line(texts::under_line, {under.version, zone.print(under.due)});
  line(texts::in_force_line, {policy, zone.print(deadline.due)});
}

void write(JsonWriter& json, const TimeZone& zone, const Deadline& deadline) {
  json.begin_object().key("version").string(deadline.version).key("due").string(zone.print(deadline.due));
  if (deadline.last_day) json.key("last_day").string(deadline.last_day->to_string());
  if (deadline.rolled_from) json.key("rolled_from").string(deadline.rolled_from->to_string());
  json.end_object();
}

void write(JsonWriter& json, const Console& console, const TimeZone& zone, const Answer& answer,
           const std::string& policy) {
  json.key("calendar").string(answer.deadline.calendar);
  json.key("start").string(zone.print(answer.deadline.start));
  json.key("limit").string(describe(answer.deadline.limit).in(console.language));
  json.key("deadline");
  write(json, zone, answer.deadline);
  if (!answer.revised) return;
  json.key("begun").boolean(!answer.before_start);
  json.key("policy").string(policy).key("set");
  write(json, zone, answer.revised->set);
  json.key("under").begin_array();
  for (const Deadline& under : answer.revised->under) write(json, zone, under);
  json.end_array();
}

}  // namespace

int calendar_due(const CalendarDueArguments& arguments, Console& console) {
  const TimeLimit limit = limit_of(arguments);
  if (!arguments.as_of.empty() && arguments.policy.empty()) throw UsageFailure{Text(texts::policy_needed)};
  CalendarQuestion question(arguments.calendar, console);
  const std::optional<Answer> answer = find_answer(question, arguments, limit);
  const auto zone = [&] { return question.history()->latest().zone(); };
  return question.answer(
      "calendar_due/1", answer.has_value(), [&] { print(console, zone(), *answer, arguments.policy); },
      [&](JsonWriter& json) { write(json, console, zone(), *answer, arguments.policy); });
}

}  // namespace aedile::tool
