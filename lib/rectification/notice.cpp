#include "aedile/rectification/notice.h"

#include <array>

#include "core/enum_names.h"
#include "core/excerpt.h"
#include "core/sha256.h"
#include "core/texts.h"
#include "core/utf8.h"
#include "rectification/messages_around.h"
#include "rectification/messages_notice.h"
#include "rectification/notice_words.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<NoticeCopy>, 2> copies{
    {{NoticeCopy::responsible, "responsible"}, {NoticeCopy::look_back, "look_back"}}};

using Lines = std::vector<std::pair<std::string, std::string>>;

void add(Lines& lines, const Message& name, std::string_view value, Language language) {
  if (!value.empty()) lines.emplace_back(name.in(language), detail::printable_line(value));
}

}  // namespace

std::string_view to_string(NoticeCopy copy) { return detail::name_of(copies, copy); }
std::optional<NoticeCopy> parse_notice_copy(std::string_view text) { return detail::value_of(copies, text); }

LocalText title(NoticeCopy copy) {
  const Message& name =
      copy == NoticeCopy::responsible ? messages::notice_responsible_copy : messages::notice_look_back_copy;
  return LocalText{{{"en", std::string(name.en)}, {"zh", std::string(name.zh)}}};
}

Diagnostics validate(const Notice& notice) {
  detail::Report report;
  const auto name = [&](const char* key, const std::string& text) {
    const auto inside = report.at(key);
    detail::check_name(key, text, report);
  };
  const auto prose = [&](const char* key, const std::string& text) {
    const auto inside = report.at(key);
    detail::check_prose(key, text, report);
  };
  name("number", notice.number);
  name("ticket", notice.ticket);
  name("authority", notice.authority);
  name("unit", notice.unit);
  prose("site", notice.site);
  prose("address", notice.address);
  prose("inspected_by", notice.inspected_by);
  prose("limit", notice.limit);
  prose("last_time", notice.last_time);
  prose("consequence", notice.consequence);
  prose("contact", notice.contact);
  prose("recurrence_of", notice.recurrence_of);
  prose("verification", notice.verification);
  if (notice.issued_on < notice.inspected_on) {
    report.at("inspected_on")
        .error(messages::inspected_after_issue, {notice.inspected_on.to_string(), notice.issued_on.to_string()});
  }
  if (notice.last_day < notice.issued_on) {
    report.at("last_day")
        .error(messages::due_before_issue, {notice.last_day.to_string(), notice.issued_on.to_string()});
  }
  if (notice.findings.empty()) report.at("findings").error(messages::notice_without_findings);
  for (std::size_t i = 0; i < notice.findings.size(); ++i) {
    const auto inside = report.at("findings", i);
    const NoticeFinding& finding = notice.findings[i];
    prose("item", finding.item);
    detail::check_local_text("title", finding.title, report);
    prose("description", finding.description);
    prose("location", finding.location);
    prose("requirement", finding.requirement);
    for (std::size_t each = 0; each < finding.evidence.size(); ++each) {
      const auto at = report.at("evidence", each);
      detail::check_prose("evidence", finding.evidence[each], report);
    }
  }
  return report.take();
}

std::string verification_code(std::string_view number, std::string_view ticket, std::string_view leaf) {
  std::string text(number);
  text.append("\n").append(ticket).append("\n").append(leaf);
  const std::string digits = detail::hex(detail::sha256(text));
  return digits.substr(0, 4) + "-" + digits.substr(4, 4) + "-" + digits.substr(8, 4) + "-" + digits.substr(12, 4);
}

namespace detail {

std::string printable_line(std::string_view text) {
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  std::string result;
  while (!text.empty()) {
    const std::size_t length = utf8_sequence_length(text);
    const auto lead = static_cast<unsigned char>(text.front());
    const bool space = lead == '\n' || lead == '\t' || lead == '\r';
    const bool control = length == 0 || control_length(text) != 0;
    const std::size_t taken = length == 0 ? 1 : length;
    if (space) {
      result += ' ';
    } else if (control) {
      for (const char c : text.substr(0, taken)) {
        const auto value = static_cast<unsigned char>(c);
        result += {'\\', 'x', hex_digits[value >> 4], hex_digits[value & 15]};
      }
    } else {
      result.append(text.substr(0, taken));
    }
    text.remove_prefix(taken);
  }
  return result;
}

std::string shown_date(Date date, Language language) {
  if (language == Language::en) return date.to_string();
  return std::to_string(date.year()) + "年" + std::to_string(date.month()) + "月" + std::to_string(date.day()) + "日";
}

Lines head_of(const Notice& notice, Language language) {
  Lines lines;
  add(lines, messages::notice_unit, notice.unit, language);
  add(lines, messages::notice_site, notice.site, language);
  add(lines, messages::notice_address, notice.address, language);
  add(lines, messages::notice_inspected, shown_date(notice.inspected_on, language), language);
  add(lines, messages::notice_inspectors, notice.inspected_by, language);
  add(lines, messages::notice_ticket, notice.ticket, language);
  add(lines, messages::notice_recurrence, notice.recurrence_of, language);
  std::string due = shown_date(notice.last_day, language);
  if (!notice.last_time.empty()) due += " " + notice.last_time;
  if (!notice.limit.empty()) due += language == Language::zh ? "（" + notice.limit + "）" : " (" + notice.limit + ")";
  add(lines, messages::notice_due, due, language);
  return lines;
}

Lines foot_of(const Notice& notice, Language language) {
  Lines lines;
  add(lines, messages::notice_consequence, notice.consequence, language);
  add(lines, messages::notice_contact, notice.contact, language);
  return lines;
}

std::string item_of(const NoticeFinding& finding, Language language) {
  std::string text = printable_line(finding.item);
  const std::string name = printable_line(finding.title.in(language));
  if (!text.empty() && !name.empty()) text += ' ';
  return text + name;
}

std::vector<std::string> finding_lines(const NoticeFinding& finding, Language language) {
  std::vector<std::string> lines{printable_line(finding.description)};
  const std::string colon = language == Language::zh ? "：" : ": ";
  if (!finding.location.empty()) {
    lines.push_back(std::string(messages::notice_location.in(language)) + colon + printable_line(finding.location));
  }
  if (!finding.evidence.empty()) {
    std::string names;
    for (const std::string& each : finding.evidence) {
      // A hash is known by its beginning; the record has the whole.
      const bool is_hash = each.size() == 64 && each.find_first_not_of("0123456789abcdef") == std::string::npos;
      if (!names.empty()) names += language == Language::zh ? "、" : ", ";
      names += is_hash ? each.substr(0, 12) + "…" : printable_line(each);
    }
    lines.push_back(std::string(messages::notice_evidence.in(language)) + colon + names);
  }
  return lines;
}

}  // namespace detail

}  // namespace aedile
