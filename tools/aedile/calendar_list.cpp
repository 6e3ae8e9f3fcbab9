// aedile calendar list: the days of a calendar, or the dates of recurring rules.
#include <algorithm>

#include "aedile/calendar/recurrence.h"
#include "aedile/calendars.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

RestDays rest_days_of(const std::string& name) {
  for (const RestDays policy : {RestDays::skip, RestDays::next, RestDays::previous}) {
    if (to_string(policy) == name) return policy;
  }
  return RestDays::keep;
}

std::vector<RecurrencePattern> patterns_of(const CalendarListArguments& arguments) {
  std::vector<RecurrencePattern> patterns;
  if (!arguments.month_days.empty()) {
    patterns.emplace_back(DaysOfMonth{arguments.month_days,
                                      arguments.last_day_of_short_months ? ShortMonth::last_day : ShortMonth::skip});
  }
  if (!arguments.weekdays.empty()) patterns.emplace_back(Weekdays{arguments.weekdays});
  if (!arguments.last_working_day.empty()) {
    patterns.emplace_back(LastWorkingDay{parse_period_kind(arguments.last_working_day).value()});
  }
  if (arguments.irregular != 0) {
    if (!arguments.seed) throw UsageFailure{Text(texts::seed_needed)};
    if (arguments.seed->empty()) throw UsageFailure{Text(texts::empty_argument, {"--seed"})};
    patterns.emplace_back(IrregularDates{arguments.irregular,
                                         parse_period_kind(arguments.each.empty() ? "month" : arguments.each).value(),
                                         *arguments.seed});
  }
  return patterns;
}

/// Options that would be passed over, since nothing given asks for them.
void require_all_used(const CalendarListArguments& arguments, bool has_rules) {
  const auto require = [](bool given, const char* option, bool used, const char* needed) {
    if (given && !used) throw UsageFailure{Text(texts::option_without, {option, needed})};
  };
  require(arguments.seed.has_value(), "--seed", arguments.irregular != 0, "--irregular");
  require(!arguments.each.empty(), "--each", arguments.irregular != 0, "--irregular");
  require(arguments.last_day_of_short_months, "--last-day-of-short-months", !arguments.month_days.empty(),
          "--month-days");
  require(!arguments.rest_days.empty(), "--rest-days", has_rules,
          "--month-days, --weekdays, --last-working-day, --irregular");
}

/// A date of the command line.
Date date_of(const std::string& text) {
  const Result<Date> date = Date::parse(text);
  if (!date) throw UsageFailure{date.diagnostics().items().front().text};
  return *date;
}

bool wanted(const CalendarDay& day, const std::string& only) {
  if (only.empty()) return true;
  if (only == "working") return day.working();
  if (only == "rest") return !day.working();
  return to_string(day.kind) == only;
}

const Message& word_for(const CalendarDay& day) {
  if (day.kind == DayKind::holiday) return texts::holiday_word;
  if (day.kind == DayKind::makeup) return texts::makeup_word;
  if (day.kind == DayKind::shift && day.working()) return texts::shift_word;
  return day.working() ? texts::working_word : texts::rest_word;
}

std::string clock_text(const TimeZone& zone, Instant instant) { return zone.print(instant).substr(11, 5); }

/// "08:30-12:00 13:30-18:00"
std::string hours_text(const TimeZone& zone, const CalendarDay& day) {
  std::string text;
  for (const WorkingSpan& span : day.spans) {
    const bool to_midnight = zone.local(span.end).date != day.date;
    text += (text.empty() ? "" : " ") + clock_text(zone, span.begin) + '-' +
            (to_midnight ? std::string("24:00") : clock_text(zone, span.end));
  }
  return text;
}

/// The option that the rule comes from.
const char* option_of(const RecurrencePattern& pattern) {
  if (std::holds_alternative<DaysOfMonth>(pattern)) return "--month-days";
  if (std::holds_alternative<Weekdays>(pattern)) return "--weekdays";
  return std::holds_alternative<LastWorkingDay>(pattern) ? "--last-working-day" : "--irregular";
}

/// The problems of a rule, each with its option as its place.
Diagnostics at_option(const RecurrencePattern& pattern, const Diagnostics& problems) {
  Diagnostics placed;
  for (Diagnostic problem : problems) {
    problem.place.file = option_of(pattern);
    placed.add(std::move(problem));
  }
  return placed;
}

/// The dates asked for; nothing, with problems, if there is no answer.
std::optional<std::vector<Date>> dates_of(CalendarQuestion& question, const WorkingCalendar& calendar, Date first,
                                          Date last, const CalendarListArguments& arguments,
                                          const std::vector<RecurrencePattern>& patterns) {
  if (!patterns.empty()) {
    std::vector<Recurrence> rules;
    for (const RecurrencePattern& pattern : patterns) {
      const Result<Recurrence> rule = recurrence(
          {.pattern = pattern, .rest_days = rest_days_of(arguments.rest_days), .first = first, .last = last}, calendar);
      question.note(at_option(pattern, rule.diagnostics()));
      if (rule) rules.push_back(*rule);
    }
    if (rules.size() != patterns.size()) return std::nullopt;
    return merged(rules);
  }
  std::vector<Date> dates;
  for (Date date = first; date <= last; date = date.plus_days(1)) {
    const std::optional<CalendarDay> day = question.value(calendar.day(date));
    if (!day) return std::nullopt;
    if (wanted(*day, arguments.only)) dates.push_back(date);
  }
  return dates;
}

void write(JsonWriter& json, const WorkingCalendar& calendar, const std::vector<Date>& dates, Language language) {
  json.key("calendar").string(calendar.id()).key("version").string(calendar.version()).key("days").begin_array();
  for (const Date date : dates) {
    const CalendarDay day = calendar.day(date).value();
    json.begin_object().key("date").string(date.to_string()).key("working").boolean(day.working());
    json.key("kind").string(to_string(day.kind));
    if (!day.title.empty()) json.key("title").string(day.title.in(language));
    json.key("hours").begin_array();
    for (const WorkingSpan& span : day.spans) {
      json.begin_array().string(calendar.zone().print(span.begin)).string(calendar.zone().print(span.end)).end_array();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void print(const Console& console, const WorkingCalendar& calendar, const std::vector<Date>& dates) {
  for (const Date date : dates) {
    if (console.quiet) {
      console.out << date << '\n';
      continue;
    }
    const CalendarDay day = calendar.day(date).value();
    console.out << date << ' ' << weekday_text(console, date) << "  " << console.text(word_for(day));
    if (!day.title.empty()) console.out << " (" << day.title.in(console.language) << ')';
    if (day.working()) console.out << "  " << hours_text(calendar.zone(), day);
    console.out << '\n';
  }
}

}  // namespace

int calendar_list(const CalendarListArguments& arguments, Console& console) {
  const std::vector<RecurrencePattern> patterns = patterns_of(arguments);
  if (!patterns.empty() && !arguments.only.empty()) throw UsageFailure{Text(texts::either_days_or_rules)};
  require_all_used(arguments, !patterns.empty());
  const Date first = date_of(arguments.from);
  const Date last = date_of(arguments.to);
  if (last < first) throw UsageFailure{Text(texts::dates_reversed, {arguments.from, arguments.to})};
  CalendarQuestion question(arguments.calendar, console);
  const WorkingCalendar* const calendar = question.version();
  std::optional<std::vector<Date>> dates;
  if (calendar != nullptr) dates = dates_of(question, *calendar, first, last, arguments, patterns);
  return question.answer(
      "calendar_list/1", dates.has_value(), [&] { print(console, *calendar, *dates); },
      [&](JsonWriter& json) { write(json, *calendar, *dates, console.language); });
}

}  // namespace aedile::tool
