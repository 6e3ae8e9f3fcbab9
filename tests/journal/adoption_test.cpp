// Which regulations are adopted, and what they know.
#include <gtest/gtest.h>

#include "aedile/io/regulations_json.h"
#include "journal/street.h"

namespace aedile::test {
namespace {

/// The code with which these regulations are refused after those of the street; nothing is recorded.
void must_not_adopt(const Regulations& regulations, std::string_view code, const char* actor = "office") {
  TicketJournal tickets = opened();
  const auto size = tickets.journal().head().size;
  const auto refused = tickets.adopt(regulations, actor, at("2026-06-01T09:00"), at("2026-06-01T09:00"));
  EXPECT_FALSE(refused.ok()) << code;
  EXPECT_TRUE(refused.diagnostics().contains(code)) << code << '\n' << refused.diagnostics();
  EXPECT_EQ(tickets.journal().head().size, size);
}

Regulations next_edition() {
  Regulations made = street();
  made.edition = "2027";
  return made;
}

TEST(Adoption, AdoptsAnEditionWithOneContent) {
  Regulations other = street();
  other.people.pop_back();
  must_not_adopt(other, "regulations_changed");
  TicketJournal tickets = opened();
  EXPECT_TRUE(tickets.adopt(street(), "office", at("2026-06-01T09:00"), at("2026-06-01T09:00")).ok()) << "as it was";
  other.edition = "2027";
  EXPECT_TRUE(tickets.adopt(other, "office", at("2026-06-01T09:00"), at("2026-06-01T09:00")).ok());
}

TEST(Adoption, RecordsWhoAdopts) {
  for (const char* const nobody : {"", " ", "\u3000", "\u200B", "office "}) {
    must_not_adopt(next_edition(), "adopted_by_nobody", nobody);
  }
  TicketJournal tickets = opened();
  EXPECT_EQ(tickets.journal().view()->event(1)->entry.actor, "office");
}

TEST(Adoption, AdoptsNoSecondSeriesThatPrintsTheSameNumbers) {
  Regulations next = next_edition();
  next.notices->series = "另一系列";
  must_not_adopt(next, "notice_numbers_meet");
  next.notices->pattern = "创整〔{year}〕{number}号";
  must_not_adopt(next, "notice_numbers_meet");
  next.notices->pattern = "创督〔{year}〕{number:4}号";
  TicketJournal tickets = opened();
  EXPECT_TRUE(tickets.adopt(next, "office", at("2026-06-01T09:00"), at("2026-06-01T09:00")).ok());
  EXPECT_EQ(tickets.carry_out(issue(tickets, "2026-06-01T10:00"))->events.front().notice, "创督〔2026〕0001号");
}

TEST(Adoption, AdoptsNobodyTwiceAndNoIdThatIsNotSeenWhole) {
  Regulations next = next_edition();
  next.people.push_back({"WU", "donghu", {"leader"}});
  must_not_adopt(next, "ids_alike");
  next.people.back() = {"xu", "Donghu", {"leader"}};
  must_not_adopt(next, "ids_alike");
  next.people.back() = {"xu\u200B", "donghu", {"leader"}};
  must_not_adopt(next, "unseen_character");
  next.people.back() = {"xu", "donghu", {"leader"}};
  next.units = {{"taoyuan\u00A0", "cn"}};
  must_not_adopt(next, "unseen_character");
  const Diagnostics warned = validate(next);
  EXPECT_FALSE(warned.has_errors()) << "a journal that has them is still read";
  EXPECT_EQ(warned.items().front().place.pointer, "/units/0/unit");
}

TEST(Adoption, RefusesWhomTheRegulationsDoNotKnow) {
  TicketJournal tickets = opened();
  TicketCommand open = issue(tickets);
  open.unit = "taoyuam";
  const auto refused = tickets.carry_out(open);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics().to_string(),
            "error: T-0001: \"issue\" names the unit \"taoyuam\", which the regulations do not know; they know donghu, "
            "office, parks, taoyuan [unregistered_unit]\n");
  EXPECT_EQ(tickets.may(open).why, refused.diagnostics());
  open.unit = "taoyuan";
  open.assignee = "lii";
  EXPECT_TRUE(tickets.carry_out(open).diagnostics().contains("unregistered_assignee"));
  EXPECT_TRUE(tickets.may(open).why.contains("unregistered_assignee"));
  open.assignee = "li";
  EXPECT_TRUE(tickets.may(open).allowed);
  EXPECT_TRUE(tickets.carry_out(open).ok());
}

TEST(Adoption, TakesNumbersForNoticesAlone) {
  Regulations regulations = street();
  for (const char* const id : {"case_loop", "hotline", "on_the_spot", "inspection_cycle"}) {
    regulations.workflows.push_back(shipped_workflow(id).value());
  }
  TicketJournal tickets = opened(regulations);
  const auto number_of = [&](const char* workflow, const char* command, const char* role) {
    TicketCommand open = issue(tickets, "2026-05-19T16:00", "");
    open.command = command;
    open.actor.roles = {role};
    open.opening->workflow = workflow;
    if (std::string_view(workflow) == "case_loop") open.unit.reset();
    const Result<Receipt> receipt = tickets.carry_out(open);
    EXPECT_TRUE(receipt.ok()) << receipt.diagnostics();
    return receipt->events.front().notice;
  };
  EXPECT_EQ(number_of("case_loop", "report", "collector"), "");
  EXPECT_EQ(number_of("street_notice", "issue", "inspector"), "创整〔2026〕0001号");
  EXPECT_EQ(number_of("hotline", "register", "agent"), "");
  EXPECT_EQ(number_of("on_the_spot", "find", "inspector"), "");
  EXPECT_EQ(number_of("inspection_cycle", "cite", "inspector"), "创整〔2026〕0002号");
  EXPECT_EQ(number_of("street_notice", "issue", "inspector"), "创整〔2026〕0003号");
}

TEST(Adoption, AdoptsNoWorkflowByWhichAUnitLetsItselfGo) {
  Regulations loose = street();
  for (Transition& row : loose.workflows[0].transitions) {
    if (row.command == "void") row.guards.clear();
  }
  TicketJournal tickets = TicketJournal::open(Journal("test")).value();
  const auto refused = tickets.adopt(loose, "office", at("2026-05-01T09:00"), at("2026-05-01T09:00"));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics().begin()->code(), "workflow_frees_itself");
  EXPECT_EQ(tickets.journal().head().size, 0u);
  // A journal that has one already is read, and its regulations may be adopted again with other people.
  Journal journal("test");
  JournalEntry entry{.happened = at("2026-05-01T09:00"), .actor = "office", .command = "regulations.adopt"};
  entry.subject = "donghu 2026";
  entry.payload = write_regulations(loose);
  ASSERT_TRUE(journal.append(entry, at("2026-05-01T09:00")).ok());
  Result<TicketJournal> read = TicketJournal::open(std::move(journal));
  ASSERT_TRUE(read.ok()) << read.diagnostics();
  loose.edition = "2026-06";
  loose.people.pop_back();
  EXPECT_TRUE(read->adopt(loose, "office", at("2026-06-01T09:00"), at("2026-06-01T09:00")).ok());
}

}  // namespace
}  // namespace aedile::test
