#pragma once
/// A clock that runs in working hours, and stops while it is paused.
///
///   WorkingClock clock(office);                                    // 09:00–18:00 every day
///   clock.apply({ClockEvent::start, at("09:00")});
///   clock.apply({ClockEvent::pause, at("10:00"), "weather"});
///   clock.apply({ClockEvent::resume, at("10:30"), "weather"});
///   clock.due(WorkingHours::hours(2)).value() == at("11:30");
///   clock.elapsed(at("10:45")).value() == WorkingHours::minutes(75);
///   clock.remaining(WorkingHours::hours(2), at("12:00")).value() == WorkingHours::minutes(-30);     // overdue
///
/// Its state is a fold over its events: nothing is stored that these do not say, so a replay gives the same clock.
/// Pauses have causes; while any cause is open the clock stands still, so what overlaps counts once. Closing a ticket
/// is a pause, reopening it the resume.

#include <optional>
#include <string>
#include <vector>

#include "aedile/calendar/deadline.h"
#include "aedile/calendar/working_calendar.h"
#include "aedile/core/result.h"

namespace aedile {

struct ClockEvent {
  enum Kind { start, pause, resume };
  Kind kind = start;
  Instant at;
  std::string cause{};  ///< of a pause and its resume

  friend bool operator==(const ClockEvent&, const ClockEvent&) = default;
};

class WorkingClock {
 public:
  explicit WorkingClock(WorkingCalendar calendar) : calendar_(std::move(calendar)) {}
  /// The clock after these events, which may come in any order; those of one instant count in the order given.
  /// Errors: those of `apply`, all of them.
  static Result<WorkingClock> replay(WorkingCalendar calendar, std::vector<ClockEvent> events);

  /// The next event. What is refused changes nothing.
  /// A pause may begin before the start.     Errors, as the diagnostics returned: clock_event_order (before the event
  /// before it), clock_started_twice, pause_open_already, pause_not_open (of this cause).
  Diagnostics apply(const ClockEvent& event);

  const WorkingCalendar& calendar() const { return calendar_; }
  std::optional<Instant> started() const { return start_; }
  /// Whether a pause is open after the last event.
  bool paused() const { return !open_.empty(); }
  /// The pauses that have ended, overlapping ones as one, in order.
  const std::vector<WorkingSpan>& pauses() const { return pauses_; }

  // All that follow:  Errors: clock_not_started, outside_calendar.     Cost: O(pauses) besides that of the calendar.

  /// Whether the clock runs: it is started and not paused, and the instant lies in working hours.
  Result<bool> running(Instant instant) const;
  /// Working time since the start without pauses; 0 before the start.
  Result<WorkingHours> elapsed(Instant at) const;
  /// What is left of a limit; negative when it is overdue.
  Result<WorkingHours> remaining(WorkingHours limit, Instant at) const;
  /// When a limit is used up. Errors besides: clock_paused, where that depends on when the open pause ends. Throws
  /// ContractError if the limit is negative.
  Result<Instant> due(WorkingHours limit) const;
  /// The same by the clock on the wall: pauses stop it, nights and rest days do not.
  Result<Instant> due(ContinuousHours limit) const;
  /// The end of the n-th working day after the day of the start; a day at whose last working moment the clock is paused
  /// is not counted.     Errors besides: date_before_start (no days at all, and the start is after closing).     Throws
  /// ContractError for DayEnd::same_time.     Cost: O(days).
  Result<Instant> due(WorkingDays limit, DayEnd day_end = DayEnd::midnight) const;
  /// Backwards: the last instant from which `length` of running time leads to `end`, whether or not the clock was
  /// started then. One hour before it is due on this clock: back(due, WorkingHours::hours(1)).
  Result<Instant> back(Instant end, WorkingHours length) const;

 private:
  bool paused_at(Instant instant) const;
  std::optional<Instant> open_since() const;

  WorkingCalendar calendar_;
  std::optional<Instant> start_;
  std::optional<Instant> last_event_;
  std::vector<WorkingSpan> pauses_;
  std::vector<std::string> open_;  ///< causes
  Instant open_since_;
};

}  // namespace aedile
