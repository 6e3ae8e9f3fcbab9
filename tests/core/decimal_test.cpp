// Fixed point: text in, text out, rounding, the edges of the range, and what must not compile.
#include "aedile/core/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>
#include <unordered_set>

#include "core/generators.h"
#include "core/int128.h"

namespace aedile {
namespace {

template <class A, class B>
concept addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept subtractable = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept comparable = requires(A a, B b) {
  a == b;
};
template <class A, class B>
concept ordered = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept multipliable = requires(A a, B b) {
  a* b;
};
template <class D, class N>
concept whole_from = requires(N n) {
  D::of(n);
};

static_assert(addable<Points, Points> && comparable<Points, Points> && ordered<Points, Points>);
static_assert(!addable<Points, Money> && !subtractable<Points, Money> && !comparable<Points, Money>);
static_assert(!addable<Points, Weight> && !ordered<Points, Weight> && !addable<Weight, Factor>);
static_assert(!addable<Points, int> && !comparable<Points, int> && !addable<Points, double>);
static_assert(multipliable<Points, int> && multipliable<std::int64_t, Points> && !multipliable<Points, Points>);
static_assert(!multipliable<Points, double> && !multipliable<float, Points>);
static_assert(whole_from<Points, int> && !whole_from<Points, double>);
static_assert(!std::is_convertible_v<int, Points> && !std::is_convertible_v<Points, Money>);
static_assert(!std::is_constructible_v<double, Points> && !std::is_constructible_v<Points, double>);
static_assert(std::is_trivially_copyable_v<Points> && sizeof(Points) == 8);
static_assert(Points::of(2) + Points::of(3) == Points::of(5) && -Points::of(2) < Points{});

Points points(std::string_view text) { return Points::parse(text).value(); }

/// Code of the first diagnostic of a failure.
template <class T>
std::string code_of(const Result<T>& result) {
  return result.ok() ? "ok" : std::string(result.diagnostics().items().front().code());
}

TEST(DecimalParse, ReadsEveryFormOfTheGrammar) {
  EXPECT_EQ(points("84.5").scaled(), 84'500'000'000);
  EXPECT_EQ(points("-12.50").scaled(), -12'500'000'000);
  EXPECT_EQ(points("+3"), Points::of(3));
  EXPECT_EQ(points("007"), Points::of(7));
  EXPECT_EQ(points("1.2e3"), Points::of(1200));
  EXPECT_EQ(points("1200E-3"), points("1.2"));
  EXPECT_EQ(points("1e+0000000000000000000000002"), Points::of(100));
  EXPECT_EQ(points("0.000000001").scaled(), 1);
  EXPECT_EQ(points("-0").scaled(), 0);
  EXPECT_EQ(Money::parse("2000").value().scaled(), 200'000);
  EXPECT_EQ(Quantity::parse("0.000001").value().scaled(), 1);
}

TEST(DecimalParse, RejectsWhatIsNotANumber) {
  for (const std::string_view text :
       {"",   "+",   "-",  ".",     ".5",   "5.",  "1,5", "1 000", " 1",    "1 ",    "1\n", "--1", "+-1",
        "1e", "1e+", "e5", "1e1.5", "0x10", "inf", "nan", "１２",  "1.2.3", "1_000", "½",   "1/2"}) {
    EXPECT_EQ(code_of(Points::parse(text)), "bad_number") << text;
  }
  EXPECT_EQ(code_of(Points::parse(std::string_view("1\0", 2))), "bad_number");
}

TEST(DecimalParse, TakesZerosBeyondTheResolutionButNoDigits) {
  EXPECT_EQ(points("1.5000000000000000000000"), points("1.5"));
  EXPECT_EQ(points("10e-10"), points("0.000000001"));
  EXPECT_EQ(code_of(Points::parse("0.0000000001")), "too_many_decimals");
  EXPECT_EQ(code_of(Points::parse("1e-10")), "too_many_decimals");
  EXPECT_EQ(code_of(Money::parse("0.005")), "too_many_decimals");
}

TEST(DecimalParse, ReachesBothEndsOfTheRangeAndNotOneStepMore) {
  EXPECT_EQ(points("9223372036.854775807"), Points::max());
  EXPECT_EQ(points("-9223372036.854775808"), Points::min());
  EXPECT_EQ(points("-9223372036854775808e-9"), Points::min());
  EXPECT_EQ(code_of(Points::parse("9223372036.854775808")), "number_range");
  EXPECT_EQ(code_of(Points::parse("-9223372036.854775809")), "number_range");
  EXPECT_EQ(code_of(Points::parse("9999999999.999999999")), "number_range");
  EXPECT_EQ(code_of(Points::parse("18446744073.709551616")), "number_range");
  EXPECT_EQ(code_of(Points::parse("10000000000")), "number_range");
}

TEST(DecimalParse, SurvivesHostileExponents) {
  EXPECT_EQ(code_of(Points::parse("1e999999999")), "number_range");
  EXPECT_EQ(code_of(Points::parse("1e-999999999")), "too_many_decimals");
  EXPECT_EQ(code_of(Points::parse("1e" + std::string(100'000, '9'))), "number_range");
  EXPECT_EQ(code_of(Points::parse("-1e-" + std::string(100'000, '9'))), "too_many_decimals");
  EXPECT_EQ(points("0e999999999999999999999999"), Points{});
  EXPECT_EQ(points("0.000e-999999999999999999999999"), Points{});
}

TEST(DecimalParse, SurvivesMegabytesOfDigits) {
  const std::string zeros(1'000'000, '0');
  EXPECT_EQ(points(zeros + "1.5" + zeros), points("1.5"));
  EXPECT_EQ(points("15" + zeros + "e-1000001"), points("1.5"));
  EXPECT_EQ(points("0." + zeros + "15e1000001"), points("1.5"));
  EXPECT_EQ(code_of(Points::parse("1" + zeros)), "number_range");
  EXPECT_EQ(code_of(Points::parse("0." + zeros + "1")), "too_many_decimals");
  EXPECT_EQ(code_of(Points::parse("1." + zeros + "x")), "bad_number");
}

TEST(DecimalParse, SaysWhatWasFoundAndWhatToDo) {
  const auto sentence = [](const auto& result, Language language = Language::en) {
    return to_string(result.diagnostics().items().front(), language);
  };
  EXPECT_EQ(sentence(Points::parse("12,5")),
            "error: \"12,5\" is not a number; write it in digits, such as 12 or -0.5 [bad_number]");
  EXPECT_EQ(sentence(Money::parse("0.125")),
            "error: \"0.125\" has more than 2 decimals; round it to at most 2 [too_many_decimals]");
  EXPECT_EQ(sentence(Points::parse("1e10"), Language::zh),
            "error: “1e10”超出范围；请写 -9223372036.854775808 至 9223372036.854775807 之间的数 [number_range]");
}

TEST(DecimalParse, ShortensWhatItQuotes) {
  const Result<Points> result = Points::parse(std::string(1'000'000, '9'));
  EXPECT_LT(result.diagnostics().to_string().size(), 300u);
  EXPECT_NE(result.diagnostics().to_string().find("9…\""), std::string::npos);
}

TEST(DecimalPrint, GivesTheShortestExactText) {
  EXPECT_EQ(points("84.500").to_string(), "84.5");
  EXPECT_EQ(points("84").to_string(), "84");
  EXPECT_EQ(points("-0.000000001").to_string(), "-0.000000001");
  EXPECT_EQ(Points{}.to_string(), "0");
  EXPECT_EQ(points("1e9").to_string(), "1000000000");
  EXPECT_EQ(Points::min().to_string(), "-9223372036.854775808");
  EXPECT_EQ(Money::min().to_string(), "-92233720368547758.08");
}

TEST(DecimalPrint, PadsToTheDecimalsAskedFor) {
  EXPECT_EQ(points("84.5").to_string(2), "84.50");
  EXPECT_EQ(points("84.125").to_string(2), "84.125");
  EXPECT_EQ(Points{}.to_string(1), "0.0");
  EXPECT_EQ(Money::of(3).to_string(4), "3.0000");
  EXPECT_EQ(Money::of(3).to_string(-1), "3");
  EXPECT_EQ(detail::print_scaled(std::numeric_limits<std::int64_t>::min(), 0, 0), "-9223372036854775808");
  EXPECT_EQ(detail::print_scaled(std::numeric_limits<std::int64_t>::min(), 18, 0), "-9.223372036854775808");
}

RC_GTEST_PROP(DecimalText, PrintingThenParsingIsTheIdentity, ()) {
  const Points p = Points::from_scaled(*test::any_int64());
  const int places = *rc::gen::inRange(0, 12);
  RC_ASSERT(points(p.to_string()) == p);
  RC_ASSERT(points(p.to_string(places)) == p);
  RC_ASSERT(Money::parse(Money::from_scaled(p.scaled()).to_string()).value().scaled() == p.scaled());
}

RC_GTEST_PROP(DecimalText, MovingThePointIntoTheExponentChangesNothing, ()) {
  const Points p = Points::from_scaled(*test::any_int64());
  const int shift = *rc::gen::inRange(0, 40);
  RC_ASSERT(points(std::to_string(p.scaled()) + std::string(static_cast<std::size_t>(shift), '0') + "e-" +
                   std::to_string(9 + shift)) == p);
}

TEST(DecimalRounding, FollowsTheTableOfEachMode) {
  struct Row {
    std::string_view value, half_up, half_even, down, up, floor;
  };
  for (const Row& row : std::initializer_list<Row>{{"2.5", "3", "2", "2", "3", "2"},
                                                   {"-2.5", "-3", "-2", "-2", "-3", "-3"},
                                                   {"3.5", "4", "4", "3", "4", "3"},
                                                   {"-3.5", "-4", "-4", "-3", "-4", "-4"},
                                                   {"2.1", "2", "2", "2", "3", "2"},
                                                   {"-2.1", "-2", "-2", "-2", "-3", "-3"},
                                                   {"2.9", "3", "3", "2", "3", "2"},
                                                   {"-2.9", "-3", "-3", "-2", "-3", "-3"},
                                                   {"0.5", "1", "0", "0", "1", "0"},
                                                   {"-0.5", "-1", "0", "0", "-1", "-1"},
                                                   {"0.499999999", "0", "0", "0", "1", "0"},
                                                   {"2.500000001", "3", "3", "2", "3", "2"},
                                                   {"7", "7", "7", "7", "7", "7"},
                                                   {"0", "0", "0", "0", "0", "0"}}) {
    const Points value = points(row.value);
    EXPECT_EQ(value.rounded(0, Rounding::half_up), points(row.half_up)) << row.value;
    EXPECT_EQ(value.rounded(0, Rounding::half_even), points(row.half_even)) << row.value;
    EXPECT_EQ(value.rounded(0, Rounding::down), points(row.down)) << row.value;
    EXPECT_EQ(value.rounded(0, Rounding::up), points(row.up)) << row.value;
    EXPECT_EQ(value.rounded(0, Rounding::floor), points(row.floor)) << row.value;
  }
  EXPECT_EQ(points("82.995").rounded(2, Rounding::half_up), Points::of(83));
  EXPECT_EQ(points("82.9949").rounded(2, Rounding::half_up), points("82.99"));
}

TEST(DecimalRounding, ThrowsWhereTheStepAwayFromZeroLeavesTheRange) {
  EXPECT_THROW((void)Points::max().rounded(0, Rounding::up), OverflowError);
  EXPECT_THROW((void)Points::max().rounded(0, Rounding::half_up), OverflowError);
  EXPECT_THROW((void)Points::min().rounded(0, Rounding::up), OverflowError);
  EXPECT_THROW((void)Points::min().rounded(0, Rounding::floor), OverflowError);
  EXPECT_EQ(Points::max().rounded(0, Rounding::floor).to_string(), "9223372036");
  EXPECT_EQ(Points::min().rounded(0, Rounding::down).to_string(), "-9223372036");
  EXPECT_EQ(Points::min().rounded(9, Rounding::up), Points::min());
}

TEST(DecimalRounding, RefusesPlacesTheKindDoesNotHave) {
  EXPECT_THROW((void)Points::of(1).rounded(10, Rounding::up), ContractError);
  EXPECT_THROW((void)Points::of(1).rounded(-1, Rounding::up), ContractError);
  EXPECT_THROW((void)Money::of(1).rounded(3, Rounding::up), ContractError);
}

RC_GTEST_PROP(DecimalRounding, StaysWithinOneStepAndOnTheRightSide, ()) {
  const int places = *rc::gen::inRange(0, 10);
  const std::int64_t scaled = *rc::gen::oneOf(test::near_tie(9 - places), test::any_int64());
  RC_PRE(scaled < 9'000'000'000'000'000'000 && scaled > -9'000'000'000'000'000'000);
  const Points p = Points::from_scaled(scaled);
  detail::int128 step = 1;
  for (int i = places; i < 9; ++i) step *= 10;
  for (const Rounding mode : test::all_roundings) {
    const detail::int128 moved = detail::int128(p.rounded(places, mode).scaled()) - scaled;
    RC_ASSERT((scaled + moved) % step == 0);
    RC_ASSERT(moved < step && moved > -step);
    const bool nearest = mode == Rounding::half_up || mode == Rounding::half_even;
    if (nearest) RC_ASSERT(2 * moved <= step && 2 * moved >= -step);
    if (mode == Rounding::floor) RC_ASSERT(moved <= 0);
    if (mode == Rounding::down) RC_ASSERT((scaled >= 0 ? moved <= 0 : moved >= 0));
    if (mode == Rounding::up) RC_ASSERT((scaled >= 0 ? moved >= 0 : moved <= 0));
  }
}

TEST(DecimalRounding, NamesReadBackAsTheirModes) {
  for (const Rounding mode : test::all_roundings) EXPECT_EQ(parse_rounding(to_string(mode)), mode);
  EXPECT_EQ(parse_rounding("half-up"), std::nullopt);
  EXPECT_EQ(parse_rounding(""), std::nullopt);
}

TEST(DecimalArithmetic, ThrowsInsteadOfWrappingAndKeepsItsValue) {
  const Points step = Points::from_scaled(1);
  Points high = Points::max();
  EXPECT_THROW(high += step, OverflowError);
  EXPECT_THROW(high *= 2, OverflowError);
  EXPECT_EQ(high, Points::max());
  Points low = Points::min();
  EXPECT_THROW(low -= step, OverflowError);
  EXPECT_EQ(low, Points::min());
  EXPECT_THROW((void)-low, OverflowError);
  EXPECT_THROW((void)Points::of(10'000'000'000), OverflowError);
  EXPECT_EQ(Points::of(9'223'372'036).to_string(), "9223372036");
}

RC_GTEST_PROP(DecimalArithmetic, EqualsArithmeticInTwiceTheBitsOrThrows, ()) {
  using detail::int128;
  const std::int64_t a = *test::any_int64();
  const std::int64_t b = *test::any_int64();
  const auto check = [](int128 expected, auto operation) {
    const bool fits =
        expected >= std::numeric_limits<std::int64_t>::min() && expected <= std::numeric_limits<std::int64_t>::max();
    if (fits) {
      RC_ASSERT(operation().scaled() == static_cast<std::int64_t>(expected));
    } else {
      RC_ASSERT_THROWS_AS(operation(), OverflowError);
    }
  };
  const Points p = Points::from_scaled(a);
  const Points q = Points::from_scaled(b);
  check(int128(a) + b, [&] { return p + q; });
  check(int128(a) - b, [&] { return p - q; });
  check(int128(a) * b, [&] { return p * b; });
  check(int128(a) * b, [&] { return b * p; });
  check(-int128(a), [&] { return -p; });
  RC_ASSERT((p < q) == (a < b));
}

TEST(DecimalValue, StreamsAndHashesLikeItsText) {
  std::ostringstream out;
  out << points("84.50") << ' ' << Money::parse("-0.05").value();
  EXPECT_EQ(out.str(), "84.5 -0.05");
  const std::unordered_set<Points> set = {points("1"), points("1.0"), points("2")};
  EXPECT_EQ(set.size(), 2u);
}

}  // namespace
}  // namespace aedile
