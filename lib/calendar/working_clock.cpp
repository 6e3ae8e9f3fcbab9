#include "aedile/calendar/working_clock.h"

#include <algorithm>

#include "aedile/core/exceptions.h"
#include "calendar/messages_questions.h"
#include "core/excerpt.h"

namespace aedile {

namespace {

using std::chrono::seconds;

/// Longer than any time between two instants.
constexpr seconds forever = std::chrono::days(366 * 10'000);

Diagnostics refused(const Message& message, std::vector<std::string> arguments) {
  Diagnostics problem;
  problem.error({}, message, std::move(arguments));
  return problem;
}

void require_not_negative(seconds length) {
  if (length < seconds(0)) throw ContractError("WorkingClock: a negative length of time");
}

/// How the time between pauses is counted: in the hours of a calendar …
struct InWorkingHours {
  const WorkingCalendar& calendar;
  Result<Instant> add(Instant from, seconds length) const {
    return calendar.add_working_time(from, WorkingHours(length));
  }
  Result<seconds> between(Instant from, Instant to) const {
    const Result<WorkingHours> time = calendar.working_time(from, to);
    if (!time) return time.diagnostics();
    return time->length();
  }
};

/// … or by the clock on the wall.
struct OnTheWall {
  const WorkingCalendar& calendar;
  Result<Instant> add(Instant from, seconds length) const {
    const Instant to(from.sys_seconds() + std::min(length, forever));
    const Result<Date> known = calendar.date_of(to);
    if (!known) return known.diagnostics();
    return to;
  }
  Result<seconds> between(Instant from, Instant to) const { return to.sys_seconds() - from.sys_seconds(); }
};

/// Whether what began counting before a pause has ended before it: something, when it is used up, at the latest where
/// the pause begins; nothing, when there is a moment before it.
bool ends_before(Instant end, Instant pause, seconds length) {
  return length == seconds(0) ? end < pause : end <= pause;
}

/// Adds `length` from `start` on over the stretches between pauses; from `open_since` on nothing is known.
template <class Counting>
Result<Instant> add_over(const Counting& counting, Instant start, seconds length,
                         const std::vector<WorkingSpan>& pauses, std::optional<Instant> open_since) {
  Instant from = start;
  for (const WorkingSpan& pause : pauses) {
    if (pause.end <= from) continue;
    if (pause.begin > from) {
      Result<Instant> end = counting.add(from, length);
      if (end && ends_before(*end, pause.begin, length)) return end;
      const Result<seconds> passed = counting.between(from, pause.begin);
      if (!passed) return passed.diagnostics();
      length -= *passed;
    }
    from = pause.end;
  }
  if (open_since && *open_since <= from) return {Place{}, messages::clock_paused, {open_since->to_string()}};
  Result<Instant> end = counting.add(from, length);
  if (open_since && !(end && ends_before(*end, *open_since, length))) {
    return {Place{}, messages::clock_paused, {open_since->to_string()}};
  }
  return end;
}

}  // namespace

Result<WorkingClock> WorkingClock::replay(WorkingCalendar calendar, std::vector<ClockEvent> events) {
  std::stable_sort(events.begin(), events.end(), [](const ClockEvent& a, const ClockEvent& b) { return a.at < b.at; });
  WorkingClock clock(std::move(calendar));
  Diagnostics problems;
  for (const ClockEvent& event : events) problems.append(clock.apply(event));
  if (problems.has_errors()) return problems;
  return clock;
}

Diagnostics WorkingClock::apply(const ClockEvent& event) {
  if (last_event_ && event.at < *last_event_) {
    return refused(messages::clock_event_order, {event.at.to_string(), last_event_->to_string()});
  }
  const auto open = std::find(open_.begin(), open_.end(), event.cause);
  switch (event.kind) {
    case ClockEvent::start:
      if (start_) return refused(messages::clock_started_twice, {start_->to_string(), event.at.to_string()});
      start_ = event.at;
      break;
    case ClockEvent::pause:
      if (open != open_.end()) return refused(messages::pause_open_already, {detail::excerpt(event.cause)});
      if (open_.empty()) open_since_ = event.at;
      open_.push_back(event.cause);
      break;
    case ClockEvent::resume:
      if (open == open_.end()) {
        return refused(messages::pause_not_open, {detail::excerpt(event.cause), event.at.to_string()});
      }
      open_.erase(open);
      if (open_.empty() && event.at > open_since_) {
        if (!pauses_.empty() && pauses_.back().end == open_since_) {
          pauses_.back().end = event.at;
        } else {
          pauses_.push_back({open_since_, event.at});
        }
      }
      break;
  }
  last_event_ = event.at;
  return {};
}

bool WorkingClock::paused_at(Instant instant) const {
  if (paused() && instant >= open_since_) return true;
  const auto behind = std::upper_bound(pauses_.begin(), pauses_.end(), instant,
                                       [](Instant at, const WorkingSpan& pause) { return at < pause.end; });
  return behind != pauses_.end() && behind->begin <= instant;
}

std::optional<Instant> WorkingClock::open_since() const {
  return paused() ? std::optional<Instant>(open_since_) : std::nullopt;
}

Result<bool> WorkingClock::running(Instant instant) const {
  if (!start_) return {Place{}, messages::clock_not_started};
  Result<bool> active = calendar_.active(instant);
  if (!active) return active;
  return *active && instant >= *start_ && !paused_at(instant);
}

Result<WorkingHours> WorkingClock::elapsed(Instant at) const {
  if (!start_) return {Place{}, messages::clock_not_started};
  Result<WorkingHours> whole = calendar_.working_time(*start_, at);
  if (!whole || at <= *start_) return whole;
  WorkingHours running = *whole;
  const auto take_out = [&](Instant begin, Instant end) {
    begin = std::max(begin, *start_);
    end = std::min(end, at);
    // Both ends lie between the start and `at`, which the calendar covers.
    if (begin < end) running = running - calendar_.working_time(begin, end).value();
  };
  for (const WorkingSpan& pause : pauses_) take_out(pause.begin, pause.end);
  if (paused()) take_out(open_since_, at);
  return running;
}

Result<WorkingHours> WorkingClock::remaining(WorkingHours limit, Instant at) const {
  const Result<WorkingHours> passed = elapsed(at);
  if (!passed) return passed;
  return limit - *passed;
}

Result<Instant> WorkingClock::due(WorkingHours limit) const {
  require_not_negative(limit.length());
  if (!start_) return {Place{}, messages::clock_not_started};
  return add_over(InWorkingHours{calendar_}, *start_, limit.length(), pauses_, open_since());
}

Result<Instant> WorkingClock::due(ContinuousHours limit) const {
  require_not_negative(limit.length());
  if (!start_) return {Place{}, messages::clock_not_started};
  return add_over(OnTheWall{calendar_}, *start_, limit.length(), pauses_, open_since());
}

Result<Instant> WorkingClock::due(WorkingDays limit, DayEnd day_end) const {
  if (day_end == DayEnd::same_time) throw ContractError("WorkingClock: a limit in days ends with its last day");
  if (limit.count() < 0) throw ContractError("WorkingClock: a negative number of days");
  if (!start_) return {Place{}, messages::clock_not_started};
  Result<Date> day = calendar_.date_of(*start_);
  if (!day) return day.diagnostics();
  // No day at all leads to the first one that counts, which may be that of the start.
  bool next = limit.count() > 0;
  for (std::int32_t counted = 0;;) {
    day = calendar_.add_working_days(*day, next ? 1 : 0);
    next = true;
    if (!day) return day.diagnostics();
    const Instant closing = calendar_.closing_of(*day).value();
    const Instant last_moment(closing.sys_seconds() - seconds(1));
    if (paused() && last_moment >= open_since_) return {Place{}, messages::clock_paused, {open_since_.to_string()}};
    if (paused_at(last_moment)) continue;
    if (++counted < limit.count()) continue;
    const Instant end = day_end == DayEnd::closing ? closing : calendar_.end_of(*day).value();
    // No day at all, from a start after closing.
    if (end < *start_) {
      const TimeZone& zone = calendar_.zone();
      return {Place{}, messages::date_before_start, {zone.print(end), zone.print(*start_)}};
    }
    return end;
  }
}

Result<Instant> WorkingClock::back(Instant end, WorkingHours length) const {
  require_not_negative(length.length());
  Instant until = paused() ? std::min(end, open_since_) : end;
  WorkingHours left = length;
  for (auto pause = pauses_.rbegin(); pause != pauses_.rend(); ++pause) {
    if (pause->begin >= until) continue;
    if (pause->end < until) {
      Result<Instant> begin = calendar_.subtract_working_time(until, left);
      if (begin && (left == WorkingHours() ? *begin > pause->end : *begin >= pause->end)) return begin;
      const Result<WorkingHours> passed = calendar_.working_time(pause->end, until);
      if (!passed) return passed.diagnostics();
      left = left - *passed;
    }
    until = pause->begin;
  }
  return calendar_.subtract_working_time(until, left);
}

}  // namespace aedile
