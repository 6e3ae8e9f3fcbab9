// Who answers for item X at site Y on day D, and why.
#include <gtest/gtest.h>

#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using testing::compiled;
using testing::day;
using testing::sound_organisation;

class Who : public ::testing::Test {
 protected:
  Responsibility ask(const char* item, const char* site, const char* on = "2026-03-10") const {
    return town.who(item, *town.find_site(site), day(on)).value();
  }
  /// "s1 lead 4/5, cgj supporting 1/5"
  std::string answer(const char* item, const char* site, const char* on = "2026-03-10") const {
    std::string text;
    Rational sum;
    const Responsibility found = ask(item, site, on);
    for (const ResponsibleUnit& unit : found.units) {
      text += (text.empty() ? "" : ", ") + town.unit(unit.unit).code + " " + std::string(to_string(unit.role));
      if (!unit.share.is_zero()) text += " " + unit.share.to_string();
      sum += unit.share;
    }
    EXPECT_EQ(sum, found.total);
    return text;
  }
  void change(void (*spoil)(Organisation&)) {
    Organisation source = sound_organisation();
    spoil(source);
    town = compiled(std::move(source));
  }

  CompiledOrganisation town = compiled(sound_organisation());
};

TEST_F(Who, TerritoryFirstDepartmentsAcross) {
  EXPECT_EQ(answer("6.1.2", "C1"), "s1 lead 4/5, cgj supporting 1/5, jj supporting, li linked");
}

TEST_F(Who, ADepartmentAnswersForWhatItManagesDirectly) {
  EXPECT_EQ(answer("6.1.2", "P1"), "cgj lead 1, jj supporting, li linked, he linked");
}

TEST_F(Who, ADepartmentCanLoseBesides) {
  EXPECT_EQ(ask("6.2.1", "C1").total, Rational(6, 5));
  // D3 leads 6.2.1 and has no supporters: their tenth falls to the lead.
  EXPECT_EQ(answer("6.2.1", "C1"), "old lead 11/10, cgj supporting 1/10, li linked");
}

TEST_F(Who, AnItemByCodeGoesBeforeItsBeginning) {
  EXPECT_EQ(answer("6.1.4", "C1"), "s1 lead 4/5, jj supporting 1/5, cgj supporting, li linked");
  EXPECT_EQ(answer("6.1.4", "C1", "2026-07-01"), "s1 lead 4/5, cgj supporting 1/5, jj supporting, li linked");
}

TEST_F(Who, AShopThatHasSignedTakesThePlaceOfTheLead) {
  EXPECT_EQ(answer("6.1.1", "F1"),
            "wu lead 4/5, s1 supporting, cgj supporting 1/5, jj supporting, li linked, he linked");
  EXPECT_EQ(answer("6.1.2", "F1"), "s1 lead 4/5, cgj supporting 1/5, jj supporting, li linked, he linked");
}

TEST_F(Who, AMergedUnitOwnsItsAprilFindings) {
  EXPECT_EQ(answer("6.2.1", "C1", "2026-04-30"), "old lead 11/10, cgj supporting 1/10, li linked");
  EXPECT_EQ(answer("6.2.1", "C1", "2026-05-01"), "east lead 11/10, cgj supporting 1/10, li linked");
}

TEST_F(Who, TheStreetOfTheDayAnswers) {
  EXPECT_EQ(answer("1.1", "C2", "2026-05-31"), "s1 lead 4/5, cgj supporting 1/5, li linked");
  EXPECT_EQ(answer("1.1", "C2", "2026-06-01"), "s2 lead 4/5, cgj supporting 1/5");
}

TEST_F(Who, SupportersDivideAShareEqually) {
  change([](Organisation& o) {
    o.units.push_back({.code = "wj", .kind = UnitKind::department});
    o.units.push_back({.code = "hb", .kind = UnitKind::department});
    o.duties[2].supporting = {"jj", "wj", "hb"};
  });
  EXPECT_EQ(answer("6.2.1", "C1"),
            "old lead 1, cgj supporting 1/10, jj supporting 1/30, wj supporting 1/30, hb supporting 1/30, li linked");
}

TEST_F(Who, AUnitNamedTwiceAppearsOnceWithTheSum) {
  change([](Organisation& o) { o.rules[0].parties[0].who = NamedUnit{"cgj"}; });
  EXPECT_EQ(answer("6.1.2", "C1"), "cgj lead 1, jj supporting, li linked");
}

TEST_F(Who, WithoutARuleTheDutyDecides) {
  change([](Organisation& o) { o.rules.erase(o.rules.begin()); });
  EXPECT_EQ(answer("6.1.2", "C1"), "cgj lead 1, jj supporting, li linked");
}

TEST_F(Who, APriorityGoesBeforeEverything) {
  change([](Organisation& o) { o.rules[0].priority = 1; });
  EXPECT_EQ(answer("6.1.2", "P1"), "s1 lead 4/5, cgj supporting 1/5, jj supporting, li linked, he linked");
  const Responsibility found = ask("6.1.2", "P1");
  ASSERT_GE(found.considered.size(), 2u);
  EXPECT_EQ(found.considered[1].ground, (Ground{Ground::Kind::rule, 1}));
  EXPECT_EQ(found.considered[1].outcome, Considered::Outcome::overridden);
  EXPECT_EQ(found.considered[1].because, Considered::Because::priority);
}

TEST_F(Who, PlaceGoesBeforeItemAndItemBeforeClass) {
  change([](Organisation& o) {
    const auto party = [](const char* unit) {
      return std::vector<Party>{{PartyRole::lead, NamedUnit{unit}, Rational(1)}};
    };
    o.rules = {{"all", {}, {}, 0, Rational(1), party("li")},
               {"class", {}, {.site_classes = {"shop"}}, 0, Rational(1), party("he")},
               {"item", {}, {.items = {"7*"}}, 0, Rational(1), party("jj")},
               {"item and class", {}, {.items = {"7*"}, .site_classes = {"shop"}}, 0, Rational(1), party("cg1")},
               {"street", {}, {.areas = {"s1"}}, 0, Rational(1), party("s1")},
               {"community", {}, {.areas = {"west"}}, 0, Rational(1), party("west")},
               {"site", {}, {.items = {"7.5"}, .sites = {"F1"}}, 0, Rational(1), party("wu")}};
    o.contracts.clear();
    o.duties = {{"D", {"*"}, "cgj", {}, {}, {}}};
  });
  EXPECT_EQ(answer("7.5", "F1"), "wu lead 1, cgj supporting");
  EXPECT_EQ(answer("7.4", "F1"), "west lead 1, cgj supporting");
  EXPECT_EQ(answer("7.4", "C2", "2026-06-01"), "jj lead 1, cgj supporting");
  EXPECT_EQ(answer("6", "C2", "2026-06-01"), "li lead 1, cgj supporting");
  EXPECT_EQ(answer("7.4", "C1"), "s1 lead 1, cgj supporting");
  const Responsibility found = ask("7.5", "F1");
  std::vector<Considered::Because> because;
  for (const Considered& considered : found.considered) because.push_back(considered.because);
  using B = Considered::Because;
  EXPECT_EQ(because,
            (std::vector<B>{B::nothing, B::place, B::place, B::place, B::place, B::place, B::place, B::nothing}));
}

TEST_F(Who, SaysWhatIsWrongWithTheQuestion) {
  const auto early = town.who("6.1.2", *town.find_site("P1"), day("2026-01-31"));
  ASSERT_FALSE(early);
  EXPECT_TRUE(early.diagnostics().contains("site_not_valid"));
  change([](Organisation& o) {
    o.rules.clear();
    o.duties.pop_back();
  });
  const auto nobody = town.who("1.1", *town.find_site("C1"), day("2026-03-01"));
  ASSERT_FALSE(nobody);
  EXPECT_TRUE(nobody.diagnostics().contains("no_lead"));
  EXPECT_THROW((void)town.who("1.1", SiteId(99), day("2026-03-01")), ContractError);
}

TEST_F(Who, NobodyLeadsWhereTheRulesTerritoryDoesNotReach) {
  change([](Organisation& o) { o.rules[0].parties[0].who = WithinTerritory{UnitKind::district}; });
  EXPECT_FALSE(town.who("6.1.2", *town.find_site("C1"), day("2026-03-01")));
}

TEST_F(Who, ExplainsItselfInEnglish) {
  EXPECT_EQ(explain(town, ask("6.1.1", "F1")),
            "6.1.1 at F1 面馆 on 2026-03-10\n"
            "  lead: wu 吴科长, 80 %, by contract \"K3\" (门前三包)\n"
            "  supporting: s1, by rule \"split\"\n"
            "  supporting: cgj 城管局, 20 %, by rule \"split\"\n"
            "  supporting: jj 交警, by duty \"D1\"\n"
            "  linked: li 李副市长, by duty \"D1\"\n"
            "  linked: he 何主任, by contract \"K2\" (包保)\n"
            "  shares sum to 100 %\n"
            "rule \"split\", for all items, every site: decides\n"
            "contract \"K3\" (门前三包), for this item, this site: decides\n"
            "contract \"K2\" (包保), for all items, west: added\n"
            "contract \"K1\" (包保), for all items, s1: added\n"
            "duty \"D1\", for items 6.1.*: added\n"
            "duty \"D3\", for all items: gives way to a more exact item\n");
}

TEST_F(Who, ExplainsItselfInChinese) {
  EXPECT_EQ(explain(town, ask("6.1.2", "P1"), Language::zh),
            "2026-03-10，P1 河畔公园，项目 6.1.2\n"
            "  牵头：cgj 城管局，100 %，依据规则“direct”\n"
            "  配合：jj 交警，依据责任分解“D1”\n"
            "  挂钩：li 李副市长，依据责任分解“D1”\n"
            "  挂钩：he 何主任，依据包保责任“K2”\n"
            "  份额合计100 %\n"
            "规则“direct”，适用于所有项目、所有点位（park类）：采用\n"
            "规则“split”，适用于所有项目、所有点位：让位于指明点位类别者\n"
            "包保责任“K2”，适用于所有项目、west 西社区：一并计入\n"
            "包保责任“K1”，适用于所有项目、s1 一街道：一并计入\n"
            "责任分解“D1”，适用于6.1.* 各项目：一并计入\n"
            "责任分解“D3”，适用于所有项目：让位于更具体的项目\n");
}

}  // namespace
}  // namespace aedile
