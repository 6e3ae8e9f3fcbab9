// Breaking a framework down to units, and the checks that need its items.
#include <gtest/gtest.h>

#include "aedile/organisation/decomposition.h"
#include "organisation/messages_answer.h"
#include "organisation/messages_items.h"
#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using testing::compiled;
using testing::day;
using testing::sound_organisation;

std::vector<ItemDescription> sound_items() {
  return {{"6.1.1", "Clean street", Points::of(2), "", {}},
          {"6.1.4", "Traffic", Points::parse("1.5").value(), "jj", {}},
          {"6.2.1", "Signs", std::nullopt, "cgj", {}}};
}

class Items : public ::testing::Test {
 protected:
  Diagnostics check(void (*change)(Organisation&, std::vector<ItemDescription>&), const char* on = "2026-03-10") {
    Organisation organisation = sound_organisation();
    std::vector<ItemDescription> items = sound_items();
    if (change != nullptr) change(organisation, items);
    return check_items(compiled(std::move(organisation)), items, day(on));
  }
  static void expect(const Diagnostics& problems, const Message& message, const char* pointer) {
    ASSERT_EQ(problems.size(), 1u) << problems;
    EXPECT_EQ(problems.items()[0].code(), message.code) << problems;
    EXPECT_EQ(problems.items()[0].place.pointer, pointer) << problems;
  }
};

TEST_F(Items, FindNothingWhereEverythingHasAnOwner) { EXPECT_EQ(check(nullptr).to_string(), ""); }

TEST_F(Items, WithoutALeadAreReported) {
  expect(check([](auto& o, auto&) { o.duties.pop_back(); }), messages::item_without_lead, "/duties");
}

TEST_F(Items, LedByAnotherInTheFrameworkAreReported) {
  expect(check([](auto&, auto& items) { items[0].lead = "jj"; }), messages::lead_differs, "/duties/0/lead");
  // On 1 July the duty of the traffic police has ended, and D1 leads 6.1.4 too.
  expect(check(nullptr, "2026-07-01"), messages::lead_differs, "/duties/0/lead");
}

TEST_F(Items, ThatNobodyAnswersForAtASiteAreReported) {
  expect(check([](auto& o, auto&) { o.rules[2].parties[0].who = WithinTerritory{UnitKind::district}; }),
         messages::no_lead, "/sites/0");
}

TEST_F(Items, ThatDoNotExistAreAWarning) {
  const Diagnostics problems = check([](auto& o, auto&) { o.rules[2].scope.items = {"6.3*"}; });
  expect(problems, messages::no_such_item, "/rules/2/items/0");
  EXPECT_FALSE(problems.has_errors());
}

TEST_F(Items, OfATargetMustBeTheUnitsOwn) {
  expect(check([](auto& o, auto&) { o.targets[1].unit = "he", o.targets[1].items = {"6.2*"}; }),
         messages::target_not_owned, "/targets/1");
}

TEST_F(Items, AreAllReportedAtOnce) {
  const Diagnostics problems = check([](auto& o, auto& items) {
    o.duties.pop_back();
    items[0].lead = "jj";
    items.push_back({"9.9", {}, {}, "", {}});
    o.targets[1].unit = "east";
  });
  EXPECT_EQ(problems.error_count(), 4u) << problems;
}

TEST(WithItemDuties, AddsTheFrameworksLeadsWhereNoDutyFits) {
  Organisation organisation = sound_organisation();
  organisation.duties.pop_back();
  std::vector<ItemDescription> items = sound_items();
  items[2].supporting = {"jj"};
  const Organisation complete = with_item_duties(organisation, items);
  ASSERT_EQ(complete.duties.size(), 3u);
  EXPECT_EQ(complete.duties[2], (ItemDuty{"item:6.2.1", {"6.2.1"}, "cgj", {"jj"}, {}, {}}));
  EXPECT_EQ(validate(complete).to_string(), "");
}

TEST(Decompose, GivesEachUnitItsItemsAndFullMarks) {
  const CompiledOrganisation town = compiled(sound_organisation());
  const std::vector<ItemDescription> items = sound_items();
  const auto sheet = [&](const char* unit) { return decompose(town, items, *town.find_unit(unit), day("2026-03-10")); };
  const DecompositionSheet cgj = sheet("cgj");
  EXPECT_EQ(cgj.led, (DecompositionSheet::Sum{2, Points::of(2), 1}));
  ASSERT_EQ(cgj.rows.size(), 3u);
  EXPECT_EQ(cgj.rows[0].role, PartyRole::lead);
  EXPECT_EQ(cgj.rows[0].targets, std::vector<std::size_t>{0});
  EXPECT_EQ(cgj.rows[0].linked, std::vector<UnitId>{*town.find_unit("li")});
  EXPECT_EQ(cgj.rows[1].role, PartyRole::supporting);
  EXPECT_EQ(cgj.supported, (DecompositionSheet::Sum{1, Points::parse("1.5").value(), 0}));
  EXPECT_EQ(cgj.broken_down, DecompositionSheet::Sum{});
  EXPECT_EQ(sheet("jj").led, (DecompositionSheet::Sum{1, Points::parse("1.5").value(), 0}));
  EXPECT_EQ(sheet("jj").supported, (DecompositionSheet::Sum{1, Points::of(2), 0}));
  EXPECT_EQ(sheet("li").linked.items, 1u);
  EXPECT_EQ(sheet("wu").broken_down, (DecompositionSheet::Sum{1, Points::of(2), 0}));
  EXPECT_TRUE(sheet("north").rows.empty());
}

TEST(Decompose, LedItemsOfAllUnitsAreAllItems) {
  const CompiledOrganisation town = compiled(sound_organisation());
  const std::vector<ItemDescription> items = sound_items();
  std::size_t led = 0;
  for (std::size_t i = 0; i < town.unit_count(); ++i)
    led += decompose(town, items, UnitId(i), day("2026-03-10")).led.items;
  EXPECT_EQ(led, items.size());
}

}  // namespace
}  // namespace aedile
