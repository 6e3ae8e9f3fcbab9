// The page an explanation is printed on: widths, line breaks, the column of amounts; and how numbers are written.

#include "scoring/explain_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/explain_numbers.h"

namespace aedile::detail {
namespace {

using testing::ElementsAre;

TEST(DisplayWidth, CountsChineseCharactersAndTheirPunctuationTwice) {
  EXPECT_EQ(display_width("1.2 Streets"), 11u);
  EXPECT_EQ(display_width("道路保洁"), 8u);
  EXPECT_EQ(display_width("（严重），北门"), 14u);
  EXPECT_EQ(display_width("😀"), 2u);
}

TEST(DisplayWidth, CountsSignsOnceAndCombiningMarksNot) {
  EXPECT_EQ(display_width("−1.5 × 2 …"), 10u);
  EXPECT_EQ(display_width("e\xCC\x81t\xC3\xA9"), 3u);  // e + acute, t, é
  EXPECT_EQ(display_width(""), 0u);
}

TEST(OneLine, KeepsHostileTextFromForgingLines) {
  EXPECT_EQ(one_line("litter\nV-0001  100 of 100"), "litter V-0001  100 of 100");
  EXPECT_EQ(one_line("\x1B[2Jgone"), " [2Jgone");
  EXPECT_EQ(one_line("a\xC2\x85"
                     "b\xE2\x80\xA8"
                     "c"),
            "a b c");
  EXPECT_EQ(one_line("bad \xFF byte"), "bad ? byte");
}

TEST(Wrap, BreaksEnglishAtSpaces) {
  EXPECT_THAT(wrap("one two three four", 9), ElementsAre("one two", "three", "four"));
  EXPECT_THAT(wrap("short", 9), ElementsAre("short"));
}

TEST(Wrap, BreaksChineseBetweenCharactersButNeverBeforeClosingMarks) {
  EXPECT_THAT(wrap("扣完为止，多扣的退回", 8), ElementsAre("扣完为", "止，多扣", "的退回"));
  EXPECT_THAT(wrap("见（附件）", 4), ElementsAre("见", "（附", "件）"));
}

TEST(Wrap, LeavesAWordThatIsTooLongWhole) {
  EXPECT_THAT(wrap("a incomprehensibilities b", 6), ElementsAre("a", "incomprehensibilities", "b"));
}

TEST(Page, AlignsAmountsAtTheRight) {
  Page page;
  page.add(0, "道路保洁", "−1.5");
  page.add(2, "Street", "+10");
  EXPECT_EQ(page.print(),
            "道路保洁                                  −1.5\n"
            "  Street                                   +10\n");
}

TEST(Page, PutsTheAmountOfALongTextBehindItsLastLine) {
  Page page;
  page.add(0,
           "a text that is so long that it cannot stand on one line of the page, "
           "whatever its reader may think of it and say of it",
           "−2", "= 1/3");
  EXPECT_EQ(page.print(),
            "a text that is so long that it cannot stand on one line of the page, whatever its\n"
            "  reader may think of it and say of it                                                −2  = 1/3\n");
}

TEST(Page, LeavesNoSpacesAtTheEndsOfLines) {
  Page page;
  page.add(2, "heading");
  page.add_empty_line();
  page.add(4, "步骤", "0");
  const std::string text = page.print();
  EXPECT_EQ(text.find(" \n"), std::string::npos);
  EXPECT_NE(text.find("\n\n"), std::string::npos);
}

TEST(Numbers, AreExactOrSayThatTheyAreCut) {
  EXPECT_EQ(written(Rational(169, 2)), "84.5");
  EXPECT_EQ(written(Rational(-1, 3)), "−0.333333333…");
  EXPECT_EQ(with_sign(Rational(5)), "+5");
  EXPECT_EQ(with_sign(Rational(-5)), "−5");
  EXPECT_EQ(with_sign(Rational()), "0");
  EXPECT_EQ(written_exactly(Rational(640, 7)), "91.428571428… (640/7)");
  EXPECT_EQ(written_exactly(Rational(1, 8)), "0.125");
  EXPECT_EQ(short_fraction(Rational(1234567, 7654321)), "");
}

TEST(Numbers, WriteSharesAsPerCentWhereThatIsExact) {
  EXPECT_EQ(share_written(Rational(3, 5)), "60%");
  EXPECT_EQ(share_written(Rational(6, 7)), "6/7");
  EXPECT_EQ(share_written(Rational(1234567, 7654321)), "16.1290…%");
  EXPECT_EQ(per_cent_written(Rational(1200, 13)), "92.3076…%");
}

}  // namespace
}  // namespace aedile::detail
