#pragma once
/// The versions of one calendar, and what becomes of a deadline when a new one appears.
///
///   // Labour Day 2019: one day off, as the notice of December 2018 had it; four days by that of 22 March 2019.
///   CalendarHistory cn = compile(shipped_calendar("cn").value()).value();
///   const Instant start = Instant::parse("2019-04-26T09:00:00+08:00").value();
///   const Deadline set = due(*cn.find("2018-12-06"), start, WorkingDays(3)).value();  // last day 2 May
///   revise(cn, set, RevisionPolicy::recompute, start).value().in_force.last_day == Date::of(2019, 4, 30);
///   revise(cn, set, RevisionPolicy::never_earlier, start).value().in_force.last_day == Date::of(2019, 5, 2);
///
/// A deadline names the version it was computed with, so nothing moves because a file was replaced.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/calendar/calendar.h"
#include "aedile/calendar/deadline.h"
#include "aedile/calendar/working_calendar.h"

namespace aedile {

class CalendarHistory {
 public:
  /// For `compile`: versions of one calendar, at least one, in the order in which they became known.
  explicit CalendarHistory(std::vector<WorkingCalendar> versions, LocalText title = {});

  const std::string& id() const { return versions_.front().id(); }
  const LocalText& title() const { return title_; }
  const std::vector<WorkingCalendar>& versions() const { return versions_; }
  const WorkingCalendar& latest() const { return versions_.back(); }
  /// nullptr if there is none of that name.
  const WorkingCalendar* find(std::string_view version) const;
  /// The version that was known at that time, from the beginning of its `known_from` on; nullptr before the first.
  const WorkingCalendar* known_at(Instant instant) const;

 private:
  std::vector<WorkingCalendar> versions_;
  LocalText title_;
};

/// A calendar made ready, version by version. Errors and warnings: those of `validate`.
/// Cost: O(days · versions).
Result<CalendarHistory> compile(const Calendar& calendar);

/// What a new version of the calendar does to deadlines that are set.
enum class RevisionPolicy {
  freeze,         ///< nothing
  recompute,      ///< the deadline under the version that is known
  never_earlier,  ///< the latest of all that were in force: a new version may give time, not take it
};

std::string_view to_string(RevisionPolicy policy);

struct RevisedDeadline {
  Deadline set;                 ///< as it was
  std::vector<Deadline> under;  ///< under each later version known by then, in their order
  Deadline in_force;            ///< by the policy
};

/// The deadline as of an instant.
/// Errors: unknown_calendar_version (the deadline's own), other_calendar, and those of `due`.
/// Cost: that of `due` for each later version.
Result<RevisedDeadline> revise(const CalendarHistory& history, const Deadline& set, RevisionPolicy policy,
                               Instant as_of, std::span<const Event> events = {});

}  // namespace aedile
