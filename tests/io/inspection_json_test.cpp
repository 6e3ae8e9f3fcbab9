// Programmes, terms and draws as files: read as written, every problem at its place, in agreement with the schemas.
#include "aedile/io/inspection_json.h"

#include <gtest/gtest.h>

#include "inspection/roads.h"
#include "inspection/small_town.h"
#include "support/repository_files.h"

namespace aedile {
namespace {

using test::published_schema;
using test::schema_cases;

TEST(InspectionJson, AgreesWithTheSchemasAndReadsBackWhatItWrites) {
  for (const std::string& line : schema_cases("programme_good")) {
    const Result<Programme> read = read_programme(line, "good");
    ASSERT_TRUE(read) << line << '\n' << read.diagnostics();
    EXPECT_EQ(read_programme(write_programme(*read), "again").value(), *read);
  }
  for (const std::string& line : schema_cases("draw_terms_good")) {
    const Result<DrawTerms> read = read_draw_terms(line, "good");
    ASSERT_TRUE(read) << line << '\n' << read.diagnostics();
    EXPECT_EQ(read_draw_terms(write_draw_terms(*read), "again").value(), *read);
  }
  for (const std::string& line : schema_cases("draw_good")) {
    const Result<Draw> read = read_draw(line, "good");
    ASSERT_TRUE(read) << line << '\n' << read.diagnostics();
    EXPECT_EQ(read_draw(write_draw(*read), "again").value(), *read);
  }
  for (const std::string& line : schema_cases("programme_bad")) EXPECT_FALSE(read_programme(line, "bad")) << line;
  for (const std::string& line : schema_cases("draw_terms_bad")) EXPECT_FALSE(read_draw_terms(line, "bad")) << line;
  for (const std::string& line : schema_cases("draw_bad")) EXPECT_FALSE(read_draw(line, "bad")) << line;
}

TEST(InspectionJson, PublishesItsSchemas) {
  EXPECT_EQ(programme_schema(), published_schema("programme"));
  EXPECT_EQ(draw_terms_schema(), published_schema("draw_terms"));
  EXPECT_EQ(draw_schema(), published_schema("draw"));
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
