// Calendar files: every problem at its place, and what is written reads back as it was.
#include "aedile/io/calendar_json.h"

#include <gtest/gtest.h>

#include "calendar/random_calendar.h"
#include "support/repository_files.h"

namespace aedile::test {
namespace {

std::vector<std::string> problems_of(std::string_view text) {
  std::vector<std::string> lines;
  const Result<Calendar> read = read_calendar(text, "f.json");
  for (const Diagnostic& problem : read.diagnostics()) {
    EXPECT_EQ(problem.place.file, "f.json");
    lines.push_back(std::to_string(problem.place.line) + ':' + std::to_string(problem.place.column) + ' ' +
                    std::string(problem.code()));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(CalendarJson, ReportsEveryProblemAtItsPlace) {
  EXPECT_EQ(problems_of(R"({"aedile": "calendar/1", "id": "",
"zone": "Atlantis", "colour": 1,
"week": {"mon": [["09:00", "12:00"],
                 ["11:00", "17:00"]], "tuesday": [],
         "wed": [["9:00", "17:00"]]},
"first": "2026-01-01",
"versions": [{"version": "1", "last": "2026-12-31",
  "holidays": ["2027-01-01",
               {"from": "2026-05-02", "to": "2026-05-01"}],
  "makeup": ["2026-03-01", "2026-02-30"],
  "usual": [{"from": "2026-03-01"}],
  "shifts": {"2026-04-31": [], "2026-04-30": [["18:00", "09:00"]], "2026-04-29": "09:00"}}]})"),
            (Lines{"1:32 calendar_without_id", "2:9 unknown_time_zone", "2:21 unknown_key", "4:18 hours_overlap",
                   "4:39 unknown_key", "5:19 bad_time_of_day", "8:16 day_outside_validity", "9:16 days_order",
                   "10:28 bad_date", "11:13 day_of_two_kinds", "12:14 bad_date", "12:47 hours_order",
                   "12:82 expected_list"}));
}

TEST(CalendarJson, ReportsNothingThatOnlyFollows) {
  // Without a first day, no day lies outside; without its hours, no week is empty.
  EXPECT_EQ(problems_of(R"({"aedile": "calendar/1", "id": "a", "week": {"mon": 8}, "first": "soon",
"versions": [{"version": "1", "last": "2026-12-31", "holidays": ["2026-01-01"], "makeup": ["2026-01-03"]}]})"),
            (Lines{"1:53 expected_list", "1:66 bad_date"}));
  EXPECT_EQ(
      problems_of(R"({"aedile": "calendar/1", "id": "a", "week": {"mon": [["09:00", "17:00"]]}, "first": "2026-01-01",
"versions": [{"version": "1", "last": "someday", "holidays": ["2026-01-01"]}]})"),
      (Lines{"2:39 bad_date"}));
}

TEST(CalendarJson, RefusesOtherFormatsAndBrokenText) {
  EXPECT_EQ(problems_of(R"({"aedile": "framework/1"})"), (Lines{"1:12 unknown_format"}));
  EXPECT_EQ(problems_of("{"), (Lines{"1:2 truncated_document"}));
  EXPECT_EQ(problems_of("[]"), (Lines{"1:1 expected_object"}));
  EXPECT_EQ(problems_of(R"({"aedile": "calendar/1"})"),
            (Lines{"1:1 missing_key", "1:1 missing_key", "1:1 missing_key", "1:1 missing_key"}));
  EXPECT_TRUE(load_calendar(source_dir / "no_such.json").diagnostics().contains("unreadable_file"));
}

TEST(CalendarJson, KeepsWarningsBesideTheCalendar) {
  const Result<Calendar> read = read_calendar(
      R"({"aedile": "calendar/1", "id": "a", "week": {"mon": [["09:00", "17:00"]]}, "first": "2026-01-01",
"versions": [{"version": "1", "last": "2026-12-31", "makeup": ["2026-01-05"]}]})",
      "f.json");
  ASSERT_TRUE(read) << read.diagnostics();
  ASSERT_EQ(read.diagnostics().size(), 1u);
  EXPECT_EQ(to_string(read.diagnostics().items().front().place), "f.json:2:64");
}

TEST(CalendarJson, SchemaIsTheFileThatIsPublished) { EXPECT_EQ(calendar_schema(), published_schema("calendar")); }

TEST(CalendarJson, SchemaAndLibraryAgreeOnTheCases) {
  for (const std::string& line : schema_cases("calendar_good")) {
    const Result<Calendar> read = read_calendar(line, "good");
    EXPECT_TRUE(read) << line << '\n' << read.diagnostics();
  }
  for (const std::string& line : schema_cases("calendar_bad")) EXPECT_FALSE(read_calendar(line, "bad")) << line;
}

TEST(CalendarJson, PageHoldsAnExampleThatIsReadAsItIsWritten) {
  const std::string page = content_of(source_dir / "docs" / "formats" / "calendar.md");
  const std::string opening = "```json\n";
  const std::size_t begin = page.find(opening) + opening.size();
  const std::string example = page.substr(begin, page.find("```", begin) - begin);
  const Result<Calendar> read = read_calendar(example, "calendar.md");
  ASSERT_TRUE(read) << read.diagnostics();
  EXPECT_TRUE(read.diagnostics().empty()) << read.diagnostics();
  EXPECT_EQ(write_calendar(*read), example);
}

TEST(ShippedCalendar, IsTheFileOfTheSource) {
  EXPECT_EQ(shipped_calendar_text("cn"), content_of(source_dir / "lib" / "io" / "calendars" / "cn.json"));
  for (const std::string_view id : shipped_calendars()) EXPECT_EQ(shipped_calendar(id).value().id, id);
  EXPECT_EQ(shipped_calendar_text("zz"), "");
}

RC_GTEST_PROP(CalendarJsonLaw, WhatIsWrittenReadsBackAsItWas, ()) {
  Calendar calendar = any_calendar();
  calendar.title = LocalText({{"zh", "日历"}, {"en", "A \"calendar\""}});
  if (*rc::gen::arbitrary<bool>()) calendar.makeup_hours.reset();
  if (!calendar.makeup_hours) calendar.week[0] = {hours("09:00", "10:00")};
  for (NamedDays& days : calendar.versions[0].holidays) {
    if (*rc::gen::arbitrary<bool>()) days.title = LocalText("fair");
  }
  calendar.versions.push_back(
      {.version = "2", .known_from = day("2026-03-20"), .source = "notice", .last = day("2026-06-30")});
  calendar.versions[1].holidays = {{day("2026-05-01"), day("2026-05-05"), {}}};
  const std::string written = write_calendar(calendar);
  const Result<Calendar> read = read_calendar(written, "f.json");
  RC_ASSERT(read.ok());
  RC_ASSERT(*read == calendar);
  RC_ASSERT(write_calendar(*read) == written);
}

}  // namespace
}  // namespace aedile::test
