// Exact fractions: text, laws of a field, rounding against fixed point, ownership.
#include "aedile/core/rational.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/generators.h"
#include "core/unreduced.h"

namespace aedile {
namespace {

static_assert(std::is_nothrow_move_constructible_v<Rational> && std::is_nothrow_move_assignable_v<Rational>);
static_assert(!std::is_constructible_v<Rational, double> && !std::is_convertible_v<float, Rational>);
static_assert(!std::is_convertible_v<Points, Rational> && std::is_constructible_v<Rational, Points>);

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

Rational fraction(std::string_view text) { return Rational::parse(text).value(); }

std::string code_of(const Result<Rational>& result) {
  return result.ok() ? "ok" : std::string(result.diagnostics().items().front().code());
}

TEST(RationalValue, IsInLowestTermsWithThePositiveDenominator) {
  EXPECT_EQ(Rational(6, -4).to_string(), "-3/2");
  EXPECT_EQ(Rational(-6, -4).to_string(), "3/2");
  EXPECT_EQ(Rational(0, -7).to_string(), "0");
  EXPECT_EQ(Rational(0, -7).denominator(), "1");
  EXPECT_EQ(Rational(lowest, lowest), Rational(1));
  EXPECT_EQ(Rational(1, lowest).to_string(), "-1/9223372036854775808");
  EXPECT_EQ(Rational(lowest).numerator(), "-9223372036854775808");
  EXPECT_EQ(Rational(Points::parse("84.5").value()), Rational(169, 2));
  EXPECT_EQ(Rational(), Rational(0));
}

TEST(RationalValue, RefusesZeroAsDenominator) {
  EXPECT_THROW(Rational(1, 0), ContractError);
  EXPECT_THROW(Rational(1) / Rational(), ContractError);
  Rational kept(5);
  EXPECT_THROW(kept /= Rational(0), ContractError);
  EXPECT_EQ(kept, Rational(5));
}

TEST(RationalParse, ReadsWholesFractionsAndDecimals) {
  EXPECT_EQ(fraction("5"), Rational(5));
  EXPECT_EQ(fraction("-2/3"), Rational(-2, 3));
  EXPECT_EQ(fraction("+4/6"), Rational(2, 3));
  EXPECT_EQ(fraction("0.25"), Rational(1, 4));
  EXPECT_EQ(fraction("-12.50e-1"), Rational(-5, 4));
  EXPECT_EQ(fraction("1e3"), Rational(1000));
  EXPECT_EQ(fraction("010/0012"), Rational(5, 6)) << "a leading zero does not mean octal";
  EXPECT_EQ(fraction("0009.010"), Rational(901, 100));
  EXPECT_EQ(fraction("-0"), Rational());
  EXPECT_EQ(fraction("0/5"), Rational());
  EXPECT_EQ(fraction("0e999999999999999999999"), Rational());
  EXPECT_EQ(fraction("1e-30") * fraction("1e30"), Rational(1));
}

TEST(RationalParse, RejectsGarbageAndZeroDenominators) {
  for (const std::string_view text :
       {"",     "/",    "1/",    "/2",    "1/0",   "0/0",   "1/000", "1/-2", "1/+2", "-/2",  "1/2/3",
        "1 /2", "1/ 2", "0.5/2", "1/0.5", "1e2/3", "0x1/2", "one",   "1/2 ", ".5",   "--1/2"}) {
    EXPECT_EQ(code_of(Rational::parse(text)), "bad_number") << text;
  }
}

TEST(RationalParse, BoundsTheDigitsItWillWorkWith) {
  const std::string nines(1000, '9');
  EXPECT_EQ(fraction(nines).to_string(), nines);
  EXPECT_EQ(fraction("1/" + nines).denominator(), nines);
  EXPECT_EQ(fraction("1e999").numerator().size(), 1000u);
  EXPECT_EQ(fraction("1e-999").denominator().size(), 1000u);
  for (const std::string& text :
       {nines + "0", "1/1" + nines, "1" + nines + "/7", std::string("1e1000"), std::string("1e-1000"),
        std::string("1e999999999"), std::string("1e-999999999"), "1." + nines + "9", std::string(1'000'000, '7')}) {
    EXPECT_EQ(code_of(Rational::parse(text)), "too_many_digits") << text.substr(0, 20);
  }
  EXPECT_EQ(fraction("1" + std::string(1'000'000, '0') + "e-1000000"), Rational(1));
}

RC_GTEST_PROP(RationalText, PrintingThenParsingIsTheIdentity, ()) {
  const Rational a = *test::any_rational();
  RC_ASSERT(fraction(a.to_string()) == a);
  RC_ASSERT(fraction(a.numerator() + '/' + a.denominator()) == a);
}

RC_GTEST_PROP(RationalText, DecimalsAreReadAsFixedPointReadsThem, ()) {
  const Points p = Points::from_scaled(*test::any_int64());
  RC_ASSERT(fraction(p.to_string()) == Rational(p));
  RC_ASSERT(Rational(p).to_decimal_string(9) == p.to_string());
  RC_ASSERT(Rational(p).exactly<Points>() == p);
}

TEST(RationalText, DecimalTextIsExactOrSaysThatItWasCut) {
  EXPECT_EQ(Rational(169, 2).to_decimal_string(), "84.5");
  EXPECT_EQ(Rational(1, 3).to_decimal_string(), "0.333333333…");
  EXPECT_EQ(Rational(-2, 3).to_decimal_string(2), "-0.66…");
  EXPECT_EQ(Rational(1, 8).to_decimal_string(3), "0.125");
  EXPECT_EQ(Rational(1, 8).to_decimal_string(2), "0.12…");
  EXPECT_EQ(Rational(5, 2).to_decimal_string(0), "2…");
  EXPECT_EQ(Rational(-7).to_decimal_string(0), "-7");
  EXPECT_EQ(Rational(-1, 1000).to_decimal_string(2), "-0.00…");
  EXPECT_EQ(Rational(1000).to_decimal_string(4), "1000");
  EXPECT_THROW((void)Rational(1).to_decimal_string(-1), ContractError);
}

RC_GTEST_PROP(RationalLaws, FormAnOrderedField, ()) {
  const Rational a = *test::any_rational();
  const Rational b = *test::any_rational();
  const Rational c = *test::any_rational();
  RC_ASSERT(a + b == b + a);
  RC_ASSERT((a + b) + c == a + (b + c));
  RC_ASSERT(a * b == b * a);
  RC_ASSERT((a * b) * c == a * (b * c));
  RC_ASSERT(a * (b + c) == a * b + a * c);
  RC_ASSERT(a + Rational() == a);
  RC_ASSERT(a * Rational(1) == a);
  RC_ASSERT(a + -a == Rational());
  RC_ASSERT(a - b == a + -b);
  if (!b.is_zero()) RC_ASSERT(a / b * b == a);
  RC_ASSERT((a < b) == ((a - b).sign() < 0));
  RC_ASSERT((a < b) == (a + c < b + c));
  RC_ASSERT((a <=> b) == (0 <=> (b <=> a)));
}

RC_GTEST_PROP(RationalLaws, AgreeWithCrossMultiplicationInSmallNumbers, ()) {
  const auto small = rc::gen::inRange<std::int64_t>(-1000, 1000);
  const auto positive = rc::gen::inRange<std::int64_t>(1, 1000);
  const std::int64_t a = *small, b = *positive, c = *small, d = *positive;
  RC_ASSERT(Rational(a, b) + Rational(c, d) == Rational(a * d + c * b, b * d));
  RC_ASSERT(Rational(a, b) * Rational(c, d) == Rational(a * c, b * d));
  RC_ASSERT((Rational(a, b) < Rational(c, d)) == (a * d < c * b));
  RC_ASSERT((Rational(a, b) == Rational(c, d)) == (a * d == c * b));
}

TEST(RationalLaws, HoldWhereBothSidesAreTheSameObject) {
  Rational a(2, 3);
  const Rational& same = a;
  a += same;
  EXPECT_EQ(a, Rational(4, 3));
  a *= same;
  EXPECT_EQ(a, Rational(16, 9));
  a /= same;
  EXPECT_EQ(a, Rational(1));
  a -= same;
  EXPECT_TRUE(a.is_zero());
}

RC_GTEST_PROP(RationalRounding, AgreesWithFixedPointInEveryMode, ()) {
  const int places = *rc::gen::inRange(0, 10);
  const Points p = Points::from_scaled(*rc::gen::oneOf(test::near_tie(9 - places), test::any_int64()));
  for (const Rounding mode : test::all_roundings) {
    std::optional<Points> expected;
    try {
      expected = p.rounded(places, mode);
    } catch (const OverflowError&) {
      RC_ASSERT_THROWS_AS((void)Rational(p).rounded_to<Points>({mode, places}), OverflowError);
      continue;
    }
    RC_ASSERT(Rational(p).rounded_to<Points>({mode, places}) == *expected);
    RC_ASSERT(Rational(p).rounded({mode, places}) == Rational(*expected));
  }
}

RC_GTEST_PROP(RationalRounding, OfAnyFractionIsTheNeighbourItsModeNames, ()) {
  const Rational a = *test::any_rational();
  const int places = *rc::gen::inRange(0, 10);
  const Rational step = fraction("1e-" + std::to_string(places));
  const Rational half = step / Rational(2);
  const auto moved = [&](Rounding mode) {
    const Rational result = a.rounded({mode, places});
    RC_ASSERT((result / step).denominator() == "1");
    return result - a;
  };
  const auto size = [](const Rational& x) { return x.sign() < 0 ? -x : x; };
  RC_ASSERT(moved(Rounding::floor) <= Rational() && moved(Rounding::floor) > -step);
  RC_ASSERT(moved(Rounding::down).sign() * a.sign() <= 0 && size(moved(Rounding::down)) < step);
  RC_ASSERT(moved(Rounding::up).sign() * a.sign() >= 0 && size(moved(Rounding::up)) < step);
  RC_ASSERT(size(moved(Rounding::half_up)) <= half);
  RC_ASSERT(size(moved(Rounding::half_even)) <= half);
  if (size(moved(Rounding::half_up)) == half) RC_ASSERT(moved(Rounding::half_up).sign() == a.sign());
}

TEST(RationalRounding, DecidesTiesOfNegativeFractions) {
  const Rational tie(-5, 2);
  EXPECT_EQ(tie.rounded_to<Points>({Rounding::half_up, 0}), Points::of(-3));
  EXPECT_EQ(tie.rounded_to<Points>({Rounding::half_even, 0}), Points::of(-2));
  EXPECT_EQ(Rational(-7, 2).rounded_to<Points>({Rounding::half_even, 0}), Points::of(-4));
  EXPECT_EQ(tie.rounded_to<Points>({Rounding::down, 0}), Points::of(-2));
  EXPECT_EQ(tie.rounded_to<Points>({Rounding::up, 0}), Points::of(-3));
  EXPECT_EQ(tie.rounded_to<Points>({Rounding::floor, 0}), Points::of(-3));
  EXPECT_EQ(Rational(1, 3).rounded_to<Points>({Rounding::half_up, 2}).to_string(), "0.33");
  EXPECT_EQ(Rational(-1, 3).rounded_to<Points>({Rounding::floor, 2}).to_string(), "-0.34");
}

TEST(RationalRounding, ThrowsOutsideTheRangeAndReachesItsEnds) {
  EXPECT_EQ(Rational(Points::max()).rounded_to<Points>({}), Points::max());
  EXPECT_EQ(Rational(Points::min()).rounded_to<Points>({}), Points::min());
  const Rational beyond = Rational(Points::max()) + fraction("5e-10");
  EXPECT_EQ(beyond.rounded_to<Points>({Rounding::down, 9}), Points::max());
  EXPECT_THROW((void)beyond.rounded_to<Points>({Rounding::half_up, 9}), OverflowError);
  EXPECT_THROW((void)fraction("1e500").rounded_to<Points>({}), OverflowError);
  EXPECT_THROW((void)fraction("-1e500").rounded_to<Points>({}), OverflowError);
  EXPECT_THROW((void)Rational(1).rounded_to<Points>({Rounding::up, 10}), ContractError);
  EXPECT_THROW((void)Rational(1).rounded_to<Money>({Rounding::up, 3}), ContractError);
  EXPECT_THROW((void)Rational(1).rounded({Rounding::up, -1}), ContractError);
}

TEST(RationalExactly, GivesADecimalOnlyWhereThereIsOne) {
  EXPECT_EQ(Rational(1, 8).exactly<Points>(), Points::parse("0.125").value());
  EXPECT_EQ(Rational(1, 8).exactly<Money>(), std::nullopt);
  EXPECT_EQ(Rational(1, 3).exactly<Points>(), std::nullopt);
  EXPECT_EQ(Rational(highest).exactly<Points>(), std::nullopt);
  EXPECT_EQ(Rational(Points::min()).exactly<Points>(), Points::min());
}

/// Parts of every length, and often the longest that 64 bits hold, or one more.
Rational of_any_length() {
  const auto part = [] {
    const int bits = *rc::gen::inRange(0, 130);
    detail::cpp_int value = detail::cpp_int(1) << bits;
    value += *rc::gen::inRange(-2, 3);
    return bits > 62 && *rc::gen::inRange(0, 2) == 0 ? detail::cpp_int(highest) + *rc::gen::inRange(-1, 2) : value;
  };
  const detail::cpp_int above = *rc::gen::inRange(0, 2) == 0 ? part() : -part();
  return detail::to_rational(detail::cpp_rational(above, abs(part()) + 1));
}

RC_GTEST_PROP(RationalLaws, AnOperationIsThatOfUnlimitedFractions, ()) {
  const Rational a = of_any_length(), b = of_any_length();
  const detail::cpp_rational x = detail::unlimited(a), y = detail::unlimited(b);
  const auto same = [](const Rational& made, const detail::cpp_rational& expected) {
    RC_ASSERT(made.numerator() == numerator(expected).str());
    RC_ASSERT(made.denominator() == denominator(expected).str());
    RC_ASSERT(made == detail::to_rational(expected));
  };
  same(a + b, x + y);
  same(a - b, x - y);
  same(a * b, x * y);
  if (!b.is_zero()) same(a / b, x / y);
  same(-a, -x);
  RC_ASSERT((a < b) == (x < y));
  RC_ASSERT((a == b) == (x == y));
  RC_ASSERT(a.sign() == x.sign());
  same((a + b) - b, x);  // long, and short again
}

RC_GTEST_PROP(UnreducedLaws, ItsValueIsThatOfTheSameOperationsOnFractions, ()) {
  Rational expected = of_any_length();
  detail::Unreduced value(expected);
  const int steps = *rc::gen::inRange(1, 12);
  for (int i = 0; i < steps; ++i) {
    const Rational next = *rc::gen::inRange(0, 3) == 0 ? of_any_length() : Rational(*rc::gen::inRange(-50, 51), 12);
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        value.plus(next);
        expected += next;
        break;
      case 1:
        value.times(next);
        expected *= next;
        break;
      default:
        if (next.is_zero()) break;
        value.over(next);
        expected /= next;
    }
    if (*rc::gen::inRange(0, 4) == 0) RC_ASSERT(value.value() == expected);
  }
  RC_ASSERT(value.value() == expected);
}

TEST(RationalOwnership, CopiesAreIndependent) {
  Rational a(1, 3);
  Rational b = a;
  b += Rational(1);
  EXPECT_EQ(a, Rational(1, 3));
  a = b;
  b = Rational(7);
  EXPECT_EQ(a, Rational(4, 3));
  Rational& same = a;
  a = same;
  EXPECT_EQ(a, Rational(4, 3));
}

TEST(RationalOwnership, AMovedFromValueCanBeAssignedCopiedAndDestroyed) {
  Rational a(1, 3);
  Rational b = std::move(a);
  EXPECT_EQ(b, Rational(1, 3));
  Rational empty_copy = a;  // NOLINT(bugprone-use-after-move): the point of the test
  a = b;
  EXPECT_EQ(a, Rational(1, 3));
  empty_copy = std::move(b);
  EXPECT_EQ(empty_copy, Rational(1, 3));
  b = Rational(2);
  EXPECT_EQ(b, Rational(2));
}

TEST(RationalImpl, RoundTripsThroughTheImplementation) {
  const Rational a(-22, 7);
  EXPECT_EQ(detail::to_rational(detail::unlimited(a)), a);
  EXPECT_EQ(detail::rounded_steps(detail::unlimited(a), 2, Rounding::half_up), -314);
  EXPECT_EQ(detail::to_int64(detail::cpp_int(lowest)), lowest);
  EXPECT_THROW((void)detail::to_int64(detail::cpp_int(highest) + 1), OverflowError);
  EXPECT_THROW((void)detail::to_int64(detail::cpp_int(lowest) - 1), OverflowError);
}

}  // namespace
}  // namespace aedile
