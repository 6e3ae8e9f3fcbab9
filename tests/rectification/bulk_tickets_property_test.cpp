// Tickets in columns are what a plain walk through the days gives, and what single tickets come to: for random
// workflows, calendars and rows, good and bad, in every number of parts and threads. RC_PARAMS=max_success=100000 makes
// it the long run.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "aedile/rectification/ticket_book.h"
#include "calendar/calendars.h"
#include "rectification/plain_tickets.h"
#include "support/generate_scored.h"

namespace aedile {
namespace {

using test::chance;
using test::one_of;
using test::pick;

std::uint32_t below(int limit) { return static_cast<std::uint32_t>(pick(0, limit - 1)); }

const Date first_day = test::day("2026-01-01");

/// Weeks with other closing times each, some days off and some Sundays worked.
CalendarHistory any_calendar() {
  Calendar calendar{.id = "days", .zone = one_of<std::string>({"Asia/Shanghai", "UTC"}), .first = first_day};
  for (std::size_t weekday = 0; weekday < 6; ++weekday) {
    const auto close = static_cast<std::uint16_t>(pick(1, 24) * 60);
    if (weekday == 0 || chance(80)) calendar.week[weekday] = {{TimeOfDay{0}, TimeOfDay{close}}};
  }
  CalendarVersion version{.version = "1", .last = first_day.plus_days(pick(20, 90))};
  for (std::int32_t d = 0; first_day.plus_days(d) <= *version.last; ++d) {
    const Date date = first_day.plus_days(d);
    if (chance(8)) (chance(60) ? version.holidays : version.makeup).push_back({date, date, {}});
  }
  calendar.versions.push_back(std::move(version));
  return compile(calendar).value();
}

/// Three states in which the limit runs, two in which it stands still, one or two endings, and notes between them.
Workflow any_workflow() {
  Workflow made{.id = "made", .edition = "1"};
  made.roles = {{"office"}};
  made.states = {{"new"}, {"doing"}, {"seen"}, {"waiting"}, {"frozen"}, {"closed", {}, Ending::closed}};
  const std::vector<std::string> running{"new", "doing", "seen"}, standing{"waiting", "frozen"};
  made.commands = {{"open", CommandKind::open},         {"assign", CommandKind::assign},
                   {"pause", CommandKind::note},        {"freeze", CommandKind::note},
                   {"resume", CommandKind::note},       {"extend", CommandKind::request_extension},
                   {"close", CommandKind::verify_pass}, {"fail", CommandKind::verify_fail},
                   {"reopen", CommandKind::reopen}};
  std::vector<std::string> extended = running;
  extended.resize(static_cast<std::size_t>(pick(1, 3)));
  made.extension_adds = one_of<ExtensionAdds>({ExtensionAdds::granted, ExtensionAdds::original_limit});
  made.extension.most = static_cast<std::uint32_t>(pick(1, 3));
  const bool named = made.extension_adds == ExtensionAdds::granted;
  made.transitions = {
      {{}, "open", {"office"}, one_of(running)},
      {{"new", "doing", "seen"}, "assign", {"office"}, one_of<std::string>({"doing", "seen", ""}), {}, {Field::unit}},
      {{"new", "doing"}, "pause", {"office"}, "waiting"},
      {{"seen", "waiting"}, "freeze", {"office"}, "frozen"},
      {standing, "resume", {"office"}, one_of(running)},
      {extended,
       "extend",
       {"office"},
       "",
       {Guard::deadline_not_passed, Guard::not_suspended, Guard::no_open_request, Guard::extensions_left},
       named ? std::vector{Field::reason, Field::limit} : std::vector{Field::reason}},
      {{"doing", "seen"}, "close", {"office"}, "closed", {Guard::not_doer}},
      {{"closed"}, "fail", {"office"}, "", {}, {Field::reason}},
      {{"closed"},
       "reopen",
       {"office"},
       one_of<std::string>({"doing", "seen"}),
       {Guard::verification_failed, Guard::evidence_newer_than_closing},
       {Field::evidence}}};
  for (const char* name : {"doing", "seen", "new"}) {
    made.commands.push_back({"to_" + std::string(name), CommandKind::note});
    made.transitions.push_back({running, made.commands.back().code, {"office"}, name});
  }
  made.limits = {{"rectify", {}, running, standing}};
  made.limits.front().limit = WorkingDays(pick(1, 12));
  return made;
}

TicketLayout any_layout(const Workflow& workflow) {
  TicketLayout layout{.first_day = first_day, .opening = "open", .limit = "rectify"};
  for (const WorkflowCommand& command : workflow.commands) {
    if (command.kind == CommandKind::open) continue;
    layout.commands.push_back({command.code});
    if (command.kind == CommandKind::assign) layout.commands.back().argument = EventArgument::unit;
    if (command.code == "extend" && workflow.extension_adds == ExtensionAdds::granted)
      layout.commands.back().argument = EventArgument::working_days;
  }
  for (int limits = pick(0, 4); limits > 0; --limits) layout.limits.push_back(WorkingDays(pick(1, 10)));
  layout.units = static_cast<std::size_t>(pick(1, 5));
  layout.vouched_guards = {Guard::not_doer, Guard::verification_failed, Guard::evidence_newer_than_closing};
  layout.vouched_fields = {Field::reason, Field::evidence};
  return layout;
}

/// Columns with what is asked for, and where it is kept.
struct Table {
  std::vector<std::uint32_t> opened, priority, unit;
  std::vector<test::PlainRow> rows;

  std::vector<std::uint32_t> of(std::uint32_t test::PlainRow::*member) const {
    std::vector<std::uint32_t> column;
    for (const test::PlainRow& row : rows) column.push_back(row.*member);
    return column;
  }
};

struct Outcome {
  std::vector<std::uint32_t> due{};
  std::vector<std::uint8_t> state{}, overdue{};
  std::vector<std::uint16_t> unit{};
  std::vector<TicketCell> cells{};
  RejectedTicketRows tickets{}, events{};
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

Outcome run(const CompiledWorkflow& workflow, const WorkingCalendar& calendar, const TicketLayout& layout,
            const Table& table, Date as_of, BulkTicketOptions options, const Executor& executor) {
  const Result<BulkTickets> bulk = BulkTickets::create(workflow, calendar, layout, options);
  if (!bulk) RC_FAIL(bulk.diagnostics().to_string());
  const std::size_t tickets = table.opened.size();
  Outcome outcome{.due = std::vector<std::uint32_t>(tickets),
                  .state = std::vector<std::uint8_t>(tickets),
                  .overdue = std::vector<std::uint8_t>(tickets),
                  .unit = std::vector<std::uint16_t>(tickets),
                  .cells = std::vector<TicketCell>(layout.units * bulk->months(as_of))};
  const auto ticket = table.of(&test::PlainRow::ticket), minute = table.of(&test::PlainRow::minute),
             command = table.of(&test::PlainRow::command), argument = table.of(&test::PlainRow::argument);
  const std::vector<std::uint16_t> narrow(command.begin(), command.end());
  TicketReport report = bulk->run({.opened = table.opened, .priority = table.priority, .unit = table.unit},
                                  {.ticket = ticket, .minute = minute, .command = narrow, .argument = argument}, as_of,
                                  {.due_day = outcome.due,
                                   .state = outcome.state,
                                   .unit = outcome.unit,
                                   .overdue = outcome.overdue,
                                   .cells = outcome.cells},
                                  executor);
  outcome.tickets = std::move(report.tickets);
  outcome.events = std::move(report.events);
  return outcome;
}

void reject(RejectedTicketRows& rows, std::size_t row, TicketFault fault) {
  ++rows.by[static_cast<std::size_t>(fault)];
  rows.listed.push_back({row, fault});
}

Outcome plainly(const Workflow& workflow, const WorkingCalendar& calendar, const TicketLayout& layout,
                const Table& table, Date as_of) {
  const test::PlainTickets plain(workflow, calendar, layout, as_of);
  Outcome outcome;
  std::vector<test::PlainTicket> tickets;
  for (std::size_t t = 0; t < table.opened.size(); ++t) {
    tickets.push_back(plain.open(table.opened[t], table.priority[t], table.unit[t]));
    if (tickets.back().rejected) reject(outcome.tickets, t, *tickets.back().rejected);
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const test::PlainRow& row = table.rows[r];
    const std::optional<TicketFault> fault =
        row.ticket < tickets.size() ? plain.follow(tickets[row.ticket], row) : TicketFault::no_such_ticket;
    if (fault) reject(outcome.events, r, *fault);
  }
  const auto month_of = [&](Date date) {
    return static_cast<std::size_t>((date.year() - first_day.year()) * 12 + static_cast<int>(date.month()) - 1);
  };
  const std::size_t months = month_of(as_of) + 1;
  outcome.cells.resize(layout.units * months);
  for (const test::PlainTicket& ticket : tickets) {
    const bool bad = ticket.rejected.has_value();
    outcome.due.push_back(bad ? no_due_day : plain.due_at_end(ticket).value_or(no_due_day));
    outcome.overdue.push_back(!bad && plain.overdue(ticket) ? 1 : 0);
    outcome.unit.push_back(bad ? no_ticket_unit : static_cast<std::uint16_t>(ticket.unit));
    const auto state = std::find_if(workflow.states.begin(), workflow.states.end(),
                                    [&](const WorkflowState& each) { return each.code == ticket.state; });
    outcome.state.push_back(bad ? no_ticket_state : static_cast<std::uint8_t>(state - workflow.states.begin()));
    if (bad) continue;
    TicketCell& cell =
        outcome.cells[ticket.unit * months + month_of(first_day.plus_days(static_cast<int>(ticket.opened / 1440)))];
    ++cell.total;
    cell.overdue += outcome.overdue.back();
  }
  return outcome;
}

/// Rows of one ticket rise in time, mostly; those of several are mixed.
Table any_table(const TicketLayout& layout, int tickets, std::int32_t days, bool with_faults) {
  Table table;
  std::vector<std::vector<test::PlainRow>> lives;
  const auto wrong = [&] { return with_faults && chance(2); };
  for (int t = 0; t < tickets; ++t) {
    table.opened.push_back(below((wrong() ? days + 20 : days) * 1440));
    table.priority.push_back(wrong() ? 9 : below(std::max(1, static_cast<int>(layout.limits.size()))));
    table.unit.push_back(wrong() ? 70'000 : below(static_cast<int>(layout.units)));
    std::uint32_t minute = table.opened.back();
    lives.emplace_back();
    for (int left = pick(0, 12); left > 0; --left) {
      minute += below(one_of<int>({2, 600, 3000, 9000}));
      if (wrong() && minute > 2000) minute -= 2000;
      const std::uint32_t command = wrong() ? 300 : below(static_cast<int>(layout.commands.size()));
      const bool is_unit = command < layout.commands.size() && layout.commands[command].argument == EventArgument::unit;
      lives.back().push_back({wrong() ? 5000 : static_cast<std::uint32_t>(t), minute, command,
                              wrong()   ? 0xFFFF'FFF0
                              : is_unit ? below(static_cast<int>(layout.units))
                                        : below(9)});
    }
  }
  std::vector<std::size_t> next(lives.size());
  for (bool more = true; more;) {
    more = false;
    for (std::size_t t = 0; t < lives.size(); ++t) {
      for (int some = pick(0, 2); some > 0 && next[t] < lives[t].size(); --some)
        table.rows.push_back(lives[t][next[t]++]);
      more = more || next[t] < lives[t].size();
    }
  }
  return table;
}

RC_GTEST_PROP(BulkTicketLaws, AreWhatAWalkThroughTheDaysGives, ()) {
  const WorkingCalendar calendar = any_calendar().latest();
  const Workflow workflow = any_workflow();
  const Result<CompiledWorkflow> compiled = compile(workflow);
  if (!compiled) RC_FAIL(compiled.diagnostics().to_string());
  TicketLayout layout = any_layout(workflow);
  layout.pause_days = one_of<PauseDays>({PauseDays::by_moment, PauseDays::by_day});
  if (layout.pause_days == PauseDays::by_day && chance(50)) layout.vouched_guards.push_back(Guard::deadline_not_passed);
  const auto days = static_cast<std::int32_t>(calendar.last().days_since(first_day));
  const Date as_of = first_day.plus_days(pick(days / 2, days));
  const bool many = chance(10);
  const Table table = any_table(layout, many ? pick(65, 300) : pick(0, 12), days, true);
  const Outcome expected = plainly(workflow, calendar, layout, table, as_of);
  RC_CLASSIFY(!expected.events.listed.empty(), "events are rejected");
  RC_CLASSIFY(std::count(expected.overdue.begin(), expected.overdue.end(), 1) > 0, "tickets are overdue");
  for (const std::size_t parts : {std::size_t{1}, std::size_t{2}, std::size_t{4}}) {
    const Outcome got =
        run(*compiled, calendar, layout, table, as_of, {.parts = parts, .listed = SIZE_MAX}, threads(parts));
    RC_ASSERT(got.tickets == expected.tickets);
    RC_ASSERT(got.events == expected.events);
    RC_ASSERT(got.state == expected.state);
    RC_ASSERT(got.unit == expected.unit);
    RC_ASSERT(got.due == expected.due);
    RC_ASSERT(got == expected);
  }
  const Outcome short_list = run(*compiled, calendar, layout, table, as_of, {.parts = 3, .listed = 2}, sequential());
  RC_ASSERT(short_list.events.by == expected.events.by);
  std::vector<RejectedTicketRow> first = expected.events.listed;
  if (first.size() > 2) first.resize(2);
  RC_ASSERT(short_list.events.listed == first);
}

/// Somebody who has not acted yet, with everything that a command may take.
class Desk {
 public:
  Desk(const CompiledWorkflow& workflow, const CalendarHistory& history, const TicketLayout& layout)
      : layout_(layout),
        zone_(history.latest().zone()),
        book_(TicketSetup{.workflows = {workflow}, .calendars = {history}}) {}

  bool open(std::size_t ticket, std::uint32_t minute, std::uint32_t priority, std::uint32_t unit) {
    TicketCommand command = made(ticket, layout_.opening, minute);
    command.opening = TicketOpening{.workflow = "made", .subject = {.title = "litter", .site = "S1"}};
    command.unit = "u" + std::to_string(unit);
    if (!layout_.limits.empty()) command.limits = {{"rectify", layout_.limits[priority]}};
    return book_.carry_out(command).ok();
  }

  enum class Answer { done, refused, not_vouched };
  Answer follow(const test::PlainRow& row) {
    const TicketLayout::Command& code = layout_.commands[row.command];
    TicketCommand command = made(row.ticket, code.command, row.minute);
    if (code.command == "extend" || code.command == "fail") command.reason = "rain";
    if (code.command == "reopen") {
      std::string sha256(64, 'a');
      const std::string number = std::to_string(people_);
      command.evidence = {{{sha256.replace(0, number.size(), number), "photo.jpg"}, command.happened}};
    }
    if (code.argument == EventArgument::unit) command.unit = "u" + std::to_string(row.argument);
    if (code.argument == EventArgument::working_days)
      command.limit = WorkingDays(static_cast<std::int32_t>(row.argument));
    const TicketPermission permission = book_.may(command);
    if (permission.allowed) {
      RC_ASSERT(book_.carry_out(command).ok());
      return Answer::done;
    }
    RC_ASSERT(permission.missing.empty());
    const auto vouched = [&](Guard guard) {
      return std::count(layout_.vouched_guards.begin(), layout_.vouched_guards.end(), guard) > 0;
    };
    return std::any_of(permission.unmet.begin(), permission.unmet.end(), vouched) ? Answer::not_vouched
                                                                                  : Answer::refused;
  }

  const Ticket& ticket(std::size_t number) const { return *book_.find("T" + std::to_string(number)); }

 private:
  TicketCommand made(std::size_t ticket, const std::string& name, std::uint32_t minute) {
    TicketCommand command{.command = name, .ticket = "T" + std::to_string(ticket)};
    command.actor = {{"p" + std::to_string(++people_), "office"}, {"office"}};
    command.happened = Instant(zone_.instant(first_day, {}).sys_seconds() + std::chrono::minutes(minute));
    command.recorded = command.happened;
    return command;
  }

  const TicketLayout& layout_;
  TimeZone zone_;
  TicketBook book_;
  int people_ = 0;
};

RC_GTEST_PROP(BulkTicketLaws, AreWhatSingleTicketsComeTo, ()) {
  const CalendarHistory history = any_calendar();
  const WorkingCalendar& calendar = history.latest();
  const Workflow workflow = any_workflow();
  const CompiledWorkflow compiled = compile(workflow).value();
  const TicketLayout layout = any_layout(workflow);
  const auto days = static_cast<std::int32_t>(calendar.last().days_since(first_day));
  Table table = any_table(layout, pick(1, 4), days, false);
  Desk desk(compiled, history, layout);
  std::vector<bool> opened;
  for (std::size_t t = 0; t < table.opened.size(); ++t)
    opened.push_back(desk.open(t, table.opened[t], table.priority[t], table.unit[t]));
  // What the layout vouches for is so in no row that does not fulfil it.
  std::vector<test::PlainRow> rows;
  std::vector<bool> done;
  for (const test::PlainRow& row : table.rows) {
    if (row.minute / 1440 > static_cast<std::uint32_t>(days)) continue;
    const Desk::Answer answer = opened[row.ticket] ? desk.follow(row) : Desk::Answer::refused;
    if (answer == Desk::Answer::not_vouched) continue;
    rows.push_back(row);
    done.push_back(answer == Desk::Answer::done);
  }
  table.rows = std::move(rows);
  const Outcome got =
      run(compiled, calendar, layout, table, calendar.last(), {.parts = 1, .listed = SIZE_MAX}, sequential());
  std::vector<bool> accepted(table.rows.size(), true);
  for (const RejectedTicketRow& row : got.events.listed) accepted[row.row] = false;
  RC_ASSERT(accepted == done);
  RC_CLASSIFY(std::count(done.begin(), done.end(), true) > 3, "many events happen");
  RC_CLASSIFY(std::count(done.begin(), done.end(), false) > 1, "some events are refused");
  for (std::size_t t = 0; t < opened.size(); ++t) {
    RC_ASSERT((got.state[t] != no_ticket_state) == opened[t]);
    if (!opened[t]) continue;
    const Ticket& ticket = desk.ticket(t);
    RC_ASSERT(ticket.state().index() == got.state[t]);
    RC_ASSERT(ticket.unit() == "u" + std::to_string(got.unit[t]));
    const Shared<Deadline>& deadline = ticket.limits().front().deadline;
    RC_ASSERT(static_cast<bool>(deadline) == (got.due[t] != no_due_day));
    if (deadline) RC_ASSERT(deadline->last_day->days_since(first_day) == static_cast<std::int64_t>(got.due[t]));
  }
}

}  // namespace
}  // namespace aedile
