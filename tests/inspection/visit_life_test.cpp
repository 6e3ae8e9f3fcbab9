// The life of a visit and its findings: who may do what when; what scoring reads; that the table is sound.
#include "aedile/inspection/visit_life.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "inspection/one_life.h"

namespace aedile {
namespace {

using namespace testing;

TEST(VisitLife, GoesFromPlannedToScored) {
  VisitLife visit = planned();
  EXPECT_FALSE(visit.scored());
  visit = visit.with(by(wu, VisitAction::record, 10)).value();
  visit = visit.with(by(wu, VisitAction::add_finding, 11)).value();
  visit = visit.with(by(zhao, VisitAction::add_finding, 12)).value();
  VisitCommand proof = by(zhao, VisitAction::add_evidence, 13);
  proof.number = 1;
  visit = visit.with(proof).value();
  VisitCommand corrected = by(wu, VisitAction::correct_finding, 14);
  visit = visit.with(corrected).value();
  EXPECT_FALSE(visit.scored());
  for (const std::size_t number : {0u, 1u}) {
    VisitCommand confirm = by(chen, VisitAction::confirm_finding, 20);
    confirm.number = number;
    confirm.appeal_until = at(100);
    visit = visit.with(confirm).value();
  }
  visit = visit.with(by(chen, VisitAction::confirm_visit, 21)).value();
  ASSERT_TRUE(visit.scored());
  EXPECT_EQ(visit.scored()->findings.size(), 2u);
  EXPECT_EQ(visit.scored()->findings[0].attributes, (AttributeTexts{{"corrected", "yes"}}));
  EXPECT_EQ(visit.scored()->findings[1].evidence, digest);
  EXPECT_EQ(visit.scored()->site, "P041");

  // An appeal changes nothing until it is granted; then the finding falls, with reason, by whom and when.
  VisitCommand appeal = by(owner, VisitAction::appeal, 99);
  appeal.number = 1;
  visit = visit.with(appeal).value();
  EXPECT_EQ(visit.scored()->findings.size(), 2u);
  VisitCommand granted = by(chen, VisitAction::withdraw, 101);
  granted.number = 1;
  granted.reason = "the photograph shows the neighbour's yard";
  visit = visit.with(granted).value();
  EXPECT_EQ(visit.scored()->findings.size(), 1u);
  EXPECT_EQ(visit.history().back(), (VisitChange{VisitAction::withdraw, "chen", at(101), 1, std::nullopt,
                                                 "the photograph shows the neighbour's yard"}));
  EXPECT_EQ(visit.history().size(), 10u);
}

TEST(VisitLife, NamesTheGuardThatRefuses) {
  struct Row {
    const char* why;
    VisitLife life;
    VisitCommand command;
    VisitGuard guard;
    const char* code;
  };
  const auto changed = [](VisitCommand command, auto change) {
    change(command);
    return command;
  };
  const VisitLife before = planned();
  const VisitLife draft = with_draft();
  const VisitLife open = with_appeal();
  const std::vector<Row> rows{
      {"not yet done", before, by(wu, VisitAction::add_finding, 9), VisitGuard::state, "visit_state"},
      {"a finding in another state", draft, by(owner, VisitAction::appeal, 30), VisitGuard::state,
       "visit_finding_state"},
      {"not a reviewer", draft, by(wu, VisitAction::confirm_finding, 30), VisitGuard::role, "visit_role"},
      {"an inspector of another visit", before, by({"ma", {VisitRole::inspector}}, VisitAction::record, 10),
       VisitGuard::of_the_visit, "visit_of_the_visit"},
      {"a reviewer who inspected", draft, by({"wu", {VisitRole::reviewer}}, VisitAction::confirm_finding, 30),
       VisitGuard::not_of_visit, "visit_not_of_visit"},
      {"no reason", draft, changed(by(wu, VisitAction::withdraw, 30), [](VisitCommand& c) { c.reason.clear(); }),
       VisitGuard::reason_given, "visit_reason_given"},
      {"no date", before, changed(by(wu, VisitAction::record, 10), [](VisitCommand& c) { c.date.reset(); }),
       VisitGuard::date_given, "visit_date_given"},
      {"the day before", before,
       changed(by(wu, VisitAction::record, 10), [](VisitCommand& c) { c.date = c.date->plus_days(-1); }),
       VisitGuard::date_reached, "visit_date_reached"},
      {"no such finding", draft,
       changed(by(chen, VisitAction::confirm_finding, 30), [](VisitCommand& c) { c.number = 1; }),
       VisitGuard::finding_exists, "visit_finding_exists"},
      {"a finding without an item", draft,
       changed(by(wu, VisitAction::change_finding, 30), [](VisitCommand& c) { c.finding->item.clear(); }),
       VisitGuard::finding_given, "visit_finding_given"},
      {"a finding of nothing", draft,
       changed(by(wu, VisitAction::change_finding, 30), [](VisitCommand& c) { c.finding->count = 0; }),
       VisitGuard::finding_given, "visit_finding_given"},
      {"no hash", draft,
       changed(by(wu, VisitAction::add_evidence, 30), [](VisitCommand& c) { c.evidence->sha256 = "photo.jpg"; }),
       VisitGuard::evidence_given, "visit_evidence_given"},
      {"corrected twice", draft.with(by(wu, VisitAction::correct_finding, 25)).value(),
       by(wu, VisitAction::correct_finding, 30), VisitGuard::not_corrected, "visit_not_corrected"},
      {"drafts are left", draft, by(chen, VisitAction::confirm_visit, 30), VisitGuard::no_drafts, "visit_no_drafts"},
      {"too late to appeal", with_confirmed(), by(owner, VisitAction::appeal, 101), VisitGuard::in_time,
       "visit_in_time"},
      {"the appellant decides", open,
       by({"owner", {VisitRole::responsible, VisitRole::reviewer}}, VisitAction::uphold, 90), VisitGuard::not_appellant,
       "visit_not_appellant"},
      {"before what was done last", draft, by(wu, VisitAction::correct_finding, 5), VisitGuard::not_before,
       "visit_not_before"},
  };
  std::set<VisitGuard> seen;
  for (const Row& row : rows) {
    const VisitPermission answer = row.life.may(row.command);
    EXPECT_FALSE(answer.allowed) << row.why;
    EXPECT_EQ(answer.refused_by, row.guard) << row.why << ": " << answer.why;
    EXPECT_TRUE(answer.why.contains(row.code)) << row.why << ": " << answer.why;
    EXPECT_EQ(answer.why.to_string(Language::zh).find('{'), std::string::npos) << answer.why.to_string(Language::zh);
    EXPECT_EQ(answer.why.to_string(Language::en).find('{'), std::string::npos) << answer.why;
    seen.insert(row.guard);
  }
  EXPECT_EQ(seen.size(), 15u) << "every guard has refused once";
}

TEST(VisitLife, OffersWhatIsOpenToAnActor) {
  using enum VisitAction;
  using Actions = std::vector<VisitAction>;
  EXPECT_EQ(planned().open_to(wu), (Actions{record, miss}));
  EXPECT_EQ(planned().open_to(organiser), (Actions{miss, reschedule}));
  EXPECT_EQ(planned().open_to(chen), Actions{});
  const VisitLife draft = with_draft();
  EXPECT_EQ(draft.open_to(wu), (Actions{set_observations, add_finding}));
  EXPECT_EQ(draft.open_to(chen), Actions{});  // a draft is left
  EXPECT_EQ(draft.open_to(wu, 0), (Actions{change_finding, correct_finding, add_evidence, withdraw}));
  EXPECT_EQ(draft.open_to(chen, 0), (Actions{confirm_finding, withdraw}));
  EXPECT_EQ(draft.open_to(chen, 1), Actions{});
  EXPECT_EQ(with_confirmed().open_to(owner, 0), Actions{appeal});
  EXPECT_EQ(with_appeal().open_to(owner, 0), Actions{add_evidence});
  EXPECT_EQ(with_appeal().open_to(chen, 0), (Actions{uphold, withdraw}));
}

TEST(VisitLife, MovesAMissedVisitToAnotherDay) {
  VisitLife visit = planned().with(by(wu, VisitAction::miss, 10)).value();
  EXPECT_EQ(visit.state(), VisitState::missed);
  EXPECT_EQ(visit.may(by(wu, VisitAction::record, 11)).refused_by, VisitGuard::state);
  VisitCommand move = by(organiser, VisitAction::reschedule, 12);
  move.date = the_9th.plus_days(3);
  visit = visit.with(move).value();
  EXPECT_EQ(visit.state(), VisitState::planned);
  EXPECT_EQ(visit.visit().date, the_9th.plus_days(3));
  EXPECT_EQ(visit.may(by(wu, VisitAction::record, 13)).refused_by, VisitGuard::date_reached);
}

TEST(VisitLife, KeepsReadingsAndChecksUntilItIsConfirmed) {
  VisitCommand observed = by(wu, VisitAction::set_observations, 21);
  observed.readings = {{"1.1", "bins", "7", {}, {}}};
  observed.checks = {{"1.2", "a", CheckResult::fail, {}, {}}};
  const VisitLife visit = with_draft().with(observed).value();
  EXPECT_EQ(visit.visit().readings, observed.readings);
  EXPECT_EQ(visit.visit().checks, observed.checks);
  const VisitLife closed = with_confirmed().with(by(chen, VisitAction::confirm_visit, 40)).value();
  EXPECT_EQ(closed.may(observed).refused_by, VisitGuard::state);
}

TEST(VisitLife, IsNoCallersToBeginHalfway) {
  VisitRecord record;
  EXPECT_THROW(VisitLife::planned(record, {}), ContractError);
  record.findings.emplace_back();
  EXPECT_THROW(VisitLife::planned(record, {"wu"}), ContractError);
}

TEST(Transitions, ReachEveryStateAndLeadToAnEnd) {
  std::set<VisitState> visits{VisitState::planned};
  std::set<FindingState> findings;
  for (std::size_t round = 0; round < transitions().size(); ++round) {
    for (const VisitTransition& row : transitions()) {
      if (row.visit_from && !visits.contains(*row.visit_from)) continue;
      if (row.finding_from && !findings.contains(*row.finding_from)) continue;
      if (row.visit_to) visits.insert(*row.visit_to);
      if (row.finding_to) findings.insert(*row.finding_to);
    }
  }
  EXPECT_EQ(visits.size(), 4u);
  EXPECT_EQ(findings.size(), 5u);
  // From every finding that is open, something leads on; what is upheld or withdrawn stays so.
  for (const FindingState state : {FindingState::draft, FindingState::confirmed, FindingState::appealed}) {
    EXPECT_TRUE(std::any_of(transitions().begin(), transitions().end(), [&](const VisitTransition& row) {
      return row.finding_from == state && row.finding_to == FindingState::withdrawn;
    }));
  }
  for (const VisitTransition& row : transitions()) {
    EXPECT_NE(row.finding_from, FindingState::upheld);
    EXPECT_NE(row.finding_from, FindingState::withdrawn);
  }
}

TEST(Transitions, LetNobodyDecideOnTheirOwnFinding) {
  for (const VisitTransition& row : transitions()) {
    const auto asks = [&](VisitGuard guard) {
      return std::find(row.guards.begin(), row.guards.end(), guard) != row.guards.end();
    };
    if (row.role == VisitRole::reviewer) {
      EXPECT_TRUE(asks(VisitGuard::not_of_visit)) << to_string(row.action);
    }
    if (row.role == VisitRole::inspector) {
      EXPECT_TRUE(asks(VisitGuard::of_the_visit)) << to_string(row.action);
    }
    if (row.finding_from == FindingState::appealed && row.finding_to) {
      EXPECT_TRUE(asks(VisitGuard::not_appellant)) << to_string(row.action);
    }
    EXPECT_TRUE(asks(VisitGuard::not_before)) << to_string(row.action);
  }
}

RC_GTEST_PROP(VisitLife, MayAndDoNeverDisagreeOnAnyPath, ()) {
  const std::vector<VisitActor> actors{wu,    zhao,      chen,
                                       owner, organiser, {"both", {VisitRole::reviewer, VisitRole::responsible}}};
  VisitLife visit = planned();
  int minute = 10;
  for (int step = 0; step < 40; ++step) {
    const auto& actor = actors[*rc::gen::inRange<std::size_t>(0, actors.size())];
    VisitCommand command =
        by(actor, static_cast<VisitAction>(*rc::gen::inRange(0, 13)), minute += *rc::gen::inRange(-1, 4));
    command.number = *rc::gen::inRange<std::size_t>(0, 3);
    if (*rc::gen::inRange(0, 8) == 0) command.reason.clear();
    const VisitPermission answer = visit.may(command);
    const Result<VisitLife> next = visit.with(command);
    RC_ASSERT(answer.allowed == next.ok());
    RC_ASSERT(answer.allowed == !answer.refused_by);
    RC_ASSERT(answer.allowed || answer.why == next.diagnostics());
    // What is open to the actor holds everything that was allowed.
    std::optional<std::size_t> number;
    if (command.action >= VisitAction::change_finding && command.action != VisitAction::confirm_visit)
      number = command.number;
    const std::vector<VisitAction> open = visit.open_to(actor, number);
    if (answer.allowed) {
      RC_ASSERT(std::count(open.begin(), open.end(), command.action) == 1);
      visit = *next;
    }
    // History only grows, and a confirmed visit has no drafts.
    if (visit.state() == VisitState::confirmed) {
      RC_ASSERT(std::none_of(visit.findings().begin(), visit.findings().end(),
                             [](const FindingLife& finding) { return finding.state == FindingState::draft; }));
      RC_ASSERT(visit.scored().has_value());
    }
  }
}

TEST(Words, OfALifeAreReadAsTheyAreWritten) {
  for (int i = 0; i < 13; ++i) {
    const auto action = static_cast<VisitAction>(i);
    EXPECT_EQ(parse_visit_action(to_string(action)), action);
  }
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(parse_visit_state(to_string(static_cast<VisitState>(i))), static_cast<VisitState>(i));
    EXPECT_EQ(parse_visit_role(to_string(static_cast<VisitRole>(i))), static_cast<VisitRole>(i));
  }
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(parse_finding_state(to_string(static_cast<FindingState>(i))), static_cast<FindingState>(i));
  }
  EXPECT_FALSE(parse_visit_action("close"));
}

TEST(Evidence, IsTheHashOfAFile) {
  std::istringstream empty;
  EXPECT_EQ(evidence_of(empty, "empty")->sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  std::istringstream large(std::string(1'000'000, 'a'));
  const Evidence found = evidence_of(large, "IMG_2041.jpg").value();
  EXPECT_EQ(found.sha256, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_EQ(found.name, "IMG_2041.jpg");
  EXPECT_TRUE(is_sha256(found.sha256));
  std::ifstream missing("/there/is/no/such/file");
  EXPECT_TRUE(evidence_of(missing, "no such file").diagnostics().contains("unreadable_evidence"));
}

}  // namespace
}  // namespace aedile
