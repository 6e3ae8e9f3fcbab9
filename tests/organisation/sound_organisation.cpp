#include "organisation/sound_organisation.h"

namespace aedile::testing {

namespace {

Unit territory(const char* code, UnitKind kind, const char* above, const char* zh) {
  Unit unit{.code = code, .kind = kind, .title = LocalText({{"en", code}, {"zh", zh}})};
  if (*above != 0) unit.within.push_back({.unit = above});
  return unit;
}

}  // namespace

Organisation sound_organisation() {
  Organisation town{.id = "town", .edition = "2026"};
  town.title = "示范镇";
  town.site_classes = {{"community", "社区"}, {"park", "公园"}, {"shop", "商铺"}};
  town.units = {territory("city", UnitKind::city, "", "市"),
                territory("s1", UnitKind::street, "city", "一街道"),
                territory("s2", UnitKind::street, "city", "二街道"),
                territory("old", UnitKind::community, "s1", "旧社区"),
                territory("east", UnitKind::community, "s1", "东社区"),
                territory("west", UnitKind::community, "s1", "西社区"),
                territory("north", UnitKind::community, "", "北社区"),
                territory("g1", UnitKind::grid_cell, "west", "一网格"),
                territory("g1a", UnitKind::grid_cell, "g1", "一网格甲楼"),
                territory("g2", UnitKind::grid_cell, "west", "二网格"),
                {.code = "cgj", .kind = UnitKind::department, .title = "城管局", .within = {{.unit = "city"}}},
                {.code = "jj", .kind = UnitKind::department, .title = "交警", .within = {{.unit = "city"}}},
                {.code = "cg1", .kind = UnitKind::section, .title = "市容科", .lines = {{.unit = "cgj"}}},
                {.code = "wu", .kind = UnitKind::person, .title = "吴科长", .lines = {{.unit = "cg1"}}},
                {.code = "li", .kind = UnitKind::person, .title = "李副市长"},
                {.code = "he", .kind = UnitKind::person, .title = "何主任", .lines = {{.unit = "jj"}}}};
  town.units[3].valid.until = day("2026-04-30");
  town.units[3].successors = {"east"};
  town.units[6].within = {{"s1", {std::nullopt, day("2026-05-31")}}, {"s2", {day("2026-06-01"), std::nullopt}}};
  town.sites = {
      {.code = "P1", .site_class = "park", .title = "河畔公园", .cell = "g2"},
      {.code = "C1", .site_class = "community", .title = "旧社区", .cell = "old", .contact = "张主任", .phone = "555"},
      {.code = "C2",
       .site_class = "community",
       .title = LocalText({{"en", "North"}, {"zh", "北社区"}}),
       .cell = "north"},
      {.code = "F1", .site_class = "shop", .title = "面馆", .cell = "g1a"}};
  town.sites[0].at = Coordinates{degrees("30.2741"), degrees("-120.1551")};
  town.sites[0].valid = {day("2026-02-01"), day("2026-12-31")};
  town.sites[0].attributes = {{"area_m2", "5200"}};
  town.duties = {{"D1", {"6.1.*"}, "cgj", {"jj"}, {"li"}, {}},
                 {"D2", {"6.1.4"}, "jj", {"cgj"}, {}, {std::nullopt, day("2026-06-30")}},
                 {"D3", {"*"}, "cgj", {}, {}, {}}};
  const Party street{PartyRole::lead, WithinTerritory{UnitKind::street}, Rational(4, 5)};
  town.rules = {
      {"split", "条块结合", {}, 0, Rational(1), {street, {PartyRole::supporting, DutyLead{}, Rational(1, 5)}}},
      {"direct", {}, {.site_classes = {"park"}}, 0, Rational(1), {{PartyRole::lead, DutyLead{}, Rational(1)}}},
      {"both",
       {},
       {.items = {"6.2.*"}, .areas = {"s1"}},
       0,
       Rational(6, 5),
       {{PartyRole::lead, WithinTerritory{UnitKind::community}, Rational(1)},
        {PartyRole::supporting, NamedUnit{"cgj"}, Rational(1, 10)},
        {PartyRole::supporting, DutySupporting{}, Rational(1, 10)}}}};
  town.contracts = {{"K1", "包保", {}, "li", PartyRole::linked, {.areas = {"s1"}, .valid = {day("2026-01-01"), {}}}},
                    {"K2", "包保", {}, "he", PartyRole::linked, {.areas = {"west"}}},
                    {"K3", "门前三包", "面馆", "wu", PartyRole::lead, {.items = {"6.1.1"}, .sites = {"F1"}}}};
  town.targets = {{.unit = "cgj",
                   .items = {"6.1.*"},
                   .task = "市容",
                   .goal = "不失分",
                   .points = Points::of(5),
                   .deadline = day("2026-10-31"),
                   .reward = "优先评优",
                   .signed_on = day("2026-01-15"),
                   .signed_by = "李副市长"},
                  {.unit = "wu", .items = {"6.1.1"}, .task = "门前三包"}};
  return town;
}

}  // namespace aedile::testing
