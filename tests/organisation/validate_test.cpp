// The validator of organisations: nothing in what is sound, and each way to spoil it reported at its place.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "organisation/messages.h"
#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using testing::day;
using testing::degrees;
using testing::sound_organisation;

struct Spoiled {
  const char* name;
  std::function<void(Organisation&)> spoil;
  const Message* message;
  const char* pointer;
};

const std::vector<Spoiled>& all_spoiled() {
  namespace m = messages;
  static const std::vector<Spoiled> all{
      {"AnEmptyId", [](auto& o) { o.id.clear(); }, &m::empty_text, "/id"},
      {"AnEmptyEdition", [](auto& o) { o.edition.clear(); }, &m::empty_text, "/edition"},
      {"ATitleInLatin1", [](auto& o) { o.title = "caf\xE9"; }, &m::text_not_utf8, "/title"},
      {"AC1ControlInACode", [](auto& o) { o.units[10].code = "c\u0085gj"; }, &m::control_character, "/units/10/code"},
      {"AnOverrideInACode", [](auto& o) { o.units[10].code = "c\u202Egj"; }, &m::control_character, "/units/10/code"},
      {"AnIsolateInACode", [](auto& o) { o.units[10].code = "\u2066gj"; }, &m::control_character, "/units/10/code"},
      {"ALineEndInACode", [](auto& o) { o.units[10].code = "c\ngj"; }, &m::control_character, "/units/10/code"},
      {"TwoChineseTitles",
       [](auto& o) {
         o.units[1].title = LocalText({{"zh", "一"}, {"zh", "二"}});
       },
       &m::duplicate_language, "/units/1/title"},
      {"TwoUnitsOfOneCode", [](auto& o) { o.units[2].code = "s1"; }, &m::code_taken, "/units/2/code"},
      {"TwoSitesOfOneCode", [](auto& o) { o.sites[3].code = "C1"; }, &m::code_taken, "/sites/3/code"},
      {"TwoRulesOfOneCode", [](auto& o) { o.rules[1].code = "split"; }, &m::code_taken, "/rules/1/code"},
      {"AValidityThatEndsBeforeItBegins",
       [](auto& o) {
         o.valid = {day("2026-05-01"), day("2026-04-01")};
       },
       &m::validity_reversed, "/valid_until"},
      {"AUnitThatEndsBeforeItBegins",
       [](auto& o) {
         o.units[9].valid = {day("2026-05-01"), day("2026-04-01")};
       },
       &m::validity_reversed, "/units/9/valid_until"},
      {"AnUnknownUnitAbove", [](auto& o) { o.units[4].within[0].unit = "s9"; }, &m::unknown_unit,
       "/units/4/within/0/unit"},
      {"AnUnknownSuccessor", [](auto& o) { o.units[3].successors = {"nobody"}; }, &m::unknown_unit,
       "/units/3/successors/0"},
      {"AnUnknownLead", [](auto& o) { o.duties[0].lead = "cg"; }, &m::unknown_unit, "/duties/0/lead"},
      {"AnUnknownSupporter", [](auto& o) { o.duties[0].supporting = {"jjj"}; }, &m::unknown_unit,
       "/duties/0/supporting/0"},
      {"AnUnknownParty", [](auto& o) { o.rules[2].parties[1].who = NamedUnit{"x"}; }, &m::unknown_unit,
       "/rules/2/parties/1/unit"},
      {"AnUnknownHolder", [](auto& o) { o.contracts[0].holder = "x"; }, &m::unknown_unit, "/contracts/0/holder"},
      {"AnUnknownArea", [](auto& o) { o.contracts[0].scope.areas = {"x"}; }, &m::unknown_unit, "/contracts/0/areas/0"},
      {"AnUnknownTargetUnit", [](auto& o) { o.targets[1].unit = "x"; }, &m::unknown_unit, "/targets/1/unit"},
      {"AnUnknownSite", [](auto& o) { o.contracts[2].scope.sites = {"F2"}; }, &m::unknown_site, "/contracts/2/sites/0"},
      {"AnUndeclaredClassOfASite", [](auto& o) { o.sites[0].site_class = "garden"; }, &m::undeclared_site_class,
       "/sites/0/site_class"},
      {"AnUndeclaredClassOfARule", [](auto& o) { o.rules[1].scope.site_classes = {"garden"}; },
       &m::undeclared_site_class, "/rules/1/site_classes/0"},
      {"ADutyThatNamesAnItemTwice",
       [](auto& o) {
         o.duties[1].items = {"6.1.4", "6.1.4"};
       },
       &m::listed_twice, "/duties/1/items/1"},
      {"AnAttributeTwice",
       [](auto& o) {
         o.sites[0].attributes.push_back({"area_m2", "1"});
       },
       &m::listed_twice, "/sites/0/attributes/area_m2"},
      {"AStarInTheMiddle", [](auto& o) { o.duties[0].items = {"6.*.1"}; }, &m::item_pattern, "/duties/0/items/0"},
      {"ADutyForNothing", [](auto& o) { o.duties[1].items.clear(); }, &m::items_missing, "/duties/1/items"},
      {"ATargetForNothing", [](auto& o) { o.targets[1].items.clear(); }, &m::items_missing, "/targets/1/items"},
      {"AScopeOfMillions",
       [](auto& o) {
         for (int i = 0; i < 2001; ++i) {
           o.rules[2].scope.items.push_back("i" + std::to_string(i));
           o.rules[2].scope.areas.push_back("a" + std::to_string(i));
         }
       },
       &m::scope_too_large, "/rules/2"},
      {"AUnitThatOutlivesTheOneAbove", [](auto& o) { o.units[5].valid.until = day("2026-05-31"); }, &m::absent_unit,
       "/units/7/within/0/unit"},
      {"ASiteThatOutlivesItsCell", [](auto& o) { o.units[3].successors.clear(); }, &m::absent_unit, "/sites/1/cell"},
      {"ASiteWhoseCellSplits",
       [](auto& o) {
         o.units[3].successors = {"east", "west"};
       },
       &m::absent_unit, "/sites/1/cell"},
      {"ALeadThatComesToAnEnd", [](auto& o) { o.units[11].valid.until = day("2026-06-29"); }, &m::absent_unit,
       "/duties/1/lead"},
      {"AHolderWhoLeaves", [](auto& o) { o.units[15].valid.until = day("2026-08-31"); }, &m::absent_unit,
       "/contracts/1/holder"},
      {"AGapBetweenTwoTerritories", [](auto& o) { o.units[6].within[1].valid.from = day("2026-06-02"); },
       &m::territory_gap, "/units/6/within/1"},
      {"ATerritoryThatEndsTooEarly", [](auto& o) { o.units[6].within.pop_back(); }, &m::territory_gap,
       "/units/6/within/0"},
      {"ATerritoryThatBeginsTooLate", [](auto& o) { o.units[4].within[0].valid.from = day("2026-03-01"); },
       &m::territory_gap, "/units/4/within/0"},
      {"TwoTerritoriesOnOneDay", [](auto& o) { o.units[6].within[1].valid.from = day("2026-05-31"); },
       &m::two_territories, "/units/6/within/1"},
      {"ASuccessorOfTheLiving", [](auto& o) { o.units[3].valid.until.reset(); }, &m::successor_without_end,
       "/units/3/successors"},
      {"ASuccessorWhoComesTooLate", [](auto& o) { o.units[4].valid.from = day("2026-05-02"); }, &m::successor_gap,
       "/units/3/successors/0"},
      {"ASectionWithinADepartment", [](auto& o) { o.units[12].within = {{.unit = "cgj"}}; }, &m::not_territory,
       "/units/12/within/0/unit"},
      {"AnAreaThatIsADepartment", [](auto& o) { o.contracts[0].scope.areas = {"cgj"}; }, &m::not_territory,
       "/contracts/0/areas/0"},
      {"ALineToAStreet", [](auto& o) { o.units[12].lines = {{.unit = "s1"}}; }, &m::not_superior,
       "/units/12/lines/0/unit"},
      {"AStreetWithinACommunity", [](auto& o) { o.units[2].within[0].unit = "east"; }, &m::territory_order,
       "/units/2/within/0/unit"},
      {"ACellWithinItself", [](auto& o) { o.units[7].within[0].unit = "g1"; }, &m::unit_cycle, "/units/7/within"},
      {"TwoCellsWithinEachOther", [](auto& o) { o.units[7].within[0].unit = "g1a"; }, &m::unit_cycle,
       "/units/7/within"},
      {"SectionsThatAnswerToEachOther", [](auto& o) { o.units[10].lines = {{.unit = "wu"}}; }, &m::unit_cycle,
       "/units/10/lines"},
      {"ACircleThroughASuccessor",
       [](auto& o) {
         o.units[7].valid.until = day("2026-04-30");
         o.units[7].successors = {"g1a"};
       },
       &m::unit_cycle, "/units/7/within"},
      {"CellsWithinCellsWithoutEnd",
       [](auto& o) {
         for (int i = 0; i < 64; ++i) {
           o.units.push_back({.code = "deep" + std::to_string(i),
                              .kind = UnitKind::grid_cell,
                              .within = {{.unit = i == 0 ? "g1a" : "deep" + std::to_string(i - 1)}}});
         }
       },
       &m::territory_too_deep, "/units/75"},
      {"ASiteOutsideTheGrid", [](auto& o) { o.sites[0].cell = "g7"; }, &m::site_outside_grid, "/sites/0/cell"},
      {"ASiteInADepartment", [](auto& o) { o.sites[0].cell = "cgj"; }, &m::site_outside_grid, "/sites/0/cell"},
      {"ASiteWithoutACell", [](auto& o) { o.sites[0].cell.clear(); }, &m::empty_text, "/sites/0/cell"},
      {"ALatitudeBeyondThePole", [](auto& o) { o.sites[0].at->latitude = degrees("90.0000001"); },
       &m::coordinates_range, "/sites/0/latitude"},
      {"ALongitudeAroundTheGlobe", [](auto& o) { o.sites[0].at->longitude = degrees("-180.5"); }, &m::coordinates_range,
       "/sites/0/longitude"},
      {"AnAttributeNamedLikeAColumn", [](auto& o) { o.sites[0].attributes[0].first = "phone"; }, &m::reserved_attribute,
       "/sites/0/attributes/phone"},
      {"AnAttributeNamedLikeAName", [](auto& o) { o.sites[0].attributes[0].first = "name_fr"; }, &m::reserved_attribute,
       "/sites/0/attributes/name_fr"},
      {"AnEmptyAttribute", [](auto& o) { o.sites[0].attributes[0].second.clear(); }, &m::empty_text,
       "/sites/0/attributes/area_m2"},
      {"ALeadThatSupportsItself", [](auto& o) { o.duties[0].supporting = {"cgj"}; }, &m::named_twice,
       "/duties/0/supporting/0"},
      {"ARuleWithoutALead", [](auto& o) { o.rules[0].parties[0].role = PartyRole::linked; }, &m::rule_without_lead,
       "/rules/0/parties"},
      {"ARuleWithTwoLeads", [](auto& o) { o.rules[0].parties[1].role = PartyRole::lead; }, &m::rule_with_two_leads,
       "/rules/0/parties/1/role"},
      {"ANegativeShare",
       [](auto& o) {
         o.rules[0].parties[0].share = Rational(6, 5);
         o.rules[0].parties[1].share = Rational(-1, 5);
       },
       &m::share_negative, "/rules/0/parties/1/share"},
      {"AShareOfMoreThanAThousand",
       [](auto& o) {
         o.rules[0].total = Rational(1000);
         o.rules[0].parties[0].share = Rational(10001, 10);
         o.rules[0].parties[1].share = Rational(-1, 10);
       },
       &m::share_too_large, "/rules/0/parties/0/share"},
      {"SharesThatSumToLess", [](auto& o) { o.rules[0].parties[1].share = Rational(1, 10); }, &m::share_sum,
       "/rules/0/parties"},
      {"ATotalOfNothing", [](auto& o) { o.rules[0].total = Rational(); }, &m::total_not_positive, "/rules/0/total"},
      {"APartyWithinADepartment", [](auto& o) { o.rules[0].parties[0].who = WithinTerritory{UnitKind::department}; },
       &m::no_territory_kind, "/rules/0/parties/0/territory"},
      {"TwoDutiesForOneItem", [](auto& o) { o.duties[1].items = {"6.1.*"}; }, &m::equal_duties, "/duties/1"},
      {"TwoDutiesForEverything",
       [](auto& o) {
         o.duties.push_back({"D4", {"*"}, "jj", {}, {}, {day("2026-06-01"), {}}});
       },
       &m::equal_duties, "/duties/3"},
      {"TwoRulesForEverything", [](auto& o) { o.rules[1].scope.site_classes.clear(); }, &m::equal_rules, "/rules/1"},
      {"TwoRulesThatShareOneOfManyItems",
       [](auto& o) {
         o.rules.push_back(o.rules[2]);
         o.rules[3].code = "again";
         o.rules[3].scope.items = {"9", "6.2.*"};
         o.rules[3].scope.areas = {"s2", "s1"};
       },
       &m::equal_rules, "/rules/3"},
      {"TwoContractsForOneArea",
       [](auto& o) {
         o.contracts[1].scope.areas = {"north", "s1"};
       },
       &m::contract_overlap, "/contracts/1"},
      {"TwoContractsThatLead",
       [](auto& o) {
         o.contracts.push_back(o.contracts[2]);
         o.contracts[3].code = "K4";
         o.contracts[3].kind = "包路";
       },
       &m::contract_overlap, "/contracts/3"},
      {"AContractForNowhere", [](auto& o) { o.contracts[1].scope.areas.clear(); }, &m::contract_without_place,
       "/contracts/1"},
  };
  return all;
}

bool reports(const Diagnostics& problems, const Message& message, std::string_view pointer) {
  return std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
    return problem.code() == message.code && problem.level == Level::error && problem.place.pointer == pointer;
  });
}

TEST(ValidateOrganisation, FindsNothingInASoundOne) { EXPECT_EQ(validate(sound_organisation()).to_string(), ""); }

class SpoiledOrganisation : public ::testing::TestWithParam<Spoiled> {};

TEST_P(SpoiledOrganisation, IsReportedAtItsPlace) {
  Organisation organisation = sound_organisation();
  GetParam().spoil(organisation);
  const Diagnostics problems = validate(organisation);
  EXPECT_TRUE(reports(problems, *GetParam().message, GetParam().pointer)) << problems;
  EXPECT_EQ(validate(organisation), problems) << "the same organisation has the same problems";
  EXPECT_FALSE(compile(organisation));
  for (const Diagnostic& problem : problems) {
    for (const Language language : {Language::en, Language::zh}) {
      const std::string sentence = problem.text.in(language);
      EXPECT_EQ(sentence.find("{"), std::string::npos) << sentence;
      EXPECT_EQ(sentence.find('\n'), std::string::npos) << sentence;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Each, SpoiledOrganisation, ::testing::ValuesIn(all_spoiled()),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(ValidateOrganisation, HasATestForEachOfItsMessages) {
  std::set<std::string_view> provoked;
  for (const Spoiled& spoiled : all_spoiled()) provoked.insert(spoiled.message->code);
  for (const Message* message : messages::organisation_catalogue)
    EXPECT_TRUE(provoked.contains(message->code)) << message->code;
}

TEST(ValidateOrganisation, ReportsEveryProblemInOneGo) {
  Organisation organisation = sound_organisation();
  const std::set<std::string> together{"AnEmptyEdition",          "ALeadThatComesToAnEnd", "AGapBetweenTwoTerritories",
                                       "AStreetWithinACommunity", "ASiteOutsideTheGrid",   "SharesThatSumToLess",
                                       "TwoContractsForOneArea",  "AnUnknownTargetUnit"};
  std::vector<const Spoiled*> spoiled;
  for (const Spoiled& one : all_spoiled()) {
    if (!together.contains(one.name)) continue;
    one.spoil(organisation);
    spoiled.push_back(&one);
  }
  ASSERT_EQ(spoiled.size(), together.size());
  const Diagnostics problems = validate(organisation);
  for (const Spoiled* one : spoiled)
    EXPECT_TRUE(reports(problems, *one->message, one->pointer)) << one->name << problems;
}

TEST(ValidateOrganisation, NamesTheWayRoundACircle) {
  Organisation organisation = sound_organisation();
  organisation.units[7].within[0].unit = "g1a";
  EXPECT_NE(validate(organisation).to_string().find("g1 → g1a → g1"), std::string::npos) << validate(organisation);
}

TEST(ValidateOrganisation, ToleratesEntriesThatFollowEachOther) {
  Organisation organisation = sound_organisation();
  organisation.duties.push_back({"D5", {"6.1.4"}, "cgj", {}, {}, {day("2026-07-01"), {}}});
  organisation.contracts.push_back(organisation.contracts[0]);
  organisation.contracts[0].scope.valid.until = day("2026-06-30");
  organisation.contracts.back().code = "K9";
  organisation.contracts.back().scope.valid.from = day("2026-07-01");
  EXPECT_EQ(validate(organisation).to_string(), "");
}

TEST(ValidateOrganisation, ToleratesAPriorityBetweenEqualRules) {
  Organisation organisation = sound_organisation();
  organisation.rules.push_back(organisation.rules[0]);
  organisation.rules.back().code = "split of the campaign";
  organisation.rules.back().priority = 1;
  EXPECT_EQ(validate(organisation).to_string(), "");
}

TEST(ValidateOrganisation, FindsNothingInNothingButItsName) {
  EXPECT_EQ(validate({.id = "empty", .edition = "1"}).to_string(), "");
}

}  // namespace
}  // namespace aedile
