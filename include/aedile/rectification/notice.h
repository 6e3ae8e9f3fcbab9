#pragma once
/// The rectification notice (整改通知单, 一式两联): one record, two copies, as text and as a page to print.
///
///   Notice notice{.number = "创整〔2026〕0012号", .ticket = "T-12", .issued_on = 5 March, .last_day = 12 March, …};
///   text_of(notice, NoticeCopy::responsible, Language::zh);
///   html_of(notice, {NoticeCopy::responsible, NoticeCopy::look_back}, Language::zh);   // two A4 pages
///
/// The *responsible copy* (责任单位联) is what the unit rectifies against. The *look-back copy* (回头看联) stays with
/// the inspectors: it repeats the findings with a line each for what the look-back found, and has the receipt (回执) to
/// be torn off. Both carry number and verification code, so that neither can be swapped.
///
/// Pages need nothing from anywhere: no script, font, picture or link to load. Whatever the record says is escaped;
/// what could turn the direction of writing or command a terminal is shown as \xHH.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"
#include "aedile/core/diagnostics.h"
#include "aedile/core/message.h"

namespace aedile {

struct NoticeFinding {
  std::string item{};  ///< code
  LocalText title{};   ///< of the item
  std::string description{};
  std::string location{};
  std::string requirement{};  ///< what is to be done
  std::optional<Points> deduction{};
  std::vector<std::string> evidence{};  ///< SHA-256, or names of photographs
  friend bool operator==(const NoticeFinding&, const NoticeFinding&) = default;
};

struct Notice {
  std::string number{};
  std::string ticket{};
  std::string authority{};  ///< who issues it: 某市创建文明城市工作指挥部办公室
  std::string unit{};       ///< the responsible unit
  std::string site{};
  std::string address{};
  std::string inspected_by{};
  Date inspected_on{};
  Date issued_on{};
  std::string limit{};  ///< in words: "5 个工作日"
  Date last_day{};
  std::string last_time{};      ///< on that day: "24:00"
  std::string consequence{};    ///< what follows if it is late
  std::string contact{};        ///< whom to answer to
  std::string recurrence_of{};  ///< number of the notice that this fault had before
  std::string verification{};   ///< code from the journal: see `verification_code`
  std::vector<NoticeFinding> findings{};
  friend bool operator==(const Notice&, const Notice&) = default;
};

/// At JSON pointers. Errors: empty_text (number, ticket, authority, unit), text_not_utf8, notice_without_findings,
/// notice_dates (inspected after it was issued, or due before).     Cost: O(size).
Diagnostics validate(const Notice& notice);

enum class NoticeCopy { responsible, look_back };
std::string_view to_string(NoticeCopy copy);
std::optional<NoticeCopy> parse_notice_copy(std::string_view text);
LocalText title(NoticeCopy copy);

/// For reading on a screen or printing as it is: lines of at most 72 columns, where a Chinese character has two.
std::string text_of(const Notice& notice, NoticeCopy copy, Language language);

/// A whole HTML document, a page of A4 for each copy.
std::string html_of(const Notice& notice, std::span<const NoticeCopy> copies, Language language);

/// Sixteen hexadecimal digits in groups of four, "3f2a-91c0-77de-0b14": the beginning of SHA-256 over the lines number,
/// ticket and `leaf`, the hash of the journal's entry that issued the notice. Whoever has the journal can make it
/// again; nobody can choose it.
std::string verification_code(std::string_view number, std::string_view ticket, std::string_view leaf);

}  // namespace aedile
