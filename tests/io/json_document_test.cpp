#include "io/json/document.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace aedile::json {
namespace {

/// "line:column code" of the one problem of a text.
std::string problem_of(std::string_view text) {
  const Result<Document> parsed = Document::parse(text, "f.json");
  if (parsed) return "none";
  EXPECT_EQ(parsed.diagnostics().size(), 1u);
  const Diagnostic& problem = parsed.diagnostics().items().front();
  EXPECT_EQ(problem.place.file, "f.json");
  return std::to_string(problem.place.line) + ':' + std::to_string(problem.place.column) + ' ' +
         std::string(problem.code());
}

std::string sentence_of(std::string_view text, Language language = Language::en) {
  return to_string(Document::parse(text, "f.json").diagnostics().items().front(), language);
}

/// Every value with its place, "3:4 number 12", in the order of the text.
void describe(const Document& document, Value value, std::vector<std::string>& out) {
  static constexpr const char* names[] = {"null", "boolean", "number", "string", "array", "object"};
  const Place place = document.place(value.offset());
  out.push_back(std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' +
                names[static_cast<int>(value.type())] + ' ' + std::string(value.text()));
  if (value.is(Type::array)) {
    for (const Value element : value.elements()) describe(document, element, out);
  } else if (value.is(Type::object)) {
    for (const Member member : value.members()) {
      const Place key = document.place(member.key_offset);
      out.push_back(std::to_string(key.line) + ':' + std::to_string(key.column) + " key " + std::string(member.key));
      describe(document, member.value, out);
    }
  }
}

std::vector<std::string> described(std::string_view text) {
  const Result<Document> parsed = Document::parse(text, "f.json");
  std::vector<std::string> out;
  if (parsed) {
    describe(*parsed, parsed->root(), out);
  } else {
    out.push_back(parsed.diagnostics().to_string());
  }
  return out;
}

TEST(JsonDocument, KnowsWhereEveryValueAndKeyBegins) {
  EXPECT_EQ(
      described("{\"a\" : 12,\n  \"b\":[true,null , \"x\"],\n\t\"c\":{}}"),
      (std::vector<std::string>{"1:1 object ", "1:2 key a", "1:8 number 12", "2:3 key b", "2:7 array ",
                                "2:8 boolean true", "2:13 null null", "2:20 string x", "3:2 key c", "3:6 object "}));
}

TEST(JsonDocument, CountsColumnsInBytesAndLinesWithCarriageReturns) {
  EXPECT_EQ(described("[\"中文\",1,\r\n2]"),
            (std::vector<std::string>{"1:1 array ", "1:2 string 中文", "1:11 number 1", "2:1 number 2"}));
}

TEST(JsonDocument, SkipsAByteOrderMarkWhichHasNoColumn) {
  EXPECT_EQ(described("\xEF\xBB\xBF[1,\n2]"), (std::vector<std::string>{"1:1 array ", "1:2 number 1", "2:1 number 2"}));
}

TEST(JsonDocument, KeepsTheDigitsOfNumbers) {
  EXPECT_EQ(described("[0.10, -1E+2, 123456789012345678901234567890.5, 1e-400]"),
            (std::vector<std::string>{"1:1 array ", "1:2 number 0.10", "1:8 number -1E+2",
                                      "1:15 number 123456789012345678901234567890.5", "1:49 number 1e-400"}));
}

TEST(JsonDocument, ResolvesEscapes) {
  EXPECT_EQ(described(R"(["\"\\\/\b\f\n\r\t", "\u4e2d\uD83D\uDE00", "a\u0000b"])"),
            (std::vector<std::string>{"1:1 array ", "1:2 string \"\\/\b\f\n\r\t", "1:22 string 中😀",
                                      std::string("1:44 string a\0b", 15)}));
}

TEST(JsonDocument, StepsOverWholeBranches) {
  const std::string text = R"([[1,[2,3]],{"k":{"l":[4]},"m":5},6])";
  const Result<Document> parsed = Document::parse(text, "");
  std::vector<Type> types;
  for (const Value element : parsed->root().elements()) types.push_back(element.type());
  EXPECT_EQ(types, (std::vector{Type::array, Type::object, Type::number}));
  EXPECT_EQ(parsed->root().size(), 3u);
}

TEST(JsonDocument, FindsPlacesAcrossManyBlocksOfText) {
  std::string text = "[";
  std::vector<std::string> expected;
  for (int line = 1; line <= 3000; ++line) {
    text += (line == 1 ? "" : ",") + std::string("\n") + std::string(static_cast<std::size_t>(line % 37), ' ') + "7";
    expected.push_back(std::to_string(line + 1) + ':' + std::to_string(line % 37 + 1) + " number 7");
  }
  text += "\n]";
  std::vector<std::string> found = described(text);
  found.erase(found.begin());
  EXPECT_EQ(found, expected);
}

TEST(JsonDocument, AcceptsAnyValueAtTheTop) {
  for (const char* text : {"1", " \"a\" ", "null", "true", "[]", "{}"}) EXPECT_EQ(problem_of(text), "none") << text;
}

struct Broken {
  const char* name;
  std::string text;
  const char* problem;
};

class JsonSyntax : public testing::TestWithParam<Broken> {};

TEST_P(JsonSyntax, IsReportedAtTheOnePlaceWhereItBreaks) {
  EXPECT_EQ(problem_of(GetParam().text), GetParam().problem) << GetParam().text;
}

const std::string nul(1, '\0');

INSTANTIATE_TEST_SUITE_P(
    Broken, JsonSyntax,
    testing::Values(
        Broken{"Empty", "", "1:1 empty_document"}, Broken{"OnlySpace", " \n\n ", "3:2 empty_document"},
        Broken{"OnlyByteOrderMark", "\xEF\xBB\xBF", "1:1 empty_document"},
        Broken{"NotJson", "\nhello", "2:1 expected_value"}, Broken{"Comment", "// no\n{}", "1:1 expected_value"},
        Broken{"TrailingText", "{}\n  x", "2:3 text_after_end"}, Broken{"TwoDocuments", "{} {}", "1:4 text_after_end"},
        Broken{"ExtraBracket", "[1]]", "1:4 text_after_end"},
        Broken{"KeyWithoutQuotes", "{\n a: 1}", "2:2 expected_key"},
        Broken{"CommaBeforeBrace", "{\"a\": 1,\n}", "2:1 expected_key"},
        Broken{"NumberAsKey", "{1: 2}", "1:2 expected_key"}, Broken{"NoColon", "{\"a\" 1}", "1:6 expected_colon"},
        Broken{"FullWidthColon", "{\"a\"：1}", "1:5 expected_colon"},
        Broken{"NoCommaInObject", "{\"a\": 1\n \"b\": 2}", "2:2 expected_comma_or_brace"},
        Broken{"NoCommaInList", "[1 2]", "1:4 expected_comma_or_bracket"},
        Broken{"FullWidthComma", "[1，2]", "1:3 expected_comma_or_bracket"},
        Broken{"WrongBracket", "[1}", "1:3 expected_comma_or_bracket"},
        Broken{"WrongBrace", "{\"a\":1]", "1:7 expected_comma_or_brace"},
        Broken{"NoValue", "{\"a\": }", "1:7 expected_value"},
        Broken{"DoubleColon", "{\"a\":: 1}", "1:6 expected_value"},
        Broken{"DoubleComma", "[1,, 2]", "1:4 expected_value"},
        Broken{"CommaBeforeBracket", "[1,]", "1:4 expected_value"},
        Broken{"MisspeltLiteral", "[1, ture]", "1:5 expected_value"},
        Broken{"PythonLiteral", "[True]", "1:2 expected_value"}, Broken{"NotANumber", "[NaN]", "1:2 expected_value"},
        Broken{"LeadingPoint", "[.5]", "1:2 expected_value"}, Broken{"Plus", "[+5]", "1:2 expected_value"},
        Broken{"LoneMinus", "[-x]", "1:2 expected_value"}, Broken{"SingleQuotes", "['a']", "1:2 expected_value"},
        Broken{"LeadingZero", "{\"code\": 012}", "1:10 leading_zero"},
        Broken{"LeadingZeroInList", "[7, -05]", "1:6 leading_zero"},
        Broken{"NoFraction", "[5.]", "1:4 incomplete_number"}, Broken{"NoExponent", "[5e+]", "1:5 incomplete_number"},
        Broken{"HugeExponent", "[5,\n 1e999]", "2:2 number_too_large"},
        Broken{"HugeNumber", "[" + std::string(400, '9') + "]", "1:2 number_too_large"},
        Broken{"BadEscape", "[\"ab\\x\"]", "1:5 bad_escape"}, Broken{"BadUnicode", "[\"\\u12G4\"]", "1:3 bad_escape"},
        Broken{"HalfHigh", "[\"a\\ud83dz\"]", "1:4 bad_surrogate"},
        Broken{"HalfLow", "[\"\\ud83d\\ude00\\\\\\uDE00\"]", "1:17 bad_surrogate"},
        Broken{"TwoHigh", "[\"\\ud83d\\ud83d\"]", "1:3 bad_surrogate"},
        Broken{"LineEndInText", "[\"ab\ncd\"]", "1:5 control_in_text"},
        Broken{"TabInText", "[\"a\tb\"]", "1:4 control_in_text"},
        Broken{"ZeroByte", "[1," + nul + "2]", "1:4 zero_byte"},
        Broken{"ZeroByteInText", "[\"a" + nul + "\"]", "1:4 zero_byte"},
        Broken{"TrailingZeroByte", "{}" + nul, "1:3 zero_byte"}, Broken{"StrayByte", "[1,\n\"a\xFF\"]", "2:3 not_utf8"},
        Broken{"Overlong", "\"\xC0\xAF\"", "1:2 not_utf8"},
        Broken{"EncodedSurrogate", "\"\xED\xA0\x80\"", "1:2 not_utf8"},
        Broken{"OutsideText", "{}\n\xB0", "2:1 not_utf8"}, Broken{"CutCharacter", "\"\xE4\xB8", "1:2 not_utf8"},
        Broken{"Utf16", std::string("\xFF\xFE{\0}\0", 6), "1:1 not_utf8"},
        Broken{"CutInObject", "{\"a\": {\n\"b\": 1", "2:7 truncated_document"},
        Broken{"CutAfterKey", "{\"a\"", "1:5 truncated_document"},
        Broken{"CutAfterColon", "{\"a\":", "1:6 truncated_document"},
        Broken{"CutAfterComma", "[1,\n", "2:1 truncated_document"},
        Broken{"CutInText", "[\"ab", "1:5 truncated_document"},
        Broken{"CutInEscape", "[\"ab\\", "1:6 truncated_document"},
        Broken{"CutInKey", "{\"ab", "1:5 truncated_document"}, Broken{"CutInLiteral", "[tru", "1:5 truncated_document"},
        Broken{"CutInNumber", "[1.", "1:4 truncated_document"},
        Broken{"CutInTextAtTop", "\"ab", "1:4 truncated_document"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(JsonDocument, SaysWhatIsOpenWhereATextEndsTooEarly) {
  EXPECT_EQ(
      sentence_of("{\"a\": [\n  {\"b\": 1"),
      "f.json:2:10: error: the file ends too early: the { at 2:3 is not closed; restore the missing part or close "
      "it [truncated_document]");
  EXPECT_EQ(
      sentence_of("{\"a\": [\n  \"b"),
      "f.json:2:5: error: the file ends too early: the \" at 2:3 is not closed; restore the missing part or close "
      "it [truncated_document]");
  EXPECT_EQ(sentence_of("[", Language::zh),
            "f.json:1:2: error: 文件提前结束：1:1 处的 [ 没有闭合；请补全缺失部分或将其闭合 [truncated_document]");
}

TEST(JsonDocument, NamesTheByteThatIsNotUtf8AndItsOffset) {
  EXPECT_NE(sentence_of("[\n\"\xB3\xC7\"]").find("byte 0xB3 at offset 3 "), std::string::npos);
}

TEST(JsonDocument, QuotesWhatStandsThereInsteadSafely) {
  EXPECT_NE(sentence_of("[1 abc, 2]").find("not abc "), std::string::npos);
  const std::string long_word = sentence_of("[1 " + std::string(1'000'000, 'z'));
  EXPECT_LT(long_word.size(), 300u);
}

TEST(JsonDocument, RefusesNestingBelow256LevelsWithoutRecursion) {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  EXPECT_EQ(problem_of(nested(256)), "none");
  EXPECT_EQ(problem_of(nested(257)), "1:257 nesting_too_deep");
  EXPECT_EQ(problem_of(nested(100'000)), "1:257 nesting_too_deep");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":\n";
  EXPECT_EQ(problem_of(objects), "257:1 nesting_too_deep");
}

TEST(JsonDocument, RefusesMoreThan256MebibytesBeforeItReadsThem) {
  const std::string text(max_document_bytes + 1, ' ');
  EXPECT_EQ(problem_of(text), "0:0 document_too_large");
}

TEST(JsonDocument, RefusesMoreValuesThanItHasRoomFor) {
  std::string text = "[0";
  text.reserve(2 * max_values + 2);
  while (text.size() < 2 * max_values) text += ",0";
  text += ']';
  EXPECT_EQ(problem_of(text), "1:" + std::to_string(2 * max_values) + " too_many_values");
}

TEST(JsonDocument, CutAnywhereIsAnErrorAndNeverMore) {
  const std::string whole = "\xEF\xBB\xBF{\"a\": [1.5e3, \"\\u4e2d中\", true, null], \"b\": {\"c\": -0}}";
  ASSERT_EQ(problem_of(whole), "none");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_NE(problem_of(std::string_view(whole).substr(0, length)), "none") << length;
  }
}

}  // namespace
}  // namespace aedile::json
