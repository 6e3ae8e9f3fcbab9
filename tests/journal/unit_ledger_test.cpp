// How units stand, from a journal: what was judged counts once, steps happen once, look-backs count by themselves.
#include "aedile/journal/unit_ledger.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/io/calendar_json.h"
#include "aedile/io/regulations_json.h"
#include "aedile/io/workflow_json.h"
#include "rectification/photograph.h"

namespace aedile {
namespace {

Instant at(const std::string& text) { return Instant::parse(text + ":00+08:00").value(); }
Date day(const char* text) { return Date::parse(text).value(); }

/// Talks: below 83 a talk; a second one when the look-back fails, then a penalty.
constexpr const char* workflow = R"({
  "aedile": "workflow/1", "id": "talk", "edition": "1",
  "roles": [{"code": "leader"}, {"code": "assessor"}, {"code": "village"}],
  "states": [{"code": "due"}, {"code": "done"}, {"code": "closed", "ending": "closed"}],
  "commands": [{"code": "call", "kind": "open"}, {"code": "report", "kind": "report_done"}, {"code": "pass", "kind": "verify_pass"},
    {"code": "fail", "kind": "verify_fail"}, {"code": "rain", "kind": "note"}],
  "transitions": [
    {"command": "call", "roles": ["leader"], "to": "due", "requires": ["unit"]},
    {"from": ["due"], "command": "report", "roles": ["village"], "to": "done", "requires": ["evidence"]},
    {"from": ["done"], "command": "pass", "roles": ["assessor"], "to": "closed", "guards": ["not_doer"],
     "effects": [{"kind": "emit", "argument": "unit.passed"}]},
    {"from": ["done"], "command": "fail", "roles": ["assessor"], "to": "due", "guards": ["not_doer"], "requires": ["reason"],
     "effects": [{"kind": "emit", "argument": "unit.failed"}, {"kind": "emit", "argument": "weather"}]},
    {"from": ["done"], "command": "rain", "roles": ["assessor"], "effects": [{"kind": "emit", "argument": "unit.no_data"}]}]
})";

Regulations town(bool with_ladder = true) {
  Regulations made{.id = "town", .edition = with_ladder ? "1" : "0"};
  made.workflows = {read_workflow(workflow, "talk.json").value()};
  made.calendars = {shipped_calendar("cn").value()};
  made.people = {{"qian", "town", {"leader"}}, {"zhao", "office", {"assessor"}}, {"he", "hewan", {"village"}}};
  if (!with_ladder) return made;
  made.unit_ladder = UnitLadder{.id = "talks"};
  made.unit_ladder->steps = {{"talk", FailuresInARow{1}, LadderEffect::talk, Duration(WorkingDays(5))},
                             {"second", FailuresInARow{2}, LadderEffect::talk, Duration(WorkingDays(5))},
                             {"penalty", FailuresInARow{3}, LadderEffect::accountability}};
  return made;
}

TicketJournal opened(bool with_ladder = true) {
  TicketJournal tickets = TicketJournal::open(Journal("town")).value();
  EXPECT_TRUE(tickets.adopt(town(with_ladder), "office", at("2026-03-01T09:00"), at("2026-03-01T09:00")).ok());
  return tickets;
}

using ByUnit = std::map<std::string, std::vector<Occasion>>;

ByUnit march() {
  return {{"hewan", {{"2026-03", day("2026-04-01"), Verdict::failed, "81.2"}}},
          {"shiqiao", {{"2026-03", day("2026-04-01"), Verdict::passed, "83.0"}}}};
}

Result<UnitReceipt> judge(TicketJournal& tickets, const ByUnit& occasions, const char* when = "2026-04-01T09:00") {
  return judge_units(tickets, occasions, {"zhao", "office"}, at(when), at(when));
}

Result<UnitReceipt> climb_at(TicketJournal& tickets, const char* when) {
  return climb_units(tickets, "zhao", at(when), at(when));
}

std::vector<std::string> keys(const UnitReceipt& receipt) {
  std::vector<std::string> words;
  for (const auto& [unit, step] : receipt.steps) words.push_back(unit + " " + step.key);
  return words;
}

UnitLedger again(TicketJournal& tickets, const AsOf& when = {}) {
  return fold_units(tickets.journal().view().value(), tickets.ledger(), when).value();
}

void act(TicketJournal& tickets, const char* who, const char* command, const char* when) {
  TicketCommand made{.command = command, .ticket = "T-0001"};
  made.actor = tickets.ledger().regulations()->actor(who).value();
  made.happened = made.recorded = at(when);
  made.reason = "3 of 5";
  made.evidence = {{{test::photograph(made.happened), "a.jpg"}, made.happened}};
  if (std::string(command) == "call") {
    made.ticket.clear();
    made.unit = "hewan";
    made.opening = TicketOpening{.workflow = "talk", .subject = {.title = "talk"}};
  }
  const Result<Receipt> done = tickets.carry_out(made);
  ASSERT_TRUE(done.ok()) << done.diagnostics();
}

TEST(UnitLedger, RecordsEachOccasionOnce) {
  TicketJournal tickets = opened();
  EXPECT_EQ(judge(tickets, march()).value().judged.size(), 2u);
  const UnitReceipt second = judge(tickets, march(), "2026-04-02T09:00").value();
  EXPECT_TRUE(second.judged.empty());
  EXPECT_EQ(second.repeated, 2u);
  EXPECT_EQ(tickets.journal().head().size, 3u);
  EXPECT_EQ(again(tickets).units().at("hewan").occasions.front().occasion, march()["hewan"].front());
}

TEST(UnitLedger, RefusesToSayOtherwiseAndThenRecordsNothing) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(judge(tickets, march()).ok());
  ByUnit other{{"hewan", {{"2026-03", day("2026-04-01"), Verdict::passed, "83.2"}}},
               {"liushu", {{"2026-03", day("2026-04-01"), Verdict::failed, "82.9"}}}};
  const auto refused = judge(tickets, other);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics().items().front().code(), "occasion_recorded");
  EXPECT_EQ(refused.diagnostics().items().front().text.in(Language::zh),
            "单位 hewan 的考核场次“2026-03”已记为事件 2，内容不同；重新考评的，请另立场次");
  EXPECT_EQ(tickets.journal().head().size, 3u);
}

TEST(UnitLedger, RefusesTwoVersionsInOneTable) {
  TicketJournal tickets = opened();
  const auto refused = judge(
      tickets, {{"a", {{"m", day("2026-04-01"), Verdict::passed, ""}, {"m", day("2026-04-01"), Verdict::failed, ""}}}});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics().items().front().code(), "occasion_recorded");
}

TEST(UnitLedger, NobodyRecordsHowTheirOwnUnitWasJudged) {
  TicketJournal tickets = opened();
  const auto refused = judge_units(tickets, march(), {"he", "hewan"}, at("2026-04-01T09:00"), at("2026-04-01T09:00"));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics().items().front().text.in(Language::zh),
            "he 是单位 hewan 的人员，不得登记本单位的考评结果；请由其他单位的人员登记");
  EXPECT_EQ(tickets.journal().head().size, 1u);
}

TEST(UnitLedger, TakesUnitsThatLookAlikeForOne) {
  TicketJournal tickets = opened();
  const auto own = judge_units(tickets, march(), {"he", "Hewan"}, at("2026-04-01T09:00"), at("2026-04-01T09:00"));
  EXPECT_TRUE(own.diagnostics().contains("own_occasion"));
  const ByUnit unseen{{"hewan ", {{"2026-03", day("2026-04-01"), Verdict::failed, "81.2"}}}};
  EXPECT_TRUE(judge(tickets, unseen).diagnostics().contains("unseen_character"));
  EXPECT_EQ(tickets.journal().head().size, 1u);
}

TEST(UnitLedger, RefusesADayThatIsStillToCome) {
  TicketJournal tickets = opened();
  const auto refused = judge(tickets, march(), "2026-03-31T23:59");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics().items().size(), 2u);
  EXPECT_EQ(refused.diagnostics().items().front().code(), "occasion_ahead");
  EXPECT_EQ(tickets.journal().head().size, 1u);
}

TEST(UnitLedger, WithoutALadderJudgesNothingAndTakesNoStep) {
  TicketJournal tickets = opened(false);
  const auto refused = judge(tickets, march());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics().items().front().code(), "no_unit_ladder");
  EXPECT_EQ(climb_at(tickets, "2026-04-01T10:00").value(), UnitReceipt{});
}

TEST(UnitLedger, TakesEachStepOnceWithItsOwnClockAndItsCause) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(judge(tickets, march()).ok());
  const UnitReceipt first = climb_at(tickets, "2026-04-01T10:00").value();
  EXPECT_EQ(keys(first), std::vector<std::string>{"hewan talks/talk/2026-03"});
  EXPECT_EQ(first.steps.front().second.answer_by->due, at("2026-04-10T00:00"));
  EXPECT_EQ(climb_at(tickets, "2026-04-02T10:00").value(), UnitReceipt{});

  const JournalEvent event = tickets.journal().view().value().event(4).value();
  EXPECT_EQ(event.entry.command, unit_step_command);
  EXPECT_EQ(event.entry.subject, "hewan");
  EXPECT_EQ(event.entry.cause, 2u);
  EXPECT_EQ(event.entry.happened, at("2026-04-01T09:00"));
  const auto waiting = tickets.journal().view().value().outbox().value();
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(waiting.front().effect.kind, "ladder");
  EXPECT_EQ(waiting.front().effect.body,
            R"({"unit":"hewan","step":"talks/talk/2026-03","effect":"talk","answer_by":"2026-04-09T16:00:00Z"})");
}

TEST(UnitLedger, CountsAsBeforeWhenATicketIsForgotten) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(judge(tickets, march()).ok());
  act(tickets, "qian", "call", "2026-04-01T14:00");
  act(tickets, "he", "report", "2026-04-08T16:00");
  act(tickets, "zhao", "fail", "2026-04-09T10:00");
  const auto before = again(tickets).units();
  const Instant now = at("2026-04-20T09:00");
  EXPECT_TRUE(tickets.forget(6, "office", "names somebody", now).diagnostics().contains("counts_for_a_unit"));
  // The opening, which said whose ticket it is.
  ASSERT_TRUE(tickets.forget(4, "office", "names somebody", now).ok());
  EXPECT_EQ(tickets.ledger().book().find("T-0001"), nullptr);
  EXPECT_EQ(again(tickets).units(), before);
}

TEST(UnitLedger, WhatLookBacksSayCountsByItself) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(judge(tickets, march()).ok());
  ASSERT_TRUE(climb_at(tickets, "2026-04-01T10:00").ok());
  act(tickets, "qian", "call", "2026-04-01T14:00");
  act(tickets, "he", "report", "2026-04-08T16:00");
  act(tickets, "zhao", "fail", "2026-04-09T10:00");
  EXPECT_EQ(keys(climb_at(tickets, "2026-04-09T17:00").value()),
            std::vector<std::string>{"hewan talks/second/T-0001/3"});
  act(tickets, "he", "report", "2026-04-14T16:00");
  act(tickets, "zhao", "rain", "2026-04-15T10:00");
  EXPECT_TRUE(climb_at(tickets, "2026-04-15T17:00").value().steps.empty());
  act(tickets, "zhao", "fail", "2026-04-16T10:00");
  EXPECT_EQ(keys(climb_at(tickets, "2026-04-16T17:00").value()),
            std::vector<std::string>{"hewan talks/penalty/T-0001/6"});
  act(tickets, "he", "report", "2026-04-22T16:00");
  act(tickets, "zhao", "pass", "2026-04-23T10:00");
  EXPECT_TRUE(climb_at(tickets, "2026-04-23T17:00").value().steps.empty());
  const UnitLedger units = again(tickets);
  EXPECT_EQ(climb_of(tickets.ledger(), units, "hewan").value().counters, (UnitCounters{0, 3}));
  EXPECT_EQ(units.units().at("hewan").steps.size(), 3u);
  EXPECT_EQ(units.units().at("hewan").occasions.at(1).occasion.ground, "3 of 5");
  // As it was known after the first look-back.
  const UnitLedger then = again(tickets, {.recorded = at("2026-04-10T09:00")});
  EXPECT_EQ(climb_of(tickets.ledger(), then, "hewan").value().counters, (UnitCounters{2, 2}));
}

TEST(UnitLedger, OfAnUnknownUnitThereIsNothing) {
  TicketJournal tickets = opened();
  EXPECT_EQ(climb_of(tickets.ledger(), again(tickets), "nobody").value(), Climb{});
}

TEST(UnitLedger, NamesAnEventThatCannotBeRead) {
  TicketJournal tickets = opened();
  JournalEntry entry{.happened = at("2026-04-01T09:00"), .actor = "x", .command = "unit.judged", .subject = "hewan"};
  entry.payload = R"({"aedile":"unit_occasion/1","occasion":"m"})";
  ASSERT_TRUE(tickets.journal().append(entry, at("2026-04-01T09:00")).ok());
  const auto folded = fold_units(tickets.journal().view().value(), tickets.ledger());
  ASSERT_FALSE(folded.ok());
  EXPECT_EQ(folded.diagnostics().items().front().code(), "not_a_unit_event");
  EXPECT_NE(folded.diagnostics().items().front().text.in(Language::zh).find("事件 2"), std::string::npos);
}

TEST(UnitLedger, NamesAnEventThatIsGone) {
  TicketJournal tickets = opened();
  ASSERT_TRUE(judge(tickets, march()).ok());
  ASSERT_TRUE(tickets.journal().redact(2, "clerk", "names a person", at("2026-04-02T09:00")).ok());
  const auto folded = fold_units(tickets.journal().view().value(), tickets.ledger());
  ASSERT_FALSE(folded.ok());
  EXPECT_EQ(folded.diagnostics().items().front().code(), "redacted_unit_event");
}

/// Whatever is judged in whatever portions, with steps taken in between or at the end: the same steps stand there.
RC_GTEST_PROP(UnitLedger, StepsDoNotDependOnWhenTheyAreTaken, ()) {
  const auto verdicts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 3));
  const auto asked = *rc::gen::container<std::vector<bool>>(verdicts.size(), rc::gen::arbitrary<bool>());
  TicketJournal often = opened();
  TicketJournal once = opened();
  std::vector<Occasion> all;
  Instant now = at("2026-04-01T09:00");
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Date judged = day("2026-04-01").plus_days(static_cast<std::int32_t>(i));
    now = Instant(now.sys_seconds() + std::chrono::days(1));
    all.push_back({"o" + std::to_string(i), judged, static_cast<Verdict>(verdicts[i]), ""});
    RC_ASSERT(judge_units(often, {{"u", {all.back()}}}, {"zhao", "office"}, now, now).ok());
    if (asked[i]) {
      RC_ASSERT(climb_units(often, "zhao", now, now).ok());
      RC_ASSERT(climb_units(often, "zhao", now, now).value().steps.empty());
    }
  }
  RC_ASSERT(climb_units(often, "zhao", now, now).ok());
  RC_ASSERT(judge_units(once, {{"u", all}}, {"zhao", "office"}, now, now).ok());
  RC_ASSERT(climb_units(once, "zhao", now, now).ok());
  const UnitLedger a = again(often);
  const UnitLedger b = again(once);
  if (all.empty()) return;
  RC_ASSERT(a.units().at("u").steps == b.units().at("u").steps);
  const UnitLadder& ladder = *once.ledger().regulations()->unit_ladder;
  const Climb plain = climb(ladder, all, once.ledger().regulations()->setup->calendars.front().latest()).value();
  std::vector<std::string> expected;
  for (const UnitStep& step : plain.steps) expected.push_back(step.key);
  RC_ASSERT(a.units().at("u").steps == expected);
}

}  // namespace
}  // namespace aedile
