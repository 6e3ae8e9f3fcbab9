// The published case workflow: every transition, every refusal, the rules of extension, suspension and appeal.
#include <gtest/gtest.h>

#include <map>

#include "calendar/shared_vectors.h"
#include "rectification/play.h"

namespace aedile::test {
namespace {

/// One person for each role, whose id is the role's; of the handler "li".
TicketActor person(const std::string& role) {
  return Play::actor(role == "handler" ? "li" : role, {role},
                     role == "dept" || role == "handler" ? "cleaning" : "city");
}

struct Step {
  const char* command;
  const char* role;
};

/// How a case comes into each state.
const std::map<std::string, std::vector<Step>>& ways() {
  static const std::map<std::string, std::vector<Step>> ways = [] {
    std::map<std::string, std::vector<Step>> made;
    const Step file{"file", "acceptor"};
    const Step dispatch{"dispatch", "dispatcher"};
    const Step assign{"assign", "dept"};
    const Step submit{"submit_done", "handler"};
    const Step confirm{"dept_confirm", "dept"};
    const Step forward{"forward", "dispatcher"};
    made["pending_register"] = {};
    made["pending_verify"] = {{"send_pre_check", "acceptor"}};
    made["not_accepted"] = {{"void", "acceptor"}};
    made["pending_dispatch"] = {file};
    made["returned"] = {file, {"return_not_ours", "dispatcher"}};
    made["pending_handle"] = {file, dispatch};
    made["handling"] = {file, dispatch, assign};
    made["handle_finish"] = {file, dispatch, assign, submit};
    made["pending_check@dispatcher"] = {file, dispatch, assign, submit, confirm};
    made["pending_check@acceptor"] = {file, dispatch, assign, submit, confirm, forward};
    made["verifying"] = {file, dispatch, assign, submit, confirm, forward, {"send_verify", "acceptor"}};
    made["closed"] = {file, dispatch, assign, submit, confirm, forward, {"close", "acceptor"}};
    return made;
  }();
  return ways;
}

class Case : public Play {
 public:
  Case() : Play({shipped("case_loop")}) { must(opening("C1", "report", person("collector"))); }
  explicit Case(const std::string& state) : Case() {
    for (const Step& step : ways().at(state)) must(all(step.command, step.role));
    EXPECT_EQ(ticket().state_code(), state);
  }

  const Ticket& ticket() const { return *book.find("C1"); }
  TicketCommand all(const std::string& command, const std::string& role) const {
    TicketCommand made = full("C1", command, person(role));
    if (command == "forward") made.assignee = "acceptor";
    if (command == "dispatch") made.assignee.reset();
    return made;
  }
};

TEST(CaseVectors, MakeEveryTransition) {
  const auto vectors = shared_vectors("state_machine_cases.json");
  AEDILE_SKIP_WITHOUT(vectors);
  std::size_t made = 0;
  for (const auto& row : (*vectors)["case_workflow"]["transitions"].GetArray()) {
    const std::string from = row["frm"].GetString();
    const std::string event = row["event"].GetString();
    SCOPED_TRACE(from + " " + event);
    Case play(from);
    const TicketCommand command = play.all(event, row["role"].GetString());
    if (row.HasMember("requires")) {
      TicketCommand without = command;
      without.reason.clear();
      play.must_refuse(without, "ticket_reason");
    }
    EXPECT_EQ(play.must(command).state_code(), row["to"].GetString());
    ++made;
    // Nobody in another role may.
    for (const char* role : {"collector", "acceptor", "dispatcher", "dept", "handler", "reviewer", "supervisor"}) {
      if (role == std::string(row["role"].GetString())) continue;
      EXPECT_FALSE(Case(from).book.may(Case(from).all(event, role)).allowed) << role;
    }
  }
  EXPECT_EQ(made, 19u);
}

TEST(CaseVectors, RefuseWhatMustBeRefused) {
  const auto vectors = shared_vectors("state_machine_cases.json");
  AEDILE_SKIP_WITHOUT(vectors);
  ASSERT_EQ((*vectors)["case_workflow"]["must_reject"].Size(), 8u);
  for (const auto& row : (*vectors)["case_workflow"]["must_reject"].GetArray()) {
    const std::string state = row["state"].GetString();
    const std::string event = row["event"].GetString();
    const std::string context = row.HasMember("context") ? row["context"].GetString() : "";
    SCOPED_TRACE(state + " " + event + " " + context);
    if (context == "arrived by department return") {
      Case play("pending_handle");
      play.must(play.all("return_not_ours", "dept"));
      play.must(play.all("to_dispatcher", "acceptor"));
      ASSERT_EQ(play.ticket().state_code(), state);
      play.must_refuse(play.all(event, "dispatcher"), "ticket_not_returned");
      EXPECT_EQ(play.must(play.all("dispatch", "dispatcher")).state_code(), "pending_handle") << "but redirected";
    } else if (context == "handler still assigned") {
      Case play("pending_dispatch");
      TicketCommand dispatch = play.all("dispatch", "dispatcher");
      dispatch.assignee = "li";
      play.must(dispatch);
      ASSERT_EQ(play.ticket().state_code(), state);
      play.must_refuse(play.all(event, "dept"), "ticket_unassigned");
    } else if (context == "criteria not ticked") {
      Case play(state);
      TicketCommand close = play.all(event, "acceptor");
      close.criteria = {"fault_gone"};
      play.must_refuse(close, "ticket_criteria");
    } else if (context == "another acceptor") {
      Case play(state);
      TicketCommand close = play.all(event, "acceptor");
      close.actor.person.id = "acceptor2";
      play.must_refuse(close, "ticket_is_assignee");
    } else if (context == "empty reason") {
      for (const auto& [at, command, role] : {std::tuple("pending_dispatch", "return_not_ours", "dispatcher"),
                                              std::tuple("pending_handle", "return_not_ours", "dept"),
                                              std::tuple("handling", "handler_return", "handler")}) {
        Case play(at);
        TicketCommand back = play.all(command, role);
        back.reason.clear();
        play.must_refuse(back, "ticket_reason");
      }
    } else {
      Case play(state);
      for (const char* role : {"collector", "acceptor", "dispatcher", "dept", "handler", "reviewer", "supervisor"}) {
        const TicketPermission permission = play.book.may(play.all(event, role));
        EXPECT_TRUE(permission.why.contains("ticket_state") || permission.why.contains("ticket_state_nothing")) << role;
      }
    }
  }
}

TEST(CaseAdjustments, AnExtensionAddsOneOriginalLimitToTheDeadlineAndTwoAreAllThereAre) {
  Case play("handling");
  // 5 working days from Monday 2 March 2026: the end of the 9th.
  EXPECT_EQ(play.ticket().next_due(), at("2026-03-10T00:00:00+08:00"));
  // A refusal uses none up.
  play.must(play.all("request_extension", "dept"));
  TicketCommand no = play.all("decide_extension", "dispatcher");
  no.decision = false;
  play.must(no);
  EXPECT_EQ(play.ticket().granted(RequestKind::extension), 0u);
  EXPECT_EQ(play.ticket().next_due(), at("2026-03-10T00:00:00+08:00"));
  play.must(play.all("request_extension", "dept"));
  play.must(play.all("decide_extension", "dispatcher"));
  EXPECT_EQ(play.ticket().next_due(), at("2026-03-17T00:00:00+08:00"));
  play.must(play.all("request_extension", "dept"));
  play.must(play.all("decide_extension", "dispatcher"));
  EXPECT_EQ(play.ticket().next_due(), at("2026-03-24T00:00:00+08:00"));
  play.must_refuse(play.all("request_extension", "dept"), "ticket_extensions_left");
}

TEST(CaseAdjustments, ARequestGoesFromTheHandlerToTheDepartmentToTheDispatcher) {
  Case play("handling");
  play.must(play.all("request_extension", "handler"));
  play.must_refuse(play.all("request_extension", "handler"), "ticket_no_open_request");
  play.must_refuse(play.all("decide_extension", "dispatcher"), "ticket_is_asked");
  play.must(play.all("decide_extension", "dept"));
  EXPECT_EQ(play.ticket().granted(RequestKind::extension), 0u);
  play.must_refuse(play.all("decide_extension", "dept"), "ticket_is_asked");
  play.must(play.all("decide_extension", "dispatcher"));
  EXPECT_EQ(play.ticket().granted(RequestKind::extension), 1u);
  play.must_refuse(play.all("decide_extension", "dispatcher"), "ticket_request_open");
  // Nobody decides on their own request.
  play.must(play.all("request_extension", "dept"));
  TicketCommand own = play.all("decide_extension", "dispatcher");
  own.actor.person.id = "dept";
  play.must_refuse(own, "ticket_not_requester");
}

TEST(CaseAdjustments, ARequestComesBeforeTheDeadline) {
  Case play("handling");
  play.now = at("2026-03-10T00:00:00+08:00");
  EXPECT_TRUE(play.book.may(play.all("request_extension", "dept")).allowed);
  play.now = at("2026-03-10T00:00:01+08:00");
  play.must_refuse(play.all("request_extension", "dept"), "ticket_deadline_not_passed");
  play.must_refuse(play.all("request_suspension", "dept"), "ticket_deadline_not_passed");
}

TEST(CaseAdjustments, ASuspensionHasAnEndIsApprovedOnceAndEndsByItself) {
  Case play("handling");
  TicketCommand ask = play.all("request_suspension", "dept");
  ask.until = Instant(play.now.sys_seconds() + std::chrono::days(366));
  play.must_refuse(ask, "ticket_until_range");
  ask.until = at("2026-03-16T09:00:00+08:00");
  play.must(ask);
  play.must(play.all("decide_suspension", "dispatcher"));
  // The limit stood still at the end of each working day until the 13th: the five are 16 to 20 March.
  EXPECT_EQ(play.ticket().next_due(), at("2026-03-21T00:00:00+08:00"));
  play.must_refuse(play.all("submit_done", "handler"), "ticket_not_suspended");
  play.must_refuse(play.all("request_extension", "dept"), "ticket_not_suspended");
  play.now = at("2026-03-16T09:00:00+08:00");
  EXPECT_FALSE(play.ticket().suspended(play.now));
  play.must_refuse(play.all("request_suspension", "dept"), "ticket_suspensions_left");
  play.must_refuse(play.all("resume", "dept"), "ticket_suspended");
  EXPECT_EQ(play.must(play.all("submit_done", "handler")).state_code(), "handle_finish");
}

TEST(CaseAdjustments, ResumingEarlyGivesBackWhatIsLeft) {
  Case play("handling");
  const std::optional<Instant> before = play.ticket().next_due();
  TicketCommand ask = play.all("request_suspension", "dept");
  ask.until = at("2026-03-16T09:00:00+08:00");
  play.must(ask);
  play.must(play.all("decide_suspension", "dispatcher"));
  EXPECT_GT(play.ticket().next_due(), before);
  // The same day: no working day ended while it stood still.
  play.must(play.all("resume", "dispatcher"));
  EXPECT_EQ(play.ticket().next_due(), before);
  EXPECT_FALSE(play.ticket().suspended(play.now));
}

TEST(CaseAdjustments, AnAppealLeavesTheLatenessAndTakesItOutOfTheCount) {
  Case play("handling");
  play.must_refuse(play.all("appeal", "dept"), "ticket_state");
  play.now = at("2026-03-12T09:00:00+08:00");
  for (const Step& step : {Step{"submit_done", "handler"}, Step{"dept_confirm", "dept"}, Step{"forward", "dispatcher"},
                           Step{"close", "acceptor"}}) {
    play.must(play.all(step.command, step.role));
  }
  EXPECT_TRUE(play.ticket().was_late());
  play.must_refuse(play.all("appeal", "handler"), "ticket_role");
  play.must(play.all("appeal", "dept"));
  play.must(play.all("decide_appeal", "reviewer"));
  EXPECT_FALSE(play.ticket().lateness_exempt()) << "two reviewers";
  play.must_refuse(play.all("decide_appeal", "reviewer"), "ticket_not_requester");
  TicketCommand second = play.all("decide_appeal", "reviewer");
  second.actor.person.id = "reviewer2";
  play.must(second);
  EXPECT_TRUE(play.ticket().lateness_exempt());
  EXPECT_TRUE(play.ticket().was_late());
  play.must_refuse(play.all("appeal", "dept"), "ticket_appeals_left");
  EXPECT_EQ(play.ticket().ending(), Ending::closed);
}

TEST(CaseAdjustments, AnAppealHasAnObject) {
  Case play("closed");
  play.must_refuse(play.all("appeal", "dept"), "ticket_late");
}

TEST(CaseVectors, WhoHandledWithoutReportingIsADoerToo) {
  Case play("handling");
  play.must(play.all("revoke_assign", "dept"));
  EXPECT_TRUE(play.ticket().is_doer("li"));
  TicketCommand assign = play.all("assign", "dept");
  assign.assignee = "he";
  play.must(assign);
  TicketCommand submit = play.all("submit_done", "handler");
  play.must_refuse(submit, "ticket_is_assignee");
  submit.actor.person.id = "he";
  play.must(submit);
  play.must(play.all("dept_confirm", "dept"));
  TicketCommand forward = play.all("forward", "dispatcher");
  forward.assignee = "li";
  play.must(forward);
  TicketCommand close = play.all("close", "acceptor");
  close.actor.person.id = "li";
  play.must_refuse(close, "ticket_not_doer");
}

}  // namespace
}  // namespace aedile::test
