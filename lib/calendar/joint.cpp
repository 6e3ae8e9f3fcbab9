// Calendars that hold together: where all are active, or at least one.
#include <algorithm>

#include "calendar/day_table.h"
#include "calendar/messages_questions.h"

namespace aedile {

namespace {

using detail::WorkSpan;

std::vector<WorkSpan> spans_of(const WorkingCalendar& calendar) {
  std::vector<WorkSpan> spans;
  for (Date date = calendar.first();; date = date.plus_days(1)) {
    const CalendarDay day = calendar.day(date).value();
    for (const WorkingSpan& span : day.spans) {
      spans.push_back({detail::seconds_of(span.begin), detail::seconds_of(span.end)});
    }
    if (date == calendar.last()) return spans;
  }
}

std::vector<WorkSpan> intersection(const std::vector<WorkSpan>& a, const std::vector<WorkSpan>& b) {
  std::vector<WorkSpan> both;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const WorkSpan common{std::max(a[i].begin, b[j].begin), std::min(a[i].end, b[j].end)};
    if (common.begin < common.end) both.push_back(common);
    if (a[i].end < b[j].end) {
      ++i;
    } else {
      ++j;
    }
  }
  return both;
}

std::vector<WorkSpan> united(const std::vector<WorkSpan>& a, const std::vector<WorkSpan>& b) {
  std::vector<WorkSpan> sorted;
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(sorted),
             [](const WorkSpan& x, const WorkSpan& y) { return x.begin < y.begin; });
  std::vector<WorkSpan> either;
  for (const WorkSpan& span : sorted) {
    if (!either.empty() && span.begin <= either.back().end) {
      either.back().end = std::max(either.back().end, span.end);
    } else {
      either.push_back(span);
    }
  }
  return either;
}

/// Kind and title that a day has in those calendars that explain what it is in the joint one.
void describe_days(detail::DayTable& table, const std::vector<WorkingCalendar>& calendars) {
  for (std::int32_t number = 0; number < table.days(); ++number) {
    const bool working = table.working_before[static_cast<std::size_t>(number)] !=
                         table.working_before[static_cast<std::size_t>(number) + 1];
    for (const WorkingCalendar& calendar : calendars) {
      const Result<CalendarDay> day = calendar.day(table.date(number));
      if (!day || day->kind == DayKind::usual || day->working() != working) continue;
      table.kinds[static_cast<std::size_t>(number)] = day->kind;
      if (!day->title.empty()) table.titles.emplace(number, day->title);
      break;
    }
  }
}

template <class Combine>
Result<WorkingCalendar> join(std::string id, const std::vector<WorkingCalendar>& calendars, const char* sign,
                             Combine combine) {
  if (calendars.empty()) throw ContractError("a joint calendar needs at least one calendar");
  const WorkingCalendar& leader = calendars.front();
  detail::DayTable table;
  table.id = std::move(id);
  table.zone = leader.zone();
  // The first calendar's days that lie wholly within what all others know.
  Date first = leader.first();
  Date last = leader.last();
  bool common = true;
  for (const WorkingCalendar& calendar : calendars) {
    while (common && !calendar.covers(leader.start_of(first).value())) {
      if (first == last) common = false;
      if (common) first = first.plus_days(1);
    }
    while (common && !calendar.covers(leader.end_of(last).value())) {
      if (first == last) common = false;
      if (common) last = last.plus_days(-1);
    }
  }
  if (!common) return {Place{}, messages::no_common_days, {table.id}};
  table.first = first;
  for (const WorkingCalendar& calendar : calendars) {
    if (!table.version.empty()) table.version += sign;
    table.version += calendar.id() + '@' + calendar.version();
    if (!calendar.source().empty() && table.source.find(calendar.source()) == std::string::npos) {
      table.source += (table.source.empty() ? "" : "; ") + calendar.source();
    }
    table.known_from = std::max(table.known_from, calendar.known_from());
  }
  const auto days = static_cast<std::size_t>(last.days_since(first) + 1);
  for (std::size_t day = 0; day < days; ++day) {
    table.day_start.push_back(
        detail::seconds_of(leader.start_of(first.plus_days(static_cast<std::int64_t>(day))).value()));
  }
  table.day_start.push_back(detail::seconds_of(leader.end_of(last).value()));
  table.kinds.assign(days, DayKind::usual);
  std::vector<WorkSpan> spans = spans_of(leader);
  for (std::size_t i = 1; i < calendars.size(); ++i) spans = combine(spans, spans_of(calendars[i]));
  detail::fill(table, spans);
  describe_days(table, calendars);
  return WorkingCalendar(std::make_shared<const detail::DayTable>(std::move(table)));
}

}  // namespace

Result<WorkingCalendar> all_of(std::string id, const std::vector<WorkingCalendar>& calendars) {
  return join(std::move(id), calendars, " & ", intersection);
}

Result<WorkingCalendar> any_of(std::string id, const std::vector<WorkingCalendar>& calendars) {
  return join(std::move(id), calendars, " | ", united);
}

}  // namespace aedile
