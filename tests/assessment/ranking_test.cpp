// Competition ranks and percentiles.

#include "aedile/assessment/ranking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aedile {
namespace {

using ::testing::ElementsAre;

Points points(const char* text) { return Points::parse(text).value(); }
Factor factor(const char* text) { return Factor::parse(text).value(); }

TEST(Ranking, EqualValuesShareARankAndThoseWithoutOneHaveNone) {
  const std::vector<Points> values{points("88"), points("91.2"), no_mark, points("88"), points("75.5")};
  std::vector<std::uint32_t> ranks(5);
  std::vector<Factor> percentiles(5);
  rank(values, {.ranks = ranks, .percentiles = percentiles}, 1);
  EXPECT_THAT(ranks, ElementsAre(2, 1, no_rank, 2, 4));
  EXPECT_THAT(percentiles,
              ElementsAre(factor("33.333333333"), Factor::of(100), no_percentile, factor("33.333333333"), Factor{}));
}

TEST(Ranking, WhoIsAloneIsFirstAndBetterThanAll) {
  const std::vector<Points> values{no_mark, Points{}};
  std::vector<std::uint32_t> ranks(2);
  std::vector<Factor> percentiles(2);
  rank(values, {.ranks = ranks, .percentiles = percentiles});
  EXPECT_THAT(ranks, ElementsAre(no_rank, 1));
  EXPECT_THAT(percentiles, ElementsAre(no_percentile, Factor::of(100)));
}

TEST(Ranking, ColumnsAreRankedEachByItself) {
  const std::vector<Points> values{Points::of(1), Points::of(2), Points::of(3), Points::of(-4), Points::of(5)};
  const std::vector<std::size_t> sizes{2, 0, 3};
  std::vector<std::uint32_t> ranks(5);
  rank_columns(values, sizes, {.ranks = ranks, .percentiles = {}}, 0, threads(3));
  EXPECT_THAT(ranks, ElementsAre(2, 1, 2, 3, 1));
}

TEST(Ranking, TheWholeRangeOfPointsIsRanked) {
  const std::vector<Points> values{Points::max(), Points::from_scaled(Points::min().scaled() + 1), Points{}};
  std::vector<std::uint32_t> ranks(3);
  rank(values, {.ranks = ranks, .percentiles = {}});
  EXPECT_THAT(ranks, ElementsAre(1, 3, 2));
}

TEST(Ranking, BrokenContractsThrow) {
  const std::vector<Points> values{points("1.25"), points("2.5")};
  std::vector<std::uint32_t> ranks(2), one(1);
  std::vector<Factor> short_percentiles(1);
  EXPECT_THROW(rank(values, {.ranks = ranks, .percentiles = {}}, 1), ContractError);
  EXPECT_NO_THROW(rank(values, {.ranks = ranks, .percentiles = {}}, 2));
  EXPECT_THROW(rank(values, {.ranks = ranks, .percentiles = {}}, 10), ContractError);
  EXPECT_THROW(rank(values, {.ranks = ranks, .percentiles = {}}, -1), ContractError);
  EXPECT_THROW(rank(values, {.ranks = one, .percentiles = {}}, 2), ContractError);
  EXPECT_THROW(rank(values, {.ranks = {}, .percentiles = short_percentiles}, 2), ContractError);
  const std::vector<std::size_t> fewer{1}, more{2, 1};
  EXPECT_THROW(rank_columns(values, fewer, {.ranks = ranks, .percentiles = {}}), ContractError);
  EXPECT_THROW(rank_columns(values, more, {.ranks = ranks, .percentiles = {}}), ContractError);
}

}  // namespace
}  // namespace aedile
