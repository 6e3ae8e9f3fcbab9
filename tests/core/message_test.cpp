// Sentences: placeholders, languages, texts from data, and what is safe to quote.
#include "aedile/core/message.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <set>
#include <sstream>

#include "core/excerpt.h"
#include "core/messages.h"
#include "core/utf8.h"

namespace aedile {
namespace {

constexpr Message part_sum{"part_sum", "the parts of {0} sum to {1}, not {2}", "{0}各部分合计{1}，应为{2}"};

std::string filled(std::string_view sentence, std::vector<std::string> arguments) {
  const Message message{"test", sentence, ""};
  return Text(message, std::move(arguments)).in();
}

TEST(Text, PutsArgumentsIntoTheSentenceOfEachLanguage) {
  const Text text(part_sum, {"18", "2", "3"});
  EXPECT_EQ(text.in(Language::en), "the parts of 18 sum to 2, not 3");
  EXPECT_EQ(text.in(Language::zh), "18各部分合计2，应为3");
  EXPECT_EQ(text.in(), text.in(Language::en));
}

TEST(Text, TakesPlaceholdersInAnyOrderAndAnyNumberOfTimes) {
  EXPECT_EQ(filled("{1}{0}{1}", {"a", "b"}), "bab");
  EXPECT_EQ(filled("{10}|{1}", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "ten"}), "ten|1");
}

TEST(Text, NeverLooksInsideAnArgument) {
  EXPECT_EQ(filled("{0} and {1}", {"{1}", "{0}"}), "{1} and {0}");
  EXPECT_EQ(filled("{0}0}", {"{"}), "{0}");
}

TEST(Text, LeavesAPlaceholderWithoutArgumentAsItStands) {
  EXPECT_EQ(filled("{0} {1} {2}", {"a"}), "a {1} {2}");
  EXPECT_EQ(filled("{99999999999999999999999999}", {"a"}), "{99999999999999999999999999}");
}

TEST(Text, LeavesOtherBracesAlone) {
  EXPECT_EQ(filled("{} { {x} {-1} {0 {0", {"a"}), "{} { {x} {-1} {0 {0");
  EXPECT_EQ(filled("{{0}}", {"a"}), "{a}");
  EXPECT_EQ(filled("", {"a"}), "");
}

TEST(Text, ChoosesTheWordThatFitsOneOrSeveral) {
  constexpr std::string_view rules = "{0} {0|rule|rules}, {1} {1|is|are} there";
  EXPECT_EQ(filled(rules, {"1", "0"}), "1 rule, 0 are there");
  EXPECT_EQ(filled(rules, {"1,001", "1"}), "1,001 rules, 1 is there");
  EXPECT_EQ(filled("{0||s}", {"1"}), "");
  EXPECT_EQ(filled("{0|a|b}{1}", {"{1}", "|"}), "b|");
}

TEST(Text, LeavesAChoiceThatIsNoneAsItStands) {
  EXPECT_EQ(filled("{0|rule} {0|rule|rules {1|a|b}", {"1"}), "{0|rule} {0|rule|rules {1|a|b}");
  EXPECT_EQ(filled("{0|a} or b|c}", {"1"}), "{0|a} or b|c}");
  EXPECT_EQ(filled("{0|a|} {0|a|b|c} {0x|y}", {"1"}), "{0|a|} {0|a|b|c} {0x|y}");
}

TEST(Text, FallsBackToEnglishWhereChineseIsMissing) {
  const Message english_only{"x", "only {0}", ""};
  EXPECT_EQ(Text(english_only, {"this"}).in(Language::zh), "only this");
}

TEST(Text, IsEqualByCodeAndArguments) {
  const Message other_sentence{"part_sum", "another sentence", ""};
  const Message other_code{"other", part_sum.en, part_sum.zh};
  EXPECT_EQ(Text(part_sum, {"1"}), Text(other_sentence, {"1"}));
  EXPECT_FALSE(Text(part_sum, {"1"}) == Text(other_code, {"1"}));
  EXPECT_FALSE(Text(part_sum, {"1"}) == Text(part_sum, {"2"}));
}

RC_GTEST_PROP(Text, JoinsAnyArgumentsUnchanged, (const std::string& a, const std::string& b)) {
  RC_ASSERT(filled("<{0}|{1}>", {a, b}) == "<" + a + "|" + b + ">");
}

TEST(ControlCharacters, AreWhatAnExcerptShowsByItsBytes) {
  for (const char* const hostile :
       {"\x01", "\x7F", "\u0080", "\u009F", "\u2028", "\u202A", "\u202E", "\u2066", "\u2069"}) {
    const std::string text = std::string("点") + hostile + "位";
    EXPECT_TRUE(detail::has_control_characters(text)) << detail::excerpt(text);
    EXPECT_NE(detail::excerpt(text), text);
  }
  for (const char* const harmless : {"\u00A0", "\u2027", "\u202F", "\u2065", "\u206A", "\u20A8", "â", "點"}) {
    EXPECT_FALSE(detail::has_control_characters(harmless)) << harmless;
    EXPECT_EQ(detail::excerpt(harmless), harmless);
  }
}

TEST(Language, NamesReadBack) {
  EXPECT_EQ(parse_language("en"), Language::en);
  EXPECT_EQ(parse_language("zh"), Language::zh);
  EXPECT_EQ(to_string(Language::zh), "zh");
  EXPECT_EQ(to_string(Language::en), "en");
  EXPECT_EQ(parse_language("ZH"), std::nullopt);
  EXPECT_EQ(parse_language(""), std::nullopt);
}

TEST(LocalText, PrefersTheLanguageThenNoneThenEnglishThenTheFirst) {
  EXPECT_EQ(LocalText({{"en", "street"}, {"zh", "街道"}}).in(Language::zh), "街道");
  EXPECT_EQ(LocalText({{"en", "street"}, {"", "any"}}).in(Language::zh), "any");
  EXPECT_EQ(LocalText({{"fr", "rue"}, {"en", "street"}}).in(Language::zh), "street");
  EXPECT_EQ(LocalText({{"fr", "rue"}, {"de", "Straße"}}).in(Language::zh), "rue");
  EXPECT_EQ(LocalText({{"fr", "rue"}, {"zh", "街道"}}).in(Language::en), "rue");
  EXPECT_EQ(LocalText().in(Language::en), "");
  EXPECT_TRUE(LocalText().empty());
}

TEST(LocalText, OfOneTextServesEveryLanguage) {
  const LocalText text = "垃圾分类";
  EXPECT_EQ(text.in(Language::en), "垃圾分类");
  EXPECT_EQ(text, LocalText(std::string("垃圾分类")));
  std::ostringstream out;
  out << text;
  EXPECT_EQ(out.str(), "垃圾分类");
}

TEST(CoreMessages, HaveDistinctCodesAndBothLanguagesWithTheSamePlaceholders) {
  const std::array all = {messages::bad_number,   messages::too_many_decimals, messages::too_many_digits,
                          messages::number_range, messages::bad_date,          messages::bad_instant,
                          messages::leap_second,  messages::bad_period};
  std::set<std::string_view> codes;
  for (const Message& message : all) {
    EXPECT_TRUE(codes.insert(message.code).second) << message.code;
    EXPECT_FALSE(message.zh.empty()) << message.code;
    for (const std::string_view placeholder : {"{0}", "{1}", "{2}", "{3}"}) {
      EXPECT_EQ(message.en.find(placeholder) == std::string_view::npos,
                message.zh.find(placeholder) == std::string_view::npos)
          << message.code << ' ' << placeholder;
    }
    EXPECT_NE(message.en.find("; "), std::string_view::npos) << message.code << " must say what to do";
    EXPECT_NE(message.zh.find("；"), std::string_view::npos) << message.code;
  }
}

TEST(Excerpt, LeavesShortPrintableTextAsItIs) {
  EXPECT_EQ(detail::excerpt("12,5"), "12,5");
  EXPECT_EQ(detail::excerpt("扣完为止 🗑 é"), "扣完为止 🗑 é");
  EXPECT_EQ(detail::excerpt(""), "");
  EXPECT_EQ(detail::excerpt(std::string(60, 'x')), std::string(60, 'x'));
}

TEST(Excerpt, CutsBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 61; ++i) text += "街";
  EXPECT_EQ(detail::excerpt(text), text.substr(0, 180) + "…");
}

TEST(Excerpt, KeepsHostileTextOnOneLineOfUtf8) {
  EXPECT_EQ(detail::excerpt("a\nb\r\t\x1b[31m\x7f"), "a\\x0Ab\\x0D\\x09\\x1B[31m\\x7F");
  EXPECT_EQ(detail::excerpt(std::string_view("\0", 1)), "\\x00");
  EXPECT_EQ(detail::excerpt("\xFF\xC0\x80"), "\\xFF\\xC0\\x80");
  EXPECT_EQ(detail::excerpt("\xED\xA0\x80"), "\\xED\\xA0\\x80") << "a surrogate";
  EXPECT_EQ(detail::excerpt("\xF4\x90\x80\x80"), "\\xF4\\x90\\x80\\x80") << "beyond U+10FFFF";
  EXPECT_EQ(detail::excerpt("\xE8\xA1"), "\\xE8\\xA1") << "cut short";
  EXPECT_EQ(detail::excerpt("\u2028\u0085"), "\\xE2\\x80\\xA8\\xC2\\x85") << "line separators";
}

RC_GTEST_PROP(Excerpt, IsAlwaysWellFormedAndBounded, (const std::string& text)) {
  const std::string shown = detail::excerpt(text);
  RC_ASSERT(shown.size() <= 60u * 16u + 3u);
  std::string_view rest = shown;
  while (!rest.empty()) {
    const std::size_t length = detail::utf8_sequence_length(rest);
    RC_ASSERT(length > 0u);
    RC_ASSERT(static_cast<unsigned char>(rest.front()) >= 0x20);
    rest.remove_prefix(length);
  }
}

}  // namespace
}  // namespace aedile
