// What holds of every working clock, and the twin that steps by the minute.
#include <gtest/gtest.h>

#include "calendar/random_calendar.h"

namespace aedile::test {
namespace {

int any_length() { return *rc::gen::oneOf(rc::gen::inRange(0, 10), rc::gen::inRange(0, 6000)); }

/// The value, or nothing where the calendar does not reach.
template <class T>
std::optional<T> known(const Result<T>& result) {
  if (result) return *result;
  RC_ASSERT((result.diagnostics().contains("outside_calendar") || result.diagnostics().contains("beyond_calendar")));
  return std::nullopt;
}

RC_GTEST_PROP(WorkingClockLaw, AgreesWithItsTwinByTheMinute, ()) {
  const ClockCase each = any_clock();
  const WorkingClock clock = each.clock();
  const int length = any_length();
  const auto shown = [&](std::optional<int> minute) {
    return minute ? std::optional<Instant>(each.twin.at(*minute)) : std::nullopt;
  };
  RC_ASSERT(known(clock.due(WorkingHours::minutes(length))) == shown(each.twin.due(each.start, length)));
  const int other = *rc::gen::inRange(0, each.twin.minutes());
  RC_ASSERT(known(clock.back(each.twin.at(other), WorkingHours::minutes(length))) ==
            shown(each.twin.back(other, length)));
  const int passed = each.twin.elapsed(each.start, std::max(each.start, other));
  RC_ASSERT(clock.elapsed(each.twin.at(other)).value() == WorkingHours::minutes(passed));
  RC_ASSERT(clock.running(each.twin.at(other)).value() == (other >= each.start && each.twin.active(other)));
}

RC_GTEST_PROP(WorkingClockLaw, WhatIsDueHasTakenItsTime, ()) {
  const ClockCase each = any_clock();
  const WorkingClock clock = each.clock();
  const WorkingHours length = WorkingHours::seconds(*rc::gen::inRange(0, 400'000));
  const Result<Instant> due = clock.due(length);
  if (!due) return;
  RC_ASSERT(clock.elapsed(*due).value() == length);
  RC_ASSERT(clock.remaining(length, *due).value() == WorkingHours());
}

RC_GTEST_PROP(WorkingClockLaw, BackwardsIsTheInverse, ()) {
  const ClockCase each = any_clock();
  const WorkingClock clock = each.clock();
  const WorkingHours length = WorkingHours::seconds(*rc::gen::inRange(1, 400'000));
  const Result<Instant> due = clock.due(length);
  if (!due) return;
  const Instant begun = clock.due(WorkingHours()).value();  // where the clock first ran
  RC_ASSERT(clock.back(*due, length).value() == begun);
  const Result<Instant> early = clock.back(*due, WorkingHours::seconds(1));
  // Not always the instant of `due`: between two stretches of hours lie many with the same time elapsed.
  RC_ASSERT(clock.elapsed(early.value()).value() == length - WorkingHours::seconds(1));
}

RC_GTEST_PROP(WorkingClockLaw, AMomentLaterOrLongerIsNoEarlierDue, ()) {
  const ClockCase each = any_clock();
  const int length = any_length();
  const auto due = each.clock().due(WorkingHours::minutes(length));
  if (!due) return;
  const auto longer = known(each.clock().due(WorkingHours::minutes(length + 1)));
  RC_ASSERT((!longer || *longer > *due));
  ClockCase later = each;
  later.start = std::min(each.start + *rc::gen::inRange(0, 3000), each.twin.minutes() - 1);
  const auto started_later = known(later.clock().due(WorkingHours::minutes(length)));
  RC_ASSERT((!started_later || *started_later >= *due));
}

RC_GTEST_PROP(WorkingClockLaw, APauseNeverMakesItEarlier, ()) {
  const ClockCase each = any_clock();
  const int length = any_length();
  ClockCase unpaused = each;
  unpaused.pauses.clear();
  const auto due = known(each.clock().due(WorkingHours::minutes(length)));
  const auto without = known(unpaused.clock().due(WorkingHours::minutes(length)));
  RC_ASSERT((!due || (without && *without <= *due)));
}

RC_GTEST_PROP(WorkingClockLaw, APauseAtNightChangesNothing, ()) {
  const ClockCase each = any_clock();
  // Any stretch without an active minute.
  int from = *rc::gen::inRange(0, each.twin.minutes() - 1);
  while (from < each.twin.minutes() - 1 && each.without_pauses.active(from)) ++from;
  int to = from;
  const int most = from + *rc::gen::inRange(1, 3000);
  while (to < std::min(most, each.twin.minutes()) && !each.without_pauses.active(to)) ++to;
  if (from == to) return;
  ClockCase paused = each;
  paused.pauses.emplace_back(from, to);
  const WorkingHours length = WorkingHours::minutes(any_length());
  RC_ASSERT(known(paused.clock().due(length)) == known(each.clock().due(length)));
  const Instant at = each.twin.at(*rc::gen::inRange(0, each.twin.minutes()));
  RC_ASSERT(paused.clock().elapsed(at).value() == each.clock().elapsed(at).value());
  const WorkingDays days(*rc::gen::inRange(0, 10));
  RC_ASSERT(known(paused.clock().due(days)) == known(each.clock().due(days)));
}

RC_GTEST_PROP(WorkingClockLaw, OverlappingPausesCountOnce, ()) {
  const ClockCase each = any_clock();
  // The same minutes, as pauses that neither overlap nor touch.
  ClockCase united = each;
  std::sort(united.pauses.begin(), united.pauses.end());
  std::vector<std::pair<int, int>> apart;
  for (const auto& pause : united.pauses) {
    if (!apart.empty() && pause.first <= apart.back().second) {
      apart.back().second = std::max(apart.back().second, pause.second);
    } else {
      apart.push_back(pause);
    }
  }
  united.pauses = apart;
  const WorkingHours length = WorkingHours::minutes(any_length());
  RC_ASSERT(known(united.clock().due(length)) == known(each.clock().due(length)));
  RC_ASSERT(united.clock().pauses() == each.clock().pauses());
}

RC_GTEST_PROP(WorkingClockLaw, AFoldAndAReplayInAnyOrderGiveTheSameClock, ()) {
  const ClockCase each = any_clock();
  std::vector<ClockEvent> events = each.events();
  std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  WorkingClock folded(each.calendar);
  for (const ClockEvent& event : events) RC_ASSERT(folded.apply(event).empty());
  std::vector<ClockEvent> shuffled = events;
  for (std::size_t i = shuffled.size(); i > 1; --i) {
    std::swap(shuffled[i - 1], shuffled[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
  }
  const WorkingClock replayed = WorkingClock::replay(each.calendar, shuffled).value();
  const WorkingHours length = WorkingHours::minutes(any_length());
  RC_ASSERT(known(folded.due(length)) == known(replayed.due(length)));
  RC_ASSERT(folded.pauses() == replayed.pauses());
  RC_ASSERT(folded.started() == replayed.started());
}

RC_GTEST_PROP(WorkingClockLaw, WithoutPausesDaysAreThoseOfTheCalendar, ()) {
  ClockCase each = any_clock();
  each.pauses.clear();
  const WorkingDays days(*rc::gen::inRange(0, 12));
  for (const DayEnd end : {DayEnd::midnight, DayEnd::closing}) {
    const Result<Deadline> deadline = due(each.calendar, each.twin.at(each.start), days, {.day_end = end});
    const Result<Instant> clock_due = each.clock().due(days, end);
    // No day at all, from a start after closing.
    const bool before_start = !deadline && deadline.diagnostics().contains("date_before_start");
    RC_ASSERT(before_start == (!clock_due && clock_due.diagnostics().contains("date_before_start")));
    if (before_start) continue;
    const auto by_clock = known(clock_due);
    RC_ASSERT(by_clock == (deadline ? std::optional<Instant>(deadline->due) : std::nullopt));
  }
}

RC_GTEST_PROP(WorkingClockLaw, AroundTheClockContinuousAndWorkingHoursAreTheSame, ()) {
  Calendar always{.id = "always", .zone = "Europe/Berlin", .first = day("2026-03-16")};
  for (auto& weekday : always.week) weekday = {hours("00:00", "24:00")};
  always.versions.push_back({.version = "1", .last = day("2026-04-12")});
  ClockCase each = any_clock();
  each.calendar = compile(always).value().latest();
  const MinuteTwin twin(always);
  each.twin = twin;
  for (auto& pause : each.pauses) pause = {std::min(pause.first, 38000), std::min(pause.second, 38001)};
  each.start = std::min(each.start, 38000);
  const int length = any_length();
  RC_ASSERT(known(each.clock().due(ContinuousHours::minutes(length))) ==
            known(each.clock().due(WorkingHours::minutes(length))));
}

// ---- single cases

WorkingClock office_clock() { return WorkingClock(compile(plain_office()).value().latest()); }

TEST(WorkingClock, StandsStillInPauses) {
  WorkingClock clock = office_clock();
  EXPECT_TRUE(clock.apply({ClockEvent::start, at("2026-03-02T09:00:00Z")}).empty());
  EXPECT_TRUE(clock.apply({ClockEvent::pause, at("2026-03-02T10:00:00Z"), "weather"}).empty());
  EXPECT_TRUE(clock.paused());
  EXPECT_EQ(clock.elapsed(at("2026-03-02T11:00:00Z")).value(), WorkingHours::hours(1));
  EXPECT_EQ(clock.due(WorkingHours::hours(1)).value(), at("2026-03-02T10:00:00Z"));
  EXPECT_TRUE(clock.due(WorkingHours::hours(2)).diagnostics().contains("clock_paused"));
  EXPECT_TRUE(clock.due(WorkingDays(1)).diagnostics().contains("clock_paused"));
  EXPECT_TRUE(clock.apply({ClockEvent::resume, at("2026-03-02T10:30:00Z"), "weather"}).empty());
  EXPECT_EQ(clock.due(WorkingHours::hours(2)).value(), at("2026-03-02T11:30:00Z"));
  EXPECT_EQ(clock.due(ContinuousHours::hours(24)).value(), at("2026-03-03T09:30:00Z"));
  EXPECT_EQ(clock.remaining(WorkingHours::hours(2), at("2026-03-02T12:00:00Z")).value(), WorkingHours::minutes(-30));
  EXPECT_FALSE(clock.running(at("2026-03-02T10:15:00Z")).value());
  EXPECT_TRUE(clock.running(at("2026-03-02T10:30:00Z")).value());
  EXPECT_FALSE(clock.running(at("2026-03-02T08:59:59Z")).value());
}

TEST(WorkingClock, DoesNotCountADayThatEndsInAPause) {
  WorkingClock clock = office_clock();
  clock.apply({ClockEvent::start, at("2026-03-02T09:00:00Z")});           // Monday
  clock.apply({ClockEvent::pause, at("2026-03-03T15:00:00Z"), "court"});  // Tuesday afternoon
  clock.apply({ClockEvent::resume, at("2026-03-05T10:00:00Z"), "court"});
  EXPECT_EQ(clock.due(WorkingDays(2)).value(), at("2026-03-07T00:00:00Z"));  // Thursday, Friday
  EXPECT_EQ(clock.due(WorkingDays(2), DayEnd::closing).value(), at("2026-03-06T17:00:00Z"));
}

TEST(WorkingClock, RefusesEventsThatDoNotFollowAndStaysAsItIs) {
  WorkingClock clock = office_clock();
  EXPECT_TRUE(clock.elapsed(at("2026-03-02T09:00:00Z")).diagnostics().contains("clock_not_started"));
  EXPECT_TRUE(clock.due(WorkingHours()).diagnostics().contains("clock_not_started"));
  EXPECT_TRUE(clock.due(WorkingDays(1)).diagnostics().contains("clock_not_started"));
  EXPECT_TRUE(clock.due(ContinuousHours()).diagnostics().contains("clock_not_started"));
  EXPECT_TRUE(clock.running(at("2026-03-02T09:00:00Z")).diagnostics().contains("clock_not_started"));
  clock.apply({ClockEvent::start, at("2026-03-02T09:00:00Z")});
  EXPECT_TRUE(clock.apply({ClockEvent::start, at("2026-03-02T10:00:00Z")}).contains("clock_started_twice"));
  EXPECT_TRUE(clock.apply({ClockEvent::pause, at("2026-03-02T08:00:00Z"), "a"}).contains("clock_event_order"));
  EXPECT_TRUE(clock.apply({ClockEvent::resume, at("2026-03-02T11:00:00Z"), "a"}).contains("pause_not_open"));
  EXPECT_TRUE(clock.apply({ClockEvent::pause, at("2026-03-02T10:00:00Z"), "a"}).empty());
  EXPECT_TRUE(clock.apply({ClockEvent::pause, at("2026-03-02T10:00:00Z"), "a"}).contains("pause_open_already"));
  EXPECT_TRUE(clock.apply({ClockEvent::resume, at("2026-03-02T10:00:00Z"), "a"}).empty());
  EXPECT_TRUE(clock.pauses().empty());
  EXPECT_EQ(clock.due(WorkingHours::hours(1)).value(), at("2026-03-02T10:00:00Z"));
}

TEST(WorkingClock, ReplaysOnlyWhatIsSound) {
  const auto replayed =
      WorkingClock::replay(office_clock().calendar(), {{ClockEvent::resume, at("2026-03-02T10:00:00Z"), "a"},
                                                       {ClockEvent::start, at("2026-03-02T09:00:00Z")},
                                                       {ClockEvent::start, at("2026-03-02T09:30:00Z")}});
  ASSERT_FALSE(replayed);
  EXPECT_EQ(replayed.diagnostics().error_count(), 2u);
}

TEST(WorkingClock, HoldsCallersToTheirContract) {
  WorkingClock clock = office_clock();
  clock.apply({ClockEvent::start, at("2026-03-02T09:00:00Z")});
  EXPECT_THROW(static_cast<void>(clock.due(WorkingHours::seconds(-1))), ContractError);
  EXPECT_THROW(static_cast<void>(clock.due(ContinuousHours::seconds(-1))), ContractError);
  EXPECT_THROW(static_cast<void>(clock.due(WorkingDays(-1))), ContractError);
  EXPECT_THROW(static_cast<void>(clock.due(WorkingDays(1), DayEnd::same_time)), ContractError);
  EXPECT_THROW(static_cast<void>(clock.back(at("2026-03-02T10:00:00Z"), WorkingHours::seconds(-1))), ContractError);
  EXPECT_TRUE(clock.due(ContinuousHours(std::chrono::seconds::max())).diagnostics().contains("outside_calendar"));
}

}  // namespace
}  // namespace aedile::test
