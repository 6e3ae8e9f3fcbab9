// Notices: numbers without a gap, two copies from one record, nothing of the record that could do harm.
#include "aedile/rectification/notice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <map>
#include <sstream>

#include "aedile/rectification/notice_number.h"
#include "calendar/calendars.h"

namespace aedile {
namespace {

using test::day;
using testing::HasSubstr;

NumberPattern pattern(const char* text = "创整〔{year}〕{number:4}号") { return NumberPattern::parse(text).value(); }

TEST(NumberPattern, PrintsAndReads) {
  EXPECT_EQ(pattern().print({"创整", 2026, 12}), "创整〔2026〕0012号");
  EXPECT_EQ(pattern().read("创整〔2026〕0012号", "创整"), (NoticeNumber{"创整", 2026, 12}));
  EXPECT_EQ(pattern().print({"创整", 2026, 12345}), "创整〔2026〕12345号");
  EXPECT_EQ(pattern("{number}/{year}").print({"s", 2026, 7}), "7/2026");
  EXPECT_EQ(pattern("{{x}} {year}-{number}").print({"s", 2026, 7}), "{x} 2026-7");
}

TEST(NumberPattern, ReadsNothingThatItDoesNotPrint) {
  for (const char* text : {"创整〔2026〕12号", "创整〔2026〕00012号", "创整〔26〕0012号", "创整〔2026〕0000号",
                           "创整〔2026〕号", "x创整〔2026〕0012号", "创整〔2026〕0012号x", ""}) {
    EXPECT_FALSE(pattern().read(text)) << text;
  }
}

TEST(NumberPattern, NeedsYearAndNumberOnceEachAndApart) {
  for (const char* text : {"", "{year}", "{number}", "{year}{number}", "{year}-{number}-{number}", "{year}-{number:0}",
                           "{year}-{number:12}", "{year}-{month}-{number}", "{year-{number}", "}{year}-{number}",
                           "{year}1{number}", "a\n{year}-{number}"}) {
    EXPECT_TRUE(NumberPattern::parse(text).diagnostics().contains("number_pattern")) << text;
  }
}

TEST(NumberPattern, KnowsWhatItsLikesMayPrint) {
  const auto meet = [](const char* a, const char* b) {
    const bool forth = pattern(a).may_print_as(pattern(b));
    EXPECT_EQ(forth, pattern(b).may_print_as(pattern(a)));
    return forth;
  };
  EXPECT_TRUE(meet("A{year}-{number:4}", "A{year}-{number:4}"));
  EXPECT_TRUE(meet("A{year}-{number:4}", "A{year}-{number}"));  // A2026-1234
  EXPECT_TRUE(meet("{year}-{number:4}", "{number:4}-{year}"));  // 2026-2027
  EXPECT_TRUE(meet("1{year}-{number}", "{number}-{year}"));     // 12026-2027
  EXPECT_TRUE(meet("{year}-{number}", "{year}-{number}"));
  EXPECT_FALSE(meet("A{year}-{number:4}", "B{year}-{number:4}"));
  EXPECT_FALSE(meet("A{year}-{number:4}", "A{year}/{number:4}"));
  EXPECT_FALSE(meet("A{year}-{number:4}", "A{year}-{number:4}号"));
  EXPECT_FALSE(meet("{year}-{number}", "{year}-{number}-x"));
}

RC_GTEST_PROP(NumberPatternLaws, WhatIsPrintedIsReadBack, ()) {
  const NoticeNumber number{"s", *rc::gen::inRange(1, 10'000), *rc::gen::inRange(1u, 1'000'000u)};
  const auto chosen =
      pattern(*rc::gen::element("创整〔{year}〕{number:4}号", "{number}号（{year}）", "{year}.{number:9}"));
  RC_ASSERT(chosen.read(chosen.print(number), "s") == number);
}

TEST(NoticeNumbers, LeaveNoGap) {
  NoticeNumbers numbers;
  EXPECT_EQ(numbers.next("创整", 2026).number, 1u);
  EXPECT_TRUE(numbers.apply({"创整", 2026, 1}).empty());
  EXPECT_TRUE(numbers.apply({"创整", 2026, 3}).contains("number_gap"));
  EXPECT_TRUE(numbers.apply({"创整", 2026, 1}).contains("number_taken"));
  EXPECT_TRUE(numbers.apply({"创整", 2027, 1}).empty());
  EXPECT_TRUE(numbers.apply({"城督", 2026, 1}).empty());
  EXPECT_EQ(numbers.next("创整", 2026).number, 2u);
  EXPECT_EQ(numbers.taken("创整", 2026), 1u);
  EXPECT_EQ(numbers.taken("nobody's", 2026), 0u);
}

// Writers look at the next number and are killed before or after the event that takes it is on the disk; whoever comes
// next folds what is there. No number is missing, none is twice.
RC_GTEST_PROP(NoticeNumbersLaws, AreGaplessOverCrashes, ()) {
  std::vector<NoticeNumber> journal;
  for (int attempt = *rc::gen::inRange(0, 40); attempt > 0; --attempt) {
    NoticeNumbers numbers;
    for (const NoticeNumber& taken : journal) RC_ASSERT(numbers.apply(taken).empty());
    const NoticeNumber next = numbers.next(*rc::gen::element("a", "b"), *rc::gen::element(2026, 2027));
    if (*rc::gen::arbitrary<bool>()) journal.push_back(next);
  }
  std::map<std::pair<std::string, int>, std::vector<std::uint32_t>> series;
  for (const NoticeNumber& taken : journal) series[{taken.series, taken.year}].push_back(taken.number);
  for (const auto& [key, taken] : series) {
    for (std::size_t i = 0; i < taken.size(); ++i) RC_ASSERT(taken[i] == i + 1);
  }
}

Notice sample() {
  Notice notice{.number = "创整〔2026〕0012号",
                .ticket = "T-12",
                .authority = "示例市创建文明城市工作指挥部办公室",
                .unit = "桃园社区居民委员会",
                .site = "河畔公园",
                .address = "滨河路 18 号",
                .inspected_by = "吴某、赵某",
                .inspected_on = day("2026-03-04"),
                .issued_on = day("2026-03-05"),
                .limit = "5 个工作日",
                .last_day = day("2026-03-12"),
                .last_time = "24:00",
                .consequence = "逾期未整改的，加倍扣分并通报批评",
                .contact = "王主任 0571-5550101",
                .verification = "3f2a-91c0-77de-0b14"};
  notice.findings.push_back({.item = "6.1.1",
                             .title = LocalText{{{"zh", "公共场所整洁"}, {"en", "Public places are clean"}}},
                             .description = "东门垃圾桶满溢，周边有散落垃圾",
                             .location = "东门",
                             .requirement = "立即清运，并增加清运频次",
                             .deduction = Points::parse("0.5").value(),
                             .evidence = {std::string(64, 'a'), "IMG_2041.jpg"}});
  notice.findings.push_back({.item = "6.1.2", .description = "公厕第三方保洁记录缺失"});
  return notice;
}

TEST(Notice, TwoCopiesFromOneRecord) {
  const std::string unit = text_of(sample(), NoticeCopy::responsible, Language::zh);
  const std::string look_back = text_of(sample(), NoticeCopy::look_back, Language::zh);
  for (const std::string* copy : {&unit, &look_back}) {
    EXPECT_THAT(*copy, HasSubstr("编号：创整〔2026〕0012号"));
    EXPECT_THAT(*copy, HasSubstr("校验码：3f2a-91c0-77de-0b14"));
    EXPECT_THAT(*copy, HasSubstr("2026年3月12日 24:00（5 个工作日）"));
    EXPECT_THAT(*copy, HasSubstr("东门垃圾桶满溢"));
  }
  EXPECT_THAT(unit, HasSubstr("第一联 责任单位联"));
  EXPECT_THAT(unit, HasSubstr("整改要求：立即清运"));
  EXPECT_THAT(unit, testing::Not(HasSubstr("送达回执")));
  EXPECT_THAT(look_back, HasSubstr("第二联 回头看联"));
  EXPECT_THAT(look_back, HasSubstr("回头看结果：  [ ] 已整改   [ ] 未整改"));
  EXPECT_THAT(look_back, HasSubstr("送达回执"));
  EXPECT_THAT(look_back, HasSubstr("桃园社区居民委员会已收到编号为创整〔2026〕0012号的整改通知单。"));
}

TEST(Notice, IsWrittenInEnglishToo) {
  const std::string copy = text_of(sample(), NoticeCopy::responsible, Language::en);
  EXPECT_THAT(copy, HasSubstr("Rectification Notice"));
  EXPECT_THAT(copy, HasSubstr("1. 6.1.1 Public places are clean"));
  EXPECT_THAT(copy, HasSubstr("2026-03-12 24:00 (5 个工作日)"));
}

/// Columns of a line: two for Chinese.
std::size_t width(const std::string& line) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    if (byte >= 0xE3)
      columns += 2;
    else if (byte < 0x80 || byte >= 0xC0)
      columns += 1;
  }
  return columns;
}

TEST(Notice, KeepsWithinItsWidth) {
  Notice notice = sample();
  for (int i = 0; i < 6; ++i) notice.findings[0].description += "，沿街商户门前责任落实不到位，乱堆乱放";
  notice.findings[1].description = std::string(300, 'x');
  for (const Language language : {Language::en, Language::zh}) {
    for (const NoticeCopy copy : {NoticeCopy::responsible, NoticeCopy::look_back}) {
      std::istringstream lines(text_of(notice, copy, language));
      for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 74u) << line;
    }
  }
}

constexpr std::array both{NoticeCopy::responsible, NoticeCopy::look_back};

TEST(Notice, EveryPrintedPageOfACopyBearsItsNumber) {
  const std::string page = html_of(sample(), both, Language::zh);
  // The head of the table that holds the copy: browsers print it again on every page.
  EXPECT_THAT(page, HasSubstr(".sheet > thead { display: table-header-group; }"));
  for (const NoticeCopy copy : both) {
    EXPECT_THAT(page, HasSubstr("<thead><tr><td><div class=\"running\"><span>" + sample().number + "</span><span>" +
                                title(copy).in(Language::zh) + "</span>"));
  }
}

TEST(Notice, PageLoadsNothingAndRunsNothing) {
  const std::string page = html_of(sample(), both, Language::zh);
  EXPECT_THAT(page, HasSubstr("<html lang=\"zh\">"));
  EXPECT_THAT(page, HasSubstr("size: A4"));
  for (const char* foreign : {"http://", "https://", "<script", "<img", "url(", "@import", "<link"}) {
    EXPECT_THAT(page, testing::Not(HasSubstr(foreign)));
  }
  EXPECT_THAT(html_of(sample(), std::array{NoticeCopy::look_back}, Language::en), HasSubstr("tear off here"));
}

TEST(Notice, PageEscapesWhateverTheRecordSays) {
  Notice notice = sample();
  const std::string hostile = "<script>alert(\"x\")</script>&'\xE2\x80\xAE!";
  notice.number = "<b>1</b>";
  notice.unit = notice.authority = hostile;
  EXPECT_TRUE(validate(notice).contains("control_character"));  // a name holds no override at all
  notice.unit = notice.authority = "<script>alert(\"x\")</script>&'!";
  notice.site = notice.address = notice.inspected_by = hostile;
  notice.consequence = notice.contact = notice.limit = notice.last_time = notice.recurrence_of = hostile;
  notice.verification = notice.findings[0].description = notice.findings[0].location = hostile;
  notice.findings[0].requirement = notice.findings[0].item = hostile;
  notice.findings[0].title = LocalText(hostile);
  notice.findings[0].evidence = {hostile};
  const std::string page = html_of(notice, both, Language::zh);
  EXPECT_THAT(page, testing::Not(HasSubstr("<script")));
  EXPECT_THAT(page, testing::Not(HasSubstr("<b>1")));
  EXPECT_THAT(page, testing::Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;\\xE2\\x80\\xAE!"));
}

TEST(Notice, IsCheckedWholly) {
  Notice notice = sample();
  EXPECT_TRUE(validate(notice).empty());
  notice.number.clear();
  notice.last_day = day("2026-03-01");
  notice.inspected_on = day("2026-03-06");
  notice.findings.clear();
  notice.contact = "\xFF";
  const Diagnostics problems = validate(notice);
  for (const char* code :
       {"empty_text", "due_before_issue", "inspected_after_issue", "notice_without_findings", "text_not_utf8"}) {
    EXPECT_TRUE(problems.contains(code)) << code;
  }
  EXPECT_THROW(static_cast<void>(text_of(notice, NoticeCopy::responsible, Language::zh)), ContractError);
}

TEST(Notice, CodeIsWhatAShellSays) {
  // printf '创整〔2026〕0012号\nT-12\n%s' $(printf '0%.0s' $(seq 64)) | sha256sum
  EXPECT_EQ(verification_code("创整〔2026〕0012号", "T-12", std::string(64, '0')), "26f1-4b0a-c9fd-aa1f");
  EXPECT_NE(verification_code("创整〔2026〕0013号", "T-12", std::string(64, '0')),
            verification_code("创整〔2026〕0012号", "T-12", std::string(64, '0')));
}

}  // namespace
}  // namespace aedile
