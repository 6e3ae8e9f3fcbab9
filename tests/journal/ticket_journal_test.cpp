// Tickets over a journal: durable, once, provable, and the same whether lived through or read back.
#include "aedile/journal/ticket_journal.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "aedile/io/calendar_json.h"
#include "aedile/io/regulations_json.h"
#include "aedile/io/workflow_json.h"

namespace aedile {
namespace {

Instant at(const char* text) { return Instant::parse(std::string(text) + ":00+08:00").value(); }

Regulations street() {
  Regulations made{.id = "donghu", .edition = "2026", .title = "东湖街道"};
  made.workflows = {shipped_workflow("street_notice").value()};
  made.calendars = {shipped_calendar("cn").value()};
  made.people = {{"wu", "donghu", {"inspector"}},
                 {"chen", "donghu", {"inspector", "leader"}},
                 {"li", "taoyuan", {"unit", "inspector"}},
                 {"sun", "office", {"supervisor"}}};
  made.notices = NoticeRule{"创整", "创整〔{year}〕{number:4}号", "创建办"};
  made.ladder = Ladder{.id = "street"};
  made.ladder->steps = {{"remind", AheadOfDue{WorkingDays(1)}, LadderEffect::reminder},
                        {"double", AtDue{}, LadderEffect::doubled_deduction},
                        {"talk", AfterDue{WorkingDays(2)}, LadderEffect::talk, Duration(WorkingDays(5))}};
  return made;
}

TicketJournal opened(const Regulations& regulations = street()) {
  TicketJournal tickets = TicketJournal::open(Journal("test")).value();
  EXPECT_TRUE(tickets.adopt(regulations, "office", at("2026-05-01T09:00"), at("2026-05-01T09:00")).ok());
  return tickets;
}

TicketCommand as(const TicketJournal& tickets, const char* who, const char* command, const char* when,
                 std::string ticket = "T-0001") {
  TicketCommand made{.command = command, .ticket = std::move(ticket)};
  made.actor = tickets.ledger().regulations()->actor(who).value();
  made.happened = made.recorded = at(when);
  return made;
}

TicketCommand issue(const TicketJournal& tickets, const char* when = "2026-05-19T16:00",
                    std::string ticket = "T-0001") {
  TicketCommand made = as(tickets, "wu", "issue", when, std::move(ticket));
  made.unit = "taoyuan";
  made.opening =
      TicketOpening{.workflow = "street_notice", .subject = {.title = "垃圾满溢", .site = "P17", .item = "1.1"}};
  return made;
}

TicketEvidence photograph(const char* when) { return {{std::string(64, 'a'), "after.jpg"}, at(when)}; }

std::vector<std::string> kinds(const Receipt& receipt) {
  std::vector<std::string> words;
  for (const TicketEvent& event : receipt.events) words.emplace_back(to_string(event.kind));
  return words;
}

/// What reading the journal back gives.
TicketLedger again(TicketJournal& tickets, const AsOf& when = {}) {
  return fold_tickets(tickets.journal().view().value(), when).value();
}

TEST(TicketJournal, CarriesATicketThroughItsLoop) {
  TicketJournal tickets = opened();
  const Receipt first = tickets.carry_out(issue(tickets)).value();
  EXPECT_EQ(first.events.front().notice, "创整〔2026〕0001号");
  EXPECT_EQ(first.seqs, std::vector<std::uint64_t>{2});
  TicketCommand report = as(tickets, "li", "report", "2026-05-25T15:00");
  report.evidence = {photograph("2026-05-25T14:50")};
  ASSERT_TRUE(tickets.carry_out(report).ok());

  // Whoever has done the work may have the role, and cannot verify it all the same.
  TicketCommand pass = as(tickets, "li", "pass", "2026-05-26T10:00");
  pass.evidence = {photograph("2026-05-26T09:50")};
  const TicketPermission own = tickets.may(pass);
  EXPECT_FALSE(own.allowed);
  EXPECT_EQ(own.unmet, (std::vector<Guard>{Guard::not_doer, Guard::not_unit_of_doer}));
  const std::uint64_t before = tickets.journal().head().size;
  EXPECT_FALSE(tickets.carry_out(pass).ok());
  EXPECT_EQ(tickets.journal().head().size, before);

  pass.actor = tickets.ledger().regulations()->actor("chen").value();
  ASSERT_TRUE(tickets.carry_out(pass).ok());
  EXPECT_EQ(tickets.ledger().book().find("T-0001")->ending(), Ending::closed);
}

TEST(TicketJournal, ReadBackIsTheSameAsLivedThrough) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());
  TicketCommand report = as(tickets, "li", "report", "2026-05-25T15:00");
  report.evidence = {photograph("2026-05-25T14:50")};
  ASSERT_TRUE(tickets.carry_out(report).ok());
  const TicketLedger read = again(tickets);
  ASSERT_EQ(read.book().size(), 1u);
  EXPECT_EQ(read.book().tickets().front().state_code(), "look_back");
  EXPECT_EQ(read.seq(), tickets.ledger().seq());
  const std::vector<TicketEvent> events = ticket_events(tickets.journal().view().value(), read, "T-0001").value();
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events.back().evidence, report.evidence);
  // Folded anew under the same regulations, they give the same ticket to the last member.
  TicketBook book(tickets.ledger().regulations()->setup);
  for (const TicketEvent& event : events) ASSERT_TRUE(book.apply(event).empty());
  EXPECT_EQ(book.tickets(), tickets.ledger().book().tickets());
}

TEST(TicketJournal, TheSameCommandWithTheSameKeyIsCarriedOutOnce) {
  TicketJournal tickets = opened();
  const Receipt once = tickets.carry_out(issue(tickets), "visit-17/1").value();
  const Receipt twice = tickets.carry_out(issue(tickets), "visit-17/1").value();
  EXPECT_FALSE(once.repeated);
  EXPECT_TRUE(twice.repeated);
  EXPECT_EQ(twice.events, once.events);
  EXPECT_EQ(twice.seqs, once.seqs);
  EXPECT_EQ(tickets.journal().head().size, 2u);
  const auto other = tickets.carry_out(issue(tickets, "2026-05-19T17:00", "T-0002"), "visit-17/1");
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.diagnostics().begin()->code(), "key_of_another");
}

TEST(TicketJournal, NumbersATicketThatIsOpenedWithoutAnIdAndKnowsItAgainByItsKey) {
  TicketJournal tickets = opened();
  const Receipt once = tickets.carry_out(issue(tickets, "2026-05-19T16:00", ""), "visit-17/1").value();
  EXPECT_EQ(once.events.front().ticket, "T-0001");
  EXPECT_EQ(tickets.carry_out(issue(tickets, "2026-05-19T16:00", ""), "visit-17/1")->events, once.events);
  EXPECT_EQ(tickets.carry_out(issue(tickets, "2026-05-19T16:00", ""), "visit-17/2")->events.front().ticket, "T-0002");
}

TEST(TicketJournal, NoticeNumbersHaveNoGapAndBeginAnewEachYear) {
  TicketJournal tickets = opened();
  for (int i = 1; i <= 3; ++i) {
    const std::string id = tickets.ledger().next_ticket();
    EXPECT_EQ(id, "T-000" + std::to_string(i));
    const Receipt receipt = tickets.carry_out(issue(tickets, "2026-05-19T16:00", id)).value();
    EXPECT_EQ(receipt.events.front().notice, "创整〔2026〕000" + std::to_string(i) + "号");
  }
  // What is refused takes no number.
  TicketCommand wrong = issue(tickets, "2026-05-19T16:00", "T-0002");
  EXPECT_FALSE(tickets.carry_out(wrong).ok());
  TicketCommand jump = issue(tickets, "2026-05-20T16:00", "T-0004");
  jump.notice = "创整〔2026〕0009号";
  const auto refused = tickets.carry_out(jump);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics().begin()->code(), "wrong_notice_number");
  EXPECT_EQ(tickets.ledger().next_notice(at("2026-05-20T16:00")), "创整〔2026〕0004号");
  // By the calendar's clock: in UTC it is still the old year.
  EXPECT_EQ(tickets.ledger().next_notice(at("2027-01-01T07:00")), "创整〔2027〕0001号");
  EXPECT_EQ(again(tickets).next_notice(at("2026-05-20T16:00")), "创整〔2026〕0004号");
}

TEST(TicketJournal, EachStepOfTheLadderHappensOnceHoweverOftenItIsAsked) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());  // due at 24:00 of 26 May
  const std::optional<TicketActor> sun = tickets.ledger().regulations()->actor("sun");
  EXPECT_TRUE(tickets.advance(at("2026-05-25T23:00"), at("2026-05-25T23:00"), sun)->events.empty());
  const Receipt first = tickets.advance(at("2026-05-27T09:00"), at("2026-05-27T09:00"), sun).value();
  ASSERT_EQ(kinds(first), (std::vector<std::string>{"escalate", "escalate"}));
  EXPECT_EQ(first.events[0].step, "street/remind");
  EXPECT_EQ(first.events[0].happened, at("2026-05-26T00:00"));
  EXPECT_EQ(first.events[1].step, "street/double");
  EXPECT_EQ(first.events[1].happened, at("2026-05-27T00:00"));
  EXPECT_TRUE(tickets.advance(at("2026-05-27T09:00"), at("2026-05-27T09:00"), sun)->events.empty());
  const Receipt talk = tickets.advance(at("2026-06-30T09:00"), at("2026-06-30T09:00"), sun).value();
  ASSERT_EQ(kinds(talk), std::vector<std::string>{"escalate"});
  EXPECT_EQ(talk.events[0].step, "street/talk");
  // Five working days of its own after the 28th, at whose 24:00 it came.
  EXPECT_EQ(talk.events[0].happened, at("2026-05-29T00:00"));
  EXPECT_EQ(talk.events[0].until, at("2026-06-05T00:00"));
  EXPECT_TRUE(tickets.advance(at("2026-07-30T09:00"), at("2026-07-30T09:00"), sun)->events.empty());
}

TicketCommand escalate(const TicketJournal& tickets, const char* when, const char* step) {
  TicketCommand made = as(tickets, "sun", "escalate", when);
  made.step = step;
  return made;
}

TEST(TicketJournal, AStepByHandIsOneOfTheLadderAndTakenOnce) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());
  const std::optional<TicketActor> sun = tickets.ledger().regulations()->actor("sun");
  ASSERT_EQ(tickets.advance(at("2026-05-27T09:00"), at("2026-05-27T09:00"), sun)->events.size(), 2u);
  const auto code = [&](const char* step) {
    const TicketCommand command = escalate(tickets, "2026-05-27T10:00", step);
    const TicketPermission permission = tickets.may(command);
    EXPECT_FALSE(permission.allowed) << step;
    const auto refused = tickets.carry_out(command);
    EXPECT_FALSE(refused.ok()) << step;
    return permission.why.begin()->code();
  };
  EXPECT_EQ(code("street/double"), "ticket_step_taken");
  EXPECT_EQ(code("double"), "ticket_step_taken");
  EXPECT_EQ(code("乱写"), "ticket_step_unknown");
  EXPECT_EQ(code(""), "ticket_step");
  const std::size_t effects = tickets.journal().view()->outbox()->size();
  EXPECT_TRUE(tickets.carry_out(escalate(tickets, "2026-05-27T10:00", "talk")).ok());
  EXPECT_EQ(tickets.journal().view()->outbox()->size(), effects + 1);
  EXPECT_EQ(code("street/talk"), "ticket_step_taken");
  EXPECT_TRUE(tickets.advance(at("2026-06-30T09:00"), at("2026-06-30T09:00"), sun)->events.empty());
}

using Step = std::pair<std::string, Instant>;

/// A ticket that is due at 24:00 of 26 May, reported on 3 June and passed on the 5th; advanced at these times.
std::vector<Step> steps_with(const std::vector<const char*>& advances, const char* reported, TicketJournal& tickets) {
  EXPECT_TRUE(tickets.carry_out(issue(tickets)).ok());
  TicketCommand report = as(tickets, "li", "report", reported);
  report.evidence = {photograph("2026-05-25T14:50")};
  TicketCommand pass = as(tickets, "chen", "pass", "2026-06-05T09:00");
  pass.evidence = {photograph("2026-06-05T08:50")};
  std::vector<std::pair<Instant, const TicketCommand*>> plan{{report.happened, &report}, {pass.happened, &pass}};
  for (const char* when : advances) plan.emplace_back(at(when), nullptr);
  std::stable_sort(plan.begin(), plan.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const std::optional<TicketActor> sun = tickets.ledger().regulations()->actor("sun");
  for (const auto& [when, command] : plan) {
    const auto receipt = command == nullptr ? tickets.advance(when, when, sun) : tickets.carry_out(*command);
    EXPECT_TRUE(receipt.ok()) << receipt.diagnostics();
  }
  std::vector<Step> steps;
  const std::vector<TicketEvent> events =
      ticket_events(tickets.journal().view().value(), tickets.ledger(), "T-0001").value();
  for (const TicketEvent& event : events) {
    if (event.kind == CommandKind::escalate) steps.emplace_back(event.step, event.happened);
  }
  return steps;
}

TEST(TicketJournal, StepsOfTheLadderHappenAtTheirTimesWheneverTheyAreAskedFor) {
  const std::vector<Step> all{{"street/remind", at("2026-05-26T00:00")},
                              {"street/double", at("2026-05-27T00:00")},
                              {"street/talk", at("2026-05-29T00:00")}};
  for (const std::vector<const char*>& advances :
       {std::vector<const char*>{"2026-05-26T09:00", "2026-05-27T09:00", "2026-05-29T09:00"},
        {"2026-05-27T09:00", "2026-06-03T10:00"},
        {"2026-06-03T10:00"},
        {"2026-06-20T10:00", "2026-06-21T10:00"}}) {
    TicketJournal tickets = opened();
    EXPECT_EQ(steps_with(advances, "2026-06-03T09:00", tickets), all) << advances.front();
    // What is written down later is read back, and known as of both times.
    TicketBook book(tickets.ledger().regulations()->setup);
    const std::vector<TicketEvent> events =
        ticket_events(tickets.journal().view().value(), tickets.ledger(), "T-0001").value();
    for (const TicketEvent& event : events) ASSERT_TRUE(book.apply(event).empty());
    EXPECT_EQ(book, tickets.ledger().book());
    EXPECT_EQ(again(tickets, {.happened = at("2026-05-28T00:00")}).book().find("T-0001")->steps(),
              (std::vector<std::string>{"street/remind", "street/double"}));
    EXPECT_EQ(again(tickets, {.happened = at("2026-05-28T00:00")}).book().find("T-0001")->state_code(), "rectifying");
  }
}

TEST(TicketJournal, WhatWasAnsweredInTimeTakesNoStepAfterwards) {
  TicketJournal tickets = opened();
  EXPECT_EQ(steps_with({"2026-06-20T10:00"}, "2026-05-25T15:00", tickets), std::vector<Step>{});
  TicketJournal reminded = opened();
  EXPECT_EQ(steps_with({"2026-06-20T10:00"}, "2026-05-26T15:00", reminded),
            (std::vector<Step>{{"street/remind", at("2026-05-26T00:00")}}));
}

TEST(TicketJournal, EffectsWaitInTheOutboxOfTheSameCommit) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());
  const std::vector<PendingEffect> effects = tickets.journal().view()->outbox().value();
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_EQ(effects[0].effect.kind, "notify");
  EXPECT_EQ(effects[0].effect.body, R"({"ticket":"T-0001","event":1,"to":"unit"})");
  ASSERT_TRUE(tickets.journal().acknowledge(effects).empty());
  EXPECT_TRUE(tickets.journal().view()->outbox()->empty());
}

TEST(TicketJournal, AnswersAsOfBothTimes) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());
  TicketCommand report = as(tickets, "li", "report", "2026-05-25T15:00");
  report.recorded = at("2026-05-28T09:00");  // written down three days later
  report.evidence = {photograph("2026-05-25T14:50")};
  ASSERT_TRUE(tickets.carry_out(report).ok());
  const auto state = [&](const AsOf& when) { return again(tickets, when).book().find("T-0001")->state_code(); };
  EXPECT_EQ(state({.recorded = at("2026-05-26T00:00")}), "rectifying");
  EXPECT_EQ(state({.happened = at("2026-05-26T00:00")}), "look_back");
  EXPECT_EQ(state({.happened = at("2026-05-25T00:00")}), "rectifying");
}

TEST(TicketJournal, NewRegulationsLeaveTicketsUnderTheEditionTheyWereOpenedWith) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());
  Regulations next = street();
  next.edition = "2026-06";
  next.workflows[0].limits[0].limit = TimeLimit(WorkingDays(2));
  // The same edition with another content would change what was promised.
  const auto changed = tickets.adopt(next, "office", at("2026-06-01T09:00"), at("2026-06-01T09:00"));
  ASSERT_FALSE(changed.ok());
  EXPECT_EQ(changed.diagnostics().begin()->code(), "workflow_changed");
  next.workflows[0].edition = "2";
  ASSERT_TRUE(tickets.adopt(next, "office", at("2026-06-01T09:00"), at("2026-06-01T09:00")).ok());
  ASSERT_TRUE(tickets.carry_out(issue(tickets, "2026-06-01T10:00", "T-0002")).ok());
  EXPECT_EQ(tickets.ledger().book().find("T-0001")->workflow().edition(), "1");
  EXPECT_EQ(tickets.ledger().book().find("T-0002")->workflow().edition(), "2");
  EXPECT_EQ(tickets.ledger().book().find("T-0002")->next_due(), at("2026-06-04T00:00"));
  EXPECT_EQ(again(tickets).book().find("T-0001")->workflow().edition(), "1");
}

TEST(TicketJournal, WithoutRegulationsThereIsNothingToGoBy) {
  TicketJournal tickets = TicketJournal::open(Journal("test")).value();
  EXPECT_EQ(tickets.ledger().regulations(), nullptr);
  EXPECT_THROW(tickets.ledger().book(), ContractError);
  EXPECT_THROW((void)tickets.carry_out({}), ContractError);
}

TEST(TicketJournal, SaysWhichEventItCannotRead) {
  Journal journal("test");
  JournalEntry entry{.happened = at("2026-05-01T09:00"), .actor = "x", .command = "ticket.open", .subject = "T-1"};
  entry.payload = R"({"ticket": 5})";
  ASSERT_TRUE(journal.append(entry, at("2026-05-01T09:00")).ok());
  const Result<TicketJournal> tickets = TicketJournal::open(std::move(journal));
  ASSERT_FALSE(tickets.ok());
  EXPECT_EQ(tickets.diagnostics().begin()->place.file, "event 1");
}

TEST(TicketJournal, WhatWasRedactedIsNotGuessed) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());
  ASSERT_TRUE(tickets.journal().redact(2, "office", "named a person", at("2026-05-20T09:00")).ok());
  const auto read = fold_tickets(tickets.journal().view().value());
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.diagnostics().begin()->code(), "redacted_ticket_event");
}

}  // namespace
}  // namespace aedile
