#include "aedile/io/json_writer.h"

#include <gtest/gtest.h>

#include "io/json/document.h"

namespace aedile {
namespace {

using Layout = JsonWriter::Layout;

std::string written(Layout layout, void (*write)(JsonWriter&)) {
  std::string text;
  JsonWriter json(text, layout);
  write(json);
  EXPECT_TRUE(json.complete());
  return text;
}

std::string quoted(std::string_view text) {
  std::string out;
  JsonWriter(out).string(text);
  return out;
}

TEST(JsonWriter, WritesEveryKindOfValue) {
  const auto all = [](JsonWriter& json) {
    json.begin_object().key("a").begin_array().number(1).number(std::string_view("-2.50e+3")).boolean(true);
    json.boolean(false).null().string("x").begin_object().end_object().begin_array().end_array().end_array();
    json.key("mark").number(Points::parse("84.5").value()).key("big").number(std::uint64_t{18446744073709551615u});
    json.end_object();
  };
  EXPECT_EQ(written(Layout::compact, all),
            R"({"a":[1,-2.50e+3,true,false,null,"x",{},[]],"mark":84.5,"big":18446744073709551615})");
  EXPECT_EQ(written(Layout::pretty, all),
            R"({"a": [1, -2.50e+3, true, false, null, "x", {}, []], "mark": 84.5, "big": 18446744073709551615})");
}

TEST(JsonWriter, EscapesWhatJsonForbidsAndNothingElse) {
  EXPECT_EQ(quoted("a\"b\\c/d\n\r\t\b\f\x01\x1F\x7F"), R"("a\"b\\c/d\n\r\t\u0008\u000c\u0001\u001f\u007f")");
  EXPECT_EQ(quoted("中文😀\u2028"), "\"中文😀\u2028\"");
  EXPECT_EQ(quoted(std::string_view("\0", 1)), "\"\\u0000\"");
}

TEST(JsonWriter, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(quoted("a\xFF\xB3\xC7z"), "\"a\uFFFD\uFFFD\uFFFDz\"");
  EXPECT_EQ(quoted("\xE4\xB8"), "\"\uFFFD\uFFFD\"");
  EXPECT_EQ(quoted("\xED\xA0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");
}

TEST(JsonWriter, BreaksOnlyWhatDoesNotFitIntoALine) {
  const std::string word(50, 'w');
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("short").begin_array().number(1).number(2).end_array();
  json.key("objects").begin_array();
  for (int i = 0; i < 2; ++i) json.begin_object().key("a").string(word).key("b").begin_array().end_array().end_object();
  json.end_array().key("plain").begin_array();
  for (int i = 0; i < 4; ++i) json.string(word);
  json.end_array().end_object();
  EXPECT_EQ(text,
            "{\n"
            "  \"short\": [1, 2],\n"
            "  \"objects\": [\n"
            "    {\"a\": \"" +
                word +
                "\", \"b\": []},\n"
                "    {\"a\": \"" +
                word +
                "\", \"b\": []}\n"
                "  ],\n"
                "  \"plain\": [\n"
                "    \"" +
                word + "\", \"" + word +
                "\",\n"
                "    \"" +
                word + "\", \"" + word +
                "\"\n"
                "  ]\n"
                "}");
}

TEST(JsonWriter, NeverWritesALineThatCouldHaveBeenBroken) {
  std::string text;
  JsonWriter json(text);
  json.begin_array();
  for (std::size_t length = 0; length < 200; ++length) {
    json.begin_object().key("k").string(std::string(length, 'x')).key("l").begin_array().number(length).end_array();
    json.end_object();
  }
  json.end_array();
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (line.size() > JsonWriter::line_width) {
      EXPECT_EQ(line.find_first_of("{["), std::string_view::npos) << line;
    }
  }
  EXPECT_TRUE(json::Document::parse(text, "f.json"));
}

TEST(JsonWriter, SeparatesValuesAtTheTopByLineEnds) {
  std::string text;
  JsonWriter json(text, Layout::compact);
  json.begin_array().end_array();
  json.number(1);
  json.begin_object().end_object();
  EXPECT_EQ(text, "[]\n1\n{}");
}

TEST(JsonWriter, LetsTheCallerEmptyTheTextInTheCompactLayout) {
  std::string text;
  std::string all;
  JsonWriter json(text, Layout::compact);
  json.begin_array();
  for (int i = 0; i < 3; ++i) {
    json.begin_object().key("i").number(i).end_object();
    all += text;
    text.clear();
  }
  json.end_array();
  EXPECT_EQ(all + text, R"([{"i":0},{"i":1},{"i":2}])");
}

TEST(JsonWriter, ThrowsWhereJsonAllowsNoSuchThing) {
  const auto refused = [](void (*write)(JsonWriter&)) {
    std::string text;
    JsonWriter json(text);
    EXPECT_THROW(write(json), ContractError);
  };
  refused([](JsonWriter& json) { json.key("a"); });
  refused([](JsonWriter& json) { json.begin_array().key("a"); });
  refused([](JsonWriter& json) { json.begin_object().number(1); });
  refused([](JsonWriter& json) { json.begin_object().key("a").key("b"); });
  refused([](JsonWriter& json) { json.begin_object().key("a").end_object(); });
  refused([](JsonWriter& json) { json.begin_object().end_array(); });
  refused([](JsonWriter& json) { json.end_object(); });
  for (const char* text : {"", "-", "01", "1.", ".5", "+1", "1e", "NaN", "0x1", "1 ", "1,2"}) {
    std::string out;
    JsonWriter json(out);
    EXPECT_THROW(json.number(std::string_view(text)), ContractError) << text;
    EXPECT_TRUE(out.empty());
  }
}

}  // namespace
}  // namespace aedile
