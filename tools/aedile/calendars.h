// What the calendar commands share: the calendar that is asked, times as people write them, problems.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "aedile/calendar/calendar_history.h"
#include "aedile/commands.h"

namespace aedile::tool {

/// Asks a calendar: loads it, lets `ask` answer, and shows its problems, in JSON or on the standard error.
/// ask: what it returns is the answer if it is no failure; it has written it to `json` (an object that is open) or to
/// the console.
class CalendarQuestion {
 public:
  CalendarQuestion(const CalendarArguments& arguments, Console& console);

  /// Empty if the calendar cannot be used.
  const std::optional<CalendarHistory>& history() const { return history_; }
  /// The version that is asked; nullptr, with a problem, if there is none.
  const WorkingCalendar* version();
  /// A time as the user wrote it, in the calendar's zone. Throws UsageFailure if it is none.
  Instant time(const std::string& text);
  /// The value of a result; nothing, with its problems, if it failed.
  template <class T>
  std::optional<T> value(Result<T> result) {
    if (result) return std::move(*result);
    note(result.diagnostics());
    return std::nullopt;
  }
  void note(const Diagnostics& problems);

  /// Shows the answer, or the problems that prevent one; the exit code.
  /// print: for people; write: into the object that is open.
  int answer(const char* format, bool answered, const std::function<void()>& print,
             const std::function<void(JsonWriter&)>& write);

 private:
  const CalendarArguments& arguments_;
  Console& console_;
  ProblemLog log_;
  std::optional<CalendarHistory> history_;
  std::string name_;
};

/// The limit and the rules of a command line. Throw UsageFailure.
TimeLimit limit_of(const CalendarDueArguments& arguments);
DeadlineRules rules_of(const CalendarDueArguments& arguments);

/// Whether a text is a date alone.
bool is_date(const std::string& text);

/// "Mon", "星期一"
std::string weekday_text(const Console& console, Date date);

}  // namespace aedile::tool
