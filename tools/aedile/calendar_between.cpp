// aedile calendar between: the working days and the working time from one date or time to another.
#include "aedile/calendars.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

struct Answer {
  Instant from;
  Instant to;
  std::int64_t days = 0;  ///< of the calendar, both ends included
  std::int64_t working_days = 0;
  WorkingHours working_time{};
};

std::optional<Answer> find_answer(CalendarQuestion& question, const CalendarBetweenArguments& arguments) {
  const WorkingCalendar* const calendar = question.version();
  if (calendar == nullptr) return std::nullopt;
  const Instant from = question.time(arguments.from);
  const std::optional<Instant> to = is_date(arguments.to)
                                        ? question.value(calendar->end_of(Date::parse(arguments.to).value()))
                                        : std::optional(question.time(arguments.to));
  if (!to) return std::nullopt;
  if (*to < from) throw UsageFailure{Text(texts::dates_reversed, {arguments.from, arguments.to})};
  const std::optional<Date> first = question.value(calendar->date_of(from));
  const std::optional<Date> last =
      is_date(arguments.to) ? Date::parse(arguments.to).value() : question.value(calendar->date_of(*to));
  if (!first || !last) return std::nullopt;
  Answer answer{.from = from, .to = *to};
  answer.days = *last < *first ? 0 : last->days_since(*first) + 1;
  answer.working_days = calendar->working_days(*first, *last).value();
  answer.working_time = calendar->working_time(from, *to).value();
  return answer;
}

}  // namespace

int calendar_between(const CalendarBetweenArguments& arguments, Console& console) {
  CalendarQuestion question(arguments.calendar, console);
  const std::optional<Answer> answer = find_answer(question, arguments);
  const auto print_answer = [&] {
    console.out << console.text(texts::between_line,
                                {std::to_string(answer->working_days), std::to_string(answer->days),
                                 describe(Duration(answer->working_time)).in(console.language)})
                << '\n';
  };
  const auto write_answer = [&](JsonWriter& json) {
    const WorkingCalendar& calendar = *question.version();
    json.key("calendar").string(calendar.id()).key("version").string(calendar.version());
    json.key("from").string(calendar.zone().print(answer->from)).key("to").string(calendar.zone().print(answer->to));
    json.key("days").number(answer->days).key("working_days").number(answer->working_days);
    json.key("working_seconds").number(answer->working_time.length().count());
  };
  return question.answer("calendar_between/1", answer.has_value(), print_answer, write_answer);
}

}  // namespace aedile::tool
