// Draws by law: the order of the input is nothing, chances are what the weights say, and keys know nothing of each
// other.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "aedile/inspection/draw.h"
#include "core/sha256.h"
#include "inspection/roads.h"

namespace aedile {
namespace {

/// Any small draw: some strata, some candidates of some weight, a few of them excluded or drawn before.
DrawTerms any_terms() {
  DrawTerms terms{.id = "any", .period = "p", .seed_source = "s"};
  const int strata = *rc::gen::inRange(1, 4);
  for (int i = 0; i < strata; ++i) {
    terms.strata.push_back({"s" + std::to_string(i), *rc::gen::inRange<std::uint32_t>(0, 6)});
  }
  const int candidates = *rc::gen::inRange(0, 25);
  for (int i = 0; i < candidates; ++i) {
    const std::string id = "c" + std::to_string(i);
    terms.candidates.push_back(
        {id, "s" + std::to_string(*rc::gen::inRange(0, strata)), *rc::gen::inRange<std::uint32_t>(1, 6)});
    if (*rc::gen::inRange(0, 6) == 0) terms.excluded.push_back({id, "conflict"});
  }
  terms.no_repeat_within = *rc::gen::inRange<std::uint32_t>(0, 3);
  for (int i = 0; i < 3; ++i) {
    PastDraw past{"past" + std::to_string(i), {}};
    for (int j = 0; j < 3; ++j) past.drawn.push_back("c" + std::to_string(*rc::gen::inRange(0, 30)));
    terms.history.push_back(past);
  }
  return terms;
}

std::string any_seed() { return std::to_string(*rc::gen::inRange(0, 1'000'000)); }

std::set<std::string> ids(const Draw& drawn) {
  std::set<std::string> result;
  for (const DrawnCandidate& candidate : drawn.drawn) result.insert(candidate.id);
  return result;
}

/// The plain twin: every ticket of a stratum in one list, sorted, and read until enough different candidates came.
std::vector<std::string> drawn_plainly(const DrawTerms& terms, const std::string& seed, const DrawStratum& stratum) {
  std::set<std::string> gone;
  for (const DrawExclusion& exclusion : terms.excluded) gone.insert(exclusion.candidate);
  for (std::size_t i = 0; i < std::min<std::size_t>(terms.no_repeat_within, terms.history.size()); ++i) {
    gone.insert(terms.history[i].drawn.begin(), terms.history[i].drawn.end());
  }
  std::vector<std::pair<std::string, std::string>> tickets;
  for (const Candidate& candidate : terms.candidates) {
    if (candidate.stratum != stratum.name || gone.contains(candidate.id)) continue;
    for (std::uint32_t j = 1; j <= candidate.weight; ++j) {
      const std::string text =
          seed + "\n" + terms.period + "\n" + candidate.id + (j == 1 ? "" : "\n" + std::to_string(j));
      tickets.emplace_back(detail::hex(detail::sha256(text)), candidate.id);
    }
  }
  std::sort(tickets.begin(), tickets.end());
  std::vector<std::string> drawn;
  for (const auto& [key, id] : tickets) {
    if (drawn.size() == stratum.quota) break;
    if (std::find(drawn.begin(), drawn.end(), id) == drawn.end()) drawn.push_back(id);
  }
  return drawn;
}

RC_GTEST_PROP(Draw, IsWhatThePlainTwinDraws, ()) {
  const DrawTerms terms = any_terms();
  const std::string seed = any_seed();
  const Draw drawn = draw(terms, seed).value();
  for (const DrawStratum& stratum : terms.strata) {
    std::vector<std::string> of_stratum;
    for (const DrawnCandidate& candidate : drawn.drawn) {
      if (candidate.stratum == stratum.name) of_stratum.push_back(candidate.id);
    }
    RC_ASSERT(of_stratum == drawn_plainly(terms, seed, stratum));
    const bool short_of = of_stratum.size() < stratum.quota;
    RC_ASSERT(short_of == std::any_of(drawn.shortages.begin(), drawn.shortages.end(),
                                      [&](const DrawShortage& s) { return s.stratum == stratum.name; }));
  }
}

RC_GTEST_PROP(Draw, IsTheSameHoweverTheListsAreOrdered, ()) {
  const DrawTerms terms = any_terms();
  DrawTerms other = terms;
  const auto shuffle = [](auto& list) {
    for (std::size_t i = list.size(); i > 1; --i) {
      std::swap(list[i - 1], list[*rc::gen::inRange<std::size_t>(0, i)]);
    }
  };
  shuffle(other.strata);
  shuffle(other.candidates);
  shuffle(other.excluded);
  for (PastDraw& past : other.history) shuffle(past.drawn);
  const std::string seed = any_seed();
  RC_ASSERT(canonical_text(other) == canonical_text(terms));
  RC_ASSERT(draw(other, seed).value() == draw(terms, seed).value());
}

RC_GTEST_PROP(Draw, IsTheSameWithoutACandidateThatWasNotDrawn, ()) {
  DrawTerms terms = any_terms();
  const std::string seed = any_seed();
  const Draw before = draw(terms, seed).value();
  RC_PRE(!terms.candidates.empty());
  const auto gone = terms.candidates.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(terms.candidates));
  const std::string id = gone->id;
  const std::string stratum = gone->stratum;
  terms.candidates.erase(gone);
  std::erase_if(terms.excluded, [&](const DrawExclusion& exclusion) { return exclusion.candidate == id; });
  const Draw after = draw(terms, seed).value();
  if (!ids(before).contains(id)) {
    RC_ASSERT(after.drawn == before.drawn);
    return;
  }
  // One that was drawn leaves its place to at most one other, of its stratum.
  std::set<std::string> expected = ids(before);
  expected.erase(id);
  std::set<std::string> came;
  for (const DrawnCandidate& candidate : after.drawn) {
    if (expected.erase(candidate.id) == 0) {
      RC_ASSERT(candidate.stratum == stratum);
      came.insert(candidate.id);
    }
  }
  RC_ASSERT(expected.empty() && came.size() <= 1);
}

RC_GTEST_PROP(Draw, VerifiesItselfAndNoOtherSeed, ()) {
  const DrawTerms terms = any_terms();
  Draw drawn = draw(terms, any_seed()).value();
  const std::string promise = commitment(terms).value();
  RC_ASSERT(!verify(terms, drawn, promise).has_errors());
  RC_PRE(!drawn.drawn.empty());
  drawn.seed += "x";
  RC_ASSERT(verify(terms, drawn, promise).has_errors());
}

/// χ² of counts against their expectation.
double chi_square(const std::map<std::string, double>& expected, const std::map<std::string, int>& counts) {
  double sum = 0;
  for (const auto& [cell, mean] : expected) {
    const auto found = counts.find(cell);
    const double difference = (found == counts.end() ? 0 : found->second) - mean;
    sum += difference * difference / mean;
  }
  return sum;
}

/// Draws two of six candidates with many seeds, and counts who came first and who second.
std::map<std::string, int> counts_of_pairs(const std::vector<std::uint32_t>& weights, int seeds) {
  DrawTerms terms{.id = "chance", .period = "p", .seed_source = "1, 2, 3, …", .strata = {{"all", 2}}};
  for (std::size_t i = 0; i < weights.size(); ++i) terms.candidates.push_back({std::to_string(i), "all", weights[i]});
  std::map<std::string, int> counts;
  for (int seed = 1; seed <= seeds; ++seed) {
    const Draw drawn = draw(terms, std::to_string(seed)).value();
    ++counts[drawn.drawn[0].id + drawn.drawn[1].id];
  }
  return counts;
}

/// By successive sampling: the first in proportion to weight, the second in proportion to weight among the others.
std::map<std::string, double> expected_pairs(const std::vector<std::uint32_t>& weights, int seeds) {
  double total = 0;
  for (const std::uint32_t weight : weights) total += weight;
  std::map<std::string, double> expected;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    for (std::size_t j = 0; j < weights.size(); ++j) {
      if (i == j) continue;
      expected[std::to_string(i) + std::to_string(j)] =
          seeds * (weights[i] / total) * (weights[j] / (total - weights[i]));
    }
  }
  return expected;
}

// 6 · 5 ordered pairs: 29 degrees of freedom. Below 58.30 in 999 of 1,000 cases where the chances are as they should
// be.
constexpr double chi_square_limit = 58.30;
constexpr int seeds = 30'000;

TEST(Draw, GivesEqualCandidatesEqualChances) {
  const std::vector<std::uint32_t> weights{1, 1, 1, 1, 1, 1};
  EXPECT_LT(chi_square(expected_pairs(weights, seeds), counts_of_pairs(weights, seeds)), chi_square_limit);
}

TEST(Draw, GivesChancesInProportionToWeight) {
  const std::vector<std::uint32_t> weights{1, 2, 3, 4, 6, 10};
  EXPECT_LT(chi_square(expected_pairs(weights, seeds), counts_of_pairs(weights, seeds)), chi_square_limit);
  // The measure can tell: weights taken one off are far beyond the limit.
  EXPECT_GT(chi_square(expected_pairs({1, 2, 3, 5, 6, 9}, seeds), counts_of_pairs(weights, seeds)),
            2 * chi_square_limit);
}

}  // namespace
}  // namespace aedile
