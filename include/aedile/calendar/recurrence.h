#pragma once
/// Dates that come again: the 9th, 19th and 29th; every half-month; each Monday; two irregular dates a month.
///
///   RecurrenceRule rule{.pattern = DaysOfMonth{{9, 19, 29}}, .rest_days = RestDays::next,
///                       .first = *Date::of(2026, 2, 1), .last = *Date::of(2026, 3, 31)};
///   const Recurrence dates = recurrence(rule, cn).value();
///   dates.list() == 9 February, 24 February (the 19th is a holiday), 9, 19, 30 March (the 29th is a Sunday)
///   // February 2026 has no 29th: ShortMonth::skip leaves it out, ShortMonth::last_day takes the 28th
///   dates.after(*Date::of(2026, 3, 9)) == Date::of(2026, 3, 19);
///
/// Dates come in order, each once, within `first` … `last`. They are found one by one as they are asked for, and a rule
/// that gives no date at all is refused, so that no loop waits for one.
///
/// A rule is a set of dates of which `first` … `last` shows a part: what two adjoining stretches give together is what
/// the whole gives. Times of day belong to the programme that uses the dates.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "aedile/calendar/working_calendar.h"
#include "aedile/core/date.h"
#include "aedile/core/period.h"
#include "aedile/core/result.h"

namespace aedile {

/// Where a month has no such day.
enum class ShortMonth {
  skip,      ///< no date in that month
  last_day,  ///< its last day
};

/// Where a date is a rest day.
enum class RestDays {
  keep,      ///< as it is
  skip,      ///< no date
  next,      ///< the first working day after it
  previous,  ///< the last working day before it
};

std::string_view to_string(ShortMonth policy);
std::string_view to_string(RestDays policy);

/// Days of every month, 1–31, such as 9, 19, 29.
struct DaysOfMonth {
  std::vector<unsigned> days{};
  ShortMonth short_month = ShortMonth::skip;
  friend bool operator==(const DaysOfMonth&, const DaysOfMonth&) = default;
};

/// The same day of every period of a kind: of half-months (1–15, 16–end), thirds of months (上中下旬), months,
/// quarters, half-years, years.
struct DayOfPeriod {
  PeriodKind kind = PeriodKind::half_month;  ///< neither day nor campaign
  unsigned day = 1;                          ///< 1: its first; beyond its end, its last
  friend bool operator==(const DayOfPeriod&, const DayOfPeriod&) = default;
};

/// Weekdays, Monday 1 … Sunday 7; all seven: daily.
struct Weekdays {
  std::vector<unsigned> weekdays;
  friend bool operator==(const Weekdays&, const Weekdays&) = default;
};

/// Every n days, weeks, months or working days, counted from `anchor`, which is one of the dates; a month too short
/// for the anchor's day gives its last day.
struct EveryN {
  enum class Unit { days, weeks, months, working_days };
  std::uint32_t n = 1;
  Unit unit = Unit::days;
  Date anchor{};  ///< of working days: a working day
  friend bool operator==(const EveryN&, const EveryN&) = default;
};

std::string_view to_string(EveryN::Unit unit);

/// The last working day of every period of a kind; a period without one gives no date. The calendar must know the
/// periods of `first` and `last` wholly.
struct LastWorkingDay {
  PeriodKind kind = PeriodKind::month;  ///< neither day nor campaign
  friend bool operator==(const LastWorkingDay&, const LastWorkingDay&) = default;
};

/// `count` working days of every period of a kind, drawn at random: those with the smallest SHA-256 of
/// "seed|period|date", such as "s3cret|2026-11|2026-11-22", so that whoever has the seed can repeat the draw, and a day
/// that becomes a rest day changes no other. The calendar must know the periods of `first` and `last` wholly.
struct IrregularDates {
  std::uint32_t count = 1;
  PeriodKind kind = PeriodKind::month;  ///< neither day nor campaign
  std::string seed{};
  friend bool operator==(const IrregularDates&, const IrregularDates&) = default;
};

using RecurrencePattern = std::variant<DaysOfMonth, DayOfPeriod, Weekdays, EveryN, LastWorkingDay, IrregularDates>;

struct RecurrenceRule {
  RecurrencePattern pattern{};
  RestDays rest_days = RestDays::keep;
  Date first{};
  Date last{};
  std::vector<Date> except{};  ///< dates left out, after rest days have been seen to; never drawn
  std::vector<Date> also{};    ///< dates added, as they are
  friend bool operator==(const RecurrenceRule&, const RecurrenceRule&) = default;
};

namespace detail {
class DateSource;
}

/// A rule made ready. Immutable, cheap to copy.
class Recurrence {
 public:
  /// For `recurrence`.
  explicit Recurrence(std::shared_ptr<const detail::DateSource> source) : source_(std::move(source)) {}

  const RecurrenceRule& rule() const;
  /// The first date after `date`, or on or after it; nothing if there is none.     Cost: that of one period.
  std::optional<Date> after(Date date) const;
  std::optional<Date> on_or_after(Date date) const;
  bool contains(Date date) const { return on_or_after(date) == date; }
  /// All dates; those within a period.
  std::vector<Date> list() const;
  std::vector<Date> list(const Period& period) const;

  /// Input iterator: each step finds the next date.
  class Iterator {
   public:
    using value_type = Date;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const Recurrence& dates, std::optional<Date> at) : dates_(&dates), at_(at) {}
    Date operator*() const { return at_.value(); }
    Iterator& operator++() {
      at_ = dates_->after(at_.value());
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    const Recurrence* dates_ = nullptr;
    std::optional<Date> at_;
  };
  Iterator begin() const { return {*this, on_or_after(rule().first)}; }
  Iterator end() const { return {*this, std::nullopt}; }

 private:
  std::shared_ptr<const detail::DateSource> source_;
};

/// A rule that looks at no calendar: rest days are kept, nothing is counted in working days.
/// Errors: recurrence_range (last before first), recurrence_without_days, recurrence_day_range, recurrence_kind,
/// recurrence_step (n or count is 0), recurrence_seed (none), recurrence_needs_calendar, recurrence_never.     Cost:
/// until the first date.
Result<Recurrence> recurrence(RecurrenceRule rule);
/// The same with a calendar. Nominal dates are those that it covers. Errors besides: outside_calendar (first, last, an
/// anchor, a period), anchor_at_rest, too_few_days (a period has less than `count` working days to draw from; cost: all
/// periods).
Result<Recurrence> recurrence(RecurrenceRule rule, WorkingCalendar calendar);

/// The dates of several rules together, in order, each once.
std::vector<Date> merged(const std::vector<Recurrence>& recurrences);

}  // namespace aedile
