// Tickets over a journal: durable, once, provable, and the same whether lived through or read back.
#include "aedile/journal/ticket_journal.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "aedile/io/calendar_json.h"
#include "aedile/io/regulations_json.h"
#include "aedile/io/ticket_event_json.h"
#include "aedile/io/workflow_json.h"
#include "journal/street.h"

namespace aedile::test {
namespace {

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

TEST(TicketJournal, AStepThatTheCalendarDoesNotReachHoldsUpNoOtherTicket) {
  TicketJournal tickets = opened();
  const std::optional<TicketActor> sun = tickets.ledger().regulations()->actor("sun");
  ASSERT_TRUE(tickets.carry_out(issue(tickets, "2026-12-16T16:00", "T-0001")).ok());
  ASSERT_TRUE(tickets.carry_out(issue(tickets, "2026-12-24T16:00", "T-0002")).ok());  // due on 31 December
  const Receipt come = tickets.advance(at("2026-12-30T09:00"), at("2026-12-30T09:00"), sun).value();
  EXPECT_EQ(kinds(come), (std::vector<std::string>{"escalate", "escalate"}));
  EXPECT_EQ(come.events[0].ticket, "T-0001");
  EXPECT_EQ(come.events[1].ticket, "T-0001");
}

TEST(TicketJournal, BeyondTheCalendarStepsThatAreKnownAreTakenAndTheRestWaits) {
  TicketJournal tickets = opened();
  const std::optional<TicketActor> sun = tickets.ledger().regulations()->actor("sun");
  ASSERT_TRUE(tickets.carry_out(issue(tickets, "2026-12-01T16:00", "T-0001")).ok());
  ASSERT_TRUE(tickets.carry_out(issue(tickets, "2026-12-23T16:00", "T-0002")).ok());  // due at 24:00 of the 30th
  const Receipt come = tickets.advance(at("2027-01-04T09:00"), at("2027-01-04T09:00"), sun).value();
  ASSERT_EQ(come.events.size(), 3u);
  for (const TicketEvent& event : come.events) EXPECT_EQ(event.ticket, "T-0001");
  ASSERT_EQ(come.waiting.size(), 1u);
  EXPECT_EQ(come.waiting.front().ticket, "T-0002");
  EXPECT_EQ(come.waiting.front().waits_for, WaitsFor::calendar);
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

TEST(TicketJournal, WhatHasComeAndWaitsIsTold) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());
  const TicketActor sun = tickets.ledger().regulations()->actor("sun").value();
  const TicketActor li = tickets.ledger().regulations()->actor("li").value();
  const Instant june = at("2026-06-30T09:00");
  const auto waits = [](const char* step, const char* due) {
    return WaitingStep{"T-0001", step, {}, at(due), WaitsFor::supervisor, {"supervisor"}};
  };
  const std::vector<WaitingStep> all{waits("street/remind", "2026-05-26T00:00"),
                                     waits("street/double", "2026-05-27T00:00"),
                                     waits("street/talk", "2026-05-29T00:00")};
  EXPECT_EQ(tickets.advance(june, june)->waiting, all);
  EXPECT_EQ(tickets.advance(june, june, li)->waiting, all);
  EXPECT_EQ(tickets.journal().head().size, 2u);  // what is told is not recorded
  EXPECT_TRUE(tickets.advance(at("2026-05-25T09:00"), june)->waiting.empty());
  const Receipt taken = tickets.advance(june, june, sun).value();
  EXPECT_EQ(taken.events.size(), 3u);
  EXPECT_TRUE(taken.waiting.empty());
  EXPECT_TRUE(tickets.advance(june, june)->waiting.empty());
}

TEST(TicketJournal, AStepWaitsForTheCalendarOfItsAnswer) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(tickets.carry_out(issue(tickets, "2026-12-21T16:00")).ok());
  const TicketActor sun = tickets.ledger().regulations()->actor("sun").value();
  const Instant eve = at("2026-12-31T09:00");
  const Receipt receipt = tickets.advance(eve, eve, sun).value();
  EXPECT_EQ(receipt.events.size(), 2u);
  const WaitingStep talk{"T-0001", "street/talk", {}, at("2026-12-31T00:00"), WaitsFor::calendar, {}};
  EXPECT_EQ(receipt.waiting, std::vector<WaitingStep>{talk});
}

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
  const std::string before = next.workflows[0].edition;
  next.workflows[0].limits[0].limit = TimeLimit(WorkingDays(2));
  // The same edition with another content would change what was promised.
  const auto changed = tickets.adopt(next, "office", at("2026-06-01T09:00"), at("2026-06-01T09:00"));
  ASSERT_FALSE(changed.ok());
  EXPECT_EQ(changed.diagnostics().begin()->code(), "workflow_changed");
  next.workflows[0].edition = "later";
  ASSERT_TRUE(tickets.adopt(next, "office", at("2026-06-01T09:00"), at("2026-06-01T09:00")).ok());
  ASSERT_TRUE(tickets.carry_out(issue(tickets, "2026-06-01T10:00", "T-0002")).ok());
  EXPECT_EQ(tickets.ledger().book().find("T-0001")->workflow().edition(), before);
  EXPECT_EQ(tickets.ledger().book().find("T-0002")->workflow().edition(), "later");
  EXPECT_EQ(tickets.ledger().book().find("T-0002")->next_due(), at("2026-06-04T00:00"));
  EXPECT_EQ(again(tickets).book().find("T-0001")->workflow().edition(), before);
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

/// Refused with this code; the journal is as it was, and can be read.
void must_refuse(TicketJournal& tickets, const TicketCommand& command, std::string_view code) {
  const std::uint64_t size = tickets.journal().head().size;
  const Result<Receipt> receipt = tickets.carry_out(command);
  EXPECT_FALSE(receipt.ok()) << command.command;
  EXPECT_TRUE(receipt.diagnostics().contains(code)) << code << '\n' << receipt.diagnostics();
  EXPECT_EQ(tickets.journal().head().size, size);
  const auto read = fold_tickets(tickets.journal().view().value());
  EXPECT_TRUE(read.ok()) << read.diagnostics();
}

TEST(TicketJournal, RecordsNothingThatItCouldNotReadBack) {
  TicketJournal tickets = opened();
  TicketCommand twice = issue(tickets);
  twice.limits = {{"rectify", ContinuousHours::hours(3)}, {"rectify", ContinuousHours::hours(4)}};
  must_refuse(tickets, twice, "ticket_limit_twice");
  ASSERT_TRUE(tickets.carry_out(issue(tickets)).ok());

  TicketCommand redirect = as(tickets, "chen", "redirect", "2026-05-20T09:00");
  redirect.unit = "roads";
  redirect.limits = twice.limits;
  must_refuse(tickets, redirect, "ticket_limit_twice");

  TicketCommand ancient = as(tickets, "li", "report", "2026-05-20T09:00");
  ancient.evidence = {photograph("2026-05-20T08:00")};
  // Midnight of 0001-01-01 on the wall.
  ancient.evidence.front().taken = Instant(std::chrono::sys_days{std::chrono::year{1} / 1 / 1} - std::chrono::hours(8));
  must_refuse(tickets, ancient, "ticket_out_of_years");

  TicketCommand numbered = as(tickets, "li", "start", "2026-05-20T09:00");
  for (const char* number : {"创整〔2026〕0001号", "创整〔2026〕0007号", "evil"}) {
    numbered.notice = number;
    must_refuse(tickets, numbered, "ticket_not_taken");
  }

  TicketCommand exempt = as(tickets, "chen", "exempt", "2026-05-20T09:00");
  exempt.reason = "road works";
  exempt.until = Instant::parse("9999-12-31T23:59:59Z").value();
  must_refuse(tickets, exempt, "ticket_out_of_years");
  TicketCommand late = issue(tickets, "2026-05-20T09:00", "T-0002");
  late.happened = late.recorded = *exempt.until;
  must_refuse(tickets, late, "ticket_out_of_years");
}

TEST(TicketLedger, SaysWhatItWouldNotTake) {
  TicketJournal tickets = opened();
  const Receipt receipt = tickets.carry_out(issue(tickets)).value();
  const TicketLedger& ledger = tickets.ledger();
  const auto would = [&](TicketEvent event) {
    return ledger.would_take(std::vector<JournalEntry>{{.payload = write_ticket_event(event)}});
  };
  TicketEvent next{.ticket = "T-0001", .number = 2, .happened = at("2026-05-20T09:00")};
  next.recorded = next.happened;
  next.from = next.to = "rectifying";
  EXPECT_TRUE(would(next).empty()) << would(next);
  next.notice = "创整〔2026〕0001号";
  EXPECT_TRUE(would(next).contains("number_taken"));
  next.notice = "创整〔2026〕0003号";
  EXPECT_TRUE(would(next).contains("number_gap"));
  next.notice.clear();
  next.number = 3;
  EXPECT_TRUE(would(next).contains("event_number"));
  next.ticket = "T-0009";
  EXPECT_TRUE(would(next).contains("no_such_ticket"));
  EXPECT_TRUE(would(receipt.events.front()).contains("number_taken"));
  next.limits = {{"rectify", WorkingDays(1)}, {"rectify", WorkingDays(2)}};
  EXPECT_TRUE(would(next).contains("duplicate_key"));
  EXPECT_EQ(ledger.seq(), 2u);
}

/// The command is carried out under the key; each variation of it is another command, and itself the same.
void must_tell_apart(TicketJournal& tickets, const TicketCommand& command, const std::string& key,
                     const std::vector<TicketCommand>& others) {
  const Result<Receipt> first = tickets.carry_out(command, key);
  ASSERT_TRUE(first.ok()) << key << '\n' << first.diagnostics();
  const std::uint64_t size = tickets.journal().head().size;
  const Result<Receipt> again = tickets.carry_out(command, key);
  ASSERT_TRUE(again.ok()) << key << '\n' << again.diagnostics();
  EXPECT_TRUE(again->repeated);
  for (std::size_t i = 0; i < others.size(); ++i) {
    const Result<Receipt> other = tickets.carry_out(others[i], key);
    EXPECT_FALSE(other.ok()) << key << ' ' << i;
    EXPECT_TRUE(other.diagnostics().contains("key_of_another")) << key << ' ' << i << '\n' << other.diagnostics();
  }
  EXPECT_EQ(tickets.journal().head().size, size);
}

template <class Change>
TicketCommand with(TicketCommand command, Change change) {
  change(command);
  return command;
}

TEST(TicketJournal, AKeyBelongsToAllThatACommandAsksFor) {
  Regulations regulations = street();
  regulations.workflows[0].extension_adds = ExtensionAdds::granted;
  for (Transition& row : regulations.workflows[0].transitions) {
    if (row.command == "request_extension") row.requires_.push_back(Field::limit);
  }
  TicketJournal tickets = opened(regulations);
  TicketCommand open = issue(tickets);
  open.assignee = "li";
  open.limits = {{"rectify", WorkingDays(5)}};
  must_tell_apart(
      tickets, open, "open",
      {with(open, [](TicketCommand& c) { c.unit = "office"; }), with(open, [](TicketCommand& c) { c.assignee = "he"; }),
       with(open, [](TicketCommand& c) { c.assignee.reset(); }), with(open, [](TicketCommand& c) { c.limits.clear(); }),
       with(open,
            [](TicketCommand& c) {
              c.limits = {{"rectify", WorkingDays(6)}};
            }),
       with(open,
            [](TicketCommand& c) {
              c.links = {{LinkKind::recurrence_of, "T-0001"}};
            }),
       with(open, [](TicketCommand& c) { c.until = at("2026-06-20T00:00"); }),
       with(open, [](TicketCommand& c) { c.opening->calendar = "cn"; })});
  for (const char* id : {"T-0002", "T-0003", "T-0004"}) {
    ASSERT_TRUE(tickets.carry_out(issue(tickets, "2026-05-19T16:00", id)).ok());
  }

  TicketCommand ask = as(tickets, "li", "request_extension", "2026-05-20T09:00");
  ask.reason = "rain";
  ask.limit = WorkingDays(2);
  must_tell_apart(tickets, ask, "ask", {with(ask, [](TicketCommand& c) { c.limit = WorkingDays(3); })});
  TicketCommand decide = as(tickets, "chen", "decide_extension", "2026-05-20T10:00");
  decide.decision = false;
  must_tell_apart(tickets, decide, "decide", {with(decide, [](TicketCommand& c) { c.decision = true; })});

  TicketCommand suspend = as(tickets, "li", "request_suspension", "2026-05-20T11:00");
  suspend.reason = "rain";
  suspend.until = at("2026-05-25T09:00");
  must_tell_apart(tickets, suspend, "suspend",
                  {with(suspend, [](TicketCommand& c) { c.until = at("2026-05-26T09:00"); })});
  TicketCommand redirect = as(tickets, "chen", "redirect", "2026-05-20T12:00");
  redirect.unit = "office";
  must_tell_apart(tickets, redirect, "redirect", {with(redirect, [](TicketCommand& c) { c.unit = "parks"; })});
  TicketCommand split = as(tickets, "chen", "split", "2026-05-20T13:00");
  split.parts = {{"T-0001a", "", {.title = "left"}}, {"T-0001b", "parks", {.title = "right"}}};
  must_tell_apart(tickets, split, "split",
                  {with(split, [](TicketCommand& c) { c.parts.pop_back(); }),
                   with(split, [](TicketCommand& c) { c.parts[0].subject.title = "middle"; }),
                   with(split, [](TicketCommand& c) { c.parts[1].unit = "office"; })});
  TicketCommand exempt = as(tickets, "chen", "exempt", "2026-05-20T14:00");
  exempt.reason = "road works";
  exempt.until = at("2026-06-20T00:00");
  must_tell_apart(tickets, exempt, "exempt",
                  {with(exempt, [](TicketCommand& c) { c.until = at("2036-06-20T00:00"); })});
  TicketCommand merge = as(tickets, "chen", "merge", "2026-05-20T15:00", "T-0002");
  merge.into = "T-0003";
  must_tell_apart(tickets, merge, "merge", {with(merge, [](TicketCommand& c) { c.into = "T-0004"; })});
}

}  // namespace
}  // namespace aedile::test
