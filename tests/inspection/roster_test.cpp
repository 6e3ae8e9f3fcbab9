// Rosters: turns are fair and rotate, rules are kept, and what cannot be filled is a gap.
#include "aedile/inspection/roster.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

namespace aedile {
namespace {

const Date monday = *Date::of(2026, 11, 9);

RosterTerms evenings(std::size_t slots, std::size_t posts, std::size_t people) {
  RosterTerms terms;
  for (std::size_t i = 0; i < slots; ++i) {
    terms.slots.push_back({"evening-" + std::to_string(i), monday.plus_days(static_cast<std::int64_t>(i))});
  }
  for (std::size_t i = 0; i < posts; ++i) terms.posts.push_back({"road-" + std::to_string(i)});
  for (std::size_t i = 0; i < people; ++i) terms.people.push_back({.id = "leader-" + std::to_string(i)});
  return terms;
}

std::map<std::string, int> turns(const Roster& roster) {
  std::map<std::string, int> counts;
  for (const Duty& duty : roster.duties) {
    for (const std::string& id : duty.people) ++counts[id];
  }
  return counts;
}

TEST(Roster, TakesEverybodyInTurnOverEveryRoad) {
  const RosterTerms terms = evenings(9, 3, 3);
  const Roster roster = make_roster(terms).value();
  EXPECT_TRUE(roster.gaps.empty());
  std::map<std::pair<std::string, std::string>, int> on_road;
  for (const Duty& duty : roster.duties) ++on_road[{duty.people.at(0), duty.post}];
  EXPECT_EQ(on_road.size(), 9u);
  for (const auto& [pair, times] : on_road) EXPECT_EQ(times, 3) << pair.first << " on " << pair.second;
}

TEST(Roster, SharesDutiesFairly) {
  RosterTerms terms = evenings(10, 2, 5);
  EXPECT_EQ(turns(make_roster(terms).value()),
            (std::map<std::string, int>{
                {"leader-0", 4}, {"leader-1", 4}, {"leader-2", 4}, {"leader-3", 4}, {"leader-4", 4}}));
  terms.people[4].duties_before = 4;
  EXPECT_EQ(turns(make_roster(terms).value())["leader-4"],
            1);  // 20 + 4 duties over five: 5, 5, 5, 5 and 4 with one more
}

TEST(Roster, SaysWhoIsMissingAndWhy) {
  RosterTerms terms = evenings(2, 2, 3);
  terms.posts[0].people = 2;
  terms.people[0].absences = {{monday, monday}};
  terms.people[1].not_posts = {"road-0"};
  terms.rules.days_apart = 1;
  const Result<Roster> roster = make_roster(terms);
  ASSERT_TRUE(roster);
  EXPECT_EQ(roster->duties[0], (Duty{"evening-0", "road-0", {"leader-2"}}));
  EXPECT_EQ(roster->duties[1], (Duty{"evening-0", "road-1", {"leader-1"}}));
  ASSERT_FALSE(roster->gaps.empty());
  EXPECT_EQ(
      roster->gaps[0],
      (RosterGap{
          "evening-0", "road-0", 1, {{"leader-0", RosterBarrier::absent}, {"leader-1", RosterBarrier::not_allowed}}}));
  EXPECT_EQ(
      roster.diagnostics().items()[0].text.in(Language::en),
      "in slot \"evening-0\" the post \"road-0\" lacks 1 of 2 (absent 1, not_allowed 1); add people, or relax the "
      "rules");
}

TEST(Roster, ReportsEveryProblemOfItsTerms) {
  RosterTerms terms = evenings(2, 2, 2);
  terms.slots[1] = {"evening-0", monday.plus_days(-1)};
  terms.posts[1] = {"road-0", 0};
  terms.people[1] = {.id = "leader-0", .posts = {"road-9"}, .not_posts = {"road-8"}, .duties_before = 2'000'000};
  terms.people.push_back({.id = "\n"});
  std::vector<std::string> found;
  const Diagnostics problems = make_roster(terms).diagnostics();
  for (const Diagnostic& problem : problems) {
    found.push_back(problem.place.pointer + " " + std::string(problem.code()));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"/slots/1/id duplicate_slot", "/slots/1/date slot_order",
                                             "/posts/1/id duplicate_post", "/posts/1/people team_size_range",
                                             "/people/1/id duplicate_person", "/people/1/posts/0 unknown_post",
                                             "/people/1/not_posts/0 unknown_post", "/people/1/duties_before load_range",
                                             "/people/2/id control_character"}));
}

RosterTerms any_terms() {
  RosterTerms terms = evenings(*rc::gen::inRange<std::size_t>(0, 7), *rc::gen::inRange<std::size_t>(0, 4),
                               *rc::gen::inRange<std::size_t>(0, 7));
  for (std::size_t i = 1; i < terms.slots.size(); ++i) {
    terms.slots[i].date = terms.slots[i - 1].date.plus_days(*rc::gen::inRange(0, 3));
  }
  for (RosterPost& post : terms.posts) post.people = *rc::gen::inRange<std::uint32_t>(1, 3);
  for (RosterPerson& person : terms.people) {
    if (*rc::gen::inRange(0, 4) == 0) person.absences = {{monday, monday.plus_days(*rc::gen::inRange(0, 4))}};
    for (const RosterPost& post : terms.posts) {
      if (*rc::gen::inRange(0, 6) == 0) person.not_posts.push_back(post.id);
    }
    person.duties_before = *rc::gen::inRange<std::uint32_t>(0, 3);
  }
  terms.rules = {*rc::gen::inRange<std::uint32_t>(0, 3), *rc::gen::inRange<std::uint32_t>(0, 3),
                 *rc::gen::inRange<std::uint32_t>(0, 5)};
  return terms;
}

RC_GTEST_PROP(Roster, KeepsEveryRuleAndAccountsForEveryPlace, ()) {
  const RosterTerms terms = any_terms();
  const Roster roster = make_roster(terms).value();
  RC_ASSERT(roster.duties.size() == terms.slots.size() * terms.posts.size());
  std::map<std::string, std::size_t> slot_of;
  for (std::size_t i = 0; i < terms.slots.size(); ++i) slot_of[terms.slots[i].id] = i;
  std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> done;
  std::uint32_t filled = 0;
  for (const Duty& duty : roster.duties) {
    for (const std::string& id : duty.people) {
      done[id].emplace_back(slot_of.at(duty.slot), duty.post);
      ++filled;
    }
  }
  for (const RosterPerson& person : terms.people) {
    const auto& duties = done[person.id];
    RC_ASSERT(terms.rules.duties_at_most == 0 || duties.size() <= terms.rules.duties_at_most);
    for (std::size_t i = 0; i < duties.size(); ++i) {
      const Date date = terms.slots[duties[i].first].date;
      for (const Validity& absence : person.absences) RC_ASSERT(!absence.holds(date));
      RC_ASSERT(std::count(person.not_posts.begin(), person.not_posts.end(), duties[i].second) == 0);
      for (std::size_t j = i + 1; j < duties.size(); ++j) {
        RC_ASSERT(duties[i].first != duties[j].first);
        RC_ASSERT(terms.slots[duties[j].first].date.days_since(date) >= terms.rules.days_apart);
        RC_ASSERT(duties[i].second != duties[j].second ||
                  duties[j].first - duties[i].first > terms.rules.away_from_post);
      }
    }
  }
  std::uint32_t missing = 0;
  for (const RosterGap& gap : roster.gaps) missing += gap.missing;
  std::uint32_t places = 0;
  for (const RosterPost& post : terms.posts) places += post.people;
  RC_ASSERT(filled + missing == places * terms.slots.size());
}

RC_GTEST_PROP(Roster, IsTheSameHoweverPeopleAndPostsAreListed, ()) {
  const RosterTerms terms = any_terms();
  RosterTerms other = terms;
  std::reverse(other.people.begin(), other.people.end());
  std::reverse(other.posts.begin(), other.posts.end());
  RC_ASSERT(make_roster(other).value() == make_roster(terms).value());
}

/// The plain twin of "as many as possible": people given to places one by one, in every way.
std::uint32_t most(const std::vector<std::set<std::size_t>>& fit, std::size_t place, std::set<std::size_t>& used) {
  if (place == fit.size()) return 0;
  std::uint32_t best = most(fit, place + 1, used);
  for (const std::size_t person : fit[place]) {
    if (!used.insert(person).second) continue;
    best = std::max(best, 1 + most(fit, place + 1, used));
    used.erase(person);
  }
  return best;
}

RC_GTEST_PROP(Roster, FillsAsManyPlacesOfASlotAsCanBe, ()) {
  RosterTerms terms = any_terms();
  RC_PRE(!terms.slots.empty());
  terms.slots.resize(1);
  const Roster roster = make_roster(terms).value();
  std::vector<std::set<std::size_t>> fit;
  for (const RosterPost& post : terms.posts) {
    for (std::uint32_t place = 0; place < post.people; ++place) {
      std::set<std::size_t>& people = fit.emplace_back();
      for (std::size_t i = 0; i < terms.people.size(); ++i) {
        const RosterPerson& person = terms.people[i];
        const bool absent = !person.absences.empty() && person.absences[0].holds(terms.slots[0].date);
        if (!absent && std::count(person.not_posts.begin(), person.not_posts.end(), post.id) == 0) people.insert(i);
      }
    }
  }
  std::set<std::size_t> used;
  std::uint32_t filled = 0;
  for (const Duty& duty : roster.duties) filled += static_cast<std::uint32_t>(duty.people.size());
  RC_ASSERT(filled == most(fit, 0, used));
}

}  // namespace
}  // namespace aedile
