// A notice as lines of text.
#include <algorithm>
#include <iterator>

#include "aedile/core/exceptions.h"
#include "aedile/rectification/notice.h"
#include "core/excerpt.h"
#include "rectification/messages_notice.h"
#include "rectification/notice_words.h"

namespace aedile {

namespace {

constexpr std::size_t page_width = 72;

/// Columns that one character takes on a terminal: two from the blocks of Chinese, Japanese and Korean on and for their
/// full-width signs, none for those that combine.
std::size_t columns_of(std::string_view character) {
  if (character.size() < 2) return 1;
  unsigned code = static_cast<unsigned char>(character[0]);
  code &= character.size() == 2 ? 0x1Fu : character.size() == 3 ? 0x0Fu : 0x07u;
  for (const char c : character.substr(1)) code = code << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
  if (code >= 0x0300 && code <= 0x036F) return 0;
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                    (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
                    (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
                    (code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x20000 && code <= 0x3FFFD);
  return wide ? 2 : 1;
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(1, detail::utf8_sequence_length(text));
    count += columns_of(text.substr(0, length));
    text.remove_prefix(length);
  }
  return count;
}

/// Signs that do not begin a line of Chinese.
bool never_first(std::string_view character) {
  constexpr std::string_view signs[] = {"，", "。", "、", "；", "：", "）", "！", "？", "”", "〕", "》"};
  return std::find(std::begin(signs), std::end(signs), character) != std::end(signs);
}

/// Lines of a width: broken at spaces, and before Chinese characters.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::string word;
  const auto put_word = [&] {
    if (word.empty()) return;
    std::string& line = lines.back();
    if (!line.empty() && columns(line) + columns(word) > width) {
      if (line.back() == ' ') line.pop_back();
      lines.emplace_back();
    }
    lines.back() += word;
    word.clear();
  };
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(1, detail::utf8_sequence_length(text));
    const std::string_view character = text.substr(0, length);
    text.remove_prefix(length);
    if (character == " ") {
      put_word();
      if (!lines.back().empty() && columns(lines.back()) < width) lines.back() += ' ';
    } else if (columns_of(character) == 2 && !never_first(character)) {
      put_word();
      word = character;
    } else {
      word += character;
      if (columns(word) >= width) put_word();
    }
  }
  put_word();
  return lines;
}

class Page {
 public:
  explicit Page(Language language) : language_(language) {}

  void line(std::string_view text = {}) { text_.append(text) += '\n'; }
  void centred(std::string_view text) {
    const std::size_t used = columns(text);
    line(std::string(used < page_width ? (page_width - used) / 2 : 0, ' ').append(text));
  }
  void rule(const char* sign) {
    std::string signs;
    for (std::size_t i = 0; i < page_width; ++i) signs += sign;
    line(signs);
  }
  void paragraph(std::string_view text, std::size_t indent = 0) {
    for (const std::string& each : wrapped(text, page_width - indent)) line(std::string(indent, ' ') + each);
  }
  /// "Name:  value", further lines under the value.
  void field(std::string_view name, std::string_view value, std::size_t name_width) {
    std::string head = std::string(name) + say(": ", "：");
    head.resize(head.size() + (columns(head) < name_width ? name_width - columns(head) : 0), ' ');
    for (const std::string& each : wrapped(value, page_width - name_width)) {
      line(head + each);
      head.assign(name_width, ' ');
    }
  }
  void fields(const std::vector<std::pair<std::string, std::string>>& all) {
    std::size_t widest = 0;
    for (const auto& [name, value] : all) widest = std::max(widest, columns(name) + 2);
    for (const auto& [name, value] : all) field(name, value, widest);
  }
  void blank(const Message& name) {
    const std::string head = std::string(name.in(language_)) + say(": ", "：");
    line(head + std::string(page_width - columns(head), '_'));
    line();
  }
  Language language() const { return language_; }
  std::string_view in(const Message& message) const { return message.in(language_); }
  const char* say(const char* en, const char* zh) const { return language_ == Language::zh ? zh : en; }
  std::string take() { return std::move(text_); }

 private:
  Language language_;
  std::string text_;
};

void put_findings(Page& page, const Notice& notice, NoticeCopy copy, Language language) {
  for (std::size_t i = 0; i < notice.findings.size(); ++i) {
    const NoticeFinding& finding = notice.findings[i];
    const std::string number = std::to_string(i + 1) + ". ";
    const std::string item = detail::item_of(finding, language);
    std::vector<std::string> lines = detail::finding_lines(finding, language);
    // Without an item the number stands before what was found.
    page.paragraph(number + (item.empty() ? lines.front() : item));
    if (item.empty()) lines.erase(lines.begin());
    for (const std::string& each : lines) page.paragraph(each, 3);
    if (!finding.requirement.empty()) {
      page.paragraph(std::string(page.in(messages::notice_requirement)) + page.say(": ", "：") +
                         detail::printable_line(finding.requirement),
                     3);
    }
    if (finding.deduction) {
      page.paragraph(
          std::string(page.in(messages::notice_points)) + page.say(": ", "：") + finding.deduction->to_string(), 3);
    }
    if (copy == NoticeCopy::look_back) {
      page.line("   " + std::string(page.in(messages::notice_result)) + page.say(":  [ ] ", "：  [ ] ") +
                std::string(page.in(messages::notice_gone)) + "   [ ] " +
                std::string(page.in(messages::notice_still_there)));
    }
    page.line();
  }
}

void put_look_back(Page& page) {
  page.rule("-");
  page.blank(messages::notice_look_back_by);
  page.blank(messages::notice_look_back_date);
  page.line(std::string(page.in(messages::notice_conclusion)) + page.say(":  [ ] ", "：  [ ] ") +
            std::string(page.in(messages::notice_close)) + "   [ ] " +
            std::string(page.in(messages::notice_send_back)));
  page.line();
}

void put_receipt(Page& page, const Notice& notice) {
  const std::string tear = "  " + std::string(page.in(messages::notice_tear)) + "  ";
  std::string cut;
  for (std::size_t i = 0; i < (page_width - columns(tear)) / 4; ++i) cut += "- ";
  page.line(cut + tear + cut);
  page.line();
  page.centred(page.in(messages::notice_receipt));
  page.line();
  const auto clean = [](const std::string& text) { return detail::printable_line(text); };
  page.paragraph(Text(messages::notice_received, {clean(notice.unit), clean(notice.number)}).in(page.language()));
  page.line();
  page.blank(messages::notice_received_by);
  page.blank(messages::notice_received_on);
  page.blank(messages::notice_delivered_by);
  page.blank(messages::notice_unit_seal);
}

}  // namespace

std::string text_of(const Notice& notice, NoticeCopy copy, Language language) {
  if (const Diagnostics problems = validate(notice); problems.has_errors()) {
    throw ContractError("text_of: a notice that is not valid: " + problems.to_string());
  }
  Page page(language);
  const std::string authority = detail::printable_line(notice.authority);
  page.centred(authority);
  page.centred(page.in(messages::notice_title));
  page.centred(title(copy).in(language));
  page.line();
  page.line(std::string(page.in(messages::notice_number)) + page.say(" ", "：") +
            detail::printable_line(notice.number));
  page.rule("=");
  page.fields(detail::head_of(notice, language));
  page.rule("-");
  const bool look_back = copy == NoticeCopy::look_back;
  page.paragraph(Text(look_back ? messages::notice_look_back_opening : messages::notice_opening,
                      {detail::printable_line(notice.unit)})
                     .in(language));
  page.line();
  put_findings(page, notice, copy, language);
  if (look_back) {
    put_look_back(page);
  } else if (const auto foot = detail::foot_of(notice, language); !foot.empty()) {
    page.fields(foot);
    page.line();
  }
  page.line(authority + " " + std::string(page.in(messages::notice_seal)) + "  " +
            detail::shown_date(notice.issued_on, language));
  if (!notice.verification.empty()) {
    page.field(page.in(messages::notice_verification), detail::printable_line(notice.verification), 0);
    page.paragraph(Text(messages::notice_check_hint, {authority}).in(language));
  }
  if (look_back) put_receipt(page, notice);
  return page.take();
}

}  // namespace aedile
