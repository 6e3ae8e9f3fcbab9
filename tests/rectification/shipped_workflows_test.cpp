// The workflows that come with aedile: each is walked to its endings, and none survives the loss of what it needs.
#include <gmock/gmock.h>
#include <algorithm>

#include "aedile/rectification/ticket_facts.h"
#include "rectification/play.h"

namespace aedile::test {
namespace {

const TicketActor inspector = Play::actor("wu", {"inspector"}, "street");
const TicketActor worker = Play::actor("li", {"unit"}, "cleaning");
const TicketActor leader = Play::actor("chen", {"leader"}, "street");

class Shipped : public ::testing::TestWithParam<std::string_view> {};

TEST_P(Shipped, PassesTheCheckAndIsWrittenAsItIsShipped) {
  const Result<Workflow> workflow = shipped_workflow(GetParam());
  ASSERT_TRUE(workflow) << workflow.diagnostics();
  EXPECT_TRUE(workflow.diagnostics().empty()) << workflow.diagnostics();
  EXPECT_EQ(write_workflow(*workflow), shipped_workflow_text(GetParam()));
  for (const WorkflowState& state : workflow->states) EXPECT_EQ(state.title.texts().size(), 2u) << state.code;
  for (const WorkflowCommand& command : workflow->commands) EXPECT_EQ(command.title.texts().size(), 2u) << command.code;
}

/// Whatever lets a ticket through to its closing without the guard is found, and the last step of the way is this one.
TEST_P(Shipped, IsRefusedWithoutTheGuardAgainstDoers) {
  const Workflow workflow = shipped_workflow(GetParam()).value();
  std::size_t tried = 0;
  for (std::size_t i = 0; i < workflow.transitions.size(); ++i) {
    Workflow mutant = workflow;
    std::vector<Guard>& guards = mutant.transitions[i].guards;
    const auto to = std::find_if(workflow.states.begin(), workflow.states.end(),
                                 [&](const WorkflowState& state) { return state.code == workflow.transitions[i].to; });
    const auto guard = std::find(guards.begin(), guards.end(), Guard::not_doer);
    if (guard == guards.end() || to == workflow.states.end() || to->ending != Ending::closed) continue;
    guards.erase(guard);
    const Diagnostics problems = validate(mutant);
    ASSERT_TRUE(problems.contains("workflow_unverified")) << i << '\n' << problems;
    for (const Diagnostic& problem : problems) {
      EXPECT_EQ(problem.code(), "workflow_unverified");
      EXPECT_EQ(problem.place.pointer, "/transitions/" + std::to_string(i));
      EXPECT_THAT(problem.text.in(), ::testing::HasSubstr("–" + mutant.transitions[i].command + "→ " + to->code));
      EXPECT_THAT(problem.text.in(), ::testing::HasSubstr("○ –"));
    }
    ++tried;
  }
  EXPECT_GE(tried, 1u);
}

/// Nor can the responsible unit come to another ending by itself.
TEST_P(Shipped, TellsWhereAUnitCouldLetItselfGo) {
  const Workflow workflow = shipped_workflow(GetParam()).value();
  for (std::size_t i = 0; i < workflow.transitions.size(); ++i) {
    const auto to = std::find_if(workflow.states.begin(), workflow.states.end(),
                                 [&](const WorkflowState& state) { return state.code == workflow.transitions[i].to; });
    if (to == workflow.states.end() || !to->ending || to->ending == Ending::merged) continue;
    if (workflow.transitions[i].from.empty()) continue;
    // Also a verification that nothing guards is none.
    for (const bool all : {false, true}) {
      Workflow mutant = workflow;
      std::vector<Guard>& guards = mutant.transitions[i].guards;
      EXPECT_EQ(std::count(guards.begin(), guards.end(), Guard::not_unit_of_doer), 1) << i;
      if (all) {
        guards.clear();
      } else {
        std::erase(guards, Guard::not_unit_of_doer);
      }
      if (to->ending == Ending::closed) continue;
      const Diagnostics problems = validate(mutant);
      ASSERT_TRUE(problems.contains("workflow_frees_itself")) << i << '\n' << problems;
      EXPECT_EQ(problems.items().front().place.pointer, "/transitions/" + std::to_string(i));
      EXPECT_THAT(problems.items().front().text.in(),
                  ::testing::HasSubstr("–" + mutant.transitions[i].command + "→ " + to->code));
    }
  }
}

/// Every transition is either needed, so that its loss is found, or one of several ways on.
TEST_P(Shipped, IsRefusedWithoutATransitionThatItNeeds) {
  const Workflow workflow = shipped_workflow(GetParam()).value();
  std::size_t refused = 0;
  for (std::size_t i = 0; i < workflow.transitions.size(); ++i) {
    Workflow mutant = workflow;
    mutant.transitions.erase(mutant.transitions.begin() + static_cast<std::ptrdiff_t>(i));
    if (validate(mutant).has_errors()) ++refused;
  }
  EXPECT_GE(refused, 2u);
}

TEST_P(Shipped, IsRefusedWithoutWhatAKindNeeds) {
  const Workflow workflow = shipped_workflow(GetParam()).value();
  for (std::size_t i = 0; i < workflow.transitions.size(); ++i) {
    Workflow mutant = workflow;
    const auto kind =
        std::find_if(workflow.commands.begin(), workflow.commands.end(), [&](const WorkflowCommand& each) {
          return each.code == workflow.transitions[i].command;
        })->kind;
    if (kind != CommandKind::report_done && kind != CommandKind::return_ && kind != CommandKind::reopen) continue;
    mutant.transitions[i].requires_.clear();
    const Diagnostics problems = validate(mutant);
    ASSERT_TRUE(problems.contains("workflow_field_needed")) << i;
    EXPECT_EQ(problems.items().front().place.pointer, "/transitions/" + std::to_string(i));
  }
}

std::string name_of(const ::testing::TestParamInfo<std::string_view>& shown) { return std::string(shown.param); }
INSTANTIATE_TEST_SUITE_P(All, Shipped, ::testing::ValuesIn(shipped_workflows()), name_of);

TEST(StreetNotice, GoesFromTheNoticeToItsClosing) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.command("T1", "start", worker));
  play.must_refuse(play.command("T1", "report", worker), "ticket_evidence");
  play.must(play.full("T1", "report", worker));
  play.must_refuse(play.full("T1", "pass", Play::actor("li", {"inspector"}, "street")), "ticket_not_doer");
  play.must_refuse(play.full("T1", "pass", Play::actor("sun", {"inspector"}, "cleaning")), "ticket_not_unit_of_doer");
  play.must(play.full("T1", "fail", inspector));
  EXPECT_EQ(play.book.find("T1")->rework(), 1u);
  play.must(play.full("T1", "report", worker));
  const Ticket& closed = play.must(play.full("T1", "pass", inspector));
  EXPECT_EQ(closed.ending(), Ending::closed);
  EXPECT_FALSE(closed.was_late());
  EXPECT_EQ(closed.rework(), 1u);
  EXPECT_EQ(replay(play.setup, play.events).value(), play.book);
}

TEST(StreetNotice, EndsWithAReplyWhereNothingCanBeDone) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.full("T1", "reply", worker));
  play.must_refuse(play.full("T1", "accept_reply", inspector), "ticket_role");
  EXPECT_EQ(play.must(play.full("T1", "accept_reply", leader)).ending(), Ending::replied);
}

/// Whoever leads the responsible unit, with every role: nothing ends the fault but somebody else.
TEST(StreetNotice, IsNotEndedByTheUnitThatAnswersForIt) {
  Play play({shipped("street_notice")});
  const TicketActor boss = Play::actor("boss", {"unit", "leader", "inspector"}, "cleaning");
  play.must(play.opening("T1", "issue", inspector));
  for (const char* command : {"exempt", "void"})
    play.must_refuse(play.full("T1", command, boss), "ticket_unit_answers");
  play.must(play.full("T1", "reply", boss));
  EXPECT_TRUE(play.book.find("T1")->is_doer("boss"));
  play.must_refuse(play.full("T1", "accept_reply", boss), "ticket_not_doer");
  // Nor a colleague; nor the one who replied, under the name of another unit.
  play.must_refuse(play.full("T1", "accept_reply", Play::actor("sun", {"leader"}, "cleaning")),
                   "ticket_not_unit_of_doer");
  play.must_refuse(play.full("T1", "accept_reply", Play::actor("boss", {"leader"}, "street")), "ticket_not_doer");
  play.must(play.full("T1", "refuse_reply", leader));
  play.must(play.full("T1", "exempt", leader));
  play.must_refuse(play.full("T1", "pass", Play::actor("sun", {"leader"}, "cleaning")), "ticket_not_unit_of_doer");
  EXPECT_EQ(play.must(play.full("T1", "pass", leader)).ending(), Ending::closed);
}

TEST(InspectionCycle, IsNotEndedByTheUnitThatAnswersForIt) {
  Play play({shipped("inspection_cycle")});
  const TicketActor boss = Play::actor("boss", {"operator", "inspector", "supervisor"}, "cleaning");
  play.must(play.opening("C1", "cite", inspector));
  for (const char* command : {"clear", "void"}) play.must_refuse(play.full("C1", command, boss), "ticket_unit_answers");
}

TEST(StreetNotice, LetsAReturnedTicketOnlyBeSentOn) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must_refuse(play.command("T1", "return", worker), "ticket_reason");
  play.must(play.full("T1", "return", worker));
  play.must_refuse(play.full("T1", "report", worker), "ticket_not_returned");
  TicketCommand redirect = play.command("T1", "redirect", inspector);
  redirect.unit = "roads";
  play.must(redirect);
  EXPECT_EQ(play.book.find("T1")->unit(), "roads");
  play.must_refuse(play.full("T1", "report", worker), "ticket_of_unit");
  play.must(play.full("T1", "report", Play::actor("he", {"unit"}, "roads")));
}

TEST(StreetNotice, ExemptionEndsByItselfAndClosesWhenTheFaultIsGone) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.opening("T2", "issue", inspector));
  play.must(play.full("T1", "exempt", leader));
  play.must(play.full("T2", "exempt", leader));
  EXPECT_EQ(play.book.find("T1")->ending(), Ending::exempted);
  const Instant until = *play.book.find("T1")->exempt_until();
  // Nothing yet: it lasts.
  EXPECT_TRUE(play.book.elapsed(Instant(until.sys_seconds() - std::chrono::seconds(1)))->empty());
  // The fault is gone before.
  const Ticket& gone = play.must(play.full("T2", "pass", inspector));
  EXPECT_EQ(gone.ending(), Ending::closed);
  EXPECT_FALSE(gone.exempt_until());
  const auto over = play.book.elapsed(at("2026-06-01T00:00:00Z"));
  ASSERT_TRUE(over) << over.diagnostics();
  ASSERT_EQ(over->size(), 1u);
  EXPECT_EQ(over->front().ticket, "T1");
  EXPECT_EQ(over->front().happened, until) << "when it came about, not when it was noticed";
  EXPECT_TRUE(play.book.apply(over->front()).empty());
  const Ticket& due = *play.book.find("T1");
  EXPECT_FALSE(due.ending());
  ASSERT_TRUE(due.next_due()) << "the limit begins anew";
  EXPECT_GT(*due.next_due(), until);
  EXPECT_TRUE(play.book.elapsed(at("2026-06-01T00:00:00Z"))->empty()) << "once";
}

TEST(StreetNotice, MergedTicketsBringTheirDoers) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.opening("T2", "issue", inspector));
  const TicketActor both = Play::actor("zhao", {"unit", "inspector"}, "");
  TicketCommand begin = play.command("T1", "start", both);
  play.must(begin);
  TicketCommand merge = play.command("T1", "merge", inspector);
  merge.into = "T1";
  play.must_refuse(merge, "ticket_into");
  merge.into = "T2";
  play.must(merge);
  EXPECT_EQ(play.book.find("T1")->ending(), Ending::merged);
  EXPECT_TRUE(play.book.find("T2")->is_doer("zhao"));
  play.must(play.full("T2", "report", worker));
  play.must_refuse(play.full("T2", "pass", both), "ticket_not_doer");
  play.must(play.full("T2", "pass", inspector));
}

TEST(StreetNotice, MergedTicketsBringTheEarlierDeadline) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  const Instant first = *play.book.find("T1")->next_due();
  play.pass(std::chrono::days(10));
  play.must(play.opening("T2", "issue", inspector));
  play.must(play.opening("T3", "issue", inspector));
  ASSERT_GT(*play.book.find("T2")->next_due(), first);
  TicketCommand merge = play.command("T1", "merge", inspector);
  merge.into = "T2";
  const auto facts_of = [&] {
    return count_tickets(play.book, play.events, play.now).value().total({.unit = "cleaning"});
  };
  EXPECT_EQ(facts_of().overdue, 1u);
  play.must(merge);
  const Ticket& into = *play.book.find("T2");
  EXPECT_EQ(into.next_due(), first);
  EXPECT_TRUE(into.overdue(play.now));
  EXPECT_EQ(facts_of().overdue, 1u) << "once, for its unit";
  EXPECT_EQ(facts_of().should_end, 1u);
  // The later one brings nothing.
  merge = play.command("T3", "merge", inspector);
  merge.into = "T2";
  play.must(merge);
  EXPECT_EQ(into.next_due(), first);
  // Its own time goes along with it: an extension adds to that of the first.
  EXPECT_EQ(into.limits().front().started, play.book.find("T1")->limits().front().started);
  play.must(play.full("T2", "report", worker));
  EXPECT_TRUE(into.was_late());
}

TEST(StreetNotice, LatenessThatWasBeforeIsBroughtByAMerge) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.pass(std::chrono::days(14));
  play.must(play.opening("T2", "issue", inspector));
  TicketCommand redirect = play.command("T1", "redirect", leader);
  redirect.unit = "cleaning";
  play.must(redirect);
  EXPECT_FALSE(play.book.find("T1")->overdue(play.now));
  TicketCommand merge = play.command("T1", "merge", inspector);
  merge.into = "T2";
  play.must(merge);
  EXPECT_FALSE(play.book.find("T2")->overdue(play.now));
  EXPECT_EQ(count_tickets(play.book, play.events, play.now).value().total().overdue, 1u);
}

TEST(StreetNotice, OnlyTicketsOfOneUnitSiteAndItemAreMergedAndNoneIntoWorkThatIsReported) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  TicketCommand roads = play.opening("T2", "issue", inspector);
  roads.unit = "roads";
  play.must(roads);
  TicketCommand elsewhere = play.opening("T3", "issue", inspector);
  elsewhere.opening->subject.site = "S2";
  play.must(elsewhere);
  play.must(play.opening("T4", "issue", inspector));
  TicketCommand merge = play.command("T1", "merge", inspector);
  merge.into = "T2";
  play.must_refuse(merge, "ticket_into_other");
  merge.into = "T3";
  play.must_refuse(merge, "ticket_into_other");
  play.must(play.full("T4", "report", worker));
  merge = play.command("T1", "merge", inspector);
  merge.into = "T4";
  play.must_refuse(merge, "ticket_into_reported");
}

TEST(StreetNotice, PartsInheritDoersAndTimeUsedUp) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.command("T1", "start", worker));
  const Instant due = *play.book.find("T1")->next_due();
  play.pass(std::chrono::days(1));
  TicketCommand split = play.command("T1", "split", inspector);
  split.parts = {{"T1a", "", {.title = "left"}}, {"T1b", "roads", {.title = "right"}}};
  play.must(split);
  const Ticket& part = *play.book.find("T1b");
  EXPECT_EQ(part.unit(), "roads");
  EXPECT_TRUE(part.is_doer("li"));
  EXPECT_EQ(part.next_due(), due) << "no new time by being divided";
  EXPECT_EQ(play.book.parts_of("T1"), (std::vector<std::string>{"T1a", "T1b"}));
  split.parts = {{"T1a", "", {}}};
  split.happened = split.recorded = play.now;
  play.must_refuse(split, "ticket_parts");
}

TEST(StreetNotice, IsReopenedOnlyByAFailedLookBackWithNewEvidence) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.full("T1", "report", worker));
  const Instant due = play.book.find("T1")->limits().front().deadline->due;
  play.must(play.full("T1", "pass", inspector));
  const Instant closed = *play.book.find("T1")->ended_at();
  play.must_refuse(play.full("T1", "reopen", leader), "ticket_verification_failed");
  play.must(play.full("T1", "look_back_failed", inspector));
  EXPECT_EQ(play.book.find("T1")->ending(), Ending::closed);
  TicketCommand reopen = play.full("T1", "reopen", leader);
  reopen.evidence.front().taken = closed;
  play.must_refuse(reopen, "ticket_evidence_newer_than_closing");
  const Ticket& again = play.must(play.full("T1", "reopen", leader));
  EXPECT_FALSE(again.ending());
  EXPECT_EQ(again.next_due(), due) << "a reopened ticket keeps its first deadline";
  EXPECT_EQ(again.reopenings(), 1u);
  EXPECT_EQ(again.rework(), 0u);
}

TEST(OnTheSpot, IsCorrectedByOneAndConfirmedByAnother) {
  Play play({shipped("on_the_spot")});
  const TicketActor keeper = Play::actor("qian", {"responsible", "inspector"}, "shop");
  play.must(play.opening("S1", "find", inspector));
  play.must(play.full("S1", "correct", keeper));
  play.must_refuse(play.full("S1", "confirm", keeper), "ticket_not_doer");
  EXPECT_EQ(play.must(play.full("S1", "confirm", inspector)).ending(), Ending::closed);
  play.must(play.opening("S2", "find", inspector));
  EXPECT_EQ(play.must(play.full("S2", "hand_over", inspector)).ending(), Ending::voided);
}

TEST(Hotline, IsClosedByTheCallBackAndRedoneOtherwise) {
  Play play({shipped("hotline")});
  const TicketActor agent = Play::actor("an", {"agent"}, "centre");
  const TicketActor unit = Play::actor("li", {"unit"}, "cleaning");
  const TicketActor desk = Play::actor("hu", {"caller_desk"}, "centre");
  const TicketActor centre = Play::actor("he", {"centre"}, "centre");
  play.must(play.opening("H1", "register", agent));
  TicketCommand assign = play.command("H1", "assign", agent);
  assign.unit = "cleaning";
  play.must(assign);
  ASSERT_EQ(play.book.find("H1")->limits().size(), 2u) << "to sign for, and to handle";
  play.must(play.command("H1", "sign", unit));
  TicketCommand ask = play.full("H1", "request_extension", unit);
  ask.limit = WorkingDays(3);
  const Instant before = *play.book.find("H1")->next_due();
  play.must(ask);
  ask.happened = ask.recorded = play.now;
  play.must_refuse(ask, "ticket_no_open_request");
  play.must(play.full("H1", "decide_extension", centre));
  // 13 working days from Monday 2 March: the 19th; 3 more: the 24th.
  EXPECT_EQ(before, at("2026-03-20T00:00:00+08:00"));
  EXPECT_EQ(*play.book.find("H1")->next_due(), at("2026-03-25T00:00:00+08:00"));
  play.must(play.full("H1", "answer", unit));
  play.must(play.full("H1", "dissatisfied", desk));
  EXPECT_EQ(play.book.find("H1")->rework(), 1u);
  play.must(play.full("H1", "answer", unit));
  EXPECT_EQ(play.must(play.command("H1", "satisfied", desk)).ending(), Ending::closed);
}

TEST(InspectionCycle, GoesFromRoutineToFollowUpToCleared) {
  Play play({shipped("inspection_cycle")});
  play.must(play.opening("C1", "cite", inspector));
  play.must(play.full("C1", "cited_again", inspector));
  EXPECT_EQ(play.must(play.command("C1", "clear", inspector)).ending(), Ending::closed);
  EXPECT_EQ(play.book.find("C1")->rework(), 1u);
}

}  // namespace
}  // namespace aedile::test
