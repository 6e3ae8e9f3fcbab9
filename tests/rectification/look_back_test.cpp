// Which closed tickets are looked at again.
#include "aedile/rectification/look_back.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace aedile {
namespace {

LookBackRule month() {
  return {.id = "march",
          .shares = {{"market", Rational(1, 2)}, {"school", Rational(1, 10), 2}},
          .otherwise = Rational(1, 10),
          .all_of = {"severe"}};
}

std::vector<ClosedTicket> closed(std::size_t count, const std::string& site_class, const std::string& severity = {}) {
  std::vector<ClosedTicket> tickets;
  for (std::size_t i = 0; i < count; ++i)
    tickets.push_back({site_class + severity + std::to_string(i), site_class, severity});
  return tickets;
}

std::vector<ClosedTicket> some() {
  std::vector<ClosedTicket> tickets = closed(5, "market");
  for (const auto& more : {closed(7, "school"), closed(21, "park"), closed(3, "park", "severe"), closed(1, "")}) {
    tickets.insert(tickets.end(), more.begin(), more.end());
  }
  return tickets;
}

using Quotas = std::map<std::string, std::uint32_t>;

Quotas quotas(const DrawTerms& terms) {
  Quotas result;
  for (const DrawStratum& stratum : terms.strata) result[stratum.name] = stratum.quota;
  return result;
}

TEST(LookBack, TakesTheShareOfEachClassAndAllOfTheHeavyOnes) {
  const DrawTerms terms = look_back_terms(month(), some(), "2026-03", "lottery of 8 April").value();
  EXPECT_EQ(quotas(terms), (Quotas{{"*", 3}, {"-", 1}, {"market", 3}, {"park", 3}, {"school", 2}}));
  const Draw drawn = draw(terms, "082915").value();
  EXPECT_EQ(drawn.drawn.size(), 12u);
  EXPECT_TRUE(drawn.shortages.empty());
  std::size_t heavy = 0;
  for (const DrawnCandidate& each : drawn.drawn) heavy += each.id.find("severe") != std::string::npos;
  EXPECT_EQ(heavy, 3u);
}

TEST(LookBack, CanBeRepeatedAndVerified) {
  const DrawTerms terms = look_back_terms(month(), some(), "2026-03", "lottery of 8 April").value();
  std::vector<ClosedTicket> other_way = some();
  std::reverse(other_way.begin(), other_way.end());
  const DrawTerms again = look_back_terms(month(), other_way, "2026-03", "lottery of 8 April").value();
  EXPECT_EQ(commitment(again).value(), commitment(terms).value());
  EXPECT_EQ(draw(again, "082915").value().drawn, draw(terms, "082915").value().drawn);
  Draw cheated = draw(terms, "082915").value();
  EXPECT_TRUE(verify(terms, cheated, commitment(terms).value()).empty());
  std::erase_if(cheated.drawn, [](const DrawnCandidate& each) { return each.id == "parksevere0"; });
  EXPECT_TRUE(verify(terms, cheated, commitment(terms).value()).contains("left_out"));
}

TEST(LookBack, IsCheckedWholly) {
  LookBackRule wrong = month();
  wrong.otherwise = Rational(2);
  wrong.shares.push_back({"market", Rational(-1)});
  wrong.shares.push_back({"*", Rational(1)});
  wrong.id = "";
  const Diagnostics problems = validate(wrong);
  for (const char* code : {"look_back_share_range", "duplicate_look_back_class", "reserved_class", "empty_text"}) {
    EXPECT_TRUE(problems.contains(code)) << code;
  }
  EXPECT_TRUE(look_back_terms(month(), {}, "2026-03", "lottery").diagnostics().contains("no_strata"));
  const std::vector<ClosedTicket> twice{{"T-1", "park", ""}, {"T-1", "park", ""}};
  EXPECT_TRUE(look_back_terms(month(), twice, "2026-03", "l").diagnostics().contains("duplicate_candidate"));
}

// Whatever the share, at least so many: never more than there are, never fewer than share and minimum ask for.
RC_GTEST_PROP(LookBackLaws, QuotasAreTheShareRoundedUp, ()) {
  const std::size_t count = *rc::gen::inRange<std::size_t>(1, 60);
  const int parts = *rc::gen::inRange(1, 20);
  const int part = *rc::gen::inRange(0, parts + 1);
  const std::uint32_t least = *rc::gen::inRange(0u, 10u);
  const LookBackRule rule{.id = "r", .shares = {{"park", Rational(part, parts), least}}};
  const DrawTerms terms = look_back_terms(rule, closed(count, "park"), "p", "s").value();
  std::size_t wanted = 0;
  while (wanted * static_cast<std::size_t>(parts) < count * static_cast<std::size_t>(part)) ++wanted;
  RC_ASSERT(terms.strata[0].quota == std::min<std::size_t>(count, std::max<std::size_t>(wanted, least)));
}

}  // namespace
}  // namespace aedile
