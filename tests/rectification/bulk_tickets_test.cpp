// Tickets in columns: what is due when, what is rejected, and what has no table form.

#include "aedile/rectification/bulk_tickets.h"

#include <gtest/gtest.h>

#include "aedile/core/exceptions.h"
#include "calendar/calendars.h"

namespace aedile {
namespace {

using test::day;

/// Monday to Friday 09:00–17:00; 5 January 2026 is a Monday, day 4.
WorkingCalendar office() { return compile(test::plain_office()).value().latest(); }

Workflow loop() {
  Workflow loop{.id = "loop", .edition = "1"};
  loop.roles = {{"office"}};
  loop.states = {{"due"}, {"paused"}, {"closed", {}, Ending::closed}};
  loop.commands = {{"open", CommandKind::open},
                   {"assign", CommandKind::assign},
                   {"pause", CommandKind::note},
                   {"resume", CommandKind::note},
                   {"extend", CommandKind::request_extension},
                   {"close", CommandKind::verify_pass}};
  loop.transitions = {
      {{}, "open", {"office"}, "due"},
      {{"due"}, "assign", {"office"}, "", {}, {Field::unit}},
      {{"due"}, "pause", {"office"}, "paused"},
      {{"paused"}, "resume", {"office"}, "due"},
      {{"due"},
       "extend",
       {"office"},
       "",
       {Guard::deadline_not_passed, Guard::not_suspended, Guard::no_open_request, Guard::extensions_left},
       {Field::reason, Field::limit}},
      {{"due"}, "close", {"office"}, "closed", {Guard::not_doer}}};
  loop.limits = {{"rectify", {}, {"due"}, {"paused"}}};
  loop.limits.front().limit = WorkingDays(3);
  loop.extension.most = 1;
  loop.extension_adds = ExtensionAdds::granted;
  return loop;
}

enum Code : std::uint8_t { assign, pause, resume, extend, close };

TicketLayout layout() {
  TicketLayout layout{.first_day = day("2026-01-01"), .opening = "open", .limit = "rectify"};
  layout.commands = {
      {"assign", EventArgument::unit}, {"pause"}, {"resume"}, {"extend", EventArgument::working_days}, {"close"}};
  layout.units = 2;
  layout.vouched_guards = {Guard::not_doer};
  layout.vouched_fields = {Field::reason};
  return layout;
}

/// Of one ticket, opened on Monday 5 January at 09:00.
struct Life {
  std::vector<std::uint32_t> opened{minute(4, 9)}, ticket, minutes;
  std::vector<std::uint16_t> unit{0}, argument;
  std::vector<std::uint8_t> command;
  std::vector<std::uint32_t> due{0};
  std::vector<std::uint8_t> state{0}, overdue{0};
  std::vector<std::uint16_t> last_unit{0};
  std::vector<TicketCell> cells{2};

  static std::uint32_t minute(std::uint32_t day, std::uint32_t hour) { return (day * 24 + hour) * 60; }
  Life& then(std::uint32_t day, std::uint32_t hour, std::uint8_t code, std::uint16_t with = 0) {
    ticket.push_back(0);
    minutes.push_back(minute(day, hour));
    command.push_back(code);
    argument.push_back(with);
    return *this;
  }
  TicketReport run(const char* as_of, const TicketLayout& by = layout()) {
    const BulkTickets bulk = BulkTickets::create(compile(loop()).value(), office(), by).value();
    return bulk.run({.opened = opened, .unit = unit},
                    {.ticket = ticket, .minute = minutes, .command = command, .argument = argument}, day(as_of),
                    {.due_day = due, .state = state, .unit = last_unit, .overdue = overdue, .cells = cells});
  }
  std::vector<TicketFault> faults(const char* as_of) {
    std::vector<TicketFault> all;
    for (const RejectedTicketRow& row : run(as_of).events.listed) all.push_back(row.fault);
    return all;
  }
};

TEST(BulkTickets, AreDueAtTheEndOfTheirWorkingDays) {
  Life life;
  life.then(4, 10, assign, 1);
  EXPECT_EQ(life.run("2026-01-08").events.number(), 0U);
  EXPECT_EQ(life.due[0], 7U);  // Thursday 8 January
  EXPECT_EQ(life.overdue[0], 0U);
  EXPECT_EQ(life.last_unit[0], 1U);
  life.run("2026-01-09");
  EXPECT_EQ(life.overdue[0], 1U);
  EXPECT_EQ(life.cells, (std::vector<TicketCell>{{0, 0}, {1, 1}}));
}

TEST(BulkTickets, DoNotCountDaysAtWhoseLastWorkingMomentTheyStoodStill) {
  Life life;
  life.then(5, 10, pause).then(6, 10, resume);
  life.run("2026-01-08");
  EXPECT_EQ(life.due[0], 8U);
  Life after_closing;
  after_closing.then(5, 17, pause).then(6, 10, resume);  // 17:00 is closing time
  after_closing.run("2026-01-08");
  EXPECT_EQ(after_closing.due[0], 7U);
}

TEST(BulkTickets, StandingStillAreNotDueByMomentAndDriftByDay) {
  Life life;
  life.then(5, 10, pause);
  life.run("2026-01-09");
  EXPECT_EQ(life.due[0], no_due_day);
  EXPECT_EQ(life.overdue[0], 0U);
  TicketLayout by_day = layout();
  by_day.pause_days = PauseDays::by_day;
  life.run("2026-01-09", by_day);
  EXPECT_EQ(life.due[0], 12U);  // three working days later: Tuesday 13 January
}

TEST(BulkTickets, APauseThatBeginsOverdueMovesNothingByMomentAndAllByDay) {
  Life life;
  life.then(8, 10, pause).then(11, 10, resume).then(11, 11, close);  // Friday and Monday
  life.run("2026-01-20");
  EXPECT_EQ(life.due[0], 7U);
  EXPECT_EQ(life.overdue[0], 1U);
  TicketLayout by_day = layout();
  by_day.pause_days = PauseDays::by_day;
  life.run("2026-01-20", by_day);
  EXPECT_EQ(life.due[0], 8U);
}

TEST(BulkTickets, RejectedRowsSayWhyAndChangeNothing) {
  Life life;
  life.then(5, 9, resume)
      .then(5, 9, 9)
      .then(3, 9, assign)
      .then(5, 9, assign, 2)
      .then(5, 9, extend, 400)
      .then(5, 9, extend, 1);
  life.then(5, 9, extend, 1).then(20, 9, pause).then(400, 9, pause).then(6, 9, assign, 1);
  life.then(6, 9, assign).ticket.back() = 7;
  EXPECT_EQ(life.faults("2026-01-15"),
            (std::vector{TicketFault::no_such_transition, TicketFault::no_such_command, TicketFault::before_last_event,
                         TicketFault::no_such_unit, TicketFault::due_unknown, TicketFault::no_extension_left,
                         TicketFault::after_as_of, TicketFault::outside_calendar, TicketFault::no_such_ticket}));
  EXPECT_EQ(life.due[0], 8U);
  EXPECT_EQ(life.last_unit[0], 1U);
}

TEST(BulkTickets, MidnightIsInTimeAndTheNextMinuteIsNot) {
  Life life;
  life.then(8, 0, extend, 1);
  EXPECT_TRUE(life.faults("2026-01-15").empty());
  Life late;
  late.then(8, 0, extend, 1).minutes.back() += 1;
  EXPECT_EQ(late.faults("2026-01-15"), std::vector{TicketFault::deadline_passed});
}

TEST(BulkTickets, ARejectedTicketTakesItsEventsAlong) {
  Life life;
  life.unit[0] = 2;
  life.then(5, 9, pause);
  const TicketReport report = life.run("2026-01-15");
  EXPECT_EQ(report.tickets.listed, (std::vector<RejectedTicketRow>{{0, TicketFault::no_such_unit}}));
  EXPECT_EQ(report.events.listed, (std::vector<RejectedTicketRow>{{0, TicketFault::ticket_rejected}}));
  EXPECT_EQ(life.state[0], no_ticket_state);
  EXPECT_EQ(life.last_unit[0], no_ticket_unit);
  EXPECT_EQ(life.due[0], no_due_day);
  EXPECT_EQ(life.cells, std::vector<TicketCell>(2));
}

TEST(BulkTickets, RatesFollowExactlyFromCells) {
  const TicketCell both = TicketCell{5, 1} + TicketCell{4, 2};
  EXPECT_EQ(*on_time_rate(both).value, Rational(2, 3));
  EXPECT_FALSE(on_time_rate({}).value);
}

Diagnostics refused(const Workflow& workflow, const TicketLayout& by) {
  const auto bulk = BulkTickets::create(compile(workflow).value(), office(), by);
  return bulk ? Diagnostics() : bulk.diagnostics();
}

TEST(BulkTickets, WhatColumnsDoNotHoldMustBeVouchedFor) {
  TicketLayout by = layout();
  by.vouched_guards.clear();
  by.vouched_fields.clear();
  const Diagnostics problems = refused(loop(), by);
  EXPECT_TRUE(problems.contains("bulk_tickets_guard")) << problems;
  EXPECT_TRUE(problems.contains("bulk_tickets_field")) << problems;
}

TEST(BulkTickets, ALateExtensionCannotBeVouchedForByMoment) {
  TicketLayout by = layout();
  by.vouched_guards.push_back(Guard::deadline_not_passed);
  const BulkTickets bulk = BulkTickets::create(compile(loop()).value(), office(), by).value();
  Life late;
  late.then(9, 0, extend, 1);
  EXPECT_EQ(late.run("2026-01-15", by).events.by[static_cast<std::size_t>(TicketFault::deadline_passed)], 1U);
  by.pause_days = PauseDays::by_day;
  EXPECT_EQ(late.run("2026-01-15", by).events.number(), 0U);
}

TEST(BulkTickets, WhatHasNoTableFormIsNamed) {
  const auto names = [](const char* code, const Workflow& workflow, const TicketLayout& by) {
    const Diagnostics problems = refused(workflow, by);
    EXPECT_TRUE(problems.contains(code)) << "expected " << code << '\n' << problems;
  };
  TicketLayout by = layout();
  by.opening = "pause";
  names("bulk_tickets_opening", loop(), by);
  by = layout();
  by.commands.push_back({"pause"});
  names("bulk_tickets_command", loop(), by);
  by = layout();
  by.commands[3].argument = EventArgument::none;
  names("bulk_tickets_argument", loop(), by);
  by = layout();
  by.first_day = day("2025-12-31");
  names("bulk_tickets_calendar", loop(), by);
  by = layout();
  by.units = 70'000;
  names("bulk_tickets_size", loop(), by);
  by = layout();
  by.limits = {WorkingDays(0)};
  names("bulk_tickets_limit", loop(), by);

  Workflow other = loop();
  other.limits.front().limit = WorkingHours::hours(8);
  names("bulk_tickets_limit", other, layout());
  other = loop();
  other.limits.front().rules.day_end = DayEnd::closing;
  names("bulk_tickets_limit", other, layout());
  other = loop();
  other.extension.approvals = {"office"};
  names("bulk_tickets_approvals", other, layout());
  other = loop();
  other.transitions[3].effects = {{EffectKind::restart_limits, ""}};
  names("bulk_tickets_effect", other, layout());
  other = loop();
  other.transitions[4].from = {"paused"};
  names("bulk_tickets_clock", other, layout());
  other = loop();
  other.limits.front().runs_in = {"paused"};
  other.limits.front().stands_in = {"due"};
  names("bulk_tickets_clock", other, layout());
  other = loop();
  other.transitions.push_back({{"due"}, "pause", {}, "paused", {Guard::deadline_passed}, {}, {}, Trigger::clock});
  names("bulk_tickets_trigger", other, layout());
  other = loop();
  other.commands.push_back({"escalate", CommandKind::escalate});
  other.transitions.push_back({{"due"}, "escalate", {"office"}, ""});
  by = layout();
  by.commands.push_back({"escalate"});
  names("bulk_tickets_kind", other, by);
  EXPECT_TRUE(refused(other, layout()).empty());  // where no column has it, it does no harm
}

TEST(BulkTickets, ColumnsOfOtherLengthsAreABrokenContract) {
  Life life;
  life.then(5, 9, pause).argument.clear();
  EXPECT_THROW(life.run("2026-01-15"), ContractError);
  Life beyond;
  EXPECT_THROW(beyond.run("2027-01-15"), ContractError);
  EXPECT_THROW(static_cast<void>(BulkTickets::create(compile(loop()).value(), office(), layout(), {.parts = 0})),
               ContractError);
}

}  // namespace
}  // namespace aedile
