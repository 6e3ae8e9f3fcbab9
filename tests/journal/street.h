// A street's tickets in a journal in memory, for tests.
#pragma once

#include <gtest/gtest.h>

#include "aedile/io/calendar_json.h"
#include "aedile/io/workflow_json.h"
#include "aedile/journal/ticket_journal.h"
#include "rectification/photograph.h"

namespace aedile::test {

inline Instant at(const char* text) { return Instant::parse(std::string(text) + ":00+08:00").value(); }

inline Regulations street() {
  Regulations made{.id = "donghu", .edition = "2026", .title = "东湖街道"};
  made.workflows = {shipped_workflow("street_notice").value()};
  made.calendars = {shipped_calendar("cn").value()};
  made.people = {{"wu", "donghu", {"inspector"}},
                 {"peng", "parks", {"unit"}},
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

inline TicketJournal opened(const Regulations& regulations = street()) {
  TicketJournal tickets = TicketJournal::open(Journal("test")).value();
  EXPECT_TRUE(tickets.adopt(regulations, "office", at("2026-05-01T09:00"), at("2026-05-01T09:00")).ok());
  return tickets;
}

inline TicketCommand as(const TicketJournal& tickets, const char* who, const char* command, const char* when,
                        std::string ticket = "T-0001") {
  TicketCommand made{.command = command, .ticket = std::move(ticket)};
  made.actor = tickets.ledger().regulations()->actor(who).value();
  made.happened = made.recorded = at(when);
  return made;
}

inline TicketCommand issue(const TicketJournal& tickets, const char* when = "2026-05-19T16:00",
                           std::string ticket = "T-0001") {
  TicketCommand made = as(tickets, "wu", "issue", when, std::move(ticket));
  made.unit = "taoyuan";
  made.opening =
      TicketOpening{.workflow = "street_notice", .subject = {.title = "垃圾满溢", .site = "P17", .item = "1.1"}};
  return made;
}

inline TicketEvidence photograph(const char* when) { return {{photograph(at(when)), "after.jpg"}, at(when)}; }

inline std::vector<std::string> kinds(const Receipt& receipt) {
  std::vector<std::string> words;
  for (const TicketEvent& event : receipt.events) words.emplace_back(to_string(event.kind));
  return words;
}

/// What reading the journal back gives.
inline TicketLedger again(TicketJournal& tickets, const AsOf& when = {}) {
  return fold_tickets(tickets.journal().view().value(), when).value();
}

}  // namespace aedile::test
