// The published schemas, and the library's own answer to the cases that check_schemas.py holds against them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "aedile/io/framework_json.h"
#include "aedile/io/organisation_json.h"

namespace aedile {
namespace {

const std::filesystem::path source_dir = AEDILE_SOURCE_DIR;

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const char* name) {
  std::ifstream in(source_dir / "tests" / "io" / "schema_cases" / name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  EXPECT_FALSE(lines.empty()) << name;
  return lines;
}

TEST(JsonSchema, IsTheFileThatIsPublished) {
  EXPECT_EQ(framework_schema(), content_of(source_dir / "docs" / "formats" / "framework.schema.json"));
  EXPECT_EQ(edition_mapping_schema(), content_of(source_dir / "docs" / "formats" / "edition_mapping.schema.json"));
  EXPECT_EQ(organisation_schema(), content_of(source_dir / "docs" / "formats" / "organisation.schema.json"));
}

TEST(JsonSchema, AndTheLibraryAcceptTheGoodCases) {
  for (const std::string& line : lines_of("framework_good.jsonl")) {
    const Result<Framework> read = read_framework(line, "good");
    EXPECT_TRUE(read) << line << '\n' << read.diagnostics();
  }
  for (const std::string& line : lines_of("edition_mapping_good.jsonl")) {
    const Result<EditionMapping> read = read_edition_mapping(line, "good");
    EXPECT_TRUE(read) << line << '\n' << read.diagnostics();
  }
}

TEST(JsonSchema, AndTheLibraryAgreeOnOrganisations) {
  for (const std::string& line : lines_of("organisation_good.jsonl")) {
    const Result<Organisation> read = read_organisation(line, "good");
    EXPECT_TRUE(read) << line << '\n' << read.diagnostics();
  }
  for (const std::string& line : lines_of("organisation_bad.jsonl"))
    EXPECT_FALSE(read_organisation(line, "bad")) << line;
}

TEST(JsonSchema, AndTheLibraryRefuseTheBadCases) {
  for (const std::string& line : lines_of("framework_bad.jsonl")) EXPECT_FALSE(read_framework(line, "bad")) << line;
  for (const std::string& line : lines_of("edition_mapping_bad.jsonl")) {
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
