#include "calendar/day_table.h"

#include <algorithm>

namespace aedile::detail {

namespace {
constexpr std::int64_t usual_day = 86'400;
}

std::int32_t DayTable::day_of(std::int64_t second) const {
  // Days differ from 24 hours only where clocks change, so the guess is off by one or two.
  std::int64_t day = std::clamp<std::int64_t>((second - begin()) / usual_day, 0, days() - 1);
  while (day > 0 && second < day_start[static_cast<std::size_t>(day)]) --day;
  while (day + 1 < days() && second >= day_start[static_cast<std::size_t>(day) + 1]) ++day;
  return static_cast<std::int32_t>(day);
}

std::int64_t DayTable::worked_until(std::int64_t second) const {
  const auto day = static_cast<std::size_t>(day_of(second));
  std::uint32_t span = first_span[day];
  while (span < first_span[day + 1] && spans[span].end <= second) ++span;
  if (span == first_span[day + 1]) return worked[span];
  return worked[span] + std::max<std::int64_t>(0, second - spans[span].begin);
}

std::vector<std::int64_t> day_starts(const TimeZone& zone, Date first, std::int32_t days) {
  std::vector<std::int64_t> starts;
  starts.reserve(static_cast<std::size_t>(days) + 1);
  for (std::int32_t day = 0; day < days; ++day) {
    starts.push_back(seconds_of(zone.instant(first.plus_days(day), std::chrono::seconds(0))));
  }
  // By way of 24:00, since the day behind the last one of the year 9999 has no name.
  starts.push_back(seconds_of(zone.instant(first.plus_days(days - 1), std::chrono::hours(24))));
  return starts;
}

void fill(DayTable& table, const std::vector<WorkSpan>& spans) {
  const auto days = static_cast<std::size_t>(table.days());
  table.first_span.reserve(days + 1);
  table.working_before.reserve(days + 1);
  table.worked.push_back(0);
  std::size_t next = 0;
  for (std::size_t day = 0; day < days; ++day) {
    table.first_span.push_back(static_cast<std::uint32_t>(table.spans.size()));
    table.working_before.push_back(static_cast<std::int32_t>(table.working_days.size()));
    const std::int64_t begins = table.day_start[day];
    const std::int64_t ends = table.day_start[day + 1];
    while (next < spans.size() && spans[next].end <= begins) ++next;
    for (std::size_t at = next; at < spans.size() && spans[at].begin < ends; ++at) {
      const WorkSpan part{std::max(spans[at].begin, begins), std::min(spans[at].end, ends)};
      if (part.begin >= part.end) continue;
      table.spans.push_back(part);
      table.worked.push_back(table.worked.back() + part.end - part.begin);
    }
    if (table.spans.size() != table.first_span.back()) table.working_days.push_back(static_cast<std::int32_t>(day));
  }
  table.first_span.push_back(static_cast<std::uint32_t>(table.spans.size()));
  table.working_before.push_back(static_cast<std::int32_t>(table.working_days.size()));
}

}  // namespace aedile::detail
