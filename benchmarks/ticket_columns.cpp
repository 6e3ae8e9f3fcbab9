#include "ticket_columns.h"

#include <algorithm>
#include <numeric>

#include "aedile/calendar/calendar_history.h"
#include "numbers.h"
#include "workload.h"

namespace aedile::workload {

Workflow loop_workflow() {
  Workflow loop{.id = "loop", .edition = "1"};
  loop.roles = {{"office"}};
  loop.states = {{"new"}, {"assigned"}, {"paused"}, {"closed", {}, Ending::closed}};
  loop.commands = {{"open", CommandKind::open},
                   {"assign", CommandKind::assign},
                   {"pause", CommandKind::note},
                   {"resume", CommandKind::note},
                   {"extend", CommandKind::request_extension},
                   {"close", CommandKind::verify_pass},
                   {"reopen", CommandKind::reopen}};
  loop.transitions = {
      {{}, "open", {"office"}, "new"},
      {{"new", "assigned"}, "assign", {"office"}, "assigned", {}, {Field::unit}},
      {{"assigned"}, "pause", {"office"}, "paused"},
      {{"paused"}, "resume", {"office"}, "assigned"},
      {{"assigned", "paused"},
       "extend",
       {"office"},
       "",
       {Guard::deadline_not_passed, Guard::not_suspended, Guard::no_open_request, Guard::extensions_left},
       {Field::reason, Field::limit}},
      {{"assigned"}, "close", {"office"}, "closed", {Guard::not_doer}},
      {{"closed"},
       "reopen",
       {"office"},
       "assigned",
       {Guard::verification_failed, Guard::evidence_newer_than_closing},
       {Field::evidence}}};
  loop.limits = {{"rectify", {}, {"new", "assigned"}, {"paused"}}};
  loop.limits.front().limit = WorkingDays(7);
  loop.extension.most = 2;
  loop.extension_adds = ExtensionAdds::granted;
  return loop;
}

TicketLayout loop_layout(Date first_day, std::size_t units, PauseDays pause_days) {
  TicketLayout layout{.first_day = first_day, .opening = "open", .limit = "rectify"};
  layout.commands = {{"assign", EventArgument::unit},         {"pause"}, {"resume"},
                     {"extend", EventArgument::working_days}, {"close"}, {"reopen"}};
  layout.limits = {WorkingDays(1), WorkingDays(3), WorkingDays(7), WorkingDays(15)};
  layout.units = units;
  layout.pause_days = pause_days;
  layout.vouched_guards = {Guard::not_doer, Guard::deadline_not_passed, Guard::verification_failed,
                           Guard::evidence_newer_than_closing};
  layout.vouched_fields = {Field::reason, Field::evidence};
  return layout;
}

WorkingCalendar calendar_of(Date first_day, std::span<const std::uint8_t> working) {
  Calendar calendar{.id = "days", .zone = "Asia/Shanghai", .first = first_day};
  for (std::size_t weekday = 0; weekday < 5; ++weekday)
    calendar.week[weekday] = {{TimeOfDay{9 * 60}, TimeOfDay{17 * 60}}};
  CalendarVersion version{.version = "1", .last = first_day.plus_days(static_cast<std::int32_t>(working.size()) - 1)};
  const Date monday = *Date::of(2023, 1, 2);
  for (std::size_t d = 0; d < working.size(); ++d) {
    const Date date = first_day.plus_days(static_cast<std::int32_t>(d));
    const bool usual = (date.days_since(monday) % 7 + 7) % 7 < 5;
    if (usual && working[d] == 0) version.holidays.push_back({date, date, {}});
    if (!usual && working[d] != 0) version.makeup.push_back({date, date, {}});
  }
  calendar.versions.push_back(std::move(version));
  Result<CalendarHistory> compiled = compile(calendar);
  if (!compiled) fail(compiled.diagnostics().to_string());
  return compiled->latest();
}

TicketTable::TicketTable(std::size_t tickets) : working(1600) {
  for (std::size_t d = 0; d < working.size(); ++d) working[d] = d % 7 != 0 && d % 7 != 6 && d % 50 > 2 ? 1 : 0;
  Numbers numbers(4);
  struct Row {
    std::uint32_t minute, ticket;
    std::uint8_t command;
    std::uint16_t argument;
  };
  std::vector<Row> rows;
  for (std::size_t t = 0; t < tickets; ++t) {
    opened.push_back(static_cast<std::uint32_t>(numbers(1000 * 1440)));
    priority.push_back(static_cast<std::uint8_t>(numbers(4)));
    unit.push_back(static_cast<std::uint16_t>(numbers(50)));
    std::uint32_t now = opened.back();
    // Commands mostly follow each other as they may; some do not.
    static constexpr std::uint8_t likely[] = {0, 0, 1, 2, 3, 4, 5, 1, 2, 4};
    std::size_t at = 0;
    for (std::size_t left = 1 + numbers(11); left > 0; --left) {
      now += static_cast<std::uint32_t>(numbers(5 * 1440));
      const auto next = numbers(10) == 0 ? static_cast<std::uint8_t>(numbers(6)) : likely[at++ % 10];
      rows.push_back({now, static_cast<std::uint32_t>(t), next,
                      static_cast<std::uint16_t>(next == 0 ? numbers(50) : 1 + numbers(10))});
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.minute < b.minute; });
  for (const Row& row : rows) {
    ticket.push_back(row.ticket);
    minute.push_back(row.minute);
    command.push_back(row.command);
    argument.push_back(row.argument);
  }
}

}  // namespace aedile::workload
