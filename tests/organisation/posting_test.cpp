// Postings: sums that are stated and exact, whatever the shares.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "aedile/organisation/posting.h"
#include "organisation/sound_organisation.h"

namespace aedile {
namespace {

using testing::day;

Points points(const char* text) { return Points::parse(text).value(); }

std::string amounts(const Attribution& attribution) {
  std::string text = attribution.total.to_string() + ":";
  for (const Posting& posting : attribution.postings) text += " " + posting.unit + " " + posting.amount.to_string();
  return text;
}

const std::vector<PostingShare> eighty_twenty{{"street", Rational(4, 5)}, {"department", Rational(1, 5)}};

TEST(Attribute, SplitsEightyTwenty) {
  EXPECT_EQ(amounts(attribute(Points::of(5), eighty_twenty, 2)), "5: street 4 department 1");
  EXPECT_EQ(amounts(attribute(points("0.5"), eighty_twenty, 2)), "0.5: street 0.4 department 0.1");
}

TEST(Attribute, TakesTwentyPerCentBesides) {
  const std::vector<PostingShare> besides{{"street", Rational(1)}, {"department", Rational(1, 5)}};
  EXPECT_EQ(amounts(attribute(Points::of(5), besides, 2)), "6: street 5 department 1");
}

TEST(Attribute, LeavesAllToADepartmentThatManagesDirectly) {
  EXPECT_EQ(amounts(attribute(points("1.25"), std::vector<PostingShare>{{"department", Rational(1)}}, 2)),
            "1.25: department 1.25");
}

TEST(Attribute, StatesTheRemaindersOfRounding) {
  const std::vector<PostingShare> thirds{{"a", Rational(1, 3)}, {"b", Rational(1, 3)}, {"c", Rational(1, 3)}};
  const Attribution split = attribute(Points::of(1), thirds, 2);
  EXPECT_EQ(amounts(split), "1: a 0.34 b 0.33 c 0.33");
  EXPECT_EQ(split.postings[0].remainder, Rational(-1, 150));
  EXPECT_EQ(split.postings[1].remainder, Rational(1, 300));
  EXPECT_EQ(split.total_remainder, Rational());
}

TEST(Attribute, RoundsTheTotalOnce) {
  const Attribution split = attribute(points("0.33"), eighty_twenty, 1);
  EXPECT_EQ(amounts(split), "0.3: street 0.2 department 0.1");
  EXPECT_EQ(split.total_remainder, Rational(3, 100));
}

TEST(Attribute, TurnsTheSignForMerits) {
  EXPECT_EQ(amounts(attribute(points("-0.05"), eighty_twenty, 1)), "-0.1: street -0.1 department 0");
}

TEST(Attribute, RefusesWhatCannotBeSplit) {
  EXPECT_THROW(attribute(Points::of(1), {}, 2), ContractError);
  EXPECT_THROW(attribute(Points::of(1), std::vector<PostingShare>{{"a", Rational()}}, 2), ContractError);
  EXPECT_THROW(attribute(Points::of(1), std::vector<PostingShare>{{"a", Rational(2)}, {"b", Rational(-1)}}, 2),
               ContractError);
  EXPECT_THROW(attribute(Points::of(1), eighty_twenty, 10), ContractError);
  EXPECT_THROW(attribute(Points::max(), std::vector<PostingShare>{{"a", Rational(2)}}, 9), OverflowError);
}

std::vector<PostingShare> any_shares() {
  const int count = *rc::gen::inRange(1, 8);
  std::vector<PostingShare> shares;
  for (int i = 0; i < count; ++i) {
    shares.push_back(
        {"u" + std::to_string(i), Rational(*rc::gen::inRange(i == 0 ? 1 : 0, 100), *rc::gen::inRange(1, 100))});
  }
  return shares;
}

RC_GTEST_PROP(AttributeLaws, PostingsSumExactlyToTheStatedTotal, ()) {
  const std::vector<PostingShare> shares = any_shares();
  const Points amount = Points::from_scaled(*rc::gen::inRange<std::int64_t>(-50'000'000'000, 50'000'000'000));
  const int places = *rc::gen::inRange(0, 10);
  const Attribution split = attribute(amount, shares, places);
  Rational stated;
  for (const PostingShare& share : shares) stated += share.share;
  stated *= Rational(amount);
  RC_ASSERT(split.total == stated.rounded_to<Points>({Rounding::half_up, places}));
  RC_ASSERT(Rational(split.total) + split.total_remainder == stated);
  Points sum;
  Rational remainders;
  const Rational step(1, [&] {
    std::int64_t ten = 1;
    for (int i = 0; i < places; ++i) ten *= 10;
    return ten;
  }());
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Posting& posting = split.postings[i];
    sum += posting.amount;
    remainders += posting.remainder;
    RC_ASSERT(posting.unit == shares[i].unit);
    RC_ASSERT(Rational(posting.amount) + posting.remainder == Rational(amount) * shares[i].share);
    RC_ASSERT(posting.remainder < step && -step < posting.remainder);
    RC_ASSERT(posting.amount.rounded(places, Rounding::down) == posting.amount);
  }
  RC_ASSERT(sum == split.total);
  RC_ASSERT(remainders == split.total_remainder);
}

RC_GTEST_PROP(AttributeLaws, AMeritIsAFaultWithTheSignTurned, ()) {
  const std::vector<PostingShare> shares = any_shares();
  const Points amount = Points::from_scaled(*rc::gen::inRange<std::int64_t>(0, 50'000'000'000));
  const Attribution fault = attribute(amount, shares, 2);
  const Attribution merit = attribute(-amount, shares, 2);
  for (std::size_t i = 0; i < shares.size(); ++i) RC_ASSERT(merit.postings[i].amount == -fault.postings[i].amount);
}

TEST(PostingLedger, SumsByUnitAndPeriod) {
  PostingLedger ledger(2);
  ledger.post({.finding = "V1/1", .item = "6.1.1", .site = "P1", .day = day("2026-04-30")}, Points::of(5),
              eighty_twenty);
  ledger.post({.finding = "V2/1", .item = "6.1.1", .site = "P1", .day = day("2026-05-02")}, Points::of(1),
              eighty_twenty);
  EXPECT_EQ(ledger.total(), Points::of(6));
  const Period april = Period::parse("2026-04").value();
  EXPECT_EQ(ledger.total(&april), Points::of(5));
  EXPECT_EQ(ledger.by_unit(&april).at("street"), (PostingLedger::Total{Points::of(4), 1}));
  EXPECT_EQ(ledger.by_unit().at("street"), (PostingLedger::Total{points("4.8"), 2}));
  EXPECT_EQ(ledger.by_unit().at("department"), (PostingLedger::Total{points("1.2"), 2}));
}

TEST(PostingLedger, ReversesWithAnEntryOfItsOwn) {
  PostingLedger ledger(2);
  const std::size_t entry = ledger.post({.finding = "V1/1", .day = day("2026-04-30")}, Points::of(5), eighty_twenty);
  EXPECT_THROW(ledger.reverse(entry, ""), ContractError);
  const std::size_t back = ledger.reverse(entry, "appeal upheld");
  EXPECT_EQ(ledger.entries().size(), 2u);
  EXPECT_EQ(ledger.entries()[back].reverses, entry);
  EXPECT_EQ(ledger.total(), Points());
  EXPECT_EQ(ledger.by_unit().at("street"), (PostingLedger::Total{Points(), 0}));
  EXPECT_THROW(ledger.reverse(entry, "again"), ContractError);
  EXPECT_THROW(ledger.reverse(back, "and back"), ContractError);
  EXPECT_THROW(ledger.reverse(7, "nothing"), ContractError);
}

TEST(PostingLedger, PostsNothingWhereTheSharesWillNotDo) {
  PostingLedger ledger;
  EXPECT_THROW(ledger.post({}, Points::of(1), {}), ContractError);
  EXPECT_TRUE(ledger.entries().empty());
}

RC_GTEST_PROP(PostingLedgerLaws, UnitsSumToTheTotalWhateverIsReversed, ()) {
  PostingLedger ledger(*rc::gen::inRange(0, 4));
  for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
    ledger.post({.finding = "f", .day = day("2026-04-01").plus_days(*rc::gen::inRange(0, 60))},
                Points::from_scaled(*rc::gen::inRange<std::int64_t>(-9'000'000'000, 9'000'000'000)), any_shares());
    if (*rc::gen::inRange(0, 3) == 0) ledger.reverse(ledger.entries().size() - 1, "checked again");
  }
  const Period may = Period::parse("2026-05").value();
  for (const Period* period : {static_cast<const Period*>(nullptr), &may}) {
    Points sum;
    for (const auto& [unit, total] : ledger.by_unit(period)) sum += total.amount;
    RC_ASSERT(sum == ledger.total(period));
  }
}

TEST(SharesOf, LeavesOutWhoHasNone) {
  const CompiledOrganisation town = testing::compiled(testing::sound_organisation());
  const auto answer = town.who("6.1.2", *town.find_site("C1"), day("2026-03-10")).value();
  EXPECT_EQ(shares_of(town, answer), (std::vector<PostingShare>{{"s1", Rational(4, 5)}, {"cgj", Rational(1, 5)}}));
}

}  // namespace
}  // namespace aedile
