// Explanations as a reader of the field sees them: each folder of golden/ is a small scheme with visits and findings,
// and the explanations of all its visits, in English and Chinese, by default and with every node.
//
// After a change of wording, read the new texts before they become the expectation:
//   AEDILE_UPDATE_GOLDEN=1 ctest -R Golden && git diff tests/scoring/golden

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "aedile/io/framework_json.h"
#include "aedile/io/visits_csv.h"
#include "aedile/scoring/explain.h"
#include "aedile/scoring/scorer.h"

namespace aedile {
namespace {

namespace fs = std::filesystem;

const fs::path golden_folder = fs::path(AEDILE_SOURCE_DIR) / "tests/scoring/golden";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(golden_folder))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string in_words(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) text += to_string(problem) + "\n";
  return text;
}

CompiledFramework framework_of(const fs::path& folder) {
  Result<Framework> loaded = load_framework(folder / "scheme.json");
  if (!loaded) throw std::runtime_error(in_words(loaded.diagnostics()));
  Result<CompiledFramework> compiled = compile(std::move(loaded).value());
  if (!compiled) throw std::runtime_error(in_words(compiled.diagnostics()));
  return std::move(compiled).value();
}

std::vector<VisitRecord> visits_of(const fs::path& folder) {
  std::ifstream visits(folder / "visits.csv", std::ios::binary), findings(folder / "findings.csv", std::ios::binary);
  ProblemLog log;
  VisitsCsv reader({visits, "visits.csv"}, {findings, "findings.csv"}, log);
  std::vector<VisitRecord> records;
  VisitRow row;
  while (reader.next(row)) {
    if (!row.clean()) throw std::runtime_error(in_words(row.problems));
    records.push_back(row.record);
  }
  if (log.has_errors() || records.empty()) throw std::runtime_error(in_words(log.shown()));
  return records;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, ExplanationsReadAsWritten) {
  const fs::path folder = golden_folder / GetParam();
  const CompiledFramework framework = framework_of(folder);
  const std::vector<VisitRecord> visits = visits_of(folder);
  const bool update = std::getenv("AEDILE_UPDATE_GOLDEN") != nullptr;
  for (const Language language : {Language::en, Language::zh}) {
    for (const bool everything : {false, true}) {
      std::string text;
      for (const VisitRecord& visit : visits) {
        const Result<Scorecard> card = score(framework, visit, Derive::yes);
        ASSERT_TRUE(card.ok()) << in_words(card.diagnostics());
        if (!text.empty()) text += "\n";
        text += explain(framework, visit, *card, {.language = language, .everything = everything});
      }
      const fs::path file =
          folder / ((everything ? "everything." : "explain.") + std::string(to_string(language)) + ".txt");
      if (update) std::ofstream(file, std::ios::binary) << text;
      EXPECT_EQ(text, content_of(file)) << file;
    }
  }
}

TEST(DocumentationOfExplanations, ShowsWhatIsPrinted) {
  const fs::path folder = golden_folder / "deduction_with_cap";
  const CompiledFramework framework = framework_of(folder);
  const std::string page = content_of(fs::path(AEDILE_SOURCE_DIR) / "docs/explanation.md");
  const VisitRecord visit = visits_of(folder).at(1);
  const Scorecard card = score(framework, visit, Derive::yes).value();
  for (const Language language : {Language::en, Language::zh}) {
    const std::string text = explain(framework, visit, card, {.language = language});
    EXPECT_NE(page.find("```text\n" + text + "```\n"), std::string::npos) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(case_names()), [](const auto& one) { return one.param; });

}  // namespace
}  // namespace aedile
