#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "aedile/core/exceptions.h"
#include "io/csv_twin.h"

namespace aedile::test {
namespace {

using Rows = std::vector<std::vector<std::string>>;

CsvFile read(const std::string& text, CsvOptions options = {}) {
  std::istringstream in(text);
  return read_all(in, options);
}

Rows rows(const CsvFile& file) {
  Rows result;
  for (const CsvRecord& record : file.records) {
    result.emplace_back();
    for (const CsvField& field : record.fields) result.back().push_back(field.text);
  }
  return result;
}

using Problems = std::vector<std::string>;

TEST(CsvReader, LinesMayEndInThreeWays) {
  const Rows expected{{"a", "b"}, {"c", "d"}};
  EXPECT_EQ(rows(read("a,b\nc,d\n")), expected);
  EXPECT_EQ(rows(read("a,b\r\nc,d\r\n")), expected);
  EXPECT_EQ(rows(read("a,b\rc,d\r")), expected);
  EXPECT_EQ(rows(read("a,b\nc,d")), expected) << "the last line needs no end";
}

TEST(CsvReader, EmptyTextHasNoRecords) {
  for (const char* text : {"", "\n", "\r\n\r\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
    EXPECT_TRUE(read(text).records.empty()) << '"' << text << '"';
    EXPECT_TRUE(read(text).problems.empty());
  }
}

TEST(CsvReader, EmptyFieldsAndEmptyLinesAreDifferent) {
  EXPECT_EQ(rows(read("a,,c\n\n,\n\"\"\n")), (Rows{{"a", "", "c"}, {"", ""}, {""}}));
  EXPECT_EQ(rows(read("a,")), (Rows{{"a", ""}}));
}

TEST(CsvReader, QuotesEncloseSeparatorsQuotesAndLines) {
  EXPECT_EQ(rows(read("\"a,b\",\"c\"\"d\",\"e\r\nf\"\ng,h,i\n")), (Rows{{"a,b", "c\"d", "e\r\nf"}, {"g", "h", "i"}}));
}

TEST(CsvReader, EveryFieldKnowsWhereItStands) {
  const CsvFile file = read("a,\"b\r\nbb\",c\r\n\r\nd,街,e\n");
  ASSERT_EQ(file.records.size(), 2u);
  EXPECT_EQ(file.records[0].fields, (std::vector<CsvField>{{"a", 1, 1}, {"b\r\nbb", 1, 3}, {"c", 2, 5}}));
  EXPECT_EQ(file.records[1].position, (CsvPosition{15, 4}));
  EXPECT_EQ(file.records[1].fields, (std::vector<CsvField>{{"d", 4, 1}, {"街", 4, 3}, {"e", 4, 7}}))
      << "columns count bytes";
}

TEST(CsvReader, ByteOrderMarkIsNoText) {
  const CsvFile file = read("\xEF\xBB\xBF\"visit\",x\n");
  EXPECT_EQ(rows(file), (Rows{{"visit", "x"}}));
  EXPECT_EQ(file.records[0].fields[1].column, 9u) << "the mark has no column";
  EXPECT_TRUE(file.problems.empty());
}

TEST(CsvReader, UnclosedQuoteIsReportedWhereItOpens) {
  const CsvFile file = read("a,b\nc,\"d\ne,f\n");
  EXPECT_EQ(file.problems, (Problems{"2:3 csv_unclosed_quote"}));
  EXPECT_TRUE(file.failed);
  EXPECT_EQ(rows(file), (Rows{{"a", "b"}}));
}

TEST(CsvReader, StrayQuotesAreReportedAndReadingGoesOn) {
  const CsvFile file = read("5\" pipe,x\n\"a\"b\"c,d\n \"q\"\ne\n");
  EXPECT_EQ(file.problems, (Problems{"1:2 csv_stray_quote", "2:4 csv_stray_quote", "3:2 csv_stray_quote"}));
  EXPECT_EQ(rows(file), (Rows{{"5\" pipe", "x"}, {"ab\"c", "d"}, {" \"q\""}, {"e"}}));
  EXPECT_TRUE(file.records[2].damaged);
  EXPECT_FALSE(file.records[3].damaged);
}

TEST(CsvReader, NulBytesAndBadUtf8ArePlaced) {
  const CsvFile file = read(std::string("a,b\0c\n\"x\"\"\ny\",\"\"\"\xFF\"\nok\n", 23));
  EXPECT_EQ(file.problems, (Problems{"1:4 csv_nul", "3:7 csv_invalid_utf8"}));
  EXPECT_TRUE(file.records[0].damaged && file.records[1].damaged);
  EXPECT_FALSE(file.records[2].damaged);
}

TEST(CsvReader, SecondPassReportsNothingAgain) {
  const CsvFile file = read("a\"b\n", {.report = false});
  EXPECT_TRUE(file.problems.empty());
  EXPECT_TRUE(file.records[0].damaged);
}

TEST(CsvReader, RecordsAreBounded) {
  const std::string long_cell(1000, 'x');
  const CsvOptions options{.max_record_bytes = 500};
  EXPECT_EQ(read("a\nb,c," + long_cell + "\n", options).problems, (Problems{"2:1 csv_record_too_long"}));
  EXPECT_EQ(read("a\nb,\"" + long_cell + "\"\n", options).problems, (Problems{"2:3 csv_record_too_long"}))
      << "the quote that swallowed so much is the place to look at";
  EXPECT_EQ(read("a\n" + std::string(1000, ',') + "\n", options).problems, (Problems{"2:1 csv_record_too_long"}))
      << "separators cost memory too";
  EXPECT_TRUE(read("a\n" + long_cell, options).failed);
}

/// A stream that breaks after a while, as a disk does.
class BrokenBuffer : public std::stringbuf {
 public:
  BrokenBuffer() : std::stringbuf("a,b\nc,d\n") {}

 protected:
  std::streamsize xsgetn(char* to, std::streamsize count) override {
    if (gptr() != eback()) throw std::runtime_error("disk");
    return std::stringbuf::xsgetn(to, std::min<std::streamsize>(count, 6));
  }
};

TEST(CsvReader, BrokenStreamIsAnErrorAndNotTheEnd) {
  BrokenBuffer buffer;
  std::istream in(&buffer);
  const CsvFile file = read_all(in, {.buffer_bytes = 6});
  EXPECT_TRUE(file.failed);
  EXPECT_EQ(rows(file), (Rows{{"a", "b"}})) << "the cut record is not taken for a whole one";
  ASSERT_EQ(file.problems.size(), 1u);
  EXPECT_NE(file.problems[0].find("csv_read_failed"), std::string::npos);
}

TEST(CsvReader, OptionsOutsideTheirRangeAreAContractError) {
  std::istringstream in;
  ProblemLog log;
  EXPECT_THROW(CsvReader(in, "t.csv", log, {.buffer_bytes = 0}), ContractError);
  EXPECT_THROW(CsvReader(in, "t.csv", log, {.max_record_bytes = std::size_t{1} << 32}), ContractError);
}

TEST(CsvReader, SeekingComesBackToARecord) {
  for (const std::size_t buffer : {1, 7, 65536}) {
    std::istringstream in("\xEF\xBB\xBFone,1\n\ntwo,\"2\n2\"\nthree,3\n");
    ProblemLog log;
    CsvReader reader(in, "t.csv", log, {.buffer_bytes = buffer});
    std::vector<CsvPosition> positions;
    while (reader.next()) positions.push_back(reader.position());
    ASSERT_EQ(positions.size(), 3u);
    for (const std::size_t i : {2, 0, 1}) {
      reader.seek(positions[i]);
      ASSERT_TRUE(reader.next());
      EXPECT_EQ(reader.position(), positions[i]);
      EXPECT_EQ(reader.field(0), (std::vector<std::string>{"one", "two", "three"}[i]));
      EXPECT_EQ(reader.place(0).column, 1u);
    }
    EXPECT_TRUE(log.shown().empty());
  }
}

// Texts made of what matters to a CSV reader.
rc::Gen<std::string> text_of(std::vector<std::string> pieces) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::move(pieces))),
                      [](const std::vector<std::string>& parts) {
                        std::string text;
                        for (const std::string& part : parts) text += part;
                        return text;
                      });
}

rc::Gen<std::string> clean_text() {
  return text_of({"\"", "\"\"", ",", "\n", "\r", "\r\n", "a", "bc", "街", "\xEF\xBB\xBF", " "});
}

rc::Gen<std::string> hostile_text() {
  return text_of({"\"", "\"", "\"\"", ",", ",", "\n", "\r", "\r\n", "a", "bc", "街", "\xFF", "\xE8\xA1",
                  std::string(1, '\0'), "\xEF\xBB\xBF", " "});
}

RC_GTEST_PROP(CsvReaderProperty, AgreesWithThePlainTwinWhateverTheBuffer, ()) {
  const std::string text = *hostile_text();
  const CsvFile expected = CsvTwin(text).read();
  for (const std::size_t buffer : {1, 2, 3, 4, 5, 7, 8, 16, 1000}) {
    RC_ASSERT(read(text, {.buffer_bytes = buffer}) == expected);
  }
}

RC_GTEST_PROP(CsvWriterProperty, WhatIsWrittenIsReadBack, ()) {
  const Rows table =
      *rc::gen::container<Rows>(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(clean_text())));
  std::ostringstream out;
  CsvWriter writer(out);
  for (const auto& record : table) writer.record(record);
  const CsvFile file = read(out.str());
  RC_ASSERT(rows(file) == table);
  RC_ASSERT(file.problems.empty());
}

TEST(CsvWriter, QuotesOnlyWhatNeedsIt) {
  std::ostringstream out;
  CsvWriter writer(out);
  writer.field("V-7").field("park, north").field("5\" pipe").field("").field(" a ").field("two\nlines");
  writer.end_record();
  writer.field("");
  writer.end_record();
  EXPECT_EQ(out.str(), "V-7,\"park, north\",\"5\"\" pipe\",, a ,\"two\nlines\"\n\"\"\n");
  EXPECT_THROW(writer.end_record(), ContractError);
}

}  // namespace
}  // namespace aedile::test
