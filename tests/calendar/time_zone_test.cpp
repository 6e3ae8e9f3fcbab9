#include "aedile/calendar/time_zone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/core/exceptions.h"

namespace aedile {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

Instant at(const char* text) { return Instant::parse(text).value(); }
Date day(const char* text) { return Date::parse(text).value(); }
TimeZone zone(const char* name) { return TimeZone::find(name).value(); }

TEST(TimeZone, ChangesItsOffsetInSummer) {
  const TimeZone berlin = zone("Europe/Berlin");
  EXPECT_EQ(berlin.instant(day("2026-07-01"), hours(9)), at("2026-07-01T07:00:00Z"));
  EXPECT_EQ(berlin.instant(day("2026-01-05"), hours(9)), at("2026-01-05T08:00:00Z"));
  EXPECT_EQ(berlin.local(at("2026-07-01T22:30:00Z")), (LocalTime{day("2026-07-02"), minutes(30)}));
  EXPECT_EQ(berlin.print(at("2026-07-01T07:00:00Z")), "2026-07-01T09:00:00+02:00");
  EXPECT_EQ(zone("America/St_Johns").print(at("2026-01-01T00:00:00Z")), "2025-12-31T20:30:00-03:30");
  EXPECT_EQ(zone("Asia/Shanghai").print(at("1880-01-01T00:00:00Z")), "1880-01-01T00:00:00Z");  // 8 h 5 min 43 s
}

TEST(TimeZone, TakesATimeThatDoesNotExistForTheMomentOfTheChange) {
  const TimeZone berlin = zone("Europe/Berlin");  // 29 March 2026: 02:00 becomes 03:00
  EXPECT_EQ(berlin.instant(day("2026-03-29"), hours(2) + minutes(30)), at("2026-03-29T01:00:00Z"));
}

TEST(TimeZone, TakesTheFirstOfTwoEqualTimes) {
  const TimeZone berlin = zone("Europe/Berlin");  // 25 October 2026: 03:00 becomes 02:00
  EXPECT_EQ(berlin.instant(day("2026-10-25"), hours(2) + minutes(30)), at("2026-10-25T00:30:00Z"));
  EXPECT_EQ(berlin.instant(day("2026-10-25"), hours(3)), at("2026-10-25T02:00:00Z"));
}

TEST(TimeZone, HasNoTimeOnADayThatItSkipped) {
  const TimeZone apia = zone("Pacific/Apia");  // crossed the date line: no 30 December 2011
  EXPECT_EQ(apia.instant(day("2011-12-30"), seconds(0)), apia.instant(day("2011-12-31"), seconds(0)));
}

TEST(TimeZone, IsUtcByDefault) {
  EXPECT_EQ(TimeZone(), zone("UTC"));
  EXPECT_EQ(TimeZone().print(at("2026-01-01T00:00:00Z")), "2026-01-01T00:00:00+00:00");
  EXPECT_EQ(TimeZone().instant(day("2026-01-01"), hours(24)), at("2026-01-02T00:00:00Z"));
  EXPECT_FALSE(TimeZone().known_until());
}

TEST(TimeZone, KnowsHowFarItsDataReach) {
  EXPECT_FALSE(zone("Asia/Shanghai").known_until());
  EXPECT_EQ(zone("Europe/Berlin").known_until(), at("2037-12-31T23:59:59Z"));
}

TEST(TimeZone, IsNotFoundUnderAnyOtherName) {
  for (const char* name : {"", "Berlin", "../../etc/passwd", "Europe", "\xff"}) {
    const Result<TimeZone> found = TimeZone::find(name);
    ASSERT_FALSE(found) << name;
    EXPECT_TRUE(found.diagnostics().contains("unknown_time_zone")) << name;
  }
}

TEST(TimeZone, ReadsTimesWithAndWithoutOffset) {
  const TimeZone shanghai = zone("Asia/Shanghai");
  for (const char* text :
       {"2026-11-22T08:30", "2026-11-22 08:30:00", "2026-11-22T08:30:00+08:00", "2026-11-22T00:30:00Z"}) {
    EXPECT_EQ(shanghai.parse(text).value(), at("2026-11-22T00:30:00Z")) << text;
  }
  EXPECT_EQ(shanghai.parse("2026-11-22").value(), at("2026-11-21T16:00:00Z"));
  for (const char* text : {"", "2026-02-30", "2026-11-22T", "2026-11-22T24:00", "2026-11-22T08:60",
                           "2026-11-22T08:30:61", "2026-11-22T08", "08:30"}) {
    EXPECT_TRUE(shanghai.parse(text).diagnostics().contains("bad_local_time")) << text;
  }
  EXPECT_TRUE(shanghai.parse("2026-11-22T08:30:60Z").diagnostics().contains("leap_second"));
}

TEST(TimeZone, ReadsAnOffsetBehindMinutes) {
  const TimeZone berlin = TimeZone::find("Europe/Berlin").value();
  EXPECT_EQ(berlin.parse("2026-02-12T10:00+08:00").value().to_string(), "2026-02-12T02:00:00Z");
  EXPECT_EQ(berlin.parse("2026-02-12T10:00Z").value().to_string(), "2026-02-12T10:00:00Z");
  EXPECT_FALSE(berlin.parse("2026-02-12T10:00+08"));
  EXPECT_FALSE(berlin.parse("2026-02-12T10:00x"));
}

TEST(TimeZone, RefusesTimesBeyondTheDay) {
  EXPECT_THROW(TimeZone().instant(day("2026-01-01"), hours(25)), ContractError);
  EXPECT_THROW(TimeZone().instant(day("2026-01-01"), seconds(-1)), ContractError);
  EXPECT_THROW(zone("Asia/Shanghai").local(at("9999-12-31T23:00:00Z")), OverflowError);
}

RC_GTEST_PROP(TimeZoneLaw, ALaterTimeOfADayIsNoEarlierInstant, ()) {
  const TimeZone there = zone(*rc::gen::element("Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Shanghai",
                                                "America/St_Johns", "Australia/Lord_Howe"));
  const Date date = day("1970-01-01").plus_days(*rc::gen::inRange(0, 365 * 67));
  const int early = *rc::gen::inRange(0, 24 * 60);
  const int late = *rc::gen::inRange(early, 24 * 60 + 1);
  RC_ASSERT(there.instant(date, minutes(early)) <= there.instant(date, minutes(late)));
}

RC_GTEST_PROP(TimeZoneLaw, WhatTheClockShowsLeadsBackOrToTheFirstOfTwo, ()) {
  const TimeZone there = zone(*rc::gen::element("Europe/Berlin", "America/Sao_Paulo", "Asia/Shanghai"));
  const Instant instant(std::chrono::sys_seconds(seconds(*rc::gen::inRange(0, 2'100'000'000))));
  const LocalTime shown = there.local(instant);
  const Instant again = there.instant(shown.date, shown.of_day);
  RC_ASSERT(again <= instant);
  RC_ASSERT(there.local(again) == shown);
  RC_ASSERT(there.parse(there.print(instant)).value() == instant);
}

}  // namespace
}  // namespace aedile
