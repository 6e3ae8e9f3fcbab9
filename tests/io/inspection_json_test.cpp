// Programmes, terms and draws as files: read as written, every problem at its place, in agreement with the schemas.
#include "aedile/io/inspection_json.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "inspection/roads.h"
#include "inspection/small_town.h"

namespace aedile {
namespace {

const std::filesystem::path source_dir = AEDILE_SOURCE_DIR;

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> cases(const std::string& name) {
  std::ifstream in(source_dir / "tests" / "io" / "schema_cases" / (name + ".jsonl"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  EXPECT_FALSE(lines.empty()) << name;
  return lines;
}

TEST(InspectionJson, AgreesWithTheSchemasAndReadsBackWhatItWrites) {
  for (const std::string& line : cases("programme_good")) {
    const Result<Programme> read = read_programme(line, "good");
    ASSERT_TRUE(read) << line << '\n' << read.diagnostics();
    EXPECT_EQ(read_programme(write_programme(*read), "again").value(), *read);
  }
  for (const std::string& line : cases("draw_terms_good")) {
    const Result<DrawTerms> read = read_draw_terms(line, "good");
    ASSERT_TRUE(read) << line << '\n' << read.diagnostics();
    EXPECT_EQ(read_draw_terms(write_draw_terms(*read), "again").value(), *read);
  }
  for (const std::string& line : cases("draw_good")) {
    const Result<Draw> read = read_draw(line, "good");
    ASSERT_TRUE(read) << line << '\n' << read.diagnostics();
    EXPECT_EQ(read_draw(write_draw(*read), "again").value(), *read);
  }
  for (const std::string& line : cases("programme_bad")) EXPECT_FALSE(read_programme(line, "bad")) << line;
  for (const std::string& line : cases("draw_terms_bad")) EXPECT_FALSE(read_draw_terms(line, "bad")) << line;
  for (const std::string& line : cases("draw_bad")) EXPECT_FALSE(read_draw(line, "bad")) << line;
}

TEST(InspectionJson, PublishesItsSchemas) {
  const std::filesystem::path formats = source_dir / "docs" / "formats";
  EXPECT_EQ(programme_schema(), content_of(formats / "programme.schema.json"));
  EXPECT_EQ(draw_terms_schema(), content_of(formats / "draw_terms.schema.json"));
  EXPECT_EQ(draw_schema(), content_of(formats / "draw.schema.json"));
}

TEST(InspectionJson, KeepsAProgrammeMadeInMemory) {
  Programme programme = testing::november();
  for (RecurrenceRule& dates : programme.rules[0].dates) dates.first = dates.last = Date();
  RecurrenceRule& every = programme.rules[0].dates.emplace_back();
  every.pattern.emplace<EveryN>(EveryN{2, EveryN::Unit::working_days, *Date::of(2026, 11, 2)});
  EXPECT_EQ(read_programme(write_programme(programme), "again").value(), programme);
  const DrawTerms roads = testing::roads();
  EXPECT_EQ(read_draw_terms(write_draw_terms(roads), "again").value(), roads);
  const Draw drawn = draw(roads, "082915").value();
  EXPECT_EQ(read_draw(write_draw(drawn), "again").value(), drawn);
}

TEST(InspectionJson, ReportsEveryProblemAtItsLineAndColumn) {
  const Result<Programme> read = read_programme(R"({
  "aedile": "programme/1", "id": "p", "period": "2026-13", "seed_source": "lottery",
  "rules": [{
    "id": "r", "modes": [{"mode": "secret", "parts": 60}, {"mode": "covert"}, {"mode": "covert"}],
    "dates": [{"days_of_month": [9], "weekdays": [1]}],
    "strata": [{"site_class": "park", "count": -1}, {"site_class": "park"}],
    "inspectors": 101, "colour": "red"
  }]
})",
                                                "programme.json");
  ASSERT_FALSE(read);
  std::vector<std::string> found;
  for (const Diagnostic& problem : read.diagnostics()) {
    found.push_back(to_string(problem.place) + " " + std::string(problem.code()));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"programme.json:2:49 bad_period", "programme.json:4:35 unknown_word",
                                             "programme.json:4:79 duplicate_mode", "programme.json:5:50 both_of_two",
                                             "programme.json:6:48 expected_whole_number",
                                             "programme.json:6:68 duplicate_stratum",
                                             "programme.json:7:19 team_size_range", "programme.json:7:24 unknown_key"}))
      << read.diagnostics();
}

TEST(InspectionJson, PlacesWhatADrawFindsInItsTerms) {
  const std::string text = R"({"aedile": "draw_terms/1", "id": "a", "period": "b", "seed_source": "c",
 "strata": [{"name": "main", "quota": 1}],
 "candidates": [{"id": "R1", "stratum": "mian"}]})";
  const DrawTerms terms = read_draw_terms(text, "terms.json").value();
  const Diagnostics problems = place_in_draw_terms(text, "terms.json", draw(terms, "1").diagnostics());
  EXPECT_EQ(to_string(problems.items().at(0).place), "terms.json:3:41");
}

}  // namespace
}  // namespace aedile
