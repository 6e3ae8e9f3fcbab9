// The dates that a pattern names, before rest days are seen to.
#pragma once

#include <memory>
#include <optional>

#include "aedile/calendar/recurrence.h"

namespace aedile::detail {

class NominalDates {
 public:
  virtual ~NominalDates() = default;
  /// The first date on or after `from`, which lies in the range, up to its end; nothing if there is none.
  virtual std::optional<Date> on_or_after(Date from) const = 0;
};

/// Days that a rule may name: those of the calendar, or of all years.
struct DateRange {
  Date first;
  Date last;
};

/// calendar: nullptr if the rule has none. `rule` has been checked; `except` are days that are never drawn.
/// Errors: too_few_days.
Result<std::shared_ptr<const NominalDates>> nominal_dates(const RecurrenceRule& rule, const WorkingCalendar* calendar,
                                                          DateRange range);

}  // namespace aedile::detail
