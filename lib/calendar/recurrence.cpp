#include "aedile/calendar/recurrence.h"

#include <algorithm>
#include <array>

#include "calendar/messages_questions.h"
#include "calendar/nominal_dates.h"

namespace aedile {

namespace {

constexpr std::array<std::string_view, 2> short_month_names = {"skip", "last_day"};
constexpr std::array<std::string_view, 4> rest_days_names = {"keep", "skip", "next", "previous"};
constexpr std::array<std::string_view, 4> unit_names = {"days", "weeks", "months", "working_days"};

}  // namespace

std::string_view to_string(ShortMonth policy) { return short_month_names[static_cast<std::size_t>(policy)]; }
std::string_view to_string(RestDays policy) { return rest_days_names[static_cast<std::size_t>(policy)]; }
std::string_view to_string(EveryN::Unit unit) { return unit_names[static_cast<std::size_t>(unit)]; }

namespace detail {

/// Nominal dates, rest days, exceptions, additions: the dates of a rule one by one.
class DateSource {
 public:
  DateSource(RecurrenceRule rule, std::optional<WorkingCalendar> calendar, DateRange range)
      : rule_(std::move(rule)), calendar_(std::move(calendar)), range_(range), except_(rule_.except) {
    std::sort(except_.begin(), except_.end());
    for (const Date date : rule_.also) {
      if (rule_.first <= date && date <= rule_.last) also_.push_back(date);
    }
    std::sort(also_.begin(), also_.end());
  }

  Diagnostics prepare() {
    auto nominal = nominal_dates(rule_, calendar_ ? &*calendar_ : nullptr, range_);
    if (!nominal) return nominal.diagnostics();
    nominal_ = std::move(*nominal);
    return {};
  }

  const RecurrenceRule& rule() const { return rule_; }

  std::optional<Date> on_or_after(Date from) const {
    from = std::max(from, rule_.first);
    if (from > rule_.last) return std::nullopt;
    std::optional<Date> found = regular(from);
    const auto added = std::lower_bound(also_.begin(), also_.end(), from);
    if (added != also_.end() && (!found || *added < *found)) found = *added;
    return found;
  }

 private:
  std::optional<Date> regular(Date from) const {
    std::optional<Date> nominal = nominal_->on_or_after(earliest_nominal(from));
    while (nominal) {
      // Seeing to rest days keeps the order, and moves no date across a working day.
      const std::optional<Date> date = resolved(*nominal);
      if (date && *date > rule_.last) return std::nullopt;
      if (date && *date >= from && !std::binary_search(except_.begin(), except_.end(), *date)) return date;
      if (*nominal == range_.last) return std::nullopt;
      if (!date && *nominal > rule_.last) return std::nullopt;
      nominal = nominal_->on_or_after(nominal->plus_days(1));
    }
    return std::nullopt;
  }

  /// A date that comes to lie on or after `from` is nominally not before this.
  Date earliest_nominal(Date from) const {
    if (rule_.rest_days != RestDays::next || from == range_.first) return from;
    const Result<Date> working = calendar_->working_day_before_or_on(from.plus_days(-1));
    return working ? working->plus_days(1) : range_.first;
  }

  std::optional<Date> resolved(Date nominal) const {
    if (rule_.rest_days == RestDays::keep || calendar_->is_working(nominal).value()) return nominal;
    if (rule_.rest_days == RestDays::skip) return std::nullopt;
    const Result<Date> moved = rule_.rest_days == RestDays::next ? calendar_->add_working_days(nominal, 0)
                                                                 : calendar_->working_day_before_or_on(nominal);
    return moved ? std::optional<Date>(*moved) : std::nullopt;
  }

  RecurrenceRule rule_;
  std::optional<WorkingCalendar> calendar_;
  DateRange range_;
  std::vector<Date> except_;  ///< in order
  std::vector<Date> also_;    ///< in order
  std::shared_ptr<const NominalDates> nominal_;
};

}  // namespace detail

const RecurrenceRule& Recurrence::rule() const { return source_->rule(); }

std::optional<Date> Recurrence::on_or_after(Date date) const { return source_->on_or_after(date); }

std::optional<Date> Recurrence::after(Date date) const {
  if (date >= rule().last) return std::nullopt;
  return source_->on_or_after(date.plus_days(1));
}

std::vector<Date> Recurrence::list() const {
  std::vector<Date> dates;
  for (const Date date : *this) dates.push_back(date);
  return dates;
}

std::vector<Date> Recurrence::list(const Period& period) const {
  std::vector<Date> dates;
  for (std::optional<Date> date = on_or_after(period.first()); date && *date <= period.last(); date = after(*date)) {
    dates.push_back(*date);
  }
  return dates;
}

namespace {

/// What is wrong with a pattern as such.
class PatternCheck {
 public:
  explicit PatternCheck(Diagnostics& problems) : problems_(problems) {}

  void operator()(const DaysOfMonth& pattern) const { days(pattern.days, 31); }
  void operator()(const Weekdays& pattern) const { days(pattern.weekdays, 7); }
  void operator()(const DayOfPeriod& pattern) const {
    kind(pattern.kind);
    days({pattern.day}, 366);
  }
  void operator()(const EveryN& pattern) const { step(pattern.n); }
  void operator()(const LastWorkingDay& pattern) const { kind(pattern.kind); }
  void operator()(const IrregularDates& pattern) const {
    kind(pattern.kind);
    step(pattern.count);
    if (pattern.seed.empty()) problems_.error({}, messages::recurrence_seed);
  }

 private:
  void days(const std::vector<unsigned>& named, unsigned most) const {
    if (named.empty()) problems_.error({}, messages::recurrence_without_days);
    for (const unsigned day : named) {
      if (day >= 1 && day <= most) continue;
      problems_.error({}, messages::recurrence_day_range, {std::to_string(day), std::to_string(most)});
    }
  }
  void kind(PeriodKind kind) const {
    if (kind != PeriodKind::day && kind != PeriodKind::campaign) return;
    problems_.error({}, messages::recurrence_kind, {std::string(to_string(kind))});
  }
  void step(std::uint32_t n) const {
    if (n == 0) problems_.error({}, messages::recurrence_step);
  }
  Diagnostics& problems_;
};

std::optional<PeriodKind> kind_that_must_be_whole(const RecurrencePattern& pattern) {
  if (const auto* const last = std::get_if<LastWorkingDay>(&pattern)) return last->kind;
  if (const auto* const drawn = std::get_if<IrregularDates>(&pattern)) return drawn->kind;
  return std::nullopt;
}

bool counts_working_days(const RecurrencePattern& pattern) {
  const auto* const every = std::get_if<EveryN>(&pattern);
  return every != nullptr && every->unit == EveryN::Unit::working_days;
}

/// What is wrong with a rule beside its calendar.
void check_against(const RecurrenceRule& rule, const WorkingCalendar& calendar, Diagnostics& problems) {
  const auto must_cover = [&](Date date) {
    const Result<bool> known = calendar.is_working(date);
    if (!known) problems.append(known.diagnostics());
    return known.ok();
  };
  const bool first_known = must_cover(rule.first);
  const bool last_known = must_cover(rule.last);
  if (const std::optional<PeriodKind> kind = kind_that_must_be_whole(rule.pattern); kind && first_known && last_known) {
    must_cover(Period::containing(*kind, rule.first).first());
    must_cover(Period::containing(*kind, rule.last).last());
  }
  if (counts_working_days(rule.pattern)) {
    const Date anchor = std::get<EveryN>(rule.pattern).anchor;
    if (must_cover(anchor) && !calendar.is_working(anchor).value()) {
      problems.error({}, messages::anchor_at_rest, {anchor.to_string()});
    }
  }
}

Result<Recurrence> make(RecurrenceRule rule, std::optional<WorkingCalendar> calendar) {
  Diagnostics problems;
  if (rule.last < rule.first) {
    problems.error({}, messages::recurrence_range, {rule.last.to_string(), rule.first.to_string()});
  }
  std::visit(PatternCheck(problems), rule.pattern);
  const bool needs_calendar =
      rule.rest_days != RestDays::keep || kind_that_must_be_whole(rule.pattern) || counts_working_days(rule.pattern);
  if (!calendar && needs_calendar) problems.error({}, messages::recurrence_needs_calendar);
  if (!problems.has_errors() && calendar) check_against(rule, *calendar, problems);
  if (problems.has_errors()) return problems;
  detail::DateRange range{*Date::of(1, 1, 1), *Date::of(9999, 12, 31)};
  if (calendar) range = {calendar->first(), calendar->last()};
  const auto source = std::make_shared<detail::DateSource>(std::move(rule), std::move(calendar), range);
  problems.append(source->prepare());
  if (problems.has_errors()) return problems;
  if (!source->on_or_after(source->rule().first)) {
    return {Place{}, messages::recurrence_never, {source->rule().first.to_string(), source->rule().last.to_string()}};
  }
  return Recurrence(source);
}

}  // namespace

Result<Recurrence> recurrence(RecurrenceRule rule) { return make(std::move(rule), std::nullopt); }

Result<Recurrence> recurrence(RecurrenceRule rule, WorkingCalendar calendar) {
  return make(std::move(rule), std::move(calendar));
}

std::vector<Date> merged(const std::vector<Recurrence>& recurrences) {
  std::vector<Date> dates;
  for (const Recurrence& each : recurrences) {
    for (const Date date : each) dates.push_back(date);
  }
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

}  // namespace aedile
