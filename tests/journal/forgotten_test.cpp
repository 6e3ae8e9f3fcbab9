// The payload of an event of a ticket may go: its ticket is not known any more, and all others are as before.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "aedile/io/calendar_json.h"
#include "aedile/io/ticket_event_json.h"
#include "aedile/io/workflow_json.h"
#include "aedile/journal/ticket_journal.h"
#include "aedile/journal/unit_ledger.h"
#include "aedile/rectification/ticket_facts.h"
#include "rectification/photograph.h"

namespace aedile {
namespace {

Instant at(const char* time) { return Instant::parse(std::string(time) + ":00+08:00").value(); }

TicketJournal opened(Journal journal = Journal("test")) {
  Regulations made{.id = "donghu", .edition = "2026"};
  made.workflows = {shipped_workflow("street_notice").value()};
  made.calendars = {shipped_calendar("cn").value()};
  made.people = {{"wu", "donghu", {"inspector"}}, {"chen", "donghu", {"leader"}}, {"li", "taoyuan", {"unit"}}};
  made.notices = NoticeRule{"创整", "创整〔{year}〕{number:4}号", "创建办"};
  TicketJournal tickets = TicketJournal::open(std::move(journal)).value();
  EXPECT_TRUE(tickets.adopt(made, "office", at("2026-05-01T09:00"), at("2026-05-01T09:00")).ok());
  return tickets;
}

TicketCommand as(const TicketJournal& tickets, const char* who, const char* command, const char* when,
                 std::string ticket) {
  TicketCommand made{.command = command, .ticket = std::move(ticket)};
  made.actor = tickets.ledger().regulations()->actor(who).value();
  made.happened = made.recorded = at(when);
  return made;
}

Receipt issue(TicketJournal& tickets, const char* when, std::vector<TicketLink> links = {}) {
  TicketCommand made = as(tickets, "wu", "issue", when, "");
  made.unit = "taoyuan";
  made.opening = TicketOpening{.workflow = "street_notice", .subject = {.title = "next to the flat of Mr Zhang"}};
  made.links = std::move(links);
  return tickets.carry_out(made).value();
}

Receipt report(TicketJournal& tickets, const char* when, std::string ticket) {
  TicketCommand made = as(tickets, "li", "report", when, std::move(ticket));
  made.evidence = {{{test::photograph(made.happened), "after.jpg"}, made.happened}};
  return tickets.carry_out(made).value();
}

/// Three tickets; the first one's title names somebody.
TicketJournal three() {
  TicketJournal tickets = opened();
  issue(tickets, "2026-05-19T09:00");
  issue(tickets, "2026-05-19T10:00");
  issue(tickets, "2026-05-19T11:00");
  report(tickets, "2026-05-20T09:00", "T-0001");
  report(tickets, "2026-05-20T10:00", "T-0002");
  return tickets;
}

TicketLedger again(const TicketJournal& tickets, const AsOf& when = {}) {
  return fold_tickets(const_cast<TicketJournal&>(tickets).journal().view().value(), when).value();
}

/// What a book says of its tickets; workflows that were compiled apart are no obstacle.
std::vector<std::string> told(const TicketBook& book) {
  std::vector<std::string> lines;
  for (const Ticket& ticket : book.tickets()) {
    lines.push_back(ticket.id() + " " + ticket.state_code() + " " + std::to_string(ticket.events()) + " " +
                    ticket.unit() + " " + (ticket.next_due() ? ticket.next_due()->to_string() : "") + " " +
                    std::to_string(ticket.doers().size()));
  }
  return lines;
}

void forget(TicketJournal& tickets, std::uint64_t seq) {
  const auto gone = tickets.forget(seq, "office", "names a resident", at("2026-06-01T09:00"));
  ASSERT_TRUE(gone.ok()) << gone.diagnostics();
}

TEST(ForgottenTicket, LeavesAllOthersAsTheyWere) {
  TicketJournal tickets = three();
  std::vector<std::string> others = told(tickets.ledger().book());
  others.erase(others.begin());
  forget(tickets, 2);
  EXPECT_EQ(tickets.ledger().book().find("T-0001"), nullptr);
  EXPECT_EQ(tickets.ledger().book().forgotten().at("T-0001"), 2u);
  EXPECT_EQ(told(tickets.ledger().book()), others);
  EXPECT_EQ(tickets.ledger().book().due(at("2026-06-01T09:00")).size(), 1u) << "of T-0003";
  TicketCommand pass = as(tickets, "wu", "pass", "2026-06-02T09:00", "T-0002");
  pass.evidence = {{{test::photograph(pass.happened), "look.jpg"}, pass.happened}};
  EXPECT_TRUE(tickets.carry_out(pass).ok());
  EXPECT_TRUE(tickets.advance(at("2026-06-03T09:00"), at("2026-06-03T09:00")).ok());
  EXPECT_EQ(told(again(tickets).book()), told(tickets.ledger().book()));
  EXPECT_EQ(TicketJournal::open(std::move(tickets.journal()))->ledger().book().size(), 2u);
}

TEST(ForgottenTicket, IsShownAsSuchWithThePlace) {
  TicketJournal tickets = three();
  forget(tickets, 5);  // the report of T-0001
  const auto ledger = fold_tickets(tickets.journal().view().value());
  ASSERT_EQ(ledger.diagnostics().size(), 1u);
  EXPECT_EQ(ledger.diagnostics().begin()->text.in(Language::zh),
            "工单 T-0001 的情况已无从得知：台账流水事件 5 的内容已经同意移除；尚待办理的，请另立工单");
  const TicketCommand pass = as(tickets, "wu", "pass", "2026-06-02T09:00", "T-0001");
  EXPECT_TRUE(tickets.may(pass).why.contains("ticket_forgotten"));
  EXPECT_TRUE(ledger->book().allowed("T-0001", pass.actor, pass.happened).diagnostics().contains("ticket_forgotten"));
  // What is still known: what came before, then and now.
  EXPECT_EQ(ticket_events(tickets.journal().view().value(), *ledger, "T-0001")->size(), 1u);
  EXPECT_EQ(again(tickets, {.happened = at("2026-05-19T12:00")}).book().size(), 3u);
}

TEST(ForgottenTicket, TakesItsNumbersWithIt) {
  TicketJournal tickets = three();
  forget(tickets, 4);  // T-0003, which has the last number
  EXPECT_EQ(tickets.ledger().next_ticket(), "T-0004");
  const Receipt next = issue(tickets, "2026-06-02T09:00", {{LinkKind::recurrence_of, "T-0003"}});
  EXPECT_EQ(next.events.front().ticket, "T-0004");
  EXPECT_EQ(next.events.front().notice, "创整〔2026〕0004号");
  TicketCommand same = as(tickets, "wu", "issue", "2026-06-02T10:00", "T-0003");
  same.opening = TicketOpening{.workflow = "street_notice", .subject = {.title = "another"}};
  EXPECT_TRUE(tickets.may(same).why.contains("duplicate_ticket"));
  EXPECT_EQ(again(tickets).notices(), tickets.ledger().notices());
  const auto notice = notice_of(tickets.journal().view().value(), tickets.ledger(), "T-0004");
  EXPECT_TRUE(notice.ok()) << notice.diagnostics();
}

TEST(ForgottenTicket, IsLeftOutOfTheCountsAndSaid) {
  TicketJournal tickets = three();
  forget(tickets, 2);
  std::vector<TicketEvent> events;
  const JournalView view = tickets.journal().view().value();
  for (const Ticket& ticket : tickets.ledger().book().tickets()) {
    const auto own = ticket_events(view, tickets.ledger(), ticket.id()).value();
    events.insert(events.end(), own.begin(), own.end());
  }
  const auto counted = count_tickets(tickets.ledger().book(), events, at("2026-06-01T09:00"));
  ASSERT_TRUE(counted.ok());
  EXPECT_EQ(counted->total().reported, 2u);
  ASSERT_EQ(counted.diagnostics().size(), 1u);
  EXPECT_EQ(counted.diagnostics().begin()->text.in(),
            "1 ticket is left out of the counts, as the journal does not know them any more: T-0001");
}

TEST(ForgottenTicket, LeavesEveryProofAsItWas) {
  TicketJournal tickets = three();
  const JournalHead before = tickets.journal().head();
  const InclusionProof proof = tickets.journal().view()->prove(2).value();
  forget(tickets, 2);
  const JournalView view = tickets.journal().view().value();
  const auto checked = view.verify(std::span(&before, 1));
  ASSERT_TRUE(checked.ok()) << checked.diagnostics();
  EXPECT_EQ(checked->redacted, 1u);
  EXPECT_EQ(view.prove(2, before.size)->path, proof.path);
  EXPECT_EQ(view.event(2)->entry.payload, "");
  EXPECT_EQ(view.event(view.size() - 1)->entry.command, forget_command);
  EXPECT_EQ(view.event(view.size() - 1)->entry.payload.find("Zhang"), std::string::npos);
}

TEST(ForgottenTicket, LeavesNothingOfThePayloadInTheFile) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "aedile_forgotten_test.journal";
  const auto remove = [&] {
    for (const char* const suffix : {"", "-lock", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
  };
  remove();
  {
    TicketJournal tickets = opened(Journal::create(file, "test").value());
    issue(tickets, "2026-05-19T09:00");
    const auto gone = tickets.forget(2, "office", "names a resident", at("2026-06-01T09:00"));
    ASSERT_TRUE(gone.ok());
    EXPECT_TRUE(gone.diagnostics().empty()) << gone.diagnostics();
  }
  for (const char* const suffix : {"", "-wal"}) {
    std::ifstream stream(file.string() + suffix, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    EXPECT_EQ(bytes.find("Zhang"), std::string::npos) << suffix;
  }
  remove();
}

TEST(ForgottenTicket, TakesConsentAndAReason) {
  TicketJournal tickets = three();
  const auto size = tickets.journal().head().size;
  const Instant now = at("2026-06-01T09:00");
  EXPECT_TRUE(tickets.forget(2, " ", "names somebody", now).diagnostics().contains("forgotten_by_nobody"));
  EXPECT_TRUE(tickets.forget(2, "office", "\u3000", now).diagnostics().contains("forgotten_without_reason"));
  EXPECT_TRUE(tickets.forget(1, "office", "why", now).diagnostics().contains("not_an_event_of_a_ticket"));
  EXPECT_TRUE(tickets.forget(99, "office", "why", now).diagnostics().contains("no_such_event"));
  // Neither who did the work nor anybody of that unit.
  EXPECT_TRUE(tickets.forget(2, "Li", "why", now).diagnostics().contains("forgotten_by_doer"));
  EXPECT_EQ(tickets.journal().head().size, size);
  forget(tickets, 2);
  EXPECT_TRUE(tickets.forget(2, "office", "why", now).diagnostics().contains("redacted_already"));
  // Redacted behind the ledger's back: nobody has said what others need of it.
  ASSERT_TRUE(tickets.journal().redact(3, "office", "why", now).ok());
  EXPECT_TRUE(fold_tickets(tickets.journal().view().value()).diagnostics().contains("redacted_ticket_event"));
}

TEST(ForgottenTicket, IsAPartWithWhichTheWholeNeedNotWait) {
  TicketJournal tickets = opened();
  issue(tickets, "2026-05-19T09:00");
  TicketCommand split = as(tickets, "wu", "split", "2026-05-19T10:00", "T-0001");
  split.parts = {{"T-0001a", "", {.title = "left"}}, {"T-0001b", "", {.title = "right"}}};
  ASSERT_TRUE(tickets.carry_out(split).ok());
  forget(tickets, 4);
  EXPECT_EQ(tickets.ledger().book().parts_of("T-0001"), std::vector<std::string>{"T-0001b"});
  EXPECT_EQ(told(again(tickets).book()), told(tickets.ledger().book()));
}

}  // namespace
}  // namespace aedile
