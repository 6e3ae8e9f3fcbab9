// The published schemas, and the library's own answer to the cases that check_schemas.py holds against them.
#include <gtest/gtest.h>

#include "aedile/io/framework_json.h"
#include "aedile/io/organisation_json.h"
#include "support/repository_files.h"

namespace aedile {
namespace {

using test::published_schema;
using test::schema_cases;

TEST(JsonSchema, IsTheFileThatIsPublished) {
  EXPECT_EQ(framework_schema(), published_schema("framework"));
  EXPECT_EQ(edition_mapping_schema(), published_schema("edition_mapping"));
  EXPECT_EQ(organisation_schema(), published_schema("organisation"));
}

TEST(JsonSchema, AndTheLibraryAcceptTheGoodCases) {
  for (const std::string& line : schema_cases("framework_good")) {
    const Result<Framework> read = read_framework(line, "good");
    EXPECT_TRUE(read) << line << '\n' << read.diagnostics();
  }
  for (const std::string& line : schema_cases("edition_mapping_good")) {
    const Result<EditionMapping> read = read_edition_mapping(line, "good");
    EXPECT_TRUE(read) << line << '\n' << read.diagnostics();
  }
}

TEST(JsonSchema, AndTheLibraryAgreeOnOrganisations) {
  for (const std::string& line : schema_cases("organisation_good")) {
    const Result<Organisation> read = read_organisation(line, "good");
    EXPECT_TRUE(read) << line << '\n' << read.diagnostics();
  }
  for (const std::string& line : schema_cases("organisation_bad")) EXPECT_FALSE(read_organisation(line, "bad")) << line;
}

TEST(JsonSchema, AndTheLibraryRefuseTheBadCases) {
  for (const std::string& line : schema_cases("framework_bad")) EXPECT_FALSE(read_framework(line, "bad")) << line;
  for (const std::string& line : schema_cases("edition_mapping_bad")) {
    EXPECT_FALSE(read_edition_mapping(line, "bad")) << line;
  }
}

TEST(JsonSchema, IsNamedByTheFormatKeyOfAFile) {
  EXPECT_EQ(*read_format(R"({"x": 1, "aedile": "framework/1"})", "f"), "framework/1");
  EXPECT_EQ(*read_format(R"({"aedile": "edition_mapping/1"})", "f"), "edition_mapping/1");
  EXPECT_TRUE(read_format("{}", "f").diagnostics().contains("missing_key"));
  EXPECT_TRUE(read_format("[1]", "f").diagnostics().contains("expected_object"));
  EXPECT_TRUE(read_format(R"({"aedile": 1})", "f").diagnostics().contains("expected_string"));
  EXPECT_TRUE(read_format("", "f").diagnostics().contains("empty_document"));
}

}  // namespace
}  // namespace aedile
