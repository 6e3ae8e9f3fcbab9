// Workflows and events of tickets as files: read as written, every problem at its place, in agreement with the schemas.
#include "aedile/io/workflow_json.h"

#include <gtest/gtest.h>

#include "aedile/io/ticket_event_json.h"
#include "rectification/play.h"
#include "support/repository_files.h"

namespace aedile::test {
namespace {

TEST(WorkflowJson, AgreesWithTheSchemaAndReadsBackWhatItWrites) {
  for (const std::string& line : schema_cases("workflow_good")) {
    const Result<Workflow> read = read_workflow(line, "good");
    ASSERT_TRUE(read) << line << '\n' << read.diagnostics();
    EXPECT_EQ(read_workflow(write_workflow(*read), "again").value(), *read);
  }
  for (const std::string& line : schema_cases("workflow_bad")) EXPECT_FALSE(read_workflow(line, "bad")) << line;
  EXPECT_EQ(workflow_schema(), published_schema("workflow"));
}

TEST(WorkflowJson, KeepsWhateverAWorkflowCanSay) {
  Workflow workflow = shipped_workflow("street_notice").value();
  workflow.limits.push_back({.code = "meeting",
                             .title = LocalText(std::vector<std::pair<std::string, std::string>>{{"zh", "会前"}}),
                             .runs_in = {"rectifying"},
                             .met_by = "report",
                             .limit = BeforeEvent{"meeting"},
                             .rules = {.day_end = DayEnd::closing, .rest_day = RestDayRoll::previous},
                             .starts_when_open = true});
  workflow.limits.push_back({.code = "date", .runs_in = {"rectifying"}, .limit = OnDate{day("2026-06-30")}});
  workflow.limits.push_back({.code = "open", .runs_in = {"rectifying"}});
  workflow.extension_adds = ExtensionAdds::granted;
  workflow.suspension_days = 30;
  workflow.revision = RevisionPolicy::recompute;
  for (Transition& row : workflow.transitions) {
    if (row.command == "request_extension") row.requires_.push_back(Field::limit);
  }
  const Result<Workflow> again = read_workflow(write_workflow(workflow), "again");
  ASSERT_TRUE(again) << again.diagnostics();
  EXPECT_EQ(*again, workflow);
}

TEST(WorkflowJson, PlacesAWayThatClosesUnverifiedWork) {
  std::string text(shipped_workflow_text("on_the_spot"));
  const std::string guard = "      \"guards\": [\"not_doer\", \"not_unit_of_doer\"],\n";
  text.erase(text.find(guard), guard.size());
  const Result<Workflow> read = read_workflow(text, "spot.json");
  ASSERT_EQ(read.diagnostics().size(), 1u) << read.diagnostics();
  EXPECT_EQ(to_string(read.diagnostics().items().front().place), "spot.json:26:5");
  EXPECT_EQ(read.diagnostics().items().front().code(), "workflow_unverified");
}

TEST(WorkflowJson, KnowsWhatIsShipped) {
  EXPECT_EQ(shipped_workflows().size(), 5u);
  EXPECT_TRUE(shipped_workflow("nothing").diagnostics().contains("unknown_shipped_workflow"));
}

/// A life with everything that events can hold.
std::vector<TicketEvent> full_life() {
  Play play({shipped("street_notice")});
  const TicketActor inspector = Play::actor("wu", {"inspector"}, "street");
  const TicketActor worker = Play::actor("李", {"unit"}, "cleaning");
  const TicketActor leader = Play::actor("chen", {"leader"}, "street");
  play.must(play.opening("T0", "issue", inspector));
  TicketCommand open = play.opening("T1", "issue", inspector);
  open.opening->subject.findings = {{"V-7", 2}};
  open.limits = {{"rectify", CalendarDays(10)}};
  open.notice = "创整〔2026〕0012号";
  open.links = {{LinkKind::recurrence_of, "T0"}};
  play.must(open);
  play.must(play.command("T1", "start", worker));
  play.must(play.full("T1", "request_extension", worker));
  play.must(play.full("T1", "decide_extension", leader));
  play.must(play.full("T1", "request_suspension", worker));
  play.must(play.full("T1", "decide_suspension", leader));
  play.must(play.command("T1", "resume", leader));
  TicketCommand step = play.command("T1", "escalate", Play::actor("he", {"supervisor"}));
  step.step = "reminder";
  play.must(step);
  TicketCommand split = play.command("T1", "split", inspector);
  split.parts = {{"T2", "", {.title = "the other half"}}};
  play.must(split);
  play.must(play.full("T1", "report", worker));
  play.must(play.full("T1", "fail", inspector));
  TicketCommand merge = play.command("T1", "merge", inspector);
  merge.into = "T2";
  play.must(merge);
  return play.events;
}

TEST(TicketEventJson, KeepsEveryEventAndItsBytes) {
  const std::vector<TicketEvent> events = full_life();
  const std::string lines = write_ticket_events(events);
  const Result<std::vector<TicketEvent>> read = read_ticket_events(lines, "events.jsonl");
  ASSERT_TRUE(read) << read.diagnostics();
  EXPECT_EQ(*read, events);
  EXPECT_EQ(write_ticket_events(*read), lines);
  for (const TicketEvent& event : events) EXPECT_EQ(read_ticket_event(write_ticket_event(event), "e").value(), event);
}

TEST(TicketEventJson, AgreesWithTheSchema) {
  for (const std::string& line : schema_cases("ticket_event_good")) {
    const Result<TicketEvent> read = read_ticket_event(line, "good");
    ASSERT_TRUE(read) << line << '\n' << read.diagnostics();
    EXPECT_EQ(read_ticket_event(write_ticket_event(*read), "again").value(), *read);
  }
  for (const std::string& line : schema_cases("ticket_event_bad")) EXPECT_FALSE(read_ticket_event(line, "bad")) << line;
  EXPECT_EQ(ticket_event_schema(), published_schema("ticket_event"));
}

/// The good cases are what the engine writes today, kept as files so that old ones stay readable.
TEST(TicketEventJson, WritesWhatTheCasesShow) {
  const std::vector<TicketEvent> events = full_life();
  const std::vector<std::string> lines = schema_cases("ticket_event_good");
  ASSERT_EQ(lines.size(), events.size());
  for (std::size_t i = 0; i < events.size(); ++i) EXPECT_EQ(write_ticket_event(events[i]), lines[i]);
}

TEST(WorkflowPage, HoldsExamplesThatAreRead) {
  const std::vector<std::string> blocks = json_examples("workflow");
  ASSERT_EQ(blocks.size(), 2u);
  const Result<Workflow> workflow = read_workflow(blocks[0], "workflow.md");
  ASSERT_TRUE(workflow) << workflow.diagnostics();
  EXPECT_TRUE(workflow.diagnostics().empty()) << workflow.diagnostics();
  EXPECT_EQ(write_workflow(*workflow), blocks[0]);
  const Result<TicketEvent> event = read_ticket_event(blocks[1], "workflow.md");
  ASSERT_TRUE(event) << event.diagnostics();
  EXPECT_EQ(write_ticket_event(*event) + '\n', blocks[1]);
}

TEST(TicketEventJson, NamesTheLineOfEveryProblem) {
  const std::vector<TicketEvent> events = full_life();
  std::string lines =
      write_ticket_event(events[0]) + "\n\n{\"ticket\": 7}\n" + write_ticket_event(events[1]) + "\nnot\n";
  const Result<std::vector<TicketEvent>> read = read_ticket_events(lines, "events.jsonl");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.diagnostics().items().front().place.line, 3u);
  EXPECT_EQ(read.diagnostics().items().back().place.line, 5u);
}

}  // namespace
}  // namespace aedile::test
