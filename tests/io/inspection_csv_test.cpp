// Tables of candidates, visits and inspectors; iCalendar files.
#include "aedile/io/inspection_csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "aedile/io/icalendar.h"
#include "inspection/messages.h"
#include "inspection/small_town.h"

namespace aedile {
namespace {

std::vector<std::string> problems_of(const ProblemLog& log) {
  std::vector<std::string> found;
  for (const Diagnostic& problem : log.shown()) {
    found.push_back(to_string(problem.place) + " " + std::string(problem.code()));
  }
  return found;
}

TEST(InspectionCsv, ReadsInspectors) {
  std::istringstream in(
      "inspector,lead,qualifications,capacity_per_day,absences,own_units,kin_sites,latitude,longitude\n"
      "wu,yes,food; fire safety,3,2026-11-09;2026-11-16..2026-11-20,street-1,P041,30.25,120.15\n"
      "li,,,,,,,,\n");
  ProblemLog log;
  const auto inspectors = read_inspectors(in, "inspectors.csv", log);
  ASSERT_TRUE(inspectors);
  Inspector wu{.id = "wu", .lead = true, .qualifications = {"food", "fire safety"}};
  wu.capacity_per_day = 3;
  wu.absences = {{Date::of(2026, 11, 9), Date::of(2026, 11, 9)}, {Date::of(2026, 11, 16), Date::of(2026, 11, 20)}};
  wu.own_units = {"street-1"};
  wu.kin_sites = {"P041"};
  wu.base = Coordinates{Degrees::parse("30.25").value(), Degrees::parse("120.15").value()};
  EXPECT_EQ(*inspectors, (std::vector<Inspector>{wu, {.id = "li"}}));
}

TEST(InspectionCsv, ReportsEveryBadCellAtItsPlace) {
  std::istringstream in(
      "inspector,lead,capacity_per_day,absences,latitude,valid_from\n"
      "wu,maybe,many,2026-11-31;2026-11-09..2026-11-01,30.25,soon\n");
  ProblemLog log;
  EXPECT_FALSE(read_inspectors(in, "i.csv", log));
  EXPECT_EQ(problems_of(log), (std::vector<std::string>{"i.csv:2:4 bad_flag", "i.csv:2:10 bad_count",
                                                        "i.csv:2:55 bad_date", "i.csv:2:15 bad_stretch",
                                                        "i.csv:2:15 bad_stretch", "i.csv:2:49 half_coordinates"}));
  std::istringstream visits("visit,date,site,mode,start,inspectors\nv,,s,secret,2026-11-09T08:00:00Z,-1\n");
  ProblemLog of_visits;
  EXPECT_FALSE(read_planned_visits(visits, "v.csv", of_visits));
  EXPECT_EQ(problems_of(of_visits), (std::vector<std::string>{"v.csv:2:3 bad_date", "v.csv:2:6 bad_mode",
                                                              "v.csv:2:13 half_times", "v.csv:2:34 bad_count"}));
  std::istringstream candidates("candidate,weight\nR1,x\n");
  ProblemLog of_candidates;
  EXPECT_FALSE(read_candidates(candidates, "c.csv", of_candidates));
  EXPECT_EQ(problems_of(of_candidates), (std::vector<std::string>{"c.csv:1:1 csv_missing_column"}));
}

TEST(InspectionCsv, RefusesVisitsThatCannotBe) {
  std::istringstream in(
      "visit,date,site,start,end,latitude,longitude\n"
      "a,2026-11-09,s,2026-11-09T10:00:00Z,2026-11-09T10:00:00Z,,\n"
      "b,2026-11-09,s,2026-11-07T23:59:59Z,2026-11-09T10:00:00Z,,\n"
      "c,2026-11-09,s,2026-11-08T16:00:00Z,2026-11-08T18:00:00Z,90,-180\n"
      "a,2026-11-09,s,,,90.1,180.1\n");
  ProblemLog log;
  EXPECT_FALSE(read_planned_visits(in, "v.csv", log));
  EXPECT_EQ(problems_of(log),
            (std::vector<std::string>{"v.csv:2:37 visit_hours_reversed", "v.csv:3:16 visit_off_date",
                                      "v.csv:5:1 duplicate_planned_visit", "v.csv:5:18 coordinates_range",
                                      "v.csv:5:23 coordinates_range"}));
}

TEST(InspectionCsv, RefusesInspectorsThatCannotBe) {
  std::istringstream in(
      "inspector,valid_from,valid_until,latitude,longitude\n"
      "wu;li,2026-02-01,2026-01-31,-91,0\nwu,,,,\nwu,,,,\n");
  ProblemLog log;
  EXPECT_FALSE(read_inspectors(in, "i.csv", log));
  EXPECT_EQ(problems_of(log),
            (std::vector<std::string>{"i.csv:2:1 separator_in_code", "i.csv:2:18 validity_reversed",
                                      "i.csv:2:29 coordinates_range", "i.csv:4:1 duplicate_inspector"}));
}

TEST(InspectionCsv, KnowsWhereItsRowsStand) {
  std::istringstream in("date,visit,site\n2026-11-09,a,s\n\n2026-11-09,b,s\n");
  ProblemLog log;
  TablePlaces places;
  ASSERT_TRUE(read_planned_visits(in, "v.csv", log, {}, &places));
  Diagnostics problems;
  for (const char* pointer : {"/visits/4/id", "/visits/4/inspectors", "/visits/3", "/visits/5", "/inspectors/0"}) {
    problems.error(Place{{}, 0, 0, pointer}, messages::visit_hours_reversed, {"x"});
  }
  std::vector<std::string> found;
  for (const Diagnostic& problem : places.placed(problems, "visits", 3)) {
    found.push_back(problem.place.file + ":" + std::to_string(problem.place.line) + ":" +
                    std::to_string(problem.place.column));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"v.csv:4:12", "v.csv:4:1", "v.csv:2:1", ":0:0", ":0:0"}));
}

TEST(InspectionCsv, ReadsBackThePlannedVisitsThatItWrites) {
  Programme programme = testing::november();
  programme.rules[0].hours = Hours{{9 * 60}, {11 * 60}};
  programme.rules[0].qualifications = {"food", "fire safety"};
  const std::vector<PlannedVisit> visits =
      generate(programme, testing::compiled_town(), testing::office_calendar(), "1").value().visits;
  std::stringstream text;
  write_planned_visits(text, visits);
  ProblemLog log;
  EXPECT_EQ(read_planned_visits(text, "visits.csv", log), visits);
}

TEST(InspectionCsv, WritesWhoGoesAndWhoDoesNot) {
  Assignment plan;
  plan.visits = {{"a", *Date::of(2026, 11, 9), {"wu", "li"}}};
  plan.unassigned = {{"b",
                      *Date::of(2026, 11, 9),
                      UnassignedVisit::Reason::too_few,
                      2,
                      1,
                      0,
                      {{Barrier::absent, 3, {}}, {Barrier::kinship, 1, {"li"}}}}};
  std::ostringstream out;
  write_assignment(out, plan);
  EXPECT_EQ(out.str(),
            "visit,date,inspectors,reason,needed,fit,excluded\n"
            "a,2026-11-09,wu;li,,,,\n"
            "b,2026-11-09,,too_few,2,1,absent 3;kinship 1\n");
}

PlannedVisit park() {
  PlannedVisit visit{.id = "p/r/2026-11-09/P041", .date = *Date::of(2026, 11, 9)};
  visit.site = "P041";
  visit.title = LocalText("河畔公园, north; \\gate");
  visit.mode = Mode::covert;
  return visit;
}

TEST(Icalendar, WritesAnEventForEachVisit) {
  std::ostringstream out;
  const IcalendarOptions options{
      .stamp = Instant::parse("2026-11-01T08:00:00+08:00").value(), .name = "November", .language = Language::en};
  PlannedVisit timed = park();
  timed.id = "p/r/2026-11-09/P042";
  timed.mode = Mode::announced;
  timed.start = Instant::parse("2026-11-09T19:00:00+08:00").value();
  timed.end = Instant::parse("2026-11-09T21:00:00+08:00").value();
  timed.at = Coordinates{Degrees::parse("30.25").value(), Degrees::parse("120.15").value()};
  Assignment plan;
  plan.visits = {{timed.id, timed.date, {"wu", "li"}}};
  write_icalendar(out, std::vector{park(), timed}, options, &plan);
  EXPECT_EQ(out.str(),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//aedile//inspection//EN\r\nCALSCALE:GREGORIAN\r\n"
            "METHOD:PUBLISH\r\nX-WR-CALNAME:November\r\n"
            "BEGIN:VEVENT\r\nUID:p/r/2026-11-09/P041@aedile\r\nDTSTAMP:20261101T000000Z\r\n"
            "DTSTART;VALUE=DATE:20261109\r\nDTEND;VALUE=DATE:20261110\r\n"
            "SUMMARY:covert P041 河畔公园\\, north\\; \\\\gate\r\nCATEGORIES:covert\r\n"
            "DESCRIPTION:inspectors needed: 2\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:p/r/2026-11-09/P042@aedile\r\nDTSTAMP:20261101T000000Z\r\n"
            "DTSTART:20261109T110000Z\r\nDTEND:20261109T130000Z\r\n"
            "SUMMARY:announced P041 河畔公园\\, north\\; \\\\gate\r\nCATEGORIES:announced\r\n"
            "DESCRIPTION:inspectors: wu\\, li\r\nGEO:30.25;120.15\r\nEND:VEVENT\r\n"
            "END:VCALENDAR\r\n");
  std::ostringstream open;
  write_icalendar(open, std::vector{park()}, {.stamp = options.stamp, .leave_out_covert = true});
  EXPECT_EQ(open.str().find("VEVENT"), std::string::npos);
}

RC_GTEST_PROP(Icalendar, FoldsAt75BytesAndNeverWithinACharacter, ()) {
  PlannedVisit visit = park();
  std::string name;
  for (int i = *rc::gen::inRange(0, 200); i > 0; --i) {
    name += *rc::gen::element<std::string>("a", "公", "é", "𝄞", ",", "\\", "\n", "\t", "\xFF");
  }
  visit.title = LocalText(name);
  std::ostringstream out;
  write_icalendar(out, std::vector{visit}, {});
  const std::string text = out.str();
  std::string unfolded;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find("\r\n", begin);
    RC_ASSERT(end != std::string::npos);
    RC_ASSERT(end - begin <= 75u);
    const bool continued = text[begin] == ' ';
    // A line begins with a whole character.
    RC_ASSERT((static_cast<unsigned char>(text[begin + (continued ? 1 : 0)]) & 0xC0) != 0x80);
    unfolded += continued ? text.substr(begin + 1, end - begin - 1) : "\n" + text.substr(begin, end - begin);
    begin = end + 2;
  }
  RC_ASSERT(text.find('\r') != 0u && unfolded.find("\nSUMMARY:") != std::string::npos);
  RC_ASSERT(std::count(unfolded.begin(), unfolded.end(), '\n') == 15);
}

}  // namespace
}  // namespace aedile
