#include "calendar/facts.h"

#include <algorithm>

namespace aedile::detail {

Minutes minutes_of(const std::vector<Hours>& hours) {
  Minutes sorted;
  for (const Hours& each : hours) sorted.emplace_back(each.open.minute, each.close.minute);
  std::sort(sorted.begin(), sorted.end());
  Minutes joined;
  for (const auto& span : sorted) {
    if (!joined.empty() && span.first <= joined.back().second) {
      joined.back().second = std::max(joined.back().second, span.second);
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

Minutes without(const Minutes& hours, const Minutes& breaks) {
  Minutes left;
  for (auto [open, close] : hours) {
    for (const auto& [from, to] : breaks) {
      if (to <= open || from >= close) continue;
      if (from > open) left.emplace_back(open, from);
      open = to;
      if (open >= close) break;
    }
    if (open < close) left.emplace_back(open, close);
  }
  return left;
}

Facts::Facts(const Calendar& calendar, std::int32_t days)
    : first_(calendar.first), first_weekday_(calendar.first.weekday() - 1), kinds_(static_cast<std::size_t>(days)) {
  for (std::size_t i = 0; i < week_.size(); ++i) week_[i] = minutes_of(calendar.week[i]);
  makeup_ = calendar.makeup_hours ? minutes_of(*calendar.makeup_hours) : week_.front();
}

void Facts::set(const std::vector<NamedDays>& entries, DayKind kind) {
  for (const NamedDays& entry : entries) {
    for (std::int32_t day = number(entry.first); day <= number(entry.last); ++day) {
      kinds_[static_cast<std::size_t>(day)] = kind;
      titles_.erase(day);
      if (!entry.title.empty()) titles_.emplace(day, entry.title);
    }
  }
}

void Facts::add(const CalendarVersion& version) {
  set(version.holidays, DayKind::holiday);
  set(version.makeup, DayKind::makeup);
  set(version.usual, DayKind::usual);
  for (const auto& [date, hours] : version.shifts) shifts_[number(date)] = minutes_of(hours);
  for (const auto& [date, hours] : version.breaks) breaks_[number(date)] = minutes_of(hours);
}

DayKind Facts::kind(std::int32_t day) const {
  const DayKind kind = kinds_[static_cast<std::size_t>(day)];
  return kind != DayKind::holiday && shifts_.contains(day) ? DayKind::shift : kind;
}

Minutes Facts::hours_before_breaks(std::int32_t day) const {
  switch (kind(day)) {
    case DayKind::holiday:
      return {};
    case DayKind::shift:
      return shifts_.at(day);
    case DayKind::makeup:
      return makeup_;
    case DayKind::usual:
      break;
  }
  return usual_hours(day);
}

Minutes Facts::hours(std::int32_t day) const {
  const auto breaks = breaks_.find(day);
  return breaks == breaks_.end() ? hours_before_breaks(day) : without(hours_before_breaks(day), breaks->second);
}

}  // namespace aedile::detail
