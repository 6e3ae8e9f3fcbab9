// Every example of docs/formats/framework.md is read by the library.
#include <gtest/gtest.h>

#include <sstream>

#include "aedile/io/framework_json.h"
#include "support/repository_files.h"

namespace aedile {
namespace {

/// A framework in which every example of a rule has what it refers to.
std::string with_rule(const std::string& rule) {
  return R"({"aedile": "framework/1", "id": "f", "edition": "1",
 "attributes": [{"name": "severity", "values": ["minor", "serious", "fatal"]},
                {"name": "area", "values": ["inside", "outside"]}],
 "visit_attributes": ["units_sampled"],
 "root": {"code": "total", "grades": [{"code": "A", "at_least": 90}, {"code": "B", "below": 90}], "children": [
   {"code": "base", "full_marks": 100, "rules": [{"kind": "whole_item"}]},
   {"code": "1", "full_marks": 100, "rules": [)" +
         rule + "]}]}}";
}

TEST(FormatPage, HoldsExamplesThatAreRead) {
  std::size_t rules = 0;
  std::size_t documents = 0;
  for (const std::string& block : test::json_examples("framework")) {
    if (block.find("\"edition_mapping/1\"") != std::string::npos) {
      const Result<EditionMapping> read = read_edition_mapping(block, "framework.md");
      EXPECT_TRUE(read) << block << read.diagnostics();
      ++documents;
    } else if (block.find("\"framework/1\"") != std::string::npos) {
      const Result<Framework> read = read_framework(block, "framework.md");
      ASSERT_TRUE(read) << block << read.diagnostics();
      EXPECT_TRUE(read.diagnostics().empty()) << read.diagnostics();
      EXPECT_EQ(write_framework(*read), block);
      ++documents;
    } else {
      std::istringstream lines(block);
      for (std::string rule; std::getline(lines, rule); ++rules) {
        const Result<Framework> read = read_framework(with_rule(rule), "framework.md");
        EXPECT_TRUE(read) << rule << '\n' << read.diagnostics();
        EXPECT_TRUE(read.diagnostics().empty()) << rule << '\n' << read.diagnostics();
      }
    }
  }
  EXPECT_EQ(documents, 2u);
  EXPECT_EQ(rules, 14u);
}

}  // namespace
}  // namespace aedile
