#include "aedile/calendar/deadline.h"

#include <algorithm>
#include <array>

#include "aedile/core/exceptions.h"
#include "calendar/messages_questions.h"
#include "core/excerpt.h"

namespace aedile {

namespace {

constexpr std::array<std::string_view, 3> day_end_names = {"midnight", "closing", "same_time"};
constexpr std::array<std::string_view, 3> roll_names = {"next", "previous", "keep"};

void require_not_negative(bool negative) {
  if (negative) throw ContractError("a deadline cannot be computed from a negative duration");
}

std::chrono::seconds time_of_day(const WorkingCalendar& calendar, Instant instant) {
  return calendar.zone().local(instant).of_day;
}

/// Working hours opened at or after the instant.
Result<Instant> next_active(const WorkingCalendar& calendar, Instant instant) {
  return calendar.add_working_time(instant, WorkingHours());
}

/// The date `days` from another. Far beyond any calendar it stops at the end of time, which no calendar covers either.
Date shifted(Date date, std::int64_t days) {
  const Date first = *Date::of(1, 1, 1);
  const Date last = *Date::of(9999, 12, 31);
  if (days > last.days_since(date)) return last;
  if (days < first.days_since(date)) return first;
  return date.plus_days(days);
}

/// Finds the due instant of one kind of limit.
class Computation {
 public:
  Computation(const WorkingCalendar& calendar, Instant start, const DeadlineRules& rules, std::span<const Event> events,
              Deadline& out)
      : calendar_(calendar), start_(start), rules_(rules), events_(events), out_(out) {}

  Result<Instant> operator()(ContinuousHours hours) const {
    require_not_negative(hours < ContinuousHours());
    // A limit that no calendar reaches need not be added to be beyond it.
    if (hours.length() > std::chrono::days(366 * (max_calendar_years + 1)))
      return end_of_days(shifted(start_day(), 4'000'000));
    const Instant due(start_.sys_seconds() + hours.length());
    const Result<Date> known = calendar_.date_of(due);
    if (!known) return known.diagnostics();
    return due;
  }
  Result<Instant> operator()(WorkingHours hours) const {
    require_not_negative(hours < WorkingHours());
    return calendar_.add_working_time(start_, hours);
  }
  Result<Instant> operator()(WorkingDays days) const {
    require_not_negative(days.count() < 0);
    const Result<Date> last = calendar_.add_working_days(start_day(), days.count());
    if (!last) return last.diagnostics();
    return end_of_days(*last);
  }
  Result<Instant> operator()(CalendarDays days) const {
    require_not_negative(days.count() < 0);
    const Date unrolled = shifted(start_day(), days.count());
    const Result<bool> working = calendar_.is_working(unrolled);
    if (!working) return working.diagnostics();
    if (*working || rules_.rest_day == RestDayRoll::keep) return end_of_days(unrolled);
    const Result<Date> rolled = rules_.rest_day == RestDayRoll::next ? calendar_.add_working_days(unrolled, 0)
                                                                     : calendar_.working_day_before_or_on(unrolled);
    if (!rolled) return rolled.diagnostics();
    out_.rolled_from = unrolled;
    return end_of_days(*rolled);
  }
  Result<Instant> operator()(const OnDate& on) const {
    if (on.date < start_day()) {
      return {Place{}, messages::date_before_start, {on.date.to_string(), start_day().to_string()}};
    }
    return end_of_days(on.date);
  }
  Result<Instant> operator()(const BeforeEvent& before) const {
    for (const Event& event : events_) {
      if (event.name != before.event || event.at <= start_) continue;
      return event.at;
    }
    return {Place{}, messages::unknown_event, {detail::excerpt(before.event), calendar_.zone().print(start_)}};
  }

 private:
  Date start_day() const { return calendar_.date_of(start_).value(); }

  Result<Instant> end_of_days(Date last) const {
    out_.last_day = last;
    switch (rules_.day_end) {
      case DayEnd::midnight:
        return calendar_.end_of(last);
      case DayEnd::closing:
        return calendar_.closing_of(last);
      case DayEnd::same_time:
        break;
    }
    const Result<Instant> begins = calendar_.start_of(last);
    if (!begins) return begins.diagnostics();
    Result<Instant> opened = next_active(calendar_, calendar_.zone().instant(last, time_of_day(calendar_, start_)));
    if (opened) out_.last_day = calendar_.date_of(*opened).value();
    return opened;
  }

  const WorkingCalendar& calendar_;
  Instant start_;
  const DeadlineRules& rules_;
  std::span<const Event> events_;
  Deadline& out_;
};

}  // namespace

std::string_view to_string(DayEnd day_end) { return day_end_names[static_cast<std::size_t>(day_end)]; }
std::string_view to_string(RestDayRoll roll) { return roll_names[static_cast<std::size_t>(roll)]; }

Result<Deadline> due(const WorkingCalendar& calendar, Instant start, const TimeLimit& limit, const DeadlineRules& rules,
                     std::span<const Event> events) {
  const Result<Date> start_day = calendar.date_of(start);
  if (!start_day) return start_day.diagnostics();
  Deadline deadline{.start = start,
                    .limit = limit,
                    .rules = rules,
                    .due = {},
                    .last_day = {},
                    .rolled_from = {},
                    .calendar = calendar.id(),
                    .version = calendar.version()};
  const Result<Instant> at = std::visit(Computation(calendar, start, rules, events, deadline), limit);
  if (!at) return at.diagnostics();
  // Rolled back to a working day before the start, or closed on a day on which the start came after closing.
  if (*at < start) {
    return {Place{}, messages::date_before_start, {calendar.zone().print(*at), calendar.zone().print(start)}};
  }
  deadline.due = *at;
  return deadline;
}

namespace {

/// One kind of duration, backwards.
class Backwards {
 public:
  Backwards(const WorkingCalendar& calendar, Instant end) : calendar_(calendar), end_(end) {}

  Result<Instant> operator()(ContinuousHours hours) const {
    require_not_negative(hours < ContinuousHours());
    const std::chrono::seconds whole = calendar_.end_of(calendar_.last()).value().sys_seconds() -
                                       calendar_.start_of(calendar_.first()).value().sys_seconds();
    // A length beyond the whole calendar leads outside it in any case.
    const Instant begin(end_.sys_seconds() - std::min(hours.length(), whole + std::chrono::seconds(1)));
    const Result<Date> known = calendar_.date_of(begin);
    if (!known) return known.diagnostics();
    return begin;
  }
  Result<Instant> operator()(WorkingHours hours) const {
    require_not_negative(hours < WorkingHours());
    return calendar_.subtract_working_time(end_, hours);
  }
  Result<Instant> operator()(WorkingDays days) const {
    require_not_negative(days.count() < 0);
    const Date end_day = calendar_.date_of(end_).value();
    if (days.count() == 0) return same_time(calendar_.working_day_before_or_on(end_day));
    return same_time(calendar_.add_working_days(end_day, -std::int64_t{days.count()}));
  }
  Result<Instant> operator()(CalendarDays days) const {
    require_not_negative(days.count() < 0);
    return same_time(shifted(calendar_.date_of(end_).value(), -std::int64_t{days.count()}));
  }

 private:
  Result<Instant> same_time(const Result<Date>& day) const {
    if (!day) return day.diagnostics();
    const Result<Instant> begins = calendar_.start_of(*day);
    if (!begins) return begins.diagnostics();
    const Instant there = calendar_.zone().instant(*day, time_of_day(calendar_, end_));
    const Result<bool> active = calendar_.active(there);
    if (!active || *active) return there;
    return calendar_.subtract_working_time(there, WorkingHours());
  }

  const WorkingCalendar& calendar_;
  Instant end_;
};

/// The last day of a deadline moved back; the time of day as the deadline has it.
Result<Instant> days_ahead(const WorkingCalendar& calendar, const Deadline& deadline, const Result<Date>& day) {
  if (!day) return day.diagnostics();
  const Result<Instant> begins = calendar.start_of(*day);
  if (!begins) return begins.diagnostics();
  if (!deadline.last_day || deadline.rules.day_end == DayEnd::same_time) {
    return calendar.zone().instant(*day, time_of_day(calendar, deadline.due));
  }
  return deadline.rules.day_end == DayEnd::midnight ? calendar.end_of(*day) : calendar.closing_of(*day);
}

}  // namespace

Result<Instant> back_from(const WorkingCalendar& calendar, Instant end, const Duration& duration) {
  const Result<Date> end_day = calendar.date_of(end);
  if (!end_day) return end_day.diagnostics();
  return std::visit(Backwards(calendar, end), duration);
}

Result<Instant> ahead_of(const WorkingCalendar& calendar, const Deadline& deadline, const Duration& lead) {
  const Result<Date> due_day = calendar.date_of(deadline.due);
  if (!due_day) return due_day.diagnostics();
  const Date last = deadline.last_day.value_or(*due_day);
  if (const auto* const days = std::get_if<WorkingDays>(&lead)) {
    require_not_negative(days->count() < 0);
    return days_ahead(
        calendar, deadline,
        days->count() == 0 ? Result<Date>(last) : calendar.add_working_days(last, -std::int64_t{days->count()}));
  }
  if (const auto* const days = std::get_if<CalendarDays>(&lead)) {
    require_not_negative(days->count() < 0);
    return days_ahead(calendar, deadline, shifted(last, -std::int64_t{days->count()}));
  }
  return back_from(calendar, deadline.due, lead);
}

}  // namespace aedile
