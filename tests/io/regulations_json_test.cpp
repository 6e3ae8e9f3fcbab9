// Regulations as JSON: what comes with the library may be named, and is written out in full.
#include "aedile/io/regulations_json.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "aedile/io/workflow_json.h"
#include "support/repository_files.h"

namespace aedile {
namespace {

constexpr const char* sound = R"({
  "aedile": "regulations/1", "id": "donghu", "edition": "2026", "title": {"zh": "东湖街道整改规程"},
  "workflows": ["street_notice", "hotline"],
  "calendars": ["cn"],
  "units": [{"unit": "taoyuan", "calendar": "cn"}],
  "people": [{"id": "wu", "unit": "donghu", "roles": ["inspector"], "title": "吴组长"}],
  "events": [{"name": "meeting", "at": "2026-06-01T09:00:00+08:00"}],
  "notices": {"series": "创整", "pattern": "创整〔{year}〕{number:4}号", "authority": "创建办",
              "contact": "督查组"},
  "ladder": {"aedile": "ladder/1", "id": "street", "steps": [{"code": "late", "at": "due", "effect": "reminder"}]},
  "unit_ladder": {"aedile": "unit_ladder/1", "id": "talks", "steps": [{"code": "talk", "at": {"in_a_row": 1}, "effect": "talk"}],
    "lists": [{"group": "bureau", "red": 5, "black": 3}]}
})";

std::vector<std::string> codes(const Diagnostics& problems) {
  std::vector<std::string> words;
  for (const Diagnostic& problem : problems) words.emplace_back(problem.code());
  std::sort(words.begin(), words.end());
  return words;
}

TEST(RegulationsJson, NamesWhatComesWithTheLibrary) {
  const Regulations read = read_regulations(sound, "r.json").value();
  ASSERT_EQ(read.workflows.size(), 2u);
  EXPECT_EQ(read.workflows[0], shipped_workflow("street_notice").value());
  EXPECT_EQ(read.calendars.at(0).id, "cn");
  EXPECT_EQ(read.people.at(0).title.in(Language::zh), "吴组长");
  EXPECT_EQ(read.ladder->steps.size(), 1u);
  EXPECT_EQ(read.unit_ladder->id, "talks");
  EXPECT_EQ(read.lists.at(0).group, "bureau");
}

TEST(RegulationsJson, ReadsWhatItWrites) {
  const Regulations read = read_regulations(sound, "r.json").value();
  const std::string text = write_regulations(read);
  EXPECT_EQ(text.find("\"street_notice\","), text.find("\"street_notice\",\n"));  // only as an id, not as a reference
  const Regulations again = read_regulations(text, "again.json").value();
  EXPECT_EQ(again, read);
  EXPECT_EQ(write_regulations(again), text);
}

TEST(RegulationsJson, SayWhichWorkflowTakesNoStepOfTheLadder) {
  std::string text = sound;
  text.replace(text.find("\"hotline\""), 9, "\n\"on_the_spot\"");
  const auto read = read_regulations(text, "r.json");
  ASSERT_TRUE(read.ok()) << read.diagnostics();
  ASSERT_EQ(codes(read.diagnostics()), std::vector<std::string>{"ladder_without_escalation"});
  EXPECT_EQ(read.diagnostics().begin()->place.line, 4u);
}

TEST(RegulationsJson, ReportsEverythingAtItsPlace) {
  const auto read = read_regulations(R"({
  "aedile": "regulations/1", "id": "", "edition": "2026",
  "workflows": ["street_notize", "street_notice", "street_notice"],
  "calendars": ["cn"], "calendar": "mars",
  "people": [
    {"id": "wu", "unit": "donghu", "roles": ["inspektor"]},
    {"id": "wu", "unit": "donghu", "roles": ["inspector"]}],
  "notices": {"series": "创整", "pattern": "创整〔{year}〕号", "authority": "创建办"}
})",
                                     "r.json");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(codes(read.diagnostics()),
            (std::vector<std::string>{"duplicate_regulation", "duplicate_regulation", "empty_text", "number_pattern",
                                      "unknown_calendar_here", "unknown_role_here", "unknown_shipped_workflow"}));
  const auto at_line = [&](std::string_view code) {
    const auto found = std::find_if(read.diagnostics().begin(), read.diagnostics().end(),
                                    [&](const Diagnostic& problem) { return problem.code() == code; });
    return found == read.diagnostics().end() ? 0u : found->place.line;
  };
  EXPECT_EQ(at_line("unknown_shipped_workflow"), 3u);
  EXPECT_EQ(at_line("unknown_calendar_here"), 4u);
  EXPECT_EQ(at_line("unknown_role_here"), 6u);
  EXPECT_EQ(at_line("number_pattern"), 8u);
}

TEST(RegulationsJson, ProblemsOfAWorkflowWrittenOutStandInIt) {
  const auto read = read_regulations(R"({
  "aedile": "regulations/1", "id": "x", "edition": "1", "calendars": ["cn"], "people": [],
  "workflows": [{"aedile": "workflow/1", "id": "loop", "edition": "1",
    "roles": [{"code": "unit"}],
    "states": [{"code": "due"}, {"code": "closed", "ending": "closed"}],
    "commands": [{"code": "issue", "kind": "open"}, {"code": "close", "kind": "note"}],
    "transitions": [{"command": "issue", "roles": ["unit"], "to": "due"},
      {"from": ["due"], "command": "close", "roles": ["unit"], "to": "closed"}]}]
})",
                                     "r.json");
  ASSERT_FALSE(read.ok());
  for (const Diagnostic& problem : read.diagnostics()) EXPECT_GE(problem.place.line, 3u) << problem;
}

TEST(RegulationsJson, TheSchemaIsPublishedAndAgreesOnItsCases) {
  EXPECT_EQ(regulations_schema(), test::published_schema("regulations"));
  for (const bool good : {true, false}) {
    for (const std::string& line : test::schema_cases(good ? "regulations_good" : "regulations_bad")) {
      const auto read = read_regulations(line, "case");
      EXPECT_EQ(read.ok(), good) << line << '\n' << read.diagnostics();
    }
  }
}

}  // namespace
}  // namespace aedile
