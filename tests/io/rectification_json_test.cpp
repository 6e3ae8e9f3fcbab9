// Ladders, notices and what follows a finding as files: read as written, every problem at its place, in agreement with
// the schemas. And the tables around tickets.
#include <gtest/gtest.h>

#include <sstream>

#include "aedile/io/follow_up_json.h"
#include "aedile/io/ladder_json.h"
#include "aedile/io/notice_json.h"
#include "aedile/io/rectification_csv.h"
#include "support/repository_files.h"

namespace aedile {
namespace {

using test::published_schema;
using test::schema_cases;

template <class Read, class Write>
void agrees(const std::string& format, Read read, Write write) {
  for (const std::string& line : schema_cases(format + "_good")) {
    const auto value = read(line, "good");
    ASSERT_TRUE(value) << line << '\n' << value.diagnostics();
    const auto again = read(write(*value), "again");
    ASSERT_TRUE(again) << write(*value) << '\n' << again.diagnostics();
    EXPECT_EQ(*again, *value) << line;
  }
  for (const std::string& line : schema_cases(format + "_bad")) EXPECT_FALSE(read(line, "bad")) << line;
}

TEST(RectificationJson, AgreesWithTheSchemasAndReadsBackWhatItWrites) {
  agrees("ladder", read_ladder, write_ladder);
  agrees("unit_ladder", read_unit_ladder, write_unit_ladder);
  agrees("notice", read_notice, write_notice);
  agrees("follow_up", read_follow_up, write_follow_up);
}

TEST(RectificationJson, PublishesItsSchemas) {
  EXPECT_EQ(ladder_schema(), published_schema("ladder"));
  EXPECT_EQ(unit_ladder_schema(), published_schema("unit_ladder"));
  EXPECT_EQ(notice_schema(), published_schema("notice"));
  EXPECT_EQ(follow_up_schema(), published_schema("follow_up"));
}

TEST(RectificationJson, ReportsEveryProblemAtItsLineAndColumn) {
  const auto read = read_ladder(R"({
  "aedile": "ladder/1", "id": "street",
  "steps": [
    {"code": "a", "at": {"share": "3/2"}, "effect": "talk"},
    {"code": "a", "at": {"after_due": {"working_days": 4000}}, "effect": "shout", "answer_within": {"days": 1}}
  ]
})",
                                "ladder.json");
  const std::string shown = read.diagnostics().to_string();
  for (const char* line : {"ladder.json:4:35: error", "[ladder_share_range]",
                           "ladder.json:5:", "[duplicate_ladder_step]", "[unknown_key]", "[ladder_duration_range]"}) {
    EXPECT_NE(shown.find(line), std::string::npos) << line << " in\n" << shown;
  }
}

TEST(RectificationJson, PlacesWhatIsWrongWithAPartOfTheRules) {
  const auto read = read_follow_up(
      R"({"aedile": "follow_up/1", "id": "f",
 "propagation": [{"id": "p"}, {"id": "p"}],
 "look_back": {"shares": [{"site_class": "*", "share": 1}]}})",
      "rules.json");
  const std::string shown = read.diagnostics().to_string();
  EXPECT_NE(shown.find("rules.json:2:38: error"), std::string::npos) << shown;
  EXPECT_NE(shown.find("rules.json:3:42: error"), std::string::npos) << shown;
}

template <class Read>
auto table(const std::string& text, ProblemLog& log, Read read) {
  std::istringstream in(text);
  return read(in, "t.csv", log);
}

TEST(RectificationCsv, CountsTicketsByTheRow) {
  ProblemLog log;
  const auto read =
      table("unit,fate,count,late,send_backs,working_seconds\neast,closed,3,yes,1,7200\neast,replied,,,,\n", log,
            [](auto& in, const char* name, ProblemLog& to) { return read_ticket_facts(in, name, to); });
  ASSERT_TRUE(read) << log.shown();
  const TicketCounts counts = read->total();
  EXPECT_EQ(counts.closed, 3u);
  EXPECT_EQ(counts.replied, 1u);
  EXPECT_EQ(counts.send_backs, 3u);
  EXPECT_EQ(counts.working_time.count(), 3u);
}

TEST(RectificationCsv, ReportsEveryCellThatWillNotDo) {
  ProblemLog log;
  const auto read = table("unit,fate,count,late,working_seconds\neast,done,x,maybe,-5\n", log,
                          [](auto& in, const char* name, ProblemLog& to) { return read_ticket_facts(in, name, to); });
  EXPECT_FALSE(read);
  EXPECT_EQ(log.error_count(), 4u) << log.shown();
  for (const char* code : {"bad_word", "bad_count", "bad_flag", "bad_seconds"}) EXPECT_TRUE(log.contains(code)) << code;
}

UnitLadderFile ladder_with_lists() {
  return {{.id = "u", .steps = {{"talk", FailuresInARow{1}, LadderEffect::talk}}}, {{.group = "g", .black = 1}}};
}

TEST(RectificationCsv, ReachesVerdictsByLists) {
  ProblemLog log;
  const auto read = table(
      "unit,occasion,day,group,done,all,verdict\na,W1,2026-01-05,g,1,2,\nb,W1,2026-01-05,g,2,2,\n"
      "c,W1,2026-01-05,g,0,0,\nd,W1,2026-01-05,,,,failed\n",
      log,
      [](auto& in, const char* name, ProblemLog& to) { return read_occasions(in, name, to, ladder_with_lists()); });
  ASSERT_TRUE(read) << log.shown();
  EXPECT_EQ(read->by_unit.at("a").front().verdict, Verdict::failed);
  EXPECT_EQ(read->by_unit.at("a").front().ground, "1/2");
  EXPECT_EQ(read->by_unit.at("b").front().verdict, Verdict::passed);
  EXPECT_EQ(read->by_unit.at("c").front().verdict, Verdict::no_data);
  EXPECT_EQ(read->by_unit.at("d").front().verdict, Verdict::failed);
  EXPECT_EQ(read->lists.size(), 1u);
}

TEST(RectificationCsv, ReportsRatesAndGroupsThatCannotBe) {
  ProblemLog log;
  const auto read = table(
      "unit,occasion,day,group,done,all\na,W1,2026-01-05,g,3,2\nb,W1,2026-01-05,h,1,2\n"
      "c,W1,2026-01-05,g,1,2\nc,W1,2026-01-05,g,1,2\n",
      log,
      [](auto& in, const char* name, ProblemLog& to) { return read_occasions(in, name, to, ladder_with_lists()); });
  EXPECT_FALSE(read);
  const std::string shown = log.shown().to_string();
  for (const char* line :
       {"t.csv:2:1: error", "[listed_rate_range]", "[no_group_rule]", "t.csv:5:1: error", "[duplicate_listed_unit]"}) {
    EXPECT_NE(shown.find(line), std::string::npos) << line << " in\n" << shown;
  }
  ProblemLog without;
  EXPECT_FALSE(table("unit,occasion,day\na,W1,2026-01-05\n", without, [](auto& in, const char* name, ProblemLog& to) {
    return read_occasions(in, name, to, UnitLadderFile{});
  }));
  EXPECT_TRUE(without.contains("verdict_missing"));
}

TEST(RectificationCsv, ReadsClosedTicketsAndNewFindings) {
  ProblemLog log;
  const auto closed = table("ticket,closed,item,site,area,times,severity\nT-7,2026-03-10,6.1.1,P041,east,2,severe\n",
                            log, [](auto& in, const char* name, ProblemLog& to) { return read_closed(in, name, to); });
  ASSERT_TRUE(closed) << log.shown();
  EXPECT_EQ(closed->front().fault.times, 2u);
  EXPECT_EQ(closed->front().ticket, (ClosedTicket{"T-7", "", "severe"}));
  const auto found = table("finding,item,site,day\nV-1/1,6.1.1,P041,2026-04-02\n", log,
                           [](auto& in, const char* name, ProblemLog& to) { return read_found(in, name, to); });
  ASSERT_TRUE(found) << log.shown();
  EXPECT_TRUE(recurrence({}, found->front().fault, std::vector{closed->front().fault}));
}

}  // namespace
}  // namespace aedile
