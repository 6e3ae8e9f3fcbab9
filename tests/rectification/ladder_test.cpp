// The ladder of a ticket: each step at its instant, once, whenever and however often it is asked for.
#include "aedile/rectification/ladder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/rectification/day_and_time.h"
#include "calendar/calendars.h"

namespace aedile {
namespace {

using test::at;
using test::china;

Ladder street() {
  Ladder ladder{.id = "street"};
  ladder.steps = {{"remind", AheadOfDue{WorkingDays(1)}, LadderEffect::reminder},
                  {"half", ShareOfTime{Rational(1, 2)}, LadderEffect::supervision},
                  {"double", AtDue{}, LadderEffect::doubled_deduction},
                  {"circular", AfterDue{WorkingDays(3)}, LadderEffect::circular},
                  {"talk", AfterDue{WorkingDays(5)}, LadderEffect::talk, WorkingDays(5)}};
  return ladder;
}

/// A notice of Thursday 5 March 2026, 10:00, five working days: due at 24:00 of Thursday the 12th.
LadderCase notice(const TimeLimit& limit = WorkingDays(5), const DeadlineRules& rules = {}) {
  const Instant start = at("2026-03-05T10:00:00+08:00");
  LadderCase ticket{.ticket = "T-12", .start = start};
  ticket.deadline = due(china(), start, limit, rules).value();
  return ticket;
}

/// "double 2026-03-13T00:00:00+08:00"
std::vector<std::string> shown(const std::vector<DueStep>& steps) {
  std::vector<std::string> lines;
  for (const DueStep& step : steps) {
    lines.push_back(step.key.substr(step.key.find('/') + 1) + " " + china().zone().print(step.due));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Ladder, HappensBeforeAtAndAfterTheDeadline) {
  EXPECT_EQ(
      shown(steps_ahead(street(), china(), notice()).value()),
      (Lines{"half 2026-03-10T09:15:00+08:00", "remind 2026-03-12T00:00:00+08:00", "double 2026-03-13T00:00:00+08:00",
             "circular 2026-03-18T00:00:00+08:00", "talk 2026-03-20T00:00:00+08:00"}));
}

TEST(Ladder, YieldsWhatHasComeEachStepOnce) {
  const Instant monday = at("2026-03-16T09:00:00+08:00");
  EXPECT_EQ(shown(steps_due(street(), china(), notice(), monday).value()),
            (Lines{"half 2026-03-10T09:15:00+08:00", "remind 2026-03-12T00:00:00+08:00",
                   "double 2026-03-13T00:00:00+08:00"}));
  const std::vector<std::string> issued{"street/half", "street/remind"};
  EXPECT_EQ(shown(steps_due(street(), china(), notice(), monday, issued).value()),
            (Lines{"double 2026-03-13T00:00:00+08:00"}));
}

TEST(Ladder, AStepIsDueAtItsVeryInstantAndNotBefore) {
  const Instant due = at("2026-03-13T00:00:00+08:00");
  const Instant before(due.sys_seconds() - std::chrono::seconds(1));
  EXPECT_EQ(steps_due(street(), china(), notice(), before)->size(), 2u);
  EXPECT_EQ(steps_due(street(), china(), notice(), due)->size(), 3u);
}

TEST(Ladder, GivesATalkItsOwnClock) {
  const std::vector<DueStep> steps = steps_ahead(street(), china(), notice()).value();
  ASSERT_TRUE(steps.back().answer_by);
  EXPECT_EQ(steps.back().effect, LadderEffect::talk);
  // Due at 24:00 of Thursday the 19th: Friday the 20th is the first of five days, Thursday the 26th the last.
  EXPECT_EQ(steps.back().answer_by->last_day, Date::of(2026, 3, 26));
}

TEST(Ladder, IsOverOnceTheTicketIsAnswered) {
  LadderCase ticket = notice();
  const Instant late = at("2026-04-30T09:00:00+08:00");
  ticket.answered = at("2026-03-12T15:00:00+08:00");
  EXPECT_EQ(shown(steps_due(street(), china(), ticket, late).value()),
            (Lines{"half 2026-03-10T09:15:00+08:00", "remind 2026-03-12T00:00:00+08:00"}));
  ticket.answered = ticket.deadline.due;  // in time to the second
  EXPECT_EQ(steps_due(street(), china(), ticket, late)->size(), 2u);
  ticket.answered = at("2026-03-13T00:00:01+08:00");
  EXPECT_EQ(steps_due(street(), china(), ticket, late)->size(), 3u);
}

TEST(Ladder, WaitsWhileTheTicketIsSuspended) {
  LadderCase ticket = notice();
  ticket.paused_since = at("2026-03-10T10:00:00+08:00");
  EXPECT_EQ(shown(steps_due(street(), china(), ticket, at("2026-04-30T09:00:00+08:00")).value()),
            (Lines{"half 2026-03-10T09:15:00+08:00"}));
}

TEST(Ladder, CountsTheShareOfTheTimeWithoutThePauses) {
  LadderCase ticket = notice(WorkingHours::hours(8));  // Thursday 10:00–12:00, 13:30–18:00, Friday 08:30–10:00
  EXPECT_EQ(ticket.deadline.due, at("2026-03-06T10:00:00+08:00"));
  Ladder half{.id = "half", .steps = {{"half", ShareOfTime{}, LadderEffect::reminder}}};
  EXPECT_EQ(shown(steps_ahead(half, china(), ticket).value()), (Lines{"half 2026-03-05T15:30:00+08:00"}));
  // Suspended from 11:00 to 14:00: half an hour before noon and half an hour after its end count twice over.
  ticket.pauses = {{at("2026-03-05T11:00:00+08:00"), at("2026-03-05T14:00:00+08:00")}};
  ticket.deadline.due = at("2026-03-06T11:30:00+08:00");
  EXPECT_EQ(shown(steps_ahead(half, china(), ticket).value()), (Lines{"half 2026-03-05T17:00:00+08:00"}));
}

TEST(Ladder, CountsTheShareOnTheWallForLimitsOnTheWall) {
  const Ladder half{.id = "half", .steps = {{"half", ShareOfTime{}, LadderEffect::reminder}}};
  EXPECT_EQ(shown(steps_ahead(half, china(), notice(ContinuousHours::hours(48))).value()),
            (Lines{"half 2026-03-06T10:00:00+08:00"}));
}

TEST(Ladder, RoundsTheShareUpToTheSecond) {
  const Ladder half{.id = "half", .steps = {{"half", ShareOfTime{}, LadderEffect::reminder}}};
  EXPECT_EQ(shown(steps_ahead(half, china(), notice(ContinuousHours::seconds(3))).value()),
            (Lines{"half 2026-03-05T10:00:02+08:00"}));
}

TEST(Ladder, PutsAStepThatWouldComeBeforeTheStartAtTheStart) {
  const Ladder early{.id = "early", .steps = {{"remind", AheadOfDue{WorkingDays(3)}, LadderEffect::reminder}}};
  EXPECT_EQ(shown(steps_ahead(early, china(), notice(WorkingDays(1))).value()),
            (Lines{"remind 2026-03-05T10:00:00+08:00"}));
}

TEST(Ladder, SaysItsGroundInBothLanguages) {
  const std::vector<DueStep> steps = steps_ahead(street(), china(), notice()).value();
  EXPECT_EQ(steps[0].ground.in(Language::en), "50 % of the time of T-12 has passed; it is due 2026-03-12 24:00");
  EXPECT_EQ(steps[2].ground.in(Language::en), "T-12 was due 2026-03-12 24:00 and is not answered");
  EXPECT_EQ(steps[3].ground.in(Language::zh), "T-12 整改时限 2026-03-12 24:00 届满后 3 个工作日仍未答复");
}

TEST(Ladder, EndsADayAtTwentyFourHours) {
  const TimeZone& zone = china().zone();
  EXPECT_EQ(day_and_time(zone, at("2026-03-13T00:00:00+08:00")), "2026-03-12 24:00");
  EXPECT_EQ(day_and_time(zone, at("2026-03-13T00:00:01+08:00")), "2026-03-13 00:00:01");
  EXPECT_EQ(day_and_time(zone, at("2026-03-13T09:05:00+08:00")), "2026-03-13 09:05");
}

TEST(Ladder, IsCheckedWholly) {
  Ladder wrong{.id = ""};
  EXPECT_TRUE(validate(wrong).contains("no_ladder_steps"));
  wrong.steps = {{"a", ShareOfTime{Rational(3, 2)}},
                 {"a", AheadOfDue{WorkingDays(-1)}},
                 {"b", AtDue{}, LadderEffect::talk, WorkingDays(0)}};
  const Diagnostics problems = validate(wrong);
  for (const char* code : {"empty_text", "ladder_share_range", "duplicate_ladder_step", "ladder_duration_range"}) {
    EXPECT_TRUE(problems.contains(code)) << code;
  }
  EXPECT_EQ(problems.error_count(), 5u) << problems;
  EXPECT_THROW(static_cast<void>(steps_ahead(wrong, china(), notice())), ContractError);
}

TEST(Ladder, BeyondTheCalendarIsAnError) {
  LadderCase ticket = notice();
  Ladder far{.id = "far", .steps = {{"x", AfterDue{WorkingDays(3000)}, LadderEffect::circular}}};
  EXPECT_TRUE(steps_ahead(far, china(), ticket).diagnostics().contains("beyond_calendar"));
}

// Facts of 2027 are published late in 2026: a calendar of tests that ends with 2026 knows the days before.
TEST(Ladder, WhatTheCalendarDoesNotReachWaitsAndHoldsUpNothingElse) {
  LadderCase ticket{.ticket = "T-90", .start = at("2026-12-16T09:00:00+08:00")};
  ticket.deadline = due(china(), ticket.start, WorkingDays(5)).value();
  Ladder ladder = street();
  ladder.steps.push_back({"account", AfterDue{WorkingDays(3000)}, LadderEffect::accountability});
  ladder.steps.push_back({"answer", AfterDue{WorkingDays(1)}, LadderEffect::talk, WorkingDays(3000)});
  EXPECT_EQ(shown(steps_due(ladder, china(), ticket, at("2026-12-24T09:00:00+08:00")).value()),
            (Lines{"half 2026-12-21T08:45:00+08:00", "remind 2026-12-23T00:00:00+08:00",
                   "double 2026-12-24T00:00:00+08:00"}));
  EXPECT_TRUE(
      steps_due(ladder, china(), ticket, at("2099-01-01T09:00:00+08:00")).diagnostics().contains("beyond_calendar"));
}

Instant some_instant() {
  return Instant(at("2026-03-01T00:00:00+08:00").sys_seconds() +
                 std::chrono::seconds(*rc::gen::inRange(0, 60 * 86'400)));
}

// Whatever the times of asking, and whatever was lost between asking and writing down: the steps written down in the
// end are the steps asked for once at the end.
RC_GTEST_PROP(LadderLaws, AskingOftenAndLateYieldsEachStepOnce, ()) {
  const LadderCase ticket = notice(WorkingDays(*rc::gen::inRange(1, 15)));
  std::vector<Instant> times;
  for (int i = *rc::gen::inRange(1, 6); i > 0; --i) times.push_back(some_instant());
  std::sort(times.begin(), times.end());
  std::vector<std::string> issued;
  std::vector<DueStep> all;
  for (const Instant time : times) {
    const std::vector<DueStep> come = steps_due(street(), china(), ticket, time, issued).value();
    for (const DueStep& step : come) {
      if (*rc::gen::inRange(0, 4) == 0) continue;  // the writer was killed before this one
      issued.push_back(step.key);
      all.push_back(step);
    }
  }
  const std::vector<DueStep> rest = steps_due(street(), china(), ticket, times.back(), issued).value();
  all.insert(all.end(), rest.begin(), rest.end());
  std::stable_sort(all.begin(), all.end(), [](const DueStep& a, const DueStep& b) { return a.due < b.due; });
  RC_ASSERT(all == steps_due(street(), china(), ticket, times.back()).value());
}

RC_GTEST_PROP(LadderLaws, MoreTimeNeverMakesAStepEarlier, ()) {
  const int days = *rc::gen::inRange(1, 15);
  const std::vector<DueStep> sooner = steps_ahead(street(), china(), notice(WorkingDays(days))).value();
  const std::vector<DueStep> later = steps_ahead(street(), china(), notice(WorkingDays(days + 1))).value();
  for (const DueStep& step : sooner) {
    const auto same = std::find_if(later.begin(), later.end(), [&](const DueStep& o) { return o.step == step.step; });
    RC_ASSERT(step.due <= same->due);
  }
}

}  // namespace
}  // namespace aedile
