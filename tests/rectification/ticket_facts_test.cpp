// From tickets to what is counted, climbed and looked at again: one street's notice from issue to closing.
#include "aedile/rectification/ticket_facts.h"

#include <gtest/gtest.h>

#include "aedile/io/workflow_json.h"
#include "aedile/rectification/ticket_book.h"
#include "aedile/rectification/ticket_notice.h"
#include "aedile/rectification/ticket_scores.h"
#include "calendar/calendars.h"
#include "rectification/photograph.h"

namespace aedile {
namespace {

using test::at;
using test::china;
using test::photograph;

/// A ticket of one shipped workflow, and what has happened to it.
class OneTicket : public ::testing::Test {
 protected:
  explicit OneTicket(const char* workflow) : book_(setup(workflow)) {}

  static TicketCommand by(const char* who, const char* unit, const char* role, const char* command, const char* when) {
    TicketCommand result{.command = command, .ticket = "T-1", .actor = {{who, unit}, {role}}};
    result.happened = result.recorded = at(when);
    return result;
  }
  void carry_out(const TicketCommand& command) {
    const auto events = book_.carry_out(command);
    ASSERT_TRUE(events) << events.diagnostics();
    events_.insert(events_.end(), events->begin(), events->end());
  }

  TicketBook book_;
  std::vector<TicketEvent> events_;

 private:
  static TicketSetup setup(const char* workflow) {
    TicketSetup setup;
    setup.workflows.push_back(compile(shipped_workflow(workflow).value()).value());
    setup.calendars.push_back(test::china_history());
    return setup;
  }
};

class StreetTicket : public OneTicket {
 protected:
  StreetTicket() : OneTicket("street_notice") {
    TicketCommand issue = by("wu", "street", "inspector", "issue", "2026-03-05T10:00:00+08:00");
    issue.unit = "taoyuan";
    issue.notice = "创整〔2026〕0001号";
    issue.opening = TicketOpening{.workflow = "street_notice"};
    issue.opening->subject = {.title = "litter",
                              .site = "P041",
                              .location = "gate",
                              .site_class = "park",
                              .item = "6.1.1",
                              .severity = "severe"};
    carry_out(issue);
  }
  void report(const char* when) {
    TicketCommand command = by("li", "taoyuan", "unit", "report", when);
    command.evidence = {{{photograph(at(when)), "after.jpg"}, at(when)}};
    carry_out(command);
  }
  void look_back(bool gone, const char* when) {
    TicketCommand command = by("zhao", "street", "inspector", gone ? "pass" : "fail", when);
    command.evidence = {{{photograph(at(when)), "look_back.jpg"}, at(when)}};
    command.reason = "looked at it";
    carry_out(command);
  }
  const Ticket& ticket() const { return *book_.find("T-1"); }
  TicketFacts facts(const char* as_of) const { return ticket_facts(ticket(), events_, at(as_of), china()).value(); }
};

TEST_F(StreetTicket, IsOpenThenOverdue) {
  const TicketFacts early = facts("2026-03-06T09:00:00+08:00");
  EXPECT_EQ(early.fate, TicketFate::open);
  EXPECT_FALSE(early.due || early.late || early.handled || early.verified);
  EXPECT_TRUE(early.dispatched);
  EXPECT_EQ(early.period, "2026-03");
  EXPECT_EQ(early.unit, "taoyuan");
  const TicketFacts late = facts("2026-03-14T09:00:00+08:00");
  EXPECT_TRUE(late.due && late.late);
}

TEST_F(StreetTicket, CountsReworkAndWorkingTimeOverALookBackThatFailed) {
  report("2026-03-06T10:00:00+08:00");
  look_back(false, "2026-03-06T15:00:00+08:00");
  report("2026-03-09T10:00:00+08:00");
  look_back(true, "2026-03-10T10:00:00+08:00");
  const TicketFacts closed = facts("2026-04-01T00:00:00+08:00");
  EXPECT_EQ(closed.fate, TicketFate::closed);
  EXPECT_EQ(closed.send_backs, 1u);
  EXPECT_TRUE(closed.verified && !closed.passed_first && !closed.late);
  // Thursday from 10:00 6.5 hours, Friday 8, Monday to 10:00 1.5.
  EXPECT_EQ(closed.working_seconds, 16 * 3600);
  EXPECT_EQ(closed_ticket(ticket()), (ClosedTicket{"T-1", "park", "severe"}));
  const auto fault = closed_fault(ticket(), china(), "east");
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->closed, Date::of(2026, 3, 10));
  EXPECT_TRUE(recurrence({}, {"6.1.1", "P041", "gate", "east", *Date::of(2026, 4, 2)}, std::vector{*fault}));
  EXPECT_EQ(known_fault(ticket(), "P041").state, KnownState::closed);
}

TEST_F(StreetTicket, IsDispatchedOnceHoweverOftenItIsRedirected) {
  TicketCommand redirect = by("chen", "street", "leader", "redirect", "2026-03-06T10:00:00+08:00");
  redirect.unit = "taoyuan";
  carry_out(redirect);
  report("2026-03-06T11:00:00+08:00");
  EXPECT_EQ(facts("2026-04-01T00:00:00+08:00").working_seconds, 9 * 3600);
}

TEST_F(StreetTicket, IsCountedInItsBook) {
  report("2026-03-06T10:00:00+08:00");
  const auto counted = count_tickets(book_, events_, at("2026-04-01T00:00:00+08:00"));
  ASSERT_TRUE(counted) << counted.diagnostics();
  EXPECT_EQ(counted->total({.unit = "taoyuan", .period = "2026-03"}).handled_on_time, 1u);
}

TEST_F(StreetTicket, ClimbsItsLadderUntilItIsAnswered) {
  const Ladder ladder{.id = "street",
                      .steps = {{"remind", AheadOfDue{WorkingDays(1)}, LadderEffect::reminder},
                                {"double", AtDue{}, LadderEffect::doubled_deduction}}};
  const auto come = [&](const char* as_of) {
    const auto asked = ladder_case(ticket(), ticket().limits().front());
    return steps_due(ladder, china(), *asked, at(as_of), ladder_keys(ladder, ticket())).value();
  };
  EXPECT_TRUE(come("2026-03-11T09:00:00+08:00").empty());
  ASSERT_EQ(come("2026-03-12T09:00:00+08:00").size(), 1u);
  TicketCommand escalate = by("sun", "city", "supervisor", "escalate", "2026-03-12T09:00:00+08:00");
  escalate.step = come("2026-03-12T09:00:00+08:00").front().key;
  escalate.reason = "reminder";
  carry_out(escalate);
  EXPECT_TRUE(come("2026-03-12T10:00:00+08:00").empty());
  EXPECT_EQ(come("2026-03-13T09:00:00+08:00").size(), 1u);
  report("2026-03-12T16:00:00+08:00");
  EXPECT_TRUE(come("2026-03-13T09:00:00+08:00").empty());
}

TEST_F(StreetTicket, CountsItsReturnsAlongTheLinks) {
  for (int i = 2; i <= 3; ++i) {
    TicketCommand again = by("wu", "street", "inspector", "issue", "2026-04-02T10:00:00+08:00");
    again.ticket = "T-" + std::to_string(i);
    again.unit = "taoyuan";
    again.opening = TicketOpening{.workflow = "street_notice"};
    again.opening->subject = {.title = "litter", .site = "P041", .item = "6.1.1"};
    again.links = {{LinkKind::recurrence_of, "T-" + std::to_string(i - 1)}};
    carry_out(again);
  }
  EXPECT_EQ(times_returned(book_, ticket()), 0u);
  EXPECT_EQ(times_returned(book_, *book_.find("T-3")), 2u);
  EXPECT_EQ(scored_ticket(book_, *book_.find("T-3"), at("2026-04-03T10:00:00+08:00")),
            (ScoredTicket{.times_returned = 2}));
  EXPECT_EQ(scored_ticket(book_, ticket(), at("2026-04-03T10:00:00+08:00")), (ScoredTicket{.overdue = true}));
}

TEST_F(StreetTicket, TakesItsNumberInTheEventThatIssuesIt) {
  NoticeNumbers numbers;
  const NumberPattern pattern = NumberPattern::parse("创整〔{year}〕{number:4}号").value();
  for (const TicketEvent& event : events_) EXPECT_TRUE(take_number(numbers, event, pattern, "创整").empty());
  EXPECT_EQ(numbers.next("创整", 2026).number, 2u);
  EXPECT_TRUE(take_number(numbers, events_.front(), pattern, "创整").contains("number_taken"));
}

TEST_F(StreetTicket, HasANoticeFromTheEventThatIssuedIt) {
  const Notice form{.authority = "指挥部办公室", .contact = "王主任"};
  const auto notice = ticket_notice(ticket(), events_, china(), form, std::string(64, '0'), Language::zh);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->number, "创整〔2026〕0001号");
  EXPECT_EQ(notice->unit, "taoyuan");
  EXPECT_EQ(notice->limit, "5 个工作日");
  EXPECT_EQ(notice->last_day, Date::of(2026, 3, 12));
  EXPECT_EQ(notice->last_time, "24:00");
  EXPECT_EQ(notice->verification, verification_code(notice->number, "T-1", std::string(64, '0')));
  EXPECT_TRUE(validate(*notice).empty()) << validate(*notice);
  EXPECT_FALSE(ticket_notice(ticket(), std::span(events_).first(0), china(), form));
}

TEST_F(StreetTicket, EndsWithAReplyThatIsCountedAsOne) {
  TicketCommand reply = by("li", "taoyuan", "unit", "reply", "2026-03-06T10:00:00+08:00");
  reply.reason = "the wall belongs to the railway";
  carry_out(reply);
  TicketCommand accept = by("chen", "street", "leader", "accept_reply", "2026-03-09T10:00:00+08:00");
  accept.reason = "so it does";
  carry_out(accept);
  EXPECT_EQ(facts("2026-04-01T00:00:00+08:00").fate, TicketFate::replied);
  EXPECT_EQ(known_fault(ticket(), "P041").state, KnownState::replied);
  EXPECT_FALSE(closed_fault(ticket(), china()));
}

TEST_F(StreetTicket, AnExemptionIsOverWhenALookBackFindsTheFaultGone) {
  TicketCommand exempt = by("chen", "street", "leader", "exempt", "2026-03-06T10:00:00+08:00");
  exempt.reason = "works until June";
  exempt.until = at("2026-06-01T00:00:00+08:00");
  carry_out(exempt);
  EXPECT_EQ(facts("2026-04-01T00:00:00+08:00").fate, TicketFate::exempted);
  const std::vector<KnownFault> known{known_fault(ticket(), "P041")};
  const auto gone = reinspect({}, "P041", at("2026-05-01T10:00:00+08:00"), known, {});
  ASSERT_EQ(gone.front().outcome, ReinspectionOutcome::close_exempt_gone);
  look_back(true, "2026-05-01T10:00:00+08:00");
  EXPECT_EQ(facts("2026-07-01T00:00:00+08:00").fate, TicketFate::closed);
  EXPECT_FALSE(ticket().exempt_until());
}

TEST_F(StreetTicket, WasLateThoughItsLimitsBeganAnew) {
  TicketCommand redirect = by("chen", "street", "leader", "redirect", "2026-03-16T10:00:00+08:00");
  redirect.unit = "taoyuan";
  carry_out(redirect);
  const TicketFacts anew = facts("2026-03-17T09:00:00+08:00");
  EXPECT_FALSE(ticket().overdue(at("2026-03-17T09:00:00+08:00")));
  EXPECT_TRUE(anew.late && anew.due);
}

/// 信息收集 and 案卷建立 at the desk, 任务派遣 to a department, which does its work in time.
class CityCase : public OneTicket {
 protected:
  CityCase() : OneTicket("case_loop") {
    TicketCommand report = by("c1", "center", "collector", "report", "2026-03-02T09:20:00+08:00");
    report.opening = TicketOpening{.workflow = "case_loop", .subject = {.title = "litter"}};
    carry_out(report);
  }
  void file(const char* when) {
    TicketCommand command = by("a1", "center", "acceptor", "file", when);
    command.criteria = {"in_scope", "located", "not_duplicate"};
    carry_out(command);
  }
  void dispatch(const char* when) {
    TicketCommand command = by("d1", "center", "dispatcher", "dispatch", when);
    command.unit = "bumen";
    carry_out(command);
  }
  void handle(const char* assigned, const char* done) {
    TicketCommand assign = by("z1", "bumen", "dept", "assign", assigned);
    assign.assignee = "h1";
    carry_out(assign);
    TicketCommand submit = by("h1", "bumen", "handler", "submit_done", done);
    submit.evidence = {{{photograph(at(done)), "after.jpg"}, at(done)}};
    carry_out(submit);
  }
  void close(const char* confirmed, const char* when) {
    carry_out(by("z1", "bumen", "dept", "dept_confirm", confirmed));
    TicketCommand forward = by("d1", "center", "dispatcher", "forward", confirmed);
    forward.assignee = "a1";
    carry_out(forward);
    TicketCommand close = by("a1", "center", "acceptor", "close", when);
    close.criteria = {"fault_gone", "photographs_match"};
    carry_out(close);
  }
  TicketCounts counts(const char* as_of) const {
    return count_tickets(book_, events_, at(as_of)).value().total({.unit = "bumen"});
  }
};

TEST_F(CityCase, TheDeskThatFilesLateIsLateAndNotTheDepartment) {
  file("2026-03-05T10:00:00+08:00");  // due on 2 March, 10:20
  dispatch("2026-03-05T10:05:00+08:00");
  handle("2026-03-05T10:10:00+08:00", "2026-03-05T11:40:00+08:00");
  close("2026-03-05T14:00:00+08:00", "2026-03-05T15:00:00+08:00");
  const TicketCounts n = counts("2026-04-01T00:00:00+08:00");
  EXPECT_EQ(n.filed, 1u);
  EXPECT_EQ(n.filed_on_time, 0u);
  EXPECT_EQ(n.dispatched_on_time, 1u);
  EXPECT_EQ(n.handled_on_time, 1u);
  EXPECT_EQ(n.closed_on_time, 1u);
  EXPECT_EQ(n.overdue, 0u);
  // The names of the limits may be given, too.
  const auto named =
      count_tickets(book_, events_, at("2026-04-01T00:00:00+08:00"), {.filing_limit = "file"}).value().total();
  EXPECT_EQ(named, n);
}

TEST_F(CityCase, TheDepartmentThatHandlesLateIsLateAndNotTheDesk) {
  file("2026-03-02T10:00:00+08:00");
  dispatch("2026-03-02T10:05:00+08:00");
  handle("2026-03-02T10:10:00+08:00", "2026-03-20T11:40:00+08:00");
  const TicketCounts n = counts("2026-04-01T00:00:00+08:00");
  EXPECT_EQ(n.filed_on_time, 1u);
  EXPECT_EQ(n.handled_on_time, 0u);
  EXPECT_EQ(n.should_end, 1u);
  EXPECT_EQ(n.overdue, 1u);
}

}  // namespace
}  // namespace aedile
