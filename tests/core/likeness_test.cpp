// What people see of a name, and what they do not.
#include "core/likeness.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace aedile::detail {
namespace {

TEST(Names, ThatDifferInWhatNobodySeesAreTheSame) {
  for (const char* const other : {"Wang", "WANG", "ｗａｎｇ", "Ｗａｎｇ", "wang ", " wang", "wang\u3000", "\u00A0wang",
                                  "wa\u200Bng", "wa\u00ADng", "\uFEFFwang", "wang\u200E", "\u2060wang", "wa\u034Fng",
                                  "wang\uFE0F", "\u2800wang", "wang\u180E", "wan\u3164g"}) {
    EXPECT_TRUE(is_same_name("wang", other)) << other;
    EXPECT_TRUE(is_same_name(other, "wang")) << other;
  }
  EXPECT_TRUE(is_same_name("caf\u00E9", "cafe\u0301"));
  EXPECT_TRUE(is_same_name("CAFE\u0301", "caf\u00E9"));
  EXPECT_TRUE(is_same_name("王伟 ", "王伟"));
  EXPECT_TRUE(is_same_name("王\u200B伟", "王伟"));
  EXPECT_TRUE(is_same_name("Straße", "STRASSE"));
  EXPECT_TRUE(is_same_name("Ⅻ队", "xii队"));
}

TEST(Names, OfOthersStayApart) {
  for (const char* const other : {"wan", "wangs", "w ang", "wаng", "王", ""}) {  // with a Cyrillic а
    EXPECT_FALSE(is_same_name("wang", other)) << other;
  }
  EXPECT_FALSE(is_same_name("王伟", "王玮"));
  EXPECT_FALSE(is_same_name("\xFFwang", "\xFFWang"));
  EXPECT_TRUE(is_same_name("\xFFwang", "\xFFwang"));
}

TEST(Names, AreToldWhatInThemNobodySees) {
  EXPECT_EQ(unseen("wang"), std::nullopt);
  EXPECT_EQ(unseen("王 伟"), std::nullopt);
  EXPECT_EQ(unseen("Ｗａｎｇ"), std::nullopt);
  EXPECT_EQ(unseen("cafe\u0301"), std::nullopt);
  EXPECT_EQ(unseen("wang "), "U+0020");
  EXPECT_EQ(unseen("\u3000王伟"), "U+3000");
  EXPECT_EQ(unseen("wa\u200Bng"), "U+200B");
  EXPECT_EQ(unseen("王\u00AD伟"), "U+00AD");
  EXPECT_EQ(unseen("wang\u202E"), "U+202E");
  EXPECT_EQ(unseen("wa\tng"), "U+0009");
  EXPECT_EQ(unseen("\U000E0101wang"), "U+E0101");
}

TEST(Texts, AreBlankWhereNothingOfThemCanBeSeen) {
  for (const char* const text : {"", " ", "\t\n ", "\u3000", "\u200B\u00A0", "\u2800", "\u3164", "\u2028"}) {
    EXPECT_TRUE(is_blank(text)) << text;
  }
  for (const char* const text : {"a", " . ", "\u3000清", "0", "\xFF"}) EXPECT_FALSE(is_blank(text)) << text;
}

/// The same without a short way: every text is folded.
std::string letter(int choice) {
  static constexpr const char* letters[] = {"a", "A", "b", " ", "王", "Ａ", "\u200B", "é", "e\u0301", "龥", "\u4DFF"};
  return letters[static_cast<std::size_t>(choice)];
}

RC_GTEST_PROP(Names, AreComparedAlikeByTheShortWay, ()) {
  const auto word = [] {
    std::string text;
    for (const int each : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 11))) text += letter(each);
    return text;
  };
  const std::string a = word();
  const std::string b = *rc::gen::element(a, word());
  // An invisible character within sends both the long way, and changes nothing.
  RC_ASSERT(is_same_name(a, b) == is_same_name("\u200B" + a, b + "\u200B"));
  RC_ASSERT(is_same_name(a, b) == is_same_name(b, a));
  RC_ASSERT(is_same_name(a, b) == (folded(a) == folded(b)));
  RC_ASSERT(is_same_name(a, " " + a + "\u3000"));
}

}  // namespace
}  // namespace aedile::detail
