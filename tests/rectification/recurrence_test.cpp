// Faults that come back, further inspections, checks elsewhere.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/rectification/fault_recurrence.h"
#include "aedile/rectification/propagation.h"
#include "calendar/calendars.h"

namespace aedile {
namespace {

using test::day;

const RecurrencePolicy sixty{.window_days = 60, .multipliers = {Factor::of(2), Factor::of(3)}};

FaultSighting litter(const char* on, std::string site = "P041", std::string area = "east") {
  return {"6.1.1", std::move(site), "gate", std::move(area), day(on)};
}

TEST(FaultRecurrence, IsTheSameFaultAtTheSamePlaceWithinTheWindow) {
  const std::vector<ClosedFault> history{{"T-7", litter("2026-03-01"), day("2026-03-10"), 0}};
  const auto again = recurrence(sixty, litter("2026-04-02"), history);
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, (FaultRecurrence{"T-7", day("2026-03-10"), day("2026-05-09"), 1, Factor::of(2)}));
  EXPECT_TRUE(recurrence(sixty, litter("2026-05-09"), history));   // the 60th day
  EXPECT_FALSE(recurrence(sixty, litter("2026-05-10"), history));  // the 61st
  EXPECT_TRUE(recurrence(sixty, litter("2026-03-10"), history));   // the day of closing
  EXPECT_FALSE(recurrence(sixty, litter("2026-03-09"), history));
  EXPECT_FALSE(recurrence(sixty, litter("2026-04-02", "P042"), history));
  FaultSighting other = litter("2026-04-02");
  other.item = "6.1.2";
  EXPECT_FALSE(recurrence(sixty, other, history));
}

TEST(FaultRecurrence, GrowsHeavierWithEveryReturn) {
  std::vector<ClosedFault> history{{"T-7", litter("2026-03-01"), day("2026-03-10"), 0}};
  history.push_back({"T-9", litter("2026-04-02"), day("2026-05-02"), 1});
  const auto again = recurrence(sixty, litter("2026-05-20"), history);
  EXPECT_EQ(again->of, "T-9");
  EXPECT_EQ(again->times, 2u);
  EXPECT_EQ(again->multiplier, Factor::of(3));
  history.push_back({"T-11", litter("2026-05-20"), day("2026-05-25"), 2});
  EXPECT_EQ(recurrence(sixty, litter("2026-06-01"), history)->multiplier, Factor::of(3));
}

TEST(FaultRecurrence, FollowsWhoMovesRoundTheCorner) {
  const std::vector<ClosedFault> history{{"T-7", litter("2026-03-01"), day("2026-03-10"), 0}};
  RecurrencePolicy near = sixty;
  near.place = SamePlace::area;
  EXPECT_TRUE(recurrence(near, litter("2026-04-02", "P042"), history));
  EXPECT_FALSE(recurrence(near, litter("2026-04-02", "P042", "west"), history));
  near.place = SamePlace::location;
  FaultSighting elsewhere = litter("2026-04-02");
  elsewhere.location = "pond";
  EXPECT_FALSE(recurrence(near, elsewhere, history));
}

TEST(FaultRecurrence, IsCheckedWholly) {
  const RecurrencePolicy wrong{.window_days = -1, .multipliers = {Factor::parse("0.5").value()}};
  EXPECT_TRUE(validate(wrong).contains("window_range"));
  EXPECT_TRUE(validate(wrong).contains("multiplier_below_one"));
  EXPECT_TRUE(validate({.multipliers = std::vector<Factor>(10, Factor::of(2))}).contains("too_many_multipliers"));
  EXPECT_THROW(static_cast<void>(recurrence(wrong, litter("2026-04-02"), {})), ContractError);
}

RC_GTEST_PROP(FaultRecurrenceLaws, TheHistorysOrderDoesNotMatter, ()) {
  std::vector<ClosedFault> history;
  for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
    ClosedFault old{"T-" + std::to_string(i), litter("2026-01-01"),
                    day("2026-02-01").plus_days(*rc::gen::inRange(0, 90)), 0};
    history.push_back(old);
  }
  const auto found = recurrence(sixty, litter("2026-04-15"), history);
  std::reverse(history.begin(), history.end());
  RC_ASSERT(recurrence(sixty, litter("2026-04-15"), history) == found);
}

const std::vector<PropagationSite> schools{{"S011", "school", "east", false}, {"S007", "school", "east", false},
                                           {"S008", "school", "east", false}, {"S020", "school", "west", false},
                                           {"S009", "school", "east", true},  {"M001", "market", "east", false}};
const PropagationCause fire_door{"T-12", "3.2.4", "S007", "school", "east", day("2026-03-05")};

std::vector<std::string> ids(const std::vector<CheckTask>& tasks) {
  std::vector<std::string> names;
  for (const CheckTask& task : tasks) names.push_back(task.id);
  return names;
}

TEST(Propagation, ChecksTheOtherSitesOfTheClass) {
  PropagationRule rule{.id = "fire-doors", .items = {"3.2.*"}, .within = CheckWithin::area};
  EXPECT_EQ(ids(check_tasks(rule, fire_door, schools)), (std::vector<std::string>{"T-12/S008", "T-12/S011"}));
  rule.within = CheckWithin::everywhere;
  EXPECT_EQ(ids(check_tasks(rule, fire_door, schools)),
            (std::vector<std::string>{"T-12/S008", "T-12/S011", "T-12/S020"}));
  rule.at_most = 1;
  EXPECT_EQ(ids(check_tasks(rule, fire_door, schools)), (std::vector<std::string>{"T-12/S008"}));
}

TEST(Propagation, ConcernsItsItemsAndClassesOnly) {
  EXPECT_TRUE(check_tasks({.id = "r", .items = {"3.3.*"}}, fire_door, schools).empty());
  EXPECT_TRUE(check_tasks({.id = "r", .site_classes = {"market"}}, fire_door, schools).empty());
  EXPECT_EQ(check_tasks({.id = "r", .items = {"3.2.4"}, .site_classes = {"school"}}, fire_door, schools).size(), 3u);
}

TEST(Propagation, IsCheckedWholly) {
  EXPECT_TRUE(validate(PropagationRule{.id = "r", .items = {"3.*.1"}}).contains("propagation_item"));
  EXPECT_TRUE(validate(PropagationRule{.id = ""}).contains("empty_text"));
  EXPECT_TRUE(validate(PropagationRule{.id = "r", .items = {"*", "3.2.*"}}).empty());
}

}  // namespace
}  // namespace aedile
