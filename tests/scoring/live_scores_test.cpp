// The worked example of live scores, what they refuse, what they leave no trace of, and snapshots that do not fit.

#include "aedile/scoring/live_scores.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "aedile/core/exceptions.h"
#include "core/sha256.h"

namespace aedile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Points points(const char* text) { return *Points::parse(text); }

/// total, 100 ── a (20; minor 2, grave 4; grave: the total at most 59 where `veto`)
///            ├─ b (40; 2.5 a finding)
///            └─ c (40; 10 a finding, once a place)
Framework framework(bool veto) {
  Framework framework{.id = "live", .edition = "1", .title = "live"};
  framework.attributes = {{"severity", "severity", {{"minor", "minor"}, {"grave", "grave"}}}};
  Node total{.code = "total"};
  total.grades = {{"pass", "pass", {.at_least = Points::of(60)}}, {"fail", "fail", {}}};
  Node a{.code = "a", .parent = 0, .full_marks = Points::of(20)};
  PointsTable by_severity;
  by_severity.by = {"severity"};
  by_severity.cells = {{{"minor"}, Points::of(2)}, {{"grave"}, Points::of(4)}};
  a.rules = {Deduction{{.points = by_severity}}};
  if (veto) a.rules.emplace_back(Veto{.when = {{"severity", {"grave"}}}, .on = "total", .ceiling = Points::of(59)});
  Node b{.code = "b", .parent = 0, .full_marks = Points::of(40)};
  b.rules = {Deduction{{.points = points("2.5")}}};
  Node c{.code = "c", .parent = 0, .full_marks = Points::of(40)};
  c.rules = {Deduction{{.points = Points::of(10), .once = true, .once_per = {"location"}}}};
  framework.nodes = {total, a, b, c};
  return framework;
}

constexpr std::uint32_t a = 0, b = 1, c = 2;
constexpr std::uint32_t minor[] = {1}, grave[] = {2}, none[] = {0};

class Live : public testing::Test {
 protected:
  explicit Live(bool veto = false) : compiled_(compile(framework(veto)).value()) {
    layout_.items = {*compiled_.find("a"), *compiled_.find("b"), *compiled_.find("c")};
    const NodeId without_b[] = {layout_.items[a], layout_.items[c]};
    layout_.profiles = {compiled_.all(), compiled_.applicability(without_b)};
    layout_.attributes = {{"severity", {"", "minor", "grave"}}};
    units_.of_visit = sites_;
    units_.levels = {{2, {0, 0}}, {1, {}}};
  }
  BulkScorer bulk(bool ignore = false) const {
    return BulkScorer::create(compiled_, layout_, {.score = {.ignore_not_applicable = ignore}}).value();
  }
  VisitColumns visits() const { return {.count = profiles_.size(), .profile = profiles_}; }
  /// 92.5, 80 and 70, as in the header.
  LiveScores live(const LiveOptions& options = {}, bool ignore = false) const {
    const std::vector<std::uint32_t> visit{0, 1, 2}, count{3, 8, 12};
    const std::vector<std::uint8_t> item{1, 1, 1}, severity{0, 0, 0};
    return LiveScores::create(bulk(ignore), visits(), units_,
                              {.visit = visit, .item = item, .count = count, .attributes = {severity}}, options)
        .value();
  }
  std::string refusal(std::string_view snapshot, const BulkScorer& scorer) const {
    const Result<LiveScores> live = LiveScores::restore(scorer, visits(), units_, snapshot);
    return live ? "" : live.diagnostics().to_string();
  }

  CompiledFramework compiled_;
  BulkLayout layout_;
  std::vector<std::uint8_t> profiles_{0, 0, 0};
  std::vector<std::uint32_t> sites_{0, 0, 1};
  LiveUnits units_;
};

class LiveWithVeto : public Live {
 protected:
  LiveWithVeto() : Live(true) {}
};

std::vector<Points> means(const LiveScores& live) { return {live.mean(0, 0), live.mean(0, 1), live.mean(1, 0)}; }

TEST_F(Live, KeepsTheExampleOfTheHeaderUpToDate) {
  LiveScores live = this->live();
  EXPECT_THAT((std::vector{live.mark(0), live.mark(1), live.mark(2)}),
              ElementsAre(points("92.5"), Points::of(80), Points::of(70)));
  EXPECT_THAT(means(live), ElementsAre(points("86.25"), Points::of(70), points("80.833333333")));
  const LiveOutcome found = live.add({.visit = 0, .item = a, .values = grave});
  EXPECT_EQ(found, (LiveOutcome{{}, 3, 0, points("88.5")}));
  EXPECT_EQ(live.mark(0), points("88.5"));
  EXPECT_THAT(means(live), ElementsAre(points("84.25"), Points::of(70), points("79.5")));
  EXPECT_TRUE(live.amend(found.finding, {.count = 2, .values = grave}));
  EXPECT_THAT(means(live), ElementsAre(points("82.25"), Points::of(70), points("78.166666667")));
  EXPECT_EQ(live.sum(1, 0).marks, Rational(points("234.5")));
  EXPECT_EQ(live.sum(1, 0).visits, 3U);
  EXPECT_TRUE(live.undo());
  EXPECT_THAT(means(live), ElementsAre(points("84.25"), Points::of(70), points("79.5")));
  EXPECT_EQ(live.mean(1, 0, {Rounding::half_up, 0}), Points::of(80));
  EXPECT_EQ(live.mean(1, 0, {Rounding::down, 0}), Points::of(79));
}

TEST_F(Live, TellsAVisitByItsUnits) {
  const LiveScores live = this->live();
  EXPECT_EQ(live.unit_of(0, 2), 1U);
  EXPECT_EQ(live.unit_of(1, 2), 0U);
}

TEST_F(Live, LeavesNothingOfAFindingFarBeyondItsItem) {
  LiveScores live = this->live();
  const LiveOutcome small = live.add({.visit = 1, .item = a, .values = minor});
  std::vector<FindingNumber> large;
  for (int i = 0; i < 5; ++i)
    large.push_back(live.add({.visit = 1, .item = a, .count = 0xFFFFFFFFU, .values = grave}).finding);
  EXPECT_EQ(live.mark(1), Points::of(60));
  for (const FindingNumber finding : large) EXPECT_TRUE(live.remove(finding));
  EXPECT_EQ(live.mark(1), Points::of(78));
  EXPECT_TRUE(live.remove(small.finding));
  EXPECT_EQ(live.mark(1), Points::of(80));
}

TEST_F(LiveWithVeto, AVetoLastsAsLongAsOneFindingFiresIt) {
  LiveScores live = this->live();
  const LiveOutcome first = live.add({.visit = 0, .item = a, .values = grave});
  const LiveOutcome second = live.add({.visit = 0, .item = a, .values = grave});
  EXPECT_EQ(live.mark(0), Points::of(59));
  EXPECT_EQ(live.grade(0), 1);
  live.remove(first.finding);
  EXPECT_EQ(live.mark(0), Points::of(59));
  live.amend(second.finding, {.count = 1, .values = minor});
  EXPECT_EQ(live.mark(0), points("90.5"));
  EXPECT_EQ(live.grade(0), 0);
  live.amend(second.finding, {.count = 0, .values = grave});  // none was found after all
  EXPECT_EQ(live.mark(0), points("92.5"));
}

TEST_F(Live, ScoresOneVisitByOneWhereAFindingHasNoTable) {
  LiveScores live = this->live();
  const LiveOutcome once = live.add({.visit = 0, .item = c, .count = 2, .values = none});
  EXPECT_EQ(live.mark(0), points("82.5"));
  const LiveOutcome more = live.add({.visit = 0, .item = b, .values = none});
  EXPECT_EQ(live.mark(0), Points::of(80));
  live.remove(once.finding);
  EXPECT_EQ(live.mark(0), Points::of(90));
  live.remove(more.finding);
  EXPECT_EQ(live.mark(0), points("92.5"));
}

TEST_F(Live, ChangesNothingWhereItRefuses) {
  profiles_ = {0, 0, 1};
  const std::vector<std::uint32_t> visit{0}, count{1};
  const std::vector<std::uint8_t> item{0}, severity{1};
  LiveScores live = LiveScores::create(bulk(), visits(), units_,
                                       {.visit = visit, .item = item, .count = count, .attributes = {severity}})
                        .value();
  const std::string before = live.snapshot();
  const std::uint32_t beyond[] = {3};
  EXPECT_EQ(live.add({.visit = 3, .item = 9, .values = beyond}).fault, LiveFault::no_such_visit);
  EXPECT_EQ(live.add({.visit = 0, .item = 3, .values = beyond}).fault, LiveFault::no_such_item);
  EXPECT_EQ(live.add({.visit = 0, .item = a, .values = beyond}).fault, LiveFault::no_such_value);
  EXPECT_EQ(live.add({.visit = 2, .item = b, .values = none}).fault, LiveFault::not_applicable);
  EXPECT_EQ(live.add({.visit = 0, .item = a, .values = none}).fault, LiveFault::no_points);
  EXPECT_EQ(live.remove(1).fault, LiveFault::no_such_finding);
  EXPECT_EQ(live.amend(7, {.count = 1, .values = minor}).fault, LiveFault::no_such_finding);
  EXPECT_EQ(live.amend(0, {.count = 1, .values = none}).fault, LiveFault::no_points);
  EXPECT_EQ(live.amend(0, {.count = 1, .values = minor, .item = 3}).fault, LiveFault::no_such_item);
  EXPECT_EQ(live.undo().fault, LiveFault::nothing_to_undo);
  EXPECT_EQ(live.redo().fault, LiveFault::nothing_to_undo);
  EXPECT_EQ(to_string(LiveFault::nothing_to_undo), "nothing_to_undo");
  EXPECT_EQ(live.snapshot(), before);
  EXPECT_TRUE(live.add({.visit = 0, .item = a, .count = 0, .values = none}));  // nothing found costs nothing
}

TEST_F(Live, KeepsAFindingThatIsIgnored) {
  profiles_ = {0, 0, 1};
  LiveScores live = this->live({}, true);
  EXPECT_EQ(live.ignored(), 1U);
  EXPECT_EQ(live.mark(2), Points::of(100));
  EXPECT_TRUE(live.amend(2, {.count = 1, .values = minor, .item = a}));
  EXPECT_EQ(live.mark(2), points("96.666666667"));  // 58 of 60
  EXPECT_EQ(live.ignored(), 0U);
  EXPECT_TRUE(live.undo());
  EXPECT_EQ(live.mark(2), Points::of(100));
}

TEST_F(Live, NumbersRowsThatDoNotFitToo) {
  const std::vector<std::uint32_t> visit{0, 7, 1, 1, 1, 1}, site{5, 5, 5, 6, 6, 6};
  const std::vector<std::uint16_t> period{1, 1, 1, 1, 2, 2};
  const std::vector<std::uint32_t> visit_site{5, 6, 6};
  const std::vector<std::uint16_t> visit_period{1, 2, 2};
  const std::vector<std::uint8_t> item{1, 1, 1, 1, 9, 1}, severity{0, 0, 0, 0, 0, 0};
  LiveScores live =
      LiveScores::create(bulk(), {.count = 3, .site = visit_site, .period = visit_period, .profile = profiles_}, units_,
                         {.visit = visit, .item = item, .site = site, .period = period, .attributes = {severity}})
          .value();
  EXPECT_THAT(live.rejected(),
              ElementsAre(RejectedRow{1, RowFault::no_such_visit}, RejectedRow{2, RowFault::other_site},
                          RejectedRow{3, RowFault::other_period}, RejectedRow{4, RowFault::no_such_item}));
  EXPECT_EQ(live.remove(3).fault, LiveFault::no_such_finding);
  EXPECT_TRUE(live.remove(5));
  EXPECT_EQ(live.add({.visit = 0, .item = b, .values = none}).finding, 6U);
}

TEST_F(Live, UndoesAsFarBackAsItIsTold) {
  LiveScores live = this->live({.history = 2});
  for (int i = 0; i < 3; ++i) live.add({.visit = 0, .item = b, .values = none});
  EXPECT_EQ(live.undoable(), 2U);
  EXPECT_EQ(live.undo(), (LiveOutcome{{}, 5, 0, points("87.5")}));
  EXPECT_TRUE(live.undo());
  EXPECT_FALSE(live.undo());
  EXPECT_EQ(live.mark(0), Points::of(90));
  EXPECT_EQ(live.redo(), (LiveOutcome{{}, 4, 0, points("87.5")}));
  EXPECT_EQ(live.add({.visit = 1, .item = b, .values = none}).finding, 5U);
  EXPECT_EQ(live.redoable(), 0U);
  LiveScores forgetful = this->live({.history = 0});
  forgetful.add({.visit = 0, .item = b, .values = none});
  EXPECT_FALSE(forgetful.undo());
}

TEST_F(Live, ASnapshotIsRefusedForAnythingElse) {
  LiveScores live = this->live();
  live.remove(1);
  const std::string snapshot = live.snapshot();
  EXPECT_EQ(snapshot.size(), 176U + 3 * 16);
  EXPECT_EQ(refusal(snapshot, bulk()), "");
  EXPECT_THAT(refusal("", bulk()), HasSubstr("[live_snapshot]"));
  for (std::size_t at : {std::size_t{0}, std::size_t{50}, snapshot.size() - 40, snapshot.size() - 1}) {
    std::string damaged = snapshot;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    EXPECT_THAT(refusal(damaged, bulk()), HasSubstr("[live_snapshot]")) << at;
  }
  EXPECT_THAT(refusal(snapshot.substr(0, snapshot.size() - 16), bulk()), HasSubstr("[live_snapshot]"));
  EXPECT_EQ(refusal(snapshot, bulk(true)),
            "error: the snapshot was taken under another framework, layout or options; restore it with those of its "
            "time [live_snapshot_scorer]\n");
  const CompiledFramework other = compile(framework(true)).value();
  BulkLayout layout = layout_;
  layout.profiles = {other.all(), other.all()};
  EXPECT_THAT(refusal(snapshot, BulkScorer::create(other, layout).value()), HasSubstr("[live_snapshot_scorer]"));
  profiles_ = {0, 1, 0};
  EXPECT_THAT(refusal(snapshot, bulk()), HasSubstr("[live_snapshot_visits]"));
  profiles_ = {0, 0, 0};
  units_.levels = {{2, {0, 1}}, {2, {}}};
  EXPECT_THAT(refusal(snapshot, bulk()), HasSubstr("[live_snapshot_units]"));
}

TEST_F(Live, ASnapshotIsRefusedWhereARuleWithoutATableHasChanged) {
  LiveScores live = this->live();
  live.add({.visit = 0, .item = c, .values = none});
  live.add({.visit = 0, .item = c, .values = grave});
  Framework changed = framework(false);
  std::get<Deduction>(changed.nodes[3].rules[0]).each.once_per = {"severity"};
  const CompiledFramework other = compile(changed).value();
  const NodeId without_b[] = {layout_.items[a], layout_.items[c]};
  layout_.profiles = {other.all(), other.applicability(without_b)};
  EXPECT_THAT(refusal(live.snapshot(), BulkScorer::create(other, layout_).value()), HasSubstr("[live_snapshot_marks]"));
}

TEST_F(Live, ASnapshotIsRefusedForAFindingThatDoesNotFit) {
  const std::string snapshot = live().snapshot();
  std::string forged = snapshot;
  forged[snapshot.size() - 32 - 16 + 4] = 9;  // the last finding's item
  const detail::Sha256 end = detail::sha256(std::string_view(forged).substr(0, forged.size() - 32));
  std::copy(end.begin(), end.end(), forged.end() - 32);
  EXPECT_EQ(refusal(forged, bulk()),
            "error: finding 2 of the snapshot does not fit (no_such_item); take another snapshot "
            "[live_snapshot_finding]\n");
}

TEST_F(Live, UnitsThatDoNotFitAreNamedAllAtOnce) {
  units_.levels = {{2, {0, 3}}, {1, {0}}};
  EXPECT_EQ(LiveScores::create(bulk(), visits(), units_).diagnostics().to_string(),
            "/levels/0/parent/1: error: there is no unit 3 at the next level, which has 1 [live_parent]\n"
            "/levels/1: error: there are 1 parents for 1 units; give one for each, and none at the last level "
            "[live_parents]\n");
  units_.levels = {{1, {}}};
  EXPECT_EQ(LiveScores::create(bulk(), visits(), units_).diagnostics().to_string(),
            "/visits: error: visit 2 is of unit 1, but the first level has 1 units [live_unit]\n");
}

TEST_F(Live, BrokenContractsThrow) {
  LiveScores live = this->live();
  EXPECT_THROW(live.mark(3), ContractError);
  EXPECT_THROW(live.mark(0, 1), ContractError);
  EXPECT_THROW(live.grade(3), ContractError);
  EXPECT_THROW(live.mean(2, 0), ContractError);
  EXPECT_THROW(live.mean(0, 2), ContractError);
  EXPECT_THROW(live.mean(0, 0, {Rounding::half_up, 10}), ContractError);
  EXPECT_THROW(live.unit_of(2, 0), ContractError);
  EXPECT_THROW(live.add({.visit = 0, .item = b}), ContractError);
  VisitColumns part = visits();
  part.first = 1;
  EXPECT_THROW(static_cast<void>(LiveScores::create(bulk(), part, units_)), ContractError);
  units_.of_visit = {};
  EXPECT_THROW(static_cast<void>(LiveScores::create(bulk(), visits(), units_)), ContractError);
}

TEST_F(Live, ManyThreadsMayAsk) {
  LiveScores live = this->live();
  live.add({.visit = 0, .item = c, .values = none});
  std::vector<Points> answers(4);
  {
    std::vector<std::jthread> threads;
    for (Points& answer : answers)
      threads.emplace_back([&live, &answer] {
        for (int i = 0; i < 1000; ++i) answer = live.mark(0) + live.mean(1, 0);
      });
  }
  for (const Points answer : answers) EXPECT_EQ(answer, points("160"));
}

}  // namespace
}  // namespace aedile
