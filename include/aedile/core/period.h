#pragma once
/// Assessment periods: a named stretch of days, both ends included.
///
///   Period::containing(PeriodKind::third_of_month, d)     // 2026-11-22 → 21–30 November, "2026-11-3/3"
///   Period::parse("2026-Q4")->last().to_string() == "2026-12-31";
///
///   kind            label         days
///   day             2026-11-22    that day
///   week            2026-W47      ISO week, Monday to Sunday
///   third_of_month  2026-11-3/3   上旬 1–10, 中旬 11–20, 下旬 21–end
///   half_month      2026-11-1/2   1–15, 16–end
///   month           2026-11
///   quarter         2026-Q4
///   half_year       2026-H2
///   year            2026
///   campaign        2026-04-20..2026-06-30   any days

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "aedile/core/date.h"

namespace aedile {

/// See the table above.
enum class PeriodKind { day, week, third_of_month, half_month, month, quarter, half_year, year, campaign };

/// The enumerator's name, "half_month"; and back: nothing for any other text.
std::string_view to_string(PeriodKind kind);
std::optional<PeriodKind> parse_period_kind(std::string_view text);

/// One such stretch; a value.
class Period {
 public:
  /// The period of that kind that holds the day. Throws ContractError for `campaign`.
  static Period containing(PeriodKind kind, Date day);
  /// Any days, both included. Throws ContractError if `last` is before `first`.
  static Period campaign(Date first, Date last);
  /// A label as in the table above. Errors: bad_period.
  static Result<Period> parse(std::string_view label);

  PeriodKind kind() const { return kind_; }
  Date first() const { return first_; }
  Date last() const { return last_; }
  /// Days in it, both ends included: ≥ 1.
  std::int64_t days() const { return last_.days_since(first_) + 1; }
  /// Whether the day, or the whole other period, lies in it.
  bool contains(Date day) const { return first_ <= day && day <= last_; }
  bool contains(const Period& other) const { return first_ <= other.first_ && other.last_ <= last_; }
  /// The neighbour of the same kind. Throws ContractError for `campaign`, OverflowError outside the years 1–9999.
  Period next() const;
  Period previous() const;
  std::string to_string() const;  ///< its label, which `parse` reads

  friend bool operator==(const Period&, const Period&) = default;

 private:
  Period(PeriodKind kind, Date first, Date last) : kind_(kind), first_(first), last_(last) {}
  PeriodKind kind_;
  Date first_;
  Date last_;
};

/// Its label.
std::ostream& operator<<(std::ostream& out, const Period& period);

}  // namespace aedile
