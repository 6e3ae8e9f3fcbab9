// Files of the repository that tests hold against the library: published schemas, their cases, pages with examples.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace aedile::test {

inline const std::filesystem::path source_dir = AEDILE_SOURCE_DIR;

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// docs/formats/`format`.schema.json
inline std::string published_schema(const std::string& format) {
  return content_of(source_dir / "docs" / "formats" / (format + ".schema.json"));
}

/// The documents of tests/io/schema_cases/`name`.jsonl, which check_schemas.py holds against the schemas.
inline std::vector<std::string> schema_cases(const std::string& name) {
  std::istringstream in(content_of(source_dir / "tests" / "io" / "schema_cases" / (name + ".jsonl")));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  EXPECT_FALSE(lines.empty()) << name;
  return lines;
}

/// The code blocks of docs/formats/`page`.md that are marked ```json.
inline std::vector<std::string> json_examples(const std::string& page) {
  std::istringstream in(content_of(source_dir / "docs" / "formats" / (page + ".md")));
  std::vector<std::string> blocks;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line == "```json") {
      inside = true;
      blocks.emplace_back();
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      blocks.back() += line + '\n';
    }
  }
  return blocks;
}

}  // namespace aedile::test
