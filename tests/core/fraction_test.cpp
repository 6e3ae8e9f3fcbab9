// Fractions of 64 bits give what unlimited ones give, or say that they cannot.
#include "core/fraction.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/rational_impl.h"

namespace aedile::detail {
namespace {

/// Small and large ones, 0, negative ones, and those with much in common.
Fraction any_fraction() {
  const auto part = [] {
    const int bits = *rc::gen::inRange(0, 63);
    return *rc::gen::inRange<std::int64_t>(-(std::int64_t{1} << bits), (std::int64_t{1} << bits) + 1);
  };
  return {part(), std::max<std::int64_t>(1, std::abs(part()))};
}

template <class Operation>
void same(const Operation& operation, const Fraction& a, const Fraction& b) {
  const cpp_rational expected = operation(unlimited(a), unlimited(b));
  const bool fits = abs(numerator(expected)) <= std::numeric_limits<std::int64_t>::max() &&
                    denominator(expected) <= std::numeric_limits<std::int64_t>::max();
  try {
    const Fraction made = operation(a, b);
    RC_ASSERT(numerator(expected) == made.numerator());
    RC_ASSERT(denominator(expected) == made.denominator());
  } catch (const FractionTooLarge&) {
    RC_ASSERT(!fits);
  }
}

RC_GTEST_PROP(FractionLaws, AnOperationIsThatOfUnlimitedFractionsOrTooLarge, ()) {
  const Fraction a = any_fraction(), b = any_fraction();
  same([](const auto& x, const auto& y) { return decltype(x + y)(x + y); }, a, b);
  same([](const auto& x, const auto& y) { return decltype(x - y)(x - y); }, a, b);
  same([](const auto& x, const auto& y) { return decltype(x * y)(x * y); }, a, b);
  if (!b.is_zero()) same([](const auto& x, const auto& y) { return decltype(x / y)(x / y); }, a, b);
  RC_ASSERT((a < b) == (unlimited(a) < unlimited(b)));
  RC_ASSERT((a == b) == (unlimited(a) == unlimited(b)));
  RC_ASSERT(a.sign() == unlimited(a).sign());
  RC_ASSERT(unlimited(abs(a)) == abs(unlimited(a)));
}

TEST(Fraction, IsInLowestTermsAndSaysWhenItIsTooLarge) {
  const Fraction half(-6, 12);
  EXPECT_EQ(half.numerator(), -1);
  EXPECT_EQ(half.denominator(), 2);
  EXPECT_EQ(Fraction(0, 7), Fraction());
  EXPECT_EQ(Fraction(1, 3) / Fraction(-2, 3), Fraction(-1, 2));
  const Fraction most(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(most * Fraction(1, 7) * Fraction(7), most);
  EXPECT_THROW(most + Fraction(1), FractionTooLarge);
  EXPECT_THROW(most * most, FractionTooLarge);
}

}  // namespace
}  // namespace aedile::detail
