// Counted tickets and their rates: exact, mergeable, the same as counting again.
#include "aedile/rectification/statistics.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "aedile/rectification/rates.h"

namespace aedile {
namespace {

TicketFacts some_ticket() {
  const auto flag = [] { return *rc::gen::arbitrary<bool>(); };
  TicketFacts facts;
  facts.unit = *rc::gen::element("east", "west", "");
  facts.site_class = *rc::gen::element("park", "school");
  facts.item = *rc::gen::element("6.1.1", "6.1.2", "3.2.4");
  facts.period = *rc::gen::element("2026-03", "2026-04");
  facts.fate = static_cast<TicketFate>(*rc::gen::inRange(0, 7));
  facts.due = flag();
  facts.handled = flag();
  facts.late = flag();
  facts.excused = flag();
  facts.suspended = flag();
  facts.recurrence = flag();
  facts.verified = flag();
  facts.passed_first = flag();
  facts.returned = flag();
  facts.filed_on_time = flag();
  facts.dispatched = flag();
  facts.dispatched_on_time = flag();
  facts.send_backs = *rc::gen::inRange(0u, 3u);
  facts.extensions = *rc::gen::inRange(0u, 3u);
  if (flag()) facts.working_seconds = *rc::gen::inRange<std::int64_t>(0, 5000);
  return facts;
}

std::vector<TicketFacts> some_tickets(int most) {
  std::vector<TicketFacts> tickets;
  for (int i = *rc::gen::inRange(0, most); i > 0; --i) tickets.push_back(some_ticket());
  return tickets;
}

TicketStatistics counted(const std::vector<TicketFacts>& tickets) {
  TicketStatistics statistics;
  for (const TicketFacts& ticket : tickets) statistics.add(ticket);
  return statistics;
}

TicketStatistics merged(TicketStatistics a, const TicketStatistics& b) {
  a.merge(b);
  return a;
}

RC_GTEST_PROP(StatisticsLaws, MergingIsAssociativeAndCommutativeWithAnIdentity, ()) {
  const TicketStatistics a = counted(some_tickets(12));
  const TicketStatistics b = counted(some_tickets(12));
  const TicketStatistics c = counted(some_tickets(12));
  RC_ASSERT(merged(merged(a, b), c) == merged(a, merged(b, c)));
  RC_ASSERT(merged(a, b) == merged(b, a));
  RC_ASSERT(merged(a, TicketStatistics()) == a);
  RC_ASSERT(merged(TicketStatistics(), a) == a);
}

RC_GTEST_PROP(StatisticsLaws, PartsMergeToTheWholeHoweverTheyAreCut, ()) {
  const std::vector<TicketFacts> tickets = some_tickets(30);
  std::vector<TicketStatistics> parts(4);
  for (const TicketFacts& ticket : tickets) parts[*rc::gen::inRange<std::size_t>(0, 4)].add(ticket);
  TicketStatistics whole;
  for (const TicketStatistics& part : parts) whole.merge(part);
  RC_ASSERT(whole == counted(tickets));
}

RC_GTEST_PROP(StatisticsLaws, RowsSumToTheTotal, ()) {
  const TicketStatistics statistics = counted(some_tickets(30));
  for (const StatisticsBy by :
       {StatisticsBy::unit, StatisticsBy::site_class, StatisticsBy::item, StatisticsBy::period}) {
    for (const StatisticsFilter& filter : {StatisticsFilter{}, StatisticsFilter{.unit = "east", .period = "2026-03"}}) {
      TicketCounts sum;
      for (const auto& [name, counts] : statistics.by(by, filter)) sum += counts;
      RC_ASSERT(sum == statistics.total(filter));
    }
  }
}

/// Whether the ticket is a case of its own.
bool is_case(const TicketFacts& t) {
  return t.fate != TicketFate::not_filed && t.fate != TicketFate::voided && t.fate != TicketFate::merged;
}

template <class Holds>
std::uint64_t recounted(const std::vector<TicketFacts>& tickets, Holds holds) {
  return static_cast<std::uint64_t>(
      std::count_if(tickets.begin(), tickets.end(), [&](const TicketFacts& t) { return is_case(t) && holds(t); }));
}

RC_GTEST_PROP(StatisticsLaws, EqualRecounting, ()) {
  using F = TicketFacts;
  const std::vector<F> all = some_tickets(40);
  const TicketCounts n = counted(all).total();
  RC_ASSERT(n.reported == all.size());
  RC_ASSERT(n.filed == recounted(all, [](const F&) { return true; }));
  RC_ASSERT(n.should_end == recounted(all, [](const F& t) { return t.due || t.late || t.fate != TicketFate::open; }));
  RC_ASSERT(n.closed == recounted(all, [](const F& t) { return t.fate == TicketFate::closed; }));
  RC_ASSERT(n.closed_on_time == recounted(all, [](const F& t) { return t.fate == TicketFate::closed && !t.late; }));
  RC_ASSERT(n.overdue == recounted(all, [](const F& t) { return t.late; }));
  RC_ASSERT(n.reworked == recounted(all, [](const F& t) { return t.send_backs > 0; }));
  RC_ASSERT(n.reworked_unreported == recounted(all, [](const F& t) { return t.send_backs > 0 && !t.handled; }));
  RC_ASSERT(n.recurrences == recounted(all, [](const F& t) { return t.recurrence; }));
  RC_ASSERT(n.replied == recounted(all, [](const F& t) { return t.fate == TicketFate::replied; }));
  RC_ASSERT(n.exempted == recounted(all, [](const F& t) { return t.fate == TicketFate::exempted; }));
  std::uint64_t send_backs = 0;
  for (const F& t : all) send_backs += is_case(t) ? t.send_backs : 0;
  RC_ASSERT(n.send_backs == send_backs);
}

RC_GTEST_PROP(StatisticsLaws, AsManyAlikeAreAsManyOneByOne, ()) {
  const TicketFacts ticket = some_ticket();
  const std::uint64_t count = *rc::gen::inRange<std::uint64_t>(0, 20);
  TicketStatistics at_once;
  at_once.add(ticket, count);
  TicketStatistics singly;
  for (std::uint64_t i = 0; i < count; ++i) singly.add(ticket);
  RC_ASSERT(at_once == singly);
}

RC_GTEST_PROP(TimeTallyLaws, MeanAndQuantilesAreThoseOfTheSortedLengths, ()) {
  const auto lengths = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 50));
  TimeTally tally;
  for (const std::int64_t length : lengths) tally.add(length);
  const int parts = *rc::gen::inRange(1, 12);
  const Rational share(*rc::gen::inRange(0, parts + 1), parts);
  if (lengths.empty()) {
    RC_ASSERT(!tally.mean() && !tally.quantile(share));
    return;
  }
  std::vector<std::int64_t> sorted = lengths;
  std::sort(sorted.begin(), sorted.end());
  std::int64_t sum = 0;
  for (const std::int64_t length : sorted) sum += length;
  RC_ASSERT(*tally.mean() == Rational(sum, static_cast<std::int64_t>(sorted.size())));
  // The nearest rank: the least that at least that share does not exceed.
  std::size_t rank = 1;
  while (Rational(static_cast<std::int64_t>(rank)) < share * Rational(static_cast<std::int64_t>(sorted.size()))) ++rank;
  RC_ASSERT(*tally.quantile(share) == sorted[rank - 1]);
}

TEST(TimeTally, RefusesWhatCannotBe) {
  TimeTally tally;
  EXPECT_THROW(tally.add(-1), ContractError);
  EXPECT_THROW(static_cast<void>(tally.quantile(Rational(2))), ContractError);
  EXPECT_EQ(tally.count(), 0u);
  tally.add(5, 2);
  tally.merge(tally);
  EXPECT_EQ(tally.count(), 4u);
}

TEST(Statistics, RefuseATimeBelowZeroWhole) {
  TicketStatistics statistics;
  TicketFacts facts{.fate = TicketFate::closed, .working_seconds = -1};
  EXPECT_THROW(statistics.add(facts), ContractError);
  EXPECT_EQ(statistics, TicketStatistics());
}

/// One street's year: 2,240 problems rectified; 32 that could not be rectified were replied to.
TicketCounts street() {
  TicketStatistics statistics;
  statistics.add({.fate = TicketFate::closed, .handled = true, .verified = true}, 2240);
  statistics.add({.fate = TicketFate::replied}, 32);
  return statistics.total();
}

TEST(Rates, TheStreetsRateSaysWhereAReplyCounts) {
  const RateValue plain = rate_of("rectification_rate", street());
  EXPECT_EQ(plain.numerator, 2240u);
  EXPECT_EQ(plain.denominator, 2272u);
  EXPECT_EQ(*plain.value, Rational(70, 71));
  EXPECT_EQ(per_cent(plain), "98.6 %");
  EXPECT_EQ(per_cent(rate_of("rectification_rate", street(), {.replied = RepliedTickets::rectified})), "100.0 %");
  EXPECT_EQ(per_cent(rate_of("rectification_rate", street(), {.replied = RepliedTickets::leave})), "100.0 %");
  // The other reading of the same sentence, 2,240 found of which 98.6 % were rectified, gives the same figure.
  TicketStatistics found;
  found.add({.fate = TicketFate::closed}, 2209);
  found.add({.fate = TicketFate::replied}, 31);
  EXPECT_EQ(per_cent(rate_of("rectification_rate", found.total())), "98.6 %");
}

TEST(Rates, SayWhatEntersThem) {
  EXPECT_EQ(rate_words("rectification_rate").in(Language::zh),
            "整改率 = 经回头看销号数 ÷ 应结案数（含无法整改已答复数）");
  EXPECT_EQ(rate_words("rectification_rate", {.replied = RepliedTickets::rectified}).in(Language::zh),
            "整改率 = （经回头看销号数 + 无法整改已答复数） ÷ 应结案数（含无法整改已答复数）");
  EXPECT_EQ(
      rate_words(
          "on_time_closing_rate",
          {.suspended = SuspendedTickets::leave, .replied = RepliedTickets::leave, .excused = ExcusedLateness::late})
          .in(Language::en),
      "on-time closing rate = cases closed in time ÷ cases that should be closed, less those suspended, less those "
      "replied to because they cannot be rectified");
  EXPECT_EQ(rate_words("rectification_rate", {.replied = RepliedTickets::leave}).in(Language::zh),
            "整改率 = 经回头看销号数 ÷ （应结案数 − 无法整改已答复数）");
  EXPECT_EQ(rate_words("accurate_dispatch_rate").in(Language::zh),
            "准确派遣率 = （派遣数 − 回退数） ÷ 应派遣数（即立案数）");
  EXPECT_EQ(rate_words("rework_rate", {.rework = ReworkCount::send_backs}).in(Language::zh),
            "返工率 = 返工次数（每次均计） ÷ 处置数");
  for (const RateFormula& formula : rate_formulas()) {
    EXPECT_TRUE(rate_words(formula.code).in(Language::zh).starts_with(formula.zh)) << formula.code;
    EXPECT_TRUE(rate_words(formula.code).in(Language::en).starts_with(formula.en)) << formula.code;
  }
}

TEST(Rates, NothingOfNothingIsNoRate) {
  for (const RateFormula& formula : rate_formulas()) {
    const RateValue rate = rate_of(formula.code, {});
    EXPECT_FALSE(rate.value) << formula.code;
    EXPECT_EQ(per_cent(rate), "–");
  }
  EXPECT_THROW(static_cast<void>(rate_of("speed", {})), ContractError);
}

TEST(Rates, CountReworkByTheTicketOrByTheTime) {
  TicketStatistics statistics;
  statistics.add({.fate = TicketFate::closed, .handled = true, .send_backs = 3});
  statistics.add({.fate = TicketFate::closed, .handled = true}, 3);
  EXPECT_EQ(*rate_of("rework_rate", statistics.total()).value, Rational(1, 4));
  EXPECT_EQ(*rate_of("rework_rate", statistics.total(), {.rework = ReworkCount::send_backs}).value, Rational(3, 4));
}

TEST(Rates, TakeSuspendedTicketsOutWhereTheRuleSaysSo) {
  TicketStatistics statistics;
  statistics.add({.fate = TicketFate::closed}, 8);
  statistics.add({.fate = TicketFate::open, .due = true, .suspended = true}, 2);
  EXPECT_EQ(per_cent(rate_of("on_time_closing_rate", statistics.total())), "80.0 %");
  EXPECT_EQ(per_cent(rate_of("on_time_closing_rate", statistics.total(), {.suspended = SuspendedTickets::leave})),
            "100.0 %");
}

TEST(Rates, KeepTheFactOfLatenessBesideTheExcuse) {
  TicketStatistics statistics;
  statistics.add({.fate = TicketFate::closed}, 7);
  statistics.add({.fate = TicketFate::closed, .late = true, .excused = true}, 2);
  statistics.add({.fate = TicketFate::closed, .late = true});
  const TicketCounts counts = statistics.total();
  EXPECT_EQ(counts.overdue, 3u);
  EXPECT_EQ(per_cent(rate_of("on_time_closing_rate", counts)), "90.0 %");
  EXPECT_EQ(per_cent(rate_of("on_time_closing_rate", counts, {.excused = ExcusedLateness::late})), "70.0 %");
  EXPECT_EQ(per_cent(rate_of("overdue_rate", counts)), "10.0 %");
  EXPECT_EQ(per_cent(rate_of("overdue_rate", counts, {.excused = ExcusedLateness::late})), "30.0 %");
}

RateChoices some_choices() {
  return {.rework = *rc::gen::element(ReworkCount::tickets, ReworkCount::send_backs),
          .suspended = *rc::gen::element(SuspendedTickets::stay, SuspendedTickets::leave),
          .replied = *rc::gen::element(RepliedTickets::not_rectified, RepliedTickets::rectified, RepliedTickets::leave),
          .excused = *rc::gen::element(ExcusedLateness::on_time, ExcusedLateness::late)};
}

/// All rates divide a part by its whole, but for the one that counts every send-back.
RC_GTEST_PROP(RateLaws, ANumeratorIsAPartOfItsDenominator, ()) {
  const TicketCounts counts = counted(some_tickets(4)).total();
  const RateChoices choices = some_choices();
  for (const RateFormula& formula : rate_formulas()) {
    const RateValue rate = rate_of(formula.code, counts, choices);
    if (formula.code == "rework_rate" && choices.rework == ReworkCount::send_backs) {
      RC_ASSERT(rate.denominator > 0 || rate.numerator == 0);
      continue;
    }
    RC_ASSERT(rate.numerator <= rate.denominator);
  }
}

TEST(Rates, ATicketThatWasLateBeforeItsLimitsBeganAnewShouldHaveEnded) {
  TicketStatistics statistics;
  statistics.add({.fate = TicketFate::open, .due = false, .late = true});
  const RateValue rate = rate_of("overdue_rate", statistics.total());
  EXPECT_EQ(rate.numerator, 1u);
  EXPECT_EQ(rate.denominator, 1u);
}

RC_GTEST_PROP(RateLaws, RatesOfPartsLieAroundTheRateOfTheWhole, ()) {
  const TicketCounts a = counted(some_tickets(12)).total();
  const TicketCounts b = counted(some_tickets(12)).total();
  TicketCounts both = a;
  both += b;
  for (const RateFormula& formula : rate_formulas()) {
    const RateValue of_a = rate_of(formula.code, a);
    const RateValue of_b = rate_of(formula.code, b);
    const RateValue whole = rate_of(formula.code, both);
    RC_ASSERT(whole.numerator == of_a.numerator + of_b.numerator);
    RC_ASSERT(whole.denominator == of_a.denominator + of_b.denominator);
    if (!of_a.value || !of_b.value) continue;
    RC_ASSERT(*whole.value >= std::min(*of_a.value, *of_b.value));
    RC_ASSERT(*whole.value <= std::max(*of_a.value, *of_b.value));
  }
}

}  // namespace
}  // namespace aedile
