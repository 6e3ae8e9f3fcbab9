#include "aedile/calendar/working_calendar.h"

#include <algorithm>
#include <array>

#include "calendar/day_table.h"
#include "calendar/messages_questions.h"

namespace aedile {

using detail::instant_of;
using detail::seconds_of;

namespace {

constexpr std::array<std::string_view, 4> kind_names = {"usual", "holiday", "makeup", "shift"};

Diagnostics outside(const detail::DayTable& table, std::string what) {
  Diagnostics problem;
  problem.error({}, messages::outside_calendar,
                {std::move(what), table.name(), table.first.to_string(), table.last().to_string()});
  return problem;
}

Diagnostics beyond(const detail::DayTable& table) {
  Diagnostics problem;
  problem.error({}, messages::beyond_calendar, {table.name(), table.first.to_string(), table.last().to_string()});
  return problem;
}

void require_length(WorkingHours length) {
  if (length < WorkingHours()) throw ContractError("WorkingCalendar: a negative length of time");
}

}  // namespace

std::string_view to_string(DayKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

WorkingCalendar::WorkingCalendar(std::shared_ptr<const detail::DayTable> table) : table_(std::move(table)) {}

const std::string& WorkingCalendar::id() const { return table_->id; }
const std::string& WorkingCalendar::version() const { return table_->version; }
const std::string& WorkingCalendar::source() const { return table_->source; }
const TimeZone& WorkingCalendar::zone() const { return table_->zone; }
std::optional<Date> WorkingCalendar::known_from() const { return table_->known_from; }
Date WorkingCalendar::first() const { return table_->first; }
Date WorkingCalendar::last() const { return table_->last(); }

bool WorkingCalendar::covers(Instant instant) const {
  return table_->begin() <= seconds_of(instant) && seconds_of(instant) <= table_->end();
}

Result<Date> WorkingCalendar::date_of(Instant instant) const {
  if (!covers(instant)) return outside(*table_, instant.to_string());
  return table_->date(table_->day_of(seconds_of(instant)));
}

Result<Instant> WorkingCalendar::start_of(Date date) const {
  if (!table_->covers(date)) return outside(*table_, date.to_string());
  return instant_of(table_->day_start[static_cast<std::size_t>(table_->number(date))]);
}

Result<Instant> WorkingCalendar::end_of(Date date) const {
  if (!table_->covers(date)) return outside(*table_, date.to_string());
  return instant_of(table_->day_start[static_cast<std::size_t>(table_->number(date)) + 1]);
}

Result<CalendarDay> WorkingCalendar::day(Date date) const {
  if (!table_->covers(date)) return outside(*table_, date.to_string());
  const auto number = static_cast<std::size_t>(table_->number(date));
  CalendarDay day{.date = date, .kind = table_->kinds[number], .title = {}, .spans = {}};
  if (const auto title = table_->titles.find(table_->number(date)); title != table_->titles.end()) {
    day.title = title->second;
  }
  for (std::uint32_t span = table_->first_span[number]; span < table_->first_span[number + 1]; ++span) {
    day.spans.push_back({instant_of(table_->spans[span].begin), instant_of(table_->spans[span].end)});
  }
  return day;
}

Result<bool> WorkingCalendar::is_working(Date date) const {
  if (!table_->covers(date)) return outside(*table_, date.to_string());
  const auto number = static_cast<std::size_t>(table_->number(date));
  return table_->working_before[number] != table_->working_before[number + 1];
}

Result<Date> WorkingCalendar::add_working_days(Date start, std::int64_t n) const {
  if (!table_->covers(start)) return outside(*table_, start.to_string());
  const auto number = static_cast<std::size_t>(table_->number(start));
  // Behind `start` the working days begin with this one; on or after it, and before it, they meet at the other.
  const std::int64_t base = n > 0 ? table_->working_before[number + 1] - 1 : table_->working_before[number];
  const auto all = static_cast<std::int64_t>(table_->working_days.size());
  if (n < -base || n >= all - base) return beyond(*table_);
  return table_->date(table_->working_days[static_cast<std::size_t>(base + n)]);
}

Result<Date> WorkingCalendar::working_day_before_or_on(Date date) const {
  if (!table_->covers(date)) return outside(*table_, date.to_string());
  const std::int32_t until = table_->working_before[static_cast<std::size_t>(table_->number(date)) + 1];
  if (until == 0) return beyond(*table_);
  return table_->date(table_->working_days[static_cast<std::size_t>(until) - 1]);
}

Result<std::int64_t> WorkingCalendar::working_days(Date from, Date to) const {
  if (!table_->covers(from)) return outside(*table_, from.to_string());
  if (!table_->covers(to)) return outside(*table_, to.to_string());
  if (to < from) return std::int64_t{0};
  return std::int64_t{table_->working_before[static_cast<std::size_t>(table_->number(to)) + 1]} -
         table_->working_before[static_cast<std::size_t>(table_->number(from))];
}

Result<Instant> WorkingCalendar::closing_of(Date date) const {
  if (!table_->covers(date)) return outside(*table_, date.to_string());
  const auto number = static_cast<std::size_t>(table_->number(date));
  const std::uint32_t behind = table_->first_span[number + 1];
  if (table_->first_span[number] == behind) return instant_of(table_->day_start[number + 1]);
  return instant_of(table_->spans[behind - 1].end);
}

Result<bool> WorkingCalendar::active(Instant instant) const {
  if (!covers(instant)) return outside(*table_, instant.to_string());
  const std::int64_t second = seconds_of(instant);
  const auto day = static_cast<std::size_t>(table_->day_of(second));
  for (std::uint32_t span = table_->first_span[day]; span < table_->first_span[day + 1]; ++span) {
    if (table_->spans[span].begin <= second && second < table_->spans[span].end) return true;
  }
  return false;
}

Result<WorkingHours> WorkingCalendar::working_time(Instant from, Instant to) const {
  if (!covers(from)) return outside(*table_, from.to_string());
  if (!covers(to)) return outside(*table_, to.to_string());
  if (to < from) return WorkingHours();
  return WorkingHours::seconds(table_->worked_until(seconds_of(to)) - table_->worked_until(seconds_of(from)));
}

Result<Instant> WorkingCalendar::add_working_time(Instant start, WorkingHours length) const {
  require_length(length);
  if (!covers(start)) return outside(*table_, start.to_string());
  const std::int64_t second = seconds_of(start);
  if (length == WorkingHours()) {
    const auto span = std::upper_bound(table_->spans.begin(), table_->spans.end(), second,
                                       [](std::int64_t value, const detail::WorkSpan& s) { return value < s.end; });
    if (span == table_->spans.end()) return beyond(*table_);
    return instant_of(std::max(second, span->begin));
  }
  const std::int64_t before = table_->worked_until(second);
  if (length.length().count() > table_->worked.back() - before) return beyond(*table_);
  const std::int64_t target = before + length.length().count();
  const auto reached = std::lower_bound(table_->worked.begin(), table_->worked.end(), target);
  const auto span = static_cast<std::size_t>(reached - table_->worked.begin()) - 1;
  return instant_of(table_->spans[span].begin + (target - table_->worked[span]));
}

Result<Instant> WorkingCalendar::subtract_working_time(Instant end, WorkingHours length) const {
  require_length(length);
  if (!covers(end)) return outside(*table_, end.to_string());
  const std::int64_t second = seconds_of(end);
  if (length == WorkingHours()) {
    const auto behind = std::lower_bound(table_->spans.begin(), table_->spans.end(), second,
                                         [](const detail::WorkSpan& s, std::int64_t value) { return s.begin < value; });
    if (behind == table_->spans.begin()) return beyond(*table_);
    return instant_of(std::min(second, std::prev(behind)->end));
  }
  const std::int64_t before = table_->worked_until(second);
  if (length.length().count() > before) return beyond(*table_);
  const std::int64_t target = before - length.length().count();
  const auto above = std::upper_bound(table_->worked.begin(), table_->worked.end(), target);
  const auto span = static_cast<std::size_t>(above - table_->worked.begin()) - 1;
  return instant_of(table_->spans[span].begin + (target - table_->worked[span]));
}

}  // namespace aedile
