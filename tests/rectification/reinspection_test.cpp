// A further inspection: the cases of the published vectors, and what follows for many faults at once.
#include "aedile/rectification/reinspection.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <map>

#include "calendar/calendars.h"
#include "calendar/shared_vectors.h"

namespace aedile {
namespace {

using test::at;
using enum ReinspectionOutcome;

const Instant begun = at("2025-05-01T00:00:00Z");
const Instant july = at("2025-07-01T00:00:00Z");

KnownFault known(KnownState state) { return {"T-7", "6.1.1", "P041", "gate", "round", state, begun, {}}; }
const SeenFault same{"6.1.1", "P041", "gate"};
const std::vector<SeenFault> nothing_seen;
const std::vector<SeenFault> seen_again{same};

std::vector<ReinspectionResult> look(const KnownFault& fault, const std::vector<SeenFault>& seen,
                                     const ReinspectionPolicy& policy = {}, std::string_view scope = "round") {
  return reinspect(policy, scope, july, std::vector<KnownFault>{fault}, seen);
}

/// What the published cases say, each by its name.
const std::map<std::string, std::function<void()>>& published() {
  static const std::map<std::string, std::function<void()>> cases{
      {"absent in re-inspection closes",
       [] { EXPECT_EQ(look(known(KnownState::open), nothing_seen).at(0).outcome, close_gone); }},
      {"absent but other service",
       [] { EXPECT_EQ(look(known(KnownState::open), nothing_seen, {}, "other").at(0).outcome, untouched); }},
      {"seen again after closing",
       [] {
         const auto results =
             look(known(KnownState::closed), seen_again, {.seen_after_closing = SeenAfterClosing::reopen});
         EXPECT_EQ(results.at(0).outcome, reopen);
         EXPECT_EQ(results.at(0).clock_start, begun);
         // The rule of this library unless told otherwise: a new case, linked to the old.
         EXPECT_EQ(look(known(KnownState::closed), seen_again).at(0).outcome, come_back);
       }},
      {"seen again, restart flag",
       [] {
         const auto results =
             look(known(KnownState::closed), seen_again,
                  {.seen_after_closing = SeenAfterClosing::reopen, .restart_clock_on_reopening = true});
         EXPECT_EQ(results.at(0).clock_start, july);
       }},
      {"do_not_reactivate",
       [] {
         const auto results =
             look(known(KnownState::closed), seen_again, {.seen_after_closing = SeenAfterClosing::leave});
         EXPECT_EQ(results.at(0).outcome, stays_closed);
       }},
      {"false positive / out of scope seen again",
       [] {
         for (const KnownState state : {KnownState::not_a_fault, KnownState::out_of_scope}) {
           EXPECT_EQ(look(known(state), seen_again).at(0).outcome, keeps_status);
         }
       }},
      {"accepted risk, fixed",
       [] { EXPECT_EQ(look(known(KnownState::exempt), nothing_seen).at(0).outcome, close_exempt_gone); }},
      {"accepted risk, still there",
       [] { EXPECT_EQ(look(known(KnownState::exempt), seen_again).at(0).outcome, stays_exempt); }},
      {"acceptance expires",
       [] {
         KnownFault fault = known(KnownState::exempt);
         fault.exempt_until = july;
         const std::vector<KnownFault> faults{fault};
         EXPECT_EQ(expire_exemptions({}, july, faults).at(0).outcome, exemption_expired);
         EXPECT_EQ(expire_exemptions({}, july, faults).at(0).clock_start, begun);
         EXPECT_EQ(expire_exemptions({.restart_clock_on_expiry = true}, july, faults).at(0).clock_start, july);
         EXPECT_TRUE(expire_exemptions({}, Instant(july.sys_seconds() - std::chrono::seconds(1)), faults).empty());
         EXPECT_TRUE(expire_exemptions({.expired_exemptions_reopen = false}, july, faults).empty());
       }},
      {"two copies in one batch",
       [] {
         const auto results = reinspect({}, "round", july, {}, std::vector<SeenFault>{same, same});
         ASSERT_EQ(results.size(), 2u);
         EXPECT_EQ(results[0].outcome, new_fault);
         EXPECT_EQ(results[1].outcome, duplicate);
         EXPECT_EQ(results[1].seen, 1u);
       }},
  };
  return cases;
}

TEST(Reinspection, DoesWhatEachPublishedCaseSays) {
  for (const auto& [name, check] : published()) {
    SCOPED_TRACE(name);
    check();
  }
}

TEST(Reinspection, KnowsEveryPublishedCase) {
  const auto vectors = test::shared_vectors("state_machine_cases.json");
  AEDILE_SKIP_WITHOUT(vectors);
  std::size_t cases = 0;
  for (const auto& each : (*vectors)["reinspection"]["cases"].GetArray()) {
    EXPECT_TRUE(published().contains(each["name"].GetString())) << each["name"].GetString();
    ++cases;
  }
  EXPECT_EQ(cases, published().size());
}

TEST(Reinspection, ClosesNothingWhereThePolicySaysSo) {
  const ReinspectionPolicy policy{.close_what_is_gone = false};
  EXPECT_EQ(look(known(KnownState::open), nothing_seen, policy).at(0).outcome, untouched);
  EXPECT_EQ(look(known(KnownState::exempt), nothing_seen, policy).at(0).outcome, untouched);
}

TEST(Reinspection, MatchesTheTicketThatHasNotEnded) {
  KnownFault old = known(KnownState::closed);
  old.ticket = "T-5";
  const std::vector<KnownFault> both{old, known(KnownState::open)};
  const auto results = reinspect({}, "round", july, both, seen_again);
  EXPECT_EQ(results[0].outcome, stays_closed);
  EXPECT_EQ(results[1].outcome, still_there);
  const std::vector<KnownFault> other_way{known(KnownState::open), old};
  EXPECT_EQ(reinspect({}, "round", july, other_way, seen_again)[0].outcome, still_there);
  EXPECT_EQ(reinspect({}, "round", july, other_way, seen_again)[1].outcome, stays_closed);
}

TEST(Reinspection, ComesBackFromTheLastOfSeveralEndings) {
  KnownFault old = known(KnownState::closed);
  old.ticket = "T-5";
  const std::vector<KnownFault> both{old, known(KnownState::closed)};
  const auto results = reinspect({}, "round", july, both, seen_again);
  EXPECT_EQ(results[0].outcome, stays_closed);
  EXPECT_EQ(results[1].outcome, come_back);
  EXPECT_EQ(results[1].ticket, "T-7");
}

TEST(Reinspection, AnExemptionThatEndedIsOverWhenTheFaultIsSeen) {
  KnownFault fault = known(KnownState::exempt);
  fault.exempt_until = at("2025-06-30T00:00:00Z");
  EXPECT_EQ(look(fault, seen_again).at(0).outcome, exemption_expired);
  EXPECT_EQ(look(fault, nothing_seen).at(0).outcome, close_exempt_gone);
}

// Every known fault and everything that was seen has exactly one outcome, and nothing is lost.
RC_GTEST_PROP(ReinspectionLaws, NothingIsLost, ()) {
  const auto item = [] { return std::to_string(*rc::gen::inRange(0, 4)); };
  std::vector<KnownFault> faults;
  for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
    KnownFault fault = known(static_cast<KnownState>(*rc::gen::inRange(0, 6)));
    fault.ticket = "T-" + std::to_string(i);
    fault.item = item();
    fault.scope = *rc::gen::inRange(0, 4) == 0 ? "other" : "round";
    faults.push_back(fault);
  }
  std::vector<SeenFault> seen;
  for (int i = *rc::gen::inRange(0, 6); i > 0; --i) seen.push_back({item(), "P041", "gate"});
  const auto results = reinspect({}, "round", july, faults, seen);
  std::vector<int> times_seen(seen.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    RC_ASSERT(results[i].ticket == (i < faults.size() ? faults[i].ticket : ""));
    if (results[i].seen) ++times_seen[*results[i].seen];
  }
  RC_ASSERT(results.size() >= faults.size());
  for (const int times : times_seen) RC_ASSERT(times == 1);
}

}  // namespace
}  // namespace aedile
