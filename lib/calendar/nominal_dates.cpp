#include "calendar/nominal_dates.h"

#include <algorithm>

#include "calendar/messages_questions.h"
#include "core/sha256.h"

namespace aedile::detail {

namespace {

/// A pattern that gives some dates in every period of a kind.
class ByPeriod : public NominalDates {
 public:
  ByPeriod(PeriodKind kind, DateRange range) : kind_(kind), range_(range) {
    // The week of 31 December 9999 has no end in the calendar.
    if (kind_ == PeriodKind::week) range_.last = std::min(range_.last, *Date::of(9999, 12, 26));
  }

  std::optional<Date> on_or_after(Date from) const final {
    if (from > range_.last) return std::nullopt;
    for (Period period = Period::containing(kind_, from);; period = period.next()) {
      const std::vector<Date> dates = of(period);
      const auto found = std::lower_bound(dates.begin(), dates.end(), from);
      if (found != dates.end()) return *found <= range_.last ? std::optional<Date>(*found) : std::nullopt;
      if (period.last() >= range_.last) return std::nullopt;
    }
  }

 protected:
  /// In order, each once.
  virtual std::vector<Date> of(const Period& period) const = 0;

 private:
  PeriodKind kind_;
  DateRange range_;
};

class MonthDays final : public ByPeriod {
 public:
  MonthDays(DaysOfMonth pattern, DateRange range) : ByPeriod(PeriodKind::month, range), pattern_(std::move(pattern)) {
    std::sort(pattern_.days.begin(), pattern_.days.end());
  }

 private:
  std::vector<Date> of(const Period& month) const override {
    std::vector<Date> dates;
    for (const unsigned day : pattern_.days) {
      std::optional<Date> date = Date::of(month.first().year(), month.first().month(), day);
      if (!date && pattern_.short_month == ShortMonth::last_day) date = month.last();
      if (date && (dates.empty() || dates.back() != *date)) dates.push_back(*date);
    }
    return dates;
  }
  DaysOfMonth pattern_;
};

class PeriodDay final : public ByPeriod {
 public:
  PeriodDay(const DayOfPeriod& pattern, DateRange range) : ByPeriod(pattern.kind, range), day_(pattern.day) {}

 private:
  std::vector<Date> of(const Period& period) const override {
    return {period.first().plus_days(std::min(std::int64_t{day_}, period.days()) - 1)};
  }
  unsigned day_;
};

class WeekdayDates final : public ByPeriod {
 public:
  WeekdayDates(const Weekdays& pattern, DateRange range) : ByPeriod(PeriodKind::month, range) {
    for (const unsigned weekday : pattern.weekdays) wanted_[weekday] = true;
  }

 private:
  std::vector<Date> of(const Period& month) const override {
    std::vector<Date> dates;
    unsigned weekday = month.first().weekday();
    for (std::int64_t day = 0; day < month.days(); ++day, weekday = weekday % 7 + 1) {
      if (wanted_[weekday]) dates.push_back(month.first().plus_days(day));
    }
    return dates;
  }
  std::array<bool, 8> wanted_{};
};

class LastWorkingDays final : public ByPeriod {
 public:
  LastWorkingDays(PeriodKind kind, const WorkingCalendar& calendar, DateRange range)
      : ByPeriod(kind, range), calendar_(calendar) {}

 private:
  std::vector<Date> of(const Period& period) const override {
    const Result<Date> last = calendar_.working_day_before_or_on(period.last());
    if (!last || *last < period.first()) return {};
    return {*last};
  }
  WorkingCalendar calendar_;
};

class DrawnDates final : public NominalDates {
 public:
  explicit DrawnDates(std::vector<Date> dates) : dates_(std::move(dates)) {}
  std::optional<Date> on_or_after(Date from) const override {
    const auto found = std::lower_bound(dates_.begin(), dates_.end(), from);
    return found == dates_.end() ? std::nullopt : std::optional<Date>(*found);
  }

 private:
  std::vector<Date> dates_;
};

/// A date for every whole number k, the anchor for 0.
class Steps : public NominalDates {
 public:
  explicit Steps(DateRange range) : range_(range) {}

  std::optional<Date> on_or_after(Date from) const final {
    // The guess is never too late, and at most a few steps too early.
    for (std::int64_t k = guess(from), last = k + 4; k <= last; ++k) {
      const std::optional<Date> date = nth(k);
      if (date && *date >= from) return *date <= range_.last ? date : std::nullopt;
    }
    return std::nullopt;
  }

 protected:
  virtual std::optional<Date> nth(std::int64_t k) const = 0;
  virtual std::int64_t guess(Date from) const = 0;
  static std::int64_t floor_divided(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

 private:
  DateRange range_;
};

class DaySteps final : public Steps {
 public:
  DaySteps(std::int64_t step, Date anchor, DateRange range) : Steps(range), step_(step), anchor_(anchor) {}

 private:
  std::optional<Date> nth(std::int64_t k) const override {
    const Date first = *Date::of(1, 1, 1);
    const Date last = *Date::of(9999, 12, 31);
    const std::int64_t days = k * step_;
    if (days < first.days_since(anchor_) || days > last.days_since(anchor_)) return std::nullopt;
    return anchor_.plus_days(days);
  }
  std::int64_t guess(Date from) const override { return floor_divided(from.days_since(anchor_), step_); }
  std::int64_t step_;
  Date anchor_;
};

class MonthSteps final : public Steps {
 public:
  MonthSteps(std::int64_t step, Date anchor, DateRange range) : Steps(range), step_(step), anchor_(anchor) {}

 private:
  static std::int64_t month_number(Date date) { return std::int64_t{date.year()} * 12 + date.month() - 1; }
  std::optional<Date> nth(std::int64_t k) const override {
    const std::int64_t month = month_number(anchor_) + k * step_;
    if (month < 12 || month > 9999 * 12 + 11) return std::nullopt;
    return anchor_.plus_months(k * step_);
  }
  std::int64_t guess(Date from) const override {
    return floor_divided(month_number(from) - month_number(anchor_), step_);
  }
  std::int64_t step_;
  Date anchor_;
};

class WorkingDaySteps final : public Steps {
 public:
  WorkingDaySteps(std::int64_t step, Date anchor, const WorkingCalendar& calendar, DateRange range)
      : Steps(range), step_(step), anchor_(anchor), calendar_(calendar) {}

 private:
  std::optional<Date> nth(std::int64_t k) const override {
    const Result<Date> date = calendar_.add_working_days(anchor_, k * step_);
    return date ? std::optional<Date>(*date) : std::nullopt;
  }
  std::int64_t guess(Date from) const override {
    // Working days from the anchor to `from`: positive behind it, negative before.
    const std::int64_t days = from >= anchor_ ? calendar_.working_days(anchor_, from).value() - 1
                                              : -calendar_.working_days(from, anchor_).value();
    return floor_divided(days, step_);
  }
  std::int64_t step_;
  Date anchor_;
  WorkingCalendar calendar_;
};

/// Draws the dates of every period that the rule's range touches.
Result<std::shared_ptr<const NominalDates>> draw(const IrregularDates& pattern, const RecurrenceRule& rule,
                                                 const WorkingCalendar& calendar) {
  std::vector<Date> except = rule.except;
  std::sort(except.begin(), except.end());
  std::vector<Date> drawn;
  Sha256Hasher hash;
  Diagnostics problems;
  for (Period period = Period::containing(pattern.kind, rule.first);; period = period.next()) {
    struct Candidate {
      Sha256 hash;
      Date date;
    };
    std::vector<Candidate> candidates;
    const std::string prefix = pattern.seed + '|' + period.to_string() + '|';
    for (Date date = period.first(); date <= period.last(); date = date.plus_days(1)) {
      if (!calendar.is_working(date).value() || std::binary_search(except.begin(), except.end(), date)) continue;
      candidates.push_back({hash(prefix + date.to_string()), date});
    }
    if (candidates.size() < pattern.count) {
      problems.error({}, messages::too_few_days,
                     {period.to_string(), std::to_string(candidates.size()), std::to_string(pattern.count)});
    } else {
      const auto end = candidates.begin() + pattern.count;
      std::partial_sort(candidates.begin(), end, candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.date < b.date;
      });
      const std::size_t before = drawn.size();
      for (auto each = candidates.begin(); each != end; ++each) drawn.push_back(each->date);
      std::sort(drawn.begin() + static_cast<std::ptrdiff_t>(before), drawn.end());
    }
    if (period.last() >= rule.last) break;
  }
  if (problems.has_errors()) return problems;
  return std::shared_ptr<const NominalDates>(std::make_shared<DrawnDates>(std::move(drawn)));
}

using Made = Result<std::shared_ptr<const NominalDates>>;

struct Maker {
  const RecurrenceRule& rule;
  const WorkingCalendar* calendar;
  DateRange range;

  template <class Dates, class... Arguments>
  static Made make(Arguments&&... arguments) {
    return std::shared_ptr<const NominalDates>(std::make_shared<Dates>(std::forward<Arguments>(arguments)...));
  }
  Made operator()(const DaysOfMonth& pattern) const { return make<MonthDays>(pattern, range); }
  Made operator()(const DayOfPeriod& pattern) const { return make<PeriodDay>(pattern, range); }
  Made operator()(const Weekdays& pattern) const { return make<WeekdayDates>(pattern, range); }
  Made operator()(const LastWorkingDay& pattern) const { return make<LastWorkingDays>(pattern.kind, *calendar, range); }
  Made operator()(const IrregularDates& pattern) const { return draw(pattern, rule, *calendar); }
  Made operator()(const EveryN& pattern) const {
    const std::int64_t n = pattern.n;
    switch (pattern.unit) {
      case EveryN::Unit::days:
        return make<DaySteps>(n, pattern.anchor, range);
      case EveryN::Unit::weeks:
        return make<DaySteps>(n * 7, pattern.anchor, range);
      case EveryN::Unit::months:
        return make<MonthSteps>(n, pattern.anchor, range);
      case EveryN::Unit::working_days:
        break;
    }
    return make<WorkingDaySteps>(n, pattern.anchor, *calendar, range);
  }
};

}  // namespace

Made nominal_dates(const RecurrenceRule& rule, const WorkingCalendar* calendar, DateRange range) {
  return std::visit(Maker{rule, calendar, range}, rule.pattern);
}

}  // namespace aedile::detail
