// Editions of one framework, and what became of each code between two of them.
#include "aedile/framework/editions.h"

#include <gtest/gtest.h>

#include <iterator>
#include <set>

#include "aedile/framework/builder.h"
#include "framework/messages.h"

namespace aedile {
namespace {

using Kind = EditionMapping::Kind;
using Codes = std::vector<std::string>;

Framework edition_2021() {
  return *FrameworkBuilder("demo", "2021")
              .valid(Date::of(2021, 1, 1), Date::of(2025, 12, 31))
              .root("total", "Total",
                    [](NodeBuilder& total) {
                      total.child("1", "Streets", [](NodeBuilder& streets) {
                        for (const char* code : {"1.1", "1.2", "1.3"}) streets.item(code, "", "1").rule(WholeItem{});
                      });
                      total.child("2", "Posters", [](NodeBuilder& posters) {
                        for (const char* code : {"2.1", "2.2"}) posters.item(code, "", "1").rule(WholeItem{});
                      });
                    })
              .build();
}

Framework edition_2026() {
  return *FrameworkBuilder("demo", "2026")
              .valid(Date::of(2026, 1, 1), std::nullopt)
              .root("total", "Total",
                    [](NodeBuilder& total) {
                      total.child("1", "Streets", [](NodeBuilder& streets) {
                        for (const char* code : {"1.1", "1.2", "1.3"}) streets.item(code, "", "1").rule(WholeItem{});
                      });
                      total.item("3", "Online", "2").rule(WholeItem{});
                    })
              .build();
}

/// 1.1 was split, 1.2 and 1.3 were merged, branch 2 was dropped, 3 added.
EditionMapping mapping() {
  return {"demo",
          "2021",
          "2026",
          {{Kind::changed, {"total"}, {"total"}, {}},
           {Kind::split, {"1.1"}, {"1.1", "1.2"}, "two questions now"},
           {Kind::merged, {"1.2", "1.3"}, {"1.3"}, {}},
           {Kind::dropped, {"2"}, {}, {}},
           {Kind::added, {}, {"3"}, {}}}};
}

TEST(EditionMapping, LeadsForwardAndBackward) {
  const EditionMapping m = mapping();
  EXPECT_EQ(m.forward("1.1"), (Codes{"1.1", "1.2"}));
  EXPECT_EQ(m.forward("1.3"), Codes{"1.3"});
  EXPECT_EQ(m.forward("2"), Codes{});
  EXPECT_EQ(m.forward("never"), Codes{});
  EXPECT_EQ(m.backward("1.2"), Codes{"1.1"});
  EXPECT_EQ(m.backward("1.3"), (Codes{"1.2", "1.3"}));
  EXPECT_EQ(m.backward("3"), Codes{});
}

TEST(EditionMapping, OfWholeEditionsHasNoProblem) {
  EXPECT_EQ(validate(mapping(), edition_2021(), edition_2026()).to_string(), "");
}

struct Spoiled {
  const Message* message;
  Level level;
  std::string pointer;
  std::function<void(EditionMapping&)> spoil;
};

std::vector<Spoiled> spoiled_mappings() {
  using namespace messages;
  return {
      {&wrong_mapping, Level::error, "/framework", [](auto& m) { m.framework = "other"; }},
      {&wrong_mapping, Level::error, "/from", [](auto& m) { m.from = "2020"; }},
      {&wrong_mapping, Level::error, "/to", [](auto& m) { m.to = "2027"; }},
      {&unmapped_code, Level::error, "/entries/1/from/0", [](auto& m) { m.entries[1].from = {"9"}; }},
      {&unmapped_code, Level::error, "/entries/1/to/1", [](auto& m) { m.entries[1].to[1] = "9"; }},
      {&mapped_twice, Level::error, "/entries/2/from/1", [](auto& m) { m.entries[2].from[1] = "1.1"; }},
      {&mapped_twice, Level::error, "/entries/2/to/0", [](auto& m) { m.entries[2].to[0] = "1.1"; }},
      {&mapped_twice, Level::error, "/entries/1/to/1", [](auto& m) { m.entries[1].to[1] = "1.1"; }},
      {&mapping_counts, Level::error, "/entries/0", [](auto& m) { m.entries[0].to.clear(); }},
      {&mapping_counts, Level::error, "/entries/1", [](auto& m) { m.entries[1].to.pop_back(); }},
      {&mapping_counts, Level::error, "/entries/2", [](auto& m) { m.entries[2].from.pop_back(); }},
      {&mapping_counts, Level::error, "/entries/3", [](auto& m) { m.entries[3].from.clear(); }},
      {&mapping_counts, Level::error, "/entries/4", [](auto& m) { m.entries[4].from = {"1"}; }},
      {&unmapped_item, Level::warning, "/entries", [](auto& m) { m.entries[3].from = {"2.1"}; }},
      {&unmapped_item, Level::warning, "/entries", [](auto& m) { m.entries.pop_back(); }},
      {&unmapped_item, Level::warning, "/entries",
       [](auto& m) {
         m.entries[3] = {Kind::changed, {"2"}, {"1"}, {}};
       }},
  };
}

TEST(EditionMapping, ReportsEachProblemAtItsPlace) {
  for (const Spoiled& spoiled : spoiled_mappings()) {
    EditionMapping m = mapping();
    spoiled.spoil(m);
    const Diagnostics problems = validate(m, edition_2021(), edition_2026());
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(),
                            [&](const Diagnostic& problem) {
                              return problem.code() == spoiled.message->code && problem.level == spoiled.level &&
                                     problem.place.pointer == spoiled.pointer;
                            }))
        << spoiled.message->code << " at " << spoiled.pointer << " is missing among\n"
        << problems;
  }
}

TEST(EditionMapping, ReportsAnItemOfABranchThatWasNotDroppedAsAWhole) {
  EditionMapping m = mapping();
  m.entries[3].from = {"2.1"};
  const Diagnostics problems = validate(m, edition_2021(), edition_2026());
  ASSERT_EQ(problems.size(), 1u) << problems;
  EXPECT_EQ(to_string(problems.items()[0]),
            "/entries: warning: item 2.2 of edition \"2021\" is in no entry; say what became of it [unmapped_item]");
}

CompiledFramework compiled(const Framework& framework) { return *compile(framework); }

TEST(Editions, GiveTheEditionOfADay) {
  Editions editions;
  EXPECT_TRUE(editions.add(compiled(edition_2026())).empty());
  EXPECT_TRUE(editions.add(compiled(edition_2021())).empty());
  ASSERT_EQ(editions.all().size(), 2u);
  const auto edition_on = [&](int year, unsigned month, unsigned day) -> std::string {
    const CompiledFramework* found = editions.on(*Date::of(year, month, day));
    return found ? found->source().edition : "none";
  };
  EXPECT_EQ(edition_on(2020, 12, 31), "none");
  EXPECT_EQ(edition_on(2021, 1, 1), "2021");
  EXPECT_EQ(edition_on(2025, 12, 31), "2021");
  EXPECT_EQ(edition_on(2026, 1, 1), "2026");
  EXPECT_EQ(edition_on(9999, 12, 31), "2026");
  ASSERT_NE(editions.find("2021"), nullptr);
  EXPECT_EQ(editions.find("2021")->source().edition, "2021");
  EXPECT_EQ(editions.find("1999"), nullptr);
}

TEST(Editions, RefuseWhatDoesNotBelong) {
  const auto refuse = [](const char* code, auto change) {
    Editions editions;
    EXPECT_TRUE(editions.add(compiled(edition_2021())).empty());
    Framework framework = edition_2026();
    change(framework);
    const Diagnostics problems = editions.add(compiled(framework));
    EXPECT_TRUE(problems.contains(code)) << code << '\n' << problems;
    EXPECT_EQ(editions.all().size(), 1u);
  };
  refuse("other_framework", [](Framework& f) { f.id = "other"; });
  refuse("duplicate_edition", [](Framework& f) { f.edition = "2021"; });
  refuse("overlapping_editions", [](Framework& f) { f.valid_from = Date::of(2025, 12, 31); });
  refuse("overlapping_editions", [](Framework& f) { f.valid_from.reset(); });
}

TEST(EditionsCatalogue, HasATestForEachOfItsMessages) {
  std::set<std::string_view> provoked{"other_framework", "duplicate_edition", "overlapping_editions"};
  for (const Spoiled& spoiled : spoiled_mappings()) provoked.insert(spoiled.message->code);
  std::set<std::string_view> listed;
  for (const Message* message : messages::editions_catalogue) listed.insert(message->code);
  EXPECT_EQ(provoked, listed);
}

}  // namespace
}  // namespace aedile
