#include "rectification/limit_deadline.h"

#include <algorithm>

#include "aedile/calendar/working_clock.h"

namespace aedile::detail {

namespace {

/// One stretch of time: the limit itself, or what an extension adds.
struct Stretch {
  const WorkingCalendar& calendar;
  Instant start;
  const DeadlineRules& rules;
  const std::vector<WorkingSpan>& pauses;
  std::span<const Event> events;

  Result<Deadline> plain(const TimeLimit& limit) const { return due(calendar, start, limit, rules, events); }

  Result<WorkingClock> clock() const {
    std::vector<ClockEvent> steps{{ClockEvent::start, start, {}}};
    for (std::size_t i = 0; i < pauses.size(); ++i) {
      if (pauses[i].begin >= pauses[i].end) continue;
      steps.push_back({ClockEvent::pause, pauses[i].begin, std::to_string(i)});
      steps.push_back({ClockEvent::resume, pauses[i].end, std::to_string(i)});
    }
    return WorkingClock::replay(calendar, std::move(steps));
  }

  /// The deadline that the clock gives instead of the plain one.
  Result<Deadline> by_clock(const TimeLimit& limit, const Result<Instant>& at, bool in_days) const {
    if (!at) return at.diagnostics();
    Deadline deadline{.start = start,
                      .limit = limit,
                      .rules = rules,
                      .due = *at,
                      .last_day = {},
                      .rolled_from = {},
                      .calendar = calendar.id(),
                      .version = calendar.version()};
    if (in_days) {
      // 24:00 belongs to the day that it ends.
      const Result<Date> last = calendar.date_of(Instant(at->sys_seconds() - std::chrono::seconds(1)));
      if (!last) return last.diagnostics();
      deadline.last_day = *last;
    }
    return deadline;
  }

  template <class Hours>
  Result<Deadline> hours(Hours length) const {
    const Result<WorkingClock> running = clock();
    if (!running) return running.diagnostics();
    return by_clock(length, running->due(length), false);
  }
  Result<Deadline> of(ContinuousHours length) const { return hours(length); }
  Result<Deadline> of(WorkingHours length) const { return hours(length); }

  Result<Deadline> of(WorkingDays days) const {
    if (rules.day_end == DayEnd::same_time) return same_time(days);
    const Result<WorkingClock> running = clock();
    if (!running) return running.diagnostics();
    return by_clock(days, running->due(days, rules.day_end), true);
  }

  /// To the same time of day, and then as much working time as was lost to pauses.
  Result<Deadline> same_time(WorkingDays days) const {
    const Result<Deadline> unpaused = plain(days);
    if (!unpaused) return unpaused;
    const Result<WorkingClock> running = clock();
    if (!running) return running.diagnostics();
    const Result<WorkingHours> length = calendar.working_time(start, unpaused->due);
    if (!length) return length.diagnostics();
    return by_clock(days, running->due(*length), true);
  }

  Result<Deadline> of(CalendarDays days) const {
    const Result<Date> first = calendar.date_of(start);
    if (!first) return first.diagnostics();
    std::int32_t length = 0;
    for (std::int32_t counted = 0; counted < days.count(); ++length) {
      const Result<Instant> end = calendar.end_of(first->plus_days(length + 1));
      if (!end) return end.diagnostics();
      if (!paused_before(*end)) ++counted;
    }
    Result<Deadline> deadline = plain(CalendarDays(length));
    if (deadline) deadline->limit = days;
    return deadline;
  }
  Result<Deadline> of(const OnDate& date) const { return plain(date); }
  Result<Deadline> of(const BeforeEvent& event) const { return plain(event); }

  /// Whether the clock stands still in the last moment before an instant.
  bool paused_before(Instant end) const {
    return std::any_of(pauses.begin(), pauses.end(),
                       [&](const WorkingSpan& pause) { return pause.begin < end && end <= pause.end; });
  }

  Result<Deadline> deadline(const TimeLimit& limit) const {
    if (pauses.empty()) return plain(limit);
    return std::visit([&](const auto& length) { return of(length); }, limit);
  }
};

bool in_days(const TimeLimit& limit) {
  return std::holds_alternative<WorkingDays>(limit) || std::holds_alternative<CalendarDays>(limit);
}

/// Where an extension begins: on the last day, at the time of day at which the limit began.
Instant continued(const WorkingCalendar& calendar, const Deadline& before, Instant started, const TimeLimit& added) {
  if (!in_days(added)) return before.due;
  const Date day = before.last_day ? *before.last_day : calendar.zone().local(before.due).date;
  return calendar.zone().instant(day, calendar.zone().local(started).of_day);
}

}  // namespace

Result<std::optional<Deadline>> limit_deadline(const WorkingCalendar& calendar, const TicketLimit& limit,
                                               const WorkflowLimit& written, std::span<const Event> events) {
  if (limit.stands_since) return std::optional<Deadline>();
  Instant started = limit.started;
  // Before a date there is nothing to count, and the next working hours may come after it.
  if (written.starts_when_open && !std::holds_alternative<OnDate>(limit.original)) {
    const Result<Instant> opening = calendar.add_working_time(started, WorkingHours());
    if (!opening) return opening.diagnostics();
    started = *opening;
  }
  Stretch stretch{calendar, started, written.rules, limit.pauses, events};
  Result<Deadline> deadline = stretch.deadline(limit.original);
  for (const TimeLimit& added : limit.added) {
    if (!deadline) break;
    stretch.start = continued(calendar, *deadline, started, added);
    Result<Deadline> longer = stretch.deadline(added);
    if (!longer) return longer.diagnostics();
    deadline->due = longer->due;
    deadline->last_day = longer->last_day;
    deadline->rolled_from = longer->rolled_from;
  }
  if (!deadline) {
    if (deadline.diagnostics().contains("unknown_event")) return std::optional<Deadline>();
    return deadline.diagnostics();
  }
  return std::optional<Deadline>(std::move(*deadline));
}

}  // namespace aedile::detail
