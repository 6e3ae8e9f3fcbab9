// Organisations as JSON: what is written reads back the same, and every problem has its line and column.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/io/framework_items.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/organisation_json.h"
#include "organisation/generate.h"
#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using Lines = std::vector<std::string>;

Lines places_of(const Diagnostics& diagnostics) {
  Lines lines;
  for (const Diagnostic& problem : diagnostics) {
    lines.push_back(std::to_string(problem.place.line) + ':' + std::to_string(problem.place.column) + ' ' +
                    std::string(problem.code()));
    EXPECT_EQ(problem.place.file, "o.json");
    for (const Language language : {Language::en, Language::zh}) {
      EXPECT_EQ(problem.text.in(language).find("{0}"), std::string::npos);
    }
  }
  return lines;
}

/// Two units stand in lines 1 and 2, the keys in line 3.
std::string with(const std::string& keys) {
  return R"({"aedile": "organisation/1", "id": "o", "edition": "1", "units": [{"code": "c", "kind": "city"},)"
         "\n"
         R"({"code": "d", "kind": "department"}],)"
         "\n" +
         keys + "}";
}

TEST(OrganisationJson, WritesWhatReadsBackTheSame) {
  const Organisation sound = testing::sound_organisation();
  const std::string text = write_organisation(sound);
  const Result<Organisation> read = read_organisation(text, "o.json");
  ASSERT_TRUE(read) << read.diagnostics();
  EXPECT_EQ(*read, sound);
  EXPECT_EQ(write_organisation(*read), text);
  EXPECT_EQ(read_format(text, "o.json").value(), "organisation/1");
}

RC_GTEST_PROP(OrganisationJsonLaws, WrittenOrganisationsReadBackTheSame, ()) {
  const Organisation organisation = testing::any_organisation();
  const Result<Organisation> read = read_organisation(write_organisation(organisation), "o.json");
  RC_ASSERT(read.ok());
  RC_ASSERT(*read == organisation);
}

TEST(OrganisationJson, ReadsShortForms) {
  const Result<Organisation> read = read_organisation(
      R"({"aedile": "organisation/1", "id": "o", "edition": "1", "site_classes": ["park"],
          "units": [{"code": "c", "kind": "city"}, {"code": "s", "kind": "street", "within": "c"},
                    {"code": "n", "kind": "community", "within": [{"unit": "s", "valid_until": "2026-05-31"},
                                                                  {"unit": "c", "valid_from": "2026-06-01"}]}],
          "rules": [{"code": "R", "parties": [{"role": "lead", "unit": "c", "share": "2/3"},
                                              {"role": "supporting", "duty": "supporting", "share": "1/3"}]}]})",
      "o.json");
  ASSERT_TRUE(read) << read.diagnostics();
  EXPECT_EQ(read->units[1].within, (std::vector<Membership>{{"c", {}}}));
  EXPECT_EQ(read->units[2].within[1].valid.from, testing::day("2026-06-01"));
  EXPECT_EQ(read->rules[0].parties[0].share, Rational(2, 3));
  EXPECT_EQ(read->rules[0].total, Rational(1));
}

struct Wrong {
  const char* name;
  std::string text;
  Lines problems;
};

class OrganisationJsonProblem : public ::testing::TestWithParam<Wrong> {};

TEST_P(OrganisationJsonProblem, HasItsPlaceAndCode) {
  const Result<Organisation> read = read_organisation(GetParam().text, "o.json");
  EXPECT_FALSE(read);
  EXPECT_EQ(places_of(read.diagnostics()), GetParam().problems) << GetParam().text << '\n' << read.diagnostics();
}

INSTANTIATE_TEST_SUITE_P(
    Each, OrganisationJsonProblem,
    ::testing::Values(
        Wrong{"NotAnObject", "[]", {"1:1 expected_object"}},
        Wrong{"AnotherFormat", R"({"aedile": "framework/1"})", {"1:12 unknown_format"}},
        Wrong{"MissingKeys",
              R"({"aedile": "organisation/1"})",
              {"1:1 missing_key", "1:1 missing_key", "1:1 missing_key"}},
        Wrong{"AnUnknownKey", with(R"("dutys": [])"), {"3:1 unknown_key"}},
        Wrong{"AnUnknownKind",
              with(R"("contracts": [{"code": "k", "kind": "x", "holder": "d", "role": "boss", "areas": ["c"]}])"),
              {"3:65 unknown_word"}},
        Wrong{
            "AnUnknownUnit", with(R"("duties": [{"code": "D", "items": ["1"], "lead": "e"}])"), {"3:50 unknown_unit"}},
        Wrong{"AnUnknownUnitInAShortForm",
              R"({"aedile": "organisation/1", "id": "o", "edition": "1",)"
              "\n"
              R"("units": [{"code": "s", "kind": "street", "within": "c"}]})",
              {"2:53 unknown_unit"}},
        Wrong{"ASiteOutsideTheGrid",
              with(R"("sites": [{"code": "P", "site_class": "p", "cell": "g"}])"),
              {"3:52 site_outside_grid"}},
        Wrong{"HalfOfTheCoordinates",
              with(R"("sites": [{"code": "P", "site_class": "p", "cell": "c", "latitude": 30}])"),
              {"3:11 missing_key"}},
        Wrong{
            "TooManyDecimals",
            with(
                R"("sites": [{"code": "P", "site_class": "p", "cell": "c", "latitude": 30.12345678, "longitude": 1}])"),
            {"3:69 too_many_decimals"}},
        Wrong{"AShareThatIsNoNumber",
              with(R"("rules": [{"code": "R", "parties": [{"role": "lead", "unit": "d", "share": "most"}]}])"),
              {"3:76 bad_number"}},
        Wrong{
            "APartyWhoIsTwo",
            with(R"("rules": [{"code": "R", "parties": [{"role": "lead", "unit": "d", "duty": "lead", "share": 1}]}])"),
            {"3:75 both_of_two"}},
        Wrong{"APartyWhoIsNobody",
              with(R"("rules": [{"code": "R", "parties": [{"role": "lead", "share": 1}]}])"),
              {"3:37 missing_key"}},
        Wrong{"ADateThatDoesNotExist",
              with(R"("duties": [{"code": "D", "items": ["1"], "lead": "d", "valid_until": "2026-02-30"}])"),
              {"3:70 bad_date"}},
        Wrong{"ManyAtOnce",
              with(R"("duties": [{"code": "D", "items": ["1"], "lead": "e"}, {"code": "D", "items": [], "lead": "d"}],)"
                   "\n"
                   R"("contracts": [{"code": "k", "kind": "x", "holder": "d", "role": "linked"}])"),
              {"3:50 unknown_unit", "3:65 code_taken", "3:79 items_missing", "4:15 contract_without_place"}}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(OrganisationJson, NamesSecondPlacesByLine) {
  const Result<Organisation> read = read_organisation(
      with(R"("duties": [{"code": "D", "items": ["1"], "lead": "d"}, {"code": "E", "items": ["1"], "lead": "c"}])"),
      "o.json");
  ASSERT_FALSE(read);
  EXPECT_NE(read.diagnostics().to_string().find("as \"D\" at 3:12,"), std::string::npos) << read.diagnostics();
}

TEST(OrganisationJson, DoesNotReportWhatOnlyFollowsFromAnotherProblem) {
  // The unit "s" is lost with its kind, and the site in it with it.
  const Result<Organisation> read = read_organisation(
      R"({"aedile": "organisation/1", "id": "o", "edition": "1", "units": [{"code": 7, "kind": "street"}],
          "sites": [{"code": "P", "site_class": "p", "cell": "s"}]})",
      "o.json");
  EXPECT_EQ(places_of(read.diagnostics()), Lines{"1:76 expected_string"}) << read.diagnostics();
}

TEST(OrganisationJson, CanWaitForSitesBeforeItIsValidated) {
  const std::string text =
      with(R"("contracts": [{"code": "k", "kind": "x", "holder": "d", "role": "linked", "sites": ["P"]}])");
  EXPECT_FALSE(read_organisation(text, "o.json"));
  Result<Organisation> read = read_organisation(text, "o.json", Validate::later);
  ASSERT_TRUE(read) << read.diagnostics();
  const Diagnostics placed = place_in_organisation(text, "o.json", validate(*read));
  EXPECT_EQ(places_of(placed), Lines{"3:85 unknown_site"});
}

TEST(OrganisationJson, SaysThatAFileCannotBeRead) {
  EXPECT_TRUE(load_organisation("/nowhere/o.json").diagnostics().contains("unreadable_file"));
}

TEST(FrameworkItems, HaveTheLeadsTheyInherit) {
  const Framework framework = load_framework(AEDILE_SOURCE_DIR "/examples/national/scheme.json").value();
  const std::vector<ItemDescription> items = item_descriptions(framework);
  EXPECT_EQ(items.size(), 114u);
  std::size_t led = 0;
  for (const ItemDescription& item : items) {
    EXPECT_FALSE(item.lead.empty()) << item.code;
    led += item.lead == "市城市管理局" ? 1 : 0;
  }
  EXPECT_EQ(led, 18u);
  EXPECT_EQ(items[0].code, "1.1.1");
  EXPECT_EQ(items[0].full_marks, Points::parse("0.5").value());
}

}  // namespace
}  // namespace aedile
