// A ticket as a fold over its events, and a book over all tickets: what does not fit is refused, and named.
#include <gtest/gtest.h>

#include "rectification/play.h"

namespace aedile::test {
namespace {

const TicketActor inspector = Play::actor("wu", {"inspector"}, "street");
const TicketActor worker = Play::actor("li", {"unit"}, "cleaning");

Play started() {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.command("T1", "start", worker));
  return play;
}

TEST(Ticket, IsNothingButItsEvents) {
  const Play play = started();
  Ticket ticket = Ticket::opened(play.setup->workflows.front(), play.events[0]).value();
  EXPECT_TRUE(ticket.apply(play.events[1]).empty());
  EXPECT_EQ(ticket, *play.book.find("T1"));
}

/// The event refused with this code, and nothing changed by it.
void must_not_fit(const Play& play, const TicketEvent& event, std::string_view code) {
  TicketBook book = play.book;
  const Diagnostics problems = book.apply(event);
  EXPECT_TRUE(problems.contains(code)) << code << '\n' << problems;
  EXPECT_EQ(book, play.book);
}

TEST(TicketEvents, ThatDoNotFollowAreRefused) {
  const Play play = started();
  const Instant now = play.now;
  const TicketEvent next{.ticket = "T1",
                         .number = 3,
                         .happened = now,
                         .recorded = now,
                         .kind = CommandKind::note,
                         .from = "rectifying",
                         .to = "rectifying"};
  TicketBook book = play.book;
  EXPECT_TRUE(book.apply(next).empty());
  TicketEvent event = next;
  event.number = 2;
  must_not_fit(play, event, "event_number");
  event.number = 4;
  must_not_fit(play, event, "event_number");
  event = next;
  event.from = "look_back";
  must_not_fit(play, event, "event_state");
  event = next;
  event.to = "nowhere";
  must_not_fit(play, event, "event_unknown_state");
  event = next;
  event.deadlines = {{.limit = "tomorrow"}};
  must_not_fit(play, event, "event_unknown_limit");
  event = next;
  event.happened = at("2026-03-02T08:00:00+08:00");
  must_not_fit(play, event, "event_order");
  event = next;
  event.recorded = at("2026-03-02T08:00:00+08:00");
  must_not_fit(play, event, "event_order");
  event = next;
  event.ticket = "T9";
  must_not_fit(play, event, "no_such_ticket");
  must_not_fit(play, play.events.front(), "duplicate_ticket");
  event = play.events.front();
  event.ticket = "T2";
  TicketOpening other = *event.opening;
  other.edition = "7";
  event.opening = other;
  must_not_fit(play, event, "unknown_workflow");
  event = play.events.front();
  event.ticket = "T2";
  event.number = 2;
  must_not_fit(play, event, "event_no_opening");
}

TEST(TicketCommands, AreRefusedForWhatTheyAre) {
  Play play = started();
  play.must_refuse(play.command("T9", "report", worker), "no_such_ticket");
  play.must_refuse(play.command("T1", "fly", worker), "ticket_unknown_command");
  play.must_refuse(play.opening("T1", "issue", inspector), "duplicate_ticket");
  play.must_refuse(play.opening("", "issue", inspector), "ticket_no_id");
  TicketCommand open = play.opening("T2", "issue", inspector);
  open.opening->workflow = "none";
  play.must_refuse(open, "unknown_workflow");
  open = play.opening("T2", "issue", inspector);
  open.opening->calendar = "moon";
  EXPECT_TRUE(play.book.decide(open).diagnostics().contains("ticket_calendar"));
  play.must_refuse(play.full("T1", "pass", inspector), "ticket_state");
  play.must_refuse(play.full("T1", "report", inspector), "ticket_role");
  play.must_refuse(play.full("T1", "report", Play::actor("", {"unit"}, "cleaning")), "ticket_no_actor");
  TicketCommand early = play.full("T1", "report", worker);
  early.happened = at("2026-03-02T08:00:00+08:00");
  play.must_refuse(early, "ticket_time");
  TicketCommand late = play.full("T1", "report", worker);
  late.recorded = at("2026-03-02T08:00:00+08:00");
  play.must_refuse(late, "ticket_recorded");
  TicketCommand future = play.full("T1", "report", worker);
  future.evidence.front().taken = at("2027-03-02T08:00:00+08:00");
  play.must_refuse(future, "ticket_evidence");
}

/// Every particular that only some commands take, each in a command of its own.
std::vector<std::pair<std::string, TicketCommand>> with_one_more(const TicketCommand& command) {
  std::vector<std::pair<std::string, TicketCommand>> made;
  const auto add = [&](const char* name, auto change) {
    made.emplace_back(name, command);
    change(made.back().second);
  };
  add("criteria", [](TicketCommand& c) { c.criteria = {"fault_gone"}; });
  add("assignee", [](TicketCommand& c) { c.assignee = "he"; });
  add("unit", [](TicketCommand& c) { c.unit = "roads"; });
  add("until", [](TicketCommand& c) { c.until = at("2026-04-02T09:00:00Z"); });
  add("decision", [](TicketCommand& c) { c.decision = true; });
  add("limit", [](TicketCommand& c) { c.limit = WorkingDays(2); });
  add("into", [](TicketCommand& c) { c.into = "T2"; });
  add("parts", [](TicketCommand& c) { c.parts = {{"T3", "", {}}}; });
  add("step", [](TicketCommand& c) { c.step = "street/double"; });
  add("notice", [](TicketCommand& c) { c.notice = "evil"; });
  add("links", [](TicketCommand& c) { c.links = {{LinkKind::recurrence_of, "T2"}}; });
  add("limits", [](TicketCommand& c) { c.limits = {{"rectify", WorkingDays(9)}}; });
  return made;
}

TEST(TicketCommands, AreRefusedWithWhatTheyDoNothingWith) {
  Play play = started();
  play.must(play.opening("T2", "issue", inspector));
  const TicketActor leader = Play::actor("chen", {"leader", "supervisor"}, "street");
  const TicketActor unit = worker;
  using Taken = std::vector<std::string>;
  struct Case {
    const char* command;
    const TicketActor& who;
    Taken taken;
  };
  for (const Case& each :
       {Case{"start", unit, {}}, Case{"report", unit, {}}, Case{"return", unit, {}}, Case{"reply", unit, {}},
        Case{"request_extension", unit, {"limit"}}, Case{"request_suspension", unit, {"until"}},
        Case{"exempt", leader, {"until"}}, Case{"void", leader, {}}, Case{"escalate", leader, {"step", "until"}},
        Case{"redirect", leader, {"unit", "assignee", "limits"}}}) {
    const TicketCommand full = play.full("T1", each.command, each.who);
    EXPECT_TRUE(play.book.may(full).allowed) << each.command << '\n' << play.book.may(full).why;
    for (const auto& [name, command] : with_one_more(full)) {
      SCOPED_TRACE(std::string(each.command) + " " + name);
      if (std::find(each.taken.begin(), each.taken.end(), name) != each.taken.end()) {
        EXPECT_TRUE(play.book.may(command).allowed) << play.book.may(command).why;
        continue;
      }
      play.must_refuse(command, "ticket_not_taken");
      EXPECT_NE(play.book.may(command).why.items().front().text.in().find('"' + name + '"'), std::string::npos);
    }
  }
  // An opening takes the number of its notice where no issue follows.
  for (const auto& [name, command] : with_one_more(play.opening("T4", "issue", inspector))) {
    const Taken taken{"assignee", "unit", "notice", "links", "limits"};
    EXPECT_EQ(play.book.may(command).allowed, std::find(taken.begin(), taken.end(), name) != taken.end()) << name;
  }
}

TEST(TicketCommands, AreRefusedWithATimeThatNotEveryClockTells) {
  Play play = started();
  const TicketActor leader = Play::actor("chen", {"leader"}, "street");
  TicketCommand exempt = play.full("T1", "exempt", leader);
  exempt.until = at("9999-12-31T00:00:00Z");
  play.must_refuse(exempt, "ticket_out_of_years");
  exempt.until = at("9999-12-30T23:59:59Z");
  EXPECT_TRUE(play.book.may(exempt).allowed);
  TicketCommand report = play.full("T1", "report", worker);
  report.evidence.front().taken = at("0001-01-01T23:59:59Z");
  play.must_refuse(report, "ticket_out_of_years");
  report = play.full("T1", "report", worker);
  report.happened = report.recorded = at("9999-12-31T23:59:59Z");
  play.must_refuse(report, "ticket_out_of_years");
}

TEST(TicketCommands, GiveALimitOnce) {
  Play play = started();
  TicketCommand twice = play.opening("T2", "issue", inspector);
  twice.limits = {{"rectify", WorkingDays(3)}, {"rectify", WorkingDays(4)}};
  EXPECT_TRUE(play.book.decide(twice).diagnostics().contains("ticket_limit_twice"));
}

TEST(TicketCommands, AreToldEverythingThatStandsInTheWay) {
  Play play = started();
  play.must(play.full("T1", "return", worker));
  const TicketPermission permission = play.book.may(play.command("T1", "report", Play::actor("he", {"unit"}, "roads")));
  EXPECT_EQ(permission.unmet, (std::vector<Guard>{Guard::of_unit, Guard::not_returned}));
  EXPECT_EQ(permission.missing, (std::vector<Field>{Field::evidence}));
  EXPECT_EQ(permission.why.size(), 3u);
  EXPECT_EQ(permission.why.items().front().text.in(),
            "T1: \"report\" is for people of cleaning, and he is none of them");
  EXPECT_EQ(permission.why.items().front().text.in(Language::zh), "T1：“report”由 cleaning 的人员执行，而 he 不在其中");
}

TEST(TicketCommands, AreOfferedWithWhatTheyTake) {
  const Play play = started();
  const auto offered = play.book.allowed("T1", worker, play.now).value();
  const auto report =
      std::find_if(offered.begin(), offered.end(), [](const AllowedCommand& each) { return each.command == "report"; });
  ASSERT_NE(report, offered.end());
  EXPECT_EQ(*report, (AllowedCommand{"report", "look_back", {Field::evidence}}));
  EXPECT_TRUE(play.book.allowed("T1", Play::actor("x", {}), play.now)->empty());
  EXPECT_TRUE(play.book.allowed("T9", worker, play.now).diagnostics().contains("no_such_ticket"));
}

TEST(TicketCommands, AreNotOfferedWhereNoCalendarGivesTheirDeadline) {
  Play play({shipped("street_notice")}, at("2026-12-21T09:00:00+08:00"));
  play.must(play.opening("T1", "issue", inspector));
  const auto offers = [&](const char* command) {
    const auto offered = play.book.allowed("T1", inspector, play.now).value();
    return std::any_of(offered.begin(), offered.end(),
                       [&](const AllowedCommand& each) { return each.command == command; });
  };
  // Five working days more begin with it.
  TicketCommand redirect = play.full("T1", "redirect", inspector);
  EXPECT_TRUE(offers("redirect"));
  EXPECT_TRUE(play.book.may(redirect).allowed);
  play.pass(std::chrono::days(9));
  redirect.happened = redirect.recorded = play.now;
  EXPECT_FALSE(offers("redirect"));
  play.must_refuse(redirect, "beyond_calendar");
  EXPECT_TRUE(offers("split"));
}

TEST(TicketBook, AnswersAsOfTwoTimes) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  // Reported on the 3rd, written down on the 5th.
  TicketCommand report = play.full("T1", "report", worker);
  report.happened = at("2026-03-03T10:00:00+08:00");
  report.evidence.front().taken = report.happened;
  report.recorded = at("2026-03-05T10:00:00+08:00");
  play.must(report);
  const auto state = [&](std::optional<Instant> recorded, std::optional<Instant> happened) {
    return replay(play.setup, play.events, recorded, happened).value().find("T1")->state_code();
  };
  const Instant fourth = at("2026-03-04T10:00:00+08:00");
  EXPECT_EQ(state(fourth, {}), "rectifying") << "as was known then";
  EXPECT_EQ(state({}, fourth), "look_back") << "as it was";
  EXPECT_EQ(state({}, at("2026-03-02T10:00:00+08:00")), "rectifying");
}

TEST(TicketBook, ListsWhatIsDue) {
  Play play({shipped("street_notice")});
  for (const char* ticket : {"T3", "T1", "T2"}) play.must(play.opening(ticket, "issue", inspector));
  play.must(play.full("T2", "report", worker));
  const Instant due = at("2026-03-10T00:00:00+08:00");
  EXPECT_EQ(play.book.due(due), (std::vector<DueTicket>{{"T1", "rectify", due, false}, {"T3", "rectify", due, false}}));
  EXPECT_TRUE(play.book.due(Instant(due.sys_seconds() + std::chrono::seconds(1))).front().overdue);
  EXPECT_TRUE(play.book.due(play.now, play.now).empty());
}

TEST(TicketSetup, BreaksItsContractWithoutACalendarOrWithTwoOfOneName) {
  EXPECT_THROW(TicketBook(TicketSetup{}), ContractError);
  EXPECT_THROW(TicketBook(TicketSetup{.calendars = {china_history(), china_history()}}), ContractError);
  EXPECT_THROW(
      TicketBook(TicketSetup{.workflows = {shipped("hotline"), shipped("hotline")}, .calendars = {china_history()}}),
      ContractError);
  Play play = started();
  EXPECT_THROW(play.book.use(setup_of({shipped("hotline")})), ContractError);
}

// What happens of itself.

TEST(Triggers, ByTimeAndByThemselvesFollowInOneGo) {
  Workflow loop{.id = "loop", .edition = "1"};
  loop.roles = {{"inspector"}, {"unit"}};
  loop.states = {{"due"}, {"sorted"}, {"overdue"}, {"done"}, {"closed", {}, Ending::closed}};
  loop.commands = {{"open", CommandKind::open},
                   {"sort", CommandKind::note},
                   {"lapse", CommandKind::note},
                   {"report", CommandKind::report_done},
                   {"pass", CommandKind::verify_pass}};
  loop.transitions = {{{}, "open", {"inspector"}, "sorted"},
                      {{"sorted"}, "sort", {}, "due", {}, {}, {}, Trigger::itself},
                      {{"due"}, "lapse", {}, "overdue", {Guard::deadline_passed}, {}, {}, Trigger::clock},
                      {{"due", "overdue"}, "report", {"unit"}, "done", {}, {Field::evidence}},
                      {{"done"}, "pass", {"inspector"}, "closed", {Guard::not_doer}}};
  loop.limits = {{"rectify", {}, {"due", "overdue"}, {}, "", ContinuousHours::hours(2)}};
  Play play({compile(loop).value()});
  const Instant start = play.now;
  EXPECT_EQ(play.must(play.opening("T1", "open", inspector)).state_code(), "due");
  ASSERT_EQ(play.events.size(), 2u);
  EXPECT_EQ(play.events[1].actor, Person{});
  EXPECT_EQ(play.book.find("T1")->next_due(), Instant(start.sys_seconds() + std::chrono::hours(2)));
  EXPECT_TRUE(play.book.elapsed(*play.book.find("T1")->next_due())->empty()) << "in time at the deadline";
  const auto lapsed = play.book.elapsed(at("2026-03-03T00:00:00+08:00"));
  ASSERT_EQ(lapsed->size(), 1u);
  EXPECT_EQ(lapsed->front().happened, Instant(start.sys_seconds() + std::chrono::seconds(7201)));
  EXPECT_TRUE(play.book.apply(lapsed->front()).empty());
  EXPECT_EQ(play.book.find("T1")->state_code(), "overdue");
  EXPECT_TRUE(play.book.elapsed(at("2026-03-03T00:00:00+08:00"))->empty());
}

}  // namespace
}  // namespace aedile::test
