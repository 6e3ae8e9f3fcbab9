// Deadlines of tickets: all kinds of limits, several at once, pauses, revisions of the calendar.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/calendar/working_clock.h"
#include "rectification/limit_deadline.h"
#include "rectification/play.h"

namespace aedile::test {
namespace {

/// 围护 within 3 hours, 修复 within 8, both from the beginning; checking stands still for the second.
Workflow pipe() {
  Workflow pipe{.id = "pipe", .edition = "1"};
  pipe.roles = {{"inspector"}, {"unit"}};
  pipe.states = {{"broken"}, {"checking"}, {"closed", {}, Ending::closed}};
  pipe.commands = {{"open", CommandKind::open},
                   {"fenced", CommandKind::note},
                   {"repaired", CommandKind::report_done},
                   {"pass", CommandKind::verify_pass},
                   {"fail", CommandKind::verify_fail}};
  pipe.transitions = {{{}, "open", {"inspector"}, "broken"},
                      {{"broken"}, "fenced", {"unit"}, ""},
                      {{"broken"}, "repaired", {"unit"}, "checking", {}, {Field::evidence}},
                      {{"checking"}, "pass", {"inspector"}, "closed", {Guard::not_doer}},
                      {{"checking"}, "fail", {"inspector"}, "broken", {}, {Field::reason}}};
  pipe.limits = {{"fence", {}, {"broken"}, {}, "fenced", ContinuousHours::hours(3)},
                 {"repair", {}, {"broken"}, {"checking"}, "", ContinuousHours::hours(8)}};
  return pipe;
}

const TicketActor inspector = Play::actor("wu", {"inspector"});
const TicketActor unit = Play::actor("li", {"unit"}, "water");

TEST(StagedLimits, RunSideBySide) {
  Play play({compile(pipe()).value()}, at("2026-03-02T20:00:00+08:00"));
  play.must(play.opening("P1", "open", inspector));
  EXPECT_EQ(play.book.due(play.now),
            (std::vector<DueTicket>{{"P1", "fence", at("2026-03-02T23:00:00+08:00"), false},
                                    {"P1", "repair", at("2026-03-03T04:00:00+08:00"), false}}));
  play.now = at("2026-03-02T23:30:00+08:00");
  EXPECT_TRUE(play.book.due(play.now).front().overdue);
  play.must(play.command("P1", "fenced", unit));
  const Ticket& ticket = *play.book.find("P1");
  EXPECT_TRUE(ticket.was_late()) << "the fence stood half an hour late";
  EXPECT_EQ(play.book.due(play.now).size(), 1u);
  EXPECT_EQ(ticket.next_due(), at("2026-03-03T04:00:00+08:00"));
}

TEST(StagedLimits, StandStillWhereTheWorkflowSaysSo) {
  Play play({compile(pipe()).value()}, at("2026-03-02T08:00:00+08:00"));
  play.must(play.opening("P1", "open", inspector));
  play.must(play.command("P1", "fenced", unit));
  play.now = at("2026-03-02T15:00:00+08:00");
  play.must(play.full("P1", "repaired", unit));
  EXPECT_TRUE(play.book.due(play.now).empty());
  // Seven hours used; checking took two days.
  play.now = at("2026-03-04T10:00:00+08:00");
  play.must(play.full("P1", "fail", inspector));
  EXPECT_EQ(play.book.find("P1")->next_due(), at("2026-03-04T11:00:00+08:00"));
  EXPECT_FALSE(play.book.find("P1")->was_late());
  play.now = at("2026-03-04T11:00:01+08:00");
  play.must(play.full("P1", "repaired", unit));
  EXPECT_TRUE(play.book.find("P1")->was_late());
  EXPECT_TRUE(play.must(play.full("P1", "pass", inspector)).was_late());
  EXPECT_EQ(replay(play.setup, play.events).value(), play.book);
}

TEST(Limits, OfTheTicketCountInsteadOfTheWorkflows) {
  Play play({compile(pipe()).value()}, at("2026-03-02T08:00:00+08:00"));
  TicketCommand open = play.opening("P1", "open", inspector);
  open.limits = {{"repair", WorkingHours::hours(4)}};
  play.must(open);
  // Office hours 08:30–12:00 and 13:30–17:30 as shipped.
  EXPECT_EQ(play.book.due(play.now).back().limit, "repair");
  EXPECT_EQ(play.book.due(play.now).back().due,
            china().add_working_time(at("2026-03-02T08:00:00+08:00"), WorkingHours::hours(4)).value());
  open.ticket = "P2";
  open.limits = {{"mend", WorkingHours::hours(4)}, {"repair", WorkingDays(-1)}};
  open.happened = open.recorded = play.now;
  const auto refused = play.book.decide(open);
  EXPECT_TRUE(refused.diagnostics().contains("ticket_unknown_limit"));
  EXPECT_TRUE(refused.diagnostics().contains("ticket_negative_limit"));
}

TEST(Limits, BeforeAMeetingWaitForItsDate) {
  Workflow loop = pipe();
  loop.limits = {{"repair", {}, {"broken"}, {}, "", BeforeEvent{"meeting"}}};
  Play play({compile(loop).value()});
  play.must(play.opening("P1", "open", inspector));
  EXPECT_TRUE(play.book.due(play.now).empty());
  EXPECT_TRUE(play.book.revised(play.now)->empty());
  TicketSetup with_meeting = *play.setup;
  with_meeting.events = {{"meeting", at("2026-03-09T14:00:00+08:00")}};
  play.book.use(std::make_shared<const TicketSetup>(std::move(with_meeting)));
  const auto moved = play.book.revised(play.now);
  ASSERT_EQ(moved->size(), 1u);
  EXPECT_EQ(moved->front().kind, CommandKind::set_deadline);
  EXPECT_TRUE(play.book.apply(moved->front()).empty());
  EXPECT_EQ(play.book.due(play.now).front().due, at("2026-03-09T14:00:00+08:00"));
  EXPECT_TRUE(play.book.revised(play.now)->empty());
}

TEST(Limits, FollowANewVersionOfTheCalendarByTheStatedPolicy) {
  // Labour Day 2019: one day off as known in December, four since 22 March.
  for (const auto& [policy, expected] : {std::pair(RevisionPolicy::freeze, "2019-05-03T00:00:00+08:00"),
                                         std::pair(RevisionPolicy::recompute, "2019-05-01T00:00:00+08:00"),
                                         std::pair(RevisionPolicy::never_earlier, "2019-05-03T00:00:00+08:00")}) {
    Workflow loop = pipe();
    loop.limits = {{"repair", {}, {"broken"}, {}, "", OnDate{day("2019-04-26")}}};
    loop.limits.front().limit = WorkingDays(3);
    loop.revision = policy;
    // Made under the version before: the ticket was opened in March for work that begins on 26 April.
    Play play({compile(loop).value()}, at("2019-03-01T09:00:00+08:00"));
    play.must(play.opening("P1", "open", inspector));
    const SetDeadline set = play.events.front().deadlines.front();
    EXPECT_EQ(set.deadline->version, "2018-12-06");
    TicketEvent shifted{.ticket = "P1",
                        .number = 2,
                        .happened = at("2019-03-02T09:00:00+08:00"),
                        .recorded = at("2019-03-02T09:00:00+08:00"),
                        .kind = CommandKind::set_deadline,
                        .from = "broken",
                        .to = "broken"};
    const WorkingCalendar& old = *china_history().find("2018-12-06");
    shifted.deadlines = {
        {"repair", due(old, at("2019-04-26T00:00:00+08:00"), WorkingDays(3)).value(), WorkingDays(3), {}, {}}};
    ASSERT_TRUE(play.book.apply(shifted).empty());
    EXPECT_EQ(play.book.find("P1")->next_due(), at("2019-05-03T00:00:00+08:00"));
    EXPECT_TRUE(play.book.revised(at("2019-03-21T12:00:00+08:00"))->empty()) << "not known yet";
    const auto moved = play.book.revised(at("2019-03-22T12:00:00+08:00"));
    ASSERT_TRUE(moved) << moved.diagnostics();
    for (const TicketEvent& event : *moved) EXPECT_TRUE(play.book.apply(event).empty());
    EXPECT_EQ(play.book.find("P1")->next_due(), at(expected)) << to_string(policy);
    EXPECT_TRUE(play.book.revised(at("2019-03-22T13:00:00+08:00"))->empty()) << "once";
  }
}

TEST(Limits, BeyondTheCalendarAreRefusedNotGuessed) {
  Workflow loop = pipe();
  loop.limits = {{"repair", {}, {"broken"}, {}, "", WorkingDays(30)}};
  Play play({compile(loop).value()}, at("2026-12-20T09:00:00+08:00"));
  const auto refused = play.book.carry_out(play.opening("P1", "open", inspector));
  EXPECT_TRUE(refused.diagnostics().contains("beyond_calendar")) << refused.diagnostics();
  EXPECT_EQ(play.book.size(), 0u);
}

TEST(Limits, BeforeAMeetingFollowItsDateWhenThatChanges) {
  for (const auto& [policy, date, expected] :
       {std::tuple(RevisionPolicy::recompute, "2026-03-16T14:00:00+08:00", "2026-03-16T14:00:00+08:00"),
        std::tuple(RevisionPolicy::recompute, "2026-03-05T14:00:00+08:00", "2026-03-05T14:00:00+08:00"),
        std::tuple(RevisionPolicy::never_earlier, "2026-03-16T14:00:00+08:00", "2026-03-16T14:00:00+08:00"),
        std::tuple(RevisionPolicy::never_earlier, "2026-03-05T14:00:00+08:00", "2026-03-09T14:00:00+08:00"),
        std::tuple(RevisionPolicy::freeze, "2026-03-16T14:00:00+08:00", "2026-03-09T14:00:00+08:00")}) {
    Workflow loop = pipe();
    loop.limits = {{"repair", {}, {"broken"}, {}, "", BeforeEvent{"meeting"}}};
    loop.revision = policy;
    Play play({compile(loop).value()});
    const auto meeting_is = [&](const char* when) {
      TicketSetup with_meeting = *play.setup;
      with_meeting.events = {{"meeting", at(when)}};
      play.book.use(std::make_shared<const TicketSetup>(std::move(with_meeting)));
    };
    meeting_is("2026-03-09T14:00:00+08:00");
    play.must(play.opening("P1", "open", inspector));
    EXPECT_EQ(play.book.find("P1")->next_due(), at("2026-03-09T14:00:00+08:00"));
    EXPECT_TRUE(play.book.revised(play.now)->empty()) << "nothing has changed";
    meeting_is(date);
    const std::vector<TicketEvent> moved = play.book.revised(play.now).value();
    for (const TicketEvent& event : moved) EXPECT_TRUE(play.book.apply(event).empty());
    EXPECT_EQ(play.book.find("P1")->next_due(), at(expected)) << to_string(policy) << ' ' << date;
    EXPECT_TRUE(play.book.revised(play.now)->empty()) << "once";
  }
}

const TicketActor leader = Play::actor("chen", {"leader"});

TEST(Limits, OnADateThatHasPassedRestartOverdue) {
  for (const char* const date : {"2026-03-06", "2026-03-07"}) {
    Play play({shipped("street_notice")});
    TicketCommand open = play.opening("P1", "issue", inspector);
    open.limits = {{"rectify", OnDate{day(date)}}};
    const Instant due = *play.must(open).next_due();
    TicketCommand exempt = play.full("P1", "exempt", leader);
    exempt.until = at("2026-03-20T09:00:00+08:00");
    play.must(exempt);
    play.now = at("2026-03-21T09:00:00+08:00");
    const auto over = play.book.elapsed(play.now);
    ASSERT_TRUE(over) << over.diagnostics();
    ASSERT_EQ(over->size(), 1u);
    EXPECT_TRUE(play.book.apply(over->front()).empty());
    EXPECT_EQ(play.book.due(play.now), (std::vector<DueTicket>{{"P1", "rectify", due, true}}));
    EXPECT_TRUE(play.book.revised(play.now)->empty());
    // Somebody else gets it with the date that it has; a new date that has passed is a mistake.
    TicketCommand redirect = play.full("P1", "redirect", leader);
    redirect.limits = {{"rectify", OnDate{day(date)}}};
    EXPECT_TRUE(play.book.decide(redirect).diagnostics().contains("date_before_start"));
    redirect.limits.clear();
    EXPECT_EQ(play.must(redirect).next_due(), due);
  }
}

TEST(Limits, WithoutACalendarKeepNoOtherTicketFromWhatTimeBrings) {
  Play play({shipped("street_notice")}, at("2026-12-01T09:00:00+08:00"));
  for (const auto& [ticket, until] :
       {std::pair("P1", "2026-12-30T09:00:00+08:00"), std::pair("P2", "2026-12-10T09:00:00+08:00")}) {
    play.must(play.opening(ticket, "issue", inspector));
    TicketCommand exempt = play.full(ticket, "exempt", leader);
    exempt.until = at(until);
    play.must(exempt);
  }
  play.now = at("2026-12-31T09:00:00+08:00");
  const auto over = play.book.elapsed(play.now);
  ASSERT_TRUE(over) << over.diagnostics();
  ASSERT_EQ(over->size(), 2u);
  for (const TicketEvent& event : *over) EXPECT_TRUE(play.book.apply(event).empty());
  EXPECT_EQ(play.book.find("P1")->state_code(), "rectifying");
  EXPECT_FALSE(play.book.find("P1")->next_due()) << "the holidays of 2027 are not known";
  EXPECT_EQ(play.book.find("P2")->next_due(), at("2026-12-18T00:00:00+08:00"));
  const auto moved = play.book.revised(play.now);
  ASSERT_TRUE(moved) << moved.diagnostics();
  EXPECT_TRUE(moved->empty());
}

TEST(Limits, AreNotSetByWhatEndsTheTicket) {
  Play play({shipped("street_notice")});
  const TicketActor cleaning = Play::actor("li", {"unit"}, "cleaning");
  play.must(play.opening("P1", "issue", inspector));
  EXPECT_EQ(play.book.find("P1")->next_due(), at("2026-03-10T00:00:00+08:00"));
  play.now = at("2026-03-03T10:00:00+08:00");
  play.must(play.full("P1", "reply", cleaning));
  play.now = at("2026-03-05T10:00:00+08:00");
  const Ticket& ticket = play.must(play.full("P1", "accept_reply", leader));
  EXPECT_TRUE(ticket.has_ended());
  EXPECT_TRUE(play.events.back().deadlines.empty());
  EXPECT_FALSE(ticket.limits().front().deadline);
  EXPECT_EQ(replay(play.setup, play.events).value(), play.book);
}

/// An answer may be accepted, and the ticket taken up again: the limit of eight hours stood still at the answer.
TEST(Limits, ThatStoodStillAtTheEndGoOnWhenTheTicketIsTakenUpAgain) {
  Workflow loop = pipe();
  loop.commands.push_back({"reopen", CommandKind::reopen});
  loop.transitions.push_back({{"closed"},
                              "reopen",
                              {"inspector"},
                              "broken",
                              {Guard::verification_failed, Guard::evidence_newer_than_closing},
                              {Field::evidence}});
  loop.commands.push_back({"look", CommandKind::verify_fail});
  loop.transitions.push_back({{"closed"}, "look", {"inspector"}, "", {Guard::not_doer}, {Field::reason}});
  const auto compiled = compile(loop);
  ASSERT_TRUE(compiled) << compiled.diagnostics();
  Play play({*compiled}, at("2026-03-02T08:00:00+08:00"));
  play.must(play.opening("P1", "open", inspector));
  play.now = at("2026-03-02T15:00:00+08:00");
  play.must(play.full("P1", "repaired", unit));
  play.now = at("2026-03-04T10:00:00+08:00");
  play.must(play.full("P1", "pass", inspector));
  EXPECT_TRUE(play.events.back().deadlines.empty());
  play.must(play.full("P1", "look", inspector));
  play.now = at("2026-03-05T10:00:00+08:00");
  play.must(play.full("P1", "reopen", inspector));
  const std::vector<DueTicket> due = play.book.due(play.now);
  ASSERT_EQ(due.size(), 2u);
  // Seven hours were used before checking; the eighth went by after it.
  EXPECT_EQ(due.back(), (DueTicket{"P1", "repair", at("2026-03-04T11:00:00+08:00"), true}));
  EXPECT_EQ(replay(play.setup, play.events).value(), play.book);
}

// The laws, on any pauses.

/// Some pauses from March 2026 on, in order, that may overlap.
std::vector<WorkingSpan> any_pauses() {
  std::vector<WorkingSpan> pauses;
  std::int64_t begin = at("2026-03-02T00:00:00+08:00").sys_seconds().time_since_epoch().count();
  const int count = *rc::gen::inRange(0, 5);
  for (int i = 0; i < count; ++i) {
    begin += *rc::gen::inRange(0, 90'000);
    const std::int64_t end = begin + *rc::gen::inRange(0, 200'000);
    const auto instant = [](std::int64_t seconds) {
      return Instant(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
    };
    pauses.push_back({instant(begin), instant(end)});
  }
  return pauses;
}

TicketLimit limit_with(TimeLimit length, std::vector<WorkingSpan> pauses) {
  return {.limit = LimitId{0},
          .started = at("2026-03-02T09:00:00+08:00"),
          .original = std::move(length),
          .pauses = std::move(pauses)};
}

Instant due_of(const TicketLimit& limit, const DeadlineRules& rules = {}) {
  return detail::limit_deadline(china(), limit, {.code = "l", .rules = rules}, {}).value()->due;
}

/// Seconds of [from, to) that lie in no pause, counted one pause after the other.
std::int64_t unpaused(Instant from, Instant to, const std::vector<WorkingSpan>& pauses) {
  std::int64_t total = 0;
  Instant at = from;
  while (at < to) {
    Instant next = to;
    bool paused = false;
    for (const WorkingSpan& pause : pauses) {
      if (pause.begin <= at && at < pause.end) {
        paused = true;
        next = std::min(next, pause.end);
      } else if (at < pause.begin) {
        next = std::min(next, pause.begin);
      }
    }
    // The end of one pause may lie in another; then the next turn sees to it.
    if (!paused) total += (next.sys_seconds() - at.sys_seconds()).count();
    at = next;
  }
  return total;
}

RC_GTEST_PROP(LimitLaws, ContinuousHoursTakeExactlyTheirTime, ()) {
  const auto pauses = any_pauses();
  const auto hours = ContinuousHours::hours(*rc::gen::inRange(1, 100));
  const TicketLimit limit = limit_with(hours, pauses);
  RC_ASSERT(unpaused(limit.started, due_of(limit), pauses) == hours.length().count());
}

RC_GTEST_PROP(LimitLaws, NoPauseMakesAnythingDueEarlier, ()) {
  const auto pauses = any_pauses();
  const TimeLimit length = *rc::gen::element<TimeLimit>(WorkingDays(4), CalendarDays(6), WorkingHours::hours(13),
                                                        ContinuousHours::hours(30));
  for (const DayEnd day_end : {DayEnd::midnight, DayEnd::closing, DayEnd::same_time}) {
    const DeadlineRules rules{.day_end = day_end};
    RC_ASSERT(due_of(limit_with(length, pauses), rules) >= due_of(limit_with(length, {}), rules));
  }
}

RC_GTEST_PROP(LimitLaws, DaysAreThoseAtWhoseEndTheClockRuns, ()) {
  const auto pauses = any_pauses();
  const std::int32_t days = *rc::gen::inRange(1, 9);
  const TicketLimit limit = limit_with(CalendarDays(days), pauses);
  const Instant due = due_of(limit, {.rest_day = RestDayRoll::keep});
  std::int32_t counted = 0;
  for (Date date = day("2026-03-03");; date = date.plus_days(1)) {
    const Instant end = china().end_of(date).value();
    if (end > due) break;
    const bool paused = std::any_of(pauses.begin(), pauses.end(),
                                    [&](const WorkingSpan& pause) { return pause.begin < end && end <= pause.end; });
    if (!paused) ++counted;
  }
  RC_ASSERT(counted == days);
}

TEST(Extensions, BeginWhereTheDeadlineStood) {
  TicketLimit limit = limit_with(CalendarDays(5), {});
  // Monday 2 March + 5: Saturday the 7th, so Monday the 9th; and 5 from there: the 14th, so the 16th.
  EXPECT_EQ(due_of(limit), at("2026-03-10T00:00:00+08:00"));
  limit.added = {CalendarDays(5)};
  EXPECT_EQ(due_of(limit), at("2026-03-17T00:00:00+08:00"));
  limit.added = {OnDate{day("2026-03-20")}};
  EXPECT_EQ(due_of(limit), at("2026-03-21T00:00:00+08:00"));
  TicketLimit hours = limit_with(ContinuousHours::hours(4), {});
  hours.added = {ContinuousHours::hours(4)};
  EXPECT_EQ(due_of(hours), at("2026-03-02T17:00:00+08:00"));
}

}  // namespace
}  // namespace aedile::test
