// Draws by example: what is published, what is drawn, and that no tampering passes.
#include "aedile/inspection/draw.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "core/sha256.h"
#include "inspection/roads.h"

namespace aedile {
namespace {

using testing::roads;

std::vector<std::string> ids(const Draw& drawn) {
  std::vector<std::string> result;
  for (const DrawnCandidate& candidate : drawn.drawn) result.push_back(candidate.id);
  return result;
}

TEST(Draw, TakesThreeThreeAndTwoOfTheRoads) {
  const Result<Draw> drawn = draw(roads(), "082915");
  ASSERT_TRUE(drawn) << drawn.diagnostics();
  EXPECT_TRUE(drawn.diagnostics().empty());
  EXPECT_TRUE(drawn->shortages.empty());
  std::vector<std::string> strata;
  for (const DrawnCandidate& candidate : drawn->drawn) strata.push_back(candidate.stratum);
  EXPECT_EQ(strata, (std::vector<std::string>{"back", "back", "back", "main", "main", "main", "rural", "rural"}));
  // Worked out with: for r in …; do printf "082915\n2026-11\n$r" | sha256sum; done | sort
  EXPECT_EQ(ids(*drawn), (std::vector<std::string>{"R128", "R102", "R141", "R019", "R030", "R029", "R208", "R203"}));
  EXPECT_EQ(drawn->drawn[0].key, "0b376abaa5235cd6360fd013fd2967dcaf3525567515a16333239b28b219c48d");
}

TEST(Draw, CommitsToATextThatAnyToolCanHash) {
  DrawTerms terms{.id = "x", .period = "2026-11", .seed_source = "lottery", .strata = {{"b", 1}, {"a", 2}}};
  terms.candidates = {{"R2", "b", 3}, {"R1", "a"}};
  terms.excluded = {{"R2", "closed"}};
  terms.no_repeat_within = 1;
  terms.history = {{"2026-10", {"R9", "R1", "R9"}}, {"2026-09", {"R8"}}};
  const std::string text =
      "aedile-draw\t1\nid\tx\nperiod\t2026-11\nseed\tlottery\nstratum\ta\t2\nstratum\tb\t1\ncandidate\ta\tR1\t1\n"
      "candidate\tb\tR2\t3\nexcluded\tR2\tclosed\nno-repeat\t1\npast\t1\t2026-10\tR1\npast\t1\t2026-10\tR9\n";
  EXPECT_EQ(canonical_text(terms), text);
  EXPECT_EQ(commitment(terms).value(), "a7a734432479ab5f7c8f02f238903c4c273654858fa57507b133d1ecf1d525cc");
}

TEST(Draw, NeverTakesTheExcludedNorTheRecentlyDrawn) {
  DrawTerms terms = roads();
  const std::vector<std::string> first = ids(draw(terms, "082915").value());
  terms.excluded = {{first[0], "under repair"}};
  terms.no_repeat_within = 2;
  terms.history = {{"2026-10", {first[1]}}, {"2026-09", {first[2], "R999"}}, {"2026-08", {first[3]}}};
  const std::vector<std::string> second = ids(draw(terms, "082915").value());
  ASSERT_EQ(second.size(), 8u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(std::count(second.begin(), second.end(), first[i]), 0) << first[i];
  // What was drawn three draws ago may be drawn again.
  EXPECT_EQ(second[3], first[3]);
}

TEST(Draw, ReportsAStratumWithTooFewCandidates) {
  DrawTerms terms = roads();
  terms.strata[2].quota = 21;
  terms.excluded = {{"R201", "closed"}, {"R202", "closed"}};
  terms.no_repeat_within = 1;
  terms.history = {{"2026-10", {"R202", "R203"}}};
  const Result<Draw> drawn = draw(terms, "1");
  ASSERT_TRUE(drawn);
  EXPECT_EQ(drawn->shortages, (std::vector<DrawShortage>{{"rural", 21, 18, 2, 1}}));
  EXPECT_EQ(drawn.diagnostics().to_string(),
            "/strata/2: warning: stratum \"rural\" gives 18 instead of 21: 2 of its candidates are excluded, 1 were "
            "drawn too recently; add candidates or lower the quota [draw_shortage]\n");
}

TEST(Draw, ReportsEveryProblemOfItsTerms) {
  DrawTerms terms = roads();
  terms.id = "";
  terms.period = "2026\n11";
  terms.seed_source = "\xFF";
  terms.strata.push_back({"main", 1});
  terms.candidates[1].id = "R001";
  terms.candidates[2].stratum = "mian";
  terms.candidates[3].weight = 0;
  terms.candidates[4].weight = max_draw_weight + 1;
  terms.excluded = {{"R777", "closed"}, {"R010", ""}, {"R010", "twice"}};
  terms.no_repeat_within = 1;
  const Diagnostics problems = validate(terms);
  EXPECT_EQ(draw(terms, "").diagnostics().error_count(), problems.error_count() + 1);
  EXPECT_TRUE(draw(terms, "").diagnostics().contains("bad_seed"));
  EXPECT_TRUE(draw(roads(), "a\tb").diagnostics().contains("bad_seed"));
  std::vector<std::string> found;
  for (const Diagnostic& problem : problems) {
    found.push_back(problem.place.pointer + " " + std::string(problem.code()));
  }
  EXPECT_EQ(found,
            (std::vector<std::string>{"/id empty_text", "/period control_character", "/seed_source text_not_utf8",
                                      "/strata/3/name duplicate_stratum", "/candidates/1/id duplicate_candidate",
                                      "/candidates/2/stratum unknown_stratum", "/candidates/3/weight draw_weight_range",
                                      "/candidates/4/weight draw_weight_range",
                                      "/excluded/0/candidate unknown_candidate", "/excluded/1/reason empty_text",
                                      "/excluded/2/candidate duplicate_exclusion", "/history history_too_short"}));
  EXPECT_THROW(canonical_text(terms), ContractError);
  EXPECT_TRUE(validate(DrawTerms{}).contains("no_strata"));
}

TEST(Verify, AcceptsTheDrawAsItWas) {
  DrawTerms terms = roads();
  terms.strata[2].quota = 30;
  const std::string promise = commitment(terms).value();
  EXPECT_TRUE(verify(terms, draw(terms, "082915").value(), promise).empty());
}

TEST(Verify, NamesEveryTampering) {
  DrawTerms terms = roads();
  terms.strata[2].quota = 30;  // so that there is a shortage as well
  terms.candidates[40].weight = 3;
  const std::string promise = commitment(terms).value();
  const Draw right = draw(terms, "082915").value();

  const std::vector<std::pair<std::string, std::function<void(Draw&)>>> with_draw = {
      {"claimed_commitment", [](Draw& d) { d.commitment[5] = d.commitment[5] == 'a' ? 'b' : 'a'; }},
      {"left_out", [](Draw& d) { d.drawn.erase(d.drawn.begin() + 1); }},
      {"not_drawn",
       [](Draw& d) {
         d.drawn.push_back({"main", "R999", 1, std::string(64, '0')});
       }},
      {"not_drawn", [](Draw& d) { d.drawn.push_back(d.drawn[0]); }},
      {"other_key", [](Draw& d) { d.drawn[0].key[0] = d.drawn[0].key[0] == '0' ? '1' : '0'; }},
      {"other_key", [](Draw& d) { ++d.drawn[0].ticket; }},
      {"other_key", [](Draw& d) { d.drawn[0].stratum = "main"; }},
      {"other_order", [](Draw& d) { std::swap(d.drawn[0], d.drawn[1]); }},
      {"other_shortages", [](Draw& d) { d.shortages.clear(); }},
      {"other_shortages", [](Draw& d) { ++d.shortages[0].excluded; }},
      {"left_out", [](Draw& d) { d.seed = "082916"; }},
      {"bad_seed", [](Draw& d) { d.seed.clear(); }},
  };
  for (const auto& [code, tamper] : with_draw) {
    Draw claimed = right;
    tamper(claimed);
    const Diagnostics problems = verify(terms, claimed, promise);
    EXPECT_TRUE(problems.has_errors() && problems.contains(code)) << code << "\n" << problems;
  }

  // Terms changed after they were published: always seen, even where the drawn ones stay the same.
  const std::vector<std::function<void(DrawTerms&)>> with_terms = {
      [](DrawTerms& t) { t.id = "other"; },
      [](DrawTerms& t) { t.period = "2026-12"; },
      [](DrawTerms& t) { t.seed_source = "dice"; },
      [](DrawTerms& t) { t.strata[0].quota = 4; },
      [](DrawTerms& t) {
        t.strata.push_back({"none", 0});
      },
      [](DrawTerms& t) { t.candidates.pop_back(); },
      [](DrawTerms& t) {
        t.candidates.push_back({"R300", "rural"});
      },
      [](DrawTerms& t) { t.candidates[0].stratum = "rural"; },
      [](DrawTerms& t) { t.candidates[0].weight = 2; },
      [](DrawTerms& t) { t.candidates[0].id = "R301"; },
      [](DrawTerms& t) {
        t.excluded.push_back({"R001", "friend"});
      },
      [](DrawTerms& t) { t.no_repeat_within = 1; },
  };
  for (std::size_t i = 0; i < with_terms.size(); ++i) {
    DrawTerms changed = terms;
    with_terms[i](changed);
    // Neither with the draw as it was, nor with one made afresh from the changed terms.
    EXPECT_TRUE(verify(changed, right, promise).contains("other_commitment")) << i;
    EXPECT_TRUE(verify(changed, draw(changed, "082915").value(), promise).contains("other_commitment")) << i;
  }
}

}  // namespace
}  // namespace aedile
