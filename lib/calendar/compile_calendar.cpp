// From a calendar as written to its versions with their tables.
#include "aedile/calendar/calendar_history.h"
#include "calendar/day_table.h"
#include "calendar/facts.h"

namespace aedile {

namespace {

/// The spans of all days. In a day without a change of the clock, which has its 24 hours, a minute is a minute; in any
/// other the zone is asked.
std::vector<detail::WorkSpan> spans_of(const detail::Facts& facts, const detail::DayTable& table) {
  std::vector<detail::WorkSpan> spans;
  for (std::int32_t day = 0; day < table.days(); ++day) {
    const std::int64_t begins = table.day_start[static_cast<std::size_t>(day)];
    const bool even = table.day_start[static_cast<std::size_t>(day) + 1] - begins == 24 * 3600;
    const auto at = [&](std::int32_t minute) {
      if (even) return begins + minute * 60;
      return detail::seconds_of(table.zone.instant(table.date(day), std::chrono::minutes(minute)));
    };
    for (const auto& [open, close] : facts.hours(day)) spans.push_back({at(open), at(close)});
  }
  return spans;
}

}  // namespace

Result<CalendarHistory> compile(const Calendar& calendar) {
  Diagnostics problems = validate(calendar);
  if (problems.has_errors()) return problems;
  const TimeZone zone = TimeZone::find(calendar.zone).value();
  std::vector<WorkingCalendar> versions;
  const auto days_until = [&](Date last) { return static_cast<std::int32_t>(last.days_since(calendar.first)) + 1; };
  Date last = calendar.first;
  for (const CalendarVersion& version : calendar.versions) last = version.last.value_or(last);
  const std::vector<std::int64_t> starts = detail::day_starts(zone, calendar.first, days_until(last));
  detail::Facts facts(calendar, days_until(last));
  Date version_last = calendar.first;
  for (const CalendarVersion& version : calendar.versions) {
    facts.add(version);
    version_last = version.last.value_or(version_last);
    const std::int32_t days = days_until(version_last);
    detail::DayTable table;
    table.id = calendar.id;
    table.version = version.version;
    table.source = version.source;
    table.zone = zone;
    table.known_from = version.known_from;
    table.first = calendar.first;
    table.day_start.assign(starts.begin(), starts.begin() + days + 1);
    table.kinds.reserve(static_cast<std::size_t>(days));
    for (std::int32_t day = 0; day < days; ++day) table.kinds.push_back(facts.kind(day));
    table.titles = facts.titles();
    detail::fill(table, spans_of(facts, table));
    versions.emplace_back(std::make_shared<const detail::DayTable>(std::move(table)));
  }
  return {CalendarHistory(std::move(versions), calendar.title), std::move(problems)};
}

}  // namespace aedile
