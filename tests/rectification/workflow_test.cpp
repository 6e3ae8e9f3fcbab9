// What a workflow must be, and that whatever is wrong with it is named with its way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aedile/rectification/compiled_workflow.h"

namespace aedile {
namespace {

using ::testing::HasSubstr;

/// The loop of workflow.h.
Workflow small_loop() {
  Workflow loop{.id = "loop", .edition = "1"};
  loop.roles = {{"inspector"}, {"unit"}};
  loop.states = {{"due"}, {"done"}, {"closed", {}, Ending::closed}};
  loop.commands = {{"issue", CommandKind::open},
                   {"report", CommandKind::report_done},
                   {"pass", CommandKind::verify_pass},
                   {"fail", CommandKind::verify_fail}};
  loop.transitions = {{{}, "issue", {"inspector"}, "due"},
                      {{"due"}, "report", {"unit"}, "done", {}, {Field::evidence}},
                      {{"done"}, "pass", {"inspector"}, "closed", {Guard::not_doer}},
                      {{"done"}, "fail", {"inspector"}, "due", {Guard::not_doer}, {Field::reason}}};
  return loop;
}

const Diagnostic* find(const Diagnostics& problems, std::string_view code) {
  for (const Diagnostic& problem : problems) {
    if (problem.code() == code) return &problem;
  }
  return nullptr;
}

/// Expects one error of this code, at this pointer; returns its English sentence.
std::string only_error(const Workflow& workflow, std::string_view code, std::string_view pointer) {
  const Diagnostics problems = validate(workflow);
  EXPECT_EQ(problems.error_count(), 1u) << problems;
  const Diagnostic* const found = find(problems, code);
  if (found == nullptr) {
    ADD_FAILURE() << "expected " << code << '\n' << problems;
    return {};
  }
  EXPECT_EQ(found->place.pointer, pointer);
  return found->text.in();
}

TEST(WorkflowCheck, TakesTheSmallLoop) { EXPECT_TRUE(validate(small_loop()).empty()) << validate(small_loop()); }

TEST(WorkflowCheck, NamesTheWayOnWhichADoerCouldClose) {
  Workflow loop = small_loop();
  loop.transitions[2].guards.clear();
  EXPECT_THAT(only_error(loop, "workflow_unverified", "/transitions/2"),
              HasSubstr("○ –issue→ due –report→ done –pass→ closed"));
}

TEST(WorkflowCheck, SeesAWayAroundTheVerification) {
  Workflow loop = small_loop();
  loop.commands.push_back({"tick_off", CommandKind::note});
  loop.transitions.push_back({{"due"}, "tick_off", {"inspector"}, "closed"});
  EXPECT_THAT(only_error(loop, "workflow_unverified", "/transitions/4"), HasSubstr("○ –issue→ due –tick_off→ closed"));
}

/// Verified, then filed away: sound until something happens in between.
Workflow two_steps() {
  Workflow loop = small_loop();
  loop.states.push_back({"verified"});
  loop.transitions[2].to = "verified";
  loop.commands.push_back({"file_away", CommandKind::note});
  loop.transitions.push_back({{"verified"}, "file_away", {"inspector"}, "closed"});
  return loop;
}

TEST(WorkflowCheck, LetsAVerifiedTicketBeFiledAway) {
  EXPECT_TRUE(validate(two_steps()).empty()) << validate(two_steps());
}

TEST(WorkflowCheck, SeesWorkDoneAfterTheVerification) {
  Workflow loop = two_steps();
  loop.commands.push_back({"touch_up", CommandKind::start});
  loop.transitions.push_back({{"verified"}, "touch_up", {"unit"}, ""});
  EXPECT_THAT(only_error(loop, "workflow_unverified", "/transitions/4"),
              HasSubstr("–pass→ verified –touch_up→ verified –file_away→ closed"));
}

TEST(WorkflowCheck, SeesWhatAMergeBringsIn) {
  Workflow loop = two_steps();
  loop.states[3].takes_merges = true;
  EXPECT_THAT(only_error(loop, "workflow_unverified", "/transitions/4"),
              HasSubstr("–pass→ verified –take_in→ verified –file_away→ closed"));
}

TEST(WorkflowCheck, SeesPartsThatNobodyVerified) {
  Workflow loop = two_steps();
  loop.commands.push_back({"divide", CommandKind::split});
  loop.transitions.push_back(
      {{"verified"}, "divide", {"inspector"}, "", {}, {Field::parts}, {}, Trigger::people, "verified"});
  EXPECT_THAT(only_error(loop, "workflow_unverified", "/transitions/4"),
              HasSubstr("–pass→ verified –divide→ verified –file_away→ closed"));
}

TEST(WorkflowCheck, SeesAnExemptionThatEndsAfterAVerification) {
  Workflow loop = two_steps();
  loop.states.push_back({"exempted", {}, Ending::exempted});
  loop.commands.push_back({"exempt", CommandKind::exempt});
  loop.commands.push_back({"expire", CommandKind::expire});
  loop.transitions.push_back({{"verified"}, "exempt", {"inspector"}, "exempted", {}, {Field::reason, Field::until}});
  loop.transitions.push_back({{"exempted"}, "expire", {}, "verified", {Guard::exemption_over}, {}, {}, Trigger::clock});
  EXPECT_THAT(only_error(loop, "workflow_unverified", "/transitions/4"),
              HasSubstr("–expire→ verified –file_away→ closed"));
}

TEST(WorkflowCheck, FindsStatesThatNothingReaches) {
  Workflow loop = small_loop();
  loop.states.push_back({"forgotten", {}, Ending::replied});
  EXPECT_THAT(only_error(loop, "workflow_unreachable", "/states/3"), HasSubstr("\"forgotten\""));
}

TEST(WorkflowCheck, FindsDeadEnds) {
  Workflow loop = small_loop();
  loop.states.push_back({"drawer"});
  loop.commands.push_back({"put_away", CommandKind::note});
  loop.transitions.push_back({{"due"}, "put_away", {"unit"}, "drawer"});
  EXPECT_THAT(only_error(loop, "workflow_dead_end", "/states/3"), HasSubstr("\"drawer\""));
}

TEST(WorkflowCheck, FindsCommandsThatMayMeanTwoThings) {
  Workflow loop = small_loop();
  loop.transitions.push_back({{"done"}, "pass", {"inspector"}, "due", {Guard::not_doer}});
  EXPECT_THAT(only_error(loop, "workflow_ambiguous", "/transitions/4"), HasSubstr("transition 2"));
  loop.transitions[4].roles = {"unit"};
  EXPECT_TRUE(validate(loop).empty()) << "other people: " << validate(loop);
  loop.transitions[4].roles = {"inspector"};
  loop.transitions[4].guards = {Guard::returned};
  loop.transitions[2].guards = {Guard::not_doer, Guard::not_returned};
  EXPECT_TRUE(validate(loop).empty()) << "other tickets: " << validate(loop);
}

TEST(WorkflowCheck, FindsWaysRoundThatNobodyWalks) {
  Workflow loop = small_loop();
  loop.states.push_back({"queue"});
  loop.commands.push_back({"enqueue", CommandKind::note});
  loop.commands.push_back({"dequeue", CommandKind::note});
  loop.transitions.push_back({{"due"}, "enqueue", {}, "queue", {}, {}, {}, Trigger::itself});
  loop.transitions.push_back({{"queue"}, "dequeue", {}, "due", {}, {}, {}, Trigger::itself});
  EXPECT_THAT(only_error(loop, "workflow_endless", "/transitions/4"), HasSubstr("due –enqueue→ queue –dequeue→ due"));
  loop.transitions[5].roles = {"unit"};
  loop.transitions[5].trigger = Trigger::people;
  EXPECT_TRUE(validate(loop).empty()) << validate(loop);
}

TEST(WorkflowCheck, AsksForWhatAKindOfCommandCannotDoWithout) {
  struct Case {
    CommandKind kind;
    const char* code;
    std::size_t errors;
  };
  for (const Case& each :
       {Case{CommandKind::return_, "workflow_field_needed", 1},
        Case{CommandKind::assign, "workflow_one_field_needed", 1},
        Case{CommandKind::report_done, "workflow_field_needed", 1},
        Case{CommandKind::verify_fail, "workflow_field_needed", 1},
        Case{CommandKind::request_extension, "workflow_guard_needed", 6},
        Case{CommandKind::decide_extension, "workflow_guard_needed", 4},
        Case{CommandKind::resume, "workflow_guard_needed", 1}, Case{CommandKind::void_, "workflow_ending_needed", 2},
        Case{CommandKind::merge, "workflow_ending_needed", 2}, Case{CommandKind::split, "workflow_parts_to", 2},
        Case{CommandKind::reopen, "workflow_guard_needed", 3}, Case{CommandKind::expire, "workflow_guard_needed", 1},
        Case{CommandKind::take_in, "workflow_reserved_kind", 1}}) {
    Workflow loop = small_loop();
    loop.commands.push_back({"more", each.kind});
    loop.transitions.push_back({{"due"}, "more", {"unit"}, ""});
    const Diagnostics problems = validate(loop);
    EXPECT_NE(find(problems, each.code), nullptr) << to_string(each.kind) << '\n' << problems;
    EXPECT_EQ(problems.error_count(), each.errors) << to_string(each.kind) << '\n' << problems;
  }
}

TEST(WorkflowCheck, LetsAnEndedTicketOnlyBeReopenedOrAnnotated) {
  Workflow loop = small_loop();
  loop.transitions.push_back({{"closed"}, "report", {"unit"}, "done", {}, {Field::evidence}});
  EXPECT_NE(find(validate(loop), "workflow_acts_on_ending"), nullptr) << validate(loop);
  loop.transitions[4] = {{"closed"}, "fail", {"inspector"}, "due", {Guard::not_doer}, {Field::reason}};
  EXPECT_NE(find(validate(loop), "workflow_leaves_ending"), nullptr) << validate(loop);
  loop.transitions[4].to = "";
  EXPECT_TRUE(validate(loop).empty()) << validate(loop);
}

TEST(WorkflowCheck, ReportsEverythingAtOnce) {
  Workflow loop = small_loop();
  loop.transitions[3].to = "nowhere";
  loop.transitions[1].roles = {"nobody"};
  loop.transitions[2].command = "passs";
  loop.transitions[3].requires_.clear();
  loop.limits = {{"rectify", {}, {"dew"}, {}, {}, WorkingDays(-1)}};
  loop.transitions.push_back({{"done"}, "pass", {"unit"}, "closed"});
  loop.states.push_back({"due"});
  const Diagnostics problems = validate(loop);
  for (const char* code :
       {"workflow_unknown_state", "workflow_unknown_role", "workflow_unknown_command", "workflow_field_needed",
        "workflow_negative_limit", "workflow_code_twice", "workflow_unverified"}) {
    EXPECT_NE(find(problems, code), nullptr) << code << '\n' << problems;
  }
}

TEST(CompiledWorkflow, FindsRowsByStateAndCommand) {
  const CompiledWorkflow loop = compile(small_loop()).value();
  const StateId done = loop.find_state("done");
  ASSERT_EQ(loop.rows(done, loop.find_command("pass")).size(), 1u);
  EXPECT_EQ(loop.rows(done, loop.find_command("pass")).front().to, loop.find_state("closed"));
  EXPECT_TRUE(loop.rows(done, loop.find_command("report")).empty());
  EXPECT_EQ(loop.rows(done).size(), 2u);
  EXPECT_EQ(loop.rows(StateId()).size(), 1u) << "the opening";
  EXPECT_FALSE(loop.find_state("nowhere").valid());
}

TEST(WorkflowDot, DrawsEveryTransition) {
  const std::string dot = to_dot(small_loop());
  EXPECT_THAT(dot, HasSubstr("\"\" -> \"due\" [label=\"issue (inspector)\"]"));
  EXPECT_THAT(dot, HasSubstr("\"done\" -> \"closed\" [label=\"pass (inspector) [not_doer]\"]"));
}

}  // namespace
}  // namespace aedile
